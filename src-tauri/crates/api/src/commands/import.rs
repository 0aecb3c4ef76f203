//! Lists of people from spreadsheets: looked at, mapped, and taken in whole or not at all.

mod known;
mod line;

use std::{
    path::{Path, PathBuf},
    sync::atomic::Ordering,
    time::Duration,
};

use ql_exchange::people::{
    Field, ForbiddenColumn, Imported, ImportedPerson, MOST_BYTES, ReadError, RefusedRow, Table, Warning,
    read_people,
};
use ql_model::{
    EntityId,
    register::{Person, likened},
};
use ql_store::{NewPerson, SealedPeople};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use known::{Found, Groups, MOST_GROUPS, Register, groups, unknown_groups};
use line::ImportLine;

pub(crate) use super::edits::Done;
use super::people::{allowed, changed};
use crate::{
    app::Inner,
    chosen,
    error::{ErrorCode, Failure},
    event::Event,
    mode::today,
};

/// Lines that are shown before a list is taken in.
const SHOWN: usize = 50;
/// People who are sealed before others have their turn: a tenth of a second.
const PIECE: usize = 250;
/// Refused lines that are told.
const TOLD: usize = 200;

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ReadTable {
    #[ts(type = "string")]
    path: PathBuf,
    #[ts(optional)]
    sheet: Option<String>,
}

/// A list as it was found.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TableView {
    name: String,
    sheets: Vec<String>,
    sheet: String,
    headers: Vec<String>,
    rows: usize,
    /// Up to five lines, as they were read.
    sample: Vec<Vec<String>>,
    /// What each column seems to hold.
    mapping: Vec<Option<Field>>,
    /// Columns that must not be kept, and are not read.
    forbidden: Vec<ForbiddenColumn>,
    /// Sheets that cannot be read, of those that were looked at to find this one.
    unread: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct PreviewImport {
    #[ts(type = "string")]
    path: PathBuf,
    sheet: String,
    mapping: Vec<Option<Field>>,
    /// How many of its people to pass over: fifty are told at a time.
    #[serde(default)]
    #[ts(optional, as = "Option<usize>")]
    from: usize,
}

/// What an import would do.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ImportPreview {
    /// Fifty, from where it was asked.
    people: Vec<ImportLine>,
    count: usize,
    /// How many are in the register already.
    known: usize,
    /// How many of those had left: completing their files brings them back.
    left: usize,
    /// The first two hundred.
    refused: Vec<RefusedRow>,
    refused_count: usize,
    warnings: Vec<Warning>,
    /// Names of groups that are none yet. Everybody reads the names of groups: they are made only when that is asked for.
    new_groups: Vec<String>,
    /// There are too many of them to be groups: another thing stands in that column.
    too_many_groups: bool,
}

/// What is done with those who are in the register already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Known {
    /// Left out.
    Skip,
    /// Added all the same.
    Add,
    /// Given what their files have nothing of yet.
    Complete,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ImportPeople {
    #[ts(type = "string")]
    path: PathBuf,
    sheet: String,
    mapping: Vec<Option<Field>>,
    known: Known,
    /// Of the groups that are none yet, those that are to be made, by name.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    groups: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct CancelImport {}

/// What an import did.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ImportDone {
    added: usize,
    /// Files that were there, and got what was missing.
    completed: usize,
    skipped: usize,
    /// Of those, how many have a name that several people of the register have, and no birth that says who it is.
    unclear: usize,
    refused: usize,
}

fn table(path: &Path, sheet: Option<&str>) -> Result<Table, Failure> {
    let bytes = chosen::read(path, MOST_BYTES)?;
    let name = path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(Table::read(&bytes, &name, sheet)?)
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        let code = match &error {
            ReadError::Empty => ErrorCode::TableEmpty,
            ReadError::Password => ErrorCode::TablePassword,
            ReadError::Unsupported | ReadError::Damaged { .. } => ErrorCode::TableUnreadable,
            ReadError::NoSheet { .. } => ErrorCode::NotFound,
            _ => ErrorCode::TableTooLarge,
        };
        Failure::new(code, error)
    }
}

pub(crate) fn read_table(_: &Inner, request: ReadTable) -> Result<TableView, Failure> {
    let table = table(&request.path, request.sheet.as_deref())?;
    let guess = table.guess(today());
    let name = request.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(TableView {
        name,
        sheet: table.sheets.get(table.sheet).cloned().unwrap_or_default(),
        rows: table.rows.iter().filter(|row| !row.heading).count(),
        sample: table.sample(5),
        mapping: guess.fields,
        forbidden: guess.forbidden,
        unread: table.unread,
        headers: table.headers,
        sheets: table.sheets,
    })
}

pub(crate) fn preview_import(app: &Inner, request: PreviewImport) -> Result<ImportPreview, Failure> {
    let today = today();
    let table = table(&request.path, Some(&request.sheet))?;
    let Imported { people, refused, warnings } = read_people(&table, &request.mapping, today);
    app.write(|workspace| {
        let register = Register::of(workspace)?;
        let known: Vec<Option<EntityId>> = register.find_all(&people).into_iter().map(Found::first).collect();
        let rows = workspace.people()?;
        let files: Vec<Option<&Person>> =
            known.iter().map(|known| known.and_then(|id| rows.person(id))).collect();
        let left = files.iter().flatten().filter(|file| file.left).count();
        let mut new_groups = unknown_groups(workspace, &people)?;
        let too_many_groups = new_groups.len() > MOST_GROUPS;
        new_groups.truncate(if too_many_groups { 0 } else { MOST_GROUPS });
        let lines = people.iter().zip(&files).skip(request.from).take(SHOWN);
        let lines = lines.map(|(person, file)| ImportLine::of(person, *file, today));
        Ok(ImportPreview {
            people: lines.collect(),
            count: people.len(),
            known: known.iter().flatten().count(),
            left,
            refused_count: refused.len(),
            refused: refused.iter().take(TOLD).cloned().collect(),
            warnings: warnings.clone(),
            new_groups,
            too_many_groups,
        })
    })
}

pub(crate) fn import_people(app: &Inner, request: ImportPeople) -> Result<ImportDone, Failure> {
    app.mode.stop_import.store(false, Ordering::Relaxed);
    let table = table(&request.path, Some(&request.sheet))?;
    let Imported { people, refused, .. } = read_people(&table, &request.mapping, today());
    let (made, there, skipped, unclear, new_groups) = app.write(|workspace| {
        let register = Register::of(workspace)?;
        let (mut new, mut known, mut unclear) = (Vec::new(), Vec::new(), 0);
        for (person, found) in people.iter().zip(register.find_all(&people)) {
            match found {
                _ if request.known == Known::Add => new.push(person),
                Found::Nobody => new.push(person),
                Found::One(id) => known.push((id, person)),
                Found::Several(_) => unclear += 1,
            }
        }
        let skipped = if request.known == Known::Skip { std::mem::take(&mut known).len() } else { 0 };
        // Everybody reads the names of groups.
        allowed(request.groups.iter().map(String::as_str))?;
        let (groups, new_groups) = groups(workspace, &request.groups)?;
        let made: Vec<NewPerson> = new.iter().map(|person| new_person(person, &groups)).collect();
        let there: Vec<_> = known.iter().map(|(id, person)| (*id, new_person(person, &groups))).collect();
        Ok((made, there, skipped, unclear, new_groups))
    })?;
    // A long list is sealed in pieces, between which others work. Sealing the register ends it, with nobody of it written.
    let mut sealed = SealedPeople::default();
    for piece in made.chunks(PIECE) {
        if app.mode.stop_import.swap(false, Ordering::Relaxed) {
            return Err(Failure::new(ErrorCode::Cancelled, ""));
        }
        app.write(|workspace| Ok(workspace.seal_people(piece, &mut sealed)?))?;
        std::thread::sleep(Duration::from_millis(1));
    }
    let added = sealed.len();
    let (completed, named) = app.write(|workspace| {
        if app.mode.stop_import.swap(false, Ordering::Relaxed) {
            return Err(Failure::new(ErrorCode::Cancelled, ""));
        }
        let completed = workspace.take_list(sealed, &there)?;
        // Last of all: a list that is stopped has left nothing, least of all where everybody reads it.
        // One that brought nobody brings no groups either: nothing would take them back.
        let brought = added + completed.files > 0;
        let named = if brought { workspace.add_groups_of_list(&new_groups) } else { Ok(()) };
        Ok((completed, named))
    })?;
    let skipped = skipped + unclear + there.len() - completed.lines;
    app.tell(&Event::Calendar);
    changed(app);
    app.tell_mode();
    // The people are in the register by now, and every screen knows.
    named?;
    Ok(ImportDone { added, completed: completed.files, skipped, unclear, refused: refused.len() })
}

/// Ends the import that is running, before anything of it is in the file.
pub(crate) fn cancel_import(app: &Inner, _: CancelImport) -> Result<Done, Failure> {
    app.mode.stop_import.store(true, Ordering::Relaxed);
    Ok(Done {})
}

fn new_person(person: &ImportedPerson, groups: &Groups) -> NewPerson {
    let ids: Vec<EntityId> =
        person.groups.iter().filter_map(|name| groups.get(&likened(name)).copied()).collect();
    let role = person.role;
    let fields = vec![
        ("given", json!(person.given)),
        ("family", json!(person.family)),
        ("role", json!(role)),
        ("birth", json!(person.birth)),
        ("told_age", json!(person.told_age)),
        ("told_on", json!(person.told_age.map(|_| today()))),
        ("phone", json!(person.phone)),
        ("address", json!(person.address)),
        ("commune", json!(person.commune)),
        ("insurance", json!(person.insurance)),
        ("sex", json!(person.sex)),
        ("qpv", json!(person.qpv)),
        ("qpv_code", json!(person.qpv_code)),
        ("occupation", json!(person.occupation)),
        ("leaves_alone", json!(person.leaves_alone)),
        ("groups", json!(ids)),
    ];
    let relatives = person.relatives.iter().map(|one| {
        vec![
            ("name", json!(one.name)),
            ("relation", json!(one.relation)),
            ("phone", json!(one.phone)),
            ("authority", json!(one.authority)),
            ("emergency", json!(one.emergency)),
            ("pickup", json!(one.pickup)),
        ]
    });
    NewPerson { fields, relatives: relatives.collect() }
}
