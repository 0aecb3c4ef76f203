//! What is seen on a sheet that a court would doubt.

use super::*;

#[test]
fn signatures_in_a_chain_are_seen() {
    let mut document = sheet_with_three();
    for (person, hash, at) in [(LINA, "a", 30 * 60_000), (MEHDI, "b", 30 * 60_000 + 40_000)] {
        let steps = sign(&document, id(person), HalfCode::Morning, &made(hash, at));
        write(&mut document, steps);
    }
    assert_eq!(codes(&document, None, &[]), [], "forty seconds are enough to hand over a laptop");
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("c", 30 * 60_000 + 41_000));
    write(&mut document, steps);
    assert_eq!(codes(&document, None, &[]), [SheetWarningCode::ChainSigning], "one second is not");
    let steps = unsign(&document, id(BRUNO), HalfCode::Morning);
    write(&mut document, steps);
    let steps = sign(&document, id(LINA), HalfCode::Afternoon, &made("d", 31 * 60_000));
    write(&mut document, steps);
    assert_eq!(
        codes(&document, None, &[]),
        [SheetWarningCode::OneGo, SheetWarningCode::SignedEarly],
        "the afternoon was signed with the morning"
    );
    let steps = unsign(&document, id(LINA), HalfCode::Afternoon);
    write(&mut document, steps);
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("a", 60 * 60_000));
    write(&mut document, steps);
    assert_eq!(codes(&document, None, &[]), [SheetWarningCode::SameDrawing], "one drawing for two");
}

#[test]
fn hours_that_change_after_a_signature_are_said() {
    let mut document = sheet_with_three();
    for (person, hours) in [(LINA, "09:30-12:30"), (MEHDI, "09:30-11:30")] {
        let hash = person.to_string();
        let at = 60_000 * if person == LINA { 30 } else { 31 };
        let signature = NewSignature { hash: &hash, at, hours };
        let steps = sign(&document, id(person), HalfCode::Morning, &signature);
        write(&mut document, steps);
    }
    let session = session();
    let around = Around { session: &session, capacity: None, others: &[], real: &|one| one, local: &local };
    let found = warnings::of(&read(&document), &around);
    assert_eq!(
        found,
        [SheetWarning {
            code: SheetWarningCode::OtherHours,
            half: Some(HalfCode::Morning),
            names: vec!["Mehdi Rahmani".to_owned()],
            other: "09:30-11:30".to_owned()
        }]
    );
    let steps = unsign(&document, id(MEHDI), HalfCode::Morning);
    write(&mut document, steps);
    assert_eq!(warnings::of(&read(&document), &around), [], "with the signature its hours go");
}

#[test]
fn a_row_that_is_too_fast_is_a_chain_too() {
    let told = |gap: i64| {
        let mut document = sheet_with_three();
        let others: Vec<u128> = (40..44).collect();
        for person in &others {
            let steps = add_attendee(&document, id(*person), "Quelqu’un", false);
            write(&mut document, steps);
        }
        for (person, place) in others.iter().chain([&LINA]).zip(0..) {
            let hash = person.to_string();
            let steps =
                sign(&document, id(*person), HalfCode::Morning, &made(&hash, 30 * 60_000 + place * gap));
            write(&mut document, steps);
        }
        codes(&document, None, &[])
    };
    assert_eq!(told(4_500), [SheetWarningCode::ChainSigning]);
    assert_eq!(told(5_000), [], "along a table a laptop goes so fast");
}

#[test]
fn what_is_signed_nearer_to_the_next_half_day_is_late() {
    let told = |minutes: i64| {
        let mut document = sheet_with_three();
        let steps = sign(&document, id(LINA), HalfCode::Morning, &made("a", minutes * 60_000));
        write(&mut document, steps);
        codes(&document, None, &[])
    };
    // The morning ends at 12:30, the afternoon begins at 13:30; these are 12:20, 12:55 and 13:05.
    assert_eq!((told(200), told(235), told(245)), (vec![], vec![], vec![SheetWarningCode::SignedLate]));
    // Where one begins as the other ends, whoever signs on leaving is not late.
    let mut document = sheet_with_three();
    let steps = sign(&document, id(LINA), HalfCode::Morning, &made("a", 220 * 60_000));
    write(&mut document, steps);
    let mut session = session();
    session.halves = Half::read("morning 09:30-12:30+afternoon 12:30-16:30");
    let around = Around { session: &session, capacity: None, others: &[], real: &|one| one, local: &local };
    assert_eq!(warnings::of(&read(&document), &around), []);
}

/// Puts Bruno on a closed sheet, who was forgotten, and there for one half-day.
#[test]
fn a_room_too_small_and_a_trainer_in_two_places_are_seen() {
    let document = sheet_with_three();
    assert_eq!(codes(&document, Some(3), &[]), []);
    assert_eq!(codes(&document, Some(2), &[]), [SheetWarningCode::OverCapacity; 2], "in both half-days");
    let mut other = session();
    other.id = id(2);
    other.halves = Half::read("morning 12:00-13:00");
    let mut theirs = Sheet::empty(other.id);
    theirs.attendees.push(Attendee {
        person: id(BRUNO),
        name: "Bruno Lemoine".into(),
        trainer: true,
        same: None,
    });
    assert_eq!(codes(&document, None, &[(other.clone(), theirs.clone())]), [SheetWarningCode::TrainerTwice]);
    // One who was forgotten there, and whom a correction puts on it, was there for the half-day it says.
    let forgotten = |half| {
        let mut sheet = Sheet::empty(id(2));
        sheet.corrections.push(forgotten_for(half, true));
        codes(&document, None, &[(other.clone(), sheet)])
    };
    assert_eq!(forgotten(HalfCode::Morning), [SheetWarningCode::TrainerTwice]);
    assert_eq!(forgotten(HalfCode::Evening), []);
    other.halves = Half::read("morning 12:30-13:00");
    assert_eq!(codes(&document, None, &[(other, theirs)]), [], "one after the other is no conflict");
}

#[test]
fn whoever_nothing_was_noted_of_fills_no_room_once_it_is_closed() {
    let mut document = sheet_with_three();
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("b", 1));
    write(&mut document, steps);
    assert!(codes(&document, Some(2), &[]).contains(&SheetWarningCode::OverCapacity), "three may come");
    let steps = close(&document, id(91), id(BRUNO), &frozen(), 10, &|_| None);
    write(&mut document, steps);
    assert!(!codes(&document, Some(2), &[]).contains(&SheetWarningCode::OverCapacity), "one came");
}
