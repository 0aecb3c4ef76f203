//! One process at a time has a workspace open for writing. Owns the lock beside the file, `<name>.qlibre-lock`.
//!
//! The system holds the lock, not the file's presence: it is free again the moment its process ends, however it ends, and a lock file left
//! by a crash means nothing. Reading only takes no lock.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
    path::{Path, PathBuf},
    process,
};

use super::{disk::beside, error::FileError};

/// Who has a workspace open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its process.
    pub pid: u32,
    /// What it said it was doing, on one line: `window`, `call add_film`, an address to reach it by.
    pub purpose: String,
}

/// Held as long as this value lives.
#[derive(Debug)]
pub(crate) struct Lock {
    #[cfg_attr(not(unix), expect(dead_code, reason = "closing the file frees the lock"))]
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock or says who has it.
    ///
    /// # Errors
    /// [`FileError::InUse`], [`FileError::FolderReadOnly`], [`FileError::DiskFull`], [`FileError::Io`].
    pub(crate) fn take(workspace: &Path, purpose: &str) -> Result<Self, FileError> {
        let path = lock_path(workspace);
        loop {
            let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
            let file = open.map_err(FileError::folder("write", &path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(FileError::InUse { holder: holder(workspace) }),
                Err(TryLockError::Error(source)) => return Err(FileError::io("lock", &path)(source)),
            }
            // Between opening and locking, its last holder may have removed it: a lock on a removed file locks nothing.
            if is_still_at(&file, &path) {
                let lock = Self { path, file };
                lock.describe(purpose);
                return Ok(lock);
            }
        }
    }

    /// Who holds it is only told to help: a full disk must not keep anyone from opening their work, so failing here is no error.
    fn describe(&self, purpose: &str) {
        let line = purpose.replace(['\n', '\r'], " ");
        let mut file = &self.file;
        let _ = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| write!(file, "{}\n{line}\n", process::id()));
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Only the holder removes the file, and whoever locked a removed one looks again. Elsewhere than on Unix one cannot tell whether
        // a file is still the one at its path, so there it stays, empty.
        #[cfg(unix)]
        let _ = fs::remove_file(&self.path);
        #[cfg(not(unix))]
        let _ = self.file.set_len(0);
    }
}

/// Who has this workspace open, as they wrote it. On Windows a locked file cannot be read by others, and nobody is named.
pub(crate) fn holder(workspace: &Path) -> Option<Holder> {
    let mut text = String::new();
    File::open(lock_path(workspace)).ok()?.take(4_096).read_to_string(&mut text).ok()?;
    let (pid, purpose) = text.split_once('\n')?;
    Some(Holder { pid: pid.parse().ok()?, purpose: purpose.trim_end().to_owned() })
}

fn lock_path(workspace: &Path) -> PathBuf {
    beside(workspace, "-lock")
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_at(_: &File, path: &Path) -> bool {
    fs::exists(path).unwrap_or(false)
}
