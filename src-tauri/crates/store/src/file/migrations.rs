//! How a workspace file grows from one schema to the next: numbered scripts, only ever added to, each in its own transaction.

use rusqlite::{Connection, TransactionBehavior};

use super::error::FileError;

/// One step of the schema. Its place in the list, from 1, is the schema it leads to.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// What it does; it may hold several statements, no transaction.
    pub sql: &'static str,
}

macro_rules! migrations {
    ($($name:literal),* $(,)?) => { &[$(Migration { sql: include_str!(concat!("../migrations/", $name, ".sql")) }),*] };
}

/// Every migration of this version, oldest first. A released one is never changed.
pub const MIGRATIONS: &[Migration] = migrations![
    "0001_workspace",
    "0002_closer_rows",
    "0003_register",
    "0004_recovery",
    "0005_sealed_state",
    "0006_retention",
    "0007_withdrawn"
];

/// The schema this many migrations lead to.
pub(crate) fn schema_of(migrations: &[Migration]) -> u32 {
    u32::try_from(migrations.len()).expect("there are fewer than four milliard migrations")
}

/// The schema a file is at.
pub(crate) fn found_schema(connection: &Connection) -> Result<u32, FileError> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    u32::try_from(found).map_err(|_| FileError::damaged(format!("schema {found}")))
}

/// Brings the file to the newest schema. A script that fails leaves the file at the schema before it.
///
/// # Errors
/// [`FileError::Newer`] before anything is written; else what SQLite says of the script.
pub(crate) fn migrate(connection: &mut Connection, migrations: &[Migration]) -> Result<(), FileError> {
    let known = schema_of(migrations);
    let found = found_schema(connection)?;
    if found > known {
        return Err(FileError::Newer { found, known });
    }
    for (schema, migration) in (1..=known).zip(migrations).skip(found as usize) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(migration.sql)?;
        transaction.pragma_update(None, "user_version", schema)?;
        transaction.commit()?;
    }
    Ok(())
}
