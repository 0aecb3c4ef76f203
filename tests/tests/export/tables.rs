//! Tables, as openpyxl, LibreOffice and Python's csv read them.

use ql_tests::cli::id;
use ql_tests::{Cli, readers};
use serde_json::{Value, json};

use super::{demo, export};

/// The column under a heading.
fn column(sheet: &Value, heading: &str) -> usize {
    let head = sheet["rows"][0].as_array().unwrap();
    head.iter().position(|cell| cell["value"] == heading).unwrap_or_else(|| panic!("no column {heading}"))
}

#[test]
fn a_spreadsheet_opens_as_one_works_with_it() {
    let cli = Cli::new();
    let film = demo(&cli);
    let dump = cli.dump(&film);
    let xlsx = export(&cli, &film, "shot-list.xlsx", &[]);
    let sheet = readers::sheet(&xlsx);
    assert_eq!(sheet["name"], "Découpage");
    assert_eq!(sheet["title"], "Le Terrain vague");
    assert_eq!(sheet["frozen"], "A2", "the headings stay in sight");
    let shots = dump["shots"].as_array().unwrap();
    assert_eq!(sheet["rows"].as_array().unwrap().len(), shots.len() + 1);
    let (length, id, drawing) =
        (column(&sheet, "Durée (min:s)"), column(&sheet, "id"), column(&sheet, "Dessin"));
    assert_eq!(sheet["columns"][id]["hidden"], true, "the id is there, and in nobody's way");
    assert!(sheet["columns"][drawing]["width"].as_f64().unwrap() > 15.0);
    for (row, shot) in sheet["rows"].as_array().unwrap().iter().skip(1).zip(shots) {
        assert_eq!(row[id]["value"], shot["id"]);
        assert!(row[0]["value"].is_number(), "scene 10 is sorted after scene 2: {row}");
        assert_eq!(row[length]["kind"], "time", "a length is a time one can add up");
        let seconds = row[length]["value"].as_f64().unwrap();
        assert!((seconds * 1000.0 - shot["duration_ms"].as_f64().unwrap()).abs() < 1.0, "{row}");
    }
    let drawn = shots.iter().filter(|shot| shot["look"] != "empty").count();
    let images = sheet["images"].as_array().unwrap();
    assert_eq!(images.len(), drawn, "every shot that is drawn has its picture");
    assert!(images.iter().all(|image| image["from"][1] == drawing && image["alt"].is_string()), "{images:?}");
    let shown = readers::office_csv(&xlsx);
    assert!(shown.contains("Idriss passe par le trou du grillage."), "LibreOffice opens it: {shown}");
}

#[test]
fn a_spreadsheet_is_printed_in_letters_that_can_be_read() {
    let cli = Cli::new();
    let film = demo(&cli);
    let words = readers::office_print(&export(&cli, &film, "shot-list.xlsx", &[]));
    let mut heights: Vec<f64> = words.iter().map(|word| word.bottom - word.top).collect();
    heights.sort_by(f64::total_cmp);
    let middle = heights[heights.len() / 2];
    // Seven points of the letters that are everywhere, whose small letters are as high as Calibri's of eight.
    assert!(middle > 7.9, "letters of {middle} points a line");
    let heading = words.iter().find(|word| word.text == "Terrain").expect("the first scene is on the page");
    let number = words.iter().find(|word| word.text == "1" && (word.top - heading.top).abs() < 2.0).unwrap();
    assert!(heading.left - number.right > 4.0, "a number does not touch the text beside it");
}

#[test]
fn a_text_that_looks_like_a_formula_runs_nowhere() {
    let cli = Cli::new();
    let film = demo(&cli);
    let shot = cli.dump(&film)["shots"][0]["id"].clone();
    let evil = "=1+1";
    cli.call("set_field", &json!({ "entity": shot, "field": "characters", "value": evil }));
    let sheet = readers::sheet(&export(&cli, &film, "shot-list.xlsx", &[]));
    let cell = &sheet["rows"][1][column(&sheet, "Personnages")];
    assert_eq!((&cell["kind"], &cell["value"]), (&json!("text"), &json!(evil)));
    let csv = export(&cli, &film, "shot-list.csv", &[]);
    let rows = readers::csv_rows(&csv);
    let at = rows[0].iter().position(|heading| heading == "Personnages").unwrap();
    assert_eq!(rows[1][at], "'=1+1", "an apostrophe in front makes it a text everywhere");
    assert!(
        !readers::office_csv(&csv).lines().nth(1).unwrap().contains(",2,"),
        "LibreOffice computes nothing"
    );
}

#[test]
fn what_was_cut_out_of_a_film_leaves_only_its_number() {
    let cli = Cli::new();
    let film = demo(&cli);
    let dump = cli.dump(&film);
    let (shot, scene) = (&dump["shots"][2], &dump["scenes"][4]);
    for (entity, field) in [(shot, "action"), (shot, "notes"), (shot, "characters"), (scene, "heading")] {
        let secret = format!("SECRET {field}");
        cli.call("set_field", &json!({ "entity": entity["id"], "field": field, "value": secret }));
    }
    // One that someone has said to be cut is gone from the papers too, and from their sums.
    let cut = &dump["shots"][1];
    cli.call("set_field", &json!({ "entity": cut["id"], "field": "action", "value": "SECRET cut" }));
    cli.call("set_field", &json!({ "entity": cut["id"], "field": "status", "value": "omitted" }));
    cli.call("lock_film", &json!({ "film": film }));
    for entity in [shot, scene] {
        cli.call("delete_entity", &json!({ "entity": entity["id"] }));
    }
    for kind in ["shot-list.csv", "shot-list.xlsx", "shot-list.pdf", "storyboard.pdf"] {
        let path = export(&cli, &film, kind, &["--notes"]);
        let text = match kind {
            "shot-list.csv" => readers::csv_rows(&path).into_iter().flatten().collect::<String>(),
            "shot-list.xlsx" => readers::sheet(&path)["rows"].to_string(),
            _ => {
                let pages: u32 = readers::pdf_info(&path)["Pages"].parse().unwrap();
                (1..=pages).map(|page| readers::pdf_text(&path, page)).collect()
            }
        };
        assert!(!text.contains("SECRET"), "{kind}: {text}");
        for shot in [shot, cut] {
            assert!(text.contains(shot["label"].as_str().unwrap()), "{kind} keeps the number");
        }
    }
}

#[test]
fn words_of_a_panel_are_in_the_tables() {
    let cli = Cli::new();
    let film = demo(&cli);
    let dump = cli.dump(&film);
    let panel = dump["panels"].as_array().unwrap().iter().find(|panel| panel["position"] == 1).unwrap();
    cli.call("set_field", &json!({ "entity": panel["id"], "field": "action", "value": "Le chat passe." }));
    let label = panel["label"].as_str().unwrap();
    let text = readers::csv_rows(&export(&cli, &film, "shot-list.csv", &[])).into_iter().flatten();
    assert!(text.collect::<String>().contains(&format!("{label}\u{a0}: Le chat passe.")));
}

#[test]
fn a_film_without_a_shot_has_the_same_columns() {
    let cli = Cli::new();
    let film = demo(&cli);
    let full = readers::csv_rows(&export(&cli, &film, "shot-list.csv", &[]));
    let empty = id(&cli.call("add_film", &json!({ "title": "Vide" })));
    assert_eq!(readers::csv_rows(&export(&cli, &empty, "shot-list.csv", &[])), [full[0].clone()]);
    for heading in ["Quai", "Place"] {
        cli.call("add_scene", &json!({ "film": empty, "heading": heading }));
    }
    let rows = readers::csv_rows(&export(&cli, &empty, "shot-list.csv", &[]));
    let places: Vec<_> = rows[1..].iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    assert_eq!(places, [("1", "Quai"), ("2", "Place")], "scenes are written before they have a shot");
}

#[test]
fn csv_has_every_shot_once() {
    let cli = Cli::new();
    let film = demo(&cli);
    let rows = readers::csv_rows(&export(&cli, &film, "shot-list.csv", &[]));
    let shots = cli.dump(&film)["shots"].as_array().unwrap().len();
    assert_eq!(rows.len(), shots + 1);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "every line has every column");
    assert!(!rows[0].contains(&"Dessin".to_owned()), "pictures are left out");
    let one =
        readers::csv_rows(&export(&cli, &film, "shot-list.csv", &["--scenes", "2", "--shots", "2A,2C"]));
    assert_eq!(one.len(), 3, "two shots were chosen");
}
