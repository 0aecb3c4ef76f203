//! A real workspace file: edits, restarts, undo, search, checks, copies. Only what a caller sees.

mod simulation;

use std::path::{Path, PathBuf};

use ql_model::{
    DocumentId, EntityId, StrokeId,
    edit::{After, Edit, NewStroke},
    ink::{Colour, Ink, InkId, Layer, Point, Tool},
    stroke::Cut,
    vocabulary::{FaceColour, FilmInk, Life, Look, Pattern, Ratio, Shape},
};
use ql_store::{FileError, Gesture, NewFilm, StoreError, Witness, Workspace};
use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;
use uuid::Uuid;

const DESK: Gesture<'static> = Gesture { actor: "desk", code: "edit", gesture: None };

struct Desk {
    _folder: TempDir,
    path: PathBuf,
    witness: Option<Witness>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("atelier.qlibre");
        Self { _folder: folder, path, witness: None }
    }

    fn open(&self) -> Workspace {
        let witness = self.witness.clone();
        Workspace::open(&self.path, true, "test", move |device| {
            witness.filter(|witness| witness.device == device)
        })
        .expect("the workspace opens")
    }

    fn close(&mut self, workspace: Workspace) {
        self.witness = Some(workspace.witness().expect("a witness can be read"));
        workspace.close().expect("the workspace closes");
    }
}

fn film(workspace: &mut Workspace, title: &str) -> DocumentId {
    let new = NewFilm { title: title.into(), ink: FilmInk::Mint, pattern: Pattern::Dots, ratio: Ratio::Wide };
    workspace.add_film(&new).expect("a film can be made").0
}

fn panel(workspace: &mut Workspace, film: DocumentId) -> (EntityId, EntityId, EntityId, EntityId) {
    let scene = workspace
        .edit(film, &Edit::AddScene { heading: "Hall".into(), after: After::Last }, DESK)
        .expect("a scene")
        .made
        .entity
        .expect("its id");
    let made = workspace
        .edit(film, &Edit::AddShot { scene, after: After::Last, with_panel: true }, DESK)
        .expect("a shot")
        .made;
    (scene, made.entity.expect("a shot"), made.panel.expect("a panel"), made.drawing.expect("a drawing"))
}

fn ink(seed: i32) -> Vec<u8> {
    let points =
        (0..60).map(|n| Point { x: 1000 + n * 100, y: 2000 + (n * seed) % 700, pressure: 128 }).collect();
    Ink { tool: Tool::Brush, colour: Colour::Ink, simulated: true, size: 170, points }
        .encode()
        .expect("ink can be written")
}

fn draw(workspace: &mut Workspace, film: DocumentId, drawing: EntityId, actor: &str, seed: i32) -> StrokeId {
    let bytes = ink(seed);
    let id = StrokeId(Uuid::new_v4());
    let stroke = NewStroke { id, face: None, layer: Layer::Ink, ink: InkId::of(&bytes) };
    let gesture = Gesture { actor, code: "add_stroke", gesture: None };
    workspace
        .edit_with_ink(film, &Edit::AddStroke { drawing, stroke }, gesture, Some(&bytes))
        .expect("a stroke can be drawn");
    id
}

fn is_clean(workspace: &mut Workspace) {
    let report = workspace.check(false).expect("a workspace can be checked");
    assert!(report.findings.is_empty(), "a healthy workspace has nothing to report: {:?}", report.findings);
}

#[test]
fn what_was_drawn_is_there_after_a_restart_and_so_is_its_undo() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Onze étages");
    let (_, _, panel, drawing) = panel(&mut workspace, film);
    draw(&mut workspace, film, drawing, "desk", 3);
    draw(&mut workspace, film, drawing, "desk", 5);
    desk.close(workspace);

    let mut workspace = desk.open();
    let reader = workspace.reader().expect("a reader");
    assert_eq!(reader.drawn(drawing).expect("rows").0.len(), 2, "both strokes must be there");
    assert_eq!(reader.ink(film, drawing).expect("ink").len(), 2);
    let undone = workspace.undo(film, "desk").expect("undo").expect("something to undo");
    assert_eq!(undone.code, "add_stroke", "the last gesture must be undone after a restart");
    assert_eq!(workspace.reader().expect("a reader").drawn(drawing).expect("rows").0.len(), 1);
    workspace.redo(film, "desk").expect("redo").expect("something to redo");
    let rows = workspace.reader().expect("a reader").film(film).expect("the film");
    assert_eq!(rows.panels.iter().find(|row| row.id == panel).map(|row| row.look), Some(Look::Drawn));
    is_clean(&mut workspace);
}

#[test]
fn each_person_undoes_their_own() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "À deux");
    let (_, _, _, drawing) = panel(&mut workspace, film);
    let mine = draw(&mut workspace, film, drawing, "samira", 3);
    let theirs = draw(&mut workspace, film, drawing, "kevin", 5);
    workspace.undo(film, "samira").expect("undo").expect("something to undo");
    let left: Vec<StrokeId> = workspace
        .reader()
        .expect("a reader")
        .drawn(drawing)
        .expect("rows")
        .0
        .iter()
        .map(|stroke| stroke.id)
        .collect();
    assert_eq!(left, [theirs], "my undo must take my stroke {mine}, not the last one");
}

#[test]
fn a_field_is_restored_only_while_it_holds_my_value() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Deux mains");
    let (_, shot, ..) = panel(&mut workspace, film);
    let set = |value: &str| Edit::SetField { entity: shot, field: "size".into(), value: json!(value) };
    let mine = Gesture { actor: "samira", code: "set_field", gesture: None };
    workspace.edit(film, &set("CU"), mine).expect("a size");
    workspace.edit(film, &set("WS"), Gesture { actor: "kevin", ..mine }).expect("a size");
    assert!(workspace.undo(film, "samira").expect("undo").is_none(), "what another wrote since must stay");
    assert_eq!(
        workspace.reader().expect("a reader").film(film).expect("rows").shots[0].size.map(|size| size.code()),
        Some("WS")
    );
}

#[test]
fn one_gesture_is_one_step() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Frappe");
    let (_, shot, ..) = panel(&mut workspace, film);
    let typing = Gesture { actor: "desk", code: "splice_text", gesture: Some("focus-1") };
    for (seen, text) in [("", "N"), ("N", "Nour"), ("Nour", "Nour court")] {
        let edit =
            Edit::WriteText { entity: shot, field: "action".into(), seen: seen.into(), text: text.into() };
        workspace.edit(film, &edit, typing).expect("a text");
    }
    workspace.undo(film, "desk").expect("undo").expect("something to undo");
    assert_eq!(
        workspace.text_of(film, shot, "action").expect("a text"),
        "",
        "all the typing of one focus is one step"
    );
    workspace.redo(film, "desk").expect("redo").expect("something to redo");
    assert_eq!(workspace.text_of(film, shot, "action").expect("a text"), "Nour court");
}

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
fn duplicated_films_are_whole_and_apart() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Original");
    let (_, _, _, drawing) = panel(&mut workspace, film);
    let stroke = draw(&mut workspace, film, drawing, "desk", 3);
    let cut = Edit::CutStrokes { drawing, cuts: vec![Cut { stroke, from: 2.0, to: 9.5 }] };
    workspace.edit(film, &cut, DESK).expect("a cut");
    let (copy, _) = workspace.duplicate_film(film, "Copie").expect("a copy");
    let rows = workspace.reader().expect("a reader").film(copy).expect("rows");
    assert_eq!(
        (rows.film.title.as_str(), rows.film.ink, rows.shots.len(), rows.panels.len()),
        ("Copie", FilmInk::Mint, 1, 1)
    );
    let reader = workspace.reader().expect("a reader");
    let (strokes, _) = reader.drawn(rows.panels[0].drawing).expect("strokes");
    assert_eq!(strokes[0].cuts, vec![(2.0, 9.5)], "erased parts are copied too");
    assert_eq!(reader.ink(copy, rows.panels[0].drawing).expect("ink").len(), 1, "the copy has its own ink");
    is_clean(&mut workspace);
}

#[test]
fn search_finds_beginnings_of_words_without_accents_and_forgets_what_changed() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "La Borne");
    let (_, shot, ..) = panel(&mut workspace, film);
    let write = |seen: &str, text: &str| Edit::WriteText {
        entity: shot,
        field: "action".into(),
        seen: seen.into(),
        text: text.into(),
    };
    workspace.edit(film, &write("", "Sous le réverbère, deux silhouettes"), DESK).expect("a text");
    let find = |workspace: &Workspace, query: &str| {
        workspace.reader().expect("a reader").find(query).expect("a search").len()
    };
    assert_eq!(find(&workspace, "reverb"), 1);
    assert_eq!(find(&workspace, "deux réver"), 1);
    assert_eq!(find(&workspace, "borne"), 1, "titles are searched");
    assert_eq!(find(&workspace, "\" OR * NEAR("), 0, "what people type is never a query language");
    workspace.edit(film, &write("Sous le réverbère, deux silhouettes", "Rien"), DESK).expect("a text");
    assert_eq!(find(&workspace, "reverb"), 0);
    is_clean(&mut workspace);
}

#[test]
fn hostile_titles_and_torn_ink_do_no_harm() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    for title in
        ["<script>alert(1)</script>", "\u{202E}gnp.film", &"🙂".repeat(10_000), "'; DROP TABLE film; --", ""]
    {
        let id = film(&mut workspace, title);
        assert_eq!(workspace.reader().expect("a reader").film(id).expect("rows").film.title, title);
    }
    let id = film(&mut workspace, "Encre");
    let (_, _, _, drawing) = panel(&mut workspace, id);
    let bytes = &ink(3)[..30];
    let stroke =
        NewStroke { id: StrokeId(Uuid::new_v4()), face: None, layer: Layer::Ink, ink: InkId::of(bytes) };
    let refused = workspace.edit_with_ink(id, &Edit::AddStroke { drawing, stroke }, DESK, Some(bytes));
    assert!(matches!(refused, Err(StoreError::Ink(_))), "torn ink must be refused: {refused:?}");
    is_clean(&mut workspace);
}

#[test]
fn the_trash_says_what_went_together_and_gives_it_back() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Corbeille");
    let (scene, shot, _, drawing) = panel(&mut workspace, film);
    draw(&mut workspace, film, drawing, "desk", 3);
    workspace.edit(film, &Edit::Delete { entity: scene, at: 42 }, DESK).expect("a deletion");
    let trash = workspace.trash(film).expect("the trash");
    assert_eq!(
        (trash.len(), trash[0].entity, trash[0].trashed.at, trash[0].together.len()),
        (1, scene, 42, 4)
    );
    workspace.edit(film, &Edit::Restore { entity: scene, parent: None }, DESK).expect("a restoration");
    let rows = workspace.reader().expect("a reader").film(film).expect("rows");
    assert!(rows.shots.iter().any(|row| row.id == shot && row.life == Life::Live));
    assert!(workspace.trash(film).expect("the trash").is_empty());
    is_clean(&mut workspace);
}

#[test]
fn faces_are_kept_and_removed_ones_keep_their_name() {
    let mut desk = Desk::new();
    let mut workspace = desk.open();
    let (id, _) = workspace.add_face("Aïssatou", Shape::Triangle, FaceColour::Green).expect("a face");
    workspace.set_root_field(id, "removed", &json!(true)).expect("a face can be removed");
    desk.close(workspace);
    let mut workspace = desk.open();
    let faces = workspace.reader().expect("a reader").faces().expect("faces");
    assert_eq!((faces[0].name.as_str(), faces[0].life), ("Aïssatou", Life::Trash));
    is_clean(&mut workspace);
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
fn a_stroke_id_of_another_film_takes_nothing_away() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let (first, second) = (film(&mut workspace, "Un"), film(&mut workspace, "Deux"));
    let (_, _, _, drawing) = panel(&mut workspace, first);
    let (_, _, _, other) = panel(&mut workspace, second);
    let id = draw(&mut workspace, first, drawing, "desk", 3);
    let bytes = ink(3);
    let stroke = NewStroke { id, face: None, layer: Layer::Ink, ink: InkId::of(&bytes) };
    workspace
        .edit_with_ink(second, &Edit::AddStroke { drawing: other, stroke }, DESK, Some(&bytes))
        .expect("identities are made by whoever draws: another film's do not count");
    for there in [drawing, other] {
        let drawn = workspace.reader().expect("a reader").drawn(there).expect("rows").0;
        assert_eq!(drawn.len(), 1, "a stroke must never be taken out of another drawing");
    }
    workspace.undo(second, "desk").expect("an undo").expect("something to take back");
    assert_eq!(workspace.reader().expect("a reader").drawn(drawing).expect("rows").0.len(), 1);
    assert!(workspace.reader().expect("a reader").drawn(other).expect("rows").0.is_empty());
    is_clean(&mut workspace);
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
