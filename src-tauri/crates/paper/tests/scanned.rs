//! Sheets that come back from a scanner, as office machines write them: a JPEG on each page.
#![allow(clippy::unwrap_used, reason = "a test stops where it stands")]

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use ql_paper::{MOST_PAGES, ScanError, is_pdf, scanned_pages};

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
    let jpeg = jpeg();
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", 5 + page)).collect();
    let draw = b"q 595 0 0 842 0 0 cm /Page Do Q";
    let stream = |head: String, body: &[u8]| {
        let mut object = format!("<< {head} /Length {} >>\nstream\n", body.len()).into_bytes();
        object.extend(body);
        object.extend(b"\nendstream");
        object
    };
    let image = "/Type /XObject /Subtype /Image /Width 210 /Height 297 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count {pages} /Kids [{}] >>", kids.join(" ")).into_bytes(),
        stream(image.to_owned(), &jpeg),
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
    let pages = scanned_pages(&file).unwrap();
    assert_eq!(pages.len(), 2);
    for page in pages {
        let page = image::load_from_memory(&page).unwrap().to_rgb8();
        assert_eq!(page.height(), 2_048, "{} × {}", page.width(), page.height());
        assert!(is_red(&page, 700, 300) && !is_red(&page, 700, 1_700), "it is upright, and in colour");
    }
}

#[test]
fn a_page_the_scanner_turned_is_upright() {
    let pages = scanned_pages(&pdf(1, 90)).unwrap();
    let page = image::load_from_memory(&pages[0]).unwrap().to_rgb8();
    assert_eq!(page.width(), 2_048);
    assert!(is_red(&page, 1_700, 700) && !is_red(&page, 300, 700), "its top is on the right");
}

#[test]
fn what_is_no_whole_sheet_is_refused_and_stops_nothing() {
    assert_eq!(scanned_pages(&pdf(MOST_PAGES + 1, 0)), Err(ScanError::TooLong(MOST_PAGES + 1)));
    assert_eq!(scanned_pages(&pdf(0, 0)), Err(ScanError::Unreadable));
    assert_eq!(scanned_pages(b"%PDF-1.7\nhello"), Err(ScanError::Unreadable));
    let whole = pdf(1, 0);
    for end in (0..whole.len()).step_by(97) {
        assert_eq!(scanned_pages(&whole[..end]), Err(ScanError::Unreadable), "cut at {end}");
    }
    // The picture of a page is not one: the page would be white.
    let mut holed = whole.clone();
    let begins = holed.windows(3).position(|part| part == [0xFF, 0xD8, 0xFF]).unwrap();
    holed[begins..begins + 400].fill(0);
    assert_eq!(scanned_pages(&holed), Err(ScanError::Unreadable));
}
