//! Those near somebody, out of the columns of a line: guardians, who is called, who may fetch.

use ql_model::register::fold;

use super::{
    field::Field,
    names,
    person::{ImportedRelative, add},
    reader::{Reader, Wrong},
    reason::Reason,
    table::Row,
    values, words,
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
    for (column, field) in columns.iter().filter(|(_, field)| *field == name || *field == phone) {
        let (number, is_name) = (words::number_in(&headers[*column]), *field == name);
        let same = |one: &usize| fold(&headers[*one]) == fold(&headers[*column]);
        let goes_on = |one: &Together| {
            !is_name || (number.is_some() || one.phones.is_empty()) && !one.names.iter().any(same)
        };
        // A telephone without a number is of who was named last.
        let at = match number {
            None if !is_name => all.len().checked_sub(1),
            _ => all.iter().rposition(|one| one.number == number).filter(|at| goes_on(&all[*at])),
        };
        let at = at.unwrap_or_else(|| {
            all.push(Together { number, ..Together::default() });
            all.len() - 1
        });
        if is_name { all[at].names.push(*column) } else { all[at].phones.push(*column) }
    }
    all
}

impl Reader<'_> {
    /// A yes or no is nobody's name, least of all of who may take a child along; figures are a telephone, or nothing.
    fn are_names(&self, row: &Row) -> Result<(), Wrong> {
        let names = [Field::Guardian1Name, Field::Guardian2Name, Field::EmergencyName, Field::PickupName];
        for (column, cell) in names.into_iter().flat_map(|field| self.cells(row, field)) {
            let text = cell.text();
            let figures = text.chars().filter(char::is_ascii_digit).count();
            if values::is_number(&text) && !values::is_rounded(cell) && !(FIGURES.contains(&figures)) {
                return Err(Wrong { reason: Reason::NotAName, column });
            }
            if !values::is_number(&text)
                && !values::nothing(&text)
                && !names::is_gone(&text)
                && names::is_remark(&text)
            {
                return Err(Wrong { reason: Reason::NotAName, column });
            }
            if !values::is_number(&text) && values::yes_no(cell).is_some() {
                return Err(Wrong { reason: Reason::UnknownValue, column });
            }
        }
        Ok(())
    }

    /// All of them, each once.
    pub(super) fn relatives(&self, row: &Row) -> Result<Vec<ImportedRelative>, Wrong> {
        let text = |field| self.text(row, field);
        self.are_names(row)?;
        let mut relatives = Vec::new();
        for (at, [name, relation, phone]) in [
            [Field::Guardian1Name, Field::Guardian1Relation, Field::Guardian1Phone],
            [Field::Guardian2Name, Field::Guardian2Relation, Field::Guardian2Phone],
        ]
        .into_iter()
        .enumerate()
        {
            let told = text(relation)?;
            let relation = if told.is_empty() { self.relations[at].clone() } else { told };
            let guardian = ImportedRelative {
                name: text(name)?,
                relation,
                phone: text(phone)?,
                authority: true,
                ..Default::default()
            };
            add(&mut relatives, guardian);
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
        Ok(relatives)
    }
}
