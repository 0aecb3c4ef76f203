//! Proving that what is sealed opens.

use std::collections::HashSet;

use ql_model::{DocumentId, entity::Kind, sheet::Sheet};
use rusqlite::Connection;

use super::{Unlocked, Wrapped, document_of};
use crate::{
    check::Finding,
    documents,
    error::StoreError,
    tables::{document, key, register, sealed},
    workspace::Workspace,
};

/// No signature is longer, sealed, in bytes.
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
    /// sealed only those are found that have no key. What is found counts as damage from then on, pictures too.
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
        }
        Ok(found)
    }

    /// Tries every signature and every picture.
    pub(super) fn find_torn(&mut self) -> Result<&[(DocumentId, Vec<u8>)], StoreError> {
        let torn = self.unlocked()?.torn_in(self.connection(), i32::MAX as usize)?;
        let open = self.unlocked_mut()?;
        open.torn = torn;
        Ok(&open.torn)
    }
}

impl Unlocked {
    /// Signatures that do not open, and whatever a sheet names and the file has not. Pictures are long: whether they open is tried when they
    /// are shown, and by [`Workspace::find_torn`].
    pub(super) fn torn_signatures(
        &self,
        connection: &Connection,
    ) -> rusqlite::Result<Vec<(DocumentId, Vec<u8>)>> {
        self.torn_in(connection, SIGNATURE)
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
        let signed = sheet.cells.iter().filter_map(|cell| cell.signature.as_ref().map(|(hash, _)| hash));
        let mut gone = Vec::new();
        for hash in signed.chain(sheet.scans.iter().map(|scan| &scan.hash)) {
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

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
