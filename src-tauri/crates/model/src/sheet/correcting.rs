//! What is put right on a closed sheet: entries with their reason, beside what was closed.

use super::{Attendee, Correction, Sheet, SheetError, Standing, read};
use crate::{
    document::Document,
    entity::{Kind, Value},
    id::EntityId,
    season::create,
    step::Step,
    vocabulary::{Attended, HalfCode},
};

/// What is put right on a closed sheet.
#[derive(Clone, Debug)]
pub struct NewCorrection<'a> {
    /// The trainer who does it, by name.
    pub by: &'a str,
    /// Whose half-day.
    pub person: EntityId,
    /// Which.
    pub half: HalfCode,
    /// How it stands now; hours are of whoever was there.
    pub standing: Standing,
    /// Under which name someone comes who was forgotten, and whether among the trainers; none for those on the sheet.
    pub added: Option<(&'a str, bool)>,
    /// Why.
    pub reason: &'a str,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// Puts a half-day of a closed sheet right.
///
/// # Errors
/// [`SheetError::Open`], [`SheetError::Stranger`], [`SheetError::Hours`], [`SheetError::Unexplained`],
/// [`SheetError::Unchanged`].
pub fn correct(
    document: &Document,
    id: EntityId,
    correction: &NewCorrection<'_>,
) -> Result<Vec<Step>, SheetError> {
    let sheet = read(document);
    if sheet.closure.is_none() {
        return Err(SheetError::Open);
    }
    // Whoever was forgotten and came by a correction is on it too, though their file may be gone by now.
    let theirs = |one: &Attendee| one.person == correction.person;
    let is_on = sheet.attendees.iter().any(theirs) || sheet.added().iter().any(theirs);
    if !is_on && correction.added.is_none() {
        return Err(SheetError::Stranger(correction.person));
    }
    let Standing { state, late, early } = &correction.standing;
    let there = *state == Attended::Present;
    if !there && (late.is_some() || early.is_some()) || late.is_some() && early.is_some() && late >= early {
        return Err(SheetError::Hours);
    }
    if correction.reason.trim().is_empty() {
        return Err(SheetError::Unexplained);
    }
    if is_on && sheet.standing(correction.person, correction.half) == correction.standing {
        return Err(SheetError::Unchanged);
    }
    let mut fields = vec![
        ("at".to_owned(), Value::Int(correction.at)),
        // The last one counts, whatever the clock says.
        ("number".to_owned(), Value::Int(sheet.corrections.last().map_or(0, |last| last.number) + 1)),
        ("by".to_owned(), Value::Text(correction.by.to_owned())),
        ("person".to_owned(), Value::Text(correction.person.to_string())),
        ("half".to_owned(), Value::Text(correction.half.code().to_owned())),
        ("state".to_owned(), Value::Text(state.code().to_owned())),
        ("reason".to_owned(), Value::Text(correction.reason.trim().to_owned())),
    ];
    for (field, hour) in [("late", late), ("early", early)] {
        fields.extend(hour.clone().map(|hour| (field.to_owned(), Value::Text(hour))));
    }
    if let Some((name, trainer)) = correction.added.filter(|_| !is_on) {
        fields.push(("name".to_owned(), Value::Text(name.to_owned())));
        fields.push(("trainer".to_owned(), Value::Bool(trainer)));
    }
    Ok(vec![create(document.id().root(), id, Kind::Correction, fields)])
}

impl Sheet {
    /// How a half-day stood before it was put right.
    #[must_use]
    pub fn before(&self, correction: &Correction) -> Standing {
        let same = |one: &&Correction| one.person == correction.person && one.half == correction.half;
        let earlier = self.corrections.iter().filter(same).take_while(|one| one.id != correction.id).last();
        let (person, half) = (correction.person, correction.half);
        earlier.map_or_else(|| self.marked(person, half), |one| one.standing.clone())
    }

    /// Whether a correction puts somebody on it who was forgotten: what was closed says nothing of them.
    #[must_use]
    pub fn puts_on(&self, correction: &Correction) -> bool {
        let earlier = self.corrections.iter().take_while(|one| one.id != correction.id);
        correction.added.is_some() && !earlier.into_iter().any(|one| one.person == correction.person)
    }
}
