//! What was erased leaves the copies too: those in the folder of automatic copies are written anew without the documents that the workspace
//! has tombstones of, and without what was taken back of somebody who was erased since. A copy keeps its name and its day, and is replaced in
//! one step by one that was read again; one that cannot be written stays as it is, is counted, and is tried again with the copy of the next day.

use std::{collections::HashSet, fs, path::Path};

use ql_model::{DocumentId, entity::Kind};
use rusqlite::Connection;

use super::{workspaces_in, write_copy};
use crate::{
    file::{
        FileError, Readers, WorkspaceFile,
        connection::{check_structure, open_immutable},
        disk::{beside, clear, folder_of, sync_file, sync_folder},
    },
    sealed::Wrapped,
    tables::{
        document, inbox, key, register,
        tombstone::{self, Tombstone},
        withdrawn,
    },
    workspace::now,
};

/// What became of the copies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Copies in which nothing that was erased is left, and was before.
    pub cleaned: usize,
    /// Copies that hold it still, or cannot be looked into.
    pub left: usize,
}

/// Takes everything that was erased from the workspace out of the copies in a folder, and what opens with a passphrase or a code that was
/// changed since. Reads through its own connections; call it where nobody waits for a lock, since a copy that has to be cleaned is written
/// anew.
///
/// # Errors
/// When the workspace or the folder cannot be read.
pub fn forget_in_copies(workspace: &Readers, folder: &Path) -> Result<Forgotten, FileError> {
    let connection = workspace.open()?;
    let erased = tombstone::all(&connection)?.into_iter().chain(withdrawn::all(&connection, true)?).collect();
    let register = register::get(&connection)?;
    drop(connection);
    let mut done = Forgotten::default();
    let Some(register) = register else { return Ok(done) };
    for copy in workspaces_in(folder)? {
        match forget_in(&copy, &erased, &register) {
            Ok(true) => done.cleaned += 1,
            Ok(false) => {}
            Err(_) => done.left += 1,
        }
    }
    Ok(done)
}

/// How many copies in a folder hold one of these documents.
#[must_use]
pub fn copies_holding(folder: &Path, documents: &[DocumentId]) -> usize {
    let wanted: HashSet<DocumentId> = documents.iter().copied().collect();
    let copies = workspaces_in(folder).unwrap_or_default();
    let holds = |copy: &Path| Ok::<_, FileError>(!held(&open_immutable(copy)?, &wanted)?.is_empty());
    copies.iter().filter(|copy| holds(copy).unwrap_or(false)).count()
}

/// Those of these documents that a copy holds.
fn held(copy: &Connection, wanted: &HashSet<DocumentId>) -> Result<Vec<DocumentId>, FileError> {
    // A copy made before there was a register.
    if !copy.table_exists(None, "tombstone")? {
        return Ok(Vec::new());
    }
    Ok(document::all(copy)?.into_iter().filter(|id| wanted.contains(id)).collect())
}

/// The register that a workspace holds, and what was erased from it.
pub(super) struct Known {
    /// None where its row is gone: what was erased stays erased.
    register: Option<register::Row>,
    erased: Vec<Tombstone>,
    /// Files that were taken back, and those of them that automatic copies do not keep.
    withdrawn: Vec<DocumentId>,
    forgotten: Vec<DocumentId>,
}

/// What a workspace knows that a copy made before does not; nothing when it cannot be read, or never had a register.
pub(super) fn known_in(workspace: &Path) -> Option<Known> {
    let file = WorkspaceFile::open_copy(workspace).ok()?;
    let register = register::get(file.connection()).ok().flatten();
    let erased = tombstone::whole(file.connection()).ok()?;
    let taken_back = |forgotten| withdrawn::all(file.connection(), forgotten);
    Some(Known { register, erased, withdrawn: taken_back(false).ok()?, forgotten: taken_back(true).ok()? })
}

/// Brings a restored copy up to what was known: who was erased since; and of the same register, which passphrase and code open it now.
pub(super) fn catch_up(restored: &Connection, known: &Known) -> Result<(), FileError> {
    if !restored.table_exists(None, "register")? {
        return Ok(());
    }
    let erased: HashSet<DocumentId> = known.erased.iter().map(|one| one.document).collect();
    let held = held(restored, &erased)?;
    let mut newer = None;
    if let Some(row) = &known.register {
        newer = register::is_older(restored, row)?.then_some(row);
    }
    // What was signed in it and not taken in yet is looked through at the next unlocking: whoever was not erased has signed.
    change(restored, &held, newer, Waiting::Stays)?;
    // What this copy never held may be in the next one that is gone back to, though this one is of another register, or of none yet.
    restored.execute_batch("BEGIN")?;
    for one in &known.erased {
        tombstone::note(restored, one, now())?;
    }
    withdrawn::make(restored)?;
    // What it has was not taken back in it.
    let here: HashSet<DocumentId> = document::all(restored)?.into_iter().collect();
    let gone = |ids: &[DocumentId]| ids.iter().copied().filter(|id| !here.contains(id)).collect::<Vec<_>>();
    gone(&known.withdrawn).into_iter().try_for_each(|id| withdrawn::note(restored, id))?;
    gone(&known.forgotten).into_iter().try_for_each(|id| withdrawn::forget(restored, id))?;
    // Sheets may name them, now or in their past: that is seen at the next unlocking.
    if !known.erased.is_empty() {
        key::taint_all(restored, Kind::Presence)?;
    }
    Ok(restored.execute_batch("COMMIT")?)
}

/// What becomes of signatures that wait in a copy: who signed is not to be known without the register.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waiting {
    /// The file is opened by whoever has the register, and looked through then.
    Stays,
    /// The copy lies on: it was taken in since, or thrown away, and may be of who was erased.
    Goes,
}

/// Takes documents out of a copy, and puts what opens the register in the place of what opened it.
fn change(
    copy: &Connection,
    gone: &[DocumentId],
    opens: Option<&register::Row>,
    waiting: Waiting,
) -> Result<(), FileError> {
    if gone.is_empty() && opens.is_none() {
        return Ok(());
    }
    leaving_nothing(copy, |copy| {
        if !gone.is_empty() {
            for id in gone {
                tombstone::bury(copy, *id, now())?;
            }
            if waiting == Waiting::Goes {
                inbox::clear(copy)?;
            }
        }
        if let (Some(row), Some(own)) = (opens, register::get(copy)?) {
            register::set_wraps(copy, &opened_by(row, own))?;
        }
        Ok(())
    })
}

/// What opens a copy from now on: what opens the register. What is torn there opens nothing, and the copy keeps its own.
fn opened_by(row: &register::Row, own: register::Row) -> register::Row {
    let is_whole = |lock: &Vec<u8>| Wrapped(lock.clone()).is_whole();
    let mut opens = row.clone();
    if !is_whole(&row.passphrase) {
        opens.passphrase = own.passphrase;
    }
    if !is_whole(&row.recovery) {
        if row.sheet == own.sheet {
            opens.recovery = own.recovery;
        } else {
            // The copy's own is of a sheet that is void: no code opens it, and no sheet is at hand.
            opens.proved = false;
        }
    }
    opens
}

/// Whether anything had to go.
fn forget_in(copy: &Path, erased: &HashSet<DocumentId>, register: &register::Row) -> Result<bool, FileError> {
    let looked = open_immutable(copy)?;
    let (held, stale) = (held(&looked, erased)?, register::is_older(&looked, register)?);
    drop(looked);
    if held.is_empty() && !stale {
        return Ok(false);
    }
    // What a link leads to is not ours to replace, and would keep what goes.
    if copy.is_symlink() {
        return Err(FileError::Exists);
    }
    let made =
        fs::metadata(copy).and_then(|metadata| metadata.modified()).map_err(FileError::io("read", copy))?;
    let draft = beside(copy, "-part");
    let mut forget = |draft: &Connection| change(draft, &held, stale.then_some(register), Waiting::Goes);
    let source = WorkspaceFile::open_copy(copy)?;
    let written = write_copy(source.readers(), &draft, Some(&mut forget)).and_then(|()| {
        check_structure(&open_immutable(&draft)?)?;
        // It is still the copy of its day, not of this one.
        let file =
            fs::File::options().write(true).open(&draft).map_err(FileError::folder("write", &draft))?;
        file.set_modified(made).map_err(FileError::folder("write", &draft))?;
        sync_file(&draft)
    });
    drop(source);
    written
        .and_then(|()| fs::rename(&draft, copy).map_err(FileError::folder("rename", &draft)))
        .inspect_err(|_| drop(clear(&draft)))?;
    sync_folder(folder_of(copy))?;
    Ok(true)
}

/// Changes a copy so that nothing of what goes lies on in a free page or in a journal.
fn leaving_nothing(
    copy: &Connection,
    change: impl FnOnce(&Connection) -> Result<(), FileError>,
) -> Result<(), FileError> {
    copy.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON; BEGIN;")?;
    change(copy)?;
    Ok(copy.execute_batch("COMMIT; PRAGMA journal_mode = DELETE;")?)
}
