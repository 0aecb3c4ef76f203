//! The photo behind a drawing, as a printer takes it: no larger than it is printed, and in black alone as dots, never as grey.

use std::io::Cursor;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use image::{
    DynamicImage, GrayImage, ImageFormat, Luma,
    imageops::{self, BiLevel, FilterType},
};

/// Dots an inch of a photo in black alone: coarse enough that each is printed, fine enough for a face.
const DOTS: f64 = 200.0;
/// Dots an inch of a photo in colour.
const COLOURS: f64 = 220.0;
const INCH: f64 = 25.4;
/// Behind ink a photo is a guide: its darks are lifted, so that the ink over them is seen.
const LIFT: f32 = 0.35;

/// The photo as the address of its data, `width` millimetres of paper wide; `None` when it cannot be read.
pub(crate) fn printed(bytes: &[u8], width: f64, colours: bool) -> Option<String> {
    let picture = image::load_from_memory(bytes).ok()?;
    let most = (width / INCH * if colours { COLOURS } else { DOTS }).round().max(1.0) as u32;
    let small = if picture.width() > most {
        let height =
            (f64::from(picture.height()) * f64::from(most) / f64::from(picture.width())).round().max(1.0);
        picture.resize_exact(most, height as u32, FilterType::Triangle)
    } else {
        picture
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
