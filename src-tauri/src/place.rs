//! Where things live on this machine. It alone reads the environment: below it, places come in as arguments.

use std::env;
use std::path::{Path, PathBuf};

use ql_api::{Home, Language};

use crate::args::{Global, Lang};

/// One folder instead of the system's two, for a stick that carries everything, or for a test.
const HOME: &str = "QUARTIER_LIBRE_HOME";
const WORKSPACE: &str = "QUARTIER_LIBRE_WORKSPACE";

/// The folder's name inside the system's, in each system's habit.
const NAME: &str = if cfg!(any(windows, target_os = "macos")) { "Quartier Libre" } else { "quartier-libre" };

/// Where the settings and the default workspace are kept.
pub fn home() -> Home {
    if let Some(home) = named(HOME) {
        return Home { config: home.join("config"), data: home.join("data") };
    }
    // A system without a home folder is a container: what is near is better than nothing.
    let fallback = || PathBuf::from(".");
    Home {
        config: dirs::config_dir().unwrap_or_else(fallback).join(NAME),
        data: dirs::data_dir().unwrap_or_else(fallback).join(NAME),
    }
}

/// Where the web view keeps what it must keep, when it may not use the system's place.
pub fn web_view() -> Option<PathBuf> {
    named(HOME).map(|home| home.join("web-view"))
}

/// The workspace that was asked for, if one was.
pub fn workspace(global: &Global) -> Option<PathBuf> {
    global.workspace.as_deref().map(absolute).or_else(|| named(WORKSPACE))
}

/// The language that was asked for, if one was.
pub fn language(global: &Global) -> Option<Language> {
    global.lang.map(|lang| match lang {
        Lang::Fr => Language::Fr,
        Lang::En => Language::En,
    })
}

/// The same place whatever the current folder becomes. The file need not exist.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(|value| absolute(Path::new(&value)))
}
