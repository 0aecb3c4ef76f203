//! Tables `search_text` and `search`: every text people wrote, found without accents and by beginnings of words.

use ql_model::{DocumentId, EntityId, row::Changes};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Whose text.
    pub entity: EntityId,
    /// In which document.
    pub document: DocumentId,
    /// Kind of the entity.
    pub kind: String,
    /// Which field.
    pub field: String,
    /// The text around the words found, each between [`OPEN`] and [`CLOSE`].
    pub snippet: String,
}

/// Stands before a word found; people cannot type it.
pub const OPEN: char = '\u{E000}';
/// Stands behind a word found.
pub const CLOSE: char = '\u{E001}';

/// A text with whose it is: entity, kind, field, text.
pub type Entry = (String, String, String, String);

/// Follows the rows.
pub fn write(connection: &Connection, document: DocumentId, changes: &Changes) -> rusqlite::Result<()> {
    for (entity, kind, texts) in texts_of(changes) {
        put(connection, document, entity, kind, &texts)?;
    }
    for id in &changes.deleted {
        forget(connection, *id)?;
    }
    Ok(())
}

/// The texts of one row: whose, its kind, and each field with its text.
type Texts<'a> = (EntityId, &'static str, Vec<(&'static str, &'a str)>);

/// What there is to search in rows.
fn texts_of(changes: &Changes) -> Vec<Texts<'_>> {
    let mut all: Vec<Texts<'_>> = Vec::new();
    all.extend(changes.films.iter().map(|row| (row.id, "film", vec![("title", row.title.as_str())])));
    all.extend(changes.scenes.iter().map(|row| {
        let texts = [
            ("heading", &row.heading),
            ("subset", &row.subset),
            ("summary", &row.summary),
            ("characters", &row.characters),
        ];
        (row.id, "scene", texts.map(|(field, text)| (field, text.as_str())).to_vec())
    }));
    all.extend(changes.shots.iter().map(|row| {
        let texts = [
            ("action", &row.action),
            ("dialogue", &row.dialogue),
            ("notes", &row.notes),
            ("characters", &row.characters),
            ("lens", &row.lens),
        ];
        (row.id, "shot", texts.map(|(field, text)| (field, text.as_str())).to_vec())
    }));
    all.extend(changes.panels.iter().map(|row| {
        (row.id, "panel", vec![("action", row.action.as_str()), ("dialogue", row.dialogue.as_str())])
    }));
    all.extend(changes.marks.iter().map(|row| (row.id, "mark", vec![("text", row.text.as_str())])));
    all
}

/// What the tables should hold for all rows of a document, sorted.
pub fn wanted(rows: &Changes) -> Vec<Entry> {
    let mut wanted: Vec<Entry> = Vec::new();
    for (entity, kind, texts) in texts_of(rows) {
        let full = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        wanted.extend(
            full.map(|(field, text)| {
                (entity.to_string(), kind.to_owned(), field.to_owned(), text.to_owned())
            }),
        );
    }
    wanted.sort();
    wanted
}

/// What the tables hold for a document, sorted.
pub fn stored(connection: &Connection, document: DocumentId) -> rusqlite::Result<Vec<Entry>> {
    let mut statement =
        connection.prepare("SELECT entity, kind, field, text FROM search_text WHERE document = ?1")?;
    let rows = statement
        .query_map([document.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let mut stored = rows.collect::<rusqlite::Result<Vec<Entry>>>()?;
    stored.sort();
    Ok(stored)
}

fn put(
    connection: &Connection,
    document: DocumentId,
    entity: EntityId,
    kind: &str,
    texts: &[(&str, &str)],
) -> rusqlite::Result<()> {
    let mut old: Vec<(i64, String, String)> = connection
        .prepare_cached("SELECT id, field, text FROM search_text WHERE entity = ?1")?
        .query_map([entity.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut new: Vec<&(&str, &str)> = texts.iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    old.retain(|(_, field, text)| {
        let same = new.iter().position(|(f, t)| f == field && t == text);
        if let Some(at) = same {
            new.remove(at);
        }
        same.is_none()
    });
    for (id, _, text) in &old {
        remove(connection, *id, text)?;
    }
    for (field, text) in new {
        connection
            .prepare_cached(
                "INSERT INTO search_text (entity, document, kind, field, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![entity.to_string(), document.to_string(), kind, field, text])?;
        let id = connection.last_insert_rowid();
        connection
            .prepare_cached("INSERT INTO search (rowid, text) VALUES (?1, ?2)")?
            .execute(params![id, text])?;
    }
    Ok(())
}

fn remove(connection: &Connection, id: i64, text: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)")?
        .execute(params![id, text])?;
    connection.prepare_cached("DELETE FROM search_text WHERE id = ?1")?.execute([id])?;
    Ok(())
}

fn forget(connection: &Connection, entity: Uuid) -> rusqlite::Result<()> {
    let old: Vec<(i64, String)> = connection
        .prepare_cached("SELECT id, text FROM search_text WHERE entity = ?1")?
        .query_map([entity.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (id, text) in old {
        remove(connection, id, &text)?;
    }
    Ok(())
}

/// Removes the texts of a document, before writing them again.
pub fn clear(connection: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    let ids: Vec<(i64, String)> = connection
        .prepare("SELECT id, text FROM search_text WHERE document = ?1")?
        .query_map([document.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (id, text) in ids {
        remove(connection, id, &text)?;
    }
    Ok(())
}

/// Finds texts in which every word of the query begins a word. At most 400, best first.
pub fn find(connection: &Connection, query: &str) -> rusqlite::Result<Vec<Hit>> {
    let words: Vec<String> = query
        .split_whitespace()
        .take(12)
        .map(|word| format!("\"{}\"*", word.replace('"', "")))
        .filter(|word| word.len() > 3)
        .collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare_cached(
        "SELECT t.entity, t.document, t.kind, t.field, snippet(search, 0, char(57344), char(57345), '…', 14) \
         FROM search JOIN search_text t ON t.id = search.rowid WHERE search MATCH ?1 ORDER BY rank LIMIT 400",
    )?;
    let mut rows = statement.query([words.join(" ")])?;
    let mut hits = Vec::new();
    while let Some(row) = rows.next()? {
        let (entity, document): (String, String) = (row.get(0)?, row.get(1)?);
        if let (Ok(entity), Ok(document)) = (entity.parse(), document.parse()) {
            hits.push(Hit { entity, document, kind: row.get(2)?, field: row.get(3)?, snippet: row.get(4)? });
        }
    }
    Ok(hits)
}
