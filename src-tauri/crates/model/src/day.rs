//! Days of the civil calendar, times of day, and France's public holidays: plain arithmetic, without a clock or a time zone.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use crate::vocabulary::codes;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

/// Text that is no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day: {0:?}")]
pub struct NotADay(String);

codes!(
    /// The public holidays of France (Code du travail, L3133-1).
    Holiday {
        NewYear = "new_year", EasterMonday = "easter_monday", Labour = "labour", Victory = "victory", Ascension = "ascension",
        WhitMonday = "whit_monday", Bastille = "bastille", Assumption = "assumption", AllSaints = "all_saints",
        Armistice = "armistice", Christmas = "christmas",
    }
);

impl Day {
    /// The first day there is.
    pub const FIRST: Day = Day { year: 1, month: 1, day: 1 };

    /// A day, when there is one of these numbers between the years 1 and 9999.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day))
            .then_some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 March of the year 0.
    #[must_use]
    pub fn number(self) -> i32 {
        // A year that begins in March ends with the day that may be missing.
        let (year, month) = if self.month > 2 {
            (self.year, i32::from(self.month) - 3)
        } else {
            (self.year - 1, i32::from(self.month) + 9)
        };
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + i32::from(self.day) - 1
    }

    /// The day this many days later, or earlier when it is negative; stays within the calendar.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let wanted = self.number() + days;
        let mut found = self;
        let mut year = (f64::from(wanted) / 365.2425) as i32;
        // At most one year off: the estimate knows no leap days.
        for candidate in [year + 1, year, year - 1] {
            if let Some(first) = Day::new(candidate, 3, 1).filter(|first| first.number() <= wanted) {
                (found, year) = (first, candidate);
                break;
            }
        }
        let mut rest = wanted - found.number();
        let mut month = 3;
        while rest >= i32::from(days_in(year, month)) {
            rest -= i32::from(days_in(year, month));
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        Day::new(year, month, u8::try_from(rest + 1).unwrap_or(1)).unwrap_or(self)
    }

    /// Whole years from a birth to this day; `None` before it.
    #[must_use]
    pub fn years_since(self, birth: Day) -> Option<u8> {
        let had_it = (self.month, self.day) >= (birth.month, birth.day);
        u8::try_from(self.year - birth.year - i32::from(!had_it)).ok()
    }

    /// This day some years later; 29 February becomes 1 March where there is none.
    #[must_use]
    pub fn years_later(self, years: i32) -> Self {
        Day::new(self.year + years, self.month, self.day)
            .or_else(|| Day::new(self.year + years, 3, 1))
            .unwrap_or(self)
    }

    /// The public holiday of this day.
    #[must_use]
    pub fn public_holiday(self) -> Option<Holiday> {
        let fixed = match (self.month, self.day) {
            (1, 1) => Some(Holiday::NewYear),
            (5, 1) => Some(Holiday::Labour),
            (5, 8) => Some(Holiday::Victory),
            (7, 14) => Some(Holiday::Bastille),
            (8, 15) => Some(Holiday::Assumption),
            (11, 1) => Some(Holiday::AllSaints),
            (11, 11) => Some(Holiday::Armistice),
            (12, 25) => Some(Holiday::Christmas),
            _ => None,
        };
        fixed.or_else(|| match self.number() - easter(self.year).number() {
            1 => Some(Holiday::EasterMonday),
            39 => Some(Holiday::Ascension),
            50 => Some(Holiday::WhitMonday),
            _ => None,
        })
    }
}

/// Easter Sunday, by the Gregorian reckoning of Meeus, Jones and Butcher.
#[must_use]
pub fn easter(year: i32) -> Day {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Day { year, month: if month == 3 { 3 } else { 4 }, day: u8::try_from(day).unwrap_or(1) }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Minutes since midnight of a time written "09:30".
#[must_use]
pub fn minutes(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    let two = |text: &str| {
        (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<u16>().ok())
            .flatten()
    };
    let (hour, minute) = (two(hour)?, two(minute)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let wrong = || NotADay(text.chars().take(40).collect());
        let mut parts = text.split('-');
        let mut next = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then_some(part)
        };
        let (year, month, day) = (next(4), next(2), next(2));
        let read = |part: Option<&str>| part.and_then(|part| part.parse::<u16>().ok()).ok_or_else(wrong);
        let (year, month, day) = (read(year)?, read(month)?, read(day)?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        let small = |n: u16| u8::try_from(n).map_err(|_| wrong());
        Day::new(i32::from(year), small(month)?, small(day)?).ok_or_else(wrong)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the test's day is one")
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for wrong in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "26-01-01",
            "2026-1-1",
            "2026-01-01-",
            "",
            "0000-01-01",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong} is no day");
        }
        assert_eq!(day("2028-02-29").to_string(), "2028-02-29");
    }

    #[test]
    fn a_day_and_its_number_agree_through_four_centuries() {
        let mut now = day("1999-12-28");
        for _ in 0..146_500 {
            let next = now.plus(1);
            assert_eq!(next.number(), now.number() + 1, "{now} is followed by {next}");
            assert!(next > now);
            now = next;
        }
        assert_eq!(day("2026-03-01").plus(-1), day("2026-02-28"));
        assert_eq!(day("2027-01-01").plus(-366), day("2025-12-31"));
    }

    #[test]
    fn a_birthday_makes_a_year() {
        let birth = day("2011-05-03");
        assert_eq!(day("2026-05-02").years_since(birth), Some(14));
        assert_eq!(day("2026-05-03").years_since(birth), Some(15));
        assert_eq!(day("2010-01-01").years_since(birth), None);
        assert_eq!(day("2027-02-28").years_since(day("2012-02-29")), Some(14), "born on a leap day");
    }

    #[test]
    fn the_holidays_of_three_years() {
        // Easter of these years, from the calendar of the ministry.
        assert_eq!(
            [2026, 2027, 2028].map(easter).map(|day| day.to_string()),
            ["2026-04-05", "2027-03-28", "2028-04-16"]
        );
        assert_eq!(day("2026-04-06").public_holiday(), Some(Holiday::EasterMonday));
        assert_eq!(day("2026-05-14").public_holiday(), Some(Holiday::Ascension));
        assert_eq!(day("2026-05-25").public_holiday(), Some(Holiday::WhitMonday));
        assert_eq!(day("2026-11-11").public_holiday(), Some(Holiday::Armistice));
        assert_eq!(day("2026-11-12").public_holiday(), None);
    }

    #[test]
    fn times_are_two_digits_and_two() {
        assert_eq!(minutes("09:30"), Some(570));
        for wrong in ["9:30", "24:00", "12:60", "12h30", "", "12:3", "+1:00"] {
            assert_eq!(minutes(wrong), None, "{wrong} is no time");
        }
    }
}
