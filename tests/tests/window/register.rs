//! The register in the real window, from nothing to nothing: made, filled from a list, an evening on which three sign, the sheet closed, the
//! register sealed, and one person erased. (That no key of theirs is left anywhere is proved in `store`, where keys can be seen.)

use std::fs;

use ql_tests::screen::Screen;
use ql_tests::window::Rehearsal;
use ql_tests::{Cli, Page, window};
use serde_json::{Value, json};

const PASSPHRASE: &str = "quatre façades au soleil";
const LIST: &str = "Prénom;Nom;Rôle;Groupe\nLina;Kaci;Participant;Les mercredis\nMehdi;Rahmani;Participant;Les mercredis\n\
    Bruno;Lemoine;Formateur;Les mercredis\n";

fn unlock(page: &Page) {
    page.find("dialog", "Ouvrir le registre");
    page.fill("textbox", "Phrase de passe des formateurs", PASSPHRASE);
    page.press("Enter");
    page.gone("dialog", "Ouvrir le registre");
}

fn sign(page: &Page, seed: f64) {
    let canvas = "const box = document.querySelector('canvas').getBoundingClientRect(); return [box.x, box.y, box.width, box.height]";
    let at: [f64; 4] = serde_json::from_value(page.script(canvas, &[])).unwrap();
    let through: Vec<(f64, f64)> = (0..20)
        .map(|n| {
            let n = f64::from(n);
            (at[0] + at[2] * (0.2 + 0.02 * n), at[1] + at[3] * (0.5 + 0.2 * (n * (0.5 + seed / 10.0)).sin()))
        })
        .collect();
    page.drag(&through);
}

#[test]
fn from_the_making_of_the_register_to_the_erasing_of_one_person() {
    let (cli, screen) = (Cli::new(), Screen::start());
    cli.json(&["demo"]);
    let list = cli.home().join("liste.csv");
    fs::write(&list, LIST).unwrap();
    let seen = cli.home().join("seen.pdf");
    let page = window::open_rehearsed(&cli, &screen, &Rehearsal::new(&cli, &list, &seen));
    page.click("link", "Tenir un registre de présence…");
    page.click("button", "Faire le registre");
    page.fill("textbox", "Nouvelle phrase de passe", PASSPHRASE);
    page.fill("textbox", "La même, encore une fois", PASSPHRASE);
    page.click("button", "Choisir cette phrase");
    page.find("list", "Code de secours");
    let last = "return document.querySelector('dialog ol.code li:last-child').textContent";
    let last = page.script(last, &[]).as_str().unwrap().to_owned();
    page.click("button", "La feuille est là");
    page.fill("textbox", "Dernier groupe de la feuille", &last);
    page.click("button", "Terminer");
    page.gone("dialog", "La feuille de secours");

    page.click("button", "Importer…");
    page.click("button", "Voir ce qui va entrer");
    page.picture("window-register-import");
    page.find("dialog", "Importer : ce qui va entrer…");
    page.click("checkbox", "Faire aussi le groupe Les mercredis…");
    page.click("button", "Importer 3 personnes");
    page.find("dialog", "Importer : c’est fait…");
    page.press("Escape");
    page.find("row", "Lina Kaci…");
    page.picture("window-register");

    // The calendar is not this journey's: the session is made from the terminal, once the window has let go of the file.
    page.close();
    let today = cli.call("get_calendar", &json!({}))["today"].clone();
    let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
    let groups = cli.call("get_calendar", &json!({}))["groups"].clone();
    let with = json!({ "title": "Atelier 30", "kind": "workshop", "date": today, "halves": halves, "group": groups[0]["id"] });
    cli.as_trainer(PASSPHRASE, &[json!({ "call": "add_session", "with": with })]);

    let page = window::open(&cli, &screen, &[]);
    page.click("button", "Faire signer l’arrivée");
    unlock(&page);
    page.click("button", "Tendre l’ordinateur");
    for (seed, name) in [(1.0, "Lina"), (2.0, "Mehdi"), (3.0, "Bruno")] {
        page.click("button", &format!("Je suis {name}"));
        sign(&page, seed);
        page.click("button", "Je signe");
    }
    page.find("heading", "Tout le monde a signé");
    page.picture("window-pad-end");
    page.click("button", "Rendre l’ordinateur");
    page.click("button", "Ouvrir le registre…");
    unlock(&page);
    page.click("button", "Clore la feuille");
    page.find("dialog", "Clore la feuille");
    let close = "document.querySelector('dialog[open] footer button, dialog[open] .actions button').click()";
    page.script(close, &[]);
    page.find("heading", "Feuille close");
    page.picture("window-sheet-closed");
    page.press("Control+l");
    page.find("button", "Atelier…");

    page.click("link", "Registre");
    page.click("button", "Ouvrir le registre");
    unlock(&page);
    page.click("row", "Mehdi Rahmani…");
    page.click("button", "Effacer");
    page.find("dialog", "Effacer Mehdi Rahmani…");
    page.picture("window-register-erase");
    page.click("button", "Effacer pour toujours");
    page.find("dialog", "C’est effacé");
    page.press("Escape");
    page.gone("row", "Mehdi Rahmani…");
    page.close();
    let answers: Vec<Value> = cli.as_trainer(PASSPHRASE, &[json!({ "call": "list_people", "with": {} })]);
    assert_eq!(answers[0]["ok"]["total"], 2, "he does not come back");
    assert_eq!(cli.json(&["check"])["ok"], true);
}
