//! A signature on paper: its outline, black, and when it was given.

use std::sync::Arc;

use ql_model::{ink::OUTLINE_WIDTH, signature::Outline};
use typst::foundations::{Dict, IntoValue, Value, dict};

use crate::beside::Beside;

/// A signature that was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// How it looks.
    pub outline: Outline,
    /// When, in words ("9 h 34"); may be empty.
    pub time: String,
}

/// Widest and highest shape, as width to height: a line that was drawn flat is no higher than its ink, and is not made a beam.
const SHAPES: (f32, f32) = (0.4, 12.0);
/// Millimetres that the whole pad takes at most, so that a small sign is not printed with a pen as thick as a finger.
const PAD: f64 = 72.0;
/// Widest box that is believed, in units of the pad.
const FAR: f32 = 1.0e6;

/// The signature as a file beside the data, with its shape and the greatest width it is printed with; nothing where there is nothing to
/// draw.
pub(crate) fn drawn(signed: &Signed, beside: &mut Beside) -> Value {
    let Some([left, top, width, height]) = frame(&signed.outline) else { return Value::None };
    // What stands here is written into a file that Typst reads: only what paths are made of.
    let path: String = signed.outline.path.chars().filter(|sign| of_path(*sign)).collect();
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='{left} {top} {width} {height}'><path fill-rule='nonzero' d='{path}'/></svg>"
    );
    let drawn: Dict = dict! {
        "svg" => beside.lay(Arc::from(svg.into_bytes())),
        "shape" => f64::from(width / height),
        "most" => f64::from(width) / OUTLINE_WIDTH * PAD,
    };
    drawn.into_value()
}

/// What is shown: the box of the outline, in a shape that can be printed.
fn frame(outline: &Outline) -> Option<[f32; 4]> {
    let [left, top, width, height] = outline.bounds;
    let believed = outline.bounds.iter().all(|side| side.is_finite() && side.abs() < FAR);
    if !believed || width <= 0.0 || height <= 0.0 || !outline.path.starts_with(['M', 'm']) {
        return None;
    }
    let (wide, high) = (width.max(height * SHAPES.0), height.max(width / SHAPES.1));
    Some([left - (wide - width) / 2.0, top - (high - height) / 2.0, wide, high])
}

fn of_path(sign: char) -> bool {
    sign.is_ascii_digit() || " .,+-MmLlHhVvCcSsQqTtAaZze".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_is_not() {
        let of = |path: &str, bounds| frame(&Outline { path: path.to_owned(), bounds });
        assert_eq!(of("", [0.0, 0.0, 1.0, 1.0]), None);
        assert_eq!(of("M0 0L1 1Z", [0.0, f32::NAN, 1.0, 1.0]), None);
        assert_eq!(of("M0 0L1 1Z", [0.0, 0.0, 0.0, 1.0]), None);
        assert_eq!(of("M0 0L1 1Z", [0.0, 0.0, f32::MAX, 1.0]), None);
        assert_eq!(of("M0 0L1 1Z", [10.0, 10.0, 300.0, 100.0]), Some([10.0, 10.0, 300.0, 100.0]));
    }

    #[test]
    fn a_flat_line_stays_as_flat_as_it_was_drawn() {
        let flat = Outline { path: "M0 0L1 1Z".to_owned(), bounds: [0.0, 50.0, 1200.0, 2.0] };
        assert_eq!(frame(&flat), Some([0.0, 1.0, 1200.0, 100.0]));
    }
}
