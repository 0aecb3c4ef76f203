//! Days as people write them. Which of two figures is the month is decided by the column, not by the cell: one "25/12/2010"
//! says it for all. Where none says it, the French order holds.

use ql_model::{day::Day, register::fold};

use super::cell::Cell;

/// What a column says of the order of its days and months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    /// The month stands first.
    pub month_first: bool,
    /// The first cell that says so, where others could be read both ways.
    pub turned: Option<usize>,
    /// Some days can only be read one way, some only the other: the first cell of each, the day first and the month first.
    pub mixed: Option<(usize, usize)>,
    /// Days that could be read both ways were read the French way because nothing said otherwise.
    pub assumed: bool,
}

/// A date in figures or words, before the century is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// Nothing to ask.
    Day(Day),
    /// Two figures of which one is the month, and a year.
    Figures(u8, u8, Year),
    /// A day, a month by name, and a year.
    Named(u8, u8, Year),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    Full(i32),
    /// The last two figures.
    Short(i32),
}

/// Serial dates below it would be years: 2011 as a number is no day of 1905.
const FIRST_SERIAL: f64 = 3_654.0;
/// The end of the year 2099.
const LAST_SERIAL: f64 = 73_050.0;

const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan", "january"],
    &["fevrier", "fevr", "fev", "feb", "february"],
    &["mars", "mar", "march"],
    &["avril", "avr", "apr", "april"],
    &["mai", "may"],
    &["juin", "jun", "june"],
    &["juillet", "juil", "jul", "july"],
    &["aout", "aou", "aug", "august"],
    &["septembre", "sept", "sep", "september"],
    &["octobre", "oct", "october"],
    &["novembre", "nov", "november"],
    &["decembre", "dec", "december"],
];
/// Words that say nothing more.
const BESIDE: [&str; 32] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lun",
    "mer",
    "jeu",
    "ven",
    "sam",
    "dim",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "le",
    "ne",
    "nee",
    "e",
    "er",
    "st",
    "nd",
    "rd",
    "th",
    "of",
    "the",
    "born",
];

/// Whether a cell could be a day.
pub(crate) fn seems_one(cell: &Cell) -> bool {
    match cell {
        Cell::Day(_) => true,
        Cell::Number(number) => of_serial(*number, false).is_some() || compact(&cell.text()).is_some(),
        Cell::Text(text) => written(text).is_some(),
        _ => false,
    }
}

/// Reads what a whole column says of its order.
pub(crate) fn order<'a>(cells: impl Iterator<Item = &'a Cell>) -> Order {
    let (mut day, mut month) = (None, None);
    // How many say that the month stands first, and how many could be read both ways.
    let (mut said, mut open) = (0_usize, 0_usize);
    for (at, cell) in cells.enumerate() {
        if let Cell::Text(text) = cell
            && let Some(Written::Figures(first, second, year)) = written(text)
        {
            // A leap year says no more than another of how this column is written. "32/13" is no day either way, and says nothing.
            let year = full(year, 2000);
            match (Day::new(year, second, first).is_some(), Day::new(year, first, second).is_some()) {
                (true, true) => open += usize::from(first != second),
                (true, false) => day = day.or(Some(at)),
                (false, true) => {
                    said += 1;
                    month = month.or(Some(at));
                }
                (false, false) => {}
            }
        }
    }
    // Of twelve days that are written so, seven say it: one among many that do not is a slip of the pen.
    let month_first = day.is_none() && said * 3 > open;
    Order {
        month_first,
        turned: month.filter(|_| month_first && open > 0),
        mixed: day.zip(month),
        assumed: open > 0 && day.is_none() && !month_first,
    }
}

/// Whether a spreadsheet of another country may have exchanged day and month in what it took for dates: it leaves as texts those whose day is
/// no month, and only those.
pub(crate) fn may_be_swapped<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    let (mut dates, mut texts) = (0_usize, 0_usize);
    for cell in cells {
        match cell {
            Cell::Day(day) if day.day() > 12 => return false,
            Cell::Day(_) => dates += 1,
            Cell::Text(text) => match written(text) {
                Some(Written::Figures(first, second, _) | Written::Named(first, second, _))
                    if first > 12 || second > 12 =>
                {
                    texts += 1;
                }
                _ => return false,
            },
            _ => {}
        }
    }
    dates > 0 && texts > 0
}

/// The day a cell says. A year of two figures is the last such year that is not after `today`.
pub(crate) fn day(cell: &Cell, order: Order, from_1904: bool, today: Day) -> Option<Day> {
    let found = match cell {
        Cell::Day(day) => return Some(*day),
        Cell::Number(number) => {
            return of_serial(*number, from_1904).or_else(|| compact(&cell.text()));
        }
        Cell::Text(text) => written(text)?,
        _ => return None,
    };
    match found {
        Written::Day(day) => Some(day),
        Written::Named(day, month, year) => Day::new(full(year, today.year()), month, day),
        Written::Figures(first, second, year) => {
            let month_first = if first > 12 { false } else { second > 12 || order.month_first };
            let (day, month) = if month_first { (second, first) } else { (first, second) };
            Day::new(full(year, today.year()), month, day)
        }
    }
}

/// The year in full; of two figures, the last such year that is not after `this`.
fn full(year: Year, this: i32) -> i32 {
    match year {
        Year::Full(year) => year,
        Year::Short(year) => {
            let year = this / 100 * 100 + year;
            if year > this { year - 100 } else { year }
        }
    }
}

/// The day of a serial number: days since 30 December 1899 (Excel's leap year 1900 is long before), or since 1 January 1904.
fn of_serial(serial: f64, from_1904: bool) -> Option<Day> {
    if !(FIRST_SERIAL..=LAST_SERIAL).contains(&serial) {
        return None;
    }
    let start = if from_1904 { Day::new(1904, 1, 1) } else { Day::new(1899, 12, 30) };
    start.map(|start| start.plus(serial.floor() as i32))
}

/// "20110503" and "03052011".
fn compact(text: &str) -> Option<Day> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| text[from..to].parse::<i32>().ok();
    let small = |from: usize| part(from, from + 2).and_then(|part| u8::try_from(part).ok());
    let plausible = |year: &i32| (1900..=2100).contains(year);
    let year_first = part(0, 4).filter(plausible).and_then(|year| Day::new(year, small(4)?, small(6)?));
    year_first.or_else(|| part(4, 8).filter(plausible).and_then(|year| Day::new(year, small(2)?, small(0)?)))
}

fn written(text: &str) -> Option<Written> {
    let text = without_time(text.trim());
    if text.len() > 60 {
        return None;
    }
    if let Some(day) = compact(text) {
        return Some(Written::Day(day));
    }
    if text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A serial number that came as a text, from CSV.
        return text.parse().ok().and_then(|serial| of_serial(serial, false)).map(Written::Day);
    }
    let mut figures: Vec<&str> = Vec::new();
    let mut month = None;
    let mut first_word = None;
    for part in parts(text) {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            figures.push(part);
            continue;
        }
        let word = fold(part);
        if let Some(found) = MONTHS.iter().position(|names| names.contains(&word.as_str())) {
            if month.is_some() {
                return None;
            }
            month = u8::try_from(found + 1).ok();
            first_word = Some(figures.len());
        } else if !BESIDE.contains(&word.as_str()) {
            return None;
        }
    }
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() <= 2);
    match (month, figures.as_slice()) {
        (Some(month), [day, year]) if first_word != Some(2) && day.len() <= 2 => {
            Some(Written::Named(number(day)?, month, year_of(year)?))
        }
        (Some(month), [year, day]) if year.len() == 4 => {
            Some(Written::Named(number(day)?, month, year_of(year)?))
        }
        (None, [year, month, day]) if year.len() == 4 => {
            Day::new(year.parse().ok()?, number(month)?, number(day)?).map(Written::Day)
        }
        // Nobody who writes points has the month first.
        (None, [day, month, year]) if text.contains('.') => {
            Some(Written::Named(number(day)?, number(month)?, year_of(year)?))
        }
        (None, [first, second, year]) => {
            Some(Written::Figures(number(first)?, number(second)?, year_of(year)?))
        }
        _ => None,
    }
}

fn year_of(text: &str) -> Option<Year> {
    let year = text.parse().ok()?;
    match text.len() {
        2 => Some(Year::Short(year)),
        4 => Some(Year::Full(year)),
        _ => None,
    }
}

/// Runs of figures and of letters; anything else parts them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic()) * 2 };
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| kind(c) == 0);
        let first = rest.chars().next()?;
        let end = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

/// Without the time of day a program adds: "2011-05-03T00:00:00Z", "03/05/2011 00:00".
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    match text[..colon].rfind(|c: char| !c.is_ascii_digit()) {
        Some(at) if text[at..].starts_with(['T', ' ']) && at >= 6 => text[..at].trim_end_matches([',', ' ']),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRENCH: Order = Order { month_first: false, turned: None, mixed: None, assumed: false };

    fn read(text: &str, order: Order) -> Option<String> {
        let today: Day = "2026-11-28".parse().expect("a day");
        day(&Cell::of(text), order, false, today).map(|day| day.to_string())
    }

    #[test]
    fn one_day_in_every_notation() {
        for text in [
            "2011-05-03",
            "03/05/2011",
            "3/5/2011",
            "3.5.11",
            "03-05-11",
            "3 mai 2011",
            "mai 3, 2011",
            "May 3rd, 2011",
            "3 May 2011",
            "le mardi 3 mai 2011",
            "née le 3 mai 2011",
            "3-mai-11",
            "03MAY2011",
            "2011-05-03T00:00:00Z",
            "03/05/2011 00:00",
            "20110503",
            "03052011",
            "40666",
            "2011/5/3",
            "2011 mai 3",
            "3 / 5 / 2011",
        ] {
            assert_eq!(read(text, FRENCH).as_deref(), Some("2011-05-03"), "{text}");
        }
        assert_eq!(read("1er févr. 2010", FRENCH).as_deref(), Some("2010-02-01"));
        assert_eq!(read("15 AOÛT 2009", FRENCH).as_deref(), Some("2009-08-15"));
        assert_eq!(read("7.11.75", FRENCH).as_deref(), Some("1975-11-07"), "nobody is born after today");
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "2011",
            "mai 2011",
            "31/02/2011",
            "14 ans",
            "3/5",
            "1234567",
            "03/05/211",
            "hier",
            "3 mai mai 2011",
            "",
            "12:30",
            "00/00/0000",
            "13/13/2011",
        ] {
            assert_eq!(read(text, FRENCH), None, "{text}");
        }
        assert_eq!(day(&Cell::Number(2011.0), FRENCH, false, Day::FIRST), None, "a year is no day");
    }

    #[test]
    fn the_column_says_which_figure_is_the_month() {
        let of = |texts: &[&str]| order(texts.iter().map(|text| Cell::of(text)).collect::<Vec<_>>().iter());
        let american = of(&["05/03/2011", "12/25/2010"]);
        assert_eq!(
            read("05/03/2011", american).as_deref(),
            Some("2011-05-03"),
            "25 is no month: the first figure is"
        );
        assert_eq!(american.turned, Some(1), "which is told");
        let slip = of(&["05/03/2011", "06/03/2011", "07/03/2011", "08/03/2011", "12/25/2010"]);
        assert!(!slip.month_first && slip.assumed, "one among many is a slip");
        assert_eq!(read("05.03.2011", american).as_deref(), Some("2011-03-05"), "points have the day first");
        assert_eq!(of(&["12/25/2010"]).turned, None, "nothing to tell");
        assert_eq!(of(&["25/12/2010", "12/25/2010"]).mixed, Some((0, 1)));
        assert_eq!(
            of(&["03/05/2011"]),
            Order { month_first: false, turned: None, mixed: None, assumed: true }
        );
        assert!(!of(&["05/05/2011", "25/12/2010"]).assumed);
    }

    #[test]
    fn serial_numbers_count_from_1900_or_1904() {
        let cell = Cell::Number(40_666.25);
        assert_eq!(
            day(&cell, FRENCH, false, Day::FIRST).map(|day| day.to_string()).as_deref(),
            Some("2011-05-03")
        );
        let cell = Cell::Number(39_204.0);
        assert_eq!(
            day(&cell, FRENCH, true, Day::FIRST).map(|day| day.to_string()).as_deref(),
            Some("2011-05-03")
        );
    }
}
