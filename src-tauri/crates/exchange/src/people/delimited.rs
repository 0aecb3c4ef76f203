//! CSV and its sisters: the separator is guessed from how evenly it cuts the lines, and lines keep the numbers a
//! spreadsheet gives them.

use csv::{ByteRecord, ReaderBuilder};

use super::{
    cell::Cell,
    error::ReadError,
    grid::{Grid, MOST_COLUMNS},
    letters::decoded,
    quotes, words,
};
use crate::defuse::defused;

const SEPARATORS: [u8; 4] = *b";,\t|";
/// Lines looked at to find the separator.
const LOOKED_AT: usize = 60;

/// The cells of a text.
pub(crate) fn grid(bytes: &[u8]) -> Result<Grid, ReadError> {
    let text = decoded(bytes)?;
    if is_page(&text) {
        return Err(ReadError::Unsupported);
    }
    let (told, text) = told_separator(&text);
    let separator = told.unwrap_or_else(|| guessed(text));
    let text = &*quotes::marked(text, separator);
    let mut grid = Grid::default();
    let mut reader = reader(text, separator);
    let (mut record, mut at) = (ByteRecord::new(), 0);
    // The text is UTF-8 and lines may have any length: nothing is left that could fail.
    while reader.read_byte_record(&mut record).map_err(ReadError::damaged)? {
        at += blank_lines(text, record.position().map_or(0, csv::Position::byte));
        let (mut open_quote, mut spaced) = (false, false);
        for (column, field) in record.iter().enumerate() {
            if column >= MOST_COLUMNS && field.is_empty() {
                continue;
            }
            let field = std::str::from_utf8(field).map_err(ReadError::damaged)?;
            open_quote |= field.contains(quotes::OPEN);
            spaced |= column > 0 && field.starts_with(' ');
            let field = field.replace([quotes::OPEN, quotes::PLAIN], "\"");
            grid.put(at, column, Cell::of(plain(&field)))?;
        }
        grid.note(at, record.len(), open_quote, spaced);
        at += 1;
    }
    Ok(grid)
}

/// Our own CSV puts an apostrophe before what a spreadsheet would run; it is taken away again.
fn plain(field: &str) -> &str {
    field.strip_prefix('\'').filter(|rest| defused(rest) == field).unwrap_or(field)
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

/// A page of the web, or a text with a drawing in it, under the name of a table.
fn is_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    ["<!doctype", "<html", "<?xml", "<table", "%pdf", "{\\rtf"].iter().any(|mark| head.starts_with(mark))
}

/// "sep=;" in the first line, by which Excel is told; it is no line of the table.
fn told_separator(text: &str) -> (Option<u8>, &str) {
    let Some(rest) = text.strip_prefix("sep=").filter(|rest| rest.is_char_boundary(1)) else {
        return (None, text);
    };
    let (separator, rest) = rest.split_at(rest.len().min(1));
    match (separator.as_bytes(), rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))) {
        ([separator], Some(rest)) => (Some(*separator), rest),
        _ => (None, text),
    }
}

fn guessed(text: &str) -> u8 {
    let rated = SEPARATORS.map(|separator| (rate(text, separator), separator));
    // Of equals, the first: a semicolon is rare inside a cell, a comma is not.
    rated.into_iter().rev().max_by_key(|(rate, _)| *rate).map_or(b';', |(_, separator)| separator)
}

/// Headings that are known, then lines of the same length, then that length.
fn rate(text: &str, separator: u8) -> (usize, usize, usize) {
    let mut lengths = std::collections::BTreeMap::<usize, usize>::new();
    let mut known = 0;
    for record in reader(text, separator).byte_records().take(LOOKED_AT).flatten() {
        let fields = || record.iter().filter_map(|field| std::str::from_utf8(field).ok());
        *lengths.entry(record.len()).or_default() += 1;
        known = known.max(if record.len() > 1 {
            // "(nom, prénom, téléphone)" is one heading: within it a space follows.
            fields().filter(|field| !field.starts_with(' ') && words::known(field)).count()
        } else {
            0
        });
    }
    let most =
        lengths.iter().filter(|(length, _)| **length > 1).max_by_key(|(length, times)| (**times, **length));
    most.map_or((0, 0, 0), |(length, times)| (known, *times, *length))
}

/// Empty lines from a place on: the reader of CSV passes over them, a spreadsheet does not.
fn blank_lines(text: &str, from: u64) -> usize {
    let from = usize::try_from(from).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    // The line before may have ended between a carriage return and its line feed.
    let between = from > 0 && text.as_bytes().get(from - 1) == Some(&b'\r') && rest.starts_with(b"\n");
    let rest = &rest[usize::from(between)..];
    let mut lines = 0;
    let mut bytes = rest.iter().peekable();
    while let Some(byte) = bytes.next_if(|byte| matches!(byte, b'\r' | b'\n')) {
        if *byte == b'\r' {
            bytes.next_if(|byte| **byte == b'\n');
        }
        lines += 1;
    }
    lines
}
