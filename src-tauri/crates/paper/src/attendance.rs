//! The attendance sheet: who was there, by half-day, and how they say so.
//!
//! One paper for what was signed on screen, for a sheet to be signed with pens, and for a month of sessions. It stands upright up to four
//! half-days and lies for more; above ten it goes on in another table.

use std::sync::Arc;

use typst::foundations::{Dict, IntoValue, Value, dict};

use crate::{
    attendance_lines::{self as above, Line},
    attendance_pages::{self as pages, Page},
    beside::Beside,
    compile::{Paper, PaperError},
    data,
    sheet::{Direction, Letterhead, PaperSize, Sheet},
    signed::{self, Signed},
};

/// A half-day: a column of the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HalfDay {
    /// Its day: "Mardi 24". Half-days of one day follow each other and share its head.
    pub day: String,
    /// Which half: "matin".
    pub half: String,
    /// "9 h 30 – 12 h 30"; may be empty.
    pub hours: String,
}

/// What is said of somebody's half-day.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Presence {
    /// Nothing yet.
    #[default]
    Blank,
    /// The sheet was closed with nothing in it.
    Nothing,
    /// Signed.
    Signed(Signed),
    /// There, without a signature.
    Ticked,
    /// Not there.
    Absent,
    /// Not there, and said why.
    Excused,
    /// Was not to come: the cell is hatched.
    NotExpected,
}

/// A cell of the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HalfCell {
    /// What is said.
    pub presence: Presence,
    /// In words, a line each: "arrivée 10 h 05", "départ 16 h". Three of them are printed.
    pub notes: Vec<String>,
    /// Numbers of the corrections that speak of it, from 1.
    pub corrected: Vec<usize>,
}

/// Somebody on the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signer {
    /// Full name.
    pub name: String,
    /// A cell for each half-day; those that are missing are blank.
    pub cells: Vec<HalfCell>,
}

/// That the sheet was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// When, in words.
    pub when: String,
    /// Which trainer did it.
    pub by: String,
    /// Hash of everything on the sheet; printed whole, in groups of eight signs.
    pub hash: String,
    /// Whether what is on the sheet is still what was closed.
    pub holds: bool,
}

/// An attendance sheet to be set.
#[derive(Clone, Debug)]
pub struct AttendancePaper {
    /// The organisation, the season and the dates.
    pub head: Letterhead,
    /// The paper; which way it lies goes by the number of half-days.
    pub size: PaperSize,
    /// Labels and texts above the table, eight at most: what is done (printed bold), place, dates, group.
    pub lines: Vec<(String, String)>,
    /// The half-days.
    pub halves: Vec<HalfDay>,
    /// Who takes part.
    pub people: Vec<Signer>,
    /// Who leads; they sign at the foot of each page.
    pub trainers: Vec<Signer>,
    /// A sheet for pens: only names are printed, and rows without a name down to the foot of the page.
    pub blank: bool,
    /// That it was closed; at the foot of the last page.
    pub closed: Option<Closing>,
    /// What was put right after that, each with its reason, in the order of their numbers.
    pub corrections: Vec<String>,
    /// Of a month: which sessions the columns are of, each with its number, on a page of their own. Empty on the sheet of one.
    pub sessions: Vec<String>,
    /// The photos and scans of the paper sheet, each on a page of its own behind the others.
    pub scans: Vec<Attached>,
}

/// Half-days that fit on a sheet that stands.
const UPRIGHT: usize = 4;
/// Notes of a cell that are printed.
const NOTES: usize = 3;
/// Signs in a group of a hash, and the most that are printed.
const GROUP: usize = 8;
const HASH: usize = 128;

/// A photo or a scan of the paper sheet.
#[derive(Clone, Debug)]
pub struct Attached {
    /// What is said above it.
    pub told: String,
    /// PNG, JPEG or WebP; none where it does not open.
    pub picture: Option<Arc<[u8]>>,
}

impl AttendancePaper {
    /// Words that the template asks for; each is `paper-<key>` in the catalogues.
    pub const WORDS: &[&str] = &[
        "page",
        "of",
        "attendance",
        "attendance-hours",
        "attendance-name",
        "attendance-trainers",
        "attendance-each",
        "attendance-nothing",
        "attendance-present",
        "attendance-absent",
        "attendance-excused",
        "attendance-unexpected",
        "attendance-ticked",
        "attendance-corrected",
        "attendance-law",
        "attendance-corrections",
        "attendance-list",
        "attendance-closed",
        "attendance-by",
        "attendance-hash",
        "attendance-hash-why",
        "attendance-hash-changed",
        "signature-of",
    ];

    /// Sets every page.
    ///
    /// # Errors
    /// Only for faults of the program.
    pub fn set(&self) -> Result<Paper, PaperError> {
        let sheet = self.sheet();
        let mut beside = Beside::default();
        let mut data = data::plain(&self.head, &sheet);
        let hours = self.hours_once();
        let lines = above::lines(self, &sheet, hours.as_ref());
        let parts = pages::pages(self, &sheet, &lines, hours.is_some());
        let attendance = dict! {
            "lines" => data::list(lines.rows.iter().map(|row| data::list(row.iter().map(line)))),
            "lines-high" => data::list(lines.heights.iter().copied()),
            "names" => pages::names(&sheet),
            "row" => pages::row(&sheet),
            "heads" => data::list(pages::heads(self, hours.is_some())),
            "beside" => pages::beside(self),
            "foot" => pages::foot(self, &sheet),
            "across" => above::across(&sheet),
            "under-lines" => above::UNDER_LINES,
            "facts-most" => pages::FACT_WIDTH,
            "plate-high" => pages::PLATE,
            "pages" => data::list(parts.iter().map(|page| self.page(page, hours.is_some(), &mut beside))),
            "legend" => data::list(pages::legend(self)),
            "corrections" => data::list(self.kept_corrections().iter().map(String::as_str)),
            "sessions" => data::list(self.sessions.iter().map(String::as_str)),
            "closed" => self.kept_closing().map(closing),
            "scans" => data::list(self.scans.iter().map(|scan| {
                let picture = scan.picture.as_ref().map(|picture| beside.lay_photo(Arc::clone(picture)));
                dict! { "told" => scan.told.as_str(), "picture" => picture }
            })),
        };
        data.insert("attendance".into(), attendance.into_value());
        Paper::set("attendance.typ", data, beside, self.head.made)
    }

    /// The sheet it is printed on.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let lying = self.halves.len() > UPRIGHT;
        Sheet::new(self.size, if lying { Direction::Landscape } else { Direction::Portrait })
    }

    /// Who has closed it; a sheet for pens is never closed.
    pub(crate) fn kept_closing(&self) -> Option<&Closing> {
        self.closed.as_ref().filter(|_| !self.blank)
    }

    pub(crate) fn kept_corrections(&self) -> &[String] {
        if self.blank { &[] } else { &self.corrections }
    }

    /// The hours of each half, where every day has the same: they are said once, above the table.
    fn hours_once(&self) -> Option<Vec<(String, String)>> {
        let mut said: Vec<(String, String)> = Vec::new();
        for half in &self.halves {
            match said.iter().find(|(name, _)| *name == half.half) {
                Some((_, hours)) if *hours != half.hours => return None,
                Some(_) => {}
                None => said.push((half.half.clone(), half.hours.clone())),
            }
        }
        let worth = self.halves.len() > 2 && said.len() < self.halves.len() && said.len() <= 3;
        (worth && said.iter().all(|(_, hours)| !hours.is_empty())).then_some(said)
    }

    fn page(&self, page: &Page, once: bool, beside: &mut Beside) -> Dict {
        let halves = &self.halves[page.halves.clone()];
        let narrow = pages::narrow(self);
        let half = |half: &HalfDay| {
            let hours = if once { "" } else { half.hours.as_str() };
            let lines: Vec<&str> = match hours.split_once(" – ") {
                Some((from, to)) if narrow => vec![from, to],
                _ => Some(hours).filter(|hours| !hours.is_empty()).into_iter().collect(),
            };
            dict! { "half" => half.half.as_str(), "hours" => data::list(lines) }
        };
        let rows = |people: &[Signer], rows: &[(usize, f64)], beside: &mut Beside| {
            data::list(rows.iter().map(|(at, high)| self.row(people.get(*at), *at, *high, page, beside)))
        };
        let (who, trainers) = match page.trainers_alone {
            true => (&self.trainers, &[][..]),
            false => (&self.people, &page.trainers[..]),
        };
        dict! {
            "with-lines" => page.with_lines,
            "alone" => page.trainers_alone,
            "days" => data::list(days(halves).into_iter().map(|(day, count)| dict! { "day" => day, "count" => count })),
            "halves" => data::list(halves.iter().map(half)),
            "rows" => rows(who, &page.rows, beside),
            "trainers" => rows(&self.trainers, trainers, beside),
        }
    }

    fn row(&self, signer: Option<&Signer>, at: usize, high: f64, page: &Page, beside: &mut Beside) -> Dict {
        let blank = HalfCell::default();
        let wide = pages::fact_width(self, &self.sheet(), page.halves.len());
        let cell = |half: usize, beside: &mut Beside| {
            let told = signer.and_then(|signer| signer.cells.get(half)).filter(|_| !self.blank);
            self::cell(told.unwrap_or(&blank), wide, beside)
        };
        dict! {
            "number" => (at + 1).to_string(),
            "name" => signer.map(|signer| signer.name.as_str()).unwrap_or_default(),
            "lines" => signer.map_or(1, |signer| pages::name_lines(&signer.name, &self.sheet())),
            "high" => high,
            "cells" => data::list(page.halves.clone().map(|half| cell(half, beside))),
        }
    }
}

/// What is written in a cell beside its mark: when it was signed, and the notes.
pub(crate) fn facts(cell: &HalfCell) -> impl Iterator<Item = &str> {
    let time = match &cell.presence {
        Presence::Signed(signed) => Some(signed.time.as_str()),
        _ => None,
    };
    let notes = cell.notes.iter().map(String::as_str).take(NOTES);
    time.into_iter().chain(notes).filter(|fact| !fact.is_empty())
}

/// A cell in which what is said may be so wide (mm).
fn cell(cell: &HalfCell, wide: f64, beside: &mut Beside) -> Dict {
    let drawn = match &cell.presence {
        Presence::Signed(signed) => signed::drawn(signed, beside),
        _ => Value::None,
    };
    let word = match &cell.presence {
        // A signature that cannot be drawn was given all the same.
        Presence::Signed(_) if drawn == Value::None => Some("attendance-present"),
        Presence::Ticked => Some("attendance-present"),
        Presence::Absent => Some("attendance-absent"),
        Presence::Excused => Some("attendance-excused"),
        Presence::Nothing => Some("attendance-nothing"),
        Presence::Blank | Presence::Signed(_) | Presence::NotExpected => None,
    };
    // The last one is what counts.
    let first = cell.corrected.len().saturating_sub(3);
    let corrected: Vec<String> = cell.corrected[first..].iter().map(usize::to_string).collect();
    dict! {
        "drawn" => drawn,
        "word" => word,
        "hatched" => cell.presence == Presence::NotExpected,
        "facts" => data::list(facts(cell).map(|fact| dict! { "text" => fact, "lines" => pages::fact_lines(fact, wide) })),
        "corrected" => corrected.join(", "),
    }
}

/// Days in order, and how many half-days each has.
pub(crate) fn days(halves: &[HalfDay]) -> Vec<(&str, usize)> {
    halves.chunk_by(|one, next| one.day == next.day).map(|day| (day[0].day.as_str(), day.len())).collect()
}

fn line(line: &Line) -> Dict {
    dict! {
        "label" => line.label.as_deref(),
        "text" => line.text.as_str(),
        "high" => line.high,
        "wide" => line.wide,
        "bold" => line.bold,
    }
}

fn closing(closing: &Closing) -> Dict {
    let signs: Vec<char> = closing.hash.chars().take(HASH).collect();
    let groups = signs.chunks(GROUP).map(|group| group.iter().collect::<String>());
    dict! {
        "when" => closing.when.as_str(),
        "by" => closing.by.as_str(),
        "holds" => closing.holds,
        "hash" => data::list(groups),
    }
}
