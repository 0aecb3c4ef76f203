//! Table `key`: the wrapped key of each sealed document.

use ql_model::DocumentId;
use rusqlite::{Connection, params};

/// Keeps the wrapped key of a document.
pub fn insert(connection: &Connection, document: DocumentId, wrapped: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO key (document, wrapped) VALUES (?1, ?2)")?
        .execute(params![document.to_string(), wrapped])?;
    Ok(())
}

/// Every wrapped key.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<(DocumentId, Vec<u8>)>> {
    let mut statement = connection.prepare_cached("SELECT document, wrapped FROM key")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut keys = Vec::new();
    for row in rows {
        let (id, wrapped) = row?;
        keys.extend(id.parse::<DocumentId>().ok().map(|id| (id, wrapped)));
    }
    Ok(keys)
}
