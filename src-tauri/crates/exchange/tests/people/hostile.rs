//! Files that were cut, forged, or made to fill the memory: refused, and said why.

use std::io::{Cursor, Read as _, Write as _};

use proptest::prelude::*;
use ql_exchange::people::{ReadError, Table, read_people};
use rust_xlsxwriter::Workbook;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{
    ods::{ods, packed, row},
    today,
};

const XLSX: &[u8] = include_bytes!("files/libreoffice.xlsx");
const ODS: &[u8] = include_bytes!("files/libreoffice.ods");
const XLS: &[u8] = include_bytes!("files/libreoffice.xls");

/// A packed file with a text in one part replaced.
pub(crate) fn replaced(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut found = false;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().to_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            let text = String::from_utf8(content).unwrap();
            found = text.contains(from);
            content = text.replacen(from, to, 1).into_bytes();
        }
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&content).unwrap();
    }
    assert!(found, "{from} is not in {part}");
    zip.finish().unwrap().into_inner()
}

fn code(bytes: &[u8]) -> &'static str {
    Table::read(bytes, "liste", None).map_or_else(|error| error.code(), |_| "read")
}

/// Reads, and reads the people: nothing may panic.
fn through(bytes: &[u8]) {
    if let Ok(table) = Table::read(bytes, "liste.csv", None) {
        let _ = read_people(&table, &table.guess(today()).fields, today());
    }
}

#[test]
fn what_is_no_list_is_refused_with_its_reason() {
    for (what, bytes, expected) in [
        ("nothing", &b""[..], "table_empty"),
        ("white space", b" \r\n\r\n", "table_empty"),
        ("a PDF", b"%PDF-1.7\n1 0 obj\n", "table_unsupported"),
        ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "table_unsupported"),
        ("a page", b"<html><body><table><tr><td>Nom</td></tr></table>", "table_unsupported"),
        ("half a header", b"PK\x03\x04\x14\x00", "table_damaged"),
        ("half a header of old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "table_damaged"),
    ] {
        assert_eq!(code(bytes), expected, "{what}");
    }
    let word = packed(&[("word/document.xml", b"<w/>"), ("[Content_Types].xml", b"<t/>")]);
    assert_eq!(code(&word), "table_unsupported", "a letter is no list");
    let text = packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<t/>")]);
    assert_eq!(code(&text), "table_unsupported", "a letter of LibreOffice neither");
    assert!(matches!(Table::read(XLSX, "l.xlsx", Some("Absents")), Err(ReadError::NoSheet { .. })));
}

#[test]
fn a_sheet_that_cannot_be_read_is_named_when_another_is_taken() {
    let torn = replaced(XLSX, "xl/worksheets/sheet2.xml", "</sheetData>", "");
    let table = Table::read(&torn, "l.xlsx", None).unwrap();
    assert_eq!((table.sheet, table.unread), (0, vec!["Jeunes".to_owned()]));
    assert!(Table::read(XLSX, "l.xlsx", None).unwrap().unread.is_empty());
}

#[test]
fn a_file_that_was_cut_is_damaged() {
    for (name, bytes) in [("xlsx", XLSX), ("ods", ODS), ("xls", XLS)] {
        for cut in [1, 100, bytes.len() / 2, bytes.len() - 600] {
            let code = code(&bytes[..bytes.len() - cut]);
            assert!(
                matches!(code, "table_damaged" | "table_unsupported") || (name == "xls" && code == "read"),
                "{name} without {cut}: {code}"
            );
        }
    }
    let cut = replaced(ODS, "content.xml", "</office:document-content>", "");
    assert!(matches!(code(&cut), "read" | "table_damaged"), "an end that is missing is waited for by nobody");
    let mut content = row(&["Nom", "Prénom"]);
    content.truncate(content.len() - 20);
    assert_eq!(code(&ods(&content)), "table_damaged", "a row that does not end");
}

#[test]
fn a_locked_file_says_so() {
    let locked = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<m:file-entry><m:encryption-data/></m:file-entry>"),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(code(&locked), "table_password");
}

#[test]
fn what_would_fill_the_memory_is_refused() {
    // A sheet that unpacks to more than any list.
    let spaces = vec![b' '; 300 << 20];
    let bomb = packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &spaces)]);
    assert!(bomb.len() < 1 << 20);
    let error = Table::read(&bomb, "l.xlsx", None).unwrap_err();
    assert_eq!((error.code(), error.limit()), ("table_unpacked_too_large", Some(256 << 20)));

    let error = Table::read(&vec![b'x'; (32 << 20) + 1], "l.csv", None).unwrap_err();
    assert_eq!((error.code(), error.limit()), ("table_file_too_large", Some(32 << 20)), "the limit is said");

    // Room for a thousand billion texts.
    let many = replaced(XLSX, "xl/sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"999999999999");
    assert_eq!(code(&many), "table_damaged");

    // Two cells at the two ends of a sheet.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Nom").unwrap();
    sheet.write(1_048_575, 16_383, "Kaci").unwrap();
    assert_eq!(code(&book.save_to_buffer().unwrap()), "table_too_many_columns");

    for (what, again, expected) in [
        (
            "a cell repeated for ever",
            r#"<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="99999999999"><text:p>x</text:p></table:table-cell></table:table-row>"#,
            "table_too_many_columns",
        ),
        (
            "a row repeated for ever",
            r#"<table:table-row table:number-rows-repeated="18446744073709551615"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#,
            "table_too_many_rows",
        ),
    ] {
        assert_eq!(code(&ods(again)), expected, "{what}");
    }

    // One long text in very many cells.
    let long = "x".repeat(30_000);
    let rows = format!(
        r#"<table:table-row table:number-rows-repeated="90000"><table:table-cell office:value-type="string"><text:p>{long}</text:p></table:table-cell></table:table-row>"#
    );
    assert_eq!(code(&ods(&rows)), "table_too_much_text");
}

#[test]
fn an_old_file_that_goes_in_circles_ends() {
    // Every sector of the allocation table points to the first one.
    let mut circle = XLS.to_vec();
    let at = 512 * (1 + u32::from_le_bytes([circle[76], circle[77], circle[78], circle[79]]) as usize);
    for entry in circle[at..at + 512].chunks_mut(4) {
        entry.copy_from_slice(&0_u32.to_le_bytes());
    }
    assert_eq!(code(&circle), "table_damaged");
}

/// An old file of these records, with one sheet whose records follow.
fn old(globals: &[(u16, Vec<u8>)], sheet: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record = |(kind, content): &(u16, Vec<u8>)| {
        [&kind.to_le_bytes()[..], &(content.len() as u16).to_le_bytes(), content].concat()
    };
    let begin =
        |kind: u16| (0x0809_u16, [&0x0600_u16.to_le_bytes()[..], &kind.to_le_bytes(), &[0; 12]].concat());
    let mut head: Vec<u8> = record(&begin(5));
    head.extend(globals.iter().flat_map(&record));
    let start = head.len() as u32 + 4 + 13 + 4;
    head.extend(record(&(0x0085, [&start.to_le_bytes()[..], &[0, 0, 5, 0], b"Liste"].concat())));
    head.extend(record(&(0x000a, Vec::new())));
    assert_eq!(head.len() as u32, start);
    head.extend(record(&begin(16)));
    head.extend(sheet.iter().flat_map(&record));
    head.extend(record(&(0x000a, Vec::new())));
    head.resize(head.len().max(5_000), 0);
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&head).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn an_old_file_is_no_larger_than_it_says() {
    let cell = |row: u16, column: u16, text: u32| {
        (0x00fd_u16, [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &text.to_le_bytes()].concat())
    };
    let texts = |texts: &[&str]| {
        let mut content = vec![0; 8];
        for text in texts {
            content.extend((text.len() as u16).to_le_bytes());
            content.push(0);
            content.extend(text.as_bytes());
        }
        (0x00fc_u16, content)
    };
    let honest = old(&[texts(&["Nom", "Kaci"])], &[cell(0, 0, 0), cell(1, 0, 1)]);
    let table = Table::read(&honest, "l.xls", None).unwrap();
    assert_eq!(table.sample(2), [["Kaci"]], "the writer of this test writes what is read");

    let wide = (
        0x0200_u16,
        [
            &0_u32.to_le_bytes()[..],
            &u32::MAX.to_le_bytes(),
            &0_u16.to_le_bytes(),
            &u16::MAX.to_le_bytes(),
            &[0, 0],
        ]
        .concat(),
    );
    let announced = old(&[texts(&["Nom", "Kaci"])], &[wide, cell(0, 0, 0), cell(1, 0, 1)]);
    assert_eq!(code(&announced), "read", "what is only announced takes no room");
    let apart = old(&[texts(&["Nom", "Kaci"])], &[cell(0, 0, 0), cell(65_535, 255, 1)]);
    assert_eq!(code(&apart), "table_unpacked_too_large", "two cells at the two ends of a sheet");
    let long = "x".repeat(8_000);
    let cells: Vec<_> = (0..20_000).map(|row| cell(row, 0, 0)).collect();
    assert_eq!(
        code(&old(&[texts(&[&long])], &cells)),
        "table_too_much_text",
        "one long text in very many cells"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        through(&bytes);
    }

    #[test]
    fn no_text_stops_the_reader(text in "[a-zA-Zé0-9;,\t|\"'/.: \r\n-]{0,400}", head in 0..3_usize) {
        through(format!("{}{text}", ["", "Nom;Prénom;Né(e) le;Âge;Tél.\n", "Nom complet,Sexe,QPV,Groupe\n"][head]).as_bytes());
    }

    #[test]
    fn no_damage_stops_the_reader(which in 0..3_usize, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = [XLSX, ODS, XLS][which].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        through(&bytes);
    }

    #[test]
    fn no_changed_content_stops_the_reader(which in 0..2_usize, from in any::<prop::sample::Index>(), length in 1..40_usize, with in "[<>/a-z0-9=\" ]{0,12}") {
        let (bytes, part) = [(XLSX, "xl/worksheets/sheet2.xml"), (ODS, "content.xml")][which];
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = from.index(ends.len());
        let to = ends.get(at + length).copied().unwrap_or(text.len());
        let from = text[ends[at]..to].to_owned();
        through(&replaced(bytes, part, &from, &with));
    }
}
