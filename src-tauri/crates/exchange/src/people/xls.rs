//! XLS, the format of Excel 97 to 2003, which old programs still write.
//!
//! `calamine` trusts such a file: it follows its chains of sectors without end and makes room for the size it announces. So
//! the stream is taken out by `cfb`, which does not, its records are looked through, and `calamine` gets it in a new file.

use std::io::{Cursor, Read as _, Write as _};

use calamine::{Data, Reader as _, Xls, XlsError};

use super::{
    book::Sheet,
    cell::Cell,
    error::ReadError,
    excel::{guarded, merge, of_date, of_error, of_iso, of_number, sheets},
    grid::Grid,
};

/// Most cells of all sheets, counted as the rectangles they span: so `calamine` keeps them, in some 64 bytes each.
const MOST_CELLS: usize = 4_000_000;
/// Most sheets.
const MOST_SHEETS: usize = 255;
/// Dimensions of a sheet: only what it announces.
const DIMENSIONS: u16 = 0x0200;
/// A record that every reader passes over.
const UNKNOWN: u16 = 0x0fff;
const BOUND_SHEET: u16 = 0x0085;
const END: u16 = 0x000a;
/// Cells: blank ones are not read. Each begins with its row and column.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd, 0x00bd, 0x0006];

/// An opened workbook.
pub(crate) struct Old(Box<Xls<Cursor<Vec<u8>>>>);

impl Old {
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let stream = checked(stream(bytes)?)?;
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).map_err(ReadError::damaged)?;
        let write = |part: &mut cfb::Stream<_>| part.write_all(&stream).and_then(|()| part.flush());
        file.create_stream("/Workbook").and_then(|mut part| write(&mut part)).map_err(ReadError::damaged)?;
        file.flush().map_err(ReadError::damaged)?;
        let bytes = file.into_inner().into_inner();
        guarded(|| match Xls::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Self(Box::new(book))),
            Err(XlsError::Password) => Err(ReadError::Password),
            Err(error) => Err(ReadError::damaged(error)),
        })
    }

    pub fn sheets(&self) -> Vec<Sheet> {
        sheets(self.0.sheets_metadata())
    }

    /// The cells of a sheet, the first `most` lines of it.
    pub fn grid(&mut self, name: &str, most: usize) -> Result<Grid, ReadError> {
        let mut grid = Grid::counting_from_1904(self.0.has_1904_epoch());
        let range = guarded(|| self.0.worksheet_range(name).map_err(ReadError::damaged))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            grid.put(top as usize + row, left as usize + column, of_data(value))?;
            if grid.has(most) {
                break;
            }
        }
        grid.merges = self.0.merge_cells_by_sheet_name(name).map_err(ReadError::damaged)?.iter().map(merge).collect();
        Ok(grid)
    }
}

fn of_data(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => of_number(*number),
        Data::String(text) => Cell::of(text),
        Data::Bool(yes) => Cell::Yes(*yes),
        Data::DateTime(date) => of_date(date),
        Data::DateTimeIso(text) => of_iso(text),
        Data::DurationIso(text) => Cell::of(text),
        Data::Error(error) => of_error(error),
    }
}

/// The stream of the workbook.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    if file.exists("/EncryptedPackage") {
        return Err(ReadError::Password);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or(ReadError::Unsupported)?;
    let mut stream = Vec::new();
    // No stream of an honest file is longer than the file.
    let part = file.open_stream(name).map_err(ReadError::damaged)?;
    part.take(bytes.len() as u64).read_to_end(&mut stream).map_err(ReadError::damaged)?;
    Ok(stream)
}

/// Looks through the records: that they are whole, and what the cells span; takes away what is only announced.
fn checked(mut stream: Vec<u8>) -> Result<Vec<u8>, ReadError> {
    let mut starts = Vec::new();
    for (kind, at, length) in Records::new(&stream, 0) {
        if kind == BOUND_SHEET && length >= 4 {
            starts.push(u32::from_le_bytes([stream[at], stream[at + 1], stream[at + 2], stream[at + 3]]) as usize);
        }
    }
    if starts.len() > MOST_SHEETS {
        return Err(ReadError::BROKEN);
    }
    let mut announced = Vec::new();
    let mut left = MOST_CELLS;
    for start in starts {
        let mut span: Option<[usize; 4]> = None;
        for (kind, at, length) in Records::new(&stream, start) {
            if kind == DIMENSIONS {
                announced.push(at - 4);
            }
            if !CELLS.contains(&kind) || length < 6 {
                continue;
            }
            let two = |at: usize| usize::from(u16::from_le_bytes([stream[at], stream[at + 1]]));
            let (row, column) = (two(at), two(at + 2));
            // Several numbers in a row end with the column of the last.
            let last = if kind == 0x00bd { two(at + length - 2).max(column) } else { column };
            let [top, west, bottom, east] = span.unwrap_or([row, column, row, last]);
            span = Some([top.min(row), west.min(column), bottom.max(row), east.max(last)]);
        }
        let cells = span.map_or(0, |[top, west, bottom, east]| (bottom - top + 1) * (east - west + 1));
        left = left.checked_sub(cells).ok_or(ReadError::UnpackedTooLarge { limit: MOST_CELLS as u64 * 64 })?;
    }
    for at in announced {
        stream[at..at + 2].copy_from_slice(&UNKNOWN.to_le_bytes());
    }
    Ok(stream)
}

/// The records from a place on, to the end of their part: kind, where the content begins, its length.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }
}

impl Iterator for Records<'_> {
    type Item = (u16, usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let head = self.stream.get(self.at..)?.get(..4)?;
        let (kind, length) = (u16::from_le_bytes([head[0], head[1]]), usize::from(u16::from_le_bytes([head[2], head[3]])));
        let at = self.at + 4;
        self.stream.get(at..at + length)?;
        self.at = if kind == END { usize::MAX - 8 } else { at + length };
        Some((kind, at, length))
    }
}
