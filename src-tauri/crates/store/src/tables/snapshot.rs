//! Table `snapshot`: one whole document each, so that opening does not replay the log.

use ql_model::DocumentId;
use rusqlite::{Connection, OptionalExtension, params};

/// Replaces the snapshot of a document.
pub fn put(connection: &Connection, document: DocumentId, seq: i64, bytes: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO snapshot (document, seq, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![document.to_string(), seq, bytes])?;
    Ok(())
}

/// The snapshot of a document and the last update in it.
pub fn get(connection: &Connection, document: DocumentId) -> rusqlite::Result<Option<(i64, Vec<u8>)>> {
    connection
        .prepare_cached("SELECT seq, bytes FROM snapshot WHERE document = ?1")?
        .query_row([document.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}
