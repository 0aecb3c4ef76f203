//! Tests of drawings on paper.

use ql_model::{
    id::EntityId,
    ink::{Colour, Point, Tool},
    vocabulary::{FilmInk, Life},
};

use super::*;
use crate::pattern::tint;

fn line(tool: Tool, colour: Colour) -> Stroke {
    let points = (0..60).map(|at| Point { x: 1_000 + at * 200, y: 4_000, pressure: 200 }).collect();
    (tool.layer(), Ink { tool, colour, size: 120, simulated: false, points }, Vec::new())
}

fn printed(finished: bool, strokes: &[Stroke], marks: &[Mark], printing: Printing) -> String {
    let drawing = Drawing { ratio: Ratio::Wide, finished, picture: None, strokes, marks };
    String::from_utf8(sketch(&drawing, &printing).svg.to_vec()).expect("SVG is text")
}

fn mark(text: &str) -> Mark {
    Mark {
        id: EntityId(uuid::Uuid::nil()),
        drawing: EntityId(uuid::Uuid::nil()),
        kind: MarkKind::Text,
        x0: 8_000,
        y0: 100,
        x1: 0,
        y1: 0,
        bend: 0,
        colour: Colour::Film,
        size: 600,
        face: None,
        text: text.to_owned(),
        life: Life::Live,
    }
}

const BLACK: Printing = Printing { width: 86.0, pattern: Pattern::Mesh, tint: None, pencil: false };

#[test]
fn black_alone_has_no_grey_and_no_colour() {
    let colours = Colour::ALL.iter().map(|colour| line(Tool::Brush, *colour)).collect::<Vec<_>>();
    let svg = printed(false, &colours, &[], BLACK);
    for (at, _) in svg.match_indices('#') {
        let rest = &svg[at..];
        let black =
            ["#000", "#fff", "#dark", "#pale", "#pencil", "#film"].iter().any(|word| rest.starts_with(word));
        assert!(
            black,
            "only black, white and patterns of black may be printed: {}",
            &rest[..12.min(rest.len())]
        );
    }
}

#[test]
fn the_film_ink_is_a_second_colour_only_when_asked() {
    let strokes = [line(Tool::Brush, Colour::Film)];
    let plain = printed(false, &strokes, &[], BLACK);
    assert!(plain.contains("fill='#fff'") && plain.contains("url(#film-finest)"), "{plain}");
    let tinted = printed(false, &strokes, &[], Printing { tint: Some(FilmInk::Sky), ..BLACK });
    assert!(tinted.contains("fill='#7CC3EE'"), "the ink takes the place of the white: {tinted}");
    assert!(
        tinted.contains("url(#film-fine-light)"),
        "a printer that has only black prints something: {tinted}"
    );
}

#[test]
fn the_pencil_is_printed_until_its_drawing_is_finished() {
    let strokes = [line(Tool::Pencil, Colour::Blue)];
    assert!(printed(false, &strokes, &[], BLACK).contains("url(#pencil)"), "a draft prints its pencil, pale");
    assert!(
        !printed(true, &strokes, &[], BLACK).contains("path d='M"),
        "a finished drawing prints none of it"
    );
    assert!(
        printed(true, &strokes, &[], Printing { pencil: true, ..BLACK }).contains("url(#pencil)"),
        "unless asked"
    );
}

#[test]
fn what_an_eraser_took_is_not_printed() {
    let whole = line(Tool::Pen, Colour::Ink);
    let mut cut = whole.clone();
    cut.2 = vec![(20.0, 40.0)];
    assert_eq!(printed(false, &[whole], &[], BLACK).matches("<path").count(), 1);
    assert_eq!(printed(false, &[cut], &[], BLACK).matches("<path").count(), 2, "what is left is two pieces");
}

#[test]
fn what_is_light_hides_what_it_is_drawn_on() {
    let white = |colour| {
        let svg = printed(false, &[line(Tool::Brush, Colour::Ink), line(Tool::Brush, colour)], &[], BLACK);
        svg.matches("<path fill='#fff' d=").count()
    };
    for colour in [Colour::Grey, Colour::GreyLight, Colour::Film, Colour::FilmPale, Colour::Blue] {
        assert_eq!(white(colour), 1, "a pattern lets black through: {colour:?}");
    }
    assert_eq!(white(Colour::Ink), 0, "black needs no ground");
    let pencil = printed(false, &[line(Tool::Pencil, Colour::Blue)], &[], BLACK);
    assert!(!pencil.contains("#fff"), "the pencil hides no photo");
}

#[test]
fn a_line_is_a_line_whatever_the_pattern_it_gets() {
    let fill = |colour, millimetres: f64, pattern, tint| {
        let mut stroke = line(Tool::Brush, colour);
        stroke.1.size = (millimetres / BLACK.width * f64::from(FRAME_WIDTH)) as u16;
        let svg = printed(false, &[stroke], &[], Printing { pattern, tint, ..BLACK });
        let (_, rest) = svg.split_once("<g fill='url(#").expect("a group in a pattern");
        rest.split_once(')').expect("its end").0.to_owned()
    };
    for pattern in Pattern::ALL {
        for (millimetres, plain, tinted) in [
            (0.3, "pencil", "pencil"),
            (0.9, "film-finest", "film-fine-light"),
            (1.8, "film-fine", "film-fine-light"),
            (4.0, "film", "film-light"),
        ] {
            assert_eq!(
                fill(Colour::Film, millimetres, *pattern, None),
                plain,
                "{millimetres} mm, {pattern:?}"
            );
            assert_eq!(fill(Colour::Film, millimetres, *pattern, Some(FilmInk::Sun)), tinted);
        }
    }
    assert_eq!(fill(Colour::FilmPale, 0.9, Pattern::Mesh, None), "pale-fine");
    assert_eq!(fill(Colour::GreyLight, 4.0, Pattern::Mesh, None), "pale");
    assert_eq!(fill(Colour::Grey, 0.7, Pattern::Mesh, None), "dark-fine");
    assert_eq!(fill(Colour::Grey, 4.0, Pattern::Mesh, None), "dark");
}

#[test]
fn an_arrow_is_seen_on_white_and_on_black() {
    let arrow = Mark { kind: MarkKind::Arrow, colour: Colour::GreyLight, size: 60, ..mark("") };
    let svg = printed(false, &[line(Tool::Brush, Colour::Ink)], &[arrow], BLACK);
    let (edge, line) = (svg.find("stroke='#fff'"), svg.find("stroke='#000'"));
    assert!(edge.is_some() && edge < line, "black on a white edge: {svg}");
    assert!(!svg.contains("pattern"), "dots wider than the arrow would be all that is left of it");
}

#[test]
fn patterns_keep_their_size_whatever_the_frame() {
    let mut strokes = [line(Tool::Brush, Colour::Grey)];
    strokes[0].1.size = 1_500;
    for width in [24.0, 86.0, 176.0] {
        let svg = printed(false, &strokes, &[], Printing { width, ..BLACK });
        assert!(
            svg.contains("scale(26)"),
            "a tile is 26 hundredths of a millimetre in a frame of {width} mm"
        );
        assert!(svg.contains(&format!("viewBox='0 0 {}", width * 100.0)));
    }
}

#[test]
fn what_is_written_stands_over_the_ink_and_is_never_grey() {
    let mark = mark("</text><image href='file:///etc/passwd'/>\nسلام");
    let with = |tint| {
        let marks = std::slice::from_ref(&mark);
        let drawing = Drawing { ratio: Ratio::Wide, finished: false, picture: None, strokes: &[], marks };
        sketch(&drawing, &Printing { tint, ..BLACK })
    };
    let plain = with(None);
    assert!(!String::from_utf8_lossy(&plain.svg).contains("image"), "what people write is no picture");
    assert_eq!(plain.lines.len(), 2);
    assert_eq!((plain.lines[1].text.as_str(), plain.lines[1].edge), ("سلام", "#fff"));
    let left = 8_000.0 / f64::from(FRAME_WIDTH) * BLACK.width;
    assert!((plain.lines[0].left - left).abs() < 0.01, "it begins where it was put");
    assert_eq!(with(Some(FilmInk::Sky)).lines[0].edge, tint(FilmInk::Sky));
}

#[test]
fn a_stroke_of_a_hundred_points_is_a_few_hundred_bytes() {
    let points = (0..110)
        .map(|at| Point {
            x: 2_000 + at * 90,
            y: 4_000 + (f64::from(at) / 9.0).sin().mul_add(900.0, 0.0) as i32,
            pressure: 100 + (at % 50) as u8,
        })
        .collect();
    let stroke = (
        Layer::Ink,
        Ink { tool: Tool::Brush, colour: Colour::Ink, size: 90, simulated: false, points },
        Vec::new(),
    );
    let svg = printed(false, &[stroke], &[], BLACK);
    assert!(svg.len() < 1_500, "a film of 12,000 strokes must stay under 10 MB; this one took {}", svg.len());
}
