//! Putting a closed sheet right: a new entry with its reason, beside what was closed.

use ql_model::{
    EntityId,
    sheet::{NewCorrection, Standing},
    vocabulary::{Attended, HalfCode, PersonRole},
};
use ql_store::Workspace;
use serde::Deserialize;
use ts_rs::TS;

pub(crate) use super::edits::Done;
use super::sheets::{half_of, session, told_of, within};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    sheet_view::live_session,
};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct CorrectCell {
    session: EntityId,
    /// Someone on the sheet, or someone of the register who was forgotten.
    person: EntityId,
    half: HalfCode,
    state: Attended,
    /// Of whoever was there: "10:05".
    #[ts(optional)]
    late: Option<String>,
    #[ts(optional)]
    left: Option<String>,
    reason: String,
    /// The trainer who puts it right.
    by: EntityId,
}

pub(crate) fn correct_cell(app: &Inner, request: CorrectCell) -> Result<Done, Failure> {
    let CorrectCell { half, reason, .. } = &request;
    app.write(|workspace| {
        live_session(workspace, request.session)?;
        let (standing, by) = (standing(workspace, &request)?, by(workspace, &request)?);
        // Whoever was forgotten comes under the name they have.
        let someone = workspace.people()?.person(request.person);
        let forgotten = someone.map(|person| (person.name(), person.role == PersonRole::Trainer));
        let correction = NewCorrection {
            by: &by,
            person: line_of(workspace, request.session, request.person)?,
            half: *half,
            standing,
            added: forgotten.as_ref().map(|(name, trainer)| (name.as_str(), *trainer)),
            reason,
            at: chrono::Utc::now().timestamp_millis(),
        };
        Ok(workspace.correct_sheet(request.session, &correction)?)
    })?;
    told_of(app, request.session)
}

/// What it is put right to, with hours of the half-day as it was closed.
fn standing(workspace: &Workspace, request: &CorrectCell) -> Result<Standing, Failure> {
    let closure = workspace.sheet(request.session)?.and_then(|sheet| sheet.closure.as_ref());
    let half = match closure {
        Some(closure) => half_of(&closure.frozen.halves, request.half)?,
        None => half_of(&session(workspace, request.session)?.halves, request.half)?,
    };
    let (late, early) = (request.late.clone(), request.left.clone());
    within(&half, late.as_deref(), early.as_deref())?;
    Ok(Standing { state: request.state, late, early })
}

/// The name of who does it: a trainer on the sheet, who may be gone by now, or any of the register, who need not have been there.
fn by(workspace: &Workspace, request: &CorrectCell) -> Result<String, Failure> {
    let there = workspace
        .sheet(request.session)?
        .and_then(|sheet| sheet.attendees.iter().find(|one| one.person == request.by && one.trainer));
    let trainer = workspace.people()?.person(request.by).filter(|person| person.role == PersonRole::Trainer);
    let name = there.map(|one| one.name.clone()).or_else(|| trainer.map(|person| person.name()));
    name.ok_or_else(|| Failure::new(ErrorCode::NotFound, request.by))
}

/// Whose line of the sheet is meant. A file that was made one with another is on it under the identity of before; both may be, and then
/// the one that was named is meant.
fn line_of(workspace: &Workspace, session: EntityId, person: EntityId) -> Result<EntityId, Failure> {
    let rows = workspace.people()?;
    let real = rows.real(person);
    let sheet = workspace.sheet(session)?;
    let on: Vec<EntityId> = sheet
        .into_iter()
        .flat_map(|sheet| sheet.attendees.iter().cloned().chain(sheet.added()))
        .map(|one| one.person)
        .collect();
    if on.contains(&person) {
        return Ok(person);
    }
    Ok(on.into_iter().find(|one| rows.real(*one) == real).unwrap_or(real))
}
