//! What may be done on a sheet, as steps. A closed sheet takes corrections and further pictures, nothing else.

use super::{Attendee, Cell, Frozen, Sheet, derived, hash_of, read};
use crate::{
    document::Document,
    entity::{Kind, Value},
    id::EntityId,
    season::create,
    step::Step,
    vocabulary::{Attended, HalfCode},
};

/// What is noted of a half-day.
const NOTED: [&str; 6] = ["signature", "signed_at", "signed_for", "state", "late", "early"];

/// A signature as it is made.
#[derive(Clone, Copy, Debug)]
pub struct NewSignature<'a> {
    /// Of its bytes (BLAKE3).
    pub hash: &'a str,
    /// Milliseconds since 1970.
    pub at: i64,
    /// The hours of the half-day at that moment ("09:30-12:30"): they may be put right later.
    pub hours: &'a str,
}

/// What cannot be done on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// It was closed.
    #[error("the sheet is closed")]
    Closed,
    /// Its time was over: names and signatures were destroyed.
    #[error("the sheet was destroyed")]
    Over,
    /// It is not closed yet.
    #[error("the sheet is not closed")]
    Open,
    /// Nobody of this identity is on it.
    #[error("{0} is not on the sheet")]
    Stranger(EntityId),
    /// No picture of this identity is attached.
    #[error("{0} is no picture of the sheet")]
    NoScan(EntityId),
    /// Someone signed, who would go.
    #[error("{0} has signed")]
    Signed(EntityId),
    /// No trainer has signed.
    #[error("no trainer has signed")]
    Unsigned,
    /// An hour of someone who was not there, or who went before they came.
    #[error("these hours cannot be")]
    Hours,
    /// A correction without a reason.
    #[error("a correction needs its reason")]
    Unexplained,
    /// A correction to what stands there already.
    #[error("the correction changes nothing")]
    Unchanged,
}

/// Puts someone on the sheet, or gives them the name they have now. Whoever was taken off it comes with nothing marked: only what takes the
/// removal back brings that back.
///
/// # Errors
/// [`SheetError::Closed`].
pub fn add_attendee(
    document: &Document,
    person: EntityId,
    name: &str,
    trainer: bool,
) -> Result<Vec<Step>, SheetError> {
    open(document)?;
    let id = derived(document.id(), "attendee", person, None);
    let fields = vec![
        ("person".to_owned(), Value::Text(person.to_string())),
        ("name".to_owned(), Value::Text(name.to_owned())),
        ("trainer".to_owned(), Value::Bool(trainer)),
    ];
    let comes_again = document.entity(id).is_some_and(|entity| !entity.alive);
    let mut steps = put(document, document.id().root(), id, Kind::Attendee, fields);
    if comes_again {
        steps.extend(HalfCode::ALL.iter().flat_map(|half| unmark(document, person, *half)));
    }
    Ok(steps)
}

/// Empties a half-day that was marked before, but for the entries of the inbox that were taken in there: each is taken in once.
pub(super) fn unmark(document: &Document, person: EntityId, half: HalfCode) -> Vec<Step> {
    let id = derived(document.id(), "attendance", person, Some(half));
    let Some(cell) = document.entity(id) else { return Vec::new() };
    let known = NOTED.iter().filter(|field| *cell.field(field) != Value::Null);
    let empty = |field: &&str| {
        let from = cell.field(field).clone();
        Step::Field { entity: id, field: (*field).to_owned(), from, to: Value::Null }
    };
    known.map(empty).collect()
}

/// Takes someone off the sheet.
///
/// # Errors
/// [`SheetError::Closed`], [`SheetError::Stranger`], [`SheetError::Signed`].
pub fn remove_attendee(document: &Document, person: EntityId) -> Result<Vec<Step>, SheetError> {
    let sheet = open(document)?;
    if !sheet.attendees.iter().any(|one| one.person == person) {
        return Err(SheetError::Stranger(person));
    }
    if sheet.cells.iter().any(|cell| cell.person == person && cell.signature.is_some()) {
        return Err(SheetError::Signed(person));
    }
    let id = derived(document.id(), "attendee", person, None);
    Ok(vec![Step::Life { entity: id, alive: false, trashed: None }])
}

/// Marks a half-day: any of `state`, `late`, `early`, as [`crate::fields::check`] takes them. Hours are of those who were there: they go
/// with the presence.
///
/// # Errors
/// [`SheetError::Closed`], [`SheetError::Stranger`], [`SheetError::Hours`].
pub fn mark(
    document: &Document,
    person: EntityId,
    half: HalfCode,
    fields: Vec<(String, Value)>,
) -> Result<Vec<Step>, SheetError> {
    let sheet = open(document)?;
    if !sheet.attendees.iter().any(|one| one.person == person) {
        return Err(SheetError::Stranger(person));
    }
    let fields = timed(sheet.cell(person, half), fields)?;
    let parent = derived(document.id(), "attendee", person, None);
    let id = derived(document.id(), "attendance", person, Some(half));
    let mut all = vec![
        ("person".to_owned(), Value::Text(person.to_string())),
        ("half".to_owned(), Value::Text(half.code().to_owned())),
    ];
    all.extend(fields);
    Ok(put(document, parent, id, Kind::Attendance, all))
}

/// The hours that go with what is marked.
fn timed(cell: Option<&Cell>, mut fields: Vec<(String, Value)>) -> Result<Vec<(String, Value)>, SheetError> {
    let told = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.text());
    let hour = |name: &str, before: Option<&String>| {
        told(name).map_or_else(|| before.cloned().unwrap_or_default(), str::to_owned)
    };
    let state = told("state").and_then(Attended::parse).or(cell.map(|cell| cell.state));
    let late = hour("late", cell.and_then(|cell| cell.late.as_ref()));
    let early = hour("early", cell.and_then(|cell| cell.early.as_ref()));
    let reopened = told("state").is_some_and(|state| state == Attended::Expected.code());
    if reopened || matches!(state, Some(Attended::Absent | Attended::Excused | Attended::NotExpected)) {
        if ["late", "early"].iter().any(|name| told(name).is_some_and(|hour| !hour.is_empty())) {
            return Err(SheetError::Hours);
        }
        if !late.is_empty() || !early.is_empty() {
            fields.retain(|(field, _)| field != "late" && field != "early");
            fields.extend(["late", "early"].map(|field| (field.to_owned(), Value::Null)));
        }
    } else if (told("late").is_some() || told("early").is_some())
        && !late.is_empty()
        && !early.is_empty()
        && late >= early
    {
        return Err(SheetError::Hours);
    }
    Ok(fields)
}

/// Signs a half-day with what an entry of the inbox holds, and remembers which: it is taken in once, whoever brings it back.
///
/// # Errors
/// [`SheetError::Closed`], [`SheetError::Stranger`].
pub fn sign_by_entry(
    document: &Document,
    person: EntityId,
    half: HalfCode,
    signature: &NewSignature<'_>,
    entry: &str,
) -> Result<Vec<Step>, SheetError> {
    let sheet = open(document)?;
    let mut entries = sheet.cell(person, half).map(|cell| cell.entries.clone()).unwrap_or_default();
    entries.push(entry.to_owned());
    let mut fields = signed(signature);
    fields.push(("entries".to_owned(), Value::Text(entries.join("+"))));
    mark(document, person, half, fields)
}

/// Signs a half-day.
///
/// # Errors
/// [`SheetError::Closed`], [`SheetError::Stranger`].
pub fn sign(
    document: &Document,
    person: EntityId,
    half: HalfCode,
    signature: &NewSignature<'_>,
) -> Result<Vec<Step>, SheetError> {
    mark(document, person, half, signed(signature))
}

fn signed(signature: &NewSignature<'_>) -> Vec<(String, Value)> {
    vec![
        ("signature".to_owned(), Value::Text(signature.hash.to_owned())),
        ("signed_at".to_owned(), Value::Int(signature.at)),
        ("signed_for".to_owned(), Value::Text(signature.hours.to_owned())),
        ("state".to_owned(), Value::Text(Attended::Present.code().to_owned())),
    ]
}

/// Takes a signature away; the half-day is expected again.
///
/// # Errors
/// [`SheetError::Closed`], [`SheetError::Stranger`].
pub fn unsign(document: &Document, person: EntityId, half: HalfCode) -> Result<Vec<Step>, SheetError> {
    mark(document, person, half, NOTED.map(|field| (field.to_owned(), Value::Null)).to_vec())
}

/// Attaches a picture of the sheet on paper: to a closed sheet too, which is often photographed later. What was there at the closing stays
/// what its hash says.
#[must_use]
pub fn add_scan(
    document: &Document,
    id: EntityId,
    hash: &str,
    (width, height): (u32, u32),
    at: i64,
) -> Vec<Step> {
    // A clock that was put back must not bring it into what was closed.
    let at = read(document).closure.map_or(at, |closure| at.max(closure.at + 1));
    let fields = vec![
        ("hash".to_owned(), Value::Text(hash.to_owned())),
        ("width".to_owned(), Value::Int(i64::from(width))),
        ("height".to_owned(), Value::Int(i64::from(height))),
        ("at".to_owned(), Value::Int(at)),
    ];
    vec![create(document.id().root(), id, Kind::Scan, fields)]
}

/// Takes a picture away; one that was there when the sheet was closed stays.
///
/// # Errors
/// [`SheetError::Closed`], [`SheetError::NoScan`].
pub fn remove_scan(document: &Document, id: EntityId) -> Result<Vec<Step>, SheetError> {
    let sheet = read(document);
    let scan = sheet.scans.iter().find(|scan| scan.id == id).ok_or(SheetError::NoScan(id))?;
    if sheet.froze(scan) {
        return Err(SheetError::Closed);
    }
    Ok(vec![Step::Life { entity: id, alive: false, trashed: None }])
}

/// Puts a picture back that was taken away, at `at`. What was not there when the sheet was closed comes after it.
///
/// # Errors
/// [`SheetError::NoScan`].
pub fn restore_scan(document: &Document, id: EntityId, at: i64) -> Result<Vec<Step>, SheetError> {
    let known = document.entity(id).filter(|entity| entity.kind == Kind::Scan);
    let known = known.ok_or(SheetError::NoScan(id))?;
    let mut steps = vec![Step::Life { entity: id, alive: true, trashed: None }];
    let from = known.field("at").clone();
    let before = |closure: &super::Closure| matches!(from, Value::Int(was) if was <= closure.at);
    if let Some(closure) = read(document).closure.filter(|closure| !known.alive && before(closure)) {
        let to = Value::Int(at.max(closure.at + 1));
        steps.push(Step::Field { entity: id, field: "at".to_owned(), from, to });
    }
    Ok(steps)
}

/// Closes the sheet: a trainer on it who has signed says that it is true. Everyone stands on it from then on under the name that `now` knows
/// them by, and whoever it does not know under the one they had.
///
/// # Errors
/// [`SheetError::Closed`], [`SheetError::Stranger`], [`SheetError::Unsigned`].
pub fn close(
    document: &Document,
    id: EntityId,
    by: EntityId,
    frozen: &Frozen,
    at: i64,
    now: &dyn Fn(EntityId) -> Option<String>,
) -> Result<Vec<Step>, SheetError> {
    let mut sheet = open(document)?;
    sheet.name_anew(now);
    let trainer = sheet.attendees.iter().find(|one| one.person == by && one.trainer);
    let trainer = trainer.ok_or(SheetError::Stranger(by))?;
    if !sheet.cells.iter().any(|cell| cell.person == by && cell.signature.is_some()) {
        return Err(SheetError::Unsigned);
    }
    let mut steps: Vec<Step> = sheet.attendees.iter().filter_map(|one| renamed(document, one)).collect();
    // Pages of one scan have a moment each, and a clock may be put back: what is in the hash is not after it.
    let mut before = at;
    for scan in sheet.scans.iter().rev() {
        let to = scan.at.min(before);
        before = to - 1;
        if to != scan.at {
            let (from, to) = (Value::Int(scan.at), Value::Int(to));
            steps.push(Step::Field { entity: scan.id, field: "at".to_owned(), from, to });
        }
    }
    let fields = vec![
        ("at".to_owned(), Value::Int(at)),
        ("by".to_owned(), Value::Text(trainer.name.clone())),
        ("person".to_owned(), Value::Text(by.to_string())),
        ("hash".to_owned(), Value::Text(hash_of(&sheet, frozen))),
        ("frozen".to_owned(), Value::Text(serde_json::to_string(frozen).unwrap_or_default())),
    ];
    steps.push(create(document.id().root(), id, Kind::Closure, fields));
    Ok(steps)
}

fn renamed(document: &Document, one: &Attendee) -> Option<Step> {
    let entity = derived(document.id(), "attendee", one.person, None);
    let (from, to) = (document.entity(entity)?.field("name").clone(), Value::Text(one.name.clone()));
    (from != to).then(|| Step::Field { entity, field: "name".to_owned(), from, to })
}

pub(super) fn open(document: &Document) -> Result<Sheet, SheetError> {
    let sheet = read(document);
    if sheet.closure.is_some() { Err(SheetError::Closed) } else { Ok(sheet) }
}

/// Makes an entity of a derived identity, or sets its fields when it is there, and gives it life when it was taken away.
fn put(
    document: &Document,
    parent: EntityId,
    id: EntityId,
    kind: Kind,
    fields: Vec<(String, Value)>,
) -> Vec<Step> {
    let Some(now) = document.entity(id) else { return vec![create(parent, id, kind, fields)] };
    let mut steps = Vec::new();
    if !now.alive {
        steps.push(Step::Life { entity: id, alive: true, trashed: None });
    }
    for (field, to) in fields {
        let from = now.field(&field).clone();
        if from != to {
            steps.push(Step::Field { entity: id, field, from, to });
        }
    }
    steps
}
