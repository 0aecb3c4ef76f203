//! Proving that what is sealed opens, and giving up what does not.

use std::collections::HashSet;

use ql_model::{DocumentId, entity::Kind, sheet::Sheet};
use rusqlite::Connection;

use super::{Unlocked, Wrapped, document_of, inbox::Refusal};
use crate::{
    check::Finding,
    documents,
    error::StoreError,
    tables::{document, key, register, sealed, tombstone},
    workspace::{Workspace, now},
};

/// Hardly a signature is longer, sealed, in bytes.
const SIGNATURE: usize = 128 * 1024;

impl Workspace {
    /// How many attendance sheets do not open, or may be among what does not.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that the file cannot be read.
    pub fn broken_sheets(&self) -> Result<usize, StoreError> {
        let mut sheets = 0;
        for id in self.broken_documents()? {
            let kind = document::kind(self.connection(), *id)?;
            sheets += usize::from(kind.is_none_or(|kind| kind == Kind::Presence));
        }
        Ok(sheets)
    }

    /// Documents, signatures and pictures of the register that do not open, and what it is opened by where that is torn. While it is
    /// sealed only those are found that have no key. What is found counts as damage from then on, pictures too, until it is given up or
    /// another check finds nothing: the copies that may hold it whole stay as long.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn check_sealed(&mut self) -> Result<Vec<Finding>, StoreError> {
        let keys: HashSet<_> = key::all(self.connection())?.into_iter().map(|row| row.document).collect();
        let mut found = Vec::new();
        if let Some(row) = register::get(self.connection())? {
            for (place, wrapped) in [("passphrase", row.passphrase), ("recovery", row.recovery)] {
                if !Wrapped(wrapped).is_whole() {
                    found.push(Finding { code: "sealed", place: place.to_owned() });
                }
            }
        }
        if self.is_register_lost()? {
            found.push(Finding { code: "sealed", place: "register".to_owned() });
        }
        let locks = found.len();
        for kind in Kind::SEALED {
            for (id, _) in document::of_kind(self.connection(), *kind)? {
                let opens = || documents::read(self.connection(), id, self.register.as_ref()).is_ok();
                if !keys.contains(&id) || self.is_unlocked() && !opens() {
                    found.push(Finding { code: "sealed", place: id.to_string() });
                }
            }
        }
        if self.is_unlocked() {
            for (id, name) in self.find_torn()? {
                found.push(Finding { code: "sealed", place: format!("{id}/{}", hex(name)) });
            }
            // Where nothing can be written, it is told all the same.
            let _ = self.note_damage(found.len() > locks);
        }
        // Signatures of the inbox that did not open.
        let others = [Refusal::Closed, Refusal::Gone].map(Refusal::code);
        for (id, why) in self.refused_entries()? {
            if !others.contains(&why.as_str()) {
                found.push(Finding { code: "sealed", place: format!("inbox/{id}") });
            }
        }
        Ok(found)
    }

    /// Tries every signature and every picture.
    pub(super) fn find_torn(&mut self) -> Result<&[(DocumentId, Vec<u8>)], StoreError> {
        let torn = self.unlocked()?.torn_in(self.connection(), i32::MAX as usize)?;
        let open = self.unlocked_mut()?;
        open.torn = torn;
        open.tried_all = true;
        Ok(&open.torn)
    }

    /// Destroys what could not be opened: documents, and signatures of others, whose sheets say from then on that there was one. How many
    /// documents it was in. They have no tombstone: a copy may hold them whole, and they may come back from it. A health note that is
    /// nobody's goes too.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn destroy_broken(&mut self) -> Result<usize, StoreError> {
        let mut broken = self.broken_documents()?.to_vec();
        let open = self.unlocked()?;
        // Nothing that nobody was told of.
        let torn = open.torn.clone();
        let mark = |(id, name): (DocumentId, Vec<u8>)| Ok((id, open.seal_given_up(id, &name)?, name));
        let torn = torn.into_iter().map(mark).collect::<Result<Vec<_>, StoreError>>()?;
        let (damaged, tried_all) = (open.damaged(), open.tried_all);
        broken.extend(open.rows.health_of_nobody().map(|note| super::document_of(note.id)));
        let transaction = self.transaction()?;
        for (id, mark, name) in &torn {
            sealed::insert(&transaction, *id, name, mark)?;
        }
        for id in &broken {
            tombstone::let_go(&transaction, *id, now())?;
        }
        if tried_all {
            register::set_damaged_at(&transaction, 0)?;
        }
        transaction.commit()?;
        self.forget_buried(&broken)?;
        let open = self.unlocked_mut()?;
        open.broken.clear();
        open.torn.clear();
        self.purge_log();
        if !tried_all {
            // Else the note of today would stand for whatever is torn later, and the copies between would be let go.
            let is_damaged = !self.find_torn()?.is_empty();
            self.note_damage(is_damaged)?;
        }
        Ok(damaged)
    }
}

impl Unlocked {
    /// How many documents do not open, or not whole.
    pub(super) fn damaged(&self) -> usize {
        let torn: HashSet<DocumentId> = self.torn.iter().map(|(id, _)| *id).collect();
        self.broken.len() + torn.len()
    }

    /// Signatures that do not open, and whatever a sheet names and the file has not. Pictures are long: whether they open is tried when they
    /// are shown, and by [`Workspace::find_torn`].
    pub(super) fn torn_signatures(
        &self,
        connection: &Connection,
    ) -> rusqlite::Result<Vec<(DocumentId, Vec<u8>)>> {
        let mut torn = self.torn_in(connection, SIGNATURE)?;
        for sheet in self.rows.sheets() {
            let id = document_of(sheet.session);
            for hash in signed(sheet) {
                let Ok(name) = self.blob_name(id, hash) else { continue };
                if !sealed::are_longer(connection, id, &name, SIGNATURE)? {
                    continue;
                }
                // As long as a picture, and under the name of a signature: it is tried like one.
                let bytes = sealed::get(connection, id, &name)?.unwrap_or_default();
                if !self.opens_blob(id, &name, &bytes) {
                    torn.push((id, name));
                }
            }
        }
        Ok(torn)
    }

    /// Whether there are pictures that [`Unlocked::torn_signatures`] does not try.
    pub(super) fn leaves_out(&self, connection: &Connection) -> rusqlite::Result<bool> {
        sealed::any_longer(connection, SIGNATURE)
    }

    fn torn_in(&self, connection: &Connection, most: usize) -> rusqlite::Result<Vec<(DocumentId, Vec<u8>)>> {
        let mut torn = Vec::new();
        sealed::for_each(connection, most, |id, name, bytes| {
            // One of a document that does not open was found with it.
            if !self.broken.contains(&id) && self.key(id).is_ok() && !self.opens_blob(id, name, bytes) {
                torn.push((id, name.to_vec()));
            }
        })?;
        for sheet in self.rows.sheets() {
            torn.extend(self.taken_out(connection, sheet)?);
        }
        Ok(torn)
    }

    /// Signatures and pictures that a sheet names and the file has not.
    pub(super) fn taken_out(
        &self,
        connection: &Connection,
        sheet: &Sheet,
    ) -> rusqlite::Result<Vec<(DocumentId, Vec<u8>)>> {
        let id = document_of(sheet.session);
        let mut gone = Vec::new();
        for hash in signed(sheet).chain(sheet.scans.iter().map(|scan| &scan.hash)) {
            let Ok(name) = self.blob_name(id, hash) else { continue };
            if !sealed::has(connection, id, &name)? {
                gone.push((id, name));
            }
        }
        Ok(gone)
    }

    /// Whether it opens, or was given up.
    fn opens_blob(&self, id: DocumentId, name: &[u8], bytes: &[u8]) -> bool {
        self.key(id).is_ok_and(|key| key.open(&[b"blob", id.0.as_bytes(), name], bytes).is_ok())
            || self.is_given_up(id, name, bytes)
    }
}

/// Hashes of the signatures that a sheet names.
fn signed(sheet: &Sheet) -> impl Iterator<Item = &String> {
    sheet.cells.iter().filter_map(|cell| cell.signature.as_ref().map(|(hash, _)| hash))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
