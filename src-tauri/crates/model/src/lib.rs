//! What people make, as documents that merge by themselves.
//!
//! `model` owns documents, edits, rows, vocabulary, numbering, ink, and what a person, a season and an attendance sheet are. It knows no clock, no chance, no disk, no network and no
//! SQL: time, ids and randomness come in as arguments, and everything it says is a value.
//!
//! The way through it: an [`edit::Edit`] is planned into [`step::Step`]s against the rows; a [`document::Document`] applies the steps,
//! and says which entities were [`touched::Touched`]; [`board::Board`] reads their final state into [`row`]s and returns the
//! [`row::Changes`]. Undoing is applying the inverse steps where they still hold.

pub mod anew;
pub mod board;
pub mod day;
pub mod document;
pub mod duplicates;
pub mod edit;
pub mod entity;
pub mod fields;
pub mod heading;
pub mod id;
pub mod ink;
pub mod numbering;
pub mod place;
pub mod register;
pub mod row;
pub mod season;
pub mod sheet;
pub mod signature;
pub mod step;
pub mod stroke;
pub mod text;
pub mod touched;
pub mod vocabulary;

pub use id::{CutId, DocumentId, EntityId, StrokeId};
