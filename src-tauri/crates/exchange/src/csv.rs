//! CSV: UTF-8 with a byte order mark, by which Excel knows the encoding; lines and quotes after RFC 4180.
//!
//! Pictures are left out. Times are written as `h:mm:ss`, to the nearest second, which Excel and LibreOffice read as a time.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::{
    defuse::defused,
    error::ExchangeError,
    table::{Cell, Table},
    text::clean,
};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The table as CSV, hidden columns too: by its id a line finds its shot again.
///
/// Texts lose their control characters but tabs and line ends, and get an apostrophe in front where they begin like a
/// formula; numbers, also those below zero, stay as they are.
///
/// # Errors
/// None in practice: memory takes what is written.
pub fn to_csv(table: &Table) -> Result<Vec<u8>, ExchangeError> {
    let columns: Vec<usize> = (0..table.columns.len()).filter(|at| !table.columns[*at].pictures).collect();
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        // All texts: LibreOffice, unless told otherwise, also splits at semicolons and tabs outside quotes.
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    if columns.is_empty() {
        return Ok(BYTE_ORDER_MARK.to_vec());
    }
    writer.write_record(columns.iter().map(|at| text(&table.columns[*at].heading)))?;
    for row in &table.rows {
        writer.write_record(columns.iter().map(|at| row.get(*at).map_or_else(String::new, field)))?;
    }
    Ok(writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))?)
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Picture { .. } => String::new(),
        Cell::Text(words) => text(words),
        Cell::Whole(number) => number.to_string(),
        Cell::Duration(milliseconds) => clock(milliseconds.saturating_add(500) / 1000),
        Cell::Minutes(minutes) => clock(u64::from(*minutes) * 60),
    }
}

/// Cleaned first: what is taken away may stand before a formula.
fn text(words: &str) -> String {
    defused(&clean(words)).into_owned()
}

fn clock(seconds: u64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
