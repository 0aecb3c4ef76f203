//! Table `document_update`: the log of every write, the source of everything.

use ql_model::DocumentId;
use rusqlite::{Connection, params};

/// Adds an update written here under a number that [`crate::Workspace`] gave.
pub fn insert_own(
    connection: &Connection,
    document: DocumentId,
    seq: i64,
    bytes: &[u8],
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO document_update (document, seq, own, bytes) VALUES (?1, ?2, 1, ?3)")?
        .execute(params![document.to_string(), seq, bytes])?;
    Ok(())
}

/// The updates of a document after a sequence number, in order, with the last number.
pub fn after(
    connection: &Connection,
    document: DocumentId,
    seq: i64,
) -> rusqlite::Result<(Vec<Vec<u8>>, i64)> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, bytes FROM document_update WHERE document = ?1 AND seq > ?2 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![document.to_string(), seq])?;
    let (mut updates, mut last) = (Vec::new(), seq);
    while let Some(row) = rows.next()? {
        last = row.get(0)?;
        updates.push(row.get(1)?);
    }
    Ok((updates, last))
}

/// The highest sequence number ever given in this file: the highest of each document is one step away, and
/// what was erased had numbers too.
pub fn last(connection: &Connection) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "SELECT max(coalesce(max((SELECT max(seq) FROM document_update WHERE document = document.id)), 0), \
             (SELECT coalesce(max(seq), 0) FROM tombstone)) FROM document",
        )?
        .query_row([], |row| row.get(0))
}
