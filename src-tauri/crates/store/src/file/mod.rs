//! The workspace file: one SQLite file `*.qlibre`, opened by one process at a time, never mended in silence.
//!
//! Owns how it is created, locked, opened, checked, brought to the newest schema and closed, and tells every reason why not apart
//! ([`FileError`]). Knows nothing of what the tables mean. A newer, foreign or damaged file is refused before a byte of it is written.

pub(crate) mod connection;
pub(crate) mod disk;
mod error;
pub(crate) mod header;
mod lock;
pub(crate) mod migrations;

use std::{
    fs::{self, OpenOptions},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, ErrorCode};

pub use connection::Readers;
pub use error::FileError;
pub use lock::Holder;
pub use migrations::{MIGRATIONS, Migration};

use lock::Lock;

/// Ending of every workspace's file name.
pub const EXTENSION: &str = "qlibre";

/// Up to this size a file is read through at every opening; above, only when it was not closed properly.
const ALWAYS_CHECKED: u64 = 64 * 1024 * 1024;

/// An open workspace file. Dropping it closes it and frees its lock.
#[derive(Debug)]
pub struct WorkspaceFile {
    // Dropped in this order: the log is folded in before anyone else may open the file.
    connection: Connection,
    readers: Readers,
    path: PathBuf,
    lock: Option<Lock>,
}

impl WorkspaceFile {
    /// Makes a new workspace, with the folders on the way to it, and opens it. It has its name only once it is whole.
    ///
    /// `purpose` is what others are told who find it in use.
    ///
    /// # Errors
    /// [`FileError::Exists`], [`FileError::InUse`], [`FileError::FolderReadOnly`], [`FileError::DiskFull`], [`FileError::Io`].
    pub fn create(path: &Path, purpose: &str) -> Result<Self, FileError> {
        Self::create_at(path, purpose, MIGRATIONS)
    }

    /// Opens a workspace for writing, and brings it to the newest schema.
    ///
    /// # Errors
    /// Any [`FileError`] but `Exists`; the file is as it was, save for migrations that had succeeded.
    pub fn open(path: &Path, purpose: &str) -> Result<Self, FileError> {
        Self::open_at(path, purpose, MIGRATIONS)
    }

    /// Opens a workspace for reading: takes no lock, writes nothing in it, works on a medium that cannot be written or is full, and beside a
    /// process that has the workspace open. One of an older schema is left as it is: a copy of it, brought to the newest, is read. A damaged
    /// one is read as far as it goes: each thing asked of it may be [`FileError::Damaged`].
    ///
    /// # Errors
    /// [`FileError::Missing`], `NotOurs`, `Newer`, `Damaged` when nothing of it can be read, `Io`, `Sql`.
    pub fn open_read_only(path: &Path) -> Result<Self, FileError> {
        Self::open_read_only_at(path, MIGRATIONS)
    }

    pub(crate) fn create_at(path: &Path, purpose: &str, migrations: &[Migration]) -> Result<Self, FileError> {
        let folder = disk::folder_of(path);
        fs::create_dir_all(folder).map_err(FileError::folder("make", folder))?;
        let path = path_of_new(path)?;
        if disk::exists(&path)? {
            return Err(FileError::Exists);
        }
        let lock = Lock::take(&path, purpose)?;
        let draft = disk::beside(&path, "-new");
        for ending in ["", "-wal", "-shm"] {
            disk::clear(&disk::beside(&draft, ending))?;
        }
        write_new(&draft, migrations).and_then(|()| disk::place(&draft, &path)).inspect_err(|_| {
            // What failed is told; a draft that cannot be removed is only litter, and the next attempt clears it.
            let _ = disk::clear(&draft);
        })?;
        let connection = connection::open_writer(&path)?;
        Ok(Self { connection, readers: Readers::beside_writer(&path), path, lock: Some(lock) })
    }

    pub(crate) fn open_at(path: &Path, purpose: &str, migrations: &[Migration]) -> Result<Self, FileError> {
        let path = real_path(path)?;
        let lock = Lock::take(&path, purpose)?;
        header::check(&path, migrations::schema_of(migrations))?;
        check_writable(&path)?;
        let size = fs::metadata(&path).map_err(FileError::io("read", &path))?.len();
        let must_check = size <= ALWAYS_CHECKED || header::has_log(&path);
        let mut connection = connection::open_writer(&path).map_err(sealed_folder)?;
        if must_check {
            connection::check_structure(&connection)?;
        }
        migrations::migrate(&mut connection, migrations)?;
        Ok(Self { connection, readers: Readers::beside_writer(&path), path, lock: Some(lock) })
    }

    pub(crate) fn open_read_only_at(path: &Path, migrations: &[Migration]) -> Result<Self, FileError> {
        let path = real_path(path)?;
        let (should, is) = header::lengths(&path, migrations::schema_of(migrations))?;
        let readers = if is < should { Readers::of_rest(&path)? } else { Readers::read_only(&path)? };
        Self::read(path, readers, migrations)
    }

    /// Opens a copy that nobody has open, for reading; nothing is left beside it.
    pub(crate) fn open_copy(path: &Path) -> Result<Self, FileError> {
        let path = real_path(path)?;
        header::check(&path, migrations::schema_of(MIGRATIONS))?;
        let readers = Readers::in_sealed_folder(&path)?;
        Self::read(path, readers, MIGRATIONS)
    }

    fn read(path: PathBuf, mut readers: Readers, migrations: &[Migration]) -> Result<Self, FileError> {
        let known = migrations::schema_of(migrations);
        let mut connection = readers.open()?;
        let found = migrations::found_schema(&connection)?;
        if found > known {
            return Err(FileError::Newer { found, known });
        }
        if found < known {
            readers = Readers::of_copy(readers.path(), |copy| migrations::migrate(copy, migrations))?;
            connection = readers.open()?;
        }
        Ok(Self { connection, readers, path, lock: None })
    }

    /// Reads on beside whoever has the workspace open, through a connection of its own.
    pub(crate) fn beside(readers: &Readers) -> Result<Self, FileError> {
        let path = readers.path().to_owned();
        Ok(Self { connection: readers.open()?, readers: readers.clone(), path, lock: None })
    }

    /// The file's true path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nothing can be written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    /// The one connection that writes; when [`Self::is_read_only`], it only reads.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The same, for transactions.
    #[must_use]
    pub fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }

    /// Opens connections for reading, on any thread; it may outlive this value.
    #[must_use]
    pub fn readers(&self) -> &Readers {
        &self.readers
    }

    /// The schema of what is read and written.
    ///
    /// # Errors
    /// What reading can give.
    pub fn schema(&self) -> Result<u32, FileError> {
        migrations::found_schema(&self.connection)
    }

    /// Folds the log into the file, closes it and frees its lock. Dropping does the same without telling what failed.
    ///
    /// # Errors
    /// What SQLite says; nothing acknowledged is lost, the log still has it.
    pub fn close(self) -> Result<(), FileError> {
        let Self { connection, lock, .. } = self;
        if lock.is_some() {
            // Only makes later reading faster: no reason to tell anyone that it could not be done.
            let _ = connection.execute_batch("PRAGMA optimize;");
        }
        let closed = connection.close().map_err(|(_, error)| error.into());
        drop(lock);
        closed
    }
}

/// A workspace that nobody has open and nobody may open meanwhile; there may be no file yet.
pub(crate) struct Hold {
    path: PathBuf,
    _lock: Lock,
}

impl Hold {
    pub(crate) fn take(path: &Path, purpose: &str) -> Result<Self, FileError> {
        let path = if disk::exists(path)? { real_path(path)? } else { path_of_new(path)? };
        let lock = Lock::take(&path, purpose)?;
        Ok(Self { path, _lock: lock })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// Folds the log of a held workspace into its file.
pub(crate) fn fold_log(held: &Path) -> Result<(), FileError> {
    header::check(held, migrations::schema_of(MIGRATIONS))?;
    let connection = connection::open_writer(held)?;
    connection::check_structure(&connection)?;
    Ok(connection.close().map_err(|(_, error)| error)?)
}

/// Who has this workspace open for writing, if anyone said so; a line left by a crash is believed only by those who found it locked.
#[must_use]
pub fn holder(workspace: &Path) -> Option<Holder> {
    lock::holder(&real_path(workspace).ok()?)
}

fn write_new(draft: &Path, migrations: &[Migration]) -> Result<(), FileError> {
    let mut connection = connection::create(draft)?;
    migrations::migrate(&mut connection, migrations)?;
    connection.close().map_err(|(_, error)| error)?;
    disk::sync_file(draft)
}

/// One name per file, whatever links lead to it. On Windows its true name would begin with `\\?\`, which people should not see.
#[expect(clippy::disallowed_methods, reason = "only called where it gives a plain path")]
fn real_path(path: &Path) -> Result<PathBuf, FileError> {
    fs::metadata(path).map_err(FileError::io("read", path))?;
    let real = if cfg!(windows) { std::path::absolute(path) } else { fs::canonicalize(path) };
    real.map_err(FileError::io("read", path))
}

/// In the folder by its true name, so that one file has one lock whatever path leads to it.
fn path_of_new(path: &Path) -> Result<PathBuf, FileError> {
    Ok(real_path(disk::folder_of(path))?.join(path.file_name().ok_or(FileError::Missing)?))
}

fn check_writable(path: &Path) -> Result<(), FileError> {
    match OpenOptions::new().write(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            Err(FileError::FileReadOnly { source: error.into() })
        }
        Err(error) => Err(FileError::io("write", path)(error)),
    }
}

/// The file could be opened for writing, so what cannot be opened is the log beside it.
fn sealed_folder(error: FileError) -> FileError {
    match error {
        FileError::Sql { source } if source.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
            FileError::FolderReadOnly { source: source.into() }
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;
