//! What stands in one cell, whatever program wrote it.

use std::borrow::Cow;

use ql_model::{day::Day, text::unseen};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, never empty: composed (NFC), without invisible characters, its white space single; line ends stay.
    Text(String),
    /// A number that its program does not show as a date.
    Number(f64),
    /// A date.
    Day(Day),
    /// A tick, or true and false.
    Yes(bool),
    /// A formula that has no value: the mark it shows ("#REF!"), or `=` when it was never calculated.
    Error(String),
}

/// The marks of a formula that failed, as English and French programs show them.
const FAILED: [&str; 14] = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#VALEUR!", "#NOM?", "#NOMBRE!",
    "#NUL!", "#SPILL!", "#CALC!", "#N/D",
];

impl Cell {
    /// A cell of this text, cleaned; one that is the mark of a failed formula becomes an error.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = clean(text);
        if text.is_empty() {
            Self::Empty
        } else if FAILED.contains(&text.as_ref()) || text.starts_with("Err:5") {
            Self::Error(text.into_owned())
        } else {
            Self::Text(text.into_owned())
        }
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// What it says, on one line: dates as 2011-05-03, ticks as 1 and 0.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) if text.contains('\n') => Cow::Owned(text.replace('\n', " ")),
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                Cow::Owned(format!("{}", *number as i64))
            }
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Day(day) => Cow::Owned(day.to_string()),
            Self::Yes(yes) => Cow::Borrowed(if *yes { "1" } else { "0" }),
        }
    }

    /// Bytes of text it keeps.
    pub(crate) fn weight(&self) -> usize {
        match self {
            Self::Text(text) | Self::Error(text) => text.len(),
            _ => 0,
        }
    }

    /// Whether a figure stands in it, as in data and seldom in headings.
    pub(crate) fn has_figures(&self) -> bool {
        match self {
            Self::Text(text) => text.chars().any(|c| c.is_ascii_digit()),
            Self::Number(_) | Self::Day(_) => true,
            _ => false,
        }
    }
}

/// Without what nobody sees: control characters, marks of direction, soft hyphens, byte order marks; white space becomes one
/// space, or one line end where there was one; composed as a keyboard writes (a Mac's files are not).
///
/// The joiners stay between letters of the scripts that are written with them.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c != ' ' && !c.is_whitespace() && !unseen(c) && !c.is_control();
    let tidy = text.split(' ').all(|word| !word.is_empty() && word.chars().all(plain));
    if tidy && is_nfc(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = None;
    for c in text.nfc() {
        match c {
            '\u{200c}' | '\u{200d}' if out.ends_with(|last: char| last >= '\u{590}') => out.push(c),
            '\n' | '\r' | '\u{b}' | '\u{2028}' | '\u{2029}' => gap = Some('\n'),
            c if c.is_whitespace() => gap = gap.or(Some(' ')),
            c if unseen(c) || c.is_control() => {}
            c => {
                out.extend(gap.take().filter(|_| !out.is_empty()));
                out.push(c);
            }
        }
    }
    out.truncate(out.trim_end_matches(['\u{200c}', '\u{200d}']).len());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_taken_away() {
        for (written, read) in [
            ("  Lina\u{a0}\u{a0}Kaci \t", "Lina Kaci"),
            ("\u{feff}Li\u{ad}na\u{200b}", "Lina"),
            ("e\u{301}lodie", "élodie"),
            ("12 rue des Lilas\r\n93200\n", "12 rue des Lilas\n93200"),
            ("\u{202e}Lina\u{202c}", "Lina"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("\u{200d}\u{0}", ""),
            ("Noé", "Noé"),
        ] {
            assert_eq!(clean(written), read, "{written:?}");
        }
        assert_eq!(Cell::of("#REF!"), Cell::Error("#REF!".to_owned()), "a failed formula is no text");
        assert_eq!(Cell::of(" \u{200b} "), Cell::Empty, "what nobody sees is nothing");
    }

    #[test]
    fn numbers_are_shown_as_people_write_them() {
        assert_eq!(Cell::Number(639_980_011.0).text(), "639980011");
        assert_eq!(Cell::Number(14.5).text(), "14.5");
    }
}
