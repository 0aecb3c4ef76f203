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
    if node.kind == Kind::Drawing {
        return Err(EditError::Kind(entity, Kind::Panel.code()));
    }
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

/// The steps of a restoration: what went with it comes back, and so do the parents it needs, also one whose making was undone. A lost
/// entity gets its parent back, or a new one.
pub fn restore(
    board: &Board,
    document: &Document,
    entity: EntityId,
    parent: Option<EntityId>,
) -> Result<Vec<Step>, EditError> {
    let node = board.node(entity).ok_or(EditError::Missing(entity))?;
    if parent.is_some() && !is_placed_by_people(node.kind) {
        return Err(EditError::Kind(entity, Kind::Panel.code()));
    }
    let mut chain = Vec::new();
    let mut above = parent.or(node.place.as_ref().map(|place| place.parent));
    while let Some(id) = above.filter(|id| *id != board.film().id) {
        let Some(found) = document.entity(id) else { break };
        if !found.alive {
            chain.push(Step::Life { entity: id, alive: true, trashed: found.trashed });
        }
        above = found.place.map(|place| place.parent);
    }
    let mut steps: Vec<Step> = chain.into_iter().rev().collect();
    steps.extend(together(board, entity));
    if let Some(parent) =
        parent.filter(|parent| node.place.as_ref().is_none_or(|place| place.parent != *parent))
    {
        steps.extend(place::moved(board, entity, Some(parent), After::Last)?);
    }
    Ok(steps)
}

/// The steps that give life again to an entity and to all that was deleted with it.
fn together(board: &Board, entity: EntityId) -> Vec<Step> {
    let Some(trashed) = board.node(entity).and_then(|node| node.trashed) else { return Vec::new() };
    let group = board.below(entity, |node| node.trashed.is_some_and(|other| other.root == trashed.root));
    group.into_iter().map(|(entity, _)| Step::Life { entity, alive: true, trashed: Some(trashed) }).collect()
}

/// Whether people move and delete things of this kind by themselves. A drawing goes with its panel, a mark stays on its drawing.
pub fn is_placed_by_people(kind: Kind) -> bool {
    matches!(kind, Kind::Scene | Kind::Shot | Kind::Panel)
}

/// The steps that bring back a deleted drawing, the panel it is in, and all that was deleted with them.
pub fn revive(board: &Board, document: &Document, drawing: EntityId) -> Vec<Step> {
    let panel = document.entity(drawing).and_then(|drawing| drawing.place).map(|place| place.parent);
    let mut steps: Vec<Step> = Vec::new();
    for id in [panel, Some(drawing)].into_iter().flatten() {
        let Some(found) = document.entity(id).filter(|found| !found.alive) else { continue };
        if steps.iter().any(|step| step.entity() == id) {
            continue;
        }
        let group = together(board, id);
        if group.is_empty() {
            steps.push(Step::Life { entity: id, alive: true, trashed: found.trashed });
        }
        steps.extend(group);
    }
    steps
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
        let to = match (locked, &node.locked) {
            // Freezing what is frozen changes nothing: what was omitted since keeps its label.
            (true, Some(label)) if film.locked => Value::Text(label.clone()),
            (true, _) if shown => label.cloned().map_or(Value::Null, Value::Text),
            _ => Value::Null,
        };
        let from = node.locked.clone().map_or(Value::Null, Value::Text);
        if from != to && matches!(node.kind, Kind::Scene | Kind::Shot) {
            let from = document.register(id, "label").unwrap_or_default();
            steps.push(Step::Field { entity: id, field: "label".to_owned(), from, to });
        }
    }
    steps
}

/// The steps that keep, in a locked film, the labels of what was inserted since: before anything is put beside it, moved or deleted.
pub fn settle_labels(board: &Board, document: &Document) -> Vec<Step> {
    let mut nodes: Vec<_> = board
        .nodes()
        .filter(|(id, node)| node.locked.is_none() && board.life(*id) == Some(Life::Live))
        .collect();
    nodes.sort_by_key(|(id, _)| *id);
    let labels = nodes.into_iter().filter_map(|(id, node)| match node.kind {
        Kind::Scene => Some((id, board.scene(id)?.number.clone())),
        Kind::Shot => Some((id, board.shot(id)?.label.clone())),
        _ => None,
    });
    labels
        .map(|(entity, label)| {
            let from = document.register(entity, "label").unwrap_or_default();
            Step::Field { entity, field: "label".to_owned(), from, to: Value::Text(label) }
        })
        .collect()
}

/// What a gesture itself wrote, to tell it from what others did since.
#[derive(Default)]
struct Own {
    made: HashSet<EntityId>,
    strokes: HashSet<StrokeId>,
    words: HashMap<(EntityId, String), String>,
    fields: HashMap<(EntityId, String), Value>,
}

/// Registers that say where an entity is and whether it lives, not what people wrote in it.
const STRUCTURE: &[&str] = &["kind", "place", "label", "last_label", "trash_root", "trashed_at"];

impl Own {
    fn of(done: &[Step]) -> Self {
        let mut own = Self::default();
        for step in done {
            match step {
                Step::Create { entity, fields, texts, .. } => {
                    own.made.insert(*entity);
                    own.words
                        .extend(texts.iter().map(|(field, text)| ((*entity, field.clone()), text.clone())));
                    own.fields.extend(
                        fields.iter().map(|(field, value)| ((*entity, field.clone()), value.clone())),
                    );
                }
                Step::Text { entity, field, to, .. } => {
                    drop(own.words.insert((*entity, field.clone()), to.clone()))
                }
                Step::Field { entity, field, to, .. } => {
                    drop(own.fields.insert((*entity, field.clone()), to.clone()))
                }
                Step::Stroke { stroke, to: Some(_), .. } => drop(own.strokes.insert(*stroke)),
                _ => {}
            }
        }
        own
    }

    /// What the gesture made in something that was there before.
    fn tops(&self, board: &Board) -> Vec<EntityId> {
        let outside = |id: &EntityId| {
            let above = board.node(*id).map(|node| node.place.as_ref().map(|place| place.parent));
            above.is_some_and(|parent| parent.is_none_or(|parent| !self.made.contains(&parent)))
        };
        let mut tops: Vec<EntityId> = self.made.iter().copied().filter(outside).collect();
        tops.sort();
        tops
    }

    /// Whether something in an entity is not the gesture's own.
    fn is_stranger(&self, board: &Board, document: &Document, id: EntityId) -> bool {
        let Some(now) = document.entity(id).filter(|_| self.made.contains(&id)) else { return true };
        let written = now.fields.iter().filter(|(field, _)| !STRUCTURE.contains(&field.as_str()));
        let key = |field: &str| (id, field.to_owned());
        written
            .into_iter()
            .any(|(field, value)| self.fields.get(&key(field)).unwrap_or(&Value::Null) != value)
            || document
                .texts(id, now.kind)
                .iter()
                .any(|(field, text)| self.words.get(&key(field)).map_or("", String::as_str) != text)
            || board.strokes(id).any(|(stroke, _)| !self.strokes.contains(&stroke))
    }
}

/// The steps that undo a gesture. When others drew or wrote since in something it made, that goes to the trash instead of leaving without
/// a trace, with all that lives in it; and so it does when others deleted something in it, so that this still has where to go back to.
pub fn take_back(board: &Board, document: &Document, done: &[Step], at: i64) -> Vec<Step> {
    let own = Own::of(done);
    let tops = own.tops(board);
    let mut out: Vec<Step> = Vec::new();
    let mut kept: HashSet<EntityId> = HashSet::new();
    for top in tops {
        let all = board.below(top, |_| true);
        if all.iter().any(|(id, _)| own.is_stranger(board, document, *id)) {
            // Also what the gesture itself had deleted in it stays where it is.
            kept.extend(all.into_iter().map(|(id, _)| id));
            let trashed = Some(Trashed { root: top, at });
            let alive = board.below(top, |node| node.alive);
            out.extend(alive.into_iter().map(|(entity, _)| Step::Life { entity, alive: false, trashed }));
        }
    }
    // What goes to the trash keeps what was in it, and a label that was settled along the way stays: others may count on it since.
    let freezes = done.iter().any(|step| matches!(step, Step::Field { field, .. } if field == "locked"));
    let settled = |step: &Step| matches!(step, Step::Field { field, .. } if field == "label");
    let rest = step::invert(done)
        .into_iter()
        .filter(|step| !kept.contains(&step.entity()) && (freezes || !settled(step)));
    out.extend(rest);
    on_paper(board, document, out)
}

/// The steps that do a gesture again: what was taken back into the trash comes out of it with all that went along. What someone else
/// had put there before stays there.
pub fn do_again(board: &Board, document: &Document, done: &[Step]) -> Vec<Step> {
    let own = Own::of(done);
    let tops = own.tops(board);
    let mut steps = Vec::new();
    for step in step::again(done) {
        if let Step::Life { entity, alive: true, .. } = step
            && own.made.contains(&entity)
        {
            let trashed = board.node(entity).and_then(|node| node.trashed);
            if trashed.is_some_and(|trashed| !tops.contains(&trashed.root)) {
                continue;
            }
            steps.extend(together(board, entity));
        }
        steps.push(step);
    }
    on_paper(board, document, steps)
}

/// A stroke or a mark that comes back to a drawing whose making was undone meanwhile brings its panel back: it would be there and seen by
/// nobody.
fn on_paper(board: &Board, document: &Document, steps: Vec<Step>) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    for step in steps {
        let drawing = match &step {
            Step::Stroke { drawing, to: Some(_), .. } => Some(*drawing),
            Step::Life { entity, alive: true, .. } => document
                .entity(*entity)
                .filter(|mark| matches!(mark.kind, Kind::Arrow | Kind::Lettering))
                .and_then(|mark| mark.place)
                .map(|place| place.parent),
            _ => None,
        };
        if let Some(drawing) = drawing.filter(|drawing| board.node(*drawing).is_none()) {
            let given = |id| {
                out.iter().any(|step| matches!(step, Step::Life { entity, alive: true, .. } if *entity == id))
            };
            let back: Vec<Step> =
                revive(board, document, drawing).into_iter().filter(|step| !given(step.entity())).collect();
            out.extend(back);
        }
        out.push(step);
    }
    out
}
