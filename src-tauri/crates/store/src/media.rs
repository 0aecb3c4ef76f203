//! Pictures brought into a drawing, made into what we keep: upright, at most 2,048 px, without metadata, JPEG or PNG.
//!
//! What a file is, its bytes say, never its name. What is too large is refused by its header, before a pixel is decoded. Nothing of the
//! file's own bytes is kept: where and when a photo was taken, by whom and with what does not enter the workspace. Several pages or frames
//! count as their first.

use std::{borrow::Cow, io::Cursor};

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader,
    Limits, RgbImage, RgbaImage,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType, PngEncoder},
    },
    error::LimitErrorKind,
    imageops,
    metadata::Orientation,
};
use thiserror::Error;

/// Largest file taken, in bytes.
pub const MAX_BYTES: usize = 40 * 1024 * 1024;
/// Most pixels taken, width times height.
pub const MAX_PIXELS: u64 = 50_000_000;
/// Longer side of what is kept.
pub const LONGER_SIDE: u32 = 2_048;

/// Memory a decoder may take: fifty million pixels of four bytes, and as much again for its own needs.
const MAX_MEMORY: u64 = MAX_PIXELS * 8;
/// Where blocks of JPEG begin not to show.
const JPEG_QUALITY: u8 = 88;
/// A picture with no more colours than this is drawn, not photographed, and PNG may be the smaller.
const FEW_COLOURS: usize = 4_096;

/// A picture as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Normalised {
    /// BLAKE3 of the bytes, 64 hexadecimal digits.
    pub hash: String,
    /// `image/jpeg` or `image/png`.
    pub mime: &'static str,
    /// In pixels, upright.
    pub width: u32,
    /// In pixels, upright.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Normalised {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { hash, mime, width, height, bytes } = self;
        write!(f, "Normalised({mime}, {width} × {height}, {} bytes, {hash})", bytes.len())
    }
}

/// Why a file is not taken as a picture.
#[derive(Debug, Error)]
pub enum MediaError {
    /// Neither PNG, JPEG nor WebP.
    #[error("the file is not a PNG, JPEG or WebP picture")]
    Type,
    /// It begins as a picture and cannot be read to its end.
    #[error("the picture cannot be read")]
    Unreadable {
        /// What its decoder said; nothing when the file just ends too early.
        #[source]
        source: Option<ImageError>,
    },
    /// Above [`MAX_BYTES`], [`MAX_PIXELS`] or the memory a picture may take.
    #[error("the picture is too large: {pixels} pixels, {bytes} bytes")]
    TooLarge {
        /// Width times height, 0 when it was not even looked at.
        pixels: u64,
        /// Size of the file.
        bytes: usize,
    },
}

/// Makes what we keep of a file. Takes a while for a large photo: not for the thread that answers people.
///
/// # Errors
/// Each [`MediaError`]; a part of a picture is never kept.
pub fn normalise(file: &[u8]) -> Result<Normalised, MediaError> {
    if file.len() > MAX_BYTES {
        return Err(MediaError::TooLarge { pixels: 0, bytes: file.len() });
    }
    let format = image::guess_format(file).map_err(|_| MediaError::Type)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) {
        return Err(MediaError::Type);
    }
    // The decoder fills what is missing of a JPEG with grey: whether it is whole must be seen before.
    if format == ImageFormat::Jpeg && !ends(file) {
        return Err(MediaError::Unreadable { source: None });
    }
    let bare = if format == ImageFormat::Png { without_words(file) } else { Cow::Borrowed(file) };
    let upright = shrink(decode(&bare, format)?);
    let (width, height) = (upright.width(), upright.height());
    let (mime, bytes) = encode(&upright)?;
    Ok(Normalised { hash: blake3::hash(&bytes).to_hex().to_string(), mime, width, height, bytes })
}

fn decode(file: &[u8], format: ImageFormat) -> Result<DynamicImage, MediaError> {
    let refused = |pixels: u64| {
        move |error: ImageError| match error {
            ImageError::Limits(limit) if !matches!(limit.kind(), LimitErrorKind::Unsupported { .. }) => {
                MediaError::TooLarge { pixels, bytes: file.len() }
            }
            source => MediaError::Unreadable { source: Some(source) },
        }
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused(0))?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS {
        return Err(MediaError::TooLarge { pixels, bytes: file.len() });
    }
    // A picture whose metadata is broken is shown as it lies.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused(pixels))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// Eight bits a channel, grey as RGB, alpha only where something shows through, no side above [`LONGER_SIDE`].
fn shrink(picture: DynamicImage) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    let scale = f64::from(LONGER_SIDE) / f64::from(width.max(height));
    let side = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    let transparent = picture.color().has_alpha();
    if !transparent {
        let picture = picture.into_rgb8();
        return if scale < 1.0 { resize(&picture, side(width), side(height)).into() } else { picture.into() };
    }
    let mut picture = picture.into_rgba8();
    if scale < 1.0 {
        // What cannot be seen has a colour too: weighted by its alpha, it does not bleed into the edges.
        premultiply(&mut picture);
        picture = imageops::resize(&picture, side(width), side(height), imageops::FilterType::CatmullRom);
        unmultiply(&mut picture);
    }
    if picture.pixels().all(|pixel| pixel.0[3] == 255) {
        DynamicImage::from(picture).into_rgb8().into()
    } else {
        picture.into()
    }
}

fn resize(picture: &RgbImage, width: u32, height: u32) -> RgbImage {
    imageops::resize(picture, width, height, imageops::FilterType::CatmullRom)
}

fn premultiply(picture: &mut RgbaImage) {
    for [red, green, blue, alpha] in picture.pixels_mut().map(|pixel| &mut pixel.0) {
        for colour in [red, green, blue] {
            *colour = ((u16::from(*colour) * u16::from(*alpha) + 127) / 255) as u8;
        }
    }
}

fn unmultiply(picture: &mut RgbaImage) {
    for [red, green, blue, alpha] in
        picture.pixels_mut().map(|pixel| &mut pixel.0).filter(|pixel| pixel[3] > 0)
    {
        for colour in [red, green, blue] {
            *colour = ((u16::from(*colour) * 255 + u16::from(*alpha) / 2) / u16::from(*alpha)).min(255) as u8;
        }
    }
}

/// PNG where something shows through; JPEG for photos; of a drawing with few colours, the smaller of the two.
fn encode(picture: &DynamicImage) -> Result<(&'static str, Vec<u8>), MediaError> {
    let failed = |source| MediaError::Unreadable { source: Some(source) };
    if picture.color().has_alpha() {
        return Ok(("image/png", encode_png(picture).map_err(failed)?));
    }
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY).encode_image(picture).map_err(failed)?;
    if has_few_colours(picture) {
        let png = encode_png(picture).map_err(failed)?;
        if png.len() <= jpeg.len() {
            return Ok(("image/png", png));
        }
    }
    Ok(("image/jpeg", jpeg))
}

fn encode_png(picture: &DynamicImage) -> Result<Vec<u8>, ImageError> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    let colours =
        if picture.color().has_alpha() { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    encoder.write_image(picture.as_bytes(), picture.width(), picture.height(), colours)?;
    Ok(bytes)
}

fn has_few_colours(picture: &DynamicImage) -> bool {
    let (pixels, _) = picture.as_bytes().as_chunks::<3>();
    let mut seen = std::collections::HashSet::new();
    pixels.chunk_by(|a, b| a == b).all(|run| {
        seen.insert(run[0]);
        seen.len() <= FEW_COLOURS
    })
}

/// A PNG without its compressed words and colour profile: none of it is kept, and a few kilobytes of it may open into gigabytes. Source: PNG
/// specification, sections 5.3 and 11.3.
fn without_words(file: &[u8]) -> Cow<'_, [u8]> {
    const DROPPED: [&[u8]; 3] = [b"iCCP", b"zTXt", b"iTXt"];
    let Some((signature, mut rest)) = file.split_at_checked(8) else { return Cow::Borrowed(file) };
    let mut bare = signature.to_vec();
    // Length, name, what it holds, checksum.
    while let Some(length) = rest.first_chunk::<4>() {
        let whole = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX).saturating_add(12);
        let Some((chunk, after)) = rest.split_at_checked(whole) else { break };
        if !DROPPED.contains(&&chunk[4..8]) {
            bare.extend_from_slice(chunk);
        }
        rest = after;
    }
    bare.extend_from_slice(rest);
    Cow::Owned(bare)
}

/// Whether a JPEG has the end of its picture. Segments are stepped over, so that a preview inside one does not count; bytes after the end
/// are allowed, phones put films there. Source: ITU-T T.81, annex B.
fn ends(file: &[u8]) -> bool {
    let mut rest = &file[2.min(file.len())..];
    loop {
        // Up to the next marker, over what is between: pixels (0xFF stuffed with 0), restarts and fill bytes.
        let Some(at) = rest
            .windows(2)
            .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF | 0x01 | 0xD0..=0xD8))
        else {
            return false;
        };
        if rest[at + 1] == 0xD9 {
            return true;
        }
        let Some(&[high, low]) = rest.get(at + 2..at + 4).and_then(|length| length.first_chunk()) else {
            return false;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let Some(after) = rest.get(at + 2 + length.max(2)..) else { return false };
        rest = after;
    }
}

#[cfg(test)]
#[path = "media_tests.rs"]
mod tests;
