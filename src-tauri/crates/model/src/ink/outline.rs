//! The outline a stroke is painted with, filled by the nonzero rule. The same numbers as on screen: crate and npm package
//! `perfect-freehand` agree, and the golden vectors of `assets/ink-golden.json` guard it.
//!
//! Cuts are taken after the stroke points of the whole stroke were computed, so that what an eraser leaves does not move.

use perfect_freehand::{
    InputPoint, StrokeOptions, StrokePoint, get_stroke_outline_points::get_stroke_outline_points,
    get_stroke_points::get_stroke_points,
};

use super::{FRAME_WIDTH, Ink, OUTLINE_WIDTH, Range, Tool, cuts};

/// A closed polygon, in pixels of a frame [`OUTLINE_WIDTH`] wide.
pub type Outline = Vec<[f64; 2]>;

const SCALE: f64 = OUTLINE_WIDTH / FRAME_WIDTH as f64;

/// One outline per run that the cuts leave; a whole stroke has one, a stroke erased to its last point none.
#[must_use]
pub fn outlines(ink: &Ink, ranges: &[Range]) -> Vec<Outline> {
    let options = options(ink);
    let united = cuts::unite(ranges);
    let points = stroke_points(ink, &options);
    let runs = if united.is_empty() {
        vec![points.map(|(_, point)| point).collect()]
    } else {
        parted(points, &united)
    };
    runs.iter().map(|run| outline(run, &options)).filter(|outline| !outline.is_empty()).collect()
}

/// The runs that the cuts leave.
fn parted(points: impl Iterator<Item = (f64, StrokePoint)>, united: &[Range]) -> Vec<Vec<StrokePoint>> {
    let mut runs: Vec<Vec<StrokePoint>> = Vec::new();
    let mut before: Option<f64> = None;
    for (index, point) in points {
        if cuts::covering(united, index).is_some() {
            before = None;
            continue;
        }
        match (before, runs.last_mut()) {
            (Some(before), Some(run)) if !cuts::parts(united, before, index) => run.push(point),
            _ => runs.push(vec![point]),
        }
        before = Some(index);
    }
    runs
}

fn options(ink: &Ink) -> StrokeOptions {
    let (thinning, streamline) = match ink.tool {
        Tool::Pencil => (0.35, 0.35),
        Tool::Brush => (0.7, 0.4),
        Tool::Pen => (0.12, 0.35),
    };
    StrokeOptions {
        size: Some(f64::from(ink.size) * SCALE),
        thinning: Some(thinning),
        smoothing: Some(0.5),
        streamline: Some(streamline),
        simulate_pressure: Some(false),
        last: Some(true),
        ..StrokeOptions::default()
    }
}

/// The stroke points with the index of the point each comes from. The crate drops some points and tells not which; pressure does not
/// count until the outline, so the index travels in its place and comes back exact.
fn stroke_points(ink: &Ink, options: &StrokeOptions) -> impl Iterator<Item = (f64, StrokePoint)> {
    let scaled = |value: i32| f64::from(value) * SCALE;
    let numbered = |(index, point): (usize, &super::Point)| {
        InputPoint::Array([scaled(point.x), scaled(point.y)], Some(index as f64))
    };
    let input: Vec<InputPoint> = ink.points.iter().enumerate().map(numbered).collect();
    let points = get_stroke_points(&input, options);
    let count = points.len();
    let pressure =
        move |index: usize| ink.points.get(index).map_or(0.5, |point| f64::from(point.pressure) / 255.0);
    let named = move |(place, mut point): (usize, StrokePoint)| {
        // Of two points, four quarters are made, of middling pressure; those dropped are the first of them.
        if ink.points.len() == 2 && place > 0 {
            point.pressure = 0.5;
            return (1.0 - (count - 1 - place) as f64 / 4.0, point);
        }
        let index = point.pressure;
        point.pressure = pressure(index as usize);
        (index, point)
    };
    points.into_iter().enumerate().map(named)
}

/// Repeated points at the origin shrink their distance below what a number can hold and give vectors that are not numbers: those
/// outline points are left out, as a canvas does.
fn outline(run: &[StrokePoint], options: &StrokeOptions) -> Outline {
    let mut outline = get_stroke_outline_points(run, options);
    let whole = |[x, y]: &[f64; 2]| x.is_finite() && y.is_finite();
    if !outline.iter().all(whole) {
        outline.retain(whole);
    }
    outline
}

#[cfg(test)]
#[path = "outline_tests.rs"]
mod tests;
