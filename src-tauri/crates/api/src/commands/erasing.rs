//! Erasing people: what it will come to, doing it, whose time is over, and how long that is.

use ql_model::{
    DocumentId, EntityId,
    day::Day,
    row::{Changes, Face},
    vocabulary::Life,
};
use ql_store::{Erased, Workspace};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use ql_model::season::Retention;

pub(crate) use super::people::PersonId;
use super::people::changed;
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    event::Event,
    mode::today,
    people_view::{PersonLine, kept_until_of, lines, shape_of, since},
};

/// What goes, what remains, and what cannot be reached.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ErasurePreview {
    /// A health note goes.
    health: bool,
    /// The name shown to all goes.
    face: Option<String>,
    /// Sheets that keep the name and the signatures.
    closed_sheets: Vec<KeptSheet>,
    /// For so long after their day, in years.
    sheets_years: u32,
    #[serde(flatten)]
    #[ts(flatten)]
    traces: Traces,
}

/// What erasing several comes to, beside their files.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ManyPreview {
    /// Health notes that go.
    health: usize,
    /// Names shown to all that go.
    faces: usize,
    #[serde(flatten)]
    #[ts(flatten)]
    traces: Traces,
}

/// Where people stand beside their files: what goes with those, and what an erasing does not reach.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Traces {
    /// Sheets from which they are taken, with the signatures.
    open_sheets: usize,
    /// Automatic copies that hold a file: it goes from them too, their attendance sheets keep the name.
    backups: usize,
    /// Documents that do not open: whether they speak of one of them cannot be told.
    damaged: u32,
    /// Photos and scans of sheets that one of the people stands on: names and signatures may be read there.
    photos: usize,
    /// Folders beside the file with automatic copies that hold a file too, of a name that no file has any more. They are not touched.
    elsewhere: Vec<CopiesElsewhere>,
}

/// A folder with automatic copies of a file that is not there any more.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CopiesElsewhere {
    /// Its name.
    folder: String,
    copies: usize,
}

/// A closed sheet.
#[derive(Debug, Serialize, TS)]
pub(crate) struct KeptSheet {
    session: EntityId,
    title: String,
    date: String,
}

/// What an erasure came to.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Erasure {
    /// Sessions whose closed sheets keep the name and the signatures.
    kept_on: Vec<EntityId>,
    /// Whether nothing is left in the file's log; else it goes at the next closing.
    purged: bool,
    /// Automatic copies that could not be written, and hold the file until a copy of a day can be.
    copies_left: usize,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ListExpired {}

/// People whose contacts are kept no longer, and attendance sheets that are not.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ExpiredList {
    people: Vec<ExpiredPerson>,
    /// Oldest first.
    sheets: Vec<ExpiredSheet>,
    kept: Retention,
    #[ts(type = "string")]
    today: Day,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct ExpiredPerson {
    #[serde(flatten)]
    #[ts(flatten)]
    line: PersonLine,
    #[ts(type = "string")]
    kept_until: Day,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct ExpiredSheet {
    session: EntityId,
    title: String,
    date: String,
    #[ts(type = "string")]
    kept_until: Day,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct EraseSheets {
    sessions: Vec<EntityId>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct ErasedSheets {
    erased: usize,
    /// Automatic copies that could not be written.
    copies_left: usize,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetRetention {}

/// Replies how long it is from then on.
#[derive(Debug, Deserialize, TS)]
pub(crate) struct SetRetention {
    /// After the last season someone came.
    contacts_years: u32,
    /// After the day of the session: more than those of contacts, at most 50.
    sheets_years: u32,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ErasePeople {
    people: Vec<EntityId>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct ErasedPeople {
    erased: usize,
    /// Automatic copies that could not be written.
    copies_left: usize,
}

pub(crate) fn preview_erasure(app: &Inner, request: PersonId) -> Result<ErasurePreview, Failure> {
    let gone = files_of(app, &[request.person])?;
    let traces = traces(app, &[request.person], &gone)?;
    app.write(|workspace| {
        let (_, closed) = workspace.sheets_of(&[request.person])?;
        let rows = workspace.people()?;
        let person =
            rows.person(request.person).ok_or_else(|| Failure::new(ErrorCode::NotFound, request.person))?;
        let faces = workspace.faces()?;
        let face = faces.iter().find(|face| Some(face.id) == person.face).map(|face| face.name.clone());
        let closed_sheets = closed
            .iter()
            .filter_map(|session| {
                let frozen = &rows.sheet(*session)?.closure.as_ref()?.frozen;
                Some(KeptSheet { session: *session, title: frozen.title.clone(), date: frozen.date.clone() })
            })
            .collect();
        let health = rows.health(person.id).is_some();
        let sheets_years = workspace.calendar()?.retention.sheets_years;
        Ok(ErasurePreview { health, face, closed_sheets, sheets_years, traces })
    })
}

pub(crate) fn erase_person(app: &Inner, request: PersonId) -> Result<Erasure, Failure> {
    let erased = erase(app, &[request.person])?;
    if erased.people == 0 {
        return Err(Failure::new(ErrorCode::NotFound, request.person));
    }
    let copies_left = erased_everywhere(app);
    Ok(Erasure { kept_on: erased.kept_on, purged: erased.purged, copies_left })
}

pub(crate) fn list_expired(app: &Inner, _: ListExpired) -> Result<ExpiredList, Failure> {
    let today = today();
    app.write(|workspace| {
        let kept = workspace.calendar()?.retention;
        let mut people = Vec::new();
        for (line, marks) in lines(workspace, "", today)? {
            let kept_until = kept_until_of(&marks, since(workspace, line.id, today)?, kept);
            if kept_until < today {
                people.push(ExpiredPerson { line, kept_until });
            }
        }
        Ok(ExpiredList { people, sheets: expired_sheets(workspace, today)?, kept, today })
    })
}

/// The sheets that prove a session no longer: those that were never closed, and those of deleted sessions, among them.
fn expired_sheets(workspace: &Workspace, today: Day) -> Result<Vec<ExpiredSheet>, Failure> {
    let (calendar, rows) = (workspace.calendar()?, workspace.people()?);
    let years = calendar.retention.sheets_years.cast_signed();
    let over = calendar.sessions.into_iter().filter_map(|session| {
        let sheet = rows.sheet(session.id)?;
        let frozen = sheet.closure.as_ref().map(|closure| (&closure.frozen.title, &closure.frozen.date));
        let (title, date) = frozen.unwrap_or((&session.title, &session.date));
        let kept_until = date.parse::<Day>().ok()?.years_later(years);
        let (title, date) = (title.clone(), date.clone());
        (kept_until < today).then_some(ExpiredSheet { session: session.id, title, date, kept_until })
    });
    Ok(over.collect())
}

pub(crate) fn erase_sheets(app: &Inner, request: EraseSheets) -> Result<ErasedSheets, Failure> {
    let today = today();
    let erased = app.write(|workspace| {
        let over = expired_sheets(workspace, today)?;
        // A proof that may still be asked for is destroyed by nobody.
        if let Some(kept) = request.sessions.iter().find(|id| over.iter().all(|one| one.session != **id)) {
            return Err(Failure::new(ErrorCode::InvalidRequest, kept));
        }
        Ok(workspace.erase_sheets(&request.sessions)?)
    })?;
    app.tell(&Event::Calendar);
    let copies_left = if erased == 0 { 0 } else { erased_everywhere(app) };
    Ok(ErasedSheets { erased, copies_left })
}

pub(crate) fn get_retention(app: &Inner, _: GetRetention) -> Result<Retention, Failure> {
    app.read(|reader| Ok(reader.calendar()?.retention))
}

pub(crate) fn set_retention(app: &Inner, request: SetRetention) -> Result<Retention, Failure> {
    let SetRetention { contacts_years, sheets_years } = request;
    // It is the sheets that say when someone last came.
    if sheets_years <= contacts_years || sheets_years > Retention::MOST {
        return Err(Failure::new(ErrorCode::InvalidRequest, "years"));
    }
    let retention = Retention { contacts_years, sheets_years };
    app.write(|workspace| Ok(workspace.set_retention(retention)?))?;
    // Other people's time may be over now.
    changed(app);
    Ok(retention)
}

/// Every document that goes with people.
fn files_of(app: &Inner, people: &[EntityId]) -> Result<Vec<DocumentId>, Failure> {
    app.write(|workspace| {
        let mut gone = workspace.documents_of(people)?;
        gone.extend(workspace.earlier_files_of(people)?);
        Ok(gone)
    })
}

fn traces(app: &Inner, people: &[EntityId], gone: &[DocumentId]) -> Result<Traces, Failure> {
    let backups = app.copies_holding(gone);
    let folders = app.copies_elsewhere(gone).into_iter();
    let elsewhere = folders.map(|(folder, copies)| CopiesElsewhere { folder, copies }).collect();
    app.write(|workspace| {
        let (open, closed) = workspace.sheets_of(people)?;
        let rows = workspace.people()?;
        let sheets = open.iter().chain(&closed).filter_map(|session| rows.sheet(*session));
        let photos = sheets.map(|sheet| sheet.scans.len()).sum();
        let damaged = workspace.register_info()?.map_or(0, |info| info.broken);
        Ok(Traces { open_sheets: open.len(), backups, damaged, photos, elsewhere })
    })
}

pub(crate) fn preview_erase_people(app: &Inner, request: ErasePeople) -> Result<ManyPreview, Failure> {
    let gone = files_of(app, &request.people)?;
    let traces = traces(app, &request.people, &gone)?;
    app.write(|workspace| {
        let rows = workspace.people()?;
        let theirs = || request.people.iter().filter_map(|person| rows.person(*person));
        let health = theirs().filter(|person| rows.health(person.id).is_some()).count();
        let shown = workspace.faces()?;
        let faces = theirs().filter(|person| shown.iter().any(|face| Some(face.id) == person.face)).count();
        Ok(ManyPreview { health, faces, traces })
    })
}

pub(crate) fn erase_people(app: &Inner, request: ErasePeople) -> Result<ErasedPeople, Failure> {
    let erased = erase(app, &request.people)?;
    let copies_left = if erased.people == 0 { 0 } else { erased_everywhere(app) };
    Ok(ErasedPeople { erased: erased.people, copies_left })
}

/// Takes what was erased out of the automatic copies, and tells every screen. How many copies hold it still.
fn erased_everywhere(app: &Inner) -> usize {
    let left = app.forget_in_copies().left;
    changed(app);
    app.tell(&Event::Sheets);
    app.tell_mode();
    left
}

fn erase(app: &Inner, people: &[EntityId]) -> Result<Erased, Failure> {
    let (erased, faces) = app.write(|workspace| {
        let rows = workspace.people()?;
        let persons = people.iter().filter_map(|person| rows.person(*person));
        let mut faces: Vec<EntityId> = persons.filter_map(|person| person.face).collect();
        let erased = workspace.erase_people(people)?;
        // One that someone else is seen by too is still here. It is done: what cannot be read now is told as gone to nobody.
        let left = workspace.faces();
        faces.retain(|face| left.as_ref().is_ok_and(|left| left.iter().all(|one| one.id != *face)));
        Ok((erased, faces))
    })?;
    for face in faces {
        // Its strokes are nobody's now.
        let (shape, colour) = shape_of(face);
        let gone = Face { id: face, name: String::new(), shape, colour, life: Life::Trash };
        let changes = Box::new(Changes { faces: vec![gone], ..Changes::default() });
        app.tell(&Event::Changes { document: face.document(), changes, totals: None });
    }
    Ok(erased)
}
