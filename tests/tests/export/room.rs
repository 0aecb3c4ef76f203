//! Whether words have room on a page: none on another one, none over an edge, no line parted.

use ql_tests::cli::id;
use ql_tests::{Cli, readers};
use serde_json::json;

use super::{demo, export};

/// The first word that lies on another one, with it.
fn collision(words: &[readers::Word]) -> Option<(&readers::Word, &readers::Word)> {
    // Boxes are as high as letters with accents and tails, and lines may share these.
    let common = |from: f64, to: f64, with: (f64, f64)| to.min(with.1) - from.max(with.0);
    let over = |a: &readers::Word, b: &readers::Word| {
        let high = (a.bottom - a.top).min(b.bottom - b.top);
        common(a.left, a.right, (b.left, b.right)) > 1.0
            && common(a.top, a.bottom, (b.top, b.bottom)) > 0.6 * high
    };
    let pairs = words.iter().enumerate().flat_map(|(at, a)| words[at + 1..].iter().map(move |b| (a, b)));
    pairs.into_iter().find(|(a, b)| over(a, b))
}

#[test]
fn what_carries_the_camera_may_be_told_at_length() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Support");
    let shot = id(&cli.call("add_shot", &json!({ "scene": scene })));
    let field = |field: &str, value: &str| {
        cli.call("set_field", &json!({ "entity": shot, "field": field, "value": value }));
    };
    field("action", &"Elle marche le long du mur. ".repeat(40));
    field("dialogue", &"Et toi, tu viens ? ".repeat(20));
    field("notes", &"Attention au reflet. ".repeat(20));
    field("lens", "35 mm");
    field("size", "CU");
    let long = "Caméra attachée à la rampe de l’escalier avec deux sangles et le bras de Kevin ";
    for support in ["shoulder".to_owned(), long.to_owned(), "W".repeat(60), long.repeat(12)] {
        field("support", support.trim());
        for count in ["1", "2", "3", "4", "6", "9"] {
            for direction in ["portrait", "landscape"] {
                for notes in [&["--notes"][..], &[]] {
                    let more =
                        [&["--per-page", count, "--direction", direction, "--no-cover"], notes].concat();
                    let pdf = export(&cli, &film, "storyboard.pdf", &more);
                    let words = readers::pdf_words(&pdf, 1);
                    let what = format!("{more:?}, {} letters", support.len());
                    assert_eq!(collision(&words), None, "{what}");
                    let across: f64 =
                        readers::pdf_info(&pdf)["Page size"].split(' ').next().unwrap().parse().unwrap();
                    let off = words.iter().find(|word| word.left < 40.0 || word.right > across - 40.0);
                    assert_eq!(off, None, "{what}");
                }
            }
        }
        let list = export(&cli, &film, "shot-list.pdf", &[]);
        assert_eq!(collision(&readers::pdf_words(&list, 1)), None, "{} letters", support.len());
    }
}

#[test]
fn a_line_of_the_shot_list_is_whole_and_the_signs_are_told_beside_one() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Lignes");
    let mut batch = cli.batch();
    for at in 0..24 {
        let shot = id(&batch.call("add_shot", &json!({ "scene": scene })));
        let words = "Éléonore hésite à côté. ".repeat(6 + at % 7 * 2);
        let action = format!("commence{at} {words}");
        let notes = format!("{words} finit{at}");
        for (field, value) in [("action", &action), ("dialogue", &words), ("notes", &notes)] {
            let value: String = value.chars().rev().take(235).collect::<Vec<_>>().into_iter().rev().collect();
            let value = if field == "action" { action.clone() } else { value };
            batch.call("set_field", &json!({ "entity": shot, "field": field, "value": value }));
        }
    }
    // Wide letters, and lines of one letter, are cut where a page ends; an address is no reason to part a line.
    let hard = ["ELLE HÉSITE À CÔTÉ DU MUR. ".repeat(40), "a\n".repeat(400), "W".repeat(900)];
    for (at, words) in
        hard.into_iter().chain([format!("voir {}", "https://a.example/".repeat(9))]).enumerate()
    {
        let shot = id(&batch.call("add_shot", &json!({ "scene": scene })));
        let texts = [
            ("action", format!("commence{} {words}", 24 + at)),
            ("dialogue", words.clone()),
            ("notes", words.clone()),
            ("characters", words.replace(' ', "\n")),
        ];
        for (field, value) in texts {
            batch.call("set_field", &json!({ "entity": shot, "field": field, "value": value }));
        }
    }
    assert_eq!(batch.end(), 0);
    for (shots, paper) in [(24, "a4"), (24, "letter")] {
        let pdf = export(&cli, &film, "shot-list.pdf", &["--paper", paper]);
        let pages: u32 = readers::pdf_info(&pdf)["Pages"].parse().unwrap();
        let texts: Vec<String> = (1..=pages).map(|page| readers::pdf_text(&pdf, page)).collect();
        let page_of =
            |text: &str| texts.iter().position(|page| page.split_whitespace().any(|word| word == text));
        for at in 0..shots {
            let (begins, ends) = (page_of(&format!("commence{at}")), page_of(&format!("finit{at}")));
            assert!(begins.is_some() && begins == ends, "line {at} on {paper}: {begins:?}, {ends:?}");
        }
        let high = if paper == "a4" { 595.0 } else { 612.0 };
        for page in 1..=pages {
            let words = readers::pdf_words(&pdf, page);
            assert_eq!(collision(&words), None, "page {page} on {paper}");
            let foot = words.iter().find(|word| word.text == "cocher");
            let foot = foot.unwrap_or_else(|| panic!("page {page} on {paper} has no signs"));
            assert!(foot.bottom < high - 40.0, "page {page} on {paper} runs over: {foot:?}");
        }
    }
    // As many lines without words as nearly fill their pages: the signs must not go on alone.
    for count in [8, 9, 10, 11, 18, 19, 20, 21] {
        let (film, scene) = cli.film(&format!("Signes {count}"));
        let mut batch = cli.batch();
        for _ in 0..count {
            batch.call("add_shot", &json!({ "scene": scene }));
        }
        assert_eq!(batch.end(), 0);
        let pdf = export(&cli, &film, "shot-list.pdf", &["--paper", "letter"]);
        let last = readers::pdf_text(&pdf, readers::pdf_info(&pdf)["Pages"].parse().unwrap());
        assert!(last.contains("à cocher"), "{count}: {last}");
        assert!(last.matches("2A").count() >= 2 && last.contains("Action et dialogue"), "{count}: {last}");
        let label = cli.dump(&film)["shots"].as_array().unwrap().last().unwrap()["label"].clone();
        assert!(last.contains(label.as_str().unwrap()), "{count}: the signs stand alone: {last}");
    }
}

#[test]
fn words_stay_in_their_column() {
    let cli = Cli::new();
    let film = demo(&cli);
    let shot = cli.dump(&film)["shots"][0]["id"].clone();
    let wide = ["W".repeat(39), "Donaudampfschifffahrtsgesellschaft".to_owned(), "x".repeat(36)];
    for field in ["action", "dialogue", "notes"] {
        cli.call("set_field", &json!({ "entity": shot, "field": field, "value": wide.join(" ") }));
    }
    cli.call("set_field", &json!({ "entity": shot, "field": "characters", "value": wide[0] }));
    let list = readers::pdf_words(&export(&cli, &film, "shot-list.pdf", &[]), 1);
    let left_of = |heading: &str| list.iter().find(|word| word.text == heading).unwrap().left;
    let next = left_of("Durée");
    for word in list.iter().filter(|word| word.text.contains("WW")) {
        let edge = if word.left < left_of("l’image") - 20.0 { left_of("l’image") - 8.0 } else { next };
        assert!(word.right <= edge, "{word:?} runs over its neighbour at {edge}");
    }
    for count in ["1", "2", "3", "4", "6", "9"] {
        for direction in ["portrait", "landscape"] {
            let more = ["--per-page", count, "--direction", direction, "--no-cover", "--notes"];
            let pdf = export(&cli, &film, "storyboard.pdf", &more);
            let across: f64 =
                readers::pdf_info(&pdf)["Page size"].split(' ').next().unwrap().parse().unwrap();
            for word in readers::pdf_words(&pdf, 1) {
                assert!(word.left >= 40.0 && word.right <= across - 40.0, "{count} {direction}: {word:?}");
            }
        }
    }
}

#[test]
fn what_is_said_is_kept_beside_an_action_that_fills_its_room() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Dialogue");
    let shot = id(&cli.call("add_shot", &json!({ "scene": scene })));
    let field = |entity: &str, field: &str, value: &str| {
        cli.call("set_field", &json!({ "entity": entity, "field": field, "value": value }));
    };
    field(&shot, "dialogue", "Attends-moi !");
    let lines = "Il court.\nIl saute.\nIl tombe.\nIl rit.\n".repeat(4);
    let line = "Il court entre deux plots puis il s’arrête net en voyant la voiture de sa mère. ".repeat(3);
    for (ratio, notes) in [("16:9", &[][..]), ("2.39:1", &["--notes"])] {
        field(&film, "ratio", ratio);
        for action in [&lines, &line] {
            field(&shot, "action", action.trim());
            for count in ["1", "2", "3", "4", "6", "9"] {
                for direction in ["portrait", "landscape"] {
                    let more =
                        [&["--per-page", count, "--direction", direction, "--no-cover"], notes].concat();
                    let text = readers::pdf_text(&export(&cli, &film, "storyboard.pdf", &more), 1);
                    let both = text.contains("Il court") && text.contains("Attends-moi");
                    assert!(both, "{more:?} {ratio}: {text}");
                }
            }
        }
    }
}

#[test]
fn everybody_who_drew_is_on_the_cover() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Septante-deux mains");
    let shot = id(&cli.call("add_shot", &json!({ "scene": scene })));
    let mut batch = cli.batch();
    let panel = id(&batch.call("add_panel", &json!({ "shot": shot })));
    let names: Vec<String> = (0..72).map(|at| format!("Prénom{at:02} Öztürk-Lefèvre")).collect();
    for (at, name) in names.iter().enumerate() {
        let face = id(&batch.call("add_face", &json!({ "name": name, "shape": "star", "colour": "lagoon" })));
        let ink = ql_tests::ink::wave(at as u32, 20);
        batch.call("add_stroke", &json!({ "panel": panel, "ink": ink, "face": face }));
    }
    assert_eq!(batch.end(), 0);
    for direction in ["portrait", "landscape"] {
        let pdf = export(&cli, &film, "storyboard.pdf", &["--direction", direction]);
        let words = readers::pdf_words(&pdf, 1);
        assert_eq!(collision(&words), None, "{direction}");
        let cover: String = words.iter().map(|word| word.text.as_str()).collect();
        for name in &names {
            let first = name.split(' ').next().unwrap_or_default();
            assert!(cover.contains(first), "{direction}: {name} is not named");
        }
    }
}
