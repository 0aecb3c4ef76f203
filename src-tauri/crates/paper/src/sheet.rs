//! The sheet a paper is printed on, and what every paper says at its head and foot.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use ql_model::vocabulary::Pattern;

/// A sheet as printers have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperSize {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// Which way the sheet lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Upright.
    Portrait,
    /// Lying.
    Landscape,
}

/// How many panels stand on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PerPage {
    /// One.
    One,
    /// Two.
    Two,
    /// Three.
    Three,
    /// Four.
    Four,
    /// Six.
    Six,
    /// Nine.
    Nine,
}

impl PerPage {
    /// Every choice, from the fewest.
    pub const ALL: [Self; 6] = [Self::One, Self::Two, Self::Three, Self::Four, Self::Six, Self::Nine];

    /// The number.
    #[must_use]
    pub fn count(self) -> usize {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
            Self::Six => 6,
            Self::Nine => 9,
        }
    }

    /// Reads a number.
    #[must_use]
    pub fn of(count: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.count() == count)
    }
}

/// A sheet and its margins, in millimetres. The grid has 12 columns upright, 18 lying; columns of 11 and gutters of 4, times `unit`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// The paper.
    pub size: PaperSize,
    /// Which way it lies.
    pub direction: Direction,
    /// Scale of the grid: 1 but where the sheet is too narrow for 18 columns.
    pub unit: f64,
    /// Margin at the left and at the right.
    pub side: f64,
    /// Width between the margins.
    pub width: f64,
    /// Height that panels may fill.
    pub height: f64,
}

/// Room for the head, which is also where lying sheets are punched.
const TOP: [f64; 2] = [26.0, 29.0];
const BOTTOM: [f64; 2] = [18.0, 17.0];
/// Left free above the foot.
const SLACK: f64 = 2.0;
/// Margins of a lying sheet: below, printers cut the edge off.
const LYING_SIDE: f64 = 15.5;

impl Sheet {
    /// The sheet of these two choices.
    #[must_use]
    pub fn new(size: PaperSize, direction: Direction) -> Self {
        let (short, long) = match size {
            PaperSize::A4 => (210.0, 297.0),
            PaperSize::Letter => (215.9, 279.4),
        };
        let lying = direction == Direction::Landscape;
        let (across, down, columns) = if lying { (long, short, 18.0) } else { (short, long, 12.0) };
        let grid = 11.0 * columns + 4.0 * (columns - 1.0);
        let widest = if lying { across - 2.0 * LYING_SIDE } else { grid };
        let unit = f64::min(1.0, widest / grid);
        let width = grid * unit;
        let at = usize::from(lying);
        let height = down - TOP[at] - BOTTOM[at] - SLACK;
        Self { size, direction, unit, side: (across - width) / 2.0, width, height }
    }

    /// Width of so many columns, in millimetres.
    #[must_use]
    pub fn columns(&self, count: f64) -> f64 {
        (11.0 * count + 4.0 * (count - 1.0)) * self.unit
    }

    /// Space between two columns, in millimetres.
    #[must_use]
    pub fn gutter(&self) -> f64 {
        4.0 * self.unit
    }

    pub(crate) fn is_lying(&self) -> bool {
        self.direction == Direction::Landscape
    }

    pub(crate) fn top(&self) -> f64 {
        TOP[usize::from(self.is_lying())]
    }

    pub(crate) fn bottom(&self) -> f64 {
        BOTTOM[usize::from(self.is_lying())]
    }
}

/// The words of the templates, by the keys they ask for.
pub type Words = BTreeMap<&'static str, String>;

/// What stands on every paper of a film.
#[derive(Clone, Debug)]
pub struct Head {
    /// Language of the papers: "fr".
    pub language: &'static str,
    /// Region of that language, for line breaks and screen readers: "FR".
    pub region: &'static str,
    /// Opening and closing quotation marks, with their spaces.
    pub quotes: [&'static str; 2],
    /// The words of the templates.
    pub words: Words,
    /// The film's title; never empty.
    pub title: String,
    /// Which state of the film this is: its last change, in words.
    pub stamp: String,
    /// The same, for the PDF's metadata.
    pub changed: DateTime<FixedOffset>,
    /// How much of it: "16 plans · 1 min 34".
    pub figures: String,
    /// The foot of each page: who drew it.
    pub foot: String,
    /// Who did what: label and names. The first is the PDF's author.
    pub credits: Vec<(String, String)>,
    /// The film's pattern.
    pub pattern: Pattern,
    /// The film's ink as second colour ("#FF8747"); nothing is printed in black alone.
    pub tint: Option<&'static str>,
}

/// What stands on every paper that belongs to no film: it is a session's, a person's or the team's.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Language of the paper: "fr".
    pub language: &'static str,
    /// Region of that language, for line breaks and screen readers: "FR".
    pub region: &'static str,
    /// The words of the template; each paper says which it asks for (`WORDS`).
    pub words: Words,
    /// Whose paper it is: the organisation, the team. May be empty.
    pub owner: String,
    /// Two short lines on the right at the head of each page: the season and the dates, when it was made. May be empty.
    pub lines: [String; 2],
    /// The foot of each page: who and where.
    pub foot: String,
    /// When the paper was made, for the PDF's metadata.
    pub made: DateTime<FixedOffset>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_fits_every_sheet_with_margins_that_printers_keep() {
        for size in [PaperSize::A4, PaperSize::Letter] {
            for direction in [Direction::Portrait, Direction::Landscape] {
                let sheet = Sheet::new(size, direction);
                assert!(sheet.side >= 15.0, "{size:?} {direction:?} has margins of {} mm", sheet.side);
                assert!(sheet.unit > 0.9, "{size:?} {direction:?} would shrink the letters' room too much");
            }
        }
    }

    #[test]
    fn a4_has_the_grid_of_the_design() {
        let upright = Sheet::new(PaperSize::A4, Direction::Portrait);
        assert_eq!((upright.side, upright.width, upright.height), (17.0, 176.0, 251.0));
        let lying = Sheet::new(PaperSize::A4, Direction::Landscape);
        assert_eq!((lying.side, lying.width, lying.height), (15.5, 266.0, 162.0));
    }
}
