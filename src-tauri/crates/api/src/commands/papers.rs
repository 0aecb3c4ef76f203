//! Papers of the register, written where a trainer says.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    app::{Access, Inner},
    error::{ErrorCode, Failure},
    export::Target,
    register_paper::{self, RegisterPaper},
};

#[derive(Deserialize, TS)]
pub(crate) struct ExportPaper {
    paper: RegisterPaper,
    /// The file; one of that name is replaced.
    #[ts(type = "string")]
    to: PathBuf,
}

/// A paper that was written.
#[derive(Debug, Serialize, TS)]
pub(crate) struct WrittenPaper {
    path: String,
    /// Its name without its folder.
    name: String,
    #[ts(type = "number")]
    size: u64,
    /// The JSON beside it.
    beside: Option<String>,
    /// The system's viewer shows it.
    shown: bool,
}

/// The name of the JSON beside a paper: nobody was asked about a file that has it already, so that one stays.
fn free_beside(paper: &Path) -> PathBuf {
    let plain = Some(paper.with_extension("json")).filter(|plain| plain != paper);
    let stem = paper.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = (2..100).map(|number| paper.with_file_name(format!("{stem} ({number}).json")));
    let last = paper.with_file_name(format!("{stem} (100).json"));
    plain.into_iter().chain(numbered).find(|path| !path.exists()).unwrap_or(last)
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct DiscardRecovery {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct DiscardedRecovery {
    /// Files that are not where they were written: moved, or deleted already.
    not_found: Vec<String>,
}

/// Deletes the recovery sheets that were written: printed, such a file would be the key lying beside the lock. One that was replaced by
/// another file is let be.
pub(crate) fn discard_recovery(app: &Inner, _: DiscardRecovery) -> Result<DiscardedRecovery, Failure> {
    let (left, gone) = discarded(app.mode.take_recovery_files(), |path| std::fs::remove_file(path));
    let Err(error) = gone else {
        return Ok(DiscardedRecovery {
            not_found: left.iter().map(|(path, _)| path.display().to_string()).collect(),
        });
    };
    // The next try tells of them all.
    left.into_iter().for_each(|(path, size)| app.mode.note_recovery(path, size));
    Err(Failure::new(ErrorCode::FileUnreadable, error))
}

/// Those that were not found, and those that could not be removed, with why.
fn discarded(
    files: Vec<(PathBuf, u64)>,
    remove: impl Fn(&Path) -> io::Result<()>,
) -> (Vec<(PathBuf, u64)>, io::Result<()>) {
    let (mut left, mut gone) = (Vec::new(), Ok(()));
    for (path, size) in files {
        match std::fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() && metadata.len() == size => {
                if let Err(error) = remove(&path) {
                    gone = Err(error);
                    left.push((path, size));
                }
            }
            Ok(_) => {}
            Err(_) => left.push((path, size)),
        }
    }
    (left, gone)
}

pub(crate) fn export_paper(app: &Inner, request: ExportPaper) -> Result<WrittenPaper, Failure> {
    let target = Target::check(&request.to)?.private();
    let beside = free_beside(&request.to);
    let wants_json = matches!(request.paper, RegisterPaper::PersonData { .. });
    let json_target = if wants_json { Some(Target::check(&beside)?.private()) } else { None };
    let seals = app.mode.seals();
    let made = register_paper::make(app, &request.paper)?;
    // Sealed, or handed over, while it was being set: it does not appear beside the pad.
    if app.mode.seals() != seals {
        return Err(Failure::new(ErrorCode::RegisterSealed, ""));
    }
    target.write(&made.pdf)?;
    if let (Some(target), Some(json)) = (&json_target, &made.json) {
        target.write(json)?;
    }
    if let RegisterPaper::Recovery { .. } = &request.paper {
        app.mode.note_recovery(request.to.clone(), made.pdf.len() as u64);
    }
    let shown = app.access == Access::Window
        && app.dialogs.as_ref().is_some_and(|dialogs| dialogs.show_file(&request.to));
    let name = request.to.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(WrittenPaper {
        path: request.to.display().to_string(),
        name,
        size: made.pdf.len() as u64,
        beside: json_target.map(|_| beside.file_name().unwrap_or_default().to_string_lossy().into_owned()),
        shown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_that_was_not_found_is_told_though_another_cannot_be_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let [here, lost] = ["a.pdf", "b.pdf"].map(|name| folder.path().join(name));
        std::fs::write(&here, b"code").expect("it can be written");
        let files = vec![(here.clone(), 4), (lost.clone(), 4)];
        let (left, gone) = discarded(files.clone(), |_| Err(io::ErrorKind::PermissionDenied.into()));
        assert!(gone.is_err());
        assert_eq!(left, files);
        let (left, gone) = discarded(left, |path| std::fs::remove_file(path));
        assert!(gone.is_ok() && !here.exists());
        assert_eq!(left, [(lost, 4)]);
    }
}
