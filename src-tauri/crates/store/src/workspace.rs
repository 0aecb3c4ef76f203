//! An open workspace: the file, the documents in memory, and the present device.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use ql_model::{DocumentId, board, document::Author, entity::Kind};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    documents::Open,
    error::StoreError,
    file::{FileError, Readers, WorkspaceFile},
    sealed::Unlocked,
    tables::{device, document, projection, update},
};

/// What the machine keeps outside the file, to notice that the file was copied or put back: then it is a new device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// The device that wrote the file.
    pub device: Uuid,
    /// Where the file was.
    pub path: PathBuf,
    /// The last update it had, at least.
    pub sequence: i64,
}

/// An open workspace. One per file and process; one writer.
pub struct Workspace {
    pub(crate) file: WorkspaceFile,
    pub(crate) documents: HashMap<DocumentId, Open>,
    pub(crate) author: Author,
    /// The register, while it is open.
    pub(crate) register: Option<Unlocked>,
    device: Uuid,
    /// The last number of the log that was given: to look for it in a file of ten thousand documents takes longer than to write a stroke.
    sequence: i64,
}

impl Workspace {
    /// Opens a file, or makes it when it does not exist and `create` is set. `witness` is what [`Workspace::witness`] gave for this
    /// file when it was last open on this machine.
    ///
    /// # Errors
    /// Every reason of [`FileError`], each apart.
    pub fn open(
        path: &Path,
        create: bool,
        purpose: &str,
        witness: impl FnOnce(Uuid) -> Option<Witness>,
    ) -> Result<Self, StoreError> {
        let file = match WorkspaceFile::open(path, purpose) {
            Err(FileError::Missing) if create => WorkspaceFile::create(path, purpose)?,
            other => other?,
        };
        let present = device::present(file.connection())?;
        let last = update::last(file.connection())?;
        let known = present.filter(|present| {
            witness(present.id).is_some_and(|witness| witness.path == file.path() && witness.sequence <= last)
        });
        let device = match known {
            Some(known) => known,
            None => {
                let id = new_id();
                device::insert(file.connection(), id, now())?;
                device::Device { id, epoch: 1 }
            }
        };
        let mut workspace = Self::with(file, device);
        workspace.sequence = last;
        workspace.renew_rows()?;
        Ok(workspace)
    }

    /// Computes the rows again when an older program computed them. A film whose document cannot be read keeps the rows it has, for
    /// `check` to tell.
    fn renew_rows(&mut self) -> Result<(), StoreError> {
        if projection::generation(self.connection())? == board::GENERATION {
            return Ok(());
        }
        for (film, _) in document::of_kind(self.connection(), Kind::Film)? {
            match self.rebuild_film(film) {
                // A full disk is no reason to believe old rows; a torn film will not be whole at the next opening either.
                Err(error @ StoreError::File(_)) => return Err(error),
                Ok(()) | Err(_) => self.drop_document(film),
            }
        }
        let transaction = self.transaction()?;
        projection::put(&transaction, board::GENERATION)?;
        transaction.commit()?;
        Ok(())
    }

    /// Forgets every document in memory: what an edit that broke off left there may not be what is in the file.
    pub fn forget_documents(&mut self) {
        self.documents.clear();
    }

    /// Opens a file without ever writing to it, also while another process has it.
    ///
    /// # Errors
    /// Every reason of [`FileError`], each apart.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let file = WorkspaceFile::open_read_only(path)?;
        let device =
            device::present(file.connection())?.unwrap_or(device::Device { id: Uuid::nil(), epoch: 1 });
        Ok(Self::with(file, device))
    }

    /// Reads beside the writer of this process.
    pub(crate) fn beside(readers: &Readers) -> Result<Self, StoreError> {
        Ok(Self::with(WorkspaceFile::beside(readers)?, device::Device { id: Uuid::nil(), epoch: 1 }))
    }

    fn with(file: WorkspaceFile, device: device::Device) -> Self {
        let short = device.id.simple().to_string();
        let author = Author { device: short[..8].to_owned(), epoch: device.epoch };
        Self { file, documents: HashMap::new(), author, register: None, device: device.id, sequence: 0 }
    }

    /// The next number of the log. One that is not used after all is not given again.
    pub(crate) fn next_sequence(&mut self) -> i64 {
        self.sequence += 1;
        self.sequence
    }

    /// What the machine is to keep outside the file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn witness(&self) -> Result<Witness, StoreError> {
        Ok(Witness {
            device: self.device,
            path: self.path().to_owned(),
            sequence: update::last(self.connection())?,
        })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Whether edits are refused.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.file.is_read_only()
    }

    /// Opens connections for reading on other threads.
    #[must_use]
    pub fn readers(&self) -> Readers {
        self.file.readers().clone()
    }

    pub(crate) fn connection(&self) -> &Connection {
        self.file.connection()
    }

    /// Starts a write that is durable once committed.
    pub(crate) fn transaction(&mut self) -> Result<Transaction<'_>, StoreError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly);
        }
        Ok(self.file.connection_mut().transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    /// Seals the register, folds the log into snapshots and closes the file.
    ///
    /// # Errors
    /// When something could not be written; the log is still whole then.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.lock();
        let folded = if self.is_read_only() { Ok(()) } else { self.fold_documents() };
        self.file.close()?;
        folded
    }
}

/// Milliseconds since 1970.
pub(crate) fn now() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |time| i64::try_from(time.as_millis()).unwrap_or(i64::MAX))
}

/// A new random identity.
pub(crate) fn new_id() -> Uuid {
    Uuid::new_v4()
}

/// A new random peer id: one for each time a document comes into memory, never used again.
pub(crate) fn new_peer() -> u64 {
    new_id().as_u64_pair().0 ^ new_id().as_u64_pair().1
}

#[cfg(feature = "trouble")]
impl Workspace {
    /// For tests: lets the file grow no further, as on a full disk, or again.
    pub fn fill_the_disk(&mut self, full: bool) {
        let pages: i64 = self.connection().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap_or(1);
        let limit = if full { pages } else { 1_073_741_823 };
        let _ = self
            .connection()
            .query_row(&format!("PRAGMA max_page_count = {limit}"), [], |row| row.get::<_, i64>(0));
    }
}
