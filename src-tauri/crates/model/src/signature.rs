//! A signature: the strokes of one hand on a pad, kept as ink, and the outline it is shown with.
//!
//! Bytes: `u8` version 1 · `u16` count, little-endian, then for each stroke `u32` length · ink v1. Units are those of ink: the pad is
//! [`FRAME_WIDTH`] wide.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ink::{FRAME_WIDTH, Ink, InkError, OUTLINE_WIDTH, outlines};

const VERSION: u8 = 1;
/// More than any name has.
const MAX_STROKES: usize = 400;
/// A signature of more points is scribbling for its own sake, and would be read again at each unlocking.
const MAX_POINTS: usize = 20_000;

/// Why strokes are no signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// Nothing was drawn, or only a dot.
    #[error("nothing was drawn")]
    Empty,
    /// More strokes or points than a signature has.
    #[error("more strokes than a signature has")]
    TooLong,
    /// Bytes that are not a signature.
    #[error("the signature is torn")]
    Torn,
    /// A stroke that is not ink.
    #[error(transparent)]
    Ink(#[from] InkError),
}

/// How a signature is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Outline {
    /// SVG path data, filled by the nonzero rule.
    pub path: String,
    /// Left, top, width and height of what is drawn, in the path's units.
    #[serde(rename = "box")]
    pub bounds: [f32; 4],
}

/// Binds strokes (ink v1 each) into the bytes of a signature.
///
/// # Errors
/// When there is nothing in them, too much, or a stroke is not ink.
pub fn bind(strokes: &[Vec<u8>]) -> Result<Vec<u8>, SignatureError> {
    if strokes.len() > MAX_STROKES {
        return Err(SignatureError::TooLong);
    }
    let mut points = 0;
    let mut far = false;
    for stroke in strokes {
        let ink = Ink::decode(stroke)?;
        points += ink.points.len();
        let first = ink.points.first();
        far |= ink.points.iter().any(|point| {
            first.is_some_and(|first| {
                (point.x - first.x).abs() + (point.y - first.y).abs() > FRAME_WIDTH / 100
            })
        });
    }
    match (far, points > MAX_POINTS) {
        (false, _) => return Err(SignatureError::Empty),
        (_, true) => return Err(SignatureError::TooLong),
        _ => {}
    }
    let mut bytes = vec![VERSION];
    bytes.extend(u16::try_from(strokes.len()).map_err(|_| SignatureError::TooLong)?.to_le_bytes());
    for stroke in strokes {
        bytes.extend(u32::try_from(stroke.len()).map_err(|_| SignatureError::TooLong)?.to_le_bytes());
        bytes.extend(stroke);
    }
    Ok(bytes)
}

/// Reads the strokes back.
///
/// # Errors
/// When the bytes are torn, foreign or hold something that is not ink.
pub fn strokes(bytes: &[u8]) -> Result<Vec<Ink>, SignatureError> {
    let [VERSION, low, high, rest @ ..] = bytes else { return Err(SignatureError::Torn) };
    let mut rest = rest;
    let mut strokes = Vec::new();
    for _ in 0..u16::from_le_bytes([*low, *high]) {
        let (length, tail) = rest.split_first_chunk::<4>().ok_or(SignatureError::Torn)?;
        let (ink, tail) =
            tail.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or(SignatureError::Torn)?;
        strokes.push(Ink::decode(ink)?);
        rest = tail;
    }
    if rest.is_empty() && !strokes.is_empty() { Ok(strokes) } else { Err(SignatureError::Torn) }
}

/// The outline of a signature.
///
/// # Errors
/// As [`strokes`].
pub fn outline(bytes: &[u8]) -> Result<Outline, SignatureError> {
    let mut path = String::new();
    let (mut least, mut most) = ([f64::MAX; 2], [f64::MIN; 2]);
    for polygon in strokes(bytes)?.iter().flat_map(|ink| outlines(ink, &[])) {
        for (place, [x, y]) in polygon.iter().enumerate() {
            for (axis, value) in [*x, *y].into_iter().enumerate() {
                least[axis] = least[axis].min(value);
                most[axis] = most[axis].max(value);
            }
            path.push_str(if place == 0 { "M" } else { "L" });
            path.push_str(&format!("{x:.1} {y:.1}"));
        }
        path.push('Z');
    }
    if path.is_empty() {
        return Err(SignatureError::Empty);
    }
    let (width, height) = (most[0] - least[0], most[1] - least[1]);
    Ok(Outline {
        path,
        bounds: [least[0] as f32, least[1] as f32, width.max(1.0) as f32, height.max(1.0) as f32],
    })
}

/// Width of the pad in the units of an [`Outline`].
pub const PAD_WIDTH: f64 = OUTLINE_WIDTH;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ink::{Colour, Point, Tool};

    fn stroke(points: &[(i32, i32)]) -> Vec<u8> {
        let points = points.iter().map(|(x, y)| Point { x: *x, y: *y, pressure: 128 }).collect();
        Ink { tool: Tool::Pen, colour: Colour::Ink, simulated: true, size: 60, points }
            .encode()
            .expect("the stroke is ink")
    }

    #[test]
    fn strokes_come_back_and_have_an_outline() {
        let drawn = [stroke(&[(100, 100), (900, 500), (1500, 200)]), stroke(&[(2000, 300), (2400, 700)])];
        let bytes = bind(&drawn).expect("two strokes are a signature");
        let read: Vec<Vec<u8>> =
            strokes(&bytes).expect("it is read").iter().map(|ink| ink.encode().expect("ink")).collect();
        assert_eq!(read, drawn);
        let outline = outline(&bytes).expect("it has an outline");
        assert!(outline.path.starts_with('M') && outline.path.matches('Z').count() == 2);
        assert!(outline.bounds[2] > 100.0, "it is as wide as it was drawn: {:?}", outline.bounds);
    }

    #[test]
    fn a_dot_or_nothing_signs_nothing() {
        assert_eq!(bind(&[]), Err(SignatureError::Empty));
        assert_eq!(
            bind(&[stroke(&[(100, 100), (110, 101)])]),
            Err(SignatureError::Empty),
            "a tap is no signature"
        );
    }

    #[test]
    fn torn_bytes_are_refused() {
        let bytes = bind(&[stroke(&[(0, 0), (4000, 100)])]).expect("a line signs");
        for cut in 0..bytes.len() {
            assert!(strokes(&bytes[..cut]).is_err(), "{cut} bytes of {} are torn", bytes.len());
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(strokes(&longer), Err(SignatureError::Torn));
    }
}
