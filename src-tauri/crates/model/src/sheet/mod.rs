//! The attendance sheet of one session: who was there, half-day by half-day, with the signature of each.
//!
//! Its document has the identity of its session. What is on it is found by identities derived from the sheet, the person and the half-day,
//! so that two laptops which mark the same thing mark one thing. Once closed it is frozen with a hash; what must be put right is a
//! [`Correction`] with its reason, never a change. Courts refuse sheets signed in a chain or beforehand: [`warnings`] says so.

mod correcting;
mod edits;
mod hash;
mod reading;
mod uniting;
pub mod warnings;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use correcting::{NewCorrection, correct};
pub use edits::{
    NewSignature, SheetError, add_attendee, add_scan, close, mark, remove_attendee, remove_scan,
    restore_scan, sign, sign_by_entry, unsign,
};
pub use hash::hash_of;
pub use reading::read;
pub use uniting::{join, unite};

use crate::{
    DocumentId,
    id::EntityId,
    season::{Figures, Half},
    vocabulary::{Attended, HalfCode, SessionKind},
};

/// Everything on a sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The session, and the sheet's document.
    pub session: EntityId,
    /// Who is on it, by name.
    pub attendees: Vec<Attendee>,
    /// Their half-days, as far as anything was marked.
    pub cells: Vec<Cell>,
    /// Photos and scans of the sheet on paper.
    pub scans: Vec<Scan>,
    /// That it was closed.
    pub closure: Option<Closure>,
    /// What was put right afterwards, in the order of doing.
    pub corrections: Vec<Correction>,
}

/// Someone on the sheet, under the name they had when they were put on it, or when it was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Who.
    pub person: EntityId,
    /// Full name, as it is printed.
    pub name: String,
    /// Signs among the trainers.
    pub trainer: bool,
    /// Another line that is of the same person: noted when the files that said so are erased.
    pub same: Option<EntityId>,
}

/// One half-day of someone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Who.
    pub person: EntityId,
    /// Which half-day.
    pub half: HalfCode,
    /// Where it stands; a signature makes it [`Attended::Present`].
    pub state: Attended,
    /// Came late, at ("10:05").
    pub late: Option<String>,
    /// Left early, at.
    pub early: Option<String>,
    /// The signature's hash (BLAKE3 of its bytes) and when it was made, in milliseconds since 1970.
    pub signature: Option<(String, i64)>,
    /// The hours it was made for ("09:30-12:30"); none where that was not noted.
    pub signed_for: Option<String>,
    /// Entries of the inbox that were taken in here, whether their signature still stands or not.
    pub entries: Vec<String>,
}

/// How a half-day stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Standing {
    /// Where.
    pub state: Attended,
    /// Came late, at ("10:05").
    pub late: Option<String>,
    /// Left early, at.
    #[serde(rename = "left")]
    pub early: Option<String>,
}

impl Default for Standing {
    /// Nothing was said of it yet.
    fn default() -> Self {
        Self { state: Attended::Expected, late: None, early: None }
    }
}

impl Standing {
    /// From when to when someone present was there: the half-day, less what they came late or left early.
    #[must_use]
    pub fn there(&self, half: &Half) -> (String, String) {
        let inside = |time: &&String| (half.start.as_str()..=half.end.as_str()).contains(&time.as_str());
        let (late, early) = (self.late.as_ref().filter(inside), self.early.as_ref().filter(inside));
        (late.unwrap_or(&half.start).clone(), early.unwrap_or(&half.end).clone())
    }

    /// For how many minutes of a half-day someone was there.
    fn minutes(&self, half: &Half) -> u32 {
        let (from, to) = self.there(half);
        let minutes = crate::day::minutes(&to).zip(crate::day::minutes(&from));
        minutes.map_or(0, |(to, from)| to.saturating_sub(from).into())
    }
}

impl Cell {
    /// How it stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing { state: self.state, late: self.late.clone(), early: self.early.clone() }
    }
}

/// A picture of the sheet on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scan {
    /// Identity.
    pub id: EntityId,
    /// Hash of the picture's bytes.
    pub hash: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// When it was attached, in milliseconds since 1970.
    pub at: i64,
}

/// What the calendar said when the sheet was closed; it holds for the sheet whatever the calendar says later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// Title of the session.
    pub title: String,
    /// What it was.
    pub kind: SessionKind,
    /// The day.
    pub date: String,
    /// The half-days.
    pub halves: Vec<Half>,
    /// Name of the place.
    pub place: String,
    /// Name of the group.
    pub group: String,
    /// Titles of the films worked on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub films: Vec<String>,
    /// How many may be in the room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
}

/// That a sheet was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The trainer who closed it, by name.
    pub by: String,
    /// Hash of everything on the sheet, as [`hash_of`] gives it.
    pub hash: String,
    /// What the calendar said.
    pub frozen: Frozen,
}

/// What was put right after the closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Identity.
    pub id: EntityId,
    /// Its number on the sheet, by which the last one counts; two laptops apart may give one twice.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The trainer who did it, by name.
    pub by: String,
    /// Whose half-day.
    pub person: EntityId,
    /// Which.
    pub half: HalfCode,
    /// How it stands now.
    #[serde(flatten)]
    pub standing: Standing,
    /// Why.
    pub reason: String,
    /// Whoever was forgotten on the sheet: under which name, and whether among the trainers.
    pub added: Option<(String, bool)>,
    /// As [`Attendee::same`], of whoever it added.
    pub same: Option<EntityId>,
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn empty(session: EntityId) -> Self {
        Self {
            session,
            attendees: Vec::new(),
            cells: Vec::new(),
            scans: Vec::new(),
            closure: None,
            corrections: Vec::new(),
        }
    }

    /// Someone's half-day as it was marked.
    #[must_use]
    pub fn cell(&self, person: EntityId, half: HalfCode) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.person == person && cell.half == half)
    }

    /// How someone's half-day stood when the sheet was closed, or stands while it is open.
    #[must_use]
    pub fn marked(&self, person: EntityId, half: HalfCode) -> Standing {
        if let Some(cell) = self.cell(person, half) {
            return cell.standing();
        }
        // Whoever is on it by a correction was expected for nothing.
        let forgotten = self.corrections.iter().any(|one| one.person == person && one.added.is_some());
        Standing {
            state: if forgotten { Attended::NotExpected } else { Attended::Expected },
            ..Standing::default()
        }
    }

    /// How someone's half-day stands, corrections counted.
    #[must_use]
    pub fn standing(&self, person: EntityId, half: HalfCode) -> Standing {
        let corrected = self.corrections.iter().rev().find(|one| one.person == person && one.half == half);
        corrected.map_or_else(|| self.marked(person, half), |one| one.standing.clone())
    }

    /// Where someone's half-day stands, corrections counted.
    #[must_use]
    pub fn state(&self, person: EntityId, half: HalfCode) -> Attended {
        self.standing(person, half).state
    }

    /// Everyone on it, those who were forgotten too, each with all their lines: two files that were made one since are two lines of one
    /// person. `real` says whose a line is.
    #[must_use]
    pub fn lines(&self, real: impl Fn(EntityId) -> EntityId) -> BTreeMap<EntityId, Vec<EntityId>> {
        self.lines_of(|_| true, real)
    }

    /// The same of participants.
    #[must_use]
    pub fn participants(&self, real: impl Fn(EntityId) -> EntityId) -> BTreeMap<EntityId, Vec<EntityId>> {
        self.lines_of(|one| !one.trainer, real)
    }

    fn lines_of(
        &self,
        are: impl Fn(&Attendee) -> bool,
        real: impl Fn(EntityId) -> EntityId,
    ) -> BTreeMap<EntityId, Vec<EntityId>> {
        let mut lines: BTreeMap<EntityId, Vec<EntityId>> = BTreeMap::new();
        let added = self.added();
        for one in self.attendees.iter().chain(&added).filter(|one| are(one)) {
            lines.entry(real(one.same.unwrap_or(one.person))).or_default().push(one.person);
        }
        lines
    }

    /// Whose line it is by what the sheet says itself; the register may know more.
    #[must_use]
    pub fn whose(&self, line: EntityId) -> EntityId {
        let added = self.added();
        let same = self.attendees.iter().chain(&added).find(|one| one.person == line);
        same.and_then(|one| one.same).unwrap_or(line)
    }

    /// Of several lines of one person the one that says how a half-day of theirs stands: that they were there, signed, for longest. Nothing
    /// is made up from two.
    #[must_use]
    pub fn telling(&self, lines: &[EntityId], half: &Half) -> Option<EntityId> {
        if let [one] = lines {
            return Some(*one);
        }
        let says = |one: &EntityId| {
            let standing = self.standing(*one, half.code);
            let signed = self.cell(*one, half.code).is_some_and(|cell| cell.signature.is_some());
            let weight = match standing.state {
                Attended::Present => 4,
                Attended::Excused => 3,
                Attended::Absent => 2,
                Attended::Expected => 1,
                Attended::NotExpected => 0,
            };
            (weight, signed, standing.minutes(half))
        };
        lines.iter().copied().rev().max_by_key(says)
    }

    /// Who came, in numbers: participants, corrections counted, over these half-days.
    #[must_use]
    pub fn figures(&self, halves: &[Half], real: impl Fn(EntityId) -> EntityId) -> Figures {
        let mut figures = Figures::default();
        for lines in self.participants(real).values() {
            let minutes = |half: &Half| {
                let standing = self.standing(self.telling(lines, half)?, half.code);
                (standing.state == Attended::Present).then(|| standing.minutes(half))
            };
            let came: Vec<u32> = halves.iter().filter_map(minutes).collect();
            figures.people += u32::from(!came.is_empty());
            figures.minutes += came.iter().sum::<u32>();
        }
        figures
    }

    /// Those who were forgotten, and are there by a correction.
    #[must_use]
    pub fn added(&self) -> Vec<Attendee> {
        let mut all: Vec<Attendee> = Vec::new();
        for one in &self.corrections {
            let there = |known: &Attendee| known.person == one.person;
            if let Some((name, trainer)) = &one.added
                && !self.attendees.iter().any(there)
                && !all.iter().any(there)
            {
                let (person, name) = (one.person, name.clone());
                all.push(Attendee { person, name, trainer: *trainer, same: one.same });
            }
        }
        all
    }

    /// Whether anyone has signed.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.cells.iter().any(|cell| cell.signature.is_some())
    }

    /// Whether a picture was there when the sheet was closed, and is in its hash.
    #[must_use]
    pub fn froze(&self, scan: &Scan) -> bool {
        self.closure.as_ref().is_some_and(|closure| scan.at <= closure.at)
    }

    /// Gives everyone the name they have now, where `now` knows one; a sheet that was closed keeps its names.
    pub fn name_anew(&mut self, now: impl Fn(EntityId) -> Option<String>) {
        if self.closure.is_some() {
            return;
        }
        for one in &mut self.attendees {
            one.name = now(one.person).unwrap_or_else(|| std::mem::take(&mut one.name));
        }
        self.sort_by_name();
    }

    fn sort_by_name(&mut self) {
        self.attendees.sort_by_cached_key(|one| (crate::register::fold(&one.name), one.person));
    }

    /// Whether what is on it is still what was closed.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.closure.as_ref().is_none_or(|closure| hash_of(self, &closure.frozen) == closure.hash)
    }
}

/// The identity of something on a sheet: the same on every laptop.
fn derived(sheet: DocumentId, what: &str, person: EntityId, half: Option<HalfCode>) -> EntityId {
    let mut hasher = blake3::Hasher::new_derive_key("quartier-libre 2026-11 entity of an attendance sheet");
    hasher.update(sheet.0.as_bytes()).update(what.as_bytes()).update(person.0.as_bytes());
    hasher.update(half.map_or("", HalfCode::code).as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    EntityId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests;
