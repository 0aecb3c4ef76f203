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

#[test]
fn a_film_opens_from_its_pictures_and_is_renamed_from_the_keyboard() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    page.find("link", "Le Terrain vague");
    let picture = page.wait(
        "the film shows its pictures, and they stand still",
        "const strip = [...document.querySelectorAll('main .strip img')];
         const box = strip[2]?.getBoundingClientRect();
         const at = box && strip.every((one) => one.complete) ? [box.x + box.width / 2, box.y + box.height / 2] : null;
         const still = at && String(at) === window.stoodAt;
         window.stoodAt = String(at);
         return still ? at : null",
        &[],
    );
    page.click_at((picture[0].as_f64().unwrap(), picture[1].as_f64().unwrap()));
    page.find("heading", "Storyboard");

    desk.go("#/");
    page.find("link", "Le Terrain vague");
    page.script("all('link', 'Le Terrain vague')[0].focus()", &[]);
    page.press("F2");
    page.find("dialog", "Le film");
    page.type_text("Le toit d’à côté");
    page.press("Enter");
    page.gone("dialog", "Le film");
    desk.until_file("what is typed takes the place of the title", &film, |dump| {
        dump["film"]["title"] == "Le toit d’à côté"
    });
    assert!(page.find("link", "Le toit d’à côté").focused, "the film renamed has the focus again");
    desk.assert_quiet();
}

#[test]
fn a_dialog_begins_on_what_it_is_for() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    page.click("button", "Le Terrain vague Actions sur le film");
    page.click("menuitem", "Titre, encre, format…");
    page.find("dialog", "Le film");
    page.type_text("Un autre titre");
    assert_eq!(page.find("textbox", "Titre").value.as_deref(), Some("Un autre titre"), "one types the title");
    page.press("Escape");
    page.gone("dialog", "Le film");

    page.click("option", "1A …");
    page.press("m");
    page.find("dialog", "Déplacer : …");
    assert!(page.find("radio", "Le plan entier").focused, "one chooses what moves");
    page.press("Escape");
    page.gone("dialog", "Déplacer : …");

    let panel = desk.cli.dump(&film)["panels"][0]["id"].as_str().unwrap().to_owned();
    desk.go(&format!("#/film/{film}/draw/{panel}"));
    page.click("button", "Qui dessine ?");
    page.find("dialog", "Qui dessine ?");
    page.click("button", "Kevin");
    page.gone("dialog", "Qui dessine ?");
    page.click("button", "Kevin…");
    page.find("dialog", "Qui dessine ?");
    let face = "return document.activeElement?.matches('dialog [aria-pressed=true]')";
    page.wait("one begins on who draws now", face, &[]);
    page.press("Escape");

    desk.go("#/settings");
    page.click("button", "Nos mots");
    page.find("dialog", "Nos mots");
    assert!(page.find("radio", "Valeur de plan").focused, "one chooses which words");
    desk.assert_quiet();
}

#[test]
fn a_notice_covers_nothing_that_is_worked_with() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let panel = desk.cli.dump(&film)["panels"][0]["id"].as_str().unwrap().to_owned();
    let clear = "const notice = all('status', '').find((one) => one.innerText.includes('Rien à annuler') && one.firstElementChild)?.firstElementChild;
                 const below = document.querySelector(arguments[0])?.getBoundingClientRect();
                 return !!notice && !!below && notice.getBoundingClientRect().bottom <= below.top";
    for (place, foot) in [("shots".to_owned(), "main > section"), (format!("draw/{panel}"), "main > nav")] {
        desk.go(&format!("#/film/{film}/{place}"));
        page.find("button", "Annuler");
        page.wait(
            "what is worked with is there",
            "return !!document.querySelector(arguments[0])",
            &[json!(foot)],
        );
        page.press("Control+z");
        page.wait("the notice stands above it", clear, &[json!(foot)]);
        page.click("button", "Fermer");
    }
    desk.assert_quiet();
}

/// What is written on a button and leaves it, or touches its border.
const TIGHT: &str = "
  return all('radio', '').filter((button) => {
    const box = button.getBoundingClientRect();
    const words = document.createRange();
    return [...button.children].some((part) => {
      words.selectNodeContents(part);
      const rects = part.matches('svg') ? [part.getBoundingClientRect()] : [...words.getClientRects()];
      return rects.some(({ left, right }) => left < box.left + 1.5 || right > box.right - 1.5);
    });
  }).map((button) => button.innerText)";

#[test]
fn words_and_samples_stay_in_their_buttons_and_the_jump_out_of_sight() {
    let (mut desk, _) = Desk::demo();
    desk.page.resize(1024, 700);
    desk.go("#/settings");
    for (size, letters) in [("Normal", "Atkinson"), ("Énorme", "Écartées")] {
        desk.page.click("radio", size);
        desk.page.click("radio", letters);
        let set = "return all('radio', arguments[0])[0].getAttribute('aria-checked') === 'true'";
        desk.page.wait("the letters are these", set, &[json!(letters)]);
        let tight = desk.page.script(TIGHT, &[]);
        assert_eq!(tight, json!([]), "{size}, {letters}: words leave their buttons");
        let jump =
            desk.page.script("return all('link', 'Aller au travail')[0].getBoundingClientRect().bottom", &[]);
        assert!(jump.as_f64().unwrap() <= 0.0, "{size}: the jump is seen before it has the focus");
    }
    desk.page.reload();
    desk.page.find("heading", "Réglages");
    desk.page.press("Tab");
    let jump = desk.page.find("link", "Aller au travail");
    assert!(jump.focused && jump.y >= 0.0, "the jump comes into sight with the focus: {jump:?}");
    desk.assert_quiet();
}
