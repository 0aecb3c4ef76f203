//! The session: who calls, which workspace, which settings; opening another workspace.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use super::backups::Backup;
use super::export::suggested_name;
pub(crate) use crate::settings::{Settings, SettingsPatch};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    event::Event,
    export::choice::Kind,
    home::{Purpose, name_of},
    register_paper::{self, RegisterPaper},
    role::Role,
};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetSession {}

/// Where the person is.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Session {
    pub role: Role,
    pub version: String,
    pub settings: Settings,
    pub workspace: Option<WorkspaceInfo>,
    pub problem: Option<Problem>,
    pub recent: Vec<RecentFile>,
    /// Whether native dialogs exist; else paths are typed.
    pub dialogs: bool,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct WorkspaceInfo {
    pub path: String,
    pub name: String,
    pub read_only: bool,
}

/// Why the workspace could not be opened.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Problem {
    pub code: ErrorCode,
    pub path: String,
    pub backups: Vec<Backup>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct RecentFile {
    pub path: String,
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct OpenWorkspace {
    /// Without one: the default.
    #[ts(type = "string")]
    path: Option<PathBuf>,
    read_only: Option<bool>,
    create: Option<bool>,
}

#[derive(Deserialize, TS)]
pub(crate) struct ChoosePath {
    purpose: Purpose,
    /// For an export: of which film, and what.
    #[ts(optional)]
    export: Option<ExportTarget>,
    /// For a paper of the register: which.
    #[ts(optional)]
    paper: Option<RegisterPaper>,
}

/// What is to be saved, so that a name can be offered.
#[derive(Debug, Deserialize, TS)]
pub(crate) struct ExportTarget {
    film: ql_model::DocumentId,
    kind: Kind,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct ChosenPath {
    path: Option<String>,
    /// The name that was offered, for those who type a path.
    name: Option<String>,
}

pub(crate) fn get_session(app: &Inner, _: GetSession) -> Result<Session, Failure> {
    let mut settings = app.kept.settings();
    settings.language = app.language();
    // Asked of the disk before the writer is held: a stick or a share that is slow to answer must not hold up a stroke.
    let recent = app
        .kept
        .recent()
        .iter()
        .map(|path| RecentFile { path: path.display().to_string(), name: name_of(path) })
        .collect();
    let opened = app.opened();
    let workspace = opened.workspace.as_ref().map(|workspace| WorkspaceInfo {
        path: workspace.path().display().to_string(),
        name: name_of(workspace.path()),
        read_only: workspace.is_read_only(),
    });
    Ok(Session {
        role: Role::Desk,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        settings,
        workspace,
        problem: opened.problem.clone(),
        recent,
        dialogs: app.dialogs.is_some(),
    })
}

pub(crate) fn set_settings(app: &Inner, patch: SettingsPatch) -> Result<Settings, Failure> {
    app.change_language(patch.language);
    let settings = app.kept.change(|settings| settings.apply(&patch));
    app.tell(&Event::Settings { settings: settings.clone() });
    Ok(settings)
}

pub(crate) fn open_workspace(app: &Inner, request: OpenWorkspace) -> Result<Session, Failure> {
    let path = request.path.unwrap_or_else(|| app.kept.default_workspace());
    let create = request.create.unwrap_or(false);
    if create && path.exists() {
        return Err(Failure::new(ErrorCode::FileExists, path.display()));
    }
    let before = app.opened().workspace.as_ref().map(|open| (open.path().to_owned(), open.is_read_only()));
    if let Err(failure) = app.open_workspace(&path, create, request.read_only.unwrap_or(false)) {
        // A file that does not open must not close the one people are in, nor open it otherwise than it was.
        if let Some((before, read_only)) = before
            && app.open_workspace(&before, false, read_only).is_err()
        {
            // Someone else took it meanwhile: it can still be looked at.
            let _ = app.open_workspace(&before, false, true);
        }
        app.tell(&Event::Session);
        return Err(failure);
    }
    app.tell(&Event::Session);
    get_session(app, GetSession {})
}

pub(crate) fn choose_path(app: &Inner, request: ChoosePath) -> Result<ChosenPath, Failure> {
    let name = match (&request.export, &request.paper) {
        (Some(target), _) => Some(suggested_name(app, target.film, target.kind)?),
        (None, Some(paper)) => Some(register_paper::suggested_name(app, paper)?),
        (None, None) => None,
    };
    let path = match &app.dialogs {
        Some(dialogs) => dialogs.choose_path(request.purpose, name.as_deref()),
        // Where there are no dialogs, the offered name is all there is to say.
        None if name.is_some() => None,
        None => return Err(Failure::new(ErrorCode::NotFound, "no dialogs here")),
    };
    Ok(ChosenPath { path: path.map(|path| path.display().to_string()), name })
}
