//! Deleting, restoring, locking: what goes together comes back together.

use std::collections::{HashMap, HashSet};

use super::{After, EditError, place};
use crate::{
    board::Board,
    document::Document,
    entity::{Kind, Trashed, Value},
    id::{EntityId, StrokeId},
    step::{self, Step},
    vocabulary::Life,
};

/// The steps of a deletion: everything alive below goes along, marked as one deletion.
pub fn delete(board: &Board, document: &Document, entity: EntityId, at: i64) -> Result<Vec<Step>, EditError> {
    let node = board.node(entity).ok_or(EditError::Missing(entity))?;
    if !node.alive {
        return Ok(Vec::new());
    }
    let label = match node.kind {
        Kind::Scene => board.scene(entity).map(|scene| scene.number.clone()),
        Kind::Shot => board.shot(entity).map(|shot| shot.label.clone()),
        Kind::Panel => board.panel(entity).map(|panel| panel.label.clone()),
        _ => None,
    };
    let mut steps = Vec::new();
    if let Some(label) = label {
        let from = document.register(entity, "last_label").unwrap_or_default();
        steps.push(Step::Field { entity, field: "last_label".to_owned(), from, to: Value::Text(label) });
    }
    let trashed = Some(Trashed { root: entity, at });
    let going = board.below(entity, |node| node.alive);
    steps.extend(going.into_iter().map(|(entity, _)| Step::Life { entity, alive: false, trashed }));
    Ok(steps)
}

/// The steps of a restoration: what went with it comes back, and so do the parents it needs. A lost entity gets its parent back, or a new one.
pub fn restore(board: &Board, entity: EntityId, parent: Option<EntityId>) -> Result<Vec<Step>, EditError> {
    let node = board.node(entity).ok_or(EditError::Missing(entity))?;
    let mut steps = Vec::new();
    let mut above = parent.or(node.place.as_ref().map(|place| place.parent));
    let mut chain = Vec::new();
    while let Some(id) = above.filter(|id| *id != board.film().id) {
        let Some(node) = board.node(id) else { break };
        if !node.alive {
            chain.push(Step::Life { entity: id, alive: true, trashed: node.trashed });
        }
        above = node.place.as_ref().map(|place| place.parent);
    }
    steps.extend(chain.into_iter().rev());
    if let Some(trashed) = node.trashed {
        let together =
            board.below(entity, |node| node.trashed.is_some_and(|other| other.root == trashed.root));
        steps.extend(together.into_iter().map(|(entity, _)| Step::Life {
            entity,
            alive: true,
            trashed: Some(trashed),
        }));
    }
    if let Some(parent) =
        parent.filter(|parent| node.place.as_ref().is_none_or(|place| place.parent != *parent))
    {
        steps.extend(place::moved(board, entity, Some(parent), After::Last)?);
    }
    Ok(steps)
}

/// The steps that bring back a deleted drawing and the panel it is in.
pub fn revive(board: &Board, drawing: EntityId) -> Vec<Step> {
    let panel = board.node(drawing).and_then(|node| node.place.as_ref()).map(|place| place.parent);
    let deleted = [panel, Some(drawing)]
        .into_iter()
        .flatten()
        .filter_map(|id| Some((id, board.node(id).filter(|node| !node.alive)?.trashed)));
    deleted.map(|(entity, trashed)| Step::Life { entity, alive: true, trashed }).collect()
}

/// The steps that freeze the labels of a film, or let them be computed again.
pub fn lock(board: &Board, document: &Document, locked: bool) -> Vec<Step> {
    let film = board.film();
    let mut steps = vec![Step::Field {
        entity: film.id,
        field: "locked".to_owned(),
        from: document.register(film.id, "locked").unwrap_or_default(),
        to: Value::Bool(locked),
    }];
    let mut nodes: Vec<_> = board.nodes().collect();
    nodes.sort_by_key(|(id, _)| *id);
    for (id, node) in nodes {
        let label = match node.kind {
            Kind::Scene => board.scene(id).map(|scene| &scene.number),
            Kind::Shot => board.shot(id).map(|shot| &shot.label),
            _ => None,
        };
        let shown = board.life(id) == Some(Life::Live);
        let to = if locked && shown { label.cloned().map_or(Value::Null, Value::Text) } else { Value::Null };
        let from = node.locked.clone().map_or(Value::Null, Value::Text);
        if from != to && matches!(node.kind, Kind::Scene | Kind::Shot) {
            let from = document.register(id, "label").unwrap_or_default();
            steps.push(Step::Field { entity: id, field: "label".to_owned(), from, to });
        }
    }
    steps
}

/// What a gesture itself wrote, to tell it from what others did since.
#[derive(Default)]
struct Own {
    made: HashSet<EntityId>,
    strokes: HashSet<StrokeId>,
    words: HashMap<(EntityId, String), String>,
    pictures: HashMap<EntityId, String>,
}

impl Own {
    fn of(done: &[Step]) -> Self {
        let mut own = Self::default();
        for step in done {
            match step {
                Step::Create { entity, fields, texts, .. } => {
                    own.made.insert(*entity);
                    own.words
                        .extend(texts.iter().map(|(field, text)| ((*entity, field.clone()), text.clone())));
                    own.pictures.extend(
                        fields
                            .iter()
                            .filter(|(field, _)| field == "picture")
                            .map(|(_, value)| (*entity, value.text().to_owned())),
                    );
                }
                Step::Text { entity, field, to, .. } => {
                    drop(own.words.insert((*entity, field.clone()), to.clone()))
                }
                Step::Field { entity, field, to, .. } if field == "picture" => {
                    drop(own.pictures.insert(*entity, to.text().to_owned()))
                }
                Step::Stroke { stroke, to: Some(_), .. } => drop(own.strokes.insert(*stroke)),
                _ => {}
            }
        }
        own
    }

    /// Whether something in an entity is not the gesture's own.
    fn is_stranger(&self, board: &Board, id: EntityId) -> bool {
        let said = |field: &str, now: &str| {
            self.words.get(&(id, field.to_owned())).map_or("", String::as_str) != now
        };
        !self.made.contains(&id)
            || board.scene(id).is_some_and(|row| said("summary", &row.summary))
            || board.shot(id).is_some_and(|row| {
                said("action", &row.action) || said("dialogue", &row.dialogue) || said("notes", &row.notes)
            })
            || board
                .panel(id)
                .is_some_and(|row| said("action", &row.action) || said("dialogue", &row.dialogue))
            || board.drawing(id).is_some_and(|row| {
                row.picture.as_deref().unwrap_or("") != self.pictures.get(&id).map_or("", String::as_str)
            })
            || board.strokes(id).any(|(stroke, _)| !self.strokes.contains(&stroke))
    }
}

/// The steps that undo a gesture. When others drew or wrote since in something it made, that goes to the trash instead of leaving without
/// a trace, with all that lives in it.
pub fn take_back(board: &Board, done: &[Step], at: i64) -> Vec<Step> {
    let own = Own::of(done);
    let tops = own.made.iter().filter(|id| {
        board
            .node(**id)
            .is_some_and(|node| node.place.as_ref().is_none_or(|place| !own.made.contains(&place.parent)))
    });
    let mut out: Vec<Step> = Vec::new();
    let mut kept: HashSet<EntityId> = HashSet::new();
    for top in tops {
        let below = board.below(*top, |node| node.alive);
        if below.iter().any(|(id, _)| own.is_stranger(board, *id)) {
            let trashed = Some(Trashed { root: *top, at });
            kept.extend(below.iter().map(|(id, _)| *id));
            out.extend(below.into_iter().map(|(entity, _)| Step::Life { entity, alive: false, trashed }));
        }
    }
    // What goes to the trash keeps what was in it.
    let rest = step::invert(done).into_iter().filter(|step| !kept.contains(&step.entity()));
    out.extend(rest);
    out
}
