//! Rows: what screens, papers and tables see of a document. Flat, complete, rebuildable; no row is ever written but by projecting
//! a document.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    id::{EntityId, StrokeId},
    ink::{Colour, InkId, Layer},
    vocabulary::{
        Angle, FaceColour, FilmInk, IntExt, Life, Look, MarkKind, Movement, Numbering, Pattern, Ratio, Shape,
        ShotSize, ShotStatus, ShotType, Side, TimeOfDay,
    },
};

/// A film. Its id is its document's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Film {
    /// Identity.
    pub id: EntityId,
    /// Title as people wrote it.
    pub title: String,
    /// The film's ink.
    pub ink: FilmInk,
    /// The pattern that goes with the ink.
    pub pattern: Pattern,
    /// Shape of the frame.
    pub ratio: Ratio,
    /// How shots are numbered.
    pub numbering: Numbering,
    /// Whether labels are frozen (shoot day).
    pub locked: bool,
    /// Whether the film was put away.
    pub archived: bool,
}

/// A scene of a film.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Scene {
    /// Identity.
    pub id: EntityId,
    /// The film.
    pub film: EntityId,
    /// Order among the film's scenes, from 0.
    pub position: u32,
    /// Computed number: "1", "2", "2bis" once locked.
    pub number: String,
    /// Deleted after the labels were locked: keeps its number.
    pub omitted: bool,
    /// The set (décor).
    pub heading: String,
    /// Part of the set (sous-décor).
    pub subset: String,
    /// Inside or outside.
    pub int_ext: Option<IntExt>,
    /// Time of day.
    pub time_of_day: Option<TimeOfDay>,
    /// Day of the story (J1…).
    pub story_day: String,
    /// Who is in it.
    pub characters: String,
    /// What happens.
    pub summary: String,
    /// Where it stands.
    pub status: ShotStatus,
    /// Live shots.
    pub shots: u32,
    /// Sum of its shots, in milliseconds.
    pub duration_ms: u32,
    /// Sum of its shots' shooting time, in minutes.
    pub setup_minutes: u32,
    /// On the board, in the trash or lost.
    pub life: Life,
}

/// A shot of a scene.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Shot {
    /// Identity.
    pub id: EntityId,
    /// The film.
    pub film: EntityId,
    /// The scene.
    pub scene: EntityId,
    /// Order among the scene's shots, from 0.
    pub position: u32,
    /// Computed label: "12A".
    pub label: String,
    /// Deleted after the labels were locked: keeps its label.
    pub omitted: bool,
    /// Shot size.
    pub size: Option<ShotSize>,
    /// What it is in the scene.
    pub shot_type: Option<ShotType>,
    /// Height of the camera.
    pub angle: Option<Angle>,
    /// Side of the subject.
    pub side: Option<Side>,
    /// Camera movement.
    pub movement: Option<Movement>,
    /// What carries the camera: a code of [`crate::vocabulary::Support`] or own words.
    pub support: String,
    /// Lens, in own words ("35 mm").
    pub lens: String,
    /// Codes of [`crate::vocabulary::Light`] or own words.
    pub light: Vec<String>,
    /// Codes of [`crate::vocabulary::Sound`] or own words.
    pub sound: Vec<String>,
    /// Who is in it.
    pub characters: String,
    /// Where it stands.
    pub status: ShotStatus,
    /// What is seen.
    pub action: String,
    /// What is said.
    pub dialogue: String,
    /// Anything else.
    pub notes: String,
    /// Own estimate in milliseconds, used while it has no panel.
    pub estimate_ms: u32,
    /// Computed: the sum of its panels, or the estimate. Milliseconds.
    pub duration_ms: u32,
    /// Shooting time in minutes.
    pub setup_minutes: u32,
    /// Live panels.
    pub panels: u32,
    /// Computed over its panels.
    pub look: Look,
    /// On the board, in the trash or lost.
    pub life: Life,
}

/// A panel of a shot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Panel {
    /// Identity.
    pub id: EntityId,
    /// The film.
    pub film: EntityId,
    /// The shot.
    pub shot: EntityId,
    /// Order among the shot's panels, from 0.
    pub position: u32,
    /// Order in the film, from 0.
    pub index: u32,
    /// "2C", or "2C/1" when the shot has several.
    pub label: String,
    /// What is seen in this panel.
    pub action: String,
    /// What is said in this panel.
    pub dialogue: String,
    /// Duration in milliseconds.
    pub duration_ms: u32,
    /// The drawing it shows.
    pub drawing: EntityId,
    /// How far its drawing is.
    pub look: Look,
    /// On the board, in the trash or lost.
    pub life: Life,
}

/// A drawing of a panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Drawing {
    /// Identity.
    pub id: EntityId,
    /// The film.
    pub film: EntityId,
    /// The panel.
    pub panel: EntityId,
    /// Changes whenever its picture changes; same content, same version.
    pub version: String,
    /// "Dessin fini".
    pub finished: bool,
    /// The picture behind the ink: a media hash.
    pub picture: Option<String>,
    /// Strokes it has.
    pub strokes: u32,
    /// Of which on the ink layer.
    pub ink_strokes: u32,
    /// On the board, in the trash or lost.
    pub life: Life,
}

/// A stroke of a drawing; its points are in the ink it names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Stroke {
    /// Identity.
    pub id: StrokeId,
    /// The drawing.
    pub drawing: EntityId,
    /// Paint order; equal orders go by id.
    pub order: u32,
    /// Who drew it.
    pub face: Option<EntityId>,
    /// Sketch or ink.
    pub layer: Layer,
    /// Its points.
    #[ts(type = "string")]
    pub ink: InkId,
    /// Erased ranges, in fractional point indices.
    pub cuts: Vec<(f32, f32)>,
}

/// An arrow or a text on a drawing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Mark {
    /// Identity.
    pub id: EntityId,
    /// The drawing.
    pub drawing: EntityId,
    /// Arrow or text.
    pub kind: MarkKind,
    /// Tail of the arrow, left of the text; frame units.
    pub x0: i32,
    /// Tail of the arrow, top of the text.
    pub y0: i32,
    /// Head of the arrow.
    pub x1: i32,
    /// Head of the arrow.
    pub y1: i32,
    /// Offset of the arrow's middle from the straight line, frame units.
    pub bend: i32,
    /// Colour.
    pub colour: Colour,
    /// Width of the line, or height of the letters, in frame units.
    pub size: u32,
    /// Who made it.
    pub face: Option<EntityId>,
    /// What the text says.
    pub text: String,
    /// On the drawing, in the trash or lost.
    pub life: Life,
}

/// The name a person chose, with a shape and a colour; nothing else of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Face {
    /// Identity; its document's.
    pub id: EntityId,
    /// The chosen name.
    pub name: String,
    /// Shape of the sticker.
    pub shape: Shape,
    /// Colour of the sticker.
    pub colour: FaceColour,
    /// Live, or removed (trash).
    pub life: Life,
}

/// Sums over the live rows of a film.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Totals {
    /// Scenes.
    pub scenes: u32,
    /// Shots.
    pub shots: u32,
    /// Panels.
    pub panels: u32,
    /// Shots with ink strokes or a picture.
    pub drawn: u32,
    /// Screen time, in milliseconds.
    pub duration_ms: u32,
    /// Shooting time, in minutes.
    pub setup_minutes: u32,
    /// Things that were deleted, each deletion counted once.
    pub trash: u32,
    /// Things that are alive under a parent that is gone.
    pub lost: u32,
}

/// What an edit, an undo or an import changed: the same value updates SQLite and every open screen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Changes {
    /// Written films.
    pub films: Vec<Film>,
    /// Written scenes.
    pub scenes: Vec<Scene>,
    /// Written shots.
    pub shots: Vec<Shot>,
    /// Written panels.
    pub panels: Vec<Panel>,
    /// Written drawings.
    pub drawings: Vec<Drawing>,
    /// Written strokes.
    pub strokes: Vec<Stroke>,
    /// Written marks.
    pub marks: Vec<Mark>,
    /// Written faces.
    pub faces: Vec<Face>,
    /// Rows that are no more, of any kind, strokes too.
    #[ts(type = "Array<Id>")]
    pub deleted: Vec<uuid::Uuid>,
    /// The strokes among them, with the drawing each was on: how the store finds them.
    #[serde(skip)]
    #[ts(skip)]
    pub erased: Vec<(EntityId, StrokeId)>,
}

impl Changes {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
