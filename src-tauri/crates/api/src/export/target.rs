//! The file that is written: looked at before the work begins, and there whole or not at all.

use std::{
    ffi::OsStr,
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Read as _, Write as _},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
};

/// Room that is left free on a disk beside what is written.
const SPARE: u64 = 1 << 20;
/// How long a file that was made for a viewer is kept: who prints has long done so.
const PRINTED_FOR: Duration = Duration::from_secs(2 * 3600);
/// How every file of SQLite begins.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";
/// How a file begins its name while it is written, and how many letters and figures follow.
const DRAFT: &str = ".quartier-libre-";
const DRAFT_LETTERS: usize = 6;
/// A draft as old as this belongs to a program that was stopped while it wrote.
const ABANDONED_AFTER: Duration = Duration::from_secs(3600);

/// A file to be written.
#[derive(Debug)]
pub(crate) struct Target {
    path: PathBuf,
    folder: PathBuf,
    /// For the eyes of this person only.
    private: bool,
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
        let target = match fs::metadata(path) {
            Ok(about) if about.is_file() => {
                // A link stays one: what it points to is replaced.
                let path = followed(path);
                if holds_films(&path) {
                    return Err(Failure::new(ErrorCode::FileExists, path.display()));
                }
                is_free(&path)?;
                let folder = path.parent().map_or(folder, Path::to_owned);
                Self { path, folder, private: false }
            }
            // A folder, or a device, which must not even be opened: it may wait for ever.
            Ok(_) => return Err(Failure::new(ErrorCode::FileExists, path.display())),
            Err(error) if error.kind() == ErrorKind::NotFound && path.file_name().is_some() => {
                // What is to be written would later be taken for what SQLite keeps beside its file.
                if is_of_films(path) {
                    return Err(Failure::new(ErrorCode::NameRefused, path.display()));
                }
                Self { path: path.to_owned(), folder, private: false }
            }
            // A name that this disk cannot have, or one that leads nowhere.
            Err(error) => {
                let failure = failure(&error, path);
                let code =
                    if failure.code == ErrorCode::Storage { ErrorCode::NameRefused } else { failure.code };
                return Err(Failure { code, ..failure });
            }
        };
        target.sweep();
        target.draft().map_err(|error| failure(&error, path))?;
        Ok(target)
    }

    /// What is written is read by no other account of this computer.
    pub fn private(self) -> Self {
        Self { private: true, ..self }
    }

    /// Writes beside the name, then takes it: a file of that name is replaced in one step, and stays as it was when anything fails.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let fail = |error: io::Error| failure(&error, &self.path);
        let free = ql_store::free_bytes(&self.path)?;
        // Some shared disks say that nothing is free when they do not know: whether it is true is seen when it is written.
        if free > 0 && free < bytes.len() as u64 + SPARE {
            return Err(Failure::new(ErrorCode::TargetFull, format!("{free} bytes free")));
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

    /// Takes away what a program that was killed has left beside its files. A file that will not go is in nobody's way.
    fn sweep(&self) {
        remove(&self.folder, |file| is_draft(&file.file_name()) && is_older(file, ABANDONED_AFTER));
    }

    fn draft(&self) -> io::Result<tempfile::NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(DRAFT).rand_bytes(DRAFT_LETTERS);
        // As open to others as any file of this person; drafts are made for one's own eyes.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(if self.private {
            0o600
        } else {
            0o666
        }));
        // Elsewhere the folders of a person are closed to the others.
        #[cfg(not(unix))]
        let _ = self.private;
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
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => ErrorCode::TargetFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => ErrorCode::TargetFolder,
        ErrorKind::NotFound | ErrorKind::NotADirectory => ErrorCode::FolderMissing,
        ErrorKind::InvalidFilename => ErrorCode::NameRefused,
        _ => ErrorCode::Storage,
    };
    Failure::new(code, format!("{}: {error}", path.display()))
}

/// The folder of files made for a viewer, which only this person may read.
pub(crate) fn printed_folder(app: &Inner) -> Result<PathBuf, Failure> {
    let folder = app.kept.printed_folder();
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder).map_err(|error| failure(&error, &folder))?;
    sweep_printed(&folder);
    Ok(folder)
}

/// Takes away the files of this folder that were made for a viewer a while ago: they hold names and drawings. Who still reads one keeps it
/// where the system does so; one that will not go now goes another time.
pub(crate) fn sweep_printed(folder: &Path) {
    remove(folder, |file| is_older(file, PRINTED_FOR));
}

/// Where a file really is. The system has found it already, so its links end.
fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    while let Ok(to) = fs::read_link(&path) {
        // What a link says is meant from its own folder.
        path = path.parent().map_or(to.clone(), |folder| folder.join(to));
    }
    path
}

/// A workspace, a copy of one, or what SQLite keeps beside it: no paper takes their place, whatever name it is given.
fn holds_films(path: &Path) -> bool {
    let mut first = [0; SQLITE.len()];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut first));
    is_of_films(path) || read.is_ok() && first == *SQLITE
}

/// Whether a name is that of a workspace, or of what SQLite keeps beside one.
fn is_of_films(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    name.contains(".qlibre")
}

fn is_draft(name: &OsStr) -> bool {
    let rest = name.to_str().and_then(|name| name.strip_prefix(DRAFT));
    rest.is_some_and(|rest| {
        rest.len() == DRAFT_LETTERS && rest.bytes().all(|letter| letter.is_ascii_alphanumeric())
    })
}

fn remove(folder: &Path, unwanted: impl Fn(&fs::DirEntry) -> bool) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten().filter(unwanted) {
        let _ = fs::remove_file(file.path());
    }
}

fn is_older(file: &fs::DirEntry, than: Duration) -> bool {
    let written = file.metadata().and_then(|about| about.modified()).ok();
    written.and_then(|written| SystemTime::now().duration_since(written).ok()).is_some_and(|age| age > than)
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
    fn what_a_program_left_that_was_killed_goes_and_what_another_writes_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (left, fresh) =
            (folder.path().join(".quartier-libre-a1B2c3"), folder.path().join(".quartier-libre-d4E5f6"));
        let other = folder.path().join(".quartier-libre-notes");
        let long_ago = SystemTime::now() - ABANDONED_AFTER * 2;
        for path in [&left, &fresh, &other] {
            fs::write(path, "half of a").unwrap();
        }
        for path in [&left, &other] {
            fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
        }
        Target::check(&folder.path().join("a.pdf")).unwrap();
        assert_eq!((left.exists(), fresh.exists(), other.exists()), (false, true, true));
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
        for name in ["films.qlibre", "films.qlibre-wal", "films.QLIBRE-shm"] {
            assert_eq!(
                code(&folder.path().join(name)),
                ErrorCode::NameRefused,
                "{name} is there when films are open"
            );
        }
    }

    #[test]
    fn another_folder_is_the_way_out_of_one_that_refuses() {
        for kind in [ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem] {
            assert_eq!(failure(&kind.into(), Path::new("a.pdf")).code, ErrorCode::TargetFolder);
        }
        for kind in [ErrorKind::StorageFull, ErrorKind::QuotaExceeded, ErrorKind::FileTooLarge] {
            assert_eq!(failure(&kind.into(), Path::new("a.pdf")).code, ErrorCode::TargetFull);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_what_is_no_file_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link, lost) =
            (folder.path().join("a.pdf"), folder.path().join("b.pdf"), folder.path().join("c.pdf"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink("a.pdf", &link).unwrap();
        Target::check(&link).unwrap().write(b"new").unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert!(link.is_symlink());
        let round = folder.path().join("d.pdf");
        std::os::unix::fs::symlink("d.pdf", &round).unwrap();
        assert_eq!(Target::check(&round).expect_err("it leads nowhere").code, ErrorCode::NameRefused);
        std::os::unix::fs::symlink("nowhere.pdf", &lost).unwrap();
        Target::check(&lost).unwrap().write(b"new").unwrap();
        assert_eq!(fs::read(&lost).unwrap(), b"new", "a link to nothing makes room for the file");
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(Target::check(&pipe).expect_err("a pipe is no file").code, ErrorCode::FileExists);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_for_a_viewer_is_for_one_person() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        Target::check(&path).unwrap().private().write(b"names").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
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
