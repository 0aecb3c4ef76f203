//! Table `key`: the wrapped key of each sealed document.

use ql_model::{DocumentId, entity::Kind};
use rusqlite::{Connection, OptionalExtension, params};

/// Keeps the wrapped key of a document.
pub fn insert(connection: &Connection, document: DocumentId, wrapped: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO key (document, wrapped) VALUES (?1, ?2)")?
        .execute(params![document.to_string(), wrapped])?;
    Ok(())
}

/// A wrapped key.
#[derive(Debug)]
pub struct Row {
    /// Of which document.
    pub document: DocumentId,
    /// The key, wrapped to the register.
    pub wrapped: Vec<u8>,
    /// The document's past holds what was said of someone else.
    pub tainted: bool,
}

/// Every wrapped key.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Row>> {
    let mut statement = connection.prepare_cached("SELECT document, wrapped, tainted FROM key")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?)))?;
    let mut keys = Vec::new();
    for row in rows {
        let (id, wrapped, tainted) = row?;
        keys.extend(id.parse().ok().map(|document| Row { document, wrapped, tainted }));
    }
    Ok(keys)
}

/// The wrapped key of a document.
pub fn of(connection: &Connection, document: DocumentId) -> rusqlite::Result<Option<Vec<u8>>> {
    let mut statement = connection.prepare_cached("SELECT wrapped FROM key WHERE document = ?1")?;
    statement.query_row([document.to_string()], |row| row.get(0)).optional()
}

/// Whether there is one.
pub fn any(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM key)", [], |row| row.get(0))
}

/// The same of every document of a kind, where that can be noted.
pub fn taint_all(connection: &Connection, kind: Kind) -> rusqlite::Result<()> {
    if connection.column_exists(None, "key", "tainted")? {
        connection.execute(
            "UPDATE key SET tainted = 1 FROM document WHERE document.id = key.document AND document.kind = ?1",
            [kind.code()],
        )?;
    }
    Ok(())
}

/// Takes that back of documents that were looked into.
pub fn untaint(connection: &Connection, documents: &[DocumentId]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("UPDATE key SET tainted = 0 WHERE document = ?1")?;
    documents.iter().try_for_each(|id| statement.execute([id.to_string()]).map(drop))
}

/// Notes that the past of a document holds what was said of someone else. Written anew, it has another key.
pub fn taint(connection: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE key SET tainted = 1 WHERE document = ?1")?
        .execute([document.to_string()])?;
    Ok(())
}
