//! Table `undo`: the gestures of each person in each film, so that undoing survives a restart. What was taken back stands behind all
//! that was not, until the next gesture clears it away.

use ql_model::{DocumentId, step::Step};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// How many gestures of one person in one film are kept.
const KEPT: i64 = 500;

/// One gesture.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number among those of one person in one film, in the order of doing.
    pub id: i64,
    /// What was done: the name of the command.
    pub code: String,
    /// What ties several edits into one gesture.
    pub gesture: Option<String>,
    /// The writes.
    pub steps: Vec<Step>,
}

/// Whose gestures, in which film.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// The film.
    pub document: DocumentId,
    /// A face, or "desk".
    pub actor: &'a str,
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
pub fn last_done(connection: &Connection, whose: Whose<'_>) -> rusqlite::Result<Option<Entry>> {
    let sql = "SELECT * FROM undo WHERE document = ?1 AND actor = ?2 AND undone = 0 ORDER BY id DESC LIMIT 1";
    connection
        .prepare_cached(sql)?
        .query_row([whose.document.to_string().as_str(), whose.actor], entry)
        .optional()
}

/// The first gesture that was taken back and not done again.
pub fn first_undone(connection: &Connection, whose: Whose<'_>) -> rusqlite::Result<Option<Entry>> {
    let sql = "SELECT * FROM undo WHERE document = ?1 AND actor = ?2 AND id > ?3 ORDER BY id LIMIT 1";
    let last = last_id(connection, whose)?;
    connection
        .prepare_cached(sql)?
        .query_row(params![whose.document.to_string(), whose.actor, last], entry)
        .optional()
}

/// What could be taken back and what could be done again: their codes.
pub fn codes(
    connection: &Connection,
    whose: Whose<'_>,
) -> rusqlite::Result<(Option<String>, Option<String>)> {
    let document = whose.document.to_string();
    let done: Option<(i64, String)> = connection
        .prepare_cached("SELECT id, code FROM undo WHERE document = ?1 AND actor = ?2 AND undone = 0 ORDER BY id DESC LIMIT 1")?
        .query_row(params![document, whose.actor], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (last, undo) = done.map_or((0, None), |(id, code)| (id, Some(code)));
    let redo: Option<String> = connection
        .prepare_cached(
            "SELECT code FROM undo WHERE document = ?1 AND actor = ?2 AND id > ?3 ORDER BY id LIMIT 1",
        )?
        .query_row(params![document, whose.actor, last], |row| row.get(0))
        .optional()?;
    Ok((undo, redo))
}

/// The number of the last gesture that was not taken back; 0 when there is none.
fn last_id(connection: &Connection, whose: Whose<'_>) -> rusqlite::Result<i64> {
    let last = connection
        .prepare_cached(
            "SELECT id FROM undo WHERE document = ?1 AND actor = ?2 AND undone = 0 ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![whose.document.to_string(), whose.actor], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or(0))
}

/// Adds a gesture. What was taken back before can then no longer be done again.
pub fn insert(
    connection: &Connection,
    whose: Whose<'_>,
    code: &str,
    gesture: Option<&str>,
    steps: &[Step],
) -> rusqlite::Result<()> {
    let document = whose.document.to_string();
    let id = last_id(connection, whose)? + 1;
    forget_undone(connection, whose)?;
    let json = serde_json::to_string(steps).unwrap_or_default();
    connection
        .prepare_cached(
            "INSERT INTO undo (document, actor, id, code, gesture, steps) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![document, whose.actor, id, code, gesture, json])?;
    if id % 64 == 0 {
        connection
            .prepare_cached("DELETE FROM undo WHERE document = ?1 AND actor = ?2 AND id <= ?3")?
            .execute(params![document, whose.actor, id - KEPT])?;
    }
    Ok(())
}

/// Replaces the writes of a gesture that went on; one that came to nothing is forgotten. As with a new one, what was taken back can
/// then no longer be done again.
pub fn set_steps(connection: &Connection, whose: Whose<'_>, id: i64, steps: &[Step]) -> rusqlite::Result<()> {
    forget_undone(connection, whose)?;
    let document = whose.document.to_string();
    if steps.is_empty() {
        connection
            .prepare_cached("DELETE FROM undo WHERE document = ?1 AND actor = ?2 AND id = ?3")?
            .execute(params![document, whose.actor, id])?;
    } else {
        let json = serde_json::to_string(steps).unwrap_or_default();
        connection
            .prepare_cached("UPDATE undo SET steps = ?4 WHERE document = ?1 AND actor = ?2 AND id = ?3")?
            .execute(params![document, whose.actor, id, json])?;
    }
    Ok(())
}

/// Forgets what was taken back.
fn forget_undone(connection: &Connection, whose: Whose<'_>) -> rusqlite::Result<()> {
    let last = last_id(connection, whose)?;
    connection
        .prepare_cached("DELETE FROM undo WHERE document = ?1 AND actor = ?2 AND id > ?3")?
        .execute(params![whose.document.to_string(), whose.actor, last])?;
    Ok(())
}

/// Notes that a gesture was taken back, or done again.
pub fn set_undone(connection: &Connection, whose: Whose<'_>, id: i64, undone: bool) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE undo SET undone = ?4 WHERE document = ?1 AND actor = ?2 AND id = ?3")?
        .execute(params![whose.document.to_string(), whose.actor, id, undone])?;
    Ok(())
}

/// Gestures whose writes cannot be read: film and number.
pub fn unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT document, id, steps FROM undo")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if serde_json::from_str::<Vec<Step>>(row.get_ref(2)?.as_str().unwrap_or_default()).is_err() {
            found.push(format!("{}/{}", row.get_ref(0)?.as_str().unwrap_or_default(), row.get::<_, i64>(1)?));
        }
    }
    Ok(found)
}
