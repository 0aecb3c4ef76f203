//! How many pixels the pictures of a PDF have, before any of them is decoded: a file of some kilobytes may ask for gigabytes.

use hayro::{
    hayro_interpret::{
        BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings,
        Paint, PathDrawMode, SoftMask, font::Glyph, interpret_page,
    },
    hayro_syntax::{
        Filter, Pdf,
        object::{Array, Dict, Object, Stream},
        page::Page,
    },
    vello_cpu::kurbo::{Affine, BezPath, Rect},
};

/// A page that a copier took apart has the writing in a picture of its own, over that of the paper.
const LAYERS: u64 = 2;

/// Whether every picture has at most so many pixels, and what is drawn on each page at most twice as many in all.
pub fn fit(pdf: &Pdf, most: u64) -> bool {
    let small = |object: Object<'_>| match object {
        Object::Stream(stream) => pixels(&stream).is_some_and(|pixels| pixels <= most),
        _ => true,
    };
    pdf.objects().into_iter().all(small) && pdf.pages().iter().all(|page| drawn(page) <= most * LAYERS)
}

/// Pixels of a picture, by its dictionary or by what its bytes say of themselves, whichever is more; 0 where it is no picture, and `None`
/// where only decoding it would tell.
fn pixels(stream: &Stream<'_>) -> Option<u64> {
    let dict = stream.dict();
    let side = |names: [&str; 2]| names.iter().filter_map(|name| dict.get::<u32>(name)).max();
    let (Some(width), Some(height)) = (side(["W", "Width"]), side(["H", "Height"])) else { return Some(0) };
    let (bytes, filters) = (stream.raw_data(), stream.filters());
    let params = ["DP", "DecodeParms"].iter().find_map(|name| {
        let alone = dict.get::<Dict<'_>>(name);
        alone.or_else(|| dict.get::<Array<'_>>(name)?.iter::<Object<'_>>().last()?.into_dict())
    });
    let params = params.unwrap_or_default();
    // A JPEG is cut to what the dictionary says; these are not.
    let own = match filters.last() {
        Some(Filter::Jbig2Decode | Filter::JpxDecode) if filters.len() > 1 => return None,
        Some(Filter::Jbig2Decode) => jbig2(&bytes, &params),
        Some(Filter::JpxDecode) => jpeg_2000(&bytes),
        Some(Filter::CcittFaxDecode) => {
            let (columns, rows) = (params.get::<u32>("Columns"), params.get::<u32>("Rows"));
            Some((columns.unwrap_or(width), rows.unwrap_or(height)))
        }
        _ => None,
    };
    let area = |(width, height)| u64::from(width) * u64::from(height);
    Some(area((width, height)).max(own.map_or(0, area)))
}

fn jbig2(bytes: &[u8], params: &Dict<'_>) -> Option<(u32, u32)> {
    let shared = params.get::<Stream<'_>>("JBIG2Globals").and_then(|shared| shared.decoded().ok());
    let picture = hayro_jbig2::Image::new_embedded(bytes, shared.as_deref()).ok()?;
    Some((picture.width(), picture.height()))
}

fn jpeg_2000(bytes: &[u8]) -> Option<(u32, u32)> {
    let picture = hayro_jpeg2000::Image::new(bytes, &hayro_jpeg2000::DecodeSettings::default()).ok()?;
    Some((picture.width(), picture.height()))
}

/// Pixels of all pictures that are drawn on a page, as often as each is: until it is painted, all of them are in memory.
fn drawn<'a>(page: &'a Page<'a>) -> u64 {
    let (cache, mut seen) = (InterpreterCache::new(), Drawn(0));
    let (width, height) = page.render_dimensions();
    let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context =
        Context::new(Affine::IDENTITY, whole, &cache, page.xref(), InterpreterSettings::default());
    interpret_page(page, &mut context, &mut seen);
    seen.0
}

/// Draws nothing, and counts the pixels of pictures.
struct Drawn(u64);

impl<'a> Device<'a> for Drawn {
    fn draw_image(&mut self, image: Image<'a, '_>, _: Affine) {
        self.0 = self.0.saturating_add(u64::from(image.width()) * u64::from(image.height()));
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph(&mut self, _: &Glyph<'a>, _: Affine, _: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
