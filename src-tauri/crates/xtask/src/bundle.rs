//! `cargo xtask bundle`: what a person installs. `.deb` and `.rpm` on Linux, an installer on Windows, a disk
//! image on macOS, each on its own system; it builds for no other one.
//!
//! Tauri's bundler is taken as the program that npm brings (`@tauri-apps/cli`, pinned in `ui/package.json`). The
//! same bundler as a library would be some 300 crates more to build and to answer for in the licences; its
//! command would be 600 (`cargo install tauri-cli`, ten minutes). This one is 20 MB, fetched with the packages of the
//! pages, and makes packages for Linux without a network. What the packages declare is in `tauri.conf.json`, and
//! why is in `src-tauri/bundle/README.md`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::machine::{self, Need};
use crate::process::{command, must};
use crate::steps::{Done, Steps, Stop};
use crate::{USAGE, glibc, notices, page, place, run};

/// The folders of the bundler, and the ends of the files in them that people are given.
const KINDS: [(&str, &str); 4] = [("deb", "deb"), ("rpm", "rpm"), ("nsis", "exe"), ("dmg", "dmg")];

/// Builds everything and bundles it, optimised unless `words` say `--debug`.
pub(crate) fn bundle(words: &[String], steps: &mut Steps) -> Done {
    let mut release = true;
    for word in words {
        match word.as_str() {
            "--debug" => release = false,
            other => return Err(Stop::usage(format!("`bundle` does not know `{other}`"), USAGE)),
        }
    }
    let made = make(release, steps);
    print!("{}", steps.table());
    println!();
    for file in made? {
        println!("  {} ({:.1} MB)", file.display(), megabytes(&file));
    }
    Ok(())
}

fn make(release: bool, steps: &mut Steps) -> Done<Vec<PathBuf>> {
    machine::prepare(&[Need::Build], steps)?;
    page::packages(steps)?;
    page::build(steps)?;
    run::build_app(release, steps)?;
    steps.step("bundle", "put it into packages", || {
        let begun = SystemTime::now();
        must(&mut bundler(release)?)?;
        let files = files_since(&place::bundles(release), begun);
        if files.is_empty() {
            return Err(Stop::failed("the bundler made no package, and did not say why", ""));
        }
        Ok(files)
    })
}

/// The bundler's command for this system and the app that is built.
fn bundler(release: bool) -> Done<Command> {
    // From the root of the project: in `ui`, where npm would start it, it finds no `tauri.conf.json` below.
    let mut bundler = command("node");
    bundler.args(["ui/node_modules/@tauri-apps/cli/tauri.js", "bundle", "--ci"]);
    // It would write the kind of the package into the program, for an updater that we do not have.
    bundler.arg("--no-binary-patching");
    bundler.args(["--bundles", kinds()]);
    if !release {
        bundler.arg("--debug");
    }
    if cfg!(target_os = "linux") {
        bundler.arg("--config").arg(glibc::declared(&place::app(release))?);
    }
    bundler.arg("--config").arg(notices::declared(release)?);
    // It looks for the program where cargo puts it, and must look where this build put it.
    bundler.env("CARGO_TARGET_DIR", place::target());
    Ok(bundler)
}

fn kinds() -> &'static str {
    match std::env::consts::OS {
        "windows" => "nsis",
        "macos" => "app,dmg",
        _ => "deb,rpm",
    }
}

/// The packages that this run made; those of an older version may lie beside them.
fn files_since(bundles: &Path, begun: SystemTime) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for (folder, end) in KINDS {
        for entry in bundles.join(folder).read_dir().into_iter().flatten().flatten() {
            let path = entry.path();
            let new = page::modified(&path).is_some_and(|written| written >= begun);
            if new && path.extension().is_some_and(|found| found == end) {
                files.push(path);
            }
        }
    }
    files
}

fn megabytes(file: &Path) -> f64 {
    let bytes = file.metadata().map_or(0, |meta| meta.len());
    // A package is far smaller than the 2^52 bytes up to which this is exact.
    #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
    let bytes = bytes as f64;
    bytes / 1e6
}
