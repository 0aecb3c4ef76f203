//! Where things are: the root of the project, the target folder, the app. It reads no file.

use std::path::{Path, PathBuf};

/// The root of the project: three folders above this crate.
///
/// Cargo gives the folder at run time; the one known at compile time may belong to another clone that shares
/// the target folder.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.ancestors().nth(3).map_or(here.clone(), Path::to_path_buf)
}

/// The target folder in use, whatever chose it (variable, configuration or nothing): ours is the one that
/// holds this program, `<target>/debug/xtask`.
pub(crate) fn target() -> PathBuf {
    std::env::current_exe()
        .ok()
        .and_then(|program| program.ancestors().nth(2).map(Path::to_path_buf))
        .unwrap_or_else(|| root().join("target"))
}

/// The built app.
pub(crate) fn app(release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    target().join(profile).join(format!("quartier-libre{}", std::env::consts::EXE_SUFFIX))
}

/// Where the bundler puts its packages, a folder for each kind.
pub(crate) fn bundles(release: bool) -> PathBuf {
    target().join(if release { "release" } else { "debug" }).join("bundle")
}

/// Where we install the tools that only the tests need: beside the builds, so that one installation serves
/// every clone that shares the target folder.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}
