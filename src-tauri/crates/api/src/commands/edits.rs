//! Edits inside a film: each becomes one model edit, one transaction, one event.

use base64::{Engine, prelude::BASE64_STANDARD};
use ql_model::{
    DocumentId, EntityId, StrokeId,
    edit::{After, Edit, NewStroke},
    entity::Kind,
    ink::{Colour, Ink, InkId, Layer},
    stroke::Cut,
    vocabulary::MarkKind,
};
use ql_store::{Edited, Gesture, Workspace};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
};

/// Who edits, and in which gesture.
#[derive(Debug, Default, Deserialize, TS)]
pub(crate) struct Hand {
    /// The face whose undo it goes into; the desk's without one.
    #[serde(default)]
    #[ts(optional, type = "Id | null")]
    face: Option<EntityId>,
    /// Edits with the same gesture are one undo step.
    #[serde(default)]
    #[ts(optional, type = "string | null")]
    gesture: Option<String>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Done {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Added {
    pub id: EntityId,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct AddedShot {
    id: EntityId,
    panel: Option<EntityId>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct AddedPanel {
    id: EntityId,
    drawing: EntityId,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct AddedStroke {
    id: StrokeId,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct SplicedText {
    text: String,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Undone {
    /// Name of the command that was taken back or done again; none when nothing was left.
    done: Option<String>,
    /// Where to look.
    entity: Option<EntityId>,
}

macro_rules! requests {
    ($($(#[$attr:meta])* $name:ident { $($(#[$field_attr:meta])* $field:ident: $type:ty),* $(,)? })+) => {
        $(
            $(#[$attr])*
            #[derive(Debug, Deserialize, TS)]
            pub(crate) struct $name {
                $($(#[$field_attr])* $field: $type,)*
                #[serde(flatten)]
                #[ts(flatten)]
                hand: Hand,
            }
        )+
    };
}

requests! {
    LockFilm { film: DocumentId }
    UnlockFilm { film: DocumentId }
    AddScene {
        film: DocumentId,
        #[ts(optional)] heading: Option<String>,
        #[serde(default, deserialize_with = "given")] #[ts(optional, type = "Id | null")] after: Option<Option<EntityId>>,
    }
    AddShot {
        scene: EntityId,
        #[serde(default, deserialize_with = "given")] #[ts(optional, type = "Id | null")] after: Option<Option<EntityId>>,
        #[ts(optional)] with_panel: Option<bool>,
    }
    AddPanel {
        shot: EntityId,
        #[serde(default, deserialize_with = "given")] #[ts(optional, type = "Id | null")] after: Option<Option<EntityId>>,
    }
    SetField { entity: EntityId, field: String, #[ts(type = "unknown")] value: Value }
    SpliceText { entity: EntityId, field: String, seen: String, text: String }
    MoveEntity {
        entity: EntityId,
        #[ts(optional)] parent: Option<EntityId>,
        #[serde(default, deserialize_with = "given")] #[ts(optional, type = "Id | null")] after: Option<Option<EntityId>>,
    }
    DuplicateEntity { entity: EntityId }
    DeleteEntity { entity: EntityId }
    RestoreEntity { entity: EntityId, #[ts(optional)] parent: Option<EntityId> }
    AddStroke {
        #[ts(optional)] panel: Option<EntityId>,
        #[ts(optional)] drawing: Option<EntityId>,
        #[ts(optional)] id: Option<StrokeId>,
        /// Base64 of ink.
        ink: String,
        #[ts(optional)] layer: Option<Layer>,
    }
    EraseStrokes { drawing: EntityId, strokes: Vec<StrokeId> }
    CutStrokes { drawing: EntityId, cuts: Vec<CutRange> }
    AddMark {
        drawing: EntityId,
        kind: MarkKind,
        x0: i32,
        y0: i32,
        #[serde(default)] #[ts(optional, as = "Option<i32>")] x1: i32,
        #[serde(default)] #[ts(optional, as = "Option<i32>")] y1: i32,
        #[serde(default)] #[ts(optional, as = "Option<i32>")] bend: i32,
        colour: Colour,
        size: u32,
        #[ts(optional)] text: Option<String>,
    }
    UndoLast { film: DocumentId }
    RedoLast { film: DocumentId }
}

/// An erased range of a stroke.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub(crate) struct CutRange {
    stroke: StrokeId,
    from: f32,
    to: f32,
}

/// Tells `null` (first) from nothing said (last).
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<EntityId>>, D::Error> {
    Option::<EntityId>::deserialize(deserializer).map(Some)
}

fn after(given: Option<Option<EntityId>>) -> After {
    match given {
        None => After::Last,
        Some(None) => After::First,
        Some(Some(sibling)) => After::Sibling(sibling),
    }
}

/// Whose undo.
pub(crate) fn actor(face: Option<EntityId>) -> String {
    face.map_or_else(|| "desk".to_owned(), |face| face.to_string())
}

/// Runs an edit and tells what changed.
fn edit(
    app: &Inner,
    film: DocumentId,
    code: &str,
    wanted: &Edit,
    hand: &Hand,
    ink: Option<&[u8]>,
) -> Result<Edited, Failure> {
    app.write(|workspace| edit_with(app, workspace, film, code, wanted, hand, ink))
}

fn edit_with(
    app: &Inner,
    workspace: &mut Workspace,
    film: DocumentId,
    code: &str,
    wanted: &Edit,
    hand: &Hand,
    ink: Option<&[u8]>,
) -> Result<Edited, Failure> {
    let actor = actor(hand.face);
    let gesture = Gesture { actor: &actor, code, gesture: hand.gesture.as_deref() };
    let edited = workspace.edit_with_ink(film, wanted, gesture, ink)?;
    app.tell_edit(workspace, film, &edited, Some(&actor));
    Ok(edited)
}

/// Runs an edit of an entity, in whatever film it is.
fn edit_entity(
    app: &Inner,
    entity: EntityId,
    code: &str,
    wanted: &Edit,
    hand: &Hand,
) -> Result<Edited, Failure> {
    app.write(|workspace| {
        let film = workspace.film_of(entity)?;
        edit_with(app, workspace, film, code, wanted, hand, None)
    })
}

fn made(edited: &Edited) -> Result<EntityId, Failure> {
    edited.made.entity.ok_or_else(|| Failure::new(ErrorCode::Internal, "nothing was made"))
}

pub(crate) fn lock_film(app: &Inner, request: LockFilm) -> Result<Done, Failure> {
    edit(app, request.film, "lock_film", &Edit::Lock, &request.hand, None).map(|_| Done {})
}

pub(crate) fn unlock_film(app: &Inner, request: UnlockFilm) -> Result<Done, Failure> {
    edit(app, request.film, "unlock_film", &Edit::Unlock, &request.hand, None).map(|_| Done {})
}

pub(crate) fn add_scene(app: &Inner, request: AddScene) -> Result<Added, Failure> {
    let wanted = Edit::AddScene { heading: request.heading.unwrap_or_default(), after: after(request.after) };
    Ok(Added { id: made(&edit(app, request.film, "add_scene", &wanted, &request.hand, None)?)? })
}

pub(crate) fn add_shot(app: &Inner, request: AddShot) -> Result<AddedShot, Failure> {
    let wanted = Edit::AddShot {
        scene: request.scene,
        after: after(request.after),
        with_panel: request.with_panel.unwrap_or(false),
    };
    let edited = edit_entity(app, request.scene, "add_shot", &wanted, &request.hand)?;
    Ok(AddedShot { id: made(&edited)?, panel: edited.made.panel })
}

pub(crate) fn add_panel(app: &Inner, request: AddPanel) -> Result<AddedPanel, Failure> {
    let wanted = Edit::AddPanel { shot: request.shot, after: after(request.after) };
    let edited = edit_entity(app, request.shot, "add_panel", &wanted, &request.hand)?;
    let drawing =
        edited.made.drawing.ok_or_else(|| Failure::new(ErrorCode::Internal, "no drawing was made"))?;
    Ok(AddedPanel { id: made(&edited)?, drawing })
}

pub(crate) fn set_field(app: &Inner, request: SetField) -> Result<Done, Failure> {
    app.write(|workspace| {
        if let (Some(hash), "picture") = (request.value.as_str(), request.field.as_str())
            && !workspace.has_picture(hash)?
        {
            return Err(Failure::new(ErrorCode::NotFound, "picture"));
        }
        let document = request.entity.document();
        if workspace.document_kind(document)? == Some(Kind::Face) {
            let edited = workspace.set_root_field(document, &request.field, &request.value)?;
            app.tell_edit(workspace, document, &edited, None);
            return Ok(Done {});
        }
        let film = workspace.film_of(request.entity)?;
        let wanted = Edit::SetField {
            entity: request.entity,
            field: request.field.clone(),
            value: request.value.clone(),
        };
        edit_with(app, workspace, film, "set_field", &wanted, &request.hand, None).map(|_| Done {})
    })
}

pub(crate) fn splice_text(app: &Inner, request: SpliceText) -> Result<SplicedText, Failure> {
    app.write(|workspace| {
        let film = workspace.film_of(request.entity)?;
        let (entity, field) = (request.entity, request.field.clone());
        let wanted = Edit::WriteText {
            entity,
            field: field.clone(),
            seen: request.seen.clone(),
            text: request.text.clone(),
        };
        edit_with(app, workspace, film, "splice_text", &wanted, &request.hand, None)?;
        Ok(SplicedText { text: workspace.text_of(film, entity, &field)? })
    })
}

pub(crate) fn move_entity(app: &Inner, request: MoveEntity) -> Result<Done, Failure> {
    let wanted = Edit::Move { entity: request.entity, parent: request.parent, after: after(request.after) };
    edit_entity(app, request.entity, "move_entity", &wanted, &request.hand).map(|_| Done {})
}

pub(crate) fn duplicate_entity(app: &Inner, request: DuplicateEntity) -> Result<Added, Failure> {
    let wanted = Edit::Duplicate { entity: request.entity };
    Ok(Added { id: made(&edit_entity(app, request.entity, "duplicate_entity", &wanted, &request.hand)?)? })
}

/// A face is deleted and restored by its own field; whether the entity was one.
fn remove_face(app: &Inner, entity: EntityId, removed: bool) -> Result<bool, Failure> {
    app.write(|workspace| {
        let document = entity.document();
        if workspace.document_kind(document)? != Some(Kind::Face) {
            return Ok(false);
        }
        let edited = workspace.set_root_field(document, "removed", &removed.into())?;
        app.tell_edit(workspace, document, &edited, None);
        Ok(true)
    })
}

pub(crate) fn delete_entity(app: &Inner, request: DeleteEntity) -> Result<Done, Failure> {
    if remove_face(app, request.entity, true)? {
        return Ok(Done {});
    }
    let wanted = Edit::Delete { entity: request.entity, at: chrono::Utc::now().timestamp_millis() };
    edit_entity(app, request.entity, "delete_entity", &wanted, &request.hand).map(|_| Done {})
}

pub(crate) fn restore_entity(app: &Inner, request: RestoreEntity) -> Result<Done, Failure> {
    if remove_face(app, request.entity, false)? {
        return Ok(Done {});
    }
    let wanted = Edit::Restore { entity: request.entity, parent: request.parent };
    edit_entity(app, request.entity, "restore_entity", &wanted, &request.hand).map(|_| Done {})
}

pub(crate) fn add_stroke(app: &Inner, request: AddStroke) -> Result<AddedStroke, Failure> {
    let bytes = BASE64_STANDARD
        .decode(&request.ink)
        .map_err(|error| Failure::new(ErrorCode::InvalidRequest, error))?;
    let ink = Ink::decode(&bytes).map_err(|error| Failure::new(ErrorCode::InvalidRequest, error))?;
    let id = request.id.unwrap_or_else(|| StrokeId(Uuid::new_v4()));
    let stroke = NewStroke {
        id,
        face: request.hand.face,
        layer: request.layer.unwrap_or(ink.tool.layer()),
        ink: InkId::of(&bytes),
    };
    app.write(|workspace| {
        let drawing = match (request.drawing, request.panel) {
            (Some(drawing), _) => drawing,
            (None, Some(panel)) => workspace.drawing_of(panel)?,
            (None, None) => return Err(Failure::new(ErrorCode::InvalidRequest, "neither panel nor drawing")),
        };
        let film = workspace.film_of(drawing)?;
        let wanted = Edit::AddStroke { drawing, stroke: stroke.clone() };
        edit_with(app, workspace, film, "add_stroke", &wanted, &request.hand, Some(&bytes))?;
        Ok(AddedStroke { id })
    })
}

pub(crate) fn erase_strokes(app: &Inner, request: EraseStrokes) -> Result<Done, Failure> {
    let wanted = Edit::EraseStrokes { drawing: request.drawing, strokes: request.strokes };
    edit_entity(app, request.drawing, "erase_strokes", &wanted, &request.hand).map(|_| Done {})
}

pub(crate) fn cut_strokes(app: &Inner, request: CutStrokes) -> Result<Done, Failure> {
    let cuts =
        request.cuts.iter().map(|cut| Cut { stroke: cut.stroke, from: cut.from, to: cut.to }).collect();
    let wanted = Edit::CutStrokes { drawing: request.drawing, cuts };
    edit_entity(app, request.drawing, "cut_strokes", &wanted, &request.hand).map(|_| Done {})
}

pub(crate) fn add_mark(app: &Inner, request: AddMark) -> Result<Added, Failure> {
    let mut fields: Vec<(&'static str, Value)> = vec![
        ("x0", json!(request.x0)),
        ("y0", json!(request.y0)),
        ("colour", json!(request.colour)),
        ("size", json!(request.size)),
    ];
    let kind = match request.kind {
        MarkKind::Arrow => {
            fields.extend([
                ("x1", json!(request.x1)),
                ("y1", json!(request.y1)),
                ("bend", json!(request.bend)),
            ]);
            Kind::Arrow
        }
        MarkKind::Text => {
            fields.push(("text", json!(request.text.unwrap_or_default())));
            Kind::Lettering
        }
    };
    let wanted = Edit::AddMark { drawing: request.drawing, kind, fields, face: request.hand.face };
    Ok(Added { id: made(&edit_entity(app, request.drawing, "add_mark", &wanted, &request.hand)?)? })
}

pub(crate) fn undo(app: &Inner, request: UndoLast) -> Result<Undone, Failure> {
    turn(app, request.film, &request.hand, Workspace::undo)
}

pub(crate) fn redo(app: &Inner, request: RedoLast) -> Result<Undone, Failure> {
    turn(app, request.film, &request.hand, Workspace::redo)
}

type Turn = fn(&mut Workspace, DocumentId, &str) -> Result<Option<ql_store::Undone>, ql_store::StoreError>;

fn turn(app: &Inner, film: DocumentId, hand: &Hand, turn: Turn) -> Result<Undone, Failure> {
    app.write(|workspace| {
        let actor = actor(hand.face);
        let undone = turn(workspace, film, &actor)?;
        let edited = undone.as_ref().map_or_else(Edited::default, |undone| undone.edited.clone());
        app.tell_edit(workspace, film, &edited, Some(&actor));
        Ok(Undone {
            done: undone.as_ref().map(|undone| undone.code.clone()),
            entity: undone.and_then(|undone| undone.entity),
        })
    })
}
