//! People as lists and sheets show them: name, sticker, age, and how often they came.

use std::collections::{HashMap, HashSet};

use ql_model::{
    EntityId,
    day::Day,
    register::Person as Row,
    row::Face,
    season::{Half, Retention},
    sheet::Standing,
    vocabulary::{Attended, FaceColour, HalfCode, Life, PersonRole, Shape, YesNo},
};
use ql_store::Workspace;
use serde::Serialize;
use ts_rs::TS;

use crate::{error::Failure, sheet_view::local};

/// Someone on the list.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PersonLine {
    pub id: EntityId,
    given: String,
    family: String,
    #[serde(flatten)]
    #[ts(flatten)]
    sticker: Sticker,
    role: PersonRole,
    age: Option<u8>,
    minor: bool,
    groups: Vec<EntityId>,
    leaves_alone: Option<YesNo>,
    left: bool,
    /// Half-days present.
    present: usize,
    /// Half-days until today of which something is known.
    expected: usize,
}

impl PersonLine {
    /// Who.
    pub fn id(&self) -> EntityId {
        self.id
    }
}

/// The name and shape by which the room knows someone.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Sticker {
    /// The name they chose, or the given name.
    pub shown: String,
    pub shape: Shape,
    pub colour: FaceColour,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct AttendanceMark {
    pub session: EntityId,
    pub date: String,
    pub half: HalfCode,
    pub state: Attended,
    /// Its half-day has ended: before, nobody attests it.
    pub over: bool,
    /// From when to when someone present was there: the half-day, less what they came late or left early.
    #[serde(skip)]
    #[ts(skip)]
    pub there: (String, String),
    /// Other hours that the signature was made for ("09:30-12:30").
    #[serde(skip)]
    #[ts(skip)]
    pub signed_for: Option<String>,
    /// Of the session, as its closed sheet says it.
    #[serde(skip)]
    #[ts(skip)]
    pub title: String,
    /// How it stands, hours and all.
    #[serde(skip)]
    #[ts(skip)]
    pub standing: Standing,
    /// The session was deleted, and may be put back.
    #[serde(skip)]
    #[ts(skip)]
    pub deleted: bool,
}

/// The stickers of people: their face, or one that the register gives.
pub(crate) struct Stickers {
    faces: HashMap<EntityId, Face>,
    given: HashMap<EntityId, (Shape, FaceColour)>,
}

/// A child looks for the sticker before the name: no two people have the same while there are others. Whoever is longer in the register
/// keeps theirs when someone comes.
pub(crate) fn stickers(workspace: &Workspace) -> Result<Stickers, Failure> {
    let faces: HashMap<EntityId, Face> = workspace.faces()?.into_iter().map(|face| (face.id, face)).collect();
    let rows = workspace.people()?;
    let chosen =
        |id: EntityId| rows.person(id).and_then(|person| person.face).and_then(|face| faces.get(&face));
    let people = workspace.people_in_order()?;
    let mut taken: HashSet<(Shape, FaceColour)> =
        people.iter().filter_map(|id| chosen(*id)).map(|face| (face.shape, face.colour)).collect();
    let all = Shape::ALL.len() * FaceColour::ALL.len();
    let mut given = HashMap::new();
    for id in people {
        if chosen(id).is_some() || rows.person(id).is_none_or(|person| person.left) {
            continue;
        }
        if taken.len() >= all {
            taken.clear();
        }
        let first = shape_of(id);
        let free = from(first).find(|one| !taken.contains(one)).unwrap_or(first);
        taken.insert(free);
        given.insert(id, free);
    }
    Ok(Stickers { faces, given })
}

/// Every sticker, from one on: other colours first, then other shapes.
fn from((shape, colour): (Shape, FaceColour)) -> impl Iterator<Item = (Shape, FaceColour)> {
    let at = |all: usize, found: Option<usize>| move |step: usize| (found.unwrap_or(0) + step) % all;
    let shape_at = at(Shape::ALL.len(), Shape::ALL.iter().position(|one| *one == shape));
    let colour_at = at(FaceColour::ALL.len(), FaceColour::ALL.iter().position(|one| *one == colour));
    (0..Shape::ALL.len()).flat_map(move |shapes| {
        (0..FaceColour::ALL.len())
            .map(move |colours| (Shape::ALL[shape_at(shapes)], FaceColour::ALL[colour_at(colours)]))
    })
}

pub(crate) fn sticker(person: &Row, stickers: &Stickers) -> Sticker {
    if let Some(face) = person.face.and_then(|face| stickers.faces.get(&face)) {
        return Sticker { shown: face.name.clone(), shape: face.shape, colour: face.colour };
    }
    let shown = if person.given.trim().is_empty() { person.family.clone() } else { person.given.clone() };
    let (shape, colour) = stickers.given.get(&person.id).copied().unwrap_or_else(|| shape_of(person.id));
    Sticker { shown, shape, colour }
}

/// The shape and colour that an identity gives.
pub(crate) fn shape_of(id: EntityId) -> (Shape, FaceColour) {
    let bytes = id.0.as_bytes();
    let shape = Shape::ALL[usize::from(bytes[0]) % Shape::ALL.len()];
    (shape, FaceColour::ALL[usize::from(bytes[1]) % FaceColour::ALL.len()])
}

/// The half-days of everyone, by person.
pub(crate) fn attendance(workspace: &Workspace) -> Result<HashMap<EntityId, Vec<AttendanceMark>>, Failure> {
    let mut marks = whole_attendance(workspace)?;
    marks.values_mut().for_each(|whose| whose.retain(|mark| !mark.deleted));
    Ok(marks)
}

/// Those of deleted sessions too, which are kept until their time is over.
pub(crate) fn whole_attendance(
    workspace: &Workspace,
) -> Result<HashMap<EntityId, Vec<AttendanceMark>>, Failure> {
    let rows = workspace.people()?;
    let calendar = workspace.calendar()?;
    let now = local(chrono::Utc::now().timestamp_millis()).unwrap_or((Day::FIRST, 0));
    let mut marks: HashMap<EntityId, Vec<AttendanceMark>> = HashMap::new();
    for session in &calendar.sessions {
        let Some(sheet) = rows.sheet(session.id) else { continue };
        let frozen = sheet.closure.as_ref().map(|closure| &closure.frozen);
        let (date, halves) =
            frozen.map_or((&session.date, &session.halves), |frozen| (&frozen.date, &frozen.halves));
        let title = frozen.map_or(&session.title, |frozen| &frozen.title);
        for (person, lines) in sheet.lines(|id| rows.real(id)) {
            let mark = |half: &Half| {
                let telling = sheet.telling(&lines, half)?;
                let standing = sheet.standing(telling, half.code);
                let signed = sheet.cell(telling, half.code).filter(|cell| cell.signature.is_some());
                let signed_for = signed.and_then(|cell| cell.signed_for.clone());
                Some(AttendanceMark {
                    session: session.id,
                    date: date.clone(),
                    half: half.code,
                    state: standing.state,
                    over: is_over(date, half, now),
                    there: standing.there(half),
                    signed_for: signed_for.filter(|hours| *hours != half.hours()),
                    title: title.clone(),
                    standing,
                    deleted: session.life != Life::Live,
                })
            };
            marks.entry(person).or_default().extend(halves.iter().filter_map(mark));
        }
    }
    for whose in marks.values_mut() {
        whose.sort_by(|a, b| (&a.date, a.half, a.session).cmp(&(&b.date, b.half, b.session)));
    }
    Ok(marks)
}

/// Whether a half-day has ended by a day and its minute.
fn is_over(date: &str, half: &Half, (today, minute): (Day, u16)) -> bool {
    let ended = half.span().is_some_and(|(_, end)| end <= minute);
    date.parse::<Day>().is_ok_and(|day| day < today || (day == today && ended))
}

fn counted(mark: &AttendanceMark, today: &str) -> bool {
    !matches!(mark.state, Attended::NotExpected | Attended::Expected) && mark.date.as_str() <= today
}

/// Those a query finds, by given name, each with their half-days by day.
pub(crate) fn lines(
    workspace: &Workspace,
    query: &str,
    today: Day,
) -> Result<Vec<(PersonLine, Vec<AttendanceMark>)>, Failure> {
    let (faces, mut marks) = (stickers(workspace)?, attendance(workspace)?);
    let mut found: Vec<_> = workspace
        .people()?
        .search(query)
        .into_iter()
        .map(|person| {
            let marks = marks.remove(&person.id).unwrap_or_default();
            (line(person, &faces, &marks, today), marks)
        })
        .collect();
    found.sort_by_cached_key(|(line, _)| {
        (ql_model::register::fold(&format!("{} {}", line.given, line.family)), line.id)
    });
    Ok(found)
}

fn line(person: &Row, faces: &Stickers, marks: &[AttendanceMark], today: Day) -> PersonLine {
    let until = today.to_string();
    let told = || marks.iter().filter(|mark| counted(mark, &until));
    PersonLine {
        id: person.id,
        given: person.given.clone(),
        family: person.family.clone(),
        sticker: sticker(person, faces),
        role: person.role,
        age: person.age(today),
        minor: person.is_minor(today),
        groups: person.groups.clone(),
        leaves_alone: person.leaves_alone,
        left: person.left,
        present: told().filter(|mark| mark.state == Attended::Present).count(),
        expected: told().count(),
    }
}

/// The end of the season in which someone was last here, and so many years: of the last session they came to or are to come to, and of the
/// day they were written down.
pub(crate) fn kept_until_of(attendance: &[AttendanceMark], since: Day, kept: Retention) -> Day {
    let today = crate::mode::today();
    let here = |mark: &AttendanceMark| {
        let day = mark.date.parse::<Day>().ok()?;
        let counts = match mark.state {
            Attended::Present => true,
            Attended::Expected => day >= today,
            Attended::Absent | Attended::Excused | Attended::NotExpected => false,
        };
        (counts && !mark.deleted).then_some(day)
    };
    let last = attendance.iter().filter_map(here).chain([since]).max().unwrap_or(since);
    let year = if last.month() <= 8 { last.year() } else { last.year() + 1 };
    Day::new(year + kept.contacts_years.cast_signed(), 8, 31).unwrap_or(last)
}

/// The day someone was written into the register; today where nothing says it.
pub(crate) fn since(workspace: &Workspace, person: EntityId, today: Day) -> Result<Day, Failure> {
    let made = workspace.made_at(person)?;
    Ok(made.and_then(local).map_or(today, |(day, _)| day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_day_is_over_when_its_last_hour_is() {
        let half = Half { code: HalfCode::Morning, start: "09:30".into(), end: "12:30".into() };
        let over = |day: &str, hour: u16, minute: u16| {
            is_over("2026-11-29", &half, (day.parse().expect("a day"), hour * 60 + minute))
        };
        assert!(!over("2026-11-28", 23, 59) && !over("2026-11-29", 2, 34) && !over("2026-11-29", 12, 29));
        assert!(over("2026-11-29", 12, 30) && over("2026-11-30", 0, 0));
    }
}
