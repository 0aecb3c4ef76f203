//! An attendance sheet as it is shown: everyone on it, what stands in each cell, and what a court would doubt.

use chrono::{Local, TimeZone, Timelike};
use ql_model::{
    EntityId,
    day::Day,
    season::{Group, Room, Session},
    sheet::{
        Attendee, Sheet as Rows, Standing,
        warnings::{self, Around, SheetWarning},
    },
    signature::{self, Outline},
    vocabulary::{HalfCode, Life},
};
use ql_store::Workspace;
use serde::Serialize;
use ts_rs::TS;

use crate::{
    error::{ErrorCode, Failure},
    mode::today,
    people_view::{Sticker, shape_of, sticker, stickers},
};

/// A sheet as it is shown.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Sheet {
    session: Session,
    place: Option<Room>,
    group: Option<Group>,
    /// Titles of the films worked on.
    films: Vec<String>,
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
    /// Their file now: another one than `person` where two were made one since.
    file: Option<EntityId>,
    /// One identity for all lines of one person, though their file is gone.
    whose: EntityId,
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
    #[serde(flatten)]
    #[ts(flatten)]
    now: Standing,
    signature: Option<Signature>,
    /// What was closed, where it was put right after.
    was: Option<Standing>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Signature {
    /// In milliseconds since 1970.
    #[ts(type = "number")]
    at: i64,
    /// Where the laptop is: "09:28".
    time: String,
    /// The day of it, where it is not that of the session.
    other_day: Option<String>,
    /// Null: what was drawn is damaged in the file.
    outline: Option<Outline>,
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
    /// What stood there before.
    was: Standing,
    /// Whoever it is was not on what was closed.
    forgotten: bool,
    #[serde(flatten)]
    #[ts(flatten)]
    now: Standing,
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
    /// It was there when the sheet was closed, and stays.
    frozen: bool,
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

/// One that was not deleted: nothing is noted on the sheet of another, and nothing printed of it.
pub(crate) fn live_session(workspace: &Workspace, id: EntityId) -> Result<Session, Failure> {
    let found = session(workspace, id)?;
    if found.life == Life::Live { Ok(found) } else { Err(Failure::new(ErrorCode::NotFound, id)) }
}

pub(crate) fn view(workspace: &Workspace, id: EntityId) -> Result<Sheet, Failure> {
    let calendar = workspace.calendar()?;
    let mut session = session(workspace, id)?;
    let rows = workspace.people()?;
    let mut sheet = workspace.sheet(id)?.cloned().unwrap_or_else(|| Rows::empty(id));
    sheet.name_anew(|person| Some(rows.person(person)?.name()));
    let mut place = calendar.places.iter().find(|place| Some(place.id) == session.place).cloned();
    let mut group = calendar.groups.iter().find(|group| Some(group.id) == session.group).cloned();
    let mut films = workspace.titles_of(&session.films)?;
    // What was closed is what it was, whatever they are called today.
    if let Some(closure) = &sheet.closure {
        let frozen = &closure.frozen;
        let named = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
        let (at, of) = (session.place.unwrap_or(id), session.group.unwrap_or(id));
        place = named(&frozen.place).map(|name| Room {
            id: at,
            name,
            address: String::new(),
            capacity: frozen.capacity,
        });
        group = named(&frozen.group).map(|name| Group { id: of, name });
        films.clone_from(&frozen.films);
        session.title.clone_from(&frozen.title);
        session.date.clone_from(&frozen.date);
        session.halves.clone_from(&frozen.halves);
        session.kind = frozen.kind;
    }
    let others: Vec<(Session, Rows)> = calendar
        .sessions
        .iter()
        .filter(|other| other.id != id && other.date == session.date && other.life == Life::Live)
        .filter_map(|other| Some((other.clone(), rows.sheet(other.id)?.clone())))
        .collect();
    let capacity = place.as_ref().and_then(|place| place.capacity);
    let real = |person| rows.real(sheet.whose(person));
    let around = Around { session: &session, capacity, others: &others, real: &real, local: &local };
    let warnings = warnings::of(&sheet, &around);
    // Whoever was forgotten stands on it too; what was closed is what its hash says.
    let added = sheet.added();
    sheet.attendees.extend(added);
    let sheet = sheet;
    let faces = stickers(workspace)?;
    let shown = |one: &Attendee| -> Result<SheetPerson, Failure> {
        let person = rows.person(one.person);
        let (shape, colour) = shape_of(one.person);
        let sticker = person.map_or_else(
            || Sticker { shown: one.name.clone(), shape, colour },
            |person| sticker(person, &faces),
        );
        let cells =
            session.halves.iter().map(|half| cell(workspace, &sheet, &session.date, one.person, half.code));
        Ok(SheetPerson {
            person: one.person,
            file: person.map(|person| person.id),
            whose: rows.real(sheet.whose(one.person)),
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
                was: sheet.before(one),
                forgotten: sheet.puts_on(one),
                now: one.standing.clone(),
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
                frozen: sheet.froze(scan),
            })
            .collect(),
        films,
        session,
        place,
        group,
    })
}

fn cell(
    workspace: &Workspace,
    sheet: &Rows,
    date: &str,
    person: EntityId,
    half: HalfCode,
) -> Result<Cell, Failure> {
    let signature = match sheet.cell(person, half).and_then(|cell| cell.signature.as_ref()) {
        Some((hash, at)) => {
            let bytes = workspace.shown_bytes(sheet.session, hash)?;
            let outline = bytes.and_then(|bytes| signature::outline(&bytes).ok());
            let (day, minute) = local(*at).unzip();
            let minute = minute.unwrap_or_default();
            let time = format!("{:02}:{:02}", minute / 60, minute % 60);
            let other_day = day.map(|day| day.to_string()).filter(|day| day != date);
            Some(Signature { at: *at, time, other_day, outline })
        }
        None => None,
    };
    let (was, now) = (sheet.marked(person, half), sheet.standing(person, half));
    // Put right and back again, it is what was closed.
    let was = Some(was).filter(|was| *was != now);
    Ok(Cell { half, now, signature, was })
}
