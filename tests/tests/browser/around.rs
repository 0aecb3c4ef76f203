//! What is around a film: language, light, search, hostile words, a second page on the same film.

use serde_json::json;

use crate::Desk;
use ql_tests::{Cli, Page};

#[test]
fn the_language_changes_at_once_and_stays() {
    let (desk, _) = Desk::demo();
    let page = &desk.page;
    page.find("heading", "Films");
    page.click("link", "Réglages");
    page.click("radio", "English");
    page.find("heading", "Settings");
    assert_eq!(page.script("return document.documentElement.lang", &[]), "en", "a screen reader must know");
    page.reload();
    page.find("heading", "Settings");
    page.click("radio", "Français");
    page.find("heading", "Réglages");
    desk.assert_quiet();
}

#[test]
fn light_and_night() {
    let (desk, _) = Desk::demo();
    let page = &desk.page;
    desk.go("#/settings");
    let ground = || page.script("return getComputedStyle(document.body).backgroundColor", &[]);
    page.click("radio", "Jour");
    page.wait("it is day", "return document.documentElement.dataset.theme !== 'dark'", &[]);
    let day = ground();
    page.click("radio", "Nuit");
    page.wait("it is night", "return document.documentElement.dataset.theme === 'dark'", &[]);
    assert_ne!(ground(), day, "the table is dark at night");
    desk.assert_quiet();
}

#[test]
fn search_finds_and_opens() {
    let (desk, _) = Desk::demo();
    let page = &desk.page;
    page.click("button", "Chercher…");
    page.find("searchbox", "Chercher dans les films");
    page.type_text("terrain");
    page.wait("there are results", "return document.querySelectorAll('#search-results a').length > 0", &[]);
    page.picture("journey-search");
    page.press("Enter");
    page.gone("searchbox", "Chercher dans les films");
    page.wait("the film is open", "return location.hash.startsWith('#/film/')", &[]);
    desk.assert_quiet();
}

#[test]
fn a_scene_without_shots_is_found_and_stays_where_it_is_looked_at() {
    let cli = Cli::new();
    let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
    cli.call("add_scene", &json!({"film": film, "heading": "Chaufferie"}));
    let desk = Desk::on(cli);
    let page = &desk.page;
    page.click("button", "Chercher…");
    page.find("searchbox", "Chercher dans les films");
    // At once, as a quick hand does: what opens is the result of the whole word.
    page.type_text("chaufferie");
    page.press("Enter");
    let chosen = "return document.activeElement?.dataset.heading !== undefined && nameOf(document.activeElement) === arguments[0]";
    page.wait("the scene is chosen", chosen, &[json!("Chaufferie")]);
    page.reload();
    page.wait("the address says it", chosen, &[json!("Chaufferie")]);

    // What is written into another scene does not bring the one of the address back.
    page.click("button", "Hall, bâtiment C…");
    page.fill("textbox", "Jour de l’histoire", "Lundi");
    desk.until_file("it is written", &film, |dump| {
        dump["scenes"].as_array().unwrap().iter().any(|scene| scene["story_day"] == "Lundi")
    });
    assert_eq!(page.find("button", "Hall, bâtiment C…").pressed, Some(true), "the choice stays");
    desk.assert_quiet();
}

#[test]
fn hostile_titles_are_shown_as_text() {
    let cli = Cli::new();
    let titles = [
        "<script>document.title='pris'</script><img src=x onerror=\"document.title='pris'\">".to_owned(),
        "\u{202e}retourné".to_owned(),
        "🎬".repeat(10_000),
    ];
    let mut batch = cli.batch();
    for title in &titles {
        batch.call("add_film", &json!({"title": title}));
    }
    batch.end();
    let desk = Desk::on(cli);
    let page = &desk.page;
    page.find("link", "<script>document.title=…");
    assert_ne!(page.script("return document.title", &[]), "pris", "a title is text");
    assert_eq!(
        page.script("return document.querySelectorAll('main img[src=x], main script').length", &[]),
        0
    );
    assert!(overflow(page).is_empty(), "a long title must not stretch the page: {:?}", overflow(page));
    page.click("link", "<script>document.title=…");
    page.find("heading", "Storyboard");
    assert_ne!(page.script("return document.title", &[]), "pris");
    page.picture("journey-hostile");
    desk.assert_quiet();
}

fn overflow(page: &Page) -> Vec<f64> {
    let sizes = page.script("const root = document.scrollingElement; return [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight]", &[]);
    sizes
        .as_array()
        .unwrap()
        .iter()
        .filter_map(serde_json::Value::as_f64)
        .filter(|more| *more > 0.0)
        .collect()
}

#[test]
fn without_its_token_the_address_opens_nothing() {
    let (desk, _) = Desk::demo();
    let bare = desk.server.address.split('#').next().unwrap().to_owned();
    let stranger = Page::chromium();
    stranger.goto(&bare);
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert_eq!(
        stranger.script("return document.body.innerText.includes('Terrain vague')", &[]),
        false,
        "who does not have the token sees no film"
    );
    assert_eq!(
        desk.page.script("return location.hash.includes('token')", &[]),
        false,
        "the token leaves the address"
    );
}
