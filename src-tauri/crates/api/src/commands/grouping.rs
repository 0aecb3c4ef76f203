//! Whom a session's group puts on its sheet, and whom another group takes off it again.

use ql_model::{
    EntityId,
    register::Person,
    sheet::{Attendee, Cell},
    vocabulary::{Attended, PersonRole},
};
use ql_store::{People, Workspace};

use super::sheets::session;
use crate::error::Failure;

/// Whether a session of this group is for someone; one without a group is for all participants.
fn is_for(group: Option<EntityId>, person: &Person) -> bool {
    match group {
        Some(group) => person.groups.contains(&group),
        None => person.role == PersonRole::Participant,
    }
}

/// Whether anything was noted in a half-day.
pub(super) fn is_noted(cell: &Cell) -> bool {
    cell.state != Attended::Expected || cell.late.is_some() || cell.early.is_some()
}

/// Puts someone on a sheet, unless they are on it under a file that was made one with theirs.
pub(super) fn put_on_sheet(
    workspace: &mut Workspace,
    session: EntityId,
    person: EntityId,
) -> Result<(), Failure> {
    let rows = workspace.people()?;
    if is_on(rows, session, person) {
        return Ok(());
    }
    let trainer = rows.person(person).is_some_and(|one| one.role == PersonRole::Trainer);
    Ok(workspace.add_attendee(session, person, trainer)?)
}

/// Whether someone is on a sheet under a file that was made one with theirs.
fn is_on(rows: &People, session: EntityId, person: EntityId) -> bool {
    let real = rows.real(person);
    let on = |one: &Attendee| one.person != person && rows.real(one.person) == real;
    rows.sheet(session).is_some_and(|sheet| sheet.attendees.iter().any(on))
}

/// Puts everyone of the session's group on its sheet who is not yet.
pub(super) fn fill(workspace: &mut Workspace, id: EntityId) -> Result<usize, Failure> {
    let missing = missing(workspace, id, session(workspace, id)?.group)?;
    if !missing.is_empty() {
        workspace.fill_sheet(id, &missing)?;
    }
    Ok(missing.len())
}

/// Who of a group is not yet on a sheet, and whether among the trainers.
fn missing(
    workspace: &Workspace,
    id: EntityId,
    group: Option<EntityId>,
) -> Result<Vec<(EntityId, bool)>, Failure> {
    let rows = workspace.people()?;
    let on: Vec<EntityId> = rows
        .sheet(id)
        .map(|sheet| sheet.attendees.iter().map(|one| rows.real(one.person)).collect())
        .unwrap_or_default();
    Ok(rows
        .all()
        .filter(|person| is_for(group, person) && !person.left && !on.contains(&person.id))
        .map(|person| (person.id, person.role == PersonRole::Trainer))
        .collect())
}

/// Whom the group of before put on a sheet, and of whom nothing is noted: they go with it. Trainers stay, who lead whichever group.
fn gone(
    workspace: &Workspace,
    id: EntityId,
    (was, now): (Option<EntityId>, Option<EntityId>),
) -> Result<Vec<EntityId>, Failure> {
    let rows = workspace.people()?;
    let Some(sheet) = rows.sheet(id) else { return Ok(Vec::new()) };
    let noted: Vec<EntityId> =
        sheet.cells.iter().filter(|cell| is_noted(cell)).map(|cell| rows.real(cell.person)).collect();
    let goes = |line: &EntityId| {
        let theirs = rows.person(*line).is_some_and(|person| is_for(was, person) && !is_for(now, person));
        theirs && !noted.contains(&rows.real(*line))
    };
    Ok(sheet.attendees.iter().filter(|one| !one.trainer).map(|one| one.person).filter(goes).collect())
}

/// Makes the sheet one of the session's group, which was another one, with the trainers who come and the lines of those who go.
pub(super) fn regroup(
    workspace: &mut Workspace,
    id: EntityId,
    was: Option<EntityId>,
    (on, off): (&[EntityId], Vec<EntityId>),
) -> Result<(), Failure> {
    let now = session(workspace, id)?.group;
    let mut come = missing(workspace, id, now)?;
    let mut go = gone(workspace, id, (was, now))?;
    let rows = workspace.people()?;
    // Who comes to lead does not go with the group they were of.
    go.retain(|line| !on.iter().any(|one| rows.real(*one) == rows.real(*line)));
    go.extend(off);
    for trainer in on.iter().map(|one| rows.real(*one)) {
        if !is_on(rows, id, trainer) && !come.iter().any(|(one, _)| *one == trainer) {
            come.push((trainer, true));
        }
    }
    Ok(workspace.change_group_of_sheet(id, &come, &go)?)
}
