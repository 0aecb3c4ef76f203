//! Journeys in the app's real window, through WebKitWebDriver on a screen of their own: the first run;
//! draw, close and open again; the keyboard only; a second launch; a film that is printed and saved. Chromium
//! proves the pages; this proves what is around them: the window, its protocol for pictures, its commands, WebKit's
//! own pointer and keys.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey stops where it stands, and says what it saw"
)]

#[cfg(unix)]
mod print;
#[cfg(unix)]
mod register;
#[cfg(target_os = "linux")]
mod sleep;

use std::time::Duration;

use ql_tests::screen::Screen;
use ql_tests::{Cli, Page, wait_for, window};
use serde_json::{Value, json};

/// Reads the file beside the open window until it says what is wanted.
fn until_file(cli: &Cli, what: &str, film: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    wait_for(what, Duration::from_secs(15), || {
        let dump = cli.dump(film);
        wanted(&dump).then_some(dump)
    })
}

fn only_film(cli: &Cli) -> String {
    wait_for("the film is in the file", Duration::from_secs(10), || {
        cli.json(&["films"])["films"][0]["id"].as_str().map(str::to_owned)
    })
}

fn strokes(dump: &Value) -> u64 {
    dump["drawings"].as_array().unwrap().iter().filter_map(|drawing| drawing["strokes"].as_u64()).sum()
}

#[test]
fn first_run_from_the_welcome_to_a_new_film() {
    let (cli, screen) = (Cli::new(), Screen::start());
    let page = window::open(&cli, &screen, &[]);
    page.find("heading", "Bonjour. On fait un film ?");
    page.picture("window-welcome");
    page.click("button", "Commencer un film…");
    page.find("dialog", "Commencer un film");
    page.click("textbox", "Titre…");
    page.type_text("Premier film");
    page.picture("window-new-film");
    page.click("button", "Commencer le film");
    page.click("button", "Ajouter le premier plan");
    page.find("option", "1A …");
    page.picture("window-first-shot");
    page.close();
    assert_eq!(cli.json(&["films"])["films"][0]["title"], "Premier film");
    assert_eq!(cli.json(&["check"])["ok"], true);
}

#[test]
fn draw_close_and_open_again() {
    let (cli, screen) = (Cli::new(), Screen::start());
    let (film, scene) = cli.film("Le toit");
    let shot = ql_tests::cli::id(&cli.call("add_shot", &json!({"scene": scene})));
    cli.call("add_panel", &json!({"shot": shot}));
    let page = window::open(&cli, &screen, &[]);
    page.click("link", "Le toit");
    page.click("option", "1A …");
    page.click("button", "Dessiner…");
    let sheet = page.find("application", "Feuille de 1A");
    page.press("2");
    for down in [0.3, 0.5] {
        let line: Vec<(f64, f64)> =
            (0..=20).map(|step| sheet.at(0.3 + f64::from(step) * 0.02, down)).collect();
        page.drag(&line);
    }
    until_file(&cli, "both strokes are in the file", &film, |dump| strokes(dump) == 2);
    page.picture("window-drawn");
    page.close();

    let page = window::open(&cli, &screen, &[]);
    page.click("link", "Le toit");
    page.find("option", "1A …");
    page.wait(
        "the picture of the drawing is on the board",
        "return [...document.querySelectorAll('[data-cell] img')].some((one) => one.complete && one.naturalWidth > 0)",
        &[],
    );
    page.picture("window-opened-again");
    page.click("button", "Dessiner…");
    page.find("application", "Feuille de 1A");
    page.press("Control+z");
    until_file(&cli, "undo survived the closed window", &film, |dump| strokes(dump) == 1);
    page.close();
    assert_eq!(cli.json(&["check"])["ok"], true);
}

#[test]
fn a_whole_journey_by_keyboard() {
    let (cli, screen) = (Cli::new(), Screen::start());
    let page = window::open(&cli, &screen, &[]);
    page.find("heading", "Bonjour. On fait un film ?");
    tab_to(&page, "Commencer un film");
    page.press("Enter");
    page.find("dialog", "Commencer un film");
    page.wait("the title has the focus", "return document.activeElement?.localName === 'input'", &[]);
    page.type_text("Sans souris");
    page.press("Enter");
    page.find("heading", "Storyboard");
    tab_to(&page, "Ajouter le premier plan");
    page.press("Enter");
    let film = only_film(&cli);
    page.find("option", "1A …");
    tab_to(&page, "1A ");
    page.press("n");
    until_file(&cli, "N added a panel", &film, |dump| dump["panels"].as_array().unwrap().len() == 2);
    page.press("Shift+N");
    until_file(&cli, "Shift and N added a shot", &film, |dump| dump["shots"].as_array().unwrap().len() == 2);
    page.find("option", "1B …");
    page.press("Enter");
    page.find("application", "Feuille de …");
    page.press("2");
    tab_to(&page, "Feuille de");
    page.press("ArrowRight");
    page.press("Space");
    for _ in 0..6 {
        page.press("ArrowRight");
        page.press("ArrowDown");
    }
    page.press("Space");
    until_file(&cli, "a stroke drawn with the arrows", &film, |dump| strokes(dump) == 1);
    page.picture("window-keyboard");
    page.press("Escape");
    page.press("Escape");
    page.find("heading", "Storyboard");
    page.close();
    assert_eq!(cli.json(&["check"])["ok"], true);
}

#[test]
fn a_second_launch_brings_the_first_window_forward() {
    let (cli, other, screen) = (Cli::new(), Cli::new(), Screen::start());
    let first = window::open(&cli, &screen, &[]);
    first.find("heading", "Bonjour. On fait un film ?");
    // Another window, of another home, takes the keyboard.
    let second = window::open(&other, &screen, &[]);
    second.find("heading", "Bonjour. On fait un film ?");
    let focused = |page: &Page| page.script("return document.hasFocus()", &[]) == true;
    wait_for("the other window has the keyboard", Duration::from_secs(10), || {
        (focused(&second) && !focused(&first)).then_some(())
    });

    let mut again = cli.command(&[]);
    let said = ql_tests::cli::said(screen.environment(&mut again));
    assert_eq!(said.code, 0, "the second launch has nothing more to do: {said:?}");
    wait_for("the first window has the keyboard", Duration::from_secs(10), || focused(&first).then_some(()));
    assert!(!focused(&second));
}

/// Presses Tab until the focus is on what has this name.
fn tab_to(page: &Page, name: &str) {
    for _ in 0..80 {
        let now = page.script("return document.activeElement ? nameOf(document.activeElement) : ''", &[]);
        if now.as_str().is_some_and(|now| now.starts_with(name)) {
            return;
        }
        page.press("Tab");
    }
    page.picture("failed");
    panic!("80 times Tab, and the focus never came to \"{name}\"");
}
