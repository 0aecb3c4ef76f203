//! Table `withdrawn`: files whose addition was taken back, and that were not erased.

use ql_model::DocumentId;
use rusqlite::{Connection, params};

/// Makes the table in a copy of an older schema, as its migration will find it.
pub fn make(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(include_str!("../migrations/0007_withdrawn.sql"))
}

/// Notes that the addition of a document was taken back.
pub fn note(connection: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO withdrawn (document) VALUES (?1)")?
        .execute([document.to_string()])?;
    Ok(())
}

/// Notes that it leaves the automatic copies too.
pub fn forget(connection: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO withdrawn (document, forgotten) VALUES (?1, 1)")?
        .execute([document.to_string()])?;
    Ok(())
}

/// Those that automatic copies may keep; or, `forgotten`, those that they may not. None where a file is of an older schema.
pub fn all(connection: &Connection, forgotten: bool) -> rusqlite::Result<Vec<DocumentId>> {
    if !connection.table_exists(None, "withdrawn")? {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare_cached("SELECT document FROM withdrawn WHERE forgotten = ?1")?;
    let ids = statement.query_map(params![forgotten], |row| row.get::<_, String>(0))?;
    Ok(ids.collect::<rusqlite::Result<Vec<_>>>()?.iter().filter_map(|id| id.parse().ok()).collect())
}
