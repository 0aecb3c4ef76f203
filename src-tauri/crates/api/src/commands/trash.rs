//! The trash of a film, and "Retrouvés": what is alive under a parent that is gone.

use std::collections::HashMap;

use ql_model::{
    DocumentId, EntityId,
    entity::Kind,
    row::{Drawing, Mark, Panel, Scene, Shot},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{app::Inner, error::Failure};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ListTrash {
    film: DocumentId,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ListLost {
    film: DocumentId,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Trash {
    entries: Vec<TrashEntry>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Lost {
    entries: Vec<LostEntry>,
}

/// What was deleted together.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TrashEntry {
    entity: EntityId,
    #[ts(type = "'scene' | 'shot' | 'panel' | 'mark'")]
    kind: &'static str,
    /// Its label when it was deleted; of a mark, the label of its panel.
    label: String,
    /// Its heading, or what is seen in it.
    text: String,
    #[ts(type = "number")]
    deleted_at: i64,
    scenes: u32,
    shots: u32,
    panels: u32,
    /// The first drawing of it.
    drawing: Option<EntityId>,
    version: Option<String>,
}

/// What is alive under a parent that is gone.
#[derive(Debug, Serialize, TS)]
pub(crate) struct LostEntry {
    entity: EntityId,
    #[ts(type = "'scene' | 'shot' | 'panel'")]
    kind: &'static str,
    label: String,
    text: String,
    drawing: Option<EntityId>,
    version: Option<String>,
}

/// The rows of a film by id.
struct Rows {
    scenes: HashMap<EntityId, Scene>,
    shots: HashMap<EntityId, Shot>,
    panels: HashMap<EntityId, Panel>,
    drawings: HashMap<EntityId, Drawing>,
    marks: HashMap<EntityId, Mark>,
}

impl Rows {
    fn read(app: &Inner, film: DocumentId) -> Result<Self, Failure> {
        let (rows, marks) = app.read(|reader| Ok((reader.film(film)?, reader.film_marks(film)?)))?;
        Ok(Self {
            scenes: rows.scenes.into_iter().map(|row| (row.id, row)).collect(),
            shots: rows.shots.into_iter().map(|row| (row.id, row)).collect(),
            panels: rows.panels.into_iter().map(|row| (row.id, row)).collect(),
            drawings: rows.drawings.into_iter().map(|row| (row.id, row)).collect(),
            marks: marks.into_iter().map(|row| (row.id, row)).collect(),
        })
    }

    fn words(&self, id: EntityId) -> (String, String) {
        if let Some(scene) = self.scenes.get(&id) {
            (scene.number.clone(), scene.heading.clone())
        } else if let Some(shot) = self.shots.get(&id) {
            (shot.label.clone(), first_of(&[&shot.action, &shot.dialogue]))
        } else if let Some(panel) = self.panels.get(&id) {
            let shot = self.shots.get(&panel.shot);
            (
                panel.label.clone(),
                first_of(&[&panel.action, &panel.dialogue, shot.map_or("", |shot| &shot.action)]),
            )
        } else if let Some(mark) = self.marks.get(&id) {
            let panel = self.drawings.get(&mark.drawing).and_then(|drawing| self.panels.get(&drawing.panel));
            (panel.map_or_else(String::new, |panel| panel.label.clone()), mark.text.clone())
        } else {
            (String::new(), String::new())
        }
    }

    /// The first drawing with something on it, else the first.
    fn picture(&self, together: &[(EntityId, Kind)]) -> (Option<EntityId>, Option<String>) {
        if let Some(mark) = together.first().and_then(|(id, _)| self.marks.get(id)) {
            let version = self.drawings.get(&mark.drawing).map(|drawing| drawing.version.clone());
            return (Some(mark.drawing), version);
        }
        let panels = together.iter().filter_map(|(id, _)| self.panels.get(id));
        let drawings: Vec<&Drawing> = panels.filter_map(|panel| self.drawings.get(&panel.drawing)).collect();
        let shown = drawings
            .iter()
            .find(|drawing| drawing.strokes > 0 || drawing.picture.is_some())
            .or(drawings.first());
        (shown.map(|drawing| drawing.id), shown.map(|drawing| drawing.version.clone()))
    }
}

/// What a screen calls it: arrows and texts are marks.
fn kind_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Arrow | Kind::Lettering => "mark",
        other => other.code(),
    }
}

fn first_of(texts: &[&str]) -> String {
    texts.iter().find(|text| !text.is_empty()).map_or_else(String::new, |text| (*text).to_owned())
}

fn count(together: &[(EntityId, Kind)], kind: Kind) -> u32 {
    u32::try_from(together.iter().filter(|(_, other)| *other == kind).count()).unwrap_or(u32::MAX)
}

pub(crate) fn list_trash(app: &Inner, request: ListTrash) -> Result<Trash, Failure> {
    let things = app.write(|workspace| Ok(workspace.trash(request.film)?))?;
    let rows = Rows::read(app, request.film)?;
    let entries = things
        .iter()
        .map(|thing| {
            let (label, text) = rows.words(thing.entity);
            let (drawing, version) = rows.picture(&thing.together);
            TrashEntry {
                entity: thing.entity,
                kind: kind_of(thing.kind),
                label,
                text,
                deleted_at: thing.trashed.at,
                scenes: count(&thing.together, Kind::Scene),
                shots: count(&thing.together, Kind::Shot),
                panels: count(&thing.together, Kind::Panel),
                drawing,
                version,
            }
        })
        .collect();
    Ok(Trash { entries })
}

pub(crate) fn list_lost(app: &Inner, request: ListLost) -> Result<Lost, Failure> {
    let things = app.write(|workspace| Ok(workspace.lost(request.film)?))?;
    let rows = Rows::read(app, request.film)?;
    let mut entries: Vec<LostEntry> = things
        .iter()
        .map(|thing| {
            let (label, text) = rows.words(thing.entity);
            let (drawing, version) = rows.picture(&thing.together);
            LostEntry { entity: thing.entity, kind: thing.kind.code(), label, text, drawing, version }
        })
        .collect();
    entries.sort_by(|a, b| (&a.label, &a.text, a.entity).cmp(&(&b.label, &b.text, b.entity)));
    Ok(Lost { entries })
}
