//! CSV: UTF-8 with a byte order mark, by which Excel knows the encoding; lines and quotes after RFC 4180.
//!
//! Pictures are left out. Times are written as `h:mm:ss`, which every spreadsheet reads as a time.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::{
    error::ExchangeError,
    table::{Cell, Table},
};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The table as CSV, hidden columns too: by its id a line finds its shot again.
///
/// # Errors
/// None in practice: memory takes what is written.
pub fn to_csv(table: &Table) -> Result<Vec<u8>, ExchangeError> {
    let picture = |at: usize| table.rows.iter().any(|row| matches!(row.get(at), Some(Cell::Picture { .. })));
    let columns: Vec<usize> = (0..table.columns.len()).filter(|at| !picture(*at)).collect();
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(columns.iter().map(|at| defused(&table.columns[*at].heading)))?;
    for row in &table.rows {
        writer.write_record(columns.iter().map(|at| row.get(*at).map_or_else(String::new, text)))?;
    }
    Ok(writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))?)
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Picture { .. } => String::new(),
        Cell::Text(text) => defused(text),
        Cell::Whole(number) => number.to_string(),
        Cell::Duration(milliseconds) => clock((milliseconds + 500) / 1000),
        Cell::Minutes(minutes) => clock(u64::from(*minutes) * 60),
    }
}

fn clock(seconds: u64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A spreadsheet runs what begins like a formula, also from CSV, also after spaces, also in full-width letters (OWASP, CSV injection): an
/// apostrophe in front makes it a text.
fn defused(text: &str) -> String {
    let begins =
        |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins(text) || begins(text.trim_start()) { format!("'{text}") } else { text.to_owned() }
}
