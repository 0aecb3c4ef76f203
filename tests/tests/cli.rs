//! Journeys by the command line: what a script, or a trainer in a terminal, does with a film.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey stops where it stands, and says what it saw"
)]

use ql_tests::cli::id;
use ql_tests::{Cli, ink};
use serde_json::{Value, json};

/// The list under a name.
fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_else(|| panic!("no list `{name}` in {value}"))
}

fn labels(dump: &Value, kind: &str) -> Vec<String> {
    list(dump, kind).iter().map(|row| row["label"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_demo_is_a_whole_film_and_comes_once() {
    let cli = Cli::new();
    let demo = cli.json(&["demo"]);
    let film = demo["film"].as_str().expect("`demo` prints the id of its film").to_owned();
    let films = cli.json(&["films"]);
    let row = &list(&films, "films")[0];
    assert_eq!(row["id"], film);
    assert_eq!(row["title"], "Le Terrain vague");
    assert_eq!(row["scenes"], 5);
    assert!(row["shots"].as_u64().unwrap() >= 16, "{row}");
    assert!(row["panels"].as_u64().unwrap() >= 20, "{row}");

    let dump = cli.dump(&film);
    let drawn =
        list(&dump, "drawings").iter().filter(|drawing| drawing["strokes"].as_u64() > Some(0)).count();
    assert!(drawn >= 20, "the demo's panels are really drawn: {drawn}");
    for field in ["size", "angle", "movement", "status"] {
        assert!(
            list(&dump, "shots").iter().any(|shot| !shot[field].is_null()),
            "no shot of the demo shows its {field}"
        );
    }
    assert!(
        list(&dump, "panels")
            .iter()
            .any(|panel| panel["dialogue"].as_str().is_some_and(|text| !text.is_empty()))
            || list(&dump, "shots")
                .iter()
                .any(|shot| shot["dialogue"].as_str().is_some_and(|text| !text.is_empty())),
        "somebody speaks in the demo"
    );

    cli.json(&["demo"]);
    assert_eq!(list(&cli.json(&["films"]), "films").len(), 1, "the demo asked for twice is there once");
    assert_eq!(cli.json(&["check"])["ok"], true);
}

#[test]
fn the_demo_speaks_english_too() {
    let cli = Cli::new();
    let demo = cli.json(&["--lang", "en", "demo"]);
    let dump = cli.dump(demo["film"].as_str().unwrap());
    let french = Cli::new();
    let other = french.json(&["--lang", "fr", "demo"]);
    let words =
        |dump: &Value| list(dump, "shots").iter().map(|shot| shot["action"].to_string()).collect::<String>();
    assert_ne!(words(&dump), words(&french.dump(other["film"].as_str().unwrap())));
}

#[test]
fn rows_come_in_order_and_labels_follow_them() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Le bus 14");
    let shots: Vec<String> = (0..3).map(|_| id(&cli.call("add_shot", &json!({"scene": scene})))).collect();
    let panel = cli.call("add_panel", &json!({"shot": shots[0]}));
    assert!(panel["drawing"].is_string(), "a panel comes with its drawing: {panel}");
    cli.call("add_panel", &json!({"shot": shots[0]}));
    let dump = cli.dump(&film);
    assert_eq!(dump["film"]["title"], "Le bus 14");
    assert_eq!(labels(&dump, "shots"), ["1A", "1B", "1C"]);
    assert_eq!(labels(&dump, "panels"), ["1A/1", "1A/2"]);

    cli.call("move_entity", &json!({"entity": shots[2], "parent": scene, "after": null}));
    let dump = cli.dump(&film);
    let order: Vec<&str> = list(&dump, "shots").iter().filter_map(|shot| shot["id"].as_str()).collect();
    assert_eq!(order, [&shots[2], &shots[0], &shots[1]], "a shot moved to the front comes first");
    assert_eq!(labels(&dump, "shots"), ["1A", "1B", "1C"], "labels are computed, never kept");
}

#[test]
fn labels_skip_i_and_o_and_double_after_z() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Long");
    let mut batch = cli.batch();
    for _ in 0..26 {
        batch.call("add_shot", &json!({"scene": scene}));
    }
    assert_eq!(batch.end(), 0);
    let labels = labels(&cli.dump(&film), "shots");
    assert!(!labels.iter().any(|label| label.ends_with('I') || label.ends_with('O')), "{labels:?}");
    assert_eq!(labels[23], "1Z");
    assert_eq!(labels[24..], ["1AA", "1AB"]);
}

#[test]
fn every_field_of_a_shot_is_kept() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Champs");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
    let fields = [
        ("size", json!("MCU")),
        ("shot_type", json!("over_shoulder")),
        ("angle", json!("low")),
        ("side", json!("three_quarter_back")),
        ("movement", json!("push_in")),
        ("support", json!("un vélo cargo")),
        ("lens", json!("35 mm")),
        ("light", json!(["bounce", "gel"])),
        ("sound", json!(["boom", "room_tone"])),
        ("characters", json!("Inès, Kofi")),
        ("status", json!("discuss")),
        ("estimate_ms", json!(4_500)),
        ("setup_minutes", json!(20)),
    ];
    for (field, value) in &fields {
        cli.call("set_field", &json!({"entity": shot, "field": field, "value": value}));
    }
    let dump = cli.dump(&film);
    for (field, value) in &fields {
        assert_eq!(&list(&dump, "shots")[0][*field], value, "{field} is not what was written");
    }
    assert_eq!(list(&dump, "shots")[0]["duration_ms"], 4_500, "a shot without a panel lasts its estimate");
    assert_eq!(
        cli.refused("set_field", &json!({"entity": shot, "field": "size", "value": "HUGE"})),
        "invalid_request"
    );
    assert_eq!(
        cli.refused("set_field", &json!({"entity": shot, "field": "colour", "value": "x"})),
        "invalid_request"
    );
}

#[test]
fn a_scene_heading_is_kept_with_its_effect() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Effet");
    for (field, value) in [
        ("heading", "Terrain vague"),
        ("subset", "Palissade"),
        ("int_ext", "EXT"),
        ("time_of_day", "DUSK"),
        ("story_day", "2"),
        ("characters", "Inès"),
    ] {
        cli.call("set_field", &json!({"entity": scene, "field": field, "value": value}));
        assert_eq!(list(&cli.dump(&film), "scenes")[0][field], value, "{field}");
    }
}

#[test]
fn a_batch_answers_line_by_line_and_refers_to_earlier_lines() {
    let cli = Cli::new();
    let mut batch = cli.batch();
    batch.call("add_film", &json!({"title": "Par lots"}));
    batch.call("add_scene", &json!({"film": "$1.id", "heading": "Toit"}));
    batch.call("add_shot", &json!({"scene": "$2.id"}));
    let panel = batch.call("add_panel", &json!({"shot": "$3.id"}));
    batch.call("add_stroke", &json!({"panel": "$4.id", "ink": ink::wave(1, 60)}));
    batch.call("add_stroke", &json!({"drawing": "$4.drawing", "ink": ink::wave(2, 60)}));

    assert!(batch.send("add_shot", &json!({"scene": "$9.id"})));
    let error = batch.answer().expect("an answer for every line")["error"].clone();
    assert_eq!(error["code"], "invalid_request", "a reference to a line that is not there: {error}");
    assert!(error["message"].is_string() && error["hint"].is_string(), "{error}");
    batch.send_text("this is not json");
    assert_eq!(batch.answer().expect("an answer for every line")["error"]["code"], "invalid_request");

    let view = batch.call("get_drawing", &json!({"drawing": panel["drawing"]}));
    assert_eq!(list(&view, "strokes").len(), 2, "the lines around a refused one are done");
    batch.end();
    assert_eq!(cli.json(&["films"])["films"][0]["panels"], 1);
}

#[test]
fn strokes_are_erased_whole_and_in_part() {
    let cli = Cli::new();
    let (_, scene) = cli.film("Gomme");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
    let drawing = cli.call("add_panel", &json!({"shot": shot}))["drawing"].clone();
    let mut batch = cli.batch();
    let strokes: Vec<String> = (0..3)
        .map(|seed| id(&batch.call("add_stroke", &json!({"drawing": drawing, "ink": ink::wave(seed, 80)}))))
        .collect();
    batch.call("erase_strokes", &json!({"drawing": drawing, "strokes": [strokes[0]]}));
    batch.call(
        "cut_strokes",
        &json!({"drawing": drawing, "cuts": [{"stroke": strokes[1], "from": 10.0, "to": 20.5}]}),
    );
    batch.call(
        "cut_strokes",
        &json!({"drawing": drawing, "cuts": [{"stroke": strokes[1], "from": 40.0, "to": 44.0}]}),
    );
    let view = batch.call("get_drawing", &json!({"drawing": drawing}));
    let left = list(&view, "strokes");
    assert_eq!(left.len(), 2, "an erased stroke is gone");
    let cut = left.iter().find(|stroke| stroke["id"] == strokes[1]).expect("the cut stroke is still there");
    assert_eq!(cut["cuts"].as_array().map(Vec::len), Some(2), "two erasings are both kept: {cut}");
    batch.end();
}

#[test]
fn what_is_no_stroke_is_refused() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Faux");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
    let panel = id(&cli.call("add_panel", &json!({"shot": shot})));
    for bad in ["", "AAAA", "not base64 !", "AQEAAKoA/////w=="] {
        assert_eq!(
            cli.refused("add_stroke", &json!({"panel": panel, "ink": bad})),
            "invalid_request",
            "{bad:?}"
        );
    }
    assert_eq!(list(&cli.dump(&film), "drawings")[0]["strokes"], 0);
}

#[test]
fn deleting_goes_to_the_trash_and_comes_back_with_all_below() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Corbeille");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
    let panel = id(&cli.call("add_panel", &json!({"shot": shot})));
    cli.call("add_stroke", &json!({"panel": panel, "ink": ink::wave(3, 50)}));
    cli.call("delete_entity", &json!({"entity": scene}));
    let view = cli.call("get_film", &json!({"film": film}));
    assert_eq!(view["totals"]["shots"], 0, "what is in the trash does not count: {}", view["totals"]);
    let trash = cli.call("list_trash", &json!({"film": film}));
    let entry = &list(&trash, "entries")[0];
    assert_eq!((&entry["kind"], &entry["shots"], &entry["panels"]), (&json!("scene"), &json!(1), &json!(1)));

    cli.call("restore_entity", &json!({"entity": scene}));
    let view = cli.call("get_film", &json!({"film": film}));
    assert_eq!((&view["totals"]["shots"], &view["totals"]["panels"]), (&json!(1), &json!(1)));
    assert_eq!(list(&view, "drawings")[0]["strokes"], 1, "a drawing comes back with its strokes");
}

#[test]
fn duplicates_are_apart_from_their_original() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Copie");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
    let panel = id(&cli.call("add_panel", &json!({"shot": shot})));
    cli.call("add_stroke", &json!({"panel": panel, "ink": ink::wave(4, 50)}));
    let copy = id(&cli.call("duplicate_entity", &json!({"entity": shot})));
    cli.call("set_field", &json!({"entity": copy, "field": "size", "value": "CU"}));
    let dump = cli.dump(&film);
    let shots = list(&dump, "shots");
    assert_eq!(shots[1]["id"], copy, "the copy comes right after its original");
    assert!(shots[0]["size"].is_null(), "the original does not follow its copy");
    assert_eq!(list(&dump, "drawings").iter().filter(|drawing| drawing["strokes"] == 1).count(), 2);

    let other = id(&cli.call("duplicate_film", &json!({"film": film, "title": "Copie 2"})));
    cli.call("delete_entity", &json!({"entity": shot}));
    assert_eq!(list(&cli.dump(&other), "shots").len(), 2, "a copied film keeps what the first one loses");
}

#[test]
fn films_are_archived_and_restored() {
    let cli = Cli::new();
    let (film, _) = cli.film("Ancien");
    cli.call("archive_film", &json!({"film": film}));
    assert!(list(&cli.call("list_films", &json!({})), "films").is_empty());
    assert_eq!(list(&cli.call("list_films", &json!({"archived": true})), "films").len(), 1);
    cli.call("restore_film", &json!({"film": film}));
    assert_eq!(list(&cli.call("list_films", &json!({})), "films").len(), 1);
}

#[test]
fn undo_survives_a_restart_and_is_ones_own() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Défaire");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
    let before = cli.dump(&film);
    cli.call("set_field", &json!({"entity": shot, "field": "size", "value": "CU"}));
    let after = cli.dump(&film);
    let face = id(&cli.call("add_face", &json!({"name": "Inès", "shape": "star", "colour": "lagoon"})));
    cli.call("set_field", &json!({"entity": shot, "field": "angle", "value": "low", "face": face}));

    // Each call is a process of its own: this undo has survived several restarts.
    let undone = cli.call("undo", &json!({"film": film}));
    assert_eq!(undone["done"], "set_field", "{undone}");
    let now = cli.dump(&film);
    assert!(now["shots"][0]["size"].is_null(), "the desk's own step is undone");
    assert_eq!(now["shots"][0]["angle"], "low", "what Inès did stays");

    cli.call("undo", &json!({"film": film, "face": face}));
    assert_eq!(cli.dump(&film)["shots"], before["shots"], "undo gives the same rows back");
    cli.call("redo", &json!({"film": film}));
    assert_eq!(cli.dump(&film)["shots"], after["shots"], "redo too");
}

#[test]
fn one_gesture_is_one_step() {
    let cli = Cli::new();
    let (film, scene) = cli.film("Geste");
    let mut batch = cli.batch();
    for _ in 0..3 {
        batch.call("add_shot", &json!({"scene": scene, "gesture": "g1"}));
    }
    batch.call("undo", &json!({"film": film}));
    batch.end();
    assert_eq!(list(&cli.dump(&film), "shots").iter().filter(|shot| shot["life"] == "live").count(), 0);
}

#[test]
fn two_writers_of_one_text_keep_both_their_words() {
    let cli = Cli::new();
    let (_, scene) = cli.film("À deux");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene})));
    let write = |seen: &str, text: &str| {
        cli.call("splice_text", &json!({"entity": shot, "field": "action", "seen": seen, "text": text}))["text"].clone()
    };
    write("", "Kofi court.");
    write("Kofi court.", "Kofi court vite.");
    let merged = write("Kofi court.", "Inès et Kofi court.");
    assert_eq!(merged, "Inès et Kofi court vite.");
}

#[test]
fn hostile_titles_are_only_text() {
    let cli = Cli::new();
    let titles = [
        "<script>document.title='pris'</script><img src=x onerror=alert(1)>".to_owned(),
        "\u{202e}gnp.exe\u{202c} \u{200f}عنوان\u{200f}".to_owned(),
        "🎬".repeat(10_000),
        "'; DROP TABLE film; --".to_owned(),
        "{ $title } %s %n \\u0000".to_owned(),
    ];
    for title in &titles {
        // By a batch, since a command line has a greatest length.
        let mut batch = cli.batch();
        let film = id(&batch.call("add_film", &json!({"title": title})));
        batch.end();
        assert_eq!(cli.dump(&film)["film"]["title"], *title, "a title is given back as it was written");
        let found = cli.call("search", &json!({"text": title.chars().take(40).collect::<String>()}));
        assert!(found["films"].is_array(), "searching for anything is never an error");
    }
    assert_eq!(list(&cli.json(&["films"]), "films").len(), titles.len());
    assert_eq!(cli.json(&["check"])["ok"], true);
    let plain = cli.run(&["films"]);
    assert_eq!(plain.code, 0, "{plain:?}");
}

#[test]
fn search_finds_without_accents_or_case() {
    let cli = Cli::new();
    let (_, scene) = cli.film("La fenêtre");
    let shot = id(&cli.call("add_shot", &json!({"scene": scene, "with_panel": true})));
    cli.call(
        "splice_text",
        &json!({"entity": shot, "field": "dialogue", "seen": "", "text": "Où est l’échelle ?"}),
    );
    for text in ["échelle", "ECHELLE", "echel"] {
        let found = cli.call("search", &json!({"text": text}));
        assert_eq!(found["shots"], 1, "searching for {text:?}: {found}");
    }
    let none = cli.call("search", &json!({"text": "\"NEAR( * OR -"}));
    assert_eq!(none["shots"], 0, "the signs of a query language are only signs");
}

#[test]
fn exit_codes_and_error_texts() {
    let cli = Cli::new();
    let wrong = cli.run(&["danse"]);
    assert_eq!(wrong.code, 2, "wrong usage: {wrong:?}");
    assert!(wrong.err.starts_with("error[invalid_request]: "), "{wrong:?}");
    assert!(wrong.err.contains("\nhint: "), "an error without a way out: {wrong:?}");
    assert_eq!(cli.run(&["dump"]).code, 2);
    assert_eq!(cli.run(&["--lang", "xx", "films"]).code, 2);

    cli.film("Un");
    let missing = "00000000-0000-4000-8000-000000000000";
    let failed = cli.run(&["dump", missing]);
    assert_eq!(failed.code, 1, "{failed:?}");
    assert!(failed.err.starts_with("error[not_found]: "), "{failed:?}");
    assert!(failed.err.contains("\nhint: "), "an error without a way out: {failed:?}");
    assert!(failed.out.is_empty(), "errors do not mix with results: {failed:?}");

    let error = cli.run(&["--json", "dump", missing]).error();
    assert_eq!(error["code"], "not_found");
    assert!(error["message"].as_str().is_some_and(|text| !text.is_empty()), "{error}");
    assert!(error["hint"].as_str().is_some_and(|text| !text.is_empty()), "{error}");

    assert_eq!(cli.run(&["--json", "call", "dance_now", "{}"]).code_of_error(), "unknown_command");
    assert_eq!(cli.run(&["--json", "call", "get_film", "{"]).code_of_error(), "invalid_request");
    assert_eq!(cli.run(&["--json", "call", "get_film", "{\"film\": 3}"]).code_of_error(), "invalid_request");
}

#[test]
fn errors_speak_the_language_asked_for() {
    let cli = Cli::new();
    cli.film("Un");
    let missing = "00000000-0000-4000-8000-000000000000";
    let french = cli.run(&["--lang", "fr", "dump", missing]).err;
    let english = cli.run(&["--lang", "en", "dump", missing]).err;
    assert!(french.starts_with("error[not_found]: ") && english.starts_with("error[not_found]: "));
    assert_ne!(french, english);
    assert_eq!(cli.run(&["dump", missing]).err, french, "without --lang the system's language speaks");
}

#[test]
fn backup_and_restore_bring_everything_back() {
    let cli = Cli::new();
    let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
    let before = cli.dump(&film);
    let copy = cli.home().join("copie.qlibre");
    let made = cli.json(&["backup", &copy.to_string_lossy()]);
    assert_eq!(made["good"], true, "a backup is read again after it was written: {made}");
    assert_eq!(
        cli.run(&["--json", "backup", &copy.to_string_lossy()]).code_of_error(),
        "file_exists",
        "a backup never replaces a file"
    );

    cli.call("delete_entity", &json!({"entity": before["scenes"][0]["id"]}));
    cli.json(&["restore", &copy.to_string_lossy()]);
    assert_eq!(cli.dump(&film)["scenes"], before["scenes"], "the restored file is the one of the backup");
    assert_eq!(cli.json(&["check"])["ok"], true);
    let kept = std::fs::read_dir(cli.home())
        .unwrap()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().contains(".qlibre"))
        .filter(|entry| {
            !["copie.qlibre", "atelier.qlibre"].contains(&entry.file_name().to_string_lossy().as_ref())
        })
        .filter(|entry| {
            !entry.file_name().to_string_lossy().ends_with("-wal")
                && !entry.file_name().to_string_lossy().ends_with("-shm")
        })
        .count();
    assert!(kept >= 1, "the file that was in use is kept beside, under a new name");
}

#[test]
fn rows_are_rebuilt_from_the_documents() {
    let cli = Cli::new();
    let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
    let before = cli.dump(&film);
    let checked = cli.json(&["check", "--rebuild"]);
    assert_eq!((&checked["ok"], &checked["problems"]), (&json!(true), &json!([])));
    assert_eq!(cli.dump(&film), before, "rebuilt rows are the rows that were there");
}

#[test]
fn commands_on_people_take_the_passphrase_from_standard_input() {
    let cli = Cli::new();
    cli.json(&["demo"]);
    let phrase = "quatre façades au soleil";
    assert_eq!(cli.refused("list_people", &json!({})), "register_none");
    let weak = cli.with_passphrase("soleil", "", &["call", "create_register"]);
    assert_eq!(weak.code_of_error(), "passphrase_weak");
    // What is no request, and no passphrase at all, are answered in words.
    for (sent, request, code) in [(phrase, "[1]", 1), (phrase, "nothing", 2), ("", "{}", 1)] {
        let said = cli.with_passphrase(sent, "", &["call", "create_register", request]);
        assert_eq!((said.code, said.code_of_error()), (code, "invalid_request".to_owned()), "{request}");
    }
    let code = cli.create_register(phrase);
    assert_eq!((code.len(), code[0].len()), (6, 4));
    assert_eq!(cli.refused("list_people", &json!({})), "register_sealed");
    let person = json!({ "given": "Lina", "family": "Kaci", "role": "participant" });
    let said = cli.with_passphrase(phrase, "", &["call", "add_person", &person.to_string()]);
    let id = id(&said.json());
    let said = cli.with_passphrase(phrase, "", &["call", "get_person", &json!({ "person": id }).to_string()]);
    assert_eq!(said.json()["family"], "Kaci");
    let wrong = cli.with_passphrase("autre chose", "", &["call", "list_people"]);
    assert_eq!((wrong.code, wrong.code_of_error()), (1, "passphrase_wrong".to_owned()));
    assert!(!format!("{wrong:?}{said:?}").contains(phrase), "the passphrase is never said back");
    // A command ends sealed: nothing is left open behind it.
    assert_eq!(cli.refused("get_person", &json!({ "person": id })), "register_sealed");
}
