//! What outlines promise: the screen's numbers, and nothing painted where it was erased.

use proptest::prelude::*;

use super::*;
use crate::ink::{Colour, Point};

fn ink(tool: Tool, size: u16, points: Vec<Point>) -> Ink {
    Ink { tool, colour: Colour::Ink, simulated: false, size, points }
}

/// A flat wave of 41 points, 200 units apart.
fn wave() -> Ink {
    let points = (0..41)
        .map(|i| Point { x: 1_000 + i * 200, y: 4_000 + (i % 7) * 30, pressure: 100 + (i * 3) as u8 })
        .collect();
    ink(Tool::Brush, 170, points)
}

fn reach(outlines: &[Outline]) -> (f64, f64) {
    let xs = || outlines.iter().flatten().map(|point| point[0]);
    (xs().fold(f64::INFINITY, f64::min), xs().fold(f64::NEG_INFINITY, f64::max))
}

#[test]
fn a_whole_stroke_is_what_the_package_gives_in_one_call() {
    let ink = wave();
    let input: Vec<InputPoint> = ink
        .points
        .iter()
        .map(|p| {
            InputPoint::Array(
                [f64::from(p.x) / 16.0, f64::from(p.y) / 16.0],
                Some(f64::from(p.pressure) / 255.0),
            )
        })
        .collect();
    let expected = perfect_freehand::get_stroke(&input, &options(&ink));
    assert_eq!(outlines(&ink, &[]), [expected], "Carrying indices must not change the outline.");
}

#[test]
fn strokes_of_one_and_two_points_are_what_the_package_gives() {
    for points in [vec![(500, 500)], vec![(500, 500), (900, 700)], vec![(500, 500), (500, 500)]] {
        let points: Vec<Point> = points.into_iter().map(|(x, y)| Point { x, y, pressure: 51 }).collect();
        let input: Vec<InputPoint> = points
            .iter()
            .map(|p| InputPoint::Array([f64::from(p.x) / 16.0, f64::from(p.y) / 16.0], Some(0.2)))
            .collect();
        let ink = ink(Tool::Pen, 56, points);
        let expected = perfect_freehand::get_stroke(&input, &options(&ink));
        assert_eq!(outlines(&ink, &[]), [expected], "A dot and a dash look as on screen.");
        assert_eq!(
            outlines(&ink, &[[0.0, 1.0]]),
            Vec::<Outline>::new(),
            "A dot or dash erased whole leaves nothing."
        );
    }
}

#[test]
fn a_cut_in_the_middle_leaves_two_runs() {
    let ink = wave();
    let left = outlines(&ink, &[[15.0, 25.0]]);
    assert_eq!(left.len(), 2, "An eraser in the middle leaves what is before and after.");
    let (_, before) = reach(&left[..1]);
    let (after, _) = reach(&left[1..]);
    let half = f64::from(ink.size) / 16.0;
    assert!(
        before < (1_000.0 + 15.0 * 200.0) / 16.0 + half,
        "Nothing is painted past where the cut begins, but the cap: {before}"
    );
    assert!(
        after > (1_000.0 + 24.0 * 200.0) / 16.0 - half,
        "Nothing is painted before where the cut ends, but the cap: {after}"
    );
    let (start, end) = reach(&outlines(&ink, &[]));
    let (left_start, left_end) = reach(&left);
    assert!(
        (start - left_start).abs() < half && (end - left_end).abs() < half,
        "What is left does not move."
    );
}

#[test]
fn cuts_at_the_ends_shorten_and_a_cut_between_points_parts() {
    let ink = wave();
    assert_eq!(outlines(&ink, &[[-5.0, 4.0], [36.0, 99.0]]).len(), 1, "An end cut off leaves one run.");
    assert_eq!(outlines(&ink, &[[20.3, 20.7]]).len(), 2, "A cut between two points erases what joins them.");
    assert_eq!(outlines(&ink, &[[0.0, 40.0]]).len(), 0, "A stroke erased to its last point paints nothing.");
    assert_eq!(
        outlines(&ink, &[[10.0, 12.0], [11.0, 14.0]]),
        outlines(&ink, &[[10.0, 14.0]]),
        "Two erasers over one place erase it once."
    );
}

#[derive(serde::Deserialize)]
struct GoldenFile {
    strokes: Vec<Golden>,
}

#[derive(serde::Deserialize)]
struct Golden {
    name: String,
    tool: Tool,
    colour: Colour,
    size: u16,
    simulated: bool,
    points: Vec<(i32, i32, u8)>,
    cuts: Vec<Range>,
    ink: String,
    outlines: Vec<Outline>,
}

/// The outline without points closer than 0.01 to the one kept before: the package ends its round cap with one such point more than the
/// crate, and the shape is the same.
fn plain(outline: &Outline) -> Outline {
    let mut kept: Outline = Vec::new();
    for point in outline {
        if kept.last().is_none_or(|last| (point[0] - last[0]).hypot(point[1] - last[1]) >= 0.01) {
            kept.push(*point);
        }
    }
    kept
}

#[test]
fn golden_vectors_agree_with_the_screen() {
    use base64::Engine;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/ink-golden.json");
    let text = std::fs::read_to_string(path).expect("the golden vectors are part of the project");
    let cases = serde_json::from_str::<GoldenFile>(&text).expect("the golden vectors are JSON").strokes;
    assert!(cases.len() >= 40, "Every tool is held to several hands: {} cases", cases.len());
    for Golden { name, tool, colour, size, simulated, points, cuts, ink, outlines: expected } in cases {
        let points = points.into_iter().map(|(x, y, pressure)| Point { x, y, pressure }).collect();
        let drawn = Ink { tool, colour, simulated, size, points };
        let bytes = base64::prelude::BASE64_STANDARD.decode(ink).expect("base64");
        assert_eq!(drawn.encode().as_ref(), Ok(&bytes), "The screen writes the same bytes: {name}");
        assert_eq!(Ink::decode(&bytes), Ok(drawn.clone()), "The screen's bytes are read: {name}");
        let found: Vec<Outline> = outlines(&drawn, &cuts).iter().map(plain).collect();
        let lengths = |all: &[Outline]| all.iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(lengths(&found), lengths(&expected), "As many runs and corners as on screen: {name}");
        for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
            let apart = (found[0] - expected[0]).hypot(found[1] - expected[1]);
            assert!(
                apart <= 0.01,
                "Thumbnails and screens paint one shape, within 0.01 px: {name} {found:?} {expected:?}"
            );
        }
    }
}

#[test]
fn points_repeated_at_the_origin_give_numbers() {
    let points = std::iter::once(Point { x: 900, y: 900, pressure: 9 })
        .chain((0..2_000).map(|_| Point { x: 0, y: 0, pressure: 9 }))
        .chain(std::iter::once(Point { x: 700, y: 0, pressure: 9 }))
        .collect();
    let outlines = outlines(&ink(Tool::Pencil, 40, points), &[]);
    assert!(
        outlines.iter().flatten().flatten().all(|n| n.is_finite()),
        "A pen held still never makes a point that is no number."
    );
}

proptest! {
    #[test]
    fn outlines_are_numbers_near_the_points(
        points in prop::collection::vec((-2_000..18_000_i32, -2_000..12_000_i32, any::<u8>()), 1..40),
        cuts in prop::collection::vec((0.0..40.0_f64, 0.0..40.0_f64), 0..4),
        tool in 0..3_usize,
    ) {
        let points: Vec<Point> = points.into_iter().map(|(x, y, pressure)| Point { x, y, pressure }).collect();
        let ranges: Vec<Range> = cuts.into_iter().map(|(a, b)| [a.min(b), a.max(b)]).collect();
        let ink = ink(Tool::ALL[tool], 110, points);
        for [x, y] in outlines(&ink, &ranges).into_iter().flatten() {
            prop_assert!(x.is_finite() && y.is_finite(), "Every outline point is a number.");
            prop_assert!((-150.0..1_150.0).contains(&x) && (-150.0..775.0).contains(&y), "An outline stays near its points.");
        }
    }
}
