//! The small picture of a drawing: what the drawing place shows, at another width. Pure: the same values give the same pixels.
//!
//! Painted in this order: the picture behind, the sketch layer, the ink layer, the marks. There is no paper: what nobody drew on is
//! transparent, and whoever shows it lays it on paper, white by day and warm at night. Knows no file, no row and no selection.

mod fill;
mod marks;
mod png;
mod text;

use ql_model::{
    ink::{Colour, FRAME_WIDTH, Ink, Layer, OUTLINE_WIDTH, Range, outlines},
    row::{Film, Mark},
    vocabulary::{FilmInk, Ratio},
};
use tiny_skia::{BlendMode, Color, Paint, Pixmap, PixmapPaint, Shader, Transform};

use self::fill::Filler;

/// How much of the sketch is left to see once its drawing is said to be finished.
const FINISHED_SKETCH: f32 = 0.25;
/// Widest picture that is painted, in pixels.
const WIDEST: u32 = 4_096;

/// A stroke as it is painted: its layer, its ink, and what erasers took of it, in point indices.
pub type Drawn = (Layer, Ink, Vec<(f32, f32)>);

/// Paints a drawing `width` pixels wide, its height by the film's ratio, as PNG.
///
/// `behind` are the bytes of a normalised picture; one that cannot be read is left out. `strokes` come in paint order; `marks` lie
/// above all.
#[must_use]
pub fn paint(
    film: &Film,
    finished: bool,
    behind: Option<&[u8]>,
    strokes: &[Drawn],
    marks: &[Mark],
    width: u32,
) -> Vec<u8> {
    let mut canvas = canvas(film.ratio, width);
    if let Some(picture) = behind.and_then(|bytes| image::load_from_memory(bytes).ok()) {
        lay_behind(&mut canvas, &picture);
    }
    if finished {
        let mut sketch = self::canvas(film.ratio, width);
        fill_layer(&mut sketch, film.ink, Layer::Sketch, strokes);
        let pale = PixmapPaint { opacity: FINISHED_SKETCH, ..PixmapPaint::default() };
        canvas.draw_pixmap(0, 0, sketch.as_ref(), &pale, Transform::identity(), None);
    } else {
        fill_layer(&mut canvas, film.ink, Layer::Sketch, strokes);
    }
    fill_layer(&mut canvas, film.ink, Layer::Ink, strokes);
    for mark in marks {
        marks::paint(&mut canvas, film.ink, mark);
    }
    png::encode(&canvas)
}

fn canvas(ratio: Ratio, width: u32) -> Pixmap {
    let width = width.clamp(1, WIDEST);
    let (across, down) = ratio.sides();
    let height = (width as f32 * down / across).round().max(1.0) as u32;
    Pixmap::new(width, height).expect("a canvas of at most 4,096 by 7,282 pixels can be had")
}

/// The whole picture in the middle of the frame, as large as it can be without losing an edge.
fn lay_behind(canvas: &mut Pixmap, picture: &image::DynamicImage) {
    let fit = |canvas: u32, picture: u32| f64::from(canvas) / f64::from(picture.max(1));
    let scale = fit(canvas.width(), picture.width()).min(fit(canvas.height(), picture.height()));
    let side = |length: u32, most: u32| ((f64::from(length) * scale).round() as u32).clamp(1, most);
    let (width, height) = (side(picture.width(), canvas.width()), side(picture.height(), canvas.height()));
    let small = if scale < 1.0 {
        picture.thumbnail_exact(width, height).into_rgba8()
    } else {
        picture.resize_exact(width, height, image::imageops::FilterType::Triangle).into_rgba8()
    };
    let Some(mut layer) = Pixmap::new(width, height) else { return };
    for (to, from) in layer.pixels_mut().iter_mut().zip(small.pixels()) {
        let [red, green, blue, alpha] = from.0;
        *to = tiny_skia::ColorU8::from_rgba(red, green, blue, alpha).premultiply();
    }
    let middle = |canvas: u32, layer: u32| ((canvas - layer) / 2).cast_signed();
    let (x, y) = (middle(canvas.width(), width), middle(canvas.height(), height));
    canvas.draw_pixmap(x, y, layer.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
}

fn fill_layer(canvas: &mut Pixmap, film: FilmInk, layer: Layer, strokes: &[Drawn]) {
    let scale = f64::from(canvas.width()) / OUTLINE_WIDTH;
    let mut filler = Filler::new();
    for (_, ink, cuts) in strokes.iter().filter(|(of, ..)| *of == layer) {
        let ranges: Vec<Range> = cuts.iter().map(|&(from, to)| [f64::from(from), f64::from(to)]).collect();
        let colour = rgb_of(ink.colour, film);
        for outline in outlines(ink, &ranges) {
            filler.fill(canvas, &outline, scale, colour);
        }
    }
}

/// Canvas pixels for one frame unit.
fn scale_of(canvas: &Pixmap) -> f32 {
    canvas.width() as f32 / FRAME_WIDTH as f32
}

fn paint_of(colour: Colour, film: FilmInk) -> Paint<'static> {
    let [red, green, blue] = rgb_of(colour, film);
    Paint {
        shader: Shader::SolidColor(Color::from_rgba8(red, green, blue, 255)),
        blend_mode: BlendMode::SourceOver,
        anti_alias: true,
        ..Paint::default()
    }
}

/// The six colours of a drawing; two follow the film's ink.
fn rgb_of(colour: Colour, film: FilmInk) -> [u8; 3] {
    match (colour, film) {
        (Colour::Ink, _) => [0x1C, 0x1B, 0x19],
        (Colour::Blue, _) => [0x86, 0xAD, 0xE6],
        (Colour::Grey, _) => [0xA3, 0x9E, 0x95],
        (Colour::GreyLight, _) => [0xD8, 0xD5, 0xCE],
        (Colour::Film, FilmInk::Orange) => [0xFF, 0x87, 0x47],
        (Colour::Film, FilmInk::Sky) => [0x7C, 0xC3, 0xEE],
        (Colour::Film, FilmInk::Mint) => [0x63, 0xCD, 0xB0],
        (Colour::Film, FilmInk::Sun) => [0xFF, 0xC5, 0x2E],
        (Colour::Film, FilmInk::Rose) => [0xFF, 0x9C, 0xC0],
        (Colour::FilmPale, FilmInk::Orange) => [0xFF, 0xC9, 0xA6],
        (Colour::FilmPale, FilmInk::Sky) => [0xC4, 0xE4, 0xF7],
        (Colour::FilmPale, FilmInk::Mint) => [0xBD, 0xE9, 0xDC],
        (Colour::FilmPale, FilmInk::Sun) => [0xFF, 0xE6, 0xA3],
        (Colour::FilmPale, FilmInk::Rose) => [0xFF, 0xD6, 0xE4],
    }
}

#[cfg(test)]
mod tests;
