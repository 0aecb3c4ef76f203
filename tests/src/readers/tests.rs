//! The readers on files that are written here by hand, so that their own mistakes do not look like the app's.

use std::fs;

use super::*;

const PAGE: &str = "%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 144 72]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 40>> stream
BT /F 20 Tf 10 30 Td (Plan 1A) Tj ET    
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
6 0 obj <</Title(Le bus 14)>> endobj
trailer <</Root 1 0 R/Info 6 0 R>>
";

#[test]
fn a_pdf_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bus 14.pdf");
    fs::write(&path, PAGE).unwrap();
    assert_eq!(pdf_text(&path, 1).trim(), "Plan 1A");
    let info = pdf_info(&path);
    assert_eq!((info["Pages"].as_str(), info["Title"].as_str()), ("1", "Le bus 14"), "{info:?}");
    assert!(info["Page size"].starts_with("144 x 72"), "{info:?}");
    let [font] = &pdf_fonts(&path)[..] else { panic!("one font") };
    assert_eq!((font.name.as_str(), font.embedded), ("Helvetica", false), "{font:?}");
    for print in [Print::Colours, Print::Greys, Print::OneBit] {
        let png = fs::read(pdf_page_png(&path, 1, 72, print)).unwrap();
        // Width and height stand in the first chunk of a PNG.
        assert_eq!(
            &png[16..24],
            [0, 0, 0, 144, 0, 0, 0, 72],
            "72 dots per inch are a dot per point: {print:?}"
        );
    }
}

#[test]
fn kinds_of_fonts_have_spaces() {
    let line = "ABCDEF+Noto Sans";
    assert!(std::panic::catch_unwind(|| font(line)).is_err(), "a line that is not understood is no font");
    let line = "KKZIVP+Readex-Regular  CID Type 0C (OT)  Identity-H  yes yes no  12  0";
    let kind = "CID Type 0C (OT)".to_owned();
    assert_eq!(
        font(line),
        Font { name: "KKZIVP+Readex-Regular".to_owned(), kind, embedded: true, unicode: false }
    );
}

#[test]
fn a_csv_is_read_by_two_programs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plans.csv");
    fs::write(&path, "\u{feff}Plan,Durée\r\n\"a;\"\"b\"\"\nc\",0:01:34\r\n=1+1,'=1+1\r\n").unwrap();
    let rows = csv_rows(&path);
    assert_eq!(rows[0], ["Plan", "Durée"], "the mark is no part of the heading");
    assert_eq!(rows[1], ["a;\"b\"\nc", "0:01:34"]);
    let shown = office_csv(&path);
    assert!(shown.contains("00:01:34"), "LibreOffice reads a time: {shown}");
    assert!(shown.contains("\n2,"), "it runs what begins like a formula, which is what we look for: {shown}");
}

#[test]
#[should_panic(expected = "ended with")]
fn a_file_that_is_none_is_said() {
    sheet(Path::new("/nowhere/at all.xlsx"));
}
