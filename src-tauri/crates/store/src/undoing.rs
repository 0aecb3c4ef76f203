//! Undo and redo: the inverse of a gesture, each write of it only where the document still holds what the gesture left. What others
//! wrote since stays theirs.

use ql_model::{DocumentId, EntityId, edit, step};

use crate::{
    editing::{Brought, Edited, Trace},
    error::StoreError,
    tables::undo::{self, Whose},
    workspace::{Workspace, now},
};

/// What was taken back or done again.
#[derive(Clone, Debug)]
pub struct Undone {
    /// The name of the command.
    pub code: String,
    /// The entity a person would look at.
    pub entity: Option<EntityId>,
    /// What changed.
    pub edited: Edited,
}

impl Workspace {
    /// Takes back the last gesture of someone in a film. `None` when there is none left.
    ///
    /// # Errors
    /// When it cannot be made durable.
    pub fn undo(&mut self, film: DocumentId, actor: &str) -> Result<Option<Undone>, StoreError> {
        self.turn(film, actor, true)
    }

    /// Does again what was last taken back. `None` when there is nothing.
    ///
    /// # Errors
    /// When it cannot be made durable.
    pub fn redo(&mut self, film: DocumentId, actor: &str) -> Result<Option<Undone>, StoreError> {
        self.turn(film, actor, false)
    }

    fn turn(&mut self, film: DocumentId, actor: &str, undone: bool) -> Result<Option<Undone>, StoreError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly);
        }
        self.load_film(film)?;
        let whose = Whose { document: film, actor };
        loop {
            let entry = if undone {
                undo::last_done(self.connection(), whose)?
            } else {
                undo::first_undone(self.connection(), whose)?
            };
            let Some(entry) = entry else { return Ok(None) };
            let (document, board) = self.load_film(film)?;
            let steps = if undone {
                edit::take_back(board, document, &entry.steps, now())
            } else {
                edit::do_again(board, document, &entry.steps)
            };
            let entity = entry.steps.first().map(step::Step::entity);
            let edited = self.write(
                film,
                &steps,
                true,
                Trace::Turned { actor, id: entry.id, undone },
                Brought::default(),
            )?;
            // A gesture whose every value was overwritten since is passed over: the person asked to see something change.
            if !edited.changes.is_empty() {
                return Ok(Some(Undone { code: entry.code, entity, edited }));
            }
        }
    }

    /// What a person could take back and do again in a film: names of commands.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undo_codes(
        &self,
        film: DocumentId,
        actor: &str,
    ) -> Result<(Option<String>, Option<String>), StoreError> {
        Ok(undo::codes(self.connection(), Whose { document: film, actor })?)
    }
}
