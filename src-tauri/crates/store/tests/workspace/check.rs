//! What is written is whole, and `check` finds what is not.

use ql_model::{edit::Edit, entity::Kind};
use ql_store::{FileError, StoreError, Workspace, check};
use rusqlite::Connection;
use serde_json::json;

use super::{DESK, Desk, draw, film, is_clean, panel};

#[test]
fn a_refused_write_leaves_the_file_and_the_next_edit_as_if_nothing_was() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Disque plein");
    let (_, shot, _, drawing) = panel(&mut workspace, film);
    workspace.fill_the_disk(true);
    let long = Edit::WriteText {
        entity: shot,
        field: "action".into(),
        seen: String::new(),
        text: "x".repeat(150_000),
    };
    let refused = workspace.edit(film, &long, DESK);
    assert!(
        matches!(refused, Err(StoreError::File(FileError::DiskFull { .. }))),
        "a full disk must be said: {refused:?}"
    );
    workspace.fill_the_disk(false);
    assert_eq!(
        workspace.text_of(film, shot, "action").expect("a text"),
        "",
        "a refused write must not linger in memory"
    );
    draw(&mut workspace, film, drawing, "desk", 4);
    is_clean(&mut workspace);
}

#[test]
fn snapshots_replace_the_log_at_opening_and_change_nothing() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Long");
    let (_, _, _, drawing) = panel(&mut workspace, film);
    for seed in 0..600 {
        draw(&mut workspace, film, drawing, "desk", seed);
    }
    desk.close(workspace);
    let raw = Connection::open(&desk.path).expect("SQLite opens it");
    let snapshots: i64 =
        raw.query_row("SELECT count(*) FROM snapshot", [], |row| row.get(0)).expect("a count");
    assert_eq!(snapshots, 1, "a long log must be folded at closing");
    drop(raw);
    let mut workspace = desk.open();
    draw(&mut workspace, film, drawing, "desk", 601);
    assert_eq!(workspace.reader().expect("a reader").drawn(drawing).expect("rows").0.len(), 601);
    is_clean(&mut workspace);
}

#[test]
fn a_check_finds_what_was_tampered_with_and_rebuilds_rows() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Contrôle");
    let (_, _, _, drawing) = panel(&mut workspace, film);
    draw(&mut workspace, film, drawing, "desk", 3);
    desk.close(workspace);
    let raw = Connection::open(&desk.path).expect("SQLite opens it");
    raw.execute("UPDATE panel SET duration_ms = 1", []).expect("a row can be changed");
    raw.execute("UPDATE ink SET bytes = zeroblob(40)", []).expect("ink can be changed");
    drop(raw);
    let mut workspace = desk.open();
    let codes: Vec<&str> =
        workspace.check(false).expect("a check").findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["rows", "ink"], "changed rows and changed ink must be found");
    let codes: Vec<&str> =
        workspace.check(true).expect("a check").findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["ink"], "rows are rebuilt; ink is truth and only reported");
}

#[test]
fn a_log_with_a_hole_is_damage_and_never_a_smaller_film() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Trou");
    let (_, _, _, drawing) = panel(&mut workspace, film);
    for seed in 0..6 {
        draw(&mut workspace, film, drawing, "desk", seed);
    }
    desk.close(workspace);
    let raw = Connection::open(&desk.path).expect("SQLite opens it");
    raw.execute("DELETE FROM document_update WHERE seq = 5", []).expect("an update can be removed");
    drop(raw);
    let mut workspace = desk.open();
    for rebuild in [false, true] {
        let codes: Vec<&str> =
            workspace.check(rebuild).expect("a check").findings.iter().map(|finding| finding.code).collect();
        assert!(codes.contains(&"document"), "a hole in the log must be said: {codes:?}");
    }
    let drawn = workspace.reader().expect("a reader").drawn(drawing).expect("rows").0.len();
    assert_eq!(drawn, 6, "rebuilding must not throw away rows that a damaged log no longer gives");
}

#[test]
fn a_check_looks_at_search_undo_and_rows_of_nobody_too() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Tout voir");
    panel(&mut workspace, film);
    desk.close(workspace);
    let raw = Connection::open(&desk.path).expect("SQLite opens it");
    raw.execute("UPDATE search_text SET text = 'autre' WHERE kind = 'film'", [])
        .expect("a text can be changed");
    raw.execute("UPDATE undo SET steps = '[{' WHERE id = 1", []).expect("a step can be torn");
    raw.execute(
        "INSERT INTO film SELECT 'ghost', title, ink, pattern, ratio, numbering, locked, archived FROM film",
        [],
    )
    .expect("a row can be added");
    drop(raw);
    let mut workspace = desk.open();
    let mut codes: Vec<&str> =
        workspace.check(false).expect("a check").findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["rows", "search", "undo"]);
    let codes: Vec<&str> =
        workspace.check(true).expect("a check").findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["undo"], "what can be rebuilt is rebuilt");
}

#[test]
fn a_check_looks_at_the_calendar_too() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let halves = json!([{ "code": "morning", "start": "09:30", "end": "12:30" }]);
    let fields = [("title", json!("Stage")), ("date", json!("2026-02-24")), ("halves", halves)];
    workspace.add_to_calendar(Kind::Session, &fields).expect("a session");
    workspace
        .add_to_calendar(Kind::Place, &[("name", json!("Salle")), ("capacity", json!(12))])
        .expect("a place");
    workspace.add_to_calendar(Kind::Group, &[("name", json!("Mercredi"))]).expect("a group");
    is_clean(&mut workspace);
    let calendar = workspace.calendar().expect("read");
    desk.close(workspace);
    let raw = || Connection::open(&desk.path).expect("SQLite opens it");
    for altered in [
        "UPDATE session SET date = '2020-01-01', title = 'Faux'",
        "DELETE FROM session",
        "UPDATE place SET capacity = 99",
        "DELETE FROM \"group\"",
        "UPDATE retention SET sheets_years = 1",
        "INSERT INTO \"group\" VALUES ('ghost', 'nobody', 'Faux')",
        "UPDATE session SET place = 'nowhere'",
    ] {
        assert!(raw().execute(altered, []).expect("rows can be changed") > 0);
        let mut workspace = desk.open();
        let found = workspace.check(false).expect("a check").findings;
        assert_eq!(found.iter().map(|one| one.code).collect::<Vec<_>>(), ["rows"], "{altered}: {found:?}");
        assert_eq!(workspace.check(true).expect("a check").findings, [], "{altered}");
        assert_eq!(workspace.calendar().expect("read"), calendar, "{altered}: the document says how it was");
        workspace.close().expect("closed");
    }
    for table in ["document_update", "snapshot"] {
        let of_season = "document IN (SELECT id FROM document WHERE kind = 'season')";
        raw().execute(&format!("UPDATE {table} SET bytes = x'00' WHERE {of_season}"), []).expect("torn");
    }
    let mut workspace = desk.open();
    for rebuild in [false, true] {
        let found = workspace.check(rebuild).expect("a check").findings;
        assert_eq!(found.iter().map(|one| one.code).collect::<Vec<_>>(), ["document"], "{found:?}");
    }
    assert_eq!(workspace.calendar().expect("read"), calendar, "its rows are all that is left of it");
}

#[test]
fn a_check_runs_beside_whoever_edits() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Pendant ce temps");
    let (_, _, _, drawing) = panel(&mut workspace, film);
    let readers = workspace.readers();
    for seed in 0..20 {
        draw(&mut workspace, film, drawing, "desk", seed);
        let report = check(&readers).expect("a check needs no writer");
        assert!(report.findings.is_empty(), "one moment of the file is whole: {:?}", report.findings);
    }
}

#[test]
fn a_damaged_page_is_a_finding() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Abîmé");
    let (_, _, _, drawing) = panel(&mut workspace, film);
    for seed in 0..40 {
        draw(&mut workspace, film, drawing, "desk", seed);
    }
    desk.close(workspace);
    let whole = std::fs::read(&desk.path).expect("bytes");
    for page in 1..whole.len() / 4_096 {
        let mut bytes = whole.clone();
        bytes[page * 4_096..page * 4_096 + 8].fill(0xA5);
        std::fs::write(&desk.path, bytes).expect("damage");
        let looked = Workspace::open_read_only(&desk.path);
        // Where not even the list of tables can be read, that is what is told.
        let Ok(mut workspace) = looked else { continue };
        let report = workspace.check(false).expect("damage is reported, not an error");
        assert!(!report.findings.is_empty(), "page {page} is not as it was");
    }
}
