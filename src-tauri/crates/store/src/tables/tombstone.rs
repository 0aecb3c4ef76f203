//! Table `tombstone`: documents that were erased. With their log goes every other row they had here.

use ql_model::DocumentId;
use rusqlite::{Connection, params};

/// Erases a document: its key, its log, its snapshot and what was sealed with it; what is left is that it was there.
pub fn bury(connection: &Connection, document: DocumentId, now: i64) -> rusqlite::Result<()> {
    let id = document.to_string();
    connection.execute(
        "INSERT INTO tombstone (document, seq, erased_at) \
         SELECT ?1, coalesce(max(seq), 0), ?2 FROM document_update WHERE document = ?1",
        params![id, now],
    )?;
    for table in ["key", "sealed", "ink", "snapshot", "undo", "document_update"] {
        connection.execute(&format!("DELETE FROM {table} WHERE document = ?1"), [&id])?;
    }
    // The name someone chose to be seen by is a row of its own.
    connection.execute("DELETE FROM face WHERE id = ?1", [&id])?;
    connection.execute("DELETE FROM document WHERE id = ?1", [&id])?;
    Ok(())
}

/// Takes back that a document was erased: another one has its identity.
pub fn raise(connection: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM tombstone WHERE document = ?1", [document.to_string()])?;
    Ok(())
}

/// Whether a document was erased.
pub fn has(connection: &Connection, document: DocumentId) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM tombstone WHERE document = ?1")?;
    statement.exists([document.to_string()])
}

/// The documents that were erased.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<DocumentId>> {
    let mut statement = connection.prepare_cached("SELECT document FROM tombstone")?;
    let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(ids.collect::<rusqlite::Result<Vec<_>>>()?.iter().filter_map(|id| id.parse().ok()).collect())
}
