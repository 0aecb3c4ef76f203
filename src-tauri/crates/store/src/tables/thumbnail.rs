//! Table `thumbnail`: pictures of drawings, rebuildable.

use ql_model::EntityId;
use rusqlite::{Connection, OptionalExtension, params};

/// Keeps a picture.
pub fn put(
    connection: &Connection,
    drawing: EntityId,
    width: u32,
    version: &str,
    png: &[u8],
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO thumbnail (drawing, width, version, png) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![drawing.to_string(), width, version, png])?;
    Ok(())
}

/// The picture of this version, when it was made before.
pub fn get(
    connection: &Connection,
    drawing: EntityId,
    width: u32,
    version: &str,
) -> rusqlite::Result<Option<Vec<u8>>> {
    connection
        .prepare_cached("SELECT png FROM thumbnail WHERE drawing = ?1 AND width = ?2 AND version = ?3")?
        .query_row(params![drawing.to_string(), width, version], |row| row.get(0))
        .optional()
}
