//! Erasing: the key of a document is destroyed, so that what segments, sticks and old copies still hold of it is noise; then the document.

use ql_model::{EntityId, day::Day, entity::Kind};

use super::document_of;
use crate::{
    error::StoreError,
    tables::{document, sealed, tombstone},
    workspace::{Workspace, now},
};

/// What an erasure came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// Documents that are gone.
    pub documents: usize,
    /// Closed sheets that keep the name and the signatures, as a proof others may ask for.
    pub kept_on: Vec<EntityId>,
    /// Whether nothing of it lies in SQLite's log any more.
    pub purged: bool,
}

impl Workspace {
    /// Erases someone: their file, their health note, those merged into them, what they signed and was not taken in, the face that shows their name, and their place on every sheet
    /// that is not closed. Closed sheets keep the name and the signatures until their own time is over.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], or that it cannot be made durable.
    pub fn erase_person(&mut self, person: EntityId) -> Result<Erased, StoreError> {
        let person = self.known(person)?;
        let rows = self.people()?;
        let aliases = rows.aliases(person);
        let face = rows.person(person).and_then(|row| row.face);
        let health: Vec<EntityId> = rows.health_of(person).iter().map(|note| note.id).collect();
        let (open_sheets, kept_on) = self.sheets_of(person)?;
        for session in open_sheets {
            self.take_off(session, &aliases)?;
        }
        let mut gone: Vec<_> = aliases.iter().chain(&health).map(|id| document_of(*id)).collect();
        if let Some(face) = face
            && document::kind(self.connection(), document_of(face))? == Some(Kind::Face)
        {
            gone.push(document_of(face));
        }
        self.discard_entries_of(&aliases)?;
        let documents = gone.len();
        let purged = self.bury(&gone)?;
        // Whoever presses "undo" now means this, which cannot be taken back: nothing else is in its place.
        let open = self.unlocked_mut()?;
        open.done.clear();
        open.undone.clear();
        Ok(Erased { documents, kept_on, purged })
    }

    /// What an erasure would come to, without doing it: open sheets, closed sheets.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`].
    pub fn sheets_of(&self, person: EntityId) -> Result<(Vec<EntityId>, Vec<EntityId>), StoreError> {
        let person = self.known(person)?;
        let rows = self.people()?;
        let aliases = rows.aliases(person);
        let on =
            rows.sheets().filter(|sheet| sheet.attendees.iter().any(|one| aliases.contains(&one.person)));
        let (closed, open): (Vec<_>, Vec<_>) = on.partition(|sheet| sheet.closure.is_some());
        let mut sessions =
            [open, closed].map(|list| list.iter().map(|sheet| sheet.session).collect::<Vec<_>>());
        sessions.iter_mut().for_each(|list| list.sort());
        let [open, closed] = sessions;
        Ok((open, closed))
    }

    /// Writes a sheet anew without someone: a document of the same identity with another key, since what merges keeps its past.
    fn take_off(&mut self, session: EntityId, who: &[EntityId]) -> Result<(), StoreError> {
        let id = document_of(session);
        let sheet =
            self.people()?.sheet(session).ok_or_else(|| StoreError::Missing(session.to_string()))?.clone();
        let mut blobs = Vec::new();
        for cell in sheet.cells.iter().filter(|cell| !who.contains(&cell.person)) {
            if let Some((hash, _)) = &cell.signature {
                blobs.push((hash.clone(), self.sealed_bytes(session, hash)?));
            }
        }
        for scan in &sheet.scans {
            blobs.push((scan.hash.clone(), self.sealed_bytes(session, &scan.hash)?));
        }
        let mut kept = sheet;
        kept.attendees.retain(|one| !who.contains(&one.person));
        kept.cells.retain(|cell| !who.contains(&cell.person));
        let prepared = crate::films::Prepared {
            steps: ql_model::sheet::steps_of(id, &kept),
            ..crate::films::Prepared::default()
        };
        self.replace_sealed(id, Kind::Presence, &prepared, &blobs)
    }

    /// Destroys the health notes whose camp is over.
    pub(super) fn erase_old_health(&mut self, today: Day) -> Result<usize, StoreError> {
        let over: Vec<_> = self
            .people()?
            .health_notes()
            .filter(|(_, note)| note.until.is_some_and(|until| until < today))
            .map(|(_, note)| document_of(note.id))
            .collect();
        if !over.is_empty() {
            self.bury(&over)?;
        }
        Ok(over.len())
    }

    /// Puts another document in the place of a sealed one, under a new key; the old key is destroyed with all it sealed.
    fn replace_sealed(
        &mut self,
        id: ql_model::DocumentId,
        kind: Kind,
        prepared: &crate::films::Prepared,
        blobs: &[(String, Vec<u8>)],
    ) -> Result<(), StoreError> {
        self.drop_document(id);
        let open = self.unlocked_mut()?;
        let before = open.keys.get(&id).cloned();
        let wrapped = open.new_key(id);
        for turned in [&mut open.done, &mut open.undone] {
            turned.retain(|gesture| gesture.parts.iter().all(|(document, _)| *document != id));
        }
        let done = self.write_anew(id, kind, prepared, blobs, &wrapped);
        if done.is_err() {
            let open = self.unlocked_mut()?;
            match before {
                Some(key) => drop(open.keys.insert(id, key)),
                None => drop(open.keys.remove(&id)),
            }
        }
        done
    }

    fn write_anew(
        &mut self,
        id: ql_model::DocumentId,
        kind: Kind,
        prepared: &crate::films::Prepared,
        blobs: &[(String, Vec<u8>)],
        wrapped: &[u8],
    ) -> Result<(), StoreError> {
        let open = self.unlocked()?;
        let mut sealed_blobs = Vec::new();
        for (hash, bytes) in blobs {
            sealed_blobs.push(open.seal_blob(id, hash, bytes)?);
        }
        let (document, update) = self.new_document(id, kind, prepared)?;
        let seq = self.next_sequence();
        let transaction = self.transaction()?;
        tombstone::bury(&transaction, id, now())?;
        document::insert(&transaction, id, kind, None, now())?;
        crate::tables::key::insert(&transaction, id, wrapped)?;
        for (name, bytes) in &sealed_blobs {
            sealed::insert(&transaction, id, name, bytes)?;
        }
        crate::tables::update::insert_own(&transaction, id, seq, &update)?;
        tombstone::raise(&transaction, id)?;
        transaction.commit()?;
        self.documents.insert(id, crate::documents::Open { document, board: None, tail: 1, seq });
        self.project(id)
    }
}
