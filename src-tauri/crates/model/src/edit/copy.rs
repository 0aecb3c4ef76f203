//! Copies: an entity with all that lives below it, under new identities; the ink is shared, since ink never changes.

use std::collections::HashMap;

use super::{After, EditError, Ids, Made, Plan, place};
use crate::{
    board::Board,
    document::Document,
    entity::{Entity, Kind, Value},
    id::{CutId, EntityId, StrokeId},
    place::Place,
    step::Step,
    stroke::Cut,
};

/// Registers that belong to one life of one entity and are not copied.
const OWN: &[&str] = &["kind", "place", "label", "last_label", "trash_root", "trashed_at", "schema"];

/// Plans a copy right behind the original.
pub fn duplicate(
    board: &Board,
    document: &Document,
    entity: EntityId,
    ids: &mut Ids<'_>,
) -> Result<Plan, EditError> {
    let node =
        board.node(entity).filter(|node| node.kind != Kind::Drawing).ok_or(EditError::Missing(entity))?;
    let parent = node.place.as_ref().ok_or(EditError::Missing(entity))?.parent;
    let (to, mut steps) = place::found(board, parent, After::Sibling(entity), None)?;
    let id = EntityId(ids());
    subtree(board, document, entity, id, to, ids, &mut steps);
    Ok(Plan { steps, made: Made { entity: Some(id), ..Made::default() } })
}

/// The steps that copy every live scene under another film.
pub fn film(board: &Board, document: &Document, to: EntityId, ids: &mut Ids<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for (scene, node) in board.children(board.film().id) {
        if let Some(index) = node.place.as_ref().map(|place| place.index.clone()) {
            let id = EntityId(ids());
            subtree(board, document, scene, id, Place { parent: to, index }, ids, &mut steps);
        }
    }
    steps
}

fn subtree(
    board: &Board,
    document: &Document,
    from: EntityId,
    id: EntityId,
    to: Place,
    ids: &mut Ids<'_>,
    steps: &mut Vec<Step>,
) {
    let Some(entity) = document.entity(from) else { return };
    let children = board.children(from);
    let copies: HashMap<EntityId, EntityId> =
        children.iter().map(|(child, _)| (*child, EntityId(ids()))).collect();
    steps.push(Step::Create {
        entity: id,
        kind: entity.kind,
        fields: fields(&entity, &to, &copies),
        texts: document.texts(from, entity.kind),
    });
    if entity.kind == Kind::Drawing {
        strokes(board, from, id, ids, steps);
    }
    for (child, node) in children {
        if let (Some(place), Some(copy)) = (&node.place, copies.get(&child)) {
            subtree(
                board,
                document,
                child,
                *copy,
                Place { parent: id, index: place.index.clone() },
                ids,
                steps,
            );
        }
    }
}

fn fields(entity: &Entity, place: &Place, copies: &HashMap<EntityId, EntityId>) -> Vec<(String, Value)> {
    let mut fields = vec![("place".to_owned(), Value::Text(place.to_string()))];
    for (field, value) in entity.fields.iter().filter(|(field, _)| !OWN.contains(&field.as_str())) {
        let mut value = value.clone();
        if field == "drawing" {
            // The copy of a panel shows the copy of its drawing.
            let shown: Option<EntityId> = value.text().parse().ok();
            value = shown
                .and_then(|shown| copies.get(&shown))
                .map_or(Value::Null, |copy| Value::Text(copy.to_string()));
        }
        fields.push((field.clone(), value));
    }
    fields
}

fn strokes(board: &Board, from: EntityId, to: EntityId, ids: &mut Ids<'_>, steps: &mut Vec<Step>) {
    let mut copies: HashMap<StrokeId, StrokeId> = HashMap::new();
    for (stroke, reference) in board.strokes(from) {
        let copy = StrokeId(ids());
        copies.insert(stroke, copy);
        steps.push(Step::Stroke { drawing: to, stroke: copy, from: None, to: Some(reference.clone()) });
    }
    for (_, cut) in board.cuts(from) {
        if let Some(stroke) = copies.get(&cut.stroke) {
            steps.push(Step::Cut {
                drawing: to,
                cut: CutId(ids()),
                from: None,
                to: Some(Cut { stroke: *stroke, ..*cut }),
            });
        }
    }
}
