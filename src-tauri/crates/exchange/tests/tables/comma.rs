//! CSV, read back by the reader of the `csv` crate.

use ql_exchange::{Cell, to_csv};

use crate::{line, table, text};

fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("Excel knows UTF-8 by its mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What becomes of a text.
fn kept(words: &str) -> String {
    records(&to_csv(&table(vec![line(words)])).unwrap())[1][1].clone()
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
    assert!(text.contains(",-2,"), "a number below zero is a number, not a text: {text:?}");
}

#[test]
fn a_table_may_be_empty_or_uneven() {
    let headings = ["Plan", "Action", "Durée", "Tournage", "Cases", "id"];
    assert_eq!(records(&to_csv(&table(Vec::new())).unwrap()), [headings], "the headings of a full table");
    let mut bare = table(Vec::new());
    bare.columns.clear();
    assert!(records(&to_csv(&bare).unwrap()).is_empty(), "nothing at all is a CSV too");
    let rows = records(&to_csv(&table(vec![vec![text("1A")]])).unwrap());
    assert_eq!(rows, [headings, ["1A", "", "", "", "", ""]], "every line has all fields");
}

#[test]
fn times_are_rounded_to_the_second() {
    for (milliseconds, clock) in
        [(0, "0:00:00"), (1_499, "0:00:01"), (1_500, "0:00:02"), (5_025_000, "1:23:45")]
    {
        let mut row = line("");
        row[3] = Cell::Duration(milliseconds);
        assert_eq!(records(&to_csv(&table(vec![row])).unwrap())[1][2], clock, "{milliseconds} ms");
    }
    let mut row = line("");
    row[3] = Cell::Duration(u64::MAX);
    assert!(to_csv(&table(vec![row])).is_ok(), "no length is too long to be written");
}

#[test]
fn a_cell_that_begins_like_a_formula_is_defused() {
    for evil in [
        "=1",
        "+1",
        "-1",
        "@x",
        "\tx",
        "\rx",
        "\nx",
        " =1",
        "\u{a0}@x",
        "\u{feff}=1",
        "\u{202e}=1",
        "\u{2066}=1",
        "\u{ad}\u{61c}=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "'=1",
        "''-1",
    ] {
        assert_eq!(kept(evil), format!("'{evil}"), "{evil:?} would run in a spreadsheet");
        let mut table = table(Vec::new());
        table.columns[0].heading = evil.to_owned();
        assert_eq!(records(&to_csv(&table).unwrap())[0][0], format!("'{evil}"), "so would a heading");
    }
    assert_eq!(kept("\u{0}\u{1b}=1"), "'=1", "what is left out cannot hide a formula");
}

#[test]
fn a_formula_after_a_separator_of_other_countries_is_defused() {
    for (evil, harmless) in [
        ("a;=HYPERLINK(\"x\")", "a;'=HYPERLINK(\"x\")"),
        ("a; @SUM(A1);b", "a;' @SUM(A1);b"),
        ("a\n-2+3+cmd|' /C calc'!A0", "a\n'-2+3+cmd|' /C calc'!A0"),
        ("a\r\n='\\\\host\\[x.xlsx]s'!A1", "a\r\n'='\\\\host\\[x.xlsx]s'!A1"),
    ] {
        assert_eq!(kept(evil), harmless, "{evil:?} would run where cells are split at semicolons");
    }
}

#[test]
fn a_plain_cell_is_left_as_it_is() {
    for plain in [
        "a=1",
        "1-2",
        "l'été",
        "'cité'",
        "Il sourit ;-)",
        "Non.\n- Si.\n- Salut (tout bas).",
        " espace",
        "a\tb",
        "نور 🎬",
        "",
    ] {
        assert_eq!(kept(plain), plain, "an ordinary text is left as it is");
    }
}
