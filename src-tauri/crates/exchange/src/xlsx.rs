//! A spreadsheet that opens as one works with it: the headings stay in sight, times are times, pictures sit in their cells.

use std::ops::ControlFlow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::{cells::Writer, error::ExchangeError, table::Table, text};

/// Lines written between two looks at whether someone gave up.
const LOT: usize = 50;

/// A spreadsheet.
#[derive(Clone, Debug)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many texts were longer than a cell can hold (32,767 UTF-16 units), and were cut and ended by `…`.
    pub shortened: usize,
}

/// The table as XLSX. `progress` hears how many lines of how many are written, and may end it.
///
/// Lengths and working times are fractions of a day under a format of time. Texts lose what XML cannot say. A picture is as
/// wide as its column, in a row made high enough; there is none in a hidden column. A whole number of more than 15 digits
/// is written as a text.
///
/// # Errors
/// [`ExchangeError::Cancelled`]; [`ExchangeError::Picture`]; [`ExchangeError::Sheet`] for too many lines or columns, or a
/// `made_at` beyond 1900 to 9999.
pub fn to_xlsx(
    table: &Table,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Written, ExchangeError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(table.made_at)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(text::line(&table.title))
            .set_author(text::line(&table.author))
            .set_creation_datetime(&made),
    );
    let mut writer = Writer::new(book.add_worksheet());
    writer.head(table)?;
    for (at, row) in table.rows.iter().enumerate() {
        if at % LOT == 0 && progress(at, table.rows.len()).is_break() {
            return Err(ExchangeError::Cancelled);
        }
        writer.line(at + 1, &table.columns, row)?;
    }
    let shortened = writer.shortened;
    if progress(table.rows.len(), table.rows.len()).is_break() {
        return Err(ExchangeError::Cancelled);
    }
    Ok(Written { bytes: book.save_to_buffer()?, shortened })
}
