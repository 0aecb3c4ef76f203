//! What is signed while the register is sealed: sealed by age to the register's public key, so that whoever writes it cannot read it again.
//!
//! Everyone who holds the file knows that public key. So that nobody can slip a signature in, an entry also bears the code of an
//! [`EntryKey`], which the register gives to whoever hands the laptop over and which opens nothing.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use ql_model::{EntityId, vocabulary::HalfCode};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{cipher::Key, document_of, opening::Opening};
use crate::{
    error::StoreError,
    tables::{inbox, register, tombstone},
    workspace::{Workspace, new_id, now},
};

const PURPOSE: &str = "quartier-libre 2026-11 register knows its inbox";

/// Why an entry was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be opened: torn, or sealed to another register.
    Torn,
    /// It was not written by this register's laptop.
    Forged,
    /// Its sheet was closed meanwhile.
    Closed,
    /// Its session, or whoever signed, is not here any more.
    Gone,
}

impl Refusal {
    /// The stored word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Refusal::Torn => "torn",
            Refusal::Forged => "forged",
            Refusal::Closed => "closed",
            Refusal::Gone => "gone",
        }
    }
}

/// What shows that an entry was written here. It opens nothing.
#[derive(Clone, Debug)]
pub struct EntryKey {
    key: Key,
    /// The register it is for, as it was when the key was given: what the file says later may be someone else's.
    recipient: String,
}

/// A signature made while the register was sealed.
#[derive(Clone, Debug)]
pub struct SealedSignature<'a> {
    /// On which sheet.
    pub session: EntityId,
    /// Which half-day.
    pub half: HalfCode,
    /// Whose.
    pub person: EntityId,
    /// Bytes of [`ql_model::signature`].
    pub bytes: &'a [u8],
}

#[derive(Serialize, Deserialize)]
struct Payload {
    session: EntityId,
    half: HalfCode,
    person: EntityId,
    at: i64,
    signature: String,
}

impl Workspace {
    /// What entries are to be written with once the register is sealed.
    ///
    /// # Errors
    /// [`StoreError::Sealed`].
    pub fn entry_key(&self) -> Result<EntryKey, StoreError> {
        let secret = &self.unlocked()?.secret;
        Ok(EntryKey { key: secret.key(PURPOSE), recipient: secret.recipient() })
    }

    /// Keeps a signature for the next unlocking.
    ///
    /// # Errors
    /// [`StoreError::NoRegister`], bytes that are no signature, or that it cannot be made durable.
    pub fn seal_signature(&mut self, key: &EntryKey, signed: &SealedSignature<'_>) -> Result<(), StoreError> {
        ql_model::signature::strokes(signed.bytes)?;
        let row = register::get(self.connection())?.ok_or(StoreError::NoRegister)?;
        if row.recipient != key.recipient {
            return Err(StoreError::Sealed);
        }
        let recipient: age::x25519::Recipient = key.recipient.parse().map_err(|_| StoreError::Sealed)?;
        let payload = Payload {
            session: signed.session,
            half: signed.half,
            person: signed.person,
            at: now(),
            signature: BASE64_STANDARD.encode(signed.bytes),
        };
        let id = new_id().to_string();
        let json = Zeroizing::new(serde_json::to_vec(&payload).unwrap_or_default());
        let mut bytes = Zeroizing::new(key.code(&id, &json).to_vec());
        bytes.extend(json.iter());
        let sealed = age::encrypt(&recipient, &bytes).map_err(|_| StoreError::Sealed)?;
        let transaction = self.transaction()?;
        inbox::insert(&transaction, &id, &sealed)?;
        transaction.commit()?;
        Ok(())
    }

    /// Takes in what was signed meanwhile. What cannot be taken stays, with its reason.
    pub(super) fn take_in(&mut self, opening: &mut Opening) -> Result<(), StoreError> {
        let mut refused = Vec::new();
        let taken = self.take_entries(opening, &mut refused);
        // All at once: a disk takes its time for each transaction, and whoever has the file may slip in thousands.
        if !refused.is_empty() {
            let transaction = self.transaction()?;
            for (id, refusal) in &refused {
                inbox::refuse(&transaction, id, refusal.code())?;
            }
            transaction.commit()?;
            opening.refused += refused.len();
        }
        taken
    }

    fn take_entries(
        &mut self,
        opening: &mut Opening,
        refused: &mut Vec<(String, Refusal)>,
    ) -> Result<(), StoreError> {
        let key = self.entry_key()?;
        for entry in inbox::all(self.connection())? {
            if entry.refused.is_some() {
                opening.refused += 1;
                continue;
            }
            let taken = match self.read_entry(&key, &entry) {
                // In an older copy that was gone back to, by someone who was erased since.
                Ok((payload, _)) if tombstone::has(self.connection(), document_of(payload.person))? => {
                    let transaction = self.transaction()?;
                    inbox::remove(&transaction, &entry.id)?;
                    transaction.commit()?;
                    continue;
                }
                // Its sheet may come back from an older copy: it waits.
                Ok((payload, _)) if self.sheet(payload.session).is_err() => continue,
                Ok((payload, bytes)) => self.take_entry(&entry.id, &payload, &bytes),
                Err(refusal) => Ok(Err(refusal)),
            };
            match taken? {
                Ok(session) if opening.signed.contains(&session) => {}
                Ok(session) => opening.signed.push(session),
                Err(refusal) => refused.push((entry.id, refusal)),
            }
        }
        Ok(())
    }

    fn read_entry(&self, key: &EntryKey, entry: &inbox::Entry) -> Result<(Payload, Vec<u8>), Refusal> {
        let open = self.register.as_ref().ok_or(Refusal::Torn)?;
        let bytes =
            Zeroizing::new(age::decrypt(open.secret.identity(), &entry.bytes).map_err(|_| Refusal::Torn)?);
        let (code, json) = bytes.split_first_chunk::<32>().ok_or(Refusal::Forged)?;
        // Compared in constant time.
        if blake3::Hash::from_bytes(*code) != key.code(&entry.id, json) {
            return Err(Refusal::Forged);
        }
        let payload: Payload = serde_json::from_slice(json).map_err(|_| Refusal::Torn)?;
        let signature = BASE64_STANDARD.decode(&payload.signature).map_err(|_| Refusal::Torn)?;
        Ok((payload, signature))
    }

    /// The outer error is the file's, which ends the unlocking; the inner one is the entry's.
    fn take_entry(
        &mut self,
        id: &str,
        payload: &Payload,
        bytes: &[u8],
    ) -> Result<Result<EntityId, Refusal>, StoreError> {
        // Signed again on the sheet meanwhile, or taken in from another laptop: the first signature stays. One that was taken in once is not
        // taken in again, though it was cleared since.
        let sheet = self.people()?.sheet(payload.session);
        let signed = sheet
            .and_then(|sheet| sheet.cell(payload.person, payload.half))
            .is_some_and(|cell| cell.signature.is_some());
        // On whatever line: two of one person may have been made one since.
        let taken = || {
            sheet.is_some_and(|sheet| sheet.cells.iter().any(|cell| cell.entries.iter().any(|one| one == id)))
        };
        if signed || taken() {
            let transaction = self.transaction()?;
            inbox::remove(&transaction, id)?;
            transaction.commit()?;
            return Ok(Ok(payload.session));
        }
        match self.signed(payload.session, payload.person, payload.half, bytes, payload.at, Some(id)) {
            Ok(_) => Ok(Ok(payload.session)),
            Err(StoreError::Sheet(ql_model::sheet::SheetError::Closed)) => Ok(Err(Refusal::Closed)),
            Err(StoreError::Missing(_) | StoreError::Sheet(_)) => Ok(Err(Refusal::Gone)),
            Err(StoreError::Signature(_) | StoreError::Unopened(_) | StoreError::Document(_)) => {
                Ok(Err(Refusal::Torn))
            }
            Err(error) => Err(error),
        }
    }

    /// What someone signed and was not taken in. What cannot be opened says nothing of anybody.
    pub(super) fn entries_of(&self, who: &[EntityId]) -> Result<Vec<String>, StoreError> {
        self.entries_that(|payload| who.contains(&payload.person))
    }

    /// Entries for the sheets of these sessions.
    pub(super) fn entries_for(&self, sessions: &[EntityId]) -> Result<Vec<String>, StoreError> {
        self.entries_that(|payload| sessions.contains(&payload.session))
    }

    fn entries_that(&self, are: impl Fn(&Payload) -> bool) -> Result<Vec<String>, StoreError> {
        let key = self.entry_key()?;
        let chosen =
            |entry: &inbox::Entry| self.read_entry(&key, entry).is_ok_and(|(payload, _)| are(&payload));
        Ok(inbox::all(self.connection())?.into_iter().filter(chosen).map(|entry| entry.id).collect())
    }

    /// Entries that were not taken in: identity and reason.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn refused_entries(&self) -> Result<Vec<(String, String)>, StoreError> {
        let all = inbox::all(self.connection())?;
        Ok(all.into_iter().filter_map(|entry| entry.refused.map(|reason| (entry.id, reason))).collect())
    }

    /// Throws away an entry that was not taken in.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], or that it cannot be made durable.
    pub fn discard_entry(&mut self, id: &str) -> Result<(), StoreError> {
        self.unlocked()?;
        if !self.refused_entries()?.iter().any(|(known, _)| known == id) {
            return Err(StoreError::Missing(id.chars().take(80).collect()));
        }
        let transaction = self.transaction()?;
        inbox::remove(&transaction, id)?;
        transaction.commit()?;
        Ok(())
    }
}

impl EntryKey {
    /// The code of an entry: bound to its identity, so that it cannot be doubled under another.
    fn code(&self, id: &str, json: &[u8]) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new_keyed(self.key.bytes());
        hasher.update(id.as_bytes()).update(b"\n").update(json);
        hasher.finalize()
    }
}

trait ToVec {
    fn to_vec(&self) -> Vec<u8>;
}

impl ToVec for blake3::Hash {
    fn to_vec(&self) -> Vec<u8> {
        self.as_bytes().to_vec()
    }
}
