//! Entities as a document holds them: a kind, fields, a place and life keys in one flat map each.

use std::collections::BTreeMap;

use loro::LoroValue;
use serde::{Deserialize, Serialize};

use crate::{id::EntityId, place::Place};

/// What an entity is. An unknown kind, of a newer version, is kept by the document and makes no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Root of a film document.
    Film,
    /// Root of a face document.
    Face,
    /// Child of the film.
    Scene,
    /// Child of a scene.
    Shot,
    /// Child of a shot.
    Panel,
    /// Child of a panel.
    Drawing,
    /// Child of a drawing: an arrow.
    Arrow,
    /// Child of a drawing: a text.
    Lettering,
    /// Root of a season document: what a calendar holds.
    Season,
    /// Child of the season: where sessions are held.
    Place,
    /// Child of the season: who comes together.
    Group,
    /// Child of the season: one meeting.
    Session,
    /// Root of a person document, sealed.
    Person,
    /// Child of a person: a guardian, or who is called or may come.
    Relative,
    /// Root of the health note of one person, sealed apart.
    Health,
    /// Root of the attendance sheet of one session, sealed.
    Presence,
    /// Child of a sheet: someone on it.
    Attendee,
    /// Child of an attendee: one half-day of theirs.
    Attendance,
    /// Child of a sheet: a photo or scan of the sheet on paper.
    Scan,
    /// Child of a sheet: that it was closed, by whom and with which hash.
    Closure,
    /// Child of a sheet: what was put right after it was closed, and why.
    Correction,
}

impl Kind {
    const ALL: &'static [Kind] = &[
        Kind::Film,
        Kind::Face,
        Kind::Scene,
        Kind::Shot,
        Kind::Panel,
        Kind::Drawing,
        Kind::Arrow,
        Kind::Lettering,
        Kind::Season,
        Kind::Place,
        Kind::Group,
        Kind::Session,
        Kind::Person,
        Kind::Relative,
        Kind::Health,
        Kind::Presence,
        Kind::Attendee,
        Kind::Attendance,
        Kind::Scan,
        Kind::Closure,
        Kind::Correction,
    ];

    /// The kinds of documents that are sealed: what they hold is of a person.
    pub const SEALED: &'static [Kind] = &[Kind::Person, Kind::Health, Kind::Presence];

    /// The stored word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Kind::Film => "film",
            Kind::Face => "face",
            Kind::Scene => "scene",
            Kind::Shot => "shot",
            Kind::Panel => "panel",
            Kind::Drawing => "drawing",
            Kind::Arrow => "arrow",
            Kind::Lettering => "lettering",
            Kind::Season => "season",
            Kind::Place => "place",
            Kind::Group => "group",
            Kind::Session => "session",
            Kind::Person => "person",
            Kind::Relative => "relative",
            Kind::Health => "health",
            Kind::Presence => "presence",
            Kind::Attendee => "attendee",
            Kind::Attendance => "attendance",
            Kind::Scan => "scan",
            Kind::Closure => "closure",
            Kind::Correction => "correction",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// The kind its parent has: depth is fixed, so cycles cannot form.
    #[must_use]
    pub fn parent(self) -> Option<Kind> {
        match self {
            Kind::Film | Kind::Face | Kind::Season | Kind::Person | Kind::Health | Kind::Presence => None,
            Kind::Scene => Some(Kind::Film),
            Kind::Shot => Some(Kind::Scene),
            Kind::Panel => Some(Kind::Shot),
            Kind::Drawing => Some(Kind::Panel),
            Kind::Arrow | Kind::Lettering => Some(Kind::Drawing),
            Kind::Place | Kind::Group | Kind::Session => Some(Kind::Season),
            Kind::Relative => Some(Kind::Person),
            Kind::Attendee | Kind::Scan | Kind::Closure | Kind::Correction => Some(Kind::Presence),
            Kind::Attendance => Some(Kind::Attendee),
        }
    }
}

/// The value of a field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Not set.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A count, a duration, a coordinate.
    Int(i64),
    /// A code or a line of text.
    Text(String),
}

impl Value {
    /// The text of it, empty when it is something else.
    #[must_use]
    pub fn text(&self) -> &str {
        if let Value::Text(text) = self { text } else { "" }
    }

    /// The count of it within `u32`, 0 when it is something else.
    #[must_use]
    pub fn count(&self) -> u32 {
        if let Value::Int(n) = self { u32::try_from(*n).unwrap_or(0) } else { 0 }
    }

    /// The signed number of it, 0 when it is something else.
    #[must_use]
    pub fn signed(&self) -> i32 {
        if let Value::Int(n) = self { i32::try_from(*n).unwrap_or(0) } else { 0 }
    }

    /// Whether it is a plain yes.
    #[must_use]
    pub fn yes(&self) -> bool {
        matches!(self, Value::Bool(true))
    }
}

impl From<Value> for LoroValue {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => LoroValue::Null,
            Value::Bool(yes) => LoroValue::Bool(yes),
            Value::Int(n) => LoroValue::I64(n),
            Value::Text(text) => LoroValue::String(text.into()),
        }
    }
}

impl From<&LoroValue> for Value {
    fn from(value: &LoroValue) -> Self {
        match value {
            LoroValue::Bool(yes) => Value::Bool(*yes),
            LoroValue::I64(n) => Value::Int(*n),
            LoroValue::String(text) => Value::Text(text.to_string()),
            _ => Value::Null,
        }
    }
}

/// Prefix of the keys that keep an entity alive: `l:<device>.<epoch>`.
pub(crate) const LIFE: &str = "l:";
/// The entity whose deletion took this one along.
pub(crate) const TRASH_ROOT: &str = "trash_root";
/// When it was deleted, in milliseconds since 1970.
pub(crate) const TRASHED_AT: &str = "trashed_at";

/// Mark of a deletion: what was deleted together is restored together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trashed {
    /// What the person deleted.
    pub root: EntityId,
    /// Milliseconds since 1970.
    pub at: i64,
}

/// The final state of one entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Identity.
    pub id: EntityId,
    /// Kind.
    pub kind: Kind,
    /// Parent and order; none for roots and for what cannot be read.
    pub place: Option<Place>,
    /// Whether a life key is left.
    pub alive: bool,
    /// Set when it was deleted by a person (and is not alive).
    pub trashed: Option<Trashed>,
    /// Its registers.
    pub fields: BTreeMap<String, Value>,
}

impl Entity {
    /// Reads the map of an entity; `None` when it has no kind this program knows.
    #[must_use]
    pub fn read(id: EntityId, map: &LoroValue) -> Option<Self> {
        let LoroValue::Map(map) = map else { return None };
        let text = |key: &str| map.get(key).map(Value::from).unwrap_or_default();
        let kind = Kind::parse(text("kind").text())?;
        let alive = kind.parent().is_none() || map.keys().any(|key| key.starts_with(LIFE));
        let root = text(TRASH_ROOT).text().parse().ok();
        let at = if let Value::Int(at) = text(TRASHED_AT) { at } else { 0 };
        let trashed = if alive { None } else { root.map(|root| Trashed { root, at }) };
        let fields = map
            .iter()
            .filter(|(key, _)| !key.starts_with(LIFE))
            .map(|(key, value)| (key.clone(), Value::from(value)))
            .collect();
        Some(Self { id, kind, place: text("place").text().parse().ok(), alive, trashed, fields })
    }

    /// A field; [`Value::Null`] when it is not set.
    #[must_use]
    pub fn field(&self, name: &str) -> &Value {
        self.fields.get(name).unwrap_or(&Value::Null)
    }
}
