//! Any run of edits, by several people, with undo, redo and restarts in between: the file is whole, its rows are those of its
//! documents, and what is taken back and done again ends where it was.

use proptest::prelude::*;
use ql_model::{
    DocumentId, EntityId, StrokeId,
    edit::{After, Edit, NewStroke},
    entity::Kind,
    ink::{InkId, Layer},
    row::{Drawing, Film, Panel, Scene, Shot, Stroke},
    stroke::Cut,
    vocabulary::Life,
};
use ql_store::{Gesture, StoreError, Workspace};
use serde_json::json;
use uuid::Uuid;

use super::{Desk, ink, is_clean};

const PEOPLE: [&str; 3] = ["desk", "lina", "mehdi"];

/// One thing someone does: what, to which, and who.
#[derive(Clone, Copy, Debug)]
struct Deed {
    what: u8,
    which: usize,
    more: usize,
    who: usize,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (0u8..22, any::<usize>(), any::<usize>(), 0usize..PEOPLE.len());
    prop::collection::vec(deed.prop_map(|(what, which, more, who)| Deed { what, which, more, who }), 1..50)
}

/// What the file says of a film, in one value.
#[derive(Debug, PartialEq)]
struct Told {
    film: Film,
    scenes: Vec<Scene>,
    shots: Vec<Shot>,
    panels: Vec<Panel>,
    drawings: Vec<Drawing>,
    strokes: Vec<Stroke>,
}

fn told(workspace: &Workspace, film: DocumentId) -> Told {
    let reader = workspace.reader().expect("a reader");
    let rows = reader.film(film).expect("the film is there");
    let strokes = reader.film_strokes(film).expect("its strokes");
    let (film, scenes, shots) = (rows.film, rows.scenes, rows.shots);
    Told { film, scenes, shots, panels: rows.panels, drawings: rows.drawings, strokes }
}

/// Only what is on the board: under something that was deleted, what was lost may be found in the trash instead.
fn shown(mut told: Told) -> Told {
    told.scenes.retain(|row| row.life == Life::Live);
    told.shots.retain(|row| row.life == Life::Live);
    told.panels.retain(|row| row.life == Life::Live);
    told
}

fn pick<T: Copy>(all: &[T], which: usize) -> Option<T> {
    all.get(which.checked_rem(all.len())?).copied()
}

/// The edit a deed is, where there is something to do it to; and the ink it brings.
fn edit_of(now: &Told, deed: Deed) -> Option<(Edit, Option<Vec<u8>>)> {
    let scenes: Vec<EntityId> = now.scenes.iter().map(|row| row.id).collect();
    let shots: Vec<EntityId> = now.shots.iter().map(|row| row.id).collect();
    let panels: Vec<EntityId> = now.panels.iter().map(|row| row.id).collect();
    let drawings: Vec<EntityId> = now.drawings.iter().map(|row| row.id).collect();
    let things = [scenes.clone(), shots.clone(), panels.clone()].concat();
    let after = if deed.more.is_multiple_of(2) { After::First } else { After::Last };
    let drawing = pick(&drawings, deed.which);
    let stroke = pick(&now.strokes.iter().map(|row| (row.drawing, row.id)).collect::<Vec<_>>(), deed.which);
    let edit = match deed.what {
        0 => Edit::AddScene { heading: "INT. Hall – JOUR".into(), after },
        1 | 2 => Edit::AddShot { scene: pick(&scenes, deed.which)?, after, with_panel: true },
        3 => Edit::AddPanel { shot: pick(&shots, deed.which)?, after },
        4..=7 => {
            let bytes = ink(i32::try_from(deed.more % 900).expect("small") + 1);
            let id = StrokeId(Uuid::from_u128(deed.more as u128 + 1));
            let stroke = NewStroke { id, face: None, layer: Layer::Ink, ink: InkId::of(&bytes) };
            return Some((Edit::AddStroke { drawing: drawing?, stroke }, Some(bytes)));
        }
        8 => Edit::EraseStrokes { drawing: stroke?.0, strokes: vec![stroke?.1] },
        9 => {
            let (drawing, stroke) = stroke?;
            Edit::CutStrokes { drawing, cuts: vec![Cut { stroke, from: 2.0, to: 5.0 }] }
        }
        10 => {
            let value = json!(["CU", "WS", "MS"][deed.more % 3]);
            Edit::SetField { entity: pick(&shots, deed.which)?, field: "size".into(), value }
        }
        11 => {
            let value = json!(1_000 + deed.more % 9_000);
            Edit::SetField { entity: pick(&panels, deed.which)?, field: "duration_ms".into(), value }
        }
        12 => {
            let text = format!("Elle court {}", deed.more % 10);
            let entity = pick(&shots, deed.which)?;
            Edit::WriteText { entity, field: "action".into(), seen: String::new(), text }
        }
        13 => Edit::Move { entity: pick(&things, deed.which)?, parent: None, after },
        14 => {
            let (entity, parent) = (pick(&shots, deed.which)?, pick(&scenes, deed.more)?);
            Edit::Move { entity, parent: Some(parent), after }
        }
        15 => Edit::Duplicate { entity: pick(&things, deed.which)? },
        16 | 17 => Edit::Delete { entity: pick(&things, deed.which)?, at: 1 },
        18 => Edit::Restore { entity: pick(&things, deed.which)?, parent: None },
        19 if now.film.locked => Edit::Unlock,
        19 => Edit::Lock,
        20 => Edit::AddMark { drawing: drawing?, kind: Kind::Arrow, fields: Vec::new(), face: None },
        _ => {
            let value = json!(["letters", "numbers", "through"][deed.more % 3]);
            Edit::SetField { entity: now.film.id, field: "numbering".into(), value }
        }
    };
    Some((edit, None))
}

/// Does it; what the model refuses is not done, and everything else must work.
fn act(workspace: &mut Workspace, film: DocumentId, deed: Deed) {
    let Some((edit, brought)) = edit_of(&told(workspace, film), deed) else { return };
    // Now and then two edits of one person are one gesture.
    let gesture = deed.more.is_multiple_of(5).then_some("a gesture");
    let gesture = Gesture { actor: PEOPLE[deed.who], code: "edit", gesture };
    match workspace.edit_with_ink(film, &edit, gesture, brought.as_deref()) {
        Ok(_) | Err(StoreError::Edit(_)) => {}
        Err(error) => panic!("{edit:?} could not be done: {error}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_run_of_edits_leaves_a_whole_file(deeds in deeds(), turns in prop::collection::vec((any::<bool>(), 0usize..3), 0..12)) {
        let mut desk = Desk::new();
        let mut workspace = desk.open();
        let film = super::film(&mut workspace, "Au hasard");
        super::panel(&mut workspace, film);
        for (at, deed) in deeds.iter().enumerate() {
            act(&mut workspace, film, *deed);
            if at % 16 == 15 {
                desk.close(workspace);
                workspace = desk.open();
            }
        }
        is_clean(&mut workspace);
        for (again, who) in turns {
            let turned = if again { workspace.redo(film, PEOPLE[who]) } else { workspace.undo(film, PEOPLE[who]) };
            turned.expect("a turn never fails");
        }
        is_clean(&mut workspace);
        let last = told(&workspace, film);
        desk.close(workspace);
        let mut workspace = desk.open();
        prop_assert_eq!(told(&workspace, film), last, "what was told is what is kept");
        is_clean(&mut workspace);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn alone_one_comes_back_to_where_one_was(deeds in deeds(), steps in 1usize..60) {
        let mut desk = Desk::new();
        let mut workspace = desk.open();
        let film = super::film(&mut workspace, "Toute seule");
        super::panel(&mut workspace, film);
        for deed in deeds {
            act(&mut workspace, film, Deed { who: 0, ..deed });
        }
        let before = shown(told(&workspace, film));
        let mut taken = 0;
        while taken < steps && workspace.undo(film, PEOPLE[0]).expect("an undo").is_some() {
            taken += 1;
        }
        desk.close(workspace);
        let mut workspace = desk.open();
        // A gesture that changed nothing on the way back may change something on the way there.
        let mut again = 0;
        while workspace.redo(film, PEOPLE[0]).expect("a redo").is_some() {
            again += 1;
        }
        prop_assert!(again >= taken, "as much as was taken back: {} of {}", again, taken);
        let after = shown(told(&workspace, film));
        prop_assert_eq!(&after.strokes, &before.strokes);
        prop_assert_eq!(&after.scenes, &before.scenes);
        prop_assert_eq!(&after.shots, &before.shots);
        prop_assert_eq!(&after.panels, &before.panels);
        is_clean(&mut workspace);
    }
}

/// Each case writes a file of its own: fewer than for properties in memory, and many in `cargo xtask simulate`.
fn cases() -> u32 {
    if std::env::var_os("QL_SIMULATE").is_some() { 1_500 } else { 24 }
}
