//! When things go wrong around the app: another process, another version, another program's file, a broken
//! disk, a full one, a folder that refuses. Each has its code and its way out, and nothing is made worse.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey stops where it stands, and says what it saw"
)]

mod disk;

use std::fs;
use std::path::Path;
use std::process::Command;

use ql_tests::{Cli, place};
use serde_json::{Value, json};

/// A film in the workspace, to see that it is still there.
fn with_demo() -> (Cli, String) {
    let cli = Cli::new();
    let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
    (cli, film)
}

fn assert_way_out(cli: &Cli, words: &[&str], code: &str) {
    let said = cli.run(words);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.starts_with(&format!("error[{code}]: ")), "expected {code}: {said:?}");
    let hint = said.err.split("\nhint: ").nth(1).unwrap_or_default();
    assert!(!hint.trim().is_empty(), "an error without a way out: {said:?}");
}

#[test]
fn a_workspace_open_elsewhere_is_read_but_not_written() {
    let (cli, film) = with_demo();
    let _server = cli.serve();
    assert_eq!(cli.json(&["films"])["films"][0]["id"], film, "reading beside an open workspace works");
    let said = cli.run(&["--json", "call", "add_film", "{\"title\":\"À côté\"}"]);
    if said.code == 0 {
        // The call was handed to the process that has it open: then it must be there.
        assert_eq!(cli.json(&["films"])["films"].as_array().unwrap().len(), 2);
    } else {
        assert_eq!(said.code_of_error(), "workspace_in_use");
        assert_way_out(&cli, &["call", "add_film", "{\"title\":\"À côté\"}"], "workspace_in_use");
    }
}

#[test]
fn a_workspace_is_served_at_the_same_address_each_time() {
    let cli = Cli::new();
    let port = |server: &ql_tests::Server| server.address.split(['/', '?', '#']).nth(2).unwrap().to_owned();
    let first = cli.serve();
    let at = port(&first);
    first.kill();
    let again = cli.serve();
    assert_eq!(port(&again), at, "what a page kept for itself is found again");
    let beside = cli.serve();
    assert_ne!(port(&beside), at, "an address that is taken is no reason to refuse");
}

#[test]
fn two_batches_do_not_write_at_once() {
    let cli = Cli::new();
    let mut first = cli.batch();
    first.call("add_film", &json!({"title": "Premier"}));
    let said = cli.run(&["--json", "call", "add_film", "{\"title\":\"Second\"}"]);
    if said.code != 0 {
        assert_eq!(said.code_of_error(), "workspace_in_use");
    }
    first.call("add_film", &json!({"title": "Troisième"}));
    assert_eq!(first.end(), 0);
    cli.call("add_film", &json!({"title": "Après"}));
    assert_eq!(cli.json(&["check"])["ok"], true);
}

#[test]
fn a_lock_left_by_a_killed_process_is_no_lock() {
    let cli = Cli::new();
    let mut batch = cli.batch();
    batch.call("add_film", &json!({"title": "Coupé"}));
    batch.kill();
    cli.call("add_film", &json!({"title": "Ensuite"}));
    assert_eq!(cli.json(&["films"])["films"].as_array().unwrap().len(), 2);
}

#[test]
fn a_file_of_a_newer_version_is_refused_and_left_alone() {
    let (cli, _) = with_demo();
    // SQLite keeps the version of our tables at byte 60 of the file, big-endian (its `user_version`).
    patch(cli.workspace(), 60, &9_999_u32.to_be_bytes());
    let before = fs::read(cli.workspace()).unwrap();
    assert_way_out(&cli, &["films"], "workspace_newer");
    assert_way_out(&cli, &["call", "add_film", "{\"title\":\"x\"}"], "workspace_newer");
    assert!(fs::read(cli.workspace()).unwrap() == before, "a newer file must not be touched");
}

#[test]
fn a_file_that_is_not_ours_is_refused_and_left_alone() {
    let cli = Cli::new();
    let content = "Bonjour, je suis une lettre.".repeat(200).into_bytes();
    fs::write(cli.workspace(), &content).unwrap();
    assert_way_out(&cli, &["films"], "not_a_workspace");
    assert_way_out(&cli, &["demo"], "not_a_workspace");
    assert!(fs::read(cli.workspace()).unwrap() == content, "another program's file must not be touched");
    let (other, _) = with_demo();
    // Another program's database: the same file under another application id (byte 68).
    patch(other.workspace(), 68, &0x1234_5678_u32.to_be_bytes());
    assert_way_out(&other, &["films"], "not_a_workspace");
}

#[test]
fn what_is_left_of_a_file_is_damaged_and_left_alone() {
    let cli = Cli::new();
    // A file cut short, and one full of zeros as a power cut leaves it.
    for content in [b"SQLite format 3\0abc".to_vec(), vec![0; 8_192]] {
        fs::write(cli.workspace(), &content).unwrap();
        assert_way_out(&cli, &["films"], "workspace_damaged");
        assert_way_out(&cli, &["demo"], "workspace_damaged");
        assert!(fs::read(cli.workspace()).unwrap() == content, "what is left of a file must not be touched");
    }
}

#[test]
fn an_empty_path_or_a_folder_is_no_workspace() {
    let cli = Cli::new();
    let folder = cli.home().join("dossier");
    fs::create_dir(&folder).unwrap();
    let cli = cli.with_workspace(folder);
    let said = cli.run(&["--json", "films"]);
    assert_eq!(said.code, 1);
    assert!(
        ["not_a_workspace", "file_missing", "storage"].contains(&said.code_of_error().as_str()),
        "{said:?}"
    );
}

#[test]
fn a_damaged_page_is_found_and_a_backup_brings_the_film_back() {
    let (cli, film) = with_demo();
    let before = cli.dump(&film);
    let copy = cli.home().join("hier.qlibre");
    cli.json(&["backup", &copy.to_string_lossy()]);
    let whole = fs::read(cli.workspace()).unwrap();
    let size = usize::from(u16::from_be_bytes([whole[16], whole[17]])).max(512);
    let pages = whole.len() / size;
    let mut found = 0;
    let mut tried = 0;
    let mut readable = 0;
    for at in (1..pages).step_by((pages / 10).max(1)) {
        let mut broken = whole.clone();
        broken[at * size..(at + 1) * size].fill(0xA5);
        forget_journal(cli.workspace());
        fs::write(cli.workspace(), &broken).unwrap();
        let said = cli.run(&["--json", "check"]);
        tried += 1;
        assert!(said.code == 0 || said.code == 1, "a damaged page must not crash the app: {said:?}");
        let seen = if said.code == 0 || said.out.contains("\"ok\"") {
            serde_json::from_str::<Value>(&said.out).is_ok_and(|value| value["ok"] == false)
        } else {
            let code = said.code_of_error();
            assert_eq!(code, "workspace_damaged", "page {at}: {said:?}");
            true
        };
        found += usize::from(seen);
        let shown = cli.run(&["--json", "dump", &film]);
        readable += usize::from(shown.code == 0);
        let edit = cli.run(&["--json", "call", "add_film", "{\"title\":\"x\"}"]);
        assert_eq!(
            edit.code_of_error(),
            "workspace_damaged",
            "page {at}: nothing is written into it: {edit:?}"
        );
        assert!(fs::read(cli.workspace()).unwrap() == broken, "page {at}: nor mended in silence");
    }
    assert_eq!(found, tried, "every damaged page must be found by `check`");
    assert!(readable > 0, "what a damaged page leaves whole can be looked at");

    cli.json(&["restore", &copy.to_string_lossy()]);
    assert_eq!(cli.dump(&film)["shots"], before["shots"], "the film is back from the backup");
    assert_eq!(cli.json(&["check"])["ok"], true);
}

#[test]
fn looking_at_a_workspace_that_is_not_there_makes_none() {
    let cli = Cli::new();
    for words in [&["films"][..], &["dump", "x"], &["check"], &["backup", "copie.qlibre"]] {
        assert_way_out(&cli, words, "file_missing");
    }
    assert!(!cli.workspace().exists(), "a slip of the hand must not leave an empty file");
}

#[test]
fn going_back_to_the_oldest_copy_does_not_push_it_out() {
    let (cli, film) = with_demo();
    let copies = cli.home().join("atelier backups");
    fs::create_dir(&copies).unwrap();
    let first = copies.join("atelier 2026-01-01.qlibre");
    cli.json(&["backup", &first.to_string_lossy()]);
    for day in 2..=7 {
        fs::copy(&first, copies.join(format!("atelier 2026-01-0{day}.qlibre"))).unwrap();
    }
    cli.call("add_film", &json!({"title": "Trop"}));
    cli.json(&["restore", &first.to_string_lossy()]);
    let films = cli.json(&["films"]);
    assert_eq!(films["films"].as_array().unwrap().len(), 1);
    assert_eq!(films["films"][0]["id"], film);
    assert!(first.is_file(), "the copy that was asked for is still there");
}

#[test]
fn a_file_that_is_gone_is_said_and_no_empty_one_pushes_its_copies_out() {
    let cli = Cli::new();
    // Without a named workspace: the usual one of this home.
    let usual = cli.home().join("data");
    let run = |words: &[&str]| {
        let mut command = cli.command(words);
        ql_tests::cli::said(command.env_remove("QUARTIER_LIBRE_WORKSPACE"))
    };
    run(&["--json", "demo"]).json();
    let file = fs::read_dir(&usual).unwrap().flatten().map(|entry| entry.path());
    let file = file.into_iter().find(|path| path.extension().is_some_and(|end| end == "qlibre")).unwrap();
    let copies = file.with_file_name(format!("{} backups", file.file_stem().unwrap().to_string_lossy()));
    fs::create_dir(&copies).unwrap();
    let copy = copies.join(format!("{} 2026-01-01.qlibre", file.file_stem().unwrap().to_string_lossy()));
    run(&["--json", "backup", &copy.to_string_lossy()]).json();
    fs::remove_file(&file).unwrap();
    for words in [&["--json", "films"][..], &["--json", "demo"]] {
        assert_eq!(run(words).code_of_error(), "file_missing", "{words:?}");
    }
    assert!(!file.exists());
    run(&["--json", "restore", &copy.to_string_lossy()]).json();
    assert_eq!(run(&["--json", "films"]).json()["films"].as_array().unwrap().len(), 1);
}

#[test]
fn a_broken_backup_is_refused_before_anything_changes() {
    let (cli, film) = with_demo();
    let copy = cli.home().join("abimee.qlibre");
    cli.json(&["backup", &copy.to_string_lossy()]);
    let whole = fs::read(&copy).unwrap();
    fs::write(&copy, &whole[..whole.len() / 2]).unwrap();
    assert_way_out(&cli, &["restore", &copy.to_string_lossy()], "backup_invalid");
    assert_way_out(&cli, &["restore", &cli.home().join("absente.qlibre").to_string_lossy()], "file_missing");
    assert_eq!(cli.json(&["films"])["films"][0]["id"], film, "the file in use has not changed");
}

#[test]
fn the_right_passphrase_goes_back_from_a_torn_lock() {
    let cli = Cli::new();
    let phrase = "quatre façades au soleil";
    cli.create_register(phrase);
    let copy = cli.home().join("copie.qlibre");
    let copy = copy.to_string_lossy();
    cli.json(&["backup", &copy]);
    let mut bytes = fs::read(cli.workspace()).unwrap();
    let lock = b"age-encryption.org/v1\n-> scrypt ";
    let locks: Vec<_> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(lock)).collect();
    assert!(locks.len() >= 2, "the secret lies there under the passphrase, and under the code");
    // Where the secret itself is, behind the 166 bytes that words are tried on.
    locks.iter().for_each(|at| bytes[at + 200] ^= 1);
    fs::write(cli.workspace(), &bytes).unwrap();

    let restore = |phrase: &str| cli.with_passphrase(phrase, "", &["restore", &copy]);
    assert_eq!(cli.with_passphrase(phrase, "", &["call", "list_people"]).code_of_error(), "lock_torn");
    assert_way_out(&cli, &["restore", &copy], "register_sealed");
    assert_eq!(restore("autre chose").code_of_error(), "passphrase_wrong");
    assert_eq!(restore(phrase).code, 0);
    cli.with_passphrase(phrase, "", &["call", "list_people"]).json();
}

#[test]
fn a_memory_that_is_torn_is_no_reason_for_an_empty_workspace() {
    let cli = Cli::new();
    let run = |words: &[&str]| {
        let mut command = Command::new(place::app());
        cli.environment(&mut command).env_remove("QUARTIER_LIBRE_WORKSPACE").args(words);
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(run(&["--json", "demo"]).0, Some(0), "the first run makes the default workspace");
    let found = |name: &str| -> std::path::PathBuf {
        let output = Command::new("find").arg(cli.home()).args(["-name", name]).output().unwrap();
        String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().into()
    };
    let (memory, default) = (found("memory.json"), found("*.qlibre"));
    fs::write(&memory, "{\"last\":").unwrap();
    fs::remove_file(&default).unwrap();
    let (code, said) = run(&["--json", "demo"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("file_missing"), "that it is not there is said: {said}");
    assert!(!default.exists(), "and nothing is made in its place");
}

fn patch(path: &Path, at: usize, bytes: &[u8]) {
    forget_journal(path);
    let mut whole = fs::read(path).unwrap();
    whole[at..at + bytes.len()].copy_from_slice(bytes);
    fs::write(path, whole).unwrap();
}

/// A journal left by SQLite would hide what we write into the file.
fn forget_journal(path: &Path) {
    for end in ["-wal", "-shm"] {
        let journal = format!("{}{end}", path.display());
        assert!(
            fs::metadata(&journal).map_or(0, |meta| meta.len()) == 0 || end == "-shm",
            "closing the workspace must empty its journal"
        );
        let _ = fs::remove_file(journal);
    }
}
