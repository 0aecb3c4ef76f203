//! The first 100 bytes of a workspace file, read before SQLite touches it, so that a foreign file is never opened and a newer one never
//! written. Source: the SQLite file format, section 1.3.
//!
//! Must not be called on a file this process has open: on Unix, closing any handle of a file drops the locks SQLite holds on it.

use std::{
    fs::File,
    io::{ErrorKind, Read, Seek, SeekFrom, Write},
    path::Path,
};

use super::{disk::beside, error::FileError};

/// `QLib`, SQLite's application id of every workspace.
pub(crate) const APPLICATION_ID: i32 = 0x514C_6962;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Whether a file can be a workspace this version reads, as long as its header says it is.
///
/// # Errors
/// [`FileError::Missing`], [`FileError::NotOurs`], [`FileError::Newer`], [`FileError::Damaged`] when it is empty or cut short.
pub(crate) fn check(path: &Path, known: u32) -> Result<(), FileError> {
    let (should, is) = lengths(path, known)?;
    if is < should { Err(FileError::damaged("the file is cut short")) } else { Ok(()) }
}

/// How long a file should be at least, and how long it is; errors as [`check`], but for one that is cut short.
pub(crate) fn lengths(path: &Path, known: u32) -> Result<(u64, u64), FileError> {
    let read = FileError::io("read", path);
    let mut file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::IsADirectory => FileError::NotOurs,
        _ => read(error),
    })?;
    let metadata = file.metadata().map_err(&read)?;
    if !metadata.is_file() {
        return Err(FileError::NotOurs);
    }
    let mut head = Vec::with_capacity(100);
    Read::by_ref(&mut file).take(100).read_to_end(&mut head).map_err(&read)?;
    if head.iter().all(|&byte| byte == 0) {
        return Err(FileError::damaged("the file is empty"));
    }
    if !head.starts_with(MAGIC) {
        let torn = MAGIC.starts_with(&head);
        return Err(if torn { FileError::damaged("the file is cut short") } else { FileError::NotOurs });
    }
    let Some(head) = head.first_chunk::<100>() else {
        return Err(FileError::damaged("the file is cut short"));
    };
    let number = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if number(68) != APPLICATION_ID.cast_unsigned() {
        return Err(FileError::NotOurs);
    }
    if number(60) > known {
        return Err(FileError::Newer { found: number(60), known });
    }
    let page = page_size(head[16], head[17]);
    // The log may still hold pages that the file has not; and the count is only right when both counters agree.
    let counted = number(24) == number(92) && !has_log(path);
    Ok((if counted { u64::from(number(28)) * page } else { 0 }, metadata.len()))
}

/// Writes into the header of a copy that it has as many pages as it has: SQLite opens no file that is shorter than it says.
pub(crate) fn shorten(copy: &Path) -> std::io::Result<()> {
    let mut file = File::options().read(true).write(true).open(copy)?;
    let mut head = [0; 18];
    file.read_exact(&mut head)?;
    let pages = file.metadata()?.len() / page_size(head[16], head[17]);
    file.seek(SeekFrom::Start(28))?;
    file.write_all(&u32::try_from(pages).unwrap_or(u32::MAX).to_be_bytes())
}

fn page_size(high: u8, low: u8) -> u64 {
    match u16::from_be_bytes([high, low]) {
        1 => 65_536,
        size => u64::from(size).max(512),
    }
}

/// Whether a write-ahead log waits beside the file: whoever had it open last did not close it.
pub(crate) fn has_log(path: &Path) -> bool {
    std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}
