//! Two lines of one person, whose files were made one.

use super::{
    Cell, derived,
    edits::{mark, open, unmark},
    read,
};
use crate::{document::Document, entity::Value, id::EntityId, step::Step, vocabulary::Attended};

/// Notes that lines are of one person, `whose`; a closed sheet may be told so, whose hash says nothing of it.
#[must_use]
pub fn unite(document: &Document, lines: &[EntityId], whose: EntityId) -> Vec<Step> {
    let sheet = read(document);
    let note = |line: &EntityId| {
        let on = sheet.attendees.iter().find(|one| one.person == *line);
        let on = on.map(|one| derived(document.id(), "attendee", one.person, None));
        // Whoever was forgotten, or had been taken off, stands on it by a correction.
        let by = || sheet.corrections.iter().find(|one| one.person == *line && one.added.is_some());
        let id = on.or_else(|| by().map(|one| one.id))?;
        let from = document.entity(id)?.field("same").clone();
        let to = Value::Text(whose.to_string());
        (*line != whose && from != to).then(|| Step::Field { entity: id, field: "same".to_owned(), from, to })
    };
    lines.iter().filter_map(note).collect()
}

/// Writes on the line of `into` what stands on that of `from`, and takes this one off the sheet: each half-day was noted on one of them, or
/// the same on both. Nothing where they say two things, where one of them leads and the other does not, or on a closed sheet.
#[must_use]
pub fn join(document: &Document, from: EntityId, into: EntityId) -> Option<Vec<Step>> {
    let sheet = open(document).ok()?;
    let leads = |who: EntityId| sheet.attendees.iter().find(|one| one.person == who).map(|one| one.trainer);
    if leads(from).is_none() || leads(from) != leads(into) {
        return None;
    }
    let mut steps = Vec::new();
    for cell in sheet.cells.iter().filter(|cell| cell.person == from) {
        let there = sheet.cell(into, cell.half);
        let mut fields = match there.filter(|there| says(there)) {
            None if says(cell) => noted(cell),
            Some(there) if says(cell) => both(there, cell)?,
            _ => Vec::new(),
        };
        // Each entry of the inbox is taken in once, whoever brings it back.
        let known = there.map(|there| &there.entries[..]).unwrap_or_default();
        let new = || cell.entries.iter().filter(|entry| !known.contains(entry));
        if new().next().is_some() {
            let all: Vec<&str> = known.iter().chain(new()).map(String::as_str).collect();
            fields.push(("entries".to_owned(), Value::Text(all.join("+"))));
        }
        if !fields.is_empty() {
            steps.extend(mark(document, into, cell.half, fields).ok()?);
        }
        steps.extend(unmark(document, from, cell.half));
    }
    steps.push(Step::Life {
        entity: derived(document.id(), "attendee", from, None),
        alive: false,
        trashed: None,
    });
    Some(steps)
}

/// Whether something was noted.
fn says(cell: &Cell) -> bool {
    cell.state != Attended::Expected
        || cell.late.is_some()
        || cell.early.is_some()
        || cell.signature.is_some()
}

/// What is to be written where both say the same: the signature, if it is on the other line. Nothing where they say two things.
fn both(there: &Cell, cell: &Cell) -> Option<Vec<(String, Value)>> {
    let same = (there.state, &there.late, &there.early) == (cell.state, &cell.late, &cell.early);
    match (same, &there.signature, &cell.signature) {
        (true, _, None) => Some(Vec::new()),
        (true, None, Some(_)) => Some(noted(cell)),
        _ => None,
    }
}

fn noted(cell: &Cell) -> Vec<(String, Value)> {
    let text = |value: &Option<String>| value.clone().map(Value::Text);
    let said = [
        ("signature", cell.signature.as_ref().map(|(hash, _)| Value::Text(hash.clone()))),
        ("signed_at", cell.signature.as_ref().map(|(_, at)| Value::Int(*at))),
        ("signed_for", text(&cell.signed_for)),
        ("state", Some(Value::Text(cell.state.code().to_owned()))),
        ("late", text(&cell.late)),
        ("early", text(&cell.early)),
    ];
    said.into_iter().filter_map(|(field, value)| Some((field.to_owned(), value?))).collect()
}
