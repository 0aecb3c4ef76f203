//! From the start of the program to its first usable screen, against an empty Tauri window that does nothing.
//! Both are started by the same driver on the same screen, in turns, and asked the same way.

use std::process::Command;
use std::time::Instant;

use ql_tests::screen::Screen;
use ql_tests::{Cli, place, window};

use crate::table::{Table, median};

const TURNS: usize = 7;

pub fn measure(table: &mut Table) {
    let cli = Cli::new();
    cli.json(&["demo"]);
    let screen = Screen::start();
    let (mut ours, mut empty) = (Vec::new(), Vec::new());
    for turn in 0..TURNS {
        let app = once(&cli, &screen, &place::app().to_string_lossy(), "Terrain vague");
        let window = once(&cli, &screen, &place::example("empty_window").to_string_lossy(), "empty window");
        // The first of each reads everything from the disk.
        if turn > 0 {
            ours.push(app);
            empty.push(window);
        }
    }
    let ratio = median(&ours) / median(&empty);
    let text = format!("{ratio:.2} × ({:.0} ms against {:.0} ms)", median(&ours), median(&empty));
    table.add("first usable screen with the demo / empty window", text, ratio, 1.3, "≤ 1.3 ×");
}

/// Milliseconds until the window shows `text`.
fn once(cli: &Cli, screen: &Screen, program: &str, text: &str) -> f64 {
    let mut driver = Command::new("WebKitWebDriver");
    screen.environment(cli.environment(&mut driver));
    driver.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
    let driver = ql_tests::driver::Driver::webkit(&mut driver);
    let begun = Instant::now();
    let page = window::open_with(driver, program, &[]);
    page.wait(text, "return document.body?.innerText.includes(arguments[0])", &[text.into()]);
    let took = begun.elapsed().as_secs_f64() * 1e3;
    page.close();
    took
}
