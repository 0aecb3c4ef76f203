//! Documents of the workspace in memory: loaded from snapshot and log when first edited, dropped when a write of theirs failed.

use std::collections::hash_map::Entry;

use ql_model::{DocumentId, board::Board, document::Document, entity::Kind};
use rusqlite::Connection;

use crate::{
    error::StoreError,
    sealed::{Part, Unlocked, is_sealed},
    tables::{document, rows, search, snapshot, totals, update},
    workspace::{Workspace, new_peer},
};

/// Updates behind the snapshot above which a new one is made.
const TAIL: usize = 512;

/// A document in memory.
pub(crate) struct Open {
    pub document: Document,
    /// The rows of a film; none for other kinds.
    pub board: Option<Board>,
    /// Updates written since the last snapshot.
    pub tail: usize,
    /// The last update in it.
    pub seq: i64,
}

impl Workspace {
    /// The document, from memory or from the file.
    pub(crate) fn load(&mut self, id: DocumentId) -> Result<&mut Open, StoreError> {
        if !self.documents.contains_key(&id) {
            let open = read(self.file.connection(), id, self.register.as_ref())?;
            self.documents.insert(id, open);
        }
        match self.documents.entry(id) {
            Entry::Occupied(entry) => Ok(entry.into_mut()),
            Entry::Vacant(_) => Err(StoreError::Missing(id.to_string())),
        }
    }

    /// A film document with its board.
    pub(crate) fn load_film(&mut self, id: DocumentId) -> Result<(&mut Document, &mut Board), StoreError> {
        let open = self.load(id)?;
        let board = open.board.as_mut().ok_or_else(|| StoreError::Missing(id.to_string()))?;
        Ok((&mut open.document, board))
    }

    /// Forgets a document whose memory may be ahead of the file; it comes back from the file under a new peer.
    pub(crate) fn drop_document(&mut self, id: DocumentId) {
        self.documents.remove(&id);
    }

    /// Makes snapshots of the documents that were written much since their last one.
    pub(crate) fn fold_documents(&mut self) -> Result<(), StoreError> {
        let long: Vec<DocumentId> =
            self.documents.iter().filter(|(_, open)| open.tail >= TAIL).map(|(id, _)| *id).collect();
        for id in long {
            self.fold(id)?;
        }
        Ok(())
    }

    /// Writes a snapshot once it has been loaded back.
    pub(crate) fn fold(&mut self, id: DocumentId) -> Result<(), StoreError> {
        let Some(open) = self.documents.get(&id) else { return Ok(()) };
        let (bytes, seq, kind) = (open.document.snapshot()?, open.seq, open.document.kind());
        let back = Document::load(id, kind, Some(&bytes), &[], new_peer())?;
        if back.version() != open.document.version() {
            return Ok(());
        }
        let bytes = if is_sealed(kind) { self.unlocked()?.seal(id, Part::Snapshot, &bytes)? } else { bytes };
        let transaction = self.transaction()?;
        snapshot::put(&transaction, id, seq, &bytes)?;
        transaction.commit()?;
        if let Some(open) = self.documents.get_mut(&id) {
            open.tail = 0;
        }
        Ok(())
    }

    /// Writes the rows of a film again from its document.
    pub(crate) fn rebuild_film(&mut self, id: DocumentId) -> Result<(), StoreError> {
        self.drop_document(id);
        let (_, board) = self.load_film(id)?;
        let (all, sums) = (board.rows(), board.totals());
        let transaction = self.transaction()?;
        rows::clear_film(&transaction, id, &all)?;
        search::clear(&transaction, id)?;
        rows::write(&transaction, &all)?;
        search::write(&transaction, id, &all)?;
        totals::put(&transaction, id, &sums)?;
        transaction.commit()?;
        Ok(())
    }
}

/// Reads a document from the file; a sealed one with the keys of the open register.
pub(crate) fn read(
    connection: &Connection,
    id: DocumentId,
    register: Option<&Unlocked>,
) -> Result<Open, StoreError> {
    let found = snapshot::get(connection, id)?;
    let from = found.as_ref().map_or(0, |(seq, _)| *seq);
    match read_from(connection, id, register, found) {
        // The log holds every update there ever was: a snapshot only saves reading them all.
        Err(error @ (StoreError::Unopened(_) | StoreError::Document(_))) => {
            match read_from(connection, id, register, None) {
                Ok(read) if read.seq >= from => Ok(read),
                _ => Err(error),
            }
        }
        read => read,
    }
}

fn read_from(
    connection: &Connection,
    id: DocumentId,
    register: Option<&Unlocked>,
    found: Option<(i64, Vec<u8>)>,
) -> Result<Open, StoreError> {
    let kind = document::kind(connection, id)?.ok_or_else(|| StoreError::Missing(id.to_string()))?;
    let from = found.as_ref().map_or(0, |(seq, _)| *seq);
    let (updates, seq) = update::after(connection, id, from)?;
    let (found, updates) = if is_sealed(kind) {
        register.ok_or(StoreError::Sealed)?.opened(id, found, updates)?
    } else {
        (found, updates)
    };
    let document =
        Document::load(id, kind, found.as_ref().map(|(_, bytes)| bytes.as_slice()), &updates, new_peer())?;
    let board = (kind == Kind::Film).then(|| Board::rebuild(&document));
    Ok(Open { document, board, tail: updates.len(), seq })
}
