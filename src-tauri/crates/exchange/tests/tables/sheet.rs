//! The spreadsheet as a whole: kinds of cells, what holds for the sheet, pictures.

use std::ops::ControlFlow;

use calamine::Data;
use ql_exchange::{Cell, ExchangeError, to_xlsx};

use crate::{line, part, picture, read, table, text, written};

fn days(data: &Data) -> f64 {
    match data {
        Data::DateTime(time) if time.is_duration() => time.as_f64(),
        other => panic!("a time must be a time, not {other:?}"),
    }
}

#[test]
fn a_spreadsheet_holds_texts_times_and_numbers() {
    let rows = read(written(&table(vec![line("Nour comprend. نور 🎬")])));
    assert_eq!(rows[0][0], Data::String("Plan".to_owned()), "the first row is the headings");
    assert_eq!(rows[1][1], Data::String("Nour comprend. نور 🎬".to_owned()), "any letter is kept");
    assert!((days(&rows[1][3]) * 86_400.0 - 94.0).abs() < 1e-6, "lengths are fractions of a day");
    assert!((days(&rows[1][4]) * 1_440.0 - 95.0).abs() < 1e-6, "so are working times");
    assert_eq!(rows[1][5], Data::Float(-2.0), "numbers are numbers");
}

#[test]
fn a_number_that_would_lose_digits_is_a_text() {
    let number = |number| {
        let mut row = line("");
        row[5] = Cell::Whole(number);
        read(written(&table(vec![row])))[1][5].clone()
    };
    assert_eq!(number(999_999_999_999_999), Data::Float(999_999_999_999_999.0));
    assert_eq!(number(i64::MIN), Data::String(i64::MIN.to_string()), "Excel keeps fifteen digits");
}

#[test]
fn headings_stay_and_hidden_columns_are_hidden() {
    let bytes = written(&table(vec![line("a"), line("b")]));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for (rule, xml) in [
        ("the headings stay in sight", r#"<pane ySplit="1" topLeftCell="A2""#),
        ("lines can be filtered, down to the last", r#"<autoFilter ref="A1:G3"/>"#),
        ("the column of ids is hidden", r#"<col min="7" max="7" width="12.7109375" hidden="1""#),
        (
            "the sheet is printed lying on A4",
            r#"<pageSetup paperSize="9" fitToHeight="0" orientation="landscape""#,
        ),
        ("as wide as one page, as long as it is", r#"<pageSetUpPr fitToPage="1"/>"#),
    ] {
        assert!(sheet.contains(xml), "{rule}: no {xml} in {sheet}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(
        book.contains("'Découpage'!$1:$1") || book.contains("Découpage!$1:$1"),
        "headings on each page: {book}"
    );
    let core = part(&bytes, "docProps/core.xml");
    for said in ["Le Terrain vague", "Aïssatou &amp; نور", "2023-11-14T22:13:20Z"] {
        assert!(core.contains(said), "the file says whose it is and from when: no {said} in {core}");
    }
}

#[test]
fn a_wide_table_is_printed_in_letters_that_can_be_read() {
    let mut wide = table(vec![line("a")]);
    for column in &mut wide.columns {
        column.width = 40.0;
    }
    let bytes = written(&wide);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"fitToWidth="2" fitToHeight="0""#), "six columns of 40 are two pages: {sheet}");
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("$A:$A,"), "the number of the shot stands on both: {book}");
    let narrow = part(&written(&table(vec![line("a")])), "xl/workbook.xml");
    assert!(!narrow.contains("$A:$A"), "nothing is repeated on the only page: {narrow}");
}

#[test]
fn a_picture_stays_in_its_cell() {
    let mut hidden = line("b");
    hidden[6] = picture(32, 18);
    let mut tall = line("c");
    tall[2] = picture(9, 1000);
    let bytes = written(&table(vec![line("a"), hidden, tall]));
    let drawing = part(&bytes, "xl/drawings/drawing1.xml");
    let anchors: Vec<&str> = drawing.split("<xdr:twoCellAnchor").skip(1).collect();
    assert_eq!(anchors.len(), 3, "a hidden column shows no picture");
    for (at, anchor) in anchors.iter().enumerate() {
        let inside = |tag: &str| anchor.matches(&format!("<xdr:{tag}</xdr:")).count();
        assert_eq!(
            inside(&format!("row>{}", at + 1)),
            2,
            "picture {at} begins and ends in its row: {anchor}"
        );
        assert_eq!(inside("col>2"), 2, "picture {at} begins and ends in its column: {anchor}");
        assert!(!anchor.contains("editAs"), "it moves and grows with its cell: {anchor}");
        assert!(anchor.contains(r#"descr="Plan &lt;1A&gt;""#), "it says what it shows: {anchor}");
    }
}

/// Height of the only line, in points; nothing when the program that opens it decides.
fn height(row: Vec<Cell>) -> Option<f64> {
    let sheet = part(&written(&table(vec![row])), "xl/worksheets/sheet1.xml");
    let row = sheet.split("<row r=\"2\"").nth(1).unwrap().split('>').next().unwrap().to_owned();
    row.split(" ht=\"").nth(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap())
}

#[test]
fn a_row_is_high_enough_for_its_picture_and_its_texts() {
    let short = height(line("a")).unwrap();
    assert!((short - 0.75 * (12.0 * 7.0 * 18.0 / 32.0 + 6.0)).abs() < 1.5, "as high as the picture: {short}");
    assert!(height(line(&"mot ".repeat(100))).unwrap() > 400.0, "a long text is read to its end");
    assert!(height(line(&"mot ".repeat(9_000))).unwrap() <= 409.5, "no row is higher than Excel allows");
    assert_eq!(height(vec![text("1A"), text("a\nb\nc")]), Some(45.0), "also without a picture");
    assert_eq!(height(vec![text("1A"), text("a")]), None, "a single line is as high as any");
    assert_eq!(height(vec![text(&"a".repeat(99))]), None, "a text that does not go on below needs no more");
}

#[test]
fn what_is_no_png_is_refused_by_its_line() {
    let Cell::Picture { png: whole, .. } = picture(32, 18) else { unreachable!() };
    let mut broken: Vec<Vec<u8>> = (0..whole.len()).map(|end| whole[..end].to_vec()).collect();
    broken.extend([b"GIF89a".to_vec(), [b"\x89PNG\r\n\x1a\n".as_slice(), &[255; 60]].concat()]);
    for png in broken {
        let mut second = line("b");
        second[2] = Cell::Picture { png, alt: String::new() };
        let result = to_xlsx(&table(vec![line("a"), second]), &mut |_, _| ControlFlow::Continue(()));
        assert!(
            matches!(result, Err(ExchangeError::Picture { line: 2 })),
            "a damaged picture must not panic"
        );
    }
}

#[test]
fn a_table_may_be_empty_or_uneven() {
    assert_eq!(read(written(&table(Vec::new()))).len(), 1, "only headings");
    let mut bare = table(Vec::new());
    bare.columns.clear();
    assert!(read(written(&bare)).is_empty(), "nothing at all is a spreadsheet too");
    let mut long = line("b");
    long.push(text("beyond"));
    let rows = read(written(&table(vec![vec![text("1A")], long])));
    assert_eq!(rows[1][1], Data::Empty, "what is missing is empty");
    assert_eq!(rows[2].len(), 7, "what is beyond the columns is left out");
}

#[test]
fn widths_are_those_that_a_spreadsheet_has() {
    for width in [0.0, -5.0, f64::NAN, f64::INFINITY, 1e9] {
        let mut table = table(vec![line("a")]);
        table.columns[2].width = width;
        assert_eq!(read(written(&table)).len(), 2, "a column of {width} is brought into bounds");
    }
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    let table = table((0..120).map(|at| line(&format!("{at}"))).collect());
    assert!(written(&table) == written(&table), "chance and the clock have no part in a file");
}

#[test]
fn who_gives_up_gets_no_file() {
    let table = table((0..200).map(|_| vec![text("1A")]).collect());
    for patience in 0..5 {
        let mut heard = Vec::new();
        let result = to_xlsx(&table, &mut |done, of| {
            heard.push((done, of));
            if heard.len() > patience { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(result, Err(ExchangeError::Cancelled)), "told to end after {patience} looks");
        assert_eq!(heard.last(), Some(&(patience * 50, 200)), "no line is written after it");
    }
}
