//! Those near somebody, out of the columns of a line: guardians, who is called, who may fetch.

use ql_model::{register::fold, vocabulary::YesNo};

use super::{
    asks,
    cell::Cell,
    field::Field,
    numbers, parents,
    person::{ImportedRelative, add},
    reader::{Reader, Wrong},
    reason::Reason,
    remarks, rights,
    table::Row,
    values,
};

/// Figures of a telephone, or of several.
const FIGURES: std::ops::RangeInclusive<usize> = 8..=30;

/// The columns of one who is called, or who may fetch.
#[derive(Default)]
pub(super) struct Together {
    number: Option<u8>,
    names: Vec<usize>,
    phones: Vec<usize>,
}

/// Whose columns belong together: those of one number; without one, a name and the telephones behind it.
pub(super) fn together(
    headers: &[String],
    columns: &[(usize, Field)],
    [name, phone]: [Field; 2],
) -> Vec<Together> {
    let mut all: Vec<Together> = Vec::new();
    // Those who are named side by side just before, whether their telephones have begun, and the column before.
    let (mut named, mut phoned, mut last): (Vec<usize>, bool, usize) = (Vec::new(), false, 0);
    for (column, field) in columns.iter().filter(|(_, field)| *field == name || *field == phone) {
        let (number, is_name) = (asks::number_in(&headers[*column]), *field == name);
        let same = |one: &usize| fold(&headers[*one]) == fold(&headers[*column]);
        let goes_on = |one: &Together| {
            !is_name || (number.is_some() || one.phones.is_empty()) && !one.names.iter().any(same)
        };
        let numbered = || all.iter().rposition(|one| one.number == number).filter(|at| goes_on(&all[*at]));
        let at = match number {
            _ if is_name => numbered(),
            // "Tél. 2" is the second of the one who stands before it.
            _ if named.len() == 1 && asks::is_bare_phone(&headers[*column]) => Some(named[0]),
            Some(_) => numbered(),
            // Without a number it is of who was named last; of nobody known, where that are two.
            None => all.len().checked_sub(1).filter(|_| named.len() < 2),
        };
        let at = at.unwrap_or_else(|| {
            all.push(Together { number, ..Together::default() });
            all.len() - 1
        });
        if is_name {
            let beside =
                (last + 1..*column).all(|at| asks::is_mail(&headers[at]) || asks::is_relation(&headers[at]));
            if phoned || !beside {
                named.clear();
            }
            named.extend((!named.contains(&at)).then_some(at));
            all[at].names.push(*column);
        } else {
            all[at].phones.push(*column);
        }
        (phoned, last) = (!is_name, *column);
    }
    all
}

/// The columns that speak of the authority of parents: those that are no field, those that name a guardian beside mother and father, and
/// those of one who has it beside another.
pub(super) fn authority(headers: &[String], columns: &[(usize, Field)]) -> Vec<usize> {
    let field = |at: usize| columns.iter().find(|(other, _)| *other == at).map(|(_, field)| *field);
    let is_name = |field: Field| matches!(field, Field::Guardian1Name | Field::Guardian2Name);
    let names = || columns.iter().filter(|(_, field)| is_name(*field)).map(|(column, _)| &headers[*column]);
    let parents = names().any(|heading| asks::names_a_parent(heading));
    let others = names().any(|heading| !rights::has_authority(heading));
    let says = |at: &usize| {
        let heading = &headers[*at];
        let unread = || rights::speaks_of_authority(heading) || parents && asks::is_other_guardian(heading);
        field(*at).map_or_else(unread, |field| is_name(field) && others && rights::has_authority(heading))
    };
    (0..headers.len()).filter(says).collect()
}

/// A column in which a judge may be spoken of.
pub(super) struct Watched {
    column: usize,
    /// Its heading does: anything but no is an answer.
    asks: bool,
    /// Its cells may.
    says: bool,
    /// It is on who has the care of a child.
    care: bool,
}

/// Those of a list: whoever is near somebody, and what is not read, but for what they work.
pub(super) fn watched(headers: &[String], columns: &[(usize, Field)], authority: &[usize]) -> Vec<Watched> {
    let field = |at: usize| columns.iter().find(|(other, _)| *other == at).map(|(_, field)| *field);
    let all = (0..headers.len()).filter(|at| !authority.contains(at)).map(|column| Watched {
        column,
        asks: field(column).is_none() && rights::speaks_of_a_judge(&headers[column]),
        says: field(column).map_or_else(|| !asks::is_work(&headers[column]), Field::is_of_a_relative),
        care: field(column).is_none() && rights::asks_who_has_care(&headers[column]),
    });
    all.filter(|one| one.asks || one.says).collect()
}

/// The rights that a line gives to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeptBack {
    Nothing,
    Authority,
    /// A judge may have spoken.
    All,
}

impl Reader<'_> {
    /// A yes or no is nobody's name, least of all of who may take a child along; figures are a telephone, or nothing.
    fn are_names(&self, row: &Row) -> Result<(), Wrong> {
        let names = [Field::Guardian1Name, Field::Guardian2Name, Field::EmergencyName, Field::PickupName];
        for (column, cell) in names.into_iter().flat_map(|field| self.cells(row, field)) {
            let text = cell.text();
            let figures = text.chars().filter(char::is_ascii_digit).count();
            if numbers::is_number(&text) && !numbers::is_rounded(cell) && !(FIGURES.contains(&figures)) {
                return Err(Wrong { reason: Reason::NotAName, column });
            }
            if !numbers::is_number(&text)
                && !values::nothing(&text)
                && !remarks::is_gone(&text)
                && (remarks::is_remark(&text) || values::is_shared(&text))
            {
                return Err(Wrong { reason: Reason::NotAName, column });
            }
            if !numbers::is_number(&text) && values::yes_no(cell).is_some() {
                return Err(Wrong { reason: Reason::UnknownValue, column });
            }
        }
        Ok(())
    }

    /// What a line keeps back. Who has the authority of a parent is a judge's word: where the line says of it anything but yes, nobody gets
    /// it from a list; and where it may speak of a judge, in the cells of those near somebody or in those that are not read, nor to fetch.
    pub(super) fn keeps_back(&self, row: &Row) -> KeptBack {
        let said = || self.authority.iter().map(|column| (*column, row.cell(*column)));
        // "1" may be the first of both.
        let is_yes = |(column, cell): (usize, &Cell)| {
            let answer = (!cell.has_figures()).then(|| values::yes_no(cell)).flatten();
            answer == Some(YesNo::Yes) && rights::says_authority(&self.table.headers[column])
        };
        let is_judged = |watched: &Watched| {
            let cell = row.cell(watched.column);
            let text = cell.text();
            let no = || values::nothing(&text) || values::yes_no(cell) == Some(YesNo::No);
            // "Garde" asks, and "mère" alone answers.
            let said = || match watched.care {
                true => rights::speaks_of_a_judge(&format!("garde {text}")),
                false => !text.contains('@') && rights::speaks_of_a_judge(&text),
            };
            !cell.is_empty() && (watched.asks && !no() || watched.says && said())
        };
        if self.watched.iter().any(is_judged) {
            KeptBack::All
        } else if said().any(|(_, cell)| !cell.is_empty()) && !said().all(is_yes) {
            KeptBack::Authority
        } else {
            KeptBack::Nothing
        }
    }

    /// All of them, each once; and what stands where a parent should, of those who may be none.
    pub(super) fn relatives(&self, row: &Row) -> Result<(Vec<ImportedRelative>, Vec<String>), Wrong> {
        let text = |field| self.text(row, field);
        self.are_names(row)?;
        let (mut relatives, mut no_parents) = (Vec::new(), Vec::new());
        for (at, [name, relation, phone]) in [
            [Field::Guardian1Name, Field::Guardian1Relation, Field::Guardian1Phone],
            [Field::Guardian2Name, Field::Guardian2Relation, Field::Guardian2Phone],
        ]
        .into_iter()
        .enumerate()
        {
            let told = text(relation)?;
            let relation = if told.is_empty() { self.relations[at].clone() } else { told };
            // Whoever is their own guardian has none.
            if self.cells(row, name).any(|(_, cell)| remarks::is_self(&cell.text())) {
                continue;
            }
            let mut name = text(name)?;
            let mut relation = relation;
            // "Tante" under "Responsable légal" is no name.
            if relation.is_empty() && remarks::is_what_they_are(&name) {
                relation = std::mem::take(&mut name).to_lowercase();
            }
            let phone = text(phone)?;
            let unsure = match () {
                () if name.is_empty() && phone.is_empty() => None,
                () if !parents::is_one(&relation) => Some(relation.clone()),
                () => parents::is_none(&name).then(|| name.clone()),
            };
            let authority = unsure.is_none();
            no_parents.extend(unsure);
            add(&mut relatives, ImportedRelative { name, relation, phone, authority, ..Default::default() });
        }
        let of = |one: &Together, [names, phones]: [Field; 2]| {
            let within =
                |columns: &Vec<usize>, field| self.text_of(row, field, |column| columns.contains(&column));
            Ok((within(&one.names, names)?, within(&one.phones, phones)?))
        };
        for one in &self.called {
            let (name, phone) = of(one, [Field::EmergencyName, Field::EmergencyPhone])?;
            add(&mut relatives, ImportedRelative { name, phone, emergency: true, ..Default::default() });
        }
        for one in &self.fetch {
            let (name, phone) = of(one, [Field::PickupName, Field::PickupPhone])?;
            add(&mut relatives, ImportedRelative { name, phone, pickup: true, ..Default::default() });
        }
        Ok((relatives, no_parents))
    }
}
