//! The suites of the project, in the order in which they run: the quick ones first. It says what each runs
//! and what the machine must have for it; how they are run and counted is `test`'s part.

use std::process::Command;

use crate::machine::{self, Need};
use crate::place;
use crate::process::{cargo, command, npm};

/// One suite: a name to choose it by and the commands that are it.
pub(crate) struct Suite {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    /// What the machine must have, beside Rust and Node.
    pub(crate) needs: &'static [Need],
    /// Whether the packages of the pages are needed.
    pub(crate) packages: bool,
    /// Whether the pages must be built: everything that compiles the app, which carries them.
    pub(crate) page: bool,
    /// Whether the app itself must be built.
    pub(crate) app: bool,
    /// Whether its commands print how many tests passed.
    pub(crate) counts: bool,
    /// Why this machine cannot run it, when it cannot.
    pub(crate) refused: fn() -> Option<&'static str>,
    pub(crate) commands: fn() -> Vec<Command>,
}

const QUICK: Suite = Suite {
    name: "",
    what: "",
    needs: &[],
    packages: false,
    page: false,
    app: false,
    counts: false,
    refused: || None,
    commands: Vec::new,
};

/// A suite of journeys through the built app.
const JOURNEY: Suite =
    Suite { needs: &[Need::Build], packages: true, page: true, app: true, counts: true, ..QUICK };

pub(crate) const SUITES: &[Suite] = &[
    Suite { name: "format", what: "Rust and pages are formatted", packages: true, commands: format, ..QUICK },
    Suite { name: "licences", what: "every crate may be shipped (cargo-deny)", commands: licences, ..QUICK },
    Suite {
        name: "ui-check",
        what: "types of the pages (svelte-check)",
        packages: true,
        commands: ui_check,
        ..QUICK
    },
    Suite {
        name: "ui-unit",
        what: "units of the pages (Vitest)",
        packages: true,
        counts: true,
        commands: ui_unit,
        ..QUICK
    },
    Suite {
        name: "clippy",
        what: "clippy, no warning allowed",
        needs: &[Need::Build],
        packages: true,
        page: true,
        commands: clippy,
        ..QUICK
    },
    Suite {
        name: "rust",
        what: "units and properties of the crates, generated TypeScript",
        app: false,
        commands: rust,
        ..JOURNEY
    },
    Suite {
        name: "cli",
        what: "journeys by the command line, kill -9",
        needs: &[Need::Build, Need::Readers],
        commands: cli,
        ..JOURNEY
    },
    Suite {
        name: "browser",
        what: "the pages in Chromium",
        needs: &[Need::Build, Need::Browser, Need::Readers],
        commands: browser,
        ..JOURNEY
    },
    Suite {
        name: "window",
        what: "the real window, under Xvfb",
        needs: &[Need::Build, Need::Window, Need::Readers],
        // Only WebKitGTK's driver opens a window that is ours, and only X11 has screens that nobody looks at.
        refused: || (!cfg!(target_os = "linux")).then_some("only on Linux"),
        commands: window,
        ..JOURNEY
    },
    Suite {
        name: "bundle",
        what: "the packages, installed and started in a clean Debian",
        needs: &[Need::Build, Need::Window, Need::Bundle],
        refused: no_clean_root,
        commands: bundle,
        ..JOURNEY
    },
];

/// A clean Debian beside this system is made by Debian's own tools, as root.
fn no_clean_root() -> Option<&'static str> {
    if !machine::has_apt() {
        Some("only on Debian and its family")
    } else if !machine::is_root_or_may_be() {
        Some("it needs root: type `sudo -v`, which lets it be root for some minutes, then start again")
    } else {
        None
    }
}

fn format() -> Vec<Command> {
    vec![with(cargo(), &["fmt", "--all", "--check"]), with(npm(), &["run", "--silent", "format:check"])]
}

fn licences() -> Vec<Command> {
    let mut deny = cargo();
    // cargo finds its `deny` in the folder where we installed it, or wherever the reader has it.
    let own = place::tools().join("bin");
    let mut paths = vec![own];
    paths.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    if let Ok(path) = std::env::join_paths(paths) {
        deny.env("PATH", path);
    }
    vec![with(
        deny,
        &["deny", "--all-features", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"],
    )]
}

fn ui_check() -> Vec<Command> {
    vec![with(npm(), &["run", "--silent", "check"])]
}

fn ui_unit() -> Vec<Command> {
    vec![with(npm(), &["run", "--silent", "test"])]
}

fn clippy() -> Vec<Command> {
    vec![with(cargo(), &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])]
}

fn rust() -> Vec<Command> {
    vec![with(cargo(), &["test", "--workspace", "--exclude", "ql-tests", "--no-fail-fast"])]
}

fn cli() -> Vec<Command> {
    vec![with(
        journeys(),
        &[
            "--lib", "--test", "house", "--test", "cli", "--test", "care", "--test", "export", "--test",
            "kill",
        ],
    )]
}

/// Two browsers at once keep two cores busy; more would make each other late.
fn browser() -> Vec<Command> {
    vec![with(journeys(), &["--test", "browser", "--", "--test-threads=2"])]
}

fn window() -> Vec<Command> {
    vec![with(journeys(), &["--test", "window", "--", "--test-threads=1"])]
}

/// First the command itself, on the app that the other journeys drive, then its packages.
fn bundle() -> Vec<Command> {
    let ourselves = std::env::current_exe().unwrap_or_else(|_| "xtask".into());
    vec![
        with(command(ourselves), &["bundle", "--debug"]),
        with(journeys(), &["--test", "bundle", "--", "--nocapture"]),
    ]
}

/// `cargo test` on the journeys, told which app to drive.
pub(crate) fn journeys() -> Command {
    let mut journeys = cargo();
    journeys.args(["test", "--package", "ql-tests", "--no-fail-fast"]).env("QL_BIN", place::app(false));
    journeys
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_every_suite_does_something() {
        for (at, suite) in SUITES.iter().enumerate() {
            assert!(SUITES[..at].iter().all(|other| other.name != suite.name), "{} twice", suite.name);
            assert!(!(suite.commands)().is_empty(), "{} runs nothing and would always pass", suite.name);
        }
    }
}
