//! What a packed file really holds, looked at before anyone believes what it says of itself.
//!
//! `calamine` keeps what it unpacks and makes room for what a file announces; here nothing is kept, and what would fill the
//! memory is refused.

use std::io::{BufReader, Cursor, Read as _};

use quick_xml::{Reader, events::Event};
use zip::{ZipArchive, result::ZipError};

use super::error::ReadError;

/// Most bytes of all parts together: 100,000 lines of 50 columns take half of it.
pub const MOST_UNPACKED: u64 = 256 << 20;
/// Most different texts a workbook may announce; `calamine` makes room for as many as it is told.
const MOST_STRINGS: u64 = 4_000_000;
/// Texts of a workbook, kept while it is read.
const MOST_SHARED: u64 = 64 << 20;

/// What is in a packed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packed {
    Xlsx,
    Xlsb,
    Ods,
}

pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Looks through a packed file: what it is, and that it is whole and no larger than a list of people can be.
pub(crate) fn look(bytes: &[u8]) -> Result<Packed, ReadError> {
    let mut archive = open(bytes)?;
    let kind = kind(&mut archive)?;
    let mut left = MOST_UNPACKED;
    let mut buffer = vec![0; 1 << 16];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(refused)?;
        let shared = part.name().to_ascii_lowercase().contains("sharedstrings.");
        let mut size = 0;
        loop {
            // The sums of a part that was cut or altered do not agree: that is told here.
            let read = part.read(&mut buffer).map_err(ReadError::damaged)? as u64;
            size += read;
            left = left.checked_sub(read).ok_or(ReadError::UnpackedTooLarge { limit: MOST_UNPACKED })?;
            if shared && size > MOST_SHARED {
                return Err(ReadError::TooMuchText { limit: MOST_SHARED });
            }
            if read == 0 {
                break;
            }
        }
        drop(part);
        if shared && kind == Packed::Xlsx && announced(&mut archive, at)? > MOST_STRINGS {
            return Err(ReadError::BROKEN);
        }
    }
    Ok(kind)
}

/// Opens a packed file.
pub(crate) fn open(bytes: &[u8]) -> Result<Archive<'_>, ReadError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(refused)
}

pub(crate) fn refused(error: ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => ReadError::Password,
        other => ReadError::damaged(other),
    }
}

fn kind(archive: &mut Archive<'_>) -> Result<Packed, ReadError> {
    let has = |end: &str| archive.file_names().any(|name| name.to_ascii_lowercase().ends_with(end));
    if has("workbook.xml") {
        return Ok(Packed::Xlsx);
    }
    if has("workbook.bin") {
        return Ok(Packed::Xlsb);
    }
    if !has("content.xml") {
        return Err(ReadError::Unsupported);
    }
    let mut kind = String::new();
    let part = archive.by_name("mimetype").map_err(|_| ReadError::Unsupported)?;
    part.take(100).read_to_string(&mut kind).map_err(ReadError::damaged)?;
    if kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        Ok(Packed::Ods)
    } else {
        Err(ReadError::Unsupported)
    }
}

/// How many texts the table of shared texts announces.
fn announced(archive: &mut Archive<'_>, at: usize) -> Result<u64, ReadError> {
    let part = archive.by_index(at).map_err(refused)?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(ReadError::damaged)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == b"sst" => {
                let count =
                    tag.attributes().with_checks(false).flatten().find(|a| a.key.as_ref() == b"uniqueCount");
                let digits = count.map(|count| count.value.into_owned()).unwrap_or_default();
                return Ok(std::str::from_utf8(&digits).ok().and_then(|d| d.parse().ok()).unwrap_or(0));
            }
            Event::Eof => return Ok(0),
            _ => {}
        }
    }
}
