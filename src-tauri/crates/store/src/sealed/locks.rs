//! What the register is opened by: its secret under the passphrase, and under the recovery code.

use ql_model::entity::Kind;

use super::secret::{Secret, Wrapped};
use crate::{
    error::StoreError,
    tables::{document, key, register},
    workspace::Workspace,
};

/// Whether a passphrase or a code may open it.
pub(crate) fn may_be_opened(row: &register::Row) -> bool {
    [&row.passphrase, &row.recovery].into_iter().any(|lock| Wrapped(lock.clone()).is_whole())
}

impl Workspace {
    /// The secret under the passphrase, and under the recovery code.
    ///
    /// # Errors
    /// [`StoreError::NoRegister`].
    pub fn wrapped_secret(&self) -> Result<(Wrapped, Wrapped), StoreError> {
        let row = register::get(self.connection())?.ok_or(StoreError::NoRegister)?;
        Ok((Wrapped(row.passphrase), Wrapped(row.recovery)))
    }

    /// Whether there is a register that a passphrase or a code may open.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn may_be_opened(&self) -> Result<bool, StoreError> {
        Ok(register::get(self.connection())?.is_some_and(|row| may_be_opened(&row)))
    }

    /// Whether what a register is opened by was taken out of the file, while documents that it sealed, or their keys, are there.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_register_lost(&self) -> Result<bool, StoreError> {
        if register::get(self.connection())?.is_some() {
            return Ok(false);
        }
        let mut some = key::any(self.connection())?;
        for kind in Kind::SEALED {
            some |= !document::of_kind(self.connection(), *kind)?.is_empty();
        }
        Ok(some)
    }

    /// Puts the public key in its place again, from a secret that these wraps gave: it was torn, or altered. What was sealed to another one
    /// meanwhile is refused when the register is opened.
    ///
    /// # Errors
    /// That it cannot be made durable.
    pub fn mend_recipient(&mut self, secret: &Secret, wraps: (&Wrapped, &Wrapped)) -> Result<(), StoreError> {
        let transaction = self.transaction()?;
        register::mend_recipient(&transaction, &secret.recipient(), (&wraps.0.0, &wraps.1.0))?;
        transaction.commit()?;
        Ok(())
    }

    /// Puts another passphrase in the place of the one there is. The secret stays: nothing has to be sealed anew.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn set_passphrase(&mut self, secret: &Secret, wrapped: &Wrapped) -> Result<(), StoreError> {
        // Another register may have been opened while this one's passphrase was worked out.
        if self.unlocked()?.secret.recipient() != secret.recipient() {
            return Err(StoreError::Sealed);
        }
        let transaction = self.transaction()?;
        register::set_passphrase(&transaction, &wrapped.0)?;
        register::set_tries(&transaction, 0, 0)?;
        transaction.commit()?;
        self.purge_log();
        Ok(())
    }

    /// Gives up a lock of which the right words told that its inside is torn, which nothing else can see: a copy that is gone back to keeps
    /// its own.
    ///
    /// # Errors
    /// That it cannot be made durable.
    pub fn give_up_lock(&mut self, of_code: bool) -> Result<(), StoreError> {
        let transaction = self.transaction()?;
        register::give_up_lock(&transaction, of_code)?;
        transaction.commit()?;
        Ok(())
    }

    /// Notes that the sheet of the recovery code that is valid is at hand.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn prove_recovery(&mut self) -> Result<(), StoreError> {
        self.unlocked()?;
        let transaction = self.transaction()?;
        register::set_proved(&transaction)?;
        transaction.commit()?;
        Ok(())
    }

    /// Puts another recovery code, whose sheet is at hand, in the place of the one there is: the sheets before open nothing. Replies the
    /// new sheet's number.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn set_recovery(&mut self, wrapped: &Wrapped) -> Result<u32, StoreError> {
        self.unlocked()?;
        let sheet = register::get(self.connection())?.ok_or(StoreError::NoRegister)?.sheet + 1;
        let transaction = self.transaction()?;
        register::set_recovery(&transaction, &wrapped.0, sheet)?;
        transaction.commit()?;
        self.purge_log();
        Ok(sheet)
    }

    /// Wraps the open secret anew.
    ///
    /// # Errors
    /// [`StoreError::Sealed`].
    pub fn wrap_secret<T>(&self, wrap: impl FnOnce(&Secret) -> T) -> Result<T, StoreError> {
        Ok(wrap(&self.unlocked()?.secret))
    }
}
