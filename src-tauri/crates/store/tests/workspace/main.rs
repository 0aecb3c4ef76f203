//! A real workspace file: edits, restarts, undo, search, checks, copies. Only what a caller sees.

mod check;
mod file;
mod register;
mod simulation;
mod undo;

use std::path::PathBuf;

use ql_model::{
    DocumentId, EntityId, StrokeId,
    edit::{After, Edit, NewStroke},
    ink::{Colour, Ink, InkId, Layer, Point, Tool},
    stroke::Cut,
    vocabulary::{FaceColour, FilmInk, Life, Pattern, Ratio, Shape},
};
use ql_store::{Gesture, NewFilm, StoreError, Witness, Workspace};
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
