//! People: all of it for trainers only, and only while the register is open.

use std::collections::HashMap;

use ql_model::{
    EntityId,
    day::Day,
    register::{Person as Row, Relative},
    row::Face,
    vocabulary::{Attended, FaceColour, HalfCode, Occupation, PersonRole, Sex, Shape, YesNo},
};
use ql_store::Workspace;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

pub(crate) use super::edits::{Added, Done};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    event::Event,
    mode::today,
};

/// Fields a trainer sets; the rest is set by what it belongs to.
const PERSON: &[&str] = &[
    "given",
    "family",
    "role",
    "face",
    "birth",
    "told_age",
    "phone",
    "address",
    "commune",
    "insurance",
    "sex",
    "qpv",
    "qpv_code",
    "occupation",
    "leaves_alone",
    "groups",
    "left",
];
const RELATIVE: &[&str] = &["name", "relation", "phone", "authority", "emergency", "pickup"];
/// The oldest anyone may be, as a list that is taken in is read.
const OLDEST: u8 = 120;
/// After the last season someone came, contacts are kept this many years.
const CONTACTS_YEARS: i32 = 1;

#[derive(Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct ListPeople {
    query: Option<String>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct PersonList {
    /// By given name.
    people: Vec<PersonLine>,
    /// Everyone who still comes, whatever was looked for.
    total: usize,
    minors: usize,
    adults: usize,
    /// Those who do not come any more.
    former: usize,
    /// Whether something that was done since the register was opened can be taken back.
    can_undo: bool,
    /// Whether something can be done again.
    can_redo: bool,
}

/// Someone on the list.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PersonLine {
    id: EntityId,
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

#[derive(Debug, Deserialize, TS)]
pub(crate) struct PersonId {
    pub person: EntityId,
}

/// The whole file but health.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Person {
    id: EntityId,
    given: String,
    family: String,
    face: Option<EntityId>,
    #[serde(flatten)]
    #[ts(flatten)]
    sticker: Sticker,
    role: PersonRole,
    #[ts(type = "string | null")]
    birth: Option<Day>,
    /// Worked out of the day of birth, or as it was told.
    age: Option<u8>,
    told_age: Option<u8>,
    minor: bool,
    phone: String,
    address: String,
    commune: String,
    insurance: String,
    sex: Option<Sex>,
    qpv: Option<YesNo>,
    qpv_code: String,
    occupation: Option<Occupation>,
    leaves_alone: Option<YesNo>,
    groups: Vec<EntityId>,
    left: bool,
    relatives: Vec<Relative>,
    /// That there is a health note.
    health: Option<HealthNote>,
    /// By day.
    attendance: Vec<AttendanceMark>,
    /// Until when contacts are kept.
    #[ts(type = "string")]
    kept_until: Day,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct HealthNote {
    #[ts(type = "string | null")]
    until: Option<Day>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct AttendanceMark {
    pub session: EntityId,
    pub date: String,
    pub half: HalfCode,
    pub state: Attended,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct AddPerson {
    given: String,
    family: String,
    role: PersonRole,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SetPerson {
    person: EntityId,
    field: String,
    #[ts(type = "unknown")]
    value: Value,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct AddRelative {
    person: EntityId,
    name: String,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SetRelative {
    person: EntityId,
    relative: EntityId,
    field: String,
    #[ts(type = "unknown")]
    value: Value,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct DeleteRelative {
    person: EntityId,
    relative: EntityId,
}

/// What must be known of someone's health.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Health {
    text: String,
    #[ts(type = "string | null")]
    until: Option<Day>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SetHealth {
    person: EntityId,
    /// Empty: the note is destroyed.
    text: String,
    #[ts(type = "string | null")]
    until: Value,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct UndoRegister {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct RegisterUndone {
    /// Name of the command that was taken back or done again.
    done: Option<String>,
}

/// The stickers of people: their face, or one that their identity gives.
pub(crate) fn stickers(workspace: &Workspace) -> Result<HashMap<EntityId, Face>, Failure> {
    Ok(workspace.faces()?.into_iter().map(|face| (face.id, face)).collect())
}

pub(crate) fn sticker(person: &Row, faces: &HashMap<EntityId, Face>) -> Sticker {
    if let Some(face) = person.face.and_then(|face| faces.get(&face)) {
        return Sticker { shown: face.name.clone(), shape: face.shape, colour: face.colour };
    }
    let shown = if person.given.trim().is_empty() { person.family.clone() } else { person.given.clone() };
    let (shape, colour) = shape_of(person.id);
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
    let rows = workspace.people()?;
    let calendar = workspace.calendar()?;
    let mut marks: HashMap<EntityId, Vec<AttendanceMark>> = HashMap::new();
    for session in &calendar.sessions {
        let Some(sheet) = rows.sheet(session.id) else { continue };
        let frozen = sheet.closure.as_ref().map(|closure| &closure.frozen);
        let (date, halves) =
            frozen.map_or((&session.date, &session.halves), |frozen| (&frozen.date, &frozen.halves));
        for one in &sheet.attendees {
            let whose = marks.entry(rows.real(one.person)).or_default();
            whose.extend(halves.iter().map(|half| AttendanceMark {
                session: session.id,
                date: date.clone(),
                half: half.code,
                state: sheet.state(one.person, half.code),
            }));
        }
    }
    for whose in marks.values_mut() {
        whose.sort_by(|a, b| (&a.date, a.half).cmp(&(&b.date, b.half)));
    }
    Ok(marks)
}

fn counted(mark: &AttendanceMark, today: &str) -> bool {
    !matches!(mark.state, Attended::NotExpected | Attended::Expected) && mark.date.as_str() <= today
}

pub(crate) fn list_people(app: &Inner, request: ListPeople) -> Result<PersonList, Failure> {
    let today = today();
    app.write(|workspace| {
        let found = lines(workspace, request.query.as_deref().unwrap_or_default(), today)?;
        let people = found.into_iter().map(|(line, _)| line).collect();
        let (undo, redo) = workspace.register_undo_codes()?;
        let mut list = PersonList {
            people,
            total: 0,
            minors: 0,
            adults: 0,
            former: 0,
            can_undo: undo.is_some(),
            can_redo: redo.is_some(),
        };
        for person in workspace.people()?.all() {
            let minor = person.is_minor(today);
            list.former += usize::from(person.left);
            list.total += usize::from(!person.left);
            list.minors += usize::from(!person.left && minor);
            list.adults += usize::from(!person.left && !minor);
        }
        Ok(list)
    })
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

fn line(person: &Row, faces: &HashMap<EntityId, Face>, marks: &[AttendanceMark], today: Day) -> PersonLine {
    let until = today.to_string();
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
        present: marks.iter().filter(|mark| mark.state == Attended::Present).count(),
        expected: marks.iter().filter(|mark| counted(mark, &until)).count(),
    }
}

pub(crate) fn get_person(app: &Inner, request: PersonId) -> Result<Person, Failure> {
    let today = today();
    app.write(|workspace| {
        let (faces, mut marks) = (stickers(workspace)?, attendance(workspace)?);
        let rows = workspace.people()?;
        let person = rows
            .person(request.person)
            .ok_or_else(|| Failure::new(ErrorCode::NotFound, request.person))?
            .clone();
        let attendance = marks.remove(&person.id).unwrap_or_default();
        Ok(Person {
            sticker: sticker(&person, &faces),
            age: person.age(today),
            minor: person.is_minor(today),
            health: rows.health(person.id).map(|note| HealthNote { until: note.until }),
            kept_until: kept_until_of(&attendance, today),
            attendance,
            id: person.id,
            given: person.given,
            family: person.family,
            face: person.face,
            role: person.role,
            birth: person.birth,
            told_age: person.told_age,
            phone: person.phone,
            address: person.address,
            commune: person.commune,
            insurance: person.insurance,
            sex: person.sex,
            qpv: person.qpv,
            qpv_code: person.qpv_code,
            occupation: person.occupation,
            leaves_alone: person.leaves_alone,
            groups: person.groups,
            left: person.left,
            relatives: person.relatives,
        })
    })
}

/// The end of the season in which someone last came, or of this one, and a year.
pub(crate) fn kept_until_of(attendance: &[AttendanceMark], today: Day) -> Day {
    let last = attendance.iter().rev().find(|mark| mark.state == Attended::Present);
    let last = last.and_then(|mark| mark.date.parse::<Day>().ok()).unwrap_or(today);
    let year = if last.month() <= 8 { last.year() } else { last.year() + 1 };
    Day::new(year + CONTACTS_YEARS, 8, 31).unwrap_or(last)
}

pub(crate) fn add_person(app: &Inner, request: AddPerson) -> Result<Added, Failure> {
    if request.given.trim().is_empty() && request.family.trim().is_empty() {
        return Err(Failure::new(ErrorCode::NameMissing, ""));
    }
    let id = app.write(|workspace| {
        Ok(workspace.add_person(&request.given, &request.family, request.role, vec![])?)
    })?;
    changed(app);
    Ok(Added { id })
}

pub(crate) fn set_person(app: &Inner, request: SetPerson) -> Result<Done, Failure> {
    known_field(PERSON, &request.field)?;
    let (person, value) = (request.person, &request.value);
    if request.field == "birth"
        && let Some(Ok(birth)) = value.as_str().map(str::parse::<Day>)
        && today().years_since(birth).is_none_or(|age| age > OLDEST)
    {
        return Err(Failure::new(ErrorCode::BirthImpossible, birth));
    }
    app.write(|workspace| Ok(workspace.set_person_field(person, person, &request.field, value)?))?;
    changed(app);
    Ok(Done {})
}

pub(crate) fn add_relative(app: &Inner, request: AddRelative) -> Result<Added, Failure> {
    let id = app.write(|workspace| Ok(workspace.add_relative(request.person, &request.name)?))?;
    changed(app);
    Ok(Added { id })
}

pub(crate) fn set_relative(app: &Inner, request: SetRelative) -> Result<Done, Failure> {
    known_field(RELATIVE, &request.field)?;
    let (person, relative) = (request.person, request.relative);
    app.write(|workspace| {
        Ok(workspace.set_person_field(person, relative, &request.field, &request.value)?)
    })?;
    changed(app);
    Ok(Done {})
}

pub(crate) fn delete_relative(app: &Inner, request: DeleteRelative) -> Result<Done, Failure> {
    app.write(|workspace| Ok(workspace.delete_relative(request.person, request.relative)?))?;
    changed(app);
    Ok(Done {})
}

pub(crate) fn get_health(app: &Inner, request: PersonId) -> Result<Health, Failure> {
    let note = app.write(|workspace| Ok(workspace.health(request.person)?))?;
    let note = note.ok_or_else(|| Failure::new(ErrorCode::NotFound, "health"))?;
    Ok(Health { text: note.text, until: note.until })
}

pub(crate) fn set_health(app: &Inner, request: SetHealth) -> Result<Done, Failure> {
    if let Some(Ok(until)) = request.until.as_str().map(str::parse::<Day>)
        && until < today()
    {
        return Err(Failure::new(ErrorCode::DayPast, until));
    }
    app.write(|workspace| Ok(workspace.set_health(request.person, &request.text, &request.until)?))?;
    changed(app);
    Ok(Done {})
}

pub(crate) fn undo_register(app: &Inner, _: UndoRegister) -> Result<RegisterUndone, Failure> {
    let done = app.write(|workspace| Ok(workspace.undo_in_register()?))?;
    turned(app, done)
}

pub(crate) fn redo_register(app: &Inner, _: UndoRegister) -> Result<RegisterUndone, Failure> {
    let done = app.write(|workspace| Ok(workspace.redo_in_register()?))?;
    turned(app, done)
}

/// What was taken back may be of a file or of a sheet: both are read again.
fn turned(app: &Inner, done: Option<&'static str>) -> Result<RegisterUndone, Failure> {
    changed(app);
    app.tell(&Event::Sheets);
    Ok(RegisterUndone { done: done.map(str::to_owned) })
}

/// Nothing of a person travels in an event: screens that may, read again.
pub(crate) fn changed(app: &Inner) {
    app.tell(&Event::People);
}

fn known_field(known: &[&str], field: &str) -> Result<(), Failure> {
    if known.contains(&field) {
        Ok(())
    } else {
        Err(Failure::new(ErrorCode::InvalidRequest, json!(field.chars().take(80).collect::<String>())))
    }
}
