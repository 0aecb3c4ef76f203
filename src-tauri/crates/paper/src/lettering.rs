//! What is written on a drawing. It is set by Typst over the ink, like every other text: what draws SVG has no real choice of fonts, and
//! would lose words where a line has letters of several.

use ql_model::{ink::FRAME_WIDTH, row::Mark, vocabulary::FilmInk};

use crate::pattern::ground;

/// Height of a line of letters and where their feet stand, in heights of the letters, as on screen.
const LEADING: f64 = 1.2;
const FEET: f64 = 0.95;

/// A line of letters.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Where it begins, from the left of the frame, in millimetres.
    pub left: f64,
    /// Where its letters stand, from the top of the frame, in millimetres.
    pub feet: f64,
    /// Height of the letters, in millimetres.
    pub size: f64,
    /// What its black letters stand out by: white, or the film's ink as second colour.
    pub edge: &'static str,
    /// What it says.
    pub text: String,
}

/// The lines of a text on a drawing of this width, in millimetres; those below `height` are left out.
pub(crate) fn lines(mark: &Mark, width: f64, height: f64, ink: Option<FilmInk>) -> Vec<Line> {
    let scale = width / f64::from(FRAME_WIDTH);
    let size = f64::from(mark.size) * scale;
    let (left, top) = (f64::from(mark.x0) * scale, f64::from(mark.y0) * scale);
    let fit = ((height - top) / (size * LEADING)).ceil().max(0.0) as usize;
    let line = |(number, text): (usize, &str)| Line {
        left,
        feet: top + (number as f64 * LEADING + FEET) * size,
        size,
        edge: ground(mark.colour, ink),
        text: text.to_owned(),
    };
    mark.text.split('\n').take(fit).enumerate().map(line).collect()
}
