//! Table `undo`: the gestures of each person in each film, so that undoing survives a restart.

use ql_model::{DocumentId, step::Step};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// How many gestures of one person in one film are kept.
const KEPT: i64 = 500;

/// One gesture.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Row id, in the order of doing.
    pub id: i64,
    /// What was done: the name of the command.
    pub code: String,
    /// What ties several edits into one gesture.
    pub gesture: Option<String>,
    /// The writes.
    pub steps: Vec<Step>,
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let steps: String = row.get("steps")?;
    Ok(Entry {
        id: row.get("id")?,
        code: row.get("code")?,
        gesture: row.get("gesture")?,
        steps: serde_json::from_str(&steps).unwrap_or_default(),
    })
}

/// The last gesture that was not taken back.
pub fn last_done(
    connection: &Connection,
    document: DocumentId,
    actor: &str,
) -> rusqlite::Result<Option<Entry>> {
    connection
        .prepare_cached(
            "SELECT * FROM undo WHERE document = ?1 AND actor = ?2 AND undone = 0 ORDER BY id DESC LIMIT 1",
        )?
        .query_row([document.to_string().as_str(), actor], entry)
        .optional()
}

/// The first gesture that was taken back and not done again.
pub fn first_undone(
    connection: &Connection,
    document: DocumentId,
    actor: &str,
) -> rusqlite::Result<Option<Entry>> {
    connection
        .prepare_cached(
            "SELECT * FROM undo WHERE document = ?1 AND actor = ?2 AND undone = 1 ORDER BY id LIMIT 1",
        )?
        .query_row([document.to_string().as_str(), actor], entry)
        .optional()
}

/// What could be taken back and what could be done again: their codes.
pub fn codes(
    connection: &Connection,
    document: DocumentId,
    actor: &str,
) -> rusqlite::Result<(Option<String>, Option<String>)> {
    let one = |undone: i64, order: &str| -> rusqlite::Result<Option<String>> {
        connection
            .prepare_cached(&format!("SELECT code FROM undo WHERE document = ?1 AND actor = ?2 AND undone = ?3 ORDER BY id {order} LIMIT 1"))?
            .query_row(params![document.to_string(), actor, undone], |row| row.get(0))
            .optional()
    };
    Ok((one(0, "DESC")?, one(1, "ASC")?))
}

/// Adds a gesture. What was taken back before can then no longer be done again.
pub fn insert(
    connection: &Connection,
    document: DocumentId,
    actor: &str,
    code: &str,
    gesture: Option<&str>,
    steps: &[Step],
) -> rusqlite::Result<()> {
    let document = document.to_string();
    connection
        .prepare_cached("DELETE FROM undo WHERE document = ?1 AND actor = ?2 AND undone = 1")?
        .execute([document.as_str(), actor])?;
    let json = serde_json::to_string(steps).unwrap_or_default();
    connection
        .prepare_cached(
            "INSERT INTO undo (document, actor, code, gesture, steps) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![document, actor, code, gesture, json])?;
    let id = connection.last_insert_rowid();
    if id % 64 == 0 {
        connection
            .prepare_cached(
                "DELETE FROM undo WHERE document = ?1 AND actor = ?2 AND id <= \
                 (SELECT id FROM undo WHERE document = ?1 AND actor = ?2 ORDER BY id DESC LIMIT 1 OFFSET ?3)",
            )?
            .execute(params![document, actor, KEPT])?;
    }
    Ok(())
}

/// Replaces the writes of a gesture that went on. As with a new one, what was taken back can then no longer be done again.
pub fn set_steps(connection: &Connection, id: i64, steps: &[Step]) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM undo WHERE undone = 1 AND (document, actor) = (SELECT document, actor FROM undo WHERE id = ?1)",
        )?
        .execute([id])?;
    let json = serde_json::to_string(steps).unwrap_or_default();
    connection.prepare_cached("UPDATE undo SET steps = ?2 WHERE id = ?1")?.execute(params![id, json])?;
    Ok(())
}

/// Notes that a gesture was taken back, or done again.
pub fn set_undone(connection: &Connection, id: i64, undone: bool) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE undo SET undone = ?2 WHERE id = ?1")?.execute(params![id, undone])?;
    Ok(())
}

/// Gestures whose writes cannot be read: row ids.
pub fn unreadable(connection: &Connection) -> rusqlite::Result<Vec<i64>> {
    let mut statement = connection.prepare("SELECT id, steps FROM undo")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if serde_json::from_str::<Vec<Step>>(row.get_ref(1)?.as_str().unwrap_or_default()).is_err() {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}
