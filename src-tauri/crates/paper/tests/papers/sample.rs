//! A film for the tests of papers.

use std::sync::Arc;

use chrono::NaiveDate;
use ql_model::{
    EntityId,
    ink::{Colour, Ink, Layer, Point, Tool},
    row::Mark,
    vocabulary::{Life, MarkKind, Pattern, Ratio},
};
use ql_paper::{
    Cell, Cover, Direction, Drawing, Head, PaperSize, PerPage, Printing, SceneLines, Sheet, ShotLine,
    ShotList, Show, Sketch, Storyboard, Stroke, Words, sketch,
};

/// Every word that the templates ask for stands for itself.
fn words() -> Words {
    let keys = [
        "notes",
        "page",
        "of",
        "to-draw",
        "omitted",
        "more",
        "more-table",
        "continued",
        "storyboard",
        "shot-list",
        "nothing-yet",
        "col-label",
        "col-drawing",
        "col-size",
        "col-angle",
        "col-movement",
        "col-support",
        "col-sound",
        "col-words",
        "col-characters",
        "col-duration",
        "col-good",
        "legend-solid",
        "legend-outline",
        "legend-tick",
    ];
    keys.into_iter().map(|key| (key, key.to_owned())).collect()
}

pub fn head() -> Head {
    Head {
        language: "fr",
        region: "FR",
        quotes: ["« ", " »"],
        words: words(),
        title: "Le Terrain vague".to_owned(),
        stamp: "26 novembre 2026, 17 h 42".to_owned(),
        changed: NaiveDate::from_ymd_opt(2026, 11, 26)
            .unwrap()
            .and_hms_opt(17, 42, 0)
            .unwrap()
            .and_utc()
            .fixed_offset(),
        figures: "16 plans · 1 min 34".to_owned(),
        foot: "Dessiné par Aïssatou, Kevin, Samira".to_owned(),
        credits: vec![("Dessiné par".to_owned(), "Aïssatou, Kevin, Samira".to_owned())],
        pattern: Pattern::Mesh,
        tint: None,
    }
}

/// A few strokes in each colour.
pub fn drawing(width: f64, seed: usize) -> Arc<Sketch> {
    let line = |number: usize| -> Stroke {
        let colour = Colour::ALL[(number + seed) % Colour::ALL.len()];
        let point = |at: i32| Point {
            x: 800 + at * 220,
            y: 900 + number as i32 * 1_100 + at * at % 700,
            pressure: 150,
        };
        let points = (0..64).map(point).collect();
        (Layer::Ink, Ink { tool: Tool::Brush, colour, size: 160, simulated: false, points }, Vec::new())
    };
    let strokes: Vec<Stroke> = (0..7).map(line).collect();
    let drawing =
        Drawing { ratio: Ratio::Wide, finished: false, picture: None, strokes: &strokes, marks: &[] };
    sketch(&drawing, &Printing { width, pattern: Pattern::Dots, tint: None, pencil: false }).into()
}

/// A drawing on which only something is written.
pub fn lettered(text: &str) -> Arc<Sketch> {
    let nobody = EntityId(uuid::Uuid::nil());
    let mark = Mark {
        id: nobody,
        drawing: nobody,
        kind: MarkKind::Text,
        x0: 100,
        y0: 900,
        x1: 0,
        y1: 0,
        bend: 0,
        colour: Colour::Ink,
        size: 600,
        face: None,
        text: text.to_owned(),
        life: Life::Live,
    };
    let drawing =
        Drawing { ratio: Ratio::Wide, finished: false, picture: None, strokes: &[], marks: &[mark] };
    sketch(&drawing, &Printing { width: 86.0, pattern: Pattern::Dots, tint: None, pencil: false }).into()
}

pub fn cell(at: usize) -> Cell {
    Cell {
        label: format!("{}{}", at / 4 + 1, ["A", "B", "C", "D"][at % 4]),
        solid: at % 3 != 2,
        gone: false,
        size: "Gros plan".to_owned(),
        tech: "Plongée · Travelling avant · Épaule".to_owned(),
        duration: (at % 5 != 4).then(|| "6 s".to_owned()),
        action: "Nour monte les onze étages en courant.".to_owned(),
        dialogue: if at.is_multiple_of(2) {
            "Ils arrivent demain matin !".to_owned()
        } else {
            "والله ما كنت أعرف!".to_owned()
        },
        notes: String::new(),
        more_in_table: false,
        scene: (at / 4 + 1).to_string(),
        heading: "Cage d’escalier".to_owned(),
        effect: "INT. Soir".to_owned(),
        begins: at.is_multiple_of(4),
        drawing: (at % 5 != 3).then(|| drawing(86.0, at)),
        alt: "3A, Gros plan. Nour monte les onze étages.".to_owned(),
    }
}

pub fn board(cells: usize, per_page: PerPage) -> Storyboard {
    Storyboard {
        head: head(),
        sheet: Sheet::new(PaperSize::A4, Direction::Portrait),
        per_page,
        ratio: Ratio::Wide,
        cover: Some(Cover {
            drawing: (cells > 0).then(|| drawing(146.0, 0)),
            alt: "Nour sous sa capuche".to_owned(),
            figures: "5 scènes · 16 plans · 1 min 34".to_owned(),
        }),
        show: Show { duration: true, notes: true },
        cells: (0..cells).map(cell).collect(),
    }
}

pub fn list(scenes: usize, shots: usize) -> ShotList {
    let shot = |at: usize| ShotLine {
        label: format!("1{at}"),
        solid: at.is_multiple_of(2),
        gone: at % 7 == 6,
        drawing: (at % 3 != 2).then(|| drawing(24.0, at)),
        alt: "1A".to_owned(),
        size: "Gros plan".to_owned(),
        angle: "Contre-plongée, ¾ dos".to_owned(),
        movement: "Travelling d’accompagnement".to_owned(),
        support: "Pied, 35 mm".to_owned(),
        sound: "Direct, Perche".to_owned(),
        action: "La photo de la pelleteuse sur le téléphone fendu.".to_owned(),
        dialogue: "T’as vu le papier ?".to_owned(),
        notes: "Attention au reflet".to_owned(),
        light: "Lumière : Contre-jour".to_owned(),
        characters: "Nour, Idriss".to_owned(),
        duration: Some("1 min 34".to_owned()),
    };
    let scene = |number: usize| SceneLines {
        number: (number + 1).to_string(),
        gone: false,
        heading: "Terrain vague".to_owned(),
        effect: "EXT. Jour".to_owned(),
        figures: "4 plans · 23 s".to_owned(),
        shots: (0..shots).map(shot).collect(),
    };
    ShotList {
        head: head(),
        sheet: Sheet::new(PaperSize::A4, Direction::Landscape),
        ratio: Ratio::Wide,
        scenes: (0..scenes).map(scene).collect(),
    }
}
