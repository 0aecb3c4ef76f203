//! Atelier or Formateur: whether the register is open, and the pad that is handed around once it is sealed again.

use std::{
    path::PathBuf,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant, SystemTime},
};

use chrono::{Datelike as _, Timelike as _, Utc};
use ql_model::{
    DocumentId, EntityId,
    day::Day,
    season::Half,
    vocabulary::{FaceColour, HalfCode, Shape},
};
use ql_store::{EntryKey, LONGEST_WAIT, Today, Wrapped};
use serde::Serialize;
use ts_rs::TS;

use crate::{
    app::{Access, Inner},
    error::{ErrorCode, Failure},
    event::Event,
    role::Role,
    waits::Waits,
    watch::{IDLE, Watch},
};

/// Where the register stands, for everyone to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Register {
    /// A passphrase was chosen.
    pub exists: bool,
    /// Formateur; else Atelier.
    pub unlocked: bool,
    /// Files of people, also while it is sealed.
    pub people: u32,
    /// Since when it is sealed, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub sealed_since: Option<i64>,
    /// Signatures that wait to be taken in.
    pub waiting: u32,
    /// Entries that were not taken.
    pub refused: u32,
    /// Files and sheets that do not open; none while it is sealed.
    pub damaged: u32,
    /// Health notes that this opening destroyed, their last day being over; none while it is sealed.
    pub health_erased: u32,
    /// Tries left before it waits.
    pub tries_left: u32,
    /// No try before, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub wait_until: Option<i64>,
    /// The pad is shown.
    pub handover: bool,
    /// Number of the printed sheet that is valid.
    pub recovery: Option<u32>,
    /// Someone has shown that this sheet is at hand.
    pub recovery_proved: bool,
}

/// The mode, and what must be remembered while the register is sealed.
#[derive(Default)]
pub(crate) struct Mode {
    unlocked: AtomicBool,
    state: Mutex<State>,
    /// The list that is being taken in is not wanted any more.
    pub stop_import: AtomicBool,
    /// Held while a passphrase is tried: they are tried one after the other, whoever asks.
    pub trying: Mutex<()>,
}

#[derive(Default)]
struct State {
    waits: Waits,
    /// Goes up each time the register is sealed.
    seals: u64,
    watch: Option<Watch>,
    pad: Option<Pad>,
    /// Recovery sheets that were written, and their sizes.
    recovery: Vec<(PathBuf, u64)>,
    /// When someone gave the right words for the register of the file that is open, and what they open is torn.
    torn_within: Option<(Instant, TornLocks)>,
    /// A new recovery code, wrapping the secret, until its sheet is shown to be at hand. The one before opens until then.
    next_recovery: Option<Wrapped>,
}

/// The pad: the faces of one session, without the register's key.
pub(crate) struct Pad {
    pub session: EntityId,
    pub title: String,
    pub date: String,
    pub half: Half,
    pub waiting: Vec<Slot>,
    pub signed: usize,
    pub key: EntryKey,
}

/// Locks of which the right words told that their inside is torn.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TornLocks {
    pub passphrase: bool,
    pub recovery: bool,
}

/// Someone who has not signed yet.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub slot: u32,
    pub person: EntityId,
    pub name: String,
    pub shape: Shape,
    pub colour: FaceColour,
    pub trainer: bool,
    /// Their name was shown and passed over: they may be drawing in another window.
    pub passed: bool,
}

/// The day it is where the laptop is.
pub(crate) fn today() -> Day {
    day_of(chrono::Local::now().date_naive())
}

fn day_of(today: chrono::NaiveDate) -> Day {
    let small = |n: u32| u8::try_from(n).unwrap_or(1);
    // A clock beyond the year 9999 says nothing about anyone's age.
    Day::new(today.year(), small(today.month()), small(today.day())).unwrap_or(Day::FIRST)
}

/// The same, with the moment it began.
pub(crate) fn since_midnight() -> Today {
    let now = chrono::Local::now();
    let passed = i64::from(now.num_seconds_from_midnight()) * 1000 + i64::from(now.timestamp_subsec_millis());
    Today { day: day_of(now.date_naive()), began: now.timestamp_millis() - passed }
}

impl Pad {
    pub fn code(&self) -> HalfCode {
        self.half.code
    }
}

impl Mode {
    /// Whether the register is open.
    pub fn is_unlocked(&self) -> bool {
        self.unlocked.load(Ordering::Acquire)
    }

    /// What someone may do now. A phone stays a guest whoever has unlocked.
    pub fn role(&self, caller: Role) -> Role {
        match caller {
            Role::Guest => Role::Guest,
            Role::Desk | Role::Trainer if self.is_unlocked() => Role::Trainer,
            Role::Desk | Role::Trainer => Role::Desk,
        }
    }

    /// How long no passphrase of a register is taken, by what its file says too.
    pub fn wait_left(&self, register: &str, until: Option<i64>) -> Option<Duration> {
        self.lock().waits.left(register, until, Utc::now().timestamp_millis(), Instant::now())
    }

    /// Counts a wrong try.
    pub fn count_try(&self, register: &str) {
        self.lock().waits.count(register, Utc::now().timestamp_millis(), Instant::now());
    }

    /// A right one.
    pub fn right_try(&self, register: &str) {
        self.lock().waits.right(register);
    }

    /// Notes that whoever is here has the right words, though what they open is torn: they may go back to an older copy. Tried on a file that
    /// was let go of meanwhile, they say nothing of the one that is open.
    pub fn found_torn_within(&self, seals: u64, of_code: bool) {
        let mut state = self.lock();
        let mut locks = torn_locks(state.torn_within);
        *(if of_code { &mut locks.recovery } else { &mut locks.passphrase }) = true;
        state.torn_within = (state.seals == seals).then(|| (Instant::now(), locks));
    }

    /// Whether the right words were given for a register that they cannot open any more.
    pub fn is_torn_within(&self) -> bool {
        let locks = self.torn_locks();
        locks.passphrase || locks.recovery
    }

    /// Which locks they are of.
    pub fn torn_locks(&self) -> TornLocks {
        torn_locks(self.lock().torn_within)
    }

    /// Wrong words were given: somebody else may be here.
    pub fn wrong_words(&self) {
        self.lock().torn_within = None;
    }

    /// How often the register was sealed: what was begun before the last time is over.
    pub fn seals(&self) -> u64 {
        self.lock().seals
    }

    /// What was begun before is over, as if the register had been sealed.
    pub fn call_off(&self) {
        self.lock().seals += 1;
    }

    /// The register was opened: the pad is over.
    pub fn unlocked(&self) {
        let mut state = self.lock();
        state.pad = None;
        state.torn_within = None;
        state.watch = Some(Watch::new(Instant::now(), SystemTime::now()));
        self.unlocked.store(true, Ordering::Release);
    }

    /// The register was sealed.
    pub fn sealed(&self, pad: Option<Pad>) {
        let mut state = self.lock();
        state.watch = None;
        state.seals += 1;
        state.torn_within = None;
        state.next_recovery = None;
        state.pad = pad;
        self.unlocked.store(false, Ordering::Release);
    }

    /// Someone does something.
    pub fn stir(&self) {
        if let Some(watch) = &mut self.lock().watch {
            watch.stir(Instant::now());
        }
    }

    fn is_over(&self) -> bool {
        self.is_unlocked()
            && self
                .lock()
                .watch
                .as_mut()
                .is_some_and(|watch| watch.is_over(Instant::now(), SystemTime::now()))
    }

    /// Looks at the pad, or changes it.
    pub fn with_pad<T>(&self, act: impl FnOnce(&mut Option<Pad>) -> T) -> T {
        act(&mut self.lock().pad)
    }

    /// Holds a new recovery code ready, or lets go of it.
    pub fn set_next_recovery(&self, wrapped: Option<Wrapped>) {
        self.lock().next_recovery = wrapped;
    }

    /// The new recovery code that waits for its sheet.
    pub fn next_recovery(&self) -> Option<Wrapped> {
        self.lock().next_recovery.clone()
    }

    /// Remembers a recovery sheet that was written; whatever had its name before is gone.
    pub fn note_recovery(&self, path: PathBuf, size: u64) {
        let mut state = self.lock();
        state.recovery.retain(|(other, _)| *other != path);
        state.recovery.push((path, size));
    }

    /// The recovery sheets that were written, and their sizes; from now on they are not known here.
    pub fn take_recovery_files(&self) -> Vec<(PathBuf, u64)> {
        std::mem::take(&mut self.lock().recovery)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Those that were found while whoever has the words is here.
fn torn_locks(found: Option<(Instant, TornLocks)>) -> TornLocks {
    found.filter(|(at, _)| at.elapsed() < IDLE).map(|(_, locks)| locks).unwrap_or_default()
}

impl Inner {
    /// Seals the register when nobody was there for ten minutes, or the computer slept. Asked before every command, so that the first thing
    /// done after a sleep finds it sealed.
    pub fn watch(&self) {
        // A command line lives as long as its work, and nobody ticks there: what takes long is no sleep.
        if self.access == Access::Window && self.mode.is_over() {
            self.seal(None);
        }
    }

    /// Seals the register, and shows the pad when one is given.
    pub fn seal(&self, pad: Option<Pad>) {
        {
            let mut open = self.opened();
            if let Some(workspace) = &mut open.workspace {
                workspace.lock();
            }
            self.mode.sealed(pad);
        }
        self.tell_mode();
    }

    /// Where the register stands.
    pub fn register(&self) -> Result<Register, Failure> {
        let open = self.opened();
        let workspace = open.workspace.as_ref().ok_or_else(|| Failure::new(ErrorCode::NoWorkspace, ""))?;
        let info = workspace.register_info()?;
        let unlocked = workspace.is_unlocked();
        let found = info.as_ref();
        Ok(Register {
            exists: found.is_some(),
            unlocked,
            people: found.map_or(0, |info| info.people),
            sealed_since: found.filter(|_| !unlocked).map(|info| info.sealed_at),
            waiting: found.map_or(0, |info| info.waiting),
            refused: found.filter(|_| unlocked).map_or(0, |info| info.refused),
            damaged: found.map_or(0, |info| info.broken),
            health_erased: found.map_or(0, |info| info.health_erased),
            tries_left: found.map_or(ql_store::TRIES, |info| info.tries_left),
            wait_until: found.and_then(|info| self.mode.wait_left(&info.recipient, info.wait_until)).map(
                |left| {
                    Utc::now().timestamp_millis() + i64::try_from(left.as_millis()).unwrap_or(LONGEST_WAIT)
                },
            ),
            handover: self.mode.with_pad(|pad| pad.is_some()),
            recovery: found.map(|info| info.sheet),
            recovery_proved: found.is_some_and(|info| info.proved),
        })
    }

    /// How many automatic copies of the file hold one of these documents.
    pub fn copies_holding(&self, documents: &[DocumentId]) -> usize {
        ql_store::copies_holding(&ql_store::backup_folder(&self.current_path()), documents)
    }

    /// Folders of copies whose file is not there any more, and how many of them hold one of these documents.
    pub fn copies_elsewhere(&self, documents: &[DocumentId]) -> Vec<(String, usize)> {
        let count = |folder: PathBuf| {
            let name = folder.file_name()?.to_string_lossy().into_owned();
            let copies = ql_store::copies_holding(&folder, documents);
            (copies > 0).then_some((name, copies))
        };
        ql_store::left_backup_folders(&self.current_path()).into_iter().filter_map(count).collect()
    }

    /// Names that the file shows to everybody who has it in hand: nobody looks far for a passphrase made of them.
    pub fn shown_names(&self) -> Vec<String> {
        let path = self.current_path();
        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let inside = self.read(|reader| {
            let calendar = reader.calendar()?;
            let films = reader.films()?.into_iter().map(|(film, ..)| film.title);
            let faces = reader.faces()?.into_iter().map(|face| face.name);
            let (places, groups) = (calendar.places.into_iter(), calendar.groups.into_iter());
            Ok(films
                .chain(faces)
                .chain(places.map(|place| place.name))
                .chain(groups.map(|group| group.name))
                .collect::<Vec<_>>())
        });
        let mut names = inside.unwrap_or_default();
        names.push(file);
        names
    }

    /// Tells every screen where the register stands.
    pub fn tell_mode(&self) {
        if let Ok(register) = self.register() {
            self.tell(&Event::Register { register });
        }
    }
}
