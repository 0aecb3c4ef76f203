//! The storyboard: order by hand, by keyboard and by the dialog; the trash and back.

use ql_tests::Cli;
use serde_json::{Value, json};

use crate::{Desk, shots};

#[test]
fn shots_are_reordered_by_dragging_and_undone() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    page.click("link", "Le Terrain vague");
    let before = shots(&desk.cli.dump(&film));
    let first = page.find("option", "1A …");
    let second = page.find("option", "1B …");
    // To the right half of the second case: after it.
    let (from, to) = (first.at(0.5, 0.3), second.at(0.85, 0.3));
    let path: Vec<(f64, f64)> = (0..=12)
        .map(|step| {
            let part = f64::from(step) / 12.0;
            (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
        })
        .collect();
    page.drag(&path);
    let after = desk.until_file("the first shot is now second", &film, |dump| shots(dump)[1] == before[0]);
    assert_eq!(shots(&after)[0], before[1]);
    page.find("option", "1A …");
    page.picture("journey-reordered");
    page.click("button", "Annuler");
    desk.until_file("the order is as before", &film, |dump| shots(dump) == before);
    desk.assert_quiet();
}

#[test]
fn shots_are_reordered_by_keyboard_and_by_the_dialog() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    page.click("link", "Le Terrain vague");
    let before = shots(&desk.cli.dump(&film));
    page.click("option", "1A …");
    page.press("Alt+ArrowRight");
    desk.until_file("Alt and the arrow moved it", &film, |dump| shots(dump)[1] == before[0]);
    page.press("Alt+ArrowLeft");
    desk.until_file("and back", &film, |dump| shots(dump) == before);

    page.press("m");
    page.find("dialog", "Déplacer : …");
    page.choose("combobox", "À quelle place ?", "Après le plan 1B…");
    page.click("button", "Déplacer");
    desk.until_file("the dialog moved it", &film, |dump| shots(dump)[1] == before[0]);
    desk.assert_quiet();
}

#[test]
fn what_is_deleted_waits_in_the_trash_and_comes_back() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    page.click("link", "Le Terrain vague");
    let before = desk.cli.dump(&film);
    page.click("option", "1A …");
    page.press("Delete");
    desk.until_file("the shot or its panel is in the trash", &film, |dump| {
        shots(dump).len() < shots(&before).len() || live(dump) < live(&before)
    });
    page.click("link", "Corbeille…");
    page.find("heading", "Corbeille et retrouvés");
    page.picture("journey-trash");
    page.click("button", "Remettre…");
    desk.until_file("everything is back", &film, |dump| {
        shots(dump) == shots(&before) && live(dump) == live(&before)
    });
    page.wait("the trash is empty", "return document.body.innerText.includes('Rien n’est perdu')", &[]);
    desk.assert_quiet();
}

fn live(dump: &serde_json::Value) -> usize {
    dump["panels"].as_array().unwrap().iter().filter(|panel| panel["life"] == "live").count()
}

#[test]
fn the_grid_works_without_a_mouse() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    page.find("option", "1A …");
    page.click("option", "1A …");
    page.press("ArrowRight");
    page.wait(
        "the arrow moved the focus to the next case",
        "return document.activeElement?.getAttribute('aria-selected') === 'true' && !nameOf(document.activeElement).startsWith('1A ')",
        &[],
    );
    let before = desk.cli.dump(&film);
    page.press("n");
    desk.until_file("N adds a panel", &film, |dump| live(dump) == live(&before) + 1);
    page.press("Shift+N");
    desk.until_file("Shift and N add a shot", &film, |dump| shots(dump).len() == shots(&before).len() + 1);
    page.press("Control+z");
    page.press("Control+z");
    desk.until_file("both are undone", &film, |dump| {
        live(dump) == live(&before) && shots(dump).len() == shots(&before).len()
    });
    page.press("?");
    page.find("dialog", "Les touches");
    page.press("Escape");
    page.gone("dialog", "Les touches");
    page.press("Enter");
    page.find("application", "Feuille de …");
    desk.assert_quiet();
}

/// Live scenes of a dump, in order, as ids.
fn scenes(dump: &Value) -> Vec<&str> {
    let all = dump["scenes"].as_array().unwrap().iter();
    all.filter(|scene| scene["life"] == "live").map(|scene| scene["id"].as_str().unwrap()).collect()
}

/// What a keyboard sends of itself while a key stays down.
const HELD: &str = "
  const [key, times] = arguments;
  for (let time = 0; time < times; time += 1)
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, repeat: true, bubbles: true, cancelable: true }))";

#[test]
fn a_key_acts_once_and_on_what_has_the_focus() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    page.click("option", "1A …");
    let before = desk.cli.dump(&film);
    let panel = before["panels"].as_array().unwrap().iter().find(|panel| panel["shot"] == shots(&before)[0]);
    let panel = panel.unwrap()["id"].clone();

    page.click("spinbutton", "Durée");
    page.press("Backspace");
    page.type_text("9");
    page.press("Enter");
    let typed = desk.until_file("a duration is typed over", &film, |dump| {
        dump["panels"].as_array().unwrap().iter().any(|row| row["id"] == panel && row["duration_ms"] == 9000)
    });
    assert_eq!(shots(&typed), shots(&before), "Backspace on a duration corrects it and throws nothing away");

    page.click("button", "Annuler");
    desk.until_file("undo puts the duration back", &film, |dump| dump["panels"] == before["panels"]);
    page.script("all('button', 'Chercher')[0].focus()", &[]);
    for key in ["Delete", "Control+d", "F2", "m", "Alt+ArrowRight"] {
        page.press(key);
    }
    assert!(!page.has("dialog", ""), "M on the bar moves nothing");

    page.click("button", "2 …");
    page.press("Delete");
    let without = desk.until_file("the scene that has the focus goes", &film, |dump| {
        scenes(dump).len() == scenes(&before).len() - 1
    });
    assert!(!scenes(&without).contains(&scenes(&before)[1]), "the focused scene goes, not another");
    page.press("Control+z");
    let back = desk.until_file("it is back", &film, |dump| scenes(dump) == scenes(&before));
    assert_eq!(shots(&back), shots(&before), "keys pressed on the bar changed no shot");

    page.click("option", "1A …");
    page.script(HELD, &[json!("Delete"), json!(20)]);
    page.script(HELD, &[json!("n"), json!(20)]);
    page.press("n");
    let added = desk.until_file("a press adds one panel", &film, |dump| live(dump) > live(&before));
    assert_eq!(live(&added), live(&before) + 1, "a key that stays down adds one thing");
    assert_eq!(shots(&added), shots(&before), "and throws none away");
    desk.assert_quiet();
}

#[test]
fn the_only_panel_of_a_shot_is_copied_in_it_and_leaves_it() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    let before = desk.cli.dump(&film);
    let of = |dump: &Value, shot: &str| {
        let all = dump["panels"].as_array().unwrap().iter();
        all.filter(|panel| panel["life"] == "live" && panel["shot"] == shot).count()
    };
    let [first, second] = [shots(&before)[0].clone(), shots(&before)[1].clone()];
    assert_eq!([of(&before, &first), of(&before, &second)], [1, 1], "the demo begins with two simple shots");

    page.click("option", "1A …");
    page.press("m");
    page.click("radio", "La case seule");
    page.choose("combobox", "Dans quel plan ?", "1B…");
    page.click("button", "Déplacer");
    desk.until_file("the panel is in the other shot", &film, |dump| {
        of(dump, &first) == 0 && of(dump, &second) == 2 && shots(dump) == shots(&before)
    });
    page.press("Control+z");
    desk.until_file("and back", &film, |dump| of(dump, &first) == 1);

    page.click("option", "1A …");
    page.click("button", "Plan 1A");
    page.click("menuitem", "Copier la case dans ce plan");
    desk.until_file("the shot has two panels", &film, |dump| {
        of(dump, &first) == 2 && shots(dump) == shots(&before)
    });
    page.find("option", "1A/2 …");
    desk.assert_quiet();
}

#[test]
fn a_shot_dropped_beside_the_board_goes_back_or_into_the_scene_it_is_dropped_on() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    let before = desk.cli.dump(&film);
    let first = page.find("option", "1A …").at(0.5, 0.3);
    let carry = |to: (f64, f64)| {
        let half = (f64::midpoint(first.0, to.0), f64::midpoint(first.1, to.1));
        page.drag(&[first, (first.0 + 10.0, first.1 + 10.0), half, to, to]);
    };
    // Over the details, where the hand is as high as the last line of the board.
    carry((1200.0, 700.0));
    page.press("n");
    let after = desk.until_file("what comes next is done", &film, |dump| live(dump) == live(&before) + 1);
    assert_eq!(shots(&after), shots(&before), "dropped outside the board, a shot stays where it was");
    page.press("Control+z");
    desk.until_file("as before", &film, |dump| live(dump) == live(&before));

    let scene = page.find("button", "3 …").middle();
    page.press_and_hold(&[first, (first.0 + 10.0, first.1 + 10.0), scene, scene]);
    page.wait(
        "the scene under the hand is shown",
        "return document.querySelector('.scene.over') !== null",
        &[],
    );
    page.picture("journey-dropped-on-a-scene");
    page.release();
    let place = |dump: &Value, scene: &str| -> Vec<String> {
        let all = dump["shots"].as_array().unwrap().iter();
        let here = all.filter(|shot| shot["life"] == "live" && shot["scene"] == scene);
        here.map(|shot| shot["id"].as_str().unwrap().to_owned()).collect()
    };
    let third = scenes(&before)[2].to_owned();
    desk.until_file("dropped on a scene of the list, it is its last shot", &film, |dump| {
        place(dump, &third).last() == Some(&shots(&before)[0])
    });
    desk.assert_quiet();
}

#[test]
fn undo_says_what_and_where_and_shows_it() {
    let cli = Cli::new();
    let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
    let last = scenes(&cli.dump(&film)).last().unwrap().to_string();
    cli.call("set_field", &json!({"entity": last, "field": "heading", "value": "Cave"}));
    let desk = Desk::on(cli);
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    page.click("option", "1A …");
    page.press("Control+z");
    desk.until_said("Annulé (scène 5)\u{a0}: décor");
    let seen = "const at = document.activeElement?.dataset.heading && document.activeElement.getBoundingClientRect();
                return !!at && at.top >= 64 && at.bottom <= innerHeight && document.activeElement.dataset.heading === arguments[0]";
    page.wait("the scene that changed is chosen and in sight", seen, &[json!(last)]);

    page.click("button", "Rétablir");
    desk.until_said("Rétabli (scène 5)\u{a0}: décor");
    page.press("Shift+N");
    page.wait(
        "a new edit ends what undo said",
        "return !all('status', '').some((one) => one.innerText.includes('Rétabli'))",
        &[],
    );
    desk.assert_quiet();
}
