//! Which field each column holds, guessed from its heading and held against what stands in it.

use ql_model::{
    day::Day,
    register::{MAJORITY, fold},
};
use serde::Serialize;
use ts_rs::TS;

use super::{
    adults::Adults,
    asks,
    cell::Cell,
    dates::{self, Order},
    details::Details,
    field::Field,
    forbidden::{self, Forbidden},
    homes::Homes,
    numbers, rights,
    told::{Told, of},
    values,
    whose::{is_nobodys, is_of_all, whose_phone},
    words::{self, Heading, What, Which, Whose},
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

/// Guesses what the columns hold. `sample` is some of the lines: a column whose values its field would refuse is left open. `today` is what
/// ages are told by.
#[must_use]
pub fn guess(headers: &[String], sample: &[&[Cell]], today: Day) -> Guess {
    let forbidden = forbidden(headers, sample);
    let mut said: Vec<Option<Heading>> = (0..headers.len())
        .map(|column| {
            let never = forbidden.iter().any(|other| other.column == column);
            if never { None } else { words::heading(&headers[column]) }
        })
        .collect();
    drop_authority(headers, &mut said);
    let adults = Adults::of(headers, sample, &said);
    adults.dropped.iter().for_each(|at| said[*at] = None);
    let young = |column| is_young(values_of(sample, column), today);
    let details =
        Details::of(headers, &said, &adults.named, young, |column| !is_asked(values_of(sample, column)));
    // A birth of somebody else leads nobody back to the person of the line.
    (0..said.len()).filter(|at| details.is_anothers(*at)).for_each(|at| said[at] = None);
    let told = Told::of(&said);
    let homes = Homes::of(headers, &said);
    let mut fields: Vec<Option<Field>> = Vec::with_capacity(headers.len());
    // Whose the columns just before are, and whether their telephone may come.
    let (mut near, mut open) = (None, false);
    // Behind a second list beside the first, nothing is of the first one's people.
    let end = again(headers, &said).unwrap_or(headers.len());
    for (column, heading) in said.iter().enumerate().take(end) {
        let relation = heading.is_none() && asks::is_relation(&headers[column]);
        // "Père", "Tél.": his.
        let his = open && asks::is_bare_phone(&headers[column]);
        // "Nom de la mère", "Prénom": hers, beside that of the child.
        let hers = is_behind_a_guardian(&said, column);
        let field = match heading {
            _ if hers => near.map(|(whose, one)| of(whose, one, What::Name)),
            Some(Heading::Own(Field::Phone)) if his => whose_phone(headers, &fields, column)
                .filter(|_| matches!(near, Some((Whose::Guardian(_), _))))
                .unwrap_or(near.map(|(whose, one)| of(whose, one, What::Phone)))
                .filter(|_| !is_of_all(headers, &fields, column)),
            Some(Heading::Own(Field::Phone)) if is_nobodys(headers, &said, &fields, column) => None,
            Some(Heading::Own(Field::Address | Field::Commune)) if homes.is_anothers(column) => None,
            Some(Heading::Own(field))
                if is_theirs(*field, headers, &said, column, near.is_some(), || young(column)) =>
            {
                None
            }
            Some(Heading::Own(field)) => Some(*field),
            Some(Heading::Name) => Some(name(&said, values_of(sample, column))),
            Some(Heading::Of(whose, what)) => {
                let one = told.guardian(*whose, &said, column, near);
                near = one.map(|one| (*whose, one));
                open = near.is_some() && *what != What::Phone;
                // What who is called is to the person is not kept.
                let kept = matches!(whose, Whose::Guardian(_)) || *what != What::Relation;
                one.filter(|_| kept).map(|one| of(*whose, one, *what))
            }
            // "Lien de parenté" beside a guardian; of who is called it is not kept.
            None if relation => near
                .filter(|(whose, _)| matches!(whose, Whose::Guardian(_)))
                .map(|(whose, one)| of(whose, one, What::Relation)),
            None => None,
        };
        let theirs = his || hers || relation || asks::is_mail(&headers[column]);
        if !(theirs || matches!(heading, Some(Heading::Of(..)))) {
            (near, open) = (None, false);
        }
        let field = field.and_then(|field| fits(field, values_of(sample, column)));
        // "Mère", "Bureau mère": numbers behind the names are telephones.
        let numbers = || values_of(sample, column).all(|cell| numbers::is_phone(&cell.text()));
        let again = |field: Field| {
            fields.contains(&Some(field)) && values_of(sample, column).next().is_some() && numbers()
        };
        let field = field.map(|field| field.phone_of().filter(|_| again(field)).unwrap_or(field));
        let second = field == Some(Field::Guardian2Name)
            && !fields.contains(&field)
            && asks::number_in(&headers[column]).is_none();
        let office = second
            && matches!(heading, Some(Heading::Of(Whose::Guardian(Which::Any), _)))
            && again(Field::Guardian1Name);
        let field = if office { Some(Field::Guardian1Phone) } else { field };
        let taken = |field: &Field| !field.is_joined() && fields.contains(&Some(*field));
        fields.push(field.filter(|field| !taken(field)));
    }
    fields.resize(headers.len(), None);
    drop_full_name(&mut fields);
    drop_unclear(&mut fields, headers, &said);
    Guess { fields, forbidden }
}

/// Whether what a column says may be said of somebody else: what stands just behind a guardian, if it is their work or the list has another
/// such column, and the title before their name.
fn is_theirs(
    field: Field,
    headers: &[String],
    said: &[Option<Heading>],
    column: usize,
    behind: bool,
    is_young: impl Fn() -> bool,
) -> bool {
    let another = || said.iter().filter(|heading| **heading == Some(Heading::Own(field))).count() > 1;
    let title = |at: usize| {
        matches!(said.get(at), Some(Some(Heading::Of(_, What::Name)))) && asks::is_title(&headers[at - 1])
    };
    match field {
        // What a parent works is asked wherever they are.
        Field::Occupation => said[..column].iter().any(|heading| matches!(heading, Some(Heading::Of(..)))),
        Field::ToldAge => behind && !is_young(),
        Field::Birth => behind && another(),
        Field::Sex => behind && another() || title(column + 1),
        _ => false,
    }
}

/// Whether a part of a name stands just behind the name of a guardian, and the person of the line is named elsewhere: "Nom de la mère",
/// "Prénom".
pub(super) fn is_behind_a_guardian(said: &[Option<Heading>], column: usize) -> bool {
    let named = column > 0 && matches!(said[column - 1], Some(Heading::Of(Whose::Guardian(_), What::Name)));
    let is = |at: usize, field: Field| said[at] == Some(Heading::Own(field));
    let other = |field: Field| (0..said.len()).any(|at| at != column && is(at, field));
    let given = is(column, Field::Given) && (other(Field::Given) || other(Field::FullName));
    named && (given || said[column] == Some(Heading::Name) && other(Field::FullName))
}

/// Beside guardians who are named, "autorité parentale" names nobody: it says which of them has it.
fn drop_authority(headers: &[String], said: &mut [Option<Heading>]) {
    let of_guardian = |column: &usize| matches!(said[*column], Some(Heading::Of(Whose::Guardian(_), _)));
    let guardians: Vec<usize> = (0..said.len()).filter(of_guardian).collect();
    let asks = |column: usize| rights::asks_authority(&headers[column]);
    // Who has it, beside "Mère" or "Responsable 1", is one of those; beside nobody, or "Autre parent", somebody.
    let held = |column: usize| rights::has_authority(&headers[column]);
    let other = |column: &&usize| matches!(said[**column], Some(Heading::Of(Whose::Guardian(which), What::Name)) if which != Which::Second);
    if guardians.iter().filter(other).any(|column| !held(*column)) {
        guardians.iter().filter(|column| held(**column)).for_each(|column| said[*column] = None);
    }
    if guardians.iter().any(|column| !asks(*column)) {
        guardians.into_iter().filter(|column| asks(*column)).for_each(|column| said[column] = None);
    }
}

/// Where the headings of names begin once more: another list stands beside the first.
fn again(headers: &[String], said: &[Option<Heading>]) -> Option<usize> {
    let names = |at: usize| {
        matches!(said[at], Some(Heading::Name | Heading::Own(Field::Given | Field::Family | Field::FullName)))
            && !is_behind_a_guardian(said, at)
    };
    (1..headers.len()).find(|at| {
        let same = |other: &usize| names(*other) && fold(&headers[*other]) == fold(&headers[*at]);
        let second = asks::is_of_someone(&headers[*at]) && asks::number_in(&headers[*at]) > Some(1);
        // "Nom", "Prénom", then "Nom de l'enfant", "Prénom de l'enfant".
        let given = |other: &usize| said[*other] == Some(Heading::Own(Field::Given));
        let alike =
            |other: &usize| asks::is_of_someone(&headers[*other]) == asks::is_of_someone(&headers[*at]);
        let others = || (0..*at).any(|other| given(&other) && !alike(&other));
        let own = || (*at..headers.len()).any(|other| given(&other) && alike(&other));
        names(*at) && (second || (0..*at).any(|other| same(&other)) || others() && own())
    })
}

/// The heading of a name that stands there twice.
pub(crate) fn repeated(headers: &[String]) -> Option<&String> {
    let mut said: Vec<Option<Heading>> = headers.iter().map(|heading| words::heading(heading)).collect();
    // The name of whoever fills in a form, beside that of the child, is no second list.
    let of_child: Vec<bool> = headers.iter().map(|heading| asks::is_name_of_the_child(heading)).collect();
    if said.iter().zip(&of_child).any(|(heading, child)| heading.is_some() && *child) {
        said.iter_mut().zip(&of_child).filter(|(_, child)| !**child).for_each(|(heading, _)| *heading = None);
    }
    again(headers, &said).map(|at| &headers[at])
}

/// Two columns that say whether somebody may leave alone may say two things: none is taken before somebody looked. One of them may be for the
/// evening only, and not understood.
fn drop_unclear(fields: &mut [Option<Field>], headers: &[String], said: &[Option<Heading>]) {
    let leaves = Heading::Own(Field::LeavesAlone);
    let asks = |at: &usize| said[*at] == Some(leaves) || asks::asks_leaving(&headers[*at]);
    if (0..said.len()).filter(asks).count() > 1 {
        fields.iter_mut().filter(|field| **field == Some(Field::LeavesAlone)).for_each(|field| *field = None);
    }
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

/// Whether yes or no, or nothing, stands there, and nobody's name.
fn is_asked<'a>(mut values: impl Iterator<Item = &'a Cell>) -> bool {
    values.all(|cell| values::yes_no(cell).is_some() || values::nothing(&cell.text()))
}

/// Whether most of them are births or ages of minors.
fn is_young<'a>(values: impl Iterator<Item = &'a Cell> + Clone, today: Day) -> bool {
    let born = |cell: &Cell| {
        let order = Order { month_first: false, turned: None, mixed: None, assumed: false };
        dates::day(cell, order, false, today).map(|day| today.year() - day.year())
    };
    let age = |cell: &Cell| values::age(cell).map(i32::from).or_else(|| born(cell));
    let all: Vec<i32> = values.filter_map(age).collect();
    let minors = all.iter().filter(|age| (0..=i32::from(MAJORITY)).contains(*age)).count();
    minors * 2 > all.len()
}

pub(super) fn values_of<'a>(sample: &'a [&[Cell]], column: usize) -> impl Iterator<Item = &'a Cell> + Clone {
    sample.iter().filter_map(move |cells| cells.get(column)).filter(|cell| !cell.is_empty())
}

/// "Nom" holds the family name, or both names where none holds the given one and most values have two words.
fn name<'a>(said: &[Option<Heading>], values: impl Iterator<Item = &'a Cell> + Clone) -> Field {
    let given = said.contains(&Some(Heading::Own(Field::Given)));
    if !given && hold_both(values) { Field::FullName } else { Field::Family }
}

/// Whether most of them have two words or more.
pub(super) fn hold_both<'a>(values: impl Iterator<Item = &'a Cell> + Clone) -> bool {
    let all = values.clone().count();
    values.filter(|cell| cell.text().trim().contains(' ')).count() * 2 > all
}

/// A field whose values would all be refused is not that field; nor is one of few words that most of them are not of.
fn fits<'a>(field: Field, values: impl Iterator<Item = &'a Cell> + Clone) -> Option<Field> {
    let told = values.clone().filter(|cell| !values::nothing(&cell.text()));
    if told.clone().next().is_none() {
        return Some(field);
    }
    let reads = |cell: &Cell| {
        let text = cell.text();
        match field {
            Field::Sex => values::sex(&text).is_some() || values::sex_not_stated(&text),
            Field::Qpv | Field::LeavesAlone => values::yes_no(cell).is_some(),
            Field::Occupation => values::occupation(&text).is_some(),
            Field::Role => values::role(&text).is_some(),
            Field::ToldAge => values::age(cell).is_some(),
            Field::Birth => dates::seems_one(cell),
            Field::Phone
            | Field::Guardian1Phone
            | Field::Guardian2Phone
            | Field::EmergencyPhone
            | Field::PickupPhone => cell.has_figures(),
            Field::Address | Field::Commune | Field::Group => !numbers::is_phone(&text),
            // Yes and no, or ticks.
            Field::Guardian1Name | Field::Guardian2Name | Field::EmergencyName | Field::PickupName => {
                numbers::is_number(&text) || values::yes_no(cell).is_none() && !values::is_shared(&text)
            }
            _ => true,
        }
    };
    let chosen = matches!(
        field,
        Field::Sex | Field::Qpv | Field::LeavesAlone | Field::Occupation | Field::Role | Field::ToldAge
    );
    let (all, read) = (told.clone().count(), told.clone().filter(|cell| reads(cell)).count());
    if read > 0 && (!chosen || read * 2 >= all) {
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
