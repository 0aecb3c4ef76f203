//! Table `totals`: the sums of each film.

use ql_model::{DocumentId, row::Totals};
use rusqlite::{Connection, OptionalExtension, params};

/// Writes the sums of a film.
pub fn put(connection: &Connection, film: DocumentId, totals: &Totals) -> rusqlite::Result<()> {
    let sums = serde_json::to_string(totals).unwrap_or_default();
    connection
        .prepare_cached("INSERT OR REPLACE INTO totals (film, sums) VALUES (?1, ?2)")?
        .execute(params![film.to_string(), sums])?;
    Ok(())
}

/// The sums of a film; zeros when it has none.
pub fn get(connection: &Connection, film: DocumentId) -> rusqlite::Result<Totals> {
    let sums: Option<String> = connection
        .prepare_cached("SELECT sums FROM totals WHERE film = ?1")?
        .query_row([film.to_string()], |row| row.get(0))
        .optional()?;
    Ok(sums.and_then(|sums| serde_json::from_str(&sums).ok()).unwrap_or_default())
}
