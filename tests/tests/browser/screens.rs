//! Every screen, in both languages and both lights: nothing for axe-core to say, no scroll bar of the page at
//! 1366 × 768 and 1366 × 650, and a picture of each to look at.

use ql_tests::{Page, axe};
use serde_json::{Value, json};

use crate::Desk;

/// A screen: its name, its address in the demo film, and what to do there before looking.
struct Screen {
    name: &'static str,
    place: String,
    /// Presses this key once the screen is there.
    key: Option<&'static str>,
    /// The screen is there when this is true.
    ready: &'static str,
}

fn screens(film: &str, panel: &str) -> Vec<Screen> {
    let screen = |name, place: String, key, ready| Screen { name, place, key, ready };
    vec![
        screen("home", "#/".into(), None, "return document.querySelector('main h2 a') !== null"),
        screen(
            "storyboard",
            format!("#/film/{film}/storyboard"),
            None,
            "return document.querySelectorAll('[data-cell]').length > 10",
        ),
        screen(
            "shots",
            format!("#/film/{film}/shots"),
            None,
            "return document.querySelectorAll('[data-row]').length > 5",
        ),
        screen(
            "draw",
            format!("#/film/{film}/draw/{panel}"),
            None,
            "const look = new OffscreenCanvas(128, 72).getContext('2d', { willReadFrequently: true });
             for (const one of document.querySelectorAll('[role=application][aria-busy=false] canvas'))
               if (one.width > 0) look.drawImage(one, 0, 0, 128, 72);
             return look.getImageData(0, 0, 128, 72).data.some((value) => value > 0)",
        ),
        screen(
            "trash",
            format!("#/film/{film}/trash"),
            None,
            "return document.querySelector('main.trash .empty') !== null",
        ),
        screen(
            "settings",
            "#/settings".into(),
            None,
            "return document.querySelector('main.settings section') !== null",
        ),
        screen(
            "keys",
            format!("#/film/{film}/storyboard"),
            Some("?"),
            "return document.querySelector('dialog:modal kbd') !== null",
        ),
        screen(
            "new-film",
            "#/".into(),
            Some("n"),
            "return document.querySelector('dialog:modal form') !== null",
        ),
        screen(
            "search",
            "#/".into(),
            Some("Control+k"),
            "return document.querySelector('dialog:modal input') !== null",
        ),
        screen(
            "move",
            format!("#/film/{film}/storyboard"),
            Some("m"),
            "return document.querySelector('dialog:modal select') !== null",
        ),
    ]
}

fn visit(desk: &Desk, screen: &Screen) {
    desk.go("#/settings");
    desk.page.wait(
        "settings between two screens",
        "return document.querySelector('main.settings') !== null",
        &[],
    );
    desk.go(&screen.place);
    if let Some(key) = screen.key {
        let ground = "return document.querySelector('main h2 a') !== null || document.querySelector('[data-cell][aria-selected=true]') !== null";
        desk.page.wait("the screen below the dialog", ground, &[]);
        desk.page.press(key);
    }
    desk.page.wait(screen.name, screen.ready, &[]);
    settle(&desk.page);
}

/// Every drawing in sight has its picture, painted, and nothing moves any more.
fn settle(page: &Page) {
    page.wait(
        "pictures and movements are done",
        "const coming = [...document.querySelectorAll('.thumb[style*=aspect-ratio]:not(.empty)')].filter((one) => {
           const { top, bottom, left, right } = one.getBoundingClientRect();
           // What is cut off or covered is not asked for.
           const shown = one.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
           return shown && !one.querySelector('img');
         });
         return coming.length === 0
           && [...document.images].every((one) => one.complete && one.naturalWidth > 0)
           && document.getAnimations().every((one) => one.playState !== 'running')
           && document.fonts.status === 'loaded'",
        &[],
    );
    page.script_later(
        "const done = arguments[arguments.length - 1];
         Promise.all([...document.images].map((one) => one.decode())).then(() => requestAnimationFrame(() => done(true)), () => done(false));",
        &[],
    );
}

fn walk(language: &str, theme: &str) {
    let (desk, film) = Desk::demo();
    let panel = desk.cli.dump(&film)["panels"][2]["id"].as_str().unwrap().to_owned();
    desk.page.find("heading", "Films");
    desk.go("#/settings");
    desk.page.click("radio", if theme == "dark" { "Nuit" } else { "Jour" });
    if language == "en" {
        desk.page.click("radio", "English");
        desk.page.find("heading", "Settings");
    }
    let mut wrong: Vec<String> = Vec::new();
    for screen in screens(&film, &panel) {
        visit(&desk, &screen);
        let name = format!("{}-{language}-{theme}", screen.name);
        desk.page.picture(&format!("screen-{name}"));
        wrong.extend(axe::violations(&desk.page).into_iter().map(|line| format!("{name}: {line}")));
        wrong.extend(foreign_words(&desk.page).into_iter().map(|line| format!("{name}: {line}")));
        if screen.key.is_some() {
            desk.page.press("Escape");
            desk.page.wait(
                "the dialog is closed",
                "return document.querySelector('dialog:modal') === null",
                &[],
            );
        }
    }
    assert!(wrong.is_empty(), "{} violations:\n{}", wrong.len(), wrong.join("\n"));
    desk.assert_quiet();
}

/// A key shown in place of its text: `board-add-shot`.
fn foreign_words(page: &Page) -> Vec<String> {
    let found = page.script(
        "return [...document.body.innerText.matchAll(/\\b[a-z]+(?:-[a-z_]+){1,5}\\b/g)].map((one) => one[0]).filter((word) => /^(board|draw|shots|trash|search|settings|film|card|key|keys|keyboard|file|path|error|welcome|faces|fields|backup|section)-/.test(word))",
        &[],
    );
    found.as_array().into_iter().flatten().map(|word| format!("the key {word} instead of its text")).collect()
}

#[test]
fn screens_in_french_by_day() {
    walk("fr", "light");
}

#[test]
fn screens_in_french_by_night() {
    walk("fr", "dark");
}

#[test]
fn screens_in_english_by_day() {
    walk("en", "light");
}

#[test]
fn screens_in_english_by_night() {
    walk("en", "dark");
}

#[test]
fn axe_would_see_what_we_did_wrong() {
    let desk = Desk::empty();
    desk.page.find("heading", "Bonjour. On fait un film ?");
    desk.page.script(
        "for (const left of [0, 12]) { const button = document.createElement('button'); button.className = 'wrong'; document.querySelector('main').append(button); button.style.cssText = `position:fixed;z-index:99;top:0;left:${left}px;width:10px;min-height:0;height:10px;padding:0` }",
        &[],
    );
    let found = axe::violations(&desk.page).join("\n");
    assert!(found.contains("button-name"), "a button without a name must be seen: {found}");
    assert!(found.contains("target-size"), "a target too small must be seen: {found}");
}

#[test]
fn the_first_run_has_nothing_to_stumble_over() {
    let desk = Desk::empty();
    desk.page.find("heading", "Bonjour. On fait un film ?");
    settle(&desk.page);
    desk.page.picture("screen-welcome-fr-light");
    let wrong = axe::violations(&desk.page);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    desk.page.click("button", "English");
    desk.page.gone("heading", "Bonjour. On fait un film ?");
    desk.page.picture("screen-welcome-en-light");
    desk.assert_quiet();
}

#[test]
fn small_laptops_see_every_screen_without_a_scroll_bar_of_the_page() {
    let (mut desk, film) = Desk::demo();
    let panel = desk.cli.dump(&film)["panels"][2]["id"].as_str().unwrap().to_owned();
    desk.page.find("heading", "Films");
    let mut wrong = Vec::new();
    for height in [768, 650] {
        desk.page.resize(1366, height);
        for screen in screens(&film, &panel) {
            visit(&desk, &screen);
            let sizes = desk.page.script(
                "const root = document.scrollingElement; return [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight, innerWidth, innerHeight]",
                &[],
            );
            assert_eq!(
                (&sizes[2], &sizes[3]),
                (&json!(1366), &json!(height)),
                "the viewport is what we asked for"
            );
            if sizes[0].as_f64() > Some(0.0) || sizes[1].as_f64() > Some(0.0) {
                wrong.push(format!(
                    "{} at {height}: the page is {} × {} too large",
                    screen.name, sizes[0], sizes[1]
                ));
            }
            wrong.extend(
                out_of_sight(&desk.page)
                    .into_iter()
                    .map(|name| format!("{} at {height}: {name} is out of sight", screen.name)),
            );
            if height == 650 {
                desk.page.picture(&format!("screen-{}-650", screen.name));
            }
            if screen.key.is_some() {
                desk.page.press("Escape");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Main actions (the blue ones) that are not wholly in the window.
fn out_of_sight(page: &Page) -> Vec<String> {
    let found = page.script(
        "const ground = document.querySelector('dialog:modal') ?? document; return [...ground.querySelectorAll('button.main, .main > button, a.main')].filter(shown).filter((one) => { const box = one.getBoundingClientRect(); return box.bottom > innerHeight || box.right > innerWidth || box.top < 0 || box.left < 0; }).map(nameOf)",
        &[],
    );
    let names: Vec<Value> = found.as_array().cloned().unwrap_or_default();
    names.iter().map(ToString::to_string).collect()
}
