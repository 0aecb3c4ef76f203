//! The register: sealed documents (people, health notes, attendance sheets), and the time they are open.
//!
//! In the file they are ciphertext, each with a key of its own, wrapped to the register's secret. The secret, the keys, the documents and
//! their rows are in memory only between [`Workspace::unlock`] and [`Workspace::lock`]; nothing of them is written anywhere in the clear, not
//! into the row tables, the undo table or the search. While it is sealed nothing in it can be read or edited; what is signed meanwhile goes
//! into the inbox, sealed to the public key.

mod adding;
mod checking;
mod cipher;
mod completing;
mod earlier;
mod erasing;
mod groups;
mod inbox;
mod locks;
mod merging;
mod opening;
mod people;
mod rewriting;
mod rows;
mod secret;
mod sheets;
mod team;
mod together;
mod turning;

pub use adding::{NewPerson, SealedPeople};
pub use cipher::Unopened;
pub use completing::Completed;
pub use erasing::Erased;
pub use inbox::{EntryKey, Refusal, SealedSignature};
pub(crate) use locks::may_be_opened;
pub use opening::{LONGEST_WAIT, Opening, RegisterInfo, TRIES, Today, wait_after};
pub use rows::{HealthNote, People};
pub use secret::{GROUP, GROUPS, NotOpened, RecoveryCode, Secret, Wrapped, is_same_passphrase};
pub use sheets::NewScan;
pub use team::TeamKey;
pub use turning::Turned;

use std::collections::{HashMap, HashSet};

use cipher::Key;
use ql_model::{DocumentId, EntityId, entity::Kind, step::Step};

use crate::{error::StoreError, workspace::Workspace};

/// What wraps the keys of documents.
const WRAPPING: &str = "quartier-libre 2026-11 register wraps document keys";

/// The open register.
pub(crate) struct Unlocked {
    secret: Secret,
    wrap: Key,
    keys: HashMap<DocumentId, Key>,
    /// What screens and papers see.
    pub rows: People,
    /// Documents that could not be opened.
    broken: Vec<DocumentId>,
    done: Vec<Gesture>,
    undone: Vec<Gesture>,
    /// Files whose past holds what was said of someone else, by a merge or a list that was taken back.
    tainted: HashSet<DocumentId>,
    /// Signatures that do not open, of documents that do.
    torn: Vec<(DocumentId, Vec<u8>)>,
    /// Whether everything was tried; an opening leaves pictures out.
    tried_all: bool,
    /// Health notes that this opening destroyed.
    health_erased: usize,
}

/// One thing a trainer did, so that it can be taken back while the register is open.
struct Gesture {
    code: &'static str,
    parts: Vec<(DocumentId, Vec<Step>)>,
    /// Groups of the calendar that came with it.
    groups: Vec<EntityId>,
}

impl Unlocked {
    fn new(secret: Secret) -> Self {
        let wrap = secret.key(WRAPPING);
        Self {
            secret,
            wrap,
            keys: HashMap::new(),
            rows: People::default(),
            broken: Vec::new(),
            done: Vec::new(),
            undone: Vec::new(),
            tainted: HashSet::new(),
            torn: Vec::new(),
            tried_all: false,
            health_erased: 0,
        }
    }

    /// Nothing that was done until now can be taken back, or done again.
    pub(crate) fn end_undo(&mut self) {
        self.done.clear();
        self.undone.clear();
    }

    fn key(&self, id: DocumentId) -> Result<&Key, StoreError> {
        self.keys.get(&id).ok_or_else(|| StoreError::Missing(id.to_string()))
    }

    /// Seals an update or a snapshot of a document.
    pub fn seal(&self, id: DocumentId, what: Part, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        Ok(self.key(id)?.seal(&[what.name(), id.0.as_bytes()], bytes))
    }

    /// Opens what [`Unlocked::seal`] sealed.
    pub fn open(&self, id: DocumentId, what: Part, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        Ok(self.key(id)?.open(&[what.name(), id.0.as_bytes()], bytes)?)
    }

    /// Under which identity bytes with this hash are kept, and the bytes sealed.
    fn seal_blob(&self, id: DocumentId, hash: &str, bytes: &[u8]) -> Result<(Vec<u8>, Vec<u8>), StoreError> {
        let name = self.blob_name(id, hash)?;
        let sealed = self.key(id)?.seal(&[b"blob", id.0.as_bytes(), &name], bytes);
        Ok((name, sealed))
    }

    /// What stands in the place of bytes that did not open and were given up. Only who has the key can say so.
    fn seal_given_up(&self, id: DocumentId, name: &[u8]) -> Result<Vec<u8>, StoreError> {
        Ok(self.key(id)?.seal(&[b"given up", id.0.as_bytes(), name], &[]))
    }

    fn is_given_up(&self, id: DocumentId, name: &[u8], sealed: &[u8]) -> bool {
        self.key(id).is_ok_and(|key| key.open(&[b"given up", id.0.as_bytes(), name], sealed).is_ok())
    }

    fn blob_name(&self, id: DocumentId, hash: &str) -> Result<Vec<u8>, StoreError> {
        Ok(blake3::keyed_hash(self.key(id)?.bytes(), hash.as_bytes()).as_bytes()[..16].to_vec())
    }

    /// Makes the key of a new document, and wraps it.
    pub fn new_key(&mut self, id: DocumentId) -> Vec<u8> {
        let key = Key::random();
        let wrapped = self.wrap.seal(&[b"key", id.0.as_bytes()], key.bytes());
        self.keys.insert(id, key);
        wrapped
    }

    fn unwrap(&self, id: DocumentId, wrapped: &[u8]) -> Result<Key, Unopened> {
        let bytes = zeroize::Zeroizing::new(self.wrap.open(&[b"key", id.0.as_bytes()], wrapped)?);
        Key::from_bytes(&bytes).ok_or(Unopened)
    }
}

/// What of a document's log is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// An update.
    Update,
    /// A snapshot.
    Snapshot,
}

impl Part {
    fn name(self) -> &'static [u8] {
        match self {
            Part::Update => b"update",
            Part::Snapshot => b"snapshot",
        }
    }
}

/// Whether documents of this kind are sealed.
pub(crate) fn is_sealed(kind: Kind) -> bool {
    Kind::SEALED.contains(&kind)
}

impl Workspace {
    /// Whether the register is open.
    #[must_use]
    pub fn is_unlocked(&self) -> bool {
        self.register.is_some()
    }

    pub(crate) fn unlocked(&self) -> Result<&Unlocked, StoreError> {
        self.register.as_ref().ok_or(StoreError::Sealed)
    }

    pub(crate) fn unlocked_mut(&mut self) -> Result<&mut Unlocked, StoreError> {
        self.register.as_mut().ok_or(StoreError::Sealed)
    }

    /// The rows of the open register.
    ///
    /// # Errors
    /// [`StoreError::Sealed`].
    pub fn people(&self) -> Result<&People, StoreError> {
        Ok(&self.unlocked()?.rows)
    }

    /// Everyone of the register, whoever is longest in it first.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or when the file cannot be read.
    pub fn people_in_order(&self) -> Result<Vec<EntityId>, StoreError> {
        let rows = self.people()?;
        let all = crate::tables::document::in_order(self.connection(), Kind::Person)?;
        Ok(all
            .into_iter()
            .map(DocumentId::root)
            .filter(|id| rows.person(*id).is_some_and(|row| row.id == *id))
            .collect())
    }

    /// When someone's file was begun, in milliseconds since 1970.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn made_at(&self, person: EntityId) -> Result<Option<i64>, StoreError> {
        Ok(crate::tables::document::created_at(self.connection(), document_of(person))?)
    }

    /// Sealed documents that could not be opened at this unlocking.
    ///
    /// # Errors
    /// [`StoreError::Sealed`].
    pub fn broken_documents(&self) -> Result<&[DocumentId], StoreError> {
        Ok(&self.unlocked()?.broken)
    }

    /// Reads again what a sealed document says.
    pub(crate) fn project(&mut self, id: DocumentId) -> Result<(), StoreError> {
        let Some(open) = self.documents.get(&id) else { return Ok(()) };
        let register = self.register.as_mut().ok_or(StoreError::Sealed)?;
        register.rows.take(&open.document);
        Ok(())
    }

    /// Writes steps into sealed documents, one transaction each, and keeps the gesture.
    fn do_sealed(&mut self, code: &'static str, id: DocumentId, steps: Vec<Step>) -> Result<(), StoreError> {
        self.write(id, &steps, false, crate::editing::Trace::None, crate::editing::Brought::default())?;
        self.keep_gesture(code, vec![(id, steps)])
    }

    fn keep_gesture(
        &mut self,
        code: &'static str,
        parts: Vec<(DocumentId, Vec<Step>)>,
    ) -> Result<(), StoreError> {
        let register = self.unlocked_mut()?;
        register.undone.clear();
        if parts.iter().any(|(_, steps)| !steps.is_empty()) {
            register.done.push(Gesture { code, parts, groups: Vec::new() });
        }
        Ok(())
    }
}

/// The document of an entity that is the root of one.
fn document_of(entity: EntityId) -> DocumentId {
    entity.document()
}

#[cfg(test)]
mod tests;
