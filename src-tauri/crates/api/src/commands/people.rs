//! People: all of it for trainers only, and only while the register is open.

use ql_exchange::people::holds_social_security_number;
use ql_model::{
    EntityId,
    day::Day,
    register::Relative,
    text::is_blank,
    vocabulary::{Occupation, PersonRole, Sex, YesNo},
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
    people_view::{
        AttendanceMark, PersonLine, Sticker, attendance, kept_until_of, lines, since, sticker, stickers,
    },
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
            kept_until: kept_until_of(
                &attendance,
                since(workspace, person.id, today)?,
                workspace.calendar()?.retention,
            ),
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

/// A social-security number is kept nowhere, whichever field it is typed into.
pub(crate) fn allowed<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<(), Failure> {
    match texts.into_iter().any(holds_social_security_number) {
        true => Err(Failure::new(ErrorCode::SocialSecurity, "")),
        false => Ok(()),
    }
}

pub(crate) fn add_person(app: &Inner, request: AddPerson) -> Result<Added, Failure> {
    if is_blank(&request.given) && is_blank(&request.family) {
        return Err(Failure::new(ErrorCode::NameMissing, ""));
    }
    allowed([&*request.given, &*request.family])?;
    let id = app.write(|workspace| {
        Ok(workspace.add_person(&request.given, &request.family, request.role, vec![])?)
    })?;
    changed(app);
    Ok(Added { id })
}

pub(crate) fn set_person(app: &Inner, request: SetPerson) -> Result<Done, Failure> {
    known_field(PERSON, &request.field)?;
    allowed(request.value.as_str())?;
    let (person, value) = (request.person, &request.value);
    if request.field == "birth"
        && let Some(Ok(birth)) = value.as_str().map(str::parse::<Day>)
        && today().years_since(birth).is_none_or(|age| age > OLDEST)
    {
        return Err(Failure::new(ErrorCode::BirthImpossible, birth));
    }
    app.write(|workspace| {
        if let Some(row) = workspace.people()?.person(person) {
            let other = match request.field.as_str() {
                "given" => Some(&row.family),
                "family" => Some(&row.given),
                _ => None,
            };
            // A file without any name is found by nobody.
            if other.is_some_and(|other| is_blank(other)) && value.as_str().is_none_or(is_blank) {
                return Err(Failure::new(ErrorCode::NameMissing, ""));
            }
        }
        if let Some(missing) = nobody_s(workspace, person, &request.field, value)? {
            return Err(Failure::new(ErrorCode::NotFound, missing));
        }
        if request.field == "told_age" {
            return Ok(workspace.set_told_age(person, value, today())?);
        }
        Ok(workspace.set_person_field(person, person, &request.field, value)?)
    })?;
    changed(app);
    Ok(Done {})
}

/// A face or a group that is not there, though it is named.
fn nobody_s(
    workspace: &Workspace,
    person: EntityId,
    field: &str,
    value: &Value,
) -> Result<Option<String>, Failure> {
    let named: Vec<&str> = match (field, value) {
        ("face", Value::String(face)) => vec![face],
        ("groups", Value::Array(groups)) => groups.iter().filter_map(Value::as_str).collect(),
        _ => return Ok(None),
    };
    let there: Vec<EntityId> = if field == "face" {
        workspace.faces()?.iter().map(|face| face.id).collect()
    } else {
        workspace.calendar()?.groups.iter().map(|group| group.id).collect()
    };
    let has: Vec<EntityId> =
        workspace.people()?.person(person).map(|row| row.groups.clone()).unwrap_or_default();
    // What is no identity at all is refused by its field.
    let known =
        |id: &&str| id.parse::<EntityId>().map_or(true, |id| there.contains(&id) || has.contains(&id));
    Ok(named.into_iter().find(|id| !known(id)).map(str::to_owned))
}

pub(crate) fn add_relative(app: &Inner, request: AddRelative) -> Result<Added, Failure> {
    allowed([&*request.name])?;
    let id = app.write(|workspace| Ok(workspace.add_relative(request.person, &request.name)?))?;
    changed(app);
    Ok(Added { id })
}

pub(crate) fn set_relative(app: &Inner, request: SetRelative) -> Result<Done, Failure> {
    known_field(RELATIVE, &request.field)?;
    allowed(request.value.as_str())?;
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
    allowed([&*request.text])?;
    // Without an end it would never be destroyed.
    if request.until.is_null() && !request.text.trim().is_empty() {
        return Err(Failure::new(ErrorCode::InvalidRequest, "until"));
    }
    if let Some(Ok(until)) = request.until.as_str().map(str::parse::<Day>) {
        let today = today();
        if until < today {
            return Err(Failure::new(ErrorCode::DayPast, until));
        }
        // It serves one camp; a slip in the year would keep it for ever.
        if !request.text.trim().is_empty() && until > today.years_later(1) {
            return Err(Failure::new(ErrorCode::HealthTooLong, until));
        }
    }
    app.write(|workspace| Ok(workspace.set_health(request.person, &request.text, &request.until)?))?;
    // One that was emptied was destroyed.
    if request.text.trim().is_empty() {
        app.forget_in_copies();
    }
    changed(app);
    Ok(Done {})
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
