//! Attendance sheets: who is here tonight. For trainers; what participants sign on is the pad of `handover`.

use std::path::PathBuf;

use base64::{Engine, prelude::BASE64_STANDARD};
use ql_model::{
    EntityId,
    season::Half,
    sheet::Frozen,
    signature,
    vocabulary::{Attended, HalfCode},
};
use ql_store::Workspace;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

pub(crate) use super::edits::Done;
use super::{
    grouping::{fill, put_on_sheet},
    people::changed,
};
use crate::sheet_view::live_session;
pub(crate) use crate::sheet_view::{Sheet, local, session};
use crate::{
    app::Inner,
    chosen,
    error::{ErrorCode, Failure},
    event::Event,
    sheet_view::view,
};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetSheet {
    session: EntityId,
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
pub(crate) struct AttachScan {
    session: EntityId,
    /// A photo or a scan on this computer; of a PDF, every page.
    #[ts(type = "string")]
    path: PathBuf,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct ScansAdded {
    /// As many pictures.
    pages: usize,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ListSheets {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct SheetList {
    sheets: Vec<SheetLine>,
}

/// How far a sheet is.
#[derive(Debug, Serialize, TS)]
pub(crate) struct SheetLine {
    session: EntityId,
    closed: bool,
    /// Participants on it.
    expected: usize,
    /// Those who were there, for a half-day at least.
    present: u32,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct RemoveScan {
    session: EntityId,
    scan: EntityId,
}

/// A value that was told, though it be null.
fn told<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

pub(crate) fn get_sheet(app: &Inner, request: GetSheet) -> Result<Sheet, Failure> {
    app.write(|workspace| view(workspace, request.session))
}

pub(crate) fn add_to_sheet(app: &Inner, request: OnSheet) -> Result<Done, Failure> {
    app.write(|workspace| {
        live_session(workspace, request.session)?;
        put_on_sheet(workspace, request.session, request.person)
    })?;
    told_of(app, request.session)
}

pub(crate) fn fill_sheet(app: &Inner, request: FillSheet) -> Result<Filled, Failure> {
    let added = app.write(|workspace| {
        live_session(workspace, request.session)?;
        fill(workspace, request.session)
    })?;
    told_of(app, request.session)?;
    Ok(Filled { added })
}

pub(crate) fn remove_from_sheet(app: &Inner, request: OnSheet) -> Result<Done, Failure> {
    app.write(|workspace| {
        live_session(workspace, request.session)?;
        Ok(workspace.remove_attendee(request.session, request.person)?)
    })?;
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
        let half = half_of(&live_session(workspace, request.session)?.halves, request.half)?;
        // A signature says that they were there: it is erased first.
        if request.state.is_some_and(|state| state != Attended::Present) {
            unsigned(workspace, request.session, request.person, request.half)?;
        }
        let hour = |name: &str| {
            let told = fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.text());
            told.filter(|hour| !hour.is_empty())
        };
        within(&half, hour("late"), hour("early"))?;
        Ok(workspace.mark_attendance(request.session, request.person, request.half, fields)?)
    })?;
    told_of(app, request.session)
}

pub(crate) fn sign_cell(app: &Inner, request: SignCell) -> Result<Done, Failure> {
    let bytes = bound(&request.strokes)?;
    app.write(|workspace| {
        half_of(&live_session(workspace, request.session)?.halves, request.half)?;
        // Another window may have been signed on meanwhile: no signature is written over.
        unsigned(workspace, request.session, request.person, request.half)?;
        Ok(workspace.sign_sheet(request.session, request.person, request.half, &bytes)?)
    })?;
    told_of(app, request.session)
}

/// Refuses where somebody has signed.
fn unsigned(
    workspace: &Workspace,
    session: EntityId,
    person: EntityId,
    half: HalfCode,
) -> Result<(), Failure> {
    let sheet = workspace.sheet(session)?;
    match sheet.and_then(|sheet| sheet.cell(person, half)).is_some_and(|cell| cell.signature.is_some()) {
        true => Err(Failure::new(ErrorCode::SheetSigned, person)),
        false => Ok(()),
    }
}

/// One of the half-days of a session.
pub(crate) fn half_of(halves: &[Half], code: HalfCode) -> Result<Half, Failure> {
    let found = halves.iter().find(|half| half.code == code).cloned();
    found.ok_or_else(|| Failure::new(ErrorCode::NotFound, code.code()))
}

/// Hours as people are late or leave: of the half-day, written as hours are, and such that somebody was there between them.
pub(crate) fn within(half: &Half, late: Option<&str>, early: Option<&str>) -> Result<(), Failure> {
    let (start, end) = (&*half.start, &*half.end);
    let is_hour = |hour: &str| ql_model::day::minutes(hour).is_some();
    let late = late.filter(|hour| !is_hour(hour) || *hour < start || *hour >= end);
    let early = early.filter(|hour| !is_hour(hour) || *hour <= start || *hour > end);
    match late.or(early) {
        Some(hour) => Err(Failure::new(ErrorCode::HoursOutside, hour)),
        None => Ok(()),
    }
}

/// The bytes of a signature, from strokes as they are sent.
pub(crate) fn bound(strokes: &[String]) -> Result<Vec<u8>, Failure> {
    let decoded = strokes.iter().map(|stroke| BASE64_STANDARD.decode(stroke)).collect::<Result<Vec<_>, _>>();
    let decoded = decoded.map_err(|error| Failure::new(ErrorCode::InvalidRequest, error))?;
    Ok(signature::bind(&decoded).map_err(ql_store::StoreError::from)?)
}

pub(crate) fn clear_signature(app: &Inner, request: ClearSignature) -> Result<Done, Failure> {
    app.write(|workspace| {
        live_session(workspace, request.session)?;
        Ok(workspace.unsign_sheet(request.session, request.person, request.half)?)
    })?;
    told_of(app, request.session)
}

pub(crate) fn close_sheet(app: &Inner, request: CloseSheet) -> Result<Done, Failure> {
    app.write(|workspace| {
        let frozen = frozen(workspace, request.session)?;
        // A proof is not closed on what nobody can show.
        if let Some(whose) = lost(workspace, request.session)? {
            return Err(Failure::new(ErrorCode::SignatureDamaged, whose));
        }
        Ok(workspace.close_sheet(request.session, request.by, &frozen)?)
    })?;
    told_of(app, request.session)
}

/// Of whom a signature on the sheet does not open.
fn lost(workspace: &Workspace, session: EntityId) -> Result<Option<String>, Failure> {
    let Some(sheet) = workspace.sheet(session)? else { return Ok(None) };
    for cell in &sheet.cells {
        if let Some((hash, _)) = &cell.signature
            && workspace.shown_bytes(session, hash)?.is_none()
        {
            let whose = sheet.attendees.iter().find(|one| one.person == cell.person);
            return Ok(Some(whose.map(|one| one.name.clone()).unwrap_or_default()));
        }
    }
    Ok(None)
}

fn frozen(workspace: &Workspace, id: EntityId) -> Result<Frozen, Failure> {
    let (calendar, session) = (workspace.calendar()?, live_session(workspace, id)?);
    let place = calendar.places.into_iter().find(|place| Some(place.id) == session.place);
    let group = calendar.groups.into_iter().find(|group| Some(group.id) == session.group);
    Ok(Frozen {
        films: workspace.titles_of(&session.films)?,
        capacity: place.as_ref().and_then(|place| place.capacity),
        title: session.title,
        kind: session.kind,
        date: session.date,
        halves: session.halves,
        place: place.map(|place| place.located()).unwrap_or_default(),
        group: group.map(|group| group.name).unwrap_or_default(),
    })
}

pub(crate) fn attach_scan(app: &Inner, request: AttachScan) -> Result<ScansAdded, Failure> {
    let bytes = chosen::read(&request.path, ql_store::MAX_BYTES)?;
    let pages = match ql_paper::is_pdf(&bytes) {
        true => ql_paper::scanned_pages(&bytes, ql_store::MAX_PIXELS)?,
        false => vec![bytes],
    };
    // What calls itself a PDF and is none, nor a picture, is answered as one.
    let named = request.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let picture = |page: &Vec<u8>| match app.normalise(page) {
        Err(failure) if named && failure.code == ErrorCode::PictureType => {
            Err(Failure::new(ErrorCode::PdfUnreadable, failure.detail))
        }
        picture => picture,
    };
    let pictures = pages.iter().map(picture).collect::<Result<Vec<_>, _>>()?;
    let added = app.write(|workspace| {
        live_session(workspace, request.session)?;
        Ok(workspace.attach_scans(request.session, &pictures)?)
    })?;
    told_of(app, request.session)?;
    Ok(ScansAdded { pages: added.len() })
}

pub(crate) fn remove_scan(app: &Inner, request: RemoveScan) -> Result<Done, Failure> {
    app.write(|workspace| {
        live_session(workspace, request.session)?;
        Ok(workspace.remove_scan(request.session, request.scan)?)
    })?;
    told_of(app, request.session)
}

pub(crate) fn restore_scan(app: &Inner, request: RemoveScan) -> Result<Done, Failure> {
    app.write(|workspace| {
        live_session(workspace, request.session)?;
        Ok(workspace.restore_scan(request.session, request.scan)?)
    })?;
    told_of(app, request.session)
}

/// How far each sheet is, for a list of sessions.
pub(crate) fn list_sheets(app: &Inner, _: ListSheets) -> Result<SheetList, Failure> {
    app.write(|workspace| {
        let rows = workspace.people()?;
        let calendar = workspace.calendar()?.sessions;
        let line = |sheet: &ql_model::sheet::Sheet| {
            let session = calendar.iter().find(|session| session.id == sheet.session);
            let frozen = sheet.closure.as_ref().map(|closure| &closure.frozen.halves);
            let halves = frozen.or(session.map(|session| &session.halves));
            SheetLine {
                session: sheet.session,
                closed: sheet.closure.is_some(),
                expected: sheet.participants(|id| rows.real(id)).len(),
                present: halves.map_or(0, |halves| sheet.figures(halves, |id| rows.real(id)).people),
            }
        };
        Ok(SheetList { sheets: rows.sheets().map(line).collect() })
    })
}

/// Who is on a sheet changes what people's files say too.
pub(crate) fn told_of(app: &Inner, session: EntityId) -> Result<Done, Failure> {
    app.tell(&Event::Sheet { session });
    changed(app);
    Ok(Done {})
}
