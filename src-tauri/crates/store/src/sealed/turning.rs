//! Taking back what was done in the register since it was opened, and doing it again.

use ql_model::{
    DocumentId, EntityId,
    register::Person,
    step::{self, Step},
};
use rusqlite::Connection;

use super::{Gesture, document_of};
use crate::{error::StoreError, tables::key, workspace::Workspace};

/// What was taken back, or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// Name of the command that had done it.
    pub code: &'static str,
    /// Whose file it is in, when it is one; the root of the first document that was changed.
    pub root: Option<EntityId>,
    /// The field, when it is one.
    pub field: Option<String>,
    /// Whose line of a sheet it is, when it is one.
    pub line: Option<EntityId>,
    /// Whose file was taken back, when it is one.
    pub gone: Option<String>,
}

impl Turned {
    fn of(gesture: &Gesture) -> Self {
        let field = match gesture.parts.as_slice() {
            [(_, steps)] => match steps.as_slice() {
                [Step::Field { field, .. }] => Some(field.clone()),
                // An age comes with the day it was told.
                [Step::Field { field, .. }, ..] if gesture.code == "set_person" => Some(field.clone()),
                _ => None,
            },
            _ => None,
        };
        let root = gesture.parts.first().map(|(id, _)| id.root());
        Self { code: gesture.code, root, field, line: None, gone: None }
    }
}

/// The entity of its first step.
fn first_of(gesture: &Gesture) -> Option<EntityId> {
    gesture.parts.first().and_then(|(_, steps)| steps.first()).map(Step::entity)
}

impl Workspace {
    /// Takes back the last thing done in the open register; its code, or `None` when there is nothing.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn undo_in_register(&mut self) -> Result<Option<Turned>, StoreError> {
        let Some(gesture) = self.unlocked_mut()?.done.pop() else { return Ok(None) };
        let brought = matches!(gesture.code, "merge_people" | "import_people");
        let tainted: Vec<_> = gesture.parts.iter().map(|(id, _)| *id).filter(|_| brought).collect();
        let note = |transaction: &Connection| tainted.iter().try_for_each(|id| key::taint(transaction, *id));
        let back = |(id, steps): &(DocumentId, Vec<Step>)| (*id, step::invert(steps));
        let parts: Vec<_> = gesture.parts.iter().rev().map(back).collect();
        let whose = match gesture.parts.as_slice() {
            [(id, _)] => self.people()?.person(id.root()).map(Person::name),
            _ => None,
        };
        let written = self.write_with(&parts, true, note);
        let mut turned = (Turned::of(&gesture), first_of(&gesture));
        turned.0.gone = whose;
        let written = written.and_then(|()| self.turn_groups(&gesture.groups, false));
        let open = self.unlocked_mut()?;
        open.tainted.extend(tainted.iter().filter(|_| written.is_ok()));
        // What cannot be written stays to be taken back.
        let kept = if written.is_ok() { &mut open.undone } else { &mut open.done };
        kept.push(gesture);
        written?;
        Ok(Some(self.with_line(turned)))
    }

    /// Does again what was last taken back.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn redo_in_register(&mut self) -> Result<Option<Turned>, StoreError> {
        let Some(gesture) = self.unlocked_mut()?.undone.pop() else { return Ok(None) };
        let parts: Vec<_> = gesture.parts.iter().map(|(id, steps)| (*id, step::again(steps))).collect();
        let written = self.write_together(&parts, true);
        let written = written.and_then(|()| self.turn_groups(&gesture.groups, true));
        let turned = (Turned::of(&gesture), first_of(&gesture));
        let open = self.unlocked_mut()?;
        // What cannot be written stays to be taken back.
        let kept = if written.is_ok() { &mut open.done } else { &mut open.undone };
        kept.push(gesture);
        written?;
        Ok(Some(self.with_line(turned)))
    }

    /// What is in no undo was written to someone's file, or for it: the file is not taken back from under that.
    pub(super) fn keep_file(&mut self, person: EntityId) -> Result<(), StoreError> {
        let files: Vec<_> = self.people()?.aliases(person).into_iter().map(document_of).collect();
        let open = self.unlocked_mut()?;
        open.undone.clear();
        let brought = |code: &str| matches!(code, "add_person" | "import_people");
        open.done.retain(|gesture| {
            !brought(gesture.code) || gesture.parts.iter().all(|(id, _)| !files.contains(id))
        });
        Ok(())
    }

    /// Names whose line of a sheet was turned.
    fn with_line(&mut self, (mut turned, first): (Turned, Option<EntityId>)) -> Turned {
        let document = turned.root.and_then(|root| self.load(DocumentId(root.0)).ok());
        let entity = document.zip(first).and_then(|(open, entity)| open.document.entity(entity));
        let entity = entity.filter(|_| turned.code != "fill_sheet");
        turned.line = entity.and_then(|entity| entity.field("person").text().parse().ok());
        turned
    }

    /// What could be taken back, and done again.
    ///
    /// # Errors
    /// [`StoreError::Sealed`].
    pub fn register_undo_codes(&self) -> Result<(Option<&'static str>, Option<&'static str>), StoreError> {
        let open = self.unlocked()?;
        Ok((open.done.last().map(|one| one.code), open.undone.last().map(|one| one.code)))
    }
}
