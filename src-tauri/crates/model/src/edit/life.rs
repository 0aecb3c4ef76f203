//! Deleting, restoring, locking: what goes together comes back together.

use super::{After, EditError, place};
use crate::{
    board::Board,
    document::Document,
    entity::{Kind, Trashed, Value},
    id::EntityId,
    step::Step,
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
        let together = board.below(entity, |node| node.trashed.is_some_and(|other| other.root == trashed.root));
        steps.extend(together.into_iter().map(|(entity, _)| Step::Life { entity, alive: true, trashed: Some(trashed) }));
    }
    if let Some(parent) = parent.filter(|parent| node.place.as_ref().is_none_or(|place| place.parent != *parent)) {
        steps.extend(place::moved(board, entity, Some(parent), After::Last)?);
    }
    Ok(steps)
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

/// Softens the undoing of a creation: when something was drawn or written below meanwhile, it goes to the trash instead of leaving
/// without a trace, with all that lives in it.
pub fn take_back(board: &Board, steps: Vec<Step>, at: i64) -> Vec<Step> {
    let unmade: Vec<EntityId> =
        steps.iter().filter_map(|step| if let Step::Life { entity, alive: false, trashed: None } = step { Some(*entity) } else { None }).collect();
    let tops: Vec<EntityId> = unmade
        .iter()
        .copied()
        .filter(|id| board.node(*id).is_some_and(|node| node.place.as_ref().is_none_or(|place| !unmade.contains(&place.parent))))
        .collect();
    let mut out: Vec<Step> = Vec::new();
    let mut kept: Vec<EntityId> = Vec::new();
    for top in tops {
        let below = board.below(top, |node| node.alive);
        let strangers = below.iter().any(|(id, _)| !unmade.contains(id));
        let drawn = below.iter().any(|(id, _)| board.drawing(*id).is_some_and(|drawing| drawing.strokes > 0 || drawing.picture.is_some()));
        let written = below.iter().any(|(id, _)| has_words(board, *id));
        if strangers || drawn || written {
            let trashed = Some(Trashed { root: top, at });
            kept.extend(below.iter().map(|(id, _)| *id));
            out.extend(below.into_iter().map(|(entity, _)| Step::Life { entity, alive: false, trashed }));
        }
    }
    let rest = steps.into_iter().filter(|step| !matches!(step, Step::Life { entity, alive: false, trashed: None } if kept.contains(entity)));
    out.extend(rest);
    out
}

fn has_words(board: &Board, id: EntityId) -> bool {
    board.scene(id).is_some_and(|scene| !scene.summary.is_empty())
        || board.shot(id).is_some_and(|shot| !(shot.action.is_empty() && shot.dialogue.is_empty() && shot.notes.is_empty()))
        || board.panel(id).is_some_and(|panel| !(panel.action.is_empty() && panel.dialogue.is_empty()))
}
