//! What stands on the pages of the register's papers, as it is read: the words of each page, in order.

use typst::layout::{Frame, FrameItem};

use crate::{Attached, Paper};

#[path = "../tests/papers/register_sample.rs"]
mod sample;

fn read(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => read(&group.frame, text),
            FrameItem::Text(words) => {
                text.push_str(&words.text);
                text.push(' ');
            }
            _ => {}
        }
    }
}

/// The text of each page, its blanks as one space each.
fn pages(paper: &Paper) -> Vec<String> {
    let page = |frame: &Frame| {
        let mut text = String::new();
        read(frame, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    paper.document.pages().iter().map(|one| page(&one.frame)).collect()
}

#[test]
fn every_page_says_which_it_is_and_of_whom() {
    for (language, page, of) in [("fr", "Page", "sur"), ("en", "Page", "of")] {
        for paper in [
            sample::attendance(language, 40, 6, 6).set().unwrap(),
            sample::closed(language, 24, 4).set().unwrap(),
            sample::copy(language).set().unwrap(),
            sample::attestation(language, true).set().unwrap(),
        ] {
            let all = paper.pages();
            for (at, text) in pages(&paper).iter().enumerate() {
                assert!(text.contains(&format!("{page} {} {of} {all}", at + 1)), "{language}: {text}");
                assert!(text.contains("Association Décider"), "page {} does not say whose: {text}", at + 1);
            }
        }
    }
}

#[test]
fn nobody_is_lost_between_pages_and_trainers_stand_on_each() {
    let mut paper = sample::attendance("fr", 57, 6, 6);
    for blank in [false, true] {
        paper.blank = blank;
        let texts = pages(&paper.set().unwrap());
        // Long names stand on two lines.
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let all = bare(&texts.join(" "));
        for person in paper.people.iter().skip(12) {
            let count = all.matches(&bare(&person.name)).count();
            assert_eq!(count, 1, "{} stands {count} times on the sheet, blank: {blank}", person.name);
        }
        for text in &texts {
            assert!(text.contains("Rachid Ouali") && text.contains("jamais d’avance"), "{text}");
        }
    }
}

#[test]
fn two_long_names_are_told_apart_by_their_ends() {
    for halves in [2, 10] {
        let mut paper = sample::attendance("fr", 12, halves, halves);
        let begin = "Marie-Antoinette-Élisabeth de La Rochefoucauld-Montbel-Vieux";
        paper.people[0].name = format!("{begin}bourg");
        paper.people[1].name = format!("{begin}bois");
        for blank in [false, true] {
            paper.blank = blank;
            let all: String = pages(&paper.set().unwrap()).join(" ").split_whitespace().collect();
            for end in ["Vieuxbourg", "Vieuxbois"] {
                assert!(all.contains(end), "{halves} half-days, blank: {blank}: {end} was cut: {all}");
            }
        }
    }
}

#[test]
fn a_sheet_for_pens_shows_no_mark() {
    let mut paper = sample::closed("fr", 12, 6);
    paper.blank = true;
    let all = pages(&paper.set().unwrap()).join(" ");
    for word in ["9 h 34", "absence", "présence", "non prévu", "6f1ed002", "Corrections"] {
        assert!(!all.contains(word), "a sheet for pens says {word:?}: {all}");
    }
}

#[test]
fn what_closes_a_sheet_stands_on_its_last_page_whole() {
    for (people, halves) in [(3, 2), (12, 2), (12, 6), (17, 2), (18, 2), (19, 2), (20, 2), (40, 10)] {
        let paper = sample::closed("fr", people, halves);
        let texts = pages(&paper.set().unwrap());
        let last = texts.last().unwrap();
        let hash = "6f1ed002 ab559585 9014ebf0 951522d9 a3c48cc1 e8f03d6b 7fb9d7ab 0a4d2c11";
        for words in [hash, "27 février 2026, 16 h 52", "Avait signé sur la ligne d’à côté."] {
            assert!(last.contains(words), "{people} people: the last page lacks {words:?}: {last}");
        }
        assert!(last.contains("Gabriel Nzinga") || people < 12 || last.contains("Prénom et nom"), "{last}");
        assert_eq!(texts.join(" ").matches("6f1ed002").count(), 1, "it is said once");
    }
}

#[test]
fn photos_of_the_paper_sheet_follow_on_pages_of_their_own() {
    let mut photo = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(120, 160, image::Rgb([200, 180, 90]))
        .write_to(&mut photo, image::ImageFormat::Png)
        .unwrap();
    let mut paper = sample::closed("fr", 12, 2);
    let before = pages(&paper.set().unwrap());
    paper.scans = vec![
        Attached {
            told: "Feuille papier jointe, image 1 sur 2".to_owned(),
            picture: Some(photo.into_inner().into()),
        },
        Attached {
            told: "Feuille papier jointe, image 2 sur 2 : elle ne s’ouvre pas".to_owned(),
            picture: None,
        },
    ];
    let after = pages(&paper.set().unwrap());
    assert_eq!(after.len(), before.len() + 2);
    for (page, number) in after[before.len()..].iter().zip(1..) {
        assert!(page.contains(&format!("image {number} sur 2")), "{page}");
    }
    assert!(after[before.len() - 1].contains("6f1ed002"), "what closes the sheet stands before them");
}

#[test]
fn what_is_said_of_somebody_is_printed_whole() {
    let mut paper = sample::copy("fr");
    let words: Vec<String> = (0..1_500).map(|at| format!("mot{at}")).collect();
    paper.sections[0].rows[0].1 = words.join(" ");
    let all = pages(&paper.set().unwrap()).join(" ");
    for word in &words {
        assert!(all.contains(word), "{word} was cut");
    }
    assert!(all.contains("سميرة"), "another alphabet is printed as well");
}

#[test]
fn the_six_groups_and_the_true_steps_stand_on_a_recovery_sheet() {
    let text = pages(&sample::recovery("fr").set().unwrap()).join(" ");
    for words in
        ["7K3M", "Q9XD", "2HVA", "P4TN", "W8CE", "5JYB", "grande-borne-2026.qlibre", "Ouvrir le registre"]
    {
        assert!(text.contains(words), "the sheet lacks {words:?}: {text}");
    }
    assert!(!text.contains("caméra"), "no camera reads a code");
}
