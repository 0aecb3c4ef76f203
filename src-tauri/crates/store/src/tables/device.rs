//! Table `device`: whose hands this file has been in.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// The present device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Identity.
    pub id: Uuid,
    /// Goes up at each exchange with others.
    pub epoch: u32,
}

/// The last device that wrote.
pub fn present(connection: &Connection) -> rusqlite::Result<Option<Device>> {
    let found: Option<(String, u32)> = connection
        .query_row("SELECT id, epoch FROM device ORDER BY number DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(found.and_then(|(id, epoch)| Some(Device { id: Uuid::parse_str(&id).ok()?, epoch })))
}

/// Adds a device, which becomes the present one.
pub fn insert(connection: &Connection, id: Uuid, now: i64) -> rusqlite::Result<()> {
    connection.execute("INSERT INTO device (id, made_at) VALUES (?1, ?2)", params![id.to_string(), now])?;
    Ok(())
}
