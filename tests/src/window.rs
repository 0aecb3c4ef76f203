//! The app's real window, on a screen of its own, driven through WebKitWebDriver.

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
    let mut command = Command::new("WebKitWebDriver");
    screen.environment(cli.environment(&mut command));
    command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
    open_with(Driver::webkit(&mut command), &place::app().to_string_lossy(), words)
}

/// Opens a program that holds a webview with a driver that is already on a screen.
pub fn open_with(driver: Driver, program: &str, words: &[&str]) -> Page {
    let capabilities = json!({"webkitgtk:browserOptions": {"binary": program, "args": words}});
    Page::open(driver, &capabilities)
}
