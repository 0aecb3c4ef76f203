//! The lines of a list as people: each is read whole, or refused with its reason.

use std::collections::{HashMap, HashSet};

use ql_model::{day::Day, register::fold};

use super::{
    cell::Cell,
    field::Field,
    guess::{forbidden as forbidden_columns, repeated},
    person::ImportedPerson,
    reader::Reader,
    reason::{Reason, RefusedRow, Warning},
    relatives::KeptBack,
    table::Table,
};

/// Lines looked at for what must not be kept.
const SAMPLE: usize = 200;

/// What is told of those who may be no parents.
const MOST_TOLD: usize = 6;
const LONGEST_TOLD: usize = 60;

/// The folded names of somebody.
type Named = (String, String);

/// What came out of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Those who were read.
    pub people: Vec<ImportedPerson>,
    /// The lines that were refused.
    pub refused: Vec<RefusedRow>,
    /// What to know.
    pub warnings: Vec<Warning>,
}

/// Reads the lines of a table. `mapping` says what each column holds, as [`Table::guess`] does; a column that must not be
/// kept is not read whatever it says. `today` is what ages and births are held against.
///
/// Lines in which nothing of this stands are passed over.
#[must_use]
pub fn read_people(table: &Table, mapping: &[Option<Field>], today: Day) -> Imported {
    let mut imported = Imported::default();
    let columns = columns(table, mapping, &mut imported.warnings);
    if let Some(column) = repeated(&table.headers) {
        imported.warnings.push(Warning::RepeatedHeading { column: column.clone() });
    }
    let whole = columns.iter().find(|(_, field)| *field == Field::FullName).map(|(column, _)| *column);
    let unread = unread(table, &columns);
    let reader = Reader::new(table, columns, today, &mut imported.warnings);
    let mut known: HashMap<Named, Vec<usize>> = HashMap::new();
    let mut judged = Vec::new();
    let mut withheld: HashMap<Named, Vec<(Option<Day>, KeptBack)>> = HashMap::new();
    for row in &table.rows {
        match reader.person(row) {
            Ok(None) => {}
            Err(refused) => imported.refused.push(refused),
            Ok(Some(person)) => {
                let key = (fold(&person.given), fold(&person.family));
                let kept = reader.keeps_back(row);
                if kept != KeptBack::Nothing {
                    let lines = withheld.entry(key.clone()).or_default();
                    let line = (person.birth, kept);
                    lines.extend((!lines.contains(&line)).then_some(line));
                }
                if kept == KeptBack::All && !person.relatives.is_empty() {
                    judged.push(Warning::Judged { row: row.number });
                }
                let same = known.entry(key).or_default();
                match held_against(&imported.people, same, &person) {
                    Seen::Same(first) => {
                        let value = first.to_string();
                        imported.refused.push(RefusedRow {
                            row: row.number,
                            reason: Reason::SameRow,
                            column: None,
                            value,
                        });
                        continue;
                    }
                    Seen::Alike(first) => {
                        imported.warnings.push(Warning::SamePerson { row: row.number, first });
                    }
                    Seen::Never => {}
                }
                same.push(imported.people.len());
                imported.people.push(person);
            }
        }
    }
    // Told before what is only untidy.
    let split = imported.people.iter().find(|one| !one.given.is_empty() && !one.family.is_empty());
    let split = whole.zip(split).map(|(column, one)| Warning::SplitNames {
        column: table.headers[column].clone(),
        given: one.given.clone(),
        family: one.family.clone(),
    });
    let unsure = no_parents(&imported.people);
    let unread = (!unread.is_empty()).then_some(Warning::Unread { columns: unread });
    imported.warnings.splice(0..0, split.into_iter().chain(unread).chain(unsure).chain(judged));
    // What a line keeps back holds for the others of the same person too.
    for (key, lines) in withheld {
        for at in known.get(&key).into_iter().flatten() {
            let person = &mut imported.people[*at];
            for (_, kept) in lines.iter().filter(|(birth, _)| agree(*birth, person.birth)) {
                for one in &mut person.relatives {
                    one.authority = false;
                    one.pickup &= *kept == KeptBack::Authority;
                }
            }
        }
    }
    imported
}

/// What stands where parents should and may be none, each once.
fn no_parents(people: &[ImportedPerson]) -> Option<Warning> {
    let mut told: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for one in people.iter().flat_map(|person| &person.no_parents) {
        if seen.insert(fold(one)) && told.len() < MOST_TOLD {
            told.push(one.chars().take(LONGEST_TOLD).collect());
        }
    }
    (!told.is_empty()).then(|| Warning::NoParents { more: seen.len() - told.len(), told })
}

/// Whether two days of birth may be of one person.
fn agree(one: Option<Day>, other: Option<Day>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// Whether someone was read before.
enum Seen {
    Never,
    /// In this line, with the same values.
    Same(usize),
    /// In this line, with other values that do not contradict.
    Alike(usize),
}

fn held_against(people: &[ImportedPerson], same: &[usize], person: &ImportedPerson) -> Seen {
    // A list of a hundred thousand times one name must not take for ever.
    let others = || same.iter().take(50).filter_map(|at| people.get(*at));
    let equal = |other: &&ImportedPerson| ImportedPerson { row: person.row, ..(*other).clone() } == *person;
    if let Some(other) = others().find(equal) {
        return Seen::Same(other.row);
    }
    let agrees = |other: &&ImportedPerson| agree(other.birth, person.birth);
    others().find(agrees).map_or(Seen::Never, |other| Seen::Alike(other.row))
}

/// The headings of what is not read though it may be, and holds something: nobody is to miss that.
fn unread(table: &Table, columns: &[(usize, Field)]) -> Vec<String> {
    let sample: Vec<&[Cell]> = table.rows.iter().take(SAMPLE).map(|row| row.cells.as_slice()).collect();
    let never = forbidden_columns(&table.headers, &sample);
    let is_left = |at: &usize| {
        columns.iter().all(|(column, _)| column != at)
            && never.iter().all(|never| never.column != *at)
            && table.rows.iter().any(|row| !row.cell(*at).is_empty())
    };
    (0..table.headers.len()).filter(is_left).map(|at| table.headers[at].clone()).collect()
}

/// The columns of each field, without those that must not be read.
fn columns(table: &Table, mapping: &[Option<Field>], warnings: &mut Vec<Warning>) -> Vec<(usize, Field)> {
    let sample: Vec<&[Cell]> = table.rows.iter().take(SAMPLE).map(|row| row.cells.as_slice()).collect();
    let never = forbidden_columns(&table.headers, &sample);
    let mut columns = Vec::new();
    for (column, field) in mapping.iter().enumerate().take(table.headers.len()) {
        let Some(field) = field else { continue };
        match never.iter().find(|never| never.column == column) {
            Some(never) => warnings.push(Warning::ForbiddenColumn {
                column: table.headers[column].clone(),
                kind: never.kind,
                word: never.word.clone(),
            }),
            None => columns.push((column, *field)),
        }
    }
    columns
}
