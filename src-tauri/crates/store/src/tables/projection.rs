//! Table `projection`: which computation of the rows the file has.

use rusqlite::Connection;

/// The generation of the rows; 0 when none was noted.
pub fn generation(connection: &Connection) -> rusqlite::Result<u32> {
    connection.query_row("SELECT coalesce(max(generation), 0) FROM projection", [], |row| row.get(0))
}

/// Notes the generation of the rows.
pub fn put(connection: &Connection, generation: u32) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM projection", [])?;
    connection.execute("INSERT INTO projection (generation) VALUES (?1)", [generation])?;
    Ok(())
}
