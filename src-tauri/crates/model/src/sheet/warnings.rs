//! What makes a sheet doubtful before a court, said while it can still be mended: signatures in a chain or beforehand, a trainer in two
//! places at once, a public holiday, a room too small. Nothing is ever blocked by it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Attendee, Sheet};
use crate::{
    day::Day,
    id::EntityId,
    season::{Half, Session},
    vocabulary::{Attended, HalfCode, codes},
};

/// Two people cannot sign on one pad within this time.
const HAND_TO_HAND_MS: i64 = 3_000;
/// So many in a row, each within this time of the one before, are nobody who hands a laptop over.
const ROW: usize = 5;
const IN_A_ROW_MS: i64 = 5_000;
/// Two half-days of one person signed within this time were signed in one go.
const ONE_GO_MS: i64 = 10 * 60_000;
/// Signing this long before the beginning is signing beforehand, in minutes.
const BEFORE: i32 = 45;
/// Signing this long after the end is signing afterwards, in minutes; where another half-day begins before, from the middle between them, and
/// nobody is late who signs on leaving.
const AFTER: i32 = 60;
const LEAVING: i32 = 15;

codes!(
    /// What a court may doubt.
    SheetWarningCode {
        ChainSigning = "chain_signing", OneGo = "one_go", SameDrawing = "same_drawing",
        SignedEarly = "signed_early", SignedLate = "signed_late",
        TrainerTwice = "trainer_twice", PublicHoliday = "public_holiday", OverCapacity = "over_capacity",
        NoTrainer = "no_trainer", Changed = "changed", OtherHours = "other_hours",
    }
);

/// A doubt, in parts that the catalogues make a sentence of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetWarning {
    /// Which.
    pub code: SheetWarningCode,
    /// Of which half-day.
    pub half: Option<HalfCode>,
    /// Who.
    pub names: Vec<String>,
    /// The other session's title, the holiday's code, the capacity, the hours that were signed for ("09:30-12:30").
    pub other: String,
}

/// What is known of the sheet's surroundings.
pub struct Around<'a> {
    /// The session.
    pub session: &'a Session,
    /// How many may be in the room.
    pub capacity: Option<u32>,
    /// Other sheets with their sessions, to find a trainer in two places.
    pub others: &'a [(Session, Sheet)],
    /// Who someone is now: another one where two files were made one since.
    pub real: &'a dyn Fn(EntityId) -> EntityId,
    /// The day and the minute of a moment in milliseconds since 1970, where the laptop is.
    pub local: &'a dyn Fn(i64) -> Option<(Day, u16)>,
}

/// Everything doubtful about a sheet.
#[must_use]
pub fn of(sheet: &Sheet, around: &Around<'_>) -> Vec<SheetWarning> {
    let mut found = Vec::new();
    if !sheet.holds() {
        found.push(SheetWarning {
            code: SheetWarningCode::Changed,
            half: None,
            names: Vec::new(),
            other: String::new(),
        });
    }
    if let Some(holiday) = around.session.day().and_then(Day::public_holiday) {
        let other = holiday.code().to_owned();
        found.push(SheetWarning {
            code: SheetWarningCode::PublicHoliday,
            half: None,
            names: Vec::new(),
            other,
        });
    }
    if !sheet.attendees.is_empty() && !sheet.attendees.iter().any(|one| one.trainer) {
        found.push(SheetWarning {
            code: SheetWarningCode::NoTrainer,
            half: None,
            names: Vec::new(),
            other: String::new(),
        });
    }
    chain(sheet, &mut found);
    for half in &around.session.halves {
        untimely(sheet, half, around, &mut found);
        for (hours, names) in signed_for_others(sheet, half) {
            let code = SheetWarningCode::OtherHours;
            found.push(SheetWarning { code, half: Some(half.code), names, other: hours });
        }
        crowd(sheet, half, around, &mut found);
        elsewhere(sheet, half, around, &mut found);
    }
    found
}

fn name(sheet: &Sheet, person: EntityId) -> String {
    sheet.attendees.iter().find(|one| one.person == person).map_or_else(String::new, |one| one.name.clone())
}

/// Several people faster than a laptop is handed over, the half-days of one person in one go, or one drawing for two: each says what is to
/// be mended.
fn chain(sheet: &Sheet, found: &mut Vec<SheetWarning>) {
    let mut signed: Vec<(i64, EntityId, HalfCode, &str)> = sheet
        .cells
        .iter()
        .filter_map(|cell| {
            cell.signature.as_ref().map(|(hash, at)| (*at, cell.person, cell.half, hash.as_str()))
        })
        .collect();
    signed.sort();
    let (mut fast, mut one_go, mut same) = (Vec::new(), Vec::new(), Vec::new());
    for (place, (at, person, half, hash)) in signed.iter().enumerate() {
        for (later, other, other_half, other_hash) in &signed[place + 1..] {
            let gap = later - at;
            if hash == other_hash {
                same.extend([*person, *other]);
            } else if other == person && other_half != half && gap < ONE_GO_MS {
                one_go.push(*person);
            } else if other != person && gap < HAND_TO_HAND_MS {
                fast.extend([*person, *other]);
            }
        }
    }
    for row in signed.chunk_by(|one, next| next.0 - one.0 < IN_A_ROW_MS) {
        let mut who: Vec<EntityId> = row.iter().map(|(_, person, ..)| *person).collect();
        who.sort();
        who.dedup();
        if who.len() >= ROW {
            fast.extend(who);
        }
    }
    let all = [
        (SheetWarningCode::ChainSigning, fast),
        (SheetWarningCode::OneGo, one_go),
        (SheetWarningCode::SameDrawing, same),
    ];
    for (code, mut who) in all {
        who.sort();
        who.dedup();
        let mut names: Vec<String> = who.iter().map(|person| name(sheet, *person)).collect();
        names.sort();
        if !names.is_empty() {
            found.push(SheetWarning { code, half: None, names, other: String::new() });
        }
    }
}

/// Signatures from before the half-day began, or long after it ended: nearer to the next one of the day.
fn untimely(sheet: &Sheet, half: &Half, around: &Around<'_>, found: &mut Vec<SheetWarning>) {
    let (Some(day), Some((start, end))) = (around.session.day(), half.span()) else { return };
    let (mut early, mut late) = (Vec::new(), Vec::new());
    let starts = around.session.halves.iter().filter_map(|other| other.span().map(|(start, _)| start));
    let next = starts.filter(|start| *start >= end).min();
    let (start, end) = (i32::from(start), i32::from(end));
    let middle = next.map_or(end + AFTER, |next| (end + i32::from(next)) / 2);
    let last = middle.clamp(end + LEAVING, end + AFTER);
    for cell in sheet.cells.iter().filter(|cell| cell.half == half.code) {
        let Some((on, minute)) = cell.signature.as_ref().and_then(|(_, at)| (around.local)(*at)) else {
            continue;
        };
        let minute = i32::from(minute) + (on.number() - day.number()) * 24 * 60;
        if minute < start - BEFORE {
            early.push(name(sheet, cell.person));
        } else if minute > last {
            late.push(name(sheet, cell.person));
        }
    }
    for (code, mut names) in [(SheetWarningCode::SignedEarly, early), (SheetWarningCode::SignedLate, late)] {
        names.sort();
        if !names.is_empty() {
            found.push(SheetWarning { code, half: Some(half.code), names, other: String::new() });
        }
    }
}

/// Who signed for other hours than a half-day has now, by those hours.
#[must_use]
pub fn signed_for_others(sheet: &Sheet, half: &Half) -> BTreeMap<String, Vec<String>> {
    let mut others: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for cell in sheet.cells.iter().filter(|cell| cell.half == half.code && cell.signature.is_some()) {
        if let Some(hours) = cell.signed_for.clone().filter(|hours| *hours != half.hours()) {
            others.entry(hours).or_default().push(name(sheet, cell.person));
        }
    }
    others.values_mut().for_each(|names| names.sort());
    others
}

fn crowd(sheet: &Sheet, half: &Half, around: &Around<'_>, found: &mut Vec<SheetWarning>) {
    let Some(capacity) = around.capacity else { return };
    let there: BTreeSet<EntityId> =
        there(sheet, half.code).iter().map(|one| (around.real)(one.person)).collect();
    let there = there.len();
    if there > capacity as usize {
        let names = vec![there.to_string()];
        let other = capacity.to_string();
        found.push(SheetWarning {
            code: SheetWarningCode::OverCapacity,
            half: Some(half.code),
            names,
            other,
        });
    }
}

/// Who is or will be there: of those who were forgotten, whoever a correction says was.
fn there(sheet: &Sheet, half: HalfCode) -> Vec<Attendee> {
    // Once it is closed, whoever nothing was noted of was not there.
    let may = |one: &&Attendee| match sheet.state(one.person, half) {
        Attended::Present => true,
        Attended::Expected => sheet.closure.is_none(),
        Attended::Absent | Attended::Excused | Attended::NotExpected => false,
    };
    let was = |one: &Attendee| sheet.state(one.person, half) == Attended::Present;
    sheet.attendees.iter().filter(may).cloned().chain(sheet.added().into_iter().filter(was)).collect()
}

/// A trainer who is on the sheet of another session at the same hours.
fn elsewhere(sheet: &Sheet, half: &Half, around: &Around<'_>, found: &mut Vec<SheetWarning>) {
    let Some((start, end)) = half.span() else { return };
    let here = there(sheet, half.code);
    for (session, other) in around.others.iter().filter(|(session, _)| session.id != sheet.session) {
        let overlaps = |theirs: &&Half| theirs.span().is_some_and(|(from, to)| from < end && start < to);
        let same_day = session.date == around.session.date;
        for theirs in session.halves.iter().filter(|theirs| same_day && overlaps(theirs)) {
            let real = |one: &Attendee| (around.real)(one.person);
            let elsewhere: Vec<EntityId> = there(other, theirs.code).iter().map(real).collect();
            let twice = here.iter().filter(|one| one.trainer && elsewhere.contains(&real(one)));
            let mut names: Vec<String> = twice.map(|one| one.name.clone()).collect();
            names.sort();
            if !names.is_empty() {
                let other = session.title.clone();
                found.push(SheetWarning {
                    code: SheetWarningCode::TrainerTwice,
                    half: Some(half.code),
                    names,
                    other,
                });
            }
        }
    }
}
