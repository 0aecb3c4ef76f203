//! XLSX and XLSB, cell by cell through `calamine`: a sheet is never held twice, nor as wide as it says it is.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{
    CellErrorType, DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsb, Xlsx, XlsxError,
};
use ql_model::day::Day;

use super::{
    book::Sheet,
    cell::Cell,
    error::ReadError,
    grid::{Grid, Merge},
};

type Bytes<'a> = Cursor<&'a [u8]>;

/// An opened workbook.
pub(crate) enum Excel<'a> {
    Xlsx(Box<Xlsx<Bytes<'a>>>),
    Xlsb(Box<Xlsb<Bytes<'a>>>),
}

/// Runs a reader that was written for honest files: where it panics, the file is damaged.
pub(crate) fn guarded<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(ReadError::BROKEN))
}

impl<'a> Excel<'a> {
    pub fn xlsx(bytes: &'a [u8]) -> Result<Self, ReadError> {
        guarded(|| Ok(Self::Xlsx(Box::new(Xlsx::new(Cursor::new(bytes)).map_err(xlsx)?))))
    }

    pub fn xlsb(bytes: &'a [u8]) -> Result<Self, ReadError> {
        guarded(|| Ok(Self::Xlsb(Box::new(Xlsb::new(Cursor::new(bytes)).map_err(ReadError::damaged)?))))
    }

    pub fn sheets(&self) -> Vec<Sheet> {
        sheets(match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
        })
    }

    /// The cells of a sheet, the first `most` lines of it.
    pub fn grid(&mut self, name: &str, most: usize) -> Result<Grid, ReadError> {
        guarded(|| match self {
            Self::Xlsx(book) => xlsx_grid(book, name, most),
            Self::Xlsb(book) => xlsb_grid(book, name, most),
        })
    }
}

/// Those that have cells.
pub(crate) fn sheets(all: &[calamine::Sheet]) -> Vec<Sheet> {
    all.iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
        .collect()
}

fn xlsx(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Password,
        other => ReadError::damaged(other),
    }
}

fn xlsx_grid(book: &mut Xlsx<Bytes<'_>>, name: &str, most: usize) -> Result<Grid, ReadError> {
    let mut grid = Grid::counting_from_1904(book.has_1904_epoch());
    let mut cells = book.worksheet_cells_reader(name).map_err(xlsx)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(xlsx)? {
        let value = match of_data(&cell.value) {
            // A program that does not calculate wrote it: the cell is not empty, it is not known.
            Cell::Empty if cell.formula.is_some() && cell.value == DataRef::Empty => {
                Cell::Error("=".to_owned())
            }
            value => value,
        };
        grid.put(cell.pos.0 as usize, cell.pos.1 as usize, value)?;
        if grid.has(most) {
            break;
        }
    }
    drop(cells);
    let merges = book.merge_cells_by_sheet_name(name).map_err(xlsx)?;
    grid.merges = merges.iter().map(merge).collect();
    Ok(grid)
}

fn xlsb_grid(book: &mut Xlsb<Bytes<'_>>, name: &str, most: usize) -> Result<Grid, ReadError> {
    let mut grid = Grid::counting_from_1904(book.has_1904_epoch());
    let mut cells = book.worksheet_cells_reader(name).map_err(ReadError::damaged)?;
    while let Some(cell) = cells.next_cell().map_err(ReadError::damaged)? {
        let (row, column) = cell.get_position();
        grid.put(row as usize, column as usize, of_data(cell.get_value()))?;
        if grid.has(most) {
            break;
        }
    }
    Ok(grid)
}

/// A rectangle as `calamine` gives it.
pub(crate) fn merge(of: &calamine::Dimensions) -> Merge {
    let (top, left) = (of.start.0 as usize, of.start.1 as usize);
    Merge { top, left, bottom: of.end.0 as usize, right: of.end.1 as usize }
}

/// A value as `calamine` gives it.
pub(crate) fn of_data(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => of_number(*number),
        DataRef::String(text) => Cell::of(text),
        DataRef::SharedString(text) => Cell::of(text),
        DataRef::Bool(yes) => Cell::Yes(*yes),
        DataRef::DateTime(date) => of_date(date),
        DataRef::DateTimeIso(text) => of_iso(text),
        DataRef::DurationIso(text) => Cell::of(text),
        DataRef::Error(error) => of_error(error),
    }
}

/// A number; what is none, as no program writes it, is an error.
pub(crate) fn of_number(number: f64) -> Cell {
    if number.is_finite() { Cell::Number(number) } else { Cell::Error("#NUM!".to_owned()) }
}

/// A moment: its day. A time of day without one stays a number.
pub(crate) fn of_date(date: &ExcelDateTime) -> Cell {
    let serial = date.as_f64();
    if !date.is_datetime() || !(1.0..2_958_466.0).contains(&serial) {
        return of_number(serial);
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    Day::new(i32::from(year), month, day).map_or_else(|| of_number(serial), Cell::Day)
}

/// "2011-05-03", with a time or without.
pub(crate) fn of_iso(text: &str) -> Cell {
    let day = text.get(..10).filter(|_| text.len() == 10 || text[10..].starts_with(['T', ' ']));
    day.and_then(|day| day.parse().ok()).map_or_else(|| Cell::of(text), Cell::Day)
}

pub(crate) fn of_error(error: &CellErrorType) -> Cell {
    Cell::Error(error.to_string())
}
