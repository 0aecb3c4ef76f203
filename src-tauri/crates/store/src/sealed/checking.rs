//! Proving that what is sealed opens.

use std::collections::HashSet;

use ql_model::{DocumentId, entity::Kind};

use super::{Unlocked, document_of};
use crate::{
    check::Finding,
    documents,
    error::StoreError,
    tables::{document, key, sealed},
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

    /// Documents, signatures and pictures of the register that do not open. While it is sealed only those are found that have no key.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn check_sealed(&self) -> Result<Vec<Finding>, StoreError> {
        let keys: HashSet<_> = key::all(self.connection())?.into_iter().map(|row| row.document).collect();
        let mut found = Vec::new();
        for kind in Kind::SEALED {
            for (id, _) in document::of_kind(self.connection(), *kind)? {
                let opens = || documents::read(self.connection(), id, self.register.as_ref()).is_ok();
                if !keys.contains(&id) || self.is_unlocked() && !opens() {
                    found.push(Finding { code: "sealed", place: id.to_string() });
                }
            }
        }
        if let Some(open) = &self.register {
            sealed::for_each(self.connection(), i32::MAX as usize, |id, name, bytes| {
                // One of a document that does not open was found with it.
                if open.key(id).is_ok() && !open.opens_blob(id, name, bytes) {
                    found.push(Finding { code: "sealed", place: format!("{id}/{}", hex(name)) });
                }
            })?;
            for (id, name) in open.taken_out(self.connection(), true)? {
                found.push(Finding { code: "sealed", place: format!("{id}/{}", hex(&name)) });
            }
        }
        Ok(found)
    }
}

impl Unlocked {
    /// Signatures, and pictures too where they are wanted, that a sheet names and the file has not.
    fn taken_out(
        &self,
        connection: &rusqlite::Connection,
        pictures: bool,
    ) -> rusqlite::Result<Vec<(DocumentId, Vec<u8>)>> {
        let mut gone = Vec::new();
        for sheet in self.rows.sheets() {
            let id = document_of(sheet.session);
            let signed = sheet.cells.iter().filter_map(|cell| cell.signature.as_ref().map(|(hash, _)| hash));
            let shown = sheet.scans.iter().map(|scan| &scan.hash).filter(|_| pictures);
            for hash in signed.chain(shown) {
                let Ok(name) = self.blob_name(id, hash) else { continue };
                if !sealed::has(connection, id, &name)? {
                    gone.push((id, name));
                }
            }
        }
        Ok(gone)
    }

    /// Signatures that do not open or are not there, of documents that open. Pictures are long: they are tried when they are shown, and by a check.
    pub(super) fn torn_signatures(
        &self,
        connection: &rusqlite::Connection,
    ) -> rusqlite::Result<Vec<(DocumentId, Vec<u8>)>> {
        let mut torn = Vec::new();
        sealed::for_each(connection, SIGNATURE, |id, name, bytes| {
            if !self.broken.contains(&id) && self.key(id).is_ok() && !self.opens_blob(id, name, bytes) {
                torn.push((id, name.to_vec()));
            }
        })?;
        torn.extend(self.taken_out(connection, false)?);
        Ok(torn)
    }

    fn opens_blob(&self, id: DocumentId, name: &[u8], bytes: &[u8]) -> bool {
        self.key(id).is_ok_and(|key| key.open(&[b"blob", id.0.as_bytes(), name], bytes).is_ok())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
