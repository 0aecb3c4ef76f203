//! Other programs' formats. Owns how a table becomes a spreadsheet (Office Open XML, ECMA-376) or CSV (RFC 4180).
//!
//! It is handed texts, times and pictures, and gives bytes: it knows no row of ours, no language, no clock and no file.
//! The same table gives the same bytes.

mod cells;
mod csv;
mod defuse;
mod error;
mod picture;
mod table;
mod text;
mod xlsx;

pub use csv::to_csv;
pub use error::ExchangeError;
pub use table::{Cell, Column, Table};
pub use xlsx::{Written, to_xlsx};
