//! Where the app, the project and the pictures of the screens are.

use std::path::{Path, PathBuf};

/// The root of the project. Cargo gives the folder at run time; the one known at compile time may belong to
/// another clone that shares the target folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), Path::to_path_buf)
}

/// The folder of the build that this program belongs to: `<target>/debug`.
fn build() -> PathBuf {
    let program = std::env::current_exe().expect("a running program has a path");
    // `<build>/deps/journey-1234` for a test, `<build>/examples/bench` for an example.
    program.ancestors().nth(2).map(Path::to_path_buf).expect("cargo puts programs two folders deep")
}

/// The app: `QL_BIN`, or the one beside this program.
///
/// # Panics
/// When it was not built.
pub fn app() -> PathBuf {
    let app = std::env::var_os("QL_BIN").map_or_else(
        || build().join(format!("quartier-libre{}", std::env::consts::EXE_SUFFIX)),
        PathBuf::from,
    );
    assert!(
        app.is_file(),
        "the app is not built at {}: run `cargo build --package quartier-libre`, or `cargo xtask test`, which does",
        app.display()
    );
    app
}

/// Another program of this build, an example of some crate.
pub fn example(name: &str) -> PathBuf {
    build().join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Where a picture of a screen is kept: `<target>/screens/<name>.png`.
pub fn screen(name: &str) -> PathBuf {
    let folder = build().parent().map_or_else(|| PathBuf::from("target"), Path::to_path_buf).join("screens");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder.join(format!("{name}.png"))
}
