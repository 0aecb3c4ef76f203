//! Files that are replaced whole, and what is said when one cannot be written.

use std::fs;

use ql_tests::Cli;
use serde_json::json;

use super::demo;

#[test]
fn every_kind_is_written_whole_and_again() {
    let cli = Cli::new();
    let film = demo(&cli);
    for (kind, begins) in [
        ("storyboard.pdf", &b"%PDF-1.7"[..]),
        ("shot-list.pdf", b"%PDF-1.7"),
        ("shot-list.xlsx", b"PK"),
        ("shot-list.csv", b"\xef\xbb\xbf\"Sc"),
    ] {
        let path = cli.home().join(kind);
        fs::write(&path, "an older file").unwrap();
        let made = cli.json(&["export", &film, "--as", kind, "--to", path.to_str().unwrap()]);
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.starts_with(begins), "{kind} does not begin as such files do");
        assert_eq!(made["bytes"], bytes.len(), "{made}");
        assert_eq!(made["warnings"], json!([]), "{made}");
    }
    let drafts = fs::read_dir(cli.home()).unwrap().flatten();
    let left =
        drafts.filter(|file| file.file_name().to_string_lossy().starts_with(".quartier-libre-")).count();
    assert_eq!(left, 0, "no draft is left beside what was written");
}

#[test]
fn what_is_in_the_way_is_said_and_nothing_is_touched() {
    let cli = Cli::new();
    let film = demo(&cli);
    let code = |to: &str, more: &[&str]| {
        let mut words = vec!["--json", "export", &film, "--as", "shot-list.csv", "--to", to];
        words.extend(more);
        cli.run(&words).code_of_error()
    };
    let home = cli.home().to_str().unwrap().to_owned();
    assert_eq!(code(&format!("{home}/none/a.csv"), &[]), "folder_missing");
    assert_eq!(code(&home, &[]), "file_exists", "a folder is no file");
    assert_eq!(code(&format!("{home}/{}", "x".repeat(300)), &[]), "name_refused");
    assert_eq!(code(&format!("{home}/a.csv"), &["--scenes", "77"]), "not_found");
    let open = cli.home().join("open.csv");
    fs::write(&open, "someone reads this").unwrap();
    fs::write(cli.home().join(".~lock.open.csv#"), "Aïssatou").unwrap();
    assert_eq!(code(open.to_str().unwrap(), &[]), "target_locked");
    assert_eq!(fs::read_to_string(&open).unwrap(), "someone reads this", "a file in use stays as it is");
    let said = cli.run(&["export", &film, "--as", "film.mp4", "--to", "a.mp4"]);
    assert_eq!(said.code, 2, "a kind that does not exist is wrong usage: {said:?}");
}

#[test]
fn letters_that_no_font_has_are_told() {
    let cli = Cli::new();
    let film = demo(&cli);
    cli.call("set_field", &json!({ "entity": film, "field": "title", "value": "電 影 🎬 لا" }));
    let path = cli.home().join("a.pdf");
    let made = cli.json(&["export", &film, "--as", "storyboard.pdf", "--to", path.to_str().unwrap()]);
    assert_eq!(made["warnings"], json!([{ "code": "letters_missing", "detail": "影 電" }]));
    let said = cli.run(&["export", &film, "--as", "shot-list.pdf", "--to", path.to_str().unwrap()]);
    assert!(said.code == 0 && said.err.contains("warning[letters_missing]"), "{said:?}");
}
