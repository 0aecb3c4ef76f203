//! Files that someone had before: added, taken back, and added anew. Taken back, a file is of nobody in the register; what automatic copies of
//! between hold of it, whoever erases that person means too. Nothing else is looked at: a namesake of a copy whom nobody took back is somebody.

use std::collections::{HashMap, HashSet};

use ql_model::{
    DocumentId, EntityId,
    document::Document,
    duplicates::{self, Pair, Reason},
    register::{self, Person},
};
use rusqlite::Connection;

use super::{Unlocked, document_of};
use crate::{
    backup::{backup_folder, workspaces_in},
    documents,
    error::StoreError,
    file::connection::open_immutable,
    tables::{document, key, update, withdrawn},
    workspace::Workspace,
};

/// Whether two files are so surely of one person that what is erased for one goes for both. A slip in a name may be of twins, one in a birth of
/// cousins; and of whom nobody wrote down a birth, a name alone is not enough where anything else differs.
fn is_one(pair: &Pair, one: &Person, other: &Person) -> bool {
    let alike = || (one.birth, one.told_age, one.role) == (other.birth, other.told_age, other.role);
    let is_apart = one.apart.contains(&other.id) || other.apart.contains(&one.id);
    !is_apart
        && match pair.reason {
            Reason::SameNameSameBirth => true,
            Reason::SameNameBirthUnknown => alike(),
            _ => false,
        }
}

impl Workspace {
    /// Files of these people whose addition was taken back, with what was noted for them: those that automatic copies
    /// hold. They are known by the name and the birth that the last of those copies says. One that cannot be looked into is passed over: it
    /// is told when erasing cannot reach it.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that the file cannot be read.
    pub fn earlier_files_of(&self, people: &[EntityId]) -> Result<Vec<DocumentId>, StoreError> {
        let rows = self.people()?;
        let of = |one: &EntityId| rows.person(*one).into_iter().chain(rows.merged_into(*one));
        let theirs: Vec<&Person> = people.iter().flat_map(of).collect();
        let mut files = Files::default();
        for person in rows.withdrawn() {
            files.wanted.extend(rows.notes_of(person.id).into_iter().chain([person.id]).map(document_of));
        }
        files.wanted.extend(withdrawn::all(self.connection(), false)?);
        for copy in workspaces_in(&backup_folder(self.path())).unwrap_or_default() {
            if files.wanted.is_empty() {
                break;
            }
            // One that cannot be read holds nothing that could be told.
            let _ = open_immutable(&copy).map_err(StoreError::from).and_then(|copy| {
                let mut open = Unlocked::new(self.unlocked()?.secret.clone());
                files.look_into(&copy, &mut open)
            });
        }
        Ok(files.of(&theirs))
    }
}

/// Files that were taken back, as copies have them.
#[derive(Default)]
struct Files {
    wanted: HashSet<DocumentId>,
    /// What the last copy says of each, with the last number of its log.
    found: HashMap<DocumentId, (i64, File)>,
}

enum File {
    Person(Box<Person>),
    /// A health note, and whose it is.
    Note(EntityId),
}

impl Files {
    fn look_into(&mut self, copy: &Connection, open: &mut Unlocked) -> Result<(), StoreError> {
        for id in document::all(copy)?.into_iter().filter(|id| self.wanted.contains(id)) {
            let (_, last) = update::after(copy, id, 0)?;
            if self.found.get(&id).is_some_and(|(known, _)| *known >= last) {
                continue;
            }
            // What is torn in this copy may be whole in the next.
            let Some(document) = open.read_in(copy, id)? else { continue };
            let person = || Some(File::Person(Box::new(register::person(&document)?)));
            let note = || Some(File::Note(register::health(&document)?.person));
            if let Some(file) = person().or_else(note) {
                self.found.insert(id, (last, file));
            }
        }
        Ok(())
    }

    /// Those that were of these people.
    fn of(&self, theirs: &[&Person]) -> Vec<DocumentId> {
        let files = || self.found.iter().map(|(id, (_, file))| (*id, file));
        let people = files().filter_map(|(_, file)| match file {
            File::Person(person) => Some(&**person),
            File::Note(_) => None,
        });
        let all: Vec<&Person> = theirs.iter().copied().chain(people).collect();
        let is_across = |pair: &&Pair| {
            pair.a < theirs.len() && pair.b >= theirs.len() && is_one(pair, all[pair.a], all[pair.b])
        };
        let pairs = duplicates::find(&all);
        let named: HashSet<EntityId> = pairs.iter().filter(is_across).map(|pair| all[pair.b].id).collect();
        let is_theirs = |id: DocumentId, file: &File| match file {
            File::Person(_) => named.contains(&id.root()),
            File::Note(whose) => named.contains(whose),
        };
        let mut found: Vec<DocumentId> =
            files().filter(|(id, file)| is_theirs(*id, file)).map(|(id, _)| id).collect();
        found.sort();
        found
    }
}

impl Unlocked {
    /// A document as a copy of the same register has it; `None` where it does not open.
    fn read_in(&mut self, copy: &Connection, id: DocumentId) -> Result<Option<Document>, StoreError> {
        let Some(wrapped) = key::of(copy, id)? else { return Ok(None) };
        let Ok(key) = self.unwrap(id, &wrapped) else { return Ok(None) };
        self.keys.insert(id, key);
        match documents::read(copy, id, Some(self)) {
            Ok(read) => Ok(Some(read.document)),
            Err(error @ StoreError::File(_)) => Err(error),
            Err(_) => Ok(None),
        }
    }
}
