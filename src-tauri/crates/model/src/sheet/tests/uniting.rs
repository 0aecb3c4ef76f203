//! Two lines of one person.

use super::*;

fn lines(document: &Document) -> Vec<EntityId> {
    read(document).attendees.iter().map(|one| one.person).collect()
}

fn marked(document: &mut Document, person: u128, half: HalfCode, state: Attended) {
    let steps = mark(document, id(person), half, vec![("state".into(), Value::Text(state.code().into()))]);
    write(document, steps);
}

#[test]
fn two_lines_become_one_with_all_that_stands_on_them() {
    let mut document = sheet_with_three();
    let steps = sign(&document, id(LINA), HalfCode::Morning, &made("a", 1));
    write(&mut document, steps);
    let steps = sign_by_entry(&document, id(MEHDI), HalfCode::Afternoon, &made("b", 2), "entry");
    write(&mut document, steps);
    marked(&mut document, MEHDI, HalfCode::Morning, Attended::Present);
    let steps = join(&document, id(MEHDI), id(LINA)).expect("nothing contradicts");
    write(&mut document, Ok(steps));
    let sheet = read(&document);
    assert!(!lines(&document).contains(&id(MEHDI)));
    let cell = |half| sheet.cell(id(LINA), half).cloned().expect("it is noted");
    assert_eq!(cell(HalfCode::Morning).signature, Some(("a".into(), 1)));
    assert_eq!(cell(HalfCode::Afternoon).signature, Some(("b".into(), 2)));
    assert_eq!(cell(HalfCode::Afternoon).entries, ["entry"], "it is taken in once");
}

#[test]
fn a_signature_takes_the_place_of_a_tick() {
    let mut document = sheet_with_three();
    marked(&mut document, LINA, HalfCode::Morning, Attended::Present);
    let steps = sign(&document, id(MEHDI), HalfCode::Morning, &made("b", 2));
    write(&mut document, steps);
    let steps = join(&document, id(MEHDI), id(LINA)).expect("nothing contradicts");
    write(&mut document, Ok(steps));
    let signature = read(&document).cell(id(LINA), HalfCode::Morning).and_then(|cell| cell.signature.clone());
    assert_eq!(signature, Some(("b".into(), 2)));
}

#[test]
fn lines_that_contradict_stay_two() {
    let mut document = sheet_with_three();
    marked(&mut document, LINA, HalfCode::Morning, Attended::Excused);
    let steps = sign(&document, id(MEHDI), HalfCode::Morning, &made("b", 2));
    write(&mut document, steps);
    assert_eq!(join(&document, id(MEHDI), id(LINA)), None, "excused, and signed");
    assert_eq!(join(&document, id(MEHDI), id(BRUNO)), None, "who leads is on the other list");
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("c", 3));
    write(&mut document, steps);
    let steps = close(&document, id(91), id(BRUNO), &frozen(), 10, &|_| None);
    write(&mut document, steps);
    assert_eq!(join(&document, id(LINA), id(MEHDI)), None, "what was closed stays");
}
