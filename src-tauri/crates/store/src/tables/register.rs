//! Table `register`: the wrapped secret of the register, and how often it was tried.

use rusqlite::{Connection, OptionalExtension, params};

/// The one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Public key.
    pub recipient: String,
    /// The secret under the passphrase.
    pub passphrase: Vec<u8>,
    /// The secret under the recovery code.
    pub recovery: Vec<u8>,
    /// Number of the printed sheet that is valid.
    pub sheet: u32,
    /// Whether that sheet was shown to be at hand.
    pub proved: bool,
    /// When it was last sealed, in milliseconds since 1970.
    pub sealed_at: i64,
    /// Wrong tries since the last right one.
    pub tries: u32,
    /// No other try before, in milliseconds since 1970.
    pub wait_until: i64,
    /// How often the passphrase or the recovery code was changed.
    pub wraps: i64,
    /// Since when there are documents that do not open, in milliseconds since 1970; 0 when all do.
    pub damaged_at: i64,
}

/// The row; `None` before a passphrase was chosen.
pub fn get(connection: &Connection) -> rusqlite::Result<Option<Row>> {
    connection
        .prepare_cached(
            "SELECT recipient, passphrase, recovery, sheet, sealed_at, tries, wait_until, proved, wraps, damaged_at \
             FROM register",
        )?
        .query_row([], |row| {
            Ok(Row {
                recipient: row.get(0)?,
                passphrase: row.get(1)?,
                recovery: row.get(2)?,
                sheet: row.get(3)?,
                sealed_at: row.get(4)?,
                tries: row.get(5)?,
                wait_until: row.get(6)?,
                proved: row.get(7)?,
                wraps: row.get(8)?,
                damaged_at: row.get(9)?,
            })
        })
        .optional()
}

/// Writes the row of a register that is made.
pub fn insert(connection: &Connection, row: &Row) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO register (id, recipient, passphrase, recovery, sheet, sealed_at, tries, wait_until) \
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            row.recipient,
            row.passphrase,
            row.recovery,
            row.sheet,
            row.sealed_at,
            row.tries,
            row.wait_until
        ])?;
    Ok(())
}

/// Puts the public key in its place again, where the file is still the one with these wraps.
pub fn mend_recipient(
    connection: &Connection,
    recipient: &str,
    (passphrase, recovery): (&[u8], &[u8]),
) -> rusqlite::Result<usize> {
    let mend = "UPDATE register SET recipient = ?1 WHERE passphrase = ?2 AND recovery = ?3";
    connection.execute(mend, params![recipient, passphrase, recovery])
}

/// Replaces the secret under the passphrase.
pub fn set_passphrase(connection: &Connection, wrapped: &[u8]) -> rusqlite::Result<()> {
    connection.execute("UPDATE register SET passphrase = ?1, wraps = wraps + 1", [wrapped])?;
    Ok(())
}

/// Replaces the secret under the recovery code by that of a sheet that is at hand; the sheets before are void.
pub fn set_recovery(connection: &Connection, wrapped: &[u8], sheet: u32) -> rusqlite::Result<()> {
    let all = "UPDATE register SET recovery = ?1, sheet = ?2, proved = 1, wraps = wraps + 1";
    connection.execute(all, params![wrapped, sheet])?;
    Ok(())
}

/// Whether a copy of the same register opens with a passphrase, or a code, that was changed since.
pub fn is_older(copy: &Connection, row: &Row) -> rusqlite::Result<bool> {
    if !copy.table_exists(None, "register")? {
        return Ok(false);
    }
    // A copy of an older schema was made before anything was counted.
    let wraps = if copy.column_exists(None, "register", "wraps")? { "wraps" } else { "0" };
    let older = format!("SELECT {wraps} < ?1 FROM register WHERE recipient = ?2");
    Ok(copy
        .query_row(&older, params![row.wraps, row.recipient], |row| row.get(0))
        .optional()?
        .unwrap_or(false))
}

/// Puts what opens a register in the place of what opens its copy.
pub fn set_wraps(connection: &Connection, row: &Row) -> rusqlite::Result<()> {
    let all = "UPDATE register SET passphrase = ?1, recovery = ?2, sheet = ?3, proved = ?4, wraps = ?5";
    connection.execute(all, params![row.passphrase, row.recovery, row.sheet, row.proved, row.wraps])?;
    Ok(())
}

/// Notes since when there are documents that do not open; 0 when all do.
pub fn set_damaged_at(connection: &Connection, at: i64) -> rusqlite::Result<()> {
    connection.execute("UPDATE register SET damaged_at = ?1", [at])?;
    Ok(())
}

/// Takes away a lock whose inside is torn: the passphrase's, or the recovery code's.
pub fn give_up_lock(connection: &Connection, of_code: bool) -> rusqlite::Result<()> {
    let lock = if of_code { "recovery" } else { "passphrase" };
    connection.execute(&format!("UPDATE register SET {lock} = x''"), [])?;
    Ok(())
}

/// Notes that the sheet is at hand.
pub fn set_proved(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("UPDATE register SET proved = 1", [])?;
    Ok(())
}

/// Notes how often it was tried.
pub fn set_tries(connection: &Connection, tries: u32, wait_until: i64) -> rusqlite::Result<()> {
    connection.execute("UPDATE register SET tries = ?1, wait_until = ?2", params![tries, wait_until])?;
    Ok(())
}

/// Notes when it was sealed.
pub fn set_sealed_at(connection: &Connection, at: i64) -> rusqlite::Result<()> {
    connection.execute("UPDATE register SET sealed_at = ?1", [at])?;
    Ok(())
}
