//! How the window goes: the page is asked to finish the stroke under the pen, everything it has sent is committed, the
//! workspace is closed, and only then the program ends. A page that does not answer is not waited for very long.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Emitter};

use super::MAIN;
use super::core::Core;
use super::link::Link;

/// How long the page may take to finish its stroke.
const PAGE_LIMIT: Duration = Duration::from_millis(1500);
/// How long the commits under way may take: longer than any, so that only a dead disk reaches it.
const COMMIT_LIMIT: Duration = Duration::from_secs(10);

/// The state of the farewell, from asked to said.
pub struct Farewell {
    core: Arc<Core>,
    link: Arc<Link>,
    window: std::sync::OnceLock<AppHandle>,
    finishing: AtomicBool,
    said: AtomicBool,
}

impl Farewell {
    pub fn new(core: Arc<Core>, link: Arc<Link>) -> Self {
        let (finishing, said) = (AtomicBool::new(false), AtomicBool::new(false));
        Self { core, link, window: std::sync::OnceLock::new(), finishing, said }
    }

    /// Whether nothing more has to be waited for.
    pub fn said(&self) -> bool {
        self.said.load(Ordering::Acquire)
    }

    /// Asks the page to finish. Asking twice changes nothing.
    pub fn begin(self: &Arc<Self>, app: &AppHandle) {
        if self.window.set(app.clone()).is_err() {
            return;
        }
        // If the page cannot hear it, the limit below stands.
        let _ = app.emit_to(MAIN, "ql-closing", ());
        let waiting = self.clone();
        thread::spawn(move || {
            thread::sleep(PAGE_LIMIT);
            waiting.finish();
            thread::sleep(COMMIT_LIMIT);
            waiting.leave();
        });
    }

    /// The page has nothing more to send: closes after what it has sent. Does nothing unless it was asked.
    pub fn finish(self: &Arc<Self>) {
        if self.window.get().is_none() || self.finishing.swap(true, Ordering::AcqRel) {
            return;
        }
        let last = self.clone();
        self.link.after_all(move || {
            last.core.close();
            last.leave();
        });
    }

    fn leave(&self) {
        if !self.said.swap(true, Ordering::AcqRel)
            && let Some(app) = self.window.get()
        {
            app.exit(0);
        }
    }
}
