//! The cells of one sheet as they stand, within the limits of what a list of people is.

use super::{cell::Cell, error::ReadError};

/// Most lines of people.
pub const MOST_ROWS: usize = 100_000;
/// Most columns.
pub const MOST_COLUMNS: usize = 256;
/// Most text in all cells, in bytes.
pub const MOST_TEXT: usize = 64 << 20;
/// Titles and headings may stand above the people.
const ABOVE: usize = 100;
/// Most cells filled from the cells they are merged with.
const MOST_FILLED: usize = 1_000_000;

/// A rectangle of merged cells, counted from 0, both ends within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merge {
    pub top: usize,
    pub left: usize,
    pub bottom: usize,
    pub right: usize,
}

/// A line in which something stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// Counted from 0.
    pub at: usize,
    pub cells: Vec<Cell>,
    /// Of a text: how many cells its separators make, empty ones too. Of a sheet, whose cells cannot slip, 0.
    pub parted: usize,
    /// Of a text: a quotation mark opens and does not close.
    pub open_quote: bool,
    /// Of a text: a cell begins with a space, as what follows a separator that somebody typed within one.
    pub spaced: bool,
}

/// The cells of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub lines: Vec<Line>,
    pub merges: Vec<Merge>,
    /// Serial dates count from 1904.
    pub from_1904: bool,
    text: usize,
}

impl Grid {
    /// An empty one, and where its serial dates begin.
    pub fn counting_from_1904(from_1904: bool) -> Self {
        Self { from_1904, ..Self::default() }
    }

    /// Puts a cell; they come line by line, from above.
    pub fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), ReadError> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(ReadError::TooManyColumns { limit: MOST_COLUMNS as u64 });
        }
        self.text += cell.weight();
        if self.text > MOST_TEXT {
            return Err(ReadError::TooMuchText { limit: MOST_TEXT as u64 });
        }
        match self.lines.last().map(|line| line.at) {
            Some(last) if last == row => {}
            // Every program writes them in order; who does not wants to confuse.
            Some(last) if last > row => return Err(ReadError::BROKEN),
            _ if self.lines.len() >= MOST_ROWS + ABOVE => {
                return Err(ReadError::TooManyRows { limit: MOST_ROWS as u64 });
            }
            _ => self.lines.push(Line { at: row, ..Line::default() }),
        }
        if let Some(line) = self.lines.last_mut() {
            if line.cells.len() <= column {
                line.cells.resize(column + 1, Cell::Empty);
            }
            // Two lines of one number, or two cells of one place: one of them would be lost.
            if !line.cells[column].is_empty() {
                return Err(ReadError::BROKEN);
            }
            line.cells[column] = cell;
        }
        Ok(())
    }

    /// What the text says of the line that was put last, if it is that one.
    pub fn note(&mut self, row: usize, parted: usize, open_quote: bool, spaced: bool) {
        if let Some(line) = self.lines.last_mut().filter(|line| line.at == row) {
            (line.parted, line.open_quote, line.spaced) = (parted, open_quote, spaced);
        }
    }

    /// Whether so many lines are there that the next one can be left.
    pub fn has(&self, lines: usize) -> bool {
        self.lines.len() > lines
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0)
    }

    /// Fills what is merged downwards in one column: the value holds for each of these lines, as the address of two sisters.
    pub fn fill_down(&mut self) -> Result<(), ReadError> {
        let mut filled = 0;
        for merge in &self.merges {
            if merge.left != merge.right || merge.bottom <= merge.top {
                continue;
            }
            let first = self.lines.partition_point(|line| line.at < merge.top);
            let Some(cell) = self
                .lines
                .get(first)
                .filter(|line| line.at == merge.top)
                .and_then(|line| line.cells.get(merge.left))
            else {
                continue;
            };
            let cell = cell.clone();
            for line in self.lines.iter_mut().skip(first + 1).take_while(|line| line.at <= merge.bottom) {
                (filled, self.text) = (filled + 1, self.text + cell.weight());
                if filled > MOST_FILLED || self.text > MOST_TEXT {
                    return Err(ReadError::TooMuchText { limit: MOST_TEXT as u64 });
                }
                if line.cells.len() <= merge.left {
                    line.cells.resize(merge.left + 1, Cell::Empty);
                }
                if line.cells[merge.left].is_empty() {
                    line.cells[merge.left] = cell.clone();
                }
            }
        }
        Ok(())
    }
}
