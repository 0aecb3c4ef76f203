//! An arrow taken by its grips, with a mouse that moves as mice do: many small steps.

use std::time::Duration;

use ql_tests::Spot;
use serde_json::{Value, json};

use crate::{Desk, over_ink::on_a_sheet};

/// The marks of a drawing in the file, once they are what is wanted.
pub(crate) fn until_marks(
    desk: &Desk,
    drawing: &str,
    what: &str,
    wanted: impl Fn(&[Value]) -> bool,
) -> Vec<Value> {
    ql_tests::wait_for(what, Duration::from_secs(10), || {
        let there = desk.cli.call("get_drawing", &json!({"drawing": drawing}))["marks"].clone();
        there.as_array().filter(|marks| wanted(marks)).cloned()
    })
}

/// A way from the middle of something, in twenty small moves.
fn from_the_middle(spot: &Spot, dx: f64, dy: f64) -> Vec<(f64, f64)> {
    let (x, y) = spot.middle();
    (0..=20).map(f64::from).map(|step| (x + dx * step / 20.0, y + dy * step / 20.0)).collect()
}

fn number(mark: &Value, field: &str) -> f64 {
    mark[field].as_f64().unwrap()
}

#[test]
fn each_grip_of_an_arrow_follows_the_mouse_to_where_it_is_put() {
    let (desk, _, drawing, sheet) = on_a_sheet();
    let page = &desk.page;
    page.press("5");
    let (from, to) = (sheet.at(0.3, 0.6), sheet.at(0.6, 0.6));
    page.drag(&[from, sheet.at(0.4, 0.6), sheet.at(0.5, 0.6), to]);
    let made = until_marks(&desk, &drawing, "the arrow is in the file", |marks| marks.len() == 1)[0].clone();
    let unit = (number(&made, "x1") - number(&made, "x0")) / (to.0 - from.0);

    for (name, field, dx, dy) in [
        ("Courbe de la flèche", "bend", 0.0, -100.0),
        ("Pointe de la flèche", "y1", 60.0, -80.0),
        ("Départ de la flèche", "y0", -50.0, 90.0),
    ] {
        let far = dy * unit;
        let wanted = number(&made, field) + far;
        page.drag(&from_the_middle(&page.find("button", name), dx, dy));
        let near = |mark: &Value| (number(mark, field) - wanted).abs() < 40.0;
        let put =
            until_marks(&desk, &drawing, &format!("{name}: the file says where the hand put it"), |marks| {
                near(&marks[0])
            });
        let (grip, (x, y)) = (page.find("button", name), put_at(&put[0], name));
        let (shown_x, shown_y) = grip.middle();
        let place = (from.0 + (x - number(&made, "x0")) / unit, from.1 + (y - number(&made, "y0")) / unit);
        assert!(
            (shown_x - place.0).hypot(shown_y - place.1) < 3.0,
            "{name}: the screen shows what the file says"
        );
        page.picture(&format!("journey-grip-{field}"));
        page.press("Control+z");
        let back =
            until_marks(&desk, &drawing, "one undo takes it back", |marks| marks[0][field] == made[field]);
        assert_eq!(back[0], made, "{name}: that one move and nothing else is undone");
    }
    desk.assert_quiet();
}

/// Where a grip lies, frame units.
fn put_at(mark: &Value, name: &str) -> (f64, f64) {
    let [x0, y0, x1, y1, bend] = ["x0", "y0", "x1", "y1", "bend"].map(|field| number(mark, field));
    match name {
        "Départ de la flèche" => (x0, y0),
        "Pointe de la flèche" => (x1, y1),
        _ => {
            let length = (x1 - x0).hypot(y1 - y0);
            ((x0 + x1) / 2.0 - (y1 - y0) / length * bend, (y0 + y1) / 2.0 + (x1 - x0) / length * bend)
        }
    }
}

#[test]
fn an_arrow_in_the_hand_is_kept_where_it_is_when_another_tool_is_taken() {
    let (desk, _, drawing, sheet) = on_a_sheet();
    let page = &desk.page;
    page.press("5");
    page.drag(&[sheet.at(0.3, 0.6), sheet.at(0.5, 0.6), sheet.at(0.6, 0.6)]);
    let made = until_marks(&desk, &drawing, "the arrow is in the file", |marks| marks.len() == 1);
    let head = page.find("button", "Pointe de la flèche");
    page.press_and_hold(&from_the_middle(&head, 40.0, -80.0));
    page.press("2");
    until_marks(&desk, &drawing, "what the hand did is kept", |marks| {
        number(&marks[0], "y1") < number(&made[0], "y1") - 400.0
    });
    page.release();
    desk.assert_quiet();
}

/// Whether the text on the sheet lies within its edges, and the paper where it was.
const WITHIN: &str = "
  const inside = document.querySelector('g.mark text').getBoundingClientRect();
  const sheet = document.querySelector('.edge').getBoundingClientRect();
  return inside.left >= sheet.left && inside.right <= sheet.right && inside.bottom <= sheet.bottom + 2";

#[test]
fn a_text_written_at_the_edge_stays_on_the_sheet_and_the_sheet_in_its_place() {
    let (desk, _, drawing, sheet) = on_a_sheet();
    let page = &desk.page;
    let paper = "const { x, y } = document.querySelector('.edge').getBoundingClientRect(); return [x, y]";
    let before = page.script(paper, &[]);
    let long = "Plan subjectif : Awa regarde la rue, et le bus qui s’en va sans elle ?";
    let word = "a".repeat(60);
    for (at, down, text) in [(0, 0.2, long), (1, 0.5, word.as_str())] {
        page.press("6");
        page.click_at(sheet.at(0.93, down));
        page.find("textbox", "Écrire sur le dessin");
        page.type_text(text);
        assert_eq!(page.script(paper, &[]), before, "the paper does not slide away under the hand");
        page.picture(&format!("journey-text-edge-{at}"));
        page.press("Escape");
        let marks = until_marks(&desk, &drawing, "the text is in the file", |marks| marks.len() == 1);
        let kept = marks[0]["text"].as_str().unwrap();
        let unbroken = kept.replace('\n', if text.contains(' ') { " " } else { "" });
        assert_eq!(unbroken, text, "not a letter is lost");
        page.wait("it lies on the sheet", WITHIN, &[]);
        page.picture(&format!("journey-text-edge-{at}-kept"));
        assert_eq!(page.script(paper, &[]), before);

        // Opened again and left, nothing was written.
        page.script("document.querySelector('g.mark').focus()", &[]);
        page.press("Enter");
        page.find("textbox", "Écrire sur le dessin");
        page.press("Escape");
        page.press("Control+z");
        until_marks(&desk, &drawing, "the text as a whole is one step of undo", <[Value]>::is_empty);
    }
    desk.assert_quiet();
}
