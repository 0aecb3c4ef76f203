//! From a new film to a drawing: with the mouse, the eraser, undo, and the page loaded again.

use ql_tests::Spot;
use serde_json::Value;

use crate::Desk;

/// A line across the sheet, from left to right at this height (0 to 1).
fn line(sheet: &Spot, down: f64) -> Vec<(f64, f64)> {
    (0..=24).map(|step| sheet.at(0.25 + f64::from(step) * 0.02, down + f64::from(step % 5) * 0.004)).collect()
}

fn strokes(dump: &Value) -> u64 {
    dump["drawings"][0]["strokes"].as_u64().unwrap_or(0)
}

#[test]
fn a_film_is_begun_drawn_erased_and_found_again() {
    let desk = Desk::empty();
    let page = &desk.page;
    page.find("heading", "Bonjour. On fait un film ?");
    page.click("button", "Commencer un film…");
    page.find("dialog", "Commencer un film");
    page.click("textbox", "Titre…");
    page.type_text("Le bus de nuit");
    page.press("Enter");
    page.click("button", "Ajouter le premier plan");
    page.find("option", "1A …");
    let film = desk.cli.json(&["films"])["films"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(desk.cli.dump(&film)["film"]["title"], "Le bus de nuit");

    page.click("button", "Dessiner…");
    let sheet = page.find("application", "Feuille de 1A");
    page.press("2");
    page.drag(&line(&sheet, 0.3));
    page.drag(&line(&sheet, 0.5));
    page.drag(&line(&sheet, 0.7));
    let dump = desk.until_file("three strokes are in the file", &film, |dump| strokes(dump) == 3);
    assert_eq!(dump["drawings"][0]["ink_strokes"], 3, "the brush draws on the ink layer");

    page.press("1");
    page.drag(&line(&sheet, 0.6));
    let dump = desk.until_file("the pencil's stroke is in the file", &film, |dump| strokes(dump) == 4);
    assert_eq!(dump["drawings"][0]["ink_strokes"], 3, "the blue pencil draws on the sketch layer");

    page.press("4");
    let (x, y) = sheet.at(0.5, 0.3);
    page.drag(&[(x, y - 60.0), (x, y - 20.0), (x, y), (x, y + 20.0), (x, y + 40.0)]);
    desk.until_file("the eraser took one stroke", &film, |dump| strokes(dump) == 3);
    page.press("Control+z");
    desk.until_file("undo brought it back", &film, |dump| strokes(dump) == 4);
    page.picture("journey-drawing");

    page.reload();
    page.find("application", "Feuille de 1A");
    page.press("Control+z");
    desk.until_file("undo works after the page was loaded again", &film, |dump| strokes(dump) == 3);
    page.click("button", "Dessin fini");
    desk.until_file("the drawing is finished", &film, |dump| dump["drawings"][0]["finished"] == true);
    desk.assert_quiet();
}

#[test]
fn a_stroke_in_progress_is_kept_when_the_focus_is_lost() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let before = desk.cli.dump(&film);
    let panel = before["panels"][0].clone();
    let at = |dump: &Value| {
        let drawings = dump["drawings"].as_array().unwrap().clone();
        drawings.iter().find(|drawing| drawing["id"] == panel["drawing"]).unwrap()["strokes"]
            .as_u64()
            .unwrap()
    };
    desk.go(&format!("#/film/{film}/draw/{}", panel["id"].as_str().unwrap()));
    let sheet = page.find("application", "Feuille de …");
    page.press("2");
    page.press_and_hold(&line(&sheet, 0.4));
    page.script("window.dispatchEvent(new Event('blur'))", &[]);
    desk.until_file("the stroke is finished and kept", &film, |dump| at(dump) == at(&before) + 1);
    page.release();
}

#[test]
fn drawing_goes_from_panel_to_panel_without_leaving() {
    let (desk, film) = Desk::demo();
    let dump = desk.cli.dump(&film);
    let label = |at: usize| dump["panels"][at]["label"].as_str().unwrap().to_owned();
    desk.go(&format!("#/film/{film}/draw/{}", dump["panels"][0]["id"].as_str().unwrap()));
    desk.page.find("application", &format!("Feuille de {}", label(0)));
    desk.page.press("PageDown");
    desk.page.find("application", &format!("Feuille de {}", label(1)));
    desk.page.press("PageUp");
    desk.page.find("application", &format!("Feuille de {}", label(0)));
    desk.page.press("Escape");
    desk.page.find("heading", "Storyboard");
    desk.assert_quiet();
}

#[test]
fn undo_shows_where_it_took_something_back() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let dump = desk.cli.dump(&film);
    let panel = |at: usize| dump["panels"][at].clone();
    let drawn = |dump: &Value| {
        let drawings = dump["drawings"].as_array().unwrap().clone();
        let one = drawings.iter().find(|drawing| drawing["id"] == panel(2)["drawing"]).unwrap();
        one["strokes"].as_u64().unwrap()
    };
    desk.go(&format!("#/film/{film}/draw/{}", panel(2)["id"].as_str().unwrap()));
    let sheet = page.find("application", "Feuille de 1C/1");
    page.press("2");
    page.drag(&line(&sheet, 0.4));
    desk.until_file("the stroke is in the file", &film, |now| drawn(now) == drawn(&dump) + 1);
    page.press("PageDown");
    page.find("application", "Feuille de 1C/2");
    page.press("Control+z");
    page.find("application", "Feuille de 1C/1");
    page.wait(
        "what was undone is said, and where",
        "return document.body.innerText.includes('Annulé (case 1C/1)')",
        &[],
    );
    assert_eq!(drawn(&desk.cli.dump(&film)), drawn(&dump));
    desk.assert_quiet();
}

#[test]
fn undo_goes_back_to_the_panel_of_an_arrow_and_of_a_text() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let panel = desk.cli.dump(&film)["panels"][2].clone();
    let marks = |what: &str, count: usize| {
        ql_tests::wait_for(what, std::time::Duration::from_secs(10), || {
            let there =
                desk.cli.call("get_drawing", &serde_json::json!({"drawing": panel["drawing"]}))["marks"]
                    .clone();
            (there.as_array()?.len() == count).then_some(())
        });
    };
    desk.go(&format!("#/film/{film}/draw/{}", panel["id"].as_str().unwrap()));
    let sheet = page.find("application", "Feuille de 1C/1");

    page.press("5");
    page.drag(&[sheet.at(0.3, 0.4), sheet.at(0.4, 0.4), sheet.at(0.6, 0.4)]);
    marks("the arrow is in the file", 1);
    page.press("Control+z");
    marks("it is taken back", 0);
    page.wait(
        "on its own panel that is said",
        "return document.body.innerText.includes('flèche ou texte')",
        &[],
    );
    assert_eq!(
        page.script("return [...document.querySelectorAll('[role=status]')].some((one) => one.innerText.includes('Annulé'))", &[]),
        false,
        "and nothing covers the film: one sees it go"
    );

    for kind in ["arrow", "text"] {
        page.press(if kind == "arrow" { "5" } else { "6" });
        if kind == "arrow" {
            page.drag(&[sheet.at(0.3, 0.4), sheet.at(0.4, 0.4), sheet.at(0.6, 0.4)]);
        } else {
            page.click_at(sheet.at(0.3, 0.7));
            page.find("textbox", "Écrire sur le dessin");
            page.type_text("Dehors");
            page.press("Escape");
        }
        marks("it is in the file", 1);
        page.press("PageDown");
        page.find("application", "Feuille de 1C/2");
        page.press("Control+z");
        page.find("application", "Feuille de 1C/1");
        page.wait(
            "what was undone is said, and where",
            "return document.body.innerText.includes('Annulé (case 1C/1)')",
            &[],
        );
        marks("it is taken back", 0);
        page.press("PageDown");
        page.find("application", "Feuille de 1C/2");
        page.press("Control+y");
        page.find("application", "Feuille de 1C/1");
        marks("it is there again", 1);
        page.press("Control+z");
        marks("and taken back", 0);
    }
    desk.assert_quiet();
}

#[test]
fn a_panel_that_is_no_more_is_told_and_left_for_good() {
    let cli = ql_tests::Cli::new();
    let (film, _) = cli.film("Le toit");
    let desk = Desk::on(cli);
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    page.click("button", "Ajouter un plan");
    page.find("option", "1A …");
    page.click("button", "Dessiner…");
    page.find("application", "Feuille de 1A");
    let steps = page.script("return history.length", &[]);
    page.press("Control+z");
    page.wait(
        "the page says why it went away",
        "return document.body.innerText.includes('Cette case n’est plus au storyboard.')",
        &[],
    );
    page.find("heading", "Storyboard");
    assert_eq!(page.script("return history.length", &[]), steps, "the way back does not lead here again");
    page.script("history.back()", &[]);
    page.wait("one step back is the board", "return location.hash.includes('/storyboard')", &[]);
    desk.assert_quiet();
}

#[test]
fn a_killed_core_is_told_and_nothing_drawn_before_is_lost() {
    let desk = Desk::empty();
    let page = &desk.page;
    page.click("button", "Voir la démo…");
    page.find("option", "1A …");
    let film = desk.cli.json(&["films"])["films"][0]["id"].as_str().unwrap().to_owned();
    let panel = desk.cli.dump(&film)["panels"][0].clone();
    desk.go(&format!("#/film/{film}/draw/{}", panel["id"].as_str().unwrap()));
    let sheet = page.find("application", "Feuille de …");
    page.press("2");
    page.drag(&line(&sheet, 0.4));
    page.wait("the bar says that it is kept", "return document.body.innerText.includes('Enregistré')", &[]);
    let Desk { cli, page, server } = desk;
    let strokes = cli.call("get_drawing", &serde_json::json!({"drawing": panel["drawing"]}));
    server.kill();
    page.wait(
        "the page says that the core is gone",
        "return /Liaison coupée|liaison/.test(document.body.innerText)",
        &[],
    );
    let again = cli.call("get_drawing", &serde_json::json!({"drawing": panel["drawing"]}));
    assert_eq!(again["strokes"], strokes["strokes"]);
    assert_eq!(cli.json(&["check"])["ok"], true);
}

/// What has the focus: its role, or its tag.
const FOCUSED: &str = "
  const { activeElement: one } = document;
  return one.getAttribute('role') ?? one.localName";

#[test]
fn the_keyboard_goes_on_where_the_work_is() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let on_paper = |why: &str| {
        page.wait(why, "return document.activeElement?.getAttribute('role') === 'application'", &[]);
        assert_eq!(
            page.script("return document.querySelector('.cross') === null", &[]),
            true,
            "{why}: the arrows stay with the film"
        );
    };
    desk.go(&format!("#/film/{film}/storyboard"));
    page.click("option", "1A …");
    page.press("Enter");
    let sheet = page.find("application", "Feuille de 1A");
    on_paper("from the storyboard to the paper");
    page.press("Enter");
    page.wait("Enter brings the crosshair", "return document.querySelector('.cross') !== null", &[]);
    page.press("ArrowRight");
    page.press("Escape");
    page.find("application", "Feuille de 1A");
    on_paper("and Escape takes it away");
    page.press("ArrowRight");
    page.find("application", "Feuille de 1B");

    page.press("5");
    page.drag(&[sheet.at(0.3, 0.4), sheet.at(0.4, 0.4), sheet.at(0.6, 0.4)]);
    page.find("button", "Enlever");
    page.script("all('button', 'Enlever')[0].focus()", &[]);
    page.press("Enter");
    on_paper("an arrow is removed");
    page.wait("it is gone", "return document.querySelector('g.mark') === null", &[]);
    page.press("Control+z");
    page.wait("and back", "return document.querySelector('g.mark') !== null", &[]);
    page.script("document.querySelector('g.mark').focus()", &[]);
    page.press("Delete");
    on_paper("by its own key");

    page.press("6");
    page.click_at(sheet.at(0.3, 0.7));
    page.find("textbox", "Écrire sur le dessin");
    page.type_text("Dehors");
    page.press("Escape");
    on_paper("a text is written");
    page.press("Escape");
    page.find("heading", "Storyboard");
    desk.assert_quiet();
}

#[test]
fn a_text_begun_by_the_keyboard_gives_the_crosshair_back() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let panel = desk.cli.dump(&film)["panels"][0]["id"].as_str().unwrap().to_owned();
    desk.go(&format!("#/film/{film}/draw/{panel}"));
    page.find("application", "Feuille de 1A");
    page.press("6");
    page.press("Space");
    page.find("textbox", "Écrire sur le dessin");
    page.type_text("Dehors");
    page.press("Escape");
    page.wait("the crosshair is there again", "return document.querySelector('.cross') !== null", &[]);
    assert_eq!(page.script(FOCUSED, &[]), "application");
    desk.assert_quiet();
}

#[test]
fn a_button_that_changes_under_the_focus_leaves_it_to_the_next() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let panel = desk.cli.dump(&film)["panels"][0]["id"].as_str().unwrap().to_owned();
    desk.go(&format!("#/film/{film}/draw/{panel}"));
    page.find("application", "Feuille de 1A");
    for finished in [false, true] {
        page.script("all('button', 'Dessin fini')[0].focus()", &[]);
        page.press("Enter");
        page.wait(
            "the button that took its place has the focus",
            "return (document.activeElement.ariaPressed === 'true') === arguments[0] && document.activeElement.innerText.includes('Dessin fini')",
            &[finished.into()],
        );
    }
    desk.assert_quiet();
}
