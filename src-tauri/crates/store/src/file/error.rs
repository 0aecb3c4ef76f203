//! Why a workspace file could not be opened, read, written or copied: each reason apart, because each has another way out.

use std::{error::Error, io, path::Path, path::PathBuf};

use rusqlite::{ErrorCode, ffi};
use thiserror::Error;

use super::lock::Holder;

type Cause = Box<dyn Error + Send + Sync>;

/// What is wrong with a workspace file, or with the place it lies in. The path is the caller's: it asked.
#[derive(Debug, Error)]
pub enum FileError {
    /// There is no file.
    #[error("the file does not exist")]
    Missing,
    /// There is a file already where a new one should be written.
    #[error("a file of this name exists already")]
    Exists,
    /// Another process has the workspace open.
    #[error("the workspace is open in another process{}", held_by(.holder.as_ref()))]
    InUse {
        /// Who, when it could be read.
        holder: Option<Holder>,
    },
    /// A newer version wrote the file.
    #[error("the workspace has schema {found}; this version knows {known}")]
    Newer {
        /// The file's schema.
        found: u32,
        /// The newest schema this version knows.
        known: u32,
    },
    /// A file of something else.
    #[error("the file is not a workspace of Quartier Libre")]
    NotOurs,
    /// A workspace that is torn, cut short or has a page that cannot be right.
    #[error("the workspace is damaged: {detail}")]
    Damaged {
        /// What was found, for a report.
        detail: String,
        /// What SQLite said of it.
        #[source]
        source: Option<Cause>,
    },
    /// Nothing can be written in the file's folder.
    #[error("nothing can be written in the folder")]
    FolderReadOnly {
        /// What the system said.
        #[source]
        source: Cause,
    },
    /// The file itself cannot be written.
    #[error("the file cannot be written")]
    FileReadOnly {
        /// What the system said.
        #[source]
        source: Cause,
    },
    /// No room is left on the disk.
    #[error("the disk is full")]
    DiskFull {
        /// What the system said.
        #[source]
        source: Cause,
    },
    /// Any other refusal of the system.
    #[error("could not {action} {}", .path.display())]
    Io {
        /// A verb, as in "could not read".
        action: &'static str,
        /// What it was done to.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Any other refusal of SQLite.
    #[error("the database refused")]
    Sql {
        /// What SQLite said.
        source: rusqlite::Error,
    },
}

fn held_by(holder: Option<&Holder>) -> String {
    holder.map_or_else(String::new, |Holder { pid, purpose }| format!(" ({purpose}, process {pid})"))
}

impl FileError {
    pub(crate) fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged { detail: detail.into(), source: None }
    }

    /// Whether a file that cannot be written can perhaps be read.
    #[must_use]
    pub fn may_be_read(&self) -> bool {
        matches!(
            self,
            Self::InUse { .. }
                | Self::FolderReadOnly { .. }
                | Self::FileReadOnly { .. }
                | Self::DiskFull { .. }
                | Self::Damaged { .. }
        )
    }

    /// Tells a refusal of the system apart: a missing file, a full disk, a read-only medium, or the rest.
    pub(crate) fn io(action: &'static str, path: &Path) -> impl Fn(io::Error) -> Self {
        move |source| match source.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::DiskFull { source: source.into() }
            }
            io::ErrorKind::ReadOnlyFilesystem => Self::FolderReadOnly { source: source.into() },
            _ => Self::Io { action, path: path.into(), source },
        }
    }

    /// As [`Self::io`], where a missing permission means that nothing can be written in the folder.
    pub(crate) fn folder(action: &'static str, path: &Path) -> impl Fn(io::Error) -> Self {
        move |source| match source.kind() {
            io::ErrorKind::PermissionDenied => Self::FolderReadOnly { source: source.into() },
            _ => Self::io(action, path)(source),
        }
    }
}

impl From<rusqlite::Error> for FileError {
    fn from(source: rusqlite::Error) -> Self {
        let Some(ffi::Error { code, extended_code }) = source.sqlite_error().copied() else {
            return Self::Sql { source };
        };
        match (code, extended_code) {
            (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _)
            | (_, ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_DATA) => {
                Self::Damaged { detail: source.to_string(), source: Some(source.into()) }
            }
            // Where the disk is full, the shared index of the log is the first that cannot grow.
            (ErrorCode::DiskFull, _) | (_, ffi::SQLITE_IOERR_SHMSIZE) => {
                Self::DiskFull { source: source.into() }
            }
            (_, ffi::SQLITE_READONLY_DIRECTORY) => Self::FolderReadOnly { source: source.into() },
            (ErrorCode::ReadOnly, _) => Self::FileReadOnly { source: source.into() },
            // One process writes through one connection: whoever else locks the database is a stranger.
            (ErrorCode::DatabaseBusy, _) => Self::InUse { holder: None },
            _ => Self::Sql { source },
        }
    }
}
