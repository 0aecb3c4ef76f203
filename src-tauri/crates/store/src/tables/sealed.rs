//! Table `sealed`: signatures and pictures of sealed documents.

use ql_model::DocumentId;
use rusqlite::{Connection, OptionalExtension, params};

/// Keeps sealed bytes; the same twice are one row, whose bytes are the last ones.
pub fn insert(
    connection: &Connection,
    document: DocumentId,
    id: &[u8],
    bytes: &[u8],
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO sealed (document, id, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![document.to_string(), id, bytes])?;
    Ok(())
}

/// Sealed bytes of a document.
pub fn get(connection: &Connection, document: DocumentId, id: &[u8]) -> rusqlite::Result<Option<Vec<u8>>> {
    connection
        .prepare_cached("SELECT bytes FROM sealed WHERE document = ?1 AND id = ?2")?
        .query_row(params![document.to_string(), id], |row| row.get(0))
        .optional()
}

/// What a document has of them.
pub fn ids(connection: &Connection, document: DocumentId) -> rusqlite::Result<Vec<Vec<u8>>> {
    let mut statement = connection.prepare_cached("SELECT id FROM sealed WHERE document = ?1")?;
    statement.query_map([document.to_string()], |row| row.get(0))?.collect()
}

/// Whether a document has some.
pub fn has(connection: &Connection, document: DocumentId, id: &[u8]) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM sealed WHERE document = ?1 AND id = ?2)")?
        .query_row(params![document.to_string(), id], |row| row.get(0))
}

/// Whether some are longer than `most`.
pub fn are_longer(
    connection: &Connection,
    document: DocumentId,
    id: &[u8],
    most: usize,
) -> rusqlite::Result<bool> {
    let longer =
        "SELECT EXISTS (SELECT 1 FROM sealed WHERE document = ?1 AND id = ?2 AND length(bytes) > ?3)";
    connection
        .prepare_cached(longer)?
        .query_row(params![document.to_string(), id, most as i64], |row| row.get(0))
}

/// Whether there are any that are longer than `most`.
pub fn any_longer(connection: &Connection, most: usize) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM sealed WHERE length(bytes) > ?1)")?
        .query_row([most as i64], |row| row.get(0))
}

/// Destroys some.
pub fn remove(connection: &Connection, document: DocumentId, id: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM sealed WHERE document = ?1 AND id = ?2")?
        .execute(params![document.to_string(), id])?;
    Ok(())
}

/// Calls `see` with each that is not longer than `most`.
pub fn for_each(
    connection: &Connection,
    most: usize,
    mut see: impl FnMut(DocumentId, &[u8], &[u8]),
) -> rusqlite::Result<()> {
    // The length of a blob is known without reading it.
    let mut statement =
        connection.prepare("SELECT document, id, bytes FROM sealed WHERE length(bytes) <= ?1")?;
    let mut rows = statement.query([most as i64])?;
    while let Some(row) = rows.next()? {
        if let Ok(id) = row.get_ref(0)?.as_str()?.parse() {
            see(id, row.get_ref(1)?.as_blob()?, row.get_ref(2)?.as_blob()?);
        }
    }
    Ok(())
}
