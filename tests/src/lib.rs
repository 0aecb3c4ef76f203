//! What the journeys drive the app with: its command line, the pages it serves in Chromium, its real window.
//!
//! It talks to the built app from outside, as a person or a script does, and links none of its crates: what
//! a journey needs to know of a format (a stroke's bytes, the WebDriver protocol) is written here a second
//! time, so that a mistake on one side cannot hide on the other. It holds no assertion about films.

pub mod axe;
pub mod cli;
pub mod disk;
pub mod driver;
pub mod ink;
pub mod page;
pub mod place;
pub mod readers;
pub mod screen;
pub mod window;

pub use cli::{Batch, Cli, Server};
pub use page::{Page, Spot};

use std::time::{Duration, Instant};

/// Asks every 20 ms until there is an answer; panics with `what` when `patience` is over.
pub fn wait_for<T>(what: &str, patience: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(begun.elapsed() < patience, "waited {:.1} s in vain: {what}", patience.as_secs_f64());
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Says that this machine cannot prove something here. A journey that proves nothing must not look as if it had: it fails, unless
/// `QL_MAY_SKIP` says that this is known.
///
/// # Panics
/// Unless `QL_MAY_SKIP` is set.
#[expect(clippy::print_stdout, reason = "what was not proved is said")]
pub fn not_proved(why: &str) {
    assert!(std::env::var_os("QL_MAY_SKIP").is_some(), "not proved here: {why} (QL_MAY_SKIP=1 lets it pass)");
    println!("not proved here: {why}");
}
