//! Undo: of each person, by gestures, across restarts.

use ql_model::{
    StrokeId,
    edit::{After, Edit},
    vocabulary::{Life, Look},
};
use ql_store::Gesture;
use serde_json::json;

use super::{Desk, draw, film, is_clean, panel};

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
fn what_someone_draws_on_a_panel_whose_making_was_undone_lives() {
    let desk = Desk::new();
    let mut workspace = desk.open();
    let film = film(&mut workspace, "Ensemble");
    let (_, shot, ..) = panel(&mut workspace, film);
    let mine = Gesture { actor: "samira", code: "add_panel", gesture: None };
    let made =
        workspace.edit(film, &Edit::AddPanel { shot, after: After::Last }, mine).expect("a panel").made;
    let (panel, drawing) = (made.panel.expect("a panel"), made.drawing.expect("a drawing"));
    workspace.undo(film, "samira").expect("undo").expect("something to undo");
    assert_eq!(workspace.film_of(drawing).expect("the one who draws does not know yet"), film);
    assert_eq!(workspace.drawing_of(panel).expect("nor which panel"), drawing);
    draw(&mut workspace, film, drawing, "kevin", 3);
    let rows = workspace.reader().expect("a reader").film(film).expect("rows");
    let back = rows.panels.iter().find(|row| row.id == panel).expect("the panel is back");
    assert_eq!(back.life, Life::Live);
    is_clean(&mut workspace);
    workspace.undo(film, "kevin").expect("undo").expect("something to undo");
    is_clean(&mut workspace);
}
