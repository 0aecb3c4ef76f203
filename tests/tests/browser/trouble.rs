//! When the file cannot be opened, or the disk takes no more: what the page says, and that each way out leads out.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use ql_tests::{Cli, Page, Server, place, wait_for};
use serde_json::{Value, json};

use crate::Desk;

/// On a workspace with the demo, closed again; its film.
fn with_demo() -> (Cli, String) {
    let cli = Cli::new();
    let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
    (cli, film)
}

fn says(page: &Page, text: &str) {
    page.wait(text, "return document.body.innerText.includes(arguments[0])", &[json!(text)]);
}

fn overwrite(path: &Path, at: usize, bytes: &[u8]) {
    let mut whole = fs::read(path).unwrap();
    whole[at..at + bytes.len()].copy_from_slice(bytes);
    fs::write(path, whole).unwrap();
}

/// The copies of the day beside a workspace.
fn backups(cli: &Cli) -> Vec<Value> {
    let listed = cli.call("list_backups", &json!({}));
    listed["backups"].as_array().cloned().unwrap_or_default()
}

#[test]
fn a_file_that_is_not_ours_is_left_alone_and_another_begun() {
    let cli = Cli::new();
    let letter = "Bonjour, je suis une lettre.".repeat(200);
    fs::write(cli.workspace(), &letter).unwrap();
    let desk = Desk::on(cli);
    let page = &desk.page;
    page.find("heading", "Le fichier ne s’ouvre pas");
    says(page, "Ce fichier n’est pas un fichier Quartier Libre.");
    page.picture("trouble-not-ours");
    page.click("button", "Commencer un nouveau fichier…");
    let fresh = desk.cli.home().join("nouveau.qlibre");
    page.fill("textbox", "Chemin sur cet ordinateur…", &fresh.to_string_lossy());
    page.click("button", "Commencer");
    page.find("heading", "Bonjour. On fait un film ?");
    assert!(fresh.is_file());
    assert_eq!(fs::read_to_string(desk.cli.workspace()).unwrap(), letter, "the other file is as it was");
    desk.assert_quiet();
}

#[test]
fn a_file_of_a_newer_version_is_told() {
    let (cli, _) = with_demo();
    // SQLite keeps the version of our tables at byte 60 of the file, big-endian.
    overwrite(cli.workspace(), 60, &9_999_u32.to_be_bytes());
    let before = fs::read(cli.workspace()).unwrap();
    let desk = Desk::on(cli);
    says(&desk.page, "Ce fichier vient d’une version plus récente de Quartier Libre.");
    assert!(!desk.page.has("button", "Regarder sans modifier…"), "what we cannot read is not offered");
    desk.page.picture("trouble-newer");
    assert!(fs::read(desk.cli.workspace()).unwrap() == before, "the file is as it was");
}

#[test]
fn a_damaged_file_is_replaced_by_its_last_backup() {
    let (cli, film) = with_demo();
    let before = cli.dump(&film);
    let server = cli.serve();
    wait_for("the copy of the day is made", Duration::from_secs(20), || {
        (!backups(&cli).is_empty()).then_some(())
    });
    server.kill();
    cli.json(&["check"]);
    overwrite(cli.workspace(), 4096, &[0xa5; 8192]);
    let desk = Desk::on(cli);
    let page = &desk.page;
    says(page, "Ce fichier est abîmé.");
    page.picture("trouble-damaged");
    page.click("button", "Revenir à la dernière sauvegarde…");
    page.click("link", "Le Terrain vague");
    page.find("option", "1A …");
    assert_eq!(desk.cli.dump(&film)["shots"], before["shots"], "everything is back");
    let beside = fs::read_dir(desk.cli.workspace().parent().unwrap()).unwrap().flatten();
    let broken = beside.filter(|entry| {
        entry.path() != desk.cli.workspace()
            && fs::read(entry.path()).is_ok_and(|bytes| bytes.get(4096..4104) == Some(&[0xa5; 8]))
    });
    assert_eq!(broken.count(), 1, "the damaged file lies beside");
    desk.assert_quiet();
}

#[test]
fn a_backup_is_come_back_to_from_the_settings() {
    let (desk, _) = Desk::demo();
    let page = &desk.page;
    wait_for("the copy of the day is made", Duration::from_secs(20), || {
        (!backups(&desk.cli).is_empty()).then_some(())
    });
    page.click("button", "Commencer un film");
    page.find("dialog", "Commencer un film");
    page.fill("textbox", "Titre…", "Après la copie");
    page.click("button", "Commencer le film");
    page.find("heading", "Storyboard");
    desk.go("#/settings");
    page.click("button", "Revenir en arrière");
    page.find("dialog", "Revenir en arrière");
    page.picture("settings-restore");
    page.click("button", "Revenir ici : …");
    page.find("link", "Le Terrain vague");
    page.gone("link", "Après la copie");
    says(page, "L’ancien fichier est resté à côté.");
    let films = desk.cli.json(&["films"]);
    assert_eq!(films["films"].as_array().unwrap().len(), 1);
    assert_eq!(desk.cli.json(&["check"])["ok"], true);
    desk.assert_quiet();
}

#[test]
fn a_file_that_does_not_open_leaves_the_one_in_use_behind_its_doors() {
    let (desk, _) = Desk::demo();
    let (other, _) = with_demo();
    let server = other.serve();
    let page = &desk.page;
    let ask = || {
        page.click("button", "Ouvrir un fichier");
        page.find("dialog", "Ouvrir un fichier");
        page.fill("textbox", "Chemin sur cet ordinateur…", &other.workspace().to_string_lossy());
        page.click("button", "Ouvrir");
        says(page, "Ce fichier est déjà ouvert ailleurs sur cet ordinateur.");
    };
    ask();
    page.picture("trouble-elsewhere");
    page.click("button", "Rester dans « atelier »…");
    page.find("link", "Le Terrain vague");
    ask();
    page.click("button", "Regarder sans modifier…");
    says(page, "Lecture seule");
    page.find("link", "Le Terrain vague");
    server.kill();
    desk.assert_quiet();
}

#[test]
fn a_file_open_elsewhere_can_be_looked_at_and_then_opened() {
    let (cli, film) = with_demo();
    let first = cli.serve();
    let desk = Desk::on(cli);
    let page = &desk.page;
    says(page, "Ce fichier est déjà ouvert ailleurs sur cet ordinateur.");
    page.picture("trouble-in-use");
    page.click("button", "Regarder sans modifier…");
    page.click("link", "Le Terrain vague");
    says(page, "Lecture seule");
    page.click("option", "1A …");
    let before = desk.cli.dump(&film);
    for chord in ["n", "Shift+N", "Delete", "Control+z"] {
        page.press(chord);
    }
    page.picture("trouble-read-only");
    assert!(!page.has("button", "Ajouter un plan"), "what cannot be done is not offered");
    assert_eq!(desk.cli.dump(&film), before);
    first.kill();
    page.click("button", "Ouvrir pour modifier");
    page.find("button", "Ajouter un plan scène 1");
    page.click("option", "1A …");
    page.press("n");
    let more = before["panels"].as_array().unwrap().len() + 1;
    desk.until_file("a panel was added", &film, |dump| dump["panels"].as_array().unwrap().len() == more);
}

/// Serves a workspace in a small file system of its own, which is gone with the server. `prepare` runs in it first, as a
/// shell script that knows `$DIR`. Systems that let us mount nothing prove nothing here.
fn serve_in_namespace(cli: &Cli, folder: &Path, prepare: &str) -> Option<Server> {
    let script = format!("({prepare}) || exit 99; exec \"$APP\" serve");
    for arguments in [&["--mount"][..], &["--map-root-user", "--mount"][..]] {
        let command = |script: &str| {
            let mut command = Command::new("unshare");
            cli.environment(&mut command)
                .args(arguments)
                .args(["--propagation", "private", "sh", "-c", script])
                .env("QUARTIER_LIBRE_WORKSPACE", folder.join("atelier.qlibre"))
                .env("DIR", folder)
                .env("APP", place::app());
            command
        };
        let probe = format!("({prepare}) > /dev/null 2>&1 || exit 99");
        if command(&probe).status().is_ok_and(|status| status.success()) {
            return Some(Server::start(&mut command(&script)));
        }
    }
    ql_tests::not_proved("this system lets us mount nothing, even in a namespace of our own");
    None
}

#[test]
fn a_full_disk_keeps_every_stroke_and_takes_them_once_there_is_room() {
    let cli = Cli::new();
    let folder = cli.home().join("petit");
    fs::create_dir(&folder).unwrap();
    let (film, scene) = cli.film("Plein");
    let shot = ql_tests::cli::id(&cli.call("add_shot", &json!({"scene": scene})));
    let panel = ql_tests::cli::id(&cli.call("add_panel", &json!({"shot": shot})));
    let prepare = format!(
        "mount -t tmpfs -o size=12m none \"$DIR\" && cp '{}' \"$DIR/atelier.qlibre\" && head -c 9000000 /dev/zero > \"$DIR/ballast\"",
        cli.workspace().display()
    );
    let Some(server) = serve_in_namespace(&cli, &folder, &prepare) else { return };
    let inside = Path::new("/proc")
        .join(server.pid().to_string())
        .join("root")
        .join(folder.strip_prefix("/").unwrap());
    let page = Page::chromium();
    page.goto(&server.address);
    page.find("link", "Plein");
    page.script("location.hash = arguments[0]", &[json!(format!("#/film/{film}/draw/{panel}"))]);
    let sheet = page.find("application", "Feuille de 1A");
    page.press("2");
    page.drag(&[sheet.at(0.2, 0.2), sheet.at(0.4, 0.2), sheet.at(0.6, 0.2)]);
    says(&page, "Enregistré");
    // The rest of the disk is taken by something else.
    let rest =
        Command::new("sh").args(["-c", "cat /dev/zero > \"$0/rest\"; true"]).arg(&inside).output().unwrap();
    assert!(inside.join("rest").is_file(), "{rest:?}");
    let mut drawn = 1;
    let full = || page.script("return document.body.innerText.includes('Le disque est plein.')", &[]) == true;
    while !full() && drawn < 60 {
        let down = 0.2 + 0.01 * f64::from(drawn);
        page.drag(&[
            sheet.at(0.2, down),
            sheet.at(0.3, down + 0.01),
            sheet.at(0.5, down),
            sheet.at(0.6, down),
        ]);
        drawn += 1;
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(full(), "after {drawn} strokes the page never said that the disk is full");
    page.picture("trouble-disk-full");
    // A text waits like the strokes: on another screen, where it was left long ago.
    page.script("location.hash = arguments[0]", &[json!(format!("#/film/{film}/storyboard"))]);
    page.click("option", "1A …");
    page.fill("textbox", "Action", "Elle court.");
    page.script("location.hash = '#/settings'", &[]);
    page.click("button", "Pas enregistré");
    page.find("dialog", "Tout est à l’écran, pas encore dans le fichier");
    page.picture("trouble-disk-full-held");
    page.click("button", "D’accord");
    page.find("button", "Pas enregistré");
    page.script("location.hash = arguments[0]", &[json!(format!("#/film/{film}/storyboard"))]);
    page.click("option", "1A …");
    let words = "return document.querySelector('[data-field=action]')?.value === 'Elle court.'";
    page.wait("the words are there still", words, &[]);
    page.reload();
    page.click("option", "1A …");
    page.wait("also for a page that was loaded again: one goes on writing them", words, &[]);
    // Another file is a way out: it hears nothing of what waits, and nothing is forgotten.
    let other = cli.home().join("ailleurs.qlibre");
    let open = |path: &Path| {
        page.script("location.hash = '#/'", &[]);
        page.click("button", "Ouvrir un fichier");
        page.find("dialog", "Ouvrir un fichier");
        page.fill("textbox", "Chemin sur cet ordinateur…", &path.to_string_lossy());
        page.click("button", "Ouvrir");
    };
    cli.run(&["--workspace", &other.to_string_lossy(), "demo"]);
    open(&other);
    page.find("link", "Le Terrain vague");
    says(&page, "Ce qui attendait est gardé");
    says(&page, "Enregistré");
    page.picture("trouble-disk-full-elsewhere");
    let count = "return document.body.innerText.includes('Enregistré')";
    fs::remove_file(inside.join("rest")).unwrap();
    fs::remove_file(inside.join("ballast")).unwrap();
    open(&folder.join("atelier.qlibre"));
    page.click("link", "Plein");
    page.find("option", "1A …");
    page.wait("what waited is kept", count, &[]);
    let copy = cli.home().join("copie.qlibre");
    wait_for("every stroke is in the file", Duration::from_secs(15), || {
        for ending in ["", "-wal"] {
            let from = inside.join(format!("atelier.qlibre{ending}"));
            let to = format!("{}{ending}", copy.display());
            fs::copy(from, to).ok()?;
        }
        let words = ["--workspace", &copy.to_string_lossy(), "--json", "dump", &film].map(str::to_owned);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let dump = cli.run(&words).json();
        (dump["drawings"][0]["strokes"] == json!(drawn) && dump["shots"][0]["action"] == "Elle court.")
            .then_some(())
    });
}

#[test]
fn a_folder_that_refuses_writing_is_told_and_its_film_looked_at() {
    let (cli, film) = with_demo();
    let folder = cli.home().join("refuse");
    fs::create_dir(&folder).unwrap();
    fs::copy(cli.workspace(), folder.join("atelier.qlibre")).unwrap();
    let prepare = "mount --bind \"$DIR\" \"$DIR\" && mount -o remount,bind,ro \"$DIR\"";
    let Some(server) = serve_in_namespace(&cli, &folder, prepare) else { return };
    let page = Page::chromium();
    page.goto(&server.address);
    says(&page, "Ce dossier refuse qu’on y écrive.");
    page.picture("trouble-folder");
    page.click("button", "Regarder sans modifier…");
    page.click("link", "Le Terrain vague");
    page.find("option", "1A …");
    says(&page, "Lecture seule");
    assert_eq!(page.script("return location.hash.includes(arguments[0])", &[json!(film)]), true);
}
