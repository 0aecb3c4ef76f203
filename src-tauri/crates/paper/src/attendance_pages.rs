//! Which rows of an attendance sheet stand on which page, and how high they are. All in millimetres.
//!
//! Rows have their height before they are set: so a sheet for pens is filled down to its foot, and no name stands alone on its page.

use std::{iter, ops::Range};

use crate::{
    attendance::{AttendancePaper, HalfCell, Presence, Signer, days, facts},
    attendance_lines::{Lines, width},
    sheet::Sheet,
};

/// Half-days of a table.
const COLUMNS: usize = 10;
/// Most half-days of a table whose hours stand on one line.
const WIDE: usize = 6;
/// Half-days beside which there is room for what is said of them; where there are more, it stands under the signature.
const ROOMY: usize = 2;
/// Height of a row with a signature and a line, upright and lying; of one more line; of white around lines.
const ROW: [f64; 2] = [10.2, 8.6];
const FACT: f64 = 3.0;
const WHITE: f64 = 2.4;
/// How much smaller than 10 points its letters are, most lines of it, most of its width beside a mark, and the white around a cell.
const FACT_SIZE: f64 = 0.75;
const FACT_MOST: usize = 4;
pub(crate) const FACT_WIDTH: f64 = 26.0;
const AROUND_CELL: f64 = 2.0;
/// Height that the number of a correction takes above narrow marks.
pub(crate) const PLATE: f64 = 2.6;
/// Width of the column of names, upright and lying.
const NAMES: [f64; 2] = [66.0, 48.0];
/// What of it is not the name's; a line of a name that takes more than one, how much smaller its letters are than 10 points, most of them, and
/// how many of one that is cut.
const BESIDE_NAME: f64 = 10.0;
const NAME_LINE: f64 = 3.2;
const NAME_SIZE: f64 = 0.85;
const NAME_MOST: usize = 6;
const NAME_CUT: usize = 4;
/// The heads of the table: days; halves; hours under them.
const DAYS: f64 = 6.4;
const HALVES: f64 = 5.2;
const HOURS: f64 = 3.6;
/// The line that announces trainers.
const ANNOUNCED: f64 = 6.2;
/// The note under the table, by its lines.
const NOTE: f64 = 4.2;
const ABOVE_NOTE: f64 = 1.6;
/// What trainers may take of a page; more of them have pages of their own.
const TRAINERS_MOST: f64 = 0.4;
/// That it was closed, at the foot of the last page; the title of the corrections, a line of one, the white under it and beside it.
const CLOSED: f64 = 23.0;
const CORRECTIONS: f64 = 15.0;
const CORRECTION: f64 = 4.1;
const UNDER_CORRECTION: f64 = 0.6;
const BESIDE_CORRECTION: f64 = 12.0;
/// Rows for the pen of trainers whose name is not known yet.
const UNKNOWN_TRAINERS: usize = 2;
/// A page of the sheet.
pub(crate) struct Page {
    /// Its columns.
    pub halves: Range<usize>,
    /// Which people, and how high their row is.
    pub rows: Vec<(usize, f64)>,
    /// Which trainers stand under them.
    pub trainers: Vec<(usize, f64)>,
    /// Its rows are trainers: there are too many for the foot of a page.
    pub trainers_alone: bool,
    /// What is said above the table stands on it.
    pub with_lines: bool,
}

pub(crate) fn names(sheet: &Sheet) -> f64 {
    NAMES[usize::from(sheet.is_lying())] * sheet.unit
}

/// On how many lines a name may stand: two people on a proof are told apart by the end of theirs.
pub(crate) fn name_lines(name: &str, sheet: &Sheet) -> usize {
    // A line is never full.
    let lines = (1.2 * NAME_SIZE * width(name) / (names(sheet) - BESIDE_NAME)).ceil() as usize;
    // One that is cut all the same takes no more room for that.
    if lines > NAME_MOST { NAME_CUT } else { lines.max(2) }
}

pub(crate) fn row(sheet: &Sheet) -> f64 {
    ROW[usize::from(sheet.is_lying())]
}

/// Heights of the two heads of a table.
pub(crate) fn heads(paper: &AttendancePaper, hours_once: bool) -> [f64; 2] {
    let lines = if narrow(paper) { 2.0 } else { 1.0 };
    [DAYS, HALVES + if hours_once { 0.0 } else { HOURS * lines }]
}

/// Whether the columns are too narrow for hours on one line: from when above to when.
pub(crate) fn narrow(paper: &AttendancePaper) -> bool {
    parts(paper).iter().any(|part| part.len() > WIDE)
}

/// Whether what is said of a half-day stands beside its signature.
pub(crate) fn beside(paper: &AttendancePaper) -> bool {
    paper.halves.len() <= ROOMY
}

/// Words that explain the signs of this sheet, without that for pens.
pub(crate) fn legend(paper: &AttendancePaper) -> Vec<&'static str> {
    let cells = || {
        let all = paper.people.iter().chain(&paper.trainers).flat_map(|signer| &signer.cells);
        all.filter(|_| !paper.blank)
    };
    let mut legend = Vec::new();
    if cells().any(|cell| cell.presence == Presence::NotExpected) {
        legend.push("attendance-unexpected");
    }
    if cells().any(|cell| cell.presence == Presence::Ticked) {
        legend.push("attendance-ticked");
    }
    if cells().any(|cell| !cell.corrected.is_empty()) {
        legend.push("attendance-corrected");
    }
    legend
}

/// Height of the note under each table.
pub(crate) fn foot(paper: &AttendancePaper, sheet: &Sheet) -> f64 {
    // A lying sheet is wide enough for all of it on one line.
    ABOVE_NOTE + NOTE * if legend(paper).is_empty() || sheet.is_lying() { 1.0 } else { 2.0 }
}

/// The pages, in order.
pub(crate) fn pages(paper: &AttendancePaper, sheet: &Sheet, lines: &Lines, hours_once: bool) -> Vec<Page> {
    let mut all: Vec<Page> = Vec::new();
    let parts = parts(paper);
    let last_part = parts.len() - 1;
    for (part, halves) in parts.into_iter().enumerate() {
        let heights = |people: &[Signer]| -> Vec<(usize, f64)> {
            let high = |signer: &Signer| height(paper, signer, &halves, sheet);
            people.iter().map(high).enumerate().collect()
        };
        let mut trainers = heights(&paper.trainers);
        if trainers.is_empty() && paper.blank {
            trainers = (0..UNKNOWN_TRAINERS).map(|at| (at, row(sheet))).collect();
        }
        let room = sheet.height - heads(paper, hours_once).iter().sum::<f64>() - foot(paper, sheet);
        let announced = sum(&trainers) + if trainers.is_empty() { 0.0 } else { ANNOUNCED };
        let apart = announced > sheet.height * TRAINERS_MOST;
        let reserve = if part == last_part { reserve(paper, sheet) } else { 0.0 };
        let under = if apart { 0.0 } else { announced };
        let rooms = Rooms {
            first: room - under - if part == 0 { lines.height() } else { 0.0 },
            others: room - under,
            reserve: if apart { 0.0 } else { reserve },
        };
        let mut people = heights(&paper.people);
        if paper.blank || people.is_empty() {
            fill(&mut people, &rooms, row(sheet));
        }
        for rows in rooms.split(&people) {
            all.push(Page {
                halves: halves.clone(),
                rows,
                trainers: if apart { Vec::new() } else { trainers.clone() },
                trainers_alone: false,
                with_lines: all.is_empty(),
            });
        }
        if apart {
            let rooms = Rooms { first: room, others: room, reserve };
            all.extend(rooms.split(&trainers).into_iter().map(|rows| Page {
                halves: halves.clone(),
                rows,
                trainers: Vec::new(),
                trainers_alone: true,
                with_lines: false,
            }));
        }
    }
    all
}

/// The columns of each table: at most ten, days whole, tables about equally wide.
fn parts(paper: &AttendancePaper) -> Vec<Range<usize>> {
    let days: Vec<usize> = days(&paper.halves).into_iter().map(|(_, count)| count).collect();
    let fewest = split_days(&days, COLUMNS).len();
    let longest = days.iter().copied().max().unwrap_or_default().clamp(1, COLUMNS);
    let even = (longest..=COLUMNS).map(|most| split_days(&days, most)).find(|parts| parts.len() <= fewest);
    // A sheet without a half-day is a list of names.
    even.filter(|parts| !parts.is_empty()).unwrap_or_else(|| iter::once(0..0).collect())
}

/// Days together as long as they fit. One that is wider than a table goes on in the next: sessions of a month that say the same of their
/// day.
fn split_days(days: &[usize], most: usize) -> Vec<Range<usize>> {
    let (mut parts, mut end): (Vec<Range<usize>>, usize) = (Vec::new(), 0);
    for day in days {
        let mut left = *day;
        while left > 0 {
            let count = left.min(most);
            match parts.last_mut() {
                Some(part) if part.len() + count <= most => part.end += count,
                _ => parts.push(end..end + count),
            }
            end += count;
            left -= count;
        }
    }
    parts
}

fn height(paper: &AttendancePaper, signer: &Signer, halves: &Range<usize>, sheet: &Sheet) -> f64 {
    // Two lines of a name fit every row.
    let lines = Some(name_lines(&signer.name, sheet)).filter(|lines| *lines > 2).unwrap_or_default();
    let row = row(sheet).max(WHITE + NAME_LINE * lines as f64);
    if paper.blank {
        return row;
    }
    let cell = |cell: &HalfCell| {
        let (beside, wide) = (beside(paper), fact_width(paper, sheet, halves.len()));
        let facts = facts(cell).map(|fact| fact_lines(fact, wide)).sum::<usize>() as f64;
        let plate = if cell.corrected.is_empty() { 0.0 } else { PLATE + 1.0 };
        match cell.presence {
            _ if beside => WHITE + facts * FACT,
            Presence::Signed(_) => row + (facts - 1.0) * FACT + plate,
            _ => WHITE + (facts + 1.0) * FACT + plate,
        }
    };
    let cells = halves.clone().filter_map(|half| signer.cells.get(half));
    cells.map(cell).fold(row, f64::max)
}

/// How wide what is said of a half-day may be, in a table of so many.
pub(crate) fn fact_width(paper: &AttendancePaper, sheet: &Sheet, columns: usize) -> f64 {
    let inner = (sheet.width - names(sheet)) / columns.max(1) as f64 - AROUND_CELL;
    if beside(paper) { FACT_WIDTH.min(inner / 2.0) } else { inner }
}

/// On how many lines something said of a half-day stands.
pub(crate) fn fact_lines(fact: &str, wide: f64) -> usize {
    // A line is never full: words are not broken.
    let lines = (1.2 * FACT_SIZE * width(fact) / wide).ceil() as usize;
    lines.clamp(1, FACT_MOST)
}

fn sum(rows: &[(usize, f64)]) -> f64 {
    rows.iter().map(|(_, high)| high).sum()
}

/// What stands under the last table.
fn reserve(paper: &AttendancePaper, sheet: &Sheet) -> f64 {
    // Of a month they stand on a page with its sessions.
    if !paper.sessions.is_empty() {
        return 0.0;
    }
    let correction = |text: &String| {
        let lines = (0.9 * width(text) / (sheet.width - BESIDE_CORRECTION)).ceil().max(1.0);
        UNDER_CORRECTION + CORRECTION * lines
    };
    let corrections = match paper.kept_corrections() {
        [] => 0.0,
        some => CORRECTIONS + some.iter().map(correction).sum::<f64>(),
    };
    let closed = if paper.kept_closing().is_some() { CLOSED } else { 0.0 };
    // More of them go on over pages of their own.
    corrections.min(sheet.height / 4.0) + closed
}

/// Rows without a name, down to the foot of the last page.
fn fill(people: &mut Vec<(usize, f64)>, rooms: &Rooms, row: f64) {
    let rows = |room: f64| ((room + 1e-6) / row).floor().max(1.0) as usize;
    let (first, others) = (rows(rooms.first), rows(rooms.others));
    let all = first + people.len().saturating_sub(first).div_ceil(others) * others;
    people.extend((people.len()..all).map(|at| (at, row)));
}

/// Room for rows: on the first page, on each of the others, and what is kept free of it on the last.
struct Rooms {
    first: f64,
    others: f64,
    reserve: f64,
}

impl Rooms {
    /// The rows of each page: all of a page, two at least on the last.
    fn split(&self, rows: &[(usize, f64)]) -> Vec<Vec<(usize, f64)>> {
        let (mut pages, mut left) = (Vec::new(), rows);
        loop {
            let room = if pages.is_empty() { self.first } else { self.others } + 1e-6;
            if sum(left) <= room - self.reserve {
                pages.push(left.to_vec());
                return pages;
            }
            let mut high = 0.0;
            let fit = left
                .iter()
                .take_while(|(_, row)| {
                    high += row;
                    high <= room
                })
                .count();
            let (page, rest) = left.split_at(fit.min(left.len().saturating_sub(2)).max(1));
            pages.push(page.to_vec());
            if rest.is_empty() {
                return pages;
            }
            left = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: usize) -> Vec<(usize, f64)> {
        (0..count).map(|at| (at, 10.0)).collect()
    }

    fn lengths(rooms: &Rooms, count: usize) -> Vec<usize> {
        rooms.split(&rows(count)).iter().map(Vec::len).collect()
    }

    #[test]
    fn nobody_stands_alone_on_the_last_page() {
        let rooms = Rooms { first: 80.0, others: 100.0, reserve: 0.0 };
        assert_eq!(lengths(&rooms, 8), [8]);
        assert_eq!(lengths(&rooms, 9), [7, 2], "one row alone would be a page of its own");
        assert_eq!(lengths(&rooms, 18), [8, 10]);
        assert_eq!(lengths(&rooms, 19), [8, 9, 2]);
        let closed = Rooms { reserve: 25.0, ..rooms };
        assert_eq!(lengths(&closed, 5), [5]);
        assert_eq!(lengths(&closed, 8), [6, 2], "what closes the sheet stands under names");
        assert_eq!(lengths(&closed, 0), [0]);
        let narrow = Rooms { first: -10.0, others: -10.0, reserve: 0.0 };
        assert_eq!(lengths(&narrow, 3), [1, 1, 1], "no room is no reason to go on for ever");
    }

    #[test]
    fn a_sheet_for_pens_is_full_to_its_foot() {
        let rooms = Rooms { first: 85.0, others: 105.0, reserve: 0.0 };
        for (names, all) in [(0, 8), (8, 8), (9, 18), (18, 18), (19, 28)] {
            let mut people = rows(names);
            fill(&mut people, &rooms, 10.0);
            assert_eq!(people.len(), all, "{names} names");
        }
    }

    #[test]
    fn tables_have_ten_columns_at_most_and_days_stay_whole() {
        assert_eq!(split_days(&[2, 2, 2, 2, 2], 10), vec![0..10; 1]);
        assert_eq!(split_days(&[2, 2, 2, 2, 2, 2], 10), [0..10, 10..12]);
        assert_eq!(split_days(&[2, 2, 2, 2, 2, 2], 6), [0..6, 6..12]);
        assert_eq!(split_days(&[3, 3, 3, 3], 10), [0..9, 9..12]);
        assert_eq!(split_days(&[25], 10), [0..10, 10..20, 20..25]);
        assert!(split_days(&[], 10).is_empty());
    }
}
