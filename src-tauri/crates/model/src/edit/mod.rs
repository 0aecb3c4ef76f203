//! Edits: what people do, planned into [`Step`]s against the board. Planning writes nothing, so a refused edit leaves no trace.

mod copy;
mod draw;
mod life;
mod place;

use serde_json::Value as Json;
use uuid::Uuid;

use crate::{
    board::Board,
    document::Document,
    entity::{Kind, Value},
    fields::{self, FieldError},
    heading,
    id::{EntityId, StrokeId},
    ink::{InkId, Layer},
    step::Step,
    stroke::Cut,
    text,
    vocabulary::Life,
};

/// Duration of a new panel, in milliseconds.
pub const PANEL_MS: i64 = 3000;

/// Where among its siblings a thing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Behind all others.
    Last,
    /// Before all others.
    First,
    /// Right behind this one.
    Sibling(EntityId),
}

/// A new stroke, whose points are stored beside the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStroke {
    /// Identity, made by whoever drew it.
    pub id: StrokeId,
    /// Who drew it.
    pub face: Option<EntityId>,
    /// Sketch or ink.
    pub layer: Layer,
    /// Its points.
    pub ink: InkId,
}

/// Something a person does to a film.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Adds a scene; a heading written as in a script is read into its fields.
    AddScene {
        /// What it is called.
        heading: String,
        /// Where it goes.
        after: After,
    },
    /// Adds a shot, with a first panel if wanted.
    AddShot {
        /// The scene.
        scene: EntityId,
        /// Where it goes.
        after: After,
        /// Whether it gets a first panel.
        with_panel: bool,
    },
    /// Adds a panel with an empty drawing.
    AddPanel {
        /// The shot.
        shot: EntityId,
        /// Where it goes.
        after: After,
    },
    /// Adds an arrow or a text to a drawing.
    AddMark {
        /// The drawing.
        drawing: EntityId,
        /// [`Kind::Arrow`] or [`Kind::Lettering`].
        kind: Kind,
        /// Its fields, checked like any other.
        fields: Vec<(&'static str, Json)>,
        /// Who made it.
        face: Option<EntityId>,
    },
    /// Sets a field.
    SetField {
        /// The entity.
        entity: EntityId,
        /// The field.
        field: String,
        /// Its new value.
        value: Json,
    },
    /// Writes a long text, merging with what others wrote since `seen`.
    WriteText {
        /// The entity.
        entity: EntityId,
        /// The text.
        field: String,
        /// What the writer saw.
        seen: String,
        /// What the writer made of it.
        text: String,
    },
    /// Moves an entity among its siblings or to another parent of the same kind.
    Move {
        /// The entity.
        entity: EntityId,
        /// The new parent; the one it has if none.
        parent: Option<EntityId>,
        /// Where it goes.
        after: After,
    },
    /// Copies an entity with all below it, right behind it.
    Duplicate {
        /// The entity.
        entity: EntityId,
    },
    /// Deletes an entity with all below it.
    Delete {
        /// The entity.
        entity: EntityId,
        /// Milliseconds since 1970.
        at: i64,
    },
    /// Brings back what was deleted, or gives a lost entity a parent.
    Restore {
        /// The entity.
        entity: EntityId,
        /// The parent to put it under; the one it had if none.
        parent: Option<EntityId>,
    },
    /// Adds a finished stroke.
    AddStroke {
        /// The drawing.
        drawing: EntityId,
        /// The stroke.
        stroke: NewStroke,
    },
    /// Erases whole strokes.
    EraseStrokes {
        /// The drawing.
        drawing: EntityId,
        /// The strokes.
        strokes: Vec<StrokeId>,
    },
    /// Erases parts of strokes.
    CutStrokes {
        /// The drawing.
        drawing: EntityId,
        /// The ranges.
        cuts: Vec<Cut>,
    },
    /// Freezes the labels.
    Lock,
    /// Lets the labels be computed again.
    Unlock,
}

/// An edit that cannot be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The entity is not in this film.
    #[error("{0} is not in this film")]
    Missing(EntityId),
    /// The entity is not of the kind the edit is for.
    #[error("{0} is not a {1}")]
    Kind(EntityId, &'static str),
    /// The identity is already another thing's.
    #[error("the identity {0} is taken")]
    Taken(StrokeId),
    /// The field does not take the value.
    #[error(transparent)]
    Field(#[from] FieldError),
}

/// What an edit comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The writes, in order.
    pub steps: Vec<Step>,
    /// What it made: the new entity, and the panel and drawing that came with it.
    pub made: Made,
}

/// What an edit made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// The new entity.
    pub entity: Option<EntityId>,
    /// The panel that came with it.
    pub panel: Option<EntityId>,
    /// The drawing that came with it.
    pub drawing: Option<EntityId>,
}

/// Where new identities come from.
pub type Ids<'a> = dyn FnMut() -> Uuid + 'a;

/// Plans an edit.
///
/// # Errors
/// When it names something that is not there, or a value that its field does not take.
pub fn plan(edit: &Edit, board: &Board, document: &Document, ids: &mut Ids<'_>) -> Result<Plan, EditError> {
    let mut plan = plan_alone(edit, board, document, ids)?;
    let reorders = matches!(
        edit,
        Edit::AddScene { .. }
            | Edit::AddShot { .. }
            | Edit::Move { .. }
            | Edit::Duplicate { .. }
            | Edit::Delete { .. }
    );
    if reorders && board.film().locked && !plan.steps.is_empty() {
        plan.steps.splice(0..0, life::settle_labels(board, document));
    }
    Ok(plan)
}

fn plan_alone(edit: &Edit, board: &Board, document: &Document, ids: &mut Ids<'_>) -> Result<Plan, EditError> {
    match edit {
        Edit::AddScene { heading, after } => add_scene(board, document, heading, *after, ids),
        Edit::AddShot { scene, after, with_panel } => add_shot(board, *scene, *after, *with_panel, ids),
        Edit::AddPanel { shot, after } => {
            let mut plan = Plan::default();
            add_panel(board, *shot, *after, ids, &mut plan)?;
            plan.made.entity = plan.made.panel;
            Ok(plan)
        }
        Edit::AddMark { drawing, kind, fields, face } => {
            draw::add_mark(board, document, *drawing, *kind, fields, *face, ids)
        }
        Edit::SetField { entity, field, value } => Ok(only(set_field(document, *entity, field, value)?)),
        Edit::WriteText { entity, field, seen, text } => {
            Ok(only(write_text(document, *entity, field, seen, text)?))
        }
        Edit::Move { entity, parent, after } => Ok(steps(place::moved(board, *entity, *parent, *after)?)),
        Edit::Duplicate { entity } => copy::duplicate(board, document, *entity, ids),
        Edit::Delete { entity, at } => Ok(steps(life::delete(board, document, *entity, *at)?)),
        Edit::Restore { entity, parent } => Ok(steps(life::restore(board, document, *entity, *parent)?)),
        Edit::AddStroke { drawing, stroke } => draw::add_stroke(board, document, *drawing, stroke),
        // On a drawing in the trash there is nothing to erase.
        Edit::EraseStrokes { drawing, .. } | Edit::CutStrokes { drawing, .. }
            if !board.node(*drawing).is_some_and(|node| node.alive) =>
        {
            Ok(Plan::default())
        }
        Edit::EraseStrokes { drawing, strokes } => Ok(steps(draw::erase(board, *drawing, strokes))),
        Edit::CutStrokes { drawing, cuts } => Ok(steps(draw::cut(board, *drawing, cuts, ids))),
        Edit::Lock => Ok(steps(life::lock(board, document, true))),
        Edit::Unlock => Ok(steps(life::lock(board, document, false))),
    }
}

/// The steps that give a new film its fields.
#[must_use]
pub fn film_fields(film: EntityId, fields: Vec<(&str, Value)>) -> Vec<Step> {
    fields
        .into_iter()
        .map(|(field, to)| Step::Field { entity: film, field: field.to_owned(), from: Value::Null, to })
        .collect()
}

/// The steps that copy every live scene of a film into another document.
#[must_use]
pub fn copy_film(board: &Board, document: &Document, to: EntityId, ids: &mut Ids<'_>) -> Vec<Step> {
    copy::film(board, document, to, ids)
}

/// The steps that undo a gesture, where nothing that others drew or wrote since leaves without a trace.
#[must_use]
pub fn take_back(board: &Board, document: &Document, done: &[Step], at: i64) -> Vec<Step> {
    life::take_back(board, document, done, at)
}

/// The steps that do a gesture again after [`take_back`].
#[must_use]
pub fn do_again(board: &Board, document: &Document, done: &[Step]) -> Vec<Step> {
    life::do_again(board, document, done)
}

fn steps(steps: Vec<Step>) -> Plan {
    Plan { steps, made: Made::default() }
}

fn only(step: Step) -> Plan {
    steps(vec![step])
}

fn expect(board: &Board, id: EntityId, kind: Kind) -> Result<(), EditError> {
    let node = board.node(id).ok_or(EditError::Missing(id))?;
    match (node.kind == kind, board.life(id)) {
        (true, Some(Life::Live)) => Ok(()),
        // What is put into something that is not shown would be there and seen by nobody.
        (true, _) => Err(EditError::Missing(id)),
        (false, _) => Err(EditError::Kind(id, kind.code())),
    }
}

fn create(entity: EntityId, kind: Kind, place: String, fields: Vec<(&str, Value)>) -> Step {
    let mut all = vec![("place".to_owned(), Value::Text(place))];
    all.extend(fields.into_iter().map(|(field, value)| (field.to_owned(), value)));
    Step::Create { entity, kind, fields: all, texts: Vec::new() }
}

fn add_scene(
    board: &Board,
    document: &Document,
    text: &str,
    after: After,
    ids: &mut Ids<'_>,
) -> Result<Plan, EditError> {
    let (place, mut steps) = place::found(board, document.id().root(), after, None)?;
    let parts = heading::parse(text);
    let mut fields = Vec::new();
    for (field, value) in [("heading", parts.set), ("subset", parts.subset)] {
        if !value.is_empty() {
            fields.push((field, fields::check(Kind::Scene, field, &Json::String(value))?));
        }
    }
    fields.extend(parts.int_ext.map(|code| ("int_ext", Value::Text(code.code().to_owned()))));
    fields.extend(parts.time_of_day.map(|code| ("time_of_day", Value::Text(code.code().to_owned()))));
    let id = EntityId(ids());
    steps.push(create(id, Kind::Scene, place.to_string(), fields));
    Ok(Plan { steps, made: Made { entity: Some(id), ..Made::default() } })
}

fn add_shot(
    board: &Board,
    scene: EntityId,
    after: After,
    with_panel: bool,
    ids: &mut Ids<'_>,
) -> Result<Plan, EditError> {
    expect(board, scene, Kind::Scene)?;
    let (place, steps) = place::found(board, scene, after, None)?;
    let id = EntityId(ids());
    let mut plan = Plan { steps, made: Made { entity: Some(id), ..Made::default() } };
    plan.steps.push(create(id, Kind::Shot, place.to_string(), Vec::new()));
    if with_panel {
        push_panel(place::first_under(id), ids, &mut plan);
    }
    Ok(plan)
}

fn add_panel(
    board: &Board,
    shot: EntityId,
    after: After,
    ids: &mut Ids<'_>,
    plan: &mut Plan,
) -> Result<(), EditError> {
    expect(board, shot, Kind::Shot)?;
    let (place, steps) = place::found(board, shot, after, None)?;
    plan.steps.extend(steps);
    push_panel(place, ids, plan);
    Ok(())
}

fn push_panel(place: crate::place::Place, ids: &mut Ids<'_>, plan: &mut Plan) {
    let (panel, drawing) = (EntityId(ids()), EntityId(ids()));
    let fields = vec![("drawing", Value::Text(drawing.to_string())), ("duration_ms", Value::Int(PANEL_MS))];
    plan.steps.push(create(panel, Kind::Panel, place.to_string(), fields));
    plan.steps.push(create(drawing, Kind::Drawing, place::first_under(panel).to_string(), Vec::new()));
    plan.made.panel = Some(panel);
    plan.made.drawing = Some(drawing);
}

/// The step that sets one field of any entity of any document.
///
/// # Errors
/// When the entity is not there or the field does not take the value.
pub fn set_field(
    document: &Document,
    entity: EntityId,
    field: &str,
    value: &Json,
) -> Result<Step, EditError> {
    let now = document.entity(entity).ok_or(EditError::Missing(entity))?;
    let to = fields::check(now.kind, field, value)?;
    if fields::type_of(now.kind, field) == Some(fields::Type::Text) {
        return Ok(Step::Text {
            entity,
            field: field.to_owned(),
            from: document.text(entity, field),
            to: to.text().to_owned(),
        });
    }
    Ok(Step::Field { entity, field: field.to_owned(), from: now.field(field).clone(), to })
}

fn write_text(
    document: &Document,
    entity: EntityId,
    field: &str,
    seen: &str,
    written: &str,
) -> Result<Step, EditError> {
    let now = document.entity(entity).ok_or(EditError::Missing(entity))?;
    let checked = fields::check(now.kind, field, &Json::String(written.to_owned()))?;
    if fields::type_of(now.kind, field) != Some(fields::Type::Text) {
        // One line of text is a register: the last writer wins.
        return Ok(Step::Field {
            entity,
            field: field.to_owned(),
            from: now.field(field).clone(),
            to: checked,
        });
    }
    let from = document.text(entity, field);
    let to = text::merge(seen, &from, written);
    // Two long texts may each fit and not both.
    fields::check(now.kind, field, &Json::String(to.clone()))?;
    Ok(Step::Text { entity, field: field.to_owned(), from, to })
}
