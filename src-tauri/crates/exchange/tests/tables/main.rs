//! Tables, read back by other readers than their writers.
#![allow(clippy::unwrap_used, reason = "a test stops where it stands")]

mod comma;
mod sheet;
mod texts;

use std::io::{Cursor, Read as _};
use std::ops::ControlFlow;

use calamine::{Data, Reader, Xlsx};
use ql_exchange::{Cell, Column, Table, to_xlsx};

/// One row of `line` has these columns; the last is hidden.
const HEADINGS: [&str; 7] = ["Plan", "Action", "Dessin", "Durée", "Tournage", "Cases", "id"];

fn table(rows: Vec<Vec<Cell>>) -> Table {
    let column = |heading: &str| Column {
        heading: heading.to_owned(),
        width: 12.0,
        hidden: heading == "id",
        wrap: heading == "Action",
        pictures: heading == "Dessin",
    };
    Table {
        title: "Le Terrain vague".to_owned(),
        sheet: "Découpage".to_owned(),
        author: "Aïssatou & نور".to_owned(),
        made_at: 1_700_000_000,
        columns: HEADINGS.map(column).to_vec(),
        naming: 1,
        rows,
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn picture(width: u32, height: u32) -> Cell {
    let mut png = Cursor::new(Vec::new());
    image::RgbaImage::new(width, height).write_to(&mut png, image::ImageFormat::Png).unwrap();
    Cell::Picture { png: png.into_inner(), alt: "Plan <1A>".to_owned() }
}

fn line(action: &str) -> Vec<Cell> {
    vec![
        text("1A"),
        text(action),
        picture(32, 18),
        Cell::Duration(94_000),
        Cell::Minutes(95),
        Cell::Whole(-2),
        text("an-id"),
    ]
}

fn written(table: &Table) -> Vec<u8> {
    to_xlsx(table, &mut |_, _| ControlFlow::Continue(())).unwrap().bytes
}

/// The cells of the only sheet, headings first.
fn read(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    book.worksheet_range(&name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// One file of the package that a spreadsheet is.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}
