//! Every screen, in both languages and both lights: nothing for axe-core to say, no scroll bar of the page at
//! 1366 × 768 and 1366 × 650, and a picture of each to look at.

use ql_tests::{Page, axe};
use serde_json::{Value, json};

use crate::Desk;
use crate::tour::Tour;

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
    let tour = Tour::new(language, theme);
    let page = &tour.desk.page;
    let mut wrong: Vec<String> = Vec::new();
    for screen in &tour.screens {
        tour.visit(screen);
        settle(page);
        let name = format!("{}-{language}-{theme}", screen.name);
        page.picture(&format!("screen-{name}"));
        wrong.extend(axe::violations(page).into_iter().map(|line| format!("{name}: {line}")));
        wrong.extend(foreign_words(page).into_iter().map(|line| format!("{name}: {line}")));
        tour.leave(screen);
    }
    assert!(wrong.is_empty(), "{} violations:\n{}", wrong.len(), wrong.join("\n"));
    tour.desk.assert_quiet();
}

/// A key shown in place of its text: `board-add-shot`.
fn foreign_words(page: &Page) -> Vec<String> {
    let found = page.script(
        "return [...document.body.innerText.matchAll(/\\b[a-z]+(?:-[a-z_]+){1,5}\\b/g)].map((one) => one[0]).filter((word) => /^(board|draw|shots|trash|search|settings|film|card|key|keys|keyboard|file|path|print|error|welcome|faces|fields|backup|backups|restore|problem|section)-/.test(word))",
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
    let mut tour = Tour::new("fr", "light");
    let mut wrong = Vec::new();
    for height in [768, 650] {
        tour.desk.page.resize(1366, height);
        let page = &tour.desk.page;
        for screen in &tour.screens {
            tour.visit(screen);
            settle(page);
            let sizes = page.script(
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
                out_of_sight(page)
                    .into_iter()
                    .map(|name| format!("{} at {height}: {name} is out of sight", screen.name)),
            );
            if height == 650 {
                page.picture(&format!("screen-{}-650", screen.name));
            }
            tour.leave(screen);
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
