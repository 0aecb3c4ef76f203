//! The pixels of a canvas as PNG. A drawing without a photo behind has few colours, mostly one at its paler and paler edges: by a palette
//! it is half as large, and made in half the time.

use std::collections::{HashMap, hash_map::Entry};

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use rustc_hash::FxBuildHasher;
use tiny_skia::Pixmap;

/// As many colours as a palette holds.
const MOST: usize = 256;

/// Made hundreds at a time, so packed quickly; what nobody drew on packs smallest without a filter.
pub(super) fn encode(canvas: &Pixmap) -> Vec<u8> {
    let (pixels, _) = canvas.data().as_chunks::<4>();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, canvas.width(), canvas.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::Level(1));
    encoder.set_filter(Filter::NoFilter);
    let packed = if let Some(Indexed { palette, pixels }) = indexed(pixels) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(
            palette.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<_>>(),
        );
        encoder.set_trns(palette.iter().map(|[.., alpha]| *alpha).collect::<Vec<_>>());
        pixels
    } else {
        encoder.set_color(ColorType::Rgba);
        pixels.iter().flat_map(|pixel| straight(*pixel)).collect()
    };
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&packed))
        .expect("a canvas in memory has nothing that could fail to be written");
    bytes
}

/// The colours of a picture, and of each pixel which of them it has.
struct Indexed {
    palette: Vec<[u8; 4]>,
    pixels: Vec<u8>,
}

/// None where there are more colours than a palette holds.
fn indexed(pixels: &[[u8; 4]]) -> Option<Indexed> {
    let mut palette = Vec::new();
    let mut places: HashMap<u32, u8, FxBuildHasher> = HashMap::default();
    let mut indices = Vec::with_capacity(pixels.len());
    // Most pixels are like the one before.
    for run in pixels.chunk_by(|one, next| one == next) {
        let place = match places.entry(u32::from_le_bytes(run[0])) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(_) if palette.len() == MOST => return None,
            Entry::Vacant(new) => {
                palette.push(straight(run[0]));
                *new.insert((palette.len() - 1) as u8)
            }
        };
        indices.resize(indices.len() + run.len(), place);
    }
    Some(Indexed { palette, pixels: indices })
}

/// A pixel as PNG has it: its colours are not yet made paler by its alpha.
fn straight(pixel: [u8; 4]) -> [u8; 4] {
    let alpha = u16::from(pixel[3]);
    if !(1..255).contains(&alpha) {
        return pixel;
    }
    let [red, green, blue] =
        [0, 1, 2].map(|channel: usize| ((u16::from(pixel[channel]) * 255 + alpha / 2) / alpha) as u8);
    [red, green, blue, pixel[3]]
}
