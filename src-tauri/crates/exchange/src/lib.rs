//! Other programs' formats. Owns how a table becomes a spreadsheet (Office Open XML, ECMA-376) or CSV (RFC 4180).
//!
//! It is handed texts, times and pictures, and gives bytes: it knows no row of ours, no language and no file.

mod csv;
mod error;
mod table;
mod xlsx;

pub use csv::to_csv;
pub use error::ExchangeError;
pub use table::{Cell, Column, Table};
pub use xlsx::{Written, to_xlsx};
