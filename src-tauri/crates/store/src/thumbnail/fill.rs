//! Polygons filled on a canvas. A full drawing has thousands, and each is narrow: how much of a pixel one covers is summed along its edges,
//! in the box around it, so that nothing is sorted and most pixels are not looked at.

use ab_glyph_rasterizer::{Rasterizer, point};
use tiny_skia::Pixmap;

/// A corner of a polygon.
type Corner = [f64; 2];

/// In how many steps an edge pales: more are not seen, and would fill the file of the picture.
const STEPS: f32 = 15.0;
/// The part of a pixel that does not count.
const LEAST: f32 = 0.5 / STEPS;

/// Fills polygons by the nonzero rule.
pub(super) struct Filler {
    rasterizer: Rasterizer,
}

impl Filler {
    pub fn new() -> Self {
        Self { rasterizer: Rasterizer::new(0, 0) }
    }

    /// Fills what of a polygon lies on the canvas, with an opaque colour. Its corners are finite; a unit of theirs is `scale` pixels.
    pub fn fill(&mut self, canvas: &mut Pixmap, polygon: &[Corner], scale: f64, colour: [u8; 3]) {
        let (width, height) = (f64::from(canvas.width()) / scale, f64::from(canvas.height()) / scale);
        let Some((least, most)) = span(polygon) else { return };
        if least[0] >= 0.0 && least[1] >= 0.0 && most[0] <= width && most[1] <= height {
            self.fill_inside(canvas, polygon, (least, most), scale, colour);
            return;
        }
        let clipped = clip(polygon, |[x, _]| x);
        let clipped = clip(&clipped, |[_, y]| y);
        let clipped = clip(&clipped, |[x, _]| width - x);
        let clipped = clip(&clipped, |[_, y]| height - y);
        if let Some(span) = span(&clipped) {
            self.fill_inside(canvas, &clipped, span, scale, colour);
        }
    }

    fn fill_inside(
        &mut self,
        canvas: &mut Pixmap,
        polygon: &[Corner],
        (least, most): (Corner, Corner),
        scale: f64,
        colour: [u8; 3],
    ) {
        let (across, down) = (canvas.width() as usize, canvas.height() as usize);
        let begin = |least: f64, all: usize| ((least * scale) as usize).min(all);
        let end = |most: f64, all: usize| ((most * scale).ceil() as usize).min(all);
        let (left, top) = (begin(least[0], across), begin(least[1], down));
        let (width, height) = (end(most[0], across) - left, end(most[1], down) - top);
        if width == 0 || height == 0 {
            return;
        }
        // One column more: an edge on the right border ends in the pixel after it.
        let columns = width + 1;
        self.rasterizer.reset(columns, height);
        let place = |[x, y]: Corner| point((x * scale - left as f64) as f32, (y * scale - top as f64) as f32);
        let mut before = place(polygon[polygon.len() - 1]);
        for &corner in polygon {
            let corner = place(corner);
            self.rasterizer.draw_line(before, corner);
            before = corner;
        }
        let (pixels, _) = canvas.data_mut().as_chunks_mut::<4>();
        let [red, green, blue] = colour;
        let colour = [red, green, blue, 255];
        // Pixels come row by row: where the row under way begins, and where the next one does.
        let (mut row, mut next) = (top * across + left, columns);
        self.rasterizer.for_each_pixel(|at, covered| {
            if covered < LEAST {
                return;
            }
            while at >= next {
                (row, next) = (row + across, next + columns);
            }
            let along = at + columns - next;
            if along < width {
                let pixel = &mut pixels[row + along];
                *pixel = if covered > 1.0 - LEAST { colour } else { mixed(*pixel, colour, covered) };
            }
        });
    }
}

/// A pixel of which an opaque colour covers this part.
fn mixed(pixel: [u8; 4], colour: [u8; 4], covered: f32) -> [u8; 4] {
    /// Every second channel: two are mixed at once, each with a channel's room above it.
    const SECOND: u32 = 0x00FF_00FF;
    let (pixel, colour) = (u32::from_le_bytes(pixel), u32::from_le_bytes(colour));
    let part = (covered * STEPS + 0.5) as u32 * (255 / STEPS as u32);
    let channels = |shift: u32| {
        let sum = (pixel >> shift & SECOND) * (255 - part) + (colour >> shift & SECOND) * part + 0x0080_0080;
        // Divided by 255.
        (sum + (sum >> 8 & SECOND)) >> 8 & SECOND
    };
    (channels(0) | channels(8) << 8).to_le_bytes()
}

/// The outermost corners of the box around a polygon; none where it has no corner.
fn span(polygon: &[Corner]) -> Option<(Corner, Corner)> {
    let (first, rest) = polygon.split_first()?;
    Some(rest.iter().fold((*first, *first), |(least, most), [x, y]| {
        ([least[0].min(*x), least[1].min(*y)], [most[0].max(*x), most[1].max(*y)])
    }))
}

/// What of a polygon lies on one side of a line (Sutherland and Hodgman, 1974). `side` tells how far inside a corner lies.
fn clip(polygon: &[Corner], side: impl Fn(Corner) -> f64) -> Vec<Corner> {
    let Some(mut before) = polygon.last().copied() else { return Vec::new() };
    let mut kept = Vec::with_capacity(polygon.len() + 4);
    for &corner in polygon {
        let (from, to) = (side(before), side(corner));
        if (from < 0.0) != (to < 0.0) {
            let part = from / (from - to);
            kept.push([0, 1].map(|axis| before[axis] + (corner[axis] - before[axis]) * part));
        }
        if to >= 0.0 {
            kept.push(corner);
        }
        before = corner;
    }
    kept
}
