//! Choosing the passphrase, unlocking and locking.

use std::{collections::HashSet, time::Duration};

use ql_model::{DocumentId, EntityId, day::Day, entity::Kind};

use super::{
    Part, Unlocked,
    secret::{Secret, Wrapped},
};
use crate::{
    documents,
    error::StoreError,
    tables::{document, inbox, key, register, tombstone, withdrawn},
    workspace::{Workspace, now},
};

/// Wrong tries before it waits.
pub const TRIES: u32 = 5;
/// How long it waits after the first five, in milliseconds; twice as long after each further five, and at most fifteen minutes.
const WAIT: i64 = 60_000;
/// The longest wait, in milliseconds.
pub const LONGEST_WAIT: i64 = 15 * 60_000;

/// How long it waits after so many wrong tries in a row, in milliseconds; `None` when another is taken at once.
#[must_use]
pub fn wait_after(tries: u32) -> Option<i64> {
    let rounds = tries / TRIES;
    let wait = WAIT.saturating_mul(1 << rounds.saturating_sub(1).min(10)).min(LONGEST_WAIT);
    (tries > 0 && tries.is_multiple_of(TRIES)).then_some(wait)
}

/// What is known of the register without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterInfo {
    /// Its public key.
    pub recipient: String,
    /// Sealed files of people.
    pub people: u32,
    /// When it was last sealed, in milliseconds since 1970.
    pub sealed_at: i64,
    /// Number of the printed sheet that is valid.
    pub sheet: u32,
    /// Whether that sheet was shown to be at hand.
    pub proved: bool,
    /// Tries left before it waits.
    pub tries_left: u32,
    /// No try before, in milliseconds since 1970, by the clock of the moment the last one was made; none when it does not wait. A clock that
    /// was put back meanwhile says nothing: never wait longer than [`LONGEST_WAIT`].
    pub wait_until: Option<i64>,
    /// Signatures that wait to be taken in.
    pub waiting: u32,
    /// Entries that were not taken.
    pub refused: u32,
    /// Documents that could not be opened, or not whole; none while it is sealed.
    pub broken: u32,
    /// Health notes that this opening destroyed, the camp they were for being over; none while it is sealed.
    pub health_erased: u32,
}

/// What the laptop's clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The day it is where the laptop is.
    pub day: Day,
    /// When it began there, in milliseconds since 1970.
    pub began: i64,
}

/// What an unlocking did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Sessions whose sheets took in signatures.
    pub signed: Vec<EntityId>,
    /// Entries that were not taken.
    pub refused: usize,
    /// Health notes destroyed, the camp they were for being over.
    pub health_erased: usize,
    /// Documents that could not be opened, or not whole.
    pub broken: usize,
    /// Something could not be written, and is done at the next unlocking.
    pub postponed: bool,
}

impl Workspace {
    /// What is known of the register; `None` before a passphrase was chosen.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn register_info(&self) -> Result<Option<RegisterInfo>, StoreError> {
        let Some(row) = register::get(self.connection())? else { return Ok(None) };
        let (waiting, refused) = inbox::counts(self.connection())?;
        let people = match &self.register {
            Some(open) => open.rows.all().count(),
            None => document::of_kind(self.connection(), Kind::Person)?.len(),
        };
        let open = self.register.as_ref();
        let told = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(Some(RegisterInfo {
            recipient: row.recipient,
            broken: open.map_or(0, |open| told(open.damaged())),
            health_erased: open.map_or(0, |open| told(open.health_erased)),
            people: u32::try_from(people).unwrap_or(u32::MAX),
            sealed_at: row.sealed_at,
            sheet: row.sheet,
            proved: row.proved,
            tries_left: TRIES - row.tries % TRIES,
            wait_until: Some(row.wait_until).filter(|until| *until != 0),
            waiting,
            refused,
        }))
    }

    /// Makes the register, and opens it.
    ///
    /// # Errors
    /// [`StoreError::RegisterExists`], [`StoreError::RegisterLost`], or that it cannot be made durable.
    pub fn create_register(
        &mut self,
        secret: Secret,
        passphrase: Wrapped,
        recovery: Wrapped,
    ) -> Result<(), StoreError> {
        if register::get(self.connection())?.is_some() {
            return Err(StoreError::RegisterExists);
        }
        // Nobody could open the one before in this file then, though its row came back.
        if self.is_register_lost()? {
            return Err(StoreError::RegisterLost);
        }
        let row = register::Row {
            recipient: secret.recipient(),
            passphrase: passphrase.0,
            recovery: recovery.0,
            sheet: 1,
            proved: false,
            sealed_at: now(),
            tries: 0,
            wait_until: 0,
            wraps: 0,
            damaged_at: 0,
        };
        let transaction = self.transaction()?;
        register::insert(&transaction, &row)?;
        transaction.commit()?;
        self.register = Some(Unlocked::new(secret));
        Ok(())
    }

    /// Notes a wrong try, before its answer is given.
    ///
    /// # Errors
    /// When it cannot be made durable.
    pub fn note_wrong_try(&mut self) -> Result<(), StoreError> {
        let row = register::get(self.connection())?.ok_or(StoreError::NoRegister)?;
        let tries = row.tries + 1;
        let until = wait_after(tries).map_or(0, |wait| now() + wait);
        let transaction = self.transaction()?;
        register::set_tries(&transaction, tries, until)?;
        transaction.commit()?;
        Ok(())
    }

    /// Opens the register: reads every sealed document into rows, and takes in what was signed meanwhile. One that cannot be opened is
    /// counted and left alone. `today` says which health notes are over.
    ///
    /// # Errors
    /// [`StoreError::NoRegister`]; [`StoreError::Sealed`] when it is another register's secret; or why the file cannot be read.
    pub fn unlock(&mut self, secret: Secret, today: Today) -> Result<Opening, StoreError> {
        let row = register::get(self.connection())?.ok_or(StoreError::NoRegister)?;
        if secret.recipient() != row.recipient {
            return Err(StoreError::Sealed);
        }
        let mut open = Unlocked::new(secret);
        for row in key::all(self.connection())? {
            match open.unwrap(row.document, &row.wrapped) {
                Ok(key) => drop(open.keys.insert(row.document, key)),
                Err(_) => open.broken.push(row.document),
            }
            open.tainted.extend(row.tainted.then_some(row.document));
        }
        let mut keyed: HashSet<DocumentId> = open.keys.keys().copied().collect();
        for kind in Kind::SEALED {
            for (id, _) in document::of_kind(self.connection(), *kind)? {
                keyed.remove(&id);
                match documents::read(self.connection(), id, Some(&open)) {
                    Ok(read) => open.rows.take(&read.document),
                    Err(error @ StoreError::File(_)) => return Err(error),
                    Err(_) if open.broken.contains(&id) => {}
                    Err(_) => open.broken.push(id),
                }
            }
        }
        // A key whose document is gone: somebody took it out of the file.
        open.broken.extend(keyed);
        open.torn = open.torn_signatures(self.connection())?;
        open.tried_all = !open.leaves_out(self.connection())?;
        let broken = open.damaged();
        self.register = Some(open);
        let mut opening = Opening { broken, ..Opening::default() };
        if !self.is_read_only() {
            // On a full disk the register opens all the same: who is to be called may be needed now.
            opening.postponed = self.settle(today, &row, &mut opening).is_err();
        }
        Ok(opening)
    }

    /// What an unlocking writes. Each part is whole, and what fails is done at the next one.
    fn settle(&mut self, today: Today, row: &register::Row, opening: &mut Opening) -> Result<(), StoreError> {
        if row.tries != 0 {
            let transaction = self.transaction()?;
            register::set_tries(&transaction, 0, 0)?;
            transaction.commit()?;
        }
        self.note_damage(opening.broken != 0)?;
        opening.health_erased = self.erase_old_health(today, row.sealed_at)?;
        self.unlocked_mut()?.health_erased = opening.health_erased;
        // A program that ends without sealing leaves word of this day all the same, where a note waits for its last one: once a day, since a disk
        // takes its time.
        if row.sealed_at < today.began && self.people()?.has_health() {
            self.note_sealing()?;
        }
        // What was taken back, or taken off a sheet, and the program ended before it was sealed.
        self.let_withdrawn_go()?;
        let brought_back = self.forget_erased()?;
        let sheets: Vec<_> = self.people()?.sheets().map(|sheet| super::document_of(sheet.session)).collect();
        let cleansed = self.cleanse()? || brought_back;
        if self.destroy_unshown(&sheets)? || cleansed {
            self.purge_log();
        }
        self.take_in(opening)
    }

    /// Seals the register: folds what was written, and forgets the secret, the keys, the documents and the rows. What cannot be folded stays
    /// in the log; sealing itself cannot fail.
    pub fn lock(&mut self) {
        let Some(open) = &self.register else { return };
        let sealed: Vec<_> = open.keys.keys().copied().collect();
        if !self.is_read_only() {
            let _ = self.let_withdrawn_go();
            // What cannot be told to be nothing is taken for something.
            let cleansed = self.cleanse().unwrap_or(true);
            let written: Vec<_> =
                sealed.iter().filter(|id| self.documents.contains_key(id)).copied().collect();
            if self.destroy_unshown(&written).unwrap_or(true) || cleansed {
                self.purge_log();
            }
            for id in &sealed {
                if self.documents.get(id).is_some_and(|open| open.tail > 0) {
                    let _ = self.fold(*id);
                }
            }
            let _ = self.note_sealing();
        }
        for id in sealed {
            self.drop_document(id);
        }
        self.register = None;
    }

    /// An older copy that was gone back to may name people on its open sheets who were erased since, or in their past. Whether there were any.
    fn forget_erased(&mut self) -> Result<bool, StoreError> {
        let sheets: HashSet<DocumentId> =
            self.people()?.sheets().map(|sheet| super::document_of(sheet.session)).collect();
        let noted: Vec<DocumentId> =
            self.unlocked()?.tainted.iter().copied().filter(|id| sheets.contains(id)).collect();
        if noted.is_empty() {
            return Ok(false);
        }
        let mut gone = Vec::new();
        for id in tombstone::all(self.connection())? {
            // Whoever is here was not erased, whatever somebody wrote beside.
            if document::kind(self.connection(), id)?.is_none() {
                gone.push(id.root());
            }
        }
        let anew = self.sheets_without(&gone)?;
        let transaction = self.transaction()?;
        for one in &anew {
            one.write(&transaction)?;
        }
        key::untaint(&transaction, &noted)?;
        transaction.commit()?;
        for one in &noted {
            self.unlocked_mut()?.tainted.remove(one);
        }
        let some = !anew.is_empty();
        for one in anew {
            self.take_anew(one)?;
        }
        Ok(some)
    }

    /// Destroys the files of those who were taken back: nobody can bring them again by now. They were not erased, and are there again in a copy
    /// that has them, which is what one goes back to it for. All at once, since a disk takes its time for each transaction, and the lid may be
    /// closing.
    fn let_withdrawn_go(&mut self) -> Result<(), StoreError> {
        let rows = self.people()?;
        let mut gone = Vec::new();
        for person in rows.withdrawn() {
            gone.extend(rows.notes_of(person.id).into_iter().chain([person.id]).map(super::document_of));
        }
        if gone.is_empty() {
            return Ok(());
        }
        let transaction = self.transaction()?;
        for id in &gone {
            tombstone::let_go(&transaction, *id, now())?;
            withdrawn::note(&transaction, *id)?;
        }
        transaction.commit()?;
        self.forget_buried(&gone)?;
        self.purge_log();
        Ok(())
    }

    /// Notes since when something does not open. Only where everything was tried can that be taken back.
    pub(super) fn note_damage(&mut self, is_damaged: bool) -> Result<(), StoreError> {
        let noted = register::get(self.connection())?.is_some_and(|row| row.damaged_at != 0);
        if noted == is_damaged || noted && !self.unlocked()?.tried_all {
            return Ok(());
        }
        let transaction = self.transaction()?;
        register::set_damaged_at(&transaction, if is_damaged { now() } else { 0 })?;
        transaction.commit()?;
        Ok(())
    }

    fn note_sealing(&mut self) -> Result<(), StoreError> {
        let transaction = self.transaction()?;
        register::set_sealed_at(&transaction, now())?;
        transaction.commit()?;
        Ok(())
    }

    /// Destroys documents: their keys first of all.
    pub(super) fn bury(&mut self, ids: &[DocumentId]) -> Result<bool, StoreError> {
        let transaction = self.transaction()?;
        for id in ids {
            if document::kind(&transaction, *id)?.is_some() {
                tombstone::bury(&transaction, *id, now())?;
            }
        }
        transaction.commit()?;
        self.forget_buried(ids)?;
        Ok(self.purge_log())
    }

    /// Lets go of documents that were destroyed in the file.
    pub(super) fn forget_buried(&mut self, ids: &[DocumentId]) -> Result<(), StoreError> {
        for id in ids {
            self.drop_document(*id);
            let open = self.unlocked_mut()?;
            open.keys.remove(id);
            open.tainted.remove(id);
            open.broken.retain(|other| other != id);
            open.torn.retain(|(other, _)| other != id);
            open.rows.drop_document(id.root());
            for turned in [&mut open.done, &mut open.undone] {
                turned.retain(|gesture| gesture.parts.iter().all(|(document, _)| document != id));
            }
        }
        Ok(())
    }

    /// Folds SQLite's log into the file and empties it, so that nothing that was destroyed lies on in it. Whether it is empty: someone who
    /// reads meanwhile keeps it for a moment, and the next purge or closing empties it then.
    pub(crate) fn purge_log(&mut self) -> bool {
        for _ in 0..20 {
            let busy = self
                .connection()
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
                .unwrap_or(1);
            if busy == 0 {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }
}

/// A snapshot with the last update in it, and the updates since.
type Log = (Option<(i64, Vec<u8>)>, Vec<Vec<u8>>);

impl Unlocked {
    /// The part of a log as it is read.
    pub(crate) fn opened(
        &self,
        id: DocumentId,
        snapshot: Option<(i64, Vec<u8>)>,
        updates: Vec<Vec<u8>>,
    ) -> Result<Log, StoreError> {
        let snapshot = match snapshot {
            Some((seq, bytes)) => Some((seq, self.open(id, Part::Snapshot, &bytes)?)),
            None => None,
        };
        let updates =
            updates.iter().map(|bytes| self.open(id, Part::Update, bytes)).collect::<Result<_, _>>()?;
        Ok((snapshot, updates))
    }
}
