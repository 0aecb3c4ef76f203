//! What can go wrong in a workspace.

use ql_model::{document::DocumentError, edit::EditError, sheet::SheetError, signature::SignatureError};

use crate::{file::FileError, media::MediaError, sealed::Unopened};

/// An edit, a read or a copy that did not happen. Nothing is half-done after it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file, the disk or SQLite.
    #[error(transparent)]
    File(#[from] FileError),
    /// A document that cannot be read or written.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// An edit that cannot be done.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A picture that was refused.
    #[error(transparent)]
    Media(#[from] MediaError),
    /// Ink that cannot be read.
    #[error("the stroke cannot be read")]
    Ink(#[from] ql_model::ink::InkError),
    /// A signature that cannot be read, or is none.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// What a sheet does not take.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The register is sealed.
    #[error("the register is sealed")]
    Sealed,
    /// No passphrase was chosen yet.
    #[error("there is no register")]
    NoRegister,
    /// A passphrase was chosen already.
    #[error("there is a register already")]
    RegisterExists,
    /// What a register is opened by was taken out of the file, and what it sealed is still there.
    #[error("what opens the register is gone")]
    RegisterLost,
    /// Sealed bytes that were torn or altered.
    #[error(transparent)]
    Unopened(#[from] Unopened),
    /// No document, entity, picture or drawing of this name.
    #[error("{0} is not here")]
    Missing(String),
    /// The workspace was opened for reading only.
    #[error("the workspace is open for reading only")]
    ReadOnly,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::File(error.into())
    }
}
