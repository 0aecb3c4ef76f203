//! Whose a telephone is whose heading does not say it: of those who stand before it, or of nobody known. What is doubtful is left to
//! whoever imports.

use ql_model::register::fold;

use super::{
    asks,
    before::{Before, before_of},
    field::Field,
    values,
    words::Heading,
};

/// Whose a bare telephone is that stands behind the names of two guardians: "Père", "Mère", "Tél. 1", "Tél. 2". Of one alone nobody knows.
/// Nothing, where there are not two names before it without telephones.
pub(super) fn whose_phone(
    headers: &[String],
    fields: &[Option<Field>],
    column: usize,
) -> Option<Option<Field>> {
    let bare = |at: &usize| headers.get(*at).is_some_and(|heading| asks::is_bare_phone(heading));
    let first = (0..=column).rev().take_while(bare).last()?;
    let has = |field: Field| fields[..first].contains(&Some(field));
    if has(Field::Guardian1Phone) || has(Field::Guardian2Phone) {
        return None;
    }
    if !(has(Field::Guardian1Name) && has(Field::Guardian2Name)) {
        return None;
    }
    let is_name = |at: &usize| matches!(fields[*at], Some(Field::Guardian1Name | Field::Guardian2Name));
    let is_relation =
        |at: &usize| matches!(fields[*at], Some(Field::Guardian1Relation | Field::Guardian2Relation));
    // Side by side, with nothing between that could be of one of them, but what each is to the person.
    let mut names: Vec<usize> = (0..first).rev().take_while(|at| is_name(at) || is_relation(at)).collect();
    let uneven = names.iter().filter(|at| is_relation(at)).count() == 1;
    names.retain(is_name);
    names.dedup_by_key(|at| fields[*at]);
    let [two, one] = names[..] else { return Some(None) };
    let phone = |name: usize| match fields[name] {
        Some(Field::Guardian1Name) => Field::Guardian1Phone,
        _ => Field::Guardian2Phone,
    };
    let behind = (first..headers.len()).take_while(bare).count();
    // "Portable", "Fixe" are two of one, and "Tél. 2", "Tél. 1" in what order nobody knows.
    let number = |at: usize| asks::number_in(&headers[at]);
    let in_order = || match (number(first), number(first + 1)) {
        (None, None) => true,
        (Some(one), Some(two)) => one < two,
        _ => false,
    };
    let pair = behind == 2
        && !uneven
        && in_order()
        && plain(&headers[first]) == plain(&headers[first + 1])
        && number(one) <= number(two).or(number(one));
    Some(pair.then(|| phone(if column == first { one } else { two })))
}

/// A heading without its number.
fn plain(heading: &str) -> String {
    fold(&heading.replace(|c: char| c.is_ascii_digit(), " "))
}

/// Whether a telephone behind that of the second guardian may be of the house: the first one has none of its heading.
pub(super) fn is_of_all(headers: &[String], fields: &[Option<Field>], column: usize) -> bool {
    let of = |guardian: Field| (0..fields.len()).filter(move |at| fields[*at] == Some(guardian));
    fields.last() == Some(&Some(Field::Guardian2Phone))
        && of(Field::Guardian1Phone).count() > 0
        && of(Field::Guardian1Phone).all(|at| plain(&headers[at]) != plain(&headers[column]))
}

/// Whether nobody knows whose a telephone is that does not say it: it stands behind somebody else, read or not, or beside what they are
/// to the person of the line.
pub(super) fn is_nobodys(
    headers: &[String],
    said: &[Option<Heading>],
    fields: &[Option<Field>],
    column: usize,
) -> bool {
    if asks::is_of_someone(&headers[column]) {
        return false;
    }
    let relation = |at: usize| {
        let heading = headers.get(at).filter(|_| said[at].is_none());
        heading.is_some_and(|heading| asks::is_relation(heading))
    };
    // "Éducateur", "Tél.", "Mail", "Tél. pro": all are his.
    let goes_on =
        |at: &usize| asks::is_bare_phone(&headers[*at]) || asks::is_mail(&headers[*at]) || relation(*at);
    let before: Vec<usize> = (0..column).rev().take_while(goes_on).collect();
    let whose = column.checked_sub(before.len() + 1);
    let spoken = whose.into_iter().flat_map(|last| (0..=last).rev());
    let last = spoken.map(|at| before_of(&headers[at], &said[at])).find_map(|before| before);
    let behind = last.is_some_and(|before| before != Before::Nobody);
    let named = fields.iter().flatten().any(|field| values::is_relative(*field));
    let mailed = before.first().is_some_and(|at| asks::may_be_another(&headers[*at]));
    behind || mailed || named || relation(column + 1) || before.into_iter().any(relation)
}
