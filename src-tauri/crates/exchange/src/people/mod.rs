//! Lists of people that other programs made, read in: XLSX, XLS, XLSB, ODS and CSV, in whatever letters and notations.
//!
//! Owns how bytes become a [`Table`], how its columns are guessed ([`Table::guess`]) and how its lines become people
//! ([`read_people`]). A line is read whole or refused with its [`Reason`]; a column that holds what an association must not
//! keep is recognised, said, and never read. A hostile file is refused before it fills the memory. It knows no clock, no
//! language and no register: who is in it already is found elsewhere.

mod adults;
mod asks;
mod before;
mod book;
mod cell;
mod dates;
mod delimited;
mod details;
mod error;
mod excel;
mod field;
mod forbidden;
mod grid;
mod guess;
mod header;
mod homes;
mod import;
mod kin;
mod letters;
mod lexicon;
mod names;
mod nobody;
mod numbers;
mod ods;
mod packed;
mod parents;
mod person;
mod quotes;
mod reader;
mod reason;
mod relatives;
mod remarks;
mod rights;
mod slips;
mod table;
mod told;
mod values;
mod whose;
mod words;
mod xls;

pub use book::MOST_BYTES;
pub use cell::Cell;
pub use error::ReadError;
pub use field::Field;
pub use forbidden::{Forbidden, holds_number as holds_social_security_number};
pub use grid::{MOST_COLUMNS, MOST_ROWS, MOST_TEXT};
pub use guess::{ForbiddenColumn, Guess, guess};
pub use import::{Imported, read_people};
pub use packed::MOST_UNPACKED;
pub use person::{ImportedPerson, ImportedRelative};
pub use reason::{Reason, RefusedRow, Warning};
pub use table::{Row, Table};
