//! Several replicas of one film, edited apart and brought together in any order: they agree, nothing drawn is lost, rows kept up to date
//! equal rows rebuilt, and undoing gives the same rows back. A failing seed is in the message; run it alone with `QL_SEED=<seed>`.

mod dice;
mod replica;

use dice::Dice;
use ql_model::{
    EntityId,
    board::Board,
    edit::{self, After, Edit, NewStroke},
    entity::Kind,
    row::Changes,
    vocabulary::{Life, Look},
};
use replica::{Replica, apart, stroke};

/// How many seeds: 100, or many in `cargo xtask simulate`.
/// Seeds beyond the usual ones that found something once.
const FOUND: [u64; 1] = [2_215];

fn seeds() -> Vec<u64> {
    if let Some(seed) = std::env::var("QL_SEED").ok().and_then(|seed| seed.parse().ok()) {
        return vec![seed];
    }
    let count = if std::env::var_os("QL_SIMULATE").is_some() { 3_000 } else { 100 };
    (0..count).chain(FOUND).collect()
}

fn sorted(board: &Board) -> Changes {
    let mut rows = board.rows();
    rows.strokes.sort_by_key(|row| row.id);
    rows
}

#[test]
fn five_replicas_converge_whatever_the_delivery() {
    for seed in seeds() {
        let mut dice = Dice::new(seed);
        let mut replicas = apart(5, &mut dice);
        for _ in 0..120 {
            let at = dice.below(replicas.len());
            if dice.chance(70) {
                replicas[at].edit_at_random(&mut dice);
            } else {
                let from = dice.below(replicas.len());
                let mut parcel = replicas[from].parcel(&mut dice);
                dice.shuffle(&mut parcel);
                if let Some(twice) = parcel.first().cloned() {
                    parcel.push(twice);
                }
                replicas[at].receive(&parcel);
            }
        }
        let everything: Vec<Vec<u8>> = replicas.iter().flat_map(|replica| replica.sent.clone()).collect();
        for replica in &mut replicas {
            let mut parcel = everything.clone();
            dice.shuffle(&mut parcel);
            replica.receive(&parcel);
        }
        let first = sorted(&replicas[0].board);
        for replica in &replicas {
            assert_eq!(
                replica.board,
                Board::rebuild(&replica.document),
                "seed {seed}: rows kept up to date must equal rows rebuilt"
            );
            assert_eq!(
                sorted(&replica.board),
                first,
                "seed {seed}: replicas that have seen the same must show the same"
            );
        }
    }
}

#[test]
fn undoing_gives_the_same_rows_back() {
    for seed in seeds() {
        let mut dice = Dice::new(seed ^ 0xABCD);
        let mut replica = apart(1, &mut dice).remove(0);
        for _ in 0..30 {
            replica.edit_at_random(&mut dice);
        }
        for _ in 0..30 {
            let before = sorted(&replica.board);
            let totals = replica.board.totals();
            let steps = replica.edit_at_random(&mut dice);
            let after = sorted(&replica.board);
            let back = edit::take_back(&replica.board, &replica.document, &steps, 1);
            replica.write(&back, true);
            assert_eq!(
                sorted(&replica.board),
                before,
                "seed {seed}: undo must give the rows back; the edit was {steps:#?}"
            );
            assert_eq!(replica.board.totals(), totals, "seed {seed}: undo must give the sums back");
            replica.write(&edit::do_again(&replica.board, &replica.document, &steps), true);
            assert_eq!(
                sorted(&replica.board),
                after,
                "seed {seed}: redo must give the edit back; the edit was {steps:#?}"
            );
        }
    }
}

fn pair() -> (Replica, Replica, EntityId, EntityId, EntityId) {
    let mut dice = Dice::new(7);
    let mut replicas = apart(2, &mut dice);
    let (scene, shot, panel) = replicas[0].small_film();
    let everything = replicas[0].sent.clone();
    replicas[1].receive(&everything);
    let there = replicas.remove(1);
    (replicas.remove(0), there, scene, shot, panel)
}

fn exchange(here: &mut Replica, there: &mut Replica) {
    let (mine, theirs) = (here.sent.clone(), there.sent.clone());
    here.receive(&theirs);
    there.receive(&mine);
}

#[test]
fn what_is_deleted_here_and_drawn_there_lives() {
    let (mut here, mut there, _, _, panel) = pair();
    here.edit(&Edit::Delete { entity: panel, at: 5 });
    let drawing = there.board.panel(panel).expect("the panel is there").drawing;
    there.edit(&Edit::AddStroke { drawing, stroke: stroke(91) });
    exchange(&mut here, &mut there);
    for replica in [&here, &there] {
        assert_eq!(
            replica.board.life(panel),
            Some(Life::Live),
            "a panel that was drawn on meanwhile must live"
        );
        assert_eq!(replica.board.strokes(drawing).count(), 1, "the stroke must be there");
    }
}

#[test]
fn a_drawing_under_a_deleted_scene_is_found_again() {
    let (mut here, mut there, scene, shot, panel) = pair();
    here.edit(&Edit::Delete { entity: scene, at: 5 });
    let drawing = there.board.panel(panel).expect("the panel is there").drawing;
    there.edit(&Edit::AddStroke { drawing, stroke: stroke(92) });
    exchange(&mut here, &mut there);
    assert_eq!(here.board.lost(), vec![panel], "what is alive under a deleted scene must be in Retrouvés");
    assert_eq!(here.board.totals().lost, 1);
    here.edit(&Edit::Restore { entity: panel, parent: None });
    assert_eq!(here.board.life(panel), Some(Life::Live), "it can be put back where it was");
    assert_eq!(
        (here.board.life(scene), here.board.life(shot)),
        (Some(Life::Live), Some(Life::Live)),
        "with the parents it needs"
    );
}

#[test]
fn two_erasers_unite() {
    let (mut here, mut there, _, _, panel) = pair();
    let drawing = here.board.panel(panel).expect("the panel is there").drawing;
    let drawn = stroke(93);
    here.edit(&Edit::AddStroke { drawing, stroke: drawn.clone() });
    let sent = here.sent.clone();
    there.receive(&sent);
    let cut = |from, to| Edit::CutStrokes {
        drawing,
        cuts: vec![ql_model::stroke::Cut { stroke: drawn.id, from, to }],
    };
    here.edit(&cut(0.0, 4.0));
    there.edit(&cut(3.0, 9.0));
    exchange(&mut here, &mut there);
    let rows = here.board.rows().strokes;
    assert_eq!(rows[0].cuts, vec![(0.0, 4.0), (3.0, 9.0)], "both erased ranges must hold");
}

#[test]
fn deleting_and_restoring_a_scene_brings_all_of_it_back_with_its_ids() {
    let (mut here, ..) = pair();
    let before = sorted(&here.board);
    let scene = here.board.rows().scenes[0].id;
    here.edit(&Edit::Delete { entity: scene, at: 77 });
    assert_eq!(here.board.trash(), vec![scene], "one deletion is one thing in the trash");
    assert_eq!(here.board.totals().shots, 0);
    here.edit(&Edit::Restore { entity: scene, parent: None });
    let after = sorted(&here.board);
    assert_eq!(
        (after.shots, after.panels, after.drawings),
        (before.shots, before.panels, before.drawings),
        "everything must come back as it was"
    );
}

#[test]
fn undoing_a_panel_that_someone_drew_on_puts_it_in_the_trash() {
    let (mut here, ..) = pair();
    let shot = here.board.rows().shots[0].id;
    let (steps, made) = here.edit(&Edit::AddPanel { shot, after: After::Last });
    let (panel, drawing) = (made.panel.expect("a panel was made"), made.drawing.expect("with a drawing"));
    here.edit(&Edit::AddStroke { drawing, stroke: stroke(94) });
    let back = edit::take_back(&here.board, &here.document, &steps, 9);
    here.write(&back, true);
    assert_eq!(here.board.life(panel), Some(Life::Trash));
    assert_eq!(here.board.trash(), vec![panel], "a drawing must never leave without a trace");
    here.edit(&Edit::Restore { entity: panel, parent: None });
    assert_eq!(here.board.strokes(drawing).count(), 1);
}

#[test]
fn duplicates_have_their_own_strokes_and_ids() {
    let (mut here, _, scene, _, panel) = pair();
    let drawing = here.board.panel(panel).expect("the panel is there").drawing;
    here.edit(&Edit::AddStroke { drawing, stroke: stroke(95) });
    let (_, made) = here.edit(&Edit::Duplicate { entity: scene });
    let copy = made.entity.expect("a copy was made");
    let rows = here.board.rows();
    assert_eq!(
        rows.scenes
            .iter()
            .map(|scene| scene.number.as_str())
            .filter(|number| ["1", "2"].contains(number))
            .count(),
        2
    );
    let shot = rows.shots.iter().find(|shot| shot.scene == copy).expect("the copy has a shot");
    let panel = rows.panels.iter().find(|panel| panel.shot == shot.id).expect("the copy has a panel");
    assert_ne!(panel.drawing, drawing, "the copy of a panel must show the copy of its drawing");
    assert_eq!(here.board.strokes(panel.drawing).count(), 1);
    assert_eq!(panel.look, Look::Drawn);
    here.edit(&Edit::EraseStrokes {
        drawing: panel.drawing,
        strokes: here.board.strokes(panel.drawing).map(|(id, _)| id).collect(),
    });
    assert_eq!(here.board.strokes(drawing).count(), 1, "erasing on the copy must leave the original");
}

/// The labels of a scene's shots in order, omitted ones marked.
fn labels(here: &Replica, scene: ql_model::EntityId) -> Vec<String> {
    let mut shots = here.board.rows().shots;
    shots.retain(|shot| shot.scene == scene && (shot.life == Life::Live || shot.omitted));
    shots.sort_by_key(|shot| shot.position);
    shots.iter().map(|shot| format!("{}{}", shot.label, if shot.omitted { " omitted" } else { "" })).collect()
}

#[test]
fn what_is_inserted_on_the_shooting_day_keeps_its_label_too() {
    let (mut here, _, scene, first, _) = pair();
    here.edit(&Edit::AddShot { scene, after: After::Last, with_panel: true });
    here.edit(&Edit::Lock);
    let insert = Edit::AddShot { scene, after: After::Sibling(first), with_panel: true };
    let (_, made) = here.edit(&insert);
    assert_eq!(labels(&here, scene), ["1A", "1AA", "1B"]);
    here.edit(&insert);
    assert_eq!(labels(&here, scene), ["1A", "1AB", "1AA", "1B"], "a label on a slate never becomes another");
    here.edit(&Edit::Delete { entity: made.entity.expect("a shot was made"), at: 1 });
    assert_eq!(labels(&here, scene), ["1A", "1AB", "1AA omitted", "1B"]);
    here.edit(&Edit::Lock);
    assert_eq!(labels(&here, scene), ["1A", "1AB", "1AA omitted", "1B"], "freezing twice changes nothing");
}

#[test]
fn no_two_shots_of_a_locked_film_share_a_label() {
    let (mut here, _, scene, first, _) = pair();
    let (_, made) = here.edit(&Edit::AddScene { heading: "Toit".into(), after: After::Last });
    let other = made.entity.expect("a scene was made");
    here.edit(&Edit::AddShot { scene: other, after: After::Last, with_panel: true });
    here.edit(&Edit::Lock);
    here.edit(&Edit::Move { entity: first, parent: Some(other), after: After::First });
    here.edit(&Edit::AddShot { scene, after: After::Last, with_panel: true });
    let (_, made) = here.edit(&Edit::AddScene { heading: "Cave".into(), after: After::Sibling(scene) });
    let between = made.entity.expect("a scene was made");
    here.edit(&Edit::AddShot { scene: between, after: After::Last, with_panel: true });
    here.edit(&Edit::AddShot { scene: other, after: After::First, with_panel: true });
    let mut all: Vec<String> = [scene, between, other].iter().flat_map(|id| labels(&here, *id)).collect();
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count, "{all:?}");
}

#[test]
fn nothing_is_put_where_nobody_sees_it() {
    let (mut here, _, scene, shot, _) = pair();
    here.edit(&Edit::Delete { entity: scene, at: 1 });
    for edit in [
        Edit::AddShot { scene, after: After::Last, with_panel: true },
        Edit::AddPanel { shot, after: After::Last },
    ] {
        assert!(here.try_edit(&edit).is_err(), "{edit:?}");
    }
}

#[test]
fn what_another_deleted_is_not_done_again() {
    let (mut here, _, scene, _, _) = pair();
    let (steps, made) = here.edit(&Edit::AddShot { scene, after: After::Last, with_panel: true });
    let panel = made.panel.expect("a panel was made");
    here.edit(&Edit::Delete { entity: panel, at: 1 });
    let back = edit::take_back(&here.board, &here.document, &steps, 2);
    here.write(&back, true);
    let again = edit::do_again(&here.board, &here.document, &steps);
    here.write(&again, true);
    assert_eq!(here.board.life(made.entity.expect("a shot was made")), Some(Life::Live));
    assert_eq!(here.board.life(panel), Some(Life::Trash), "doing my gesture again must not undo another's");
}

#[test]
fn an_arrow_alone_is_something_drawn() {
    let (mut here, _, _, _, panel) = pair();
    let drawing = here.board.panel(panel).expect("the panel is there").drawing;
    let arrow = Edit::AddMark { drawing, kind: Kind::Arrow, fields: Vec::new(), face: None };
    let (_, made) = here.edit(&arrow);
    let look = |here: &Replica| here.board.panel(panel).map(|panel| panel.look);
    assert_eq!(look(&here), Some(Look::Pencil), "what is on the sheet must show on the board");
    here.edit(&Edit::SetField { entity: drawing, field: "finished".into(), value: true.into() });
    assert_eq!(look(&here), Some(Look::Finished));
    let mark = made.entity.expect("an arrow was made");
    here.edit(&Edit::Delete { entity: mark, at: 1 });
    assert_eq!(look(&here), Some(Look::Empty));
}

#[test]
fn a_locked_film_keeps_labels_and_shows_what_was_omitted() {
    let (mut here, _, scene, first, _) = pair();
    for _ in 0..2 {
        here.edit(&Edit::AddShot { scene, after: After::Last, with_panel: true });
    }
    here.edit(&Edit::Lock);
    here.edit(&Edit::AddShot { scene, after: After::Sibling(first), with_panel: true });
    let second = here.board.children(scene)[2].0;
    here.edit(&Edit::Delete { entity: second, at: 1 });
    let mut shots: Vec<_> =
        here.board.rows().shots.into_iter().filter(|shot| shot.life == Life::Live || shot.omitted).collect();
    shots.sort_by_key(|shot| shot.position);
    let labels: Vec<String> = shots
        .iter()
        .map(|shot| format!("{}{}", shot.label, if shot.omitted { " omitted" } else { "" }))
        .collect();
    assert_eq!(labels, ["1A", "1AA", "1B omitted", "1C"]);
    assert_eq!(here.board.totals().shots, 3);
    here.edit(&Edit::Unlock);
    let mut labels: Vec<String> = here
        .board
        .rows()
        .shots
        .into_iter()
        .filter(|shot| shot.life == Life::Live)
        .map(|shot| shot.label)
        .collect();
    labels.sort();
    assert_eq!(labels, ["1A", "1B", "1C"], "unlocked labels are computed again");
}

#[test]
fn moving_between_shots_inserted_apart_finds_room() {
    let (mut here, mut there, scene, first, _) = pair();
    for replica in [&mut here, &mut there] {
        replica.edit(&Edit::AddShot { scene, after: After::Sibling(first), with_panel: false });
    }
    exchange(&mut here, &mut there);
    // Both new shots have the same index now; a third goes between them.
    let tied: Vec<EntityId> = here.board.children(scene).iter().map(|(id, _)| *id).collect();
    let (_, made) = here.edit(&Edit::AddShot { scene, after: After::Sibling(tied[1]), with_panel: false });
    let order: Vec<EntityId> = here.board.children(scene).iter().map(|(id, _)| *id).collect();
    assert_eq!(
        order,
        [tied[0], tied[1], made.entity.expect("a shot was made"), tied[2]],
        "a tie must make room"
    );
}

#[test]
fn edits_of_what_is_not_there_are_refused_without_a_trace() {
    let (mut here, _, scene, shot, _) = pair();
    let before = sorted(&here.board);
    let nobody = EntityId(uuid::Uuid::from_u128(0xDEAD));
    for wrong in [
        Edit::AddShot { scene: nobody, after: After::Last, with_panel: true },
        Edit::AddShot { scene: shot, after: After::Last, with_panel: true },
        Edit::Move { entity: scene, parent: Some(shot), after: After::Last },
        Edit::Move { entity: shot, parent: Some(shot), after: After::Last },
        Edit::SetField { entity: shot, field: "size".into(), value: "XXL".into() },
        Edit::SetField { entity: nobody, field: "size".into(), value: "CU".into() },
        Edit::AddMark { drawing: shot, kind: Kind::Arrow, fields: Vec::new(), face: None },
    ] {
        assert!(here.try_edit(&wrong).is_err(), "{wrong:?} must be refused");
    }
    assert_eq!(sorted(&here.board), before);
}

#[test]
fn a_panel_brought_back_by_a_stroke_brings_its_marks_along() {
    let (mut here, _, _, _, panel) = pair();
    let drawing = here.board.panel(panel).expect("the panel is there").drawing;
    let fields = vec![
        ("x0", 10.into()),
        ("y0", 10.into()),
        ("colour", "ink".into()),
        ("size", 400.into()),
        ("text", "Silence".into()),
    ];
    let mark = here
        .edit(&Edit::AddMark { drawing, kind: Kind::Lettering, fields, face: None })
        .1
        .entity
        .expect("a text was made");
    here.edit(&Edit::Delete { entity: panel, at: 3 });
    here.edit(&Edit::AddStroke { drawing, stroke: stroke(96) });
    assert_eq!((here.board.life(panel), here.board.life(mark)), (Some(Life::Live), Some(Life::Live)));
    here.edit(&Edit::Delete { entity: mark, at: 4 });
    assert_eq!(here.board.trash(), vec![mark], "a deleted text is in the trash");
}

#[test]
fn undoing_a_scene_that_someone_filled_in_keeps_it_in_the_trash_and_redo_brings_all_back() {
    let (mut here, ..) = pair();
    let (steps, made) = here.edit(&Edit::AddScene { heading: String::new(), after: After::Last });
    let scene = made.entity.expect("a scene was made");
    here.edit(&Edit::SetField { entity: scene, field: "characters".into(), value: "Nour".into() });
    let shot = here
        .edit(&Edit::AddShot { scene, after: After::Last, with_panel: true })
        .1
        .entity
        .expect("a shot was made");
    let back = edit::take_back(&here.board, &here.document, &steps, 9);
    here.write(&back, true);
    assert_eq!(here.board.trash(), vec![scene], "what someone wrote in it must not leave without a trace");
    let again = edit::do_again(&here.board, &here.document, &steps);
    here.write(&again, true);
    assert_eq!((here.board.life(scene), here.board.life(shot)), (Some(Life::Live), Some(Life::Live)));
}

#[test]
fn what_is_deleted_keeps_its_place_among_those_added_since() {
    let (mut here, _, scene, first, _) = pair();
    let add = |here: &mut Replica| {
        here.edit(&Edit::AddShot { scene, after: After::Last, with_panel: false }).1.entity.expect("a shot")
    };
    let second = add(&mut here);
    here.edit(&Edit::Delete { entity: second, at: 1 });
    let third = add(&mut here);
    here.edit(&Edit::Restore { entity: second, parent: None });
    let order: Vec<EntityId> = here.board.children(scene).iter().map(|(id, _)| *id).collect();
    assert_eq!(order, [first, second, third]);
}

#[test]
fn one_stroke_id_is_one_stroke() {
    let (mut here, _, scene, _, panel) = pair();
    let drawing = here.board.panel(panel).expect("the panel is there").drawing;
    let other = here
        .edit(&Edit::AddShot { scene, after: After::Last, with_panel: true })
        .1
        .drawing
        .expect("a drawing");
    here.edit(&Edit::AddStroke { drawing, stroke: stroke(97) });
    here.edit(&Edit::AddStroke { drawing, stroke: stroke(97) });
    assert_eq!(here.board.strokes(drawing).count(), 1, "sent twice is drawn once");
    assert!(here.try_edit(&Edit::AddStroke { drawing: other, stroke: stroke(97) }).is_err());
    let other_ink = NewStroke { ink: stroke(98).ink, ..stroke(97) };
    assert!(
        here.try_edit(&Edit::AddStroke { drawing, stroke: other_ink }).is_err(),
        "never answered as done without being done"
    );
}
