//! The storyboard: so many panels a page, a cover if wanted.

use std::{ops::Range, sync::Arc};

use ql_model::vocabulary::Ratio;
use typst::foundations::{Dict, IntoValue, dict};

use crate::{
    beside::Beside,
    compile::{Paper, PaperError},
    data,
    layout::Layout,
    sheet::{Head, PerPage, Sheet},
    sketch::Sketch,
};

/// One cell: a panel, or a shot that has none yet.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// "2C", "2C/1".
    pub label: String,
    /// Inked: its label is printed white on black.
    pub solid: bool,
    /// Crossed out, its label kept.
    pub gone: bool,
    /// Shot size, in words; may be empty.
    pub size: String,
    /// Angle, movement, support, in words; may be empty.
    pub tech: String,
    /// "6 s"; without one, a line for the pen.
    pub duration: Option<String>,
    /// What is seen; empty when it is not to be printed.
    pub action: String,
    /// What is said; empty when it is not to be printed.
    pub dialogue: String,
    /// Anything else; printed where there is room for notes.
    pub notes: String,
    /// The shot list has not all words of its shot either: what is cut of them is in the table only.
    pub more_in_table: bool,
    /// Number of its scene.
    pub scene: String,
    /// The scene's set, in words; never empty.
    pub heading: String,
    /// "INT. Jour"; may be empty.
    pub effect: String,
    /// First of its scene: the scene's heading stands above it.
    pub begins: bool,
    /// The drawing, of the size [`Storyboard::frame`] says.
    pub drawing: Option<Arc<Sketch>>,
    /// What the drawing shows, for who cannot see it; never empty.
    pub alt: String,
}

/// The cover.
#[derive(Clone, Debug)]
pub struct Cover {
    /// A drawing, of the size [`Cover::frame`] says.
    pub drawing: Option<Arc<Sketch>>,
    /// What it shows.
    pub alt: String,
    /// "5 scènes · 16 plans · 1 min 34".
    pub figures: String,
}

/// What stands under each drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Show {
    /// How long it lasts.
    pub duration: bool,
    /// Lines for the pen where there is room.
    pub notes: bool,
}

/// A storyboard to be set.
#[derive(Clone, Debug)]
pub struct Storyboard {
    /// Title, state, words.
    pub head: Head,
    /// The paper.
    pub sheet: Sheet,
    /// Panels a page.
    pub per_page: PerPage,
    /// Shape of the frame.
    pub ratio: Ratio,
    /// The cover, if wanted.
    pub cover: Option<Cover>,
    /// What stands under each drawing.
    pub show: Show,
    /// Every cell, in order.
    pub cells: Vec<Cell>,
}

/// Height of the cover's field of pattern, and of the title under it, in millimetres: upright, lying.
const FIELD: [f64; 2] = [128.0, 82.0];
const TITLE: [f64; 2] = [60.0, 34.0];
/// How much lower a cover is on a sheet that is not as high as A4.
const A4_HEIGHT: [f64; 2] = [251.0, 162.0];

impl Cover {
    /// Width and height of the drawing on a cover, in millimetres.
    #[must_use]
    pub fn frame(sheet: &Sheet, ratio: Ratio) -> (f64, f64) {
        let (wide, high) = ratio.sides();
        let ratio = f64::from(wide) / f64::from(high);
        let (widest, tallest) = if sheet.is_lying() {
            (124.0 * sheet.unit, field(sheet) - 10.0)
        } else {
            (sheet.columns(10.0), field(sheet) - 16.0)
        };
        let width = f64::min(widest, tallest * ratio);
        (width, width / ratio)
    }
}

fn field(sheet: &Sheet) -> f64 {
    let at = usize::from(sheet.is_lying());
    FIELD[at] + f64::min(0.0, sheet.height - A4_HEIGHT[at])
}

impl Storyboard {
    /// Width and height of each frame, in millimetres.
    #[must_use]
    pub fn frame(&self) -> (f64, f64) {
        self.layout().frame
    }

    fn layout(&self) -> Layout {
        Layout::new(&self.sheet, self.per_page, self.ratio, self.show.notes)
    }

    /// How many pages so many cells take.
    #[must_use]
    pub fn page_count(cells: usize, per_page: PerPage, cover: bool) -> usize {
        (cells.div_ceil(per_page.count()) + usize::from(cover)).max(1)
    }

    /// Which cells stand on a page; none on the cover. Pages count from 0.
    #[must_use]
    pub fn cells_of(page: usize, cells: usize, per_page: PerPage, cover: bool) -> Range<usize> {
        let count = per_page.count();
        match page.checked_sub(usize::from(cover)) {
            Some(page) => (page * count).min(cells)..((page + 1) * count).min(cells),
            None => 0..0,
        }
    }

    /// Sets every page.
    ///
    /// # Errors
    /// Only for faults of the program.
    pub fn set(&self) -> Result<Paper, PaperError> {
        self.set_cells(0, 0..self.cells.len())
    }

    /// Sets one page as it is among the others. Pages count from 0. Drawings of other pages are not looked at.
    ///
    /// # Errors
    /// When there is no such page.
    pub fn set_page(&self, page: usize) -> Result<Paper, PaperError> {
        let (count, cover) = (self.cells.len(), self.cover.is_some());
        if page >= Self::page_count(count, self.per_page, cover) {
            return Err(PaperError::NoPage(page));
        }
        self.set_cells(page, Self::cells_of(page, count, self.per_page, cover))
    }

    fn set_cells(&self, page: usize, cells: Range<usize>) -> Result<Paper, PaperError> {
        let pages = Self::page_count(self.cells.len(), self.per_page, self.cover.is_some());
        let mut data = data::common(&self.head, &self.sheet, page + 1, Some(pages));
        let mut beside = Beside::default();
        let layout = self.layout();
        data.insert("layout".into(), data::layout(&layout).into_value());
        data.insert(
            "show".into(),
            dict! { "duration" => self.show.duration, "notes" => self.show.notes }.into_value(),
        );
        data.insert(
            "cover".into(),
            self.cover.as_ref().map(|cover| self.cover(cover, &mut beside)).into_value(),
        );
        let pages: Vec<_> = cells
            .clone()
            .step_by(layout.count)
            .map(|from| {
                data::list(
                    (from..(from + layout.count).min(cells.end))
                        .map(|at| self.cell(at, layout.across, &mut beside)),
                )
            })
            .collect();
        data.insert("page-cells".into(), data::list(pages).into_value());
        Paper::set("storyboard.typ", data, beside, self.head.changed)
    }

    fn cell(&self, at: usize, across: usize, beside: &mut Beside) -> Dict {
        let cell = &self.cells[at];
        dict! {
            "label" => cell.label.as_str(),
            "solid" => cell.solid,
            "gone" => cell.gone,
            "size" => cell.size.as_str(),
            "tech" => cell.tech.as_str(),
            "duration" => cell.duration.as_deref(),
            "action" => cell.action.as_str(),
            "dialogue" => cell.dialogue.as_str(),
            "notes" => cell.notes.as_str(),
            "more" => if cell.more_in_table { "more-table" } else { "more" },
            "scene" => cell.scene.as_str(),
            "heading" => cell.heading.as_str(),
            "effect" => cell.effect.as_str(),
            "begins" => cell.begins,
            // A row that begins in the middle of a scene says which.
            "continues" => !cell.begins && (at % self.per_page.count()).is_multiple_of(across),
            "drawing" => data::drawing(cell.drawing.as_ref(), beside),
            "alt" => cell.alt.as_str(),
        }
    }

    fn cover(&self, cover: &Cover, beside: &mut Beside) -> Dict {
        let (width, height) = Cover::frame(&self.sheet, self.ratio);
        dict! {
            "drawing" => data::drawing(cover.drawing.as_ref(), beside),
            "alt" => cover.alt.as_str(),
            "figures" => cover.figures.as_str(),
            "width-mm" => width,
            "height-mm" => height,
            "field-mm" => field(&self.sheet),
            "title-mm" => TITLE[usize::from(self.sheet.is_lying())],
        }
    }
}
