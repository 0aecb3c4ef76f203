//! What to print, and how: chosen in the dialog or on the command line, remembered per film.

use ql_model::DocumentId;
use ql_paper::{Direction, PaperSize, PerPage, Sheet};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{ErrorCode, Failure};

/// What is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ExportKind")]
pub(crate) enum Kind {
    #[default]
    #[serde(rename = "storyboard.pdf")]
    Storyboard,
    #[serde(rename = "shot-list.pdf")]
    ShotList,
    #[serde(rename = "shot-list.xlsx")]
    ShotListSheet,
    #[serde(rename = "shot-list.csv")]
    ShotListCsv,
}

impl Kind {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Kind::Storyboard | Kind::ShotList => "pdf",
            Kind::ShotListSheet => "xlsx",
            Kind::ShotListCsv => "csv",
        }
    }

    pub fn is_paper(self) -> bool {
        matches!(self, Kind::Storyboard | Kind::ShotList)
    }
}

/// The paper in the printer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PaperName")]
pub(crate) enum Paper {
    #[default]
    A4,
    Letter,
}

/// Which way it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PaperDirection")]
pub(crate) enum Lie {
    #[default]
    Portrait,
    Landscape,
}

/// How a film is printed. What is left out is as usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "PrintLook")]
pub(crate) struct Look {
    /// Panels on a page: 1, 2, 3, 4, 6 or 9.
    pub per_page: u8,
    pub paper: Paper,
    pub direction: Lie,
    /// A cover with the title and who drew it.
    pub cover: bool,
    /// What is seen, under each drawing.
    pub action: bool,
    /// What is said, under each drawing.
    pub dialogue: bool,
    /// How long it lasts, under each drawing.
    pub duration: bool,
    /// The notes, and lines for the pen where there is room.
    pub notes: bool,
    /// The film's ink as second colour; else black alone.
    pub colour: bool,
    /// The blue pencil under finished drawings too.
    pub pencil: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            per_page: 6,
            paper: Paper::A4,
            direction: Lie::Portrait,
            cover: true,
            action: true,
            dialogue: true,
            duration: true,
            notes: false,
            colour: false,
            pencil: false,
        }
    }
}

impl Look {
    /// The sheet of what is made; a shot list always lies.
    pub fn sheet(&self, kind: Kind) -> Sheet {
        let size = match self.paper {
            Paper::A4 => PaperSize::A4,
            Paper::Letter => PaperSize::Letter,
        };
        let direction = match (kind, self.direction) {
            (Kind::Storyboard, Lie::Portrait) => Direction::Portrait,
            _ => Direction::Landscape,
        };
        Sheet::new(size, direction)
    }

    /// Panels on a page.
    pub fn per_page(&self) -> Result<PerPage, Failure> {
        PerPage::of(usize::from(self.per_page))
            .ok_or_else(|| Failure::new(ErrorCode::InvalidRequest, "per_page is 1, 2, 3, 4, 6 or 9"))
    }
}

/// What is to be made of a film.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[ts(rename = "ExportChoice")]
pub(crate) struct Choice {
    pub film: DocumentId,
    pub kind: Kind,
    /// Only these scenes, by id or number; all without any.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub scenes: Vec<String>,
    /// Only these shots, by id or label; all without any.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub shots: Vec<String>,
    #[serde(default)]
    #[ts(optional, as = "Option<Look>")]
    pub look: Look,
}
