//! Documents written anew: of the same identity, without their past, under another key. The old key is destroyed with all it sealed.

use ql_model::{
    DocumentId, EntityId, anew,
    document::Document,
    entity::{Entity, Kind},
    step::Step,
};
use rusqlite::Connection;

use super::cipher::Key;
use crate::{
    error::StoreError,
    films::Prepared,
    tables::{document, key, sealed, tombstone, update},
    workspace::{Workspace, now},
};

/// Sealed signatures and pictures, by their name in the file.
type Blobs = Vec<(Vec<u8>, Vec<u8>)>;

/// A document that is ready to take the place of itself.
pub(super) struct Anew {
    id: DocumentId,
    kind: Kind,
    key: Key,
    wrapped: Vec<u8>,
    document: Document,
    update: Vec<u8>,
    blobs: Blobs,
    seq: i64,
}

impl Anew {
    /// Puts it in its place, within a transaction.
    pub fn write(&self, transaction: &Connection) -> rusqlite::Result<()> {
        // It is as old as it was.
        let made = document::created_at(transaction, self.id)?.unwrap_or_else(now);
        tombstone::bury(transaction, self.id, now())?;
        document::insert(transaction, self.id, self.kind, None, made)?;
        key::insert(transaction, self.id, &self.wrapped)?;
        for (name, bytes) in &self.blobs {
            sealed::insert(transaction, self.id, name, bytes)?;
        }
        update::insert_own(transaction, self.id, self.seq, &self.update)?;
        tombstone::raise(transaction, self.id)
    }
}

impl Workspace {
    /// Seals a document anew, in memory. `blobs` are its signatures and pictures, in the clear; empty, they were given up.
    pub(super) fn prepare_anew(
        &mut self,
        id: DocumentId,
        kind: Kind,
        steps: Vec<Step>,
        blobs: &[(String, Vec<u8>)],
    ) -> Result<Anew, StoreError> {
        let open = self.unlocked_mut()?;
        let before = open.keys.remove(&id);
        let wrapped = open.new_key(id);
        let sealed = self.seal_anew(id, kind, steps, blobs);
        // Until it is written, the old key is the one that opens.
        let open = self.unlocked_mut()?;
        let key = open.keys.remove(&id);
        open.keys.extend(before.map(|before| (id, before)));
        let (document, update, blobs) = sealed?;
        let key = key.ok_or(StoreError::Sealed)?;
        Ok(Anew { id, kind, key, wrapped, document, update, blobs, seq: self.next_sequence() })
    }

    fn seal_anew(
        &self,
        id: DocumentId,
        kind: Kind,
        steps: Vec<Step>,
        blobs: &[(String, Vec<u8>)],
    ) -> Result<(Document, Vec<u8>, Blobs), StoreError> {
        let open = self.unlocked()?;
        let sealed = blobs.iter().map(|(hash, bytes)| match bytes.as_slice() {
            // Given up: it stays so.
            [] => {
                let name = open.blob_name(id, hash)?;
                Ok((name.clone(), open.seal_given_up(id, &name)?))
            }
            bytes => open.seal_blob(id, hash, bytes),
        });
        let sealed = sealed.collect::<Result<_, StoreError>>()?;
        let (document, update) = self.new_document(id, kind, &Prepared { steps, ..Prepared::default() })?;
        Ok((document, update, sealed))
    }

    /// Someone's file anew; `None` when it is not here any more.
    pub(super) fn prepare_person_anew(&mut self, id: DocumentId) -> Result<Option<Anew>, StoreError> {
        if document::kind(self.connection(), id)? != Some(Kind::Person) {
            return Ok(None);
        }
        let steps = anew::steps(&self.load(id)?.document, |_: &Entity| true);
        self.prepare_anew(id, Kind::Person, steps, &[]).map(Some)
    }

    /// Empties health notes whose text another has by now, and destroys the keys that opened it. They were not erased: in a copy that was made
    /// before they are alone, and needed. Whoever erases that other note erases them with it, and so in the copies.
    pub(super) fn empty_notes(&mut self, notes: &[DocumentId]) -> Result<(), StoreError> {
        if notes.is_empty() {
            return Ok(());
        }
        let mut ready = Vec::new();
        for id in notes {
            // The text is not among them.
            let steps = anew::steps(&self.load(*id)?.document, |_: &Entity| true);
            ready.push(self.prepare_anew(*id, Kind::Health, steps, &[])?);
        }
        let transaction = self.transaction()?;
        for one in &ready {
            one.write(&transaction)?;
        }
        transaction.commit()?;
        for one in ready {
            self.take_anew(one)?;
        }
        self.purge_log();
        Ok(())
    }

    /// Takes what was written as what is known.
    pub(super) fn take_anew(&mut self, anew: Anew) -> Result<(), StoreError> {
        let Anew { id, key, document, seq, .. } = anew;
        let open = self.unlocked_mut()?;
        open.keys.insert(id, key);
        for turned in [&mut open.done, &mut open.undone] {
            turned.retain(|gesture| gesture.parts.iter().all(|(other, _)| *other != id));
        }
        self.documents.insert(id, crate::documents::Open { document, board: None, tail: 1, seq });
        self.project(id)?;
        // What did not open was left behind, under a name that nothing has any more.
        let open = self.unlocked()?;
        let gone = match open.rows.sheet(id.root()) {
            Some(sheet) => open.taken_out(self.connection(), sheet)?,
            None => Vec::new(),
        };
        let open = self.unlocked_mut()?;
        open.torn.retain(|(other, _)| *other != id);
        open.torn.extend(gone);
        Ok(())
    }

    /// Files that hold what is not theirs in their past are written anew, once nobody can take it back any more.
    pub(super) fn cleanse(&mut self) -> Result<bool, StoreError> {
        let tainted = self.unlocked()?.tainted.clone();
        let mut ready = Vec::new();
        for id in &tainted {
            // What does not open cannot be written anew.
            if self.unlocked()?.broken.contains(id) {
                continue;
            }
            ready.extend(self.prepare_person_anew(*id)?);
        }
        let transaction = self.transaction()?;
        for one in &ready {
            one.write(&transaction)?;
        }
        transaction.commit()?;
        self.unlocked_mut()?.tainted.retain(|id| !tainted.contains(id));
        let some = !ready.is_empty();
        for one in ready {
            self.take_anew(one)?;
        }
        Ok(some)
    }

    fn is_given_up(&self, session: EntityId, hash: &str) -> Result<bool, StoreError> {
        let id = super::document_of(session);
        let open = self.unlocked()?;
        let name = open.blob_name(id, hash)?;
        Ok(sealed::get(self.connection(), id, &name)?
            .is_some_and(|bytes| open.is_given_up(id, &name, &bytes)))
    }

    /// The signatures and pictures that a sheet shows, of those who are to be kept on it. What does not open is left behind: the key it is
    /// sealed with goes.
    pub(super) fn shown_blobs(
        &self,
        session: EntityId,
        keep: impl Fn(EntityId) -> bool,
    ) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let sheet = self.people()?.sheet(session).ok_or_else(|| StoreError::Missing(session.to_string()))?;
        let signatures = sheet.cells.iter().filter(|cell| keep(cell.person));
        let hashes = signatures.filter_map(|cell| Some(cell.signature.as_ref()?.0.clone()));
        let hashes: Vec<String> = hashes.chain(sheet.scans.iter().map(|scan| scan.hash.clone())).collect();
        let mut shown = Vec::new();
        for hash in hashes {
            match self.shown_bytes(session, &hash)? {
                Some(bytes) => shown.push((hash, bytes)),
                // That it was given up is kept, so that it is not told again.
                None if self.is_given_up(session, &hash)? => shown.push((hash, Vec::new())),
                None => {}
            }
        }
        Ok(shown)
    }
}
