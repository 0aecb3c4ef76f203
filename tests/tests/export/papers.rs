//! PDFs, as poppler reads them.

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
