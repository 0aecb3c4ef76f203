//! Journeys of papers and tables from the terminal: what comes out, read by other people's readers, and what is said when
//! nothing can.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey stops where it stands, and says what it saw"
)]

mod papers;
mod register;
mod room;
mod tables;
mod trouble;

use std::path::PathBuf;

use ql_tests::Cli;

/// The demo film; its id.
fn demo(cli: &Cli) -> String {
    cli.json(&["demo"])["film"].as_str().unwrap().to_owned()
}

/// Makes a file of a film beside the workspace.
fn export(cli: &Cli, film: &str, kind: &str, more: &[&str]) -> PathBuf {
    let path = cli.home().join(kind);
    let mut words = vec!["export", film, "--as", kind, "--to", path.to_str().unwrap()];
    words.extend(more);
    cli.json(&words);
    path
}
