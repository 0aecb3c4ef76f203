//! What copies promise: whole or not there, never over anything, and a way back that loses nothing.

use rusqlite::params;
use tempfile::TempDir;

use super::*;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A workspace with some rows of an extra table, as people would have.
fn workspace(folder: &Path, rows: usize) -> WorkspaceFile {
    let file = WorkspaceFile::create(&folder.join("Camp.qlibre"), "test").expect("a new workspace");
    file.connection()
        .execute_batch(
            "CREATE TABLE test_note (text TEXT); CREATE VIRTUAL TABLE test_search USING fts5(text);",
        )
        .expect("tables");
    for row in 0..rows {
        let text = format!("{row} {}", "le terrain vague ".repeat(20));
        file.connection().execute("INSERT INTO test_note VALUES (?1)", params![text]).expect("a note");
        file.connection()
            .execute("INSERT INTO test_search (text) VALUES (?1)", params![text])
            .expect("a word");
    }
    file
}

fn rows(path: &Path) -> i64 {
    let file = WorkspaceFile::open_read_only(path).expect("a readable workspace");
    file.connection().query_row("SELECT count(*) FROM test_note", [], |row| row.get(0)).expect("a count")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn nothing(_: &Connection) -> Result<(), FileError> {
    Ok(())
}

#[test]
fn a_copy_is_one_whole_file_and_the_workspace_goes_on() {
    let folder = folder();
    let file = workspace(folder.path(), 120);
    let target = folder.path().join("copie.qlibre");
    let copy = back_up_to(file.readers(), &target).expect("a copy");
    assert!(
        copy.good && copy.size > 0 && copy.name == "copie" && copy.path == target,
        "A copy says what it is: {copy:?}"
    );
    file.connection().execute("DELETE FROM test_note", []).expect("work goes on");
    assert_eq!(rows(&target), 120, "A copy has what there was, also what was still in the log.");
    verify(&target).expect("A copy can be verified.");
    assert!(
        !exists(&beside(&target, "-wal")).expect("looked")
            && !exists(&beside(&target, "-part")).expect("looked"),
        "A copy is one file."
    );
    assert!(
        matches!(back_up_to(file.readers(), &target), Err(FileError::Exists)),
        "A name that is taken is refused."
    );
    assert_eq!(rows(&target), 120, "And what has it is left alone.");
}

#[test]
fn one_copy_a_day_and_seven_days_are_kept() {
    let folder = folder();
    let file = workspace(folder.path(), 5);
    let copies = backup_folder(file.path());
    assert_eq!(
        copies.file_name().expect("a name"),
        "Camp backups",
        "Copies lie beside the workspace, under its name."
    );
    fs::create_dir_all(&copies).expect("a folder");
    fs::write(copies.join("Camp souvenir.qlibre"), "mine").expect("someone's file");
    for number in 1..=9 {
        let today = day(&format!("2026-11-0{number}"));
        assert!(
            back_up_daily(file.readers(), &copies, today).expect("a copy").is_some(),
            "Each day has its copy."
        );
        assert_eq!(back_up_daily(file.readers(), &copies, today).expect("looked"), None, "One a day.");
    }
    let mut expected: Vec<String> = (3..=9).map(|number| format!("Camp 2026-11-0{number}.qlibre")).collect();
    expected.push("Camp souvenir.qlibre".into());
    assert_eq!(
        names(&copies),
        expected,
        "Seven are kept, and nothing that is not an automatic copy is removed."
    );
    let listed = list_backups(&copies).expect("a list");
    assert_eq!(listed.len(), 8, "Everything that looks like a workspace is listed.");
    assert_eq!(listed.iter().filter(|copy| copy.good).count(), 7, "What is none is told.");

    let early = back_up_daily(file.readers(), &copies, day("2020-01-01")).expect("a copy").expect("made");
    assert!(exists(&early.path).expect("looked"), "A clock gone back does not remove the copy just made.");
    assert_eq!(names(&copies).len(), 8, "Still seven.");
}

#[test]
fn a_bad_copy_of_the_day_is_replaced_by_another() {
    let folder = folder();
    let file = workspace(folder.path(), 5);
    let copies = backup_folder(file.path());
    back_up_daily(file.readers(), &copies, day("2026-11-23")).expect("a copy");
    fs::write(copies.join("Camp 2026-11-23.qlibre"), "torn").expect("damage");
    let second = back_up_daily(file.readers(), &copies, day("2026-11-23")).expect("a copy").expect("made");
    assert_eq!(second.name, "Camp 2026-11-23 (2)", "A name that is taken gets a number.");
    assert_eq!(
        back_up_daily(file.readers(), &copies, day("2026-11-23")).expect("looked"),
        None,
        "And that is the copy of the day."
    );
}

#[test]
fn a_damaged_workspace_pushes_no_copy_out() {
    let folder = folder();
    let file = workspace(folder.path(), 300);
    let path = file.path().to_owned();
    let copies = backup_folder(&path);
    for number in 1..=7 {
        back_up_daily(file.readers(), &copies, day(&format!("2026-11-0{number}"))).expect("a copy");
    }
    file.close().expect("closed");
    let before = names(&copies);
    let mut bytes = fs::read(&path).expect("bytes");
    let middle = bytes.len() / 2 / 4_096 * 4_096;
    bytes[middle..middle + 4_096].fill(0xA5);
    fs::write(&path, bytes).expect("damage");
    let refused = back_up_daily(&Readers::beside_writer(&path), &copies, day("2026-11-08"));
    assert!(
        matches!(refused, Err(FileError::Damaged { .. })),
        "A damaged workspace is not copied: {refused:?}"
    );
    assert_eq!(names(&copies), before, "No sound copy left, no torn one came.");
}

#[test]
fn restoring_keeps_what_was_there_and_makes_a_new_device() {
    let folder = folder();
    let file = workspace(folder.path(), 40);
    let path = file.path().to_owned();
    let copy = back_up_to(file.readers(), &folder.path().join("lundi.qlibre")).expect("a copy");
    file.connection().execute("DELETE FROM test_note WHERE rowid > 10", []).expect("a mistake");
    assert!(
        matches!(restore(&copy.path, &path, "x", nothing), Err(FileError::InUse { .. })),
        "A workspace that is open is not replaced."
    );
    drop(file);
    let adopt =
        |connection: &Connection| Ok(connection.execute_batch("CREATE TABLE test_device (id TEXT);")?);
    let done =
        restore(&copy.path, &path, "Camp avant restauration 2026-11-23 14 h 05", adopt).expect("restored");
    let kept = done.kept.expect("what was there is kept");
    assert_eq!(
        kept.file_name().expect("a name"),
        "Camp avant restauration 2026-11-23 14 h 05.qlibre",
        "Under the name it was given."
    );
    assert_eq!(
        (rows(&done.path), rows(&kept), rows(&copy.path)),
        (40, 10, 40),
        "The copy is back, what was there and the copy stay."
    );
    let file = WorkspaceFile::open(&path, "test").expect("the restored workspace opens");
    file.connection()
        .prepare("SELECT * FROM test_device")
        .expect("The new device was told before it was opened.");
    drop(file);
    let again = restore(&copy.path, &path, "Camp avant restauration 2026-11-23 14 h 05", nothing)
        .expect("restored again");
    assert_eq!(
        again.kept.expect("kept").file_name().expect("a name"),
        "Camp avant restauration 2026-11-23 14 h 05 (2).qlibre",
        "What was set aside before is not written over."
    );
}

#[test]
fn a_damaged_workspace_is_set_aside_with_its_log() {
    let (folder, other) = (folder(), folder());
    let file = workspace(folder.path(), 40);
    let copy = back_up_to(file.readers(), &other.path().join("lundi.qlibre")).expect("a copy");
    let damaged = other.path().join("Camp.qlibre");
    fs::copy(beside(file.path(), "-wal"), beside(&damaged, "-wal")).expect("a log");
    fs::write(&damaged, "torn to pieces").expect("damage");
    let done = restore(&copy.path, &damaged, "Camp abîmé", nothing).expect("restored");
    let kept = done.kept.expect("kept");
    assert_eq!(fs::read(&kept).expect("bytes"), b"torn to pieces", "What is damaged is kept as it is.");
    assert!(
        fs::metadata(beside(&kept, "-wal")).expect("a log").len() > 0,
        "With its log, for whoever can still read it."
    );
    assert!(
        !exists(&beside(&done.path, "-wal")).expect("looked"),
        "A foreign log is never replayed into what was restored."
    );
    assert_eq!(rows(&done.path), 40, "The copy is in its place.");
}

#[test]
fn what_cannot_be_read_is_not_restored() {
    let folder = folder();
    let file = workspace(folder.path(), 40);
    let path = file.path().to_owned();
    file.close().expect("closed");
    let torn = folder.path().join("torn.qlibre");
    let whole = fs::read(&path).expect("bytes");
    fs::write(&torn, &whole[..whole.len() / 2]).expect("half a file");
    assert!(
        matches!(restore(&torn, &path, "kept", nothing), Err(FileError::Damaged { .. })),
        "Half a copy is refused."
    );
    let missing = restore(&folder.path().join("none.qlibre"), &path, "kept", nothing);
    assert!(matches!(missing, Err(FileError::Missing)), "A missing copy is told: {missing:?}");
    assert_eq!(
        names(folder.path()),
        ["Camp.qlibre", "torn.qlibre"],
        "Nothing was set aside, nothing left behind."
    );
    assert_eq!(rows(&path), 40, "The workspace is as it was.");
}

#[test]
fn a_copy_becomes_a_new_workspace_where_there_was_none() {
    let folder = folder();
    let file = workspace(folder.path(), 12);
    let copy = back_up_to(file.readers(), &folder.path().join("lundi.qlibre")).expect("a copy");
    let target = folder.path().join("Ailleurs.qlibre");
    let done = restore_to(&copy.path, &target, None, nothing).expect("restored");
    assert_eq!((rows(&target), done.kept), (12, None), "Beside the workspace in use.");
    assert!(
        matches!(restore_to(&copy.path, &target, None, nothing), Err(FileError::Exists)),
        "A name that is taken is refused."
    );
    let gone = folder.path().join("Perdu.qlibre");
    let done = restore(&copy.path, &gone, "kept", nothing).expect("restored");
    assert_eq!(
        (rows(&gone), done.kept),
        (12, None),
        "A workspace that is gone comes back, nothing is set aside."
    );
}

#[test]
fn a_copy_with_torn_ink_is_none_and_pushes_nothing_out() {
    let folder = folder();
    let file = workspace(folder.path(), 3);
    let copies = backup_folder(file.path());
    for date in ["2026-11-01", "2026-11-02"] {
        back_up_daily(file.readers(), &copies, day(date)).expect("a copy").expect("of its day");
    }
    // What a disk that forgets leaves: pages in order, and other bytes in the middle of a stroke.
    file.connection()
        .execute_batch(
            "INSERT INTO document (id, kind, created_at, changed_at) VALUES ('x', 'wall', 0, 0);
             INSERT INTO ink (document, id, bytes) VALUES ('x', randomblob(16), x'00ff');",
        )
        .expect("a torn stroke");
    let refused = back_up_daily(file.readers(), &copies, day("2026-11-03"));
    assert!(matches!(refused, Err(FileError::Damaged { .. })), "{refused:?}");
    assert_eq!(names(&copies), ["Camp 2026-11-01.qlibre", "Camp 2026-11-02.qlibre"]);
}

#[test]
fn a_copy_torn_since_pushes_no_sound_one_out() {
    let folder = folder();
    let file = workspace(folder.path(), 5);
    let copies = backup_folder(file.path());
    for number in 1..=7 {
        back_up_daily(file.readers(), &copies, day(&format!("2026-11-0{number}"))).expect("a copy");
    }
    for number in [6, 7] {
        fs::write(copies.join(format!("Camp 2026-11-0{number}.qlibre")), "torn").expect("damage");
    }
    back_up_daily(file.readers(), &copies, day("2026-11-08")).expect("a copy").expect("of its day");
    back_up_daily(file.readers(), &copies, day("2026-11-09")).expect("a copy").expect("of its day");
    let good = list_backups(&copies).expect("a list").into_iter().filter(|copy| copy.good).count();
    assert_eq!(good, KEPT, "Seven that can be gone back to: {:?}", names(&copies));
}

#[test]
fn a_copy_is_called_good_only_when_all_it_shows_is_there() {
    let folder = folder();
    let file = workspace(folder.path(), 3);
    let target = folder.path().join("copie.qlibre");
    file.connection()
        .execute_batch(
            "INSERT INTO document (id, kind, created_at, changed_at) VALUES ('x', 'wall', 0, 0);
             INSERT INTO drawing (id, film, panel, version, finished, strokes, ink_strokes, life) VALUES ('d', 'x', 'p', '', 0, 1, 1, 'live');
             INSERT INTO stroke VALUES ('s', 'd', 0, NULL, 'ink', '00ff', '[]');",
        )
        .expect("a stroke without its points");
    for refused in [
        back_up_to(file.readers(), &target).map(drop),
        back_up_daily(file.readers(), &backup_folder(file.path()), day("2026-11-03")).map(drop),
    ] {
        assert!(matches!(refused, Err(FileError::Damaged { .. })), "{refused:?}");
    }
    assert!(!exists(&target).expect("looked"), "No copy is left that people would count on.");
    let path = file.path().to_owned();
    file.close().expect("closed");
    let told = verify(&path);
    assert!(matches!(told, Err(FileError::Damaged { .. })), "Nor is such a file gone back to: {told:?}");
}
