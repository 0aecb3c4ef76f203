//! Files that a person chose on this computer to be read.

use std::{fs, io::Read as _, path::Path};

use crate::error::{ErrorCode, Failure};

/// The bytes of a file, and never more than one above `most`: whoever reads it says that it is too large. A device or a pipe, which would
/// never end, is refused.
pub(crate) fn read(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let unread = |error: std::io::Error| {
        let missing = error.kind() == std::io::ErrorKind::NotFound;
        Failure::new(if missing { ErrorCode::FileMissing } else { ErrorCode::FileUnreadable }, error)
    };
    if !fs::metadata(path).map_err(unread)?.is_file() {
        return Err(Failure::new(ErrorCode::FileUnreadable, path.display()));
    }
    let mut bytes = Vec::new();
    fs::File::open(path).map_err(unread)?.take(most as u64 + 1).read_to_end(&mut bytes).map_err(unread)?;
    Ok(bytes)
}
