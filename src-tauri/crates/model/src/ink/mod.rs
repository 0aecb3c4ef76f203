//! Ink: what a hand drew. Owns the bytes of a finished stroke (format 1), their identity, the outline they are painted with and what an
//! eraser leaves of them.
//!
//! A finished stroke is immutable: erasing a part adds cuts beside it, never changes its bytes. Nothing here knows an order, an author,
//! a drawing, a disk or a pixel; bytes that are torn, foreign or too large are refused, never mended.

mod codec;
mod codes;
mod cuts;
mod outline;
mod thin;

pub use codec::{Ink, InkError, InkId, Point};
pub use codes::{Colour, Layer, Tool};
pub use cuts::{Range, is_erased, unite};
pub use outline::{Outline, outlines};
pub use thin::thin;

/// Width of every film's frame in ink units; its height follows from the film's ratio. The origin is the top left corner.
pub const FRAME_WIDTH: i32 = 16_384;
/// Most points one stroke may have: some twenty minutes of drawing without lifting the pen.
pub const MAX_POINTS: usize = 100_000;
/// Widest stroke, in frame units.
pub const MAX_SIZE: u16 = 4_096;
/// How far from the origin a coordinate may lie, in frame units: four frames away, well beyond any screen's edge.
pub const MAX_COORDINATE: i32 = 65_535;
/// Outlines are computed in pixels of a frame this wide, on screen and here, so that both give the same numbers.
pub const OUTLINE_WIDTH: f64 = 1_024.0;
