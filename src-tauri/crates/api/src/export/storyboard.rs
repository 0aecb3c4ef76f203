//! A storyboard out of rows: one cell a panel, and one for a shot that has none yet.

use std::{collections::HashMap, sync::Arc};

use ql_model::{EntityId, row::Panel, vocabulary::Look};
use ql_paper::{Cell, Cover, ShotList, Show, Sketch, Storyboard};

use super::{
    Warning, drawings,
    gather::{Gathered, GatheredScene, GatheredShot},
    job::Job,
    missing, page,
};
use crate::{app::Inner, error::Failure};

type Drawn = HashMap<EntityId, Arc<Sketch>>;

/// A storyboard without drawings, and the drawing each cell shows.
pub(super) struct Plan {
    pub storyboard: Storyboard,
    pub drawings: Vec<Option<EntityId>>,
    /// The drawing on the cover.
    pub cover: Option<EntityId>,
}

/// Every page, with its drawings.
pub(super) fn whole(
    app: &Inner,
    gathered: &Gathered,
    job: &Job<'_>,
) -> Result<(Storyboard, Vec<Warning>), Failure> {
    let mut plan = Plan::of(gathered)?;
    plan.draw(app, gathered, 0..plan.drawings.len(), job)?;
    plan.draw_cover(app, gathered, job)?;
    let warnings = plan.warnings(gathered);
    Ok((plan.storyboard, warnings))
}

impl Plan {
    pub fn of(gathered: &Gathered) -> Result<Self, Failure> {
        let look = &gathered.choice.look;
        let sheet = look.sheet(gathered.choice.kind);
        let mut cells = Vec::new();
        let mut drawings = Vec::new();
        for scene in &gathered.scenes {
            let first = cells.len();
            for shot in &scene.shots {
                for (cell, drawing) in cells_of(gathered, scene, shot) {
                    cells.push(cell);
                    drawings.push(drawing);
                }
            }
            // A scene that has no shot yet is a place on the board all the same.
            if cells.len() == first {
                cells.push(empty_scene(gathered, scene));
                drawings.push(None);
            }
            cells[first].begins = true;
        }
        let cover = look.cover.then(|| cover_drawing(gathered)).flatten();
        let storyboard = Storyboard {
            head: page::head(gathered, page::figures(gathered)),
            sheet,
            per_page: look.per_page()?,
            ratio: gathered.film.ratio,
            cover: look.cover.then(|| Cover {
                drawing: None,
                alt: cover.as_ref().map_or_else(String::new, |(_, alt)| alt.clone()),
                figures: page::all_figures(gathered),
            }),
            show: Show { duration: look.duration, notes: look.notes },
            cells,
        };
        Ok(Self { storyboard, drawings, cover: cover.map(|(drawing, _)| drawing) })
    }

    /// Draws these cells.
    pub fn draw(
        &mut self,
        app: &Inner,
        gathered: &Gathered,
        cells: std::ops::Range<usize>,
        job: &Job<'_>,
    ) -> Result<(), Failure> {
        let board = &mut self.storyboard;
        let (width, _) = board.frame();
        let wanted: Vec<EntityId> = self.drawings[cells.clone()].iter().flatten().copied().collect();
        let drawn: Drawn = drawings::ready(app, gathered, &wanted, width, job)?;
        for at in cells {
            board.cells[at].drawing = self.drawings[at].and_then(|drawing| drawn.get(&drawing).cloned());
        }
        Ok(())
    }

    pub fn draw_cover(&mut self, app: &Inner, gathered: &Gathered, job: &Job<'_>) -> Result<(), Failure> {
        let board = &mut self.storyboard;
        if let (Some(cover), Some(drawing)) = (&mut board.cover, self.cover) {
            let (width, _) = Cover::frame(&board.sheet, board.ratio);
            cover.drawing = drawings::ready(app, gathered, &[drawing], width, job)?.remove(&drawing);
        }
        Ok(())
    }

    pub fn warnings(&self, gathered: &Gathered) -> Vec<Warning> {
        let head = &self.storyboard.head;
        let cells = self.storyboard.cells.iter().flat_map(|cell| {
            let said = [&cell.action, &cell.dialogue, &cell.notes, &cell.size, &cell.tech, &cell.label];
            said.into_iter().chain([&cell.scene, &cell.heading, &cell.effect])
        });
        let drawn =
            self.drawings.iter().flatten().filter_map(|drawing| gathered.lettering.get(drawing)).flatten();
        missing(cells.chain(page::texts(head)).chain(drawn).map(String::as_str)).into_iter().collect()
    }
}

fn empty_scene(gathered: &Gathered, scene: &GatheredScene) -> Cell {
    Cell {
        gone: scene.scene.omitted,
        scene: scene.scene.number.clone(),
        heading: gathered.heading(&scene.scene),
        effect: gathered.effect(&scene.scene),
        ..Cell::default()
    }
}

/// The cells of a shot with the drawing each shows.
fn cells_of(
    gathered: &Gathered,
    scene: &GatheredScene,
    shot: &GatheredShot,
) -> Vec<(Cell, Option<EntityId>)> {
    if shot.is_gone() || shot.panels.is_empty() {
        return vec![(cell(gathered, scene, shot, None), None)];
    }
    let panels = shot.panels.iter();
    panels.map(|panel| (cell(gathered, scene, shot, Some(panel)), Some(panel.drawing))).collect()
}

fn cell(gathered: &Gathered, scene: &GatheredScene, shot: &GatheredShot, panel: Option<&Panel>) -> Cell {
    let look = &gathered.choice.look;
    let row = &shot.shot;
    if shot.is_gone() {
        return Cell { label: row.label.clone(), gone: true, ..empty_scene(gathered, scene) };
    }
    let first = panel.is_none_or(|panel| panel.position == 0);
    // The words of the shot are printed once: on the panel that has the same, else on the first, before its own.
    let own = |of_panel: fn(&Panel) -> &String, of_shot: &String| {
        let of_shot = of_shot.trim();
        let told = shot.panels.iter().any(|panel| of_panel(panel).trim() == of_shot);
        let before = if first && !told { of_shot } else { "" };
        let texts = [before, panel.map_or("", |panel| of_panel(panel).trim())];
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let action = own(|panel| &panel.action, &row.action);
    let dialogue = own(|panel| &panel.dialogue, &row.dialogue);
    let label = panel.map_or(&row.label, |panel| &panel.label).clone();
    let state = panel.map_or(Look::Empty, |panel| panel.look);
    let shown_action = if look.action { action } else { String::new() };
    let [angle, movement, support] = gathered.camera(row);
    let tech = [angle, movement, support].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    Cell {
        alt: gathered.alt(&label, row, &shown_action, state),
        label,
        solid: matches!(state, Look::Drawn | Look::Finished),
        gone: false,
        size: gathered.size(row),
        tech: tech.join("\u{a0}· "),
        duration: gathered.words.duration(panel.map_or(row.duration_ms, |panel| panel.duration_ms)),
        action: shown_action,
        dialogue: if look.dialogue { dialogue } else { String::new() },
        notes: if look.notes && first { row.notes.trim().to_owned() } else { String::new() },
        more_in_table: !ShotList::holds(&gathered.action(shot), &gathered.dialogue(shot), &row.notes),
        scene: scene.scene.number.clone(),
        heading: gathered.heading(&scene.scene),
        effect: gathered.effect(&scene.scene),
        begins: false,
        drawing: None,
    }
}

/// The drawing that took most strokes among those that are finished, else inked, else drawn at all: what the group worked at most.
fn cover_drawing(gathered: &Gathered) -> Option<(EntityId, String)> {
    let shown = gathered.shots().filter(|shot| !shot.is_gone());
    let panels = shown.flat_map(|shot| shot.panels.iter().map(move |panel| (shot, panel)));
    let best = panels
        .filter(|(_, panel)| panel.look != Look::Empty)
        .filter_map(|(shot, panel)| Some((shot, panel, gathered.drawings.get(&panel.drawing)?)))
        .max_by_key(|(_, panel, drawing)| {
            let rank = match panel.look {
                Look::Finished => 3,
                Look::Drawn => 2,
                _ => 1,
            };
            (rank, drawing.ink_strokes, std::cmp::Reverse(panel.index))
        });
    best.map(|(shot, panel, drawing)| {
        let action = if gathered.choice.look.action { shot.shot.action.as_str() } else { "" };
        (drawing.id, gathered.alt(&panel.label, &shot.shot, action, panel.look))
    })
}
