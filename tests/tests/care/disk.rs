//! A disk that takes no more, a folder that refuses: each in a small file system of its own.

use std::fs;

use ql_tests::disk::in_namespace;
use ql_tests::{Cli, ink};
use serde_json::{Value, json};

use super::with_demo;

#[test]
fn a_workspace_in_a_folder_that_refuses_writing() {
    let (cli, film) = with_demo();
    let folder = cli.home().join("refuse");
    fs::create_dir(&folder).unwrap();
    fs::copy(cli.workspace(), folder.join("atelier.qlibre")).unwrap();
    let open =
        json!({"call": "open_workspace", "with": {"path": folder.join("atelier.qlibre"), "read_only": true}});
    let lines = [
        open,
        json!({"call": "list_films", "with": {}}),
        json!({"call": "add_film", "with": {"title": "x"}}),
    ];
    fs::write(cli.home().join("lignes.jsonl"), lines.map(|line| format!("{line}\n")).concat()).unwrap();
    let script = "mount --bind \"$DIR\" \"$DIR\" && mount -o remount,bind,ro \"$DIR\" || exit 99
        \"$APP\" --json call --batch < \"$IN\" > \"$OUT/batch\" 2> \"$OUT/batch.err\"
        export QUARTIER_LIBRE_WORKSPACE=\"$DIR/atelier.qlibre\"
        \"$APP\" --json films > \"$OUT/films\" 2> \"$OUT/films.err\"
        \"$APP\" --json call add_film '{\"title\":\"x\"}' > \"$OUT/add\" 2> \"$OUT/add.err\"; echo $? > \"$OUT/add.code\"
        export QUARTIER_LIBRE_WORKSPACE=\"$DIR/nouveau.qlibre\"
        \"$APP\" --json demo > \"$OUT/demo\" 2> \"$OUT/demo.err\"; echo $? > \"$OUT/demo.code\"";
    let Some(out) = in_namespace(&cli, &folder, script) else { return };
    let answers: Vec<Value> =
        out.text("batch").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        answers[0]["ok"]["workspace"]["read_only"], true,
        "the way out is to open read-only: {answers:?}"
    );
    assert_eq!(answers[1]["ok"]["films"][0]["film"]["id"], film, "and to see everything: {answers:?}");
    assert_eq!(answers[2]["error"]["code"], "workspace_read_only", "{answers:?}");
    let read = out.text("films").contains(&film) || out.text("films.err").contains("folder_read_only");
    assert!(read, "reading is done or refused with a reason: {}", out.text("films.err"));
    assert_eq!(out.text("add.code"), "1");
    assert!(
        ["workspace_read_only", "folder_read_only"].iter().any(|code| out.text("add.err").contains(code)),
        "{}",
        out.text("add.err")
    );
    assert_eq!(out.text("demo.code"), "1");
    assert!(out.text("demo.err").contains("folder_read_only"), "{}", out.text("demo.err"));
}

#[test]
fn a_film_on_a_full_disk_is_read_and_copied_elsewhere() {
    let (cli, film) = with_demo();
    let folder = cli.home().join("plein");
    fs::create_dir(&folder).unwrap();
    fs::write(cli.home().join("lignes.jsonl"), "").unwrap();
    let script = format!(
        "mount -t tmpfs -o size=8m tmpfs \"$DIR\" || exit 99
        cp '{}' \"$DIR/atelier.qlibre\"
        cat /dev/zero > \"$DIR/ballast\" 2> /dev/null
        export QUARTIER_LIBRE_WORKSPACE=\"$DIR/atelier.qlibre\"
        \"$APP\" --json films > \"$OUT/films\" 2> \"$OUT/films.err\"
        \"$APP\" --json call add_film '{{\"title\":\"x\"}}' > \"$OUT/add\" 2> \"$OUT/add.err\"
        \"$APP\" --json backup \"$OUT/copie.qlibre\" > \"$OUT/backup\" 2> \"$OUT/backup.err\"",
        cli.workspace().display()
    );
    let Some(out) = in_namespace(&cli, &folder, &script) else { return };
    assert!(out.text("films").contains(&film), "what is there can be looked at: {}", out.text("films.err"));
    assert!(out.text("add.err").contains("disk_full"), "what is missing is room: {}", out.text("add.err"));
    assert!(
        out.text("backup").contains("\"good\":true"),
        "and it can be carried away: {}",
        out.text("backup.err")
    );
}

#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let cli = Cli::new();
    let folder = cli.home().join("petit");
    fs::create_dir(&folder).unwrap();
    let mut lines = String::new();
    for (name, with) in [
        ("add_film", json!({"title": "Plein"})),
        ("add_scene", json!({"film": "$1.id", "heading": "Cave"})),
        ("add_shot", json!({"scene": "$2.id"})),
        ("add_panel", json!({"shot": "$3.id"})),
    ] {
        lines += &format!("{}\n", json!({"call": name, "with": with}));
    }
    for seed in 0..2_000 {
        lines += &format!(
            "{}\n",
            json!({"call": "add_stroke", "with": {"panel": "$4.id", "ink": ink::wave(seed, 400)}})
        );
    }
    let input = cli.home().join("lignes.jsonl");
    fs::write(&input, lines).unwrap();
    let script = "mount -t tmpfs -o size=8m tmpfs \"$DIR\" || exit 99
        export QUARTIER_LIBRE_WORKSPACE=\"$DIR/atelier.qlibre\"
        \"$APP\" --json call --batch < \"$IN\" > \"$OUT/batch\" 2> \"$OUT/batch.err\"; echo $? > \"$OUT/batch.code\"
        FILM=$(head -n 1 \"$OUT/batch\" | sed 's/.*\"id\":\"\\([^\"]*\\)\".*/\\1/')
        \"$APP\" --json check > \"$OUT/check\" 2> \"$OUT/check.err\"
        \"$APP\" --json dump \"$FILM\" > \"$OUT/dump\" 2> \"$OUT/dump.err\"";
    let Some(out) = in_namespace(&cli, &folder, script) else { return };
    let answers: Vec<Value> =
        out.text("batch").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 2_004, "every line is answered: {}", out.text("batch.err"));
    let first = answers
        .iter()
        .find(|answer| !answer["error"].is_null())
        .expect("8 MB do not hold 2,000 long strokes");
    assert_eq!(first["error"]["code"], "disk_full", "{first}");
    assert!(first["error"]["hint"].as_str().is_some_and(|hint| !hint.is_empty()));
    let kept = answers.iter().filter(|answer| answer["error"].is_null()).count() - 4;
    assert!(kept > 100, "the first strokes found room: {kept}");
    let dump: Value =
        serde_json::from_str(&out.text("dump")).unwrap_or_else(|_| panic!("{}", out.text("dump.err")));
    assert_eq!(dump["drawings"][0]["strokes"], kept, "the acknowledged strokes, all of them and no other");
    assert!(
        out.text("check").contains("\"ok\":true") || out.text("check").contains("\"ok\": true"),
        "{} {}",
        out.text("check"),
        out.text("check.err")
    );
}
