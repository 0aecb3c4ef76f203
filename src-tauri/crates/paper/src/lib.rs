//! Papers: what comes out of a printer. Owns the templates of `assets/papers` (Typst, compiled in this process), the fonts they are set
//! in, the measures of a page, how a drawing becomes black and white, and the reading of a sheet that comes back from a scanner.
//!
//! It is handed texts, labels and drawings, and gives bytes: it knows no row, no language, no file and no clock. Every PDF is tagged and
//! held against PDF/UA-1. The law of a page is in `assets/papers/paper.typ`: it must survive a printer that knows only black.

// Tests inside share the film of the tests outside.
#[cfg(test)]
extern crate self as ql_paper;

mod attendance;
mod attendance_lines;
mod attendance_pages;
mod beside;
mod compile;
mod data;
mod layout;
mod lettering;
mod letters;
mod pattern;
mod picture;
mod polygon;
mod record;
mod recovery;
#[cfg(test)]
mod register_tests;
mod scanned;
#[cfg(test)]
mod shaping_tests;
mod sheet;
mod shot_list;
mod signed;
mod sketch;
mod storyboard;
mod turns;
mod world;

pub use attendance::{Attached, AttendancePaper, Closing, HalfCell, HalfDay, Presence, Signer};
pub use compile::{Paper, PaperError};
pub use layout::Layout;
pub use lettering::Line;
pub use letters::missing;
pub use pattern::tint;
pub use record::{RecordPaper, RecordSection, RecordTable, Signing};
pub use recovery::RecoveryPaper;
pub use scanned::{MOST_PAGES, ScanError, is_pdf, scanned_pages};
pub use sheet::{Direction, Head, Letterhead, PaperSize, PerPage, Sheet, Words};
pub use shot_list::{SceneLines, ShotLine, ShotList, thumbnail_size};
pub use signed::Signed;
pub use sketch::{Drawing, Printing, Sketch, Stroke, sketch};
pub use storyboard::{Cell, Cover, Show, Storyboard};
