//! Copies of the workspace: listing, making, going back to one; proving that the workspace is whole.

use std::path::{Path, PathBuf};

use ql_store::backup_folder;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use super::session::Session;
use super::session::{GetSession, get_session};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    event::Event,
    home::name_of,
};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ListBackups {
    /// A workspace that does not open; without one, the open one.
    #[ts(optional, type = "string")]
    workspace: Option<PathBuf>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupList {
    backups: Vec<Backup>,
    #[ts(type = "number")]
    free_bytes: u64,
    #[ts(type = "number")]
    workspace_bytes: u64,
}

/// A copy.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Backup {
    name: String,
    path: String,
    #[ts(type = "number")]
    made_at: i64,
    #[ts(type = "number")]
    size: u64,
    good: bool,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct MakeBackup {
    #[ts(type = "string")]
    path: PathBuf,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct RestoreBackup {
    #[ts(type = "string")]
    path: PathBuf,
    /// A new file to restore into; without one, the copy takes the place of the workspace, which is kept beside under another name.
    #[ts(optional, type = "string")]
    to: Option<PathBuf>,
    /// The workspace whose place it takes; without one, that of the open one.
    #[ts(optional, type = "string")]
    workspace: Option<PathBuf>,
}

#[derive(Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct Check {
    /// Write all rows again from the documents first.
    rebuild: Option<bool>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct CheckReply {
    ok: bool,
    problems: Vec<CheckProblem>,
    /// There is a register, and it was sealed: what is in it was not read.
    sealed: bool,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct CheckProblem {
    code: &'static str,
    #[serde(rename = "where")]
    place: String,
}

impl From<ql_store::Backup> for Backup {
    fn from(copy: ql_store::Backup) -> Self {
        Self {
            name: copy.name,
            path: copy.path.display().to_string(),
            made_at: copy.made_at,
            size: copy.size,
            good: copy.good,
        }
    }
}

/// The automatic copies of a workspace; none when their folder cannot be read.
pub(crate) fn views(workspace: &Path) -> Vec<Backup> {
    let copies = ql_store::list_backups(&backup_folder(workspace)).unwrap_or_default();
    copies.into_iter().map(Backup::from).collect()
}

pub(crate) fn list_backups(app: &Inner, request: ListBackups) -> Result<BackupList, Failure> {
    let workspace = match request.workspace {
        Some(workspace) => workspace,
        None => app.readers()?.path().to_owned(),
    };
    Ok(BackupList {
        backups: views(&workspace),
        free_bytes: ql_store::free_bytes(&workspace)?,
        workspace_bytes: ql_store::workspace_bytes(&workspace)?,
    })
}

pub(crate) fn backup(app: &Inner, request: MakeBackup) -> Result<Backup, Failure> {
    Ok(ql_store::back_up_to(&app.readers()?, &request.path)?.into())
}

pub(crate) fn restore_backup(app: &Inner, request: RestoreBackup) -> Result<Session, Failure> {
    ql_store::verify(&request.path).map_err(|error| match crate::error::file_code(&error) {
        code @ (ErrorCode::WorkspaceNewer | ErrorCode::FileMissing) => Failure::new(code, error),
        _ => Failure::new(ErrorCode::BackupInvalid, error),
    })?;
    let before = app.current_path();
    let replaced = request.workspace.clone().unwrap_or_else(|| before.clone());
    // Whatever file is open now, the one that loses its place may hold a register: only who has that one open puts another there, or would
    // have it open if it were not torn.
    let real = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let is_this = real(&replaced) == real(&before);
    let is_theirs = is_this && (app.mode.is_unlocked() || app.mode.is_torn_within());
    // What was written a moment ago is not in a file that is open as it lies there.
    let may_be_opened = app.write(|workspace| Ok(workspace.may_be_opened()?)).ok().filter(|_| is_this);
    let holds = || may_be_opened.unwrap_or_else(|| ql_store::holds_register(&replaced));
    if request.to.is_none() && !is_theirs && holds() {
        return Err(Failure::new(ErrorCode::RegisterSealed, replaced.display()));
    }
    // What nothing but the right words can see is noted before the copy is brought up to what is known here.
    let torn = app.mode.torn_locks();
    for of_code in [false, true] {
        if is_this && request.to.is_none() && (if of_code { torn.recovery } else { torn.passphrase }) {
            app.write(|workspace| Ok(workspace.give_up_lock(of_code)?))?;
        }
    }
    let was_read_only = app.opened().workspace.as_ref().is_some_and(ql_store::Workspace::is_read_only);
    app.let_go();
    // The restored file is another device from then on: its witness will not match, which opening it notices.
    let restored = match &request.to {
        Some(target) => ql_store::restore_to(&request.path, target, Some(&before), |_| Ok(())),
        None => {
            let texts = app.texts();
            let when = chrono::Local::now().format("%Y-%m-%d %H-%M").to_string();
            let kept = texts.text("backup-kept-name", &[("name", &name_of(&replaced)), ("when", &when)]);
            ql_store::restore(&request.path, &replaced, &kept, |_| Ok(()))
        }
    };
    let path = restored.as_ref().map_or(before, |restored| restored.path.clone());
    let read_only = restored.is_err() && was_read_only;
    let opened = app.open_workspace(&path, false, read_only);
    app.tell(&Event::Session);
    restored?;
    opened?;
    get_session(app, GetSession {})
}

pub(crate) fn check(app: &Inner, request: Check) -> Result<CheckReply, Failure> {
    // Looking holds nobody up; writing rows again does.
    let report = if request.rebuild == Some(true) {
        let report = app.write(|workspace| Ok(workspace.check(true)?))?;
        app.tell(&Event::Session);
        report
    } else {
        ql_store::check(&app.readers()?)?
    };
    // What is sealed opens only here.
    let (found, sealed) = app.write(|workspace| {
        let sealed = workspace.register_info()?.is_some() && !workspace.is_unlocked();
        Ok((workspace.check_sealed()?, sealed))
    })?;
    let problems: Vec<CheckProblem> = report
        .findings
        .into_iter()
        .chain(found)
        .map(|finding| CheckProblem { code: finding.code, place: finding.place })
        .collect();
    Ok(CheckReply { ok: problems.is_empty(), problems, sealed })
}
