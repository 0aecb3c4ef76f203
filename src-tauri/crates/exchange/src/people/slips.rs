//! Lines of a text whose cells have slipped: a separator stands within a cell, and what follows is under headings that are not its own. A
//! sheet has none. A line with fewer cells is one whose end is empty: programs leave it out.

use std::collections::BTreeMap;

use super::{grid::Line, header::Head, reason::Reason};

/// How the lines of a text are parted, against which each of them is held.
pub(super) struct Slips {
    /// Cells of the longest line down to the headings, with those that are empty.
    parted: usize,
    /// Headings, up to the last that says something.
    named: usize,
    /// Cells of most lines below.
    usual: usize,
    /// Few lines have something behind the last heading: it has slipped there. In many it is a column without one.
    beyond: bool,
}

impl Slips {
    pub fn of(lines: &[Line], head: &Head) -> Self {
        let (above, below) = lines.split_at(head.lines);
        let headings = &above[head.above..];
        let named = headings.iter().map(|line| line.cells.len()).max().unwrap_or(0);
        Self {
            parted: above.iter().map(|line| line.parted).max().unwrap_or(0),
            named,
            usual: usual(below),
            beyond: below.iter().filter(|line| line.cells.len() > named).count() * 2 <= below.len(),
        }
    }

    /// Why a line cannot be trusted.
    pub fn fault(&self, line: &Line) -> Option<Reason> {
        if line.open_quote {
            return Some(Reason::OpenQuote);
        }
        // Slipped, a line may end with cells that are empty; but so do lines that have not.
        let spaced = line.spaced && line.parted > self.parted.max(self.usual);
        let more = line.cells.len() > self.parted || self.beyond && line.cells.len() > self.named;
        (self.parted > 0 && (more || spaced)).then_some(Reason::MoreCells)
    }
}

/// How many cells most of these lines were parted into.
fn usual(lines: &[Line]) -> usize {
    let mut counts = BTreeMap::new();
    for line in lines {
        *counts.entry(line.parted).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(_, lines)| *lines).map_or(0, |(cells, _)| cells)
}
