//! The storyboard: order by hand, by keyboard and by the dialog; the trash and back.

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
    page.choose("combobox", "À quelle place ?", "Après plan 1B…");
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
    page.click("button", "Remettre");
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
