//! Table `tombstone`: documents that were erased. With their log goes every other row they had here.

use ql_model::{DocumentId, season::Figures};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// Erases a document: its key, its log, its snapshot and what was sealed with it; what is left is that it was there.
pub fn bury(connection: &Connection, document: DocumentId, now: i64) -> rusqlite::Result<()> {
    let id = document.to_string();
    connection.execute(
        "INSERT OR REPLACE INTO tombstone (document, seq, erased_at) \
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

/// Destroys a document as [`bury`] does, and does not say that it was erased: copies that have it keep it, and it may come back from them.
pub fn let_go(connection: &Connection, document: DocumentId, now: i64) -> rusqlite::Result<()> {
    bury(connection, document, now)?;
    // The numbers that its log had are not given again: the last one stands in a row of no document.
    connection.execute(
        "INSERT INTO tombstone (document, seq, erased_at) \
         SELECT ?2, seq, erased_at FROM tombstone WHERE document = ?1 \
         ON CONFLICT (document) DO UPDATE SET seq = max(seq, excluded.seq), erased_at = excluded.erased_at",
        params![document.to_string(), Uuid::nil().to_string()],
    )?;
    raise(connection, document)
}

/// Takes back that a document was erased: another one has its identity.
pub fn raise(connection: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM tombstone WHERE document = ?1", [document.to_string()])?;
    Ok(())
}

/// Says how many came to the session whose sheet was erased.
pub fn set_figures(connection: &Connection, document: DocumentId, came: Figures) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE tombstone SET came = ?2, came_minutes = ?3 WHERE document = ?1",
        params![document.to_string(), came.people, came.minutes],
    )?;
    Ok(())
}

/// That a document was erased, and what is kept of it.
#[derive(Clone, Copy, Debug)]
pub struct Tombstone {
    pub document: DocumentId,
    pub came: Option<Figures>,
}

/// Notes what was erased elsewhere, whether it is here or not.
pub fn note(connection: &Connection, one: &Tombstone, now: i64) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR IGNORE INTO tombstone (document, seq, erased_at) VALUES (?1, 0, ?2)",
        params![one.document.to_string(), now],
    )?;
    match one.came {
        Some(came) if has_figures(connection)? => set_figures(connection, one.document, came),
        _ => Ok(()),
    }
}

fn has_figures(connection: &Connection) -> rusqlite::Result<bool> {
    connection.column_exists(None, "tombstone", "came")
}

/// Everything that was erased, with what is kept of it.
pub fn whole(connection: &Connection) -> rusqlite::Result<Vec<Tombstone>> {
    // A file that was not opened since may be of an older schema.
    let came = if has_figures(connection)? { "came, came_minutes" } else { "NULL, NULL" };
    let mut statement = connection.prepare(&format!("SELECT document, {came} FROM tombstone"))?;
    let rows = statement.query_map([], |row| {
        let came: Option<u32> = row.get(1)?;
        let minutes: Option<u32> = row.get(2)?;
        let came = came.map(|people| Figures { people, minutes: minutes.unwrap_or(0) });
        Ok((row.get::<_, String>(0)?, came))
    })?;
    let mut all = Vec::new();
    for row in rows {
        let (document, came) = row?;
        all.extend(document.parse().ok().map(|document| Tombstone { document, came }));
    }
    Ok(all)
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
