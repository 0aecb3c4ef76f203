//! The shot list, edited in place.

use ql_tests::Cli;
use serde_json::{Value, json};

use crate::{Desk, shots};

fn shot<'a>(dump: &'a Value, id: &str) -> &'a Value {
    dump["shots"].as_array().unwrap().iter().find(|shot| shot["id"] == id).unwrap()
}

#[test]
fn cells_are_written_in_place_kept_put_back_and_undone() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let first = shots(&desk.cli.dump(&film))[0].clone();
    desk.go(&format!("#/film/{film}/shots"));
    page.find("heading", "Découpage");
    // The cell of the first line in the column of characters.
    page.wait(
        "the first line is there",
        "return document.querySelector('[data-row] [data-column=characters]') !== null",
        &[],
    );
    let cell = || {
        let at = page.script("const box = document.querySelector('[data-row] [data-column=characters]').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]", &[]);
        (at[0].as_f64().unwrap(), at[1].as_f64().unwrap())
    };
    let before = shot(&desk.cli.dump(&film), &first)["characters"].clone();
    page.click_at(cell());
    page.press("Enter");
    page.press("Control+a");
    page.type_text("Inès & Kofi");
    page.press("Enter");
    desk.until_file("Enter keeps what was typed", &film, |dump| {
        shot(dump, &first)["characters"] == "Inès & Kofi"
    });

    page.click_at(cell());
    page.press("F2");
    page.press("Control+a");
    page.type_text("personne");
    page.press("Escape");
    page.press("Control+z");
    desk.until_file("Escape puts back, and undo takes one step", &film, |dump| {
        shot(dump, &first)["characters"] == before
    });
    page.press("Control+Shift+Z");
    desk.until_file("redo writes it again", &film, |dump| shot(dump, &first)["characters"] == "Inès & Kofi");
    page.picture("journey-shots");
    page.reload();
    page.wait("it is shown after a reload", "return document.body.innerText.includes('Inès & Kofi')", &[]);
    desk.assert_quiet();
}

/// The middle of the number of a line, counted from 0.
fn number(page: &ql_tests::Page, line: usize) -> (f64, f64) {
    let at = page.wait(
        "the lines are there",
        "const cell = document.querySelectorAll('[data-row] [data-column=label]')[arguments[0]];
         const box = cell?.getBoundingClientRect();
         return box ? [box.x + box.width / 2, box.y + box.height / 2] : null",
        &[json!(line)],
    );
    (at[0].as_f64().unwrap(), at[1].as_f64().unwrap())
}

#[test]
fn lines_are_moved_by_their_number_and_by_the_dialog() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let before = shots(&desk.cli.dump(&film));
    desk.go(&format!("#/film/{film}/shots"));
    page.find("heading", "Découpage");
    let (from, to) = (number(page, 0), number(page, 2));
    page.drag(&[from, (from.0 + 10.0, from.1 + 20.0), (to.0, to.1), (to.0 + 10.0, to.1 + 20.0)]);
    desk.until_file("the first line is now the third", &film, |dump| shots(dump)[2] == before[0]);
    page.wait(
        "the number that moved has the focus, and nothing was opened",
        "return document.activeElement?.dataset.column === 'label' && !document.querySelector('dialog[open]')",
        &[],
    );
    page.press("Control+z");
    desk.until_file("undo puts it back", &film, |dump| shots(dump) == before);

    page.press("m");
    page.find("dialog", "Déplacer : plan 1A");
    page.choose("combobox", "Dans quelle scène ?", "2 · …");
    page.choose("combobox", "À quelle place ?", "Au début");
    page.click("button", "Déplacer");
    desk.until_file("the dialog puts it into another scene", &film, |dump| {
        let scene = |id: &str| shot(dump, id)["scene"].clone();
        scene(&before[0]) == scene(&before[4]) && shots(dump)[3] == before[0]
    });
    desk.assert_quiet();
}

#[test]
fn the_strip_of_time_is_walked_with_the_arrows() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/shots"));
    let block = page.find("button", "1A , 25 min");
    page.click_at(block.middle());
    page.wait("its line is shown", "return document.activeElement?.dataset.column === 'label'", &[]);
    page.script("all('button', '1A , 25 min')[0].focus()", &[]);
    page.press("ArrowRight");
    assert!(page.find("button", "1B …").focused, "the arrow goes to the next block");
    assert_eq!(
        page.script("return document.querySelectorAll('.strip button[tabindex=\"0\"]').length", &[]),
        1,
        "the strip is one stop of Tab"
    );
    desk.assert_quiet();
}

/// The middle of a cell of the first line.
fn cell(page: &ql_tests::Page, column: &str) -> (f64, f64) {
    let at = page.wait(
        "the first line is there",
        "const box = document.querySelector(`[data-row] [data-column=${arguments[0]}]`)?.getBoundingClientRect();
         return box ? [box.x + box.width / 2, box.y + box.height / 2] : null",
        &[json!(column)],
    );
    (at[0].as_f64().unwrap(), at[1].as_f64().unwrap())
}

#[test]
fn what_is_no_duration_is_never_dropped_in_silence_and_undo_names_what_it_changed() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    let before = desk.cli.dump(&film);
    let first = shots(&before)[0].clone();
    desk.go(&format!("#/film/{film}/shots"));
    let (duration, size) = (cell(page, "duration"), cell(page, "size"));
    page.click_at(duration);
    page.press("F2");
    page.type_text("abc");
    page.press("Enter");
    page.find("alert", "Une durée, comme…");
    page.click_at(size);
    desk.until_said("«\u{a0}abc\u{a0}» n’est pas une durée possible. On garde ");

    page.click_at(duration);
    page.press("F2");
    page.type_text("9");
    page.press("Enter");
    desk.until_file("a duration is kept", &film, |dump| shot(dump, &first)["duration_ms"] == 9000);
    page.click_at(size);
    page.press("Control+z");
    desk.until_said("Annulé (case 1A)\u{a0}: durée");
    page.wait(
        "the cell that changed has the focus",
        "return document.activeElement?.dataset.column === 'duration'",
        &[],
    );
    desk.assert_quiet();
}

#[test]
fn a_heading_however_long_takes_two_lines() {
    let cli = Cli::new();
    let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
    let scene = cli.dump(&film)["scenes"][0]["id"].clone();
    let heading = "Hall de l’immeuble ".repeat(500);
    cli.call("set_field", &json!({"entity": scene, "field": "heading", "value": heading}));
    let desk = Desk::on(cli);
    desk.go(&format!("#/film/{film}/shots"));
    let height = desk.page.wait(
        "the scene is there",
        "return document.querySelector('[data-section] > [role=row]')?.getBoundingClientRect().height",
        &[],
    );
    assert!(height.as_f64().unwrap() < 70.0, "a heading pushes the shots away: {height} px");
    desk.assert_quiet();
}
