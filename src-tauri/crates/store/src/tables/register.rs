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
}

/// The row; `None` before a passphrase was chosen.
pub fn get(connection: &Connection) -> rusqlite::Result<Option<Row>> {
    connection
        .prepare_cached(
            "SELECT recipient, passphrase, recovery, sheet, sealed_at, tries, wait_until, proved FROM register",
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
            })
        })
        .optional()
}

/// The public key alone, also of a file of an older version.
pub fn recipient(connection: &Connection) -> rusqlite::Result<Option<String>> {
    connection.query_row("SELECT recipient FROM register", [], |row| row.get(0)).optional()
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

/// Replaces the secret under the passphrase.
pub fn set_passphrase(connection: &Connection, wrapped: &[u8]) -> rusqlite::Result<()> {
    connection.execute("UPDATE register SET passphrase = ?1", [wrapped])?;
    Ok(())
}

/// Replaces the secret under the recovery code by that of a sheet that is at hand; the sheets before are void.
pub fn set_recovery(connection: &Connection, wrapped: &[u8], sheet: u32) -> rusqlite::Result<()> {
    connection
        .execute("UPDATE register SET recovery = ?1, sheet = ?2, proved = 1", params![wrapped, sheet])?;
    Ok(())
}

/// The public key, and the secret under the passphrase and under the recovery code.
pub type Wraps = (String, Vec<u8>, Vec<u8>);

/// What wraps the secret, in a copy of the file.
pub fn wraps(connection: &Connection) -> rusqlite::Result<Option<Wraps>> {
    let one = "SELECT recipient, passphrase, recovery FROM register";
    connection.query_row(one, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()
}

/// Puts other wraps in the place of those of a copy.
pub fn set_wraps(connection: &Connection, row: &Row) -> rusqlite::Result<()> {
    let all = "UPDATE register SET passphrase = ?1, recovery = ?2, sheet = ?3";
    connection.execute(all, params![row.passphrase, row.recovery, row.sheet])?;
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
