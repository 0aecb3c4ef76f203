//! The cells of a sheet: what each kind becomes, how wide and high it is, how it looks.

use rust_xlsxwriter::{
    Color, Format, FormatAlign, FormatBorder, Image, ObjectMovement, Worksheet, XlsxError,
};

use crate::{
    error::ExchangeError,
    picture::png_size,
    table::{Cell, Column, Table},
    text,
};

/// Largest whole number of which Excel keeps every digit.
const LARGEST: u64 = 999_999_999_999_999;
/// Width of a character, height of a line, empty edge around a picture and highest row, in pixels of Excel's usual letters.
const CHARACTER: f64 = 7.0;
const LINE: u32 = 20;
const MARGIN: u32 = 3;
const HIGHEST: u32 = 545;
/// Narrowest and widest column, in characters.
const WIDTHS: (f64, f64) = (1.0, 255.0);
const DAY_MS: f64 = 86_400_000.0;
const DAY_MINUTES: f64 = 1_440.0;
/// Characters side by side on a page that lies, when they are nearly of their size.
const READABLE: usize = 175;
/// ISO A4 in the list of ECMA-376, part 1, 18.3.1.63.
const A4: u8 = 9;

struct Looks {
    head: Format,
    plain: Format,
    whole: Format,
    wrapped: Format,
    length: Format,
    tenths: Format,
    work: Format,
    picture: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let start = || top().set_align(FormatAlign::Left);
        Self {
            head: top().set_bold().set_border_bottom(FormatBorder::Medium).set_text_wrap(),
            plain: top(),
            // Numbers where texts begin: on the end side they would touch those of the next column.
            whole: start(),
            wrapped: top().set_text_wrap(),
            // Below an hour (a little less than a twenty-fourth, which has no end) as one says it, 1:34, and 1:01:40 from there on;
            // the brackets let sums run past 59.
            length: start().set_num_format("[<0.04166666][m]:ss;[h]:mm:ss"),
            tenths: start().set_num_format("[<0.04166666][m]:ss.0;[h]:mm:ss.0"),
            work: start().set_num_format("[h]:mm"),
            // Ink on nothing would not be seen by who works on dark cells.
            picture: Format::new().set_background_color(Color::White),
        }
    }
}

/// Fills a sheet, from top to bottom.
pub(crate) struct Writer<'a> {
    sheet: &'a mut Worksheet,
    looks: Looks,
    /// How many texts were cut.
    pub(crate) shortened: usize,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(sheet: &'a mut Worksheet) -> Self {
        Self { sheet, looks: Looks::new(), shortened: 0 }
    }

    /// The headings, and what holds for the whole sheet.
    pub(crate) fn head(&mut self, table: &Table) -> Result<(), ExchangeError> {
        let name = text::sheet_name(&table.sheet);
        if !name.is_empty() {
            self.sheet.set_name(name)?;
        }
        let mut high = LINE;
        for (at, of) in table.columns.iter().enumerate() {
            let at = column(at)?;
            let heading = self.kept(&of.heading);
            if !of.hidden {
                high = high.max(height(&heading, &Column { wrap: true, ..of.clone() }));
            }
            self.sheet.write_string_with_format(0, at, heading, &self.looks.head)?;
            self.sheet.set_column_width(at, width(of))?;
            if of.hidden {
                self.sheet.set_column_hidden(at)?;
            }
        }
        self.sheet.set_row_height_pixels(0, high)?;
        self.sheet.set_freeze_panes(1, 0)?;
        if let Some(last) = table.columns.len().checked_sub(1) {
            self.sheet.autofilter(0, 0, line(table.rows.len())?, column(last)?)?;
        }
        // On paper too: lying, on as many pages side by side as its letters can be read on, the headings on each page.
        let pages = pages(table);
        self.sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(pages, 0);
        self.sheet.set_repeat_rows(0, 0)?;
        // Sheets that lie loose on a table say of what they are, and in which order they go.
        self.sheet.set_footer(format!("&L{}&R&P / &N", text::foot(&table.title, &table.sheet)));
        if let Some(last) = table.naming.checked_sub(1).filter(|_| pages > 1) {
            self.sheet.set_repeat_columns(0, column(last)?)?;
        }
        Ok(())
    }

    /// A line, counted from 1: the headings are line 0.
    pub(crate) fn line(&mut self, at: usize, columns: &[Column], row: &[Cell]) -> Result<(), ExchangeError> {
        let row_at = line(at)?;
        let (mut pictures, mut texts) = (0, 0);
        for (column_at, (cell, of)) in row.iter().zip(columns).enumerate() {
            let column_at = column(column_at)?;
            let look = if of.wrap { &self.looks.wrapped } else { &self.looks.plain }.clone();
            let (number, look) = match cell {
                Cell::Empty => continue,
                Cell::Text(words) => {
                    let words = self.kept(words);
                    texts = texts.max(height(&words, of));
                    self.sheet.write_string_with_format(row_at, column_at, words, &look)?;
                    continue;
                }
                Cell::Whole(number) if number.unsigned_abs() > LARGEST => {
                    self.sheet.write_string_with_format(row_at, column_at, number.to_string(), &look)?;
                    continue;
                }
                Cell::Picture { png, alt } => {
                    let size = png_size(png).ok_or(ExchangeError::Picture { line: at })?;
                    if !of.hidden {
                        self.sheet.write_blank(row_at, column_at, &self.looks.picture)?;
                        pictures =
                            pictures.max(self.picture((row_at, column_at), width(of), size, png, alt)?);
                    }
                    continue;
                }
                Cell::Whole(number) => (*number as f64, &self.looks.whole),
                Cell::Duration(milliseconds) => {
                    let look = if milliseconds.is_multiple_of(1000) {
                        &self.looks.length
                    } else {
                        &self.looks.tenths
                    };
                    (*milliseconds as f64 / DAY_MS, look)
                }
                Cell::Minutes(minutes) => (f64::from(*minutes) / DAY_MINUTES, &self.looks.work),
            };
            self.sheet.write_number_with_format(row_at, column_at, number, look)?;
        }
        // LibreOffice does not measure a row by itself when it only prints or converts a file.
        let high = pictures.max(texts);
        if high > LINE {
            self.sheet.set_row_height_pixels(row_at, high.min(HIGHEST))?;
        }
        Ok(())
    }

    /// As wide as its column, unless the highest row were too low for it. Answers the height that it needs.
    fn picture(
        &mut self,
        (row, column): (u32, u16),
        width: f64,
        (wide, high): (u32, u32),
        png: &[u8],
        alt: &str,
    ) -> Result<u32, ExchangeError> {
        let room = width * CHARACTER;
        let (room, high) =
            (room, (room * f64::from(high) / f64::from(wide)).clamp(1.0, f64::from(HIGHEST - 2 * MARGIN)));
        let picture = Image::new_from_buffer(png)?
            .set_object_movement(ObjectMovement::MoveAndSizeWithCells)
            .set_scale_to_size(room, high, true)
            .set_alt_text(text::line(alt))
            .set_decorative(alt.is_empty());
        self.sheet.insert_image_with_offset(row, column, &picture, MARGIN, MARGIN)?;
        Ok(high.ceil() as u32 + 2 * MARGIN)
    }

    fn kept(&mut self, words: &str) -> String {
        let (words, cut) = text::cell(words);
        self.shortened += usize::from(cut);
        words
    }
}

/// Characters side by side in all columns that are seen.
fn across(columns: &[Column]) -> usize {
    columns.iter().filter(|of| !of.hidden).map(|of| width(of) as usize).sum()
}

/// How many pages side by side; what names a line stands on each.
fn pages(table: &Table) -> u16 {
    let again = across(&table.columns[..table.naming.min(table.columns.len())]);
    let room = READABLE.saturating_sub(again).max(READABLE / 2);
    let others = across(&table.columns).saturating_sub(READABLE).div_ceil(room);
    u16::try_from(others).unwrap_or(u16::MAX).saturating_add(1)
}

fn width(of: &Column) -> f64 {
    if of.width.is_nan() { WIDTHS.0 } else { of.width.clamp(WIDTHS.0, WIDTHS.1) }
}

/// About how high a text is that goes on below.
fn height(words: &str, of: &Column) -> u32 {
    let across = width(of) as usize;
    let lines: usize = words.lines().map(|line| line.chars().count().div_ceil(across).max(1)).sum();
    if of.wrap { u32::try_from(lines).unwrap_or(u32::MAX).saturating_mul(LINE) } else { 0 }
}

fn column(at: usize) -> Result<u16, XlsxError> {
    u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)
}

fn line(at: usize) -> Result<u32, XlsxError> {
    u32::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)
}
