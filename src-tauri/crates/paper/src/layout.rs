//! Where panels stand on a page: how many across, how large, and what room is left for their words. All in millimetres.

use ql_model::vocabulary::Ratio;

use crate::sheet::{PerPage, Sheet};

/// How words go with a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Under it.
    Stack,
    /// Beside it.
    Side,
    /// The label beside it, the words under it.
    Tag,
}

/// The measures of a page of panels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// Panels on a page.
    pub count: usize,
    /// Panels side by side.
    pub across: usize,
    /// Rows.
    pub down: usize,
    /// Where the words go.
    pub kind: Kind,
    /// Width of a cell.
    pub cell: f64,
    /// Height of a row.
    pub row: f64,
    /// Between two cells.
    pub gap: f64,
    /// Between two rows.
    pub row_gap: f64,
    /// Width and height of the frame.
    pub frame: (f64, f64),
    /// Height of the words under or beside it.
    pub words: f64,
    /// Height of the lines for the pen; 0 without any.
    pub pen: f64,
    /// Whether those lines stand beside the frame while the words are under it.
    pub pen_beside: bool,
    /// Size of the letters, in points.
    pub size: f64,
}

/// The band above each row, on which scenes begin.
pub(crate) const BAND: f64 = 8.0;
/// The line of label, size and duration under a frame.
const LINE: f64 = 9.0;
/// What stands above the words beside a frame.
pub(crate) const BESIDE: f64 = 24.0;
/// White at the foot of what stands beside a frame.
const BESIDE_FOOT: f64 = 2.0;
/// Between a frame and the words under it, when its label is beside it.
const UNDER_TAG: f64 = 2.4;
/// What stands beside a frame when its words are under it: label, size and duration; and the camera where there is room for it.
const TAG: f64 = 19.0;
const TAG_CAMERA: f64 = 12.0;
/// Least height of the lines for the pen (two of them), and what is left white above them.
const PEN: f64 = 12.0;
const ABOVE_PEN: f64 = 2.0;
/// What one line for the pen takes, with the word that says what it is for.
const PEN_LINE: f64 = 7.0;
/// Room that words keep under a frame before lines for the pen have the rest, and the least they keep of it.
const WORDS_FIRST: f64 = 44.0;
const WORDS_LEAST: f64 = 12.0;
/// What one line of words takes.
const ONE_LINE: f64 = 6.0;
/// Narrower than this, a frame leaves so much room beside it that the words go there.
const NARROW: f64 = 1.2;
/// Widest part of its cell that a frame with words beside it may take, when it is narrow.
const NARROW_PART: f64 = 0.55;

impl Layout {
    /// The layout of so many panels of this shape on a sheet, with room for the pen where `notes` are wanted.
    #[must_use]
    pub fn new(sheet: &Sheet, per_page: PerPage, ratio: Ratio, notes: bool) -> Self {
        let (across, widest, kind) = arrangement(sheet, per_page);
        let count = per_page.count();
        let down = count.div_ceil(across);
        let gap = sheet.gutter();
        let row_gap = if per_page == PerPage::Nine && sheet.is_lying() { 3.0 } else { 4.0 };
        let cell = (sheet.width - gap * (across as f64 - 1.0)) / across as f64;
        let row = (sheet.height - row_gap * (down as f64 - 1.0)) / down as f64;
        let (wide, high) = ratio.sides();
        let ratio = f64::from(wide) / f64::from(high);
        let narrow = ratio < NARROW && per_page != PerPage::Nine;
        let (kind, widest) = if narrow { (Kind::Side, cell * NARROW_PART) } else { (kind, widest) };
        // A frame lower than that of a television leaves its words more room; a higher one must not take it.
        let tallest = row
            - BAND
            - match kind {
                Kind::Stack if notes => LINE + least_words(per_page).max(WORDS_LEAST) + ABOVE_PEN + PEN,
                Kind::Stack => LINE + least_words(per_page),
                Kind::Tag => UNDER_TAG + 9.0,
                Kind::Side => 1.0,
            };
        let width = widest.min(tallest * ratio);
        let frame = (width, width / ratio);
        let words = row
            - BAND
            - match kind {
                Kind::Stack => frame.1 + LINE,
                Kind::Tag => frame.1 + UNDER_TAG,
                Kind::Side => BESIDE + BESIDE_FOOT,
            };
        let (words, pen, pen_beside) =
            if notes { with_pen(kind, per_page, words, frame.1) } else { (words, 0.0, false) };
        let size = match per_page {
            PerPage::One => 14.0,
            PerPage::Two | PerPage::Three => 11.0,
            PerPage::Nine if sheet.is_lying() => 9.0,
            _ => 10.0,
        };
        Self { count, across, down, kind, cell, row, gap, row_gap, frame, words, pen, pen_beside, size }
    }
}

/// Panels across, widest frame, and where the words go.
fn arrangement(sheet: &Sheet, per_page: PerPage) -> (usize, f64, Kind) {
    let columns = |count: f64| sheet.columns(count);
    if sheet.is_lying() {
        match per_page {
            PerPage::One => (1, columns(14.0), Kind::Side),
            PerPage::Two => (2, columns(9.0), Kind::Stack),
            PerPage::Three => (3, columns(6.0), Kind::Stack),
            PerPage::Four => (2, 100.0 * sheet.unit, Kind::Tag),
            PerPage::Six => (3, columns(6.0), Kind::Stack),
            PerPage::Nine => (3, 57.0 * sheet.unit, Kind::Tag),
        }
    } else {
        match per_page {
            PerPage::One | PerPage::Two => (1, columns(12.0), Kind::Stack),
            PerPage::Three => (1, columns(8.0), Kind::Side),
            PerPage::Four => (1, columns(6.0), Kind::Side),
            PerPage::Six => (2, columns(6.0), Kind::Stack),
            PerPage::Nine => (3, columns(4.0), Kind::Stack),
        }
    }
}

/// Of the room for words: what they keep, the height of the lines for the pen, and whether those stand beside the frame.
fn with_pen(kind: Kind, per_page: PerPage, room: f64, frame: f64) -> (f64, f64, bool) {
    let pen = match kind {
        Kind::Stack => room - WORDS_FIRST - ABOVE_PEN,
        Kind::Side => room / 2.0 - ABOVE_PEN,
        Kind::Tag => {
            let beside = frame - if per_page == PerPage::Nine { TAG } else { TAG + TAG_CAMERA };
            if beside >= PEN_LINE {
                return (room, beside, true);
            }
            PEN.min(room - ONE_LINE - ABOVE_PEN)
        }
    };
    let pen = if kind == Kind::Tag { pen.max(0.0) } else { pen.max(PEN) };
    (room - pen - ABOVE_PEN, pen, false)
}

/// Room that words under a frame keep at least.
fn least_words(per_page: PerPage) -> f64 {
    match per_page {
        PerPage::One => 30.0,
        PerPage::Two => 19.5,
        _ => 12.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Direction, PaperSize};

    fn each(mut see: impl FnMut(&Sheet, PerPage, Ratio, Layout)) {
        for size in [PaperSize::A4, PaperSize::Letter] {
            for direction in [Direction::Portrait, Direction::Landscape] {
                let sheet = Sheet::new(size, direction);
                for per_page in PerPage::ALL {
                    for ratio in Ratio::ALL {
                        for notes in [false, true] {
                            see(&sheet, per_page, *ratio, Layout::new(&sheet, per_page, *ratio, notes));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn who_wants_to_write_finds_a_line_on_every_page() {
        each(|sheet, per_page, ratio, layout| {
            let without = Layout::new(sheet, per_page, ratio, false);
            if layout == without {
                return;
            }
            let what = format!("{per_page:?} {ratio:?} on {sheet:?}: {layout:?}");
            assert!(layout.pen >= PEN_LINE, "{what} has no line for the pen");
            assert!(layout.frame.0 >= without.frame.0 * 0.6, "{what} gives too much of its drawing for it");
        });
    }

    #[test]
    fn every_page_holds_its_panels() {
        each(|sheet, per_page, ratio, layout| {
            let wide = layout.cell * layout.across as f64 + layout.gap * (layout.across as f64 - 1.0);
            let high = layout.row * layout.down as f64 + layout.row_gap * (layout.down as f64 - 1.0);
            let what = format!("{per_page:?} {ratio:?} on {sheet:?}: {layout:?}");
            assert!(wide <= sheet.width + 1e-9 && high <= sheet.height + 1e-9, "{what} leaves the page");
            assert!(layout.across * layout.down >= layout.count, "{what} loses a panel");
            assert!(layout.frame.0 <= layout.cell + 1e-9, "{what} has a frame wider than its cell");
            assert!(layout.frame.1 + BAND <= layout.row, "{what} has a frame higher than its row");
        });
    }

    #[test]
    fn words_always_have_a_line_and_frames_can_be_seen() {
        each(|sheet, per_page, ratio, layout| {
            let what = format!("{per_page:?} {ratio:?} on {sheet:?}: {layout:?}");
            assert!(layout.words >= 6.0, "{what} leaves no line for words");
            assert!(layout.frame.0 >= 18.0 && layout.frame.1 >= 18.0, "{what} has a frame nobody can read");
        });
    }
}
