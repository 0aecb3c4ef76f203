//! A list as it was found: its headings, and lines that keep the numbers their program shows.

use ql_model::day::Day;

use super::{
    book::{Book, Sheet},
    cell::Cell,
    error::ReadError,
    grid::{Grid, Line, MOST_ROWS, Merge},
    guess::{Guess, guess},
    header::{self, Head, LOOKED_AT},
    reason::Reason,
    slips::Slips,
};

/// Lines a guess looks at.
const SAMPLE: usize = 200;
/// Sheets looked at to find the one with people.
const SHEETS: usize = 20;

/// A list as it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of all sheets; a text has one, named after the file.
    pub sheets: Vec<String>,
    /// Which of them this is.
    pub sheet: usize,
    /// The headings, one for each column. A heading in two lines is joined by ` – `; a column without one has its letter.
    pub headers: Vec<String>,
    /// The lines below them, empty ones left out.
    pub rows: Vec<Row>,
    /// Whether serial dates count from 1904.
    pub from_1904: bool,
    /// Sheets that cannot be read, of those that were looked at to find this one; none where it was asked for.
    pub unread: Vec<String>,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number, as a spreadsheet shows it.
    pub number: usize,
    /// Its cells; those beyond the last one are empty.
    pub cells: Vec<Cell>,
    /// A heading within the list: one text merged over several columns, or the headings once more.
    pub heading: bool,
    /// Why nothing of it can be trusted.
    pub fault: Option<Reason>,
}

impl Table {
    /// Reads a file: XLSX, XLSM, XLSB, XLS, ODS, or a text with separators. What it is shows in its bytes; `name` names the
    /// only sheet of a text. Without `sheet`, the first one shown that has headings of people, or anything.
    ///
    /// # Errors
    /// [`ReadError`], which says what is wrong with the file, or which limit it passes: 32 MiB, 256 MiB unpacked, 100,000
    /// lines, 256 columns, 64 MiB of text.
    pub fn read(bytes: &[u8], name: &str, sheet: Option<&str>) -> Result<Self, ReadError> {
        let mut book = Book::open(bytes, name)?;
        let sheets = book.sheets();
        let mut unread = Vec::new();
        let at = match sheet {
            Some(name) => sheets
                .iter()
                .position(|sheet| sheet.name == name)
                .ok_or_else(|| ReadError::NoSheet { name: name.to_owned() })?,
            None => choose(&mut book, &sheets, &mut unread)?,
        };
        let mut grid = book.grid(at, &sheets[at], usize::MAX)?;
        if grid.lines.is_empty() {
            return Err(ReadError::Empty);
        }
        let head = header::find(&grid);
        grid.fill_down()?;
        let mut table = Self {
            sheets: sheets.into_iter().map(|sheet| sheet.name).collect(),
            sheet: at,
            rows: Vec::new(),
            from_1904: grid.from_1904,
            headers: Vec::new(),
            unread,
        };
        table.take(grid, head)?;
        Ok(table)
    }

    fn take(&mut self, grid: Grid, head: Head) -> Result<(), ReadError> {
        let Grid { lines, merges, .. } = grid;
        let headings: Vec<Line> =
            lines.get(head.lines.saturating_sub(1)).filter(|_| head.lines > 0).cloned().into_iter().collect();
        let slips = Slips::of(&lines, &head);
        self.headers = head.headers;
        let mut wide: Vec<&Merge> = merges.iter().filter(|merge| merge.right > merge.left).collect();
        wide.sort_by_key(|merge| merge.top);
        let width = self.headers.len();
        let mut others = false;
        for (at, line) in lines.into_iter().enumerate() {
            if at < head.lines {
                // A title is passed over; what could be somebody's line is not, without a word.
                let begins = line.cells.iter().take(2).filter(|cell| !cell.is_empty()).count() == 2;
                if at < head.above && begins && header::is_full(&line.cells, width) {
                    let fault = Some(Reason::AboveHeadings);
                    self.rows.push(Row { number: line.at + 1, cells: line.cells, heading: false, fault });
                }
                continue;
            }
            let filled = line.cells.iter().filter(|cell| !cell.is_empty()).count();
            let merged = || wide.binary_search_by_key(&line.at, |merge| merge.top).is_ok();
            let again = headings.iter().any(|heading| filled > 1 && heading.cells == line.cells)
                || (head.lines > 0 && header::is_again(&line.cells, &self.headers));
            let heading = (filled == 1 && merged()) || again;
            if again && filled > 1 {
                others = !header::says_the_same(&line.cells, &self.headers);
            }
            let under_others = (others && !heading).then_some(Reason::OtherHeadings);
            let fault = under_others.or_else(|| slips.fault(&line));
            self.rows.push(Row { number: line.at + 1, cells: line.cells, heading, fault });
        }
        if self.rows.len() > MOST_ROWS {
            return Err(ReadError::TooManyRows { limit: MOST_ROWS as u64 });
        }
        Ok(())
    }

    /// What the columns seem to hold; `today` is what ages are told by.
    #[must_use]
    pub fn guess(&self, today: Day) -> Guess {
        let sound = self.rows.iter().filter(|row| row.fault.is_none());
        let sample: Vec<&[Cell]> = sound.take(SAMPLE).map(|row| row.cells.as_slice()).collect();
        guess(&self.headers, &sample, today)
    }

    /// The first lines, as texts, a cell for each heading: to be shown.
    #[must_use]
    pub fn sample(&self, most: usize) -> Vec<Vec<String>> {
        let rows = self.rows.iter().filter(|row| !row.heading && row.fault.is_none()).take(most);
        rows.map(|row| (0..self.headers.len()).map(|column| row.cell(column).text().into_owned()).collect())
            .collect()
    }
}

impl Row {
    /// The cell of a column.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }
}

/// The first sheet shown that has headings of people, or anything; `unread` gets the names of those that cannot be
/// read.
fn choose(book: &mut Book<'_>, sheets: &[Sheet], unread: &mut Vec<String>) -> Result<usize, ReadError> {
    if sheets.len() == 1 {
        return Ok(0);
    }
    let mut filled = None;
    for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden).take(SHEETS) {
        let Ok(grid) = book.grid(at, sheet, LOOKED_AT) else {
            unread.push(sheet.name.clone());
            continue;
        };
        if header::find(&grid).known >= 2 {
            return Ok(at);
        }
        filled = filled.or((!grid.lines.is_empty()).then_some(at));
    }
    filled.or((!sheets.is_empty()).then_some(0)).ok_or(ReadError::Empty)
}
