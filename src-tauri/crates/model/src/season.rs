//! The calendar: sessions, places and groups of a season. Nothing of a person is here: who came is on the sealed sheet of the session.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    day::{self, Day},
    document::Document,
    entity::{Entity, Kind, Value},
    id::EntityId,
    place::{self, Place},
    step::Step,
    vocabulary::{HalfCode, Life, SessionKind},
};

/// The fractional index of a first child.
const MIDDLE: &str = "80";

/// A part of a day that is signed apart, with its hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Half {
    /// Which part.
    pub code: HalfCode,
    /// "09:30".
    pub start: String,
    /// "12:30".
    pub end: String,
}

impl Half {
    /// As one line: `morning 09:30-12:30+afternoon 13:30-16:30`. `None` when a time is none, a part ends before
    /// it begins or after the next one began, or is said twice.
    #[must_use]
    pub fn write(halves: &[Half]) -> Option<String> {
        let mut sorted: Vec<&Half> = halves.iter().collect();
        sorted.sort_by_key(|half| half.code);
        let twice = sorted.windows(2).any(|two| two[0].code == two[1].code);
        let overlaps = sorted.windows(2).any(|two| two[0].end > two[1].start);
        let wrong = sorted.iter().any(|half| half.span().is_none_or(|(start, end)| start >= end));
        let line: Vec<String> =
            sorted.iter().map(|half| format!("{} {}-{}", half.code.code(), half.start, half.end)).collect();
        (!twice && !overlaps && !wrong && !sorted.is_empty()).then(|| line.join("+"))
    }

    /// Its hours as one word: `09:30-12:30`.
    #[must_use]
    pub fn hours(&self) -> String {
        format!("{}-{}", self.start, self.end)
    }

    /// Reads the line; parts that cannot be read are left out.
    #[must_use]
    pub fn read(line: &str) -> Vec<Half> {
        let one = |text: &str| {
            let (code, hours) = text.split_once(' ')?;
            let (start, end) = hours.split_once('-')?;
            let half = Half { code: HalfCode::parse(code)?, start: start.to_owned(), end: end.to_owned() };
            half.span().map(|_| half)
        };
        line.split('+').filter_map(one).collect()
    }

    /// Its beginning and end in minutes since midnight.
    #[must_use]
    pub fn span(&self) -> Option<(u16, u16)> {
        Some((day::minutes(&self.start)?, day::minutes(&self.end)?))
    }
}

/// One meeting of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "SessionRow")]
pub struct Session {
    /// Identity; its sheet is a document of the same one.
    pub id: EntityId,
    /// Title as people wrote it.
    pub title: String,
    /// What it is.
    pub kind: SessionKind,
    /// Where.
    pub place: Option<EntityId>,
    /// The day, "2026-02-24".
    pub date: String,
    /// The parts that are signed apart, in order.
    pub halves: Vec<Half>,
    /// Who comes together.
    pub group: Option<EntityId>,
    /// The films worked on.
    pub films: Vec<EntityId>,
    /// What is kept of its sheet once the time of names and signatures is over.
    pub figures: Option<Figures>,
    /// In the calendar or in the trash.
    pub life: Life,
}

/// Who came to a session, in numbers alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figures {
    /// Participants who were there, for a half-day at least.
    pub people: u32,
    /// How long they were there, added up, in minutes.
    pub minutes: u32,
}

impl Session {
    /// Its day.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.date.parse().ok()
    }
}

/// Where sessions are held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "PlaceRow")]
pub struct Room {
    /// Identity.
    pub id: EntityId,
    /// Its name.
    pub name: String,
    /// How to find it.
    pub address: String,
    /// How many people may be in it.
    pub capacity: Option<u32>,
}

impl Room {
    /// Its name and how to find it, as a paper says them.
    #[must_use]
    pub fn located(&self) -> String {
        let parts = [self.name.trim(), self.address.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// Who comes together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "GroupRow")]
pub struct Group {
    /// Identity.
    pub id: EntityId,
    /// Its name.
    pub name: String,
}

/// How long what is known of people is kept. The law names no other number: it asks that there be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Retention {
    /// Contacts: this many years after the last season someone came.
    pub contacts_years: u32,
    /// Attendance sheets: this many years after their day.
    pub sheets_years: u32,
}

impl Default for Retention {
    fn default() -> Self {
        Self { contacts_years: 1, sheets_years: 10 }
    }
}

impl Retention {
    /// Most years either may be.
    pub const MOST: u32 = 50;
    const CONTACTS: &str = "contacts_years";
    const SHEETS: &str = "sheets_years";

    /// As fields of the season.
    #[must_use]
    pub fn fields(self) -> Vec<(&'static str, Value)> {
        let years = |years: u32| Value::Int(years.into());
        vec![(Self::CONTACTS, years(self.contacts_years)), (Self::SHEETS, years(self.sheets_years))]
    }

    fn of(season: &Entity) -> Self {
        let years = |field: &str, default: u32| match season.field(field) {
            Value::Int(years) => u32::try_from(*years).map_or(default, |years| years.min(Self::MOST)),
            _ => default,
        };
        let default = Self::default();
        Self {
            contacts_years: years(Self::CONTACTS, default.contacts_years),
            sheets_years: years(Self::SHEETS, default.sheets_years),
        }
    }
}

impl Figures {
    const PEOPLE: &str = "came";
    const MINUTES: &str = "came_minutes";

    /// As fields of a session.
    #[must_use]
    pub fn fields(self) -> Vec<(&'static str, Value)> {
        vec![(Self::PEOPLE, Value::Int(self.people.into())), (Self::MINUTES, Value::Int(self.minutes.into()))]
    }

    fn of(session: &Entity) -> Option<Self> {
        let there = matches!(session.field(Self::PEOPLE), Value::Int(_));
        there.then(|| Self {
            people: session.field(Self::PEOPLE).count(),
            minutes: session.field(Self::MINUTES).count(),
        })
    }
}

/// Everything of a season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Season {
    /// Every session, also those in the trash, by day.
    pub sessions: Vec<Session>,
    /// The places, by name.
    pub places: Vec<Room>,
    /// The groups, by name.
    pub groups: Vec<Group>,
    /// How long what is known of people is kept.
    pub retention: Retention,
}

/// Reads a season's document.
#[must_use]
pub fn read(document: &Document) -> Season {
    let mut season = Season::default();
    for id in document.everything().entities {
        let Some(entity) = document.entity(id) else { continue };
        match entity.kind {
            Kind::Season => season.retention = Retention::of(&entity),
            Kind::Session => season.sessions.push(session(&entity)),
            Kind::Place if entity.alive => season.places.push(Room {
                id,
                name: entity.field("name").text().to_owned(),
                address: entity.field("address").text().to_owned(),
                capacity: Some(entity.field("capacity").count()).filter(|count| *count > 0),
            }),
            Kind::Group if entity.alive => {
                season.groups.push(Group { id, name: entity.field("name").text().to_owned() });
            }
            _ => {}
        }
    }
    season.sessions.sort_by(|a, b| (&a.date, first_start(a), a.id).cmp(&(&b.date, first_start(b), b.id)));
    season.places.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    season.groups.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    season
}

fn first_start(session: &Session) -> Option<u16> {
    session.halves.first().and_then(Half::span).map(|(start, _)| start)
}

fn session(entity: &Entity) -> Session {
    let id_of = |field: &str| entity.field(field).text().parse().ok();
    Session {
        id: entity.id,
        title: entity.field("title").text().to_owned(),
        kind: SessionKind::parse(entity.field("kind_of").text()).unwrap_or(SessionKind::Meeting),
        // `place` is where an entity stands in its document.
        place: id_of("room"),
        date: entity.field("date").text().to_owned(),
        halves: Half::read(entity.field("halves").text()),
        group: id_of("group"),
        films: ids(entity.field("films")),
        figures: Figures::of(entity),
        life: if entity.alive { Life::Live } else { Life::Trash },
    }
}

/// Reads a line of identities.
pub(crate) fn ids(value: &Value) -> Vec<EntityId> {
    value.text().split('+').filter_map(|id| id.parse().ok()).collect()
}

/// The step that makes a child of a document's root. Order says nothing here: what is shown is sorted by what people see.
#[must_use]
pub fn create(parent: EntityId, entity: EntityId, kind: Kind, fields: Vec<(String, Value)>) -> Step {
    create_at(MIDDLE.to_owned(), parent, entity, kind, fields)
}

/// The index behind that of a sibling; of the first one where there is none.
#[must_use]
pub fn behind(sibling: Option<&str>) -> String {
    let index = sibling.filter(|one| !one.is_empty()).and_then(|one| place::between(Some(one), None));
    index.unwrap_or_else(|| MIDDLE.to_owned())
}

/// The same at a place among its siblings.
#[must_use]
pub fn create_at(
    index: String,
    parent: EntityId,
    entity: EntityId,
    kind: Kind,
    mut fields: Vec<(String, Value)>,
) -> Step {
    fields.retain(|(_, value)| *value != Value::Null);
    let place = Place { parent, index };
    fields.push(("place".to_owned(), Value::Text(place.to_string())));
    Step::Create { entity, kind, fields, texts: Vec::new() }
}
