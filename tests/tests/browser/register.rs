//! The register in the pages: made, opened, an evening on which everyone signs, and someone who is erased.

use ql_tests::{Cli, Page, wait_for};
use serde_json::{Value, json};
use std::time::Duration;

use crate::Desk;

pub const PASSPHRASE: &str = "quatre façades au soleil";

/// Chooses the passphrase as a trainer would, reads the code off the screen, and proves it.
fn make_register(page: &Page) -> String {
    page.click("button", "Faire le registre");
    page.find("dialog", "Faire le registre");
    page.fill("textbox", "Nouvelle phrase de passe", PASSPHRASE);
    page.fill("textbox", "La même, encore une fois", PASSPHRASE);
    page.picture("journey-register-choose");
    page.click("button", "Choisir cette phrase");
    page.find("list", "Code de secours");
    let code = page.script(
        "return [...document.querySelectorAll('dialog ol.code li')].map((one) => one.textContent)",
        &[],
    );
    let code: Vec<String> = serde_json::from_value(code).unwrap();
    assert_eq!(code.len(), 6, "six groups are shown: {code:?}");
    page.picture("journey-register-code");
    page.click("button", "La feuille est là");
    page.fill("textbox", "Dernier groupe de la feuille", &code[5]);
    page.click("button", "Terminer");
    page.gone("dialog", "La feuille de secours");
    code.join("-")
}

fn unlock(page: &Page) {
    page.find("dialog", "Ouvrir le registre");
    page.fill("textbox", "Phrase de passe des formateurs", PASSPHRASE);
    page.press("Enter");
    page.gone("dialog", "Ouvrir le registre");
}

/// A session of today with everyone on its sheet, made from the terminal.
fn evening(cli: &Cli) -> String {
    let today = cli.call("get_calendar", &json!({}))["today"].clone();
    let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
    let mut lines = vec![json!({ "call": "add_group", "with": { "name": "Les mercredis" } })];
    for (given, family) in [("Lina", "Kaci"), ("Mehdi", "Rahmani")] {
        lines.push(json!({ "call": "add_person", "with": { "given": given, "family": family, "role": "participant" } }));
        let person = format!("${}.id", lines.len());
        let with = json!({ "person": person, "field": "groups", "value": ["$1.id"] });
        lines.push(json!({ "call": "set_person", "with": with }));
    }
    lines.push(
        json!({ "call": "add_person", "with": { "given": "Bruno", "family": "Lemoine", "role": "trainer" } }),
    );
    let trainer = format!("${}.id", lines.len());
    let with = json!({
        "title": "Atelier 30", "kind": "workshop", "date": today, "halves": halves, "group": "$1.id", "trainers": [trainer],
    });
    lines.push(json!({ "call": "add_session", "with": with }));
    let said = cli.as_trainer(PASSPHRASE, &lines);
    said.last().unwrap()["ok"]["id"].as_str().unwrap().to_owned()
}

/// Draws something on the pad.
fn sign(page: &Page, seed: f64) {
    let canvas = "const box = document.querySelector('canvas').getBoundingClientRect(); return [box.x, box.y, box.width, box.height]";
    let at: [f64; 4] = serde_json::from_value(page.script(canvas, &[])).unwrap();
    let through: Vec<(f64, f64)> = (0..24)
        .map(|n| {
            let turn = f64::from(n) * (0.5 + seed / 10.0);
            (at[0] + at[2] * (0.2 + 0.02 * f64::from(n)), at[1] + at[3] * (0.5 + 0.2 * turn.sin()))
        })
        .collect();
    page.drag(&through);
}

#[test]
fn a_register_is_made_someone_is_added_and_the_key_seals_it() {
    let cli = Cli::new();
    cli.json(&["demo"]);
    let desk = Desk::on(cli);
    let page = &desk.page;
    page.click("link", "Tenir un registre de présence…");
    make_register(page);
    page.find("heading", "Registre");
    page.click("button", "Ajouter une personne");
    page.fill("textbox", "Prénom", "Aïssatou");
    page.fill("textbox", "Nom", "Diallo");
    page.click("button", "Ajouter");
    page.find("dialog", "Aïssatou Diallo");
    page.fill("textbox", "Date de naissance", "03052011");
    page.press("Tab");
    // A name that stands beside its button is not lost with the form.
    page.fill("textbox", "Nom du proche", "Mariama Diallo");
    page.press("Escape");
    page.gone("dialog", "Aïssatou Diallo");
    page.find("heading", "Aïssatou Diallo");
    let kept = "const text = document.querySelector('aside.file').innerText; \
        return text.includes('3 mai 2011') && text.includes('Mariama Diallo')";
    page.wait("what was typed is on the file", kept, &[]);
    // Found from anywhere: no film has her name, so that the first person is meant.
    page.click("link", "Accueil");
    page.gone("heading", "Aïssatou Diallo");
    page.press("Control+k");
    page.fill("searchbox", "Chercher dans les films", "aissatou");
    page.press("Enter");
    page.find("heading", "Aïssatou Diallo");
    let known = || page.remembers("given", "Aïssatou");
    assert!(known() > 0, "the search finds what is open");
    // Sealed by the key, from anywhere: what was on the screen is gone from it.
    page.press("Control+l");
    page.find("button", "Atelier…");
    wait_for("the page has forgotten everybody", Duration::from_secs(10), || (known() == 0).then_some(()));
    let left =
        "return document.body.innerText.includes('Aïssatou') || document.body.innerHTML.includes('Diallo')";
    assert_eq!(page.script(left, &[]), json!(false), "nothing of a person stays in the page");
    drop(desk);
}

#[test]
fn three_actions_and_everyone_signs() {
    let cli = Cli::new();
    cli.json(&["demo"]);
    cli.create_register(PASSPHRASE);
    let session = evening(&cli);
    let desk = Desk::on(cli);
    let page = &desk.page;
    // One: tonight's session.
    page.click("button", "Faire signer l’arrivée");
    unlock(page);
    page.find("row", "Lina Kaci…");
    page.picture("journey-sheet");
    assert!(page.remembers("name", "Lina Kaci") > 0, "the search finds what is shown");
    // Two: the laptop is handed over, and the register is sealed.
    page.click("button", "Tendre l’ordinateur");
    page.find("heading", "Passe l’ordinateur à Lina");
    wait_for("the page has forgotten the sheet", Duration::from_secs(10), || {
        (page.remembers("name", "Lina Kaci") == 0).then_some(())
    });
    // No way out: no key, no address, no step back, no reload.
    page.press("Control+k");
    page.press("Escape");
    desk.go("#/register");
    page.script("history.back()", &[]);
    page.reload();
    page.find("heading", "Passe l’ordinateur à Lina");
    let bare = "return document.body.innerText.includes('Mehdi') || document.querySelector('nav, header.bar') !== null";
    assert_eq!(page.script(bare, &[]), json!(false), "no other name, no bar, no rail");
    // Three: everyone signs.
    for (seed, name) in [(1.0, "Lina"), (2.0, "Mehdi"), (3.0, "Bruno")] {
        page.click("button", &format!("Je suis {name}"));
        sign(page, seed);
        page.picture(&format!("journey-pad-{name}"));
        page.click("button", "Je signe");
    }
    page.find("heading", "Tout le monde a signé");
    page.click("button", "Rendre l’ordinateur");
    page.click("button", "Ouvrir le registre…");
    unlock(page);
    page.find("row", "Lina Kaci…");
    let drawn = "return document.querySelectorAll('main table svg[role=img] path').length";
    wait_for("three signatures are drawn", Duration::from_secs(10), || {
        (page.script(drawn, &[]).as_u64()? >= 3).then_some(())
    });
    page.click("button", "Clore la feuille");
    page.find("dialog", "Clore la feuille");
    page.picture("journey-sheet-close");
    let inside = "document.querySelector('dialog[open] footer button, dialog[open] .actions button')";
    page.script(&format!("{inside}.click()"), &[]);
    page.find("heading", "Feuille close");
    page.picture("journey-sheet-closed");
    // The list of sessions says it too, while the register is open.
    desk.go("#/sheets");
    page.wait(
        "the list says that it is closed",
        "return document.body.innerText.includes('Feuille close')",
        &[],
    );
    page.picture("journey-sheets");
    desk.assert_quiet();
    drop(desk);
    let _ = session;
}

#[test]
fn a_list_comes_in_completes_who_is_there_and_one_of_them_is_erased() {
    let cli = Cli::new();
    cli.json(&["demo"]);
    cli.create_register(PASSPHRASE);
    evening(&cli);
    let list = cli.home().join("liste.csv");
    std::fs::write(
        &list,
        "Prénom;Nom;Né(e) le;Mère;Tél mère;Remarques\n\
         Lina;Kaci;03/05/2011;Nadia Kaci;06 39 98 00 11;jugement du 3 mai\n\
         Zoé;Petit;;;;\nAli;Sy;31/02/2012;;;\nMo;Sy;01/09/2010;Awa Sy;06 39 98 00 12;\n",
    )
    .expect("a list");
    let desk = Desk::on(cli);
    let page = &desk.page;
    page.click("button", "Atelier…");
    unlock(page);
    desk.go("#/register");
    page.find("row", "Lina Kaci…");
    page.click("button", "Importer");
    page.fill("textbox", "Chemin sur cet ordinateur", &list.display().to_string());
    page.press("Enter");
    page.find("dialog", "Importer : les colonnes…");
    page.click("button", "Voir ce qui va entrer…");
    page.find("dialog", "Importer : ce qui va entrer…");
    let said = |text: &str| {
        page.wait(
            text,
            "return document.querySelector('dialog[open]').innerText.includes(arguments[0])",
            &[json!(text)],
        );
    };
    for told in ["31/02/2012", "« Remarques »".replace(' ', "\u{a0}").as_str(), "d’un juge"] {
        said(told);
    }
    page.click("radio", "Compléter ce qui manque");
    page.picture("journey-import");
    page.click("button", "Importer 3 personnes…");
    page.find("dialog", "Importer : c’est fait…");
    page.click("button", "Terminer");
    page.click("row", "Lina Kaci…");
    let file = "return document.querySelector('aside.file')?.innerText.includes('3 mai 2011')";
    page.wait("her birth came with the list", file, &[]);
    page.click("button", "Effacer");
    page.find("dialog", "Effacer Lina Kaci…");
    page.click("button", "Effacer pour toujours");
    page.find("dialog", "C’est effacé");
    page.press("Escape");
    page.gone("row", "Lina Kaci…");
    desk.assert_quiet();
    // Nor is she there for a terminal, once the page has gone.
    let Desk { cli, page, server } = desk;
    drop(page);
    server.kill();
    let people = cli.as_trainer(PASSPHRASE, &[json!({ "call": "list_people", "with": {} })]);
    let names: Vec<&Value> =
        people[0]["ok"]["people"].as_array().unwrap().iter().map(|one| &one["given"]).collect();
    assert!(!names.contains(&&json!("Lina")) && names.contains(&&json!("Zoé")), "{names:?}");
}

#[test]
fn a_wrong_phrase_counts_and_the_code_opens() {
    let cli = Cli::new();
    cli.json(&["demo"]);
    let code = cli.create_register(PASSPHRASE);
    let desk = Desk::on(cli);
    let page = &desk.page;
    page.click("button", "Atelier…");
    page.fill("textbox", "Phrase de passe des formateurs", "quatre facades");
    page.press("Enter");
    page.wait("it says what is left", "return document.body.innerText.includes('encore 4 essais')", &[]);
    page.picture("journey-unlock-wrong");
    let first =
        "return document.querySelector('dialog[open] [dir=ltr] input, dialog[open] .code input')?.focus()";
    page.script(first, &[]);
    page.type_text(&code.join(""));
    page.press("Enter");
    page.gone("dialog", "Ouvrir le registre");
    // The phrase is lost: another is asked for at once, and the code is not typed twice.
    page.find("dialog", "Changer la phrase de passe");
    page.picture("journey-after-code");
    let next = "tambour velours citron ardoise";
    page.fill("textbox", "Nouvelle phrase de passe", next);
    page.fill("textbox", "La même, encore une fois", next);
    page.click("button", "Changer la phrase");
    page.gone("dialog", "Changer la phrase de passe");
    page.press("Control+l");
    page.click("button", "Atelier…");
    page.fill("textbox", "Phrase de passe des formateurs", next);
    page.press("Enter");
    page.find("button", "Formateur…");
    desk.assert_quiet();
}

#[test]
fn a_second_page_is_sealed_with_the_first() {
    let cli = Cli::new();
    cli.json(&["demo"]);
    cli.create_register(PASSPHRASE);
    evening(&cli);
    let desk = Desk::on(cli);
    let page = &desk.page;
    page.click("button", "Atelier…");
    unlock(page);
    desk.go("#/register");
    page.find("row", "Lina Kaci…");
    let second = Page::chromium();
    second.goto(&desk.server.address);
    second.find("button", "Formateur…");
    second.click("button", "Formateur…");
    page.find("button", "Atelier…");
    let left = "return document.body.innerHTML.includes('Kaci')";
    page.wait(
        "nothing of a person stays in the first page",
        "return !document.body.innerHTML.includes('Kaci')",
        &[],
    );
    assert_eq!(page.script(left, &[]), Value::Bool(false));
    desk.assert_quiet();
}
