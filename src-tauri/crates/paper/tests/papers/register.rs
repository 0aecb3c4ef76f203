//! Papers of the register: sheets nobody expects, and texts nobody should write.

use std::time::Instant;

use ql_paper::{
    HalfCell, HalfDay, Paper, PaperSize, Presence, RecordSection, RecordTable, Signed, Signer, missing,
};

use crate::register_sample::{LANGUAGES, attendance, attestation, closed, copy, recovery, signed};

const SIZES: [PaperSize; 2] = [PaperSize::A4, PaperSize::Letter];

fn checked(what: &str, paper: Result<Paper, ql_paper::PaperError>) -> usize {
    let paper = paper.unwrap_or_else(|error| panic!("{what}: {error}"));
    let pdf = paper.pdf().unwrap_or_else(|error| panic!("{what}: {error}"));
    assert!(pdf.starts_with(b"%PDF-1.7"), "{what}");
    paper.pages()
}

#[test]
fn every_paper_of_the_register_is_set_in_both_languages_on_both_sheets() {
    for language in LANGUAGES {
        for size in SIZES {
            let what = format!("{language}, {size:?}");
            for (people, halves, pages) in [(9, 1, 1), (12, 2, 1), (12, 4, 1), (9, 10, 1)] {
                let mut paper = attendance(language, people, halves, halves);
                paper.size = size;
                let pages_set = checked(&what, paper.set());
                assert_eq!(pages_set, pages, "{what}: {people} people, {halves} half-days");
                paper.blank = true;
                assert_eq!(checked(&what, paper.set()), 1, "{what}: {people} names, {halves} half-days");
                let mut closed = closed(language, people, halves);
                closed.size = size;
                assert!(
                    checked(&what, closed.set()) <= 2,
                    "{what}: what closes a sheet takes a page at most"
                );
            }
            let mut paper = recovery(language);
            paper.size = size;
            assert_eq!(checked(&what, paper.set()), 1, "{what}: a recovery sheet is one sheet");
            for (mut paper, pages) in
                [(copy(language), 2), (attestation(language, true), 1), (attestation(language, false), 1)]
            {
                paper.size = size;
                assert_eq!(checked(&what, paper.set()), pages, "{what}: {}", paper.title);
            }
        }
    }
}

#[test]
fn a_sheet_stands_up_to_four_half_days_and_lies_for_more() {
    let wide = |halves| attendance("fr", 3, halves, 0).sheet().width;
    assert_eq!((wide(4), wide(5)), (176.0, 266.0));
}

#[test]
fn three_hundred_people_sign_six_half_days() {
    let mut paper = attendance("fr", 300, 6, 6);
    let start = Instant::now();
    let pages = checked("300 people", paper.set());
    assert!((25..=38).contains(&pages), "300 people, at 8 to 12 a page, took {pages} pages");
    assert!(start.elapsed().as_secs() < 120, "1,800 signatures took {:?}", start.elapsed());
    paper.blank = true;
    let blank = checked("300 names", paper.set());
    assert!(blank < pages, "a sheet for pens has no notes that take room: {blank} pages");
}

#[test]
fn a_month_goes_on_in_other_tables() {
    // Twelve days of two half-days: three tables of eight columns, and fourteen people fit on a page but where the lines stand above.
    assert_eq!(checked("a month", attendance("fr", 10, 24, 24).set()), 3);
    assert_eq!(checked("nobody, no half-day", attendance("fr", 0, 0, 0).set()), 1);
    let mut one_day = attendance("fr", 2, 23, 23);
    for half in &mut one_day.halves {
        half.day = "Lundi".to_owned();
    }
    assert_eq!(checked("23 sessions of one day", one_day.set()), 3);
}

#[test]
fn more_trainers_than_a_foot_holds_have_pages_of_their_own() {
    let mut paper = attendance("fr", 8, 2, 2);
    let trainer = |at: usize| Signer { name: format!("Formatrice {at}"), cells: Vec::new() };
    paper.trainers = (0..40).map(trainer).collect();
    assert_eq!(checked("40 trainers", paper.set()), 3);
    paper.people.clear();
    paper.blank = true;
    assert_eq!(checked("40 trainers, blank", paper.set()), 3);
}

#[test]
fn what_was_put_right_is_read_to_its_end_in_every_column() {
    for halves in [1, 2, 4, 6, 10] {
        let seen = |left: &str| {
            let mut paper = attendance("fr", 4, halves, halves);
            let note = format!("corrigé : présence, arrivée 10 h 05, départ {left}");
            paper.people[1].cells[0].notes = vec![note.clone()];
            paper.people[2].cells[0] =
                HalfCell { presence: Presence::Absent, notes: vec![note], corrected: vec![1] };
            paper.set().unwrap().picture(0, 1500).unwrap()
        };
        assert!(seen("12 h 15") != seen("12 h 25"), "{halves} half-days: it is cut");
    }
}

#[test]
fn long_names_and_places_are_read_to_their_end() {
    let name =
        "Marie-Antoinette Philippine Joséphine de la Rochefoucauld-Montmorency-Luxembourg d’Haussonvill";
    let place = "Centre social et culturel Marie-Curie du Grand Ensemble Nord, 114 avenue du Président-Salvador-Allende, bâtiment C, 93000 Bobign";
    for halves in [2, 12] {
        let set = |name: &str, place: &str| {
            let mut paper = attendance("fr", 4, halves, halves);
            paper.people[1].name = name.to_owned();
            paper.lines[1].1 = place.to_owned();
            paper.set().unwrap().picture(0, 1500).unwrap()
        };
        let (e, a) = (format!("{name}e"), format!("{name}a"));
        assert!(set(&e, "") != set(&a, ""), "{halves} half-days: the name is cut");
        let (y, i) = (format!("{place}y"), format!("{place}i"));
        assert!(set("Lina", &y) != set("Lina", &i), "{halves} half-days: the place is cut");
    }
}

/// What people paste: too long, from another direction, not to be seen, or of no font.
fn hostile() -> Vec<String> {
    vec![
        "🎬".repeat(10_000),
        "A".repeat(10_000),
        "mot ".repeat(2_500),
        "لا تهدموا ".repeat(1_500),
        "\n\t \u{202e}x 電影\u{feff}\u{0}".to_owned(),
        "ligne\n".repeat(400),
        " ".to_owned(),
        "\u{301}\u{34f}".to_owned(),
    ]
}

#[test]
fn no_name_and_no_note_breaks_a_sheet() {
    let plain = checked("plain", attendance("fr", 12, 6, 6).set());
    for text in hostile() {
        let what: String = text.chars().take(12).collect();
        let mut paper = closed("fr", 12, 6);
        (paper.head.owner, paper.head.foot) = (text.clone(), text.clone());
        paper.head.lines = [text.clone(), text.clone()];
        for (label, line) in &mut paper.lines {
            (*label, *line) = (text.clone(), text.clone());
        }
        for half in &mut paper.halves {
            *half = HalfDay { day: text.clone(), half: text.clone(), hours: text.clone() };
        }
        for signer in paper.people.iter_mut().chain(&mut paper.trainers) {
            signer.name.clone_from(&text);
        }
        paper.people[1].cells[0].notes = vec![text.clone(); 50];
        paper.people[2].cells[0].corrected = (1..500).collect();
        if let Presence::Signed(signed) = &mut paper.people[0].cells[0].presence {
            signed.time.clone_from(&text);
        }
        if let Some(closing) = &mut paper.closed {
            (closing.when, closing.by, closing.hash) = (text.clone(), text.clone(), text.clone());
        }
        paper.corrections.clear();
        let pages = checked(&what, paper.set());
        assert!(pages <= plain + 2, "{what}: {pages} pages for 12 people");
        // A reason is not cut: it goes on over pages.
        paper.corrections = vec![text.clone(); 3];
        checked(&what, paper.set());
        paper.blank = true;
        assert!(checked(&what, paper.set()) <= plain + 1, "{what}: a long name takes no page");
    }
}

#[test]
fn a_recovery_sheet_stays_one_sheet() {
    for text in hostile() {
        let mut paper = recovery("fr");
        (paper.head.owner, paper.file) = (text.clone(), text.clone());
        paper.code = [(); 6].map(|()| text.clone());
        assert_eq!(checked(&text.chars().take(12).collect::<String>(), paper.set()), 1);
    }
}

#[test]
fn a_record_is_as_long_as_what_it_holds() {
    for text in hostile() {
        let what: String = text.chars().take(12).collect();
        let mut paper = attestation("fr", true);
        (paper.title, paper.name) = (text.clone(), text.clone());
        paper.intro = vec![text.clone()];
        paper.sections = vec![RecordSection {
            title: text.clone(),
            rows: vec![(text.clone(), text.clone()), (String::new(), String::new())],
            table: Some(RecordTable {
                heads: vec![text.clone(), "N°".to_owned(), String::new()],
                rows: vec![vec![text.clone()], vec![], vec![text.clone(); 9]],
            }),
            paragraphs: vec![text.clone(), String::new()],
        }];
        if let Some(signing) = &mut paper.signing {
            (signing.place, signing.date, signing.who) = (text.clone(), text.clone(), text.clone());
        }
        checked(&what, paper.set());
    }
    let mut nothing = copy("fr");
    nothing.sections =
        vec![RecordSection { table: Some(RecordTable::default()), ..RecordSection::default() }];
    assert_eq!(checked("nothing", nothing.set()), 1);
}

#[test]
fn what_is_no_path_is_not_drawn() {
    for (path, bounds) in [
        ("", [0.0; 4]),
        ("M0 0L10 10'/><script>'", [0.0, 0.0, 10.0, 10.0]),
        ("M0 0L1e40 1e40Z", [0.0, 0.0, 10.0, 10.0]),
        ("M0 0L10 0Z", [0.0, 0.0, 10.0, 0.0]),
        ("M0 0L10 10Z", [f32::NAN, 0.0, 10.0, f32::INFINITY]),
        ("M", [0.0, 0.0, 10.0, 10.0]),
    ] {
        let mut paper = attendance("fr", 3, 2, 2);
        let mut torn: Signed = signed(1, "9 h");
        (torn.outline.path, torn.outline.bounds) = (path.to_owned(), bounds);
        let presence = Presence::Signed(torn);
        paper.people[0].cells[0] = HalfCell { presence, ..HalfCell::default() };
        assert_eq!(checked(path, paper.set()), 1);
    }
}

#[test]
fn what_was_not_changed_is_printed_the_same() {
    let bytes = || closed("fr", 12, 6).set().unwrap().pdf().unwrap();
    assert_eq!(bytes(), bytes(), "a sheet that is printed again has the same bytes");
}

#[test]
fn every_word_can_be_printed() {
    let words = LANGUAGES.into_iter().flat_map(|language| {
        let heads = [attendance(language, 0, 0, 0).head, recovery(language).head, copy(language).head];
        heads.into_iter().flat_map(|head| head.words.into_values())
    });
    for word in words {
        assert!(missing([word.as_str()]).is_empty(), "our fonts lack a letter of {word:?}");
        assert!(!word.contains('{'), "a template gives its words no values: {word:?}");
    }
}
