//! PDFs, as poppler reads them.

use std::fs;

use image::{GrayImage, Luma};
use ql_tests::cli::id;
use ql_tests::{Cli, readers};
use serde_json::json;

use super::{demo, export};

#[test]
fn pages_follow_what_was_chosen() {
    let cli = Cli::new();
    let film = demo(&cli);
    let path = cli.home().join("a.pdf");
    let pages = |more: &[&str]| {
        let mut words = vec!["export", &film, "--as", "storyboard.pdf", "--to", path.to_str().unwrap()];
        words.extend(more);
        cli.json(&words)["pages"].as_u64().unwrap()
    };
    let panels = cli.json(&["films"])["films"][0]["panels"].as_u64().unwrap();
    // A shot that has no panel yet has its cell all the same.
    let one = pages(&["--per-page", "1", "--no-cover"]);
    assert!(one >= panels, "{one} pages for {panels} panels");
    assert_eq!(pages(&["--per-page", "1"]), one + 1, "a cover is a page more");
    assert_eq!(pages(&["--per-page", "9", "--no-cover", "--direction", "landscape"]), one.div_ceil(9));
    let scene = pages(&["--per-page", "1", "--no-cover", "--scenes", "2"]);
    let two = pages(&["--per-page", "1", "--no-cover", "--scenes", "2,3", "--paper", "letter"]);
    assert!(scene < two && two < one, "scenes are chosen by their numbers: {scene}, {two}, {one}");
    assert_eq!(pages(&["--per-page", "1", "--no-cover", "--shots", "2D"]), 1, "a shot by its label");
}

#[test]
fn a_storyboard_is_tagged_and_its_words_can_be_found() {
    let cli = Cli::new();
    let film = demo(&cli);
    let pdf = export(&cli, &film, "storyboard.pdf", &[]);
    let info = readers::pdf_info(&pdf);
    assert_eq!(info["Pages"], "6");
    assert_eq!(info["Tagged"], "yes", "a screen reader needs the structure");
    assert!(info["Title"].contains("Le Terrain vague"), "{info:?}");
    assert!(info["Page size"].contains("(A4)"), "{info:?}");
    let cover = readers::pdf_text(&pdf, 1);
    for words in ["Terrain", "vague", "Dessiné par", "Aïssatou, Kevin, Lina, Mehdi, Noah, Samira", "5 scènes"]
    {
        assert!(cover.contains(words), "the cover lacks {words:?}: {cover}");
    }
    let page = readers::pdf_text(&pdf, 2);
    for words in [
        "Storyboard",
        "Le Terrain vague",
        "1A",
        "Ensemble",
        "Idriss passe par le trou du grillage",
        "Page 2 sur 6",
    ] {
        assert!(page.contains(words), "page 2 lacks {words:?}: {page}");
    }
    for font in readers::pdf_fonts(&pdf) {
        assert!(font.embedded && font.unicode, "{font:?} is not in the file, or its text cannot be read");
    }
}

#[test]
fn a_shot_list_lies_and_repeats_its_head() {
    let cli = Cli::new();
    let film = demo(&cli);
    let pdf = export(&cli, &film, "shot-list.pdf", &["--paper", "letter"]);
    let info = readers::pdf_info(&pdf);
    assert!(info["Page size"].starts_with("792 x 612"), "Letter, lying: {info:?}");
    let pages: u32 = info["Pages"].parse().unwrap();
    for page in 1..=pages {
        let text = readers::pdf_text(&pdf, page);
        assert!(text.contains("Action et dialogue"), "page {page} has no head: {text}");
        assert!(text.contains(&format!("Page {page} sur {pages}")), "page {page} does not say which it is");
    }
}

#[test]
fn black_alone_is_black_alone_and_lettering_is_found() {
    let cli = Cli::new();
    let film = demo(&cli);
    let pdf = export(&cli, &film, "storyboard.pdf", &[]);
    let page = image::open(readers::pdf_page_png(&pdf, 2, 100, readers::Print::Colours)).unwrap().into_rgb8();
    assert!(
        page.pixels().all(|dot| dot.0[0] == dot.0[1] && dot.0[1] == dot.0[2]),
        "there is a colour on the page"
    );
    assert!(
        readers::pdf_text(&pdf, 2).contains("Silence. Le vent seulement."),
        "what is written on a drawing is text"
    );
    let tinted = export(&cli, &film, "storyboard.pdf", &["--colour"]);
    let page =
        image::open(readers::pdf_page_png(&tinted, 2, 100, readers::Print::Colours)).unwrap().into_rgb8();
    let orange = page.pixels().filter(|dot| dot.0 == [0xFF, 0x87, 0x47]).count();
    assert!(orange > 500, "the film's ink is printed when asked: {orange} dots");
    let laser =
        image::open(readers::pdf_page_png(&pdf, 2, 300, readers::Print::OneBit)).unwrap().into_luma8();
    let black =
        laser.pixels().filter(|dot| dot.0[0] == 0).count() as f64 / f64::from(laser.width() * laser.height());
    assert!(
        (0.02..0.4).contains(&black),
        "in one bit the page is neither white nor flooded: {black:.3} is black"
    );
}

/// Most that a square may change.
const LOST: f64 = 0.08;
/// Side of the squares in which a page is compared with its print, in dots.
const SQUARE: u32 = 48;

/// How much darker or lighter a printer of black or nothing makes any square of a page, from 0 to 1: pale letters and flat greys vanish or
/// flood, drawn patterns stay.
fn worst_in_one_bit(page: &GrayImage) -> f64 {
    let mut worst: f64 = 0.0;
    for y in (0..page.height() - SQUARE).step_by(SQUARE as usize) {
        for x in (0..page.width() - SQUARE).step_by(SQUARE as usize) {
            let (mut seen, mut printed) = (0, 0);
            for dot in (0..SQUARE * SQUARE).map(|at| page.get_pixel(x + at % SQUARE, y + at / SQUARE).0[0]) {
                seen += u32::from(dot);
                printed += if dot < 128 { 0 } else { 255 };
            }
            worst = worst.max(f64::from(seen.abs_diff(printed)) / f64::from(SQUARE * SQUARE * 255));
        }
    }
    worst
}

#[test]
fn every_layout_survives_a_printer_of_black_or_nothing() {
    let flat = GrayImage::from_pixel(200, 200, Luma([170]));
    assert!(worst_in_one_bit(&flat) > 0.3, "a flat grey would be seen to vanish");
    let cli = Cli::new();
    let film = demo(&cli);
    for count in ["1", "2", "3", "4", "6", "9"] {
        for direction in ["portrait", "landscape"] {
            let pdf = export(&cli, &film, "storyboard.pdf", &["--per-page", count, "--direction", direction]);
            for page in [1, 3] {
                let page = readers::pdf_page_png(&pdf, page, 300, readers::Print::Greys);
                let worst = worst_in_one_bit(&image::open(page).unwrap().into_luma8());
                assert!(worst < LOST, "{count} {direction}: a square of the page changes by {worst:.2}");
            }
        }
    }
    let letter = ["--paper", "letter", "--notes", "--pencil"];
    for (kind, page, more) in [
        ("shot-list.pdf", 1, &[][..]),
        ("shot-list.pdf", 2, &letter[..2]),
        ("storyboard.pdf", 2, &letter[..]),
        ("storyboard.pdf", 4, &letter[..]),
    ] {
        let pdf = export(&cli, &film, kind, more);
        let page = readers::pdf_page_png(&pdf, page, 300, readers::Print::Greys);
        let worst = worst_in_one_bit(&image::open(page).unwrap().into_luma8());
        assert!(worst < LOST, "{kind} {more:?}: a square of the page changes by {worst:.2}");
    }
}

#[test]
fn what_is_not_to_be_printed_is_not_in_the_file() {
    let cli = Cli::new();
    let film = demo(&cli);
    let said = |more: &[&str]| {
        let pdf = fs::read(export(&cli, &film, "storyboard.pdf", more)).unwrap();
        pdf.windows(14).any(|bytes| bytes == b"Idriss travers")
    };
    assert!(said(&[]), "who cannot see a drawing is told what it shows");
    let drawn = |of: &serde_json::Value| of["look"] != "empty";
    let panels = cli.dump(&film)["panels"].as_array().unwrap().iter().filter(|panel| drawn(panel)).count();
    let pdf = fs::read(export(&cli, &film, "storyboard.pdf", &["--no-cover"])).unwrap();
    // As text or, beyond Latin, as UTF-16.
    let alts = pdf.windows(5).filter(|bytes| *bytes == b"/Alt(" || *bytes == b"/Alt<").count();
    assert_eq!(alts, panels, "every drawing has a text in its place, and nothing else");
    assert!(!said(&["--without", "action,dialogue"]), "but not what was left out");
    let one = export(&cli, &film, "storyboard.pdf", &["--shots", "1A"]);
    let cover = readers::pdf_text(&one, 1);
    assert!(
        cover.contains("Samira") && !cover.contains("Noah"),
        "who drew other shots is not named: {cover}"
    );
}

#[test]
fn scenes_stand_on_the_board_before_they_have_a_shot() {
    let cli = Cli::new();
    let film = demo(&cli);
    cli.call("add_scene", &json!({ "film": film, "heading": "Toit de la tour" }));
    let pdf = export(&cli, &film, "storyboard.pdf", &[]);
    let last = readers::pdf_info(&pdf)["Pages"].parse().unwrap();
    let text = readers::pdf_text(&pdf, last);
    assert!(text.contains("Toit de la tour") && text.contains("À dessiner"), "{text}");
}

#[test]
fn what_is_said_is_kept_when_there_is_too_little_room() {
    let cli = Cli::new();
    let film = demo(&cli);
    let dump = cli.dump(&film);
    let shot = &dump["shots"][0]["id"];
    let field = |field: &str, value: String| {
        cli.call("set_field", &json!({ "entity": shot, "field": field, "value": value }));
    };
    field("action", "Elle marche le long du mur. ".repeat(60));
    field("dialogue", "Réplique à dire.".to_owned());
    for count in ["1", "2", "3", "4", "6", "9"] {
        let pdf = export(&cli, &film, "storyboard.pdf", &["--per-page", count, "--no-cover"]);
        let text = readers::pdf_text(&pdf, 1);
        assert!(text.contains("Réplique") && text.contains("Elle marche"), "{count} a page: {text}");
        // Elsewhere there is room for all of it.
        if ["2", "6", "9"].contains(&count) {
            assert!(text.contains("suite au"), "{count} a page: what is cut is told: {text}");
        }
    }
    let said = readers::pdf_text(&export(&cli, &film, "storyboard.pdf", &["--shots", "1C"]), 2);
    assert_eq!(said.matches("À gauche, Nour").count(), 1, "a line is said once: {said}");
}

#[test]
fn accents_of_capitals_are_not_cut() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Accents");
    let shot = id(&cli.call("add_shot", &json!({ "scene": scene })));
    // The same place with and without the accents: they must leave ink.
    let ink = |action: &str| {
        cli.call("set_field", &json!({ "entity": shot, "field": "action", "value": action }));
        let pdf = export(&cli, &film, "storyboard.pdf", &["--per-page", "6", "--no-cover"]);
        let page = readers::pdf_page_png(&pdf, 1, 300, readers::Print::Greys);
        image::open(page).unwrap().into_luma8().pixels().filter(|dot| dot.0[0] < 128).count()
    };
    let (with, without) = (ink("ÉÉÉÉÉÉ ÂÂÂÂÂÂ ÊÊÊÊÊÊ"), ink("EEEEEE AAAAAA EEEEEE"));
    assert!(with > without + 18 * 25, "eighteen accents left {} dots", with.saturating_sub(without));
}

#[test]
fn arabic_begins_at_the_right_and_its_points_end_it() {
    let cli = Cli::new();
    let (film, scene) = cli.film("لا تهدموا الساحة!");
    cli.call("set_field", &json!({ "entity": scene, "field": "heading", "value": "الساحة (ليلا)!" }));
    let shot = id(&cli.call("add_shot", &json!({ "scene": scene })));
    let field = |field: &str, value: &str| {
        cli.call("set_field", &json!({ "entity": shot, "field": field, "value": value }));
    };
    field("action", "تصعد نور الدرج. ثم تقف!");
    field("dialogue", "والله ما كنت أعرف؟");
    field("characters", "نور، ادريس");
    for (kind, more) in [("storyboard.pdf", &["--per-page", "1", "--no-cover"][..]), ("shot-list.pdf", &[])] {
        let words = readers::pdf_words(&export(&cli, &film, kind, more), 1);
        let find = |text: &str| {
            words
                .iter()
                .find(|word| word.text.contains(text))
                .unwrap_or_else(|| panic!("{kind}: {text} in {words:?}"))
        };
        // A sentence goes from right to left; poppler tells the letters of a word as they stand, from the left.
        let standing = |text: &str| text.chars().rev().collect::<String>();
        let (first, last) = (find(&standing("تصعد")), find(&standing("تقف")));
        assert!(last.right < first.left, "{kind}: {first:?} {last:?}");
        if kind == "storyboard.pdf" {
            assert!(first.right > 540.0, "{kind}: a paragraph in Arabic begins at the right: {first:?}");
        }
    }
}

#[test]
fn words_of_a_shot_and_of_its_panels_are_all_printed() {
    let cli = Cli::new();
    let film = demo(&cli);
    let dump = cli.dump(&film);
    let panel = &dump["panels"].as_array().unwrap()[0];
    let field = |entity: &serde_json::Value, field: &str, value: &str| {
        cli.call("set_field", &json!({ "entity": entity, "field": field, "value": value }));
    };
    for (name, of_shot, of_panel) in [("action", "GRILLAGE", "MURET"), ("dialogue", "BONJOUR", "BONSOIR")] {
        field(&panel["shot"], name, of_shot);
        field(&panel["id"], name, of_panel);
    }
    for kind in ["storyboard.pdf", "shot-list.pdf"] {
        let more = if kind == "storyboard.pdf" { &["--no-cover"][..] } else { &[] };
        let text = readers::pdf_text(&export(&cli, &film, kind, more), 1);
        for word in ["GRILLAGE", "MURET", "BONJOUR", "BONSOIR"] {
            assert!(text.contains(word), "{kind} lacks {word}: {text}");
        }
    }
}

#[test]
fn films_nobody_expects_print_all_the_same() {
    let cli = Cli::new();
    let empty = id(&cli.call("add_film", &json!({ "title": "" })));
    let pdf = export(&cli, &empty, "storyboard.pdf", &[]);
    assert!(readers::pdf_text(&pdf, 1).contains("sans titre"), "a film without a name has one on paper");
    let list = export(&cli, &empty, "shot-list.pdf", &[]);
    assert_eq!(readers::pdf_info(&list)["Pages"], "1", "an empty shot list is a sheet for the pen");

    let film = id(&cli.call("add_film", &json!({ "title": "لا تهدموا الساحة 🎬" })));
    let scene = id(&cli.call("add_scene", &json!({ "film": film, "heading": "Πλατεία / Площадь" })));
    let mut batch = cli.batch();
    for _ in 0..40 {
        batch.call("add_shot", &json!({ "scene": scene }));
    }
    assert_eq!(batch.end(), 0, "every shot was added");
    let pdf = export(&cli, &film, "storyboard.pdf", &[]);
    assert_eq!(readers::pdf_info(&pdf)["Pages"], "8", "a cover, and forty shots in seven pages of six");
    let text = readers::pdf_text(&pdf, 2);
    assert!(text.contains("Πλατεία / Площадь") && text.contains("1A"), "{text}");
    let list = export(&cli, &film, "shot-list.pdf", &[]);
    let last = readers::pdf_info(&list)["Pages"].parse().unwrap();
    let label = cli.dump(&film)["shots"][39]["label"].as_str().unwrap().to_owned();
    assert!(
        readers::pdf_text(&list, last).contains(&label),
        "{label}, the fortieth shot, is on the last page"
    );
}
