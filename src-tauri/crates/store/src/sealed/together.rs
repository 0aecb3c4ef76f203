//! Several sealed documents changed at once: all of it is in the file, or nothing.

use ql_model::{DocumentId, step::Step};
use rusqlite::Connection;

use super::Part;
use crate::{
    error::StoreError,
    tables::{document, update},
    workspace::{Workspace, now},
};

impl Workspace {
    /// Writes steps into sealed documents, all in one transaction. Guarded, a step that finds something else than it left is passed over.
    pub(super) fn write_together(
        &mut self,
        parts: &[(DocumentId, Vec<Step>)],
        guarded: bool,
    ) -> Result<(), StoreError> {
        self.write_with(parts, guarded, |_| Ok(()))
    }

    /// The same, with `also` in the same transaction.
    pub(super) fn write_with(
        &mut self,
        parts: &[(DocumentId, Vec<Step>)],
        guarded: bool,
        also: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let written = self.try_together(parts, guarded, also);
        if written.is_err() {
            // What was written in memory only is read again from the file.
            parts.iter().for_each(|(id, _)| self.drop_document(*id));
        }
        written
    }

    fn try_together(
        &mut self,
        parts: &[(DocumentId, Vec<Step>)],
        guarded: bool,
        also: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let author = self.author.clone();
        let mut updates = Vec::new();
        for (id, steps) in parts {
            let open = self.load(*id)?;
            let before = open.document.version();
            let written = open.document.write(steps, &author, guarded);
            open.document.commit();
            if written? {
                let clear = self.load(*id)?.document.since(&before)?;
                let sealed = self.unlocked()?.seal(*id, Part::Update, &clear)?;
                updates.push((*id, self.next_sequence(), sealed));
            }
        }
        let transaction = self.transaction()?;
        for (id, seq, bytes) in &updates {
            update::insert_own(&transaction, *id, *seq, bytes)?;
            document::touch(&transaction, *id, now())?;
        }
        also(&transaction)?;
        transaction.commit()?;
        for (id, seq, _) in updates {
            if let Some(open) = self.documents.get_mut(&id) {
                open.seq = seq;
                open.tail += 1;
            }
            self.project(id)?;
        }
        Ok(())
    }
}
