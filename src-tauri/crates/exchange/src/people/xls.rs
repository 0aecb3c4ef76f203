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
    grid::{Grid, MOST_TEXT},
};

/// Most cells of all sheets, counted as the rectangles they span: so `calamine` keeps them, in some 64 bytes each.
const MOST_CELLS: usize = 4_000_000;
/// Most sheets.
const MOST_SHEETS: usize = 255;
/// Dimensions of a sheet: only what it announces.
const DIMENSIONS: u16 = 0x0200;
/// A record that every reader passes over.
const UNKNOWN: u16 = 0x0fff;
/// A cell that shows one of the shared texts.
const LABEL: u16 = 0x00fd;
/// The shared texts, and what goes on after a record that is full.
const TEXTS: u16 = 0x00fc;
const CONTINUE: u16 = 0x003c;
const BOUND_SHEET: u16 = 0x0085;
const END: u16 = 0x000a;
/// Cells: blank ones are not read. Each begins with its row and column.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd, 0x00bd, 0x0006];

/// An opened workbook.
pub(crate) struct Old(Box<Xls<Cursor<Vec<u8>>>>);

impl Old {
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        let stream = checked(stream(bytes)?)?;
        let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))
            .map_err(ReadError::damaged)?;
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
        grid.merges =
            self.0.merge_cells_by_sheet_name(name).map_err(ReadError::damaged)?.iter().map(merge).collect();
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
    let name =
        ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or(ReadError::Unsupported)?;
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
            starts.push(
                u32::from_le_bytes([stream[at], stream[at + 1], stream[at + 2], stream[at + 3]]) as usize
            );
        }
    }
    if starts.len() > MOST_SHEETS {
        return Err(ReadError::BROKEN);
    }
    let texts = Texts::lengths(&stream);
    let mut announced = Vec::new();
    let (mut left, mut text) = (MOST_CELLS, MOST_TEXT);
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
            // A shared text is written out once for each cell that shows it.
            if kind == LABEL && length >= 10 {
                let one = two(at + 6) | two(at + 8) << 16;
                let long = texts.get(one).copied().unwrap_or(0);
                text = text.checked_sub(long).ok_or(ReadError::TooMuchText { limit: MOST_TEXT as u64 })?;
            }
            // Several numbers in a row end with the column of the last.
            let last = if kind == 0x00bd { two(at + length - 2).max(column) } else { column };
            let [top, west, bottom, east] = span.unwrap_or([row, column, row, last]);
            span = Some([top.min(row), west.min(column), bottom.max(row), east.max(last)]);
        }
        let cells = span.map_or(0, |[top, west, bottom, east]| (bottom - top + 1) * (east - west + 1));
        left =
            left.checked_sub(cells).ok_or(ReadError::UnpackedTooLarge { limit: MOST_CELLS as u64 * 64 })?;
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
        let (kind, length) =
            (u16::from_le_bytes([head[0], head[1]]), usize::from(u16::from_le_bytes([head[2], head[3]])));
        let at = self.at + 4;
        self.stream.get(at..at + length)?;
        self.at = if kind == END { usize::MAX - 8 } else { at + length };
        Some((kind, at, length))
    }
}

/// Reads how long the shared texts are, without the texts (MS-XLS 2.5.293, XLUnicodeRichExtendedString).
struct Texts<'a> {
    chunks: Vec<&'a [u8]>,
}

impl<'a> Texts<'a> {
    /// Letters of each; those that cannot be read are left out, for `calamine` cannot either.
    fn lengths(stream: &'a [u8]) -> Vec<usize> {
        let mut chunks = Vec::new();
        for (kind, at, length) in Records::new(stream, 0) {
            match kind {
                TEXTS if chunks.is_empty() => chunks.push(&stream[at..at + length]),
                CONTINUE if !chunks.is_empty() => chunks.push(&stream[at..at + length]),
                _ if !chunks.is_empty() => break,
                _ => {}
            }
        }
        chunks.reverse();
        let mut texts = Self { chunks };
        let mut lengths = Vec::new();
        let mut next = texts.skip(8);
        while let Some(letters) = next.and_then(|()| texts.text()) {
            lengths.push(letters);
            next = Some(());
        }
        lengths
    }

    /// Passes over one text.
    fn text(&mut self) -> Option<usize> {
        let letters = usize::from(self.two()?);
        let mut flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.two()?) * 4 };
        let more = if flags & 4 == 0 { 0 } else { usize::from(self.two()?) | usize::from(self.two()?) << 16 };
        let mut left = letters;
        while left > 0 {
            let wide = if flags & 1 == 0 { 1 } else { 2 };
            let here = self.chunks.last().map_or(0, |chunk| chunk.len() / wide).min(left);
            let chunk = self.chunks.last_mut()?;
            *chunk = &chunk[here * wide..];
            left -= here;
            if left > 0 {
                // The rest is in the next record, which says again how wide its letters are.
                self.chunks.pop();
                flags = self.byte()?;
            }
        }
        self.skip(runs + more)?;
        Some(letters)
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let chunk = self.chunks.last_mut()?;
            let here = bytes.min(chunk.len());
            *chunk = &chunk[here..];
            bytes -= here;
            if chunk.is_empty() {
                self.chunks.pop();
            }
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        while self.chunks.last()?.is_empty() {
            self.chunks.pop();
        }
        let chunk = self.chunks.last_mut()?;
        let (first, rest) = chunk.split_first()?;
        let first = *first;
        *chunk = rest;
        Some(first)
    }

    fn two(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }
}
