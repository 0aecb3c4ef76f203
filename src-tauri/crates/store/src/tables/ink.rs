//! Table `ink`: the points of finished strokes, add-only.

use std::collections::HashMap;

use ql_model::{DocumentId, EntityId, ink::InkId};
use rusqlite::{Connection, params};

/// Adds ink; the same points twice are one row.
pub fn insert(
    connection: &Connection,
    document: DocumentId,
    id: InkId,
    bytes: &[u8],
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO ink (document, id, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![document.to_string(), id.as_bytes(), bytes])?;
    Ok(())
}

/// The ink of one drawing, by id.
pub fn of_drawing(
    connection: &Connection,
    document: DocumentId,
    drawing: EntityId,
) -> rusqlite::Result<HashMap<InkId, Vec<u8>>> {
    let mut statement = connection.prepare_cached(
        "SELECT ink.id, ink.bytes FROM stroke CROSS JOIN ink ON ink.document = ?1 AND ink.id = unhex(stroke.ink) \
         WHERE stroke.drawing = ?2",
    )?;
    let mut rows = statement.query(params![document.to_string(), drawing.to_string()])?;
    let mut found = HashMap::new();
    while let Some(row) = rows.next()? {
        found.insert(InkId::from_bytes(row.get(0)?), row.get(1)?);
    }
    Ok(found)
}

/// Copies all ink of a document to another.
pub fn copy(connection: &Connection, from: DocumentId, to: DocumentId) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR IGNORE INTO ink (document, id, bytes) SELECT ?2, id, bytes FROM ink WHERE document = ?1",
        [from.to_string(), to.to_string()],
    )?;
    Ok(())
}

/// Goes over all ink: document, id and bytes.
pub fn for_each(connection: &Connection, mut see: impl FnMut(String, InkId, &[u8])) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("SELECT document, id, bytes FROM ink")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        see(row.get(0)?, InkId::from_bytes(row.get(1)?), row.get_ref(2)?.as_blob()?);
    }
    Ok(())
}

/// Ink that strokes refer to and that is not there: stroke ids.
pub fn missing(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(
        "SELECT stroke.id FROM stroke JOIN drawing ON drawing.id = stroke.drawing \
         WHERE NOT EXISTS (SELECT 1 FROM ink WHERE ink.document = drawing.film AND ink.id = unhex(stroke.ink))",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.collect()
}
