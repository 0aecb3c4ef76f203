//! Table `document`: what documents there are.

use ql_model::{DocumentId, entity::Kind};
use rusqlite::{Connection, OptionalExtension, params};

/// Adds a document.
pub fn insert(
    connection: &Connection,
    id: DocumentId,
    kind: Kind,
    source: Option<&str>,
    now: i64,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO document (id, kind, source, created_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?4)",
        )?
        .execute(params![id.to_string(), kind.code(), source, now])?;
    Ok(())
}

/// Its kind, when it is here.
pub fn kind(connection: &Connection, id: DocumentId) -> rusqlite::Result<Option<Kind>> {
    let code: Option<String> = connection
        .prepare_cached("SELECT kind FROM document WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    Ok(code.and_then(|code| Kind::parse(&code)))
}

/// When it last changed, in milliseconds since 1970.
pub fn changed_at(connection: &Connection, id: DocumentId) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached("SELECT changed_at FROM document WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()
}

/// Notes that it was changed, to ten seconds: the order of films on a page is not worth a page of the file at each stroke.
pub fn touch(connection: &Connection, id: DocumentId, now: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE document SET changed_at = ?2 WHERE id = ?1 AND changed_at < ?2 - 10000")?
        .execute(params![id.to_string(), now])?;
    Ok(())
}

/// The documents of a kind with the time of their last change (milliseconds since 1970), latest first.
pub fn of_kind(connection: &Connection, kind: Kind) -> rusqlite::Result<Vec<(DocumentId, i64)>> {
    let mut statement = connection
        .prepare_cached("SELECT id, changed_at FROM document WHERE kind = ?1 ORDER BY changed_at DESC, id")?;
    let rows = statement.query_map([kind.code()], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut documents = Vec::new();
    for row in rows {
        let (id, changed_at) = row?;
        documents.extend(id.parse::<DocumentId>().ok().map(|id| (id, changed_at)));
    }
    Ok(documents)
}

/// The documents of a kind, the one that was made first of all first.
pub fn in_order(connection: &Connection, kind: Kind) -> rusqlite::Result<Vec<DocumentId>> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM document WHERE kind = ?1 ORDER BY created_at, id")?;
    let ids = statement.query_map([kind.code()], |row| row.get::<_, String>(0))?;
    Ok(ids.collect::<rusqlite::Result<Vec<_>>>()?.iter().filter_map(|id| id.parse().ok()).collect())
}

/// When it was made, in milliseconds since 1970.
pub fn created_at(connection: &Connection, id: DocumentId) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached("SELECT created_at FROM document WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()
}

/// When documents were made and last changed, in milliseconds since 1970, in no order.
pub fn moments(connection: &Connection) -> rusqlite::Result<Vec<i64>> {
    let mut statement =
        connection.prepare_cached("SELECT created_at FROM document UNION SELECT changed_at FROM document")?;
    statement.query_map([], |row| row.get(0))?.collect()
}

/// Every document.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<DocumentId>> {
    let mut statement = connection.prepare_cached("SELECT id FROM document")?;
    let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(ids.collect::<rusqlite::Result<Vec<_>>>()?.iter().filter_map(|id| id.parse().ok()).collect())
}

/// The documents that came from a source, oldest first.
pub fn from_source(connection: &Connection, source: &str) -> rusqlite::Result<Vec<DocumentId>> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM document WHERE source = ?1 ORDER BY created_at, id")?;
    let rows = statement.query_map([source], |row| row.get::<_, String>(0))?;
    Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?.iter().filter_map(|id| id.parse().ok()).collect())
}
