//! Views of a film: rows put together as a screen asks for them.

use ql_model::{
    EntityId,
    row::{Drawing, Film, Mark, Panel, Scene, Shot, Stroke, Totals},
    vocabulary::{Life, Look},
};
use ql_store::FilmRows;
use serde::Serialize;
use ts_rs::TS;

/// Panels on the strip of a film's card.
const STRIP: usize = 12;

/// Every row of a film but strokes and marks.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct FilmView {
    pub film: Film,
    pub scenes: Vec<Scene>,
    pub shots: Vec<Shot>,
    pub panels: Vec<Panel>,
    pub drawings: Vec<Drawing>,
    pub totals: Totals,
    pub undo: Option<String>,
    pub redo: Option<String>,
}

impl FilmView {
    pub fn new(rows: FilmRows, undo: Option<String>, redo: Option<String>) -> Self {
        let FilmRows { film, scenes, shots, panels, drawings, totals } = rows;
        Self { film, scenes, shots, panels, drawings, totals, undo, redo }
    }
}

/// A drawing with its strokes in paint order; the ink itself is beside, at `ink/<drawing>`.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct DrawingView {
    pub drawing: Drawing,
    pub strokes: Vec<Stroke>,
    pub marks: Vec<Mark>,
}

/// A film on the home page.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct FilmCard {
    pub film: Film,
    pub totals: Totals,
    pub strip: Vec<StripPanel>,
    pub gauge: Vec<Look>,
    #[ts(type = "number")]
    pub changed_at: i64,
}

/// A panel on a film's strip.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct StripPanel {
    pub panel: EntityId,
    pub label: String,
    pub drawing: EntityId,
    pub version: String,
    pub look: Look,
}

impl FilmCard {
    pub fn new(rows: &FilmRows, changed_at: i64) -> Self {
        let live: Vec<&Panel> =
            rows.panels.iter().filter(|panel| panel.life == Life::Live).take(STRIP).collect();
        let strip = live
            .iter()
            .map(|panel| StripPanel {
                panel: panel.id,
                label: panel.label.clone(),
                drawing: panel.drawing,
                version: rows
                    .drawings
                    .iter()
                    .find(|drawing| drawing.id == panel.drawing)
                    .map_or_else(String::new, |drawing| drawing.version.clone()),
                look: panel.look,
            })
            .collect();
        let gauge = rows.shots.iter().filter(|shot| shot.life == Life::Live).map(|shot| shot.look).collect();
        Self { film: rows.film.clone(), totals: rows.totals, strip, gauge, changed_at }
    }
}
