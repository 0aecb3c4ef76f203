//! Table `media`: normalised pictures, by the hash of their bytes.

use rusqlite::{Connection, OptionalExtension, params};

use crate::media::Normalised;

/// Adds a picture; the same bytes twice are one row.
pub fn insert(connection: &Connection, picture: &Normalised, now: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO media (hash, mime, width, height, bytes, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![picture.hash, picture.mime, picture.width, picture.height, picture.bytes, now])?;
    Ok(())
}

/// Type and bytes of a picture.
pub fn get(connection: &Connection, hash: &str) -> rusqlite::Result<Option<(String, Vec<u8>)>> {
    connection
        .prepare_cached("SELECT mime, bytes FROM media WHERE hash = ?1")?
        .query_row([hash], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// Goes over all pictures: hash and bytes.
pub fn for_each(connection: &Connection, mut see: impl FnMut(String, &[u8])) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("SELECT hash, bytes FROM media")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        see(row.get(0)?, row.get_ref(1)?.as_blob()?);
    }
    Ok(())
}

/// Pictures that drawings refer to and that are not there: drawing ids.
pub fn missing(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(
        "SELECT id FROM drawing WHERE picture IS NOT NULL AND picture NOT IN (SELECT hash FROM media)",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.collect()
}
