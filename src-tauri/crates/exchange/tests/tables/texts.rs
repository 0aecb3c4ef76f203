//! Texts in a spreadsheet, and names of sheets.

use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::{Data, Reader as _, Xlsx};
use ql_exchange::to_xlsx;

use crate::{line, part, read, table, text, written};

fn action(row: &[Data]) -> &str {
    let Data::String(text) = &row[1] else { panic!("a text must be a text, not {:?}", row[1]) };
    text
}

#[test]
fn no_text_is_a_formula_a_link_or_markup() {
    for evil in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "=HYPERLINK(\"http://x\")",
        "{=1}",
        "https://example.org",
        "<b>&amp;</b>",
        "007",
    ] {
        let bytes = written(&table(vec![line(evil)]));
        assert_eq!(action(&read(bytes.clone())[1]), evil, "a spreadsheet keeps {evil:?} as a text");
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{evil:?} does nothing: {sheet}");
    }
}

#[test]
fn what_looks_like_the_writers_own_marks_is_a_text() {
    for evil in ["<r>& <x></r>", &format!("<r>{}</r>", "&".repeat(32_760))] {
        let rows = read(written(&table(vec![line(evil)])));
        assert!(action(&rows[1]).starts_with(&evil[..6]), "runs of the writer are no way into the file");
    }
    let bytes = written(&table(vec![line("a_x0041_ _x00zz_ _xé000_ _x")]));
    let strings = part(&bytes, "xl/sharedStrings.xml");
    assert!(strings.contains("a_x005F_x0041_ _x00zz_ _xé000_ _x<"), "Excel shows what was typed: {strings}");
}

#[test]
fn long_texts_are_cut_and_that_is_told() {
    let exact = "é".repeat(32_767);
    let already = format!("{}…", "a".repeat(40_000));
    let table = table(vec![line(&"🎬".repeat(40_000)), line(&exact), line(&already)]);
    let made = to_xlsx(&table, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(made.shortened, 2, "every text that was cut is counted, none that fits");
    let rows = read(made.bytes);
    for at in [1, 3] {
        let kept = action(&rows[at]);
        assert!(kept.encode_utf16().count() <= 32_767, "no cell is longer than Excel reads");
        assert!(kept.ends_with('…'), "a cut is seen");
    }
    assert_eq!(action(&rows[2]), exact, "a text that fits is whole");
}

#[test]
fn characters_that_xml_cannot_say_are_left_out() {
    let rows = read(written(&table(vec![line("a\u{0}b\u{b}c\r\nd\re\u{ffff}\u{fffe}\u{1b}\tf")])));
    assert_eq!(action(&rows[1]), "abc\nd\ne\tf", "line ends and tabs stay, other control characters go");
}

#[test]
fn every_name_of_a_sheet_is_made_one_that_excel_takes() {
    for (name, kept) in [
        ("Découpage", "Découpage"),
        ("[a]:b*c?d/e\\f", "a  b c d e f"),
        (" 'l'été' ", "l'été"),
        ("History", "History_"),
        ("a\nb\u{0}c", "a b c"),
        ("", "Sheet1"),
        ("'[]'", "Sheet1"),
        (&"é".repeat(60), &format!("{}…", "é".repeat(30))),
        (&"🎬".repeat(60), &format!("{}…", "🎬".repeat(15))),
    ] {
        let mut table = table(vec![vec![text("1A")]]);
        table.sheet = name.to_owned();
        let book: Xlsx<_> = Xlsx::new(Cursor::new(written(&table))).unwrap();
        assert_eq!(book.sheet_names(), [kept], "{name:?} is made a name that Excel takes");
    }
}
