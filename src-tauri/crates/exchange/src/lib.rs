//! Other programs' formats. Owns how a table becomes a spreadsheet (Office Open XML, ECMA-376) or CSV (RFC 4180), and how a
//! list of people that someone else wrote is read ([`people`]).
//!
//! It is handed texts, times and pictures, and gives bytes; it is handed bytes, and gives values of the model. It knows no
//! language, no clock and no file. The same table gives the same bytes.

mod cells;
mod csv;
mod defuse;
mod error;
pub mod people;
mod picture;
mod table;
mod text;
mod xlsx;

pub use csv::to_csv;
pub use error::ExchangeError;
pub use table::{Cell, Column, Table};
pub use xlsx::{Written, to_xlsx};
