//! The calendar: sessions, places and groups. Everyone at the desk sees it; trainers write in it.

use std::collections::BTreeMap;

use ql_model::{
    EntityId,
    entity::Kind,
    register::likened,
    season::{Group, Half, Room, Session},
    sheet::{Attendee, Cell},
    text::is_blank,
    vocabulary::{HalfCode, Life, PersonRole, SessionKind},
};
use ql_store::Workspace;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

pub(crate) use super::edits::{Added, Done};
use super::{
    grouping::{fill, is_noted, put_on_sheet, regroup},
    people::{allowed, changed},
    sheets::{session, within},
};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    event::Event,
    mode::today,
    sheet_view::live_session,
};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetCalendar {}

/// Every session, latest first, with places and groups.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Calendar {
    /// "2026-02-24".
    today: String,
    sessions: Vec<Session>,
    /// Those that were deleted, and can be put back.
    deleted: Vec<Session>,
    places: Vec<Room>,
    groups: Vec<Group>,
}

#[derive(Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct AddSession {
    #[ts(optional = false)]
    title: String,
    #[ts(optional = false)]
    kind: SessionKind,
    #[ts(optional = false)]
    date: String,
    #[ts(optional = false)]
    halves: Vec<Half>,
    #[ts(type = "Id | null")]
    place: Option<EntityId>,
    #[ts(type = "Id | null")]
    group: Option<EntityId>,
    films: Option<Vec<EntityId>>,
    /// Put on the sheet at once, as is everyone of the group.
    trainers: Option<Vec<EntityId>>,
}

#[derive(Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct SetSession {
    session: EntityId,
    /// Fields and their values; all are set, or none.
    #[ts(type = "Record<string, unknown>")]
    values: BTreeMap<String, Value>,
    /// Trainers who come onto its sheet, and who go off it: of the same all or none.
    trainers_on: Option<Vec<EntityId>>,
    trainers_off: Option<Vec<EntityId>>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SessionId {
    session: EntityId,
}

#[derive(Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct AddPlace {
    #[ts(optional = false)]
    name: String,
    address: Option<String>,
    #[ts(type = "number | null")]
    capacity: Option<u32>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SetPlace {
    place: EntityId,
    field: String,
    #[ts(type = "unknown")]
    value: Value,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct AddGroup {
    name: String,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GroupId {
    group: EntityId,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SetGroup {
    group: EntityId,
    field: String,
    #[ts(type = "unknown")]
    value: Value,
}

pub(crate) fn get_calendar(app: &Inner, _: GetCalendar) -> Result<Calendar, Failure> {
    let mut season = app.read(|reader| Ok(reader.calendar()?))?;
    season.sessions.sort_by(|a, b| b.date.cmp(&a.date));
    let (sessions, deleted) = season.sessions.into_iter().partition(|session| session.life == Life::Live);
    Ok(Calendar {
        today: today().to_string(),
        sessions,
        deleted,
        places: season.places,
        groups: season.groups,
    })
}

pub(crate) fn add_session(app: &Inner, request: AddSession) -> Result<Added, Failure> {
    named(&request.title)?;
    let fields = [
        ("title", json!(request.title.trim())),
        ("kind_of", json!(request.kind)),
        ("date", json!(request.date)),
        ("halves", json!(request.halves)),
        ("room", json!(request.place)),
        ("group", json!(request.group)),
        ("films", json!(request.films.unwrap_or_default())),
    ];
    let trainers = request.trainers.unwrap_or_default();
    let named = [(Kind::Place, request.place), (Kind::Group, request.group)];
    app.write(|workspace| {
        let calendar = workspace.calendar()?;
        for (kind, id) in named.into_iter().filter_map(|(kind, id)| Some((kind, id?))) {
            let there = match kind {
                Kind::Place => calendar.places.iter().any(|place| place.id == id),
                _ => calendar.groups.iter().any(|group| group.id == id),
            };
            if !there {
                return Err(Failure::new(ErrorCode::NotFound, id));
            }
        }
        all_trainers(workspace, &trainers)
    })?;
    let added = add(app, Kind::Session, &fields)?;
    app.write(|workspace| {
        for trainer in trainers {
            workspace.add_attendee(added.id, trainer, true)?;
        }
        fill(workspace, added.id)
    })?;
    Ok(added)
}

pub(crate) fn set_session(app: &Inner, request: SetSession) -> Result<Done, Failure> {
    let SetSession { session: id, values, trainers_on, trainers_off } = request;
    let (on, off) = (trainers_on.unwrap_or_default(), trainers_off.unwrap_or_default());
    let mut fields = Vec::new();
    for (field, value) in &values {
        let field = match field.as_str() {
            // Where an entity stands in its document, and what it is, are called otherwise there.
            "place" => "room",
            "kind" => "kind_of",
            "room" | "kind_of" => return Err(Failure::new(ErrorCode::InvalidRequest, field)),
            other => other,
        };
        if matches!(field, "date" | "halves") && value.is_null() {
            return Err(Failure::new(ErrorCode::InvalidRequest, field));
        }
        if let ("title", Some(title)) = (field, value.as_str()) {
            named(title)?;
        }
        fields.push((field, value));
    }
    app.write(|workspace| {
        let was = live_session(workspace, id)?.group;
        for (field, value) in &fields {
            may_change(workspace, id, field, value)?;
        }
        let off = may_lead(workspace, id, &on, &off)?;
        if !fields.is_empty() {
            workspace.set_in_calendar(id, Kind::Session, &fields)?;
        }
        // Another group's people come on the sheet, and those of before go; nobody does when nothing changed.
        if values.get("group").is_some_and(|group| *group != json!(was)) {
            return regroup(workspace, id, was, (&on, off));
        }
        for trainer in on {
            put_on_sheet(workspace, id, trainer)?;
        }
        for trainer in off {
            workspace.remove_attendee(id, trainer)?;
        }
        Ok(())
    })?;
    app.tell(&Event::Calendar);
    app.tell(&Event::Sheet { session: id });
    Ok(Done {})
}

fn all_trainers(workspace: &Workspace, ids: &[EntityId]) -> Result<(), Failure> {
    let rows = workspace.people()?;
    let is_one = |id: &EntityId| rows.person(*id).is_some_and(|one| one.role == PersonRole::Trainer);
    match ids.iter().find(|id| !is_one(id)) {
        Some(other) => Err(Failure::new(ErrorCode::NotFound, other)),
        None => Ok(()),
    }
}

/// The lines of the trainers who are to go. Who is to come and to go stays.
fn may_lead(
    workspace: &Workspace,
    id: EntityId,
    on: &[EntityId],
    off: &[EntityId],
) -> Result<Vec<EntityId>, Failure> {
    if on.is_empty() && off.is_empty() {
        return Ok(Vec::new());
    }
    all_trainers(workspace, on)?;
    let Some(sheet) = workspace.sheet(id)? else { return Ok(Vec::new()) };
    if sheet.closure.is_some() {
        return Err(Failure::new(ErrorCode::SheetClosed, id));
    }
    let rows = workspace.people()?;
    let goes = |line: &&Attendee| {
        let real = rows.real(line.person);
        line.trainer && off.iter().any(|one| rows.real(*one) == real && !on.contains(one))
    };
    let off: Vec<EntityId> = sheet.attendees.iter().filter(goes).map(|line| line.person).collect();
    let signed =
        |who: &&EntityId| sheet.cells.iter().any(|cell| cell.person == **who && cell.signature.is_some());
    match off.iter().find(signed) {
        Some(signer) => Err(Failure::new(ErrorCode::SheetSigned, signer)),
        None => Ok(off),
    }
}

fn may_change(workspace: &mut Workspace, id: EntityId, field: &str, value: &Value) -> Result<(), Failure> {
    let (calendar, named) = (workspace.calendar()?, value.as_str());
    let there = match field {
        "group" => calendar.groups.iter().any(|group| Some(group.id.to_string().as_str()) == named),
        "room" => calendar.places.iter().any(|place| Some(place.id.to_string().as_str()) == named),
        _ => true,
    };
    if named.is_some_and(|id| id.parse::<EntityId>().is_ok()) && !there {
        return Err(Failure::new(ErrorCode::NotFound, named.unwrap_or_default()));
    }
    if session(workspace, id)?.figures.is_some() {
        return Err(Failure::new(ErrorCode::SheetOver, id));
    }
    // What was closed is corrected on its sheet, with the reason.
    if workspace.sheet(id)?.is_some_and(|sheet| sheet.closure.is_some()) {
        return Err(Failure::new(ErrorCode::SheetClosed, id));
    }
    match field {
        "date" | "halves" => signed_stays(workspace, id, field, value),
        _ => Ok(()),
    }
}

/// What was signed or noted was so for its day and its half-day: neither is changed under it. Hours may be, and a half-day of which nothing was
/// noted may go; not one that somebody was marked for, nor hours under those somebody came or left at.
fn signed_stays(workspace: &mut Workspace, id: EntityId, field: &str, value: &Value) -> Result<(), Failure> {
    let Some(sheet) = workspace.sheet(id)? else { return Ok(()) };
    let was = session(workspace, id)?;
    let half =
        |code: HalfCode| value.as_array().is_some_and(|all| all.iter().any(|one| one["code"] == code.code()));
    let halves: Vec<Half> = serde_json::from_value(value.clone()).unwrap_or_default();
    let fits = |cell: &Cell| {
        let Some(half) = halves.iter().find(|half| half.code == cell.half) else { return !is_noted(cell) };
        within(half, cell.late.as_deref(), cell.early.as_deref()).is_ok()
    };
    let moved = field == "date" && value.as_str() != Some(was.date.as_str());
    let lost = |cell: &Cell| moved || (field == "halves" && !half(cell.half));
    if sheet.cells.iter().any(|cell| cell.signature.is_some() && lost(cell)) {
        return Err(Failure::new(ErrorCode::SheetSigned, id));
    }
    // Who was there on paper was there that day too.
    let proved = sheet.cells.iter().any(is_noted) || !sheet.scans.is_empty();
    if (moved && proved) || (field == "halves" && !sheet.cells.iter().all(fits)) {
        return Err(Failure::new(ErrorCode::SheetMarked, id));
    }
    Ok(())
}

pub(crate) fn delete_session(app: &Inner, request: SessionId) -> Result<Done, Failure> {
    trash(app, request.session, true)
}

pub(crate) fn restore_session(app: &Inner, request: SessionId) -> Result<Done, Failure> {
    trash(app, request.session, false)
}

pub(crate) fn add_place(app: &Inner, request: AddPlace) -> Result<Added, Failure> {
    named(&request.name)?;
    let fields = [
        ("name", json!(request.name.trim())),
        ("address", json!(request.address.unwrap_or_default())),
        ("capacity", json!(request.capacity)),
    ];
    add(app, Kind::Place, &fields)
}

pub(crate) fn set_place(app: &Inner, request: SetPlace) -> Result<Done, Failure> {
    set(app, request.place, Kind::Place, &request.field, &request.value)
}

pub(crate) fn add_group(app: &Inner, request: AddGroup) -> Result<Added, Failure> {
    named(&request.name)?;
    // One that is there, however it is written, is not made twice.
    let there = app.read(|reader| {
        let same = |name: &str| likened(name.trim()) == likened(request.name.trim());
        Ok(reader.calendar()?.groups.into_iter().find(|group| same(&group.name)).map(|group| group.id))
    })?;
    if let Some(id) = there {
        return Ok(Added { id });
    }
    add(app, Kind::Group, &[("name", json!(request.name.trim()))])
}

pub(crate) fn set_group(app: &Inner, request: SetGroup) -> Result<Done, Failure> {
    let (id, named) = (request.group, request.value.as_str().unwrap_or_default());
    put(app, id, Kind::Group, &request.field, &request.value, |workspace| {
        // Nobody could tell the two apart.
        let taken = |group: &Group| group.id != id && likened(group.name.trim()) == likened(named.trim());
        match request.field == "name" && workspace.calendar()?.groups.iter().any(taken) {
            true => Err(Failure::new(ErrorCode::NameTaken, named)),
            false => Ok(()),
        }
    })
}

/// Nobody and no session is of it any more; those who were, stay.
pub(crate) fn delete_group(app: &Inner, request: GroupId) -> Result<Done, Failure> {
    app.write(|workspace| Ok(workspace.delete_group(request.group)?))?;
    app.tell(&Event::Calendar);
    app.tell(&Event::Sheets);
    changed(app);
    Ok(Done {})
}

fn named(name: &str) -> Result<(), Failure> {
    if is_blank(name) {
        return Err(Failure::new(ErrorCode::NameMissing, ""));
    }
    allowed([name])
}

fn add(app: &Inner, kind: Kind, fields: &[(&str, Value)]) -> Result<Added, Failure> {
    let id = app.write(|workspace| Ok(workspace.add_to_calendar(kind, fields)?))?;
    app.tell(&Event::Calendar);
    Ok(Added { id })
}

fn set(app: &Inner, id: EntityId, kind: Kind, field: &str, value: &Value) -> Result<Done, Failure> {
    put(app, id, kind, field, value, |_| Ok(()))
}

/// Sets a field unless `allowed` refuses it, with nothing in between.
fn put(
    app: &Inner,
    id: EntityId,
    kind: Kind,
    field: &str,
    value: &Value,
    allowed: impl FnOnce(&mut Workspace) -> Result<(), Failure>,
) -> Result<Done, Failure> {
    if let ("name", Some(name)) = (field, value.as_str()) {
        named(name)?;
    }
    app.write(|workspace| {
        allowed(workspace)?;
        Ok(workspace.set_in_calendar(id, kind, &[(field, value)])?)
    })?;
    app.tell(&Event::Calendar);
    Ok(Done {})
}

fn trash(app: &Inner, session: EntityId, trash: bool) -> Result<Done, Failure> {
    app.write(|workspace| Ok(workspace.trash_session(session, trash)?))?;
    app.tell(&Event::Calendar);
    Ok(Done {})
}
