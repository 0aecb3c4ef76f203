//! The app's real window, on a screen of its own, driven through WebKitWebDriver.

use std::path::PathBuf;
use std::process::Command;

use serde_json::json;

use crate::cli::Cli;
use crate::driver::Driver;
use crate::page::Page;
use crate::place;
use crate::screen::Screen;

/// Opens the window of the app on a journey's workspace. `words` are given to the app.
///
/// The session must not name a browser: WebKitWebDriver would look for MiniBrowser.
pub fn open(cli: &Cli, screen: &Screen, words: &[&str]) -> Page {
    start(cli, screen, words, None, None)
}

/// Opens the window where this is the bus of the system.
pub fn open_on_bus(cli: &Cli, screen: &Screen, bus: &str) -> Page {
    start(cli, screen, &[], None, Some(bus))
}

/// What the system would do for a person: no driver presses a button of its dialogs, nor looks at its viewer.
pub struct Rehearsal {
    /// The path that is chosen in every dialog of files; an empty one closes them.
    pub answer: PathBuf,
    /// The program that shows files.
    pub viewer: PathBuf,
}

impl Rehearsal {
    /// Every dialog answers `answer`; what is shown to a person is copied to `seen`.
    #[cfg(unix)]
    pub fn new(cli: &Cli, answer: impl Into<PathBuf>, seen: &std::path::Path) -> Self {
        use std::os::unix::fs::PermissionsExt as _;
        let viewer = cli.home().join("viewer.sh");
        // Whole or not at all, for who waits for it.
        let script = format!("#!/bin/sh\ncp \"$1\" '{0}.part' && mv '{0}.part' '{0}'\n", seen.display());
        std::fs::write(&viewer, script).expect("the home of a journey can be written");
        std::fs::set_permissions(&viewer, std::fs::Permissions::from_mode(0o755)).expect("it is ours");
        Self { answer: answer.into(), viewer }
    }
}

/// Opens the window where the system's dialogs and its viewer are rehearsed.
pub fn open_rehearsed(cli: &Cli, screen: &Screen, rehearsal: &Rehearsal) -> Page {
    start(cli, screen, &[], Some(rehearsal), None)
}

fn start(
    cli: &Cli,
    screen: &Screen,
    words: &[&str],
    rehearsal: Option<&Rehearsal>,
    bus: Option<&str>,
) -> Page {
    let mut command = Command::new("WebKitWebDriver");
    screen.environment(cli.environment(&mut command));
    command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
    if let Some(Rehearsal { answer, viewer }) = rehearsal {
        command.env("QUARTIER_LIBRE_DIALOG_ANSWER", answer).env("QUARTIER_LIBRE_VIEWER", viewer);
    }
    if let Some(bus) = bus {
        command.env("DBUS_SYSTEM_BUS_ADDRESS", bus);
    }
    open_with(Driver::webkit(&mut command), &place::app().to_string_lossy(), words)
}

/// Opens a program that holds a webview with a driver that is already on a screen.
pub fn open_with(driver: Driver, program: &str, words: &[&str]) -> Page {
    let capabilities = json!({"webkitgtk:browserOptions": {"binary": program, "args": words}});
    Page::open(driver, &capabilities)
}
