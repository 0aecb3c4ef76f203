//! Copies of a workspace: one a day by itself, seven kept, others where people ask, and the way back from any of them.
//!
//! A copy has its name only once it was written, made durable and read again: same mark, sound structure, as many rows in every table,
//! every document and every hash of ink and pictures. A workspace that is damaged is not copied, so it never pushes sound copies out. Nothing is ever written over: a name taken is refused, or
//! gets a number. Knows no clock: the day and the name of what is set aside come in as arguments.

use std::{
    fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use chrono::{DateTime, NaiveDate};
use rusqlite::{
    Connection,
    backup::{Backup as PageCopy, StepResult},
};

use crate::check::read_truth;
use crate::file::{
    EXTENSION, FileError, Hold, MIGRATIONS, Readers, WorkspaceFile,
    connection::{check_structure, open_immutable},
    disk::{beside, clear, exists, folder_of, free_name, keep, place, sync_file, sync_folder},
    fold_log, header,
    migrations::schema_of,
};
use crate::sealed::may_be_opened;

mod forgetting;

pub use forgetting::{Forgotten, copies_holding, forget_in_copies};

/// How many automatic copies are kept.
pub const KEPT: usize = 7;

/// A copy of a workspace, as it lies on a disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// File name without its ending.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// When it was written, in milliseconds since 1970.
    pub made_at: i64,
    /// Its size in bytes.
    pub size: u64,
    /// Whether its header and length are those of a workspace this version reads; [`verify`] reads all of it.
    pub good: bool,
}

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The workspace, to be opened.
    pub path: PathBuf,
    /// Where the workspace that was there is now, if there was one.
    pub kept: Option<PathBuf>,
}

/// Where automatic copies go unless told otherwise: `Camp backups` beside `Camp.qlibre`.
#[must_use]
pub fn backup_folder(workspace: &Path) -> PathBuf {
    workspace.with_file_name(format!("{} backups", stem(workspace)))
}

/// Folders beside a workspace with automatic copies of a file that is not there any more: it was given another name, or is on a stick now. Whose
/// they are cannot be told, and nothing is changed in them.
#[must_use]
pub fn left_backup_folders(workspace: &Path) -> Vec<PathBuf> {
    let beside = fs::read_dir(folder_of(workspace)).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_left = |folder: &PathBuf| {
        let name = folder.file_name().and_then(|name| name.to_str());
        let stem = name.and_then(|name| name.strip_suffix(" backups"));
        let named = stem.map(|stem| folder.with_file_name(format!("{stem}.{EXTENSION}")));
        folder.is_dir() && *folder != backup_folder(workspace) && named.is_some_and(|named| !named.exists())
    };
    let mut folders: Vec<PathBuf> = beside.filter(is_left).collect();
    folders.sort();
    folders
}

/// Makes the copy of this day if there is no good one yet, then lets go of the oldest beyond [`KEPT`]. `None` when the day has its copy.
///
/// Reads through its own connection: call it on a thread of its own, edits go on meanwhile.
///
/// # Errors
/// Any [`FileError`] of reading the workspace or writing the folder; then no older copy was removed.
pub fn back_up_daily(
    readers: &Readers,
    folder: &Path,
    today: NaiveDate,
) -> Result<Option<Backup>, FileError> {
    let stem = stem(readers.path());
    let todays = daily_copies(folder, &stem)?.into_iter().filter(|(day, _)| *day == today);
    if todays.map(|(_, path)| describe(&path)).any(|copy| copy.is_ok_and(|copy| copy.good)) {
        return Ok(None);
    }
    fs::create_dir_all(folder).map_err(FileError::folder("make", folder))?;
    // A power cut must not take the name of the new folder, and the copies in it.
    sync_folder(folder_of(folder))?;
    for draft in drafts(folder, &stem)? {
        clear(&draft)?;
    }
    let target = free_name(&folder.join(format!("{stem} {today}.{EXTENSION}")))?;
    copy(readers, &target, Some(&mut read_truth))?;
    let mut copies = daily_copies(folder, &stem)?;
    copies.retain(|(_, path)| *path != target);
    copies.sort();
    // A clock that jumps must not remove the copy just made: it is kept apart, and the newest others with it. One that was torn since is
    // no reason to let go of a sound one.
    let mut good = 1;
    let damaged = damaged_since(readers)?;
    for (day, old) in copies.iter().rev() {
        // They may hold whole what does not open any more.
        if damaged.is_some_and(|since| *day <= since) {
            continue;
        }
        if good == KEPT {
            clear(old)?;
        } else if describe(old)?.good {
            good += 1;
        }
    }
    describe(&target).map(Some)
}

/// The day a document of the register was found not to open any more.
fn damaged_since(readers: &Readers) -> Result<Option<NaiveDate>, FileError> {
    let at = crate::tables::register::get(&readers.open()?)?.map_or(0, |row| row.damaged_at);
    let day = DateTime::from_timestamp_millis(at).filter(|_| at != 0).map(|moment| moment.date_naive());
    // Where the sun rises early, it was the next day already.
    Ok(day.and_then(|day| day.succ_opt()))
}

/// What a copy left behind when its process was killed.
fn drafts(folder: &Path, stem: &str) -> Result<Vec<PathBuf>, FileError> {
    let entries = fs::read_dir(folder).map_err(FileError::io("read", folder))?;
    let names = entries.flatten().map(|entry| entry.path());
    Ok(names
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&format!("{stem} ")) && name.ends_with(&format!(".{EXTENSION}-part"))
        })
        .collect())
}

/// Copies the workspace to a new file of this name.
///
/// # Errors
/// [`FileError::Exists`] when the name is taken; any other of reading the workspace or writing there.
pub fn back_up_to(readers: &Readers, target: &Path) -> Result<Backup, FileError> {
    copy(readers, target, Some(&mut read_truth))?;
    describe(target)
}

/// The copies in a folder, newest first; none when there is no folder.
///
/// # Errors
/// [`FileError::Io`] when the folder cannot be read.
pub fn list_backups(folder: &Path) -> Result<Vec<Backup>, FileError> {
    let mut copies =
        workspaces_in(folder)?.iter().map(|path| describe(path)).collect::<Result<Vec<_>, _>>()?;
    copies.sort_by(|a, b| (b.made_at, &b.name).cmp(&(a.made_at, &a.name)));
    Ok(copies)
}

/// Whether a workspace that nobody has open holds a register that a passphrase or a code may open. One that cannot be read holds nothing that
/// could be told.
#[must_use]
pub fn holds_register(workspace: &Path) -> bool {
    let register = |file: WorkspaceFile| crate::tables::register::get(file.connection()).ok().flatten();
    let row = WorkspaceFile::open_copy(workspace).ok().and_then(register);
    row.is_some_and(|row| may_be_opened(&row))
}

/// Reads a whole copy: header, structure, schema, every document and every hash.
///
/// # Errors
/// Why it cannot be restored.
pub fn verify(copy: &Path) -> Result<(), FileError> {
    let file = WorkspaceFile::open_copy(copy)?;
    check_structure(file.connection())?;
    read_truth(file.connection())
}

/// Puts a copy in the place of a workspace that nobody has open. What was there is kept beside under `kept_name` (a file name without
/// ending, numbered if taken), with its log. `adopt` may write in the new file before it has its name: it is another device from then on.
///
/// # Errors
/// Why the copy cannot be read, [`FileError::InUse`] when the workspace is open, or why nothing can be written there. Until the last
/// step, which one rename makes, the workspace is as it was; only on a disk without links (FAT) it has its other name a moment before.
pub fn restore(
    copy: &Path,
    workspace: &Path,
    kept_name: &str,
    mut adopt: impl FnMut(&Connection) -> Result<(), FileError>,
) -> Result<Restored, FileError> {
    let source = WorkspaceFile::open_copy(copy)?;
    let held = Hold::take(workspace, "restore")?;
    let path = held.path();
    let draft = beside(path, "-restored");
    // Who was erased since the copy was made does not come back with it, nor a passphrase that was changed.
    let known = forgetting::known_in(path);
    let mut adopt = |restored: &Connection| {
        adopt(restored)?;
        known.as_ref().map_or(Ok(()), |known| forgetting::catch_up(restored, known))
    };
    write_copy(source.readers(), &draft, Some(&mut adopt)).inspect_err(|_| {
        // What failed is told; litter is cleared by the next attempt.
        let _ = clear(&draft);
    })?;
    drop(source);
    let kept = if exists(path)? { Some(set_aside(path, kept_name)?) } else { None };
    fs::rename(&draft, path).map_err(FileError::folder("rename", &draft))?;
    sync_folder(folder_of(path))?;
    Ok(Restored { path: path.to_owned(), kept })
}

/// Writes a copy as a new workspace of this name. Who was erased in the workspace `from`, that nobody has open, does not come with it.
///
/// # Errors
/// [`FileError::Exists`] when the name is taken; else as [`restore`].
pub fn restore_to(
    copy: &Path,
    target: &Path,
    from: Option<&Path>,
    mut adopt: impl FnMut(&Connection) -> Result<(), FileError>,
) -> Result<Restored, FileError> {
    let source = WorkspaceFile::open_copy(copy)?;
    let known = from.and_then(forgetting::known_in);
    let mut adopt = |restored: &Connection| {
        adopt(restored)?;
        known.as_ref().map_or(Ok(()), |known| forgetting::catch_up(restored, known))
    };
    self::copy(source.readers(), target, Some(&mut adopt))?;
    Ok(Restored { path: target.to_owned(), kept: None })
}

/// Gives the workspace, whose lock is held, a second name, and takes its log away from the first, where another file will lie: SQLite
/// would replay a log into whatever file has its name.
fn set_aside(path: &Path, kept_name: &str) -> Result<PathBuf, FileError> {
    let kept = free_name(&path.with_file_name(format!("{kept_name}.{EXTENSION}")))?;
    if header::has_log(path) {
        // A sound log is folded in by closing; a damaged file keeps its log under its new name, for whoever can still read it.
        let folded = fold_log(path);
        if folded.is_err() || header::has_log(path) {
            fs::copy(beside(path, "-wal"), beside(&kept, "-wal"))
                .map_err(FileError::folder("write", &kept))?;
            sync_file(&beside(&kept, "-wal"))?;
        }
    }
    keep(path, &kept)?;
    sync_folder(folder_of(&kept))?;
    for ending in ["-wal", "-shm"] {
        clear(&beside(path, ending))?;
    }
    Ok(kept)
}

type Adopt<'a> = Option<&'a mut dyn FnMut(&Connection) -> Result<(), FileError>>;

fn copy(readers: &Readers, target: &Path, adopt: Adopt<'_>) -> Result<(), FileError> {
    if exists(target)? {
        return Err(FileError::Exists);
    }
    let draft = beside(target, "-part");
    write_copy(readers, &draft, adopt).and_then(|()| place(&draft, target)).inspect_err(|_| {
        // What failed is told; a draft that cannot be removed is only litter, and the next attempt clears it.
        let _ = clear(&draft);
    })
}

/// Writes, verifies and makes durable a copy under a name that is not yet its own.
fn write_copy(readers: &Readers, draft: &Path, adopt: Adopt<'_>) -> Result<(), FileError> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        clear(&beside(draft, ending))?;
    }
    let expected = write_pages(readers, draft)?;
    sync_file(draft)?;
    header::check(draft, schema_of(MIGRATIONS))?;
    let written = open_immutable(draft)?;
    check_structure(&written)?;
    if count_rows(&written)? != expected {
        return Err(FileError::damaged("the copy has not the rows of the workspace"));
    }
    drop(written);
    if let Some(adopt) = adopt {
        let written = Connection::open(draft)?;
        adopt(&written)?;
        written.close().map_err(|(_, error)| error)?;
        sync_file(draft)?;
    }
    Ok(())
}

/// Copies page by page, which keeps row ids as a `VACUUM` may not, and returns how many rows each table has.
fn write_pages(readers: &Readers, draft: &Path) -> Result<Vec<(String, i64)>, FileError> {
    let mut source = readers.open()?;
    // One reading transaction, so that what is counted is what is copied, while others go on writing.
    let snapshot = source.transaction()?;
    let expected = count_rows(&snapshot)?;
    fs::File::create_new(draft).map_err(FileError::folder("write", draft))?;
    let mut target = Connection::open(draft)?;
    target.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
    let done = PageCopy::new(&snapshot, &mut target)?.step(-1)?;
    if !matches!(done, StepResult::Done) {
        return Err(FileError::InUse { holder: None });
    }
    // One file with nothing beside it: it can be read on a stick that cannot be written.
    target.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    target.close().map_err(|(_, error)| error)?;
    Ok(expected)
}

fn count_rows(connection: &Connection) -> Result<Vec<(String, i64)>, FileError> {
    let real = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %' ORDER BY name";
    let tables =
        connection.prepare(real)?.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    let count = |table: String| {
        let sql = format!("SELECT count(*) FROM \"{}\"", table.replace('"', "\"\""));
        connection.query_row(&sql, [], |row| row.get(0)).map(|rows| (table, rows))
    };
    Ok(tables.into_iter().map(count).collect::<Result<_, _>>()?)
}

fn describe(path: &Path) -> Result<Backup, FileError> {
    let metadata = fs::metadata(path).map_err(FileError::io("read", path))?;
    let written = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Ok(Backup {
        name: stem(path),
        path: path.to_owned(),
        made_at: written.and_then(|age| i64::try_from(age.as_millis()).ok()).unwrap_or(0),
        size: metadata.len(),
        good: header::check(path, schema_of(MIGRATIONS)).is_ok(),
    })
}

/// The automatic copies of one workspace and their days: `Camp 2026-11-23.qlibre`, `Camp 2026-11-23 (2).qlibre`.
fn daily_copies(folder: &Path, workspace: &str) -> Result<Vec<(NaiveDate, PathBuf)>, FileError> {
    let day_of = |path: &Path| {
        let name = stem(path);
        let rest = name.strip_prefix(workspace)?.strip_prefix(' ')?;
        let (day, number) = rest.split_once(' ').unwrap_or((rest, "(2)"));
        number.strip_prefix('(')?.strip_suffix(')')?.parse::<u32>().ok()?;
        NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
    };
    Ok(workspaces_in(folder)?.into_iter().filter_map(|path| Some((day_of(&path)?, path))).collect())
}

pub(crate) fn workspaces_in(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(FileError::io("read", folder))?,
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(FileError::io("read", folder))?.path();
        if path.extension().is_some_and(|ending| ending == EXTENSION) && path.is_file() {
            paths.push(path);
        }
    }
    Ok(paths)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
#[path = "backup_tests.rs"]
mod tests;
