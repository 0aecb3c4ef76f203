//! Table `inbox`: what was signed while the register was sealed.

use rusqlite::{Connection, params};

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Identity.
    pub id: String,
    /// Sealed to the register.
    pub bytes: Vec<u8>,
    /// Why it was not taken in.
    pub refused: Option<String>,
}

/// Adds an entry.
pub fn insert(connection: &Connection, id: &str, bytes: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO inbox (id, bytes) VALUES (?1, ?2)")?
        .execute(params![id, bytes])?;
    Ok(())
}

/// Every entry, in the order they came.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Entry>> {
    let mut statement = connection.prepare_cached("SELECT id, bytes, refused FROM inbox ORDER BY rowid")?;
    let rows = statement
        .query_map([], |row| Ok(Entry { id: row.get(0)?, bytes: row.get(1)?, refused: row.get(2)? }))?;
    rows.collect()
}

/// How many wait, and how many were refused.
pub fn counts(connection: &Connection) -> rusqlite::Result<(u32, u32)> {
    connection
        .prepare_cached("SELECT count(*) FILTER (WHERE refused IS NULL), count(refused) FROM inbox")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Notes why an entry was not taken in.
pub fn refuse(connection: &Connection, id: &str, reason: &str) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE inbox SET refused = ?2 WHERE id = ?1")?.execute(params![id, reason])?;
    Ok(())
}

/// Removes an entry.
pub fn remove(connection: &Connection, id: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM inbox WHERE id = ?1", [id])?;
    Ok(())
}

/// Removes all entries.
pub fn clear(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM inbox", [])?;
    Ok(())
}
