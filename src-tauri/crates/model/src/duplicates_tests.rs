//! Who is told to be one person, and who is not.

use uuid::Uuid;

use super::*;
use crate::{EntityId, vocabulary::PersonRole};

fn person(number: usize, given: &str, family: &str, birth: &str) -> Person {
    Person {
        id: EntityId(Uuid::from_u128(number as u128)),
        given: given.to_owned(),
        family: family.to_owned(),
        role: PersonRole::Participant,
        face: None,
        birth: birth.parse().ok(),
        told_age: None,
        told_on: None,
        phone: String::new(),
        address: String::new(),
        commune: String::new(),
        insurance: String::new(),
        sex: None,
        qpv: None,
        qpv_code: String::new(),
        occupation: None,
        leaves_alone: None,
        groups: Vec::new(),
        left: false,
        relatives: Vec::new(),
        apart: Vec::new(),
    }
}

fn found(people: &[Person]) -> Vec<Pair> {
    find(&people.iter().collect::<Vec<_>>())
}

fn reason(a: (&str, &str, &str), b: (&str, &str, &str)) -> Option<Reason> {
    let pairs = found(&[person(1, a.0, a.1, a.2), person(2, b.0, b.1, b.2)]);
    assert!(pairs.len() < 2, "a pair is told once: {a:?} {b:?}");
    pairs.first().map(|pair| pair.reason)
}

const BIRTH: &str = "2011-05-03";

#[test]
fn the_same_name_is_found_however_it_is_written() {
    for (a, b) in [
        (("Aïssatou", "Diallo Ndiaye"), ("AISSATOU", "DIALLO-NDIAYE")),
        (("Lina", "Kaci"), ("Kaci", "Lina")),
        (("Jean-Paul", "Petit"), ("Jeanpaul", "Petit")),
        (("Anne-Zoé", "Kaci"), ("Annezoe", "KACI")),
        (("Lina Kaci", ""), ("Lina", "Kaci")),
        (("Lina", "Kaci"), ("  lina ", "kaci")),
    ] {
        assert_eq!(
            reason((a.0, a.1, BIRTH), (b.0, b.1, BIRTH)),
            Some(Reason::SameNameSameBirth),
            "{a:?} {b:?}"
        );
        assert_eq!(
            reason((a.0, a.1, BIRTH), (b.0, b.1, "")),
            Some(Reason::SameNameBirthUnknown),
            "{a:?} {b:?}"
        );
        assert_eq!(
            reason((a.0, a.1, BIRTH), (b.0, b.1, "2011-03-05")),
            Some(Reason::SameNameBirthSlip),
            "{a:?} {b:?}"
        );
        assert_eq!(
            reason((a.0, a.1, BIRTH), (b.0, b.1, "2011-05-13")),
            Some(Reason::SameNameBirthSlip),
            "{a:?} {b:?}"
        );
        assert_eq!(
            reason((a.0, a.1, BIRTH), (b.0, b.1, "1975-01-20")),
            None,
            "another birth is another person"
        );
    }
}

#[test]
fn a_slip_of_the_hand_is_found_where_the_birth_agrees() {
    for (a, b) in [
        (("Lina", "Kaci"), ("Lnia", "Kaci")),
        (("Lina", "Benamar"), ("Lina", "Benammar")),
        (("Mamadou", "Traoré"), ("Mamadu", "Traore")),
        (("Christophe", "Petit"), ("Kristophe", "Petit")),
        (("Abdelkader", "Petit"), ("Bdelkaderr", "Petit")),
        (("Lina", "Kaci"), ("Kaci", "Lnia")),
        (("Yanis", "Kacimi"), ("Yannis", "Kacim")),
    ] {
        assert_eq!(reason((a.0, a.1, BIRTH), (b.0, b.1, BIRTH)), Some(Reason::TypoSameBirth), "{a:?} {b:?}");
        assert_eq!(
            reason((a.0, a.1, BIRTH), (b.0, b.1, "2011-03-05")),
            Some(Reason::TypoBirthSwapped),
            "{a:?} {b:?}"
        );
        assert_eq!(
            reason((a.0, a.1, BIRTH), (b.0, b.1, "2011-05-13")),
            None,
            "two doubts are too many: {a:?} {b:?}"
        );
    }
    assert_eq!(reason(("Lina", "Benamar", BIRTH), ("Lina", "Benammar", "")), Some(Reason::TypoBirthUnknown));
    assert_eq!(
        reason(("Yanis", "Kacimi", BIRTH), ("Yannis", "Kacim", "")),
        None,
        "a slip in both names asks for a birth"
    );
}

#[test]
fn a_short_form_is_found_where_the_birth_is_one() {
    for (a, b) in [
        (("Fatou", "Diallo"), ("Fatoumata", "Diallo")),
        (("Jean", "Petit"), ("Jean-Baptiste", "Petit")),
        (("Lucie", "Roux"), ("Lucie", "Roux-Leroy")),
    ] {
        assert_eq!(reason((a.0, a.1, BIRTH), (b.0, b.1, BIRTH)), Some(Reason::TypoSameBirth), "{a:?} {b:?}");
        assert_eq!(
            reason((a.0, a.1, BIRTH), (b.0, b.1, "")),
            None,
            "without a birth it says nothing: {a:?} {b:?}"
        );
    }
}

#[test]
fn brothers_sisters_fathers_and_sons_stay_apart() {
    for (a, b) in [
        (("Lina", "Kaci", BIRTH), ("Yanis", "Kaci", BIRTH)),
        (("Lou", "Kaci", BIRTH), ("Léa", "Kaci", BIRTH)),
        (("Noé", "Kaci", ""), ("Zoé", "Kaci", "")),
        (("Karim", "Kaci", BIRTH), ("Karima", "Kaci", BIRTH)),
        (("Amine", "Kaci", ""), ("Amina", "Kaci", "")),
        (("Louis", "Petit", BIRTH), ("Louise", "Petit", "")),
        (("Lina", "Kaci", "2011-05-03"), ("Lila", "Kaci", "2014-09-12")),
        (("Mohamed", "Kaci", "1975-02-01"), ("Mohamed", "Kaci", "2011-05-03")),
        (("Lina", "", ""), ("Lina", "", "")),
        (("", "", ""), ("", "", "")),
        (("Lina", "Kaci", ""), ("Lina", "Petit", "")),
    ] {
        assert_eq!(reason(a, b), None, "{a:?} {b:?}");
    }
    let (mut father, mut son) = (person(1, "Mohamed", "Kaci", ""), person(2, "Mohamed", "Kaci", ""));
    (father.told_age, son.told_age) = (Some(45), Some(14));
    assert!(found(&[father, son]).is_empty(), "ages that were told part a father from his son");
}

#[test]
fn the_strongest_come_first_and_places_decide_the_rest() {
    let people = [
        person(1, "Lina", "Kaci", BIRTH),
        person(2, "Noé", "Petit", "2012-01-01"),
        person(3, "Lina", "Kaci", ""),
        person(4, "Noé", "Petit", "2012-01-01"),
        person(5, "Lnia", "Kaci", BIRTH),
    ];
    let told: Vec<(usize, usize, Reason)> =
        found(&people).iter().map(|pair| (pair.a, pair.b, pair.reason)).collect();
    assert_eq!(
        told,
        [
            (1, 3, Reason::SameNameSameBirth),
            (0, 2, Reason::SameNameBirthUnknown),
            (0, 4, Reason::TypoSameBirth),
            (2, 4, Reason::TypoBirthUnknown),
        ]
    );
}

#[test]
fn ten_thousand_people_are_held_against_each_other() {
    let given: Vec<String> = (0..200_u32)
        .map(|at| format!("{}{}", ["Mo", "Li", "Ya", "Sa"][at as usize % 4], word(at * 7 + 3)))
        .collect();
    let family: Vec<String> = (0..900_u32).map(|at| word(at * 31 + 11)).collect();
    let mut people: Vec<Person> = (0..10_000_usize)
        .map(|at| {
            let birth = if at % 5 == 0 {
                String::new()
            } else {
                format!("{}-{:02}-{:02}", 1995 + at % 25, 1 + at % 12, 1 + at % 28)
            };
            person(
                at,
                &given[(at * at + at / 3) % given.len()],
                &family[(at * 17 + at / 7) % family.len()],
                &birth,
            )
        })
        .collect();
    people.push(person(20_000, "Sabrina", "Unique-Mensah", BIRTH));
    people.push(person(20_001, "Sabrnia", "Unique Mensah", BIRTH));
    let began = std::time::Instant::now();
    let pairs = found(&people);
    println!("{} pairs of {} people in {:?}", pairs.len(), people.len(), began.elapsed());
    assert!(
        pairs.iter().any(|pair| (pair.a, pair.b) == (10_000, 10_001)),
        "whom nobody resembles is found among many"
    );
    assert_eq!(pairs, found(&people), "the order is always the same");
}

/// A word that looks like a name.
fn word(mut seed: u32) -> String {
    let mut word = String::new();
    for _ in 0..3 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        word.push(char::from(b"bcdfgklmnprstv"[(seed >> 8) as usize % 14]));
        word.push(char::from(b"aeiou"[(seed >> 20) as usize % 5]));
    }
    word
}
