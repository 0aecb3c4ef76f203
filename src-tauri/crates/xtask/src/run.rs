//! `cargo xtask run`: from a fresh clone to the app on the screen, or to its address when there is no screen.

use crate::machine::{self, Need};
use crate::process::{cargo, command, must};
use crate::steps::{Done, Steps, Stop};
use crate::{USAGE, page, place};

/// Builds everything and starts the app with the words after `--`.
pub(crate) fn run(words: &[String], steps: &mut Steps) -> Done {
    let (ours, theirs) = match words.iter().position(|word| word == "--") {
        Some(at) => (&words[..at], &words[at + 1..]),
        None => (words, &[][..]),
    };
    let mut release = false;
    for word in ours {
        match word.as_str() {
            "--release" => release = true,
            other => {
                let hint = format!("{USAGE}\nWords for the app go after `--`.");
                return Err(Stop::usage(format!("`run` does not know `{other}`"), hint));
            }
        }
    }
    let prepared = prepare(release, steps);
    print!("{}", steps.table());
    prepared?;
    start(release, theirs)
}

fn prepare(release: bool, steps: &mut Steps) -> Done {
    machine::prepare(&[Need::Build], steps)?;
    page::packages(steps)?;
    page::build(steps)?;
    build_app(release, steps)
}

/// Builds the app; the pages must be built, it carries them inside.
pub(crate) fn build_app(release: bool, steps: &mut Steps) -> Done {
    let what = if release {
        "build the app, optimised"
    } else {
        "build the app (the first time takes some minutes)"
    };
    steps.step("app", what, || {
        let mut build = cargo();
        build.args(["build", "--package", "quartier-libre", "--bin", "quartier-libre"]);
        if release {
            build.arg("--release");
        }
        must(&mut build)
    })
}

fn start(release: bool, theirs: &[String]) -> Done {
    let mut app = command(place::app(release));
    // A first word that is not an option is a command of the app: it is run as it was typed.
    let a_command = theirs.first().is_some_and(|word| !word.starts_with('-'));
    if !a_command && !display() {
        println!(
            "\nNo display here: the app is served on this machine only. Open the address below; Ctrl+C stops it.\n"
        );
        app.arg("serve");
    }
    must(app.args(theirs))
}

/// Whether a window can open. Only Linux can be without a screen server.
fn display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    std::env::consts::OS != "linux" || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
