//! The workspace file: everything a laptop keeps, in one SQLite file.
//!
//! `store` owns the file, the log of documents, their rows, ink, pictures, thumbnails, undo, search, the sealed register and backups. Only
//! here is SQL.
//! It is synchronous, has one writer and any number of readers, and knows neither who may call nor any language, window or network.
//! No document is ever written but by an edit; no row but by projecting a document.

mod backup;
mod calendar;
mod check;
mod documents;
mod drawn;
mod editing;
mod error;
mod file;
mod films;
mod media;
mod sealed;
mod space;
mod tables;
mod thumbnail;
mod undoing;
mod views;
mod workspace;

pub use backup::*;
pub use calendar::identity;
pub use check::{Finding, Report, check};
pub use drawn::WholeDrawing;
pub use editing::{Edited, Gesture};
pub use error::StoreError;
pub use file::{EXTENSION, FileError, Holder, Readers, WorkspaceFile, holder};
pub use films::{NewFilm, Prepared};
pub use media::{MAX_BYTES, MAX_PIXELS, MediaError, Normalised, normalise};
pub use sealed::{
    Completed, EntryKey, Erased, GROUP, GROUPS, HealthNote, LONGEST_WAIT, NewPerson, NewScan, NotOpened,
    Opening, People, RecoveryCode, Refusal, RegisterInfo, SealedPeople, SealedSignature, Secret, TRIES,
    TeamKey, Today, Turned, Unopened, Wrapped, is_same_passphrase, wait_after,
};
pub use space::{free_bytes, workspace_bytes};
pub use tables::search::{CLOSE, Hit, OPEN};
pub use undoing::Undone;
pub use views::{FilmRows, LostThing, NewThumbnail, Reader, TrashedThing};
pub use workspace::{Witness, Workspace};
