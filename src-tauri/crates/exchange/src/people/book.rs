//! A file with sheets in it, whatever its format: known by its first bytes, for names lie (many programs call CSV ".xls").

use super::{
    delimited,
    error::ReadError,
    excel::Excel,
    grid::Grid,
    ods::Ods,
    packed::{self, Packed},
    xls::Old,
};

/// Largest file, in bytes.
pub const MOST_BYTES: usize = 32 << 20;

/// A sheet of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub name: String,
    pub hidden: bool,
}

/// An opened file.
pub(crate) enum Book<'a> {
    Excel(Excel<'a>),
    Old(Old),
    Ods(Ods<'a>),
    Text { name: String, bytes: &'a [u8] },
}

impl<'a> Book<'a> {
    /// Opens a file; `name` is what it is called, with its ending or without.
    pub fn open(bytes: &'a [u8], name: &str) -> Result<Self, ReadError> {
        if bytes.len() > MOST_BYTES {
            return Err(ReadError::FileTooLarge { limit: MOST_BYTES as u64 });
        }
        if bytes.is_empty() {
            return Err(ReadError::Empty);
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return match packed::look(bytes)? {
                Packed::Xlsx => Excel::xlsx(bytes).map(Self::Excel),
                Packed::Xlsb => Excel::xlsb(bytes).map(Self::Excel),
                Packed::Ods => Ods::open(bytes).map(Self::Ods),
            };
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Old::open(bytes).map(Self::Old);
        }
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        Ok(Self::Text { name, bytes })
    }

    pub fn sheets(&self) -> Vec<Sheet> {
        match self {
            Self::Excel(book) => book.sheets(),
            Self::Old(book) => book.sheets(),
            Self::Ods(book) => book.sheets(),
            Self::Text { name, .. } => vec![Sheet { name: name.clone(), hidden: false }],
        }
    }

    /// The cells of a sheet, the first `most` lines of it.
    pub fn grid(&mut self, at: usize, sheet: &Sheet, most: usize) -> Result<Grid, ReadError> {
        match self {
            Self::Excel(book) => book.grid(&sheet.name, most),
            Self::Old(book) => book.grid(&sheet.name, most),
            Self::Ods(book) => book.grid(at, most),
            Self::Text { bytes, .. } => delimited::grid(bytes),
        }
    }
}
