//! Files that are replaced whole, and what is said when one cannot be written.

use std::fs;
use std::thread;
use std::time::Instant;

use ql_tests::cli::id;
use ql_tests::disk::in_namespace;
use ql_tests::{Cli, readers};
use serde_json::json;

use super::{demo, export};

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
    assert_eq!(code(&format!("{home}/a.csv"), &["--scenes", "77"]), "not_in_film");
    assert_eq!(
        code(&format!("{home}/a.csv"), &["--scenes", "2,77"]),
        "not_in_film",
        "half a choice is no choice"
    );
    assert_eq!(code(&format!("{home}/a.csv"), &["--shots", "1A,9Z"]), "not_in_film");
    export(&cli, &film, "shot-list.csv", &["--shots", "1a"]);
    assert_eq!(
        code(cli.workspace().to_str().unwrap(), &[]),
        "file_exists",
        "the films themselves are no target"
    );
    fs::copy(cli.workspace(), cli.home().join("copy.pdf")).unwrap();
    assert_eq!(code(&format!("{home}/copy.pdf"), &[]), "file_exists", "under no name");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(cli.workspace(), cli.home().join("link.csv")).unwrap();
        assert_eq!(code(&format!("{home}/link.csv"), &[]), "file_exists", "nor through a link");
    }
    assert_eq!(cli.json(&["films"])["films"][0]["id"], film, "and every film is still there");
    let open = cli.home().join("open.csv");
    fs::write(&open, "someone reads this").unwrap();
    fs::write(cli.home().join(".~lock.open.csv#"), "Aïssatou").unwrap();
    assert_eq!(code(open.to_str().unwrap(), &[]), "target_locked");
    assert_eq!(fs::read_to_string(&open).unwrap(), "someone reads this", "a file in use stays as it is");
    let said = cli.run(&["export", &film, "--as", "film.mp4", "--to", "a.mp4"]);
    assert_eq!(said.code, 2, "a kind that does not exist is wrong usage: {said:?}");
    let said = cli.run(&["export", &film, "--as", "storyboard.pdf", "--per-page", "6"]);
    assert!(said.code == 2 && said.err.contains("--to"), "what is missing is named: {said:?}");
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

#[test]
fn a_full_disk_is_said_and_the_file_that_was_there_stays() {
    let cli = Cli::new();
    let film = demo(&cli);
    let folder = cli.home().join("stick");
    fs::create_dir(&folder).unwrap();
    let script = format!(
        "mount -t tmpfs -o size=6m tmpfs \"$DIR\" || exit 99
        save() {{ \"$APP\" --json export '{film}' --as \"$1\" --to \"$DIR/planche\" > \"$OUT/$2\" 2> \"$OUT/$2.err\"; }}
        printf before > \"$DIR/planche\"
        # Room for a draft, not for what the computer needs beside it.
        head -c 5600000 /dev/zero > \"$DIR/ballast\"
        for kind in storyboard.pdf shot-list.pdf shot-list.xlsx shot-list.csv; do save $kind short-$kind; done
        cat /dev/zero >> \"$DIR/ballast\" 2> /dev/null
        save storyboard.pdf full
        cat \"$DIR/planche\" > \"$OUT/kept\"
        ls -A \"$DIR\" | tr '\\n' ' ' > \"$OUT/left\"
        rm \"$DIR/ballast\"
        save storyboard.pdf after
        cp \"$DIR/planche\" \"$OUT/after.pdf\""
    );
    let Some(out) = in_namespace(&cli, &folder, &script) else { return };
    for what in
        ["short-storyboard.pdf", "short-shot-list.pdf", "short-shot-list.xlsx", "short-shot-list.csv", "full"]
    {
        let said = out.text(&format!("{what}.err"));
        assert!(said.contains("\"target_full\""), "{what}: what is missing is room: {said}");
    }
    assert_eq!(out.text("kept"), "before");
    assert_eq!(out.text("left"), "ballast planche", "no draft is left on a full disk");
    assert!(
        out.text("after").contains("\"pages\":6"),
        "with room again it is written: {}",
        out.text("after.err")
    );
    assert_eq!(readers::pdf_info(&cli.home().join("out/after.pdf"))["Pages"], "6");
}

#[test]
fn a_file_is_old_or_new_whenever_the_program_is_killed() {
    let cli = Cli::new();
    let film = demo(&cli);
    let path = cli.home().join("planche.pdf");
    let words = ["export", &film, "--as", "storyboard.pdf", "--to", path.to_str().unwrap()];
    let begun = Instant::now();
    cli.json(&words);
    let whole = begun.elapsed();
    let (mut old, mut new) = (0, 0);
    // From the middle of the work, where the file begins to be made, until after its end, however busy the machine has become.
    for moment in 0..200 {
        if new == 5 {
            break;
        }
        fs::write(&path, "before").unwrap();
        let mut program = cli.command(&words).stdout(std::process::Stdio::null()).spawn().unwrap();
        thread::sleep(whole.mul_f64(0.4 + f64::from(moment) / 30.0));
        program.kill().unwrap();
        program.wait().unwrap();
        if fs::read(&path).unwrap() == b"before" {
            old += 1;
        } else {
            new += 1;
            assert_eq!(readers::pdf_info(&path)["Pages"], "6", "what replaced the file is whole");
        }
    }
    assert!(old > 0 && new > 0, "it was killed before ({old}) and after ({new}) the file took its name");
    assert_eq!(cli.json(&["check"])["ok"], true);
}

#[test]
fn signs_of_direction_nested_without_end_keep_no_film_from_being_printed() {
    let cli = Cli::new();
    let deep = "\u{2067}a ".repeat(130) + &"\u{202e}b".repeat(130);
    let (film, scene) = cli.film(&deep);
    cli.call("set_field", &json!({ "entity": scene, "field": "heading", "value": deep }));
    let shot = id(&cli.call("add_shot", &json!({ "scene": scene })));
    for field in ["action", "dialogue", "notes", "characters", "support"] {
        cli.call("set_field", &json!({ "entity": shot, "field": field, "value": deep }));
    }
    for kind in ["storyboard.pdf", "shot-list.pdf", "shot-list.xlsx", "shot-list.csv"] {
        export(&cli, &film, kind, &[]);
    }
}
