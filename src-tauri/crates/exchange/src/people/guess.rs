//! Which field each column holds, guessed from its heading and held against what stands in it.

use serde::Serialize;
use ts_rs::TS;

use super::{
    cell::Cell,
    dates,
    field::Field,
    forbidden::{self, Forbidden},
    values,
    words::{self, Heading, What, Whose},
};

/// A guess at what the columns hold, to be looked at by whoever imports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// For each column, its field.
    pub fields: Vec<Option<Field>>,
    /// Columns that are never read, and why.
    pub forbidden: Vec<ForbiddenColumn>,
}

/// A column that holds what must not be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ForbiddenColumn {
    /// The column, counted from 0.
    pub column: usize,
    /// What it asks for.
    pub kind: Forbidden,
    /// The word of its heading that says so; the heading, where its values do.
    pub word: String,
}

/// Guesses what the columns hold. `sample` is some of the lines: a column whose values its field would refuse is left open.
#[must_use]
pub fn guess(headers: &[String], sample: &[&[Cell]]) -> Guess {
    let forbidden = forbidden(headers, sample);
    let said: Vec<Option<Heading>> = (0..headers.len())
        .map(|column| {
            let never = forbidden.iter().any(|other| other.column == column);
            if never { None } else { words::heading(&headers[column]) }
        })
        .collect();
    let mut fields = Vec::with_capacity(headers.len());
    let mut last = None;
    for (column, heading) in said.iter().enumerate() {
        let field = match heading {
            Some(Heading::Own(field)) => Some(*field),
            Some(Heading::Name) => Some(name(&said, values_of(sample, column))),
            Some(Heading::Of(whose, what)) => {
                let guardian = guardian(*whose, &said, column, last);
                last = guardian.or(last);
                Some(of(*whose, guardian.unwrap_or(1), *what))
            }
            // "Lien de parenté" beside a guardian.
            None if words::is_relation(&headers[column]) => {
                last.map(|one| of(Whose::Guardian(None), one, What::Relation))
            }
            None => None,
        };
        let field = field.and_then(|field| fits(field, values_of(sample, column)));
        let taken = |field: &Field| !field.is_joined() && fields.contains(&Some(*field));
        fields.push(field.filter(|field| !taken(field)));
    }
    drop_full_name(&mut fields);
    Guess { fields, forbidden }
}

/// The columns that must not be read: by their heading, or because social-security numbers stand in them.
pub(crate) fn forbidden(headers: &[String], sample: &[&[Cell]]) -> Vec<ForbiddenColumn> {
    let of = |column: usize| {
        let by_number = || {
            // One in a column of addresses is that line's fault, and refuses it; most of them are what the column is for.
            let values = values_of(sample, column);
            let all = values.clone().count();
            let numbers = values.filter(|cell| forbidden::holds_number(&cell.text())).count();
            (numbers * 2 > all).then(|| (Forbidden::SocialSecurity, headers[column].clone()))
        };
        let (kind, word) = forbidden::word(&headers[column]).or_else(by_number)?;
        Some(ForbiddenColumn { column, kind, word })
    };
    (0..headers.len()).filter_map(of).collect()
}

fn values_of<'a>(sample: &'a [&[Cell]], column: usize) -> impl Iterator<Item = &'a Cell> + Clone {
    sample.iter().filter_map(move |cells| cells.get(column)).filter(|cell| !cell.is_empty())
}

/// "Nom" holds the family name, or both names where none holds the given one and most values have two words.
fn name<'a>(said: &[Option<Heading>], values: impl Iterator<Item = &'a Cell> + Clone) -> Field {
    let given = said.contains(&Some(Heading::Own(Field::Given)));
    let all = values.clone().count();
    let two = values.filter(|cell| cell.text().trim().contains(' ')).count();
    if !given && two * 2 > all { Field::FullName } else { Field::Family }
}

/// Which of both guardians a column is about.
fn guardian(whose: Whose, said: &[Option<Heading>], column: usize, last: Option<u8>) -> Option<u8> {
    let Whose::Guardian(number) = whose else { return None };
    let is = |heading: &Option<Heading>, wanted: u8| matches!(heading, Some(Heading::Of(Whose::Guardian(Some(number)), _)) if *number == wanted);
    match number {
        // A father alone in the list is the first.
        Some(2) if !said.iter().any(|heading| is(heading, 1)) && !unnumbered(said) => Some(1),
        Some(number) => Some(number),
        // A second name without a number begins the second guardian.
        None => {
            let names = said[..column]
                .iter()
                .filter(|heading| **heading == Some(Heading::Of(Whose::Guardian(None), What::Name)))
                .count();
            let begins = said[column] == Some(Heading::Of(Whose::Guardian(None), What::Name)) && names > 0;
            let apart = said[..column]
                .iter()
                .rposition(|heading| !matches!(heading, Some(Heading::Of(Whose::Guardian(_), _))));
            let follows = column > 0 && apart == Some(column - 1);
            Some(if begins && follows { 2 } else { last.unwrap_or(1) })
        }
    }
}

fn unnumbered(said: &[Option<Heading>]) -> bool {
    said.iter().any(|heading| matches!(heading, Some(Heading::Of(Whose::Guardian(None), _))))
}

fn of(whose: Whose, guardian: u8, what: What) -> Field {
    match (whose, guardian, what) {
        (Whose::Emergency, _, What::Phone) => Field::EmergencyPhone,
        (Whose::Emergency, ..) => Field::EmergencyName,
        (Whose::Pickup, _, What::Phone) => Field::PickupPhone,
        (Whose::Pickup, ..) => Field::PickupName,
        (_, 2, What::Name) => Field::Guardian2Name,
        (_, 2, What::Relation) => Field::Guardian2Relation,
        (_, 2, What::Phone) => Field::Guardian2Phone,
        (_, _, What::Name) => Field::Guardian1Name,
        (_, _, What::Relation) => Field::Guardian1Relation,
        (_, _, What::Phone) => Field::Guardian1Phone,
    }
}

/// A field whose values would all be refused is not that field.
fn fits<'a>(field: Field, values: impl Iterator<Item = &'a Cell> + Clone) -> Option<Field> {
    let mut told = values.clone().filter(|cell| !values::nothing(&cell.text())).peekable();
    if told.peek().is_none() {
        return Some(field);
    }
    let reads = |cell: &Cell| {
        let text = cell.text();
        match field {
            Field::Sex => values::sex(&text).is_some(),
            Field::Qpv | Field::LeavesAlone => values::yes_no(cell).is_some(),
            Field::Occupation => values::occupation(&text).is_some(),
            Field::Role => values::role(&text).is_some(),
            Field::ToldAge => values::age(cell).is_some(),
            Field::Birth => dates::seems_one(cell),
            // Yes and no, or ticks.
            Field::Guardian1Name | Field::Guardian2Name | Field::EmergencyName | Field::PickupName => {
                values::is_number(&text) || values::yes_no(cell).is_none()
            }
            _ => true,
        }
    };
    if told.any(reads) {
        return Some(field);
    }
    let code = |cell: &Cell| cell.text().chars().any(|c| c.is_ascii_digit());
    (field == Field::Qpv && values.clone().all(code)).then_some(Field::QpvCode)
}

/// Beside a given and a family name, "Enfant" is no third one.
fn drop_full_name(fields: &mut [Option<Field>]) {
    if fields.contains(&Some(Field::Given)) && fields.contains(&Some(Field::Family)) {
        fields.iter_mut().filter(|field| **field == Some(Field::FullName)).for_each(|field| *field = None);
    }
}
