//! Lists of people, written by other programs and read here.
#![allow(clippy::unwrap_used, reason = "a test stops where it stands")]

mod details;
mod files;
mod forms;
mod headings;
mod homes;
mod hostile;
mod names;
mod ods;
mod relatives;
mod rights;
mod rows;

use ql_exchange::people::{Field, Imported, Table, read_people};
use ql_model::day::Day;

/// The day these lists are read.
const TODAY: &str = "2026-11-28";

fn today() -> Day {
    TODAY.parse().unwrap()
}

/// A CSV, read as it is guessed.
fn csv(text: &str) -> Imported {
    imported(&Table::read(text.as_bytes(), "liste.csv", None).unwrap())
}

fn imported(table: &Table) -> Imported {
    read_people(table, &table.guess(today()).fields, today())
}

/// What is guessed of headings, as codes.
fn guessed(table: &Table) -> Vec<&'static str> {
    table.guess(today()).fields.iter().map(|field| field.map_or("", Field::code)).collect()
}

/// The lines that were refused, and why.
fn refused(imported: &Imported) -> Vec<(usize, &'static str)> {
    imported.refused.iter().map(|row| (row.row, row.reason.code())).collect()
}
