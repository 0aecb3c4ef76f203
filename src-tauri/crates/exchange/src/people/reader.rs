//! One line of a list as a person, or why it is refused.

use ql_model::{
    day::Day,
    fields::{NAME, WORDS},
    register::fold,
    vocabulary::PersonRole,
};

use super::{
    asks,
    cell::Cell,
    dates::{self, Order},
    field::Field,
    forbidden,
    letters::{is_foreign, is_twice},
    names::{self, Of, Place, hyphened},
    nobody::is_nobody,
    numbers,
    person::ImportedPerson,
    reason::{Reason, RefusedRow, Warning},
    relatives::{Together, Watched, authority, together, watched},
    remarks,
    table::{Row, Table},
    values,
};

/// Longest value that is said back.
const LONGEST_SAID: usize = 80;
/// The oldest anyone may be.
const OLDEST: i32 = 120;

/// What is the same for all lines.
pub(super) struct Reader<'a> {
    pub(super) table: &'a Table,
    columns: Vec<(usize, Field)>,
    today: Day,
    order: Order,
    place: Place,
    /// What the headings say that both guardians are.
    pub(super) relations: [String; 2],
    /// Those who are called, and those who may fetch: the columns of each.
    pub(super) called: Vec<Together>,
    pub(super) fetch: Vec<Together>,
    /// Columns that speak of the authority of parents: they are no field, and give it to nobody.
    pub(super) authority: Vec<usize>,
    /// Columns in which a judge may be spoken of.
    pub(super) watched: Vec<Watched>,
}

/// A cell that cannot be read.
pub(super) struct Wrong {
    pub reason: Reason,
    pub column: usize,
}

impl<'a> Reader<'a> {
    pub fn new(
        table: &'a Table,
        columns: Vec<(usize, Field)>,
        today: Day,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let of = |field: Field| columns.iter().find(|(_, other)| *other == field).map(|(column, _)| *column);
        let sound = || table.rows.iter().filter(|row| !row.heading && row.fault.is_none());
        let cells = |column: usize| sound().map(move |row| row.cell(column));
        let order = of(Field::Birth).map_or(
            Order { month_first: false, turned: None, mixed: None, assumed: false },
            |column| {
                let order = dates::order(cells(column));
                let heading = || table.headers[column].clone();
                let row = |at| sound().nth(at).map_or(0, |row| row.number);
                if let Some((day_first, month_first)) = order.mixed {
                    let (day_first, month_first) = (row(day_first), row(month_first));
                    warnings.push(Warning::MixedDates { column: heading(), day_first, month_first });
                } else if dates::may_be_swapped(cells(column)) {
                    warnings.push(Warning::SwappedDates { column: heading() });
                } else if let Some(at) = order.turned {
                    warnings.push(Warning::MonthFirst { column: heading(), row: row(at) });
                } else if order.assumed {
                    warnings.push(Warning::AssumedDayFirst { column: heading() });
                }
                order
            },
        );
        let place = of(Field::FullName).map_or(Place::Last, |column| {
            let usual = if asks::family_first(&table.headers[column]) { Place::First } else { Place::Last };
            names::place(cells(column).map(Cell::text), usual)
        });
        let relation = |fields: [Field; 2]| {
            let heading = |(column, _): &(usize, Field)| asks::relation_in(&table.headers[*column]);
            columns.iter().filter(|(_, field)| fields.contains(field)).find_map(heading).unwrap_or_default()
        };
        let relations = [
            relation([Field::Guardian1Name, Field::Guardian1Phone]),
            relation([Field::Guardian2Name, Field::Guardian2Phone]),
        ];
        let together = |fields| together(&table.headers, &columns, fields);
        let called = together([Field::EmergencyName, Field::EmergencyPhone]);
        let fetch = together([Field::PickupName, Field::PickupPhone]);
        let authority = authority(&table.headers, &columns);
        let watched = watched(&table.headers, &columns, &authority);
        warnings.extend(authority.iter().map(|at| Warning::Authority { column: table.headers[*at].clone() }));
        Self { today, order, place, relations, called, fetch, authority, watched, table, columns }
    }

    /// Who a line is; nobody, where nothing of this stands in it.
    pub fn person(&self, row: &Row) -> Result<Option<ImportedPerson>, RefusedRow> {
        if self.columns.iter().all(|(column, _)| row.cell(*column).is_empty()) {
            return Ok(None);
        }
        let refuse = |reason, column: Option<usize>, value: &str| RefusedRow {
            row: row.number,
            reason,
            column: column.map(|column| self.table.headers[column].clone()),
            value: match forbidden::holds_number(value) {
                true => String::new(),
                false => value.chars().take(LONGEST_SAID).collect(),
            },
        };
        if let Some(reason) = row.fault.or(row.heading.then_some(Reason::Heading)) {
            let text = row.cells.iter().find(|cell| !cell.is_empty()).map(|cell| cell.text().into_owned());
            return Err(refuse(reason, None, &text.unwrap_or_default()));
        }
        if let Some(told) = self.nobody(row) {
            return Err(refuse(Reason::Heading, None, &told));
        }
        let read = self.read(row).map_err(|wrong| {
            let value = if wrong.reason == Reason::SocialSecurityNumber {
                "".into()
            } else {
                row.cell(wrong.column).text()
            };
            refuse(wrong.reason, Some(wrong.column), &value)
        })?;
        let names = format!("{} {}", read.given, read.family);
        if fold(&names).is_empty() {
            return Err(refuse(Reason::NoName, None, names.trim()));
        }
        Ok(Some(read))
    }

    fn read(&self, row: &Row) -> Result<ImportedPerson, Wrong> {
        for (column, _) in &self.columns {
            let reason = match row.cell(*column) {
                Cell::Error(_) => Reason::FormulaError,
                Cell::Text(text)
                    if text.contains(char::REPLACEMENT_CHARACTER) || is_twice(text) || is_foreign(text) =>
                {
                    Reason::LostLetter
                }
                Cell::Text(text) if values::is_ditto(text) => Reason::Ditto,
                _ => continue,
            };
            return Err(Wrong { reason, column: *column });
        }
        let text = |field| self.text(row, field);
        self.are_own_names(row)?;
        let name = |field, of| text(field).map(|name| hyphened(&name, of).into_owned());
        let (mut given, mut family) = (name(Field::Given, Of::Given)?, name(Field::Family, Of::Family)?);
        let whole = name(Field::FullName, Of::Whole)?;
        if given.is_empty() && family.is_empty() {
            (given, family) = names::split(&whole, self.place);
        } else if family.is_empty() {
            // By capitals, where that leaves the given name whole: "DIALLO Issa Mamadou", "Issa".
            let (first, last) = names::split(&whole, self.place);
            if !last.is_empty() && names::holds(&first, &given) {
                (given, family) = (first, last);
            } else {
                family = names::without(&whole, &given);
            }
        } else if given.is_empty() {
            given = names::without(&whole, &family);
        }
        let birth = self.birth(row)?;
        let told_age = self.code(row, Field::ToldAge, Reason::BadAge, values::age)?;
        let unknown = Reason::UnknownValue;
        let sex = self.code(row, Field::Sex, unknown, |cell| {
            let text = cell.text();
            values::sex(&text).map(Some).or_else(|| values::sex_not_stated(&text).then_some(None))
        })?;
        let (relatives, no_parents) = self.relatives(row)?;
        Ok(ImportedPerson {
            row: row.number,
            given,
            family,
            role: self
                .code(row, Field::Role, unknown, |cell| values::role(&cell.text()))?
                .unwrap_or(PersonRole::Participant),
            birth,
            told_age: told_age.filter(|_| birth.is_none()),
            phone: text(Field::Phone)?,
            address: text(Field::Address)?,
            commune: text(Field::Commune)?,
            insurance: text(Field::Insurance)?,
            sex: sex.flatten(),
            qpv: self.code(row, Field::Qpv, unknown, values::yes_no)?,
            qpv_code: text(Field::QpvCode)?,
            occupation: self
                .code(row, Field::Occupation, unknown, |cell| values::occupation(&cell.text()))?,
            leaves_alone: self.code(row, Field::LeavesAlone, unknown, values::yes_no)?,
            groups: self.groups(row)?,
            relatives,
            no_parents,
        })
    }

    /// What stands where names do, if it is nobody's. Who was born has a name, whatever it is.
    fn nobody(&self, row: &Row) -> Option<String> {
        let is_name = |field| matches!(field, Field::Given | Field::Family | Field::FullName);
        let names = self.columns.iter().filter(|(_, field)| is_name(*field));
        let names: Vec<&Cell> = names.map(|(column, _)| row.cell(*column)).collect();
        let known = !names.iter().any(|name| matches!(name, Cell::Error(_)));
        let texts: Vec<_> = names.iter().map(|name| name.text()).collect();
        let told = texts.join(" ").trim().to_owned();
        let unborn = self.cells(row, Field::Birth).next().is_none();
        (known && unborn && is_nobody(&told)).then_some(told)
    }

    /// The cells of a field in which something stands.
    pub(super) fn cells<'r>(&'r self, row: &'r Row, field: Field) -> impl Iterator<Item = (usize, &'r Cell)> {
        let of =
            move |(column, other): &(usize, Field)| (*other == field).then(|| (*column, row.cell(*column)));
        self.columns.iter().filter_map(of).filter(|(_, cell)| !cell.is_empty())
    }

    /// A value that has words or figures of its own.
    fn code<T>(
        &self,
        row: &Row,
        field: Field,
        reason: Reason,
        read: impl Fn(&Cell) -> Option<T>,
    ) -> Result<Option<T>, Wrong> {
        for (column, cell) in self.cells(row, field) {
            match read(cell) {
                Some(value) => return Ok(Some(value)),
                None if values::nothing(&cell.text()) => {}
                None => return Err(Wrong { reason, column }),
            }
        }
        Ok(None)
    }

    fn birth(&self, row: &Row) -> Result<Option<Day>, Wrong> {
        let (order, from_1904) = (self.order, self.table.from_1904);
        let read = |cell: &Cell| dates::day(cell, order, from_1904, self.today);
        let birth = self.code(row, Field::Birth, Reason::BadDate, read)?;
        let wrong = birth.and_then(|birth| {
            if birth > self.today {
                Some(Reason::DateInFuture)
            } else {
                (self.today.year() - birth.year() > OLDEST).then_some(Reason::TooOld)
            }
        });
        match (wrong, self.cells(row, Field::Birth).next()) {
            (Some(reason), Some((column, _))) => Err(Wrong { reason, column }),
            _ => Ok(birth),
        }
    }

    /// Holds the names of the person against what no name has.
    fn are_own_names(&self, row: &Row) -> Result<(), Wrong> {
        let fields = [(Field::Given, Of::Given), (Field::Family, Of::Family), (Field::FullName, Of::Whole)];
        for (field, of) in fields {
            let Some((column, cell)) = self.cells(row, field).next() else { continue };
            let name = cell.text();
            let lines = matches!(cell, Cell::Text(text) if text.contains('\n'));
            let several = of != Of::Family && (lines || names::are_several(&hyphened(&name, of)))
                || of == Of::Whole && names::are_listed(&name)
                || name.contains(',') && asks::is_of_children(&self.table.headers[column]);
            let reason = match () {
                () if names::is_lost(&name) => Reason::LostLetter,
                () if several => Reason::SeveralPeople,
                () if names::is_odd(&name) => Reason::NotAName,
                () => continue,
            };
            return Err(Wrong { reason, column });
        }
        Ok(())
    }

    /// What a field says, of one column or several.
    pub(super) fn text(&self, row: &Row, field: Field) -> Result<String, Wrong> {
        self.text_of(row, field, |_| true)
    }

    /// What a field says, of those of its columns.
    pub(super) fn text_of(
        &self,
        row: &Row,
        field: Field,
        of: impl Fn(usize) -> bool,
    ) -> Result<String, Wrong> {
        let mut said: Vec<String> = Vec::new();
        let mut longest = if field.is_short() { NAME } else { WORDS };
        for (column, cell) in self.cells(row, field).filter(|(column, _)| of(*column)) {
            if numbers::may_be_rounded(field) && numbers::is_rounded(cell) {
                return Err(Wrong { reason: Reason::RoundedNumber, column });
            }
            // What stands in the place of something else shows that the line has slipped.
            let place = matches!(field, Field::Address | Field::Commune);
            if field.is_phone()
                && (matches!(cell, Cell::Yes(_) | Cell::Day(_)) || numbers::is_no_phone(&cell.text()))
                || place && numbers::is_phone(&cell.text())
            {
                return Err(Wrong { reason: Reason::UnknownValue, column });
            }
            if forbidden::holds_number(&cell.text()) {
                return Err(Wrong { reason: Reason::SocialSecurityNumber, column });
            }
            let text = match cell {
                Cell::Text(text) if field == Field::Address => text.replace('\n', ", "),
                Cell::Number(_)
                    if field == Field::Address && asks::is_postal_code(&self.table.headers[column]) =>
                {
                    format!("{:0>5}", cell.text())
                }
                Cell::Text(text) if field.is_phone() => numbers::phones(text),
                // Two people of two lines.
                Cell::Text(text) if values::is_relative(field) => text.clone(),
                cell if field.is_phone() => numbers::phones(&cell.text()),
                cell => cell.text().into_owned(),
            };
            let length = text.chars().count();
            if length > longest {
                return Err(Wrong { reason: Reason::TextTooLong, column });
            }
            // "Na" is a name; what is told of relatives is seldom "NC".
            let own = matches!(field, Field::Given | Field::Family | Field::FullName);
            let zero = field.is_phone() && text.chars().all(|c| c == '0');
            let says = !zero
                && if own {
                    !fold(&text).is_empty()
                } else {
                    !(values::nothing(&text) || values::is_relative(field) && remarks::is_gone(&text))
                };
            if says && !said.contains(&text) {
                said.push(text);
                // What parts it from the next one has its place too.
                longest = longest.saturating_sub(length + 3);
            }
            if !field.is_joined() && !said.is_empty() {
                break;
            }
        }
        Ok(said.join(match field {
            Field::Address => ", ",
            field if field.is_phone() => " / ",
            _ => " ",
        }))
    }

    fn groups(&self, row: &Row) -> Result<Vec<String>, Wrong> {
        let mut groups: Vec<String> = Vec::new();
        for (column, cell) in self.cells(row, Field::Group) {
            let text = if let Cell::Text(text) = cell { text.clone() } else { cell.text().into_owned() };
            if forbidden::holds_number(&text) {
                return Err(Wrong { reason: Reason::SocialSecurityNumber, column });
            }
            if numbers::is_phone(&text) {
                return Err(Wrong { reason: Reason::UnknownValue, column });
            }
            for group in text.split([',', ';', '|', '\n']).map(str::trim) {
                if group.chars().count() > NAME {
                    return Err(Wrong { reason: Reason::TextTooLong, column });
                }
                if !values::nothing(group) && !groups.iter().any(|other| fold(other) == fold(group)) {
                    groups.push(group.to_owned());
                }
            }
        }
        Ok(groups)
    }
}
