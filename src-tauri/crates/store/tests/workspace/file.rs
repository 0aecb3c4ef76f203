//! The file among others: copied, restored, open elsewhere, of an earlier version.

use std::path::Path;

use ql_model::edit::{After, Edit};
use ql_store::{FileError, StoreError, Witness, Workspace};
use rusqlite::Connection;

use super::{DESK, Desk, draw, film, is_clean, panel};

#[test]
fn a_copied_or_restored_file_becomes_a_new_device() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    film(&mut workspace, "Original");
    desk.close(workspace);
    let first = desk.witness.clone().expect("a witness").device;
    let workspace = desk.open();
    assert_eq!(
        workspace.witness().expect("a witness").device,
        first,
        "the same file on the same machine is the same device"
    );
    workspace.close().expect("it closes");

    let copy = desk.path.with_file_name("copie.qlibre");
    std::fs::copy(&desk.path, &copy).expect("a file can be copied");
    let witness = desk.witness.clone();
    let copied =
        Workspace::open(&copy, false, "test", |device| witness.filter(|witness| witness.device == device))
            .expect("the copy opens");
    assert_ne!(copied.witness().expect("a witness").device, first, "a copied file is another device");

    let ahead = Witness { sequence: 1_000_000, ..desk.witness.clone().expect("a witness") };
    let older = Workspace::open(&desk.path, false, "test", |_| Some(ahead)).expect("it opens");
    assert_ne!(
        older.witness().expect("a witness").device,
        first,
        "a file that went back in time is another device"
    );
}

#[test]
fn a_workspace_open_elsewhere_can_be_read_and_not_written() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Occupé");
    let second = Workspace::open(&desk.path, false, "test", |_| None);
    assert!(matches!(second, Err(StoreError::File(FileError::InUse { .. }))), "one process writes");
    let mut beside = Workspace::open_read_only(Path::new(&desk.path)).expect("others may read");
    assert_eq!(beside.reader().expect("a reader").film(film).expect("rows").film.title, "Occupé");
    let refused = beside.edit(film, &Edit::AddScene { heading: String::new(), after: After::Last }, DESK);
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
}

/// Writes the file again as the first version of the program would have written it.
fn as_first_version(path: &Path) {
    let older = path.with_extension("older");
    let raw = Connection::open(&older).expect("SQLite makes a file");
    raw.execute("ATTACH ?1 AS now", [path.to_string_lossy()]).expect("the newer file is read");
    let mark: i32 =
        raw.query_row("PRAGMA now.application_id", [], |row| row.get(0)).expect("the mark of our files");
    raw.pragma_update(None, "application_id", mark).expect("the mark");
    raw.execute_batch(include_str!("../../src/migrations/0001_workspace.sql")).expect("the first tables");
    raw.pragma_update(None, "user_version", 1).expect("the first schema");
    for table in ["document", "snapshot", "media", "device", "film", "totals", "shot", "panel", "face"] {
        raw.execute_batch(&format!("INSERT INTO {table} SELECT * FROM now.{table}")).expect(table);
    }
    raw.execute_batch(
        "INSERT INTO document_update (seq, document, own, bytes) SELECT seq, document, own, bytes FROM now.document_update ORDER BY seq;
         INSERT INTO ink (document, id, bytes) SELECT document, id, bytes FROM now.ink;
         INSERT INTO scene SELECT id, film, position, number, omitted, heading, subset, int_ext, time_of_day, story_day, characters,
             summary, shots, duration_ms, setup_minutes, life FROM now.scene;
         INSERT INTO drawing SELECT * FROM now.drawing;
         UPDATE drawing SET version = 'made otherwise';
         INSERT INTO stroke SELECT id, drawing, \"order\", face, layer, ink, cuts FROM now.stroke;
         INSERT INTO undo (document, actor, code, gesture, steps, undone)
             SELECT document, actor, code, gesture, steps, undone FROM now.undo ORDER BY id;
         DETACH now;",
    )
    .expect("what was written");
    drop(raw);
    std::fs::rename(&older, path).expect("the older file takes its place");
}

#[test]
fn a_file_of_the_first_version_is_brought_up_whole() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let (one, two) = (film(&mut workspace, "Un"), film(&mut workspace, "Deux"));
    let (_, _, _, drawing) = panel(&mut workspace, one);
    let (_, _, _, other) = panel(&mut workspace, two);
    for seed in [3, 5, 7] {
        draw(&mut workspace, one, drawing, "desk", seed);
        draw(&mut workspace, two, other, "lina", seed);
    }
    workspace.undo(one, "desk").expect("an undo").expect("a stroke to take back");
    desk.close(workspace);
    as_first_version(&desk.path);

    let before = std::fs::read(&desk.path).expect("the file");
    let mut older = Workspace::open_read_only(&desk.path).expect("an older file can be looked at");
    assert_eq!(older.reader().expect("a reader").film(one).expect("rows").scenes.len(), 1);
    assert_eq!(older.reader().expect("a reader").drawn(drawing).expect("rows").0.len(), 2);
    is_clean(&mut older);
    drop(older);
    assert!(
        std::fs::read(&desk.path).expect("the file") == before,
        "looking at a file changes nothing in it"
    );

    let mut workspace = desk.open();
    is_clean(&mut workspace);
    let drawn = |workspace: &Workspace, drawing| {
        workspace.reader().expect("a reader").drawn(drawing).expect("rows").0.len()
    };
    assert_eq!((drawn(&workspace, drawing), drawn(&workspace, other)), (2, 3));
    workspace.redo(one, "desk").expect("a redo").expect("what was taken back can be done again");
    workspace.undo(two, "lina").expect("an undo").expect("a stroke to take back");
    assert_eq!((drawn(&workspace, drawing), drawn(&workspace, other)), (3, 2));
    draw(&mut workspace, one, drawing, "desk", 9);
    desk.close(workspace);
    let mut workspace = desk.open();
    assert_eq!(drawn(&workspace, drawing), 4, "what came after is behind what was there");
    is_clean(&mut workspace);
}
