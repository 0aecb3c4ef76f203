//! Two entries of the register that may be one person: found here, judged by people.
//!
//! Names are compared without accents, case, hyphens and order, and may differ by a slip of the hand; births must not
//! contradict. Brothers and sisters share a name and not a person: what is short, or differs in more than a slip, is not told.
//! Knows no entry that someone said to be apart: that is for who asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    day::Day,
    register::{Person, likened},
    vocabulary::codes,
};

codes!(
    /// Why two entries may be one person, strongest first.
    Reason {
        SameNameSameBirth = "same_name_same_birth", SameNameBirthSlip = "same_name_birth_slip",
        SameNameBirthUnknown = "same_name_birth_unknown", TypoSameBirth = "typo_same_birth", TypoBirthSwapped = "typo_birth_swapped",
        TypoBirthUnknown = "typo_birth_unknown",
    }
);

/// Two entries that may be one person, by their places in what was asked: `a` before `b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The earlier place.
    pub a: usize,
    /// The later place.
    pub b: usize,
    /// Why.
    pub reason: Reason,
}

/// Names under this many letters are never taken for a slip of each other: Lou and Léa, Noé and Zoé.
const SHORTEST: usize = 4;
/// From this many letters on, two slips may be in one name.
const LONG: usize = 8;
/// Most entries held against each other because a part of their names agrees: in a larger crowd it says nothing.
const CROWD: usize = 500;
/// Ages told further apart than this many years are of two people, whenever they were told.
const YEARS_APART: u8 = 8;

/// Finds the entries that may be one person, strongest first, then by their places. The order of `people` decides nothing else.
#[must_use]
pub fn find(people: &[&Person]) -> Vec<Pair> {
    let entries: Vec<Entry> = people.iter().map(|person| Entry::of(person)).collect();
    let mut pairs: Vec<Pair> = candidates(&entries)
        .into_iter()
        .filter_map(|(a, b)| compare(&entries[a], &entries[b]).map(|reason| Pair { a, b, reason }))
        .collect();
    pairs.sort_by_key(|pair| (pair.reason, pair.a, pair.b));
    pairs
}

/// What is compared of someone.
struct Entry {
    given: String,
    family: String,
    /// Every word of both names, sorted: the names in any order.
    words: Vec<String>,
    birth: Option<Day>,
    told_age: Option<u8>,
}

impl Entry {
    fn of(person: &Person) -> Self {
        let (given, family) = (likened(&person.given), likened(&person.family));
        let mut words: Vec<String> = given
            .split(' ')
            .chain(family.split(' '))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        words.sort();
        // Hyphens and spaces come and go.
        Self {
            given: given.replace(' ', ""),
            family: family.replace(' ', ""),
            words,
            birth: person.birth,
            told_age: person.told_age,
        }
    }

    fn is_named(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether a name is missing: "Lina" alone is many people.
    fn is_half_named(&self) -> bool {
        self.words.len() < 2
    }
}

/// The pairs worth comparing, each once: those of whom some key of the names agrees.
fn candidates(entries: &[Entry]) -> Vec<(usize, usize)> {
    let mut keyed: Vec<(u64, usize)> = Vec::with_capacity(entries.len() * 16);
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.is_named()) {
        keys(entry, |key| keyed.push((key, at)));
    }
    keyed.sort_unstable();
    keyed.dedup();
    let mut pairs = Vec::new();
    for block in keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| (2..=CROWD).contains(&block.len())) {
        for (place, (_, a)) in block.iter().enumerate() {
            pairs.extend(block[place + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What two entries of one person share: both names; or one of them, and the beginning, the end or the middle of the other; or,
/// with a slip in both, the birth and an end of each. Two keys that are equal by chance cost a comparison.
fn keys(entry: &Entry, mut tell: impl FnMut(u64)) {
    let (given, family) = (entry.given.as_str(), entry.family.as_str());
    tell(key(&["all", &entry.words.concat()]));
    if given.is_empty() || family.is_empty() {
        return;
    }
    // Either name may stand in the other's field.
    for (one, other) in [(given, family), (family, given)] {
        pieces(other, |kind, piece| tell(key(&[kind, one, piece])));
    }
    if let Some(birth) = entry.birth {
        let (low, high) = (birth.day().min(birth.month()), birth.day().max(birth.month()));
        let figures = format!("{} {low} {high}", birth.year());
        for (from_given, from_family) in [(true, true), (true, false), (false, true), (false, false)] {
            let (a, b) = (end(given, 1, from_given), end(family, 1, from_family));
            tell(key(&["born", &figures, a.min(b), a.max(b)]));
        }
    }
}

/// FNV-1a of the parts: short, and the same on every machine.
fn key(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.as_bytes() {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
        hash = (hash ^ 0xff).wrapping_mul(0x100_0000_01b3);
    }
    hash
}

/// Letters of a name of which the slips we look for leave some: those at its ends, and of a long one those in the middle, also
/// where a letter more or less has moved them. Names of neighbouring lengths have ends of one length in common.
fn pieces<'a>(name: &'a str, mut tell: impl FnMut(&str, &'a str)) {
    let letters = name.chars().count();
    for (taken, lengths) in [(1, 1..=SHORTEST + 1), (2, SHORTEST + 1..=LONG + 1), (3, LONG..=usize::MAX)] {
        if lengths.contains(&letters) {
            tell("first", end(name, taken, true));
            tell("last", end(name, taken, false));
        }
    }
    if letters >= LONG {
        for from in letters / 2 - 2..=letters / 2 {
            tell("middle", end(end(name, letters - from, false), 3, true));
        }
    }
}

/// So many letters of a name, from its beginning or its end.
fn end(name: &str, taken: usize, first: bool) -> &str {
    let at = |place: usize| name.char_indices().nth(place).map_or(name.len(), |(at, _)| at);
    if first { &name[..at(taken)] } else { &name[at(name.chars().count().saturating_sub(taken))..] }
}

/// How two names differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    /// One of both names has a slip.
    Slip,
    /// Both have.
    Slips,
}

fn compare(a: &Entry, b: &Entry) -> Option<Reason> {
    // The births first: they tell most pairs apart, and cost least.
    let births = Births::of(a, b);
    match births {
        Births::Different => return None,
        Births::Unknown if a.is_half_named() || b.is_half_named() => return None,
        _ => {}
    }
    match (names(a, b, births)?, births) {
        (Likeness::Same, Births::Same) => Some(Reason::SameNameSameBirth),
        (Likeness::Same, Births::Swapped | Births::Slip) => Some(Reason::SameNameBirthSlip),
        (Likeness::Same, Births::Unknown) => Some(Reason::SameNameBirthUnknown),
        (Likeness::Slip | Likeness::Slips, Births::Same) => Some(Reason::TypoSameBirth),
        (Likeness::Slip | Likeness::Slips, Births::Swapped) => Some(Reason::TypoBirthSwapped),
        (Likeness::Slip, Births::Unknown) => Some(Reason::TypoBirthUnknown),
        _ => None,
    }
}

fn names(a: &Entry, b: &Entry, births: Births) -> Option<Likeness> {
    let swapped = a.given == b.family && a.family == b.given;
    if a.words == b.words || (a.given == b.given && a.family == b.family) || swapped {
        return Some(Likeness::Same);
    }
    if births == Births::Slip {
        return None;
    }
    // A name and its short form are one where the birth is: Fatou and Fatoumata, Roux and Roux-Leroy.
    let alike = |a: &str, b: &str| {
        alike(a, b).or_else(|| (births == Births::Same && is_short_form(a, b)).then_some(Likeness::Slip))
    };
    let both = |given: &str, family: &str| match (alike(&a.given, given)?, alike(&a.family, family)?) {
        (Likeness::Same, Likeness::Same) => Some(Likeness::Same),
        (Likeness::Slip, _) if is_other_form(&a.given, given) => None,
        (Likeness::Same, Likeness::Slip) | (Likeness::Slip, Likeness::Same) => Some(Likeness::Slip),
        _ => Some(Likeness::Slips),
    };
    both(&b.given, &b.family).or_else(|| both(&b.family, &b.given))
}

/// Whether one name begins with the other.
fn is_short_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.chars().count() >= SHORTEST && long.starts_with(short)
}

/// Whether two given names are those of a boy and a girl: Karim and Karima, Louis and Louise, Amine and Amina. No slip.
fn is_other_form(a: &str, b: &str) -> bool {
    let stem = |name: &str| name.trim_end_matches(['a', 'e']).len();
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let added = long.strip_prefix(short).is_some_and(|rest| matches!(rest, "a" | "e"));
    let changed =
        short.len() == long.len() && stem(short) == stem(long) && short[..stem(short)] == long[..stem(long)];
    added || changed
}

/// Whether two names are one, perhaps with slips of the hand.
fn alike(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Same);
    }
    let (a_letters, b_letters) = (a.chars().count(), b.chars().count());
    let (shorter, longer) = (a_letters.min(b_letters), a_letters.max(b_letters));
    let allowed = if shorter < SHORTEST { 0 } else { 1 + usize::from(shorter >= LONG) };
    let close = allowed > 0 && longer - shorter <= allowed && strsim::damerau_levenshtein(a, b) <= allowed;
    close.then_some(Likeness::Slip)
}

/// How two births agree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Births {
    Same,
    /// The day of one is the month of the other.
    Swapped,
    /// One figure differs, or two beside each other changed places.
    Slip,
    /// One is missing.
    Unknown,
    Different,
}

impl Births {
    fn of(a: &Entry, b: &Entry) -> Self {
        let (Some(a), Some(b)) = (a.birth, b.birth) else {
            let apart = a.told_age.zip(b.told_age).is_some_and(|(a, b)| a.abs_diff(b) > YEARS_APART);
            return if apart { Self::Different } else { Self::Unknown };
        };
        if a == b {
            Self::Same
        } else if a.year() == b.year() && a.day() == b.month() && a.month() == b.day() {
            Self::Swapped
        } else if one_figure(a, b) {
            Self::Slip
        } else {
            Self::Different
        }
    }
}

/// Whether two days differ in one figure, or in two that changed places: both are within the day, the month or the year.
fn one_figure(a: Day, b: Day) -> bool {
    let same = [a.year() == b.year(), a.month() == b.month(), a.day() == b.day()];
    let within = same.iter().filter(|same| **same).count() == 2;
    within && strsim::damerau_levenshtein(&a.to_string(), &b.to_string()) == 1
}

#[cfg(test)]
#[path = "duplicates_tests.rs"]
mod tests;
