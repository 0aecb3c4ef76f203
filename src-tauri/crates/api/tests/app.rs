//! The application as its callers see it: commands, roles, events, settings, trouble with files.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use ql_api::{Access, App, ErrorCode, Event, Home, Language, Role, Start};
use serde_json::{Value, json};
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder can be made") }
    }

    fn start(&self) -> App {
        self.start_with(None)
    }

    fn start_with(&self, workspace: Option<PathBuf>) -> App {
        let home = Home { config: self.folder.path().join("config"), data: self.folder.path().join("data") };
        let start = Start {
            home,
            workspace,
            language: Some(Language::Fr),
            dialogs: None,
            access: Access::Window,
            create: true,
        };
        App::start(start).expect("a window always starts")
    }
}

fn call(app: &App, name: &str, request: Value) -> Value {
    app.call(Role::Desk, name, request).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn refused(app: &App, name: &str, request: Value) -> ErrorCode {
    app.call(Role::Desk, name, request).expect_err("the call must be refused").code
}

#[test]
fn the_demo_is_whole_in_both_languages_and_comes_only_once() {
    for (language, title) in [(Language::Fr, "Le Terrain vague"), (Language::En, "The Vacant Lot")] {
        let desk = Desk::new();
        let home = Home { config: desk.folder.path().join("c"), data: desk.folder.path().join("d") };
        let start = Start {
            home,
            workspace: None,
            language: Some(language),
            dialogs: None,
            access: Access::Window,
            create: true,
        };
        let app = App::start(start).expect("it starts");
        let film = call(&app, "add_demo", json!({}))["film"].clone();
        assert_eq!(call(&app, "add_demo", json!({})), json!({ "film": film, "already": true }));
        let view = call(&app, "get_film", json!({ "film": film }));
        assert_eq!(view["film"]["title"], title);
        let live = |kind: &str| view[kind].as_array().map_or(0, Vec::len);
        assert_eq!(live("scenes"), 5);
        assert!(live("shots") >= 16 && live("panels") >= 20, "at least 16 shots and 20 panels");
        let drawn = view["panels"]
            .as_array()
            .expect("panels")
            .iter()
            .filter(|panel| panel["look"] != "empty")
            .count();
        assert!(drawn >= 20, "at least 20 panels are really drawn, not {drawn}");
        let sketched = call(&app, "dump", json!({ "film": film }))["drawings"]
            .as_array()
            .expect("drawings")
            .iter()
            .flat_map(|drawing| drawing["drawn"].as_array().cloned().unwrap_or_default())
            .any(|stroke| stroke["layer"] == "sketch");
        assert!(sketched, "the rough versions are on the sketch layer");
        assert_eq!(call(&app, "check", json!({})), json!({ "ok": true, "problems": [], "sealed": false }));
        app.close();
    }
}

#[test]
fn what_changed_is_told_after_it_is_done_and_before_the_reply() {
    let desk = Desk::new();
    let app = desk.start();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&heard);
    let listener = app.listen(move |event| sink.lock().expect("nobody panics").push(event.clone()));
    let film = call(&app, "add_film", json!({ "title": "Écoute" }))["id"].clone();
    call(&app, "add_scene", json!({ "film": film, "heading": "Toit" }));
    let events = std::mem::take(&mut *heard.lock().expect("nobody panics"));
    let told: Vec<&str> = events
        .iter()
        .map(|event| match event {
            Event::Changes { changes, .. } if !changes.scenes.is_empty() => "scene",
            Event::Changes { .. } => "film",
            Event::Undo { undo, .. } => undo.as_deref().unwrap_or("nothing"),
            _ => "other",
        })
        .collect();
    assert_eq!(told, ["film", "scene", "add_scene"]);
    drop(listener);
    call(&app, "add_scene", json!({ "film": film }));
    assert!(heard.lock().expect("nobody panics").is_empty(), "who stopped listening hears nothing");
}

#[test]
fn guests_may_call_nothing_yet_and_wrong_calls_are_refused_in_words() {
    let desk = Desk::new();
    let app = desk.start();
    for command in ql_api::COMMANDS {
        let answer = app.call(Role::Guest, command.name, json!({}));
        assert_eq!(
            answer.map_err(|error| error.code),
            Err(ErrorCode::Forbidden),
            "{} is not for phones",
            command.name
        );
    }
    assert_eq!(refused(&app, "format_disk", json!({})), ErrorCode::UnknownCommand);
    assert_eq!(refused(&app, "add_scene", json!({ "film": 3 })), ErrorCode::InvalidRequest);
    assert_eq!(
        refused(&app, "add_scene", json!({ "film": "00000000-0000-0000-0000-000000000009" })),
        ErrorCode::NotFound
    );
    let film = call(&app, "add_film", json!({ "title": "T" }))["id"].clone();
    let long = "x".repeat(20_001);
    assert_eq!(
        refused(&app, "set_field", json!({ "entity": film, "field": "title", "value": long })),
        ErrorCode::TextTooLong
    );
    let error = app
        .call(Role::Desk, "get_film", json!({ "film": "00000000-0000-0000-0000-000000000009" }))
        .expect_err("refused");
    assert!(
        error.message.starts_with("Ce n’est plus là"),
        "errors speak the language of the people: {error}"
    );
    assert!(!error.hint.is_empty());
}

#[test]
fn pictures_are_taken_in_and_shown_and_wrong_ones_refused() {
    let desk = Desk::new();
    let app = desk.start();
    let film = call(&app, "add_film", json!({ "title": "Photo" }))["id"].clone();
    let scene = call(&app, "add_scene", json!({ "film": film }))["id"].clone();
    call(&app, "add_shot", json!({ "scene": scene, "with_panel": true }));
    let drawing = call(&app, "get_film", json!({ "film": film }))["panels"][0]["drawing"].clone();
    let png = app
        .bytes(Role::Desk, &format!("thumb/{}/x/320", drawing.as_str().expect("an id")))
        .expect("a thumbnail")
        .body;
    let picture = app.upload(Role::Desk, png).expect("a PNG is a picture");
    call(&app, "set_field", json!({ "entity": drawing, "field": "picture", "value": picture["hash"] }));
    assert_eq!(call(&app, "get_film", json!({ "film": film }))["panels"][0]["look"], "drawn");
    let shown = app
        .bytes(Role::Desk, &format!("media/{}", picture["hash"].as_str().expect("a hash")))
        .expect("the picture");
    assert!(shown.immutable && shown.mime.starts_with("image/"));
    let absent = json!({ "entity": drawing, "field": "picture", "value": "0".repeat(64) });
    assert_eq!(refused(&app, "set_field", absent), ErrorCode::NotFound);
    assert_eq!(app.upload(Role::Desk, b"GIF89a".to_vec()).expect_err("refused").code, ErrorCode::PictureType);
    assert_eq!(
        app.bytes(Role::Desk, "media/../../etc/passwd").expect_err("refused").code,
        ErrorCode::NotFound
    );
}

#[test]
fn settings_outlive_the_program_and_survive_a_torn_file() {
    let desk = Desk::new();
    let app = desk.start();
    let words = json!({ "size-ELS": "  Plan d’ensemble  ", "size-VWS": "" });
    let settings =
        call(&app, "set_settings", json!({ "theme": "dark", "text_size": "large", "words": words }));
    assert_eq!(settings["words"], json!({ "size-ELS": "Plan d’ensemble" }));
    app.close();
    let app = desk.start();
    assert_eq!(call(&app, "get_session", json!({}))["settings"]["theme"], "dark");
    app.close();
    std::fs::write(desk.folder.path().join("config/settings.json"), "{\"theme\": \"da")
        .expect("a file can be torn");
    let app = desk.start();
    assert_eq!(
        call(&app, "get_session", json!({}))["settings"]["theme"],
        "light",
        "settings are never worth stopping for"
    );
}

#[test]
fn a_file_that_does_not_open_leaves_a_way_out_and_the_open_one_open() {
    let desk = Desk::new();
    let wrong = desk.folder.path().join("photo.qlibre");
    std::fs::write(&wrong, "not a workspace at all, but long enough to look at")
        .expect("a file can be written");
    let app = desk.start_with(Some(wrong.clone()));
    let session = call(&app, "get_session", json!({}));
    assert_eq!(
        (&session["workspace"], &session["problem"]["code"]),
        (&Value::Null, &json!("not_a_workspace"))
    );
    assert_eq!(refused(&app, "list_films", json!({})), ErrorCode::NoWorkspace);
    let fresh = desk.folder.path().join("neuf.qlibre");
    let session = call(&app, "open_workspace", json!({ "path": fresh, "create": true }));
    assert_eq!(session["workspace"]["name"], "neuf");
    call(&app, "add_film", json!({ "title": "Reste ouvert" }));
    assert_eq!(refused(&app, "open_workspace", json!({ "path": wrong })), ErrorCode::NotAWorkspace);
    let films = call(&app, "films", json!({}));
    assert_eq!(
        films["films"][0]["title"], "Reste ouvert",
        "a file that does not open must not close the one people work in"
    );
    assert_eq!(
        refused(&app, "open_workspace", json!({ "path": fresh, "create": true })),
        ErrorCode::FileExists
    );
}

#[test]
fn going_back_to_a_copy_keeps_what_was_there_beside() {
    let desk = Desk::new();
    let app = desk.start();
    call(&app, "add_film", json!({ "title": "Avant" }));
    let copy = desk.folder.path().join("copie.qlibre");
    assert_eq!(call(&app, "backup", json!({ "path": copy }))["good"], true);
    assert_eq!(
        refused(&app, "backup", json!({ "path": copy })),
        ErrorCode::FileExists,
        "a copy is never written over"
    );
    call(&app, "add_film", json!({ "title": "Après" }));
    let session = call(&app, "restore_backup", json!({ "path": copy }));
    let titles = |app: &App| call(app, "films", json!({}))["films"].as_array().map_or(0, Vec::len);
    assert_eq!(titles(&app), 1, "the copy is open");
    let folder = PathBuf::from(session["workspace"]["path"].as_str().expect("a path"));
    let beside = std::fs::read_dir(folder.parent().expect("a folder")).expect("the folder can be read");
    let kept = beside
        .flatten()
        .find(|entry| entry.file_name().to_string_lossy().contains("avant retour"))
        .expect("what was there is kept");
    call(&app, "open_workspace", json!({ "path": kept.path() }));
    assert_eq!(titles(&app), 2, "with everything in it");
    std::fs::write(&copy, "torn").expect("a copy can be torn");
    assert_eq!(refused(&app, "restore_backup", json!({ "path": copy })), ErrorCode::BackupInvalid);
    assert_eq!(titles(&app), 2, "a torn copy changes nothing");
}

#[test]
fn two_writers_of_one_text_keep_both_words() {
    let desk = Desk::new();
    let app = desk.start();
    let film = call(&app, "add_film", json!({ "title": "T" }))["id"].clone();
    let scene = call(&app, "add_scene", json!({ "film": film }))["id"].clone();
    let shot = call(&app, "add_shot", json!({ "scene": scene }))["id"].clone();
    let write = |seen: &str, text: &str| {
        call(&app, "splice_text", json!({ "entity": shot, "field": "action", "seen": seen, "text": text }))["text"].clone()
    };
    write("", "Nour court.");
    write("Nour court.", "Nour court vite.");
    assert_eq!(write("Nour court.", "Ce soir, Nour court."), "Ce soir, Nour court vite.");
}

#[test]
fn searching_finds_shots_by_words_and_by_label() {
    let desk = Desk::new();
    let app = desk.start();
    call(&app, "add_demo", json!({}));
    let by_label = call(&app, "search", json!({ "text": "2b" }));
    assert_eq!(by_label["films"][0]["shots"][0]["label"], "2B");
    let by_word = call(&app, "search", json!({ "text": "boites lettr" }));
    assert_eq!(by_word["films"][0]["shots"][0]["label"], "2B", "accents do not count, beginnings do");
    let hits = by_word["films"][0]["shots"][0]["snippet"]
        .as_array()
        .expect("pieces")
        .iter()
        .filter(|piece| piece["hit"] == true)
        .count();
    assert_eq!(hits, 2, "each word found is marked");
}

#[test]
fn texts_on_drawings_are_found_and_deleted_ones_are_in_the_trash() {
    let desk = Desk::new();
    let app = desk.start();
    let film = call(&app, "add_film", json!({ "title": "Mots" }))["id"].clone();
    let scene = call(&app, "add_scene", json!({ "film": film }))["id"].clone();
    call(&app, "add_shot", json!({ "scene": scene, "with_panel": true }));
    let drawing = call(&app, "get_film", json!({ "film": film }))["panels"][0]["drawing"].clone();
    let text = json!({ "drawing": drawing, "kind": "text", "x0": 9, "y0": 9, "colour": "ink", "size": 400, "text": "lampadaire" });
    let mark = call(&app, "add_mark", text)["id"].clone();
    assert_eq!(call(&app, "search", json!({ "text": "lampa" }))["films"][0]["shots"][0]["label"], "1A");
    assert_eq!(
        call(&app, "search", json!({ "text": "\u{0}" })),
        json!({ "films": [], "shots": 0, "texts": 0 })
    );
    call(&app, "delete_entity", json!({ "entity": mark }));
    let entry = call(&app, "list_trash", json!({ "film": film }))["entries"][0].clone();
    assert_eq!((&entry["kind"], &entry["text"]), (&json!("mark"), &json!("lampadaire")));
    call(&app, "restore_entity", json!({ "entity": mark }));
    assert_eq!(call(&app, "get_drawing", json!({ "drawing": drawing }))["marks"][0]["text"], "lampadaire");
    assert_eq!(
        refused(&app, "delete_entity", json!({ "entity": drawing })),
        ErrorCode::InvalidRequest,
        "a drawing goes with its panel"
    );
}

#[test]
fn a_face_can_be_removed_and_brought_back() {
    let desk = Desk::new();
    let app = desk.start();
    let face = call(&app, "add_face", json!({ "name": "Lina", "shape": "diamond", "colour": "ochre" }))["id"]
        .clone();
    call(&app, "delete_entity", json!({ "entity": face }));
    assert_eq!(call(&app, "list_faces", json!({}))["faces"][0]["life"], "trash");
    call(&app, "restore_entity", json!({ "entity": face }));
    assert_eq!(call(&app, "list_faces", json!({}))["faces"][0]["life"], "live");
}

#[test]
fn the_last_file_that_is_gone_is_said_and_reading_stays_reading() {
    let desk = Desk::new();
    let stick = desk.folder.path().join("clé.qlibre");
    let app = desk.start_with(Some(stick.clone()));
    call(&app, "add_film", json!({ "title": "Sur la clé" }));
    assert_eq!(
        call(&app, "open_workspace", json!({ "path": stick, "read_only": true }))["workspace"]["read_only"],
        true
    );
    let wrong = desk.folder.path().join("absent.qlibre");
    assert_eq!(refused(&app, "open_workspace", json!({ "path": wrong })), ErrorCode::FileMissing);
    assert_eq!(
        call(&app, "get_session", json!({}))["workspace"]["read_only"],
        true,
        "who was reading goes on reading"
    );
    app.close();
    let app = desk.start();
    assert_eq!(
        call(&app, "get_session", json!({}))["workspace"]["name"],
        "clé",
        "the last file opens by itself"
    );
    app.close();
    std::fs::remove_file(&stick).expect("a stick can be pulled out");
    let app = desk.start();
    let problem = call(&app, "get_session", json!({}))["problem"].clone();
    assert_eq!(problem["code"], "file_missing", "an empty file must not stand for the one that is gone");
}

#[test]
fn what_was_taken_off_a_drawing_while_it_was_looked_at_is_on_no_paper() {
    let desk = Desk::new();
    let app = desk.start();
    let film = call(&app, "demo", json!({}))["film"].clone();
    let page = |app: &App| {
        let key =
            call(app, "preview_paper", json!({ "film": film, "kind": "storyboard.pdf" }))["key"].clone();
        let key = key.as_str().unwrap().to_owned();
        move |app: &App| app.bytes(Role::Desk, &format!("page/{key}/2/600")).unwrap().body
    };
    let drawing = call(&app, "get_film", json!({ "film": film }))["panels"][0]["drawing"].clone();
    let shown = page(&app);
    // Somebody writes a name while the dialog is open, and takes it away again.
    let text = json!({ "drawing": drawing, "kind": "text", "x0": 900, "y0": 900, "colour": "ink", "size": 900, "text": "SAMIRA" });
    let mark = call(&app, "add_mark", text)["id"].clone();
    let with = shown(&app);
    call(&app, "delete_entity", json!({ "entity": mark }));
    let without = page(&app)(&app);
    assert!(with != without, "what is written is seen");
    app.close();
    let app = desk.start();
    assert!(page(&app)(&app) == without, "a program that has only just started sees the same");
}

#[test]
fn a_shot_printed_alone_says_nothing_of_the_cover_of_its_film() {
    let desk = Desk::new();
    let app = desk.start();
    let film = call(&app, "demo", json!({}))["film"].clone();
    let look = |shots: &[&str], per_page: u8, cover: bool| {
        let look = json!({ "per_page": per_page, "cover": cover });
        let choice = json!({ "film": film, "kind": "storyboard.pdf", "shots": shots, "look": look });
        call(&app, "preview_paper", choice);
        call(&app, "get_print_look", json!({ "film": film }))["look"].clone()
    };
    assert_eq!(look(&[], 4, true)["cover"], true);
    let one = look(&["1B"], 2, false);
    assert_eq!((&one["per_page"], &one["cover"]), (&json!(2), &json!(true)));
    assert_eq!(look(&[], 2, false)["cover"], false);
}
