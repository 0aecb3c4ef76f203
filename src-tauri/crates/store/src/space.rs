//! Room on the disk. Knows no limit: says what there is.

use std::{fs, path::Path};

use crate::file::{FileError, disk};

/// Bytes that can still be written on the disk of this workspace, by this person.
///
/// # Errors
/// [`FileError::Missing`] or [`FileError::Io`].
pub fn free_bytes(workspace: &Path) -> Result<u64, FileError> {
    let folder = disk::folder_of(workspace);
    fs4::available_space(folder).map_err(FileError::io("read", folder))
}

/// Bytes the workspace takes: the file and its log.
///
/// # Errors
/// [`FileError::Missing`] or [`FileError::Io`].
pub fn workspace_bytes(workspace: &Path) -> Result<u64, FileError> {
    let file = fs::metadata(workspace).map_err(FileError::io("read", workspace))?.len();
    let log = fs::metadata(disk::beside(workspace, "-wal")).map_or(0, |log| log.len());
    Ok(file + log)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_and_size_are_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Camp.qlibre");
        fs::write(&path, [1; 300]).expect("a file");
        fs::write(disk::beside(&path, "-wal"), [1; 40]).expect("a log");
        assert_eq!(workspace_bytes(&path).expect("size"), 340, "The log counts: it holds work too.");
        assert!(free_bytes(&path).expect("room") > 0, "The disk of a test has room.");
        assert!(
            matches!(workspace_bytes(&folder.path().join("none.qlibre")), Err(FileError::Missing)),
            "A missing file is told as such."
        );
    }
}
