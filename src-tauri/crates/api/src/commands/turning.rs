//! Taking back what was done in the register since it was opened, and doing it again.

use ql_model::{EntityId, register::Person};
use ql_store::{StoreError, Turned, Workspace};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people::changed;
use crate::{app::Inner, error::Failure, event::Event};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct UndoRegister {}

#[derive(Debug, Default, Serialize, TS)]
pub(crate) struct RegisterUndone {
    /// Name of the command that was taken back or done again.
    done: Option<String>,
    /// In whose file, when it is one that is there.
    person: Option<EntityId>,
    /// Whose file, or whose line of a sheet.
    name: Option<String>,
    /// On which sheet, when it is one.
    session: Option<EntityId>,
    /// The day of its session.
    #[ts(type = "string | null")]
    date: Option<String>,
    /// Which field, when it is one.
    field: Option<String>,
}

pub(crate) fn undo_register(app: &Inner, _: UndoRegister) -> Result<RegisterUndone, Failure> {
    turned(app, Workspace::undo_in_register)
}

pub(crate) fn redo_register(app: &Inner, _: UndoRegister) -> Result<RegisterUndone, Failure> {
    turned(app, Workspace::redo_in_register)
}

/// What was taken back may be of a file or of a sheet: both are read again.
fn turned(
    app: &Inner,
    turn: fn(&mut Workspace) -> Result<Option<Turned>, StoreError>,
) -> Result<RegisterUndone, Failure> {
    let said = app.write(|workspace| {
        let Some(turned) = turn(workspace)? else { return Ok(RegisterUndone::default()) };
        let session =
            workspace.calendar()?.sessions.into_iter().find(|session| Some(session.id) == turned.root);
        let rows = workspace.people()?;
        let person = turned.root.and_then(|root| rows.person(root));
        let line = turned.line.filter(|_| session.is_some()).and_then(|line| rows.person(line));
        Ok(RegisterUndone {
            done: Some(turned.code.to_owned()),
            person: person.map(|person| person.id),
            name: person.or(line).map(Person::name).or(turned.gone),
            session: session.as_ref().map(|session| session.id),
            date: session.map(|session| session.date),
            field: turned.field,
        })
    })?;
    changed(app);
    app.tell(&Event::Sheets);
    // A list brings groups.
    app.tell(&Event::Calendar);
    // How many files there are, too.
    app.tell_mode();
    Ok(said)
}
