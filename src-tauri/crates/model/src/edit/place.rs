//! Finding places: an index between two siblings, making room where two of them tie.

use super::{After, EditError, expect, life::is_placed_by_people};
use crate::{
    board::Board,
    entity::{Kind, Value},
    id::EntityId,
    place::{self, Place},
    step::Step,
};

/// The first place under a parent that is being made.
pub fn first_under(parent: EntityId) -> Place {
    Place { parent, index: place::between(None, None).expect("nothing ties with nothing") }
}

/// A place under `parent`, and the steps that make room for it. `moving` does not count as a sibling.
pub fn found(
    board: &Board,
    parent: EntityId,
    after: After,
    moving: Option<EntityId>,
) -> Result<(Place, Vec<Step>), EditError> {
    // Those in the trash count too: they come back to where they were, and a locked film still shows them, omitted.
    let mut siblings: Vec<(EntityId, String)> = board
        .nodes()
        .filter(|(id, node)| {
            Some(*id) != moving && node.place.as_ref().is_some_and(|place| place.parent == parent)
        })
        .filter_map(|(id, node)| node.place.as_ref().map(|place| (id, place.index.clone())))
        .collect();
    siblings.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    let at = match after {
        After::Last => siblings.len(),
        After::First => 0,
        After::Sibling(sibling) => {
            1 + siblings.iter().position(|(id, _)| *id == sibling).ok_or(EditError::Missing(sibling))?
        }
    };
    let lower = at.checked_sub(1).map(|before| siblings[before].1.as_str());
    let upper = siblings.get(at).map(|(_, index)| index.as_str());
    if let Some(index) = place::between(lower, upper) {
        return Ok((Place { parent, index }, Vec::new()));
    }
    // The neighbours were inserted apart at the same place and tie: those behind get indices of their own.
    let tied = siblings[at..].iter().take_while(|(_, index)| Some(index.as_str()) <= lower).count();
    let upper = siblings.get(at + tied).map(|(_, index)| index.as_str());
    let indices = place::evenly(lower, upper, tied + 1).unwrap_or_default();
    let mut indices = indices.into_iter();
    let index = indices.next().unwrap_or_else(|| first_under(parent).index);
    let steps = siblings[at..at + tied]
        .iter()
        .zip(indices)
        .map(|((id, old), new)| {
            replace(*id, &Place { parent, index: old.clone() }, &Place { parent, index: new })
        })
        .collect();
    Ok((Place { parent, index }, steps))
}

fn replace(entity: EntityId, from: &Place, to: &Place) -> Step {
    Step::Field {
        entity,
        field: "place".to_owned(),
        from: Value::Text(from.to_string()),
        to: Value::Text(to.to_string()),
    }
}

/// The steps of a move.
pub fn moved(
    board: &Board,
    entity: EntityId,
    parent: Option<EntityId>,
    after: After,
) -> Result<Vec<Step>, EditError> {
    let node =
        board.node(entity).filter(|node| is_placed_by_people(node.kind)).ok_or(EditError::Missing(entity))?;
    let from = node.place.clone();
    let parent = parent.or(from.as_ref().map(|place| place.parent)).ok_or(EditError::Missing(entity))?;
    match node.kind.parent() {
        Some(Kind::Film) if parent == board.film().id => {}
        Some(kind) if kind != Kind::Film => expect(board, parent, kind)?,
        _ => return Err(EditError::Kind(parent, Kind::Film.code())),
    }
    if after == After::Sibling(entity) {
        return Ok(Vec::new());
    }
    let (to, mut steps) = found(board, parent, after, Some(entity))?;
    let from = from.map_or(Value::Null, |place| Value::Text(place.to_string()));
    steps.push(Step::Field { entity, field: "place".to_owned(), from, to: Value::Text(to.to_string()) });
    Ok(steps)
}
