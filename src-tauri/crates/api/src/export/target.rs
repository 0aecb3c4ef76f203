//! The file that is written: looked at before the work begins, and there whole or not at all.

use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
};

/// Room that is left free on a disk beside what is written.
const SPARE: u64 = 1 << 20;
/// How long a file that was made for a viewer is kept.
const PRINTED_FOR: Duration = Duration::from_secs(24 * 3600);

/// A file to be written.
#[derive(Debug)]
pub(crate) struct Target {
    path: PathBuf,
    folder: PathBuf,
}

impl Target {
    /// Says now what would be said after minutes of work: no folder, no right to write, a file that someone has open.
    pub fn check(path: &Path) -> Result<Self, Failure> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        if !folder.is_dir() {
            return Err(Failure::new(ErrorCode::FolderMissing, folder.display()));
        }
        if path.is_dir() || path.file_name().is_none() {
            return Err(Failure::new(ErrorCode::FileExists, path.display()));
        }
        match fs::symlink_metadata(path) {
            Ok(_) => is_free(path)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            // A name that this disk cannot have.
            Err(error) => return Err(failure(&error, path)),
        }
        let target = Self { path: path.to_owned(), folder };
        target.draft().map_err(|error| failure(&error, path))?;
        Ok(target)
    }

    /// Writes beside the name, then takes it: a file of that name is replaced in one step, and stays as it was when anything fails.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let fail = |error: io::Error| failure(&error, &self.path);
        let free = ql_store::free_bytes(&self.path)?;
        if free < bytes.len() as u64 + SPARE {
            return Err(Failure::new(ErrorCode::DiskFull, format!("{free} bytes free")));
        }
        let mut draft = self.draft().map_err(fail)?;
        draft.write_all(bytes).map_err(fail)?;
        // On the disk before it has its name: a power cut must leave the old file or the new one.
        draft.as_file().sync_all().map_err(fail)?;
        if self.path.exists() {
            is_free(&self.path)?;
        }
        draft.persist(&self.path).map_err(|error| failure(&error.error, &self.path))?;
        Ok(())
    }

    fn draft(&self) -> io::Result<tempfile::NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".quartier-libre-");
        // As open to others as any file of this person; drafts are made for one's own eyes.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        builder.tempfile_in(&self.folder)
    }
}

/// Whether a file may be replaced: it can be written, and no program says that it has it open.
fn is_free(path: &Path) -> Result<(), Failure> {
    let locked = |detail: &dyn std::fmt::Display| Failure::new(ErrorCode::TargetLocked, detail);
    let file = OpenOptions::new().write(true).open(path).map_err(|error| locked(&error))?;
    match file.try_lock() {
        Ok(()) => drop(file.unlock()),
        Err(fs::TryLockError::WouldBlock) => return Err(locked(&"locked")),
        // A disk without locks has nothing to say.
        Err(fs::TryLockError::Error(_)) => {}
    }
    // Offices on Linux lock nothing; they leave a note beside the file.
    if let (Some(folder), Some(name)) = (path.parent(), path.file_name()) {
        let note = folder.join(format!(".~lock.{}#", name.to_string_lossy()));
        if note.exists() {
            return Err(locked(&note.display()));
        }
    }
    Ok(())
}

fn failure(error: &io::Error, path: &Path) -> Failure {
    let code = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => ErrorCode::FolderReadOnly,
        ErrorKind::NotFound | ErrorKind::NotADirectory => ErrorCode::FolderMissing,
        ErrorKind::InvalidFilename => ErrorCode::NameRefused,
        _ => ErrorCode::Storage,
    };
    Failure::new(code, format!("{}: {error}", path.display()))
}

/// The folder of files made for a viewer. What was made for one more than a day ago goes.
pub(crate) fn printed_folder(app: &Inner) -> Result<PathBuf, Failure> {
    let folder = app.kept.printed_folder();
    fs::create_dir_all(&folder).map_err(|error| failure(&error, &folder))?;
    let old = |file: &fs::DirEntry| {
        let made = file.metadata().and_then(|about| about.modified()).ok();
        made.and_then(|made| SystemTime::now().duration_since(made).ok()).is_some_and(|age| age > PRINTED_FOR)
    };
    // Who still reads one keeps it where the system does so; a file that will not go is no reason not to print.
    for file in fs::read_dir(&folder).into_iter().flatten().flatten().filter(old) {
        let _ = fs::remove_file(file.path());
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("été & co.pdf");
        fs::write(&path, "old").unwrap();
        Target::check(&path).unwrap().write(b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "a draft is not left behind");
    }

    #[test]
    fn what_is_in_the_way_is_said_before_the_work() {
        let folder = tempfile::tempdir().unwrap();
        let code = |path: &Path| Target::check(path).expect_err("it must be refused").code;
        assert_eq!(code(&folder.path().join("none/a.pdf")), ErrorCode::FolderMissing);
        assert_eq!(code(folder.path()), ErrorCode::FileExists);
        let open = folder.path().join("a.xlsx");
        fs::write(&open, "someone reads this").unwrap();
        fs::write(folder.path().join(".~lock.a.xlsx#"), "Aïssatou").unwrap();
        assert_eq!(code(&open), ErrorCode::TargetLocked);
        assert_eq!(code(&folder.path().join("x".repeat(300))), ErrorCode::NameRefused);
    }

    #[test]
    fn a_file_that_another_program_has_locked_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").unwrap();
        let other = OpenOptions::new().write(true).open(&path).unwrap();
        other.lock().unwrap();
        assert_eq!(Target::check(&path).expect_err("it is locked").code, ErrorCode::TargetLocked);
        other.unlock().unwrap();
        Target::check(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"old", "looking changes nothing");
    }
}
