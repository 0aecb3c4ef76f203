//! Facts about pixels: ink where a stroke passes, none where it was erased, letters where a text stands.

use ql_model::{
    EntityId,
    ink::{Point, Tool},
    vocabulary::{Life, MarkKind, Numbering, Pattern},
};
use uuid::Uuid;

use super::*;

fn id() -> EntityId {
    EntityId(Uuid::nil())
}

fn film(ratio: Ratio) -> Film {
    Film {
        id: id(),
        title: String::new(),
        ink: FilmInk::Mint,
        pattern: Pattern::Dots,
        ratio,
        numbering: Numbering::Letters,
        locked: false,
        archived: false,
    }
}

fn mark(kind: MarkKind, text: &str) -> Mark {
    let (x0, y0, x1, y1) = (2_000, 2_000, 12_000, 6_000);
    let (drawing, face, life) = (id(), None, Life::Live);
    Mark {
        id: id(),
        drawing,
        kind,
        x0,
        y0,
        x1,
        y1,
        bend: 0,
        colour: Colour::Ink,
        size: 600,
        face,
        text: text.into(),
        life,
    }
}

/// A straight line through the middle of a 16:9 frame, from left to right.
fn line(tool: Tool, colour: Colour, y: i32) -> Ink {
    let points = (0..=100).map(|step| Point { x: step * 160, y, pressure: 200 }).collect();
    Ink { tool, colour, simulated: false, size: 330, points }
}

fn shown(png: &[u8]) -> image::RgbaImage {
    image::load_from_memory_with_format(png, image::ImageFormat::Png).expect("a PNG").into_rgba8()
}

fn draw(strokes: &[Drawn], marks: &[Mark]) -> image::RgbaImage {
    shown(&paint(&film(Ratio::Wide), false, None, strokes, marks, 320))
}

/// Part of a rectangle (in pixels of a 320 px picture) that is painted.
fn painted(picture: &image::RgbaImage, x: std::ops::Range<u32>, y: std::ops::Range<u32>) -> f64 {
    let all = f64::from(x.len() as u32 * y.len() as u32);
    let dark = x
        .flat_map(|x| y.clone().map(move |y| (x, y)))
        .filter(|&(x, y)| picture.get_pixel(x, y).0[3] > 127)
        .count();
    dark as f64 / all
}

#[test]
fn the_frame_follows_the_ratio() {
    for (ratio, height) in [
        (Ratio::Wide, 180),
        (Ratio::Academy, 240),
        (Ratio::Scope, 134),
        (Ratio::Square, 320),
        (Ratio::Upright, 569),
    ] {
        let picture = shown(&paint(&film(ratio), false, None, &[], &[], 320));
        assert_eq!(picture.dimensions(), (320, height), "The picture has the film's shape: {ratio:?}");
        assert!(picture.pixels().all(|pixel| pixel.0[3] == 0), "Where nobody drew there is nothing.");
    }
}

#[test]
fn ink_is_where_the_stroke_passes_and_not_where_it_was_cut() {
    let stroke = |cuts| [(Layer::Ink, line(Tool::Brush, Colour::Film, 4_608), cuts)];
    let whole = draw(&stroke(vec![]), &[]);
    assert_eq!(
        whole.get_pixel(160, 90).0,
        [0x63, 0xCD, 0xB0, 255],
        "A stroke is painted in its colour, the film's ink here."
    );
    assert_eq!(whole.get_pixel(160, 60).0[3], 0, "Beside it nothing is painted.");
    let cut = draw(&stroke(vec![(40.0, 60.0)]), &[]);
    assert_eq!(cut.get_pixel(156, 90).0[3], 0, "What an eraser took is not painted.");
    assert_eq!((cut.get_pixel(60, 90).0[3], cut.get_pixel(260, 90).0[3]), (255, 255), "What it left is.");
}

#[test]
fn what_leaves_the_frame_is_cut_off_at_its_border() {
    // From far beyond each border to beyond the other, as wide as a finger.
    let across = |from: (i32, i32), to: (i32, i32)| {
        let at = |from: i32, to: i32, step: i32| from + (to - from) / 50 * step;
        let points = (0..=50)
            .map(|step| Point { x: at(from.0, to.0, step), y: at(from.1, to.1, step), pressure: 200 })
            .collect();
        (Layer::Ink, Ink { points, ..line(Tool::Pen, Colour::Ink, 0) }, vec![])
    };
    let picture =
        draw(&[across((-40_000, 4_608), (60_000, 4_608)), across((8_192, -30_000), (8_192, 40_000))], &[]);
    for (x, y) in [(0, 90), (80, 90), (319, 90), (160, 0), (160, 45), (160, 179)] {
        assert_eq!(
            picture.get_pixel(x, y).0,
            [0x1C, 0x1B, 0x19, 255],
            "The stroke reaches the border: {x} {y}"
        );
    }
    for (x, y) in [(0, 80), (319, 100), (150, 0), (170, 179), (0, 0), (319, 179)] {
        assert_eq!(picture.get_pixel(x, y).0[3], 0, "Nothing else is painted: {x} {y}");
    }
    let corner =
        draw(&[across((-6_000, 3_000), (3_000, -6_000)), across((16_384, -900), (16_384, 9_300))], &[]);
    assert_eq!(painted(&corner, 0..300, 0..180), 0.0, "A stroke that passes beside the frame is not seen.");
    assert!(painted(&corner, 318..320, 0..180) > 0.9, "Of one on the border its half is.");
    let beside = draw(&[across((20_000, 12_000), (30_000, 16_000))], &[]);
    assert_eq!(painted(&beside, 0..320, 0..180), 0.0, "Nor one that never comes near.");
}

#[test]
fn edges_pale_and_keep_their_colour() {
    let slope = |step: i32| Point { x: 1_000 + step * 140, y: 2_000 + step * 37, pressure: 200 };
    let ink = Ink { points: (0..=100).map(slope).collect(), ..line(Tool::Pen, Colour::Film, 0) };
    let picture = draw(&[(Layer::Ink, ink, vec![])], &[]);
    let pale: Vec<[u8; 4]> =
        picture.pixels().map(|pixel| pixel.0).filter(|[.., alpha]| (1..255).contains(alpha)).collect();
    assert!(pale.len() > 300, "An edge is not a staircase: {}", pale.len());
    for [red, green, blue, alpha] in pale {
        let off = [(red, 0x63), (green, 0xCD), (blue, 0xB0)]
            .map(|(is, should): (u8, u8)| u32::from(is.abs_diff(should)) * u32::from(alpha));
        assert!(off.iter().all(|off| *off <= 255), "{red} {green} {blue} at {alpha}");
    }
}

#[test]
fn ink_lies_above_the_sketch_whatever_was_drawn_first() {
    let sketch = (Layer::Sketch, line(Tool::Pencil, Colour::Blue, 4_608), vec![]);
    let ink = (Layer::Ink, line(Tool::Pen, Colour::Ink, 4_608), vec![]);
    let picture = draw(&[ink.clone(), sketch.clone()], &[]);
    assert_eq!(
        picture.get_pixel(160, 90).0,
        [0x1C, 0x1B, 0x19, 255],
        "The ink layer covers the sketch layer."
    );
    let done = shown(&paint(&film(Ratio::Wide), true, None, &[sketch], &[], 320));
    let [red, _, blue, alpha] = done.get_pixel(160, 90).0;
    assert!(
        (55..=72).contains(&alpha) && blue > red,
        "A finished drawing lets its sketch fade to a quarter: {alpha}"
    );
}

#[test]
fn the_picture_behind_is_whole_and_under_everything() {
    let photo = image::RgbImage::from_pixel(100, 100, image::Rgb([250, 0, 0]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    photo.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    let stroke = [(Layer::Ink, line(Tool::Pen, Colour::Ink, 4_608), vec![])];
    let picture = shown(&paint(&film(Ratio::Wide), false, Some(bytes.get_ref()), &stroke, &[], 320));
    assert_eq!(
        picture.get_pixel(160, 20).0,
        [250, 0, 0, 255],
        "The picture lies in the middle of the frame."
    );
    assert_eq!(picture.get_pixel(40, 20).0[3], 0, "It keeps its shape: nothing is cut off or stretched.");
    assert_eq!(picture.get_pixel(160, 90).0, [0x1C, 0x1B, 0x19, 255], "Ink lies above it.");
    let mut many = image::RgbImage::new(64, 64);
    for (x, y, pixel) in many.enumerate_pixels_mut() {
        pixel.0 = [(x * 4) as u8, (y * 4) as u8, 90];
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    many.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    let picture = shown(&paint(&film(Ratio::Square), false, Some(bytes.get_ref()), &[], &[], 64));
    assert!(
        many.pixels().zip(picture.pixels()).all(|(one, two)| one.0[..] == two.0[..3]),
        "No colour of a photo is changed, however many it has."
    );
    let without = paint(&film(Ratio::Wide), false, Some(b"no picture"), &stroke, &[], 320);
    assert_eq!(
        shown(&without).get_pixel(160, 90).0[3],
        255,
        "A picture that cannot be read does not hide the drawing."
    );
}

#[test]
fn arrows_point_at_their_head() {
    let straight = draw(&[], &[Mark { y1: 2_000, size: 90, ..mark(MarkKind::Arrow, "") }]);
    assert!(painted(&straight, 60..200, 38..41) > 0.5, "The line goes from tail to head.");
    let (tail, head) = (painted(&straight, 36..46, 30..48), painted(&straight, 225..236, 30..48));
    assert!(head > tail * 1.5, "The head is wider than the tail: {tail} {head}");
    let bent = draw(&[], &[Mark { y1: 2_000, size: 90, bend: 2_000, ..mark(MarkKind::Arrow, "") }]);
    assert_eq!(bent.get_pixel(137, 39).0[3], 0, "A bent arrow leaves the straight line.");
    assert!(
        painted(&bent, 130..144, 75..82) > 0.1,
        "Its middle lies where it was bent to, to the right of its way."
    );
}

#[test]
fn texts_are_written_from_their_top_left_corner() {
    let picture = draw(&[], &[mark(MarkKind::Text, "Éva court\nvite")]);
    assert!(painted(&picture, 39..80, 39..53) > 0.15, "The first line stands at the mark.");
    assert!(painted(&picture, 39..60, 54..66) > 0.1, "The second below it.");
    assert_eq!(painted(&picture, 0..38, 0..180), 0.0, "Nothing is written left of the mark.");
    assert_eq!(painted(&picture, 0..320, 0..38), 0.0, "Nor above it.");
}

#[test]
fn every_script_of_ours_has_letters() {
    // A box stands for a missing letter, and is the same for all.
    let picture = |text: &str| draw(&[], &[mark(MarkKind::Text, text)]).into_raw();
    let missing = picture("\u{10FFFD}");
    for letter in ["A", "é", "œ", "م", "ß", "Ж", "Ω", "ế", "ş", "?"] {
        assert_ne!(picture(letter), missing, "Our fonts have {letter}.");
        assert_ne!(picture(letter), picture(""), "{letter} is seen.");
    }
}

#[test]
fn marks_stand_on_their_letters_whatever_the_font() {
    let picture = |text: &str| draw(&[], &[mark(MarkKind::Text, text)]);
    assert_eq!(picture("e\u{301}t").into_raw(), picture("ét").into_raw(), "An accent may come by itself.");
    let edge = |text: &str| (0..320).rfind(|x| painted(&picture(text), *x..*x + 1, 0..180) > 0.0).unwrap();
    for (letter, accented) in [("ɛt", "ɛ\u{300}t"), ("аt", "а\u{301}t"), ("ẹt", "ẹ\u{301}t")] {
        assert_ne!(picture(letter).into_raw(), picture(accented).into_raw(), "{accented} has its mark.");
        // The letter may come from another font, but the mark takes no room beside it.
        assert!(edge(letter).abs_diff(edge(accented)) <= 2, "The mark of {accented} stands over its letter.");
    }
}

#[test]
fn arabic_joins_and_reads_from_the_right() {
    let pieces = |text: &str| {
        let picture = draw(&[], &[mark(MarkKind::Text, text)]);
        let columns: Vec<bool> = (0..320).map(|x| painted(&picture, x..x + 1, 0..180) > 0.0).collect();
        columns.chunk_by(|a, b| a == b).filter(|run| run[0]).count()
    };
    assert_eq!(
        (pieces("ههه"), pieces("ه\u{200C}ه\u{200C}ه")),
        (1, 3),
        "Arabic letters join, unless they are told not to."
    );
    let mixed = draw(&[], &[mark(MarkKind::Text, "سلام ل")]);
    let reversed = draw(&[], &[mark(MarkKind::Text, "ل سلام")]);
    assert_ne!(mixed.into_raw(), reversed.into_raw(), "Words keep the order they are read in.");
    let aligned = draw(&[], &[mark(MarkKind::Text, "une longue ligne\nسلام")]);
    assert!(painted(&aligned, 39..60, 55..66) > 0.1, "Every line begins at the left, as on screen.");
}

#[test]
fn hostile_texts_and_marks_are_painted_like_any_other() {
    let long = "<script>alert(1)</script>\u{202E}\n\r\t\0".repeat(400);
    for text in [long.as_str(), "\u{2029}\u{2029}", "\u{FE0F}\u{200D}", "\n\n\n"] {
        for size in [0, 1, 600, u32::MAX] {
            draw(&[], &[Mark { size, ..mark(MarkKind::Text, text) }]);
            draw(
                &[],
                &[Mark { size, x0: i32::MIN, y1: i32::MAX, bend: i32::MAX, ..mark(MarkKind::Arrow, text) }],
            );
        }
    }
}

#[test]
fn equal_drawings_give_equal_bytes() {
    let stroke = [(Layer::Ink, line(Tool::Brush, Colour::Grey, 3_000), vec![(3.0, 9.0)])];
    let once = || paint(&film(Ratio::Wide), false, None, &stroke, &[mark(MarkKind::Text, "Plan 2")], 640);
    assert_eq!(once(), once(), "The same drawing gives the same picture.");
}

/// `cargo test -p ql-store thousand -- --ignored --nocapture` tells how long a full drawing takes.
#[test]
#[ignore = "a measure, not a rule"]
fn a_thousand_strokes() {
    // Sixty points each, a seventh of the frame long, all over it: what hands draw.
    let wave = |number: i32| {
        let (left, top) = (number * 137 % 14_000, number * 89 % 8_600);
        let point = |step: i32| Point {
            x: left + step * 40,
            y: top + (f64::from(step) / 6.0).sin().mul_add(400.0, 300.0) as i32,
            pressure: 128,
        };
        (
            Layer::Ink,
            Ink { points: (0..60).map(point).collect(), size: 170, ..line(Tool::Brush, Colour::Ink, 0) },
            vec![],
        )
    };
    let strokes: Vec<_> = (0..1_000).map(wave).collect();
    for width in [320, 640] {
        let start = std::time::Instant::now();
        let png = paint(&film(Ratio::Wide), false, None, &strokes, &[], width);
        eprintln!("1,000 strokes at {width} px: {:?}, {} bytes", start.elapsed(), png.len());
    }
}
