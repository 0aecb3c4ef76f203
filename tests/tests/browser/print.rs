//! The print dialog: chosen in pictures, seen before it is made, saved where one says.

use std::fs;
use std::path::Path;
use std::time::Duration;

use ql_tests::{Cli, Page, wait_for};
use serde_json::json;

use crate::Desk;

/// Writes a path in the field that stands for the system's own dialog, and saves.
fn save(page: &Page, button: &str, path: &Path) -> Vec<u8> {
    page.click("button", button);
    page.fill("textbox", "Chemin sur cet ordinateur", path.to_str().unwrap());
    page.press("Enter");
    wait_for("the file is there, whole", Duration::from_secs(30), || fs::read(path).ok())
}

#[test]
fn a_storyboard_is_chosen_seen_and_saved() {
    let (desk, film) = Desk::demo();
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    page.click("button", "Imprimer");
    page.shows_paper("the cover is seen first", 1, 6);
    page.click("button", "Après");
    page.shows_paper("then the first page", 2, 6);
    page.picture("journey-print");
    page.click("radio", "1");
    page.shows_paper("one panel a page takes more pages", 2, 26);
    page.click("radio", "9");
    page.shows_paper("nine take fewer", 2, 4);
    page.click("button", "Scène 4");
    page.shows_paper("a scene alone has its page and its cover", 2, 2);
    let path = desk.cli.home().join("planche.pdf");
    let pdf = save(page, "Enregistrer le PDF, 2 pages", &path);
    assert!(pdf.starts_with(b"%PDF-1.7"), "what is saved is a PDF");
    desk.until_said("planche.pdf");
    page.press("Escape");
    page.press("Control+p");
    page.shows_paper("how this film was last printed is remembered, its scenes are all there again", 1, 4);
    desk.assert_quiet();
}

#[test]
fn letters_that_cannot_be_printed_are_told_and_a_table_is_saved() {
    let cli = Cli::new();
    let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
    cli.call("set_field", &json!({ "entity": film, "field": "title", "value": "電 影" }));
    let desk = Desk::on(cli);
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/shots"));
    page.click("button", "Imprimer");
    page.shows_paper("the shot list is what is printed from the shot list", 1, 4);
    page.wait(
        "letters that cannot be printed are told",
        "return document.querySelector('dialog:modal [role=status]')?.innerText.includes('影 電') ?? false",
        &[],
    );
    page.click("radio", "Tableau Excel");
    let path = desk.cli.home().join("liste.xlsx");
    assert!(save(page, "Enregistrer le tableau", &path).starts_with(b"PK"));
    desk.until_said("liste.xlsx");
    page.press("Escape");
    desk.go(&format!("#/film/{film}/storyboard"));
    page.press("Control+p");
    page.wait(
        "a table that was made is remembered as a paper is",
        "return document.querySelector('dialog:modal [role=radio][aria-checked=true]')?.innerText.includes('Excel') ?? false",
        &[],
    );
    desk.assert_quiet();
}

#[test]
fn a_long_film_shows_how_far_it_is_and_is_stopped() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Très long");
    let mut batch = cli.batch();
    for _ in 0..1_200 {
        batch.call("add_shot", &json!({ "scene": scene }));
    }
    // Long enough that a busy machine presses the button in time: two hundred pages are there in less than a second.
    for _ in 0..3 {
        batch.call("duplicate_entity", &json!({ "entity": scene }));
    }
    assert_eq!(batch.end(), 0);
    let desk = Desk::on(cli);
    let page = &desk.page;
    desk.go(&format!("#/film/{film}/storyboard"));
    page.click("button", "Imprimer");
    page.shows_paper("the cover is seen", 1, 801);
    let path = desk.cli.home().join("long.pdf");
    page.click("button", "Enregistrer le PDF, 801 pages");
    page.fill("textbox", "Chemin sur cet ordinateur", path.to_str().unwrap());
    page.press("Enter");
    // At once: it is over when nobody stops it.
    page.find("progressbar", "On…");
    page.click("button", "Arrêter");
    desk.until_said("C’est arrêté");
    assert!(!path.exists(), "what was stopped leaves no file");
    // It is over: another one begins at once.
    page.click("button", "Scène 1");
    page.click("radio", "Tableau CSV");
    let csv = desk.cli.home().join("long.csv");
    assert!(save(page, "Enregistrer le tableau", &csv).starts_with(b"\xef\xbb\xbf"));
    desk.assert_quiet();
}
