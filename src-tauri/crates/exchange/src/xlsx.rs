//! A spreadsheet that opens as one works with it: the headings stay in sight, times are times, pictures sit in their cells.

use std::ops::ControlFlow;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Image, ObjectMovement, Workbook,
    Worksheet,
};

use crate::{
    error::ExchangeError,
    table::{Cell, Column, Table},
};

/// Longest text of a cell, in UTF-16 units: Excel's limit.
const LONGEST: usize = 32_767;
/// Lines written between two looks at whether someone gave up.
const LOT: usize = 50;
/// Width of a character and margin of a cell, in pixels of Excel's usual letters.
const CHARACTER: f64 = 7.0;
const MARGIN: u32 = 3;
const DAY_MS: f64 = 86_400_000.0;
const DAY_MINUTES: f64 = 1_440.0;

/// A spreadsheet.
#[derive(Clone, Debug)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many texts were longer than a cell can hold, and were cut.
    pub shortened: usize,
}

/// The table as XLSX. `progress` hears how many lines of how many are written, and may end it. The same table gives the same bytes.
///
/// # Errors
/// [`ExchangeError::Cancelled`]; [`ExchangeError::Sheet`] for a picture that is none or more than 1,048,575 lines.
pub fn to_xlsx(
    table: &Table,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Written, ExchangeError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(table.made_at)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(short(&table.title, 255))
            .set_author(short(&table.author, 255))
            .set_creation_datetime(&made),
    );
    let mut writer = Writer { sheet: book.add_worksheet(), looks: Looks::new(), shortened: 0 };
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

struct Looks {
    head: Format,
    text: Format,
    wrapped: Format,
    length: Format,
    work: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: top().set_bold().set_border_bottom(FormatBorder::Medium).set_text_wrap(),
            text: top(),
            wrapped: top().set_text_wrap(),
            // Minutes go on past the hour, so that lengths can be summed and read.
            length: top().set_num_format("[m]:ss"),
            work: top().set_num_format("[h]:mm"),
        }
    }
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    looks: Looks,
    shortened: usize,
}

impl Writer<'_> {
    fn head(&mut self, table: &Table) -> Result<(), ExchangeError> {
        let name = sheet_name(&table.sheet);
        if !name.is_empty() {
            self.sheet.set_name(name)?;
        }
        let last = column(table.columns.len().saturating_sub(1));
        for (at, heading) in table.columns.iter().enumerate() {
            let at = column(at);
            self.sheet.write_string_with_format(0, at, short(&heading.heading, 255), &self.looks.head)?;
            self.sheet.set_column_width(at, heading.width)?;
            if heading.hidden {
                self.sheet.set_column_hidden(at)?;
            }
        }
        self.sheet.set_freeze_panes(1, 0)?;
        if !table.columns.is_empty() {
            let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
            self.sheet.autofilter(0, 0, rows, last)?;
        }
        // On paper too: lying, as wide as the sheet, the headings on each page.
        self.sheet.set_landscape().set_print_fit_to_pages(1, 0);
        self.sheet.set_repeat_rows(0, 0)?;
        Ok(())
    }

    fn line(&mut self, at: usize, columns: &[Column], row: &[Cell]) -> Result<(), ExchangeError> {
        // A line more than a sheet has is refused when its first cell is written.
        let line = u32::try_from(at).unwrap_or(u32::MAX);
        for (at, (cell, of)) in row.iter().zip(columns).enumerate() {
            let at = column(at);
            let look = if of.wrap { &self.looks.wrapped } else { &self.looks.text };
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    let kept = kept(text);
                    self.shortened += usize::from(kept.ends_with('…') && !text.ends_with('…'));
                    self.sheet.write_string_with_format(line, at, kept, look)?;
                }
                Cell::Whole(number) => {
                    drop(self.sheet.write_number_with_format(line, at, *number as f64, look)?)
                }
                Cell::Duration(milliseconds) => {
                    let days = *milliseconds as f64 / DAY_MS;
                    self.sheet.write_number_with_format(line, at, days, &self.looks.length)?;
                }
                Cell::Minutes(minutes) => {
                    let days = f64::from(*minutes) / DAY_MINUTES;
                    self.sheet.write_number_with_format(line, at, days, &self.looks.work)?;
                }
                Cell::Picture { png, alt } => self.picture(line, at, of.width, png, alt)?,
            }
        }
        Ok(())
    }

    /// As wide as its column; its line is made as high as it is.
    fn picture(
        &mut self,
        line: u32,
        at: u16,
        width: f64,
        png: &[u8],
        alt: &str,
    ) -> Result<(), ExchangeError> {
        let picture = Image::new_from_buffer(png)?;
        let wide = ((width * CHARACTER) as u32).max(8);
        let high = (f64::from(wide) * picture.height() / picture.width().max(1.0)).round() as u32;
        let picture = picture
            .set_alt_text(short(alt, 255))
            .set_object_movement(ObjectMovement::MoveAndSizeWithCells)
            .set_scale_to_size(f64::from(wide), f64::from(high), true);
        self.sheet.set_row_height_pixels(line, (high + 2 * MARGIN).min(540))?;
        self.sheet.insert_image_with_offset(line, at, &picture, MARGIN, MARGIN)?;
        Ok(())
    }
}

/// The tables of the app have some twenty columns; Excel has 16,384.
fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// A text as a cell holds it: without what XML has no way to write, and no longer than Excel reads.
fn kept(text: &str) -> String {
    let clean: String = text.chars().filter(|letter| writable(*letter)).collect();
    if clean.encode_utf16().count() <= LONGEST { clean } else { short(&clean, LONGEST) }
}

fn writable(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

/// At most so many UTF-16 units, the last an ellipsis when something was cut.
fn short(text: &str, most: usize) -> String {
    let text: String = text.chars().filter(|letter| writable(*letter)).collect();
    if text.encode_utf16().count() <= most {
        return text;
    }
    let mut room = most - 1;
    let fits = |letter: &char| {
        let size = letter.len_utf16();
        let fits = size <= room;
        room = room.saturating_sub(size);
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// A name as Excel takes it: at most 31 units, without `[]:*?/\`, no apostrophe at either end.
fn sheet_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|letter| if "[]:*?/\\".contains(letter) { ' ' } else { letter }).collect();
    short(plain.trim().trim_matches('\''), 31)
}
