//! What may be done on a sheet, and what is read off it.

use super::*;
use crate::{
    day::Day,
    document::{Author, Document},
    entity::{Kind, Value},
    season::Session,
    vocabulary::Life,
};
use uuid::Uuid;
use warnings::{Around, SheetWarning, SheetWarningCode};

mod doubts;
mod uniting;

fn id(n: u128) -> EntityId {
    EntityId(Uuid::from_u128(n))
}

fn author() -> Author {
    Author { device: "test".into(), epoch: 1 }
}

fn document() -> Document {
    Document::create(id(1).document(), Kind::Presence, 7).expect("a sheet can be made")
}

fn write(document: &mut Document, steps: Result<Vec<crate::step::Step>, SheetError>) {
    let steps = steps.expect("the edit is allowed");
    document.write(&steps, &author(), false).expect("the steps are written");
    document.commit();
}

fn session() -> Session {
    Session {
        figures: None,
        id: id(1),
        title: "Atelier".into(),
        kind: SessionKind::Workshop,
        place: None,
        date: "2026-02-24".into(),
        halves: Half::read("morning 09:30-12:30+afternoon 13:30-16:30"),
        group: None,
        films: Vec::new(),
        life: Life::Live,
    }
}

fn frozen() -> Frozen {
    let session = session();
    Frozen {
        films: vec!["Le Terrain vague".to_owned()],
        capacity: Some(25),
        title: session.title,
        kind: session.kind,
        date: session.date,
        halves: session.halves,
        place: String::new(),
        group: String::new(),
    }
}

/// A signature of which nobody noted for what hours.
fn made(hash: &str, at: i64) -> NewSignature<'_> {
    NewSignature { hash, at, hours: "" }
}

const LINA: u128 = 10;
const MEHDI: u128 = 11;
const BRUNO: u128 = 12;
const INES: u128 = 13;

fn sheet_with_three() -> Document {
    let mut document = document();
    for (person, name, trainer) in
        [(LINA, "Lina Kaci", false), (MEHDI, "Mehdi Rahmani", false), (BRUNO, "Bruno Lemoine", true)]
    {
        let steps = add_attendee(&document, id(person), name, trainer);
        write(&mut document, steps);
    }
    document
}

/// Nine o'clock in the morning of the session is 0; a minute is a minute.
fn local(at: i64) -> Option<(Day, u16)> {
    Some(("2026-02-24".parse().ok()?, u16::try_from(9 * 60 + at / 60_000).ok()?))
}

fn codes(document: &Document, capacity: Option<u32>, others: &[(Session, Sheet)]) -> Vec<SheetWarningCode> {
    let session = session();
    let around = Around { session: &session, capacity, others, real: &|one| one, local: &local };
    warnings::of(&read(document), &around).iter().map(|warning| warning.code).collect()
}

fn forgotten_for(half: HalfCode, trainer: bool) -> Correction {
    Correction {
        id: id(95),
        number: 1,
        at: 5,
        by: "Rachid Ouali".into(),
        person: id(BRUNO),
        half,
        standing: Standing { state: Attended::Present, ..Standing::default() },
        reason: "Oublié".into(),
        added: Some(("Bruno Lemoine".into(), trainer)),
        same: None,
    }
}

#[test]
fn two_laptops_that_put_the_same_person_on_a_sheet_put_one() {
    let mut here = document();
    let empty = here.version();
    let genesis = here.snapshot().expect("it can be copied");
    let mut there =
        Document::load(here.id(), Kind::Presence, Some(&genesis), &[], 8).expect("the copy is a document");
    for document in [&mut here, &mut there] {
        let steps = add_attendee(document, id(LINA), "Lina Kaci", false);
        write(document, steps);
        let steps = sign(document, id(LINA), HalfCode::Morning, &made("abc", 60_000));
        write(document, steps);
    }
    here.import(&[there.since(&empty).expect("it has updates")]).expect("they are taken in");
    let sheet = read(&here);
    assert_eq!((sheet.attendees.len(), sheet.cells.len()), (1, 1), "{sheet:?}");
}

#[test]
fn a_closed_sheet_takes_corrections_and_nothing_else() {
    let mut document = sheet_with_three();
    let none = close(&document, id(90), id(BRUNO), &frozen(), 0, &|_| None);
    assert_eq!(none, Err(SheetError::Unsigned), "a trainer must have signed");
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("bruno", 0));
    write(&mut document, steps);
    let steps = close(&document, id(90), id(BRUNO), &frozen(), 1, &|_| None);
    write(&mut document, steps);
    assert!(read(&document).holds());
    assert_eq!(sign(&document, id(LINA), HalfCode::Morning, &made("lina", 2)), Err(SheetError::Closed));
    assert_eq!(add_attendee(&document, id(99), "Late", false), Err(SheetError::Closed));
    assert_eq!(close(&document, id(91), id(BRUNO), &frozen(), 3, &|_| None), Err(SheetError::Closed));
    let mut correction = NewCorrection {
        by: "Bruno Lemoine",
        person: id(LINA),
        half: HalfCode::Morning,
        standing: Standing { state: Attended::Present, ..Standing::default() },
        added: None,
        reason: " ",
        at: 4,
    };
    assert_eq!(correct(&document, id(92), &correction), Err(SheetError::Unexplained));
    correction.reason = "Elle signait l’autre feuille";
    let steps = correct(&document, id(92), &correction);
    write(&mut document, steps);
    let sheet = read(&document);
    assert_eq!(sheet.state(id(LINA), HalfCode::Morning), Attended::Present);
    assert_eq!(
        correct(&document, id(93), &correction),
        Err(SheetError::Unchanged),
        "it stands there already"
    );
    assert!(sheet.holds(), "a correction leaves what was closed as it was");

    // Who was forgotten, and an hour that was wrong.
    (correction.person, correction.at) = (id(INES), 5);
    correction.standing.late = Some("11:00".into());
    assert_eq!(correct(&document, id(93), &correction), Err(SheetError::Stranger(id(INES))));
    correction.added = Some(("Inès Marques", false));
    correction.standing.early = Some("10:00".into());
    assert_eq!(correct(&document, id(93), &correction), Err(SheetError::Hours));
    correction.standing.early = None;
    let steps = correct(&document, id(93), &correction);
    write(&mut document, steps);
    let sheet = read(&document);
    assert_eq!(
        sheet.added(),
        [Attendee { person: id(INES), name: "Inès Marques".into(), trainer: false, same: None }]
    );
    assert_eq!(sheet.standing(id(INES), HalfCode::Morning), correction.standing);
    assert_eq!(correct(&document, id(94), &correction), Err(SheetError::Unchanged), "nobody comes twice");
    assert_eq!(sheet.before(&sheet.corrections[1]).state, Attended::NotExpected);
    assert!(sheet.puts_on(&sheet.corrections[1]) && !sheet.puts_on(&sheet.corrections[0]));
    assert!(sheet.holds() && sheet.attendees.len() == 3, "what was closed is what it was");
    (correction.standing.late, correction.added) = (None, None);
    let steps = correct(&document, id(94), &correction);
    write(&mut document, steps);
    assert_eq!(read(&document).standing(id(INES), HalfCode::Morning), correction.standing, "erased since");
}

#[test]
fn what_was_written_into_a_closed_sheet_elsewhere_is_seen() {
    let mut document = sheet_with_three();
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("bruno", 0));
    write(&mut document, steps);
    let (version, copy) = (document.version(), document.snapshot().expect("it can be copied"));
    let mut other =
        Document::load(document.id(), Kind::Presence, Some(&copy), &[], 9).expect("the copy is a document");
    let steps = sign(&other, id(LINA), HalfCode::Morning, &made("lina", 5));
    write(&mut other, steps);
    let steps = close(&document, id(90), id(BRUNO), &frozen(), 1, &|_| None);
    write(&mut document, steps);
    document.import(&[other.since(&version).expect("it has updates")]).expect("they are taken in");
    assert!(!read(&document).holds(), "a signature that came from another laptop after the closing");
    assert!(codes(&document, None, &[]).contains(&SheetWarningCode::Changed));
}

#[test]
fn a_picture_that_came_after_the_closing_is_beside_the_hash_and_may_go() {
    let mut document = sheet_with_three();
    let steps = add_scan(&document, id(30), "first", (800, 600), 1_000);
    write(&mut document, Ok(steps));
    let steps = add_scan(&document, id(31), "wrong", (800, 600), 1_100);
    write(&mut document, Ok(steps));
    let steps = remove_scan(&document, id(31));
    write(&mut document, steps);
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("ink", 1_200));
    write(&mut document, steps);
    let steps = close(&document, id(40), id(BRUNO), &frozen(), 2_000, &|_| None);
    write(&mut document, steps);
    // The clock was put back meanwhile.
    let steps = add_scan(&document, id(32), "later", (800, 600), 500);
    write(&mut document, Ok(steps));
    let sheet = read(&document);
    let hashes: Vec<&str> = sheet.scans.iter().map(|scan| scan.hash.as_str()).collect();
    assert_eq!(hashes, ["first", "later"], "what was taken away before the closing is gone");
    assert!(sheet.holds(), "what was closed is what it was");
    assert_eq!(remove_scan(&document, id(30)), Err(SheetError::Closed), "it is in the hash");
    assert_eq!(remove_scan(&document, id(31)), Err(SheetError::NoScan(id(31))));
    let steps = remove_scan(&document, id(32));
    write(&mut document, steps);
    let sheet = read(&document);
    assert!(sheet.scans.len() == 1 && sheet.holds());
}

#[test]
fn whoever_comes_on_it_again_comes_with_nothing_marked() {
    let mut document = sheet_with_three();
    let told = |values: &[(&str, &str)]| -> Vec<(String, Value)> {
        values.iter().map(|(field, value)| ((*field).to_owned(), Value::Text((*value).to_owned()))).collect()
    };
    let steps =
        mark(&document, id(LINA), HalfCode::Morning, told(&[("state", "present"), ("late", "10:00")]));
    write(&mut document, steps);
    let steps = mark(&document, id(LINA), HalfCode::Afternoon, told(&[("state", "excused")]));
    write(&mut document, steps);
    let marked = read(&document);
    let removed = remove_attendee(&document, id(LINA));
    write(&mut document, removed.clone());
    let again = add_attendee(&document, id(LINA), "Lina Kaci", false);
    write(&mut document, again.clone());
    let sheet = read(&document);
    for half in [HalfCode::Morning, HalfCode::Afternoon] {
        assert_eq!(sheet.standing(id(LINA), half), Standing::default(), "nobody marked her anew");
    }
    // Taken back, one after the other, both leave what was marked.
    for steps in [again, removed] {
        write(&mut document, steps.map(|steps| crate::step::invert(&steps)));
    }
    assert_eq!(read(&document), marked);
    let steps = add_attendee(&document, id(LINA), "Lina Kassi", false);
    write(&mut document, steps);
    assert_eq!(read(&document).cells, marked.cells, "who is on it keeps what is marked under another name");
}

#[test]
fn a_sheet_is_closed_under_the_names_of_that_day() {
    let mut document = sheet_with_three();
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("b", 1));
    write(&mut document, steps);
    let now = |person: EntityId| match person.0.as_u128() {
        LINA => Some("Zoé Kaci".to_owned()),
        BRUNO => Some("Bruno Le Moine".to_owned()),
        // Erased since.
        _ => None,
    };
    let mut shown = read(&document);
    shown.name_anew(now);
    let steps = close(&document, id(91), id(BRUNO), &frozen(), 10, &now);
    write(&mut document, steps);
    let mut closed = read(&document);
    let names: Vec<&str> = closed.attendees.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Bruno Le Moine", "Mehdi Rahmani", "Zoé Kaci"]);
    assert_eq!(shown.attendees, closed.attendees, "what was shown is what is closed");
    assert!(closed.holds() && closed.closure.as_ref().is_some_and(|closure| closure.by == "Bruno Le Moine"));
    closed.name_anew(|_| Some("Autre".to_owned()));
    assert!(closed.holds(), "what was closed keeps its names");
}

#[test]
fn hours_are_of_those_who_were_there() {
    let mut document = sheet_with_three();
    let told = |values: &[(&str, &str)]| -> Vec<(String, Value)> {
        values.iter().map(|(field, value)| ((*field).to_owned(), Value::Text((*value).to_owned()))).collect()
    };
    let steps =
        mark(&document, id(LINA), HalfCode::Morning, told(&[("state", "present"), ("late", "11:00")]));
    write(&mut document, steps);
    let before = mark(&document, id(LINA), HalfCode::Morning, told(&[("early", "10:00")]));
    assert_eq!(before, Err(SheetError::Hours), "nobody goes before they came");
    let steps = mark(&document, id(LINA), HalfCode::Morning, told(&[("state", "absent")]));
    write(&mut document, steps);
    let cell = read(&document).cell(id(LINA), HalfCode::Morning).cloned().expect("marked");
    assert_eq!((cell.state, cell.late), (Attended::Absent, None), "the hour goes with the presence");
    let late = mark(&document, id(LINA), HalfCode::Morning, told(&[("late", "10:00")]));
    assert_eq!(late, Err(SheetError::Hours), "who is absent is not late");
}

#[test]
fn a_clock_that_was_put_back_turns_nothing_round() {
    let mut document = sheet_with_three();
    let steps = sign(&document, id(BRUNO), HalfCode::Morning, &made("b", 1));
    write(&mut document, steps);
    // A page of a scan that came after, by its moment, than the closing.
    let steps = Ok(add_scan(&document, id(70), "s", (3, 4), 1_000));
    write(&mut document, steps);
    let steps = close(&document, id(91), id(BRUNO), &frozen(), 10, &|_| None);
    write(&mut document, steps);
    let sheet = read(&document);
    assert!(sheet.holds() && sheet.froze(&sheet.scans[0]));
    assert_eq!(sheet.closure.as_ref().map(|closure| closure.at), Some(10), "it says when it was closed");
    let put = |state, at| NewCorrection {
        by: "Bruno Lemoine",
        person: id(LINA),
        half: HalfCode::Morning,
        standing: Standing { state, ..Standing::default() },
        added: None,
        reason: "Vu",
        at,
    };
    for (entity, state, at) in [(92, Attended::Absent, 9_000), (93, Attended::Present, 20)] {
        let steps = correct(&document, id(entity), &put(state, at));
        write(&mut document, steps);
    }
    assert_eq!(read(&document).state(id(LINA), HalfCode::Morning), Attended::Present, "the last one counts");
}

#[test]
fn whoever_was_forgotten_was_expected_for_nothing() {
    let mut sheet = Sheet::empty(id(2));
    sheet.corrections.push(forgotten_for(HalfCode::Evening, false));
    assert_eq!(sheet.state(id(BRUNO), HalfCode::Evening), Attended::Present);
    assert_eq!(sheet.state(id(BRUNO), HalfCode::Morning), Attended::NotExpected);
    assert_eq!(sheet.marked(id(BRUNO), HalfCode::Morning), sheet.standing(id(BRUNO), HalfCode::Morning));
    // Where those who were forgotten are put among the others, too.
    let added = sheet.added();
    sheet.attendees.extend(added);
    assert_eq!(sheet.state(id(BRUNO), HalfCode::Morning), Attended::NotExpected);
    assert_eq!(sheet.before(&sheet.corrections[0]).state, Attended::NotExpected);
}
