//! Tables, read back by other readers than their writers.
#![allow(clippy::unwrap_used, reason = "a test stops where it stands")]

use std::{io::Cursor, ops::ControlFlow};

use calamine::{Data, Reader, Xlsx};
use ql_exchange::{Cell, Column, ExchangeError, Table, to_csv, to_xlsx};

fn column(heading: &str) -> Column {
    Column { heading: heading.to_owned(), width: 12.0, hidden: heading == "id", wrap: true }
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        title: "Le Terrain vague".to_owned(),
        sheet: "Découpage".to_owned(),
        author: "Aïssatou".to_owned(),
        made_at: 1_700_000_000,
        columns: ["Plan", "Action", "Dessin", "Durée", "Tournage", "Cases", "id"].map(column).to_vec(),
        rows,
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn line(action: &str) -> Vec<Cell> {
    vec![
        text("1A"),
        text(action),
        picture(),
        Cell::Duration(94_000),
        Cell::Minutes(95),
        Cell::Whole(-2),
        text("an-id"),
    ]
}

fn picture() -> Cell {
    let mut png = Cursor::new(Vec::new());
    image::RgbaImage::new(32, 18).write_to(&mut png, image::ImageFormat::Png).unwrap();
    Cell::Picture { png: png.into_inner(), alt: "1A".to_owned() }
}

fn written(table: &Table) -> Vec<u8> {
    to_xlsx(table, &mut |_, _| ControlFlow::Continue(())).unwrap().bytes
}

fn read(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    book.worksheet_range(&name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("Excel knows UTF-8 by its mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_spreadsheet_holds_texts_times_and_numbers() {
    let rows = read(written(&table(vec![line("Nour comprend. نور 🎬")])));
    assert_eq!(rows[0][0], Data::String("Plan".to_owned()));
    assert_eq!(rows[1][1], Data::String("Nour comprend. نور 🎬".to_owned()));
    let time = |data: &Data| match data {
        Data::DateTime(time) => time.as_f64(),
        other => panic!("a time must be a time, not {other:?}"),
    };
    assert!((time(&rows[1][3]) * 86_400.0 - 94.0).abs() < 1e-6, "durations are fractions of a day");
    assert!((time(&rows[1][4]) * 1_440.0 - 95.0).abs() < 1e-6);
    assert_eq!(rows[1][5], Data::Float(-2.0));
}

#[test]
fn no_text_is_a_formula() {
    for evil in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(\"http://x\")"] {
        let rows = read(written(&table(vec![line(evil)])));
        assert_eq!(rows[1][1], Data::String(evil.to_owned()), "a spreadsheet keeps {evil:?} as a text");
    }
}

#[test]
fn long_and_broken_texts_are_cut_and_cleaned_and_that_is_told() {
    let long = "🎬".repeat(40_000);
    let table = table(vec![line(&long), line("a\u{0}b\u{b}c\nd")]);
    let made = to_xlsx(&table, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(made.shortened, 1, "one text was cut");
    let rows = read(made.bytes);
    let Data::String(kept) = &rows[1][1] else { panic!("{:?}", rows[1][1]) };
    assert!(kept.encode_utf16().count() <= 32_767 && kept.ends_with('…'));
    assert_eq!(rows[2][1], Data::String("abc\nd".to_owned()));
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    let table = table(vec![line("a"), line("b")]);
    assert!(written(&table) == written(&table));
}

#[test]
fn who_gives_up_gets_no_file() {
    let table = table(vec![line("a")]);
    let result = to_xlsx(&table, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(result, Err(ExchangeError::Cancelled)));
}

#[test]
fn every_name_of_a_sheet_is_made_one_that_excel_takes() {
    for name in ["[a]:b*c?d/e\\f", "'x'", "", &"é".repeat(60)] {
        let mut table = table(Vec::new());
        table.sheet = name.to_owned();
        assert_eq!(read(written(&table)).len(), 1, "only headings, under the name {name:?}");
    }
}

#[test]
fn csv_is_rfc_4180_in_utf_8_with_its_mark() {
    let tricky = "il dit « oui, \"non\" »\r\nلا; 🎬";
    let bytes = to_csv(&table(vec![line(tricky)])).unwrap();
    let rows = records(&bytes);
    assert_eq!(rows[0], ["Plan", "Action", "Durée", "Tournage", "Cases", "id"], "pictures are left out");
    assert_eq!(rows[1], ["1A", tricky, "0:01:34", "1:35:00", "-2", "an-id"]);
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with("\r\n") && text.contains("\"\"non\"\""), "RFC 4180 lines and quotes: {text:?}");
}

#[test]
fn a_cell_that_begins_like_a_formula_is_defused() {
    for evil in ["=1", "+1", "-1", "@x", "\tx", "\rx", " =1", "＝1", "－1"] {
        let rows = records(&to_csv(&table(vec![line(evil)])).unwrap());
        assert_eq!(rows[1][1], format!("'{evil}"), "{evil:?} would run in a spreadsheet");
    }
    let rows = records(&to_csv(&table(vec![line("a=1")])).unwrap());
    assert_eq!(rows[1][1], "a=1", "an ordinary text is left as it is");
}
