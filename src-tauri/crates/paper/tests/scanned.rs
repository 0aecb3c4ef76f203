//! Sheets that come back from a scanner, as office machines write them: a JPEG on each page.
#![allow(clippy::unwrap_used, reason = "a test stops where it stands")]

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use ql_paper::{MOST_PAGES, ScanError, is_pdf, scanned_pages};

/// Pixels a picture may have.
const MOST: u64 = 50_000_000;
const RED: Rgb<u8> = Rgb([200, 30, 40]);

/// An upright page, red above and white below.
fn jpeg() -> Vec<u8> {
    let page = RgbImage::from_fn(210, 297, |_, y| if y < 148 { RED } else { Rgb([255, 255, 255]) });
    let mut bytes = Vec::new();
    page.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    bytes
}

/// A PDF of so many pages, each turned by so many degrees.
fn pdf(pages: usize, turned: u32) -> Vec<u8> {
    drawn(pages, turned, JPEG, &jpeg(), b"q 595 0 0 842 0 0 cm /Page Do Q")
}

const JPEG: &str = "/Width 210 /Height 297 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";

/// The same, with a picture of one's own, and how each page draws it.
fn drawn(pages: usize, turned: u32, picture: &str, bytes: &[u8], draw: &[u8]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", 5 + page)).collect();
    let stream = |head: String, body: &[u8]| {
        let mut object = format!("<< {head} /Length {} >>\nstream\n", body.len()).into_bytes();
        object.extend(body);
        object.extend(b"\nendstream");
        object
    };
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count {pages} /Kids [{}] >>", kids.join(" ")).into_bytes(),
        stream(format!("/Type /XObject /Subtype /Image {picture}"), bytes),
        stream(String::new(), draw),
    ];
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {turned} /Resources << /XObject << /Page 3 0 R >> >> /Contents 4 0 R >>"
    );
    objects.extend((0..pages).map(|_| page.clone().into_bytes()));
    let (mut file, mut places) = (b"%PDF-1.4\n".to_vec(), Vec::new());
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n").as_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let begins = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").as_bytes());
    }
    let trailer =
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{begins}\n%%EOF\n", objects.len() + 1);
    file.extend(trailer.as_bytes());
    file
}

fn is_red(page: &RgbImage, x: u32, y: u32) -> bool {
    page.get_pixel(x, y).0.iter().zip(RED.0).all(|(seen, red)| seen.abs_diff(red) < 12)
}

#[test]
fn each_page_is_a_picture_large_enough_to_read_a_signature() {
    let file = pdf(2, 0);
    assert!(is_pdf(&file) && !is_pdf(&jpeg()));
    let pages = scanned_pages(&file, MOST).unwrap();
    assert_eq!(pages.len(), 2);
    for page in pages {
        let page = image::load_from_memory(&page).unwrap().to_rgb8();
        assert_eq!(page.height(), 2_048, "{} × {}", page.width(), page.height());
        assert!(is_red(&page, 700, 300) && !is_red(&page, 700, 1_700), "it is upright, and in colour");
    }
}

#[test]
fn a_page_the_scanner_turned_is_upright() {
    let pages = scanned_pages(&pdf(1, 90), MOST).unwrap();
    let page = image::load_from_memory(&pages[0]).unwrap().to_rgb8();
    assert_eq!(page.width(), 2_048);
    assert!(is_red(&page, 1_700, 700) && !is_red(&page, 300, 700), "its top is on the right");
}

#[test]
fn what_is_no_whole_sheet_is_refused_and_stops_nothing() {
    assert_eq!(scanned_pages(&pdf(MOST_PAGES + 1, 0), MOST), Err(ScanError::TooLong(MOST_PAGES + 1)));
    assert_eq!(scanned_pages(&pdf(0, 0), MOST), Err(ScanError::Unreadable));
    assert_eq!(scanned_pages(b"%PDF-1.7\nhello", MOST), Err(ScanError::Unreadable));
    let whole = pdf(1, 0);
    for end in (0..whole.len()).step_by(97) {
        assert_eq!(scanned_pages(&whole[..end], MOST), Err(ScanError::Unreadable), "cut at {end}");
    }
    // The picture of a page is not one: the page would be white.
    let mut holed = whole.clone();
    let begins = holed.windows(3).position(|part| part == [0xFF, 0xD8, 0xFF]).unwrap();
    holed[begins..begins + 400].fill(0);
    assert_eq!(scanned_pages(&holed, MOST), Err(ScanError::Unreadable));
}

#[test]
fn a_picture_in_it_is_as_large_as_a_picture_may_be() {
    let plain = b"q 595 0 0 842 0 0 cm /Page Do Q";
    let grey =
        |side: u32| format!("/Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 1");
    let refused = [
        drawn(1, 0, &grey(20_000), b"", plain),
        // What the dictionary says of the picture is not what is in it.
        drawn(1, 0, &format!("{} /W 20000 /H 20000", grey(10)), b"", plain),
        drawn(
            1,
            0,
            &format!(
                "{} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>",
                grey(10)
            ),
            b"",
            plain,
        ),
        drawn(1, 0, &format!("{} /Filter /JPXDecode", grey(10)), &jpeg_2000(20_000), plain),
        drawn(1, 0, &format!("{} /Filter /JBIG2Decode", grey(10)), &jbig2(20_000), plain),
        drawn(1, 0, &format!("{} /Filter [/FlateDecode /JBIG2Decode]", grey(10)), b"", plain),
        // Each is small enough: all of a page are in memory.
        drawn(1, 0, &grey(7_000), b"", &plain.repeat(3)),
        drawn(1, 0, JPEG, &jpeg(), b"BI /W 20000 /H 20000 /BPC 1 /CS /G ID \0 EI"),
    ];
    for (number, file) in refused.iter().enumerate() {
        assert_eq!(scanned_pages(file, MOST), Err(ScanError::TooLarge), "{number}");
    }
    // A page in two layers, as copiers write it.
    let file = drawn(1, 0, &grey(1_000), &vec![0; 125_000], &plain.repeat(2));
    assert_eq!(scanned_pages(&file, 1_000_000).map(|pages| pages.len()), Ok(1));
    assert_eq!(scanned_pages(&file, 999_999), Err(ScanError::TooLarge));
}

/// The beginning of a JPEG 2000 of one tile, whose one component has so many pixels a side.
fn jpeg_2000(side: u32) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0x4F, 0xFF, 0x51, 0, 41, 0, 0];
    for number in [side, side, 0, 0, side, side, 0, 0] {
        bytes.extend(number.to_be_bytes());
    }
    bytes.extend([0, 1, 7, 1, 1]);
    // How it is coded, and how quantised; then its first tile.
    bytes.extend([0xFF, 0x52, 0, 12, 0, 0, 0, 1, 0, 5, 4, 4, 0, 0]);
    bytes.extend([0xFF, 0x5C, 0, 19, 0x40]);
    bytes.extend([0x40; 16]);
    bytes.extend([0xFF, 0x90, 0, 10, 0, 0, 0, 0, 0, 14, 0, 1, 0xFF, 0x93, 0xFF, 0xD9]);
    bytes
}

/// A JBIG2 of one page without anything on it, with so many pixels a side.
fn jbig2(side: u32) -> Vec<u8> {
    let mut bytes = vec![0, 0, 0, 0, 48, 0, 1, 0, 0, 0, 19];
    for number in [side, side, 0, 0] {
        bytes.extend(number.to_be_bytes());
    }
    bytes.extend([0, 0, 0]);
    bytes
}
