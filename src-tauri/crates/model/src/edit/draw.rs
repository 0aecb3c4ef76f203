//! Drawing: strokes, erased ranges and marks. Drawing on what was just deleted brings it back, said as steps, so that undoing takes it
//! away again: a drawing is never lost because someone else deleted its panel a moment before.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::{After, EditError, Ids, Made, NewStroke, Plan, create, life, place, steps};
use crate::{
    board::Board,
    document::Document,
    entity::{Kind, Value},
    fields,
    id::{CutId, EntityId, StrokeId},
    step::Step,
    stroke::{Cut, StrokeRef},
};

/// A drawing that is or was in the film, also one whose making was undone meanwhile.
fn drawing_of(document: &Document, drawing: EntityId) -> Result<(), EditError> {
    match document.entity(drawing) {
        Some(found) if found.kind == Kind::Drawing => Ok(()),
        Some(_) => Err(EditError::Kind(drawing, Kind::Drawing.code())),
        None => Err(EditError::Missing(drawing)),
    }
}

/// Plans a stroke. The same stroke again, sent twice after a lost answer, is nothing to do.
pub fn add_stroke(
    board: &Board,
    document: &Document,
    drawing: EntityId,
    stroke: &NewStroke,
) -> Result<Plan, EditError> {
    drawing_of(document, drawing)?;
    if let Some(there) = board.stroke(drawing, stroke.id) {
        return if there.ink == stroke.ink { Ok(Plan::default()) } else { Err(EditError::Taken(stroke.id)) };
    }
    if board.drawing_with(stroke.id).is_some() {
        return Err(EditError::Taken(stroke.id));
    }
    let order =
        board.strokes(drawing).map(|(_, stroke)| stroke.order).max().map_or(0, |top| top.saturating_add(1));
    let to = StrokeRef { order, face: stroke.face, layer: stroke.layer, ink: stroke.ink };
    let mut writes = life::revive(board, document, drawing);
    writes.push(Step::Stroke { drawing, stroke: stroke.id, from: None, to: Some(to) });
    Ok(steps(writes))
}

/// The steps that erase whole strokes.
pub fn erase(board: &Board, drawing: EntityId, strokes: &[StrokeId]) -> Vec<Step> {
    let unique: BTreeSet<StrokeId> = strokes.iter().copied().collect();
    let gone = unique.into_iter().filter_map(|stroke| Some((stroke, board.stroke(drawing, stroke)?)));
    gone.map(|(stroke, from)| Step::Stroke { drawing, stroke, from: Some(from.clone()), to: None }).collect()
}

/// The steps that erase parts of strokes.
pub fn cut(board: &Board, drawing: EntityId, cuts: &[Cut], ids: &mut Ids<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for cut in cuts.iter().filter(|cut| cut.from.is_finite() && cut.to.is_finite() && cut.from <= cut.to) {
        if board.stroke(drawing, cut.stroke).is_some() {
            steps.push(Step::Cut { drawing, cut: CutId(ids()), from: None, to: Some(*cut) });
        }
    }
    steps
}

/// Plans an arrow or a text.
pub fn add_mark(
    board: &Board,
    document: &Document,
    drawing: EntityId,
    kind: Kind,
    written: &[(&'static str, Json)],
    face: Option<EntityId>,
    ids: &mut Ids<'_>,
) -> Result<Plan, EditError> {
    drawing_of(document, drawing)?;
    let mut steps = life::revive(board, document, drawing);
    let (place, room) = place::found(board, drawing, After::Last, None)?;
    steps.extend(room);
    let id = EntityId(ids());
    let mut fields = Vec::new();
    let mut texts = Vec::new();
    for (field, value) in written {
        let checked = fields::check(kind, field, value)?;
        match (fields::type_of(kind, field), checked) {
            (Some(fields::Type::Text), Value::Text(text)) => texts.push(((*field).to_owned(), text)),
            (_, value) => fields.push((*field, value)),
        }
    }
    fields.extend(face.map(|face| ("face", Value::Text(face.to_string()))));
    let mut step = create(id, kind, place.to_string(), fields);
    if let Step::Create { texts: empty, .. } = &mut step {
        *empty = texts;
    }
    steps.push(step);
    Ok(Plan { steps, made: Made { entity: Some(id), ..Made::default() } })
}
