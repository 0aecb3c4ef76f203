//! What pictures promise: upright, small, silent about where they come from; and what is no picture stays out.

use image::{Rgb, Rgba};

use super::*;

/// A landscape whose left half is red and right half blue.
fn landscape(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(
        width,
        height,
        |x, _| if x < width / 2 { Rgb([200, 30, 20]) } else { Rgb([20, 30, 200]) },
    )
}

/// Noise, as a photo's grain: far more colours than a drawing.
fn photo(width: u32, height: u32) -> RgbImage {
    let mut state = 7_u32;
    RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
    })
}

fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// A JPEG with an EXIF segment: the camera held upright (orientation 6), a GPS directory with a latitude, a maker.
fn photo_with_exif(picture: RgbImage, orientation: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    let [high, low] = orientation.to_be_bytes();
    let mut tiff = [b"MM\0\x2a".as_slice(), &8_u32.to_be_bytes(), &3_u16.to_be_bytes()].concat();
    tiff.extend(entry(0x010F, 2, 4, *b"QLB\0"));
    tiff.extend(entry(0x0112, 3, 1, [high, low, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, 50_u32.to_be_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(1_u16.to_be_bytes());
    tiff.extend(entry(0x0001, 2, 2, *b"N\0\0\0"));
    tiff.extend([0; 4]);
    tiff.extend(b"48.9362N 2.3574E");
    let body = [b"Exif\0\0".as_slice(), &tiff].concat();
    let length = u16::try_from(body.len() + 2).expect("a short segment").to_be_bytes();
    let jpeg = written(picture, ImageFormat::Jpeg);
    [&jpeg[..2], &[0xFF, 0xE1], &length, &body, &jpeg[2..]].concat()
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[test]
fn a_photo_comes_upright_and_says_nothing_of_its_origin() {
    let file = photo_with_exif(landscape(400, 200), 6);
    assert!(holds(&file, b"Exif") && holds(&file, b"48.9362N"), "The file tells where it was taken.");
    let kept = normalise(&file).expect("a photo");
    assert_eq!((kept.width, kept.height), (200, 400), "A camera held upright gives an upright picture.");
    for secret in [b"Exif".as_slice(), b"48.9362N", b"QLB", b"MM\0\x2a"] {
        assert!(!holds(&kept.bytes, secret), "Nothing of a photo's metadata enters the workspace.");
    }
    let shown = image::load_from_memory(&kept.bytes).expect("what is kept is a picture").into_rgb8();
    assert_eq!(shown.dimensions(), (200, 400), "Its pixels lie as they are shown.");
    let (top, bottom) = (shown.get_pixel(100, 20), shown.get_pixel(100, 380));
    assert!(
        top.0[0] > 150 && bottom.0[2] > 150,
        "Turned by a quarter to the right, left is up: {top:?} {bottom:?}"
    );
    assert_eq!(
        kept.hash,
        blake3::hash(&kept.bytes).to_hex().to_string(),
        "The hash is that of what is kept."
    );
}

#[test]
fn every_orientation_is_known() {
    for orientation in 1..=8 {
        let kept = normalise(&photo_with_exif(landscape(60, 30), orientation)).expect("a photo");
        let upright = if orientation < 5 { (60, 30) } else { (30, 60) };
        assert_eq!((kept.width, kept.height), upright, "EXIF orientation {orientation} is honoured.");
    }
}

#[test]
fn large_pictures_shrink_and_small_ones_do_not_grow() {
    let kept = normalise(&written(photo(3_000, 1_000), ImageFormat::Jpeg)).expect("a photo");
    assert_eq!(
        (kept.width, kept.height, kept.mime),
        (2_048, 683, "image/jpeg"),
        "The longer side is at most 2,048 px."
    );
    let kept = normalise(&written(landscape(40, 5_000), ImageFormat::Png)).expect("a strip");
    assert_eq!((kept.width, kept.height), (16, 2_048), "Upright pictures too.");
    let kept = normalise(&written(landscape(31, 17), ImageFormat::Png)).expect("a small one");
    assert_eq!(
        (kept.width, kept.height, kept.mime),
        (31, 17, "image/png"),
        "A small picture stays as it is."
    );
}

#[test]
fn transparency_stays_and_does_not_darken_edges() {
    let disc = RgbaImage::from_fn(4_096, 64, |x, _| {
        if x < 2_048 { Rgba([255, 255, 255, 255]) } else { Rgba([0, 0, 0, 0]) }
    });
    let kept = normalise(&written(disc, ImageFormat::Png)).expect("a cut-out");
    assert_eq!(kept.mime, "image/png", "What shows through needs PNG.");
    let shown = image::load_from_memory(&kept.bytes).expect("a picture").into_rgba8();
    assert_eq!(shown.get_pixel(2_000, 16).0[3], 0, "What was transparent stays so.");
    assert!(
        shown.pixels().all(|pixel| pixel.0[3] < 8 || pixel.0[0] > 230),
        "Black that cannot be seen does not bleed into the edge."
    );
    let opaque = RgbaImage::from_pixel(50, 50, Rgba([9, 9, 9, 255]));
    let kept = normalise(&written(opaque, ImageFormat::WebP)).expect("WebP is taken");
    assert!(
        !image::load_from_memory(&kept.bytes).expect("a picture").color().has_alpha(),
        "Alpha that hides nothing is dropped."
    );
}

#[test]
fn equal_files_give_equal_hashes() {
    let file = written(photo(300, 200), ImageFormat::Png);
    let kept = normalise(&file).expect("a photo");
    assert_eq!(kept.mime, "image/jpeg", "A photo is kept as JPEG, whatever it came as.");
    assert_eq!(kept.hash, normalise(&file).expect("again").hash, "One picture brought twice is kept once.");
}

/// A PNG whose header announces what its few bytes do not hold.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut png = written(RgbImage::new(1, 1), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

/// CRC-32 of PNG chunks.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, &byte| {
        (0..8).fold(
            sum ^ u32::from(byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    })
}

#[test]
fn bombs_are_refused_before_they_are_decoded() {
    for (width, height) in [(30_000, 30_000), (2_000_000, 400), (i32::MAX as u32, i32::MAX as u32)] {
        let refused = normalise(&bomb(width, height));
        assert!(
            matches!(refused, Err(MediaError::TooLarge { .. })),
            "{width} × {height} is too large: {refused:?}"
        );
    }
    let heavy = [written(landscape(8, 8), ImageFormat::Png), vec![0; MAX_BYTES]].concat();
    assert!(
        matches!(normalise(&heavy), Err(MediaError::TooLarge { .. })),
        "A file above the limit is not even looked at."
    );
}

#[test]
fn what_is_no_picture_of_ours_is_refused_by_content() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".as_slice();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".as_slice();
    let gif =
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;".as_slice();
    let bmp = b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0".as_slice();
    for (what, file) in [
        ("GIF", gif),
        ("SVG", svg),
        ("HEIC", heic),
        ("BMP", bmp),
        ("text", b"photo.png".as_slice()),
        ("nothing", b""),
    ] {
        let refused = normalise(file);
        assert!(matches!(refused, Err(MediaError::Type)), "{what} is not taken: {refused:?}");
    }
}

#[test]
fn torn_pictures_are_refused_at_any_place() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = written(photo(200, 120), format);
        normalise(&whole).expect("the whole picture is taken");
        for part in 1..16 {
            let torn = &whole[..whole.len() * part / 16];
            let refused = normalise(torn);
            assert!(
                matches!(refused, Err(MediaError::Unreadable { .. })),
                "{part}/16 of a {format:?} is not kept: {refused:?}"
            );
        }
    }
}

#[test]
fn a_preview_inside_does_not_make_a_torn_photo_whole() {
    let jpeg = written(photo(200, 120), ImageFormat::Jpeg);
    let preview = written(landscape(16, 16), ImageFormat::Jpeg);
    let length = u16::try_from(preview.len() + 2).expect("a short segment").to_be_bytes();
    let whole = [&jpeg[..2], &[0xFF, 0xE1], &length, &preview, &jpeg[2..]].concat();
    normalise(&whole).expect("a photo with a preview is taken");
    normalise(&[&whole[..], b"ftypmp4 a film after the picture"].concat())
        .expect("what follows the picture does not count");
    let refused = normalise(&whole[..whole.len() - 3_000]);
    assert!(
        matches!(refused, Err(MediaError::Unreadable { source: None })),
        "The preview's end is not the photo's end: {refused:?}"
    );
}

#[test]
fn compressed_words_of_a_png_are_never_opened() {
    let plain = written(landscape(40, 20), ImageFormat::Png);
    // Behind the header (8 + 25 bytes): three chunks whose contents no reader could open.
    let (head, rest) = plain.split_at(33);
    let mut file = head.to_vec();
    for name in [b"iCCP", b"zTXt", b"iTXt"] {
        file.extend(5_u32.to_be_bytes());
        file.extend(name);
        file.extend(b"a\0\0\xff\xff");
        file.extend([0; 4]);
    }
    file.extend(rest);
    assert_eq!(without_words(&file), plain, "they are dropped before anything is decoded");
    assert_eq!(normalise(&file).expect("a picture").hash, normalise(&plain).expect("a picture").hash);
    for torn in [&file[..3], &file[..10], &file[..40]] {
        assert!(normalise(torn).is_err(), "and what is torn stays torn");
    }
}
