//! Papers out of the real window: seen, printed by way of the system's viewer, saved where its dialog says. Both are rehearsed:
//! no driver reaches them. What came out is read by poppler and openpyxl.

use std::fs;
use std::path::Path;
use std::time::Duration;

use ql_tests::screen::Screen;
use ql_tests::window::Rehearsal;
use ql_tests::{Cli, Page, readers, wait_for, window};

fn until_written(path: &Path) {
    wait_for(&format!("{} is there", path.display()), Duration::from_secs(30), || {
        path.exists().then_some(())
    });
}

/// The demo film's print dialog in the window.
fn dialog(cli: &Cli, page: &Page) {
    let title = cli.json(&["films"])["films"][0]["title"].as_str().unwrap().to_owned();
    page.click("link", &format!("{title}…"));
    page.find("heading", "Storyboard");
    page.press("Control+p");
    page.find("dialog", "Imprimer le film");
}

#[test]
fn a_film_is_seen_printed_and_saved() {
    let (cli, screen) = (Cli::new(), Screen::start());
    cli.json(&["demo"]);
    let (saved, seen) = (cli.home().join("planche été.pdf"), cli.home().join("seen.pdf"));
    let page = window::open_rehearsed(&cli, &screen, &Rehearsal::new(&cli, &saved, &seen));
    dialog(&cli, &page);
    page.shows_paper("it is seen in the window", 1, 6);
    page.picture("window-print");

    page.click("button", "Imprimer");
    until_written(&seen);
    assert_eq!(readers::pdf_info(&seen)["Pages"], "6", "the viewer was given the whole storyboard");

    page.click("radio", "3");
    page.shows_paper("it is seen in the window", 1, 10);
    page.click("button", "Enregistrer le PDF, 10 pages");
    until_written(&saved);
    let info = readers::pdf_info(&saved);
    assert_eq!((info["Pages"].as_str(), info["Tagged"].as_str()), ("10", "yes"));
    assert!(readers::pdf_text(&saved, 2).contains("Idriss passe"));

    // What is in the way is said, and the file stays as it was until it is gone.
    let before = fs::read(&saved).unwrap();
    let note = cli.home().join(".~lock.planche été.pdf#");
    fs::write(&note, "Aïssatou").unwrap();
    page.click("radio", "9");
    page.shows_paper("it is seen in the window", 1, 4);
    page.click("button", "Enregistrer le PDF, 4 pages");
    let again = page.find("button", "Réessayer");
    assert!(again.reachable, "the way on is not covered");
    page.picture("window-print-locked");
    assert_eq!(fs::read(&saved).unwrap(), before);
    fs::remove_file(&note).unwrap();
    page.click("button", "Réessayer");
    wait_for("the file is replaced", Duration::from_secs(30), || {
        (readers::pdf_info(&saved)["Pages"] == "4").then_some(())
    });
    page.gone("button", "Réessayer");
    page.close();
}

#[test]
fn a_table_is_saved_and_a_dialog_that_is_closed_saves_nothing() {
    let (cli, screen) = (Cli::new(), Screen::start());
    cli.json(&["demo"]);
    let (saved, seen) = (cli.home().join("liste.xlsx"), cli.home().join("seen.pdf"));
    let page = window::open_rehearsed(&cli, &screen, &Rehearsal::new(&cli, &saved, &seen));
    dialog(&cli, &page);
    page.click("radio", "Tableau Excel");
    page.click("button", "Enregistrer le tableau");
    until_written(&saved);
    assert_eq!(readers::sheet(&saved)["frozen"], "A2");
    page.close();

    let page = window::open_rehearsed(&cli, &screen, &Rehearsal::new(&cli, "", &seen));
    dialog(&cli, &page);
    // A table was made last.
    page.click("radio", "Storyboard");
    page.click("button", "Enregistrer le PDF, 6 pages");
    page.shows_paper("it is seen in the window", 1, 6);
    // The second press can only be answered after the first.
    page.click("button", "Imprimer");
    until_written(&seen);
    let papers = fs::read_dir(cli.home()).unwrap().flatten().map(|file| file.path());
    let papers: Vec<_> = papers.filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect();
    assert_eq!(papers, [seen], "a dialog that was closed leaves no file");
    assert!(!page.has("button", "Réessayer"), "and is no failure");
    page.close();
}

#[test]
fn a_paper_that_no_program_shows_is_told_with_its_way_out() {
    let (cli, screen) = (Cli::new(), Screen::start());
    cli.json(&["demo"]);
    // The program that shows files ends with an error: it has no folder to put them in.
    let nowhere = cli.home().join("nowhere/seen.pdf");
    let page = window::open_rehearsed(&cli, &screen, &Rehearsal::new(&cli, "", &nowhere));
    dialog(&cli, &page);
    page.shows_paper("it is seen in the window", 1, 6);
    page.click("button", "Imprimer");
    page.wait(
        "it is said that nothing opened, and what to do",
        "return document.querySelector('dialog:modal')?.innerText.includes('Aucun programme ne l’a ouvert') ?? false",
        &[],
    );
    page.close();
}
