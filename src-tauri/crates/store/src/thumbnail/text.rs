//! Letters as outlines, in any script our fonts have: shaped, in reading order, each from the first font that has it.
//!
//! Fonts come with the program, none of the machine's are used, so that a drawing looks the same everywhere.

use std::sync::LazyLock;

use rustybuzz::{
    Direction, Face, UnicodeBuffer,
    ttf_parser::{GlyphId, OutlineBuilder},
};
use tiny_skia::{Path, PathBuilder};
use unicode_bidi::BidiInfo;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Height of a line, in heights of its letters, as on screen.
const LEADING: f32 = 1.2;

/// Latin letters first; then Arabic; then what the first has not (Greek, Cyrillic, Vietnamese).
static FONTS: LazyLock<[Face<'static>; 3]> = LazyLock::new(|| {
    let ours = |bytes| Face::from_slice(bytes, 0).expect("the program's own fonts are fonts");
    [
        ours(include_bytes!("../../../../../assets/fonts/ttf/atkinson-hyperlegible-next-700.ttf")),
        ours(include_bytes!("../../../../../assets/fonts/ttf/readex-pro-700.ttf")),
        ours(include_bytes!("../../../../../assets/fonts/ttf/noto-sans-700.ttf")),
    ]
});

/// From the top of a line to the feet of its letters, in heights of its letters, as on screen.
const FEET: f32 = 0.95;

/// The outline of a text whose letters are `size` high, its top left corner at the origin, lines apart by their line breaks. Every line
/// begins at the left, also one that reads from the right. Lines that begin below `room` are left out. `None` when there is nothing to see.
pub(super) fn outline(text: &str, size: f32, room: f32) -> Option<Path> {
    let fit = (room / (size * LEADING)).ceil().max(0.0) as usize;
    let mut path = PathBuilder::new();
    // A letter that exists with its mark is one, as fonts have it.
    let text: String = text.nfc().collect();
    for (number, line) in text.split('\n').take(fit).enumerate() {
        Line::new(line, size).trace(&mut path, (number as f32 * LEADING + FEET) * size);
    }
    path.finish()
}

/// One glyph, its place from the line's left end.
struct Glyph {
    font: usize,
    id: GlyphId,
    unit: f32,
    x: f32,
    y: f32,
}

struct Line {
    glyphs: Vec<Glyph>,
    width: f32,
}

impl Line {
    fn new(text: &str, size: f32) -> Self {
        let order = BidiInfo::new(text, None);
        let mut line = Self { glyphs: Vec::new(), width: 0.0 };
        for paragraph in &order.paragraphs {
            let (levels, runs) = order.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let from_right = levels[run.start].is_rtl();
                let mut parts = by_font(&text[run]);
                if from_right {
                    parts.reverse();
                }
                for (font, part) in parts {
                    line.shape(font, part, from_right, size);
                }
            }
        }
        line
    }

    fn shape(&mut self, font: usize, text: &str, from_right: bool, size: f32) {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if from_right { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        let face = &FONTS[font];
        let unit = size / face.units_per_em() as f32;
        let shaped = rustybuzz::shape(face, &[], buffer);
        for (glyph, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            // Shaping replaces characters by glyphs of the font, which has at most 65,536.
            let id = GlyphId(glyph.glyph_id as u16);
            let (x, y) = (self.width + place.x_offset as f32 * unit, place.y_offset as f32 * unit);
            self.glyphs.push(Glyph { font, id, unit, x, y });
            self.width += place.x_advance as f32 * unit;
        }
    }

    fn trace(&self, path: &mut PathBuilder, baseline: f32) {
        for &Glyph { font, id, unit, x, y } in &self.glyphs {
            let mut pen = Pen { path, unit, x, y: baseline - y };
            FONTS[font].outline_glyph(id, &mut pen);
        }
    }
}

/// Splits a run where its font must change: a font is kept as long as it has the letters, so that words stay whole. A letter and its marks
/// are shaped together, so one font has all of them. What no font has shows as the box of the font it stands in.
fn by_font(text: &str) -> Vec<(usize, &str)> {
    let mut begins: Vec<usize> = Vec::new();
    for (at, letter) in text.char_indices() {
        if begins.is_empty() || !is_combining_mark(letter) {
            begins.push(at);
        }
    }
    let ends = begins.iter().skip(1).copied().chain([text.len()]);
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (&at, end) in begins.iter().zip(ends) {
        let has = |font: usize| text[at..end].chars().all(|letter| FONTS[font].glyph_index(letter).is_some());
        let current = parts.last().map(|&(font, _)| font);
        let font = match current {
            Some(font) if has(font) => font,
            _ => (0..FONTS.len()).find(|&font| has(font)).or(current).unwrap_or(0),
        };
        if current != Some(font) {
            parts.push((font, at));
        }
    }
    let ends = parts.iter().skip(1).map(|&(_, at)| at).chain([text.len()]);
    parts.iter().zip(ends).map(|(&(font, from), to)| (font, &text[from..to])).collect()
}

/// Draws glyphs, whose y goes up, on a path, whose y goes down.
struct Pen<'a> {
    path: &'a mut PathBuilder,
    unit: f32,
    x: f32,
    y: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.unit, self.y - y * self.unit)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
