//! Taking back what was done in the register since it was opened, and doing it again.

use ql_model::step;

use crate::{
    editing::{Brought, Trace},
    error::StoreError,
    workspace::Workspace,
};

impl Workspace {
    /// Takes back the last thing done in the open register; its code, or `None` when there is nothing.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn undo_in_register(&mut self) -> Result<Option<&'static str>, StoreError> {
        let Some(gesture) = self.unlocked_mut()?.done.pop() else { return Ok(None) };
        for (id, steps) in gesture.parts.iter().rev() {
            self.write(*id, &step::invert(steps), true, Trace::None, Brought::default())?;
        }
        let code = gesture.code;
        self.unlocked_mut()?.undone.push(gesture);
        Ok(Some(code))
    }

    /// Does again what was last taken back.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn redo_in_register(&mut self) -> Result<Option<&'static str>, StoreError> {
        let Some(gesture) = self.unlocked_mut()?.undone.pop() else { return Ok(None) };
        for (id, steps) in &gesture.parts {
            self.write(*id, &step::again(steps), true, Trace::None, Brought::default())?;
        }
        let code = gesture.code;
        self.unlocked_mut()?.done.push(gesture);
        Ok(Some(code))
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
