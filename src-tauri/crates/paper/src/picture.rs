//! The photo behind a drawing, as a printer takes it: no larger than it is printed, and in black alone as dots, never as grey.

use std::io::Cursor;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use image::{
    DynamicImage, GrayImage, ImageFormat, Luma,
    imageops::{self, BiLevel, FilterType},
};

/// Dots an inch of a photo in black alone: each is a whole number of those of a printer of 300, 600 or 1,200, or there would be bands.
const DOTS: f64 = 150.0;
/// Dots an inch of a photo in colour.
const COLOURS: f64 = 220.0;
const INCH: f64 = 25.4;
/// Behind ink a photo is a guide: its darks are lifted, so that the ink over them is seen.
const LIFT: f32 = 0.35;

/// The photo as the address of its data, as large as it can be in a frame of this width and height, in millimetres; `None` when it cannot
/// be read. In black alone every photo has the same dots, a small one too.
pub(crate) fn printed(bytes: &[u8], frame: (f64, f64), colours: bool) -> Option<String> {
    let picture = image::load_from_memory(bytes).ok()?;
    let (wide, high) = (f64::from(picture.width().max(1)), f64::from(picture.height().max(1)));
    let printed = (frame.0 / wide).min(frame.1 / high) / INCH * if colours { COLOURS } else { DOTS };
    let small = if colours && printed >= 1.0 {
        picture
    } else {
        let side = |length: f64| (length * printed).round().max(1.0) as u32;
        picture.resize_exact(side(wide), side(high), FilterType::Triangle)
    };
    let mut out = Cursor::new(Vec::new());
    if colours {
        on_paper(&small).to_rgb8().write_to(&mut out, ImageFormat::Jpeg).ok()?;
        return Some(format!("data:image/jpeg;base64,{}", STANDARD.encode(out.into_inner())));
    }
    let mut dots: GrayImage = on_paper(&small).to_luma8();
    for Luma([light]) in dots.pixels_mut() {
        *light = (f32::from(*light) + (255.0 - f32::from(*light)) * LIFT) as u8;
    }
    imageops::dither(&mut dots, &BiLevel);
    dots.write_to(&mut out, ImageFormat::Png).ok()?;
    Some(format!("data:image/png;base64,{}", STANDARD.encode(out.into_inner())))
}

/// Laid on white: paper shows through what is transparent.
fn on_paper(picture: &DynamicImage) -> DynamicImage {
    let mut paper = image::RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255; 4]));
    imageops::overlay(&mut paper, &picture.to_rgba8(), 0, 0);
    paper.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(width: u32, height: u32) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        image::RgbImage::from_pixel(width, height, image::Rgb([120; 3]))
            .write_to(&mut out, ImageFormat::Png)
            .expect("memory takes it");
        out.into_inner()
    }

    fn width(bytes: &[u8], frame: (f64, f64), colours: bool) -> u32 {
        let href = printed(bytes, frame, colours).expect("it can be read");
        let data = href.split_once(',').expect("data").1;
        image::load_from_memory(&STANDARD.decode(data).expect("base64")).expect("a picture").width()
    }

    #[test]
    fn in_black_alone_dots_have_one_size_whatever_the_photo() {
        let frame = (86.0, 48.375);
        // Upright, as from a phone, it is as high as the frame, and 27.2 mm wide.
        assert_eq!(width(&photo(1080, 1920), frame, false), 161);
        assert_eq!(width(&photo(1920, 1080), frame, false), 508);
        assert_eq!(width(&photo(64, 36), frame, false), 508, "a small one is not printed as large squares");
        assert_eq!(width(&photo(64, 36), frame, true), 64, "in colour it gets no larger file for nothing");
        assert_eq!(width(&photo(1920, 1080), frame, true), 745);
    }
}
