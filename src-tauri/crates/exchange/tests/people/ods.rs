//! ODS as any program may write it, by the shortest writer there is.

use std::io::{Cursor, Write as _};

use ql_exchange::people::{Cell, Table};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::imported;

/// A file with these rows of one sheet, written as XML.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c"><office:body><office:spreadsheet><table:table table:name="Liste">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A packed file of these parts.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn row(texts: &[&str]) -> String {
    let cells: String = texts
        .iter()
        .map(|text| {
            format!(
                r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
            )
        })
        .collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

#[test]
fn cells_of_every_kind() {
    let rows = row(&["Nom", "Prénom", "Né le", "Âge", "Part seul", "Tél."])
        + r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row>
          <table:table-cell office:value-type="string"><office:annotation><text:p>une note</text:p></office:annotation><text:p>Ka<text:span>ci</text:span> &amp; <text:s text:c="9000000000"/>fils</text:p></table:table-cell>
          <table:table-cell office:value-type="string" office:string-value="Lina"><text:p>LINA</text:p></table:table-cell>
          <table:table-cell office:value-type="date" office:date-value="2011-05-03T00:00:00"><text:p>03/05/11</text:p></table:table-cell>
          <table:table-cell office:value-type="float" office:value="15"><text:p>15</text:p></table:table-cell>
          <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>
          <table:table-cell office:value-type="float" office:value="639980011"/>
        </table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let table = Table::read(&ods(&rows), "liste.ods", None).unwrap();
    assert_eq!(table.sheets, ["Liste"]);
    assert_eq!(table.rows.len(), 1, "a million empty lines are nothing");
    assert_eq!(table.rows[0].number, 5, "repeated lines count");
    assert_eq!(
        *table.rows[0].cell(0),
        Cell::Text("Kaci & fils".to_owned()),
        "notes are passed over, white space is one"
    );
    let person = &imported(&table).people[0];
    assert_eq!(
        (person.given.as_str(), person.told_age),
        ("Lina", None),
        "an age says nothing beside a birth"
    );
    assert_eq!(person.birth.unwrap().to_string(), "2011-05-03");
    assert_eq!(person.leaves_alone.unwrap().code(), "yes");
    assert_eq!(person.phone, "06 39 98 00 11");
}

#[test]
fn equal_lines_that_are_written_once_are_read_as_often_as_they_stand() {
    let rows = row(&["Nom", "Prénom"])
        + r#"<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>Lina</text:p></table:table-cell></table:table-row>"#;
    let table = Table::read(&ods(&rows), "liste.ods", None).unwrap();
    assert_eq!(table.sample(5), [["Lina", "Lina"], ["Lina", "Lina"]]);
    let read = imported(&table);
    assert_eq!(read.people.len(), 1);
    assert_eq!(
        (read.refused[0].reason.code(), read.refused[0].value.as_str()),
        ("same_row", "2"),
        "the same line twice is told"
    );
}

#[test]
fn a_formula_that_failed_is_known_without_extensions_of_the_format() {
    let failed = |shown: &str| {
        format!(
            r#"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>{shown}</text:p></table:table-cell>"#
        )
    };
    let named = r#"<table:table-cell office:value-type="string"><text:p>Nora</text:p></table:table-cell>"#;
    let lines: String = ["#DIV/0!", "#N/A", "Err :502"]
        .iter()
        .map(|shown| format!("<table:table-row>{named}{}</table:table-row>", failed(shown)))
        .collect();
    let table = Table::read(&ods(&(row(&["Prénom", "Nom"]) + &lines)), "liste.ods", None).unwrap();
    let read = imported(&table);
    assert_eq!(crate::refused(&read), [(2, "formula_error"), (3, "formula_error"), (4, "formula_error")]);
}
