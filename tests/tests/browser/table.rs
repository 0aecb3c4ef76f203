//! The shot list, edited in place.

use serde_json::Value;

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
