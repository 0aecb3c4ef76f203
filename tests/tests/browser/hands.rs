//! Drawing without a mouse: with the keyboard, and with fingers as WebKitGTK tells them, by touch events alone.

use ql_tests::cli::id;
use ql_tests::{Cli, Spot};
use serde_json::{Value, json};

use crate::Desk;

/// A finger on the first thing that a selector finds, from its middle through these distances (CSS pixels). No pointer
/// event is sent.
const FINGER: &str = "
  const [where, way] = arguments;
  const element = document.querySelector(where);
  const { left, top, width, height } = (element.querySelector('.hit') ?? element).getBoundingClientRect();
  const tell = (name, [x, y]) => {
    const touch = new Touch({ identifier: 7, target: element, clientX: left + width / 2 + x, clientY: top + height / 2 + y });
    const touches = name === 'touchend' ? [] : [touch];
    element.dispatchEvent(new TouchEvent(name, { bubbles: true, cancelable: true, touches, changedTouches: [touch] }));
  };
  tell('touchstart', way[0]);
  for (const at of way.slice(1)) tell('touchmove', at);
  tell('touchend', way.at(-1));";

const SHEET: &str = "[role=application]";

struct Table {
    desk: Desk,
    film: String,
    drawing: String,
    sheet: Spot,
}

impl Table {
    /// A page on the drawing of the first of two new panels.
    fn set() -> Self {
        let cli = Cli::new();
        let (film, scene) = cli.film("Le toit");
        let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
        let panel = cli.call("add_panel", &json!({"shot": shot}));
        cli.call("add_panel", &json!({"shot": shot}));
        let desk = Desk::on(cli);
        desk.go(&format!("#/film/{film}/draw/{}", id(&panel)));
        let sheet = desk.page.find("application", "Feuille de 1A/1");
        Self { desk, film, drawing: panel["drawing"].as_str().unwrap().to_owned(), sheet }
    }

    fn finger(&self, on: &str, way: &[(i32, i32)]) {
        self.desk.page.script(FINGER, &[json!(on), json!(way)]);
    }

    fn until_strokes(&self, what: &str, wanted: u64) {
        self.desk.until_file(what, &self.film, |dump| {
            let drawings = dump["drawings"].as_array().unwrap();
            drawings.iter().any(|one| one["id"] == self.drawing.as_str() && one["strokes"] == wanted)
        });
    }

    fn until_arrow(&self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        ql_tests::wait_for(what, std::time::Duration::from_secs(10), || {
            let marks = self.desk.cli.call("get_drawing", &json!({"drawing": self.drawing}))["marks"].clone();
            marks.get(0).filter(|arrow| wanted(arrow)).cloned()
        })
    }

    /// An arrow from left to right, still in the hand.
    fn draw_arrow(&self) -> Value {
        self.desk.page.press("5");
        self.desk.page.drag(&[self.sheet.at(0.3, 0.4), self.sheet.at(0.5, 0.4), self.sheet.at(0.7, 0.4)]);
        let arrow = self.until_arrow("the arrow is in the file", |_| true);
        self.desk.page.find("button", "Pointe de la flèche");
        arrow
    }
}

#[test]
fn the_keyboards_stroke_is_kept_whatever_ends_it() {
    let table = Table::set();
    let page = &table.desk.page;
    let focus = || page.script(&format!("document.querySelector('{SHEET}').focus()"), &[]);
    let begin = || {
        focus();
        page.press("Space");
        for _ in 0..6 {
            page.press("ArrowRight");
        }
    };
    page.press("2");
    begin();
    page.script("dispatchEvent(new Event('pagehide'))", &[]);
    table.until_strokes("closing keeps the stroke under way", 1);
    begin();
    page.press("3");
    table.until_strokes("another tool ends the stroke", 2);
    assert_eq!(
        page.script("return document.querySelector('.cross.down') === null", &[]),
        true,
        "and the crosshair is up again"
    );
    begin();
    table.until_strokes("so that Space begins the next one, which is not kept yet", 2);
    page.drag(&[table.sheet.at(0.2, 0.8), table.sheet.at(0.4, 0.8), table.sheet.at(0.6, 0.8)]);
    table.until_strokes("a mouse on the paper ends it, and draws its own", 4);
    table.desk.assert_quiet();
}

#[test]
fn a_finger_draws_and_leaves_the_arrows_to_the_film() {
    let table = Table::set();
    let page = &table.desk.page;
    page.press("2");
    table.finger(SHEET, &[(-200, 0), (-100, 20), (0, 0), (100, 20)]);
    table.until_strokes("the finger drew", 1);
    assert_eq!(
        page.script("return document.querySelector('.cross') === null", &[]),
        true,
        "a touch is not the keyboard: no crosshair"
    );
    page.press("ArrowRight");
    page.find("application", "Feuille de 1A/2");
    table.desk.assert_quiet();
}

#[test]
fn an_arrow_is_moved_and_bent_by_finger_and_by_keyboard() {
    let table = Table::set();
    let page = &table.desk.page;
    let made = table.draw_arrow();
    table.finger("g.held", &[(0, 0), (0, 30), (0, 60)]);
    let moved = table.until_arrow("a finger moves it", |arrow| arrow["y0"] != made["y0"]);
    table.finger("[aria-label='Courbe de la flèche']", &[(0, 0), (0, 20), (0, 50)]);
    table.until_arrow("a finger bends it", |arrow| arrow["bend"] != made["bend"]);

    page.script("document.querySelector('[aria-label=\"Pointe de la flèche\"]').focus()", &[]);
    for chord in ["ArrowUp", "Shift+ArrowUp", "ArrowLeft"] {
        page.press(chord);
    }
    let y = moved["y1"].as_i64().unwrap();
    let bent = table.until_arrow("the keys move its head", |arrow| {
        arrow["y1"].as_i64().unwrap() < y - 280 && arrow["x1"] != moved["x1"]
    });
    assert_eq!(bent["y0"], moved["y0"], "and its head alone");
    page.press("Control+z");
    table.until_arrow("all of it is one step of undo", |arrow| {
        arrow["y1"] == moved["y1"] && arrow["x1"] == moved["x1"]
    });
    table.desk.assert_quiet();
}

#[test]
fn an_arrow_is_only_removed_where_one_sees_that_it_would_be() {
    let table = Table::set();
    let page = &table.desk.page;
    table.draw_arrow();
    page.press("2");
    page.press("Delete");
    page.drag(&[table.sheet.at(0.2, 0.8), table.sheet.at(0.4, 0.8), table.sheet.at(0.6, 0.8)]);
    table.until_strokes("the brush drew", 1);
    table.until_arrow("the arrow nobody held is still there", |_| true);

    page.press("4");
    page.drag(&[table.sheet.at(0.45, 0.15), table.sheet.at(0.45, 0.65)]);
    table.desk.until_file("one fast stroke of the eraser takes it", &table.film, |dump| {
        let drawings = dump["drawings"].as_array().unwrap();
        drawings.iter().all(|one| {
            one["marks"].as_array().is_none_or(|marks| marks.iter().all(|mark| mark["life"] != "live"))
        })
    });
    table.desk.assert_quiet();
}
