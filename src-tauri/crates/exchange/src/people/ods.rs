//! ODS, the sheets of LibreOffice (OpenDocument 1.3, part 3, chapter 9).
//!
//! Read here and not by `calamine`, which waits for ever at the end of a file that was cut, and writes out every repetition a
//! file announces. What is covered by merged cells, written in notes or drawn on the sheet is passed over.

use std::io::{BufReader, Cursor, Read as _};

use quick_xml::{
    Decoder, Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};
use zip::read::ZipFile;

use super::{
    book::Sheet,
    cell::Cell,
    error::ReadError,
    excel::{of_iso, of_number},
    grid::{Grid, Merge},
    packed::{Archive, open, refused},
};

type Xml<'a, 'b> = Reader<BufReader<ZipFile<'a, Cursor<&'b [u8]>>>>;

/// What was opened.
pub(crate) struct Ods<'a> {
    archive: Archive<'a>,
    sheets: Vec<Sheet>,
}

impl<'a> Ods<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let mut archive = open(bytes)?;
        let mut manifest = Vec::new();
        if let Ok(mut part) = archive.by_name("META-INF/manifest.xml") {
            part.read_to_end(&mut manifest).map_err(ReadError::damaged)?;
        }
        let locked = b"encryption-data";
        if manifest.windows(locked.len()).any(|bytes| bytes == locked) {
            return Err(ReadError::Password);
        }
        let mut ods = Self { archive, sheets: Vec::new() };
        ods.sheets = ods.names()?;
        Ok(ods)
    }

    pub fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    fn names(&mut self) -> Result<Vec<Sheet>, ReadError> {
        let mut xml = content(&mut self.archive)?;
        let (mut names, mut depth, mut buffer) = (Vec::new(), 0_usize, Vec::new());
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(ReadError::damaged)? {
                Event::Start(tag) if tag.name().as_ref() == b"table:table" => {
                    if depth == 0 {
                        let name = attribute(&tag, b"table:name", xml.decoder())?.unwrap_or_default();
                        names.push(Sheet { name, hidden: false });
                    }
                    depth += 1;
                }
                Event::End(tag) if tag.name().as_ref() == b"table:table" => depth = depth.saturating_sub(1),
                Event::Eof => return Ok(names),
                _ => {}
            }
        }
    }

    /// The cells of the sheet of this place, the first `most` lines of it.
    pub fn grid(&mut self, sheet: usize, most: usize) -> Result<Grid, ReadError> {
        let mut xml = content(&mut self.archive)?;
        let (mut seen, mut depth, mut buffer) = (0, 0_usize, Vec::new());
        let mut table = Table::default();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(ReadError::damaged)? {
                Event::Start(tag) if tag.name().as_ref() == b"table:table" => {
                    seen += usize::from(depth == 0);
                    depth += 1;
                }
                Event::End(tag) if tag.name().as_ref() == b"table:table" => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && seen == sheet + 1 {
                        return Ok(table.grid);
                    }
                }
                Event::Start(tag) if depth == 1 && seen == sheet + 1 => {
                    if tag.name().as_ref() == b"table:table-row" {
                        table.again = repeated(&tag, b"table:number-rows-repeated", xml.decoder())?;
                        table.line(&mut xml)?;
                        if table.grid.has(most) {
                            return Ok(table.grid);
                        }
                    } else if matches!(tag.name().as_ref(), b"table:shapes" | b"table:tracked-changes") {
                        let name = tag.to_end().into_owned();
                        xml.read_to_end_into(name.name(), &mut Vec::new()).map_err(ReadError::damaged)?;
                    }
                }
                Event::Eof => return Err(ReadError::BROKEN),
                _ => {}
            }
        }
    }
}

/// A sheet that is being read.
#[derive(Default)]
struct Table {
    grid: Grid,
    /// The line, counted from 0, and how often it stands there.
    row: usize,
    again: usize,
}

impl Table {
    fn line(&mut self, xml: &mut Xml<'_, '_>) -> Result<(), ReadError> {
        let (mut cells, mut column, mut buffer) = (Vec::new(), 0_usize, Vec::new());
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(ReadError::damaged)? {
                Event::Start(tag) if tag.name().as_ref() == b"table:table-cell" => {
                    let times = repeated(&tag, b"table:number-columns-repeated", xml.decoder())?;
                    let wide = repeated(&tag, b"table:number-columns-spanned", xml.decoder())?;
                    let high = repeated(&tag, b"table:number-rows-spanned", xml.decoder())?;
                    let cell = cell(xml, &tag.into_owned())?;
                    if wide > 1 || high > 1 {
                        let (bottom, right) =
                            (self.row.saturating_add(high - 1), column.saturating_add(wide - 1));
                        self.grid.merges.push(Merge { top: self.row, left: column, bottom, right });
                    }
                    if !cell.is_empty() {
                        cells.push((column, times, cell));
                    }
                    column = column.saturating_add(times);
                }
                Event::Start(tag) if tag.name().as_ref() == b"table:covered-table-cell" => {
                    column = column.saturating_add(repeated(
                        &tag,
                        b"table:number-columns-repeated",
                        xml.decoder(),
                    )?);
                    let name = tag.to_end().into_owned();
                    xml.read_to_end_into(name.name(), &mut Vec::new()).map_err(ReadError::damaged)?;
                }
                Event::End(tag) if tag.name().as_ref() == b"table:table-row" => break,
                Event::Eof => return Err(ReadError::BROKEN),
                _ => {}
            }
        }
        // Repetitions of nothing reach down to the last line a sheet can have.
        let times = if cells.is_empty() { 0 } else { self.again };
        for line in 0..times {
            for (column, times, cell) in &cells {
                for beside in 0..*times {
                    self.grid.put(self.row + line, column + beside, cell.clone())?;
                }
            }
        }
        self.row = self.row.saturating_add(self.again);
        Ok(())
    }
}

fn content<'a, 'b>(archive: &'a mut Archive<'b>) -> Result<Xml<'a, 'b>, ReadError> {
    let part = archive.by_name("content.xml").map_err(refused)?;
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().expand_empty_elements = true;
    Ok(xml)
}

fn attribute(tag: &BytesStart<'_>, name: &[u8], decoder: Decoder) -> Result<Option<String>, ReadError> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(ReadError::damaged)?;
        if attribute.key.as_ref() == name {
            let text = attribute
                .decoded_and_normalized_value(XmlVersion::Implicit1_0, decoder)
                .map_err(ReadError::damaged)?;
            return Ok(Some(text.into_owned()));
        }
    }
    Ok(None)
}

/// How often, at least once.
fn repeated(tag: &BytesStart<'_>, name: &[u8], decoder: Decoder) -> Result<usize, ReadError> {
    Ok(attribute(tag, name, decoder)?.and_then(|times| times.parse().ok()).unwrap_or(1).max(1))
}

/// "#DIV/0!", "#N/A", "#NOM ?", "Err:502"; not "#12 rue X".
fn is_failure(shown: &str) -> bool {
    let letters =
        |c: char| c.is_ascii_uppercase() || matches!(c, '/' | '0' | '!' | '?' | ' ' | '\u{a0}' | '\u{202f}');
    let sharp = shown.strip_prefix('#').is_some_and(|rest| {
        rest.chars().next().is_some_and(|c| c.is_ascii_uppercase()) && rest.chars().all(letters)
    });
    let number = shown.strip_prefix("Err").map(|rest| rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']));
    sharp || number.is_some_and(|rest| rest.starts_with(':'))
}

/// Reads one cell to its end.
fn cell(xml: &mut Xml<'_, '_>, tag: &BytesStart<'_>) -> Result<Cell, ReadError> {
    let decoder = xml.decoder();
    let text = paragraphs(xml)?;
    let of = |name: &[u8]| attribute(tag, name, decoder);
    if of(b"calcext:value-type")?.as_deref() == Some("error") {
        return Ok(Cell::Error(text));
    }
    // Files without extensions say of a formula that failed only what is shown: "#DIV/0!", "Err:502".
    if of(b"table:formula")?.is_some() && is_failure(&text) {
        return Ok(Cell::Error(text));
    }
    Ok(match of(b"office:value-type")?.as_deref() {
        Some("float" | "percentage" | "currency") => {
            let number = of(b"office:value")?.and_then(|value| value.parse().ok());
            number.map_or_else(|| Cell::of(&text), of_number)
        }
        Some("date") => of(b"office:date-value")?.map_or_else(|| Cell::of(&text), |date| of_iso(&date)),
        Some("boolean") => Cell::Yes(of(b"office:boolean-value")?.as_deref() == Some("true")),
        Some("string") => Cell::of(&of(b"office:string-value")?.unwrap_or(text)),
        None if text.is_empty() && of(b"table:formula")?.is_some() => Cell::Error("=".to_owned()),
        _ => Cell::of(&text),
    })
}

/// The text of a cell, up to its end: its paragraphs as lines, without notes and drawings.
fn paragraphs(xml: &mut Xml<'_, '_>) -> Result<String, ReadError> {
    let (mut text, mut buffer) = (String::new(), Vec::new());
    let (mut paragraph, mut depth) = (0_usize, 0_usize);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(ReadError::damaged)? {
            Event::Start(tag)
                if tag.name().as_ref() == b"office:annotation"
                    || tag.name().as_ref().starts_with(b"draw:") =>
            {
                let name = tag.to_end().into_owned();
                xml.read_to_end_into(name.name(), &mut Vec::new()).map_err(ReadError::damaged)?;
            }
            Event::Start(tag) => {
                depth += 1;
                match tag.name().as_ref() {
                    b"text:p" => {
                        paragraph += 1;
                        text.push_str(if text.is_empty() { "" } else { "\n" });
                    }
                    b"text:line-break" => text.push('\n'),
                    // However many spaces it stands for, white space becomes one.
                    b"text:s" | b"text:tab" => text.push(' '),
                    _ => {}
                }
            }
            Event::Text(piece) if paragraph > 0 => {
                text.push_str(&piece.xml10_content().map_err(ReadError::damaged)?);
            }
            Event::CData(piece) if paragraph > 0 => {
                text.push_str(&piece.xml10_content().map_err(ReadError::damaged)?);
            }
            Event::GeneralRef(entity) if paragraph > 0 => text.push(entity_of(&entity)?),
            Event::End(tag) => {
                paragraph -= usize::from(tag.name().as_ref() == b"text:p" && paragraph > 0);
                if depth == 0 {
                    return Ok(text);
                }
                depth -= 1;
            }
            Event::Eof => return Err(ReadError::BROKEN),
            _ => {}
        }
    }
}

fn entity_of(entity: &BytesRef<'_>) -> Result<char, ReadError> {
    if let Some(letter) = entity.resolve_char_ref().map_err(ReadError::damaged)? {
        return Ok(letter);
    }
    let name: &[u8] = entity;
    match name {
        b"amp" => Ok('&'),
        b"lt" => Ok('<'),
        b"gt" => Ok('>'),
        b"quot" => Ok('"'),
        b"apos" => Ok('\''),
        _ => Err(ReadError::BROKEN),
    }
}
