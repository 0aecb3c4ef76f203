//! What files need to survive a power cut: their bytes and their names on the disk before anyone is told. Never writes over a file.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::error::FileError;

/// The path with an ending added to its file name: `Camp.qlibre` and `-wal` give `Camp.qlibre-wal`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The folder of a file; the current one for a bare name.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Makes a file's bytes durable.
pub(crate) fn sync_file(path: &Path) -> Result<(), FileError> {
    let file = File::options().read(true).write(true).open(path).map_err(FileError::io("write", path))?;
    file.sync_all().map_err(FileError::io("write", path))
}

/// Makes names in a folder durable. Windows keeps names in its own journal and cannot sync a folder.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), FileError> {
    if cfg!(unix) {
        let sync = File::open(folder).and_then(|folder| folder.sync_all());
        match sync {
            // Some network folders cannot: the bytes are safe, and the name is theirs to keep.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {}
            other => other.map_err(FileError::io("write", folder))?,
        }
    }
    Ok(())
}

/// Gives a finished file its name, durably.
///
/// # Errors
/// [`FileError::Exists`] when the name is taken, also by a file that came meanwhile where the disk can tell.
pub(crate) fn place(from: &Path, to: &Path) -> Result<(), FileError> {
    keep(from, to)?;
    if fs::exists(from).map_err(FileError::io("read", from))? {
        fs::remove_file(from).map_err(FileError::io("remove", from))?;
    }
    sync_folder(folder_of(to))
}

/// Gives a file a second name, or, on a disk without links (FAT), another name.
pub(crate) fn keep(from: &Path, to: &Path) -> Result<(), FileError> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(FileError::Exists),
        Err(_) if exists(to)? => Err(FileError::Exists),
        Err(_) => fs::rename(from, to).map_err(FileError::folder("rename", from)),
    }
}

pub(crate) fn exists(path: &Path) -> Result<bool, FileError> {
    fs::exists(path).map_err(FileError::io("read", path))
}

/// Removes what a crash left behind under a name that is ours; its absence is fine.
pub(crate) fn clear(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(FileError::folder("remove", path)(error))
        }
        _ => Ok(()),
    }
}

/// The first free name: `Camp.qlibre`, `Camp (2).qlibre`, `Camp (3).qlibre`…
pub(crate) fn free_name(path: &Path) -> Result<PathBuf, FileError> {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|text| text.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let (stem, extension) = (part(path.file_stem()), part(path.extension()));
    let dot = if extension.is_empty() { "" } else { "." };
    let mut name = path.to_owned();
    for number in 2.. {
        if !exists(&name)? {
            break;
        }
        name.set_file_name(format!("{stem} ({number}){dot}{extension}"));
    }
    Ok(name)
}
