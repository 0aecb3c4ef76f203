//! Attendance sheets: who is here tonight. For trainers; what participants sign on is the pad of `handover`.

use std::path::PathBuf;

use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{Local, TimeZone, Timelike};
use ql_model::{
    EntityId,
    day::Day,
    season::{Group, Room, Session},
    sheet::{
        Attendee, Frozen, NewCorrection, Sheet as Rows,
        warnings::{self, Around, SheetWarning},
    },
    signature::{self, Outline},
    vocabulary::{Attended, HalfCode, PersonRole},
};
use ql_store::Workspace;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

pub(crate) use super::edits::{Added, Done};
use super::people::{Sticker, changed, shape_of, sticker, stickers};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    event::Event,
    mode::today,
};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetSheet {
    session: EntityId,
}

/// A sheet as it is shown.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Sheet {
    session: Session,
    place: Option<Room>,
    group: Option<Group>,
    people: Vec<SheetPerson>,
    trainers: Vec<SheetPerson>,
    warnings: Vec<SheetWarning>,
    closed: Option<ClosedSheet>,
    corrections: Vec<SheetCorrection>,
    scans: Vec<SheetScan>,
}

/// Someone on the sheet.
#[derive(Debug, Serialize, TS)]
pub(crate) struct SheetPerson {
    person: EntityId,
    /// Full name.
    name: String,
    #[serde(flatten)]
    #[ts(flatten)]
    sticker: Sticker,
    minor: bool,
    /// Erased from the register since; the sheet keeps the name.
    gone: bool,
    /// One for each half-day, in order.
    cells: Vec<Cell>,
}

/// One half-day of someone.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Cell {
    half: HalfCode,
    state: Attended,
    late: Option<String>,
    left: Option<String>,
    signature: Option<Signature>,
    /// It was put right after the closing.
    corrected: bool,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Signature {
    /// In milliseconds since 1970.
    #[ts(type = "number")]
    at: i64,
    /// Where the laptop is: "09:28".
    time: String,
    #[serde(flatten)]
    #[ts(flatten)]
    outline: Outline,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct ClosedSheet {
    #[ts(type = "number")]
    at: i64,
    hash: String,
    by: String,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct SheetCorrection {
    #[ts(type = "number")]
    at: i64,
    by: String,
    reason: String,
    name: String,
    half: HalfCode,
    state: Attended,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct SheetScan {
    id: EntityId,
    /// The bytes are at `scan/<session>/<hash>`.
    hash: String,
    #[ts(type = "number")]
    added_at: i64,
    width: u32,
    height: u32,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct OnSheet {
    session: EntityId,
    person: EntityId,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct FillSheet {
    session: EntityId,
}

/// How many were put on the sheet.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Filled {
    added: usize,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct MarkCell {
    session: EntityId,
    person: EntityId,
    half: HalfCode,
    #[ts(optional)]
    state: Option<Attended>,
    /// "10:05"; null takes it away.
    #[serde(default, deserialize_with = "told")]
    #[ts(optional, type = "string | null")]
    late: Option<Value>,
    #[serde(default, deserialize_with = "told")]
    #[ts(optional, type = "string | null")]
    left: Option<Value>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SignCell {
    session: EntityId,
    person: EntityId,
    half: HalfCode,
    /// Base64 of ink, one a stroke; the pad is 16,384 units wide.
    strokes: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ClearSignature {
    session: EntityId,
    person: EntityId,
    half: HalfCode,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct CloseSheet {
    session: EntityId,
    /// The trainer on the sheet who closes it, and has signed.
    by: EntityId,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct CorrectCell {
    session: EntityId,
    person: EntityId,
    half: HalfCode,
    state: Attended,
    reason: String,
    /// The trainer who puts it right.
    by: EntityId,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct AttachScan {
    session: EntityId,
    /// A photo or a scan on this computer.
    #[ts(type = "string")]
    path: PathBuf,
}

/// A value that was told, though it be null.
fn told<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// The day and minute of a moment where the laptop is.
pub(crate) fn local(at: i64) -> Option<(Day, u16)> {
    let time = Local.timestamp_millis_opt(at).single()?;
    let day = time.date_naive().to_string().parse().ok()?;
    Some((day, u16::try_from(time.hour() * 60 + time.minute()).ok()?))
}

pub(crate) fn session(workspace: &Workspace, id: EntityId) -> Result<Session, Failure> {
    let found = workspace.calendar()?.sessions.into_iter().find(|session| session.id == id);
    found.ok_or_else(|| Failure::new(ErrorCode::NotFound, id))
}

pub(crate) fn get_sheet(app: &Inner, request: GetSheet) -> Result<Sheet, Failure> {
    app.write(|workspace| view(workspace, request.session))
}

fn view(workspace: &Workspace, id: EntityId) -> Result<Sheet, Failure> {
    let calendar = workspace.calendar()?;
    let mut session = session(workspace, id)?;
    let rows = workspace.people()?;
    let sheet = rows.sheet(id).cloned().unwrap_or_else(|| Rows::empty(id));
    let place = calendar.places.iter().find(|place| Some(place.id) == session.place).cloned();
    let group = calendar.groups.iter().find(|group| Some(group.id) == session.group).cloned();
    if let Some(closure) = &sheet.closure {
        let frozen = &closure.frozen;
        session.title.clone_from(&frozen.title);
        session.date.clone_from(&frozen.date);
        session.halves.clone_from(&frozen.halves);
        session.kind = frozen.kind;
    }
    let others: Vec<(Session, Rows)> = calendar
        .sessions
        .iter()
        .filter(|other| other.id != id && other.date == session.date)
        .filter_map(|other| Some((other.clone(), rows.sheet(other.id)?.clone())))
        .collect();
    let capacity = place.as_ref().and_then(|place| place.capacity);
    let around = Around { session: &session, capacity, others: &others, local: &local };
    let warnings = warnings::of(&sheet, &around);
    let faces = stickers(workspace)?;
    let shown = |one: &Attendee| -> Result<SheetPerson, Failure> {
        let person = rows.person(one.person);
        let (shape, colour) = shape_of(one.person);
        let sticker = person.map_or_else(
            || Sticker { shown: one.name.clone(), shape, colour },
            |person| sticker(person, &faces),
        );
        let cells = session.halves.iter().map(|half| cell(workspace, &sheet, one.person, half.code));
        Ok(SheetPerson {
            person: one.person,
            name: one.name.clone(),
            sticker,
            minor: person.is_some_and(|person| person.is_minor(today())),
            gone: person.is_none(),
            cells: cells.collect::<Result<_, _>>()?,
        })
    };
    let listed = |trainer: bool| {
        sheet.attendees.iter().filter(|one| one.trainer == trainer).map(shown).collect::<Result<Vec<_>, _>>()
    };
    let name = |person: EntityId| {
        sheet
            .attendees
            .iter()
            .find(|one| one.person == person)
            .map(|one| one.name.clone())
            .unwrap_or_default()
    };
    Ok(Sheet {
        people: listed(false)?,
        trainers: listed(true)?,
        warnings,
        closed: sheet.closure.as_ref().map(|closure| ClosedSheet {
            at: closure.at,
            hash: closure.hash.clone(),
            by: closure.by.clone(),
        }),
        corrections: sheet
            .corrections
            .iter()
            .map(|one| SheetCorrection {
                at: one.at,
                by: one.by.clone(),
                reason: one.reason.clone(),
                name: name(one.person),
                half: one.half,
                state: one.state,
            })
            .collect(),
        scans: sheet
            .scans
            .iter()
            .map(|scan| SheetScan {
                id: scan.id,
                hash: scan.hash.clone(),
                added_at: scan.at,
                width: scan.width,
                height: scan.height,
            })
            .collect(),
        session,
        place,
        group,
    })
}

fn cell(workspace: &Workspace, sheet: &Rows, person: EntityId, half: HalfCode) -> Result<Cell, Failure> {
    let marked = sheet.cell(person, half);
    let signature = match marked.and_then(|cell| cell.signature.as_ref()) {
        Some((hash, at)) => {
            let bytes = workspace.sealed_bytes(sheet.session, hash)?;
            let outline = signature::outline(&bytes).map_err(ql_store::StoreError::from)?;
            let minute = local(*at).map_or(0, |(_, minute)| minute);
            Some(Signature { at: *at, time: format!("{:02}:{:02}", minute / 60, minute % 60), outline })
        }
        None => None,
    };
    Ok(Cell {
        half,
        state: sheet.state(person, half),
        late: marked.and_then(|cell| cell.late.clone()),
        left: marked.and_then(|cell| cell.early.clone()),
        signature,
        corrected: sheet.corrections.iter().any(|one| one.person == person && one.half == half),
    })
}

pub(crate) fn add_to_sheet(app: &Inner, request: OnSheet) -> Result<Done, Failure> {
    app.write(|workspace| {
        let role = workspace.people()?.person(request.person).map(|person| person.role);
        let trainer = matches!(role, Some(PersonRole::Trainer));
        Ok(workspace.add_attendee(request.session, request.person, trainer)?)
    })?;
    told_of(app, request.session)
}

pub(crate) fn fill_sheet(app: &Inner, request: FillSheet) -> Result<Filled, Failure> {
    let added = app.write(|workspace| fill(workspace, request.session))?;
    told_of(app, request.session)?;
    Ok(Filled { added })
}

/// Puts everyone of the session's group on its sheet who is not yet.
pub(crate) fn fill(workspace: &mut Workspace, id: EntityId) -> Result<usize, Failure> {
    let Some(group) = session(workspace, id)?.group else { return Ok(0) };
    let rows = workspace.people()?;
    let on: Vec<EntityId> = rows
        .sheet(id)
        .map(|sheet| sheet.attendees.iter().map(|one| rows.real(one.person)).collect())
        .unwrap_or_default();
    let missing: Vec<(EntityId, bool)> = rows
        .all()
        .filter(|person| person.groups.contains(&group) && !person.left && !on.contains(&person.id))
        .map(|person| (person.id, person.role == PersonRole::Trainer))
        .collect();
    for (person, trainer) in &missing {
        workspace.add_attendee(id, *person, *trainer)?;
    }
    Ok(missing.len())
}

pub(crate) fn remove_from_sheet(app: &Inner, request: OnSheet) -> Result<Done, Failure> {
    app.write(|workspace| Ok(workspace.remove_attendee(request.session, request.person)?))?;
    told_of(app, request.session)
}

pub(crate) fn mark_cell(app: &Inner, request: MarkCell) -> Result<Done, Failure> {
    let mut fields = Vec::new();
    let state = request.state.map(|state| json!(state));
    for (field, value) in [("state", state), ("late", request.late), ("early", request.left)] {
        if let Some(value) = value {
            let checked = ql_model::fields::check(ql_model::entity::Kind::Attendance, field, &value)
                .map_err(|error| Failure::new(ErrorCode::InvalidRequest, error))?;
            fields.push((field.to_owned(), checked));
        }
    }
    app.write(|workspace| {
        Ok(workspace.mark_attendance(request.session, request.person, request.half, fields)?)
    })?;
    told_of(app, request.session)
}

pub(crate) fn sign_cell(app: &Inner, request: SignCell) -> Result<Done, Failure> {
    let bytes = bound(&request.strokes)?;
    app.write(|workspace| {
        Ok(workspace.sign_sheet(request.session, request.person, request.half, &bytes)?)
    })?;
    told_of(app, request.session)
}

/// The bytes of a signature, from strokes as they are sent.
pub(crate) fn bound(strokes: &[String]) -> Result<Vec<u8>, Failure> {
    let decoded = strokes.iter().map(|stroke| BASE64_STANDARD.decode(stroke)).collect::<Result<Vec<_>, _>>();
    let decoded = decoded.map_err(|error| Failure::new(ErrorCode::InvalidRequest, error))?;
    Ok(signature::bind(&decoded).map_err(ql_store::StoreError::from)?)
}

pub(crate) fn clear_signature(app: &Inner, request: ClearSignature) -> Result<Done, Failure> {
    app.write(|workspace| Ok(workspace.unsign_sheet(request.session, request.person, request.half)?))?;
    told_of(app, request.session)
}

pub(crate) fn close_sheet(app: &Inner, request: CloseSheet) -> Result<Done, Failure> {
    app.write(|workspace| {
        let frozen = frozen(workspace, request.session)?;
        Ok(workspace.close_sheet(request.session, request.by, &frozen)?)
    })?;
    told_of(app, request.session)
}

fn frozen(workspace: &Workspace, id: EntityId) -> Result<Frozen, Failure> {
    let (calendar, session) = (workspace.calendar()?, session(workspace, id)?);
    let place = calendar.places.into_iter().find(|place| Some(place.id) == session.place);
    let group = calendar.groups.into_iter().find(|group| Some(group.id) == session.group);
    Ok(Frozen {
        title: session.title,
        kind: session.kind,
        date: session.date,
        halves: session.halves,
        place: place.map(|place| place.name).unwrap_or_default(),
        group: group.map(|group| group.name).unwrap_or_default(),
    })
}

pub(crate) fn correct_cell(app: &Inner, request: CorrectCell) -> Result<Done, Failure> {
    app.write(|workspace| {
        let rows = workspace.people()?;
        let on_sheet = rows
            .sheet(request.session)
            .and_then(|sheet| sheet.attendees.iter().find(|one| one.person == request.by && one.trainer))
            .map(|one| one.name.clone());
        let by = on_sheet.ok_or_else(|| Failure::new(ErrorCode::NotFound, request.by))?;
        let correction = NewCorrection {
            by: &by,
            person: request.person,
            half: request.half,
            state: request.state,
            reason: &request.reason,
            at: chrono::Utc::now().timestamp_millis(),
        };
        Ok(workspace.correct_sheet(request.session, &correction)?)
    })?;
    told_of(app, request.session)
}

pub(crate) fn attach_scan(app: &Inner, request: AttachScan) -> Result<Added, Failure> {
    let bytes = std::fs::read(&request.path).map_err(|error| {
        let missing = error.kind() == std::io::ErrorKind::NotFound;
        let code = if missing { ErrorCode::FileMissing } else { ErrorCode::FileUnreadable };
        Failure::new(code, error)
    })?;
    let picture = app.normalise(&bytes)?;
    let id = app.write(|workspace| Ok(workspace.attach_scan(request.session, &picture)?))?;
    told_of(app, request.session)?;
    Ok(Added { id })
}

/// Who is on a sheet changes what people's files say too.
fn told_of(app: &Inner, session: EntityId) -> Result<Done, Failure> {
    app.tell(&Event::Sheet { session });
    changed(app);
    Ok(Done {})
}
