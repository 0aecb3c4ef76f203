//! The pages in Chromium, served by the app itself: what a group does on a laptop, with a real pointer and a
//! real keyboard. Things are found by role and name, in French, as a screen reader would say them.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey stops where it stands, and says what it saw"
)]

mod around;
mod board;
mod drawing;
mod hands;
mod over_ink;
mod print;
mod register;
mod screens;
mod shaping;
mod table;
mod tour;
mod trouble;

use ql_tests::{Cli, Page, Server};
use serde_json::{Value, json};

/// A workspace, the app serving it, and Chromium on its first page.
struct Desk {
    cli: Cli,
    page: Page,
    // Dropped last: a page that loses its server writes errors that are nobody's fault.
    server: Server,
}

impl Desk {
    /// On an empty workspace.
    fn empty() -> Self {
        Self::on(Cli::new())
    }

    /// With the demo film; its id.
    fn demo() -> (Self, String) {
        let cli = Cli::new();
        let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
        (Self::on(cli), film)
    }

    fn on(cli: Cli) -> Self {
        let server = cli.serve();
        let page = Page::chromium();
        page.goto(&server.address);
        Self { cli, page, server }
    }

    /// Goes to a place of the app, `#/…`.
    fn go(&self, place: &str) {
        self.page.script("location.hash = arguments[0]", &[json!(place)]);
    }

    /// Asks the file, not the page, until it says what is wanted.
    fn until_file(&self, what: &str, film: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        ql_tests::wait_for(what, std::time::Duration::from_secs(10), || {
            let dump = self.cli.dump(film);
            wanted(&dump).then_some(dump)
        })
    }

    /// Waits until the page says these words aloud, as a part of what it says.
    fn until_said(&self, words: &str) {
        let said = "return all('status', '').some((one) => one.innerText.includes(arguments[0]))";
        self.page.wait(&format!("it says \"{words}\""), said, &[json!(words)]);
    }

    /// Nothing failed unseen: no script, no file that is missing, nothing the content policy refused.
    fn assert_quiet(&self) {
        let complaints = self.page.complaints();
        assert!(complaints.is_empty(), "the console complained: {complaints:#?}");
    }
}

/// Live shots of a dump, in order, as ids.
fn shots(dump: &Value) -> Vec<String> {
    dump["shots"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|shot| shot["life"] == "live")
        .map(|shot| shot["id"].as_str().unwrap().to_owned())
        .collect()
}
