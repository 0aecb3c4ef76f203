//! Connections to a workspace file and the settings each has. Owns every PRAGMA; none is set elsewhere.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};
use tempfile::TempDir;

use super::{disk::beside, error::FileError, header, header::APPLICATION_ID};

/// Only strangers (a backup tool, a database browser) can make us wait: one process writes, through one connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements kept ready: more than one edit of any kind needs. With rusqlite's 16, a stroke would have most of its own parsed anew.
const STATEMENTS: usize = 128;

/// Opens further connections for reading, on any thread.
#[derive(Clone, Debug)]
pub struct Readers {
    path: PathBuf,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    /// Beside the writer of this process; SQL that writes is refused by SQLite.
    BesideWriter,
    /// A file this process must not write.
    ReadOnly,
    /// A file in a folder where nothing can be written, not even the log's index.
    Immutable,
    /// As above, with a log that must be read too: a copy, removed with the last clone.
    Copy { _folder: Arc<TempDir> },
}

impl Readers {
    pub(crate) fn beside_writer(path: &Path) -> Self {
        Self { path: path.into(), way: Way::BesideWriter }
    }

    /// Finds the way in which a file can be read without changing it or its folder.
    pub(crate) fn read_only(path: &Path) -> Result<Self, FileError> {
        let readers = Self { path: path.into(), way: Way::ReadOnly };
        match readers.open() {
            Ok(_) => Ok(readers),
            Err(FileError::Sql { source }) if source.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
                Self::in_sealed_folder(path)
            }
            // Where there is no room, not even the index of an empty log can be made.
            Err(
                FileError::FolderReadOnly { .. }
                | FileError::FileReadOnly { .. }
                | FileError::DiskFull { .. },
            ) => Self::in_sealed_folder(path),
            Err(error) => Err(error),
        }
    }

    /// Leaves nothing beside a file that nobody has open.
    pub(crate) fn in_sealed_folder(path: &Path) -> Result<Self, FileError> {
        if !header::has_log(path) {
            return Ok(Self { path: path.into(), way: Way::Immutable });
        }
        Self::of_copy(path, |_| Ok(()))
    }

    /// Reads a copy that `prepare` has written in: for a file whose schema is older than what is asked of it.
    pub(crate) fn of_copy(
        path: &Path,
        prepare: impl FnOnce(&mut Connection) -> Result<(), FileError>,
    ) -> Result<Self, FileError> {
        let (folder, copy) = copied(path)?;
        let mut connection = Connection::open_with_flags(&copy, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
        settle(&connection)?;
        prepare(&mut connection)?;
        connection.close().map_err(|(_, error)| error)?;
        Ok(Self { path: copy, way: Way::Copy { _folder: Arc::new(folder) } })
    }

    /// Reads what is left of a file that is cut short: a copy, which says itself how short.
    pub(crate) fn of_rest(path: &Path) -> Result<Self, FileError> {
        let (folder, copy) = copied(path)?;
        header::shorten(&copy).map_err(FileError::io("write", &copy))?;
        Ok(Self { path: copy, way: Way::Copy { _folder: Arc::new(folder) } })
    }

    /// The file the connections read.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A new connection that can only read.
    ///
    /// # Errors
    /// Any [`FileError`] that reading a file can give.
    pub fn open(&self) -> Result<Connection, FileError> {
        let connection = match &self.way {
            Way::BesideWriter | Way::Copy { .. } => {
                Connection::open_with_flags(&self.path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?
            }
            Way::ReadOnly => {
                Connection::open_with_flags(&self.path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?
            }
            Way::Immutable => open_immutable(&self.path)?,
        };
        settle(&connection)?;
        connection.pragma_update(None, "query_only", true)?;
        check_is_ours(&connection)?;
        Ok(connection)
    }
}

/// A file and its log, copied into a folder that goes with its handle.
fn copied(path: &Path) -> Result<(TempDir, PathBuf), FileError> {
    let folder = tempfile::tempdir().map_err(FileError::io("write", Path::new("the temporary folder")))?;
    let copy = folder.path().join("copy.qlibre");
    let endings: &[&str] = if header::has_log(path) { &["", "-wal"] } else { &[""] };
    for ending in endings {
        let (from, to) = (beside(path, ending), beside(&copy, ending));
        let mut source = fs::File::open(&from).map_err(FileError::io("read", &from))?;
        let mut target = fs::File::create_new(&to).map_err(FileError::io("write", &to))?;
        std::io::copy(&mut source, &mut target).map_err(FileError::io("write", &to))?;
    }
    Ok((folder, copy))
}

fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Reads a file as it lies there, without lock or log: only for files nobody writes.
pub(crate) fn open_immutable(path: &Path) -> Result<Connection, FileError> {
    let uri = immutable_uri(path).ok_or_else(|| FileError::Io {
        action: "read",
        path: path.into(),
        source: std::io::Error::new(std::io::ErrorKind::InvalidFilename, "the name is not Unicode"),
    })?;
    let access = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(uri, flags(access))?)
}

fn immutable_uri(path: &Path) -> Option<String> {
    let absolute = std::path::absolute(path).ok()?;
    let text = absolute.to_str()?.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    Some(if cfg!(windows) {
        let text = text.replace('\\', "/");
        // A share (`//server/folder`) keeps its two slashes after an empty authority.
        format!("file://{}{text}?immutable=1", if text.starts_with('/') { "" } else { "/" })
    } else {
        format!("file:{text}?immutable=1")
    })
}

/// The one connection that writes.
pub(crate) fn open_writer(path: &Path) -> Result<Connection, FileError> {
    let connection = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
    settle(&connection)?;
    keep_everything(&connection)?;
    check_is_ours(&connection)?;
    Ok(connection)
}

/// A new, empty database with our mark on it.
pub(crate) fn create(path: &Path) -> Result<Connection, FileError> {
    let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = Connection::open_with_flags(path, flags(access))?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    settle(&connection)?;
    keep_everything(&connection)?;
    Ok(connection)
}

/// What every connection has. A file may come from a stranger's stick: its schema is not trusted to call functions, and pages are
/// looked at before they are believed.
fn settle(connection: &Connection) -> Result<(), FileError> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
    )?;
    Ok(())
}

/// A commit is on the disk when it returns. `fullfsync` is what that takes on macOS; elsewhere it does nothing. A disk that cannot have a
/// log (some network folders) keeps SQLite's rollback journal, which is as safe; readers then wait for the writer. What is deleted is
/// overwritten: a key that was destroyed must not lie on in a free page.
fn keep_everything(connection: &Connection) -> Result<(), FileError> {
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA foreign_keys = ON; \
         PRAGMA secure_delete = ON;",
    )?;
    Ok(())
}

/// The header was looked at before; the log may say otherwise.
fn check_is_ours(connection: &Connection) -> Result<(), FileError> {
    let found: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if found == APPLICATION_ID { Ok(()) } else { Err(FileError::NotOurs) }
}

/// Reads the whole structure of the file.
///
/// # Errors
/// [`FileError::Damaged`] with the first thing found.
pub(crate) fn check_structure(connection: &Connection) -> Result<(), FileError> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(FileError::damaged(found)) }
}
