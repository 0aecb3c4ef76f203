//! Files that were of someone before: added, taken back, and added anew, or made one with theirs and taken back. They are of nobody in the
//! register, and lie until it is sealed in its file, then in the automatic copies of between only. Whoever erases that person means them too.

use std::{collections::HashSet, path::Path};

use ql_model::{
    DocumentId, EntityId,
    document::Document,
    duplicates::{self, Pair, Reason},
    entity::Kind,
    register::{self, Person},
};
use rusqlite::Connection;

use super::{Unlocked, document_of};
use crate::{
    backup::{backup_folder, workspaces_in},
    documents,
    error::StoreError,
    file::connection::open_immutable,
    tables::{document, key, tombstone},
    workspace::Workspace,
};

/// What tells that two files are of one person, so surely that what is erased for one may be destroyed for both.
const SAME_NAME: [Reason; 3] =
    [Reason::SameNameSameBirth, Reason::SameNameBirthSlip, Reason::SameNameBirthUnknown];

impl Workspace {
    /// Files, health notes and faces that were of these people, in the open register or in the automatic copies. A copy that cannot be looked
    /// into is passed over: it is told when erasing cannot reach it.
    pub(super) fn earlier_documents(&self, people: &[EntityId]) -> Result<Vec<DocumentId>, StoreError> {
        let rows = self.people()?;
        let of = |one: &EntityId| rows.person(*one).into_iter().chain(rows.merged_into(*one));
        let mut theirs = Theirs { people: people.iter().flat_map(of).collect(), found: Vec::new() };
        for id in theirs.among(rows.withdrawn()) {
            theirs.found.extend(rows.notes_of(id).into_iter().chain([id]).map(document_of));
        }
        let mut seen = HashSet::new();
        for copy in workspaces_in(&backup_folder(self.path())).unwrap_or_default() {
            // One that cannot be read holds nothing that could be told.
            let _ = self.look_into(&copy, &mut theirs, &mut seen);
        }
        Ok(theirs.found)
    }

    fn look_into(
        &self,
        copy: &Path,
        theirs: &mut Theirs<'_>,
        seen: &mut HashSet<DocumentId>,
    ) -> Result<(), StoreError> {
        let copy = open_immutable(copy)?;
        let mut open = Unlocked::new(self.unlocked()?.secret.clone());
        let mut strays = Vec::new();
        for id in self.unknown_in(&copy, Kind::Person, seen)? {
            let read = open.read_in(&copy, id)?;
            strays.extend(read.and_then(|read| {
                let person = register::person(&read)?;
                let into = read.register(id.root(), "merged").unwrap_or_default().text().parse().ok();
                Some((person, into))
            }));
        }
        let named = theirs.among(strays.iter().map(|(person, _)| person));
        let mut more = true;
        // One that was made one with another is of whoever the other is of.
        while more {
            let is_theirs = |(person, into): &(Person, Option<EntityId>)| {
                named.contains(&person.id) || into.is_some_and(|into| theirs.has(into))
            };
            let (found, others): (Vec<_>, Vec<_>) = strays.into_iter().partition(is_theirs);
            for (person, _) in &found {
                // A face that is here is of somebody who is here.
                let face = match person.face.map(document_of) {
                    Some(face) if document::kind(self.connection(), face)?.is_none() => Some(face),
                    _ => None,
                };
                theirs.found.extend([document_of(person.id)].into_iter().chain(face));
            }
            (strays, more) = (others, !found.is_empty());
        }
        for id in self.unknown_in(&copy, Kind::Health, seen)? {
            let note = open.read_in(&copy, id)?.and_then(|read| register::health(&read));
            theirs.found.extend(note.filter(|note| theirs.has(note.person)).map(|_| id));
        }
        Ok(())
    }

    /// Documents of a copy that are not here, were not erased, and not looked at in another.
    fn unknown_in(
        &self,
        copy: &Connection,
        kind: Kind,
        seen: &mut HashSet<DocumentId>,
    ) -> Result<Vec<DocumentId>, StoreError> {
        let mut unknown = Vec::new();
        for (id, _) in document::of_kind(copy, kind)? {
            let is_here = document::kind(self.connection(), id)?.is_some();
            if !is_here && !tombstone::has(self.connection(), id)? && seen.insert(id) {
                unknown.push(id);
            }
        }
        Ok(unknown)
    }
}

/// Who is meant, and what was found of them.
struct Theirs<'a> {
    people: Vec<&'a Person>,
    found: Vec<DocumentId>,
}

impl Theirs<'_> {
    fn has(&self, person: EntityId) -> bool {
        self.people.iter().any(|one| one.id == person) || self.found.contains(&document_of(person))
    }

    /// Whose files among others are of one of them. A first name alone is of many people, and
    /// a slip in a name may be of twins.
    fn among<'b>(&'b self, others: impl Iterator<Item = &'b Person>) -> HashSet<EntityId> {
        let all: Vec<&Person> = self.people.iter().map(|one| &**one).chain(others).collect();
        let first = self.people.len();
        let are = |pair: &Pair| {
            let (one, other) = (all[pair.a], all[pair.b]);
            let is_apart = one.apart.contains(&other.id) || other.apart.contains(&one.id);
            pair.a < first && pair.b >= first && !is_apart && SAME_NAME.contains(&pair.reason)
        };
        duplicates::find(&all).iter().filter(|pair| are(pair)).map(|pair| all[pair.b].id).collect()
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
