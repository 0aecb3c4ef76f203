//! A drawing for paper: its strokes as outlines in black, and in drawn patterns where the screen has a colour.
//!
//! In units of a hundredth of a millimetre, so that patterns and the least visible detail have their size on paper, whatever the size of
//! the frame. The blue pencil prints pale until its drawing is said to be finished, then not at all.
//!
//! A pattern lets through what it lies on, and on screen its colour does not: each area is laid out in white first, so that the window
//! someone drew in a dark wall is seen. Arrows are black with a white edge for the same reason, and because no pattern fits in their width.
//! Where the film's ink is printed as second colour it takes the place of that white, and of nothing that is black.

use std::{collections::BTreeSet, io::Write as _, sync::Arc};

use ql_model::{
    ink::{FRAME_WIDTH, Ink, Layer, OUTLINE_WIDTH, Range, outlines, thin},
    row::Mark,
    vocabulary::{FilmInk, MarkKind, Pattern, Ratio},
};

use crate::{
    lettering::{Line, lines},
    pattern::{Fill, ground},
    picture,
    polygon::polygon,
};

/// A stroke: its layer, its ink, and what erasers took of it, in point indices.
pub type Stroke = (Layer, Ink, Vec<(f32, f32)>);

/// What a drawing is made of.
pub struct Drawing<'a> {
    /// Shape of the frame.
    pub ratio: Ratio,
    /// Said to be finished.
    pub finished: bool,
    /// Bytes of the picture behind the ink.
    pub picture: Option<&'a [u8]>,
    /// In paint order.
    pub strokes: &'a [Stroke],
    /// Above all.
    pub marks: &'a [Mark],
}

/// How a drawing is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Printing {
    /// Width of its frame on paper, in millimetres.
    pub width: f64,
    /// The film's pattern, in the place of its ink.
    pub pattern: Pattern,
    /// The film's ink, when it is printed as second colour.
    pub tint: Option<FilmInk>,
    /// Whether the blue pencil is printed under a finished drawing too.
    pub pencil: bool,
}

/// Units of a picture for one millimetre of paper.
const UNITS: f64 = 100.0;
/// What an outline may move by, in millimetres: a third of a dot of a printer of 600 dots an inch. It moves inwards, so that more would
/// be seen as paler thin strokes.
const TOLERANCE: f64 = 0.014;
/// White on each side of an arrow, in millimetres.
const EDGE: f64 = 0.3;

/// Shortest side of an arrow's head, and half its opening, as on screen.
const SHORTEST_BARB: f64 = 260.0;
const OPENING: f64 = 0.55;

/// A drawing as it is printed. On an empty one there is nothing.
#[derive(Clone, Debug, Default)]
pub struct Sketch {
    /// Ink, arrows and the picture behind, as SVG.
    pub svg: Arc<[u8]>,
    /// What is written over them.
    pub lines: Vec<Line>,
}

impl Sketch {
    /// Whether there is nothing on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.svg.is_empty() && self.lines.is_empty()
    }
}

/// The drawing for paper.
#[must_use]
pub fn sketch(drawing: &Drawing<'_>, printing: &Printing) -> Sketch {
    let mut board = Board::new(drawing, printing);
    if let Some(bytes) = drawing.picture {
        board.lay_behind(bytes);
    }
    for layer in [Layer::Sketch, Layer::Ink] {
        if layer == Layer::Sketch && drawing.finished && !printing.pencil {
            continue;
        }
        for (_, ink, cuts) in drawing.strokes.iter().filter(|(of, ..)| *of == layer) {
            board.stroke(layer, ink, cuts);
        }
    }
    for mark in drawing.marks {
        match mark.kind {
            MarkKind::Arrow => board.arrow(mark),
            MarkKind::Text => board.text(mark),
        }
    }
    board.finish()
}

struct Board<'a> {
    printing: &'a Printing,
    width: f64,
    height: f64,
    /// Patterns that were used; the others are not written.
    used: BTreeSet<Fill>,
    body: Vec<u8>,
    lines: Vec<Line>,
    open: Option<Fill>,
}

impl<'a> Board<'a> {
    fn new(drawing: &Drawing<'_>, printing: &'a Printing) -> Self {
        let (across, down) = drawing.ratio.sides();
        let width = (printing.width * UNITS).round();
        let height = (width * f64::from(down) / f64::from(across)).round();
        Self {
            printing,
            width,
            height,
            used: BTreeSet::new(),
            body: Vec::new(),
            lines: Vec::new(),
            open: None,
        }
    }

    fn fill(&mut self, layer: Layer, ink: &Ink) -> Fill {
        let width = f64::from(ink.size) * self.printing.width / f64::from(FRAME_WIDTH);
        let fill = Fill::of(layer, ink.colour, width, self.printing.tint.is_some());
        self.used.insert(fill);
        fill
    }

    fn lay_behind(&mut self, bytes: &[u8]) {
        // A picture that cannot be read is what `check` reports; the drawing over it is still printed.
        let frame = (self.width / UNITS, self.height / UNITS);
        let Some(href) = picture::printed(bytes, frame, self.printing.tint.is_some()) else {
            return;
        };
        let (width, height) = (self.width, self.height);
        // Writing to a text in memory never fails.
        let _ = write!(
            self.body,
            "<image width='{width}' height='{height}' image-rendering='optimizeSpeed' href='{href}'/>"
        );
    }

    /// Opens a group for what is filled with this, unless one is open.
    fn group(&mut self, fill: Fill) {
        if self.open == Some(fill) {
            return;
        }
        self.close();
        let paint = fill.paint();
        let _ = write!(self.body, "<g fill='{paint}'>");
        self.open = Some(fill);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.body.extend_from_slice(b"</g>");
        }
    }

    fn stroke(&mut self, layer: Layer, ink: &Ink, cuts: &[(f32, f32)]) {
        let fill = self.fill(layer, ink);
        self.group(fill);
        let ranges: Vec<Range> = cuts.iter().map(|&(from, to)| [f64::from(from), f64::from(to)]).collect();
        let scale = self.width / OUTLINE_WIDTH;
        for outline in outlines(ink, &ranges) {
            let corners = thin(&outline, TOLERANCE * UNITS / scale);
            // Black hides by itself; the pencil lies under all ink, and only shades the photo behind.
            if fill != Fill::Black && layer == Layer::Ink {
                let ground = ground(ink.colour, self.printing.tint);
                let _ = write!(self.body, "<path fill='{ground}' d='");
                polygon(&mut self.body, &corners, scale);
                self.body.extend_from_slice(b"'/>");
            }
            self.body.extend_from_slice(b"<path d='");
            polygon(&mut self.body, &corners, scale);
            self.body.extend_from_slice(b"'/>");
        }
    }

    fn arrow(&mut self, mark: &Mark) {
        self.close();
        let edge = ground(mark.colour, self.printing.tint);
        let scale = self.width / f64::from(FRAME_WIDTH);
        let width = f64::from(mark.size) * scale;
        let [x0, y0, x1, y1, bend] = [mark.x0, mark.y0, mark.x1, mark.y1, mark.bend].map(f64::from);
        let length = match (x1 - x0).hypot(y1 - y0) {
            0.0 => 1.0,
            length => length,
        };
        let (cx, cy) = (
            (x0 + x1) / 2.0 - (y1 - y0) / length * bend * 2.0,
            (y0 + y1) / 2.0 + (x1 - x0) / length * bend * 2.0,
        );
        let back = (cy - y1).atan2(cx - x1);
        let barb = (f64::from(mark.size) * 4.0).max(SHORTEST_BARB);
        let side = |opening: f64| [x1 + (back + opening).cos() * barb, y1 + (back + opening).sin() * barb];
        let (left, right) = (side(OPENING), side(-OPENING));
        let at = |value: f64| (value * scale).round();
        let way = format!(
            "M{} {}Q{} {} {} {}M{} {}L{} {}L{} {}",
            at(x0),
            at(y0),
            at(cx),
            at(cy),
            at(x1),
            at(y1),
            at(left[0]),
            at(left[1]),
            at(x1),
            at(y1),
            at(right[0]),
            at(right[1]),
        );
        for (paint, width) in [(edge, width + 2.0 * EDGE * UNITS), ("#000", width)] {
            let _ = write!(
                self.body,
                "<path fill='none' stroke='{paint}' stroke-width='{width:.0}' stroke-linecap='round' stroke-linejoin='round' d='{way}'/>"
            );
        }
    }

    fn text(&mut self, mark: &Mark) {
        let (width, height) = (self.width / UNITS, self.height / UNITS);
        self.lines.extend(lines(mark, width, height, self.printing.tint));
    }

    fn finish(mut self) -> Sketch {
        self.close();
        let mut svg = Vec::with_capacity(self.body.len() + 1_024);
        let _ = write!(
            svg,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {} {}'>",
            self.width, self.height
        );
        let tiles: String =
            self.used.iter().filter_map(|fill| fill.tile(self.printing.pattern, UNITS)).collect();
        if !tiles.is_empty() {
            let _ = write!(svg, "<defs>{tiles}</defs>");
        }
        svg.extend(self.body);
        svg.extend_from_slice(b"</svg>");
        Sketch { svg: svg.into(), lines: self.lines }
    }
}

#[cfg(test)]
#[path = "sketch_tests.rs"]
mod tests;
