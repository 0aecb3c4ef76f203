//! In Atelier no command returns or changes anything of a person, but faces and new entries of the inbox.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::{Arc, Mutex},
};

use ql_api::{COMMANDS, ErrorCode, Role};
use serde_json::{Map, Value, json};

use crate::{PASSPHRASE, Place, stroke};

/// How often each command is asked, each time otherwise.
const ROUNDS: usize = 12;

/// Numbers drawn by a rule, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Every field that any request has, each with something that could mean a person, a sheet, a film or nothing.
/// Paths lead nowhere, to the register's own file, or to a sound copy of it.
fn request(dice: &mut Dice, ids: &[String], [path, file, copy]: [&str; 3]) -> Value {
    let mut made = Map::new();
    for field in [
        "film", "entity", "scene", "shot", "panel", "drawing", "person", "relative", "session", "group",
        "place", "parent", "id", "face", "by", "panels", "films",
    ] {
        let id = json!(ids[dice.roll(ids.len())]);
        made.insert(field.to_owned(), if field.ends_with('s') { json!([id]) } else { id });
    }
    let words = ["MARK", "title", "given", "name", "text", "morning", "present", "orange", "", "0"];
    for field in [
        "query",
        "title",
        "heading",
        "field",
        "value",
        "name",
        "text",
        "seen",
        "half",
        "state",
        "code",
        "kind",
        "passphrase",
        "reason",
    ] {
        let word = words[dice.roll(words.len())];
        made.insert(field.to_owned(), json!(word));
    }
    made.insert("slot".to_owned(), json!(dice.roll(4)));
    made.insert("strokes".to_owned(), json!([stroke(dice.roll(50) as i32)]));
    made.insert("after".to_owned(), Value::Null);
    made.insert("ink".to_owned(), json!(stroke(3)));
    let nowhere = format!("{path}-{}", dice.roll(1_000_000));
    made.insert("workspace".to_owned(), json!([path, file][dice.roll(2)]));
    made.insert("path".to_owned(), json!([nowhere.as_str(), copy][dice.roll(2)]));
    for _ in 0..dice.roll(6) {
        let keys: Vec<String> = made.keys().cloned().collect();
        made.remove(&keys[dice.roll(keys.len())]);
    }
    Value::Object(made)
}

/// What a command of the Atelier asks for, well formed, about whatever has this identity; nothing where any fields do.
fn aimed(name: &str, id: &str, path: &str) -> Option<Value> {
    let fields = ["title", "name", "given", "phone", "text", "state", "room", "halves"];
    let field = fields[id.bytes().map(usize::from).sum::<usize>() % fields.len()];
    Some(match name {
        "choose_path" => json!({ "purpose": "open_table" }),
        "cancel_export" => json!({ "job": id }),
        "preview_paper" => json!({ "film": id, "kind": "storyboard.pdf" }),
        "export_film" => json!({ "choice": { "film": id, "kind": "shot-list.csv" }, "to": path }),
        "print_film" => json!({ "choice": { "film": id, "kind": "shot-list.pdf" } }),
        "create_register" => json!({ "passphrase": "tambour velours citron ardoise" }),
        "get_film" | "archive_film" | "restore_film" | "lock_film" | "unlock_film" | "dump" | "undo"
        | "redo" | "duplicate_film" | "get_print_look" | "add_scene" => json!({ "film": id }),
        "add_film" => json!({ "title": id }),
        "add_shot" => json!({ "scene": id }),
        "add_panel" => json!({ "shot": id }),
        "get_drawing" => json!({ "drawing": id }),
        "add_stroke" => json!({ "drawing": id, "ink": stroke(3) }),
        "erase_strokes" => json!({ "drawing": id, "strokes": [id] }),
        "cut_strokes" => json!({ "drawing": id, "cuts": [{ "stroke": id, "from": 1, "to": 2 }] }),
        "add_mark" => {
            json!({ "drawing": id, "kind": "arrow", "x0": 1, "y0": 1, "x1": 90, "y1": 90, "colour": "ink", "size": 60 })
        }
        "add_face" => {
            json!({ "name": id.chars().take(6).collect::<String>(), "shape": "star", "colour": "brick" })
        }
        "set_field" => json!({ "entity": id, "field": field, "value": "MARK" }),
        "splice_text" => json!({ "entity": id, "field": field, "seen": "", "text": "MARK" }),
        "move_entity" | "duplicate_entity" | "delete_entity" | "restore_entity" => json!({ "entity": id }),
        _ => return None,
    })
}

/// Takes out how somebody is shown: a face is everybody's to call and to draw otherwise.
fn without_faces(said: &mut Value) {
    match said {
        Value::Array(all) => all.iter_mut().for_each(without_faces),
        Value::Object(all) => {
            all.retain(|field, _| !matches!(field.as_str(), "shown" | "shape" | "colour"));
            all.values_mut().for_each(without_faces);
        }
        _ => {}
    }
}

/// Every identity in what a command replied.
fn identities(said: &Value, found: &mut BTreeSet<String>) {
    match said {
        Value::String(text) if text.len() == 36 && text.matches('-').count() == 4 => {
            found.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|one| identities(one, found)),
        Value::Object(all) => all.values().for_each(|one| identities(one, found)),
        _ => {}
    }
}

/// Everything of people, as a trainer sees it.
fn everything(place: &Place, session: &str, people: &[String]) -> Vec<Value> {
    let mut all = vec![
        place.call("list_people", json!({})),
        place.call("get_sheet", json!({ "session": session })),
        place.call("list_refused", json!({})),
        // One of them has a note.
        place.call("get_health", json!({ "person": people[0] })),
    ];
    all.extend(people.iter().map(|person| place.call("get_person", json!({ "person": person }))));
    all
}

/// Asks every command of the sealed register, as everybody, for everything there is: none of these marks is in what comes back, be it a refusal,
/// nor in what is told to every screen. How many answers there were.
fn ask_everything(
    place: &Place,
    ids: &[String],
    paths: [&str; 3],
    marks: &[&str],
    goes_round: bool,
) -> BTreeMap<&'static str, usize> {
    let heard: Arc<Mutex<Vec<String>>> = Arc::default();
    let sink = heard.clone();
    let _listener = place.app.listen(move |event| {
        sink.lock().expect("a lock").push(serde_json::to_string(event).expect("json"));
    });
    let mut dice = Dice(41);
    let mut answered: BTreeMap<&str, usize> = BTreeMap::new();
    // Those whose request was understood, if only to be refused.
    let mut understood: BTreeSet<&str> = BTreeSet::new();
    // The first two open another file, or take a second on purpose; each has tests of its own. While the laptop goes round, it goes on.
    let ends = ["end_handover", "lock_register"];
    let asked = |name: &str| {
        !(matches!(name, "open_workspace" | "unlock_register") || goes_round && ends.contains(&name))
    };
    let mut ask = |command: &ql_api::CommandInfo, with: &Value| {
        for role in [Role::Guest, Role::Desk, Role::Trainer] {
            let answer = place.app.call(role, command.name, with.clone());
            if command.role == Role::Trainer {
                let code = answer.as_ref().err().map(|error| error.code);
                let expected =
                    if role == Role::Guest { ErrorCode::Forbidden } else { ErrorCode::RegisterSealed };
                assert_eq!(code, Some(expected), "{} as {role:?}", command.name);
            }
            let said = match &answer {
                Ok(reply) => reply.to_string(),
                Err(error) => format!("{} {}", error.message, error.hint),
            };
            if answer.is_ok() {
                *answered.entry(command.name).or_default() += 1;
            }
            let code = answer.err().map(|error| error.code);
            if !matches!(code, Some(ErrorCode::InvalidRequest | ErrorCode::Forbidden)) {
                understood.insert(command.name);
            }
            // A word that was sent comes back as a word of the film it was sent to.
            for mark in marks {
                assert!(!said.contains(mark), "{} returns {mark}: {said}", command.name);
            }
        }
        assert_eq!(
            place.call("get_register", json!({}))["unlocked"],
            false,
            "{} opened the register",
            command.name
        );
    };
    // These take long.
    let slow =
        ["duplicate_film", "preview_paper", "export_film", "print_film", "check", "backup", "choose_path"];
    for round in 0..ROUNDS {
        for command in COMMANDS.iter().filter(|command| asked(command.name)) {
            if round < 2 || !slow.contains(&command.name) {
                ask(command, &request(&mut dice, ids, paths));
            }
        }
    }
    // What ends with a film comes last.
    let last = |name: &str| name.starts_with("delete") || name.starts_with("archive") || name == "undo";
    let mut all: Vec<_> = COMMANDS.iter().filter(|command| asked(command.name)).collect();
    all.sort_by_key(|command| last(command.name));
    for command in all {
        for id in ids.iter().take(if slow.contains(&command.name) { 5 } else { ids.len() }) {
            if let Some(with) = aimed(command.name, id, paths[0]) {
                ask(command, &with);
            }
        }
    }
    let deaf = COMMANDS.iter().filter(|command| command.role != Role::Trainer && asked(command.name));
    let deaf: Vec<&str> =
        deaf.map(|command| command.name).filter(|name| !understood.contains(name)).collect();
    assert_eq!(deaf, [""; 0], "these were never understood");
    let told = heard.lock().expect("a lock").join("\n");
    for mark in marks {
        assert!(!told.contains(mark), "every screen hears {mark}");
    }
    answered
}

#[test]
fn no_command_of_the_atelier_returns_or_changes_anything_of_a_person() {
    let place = Place::new();
    place.call("create_register", json!({ "passphrase": PASSPHRASE }));
    let session = place.session();
    let people = vec![
        place.person_on(&session, "GIVENMARK", "FAMILYMARK", "participant"),
        place.person_on(&session, "Bruno", "TRAINERMARK", "trainer"),
    ];
    place.call("set_person", json!({ "person": people[0], "field": "phone", "value": "PHONEMARK" }));
    place.call(
        "set_health",
        json!({ "person": people[0], "text": "HEALTHMARK", "until": crate::in_days(200) }),
    );
    place.add("add_relative", json!({ "person": people[0], "name": "GUARDIANMARK" }));
    let group = place.add("add_group", json!({ "name": "Groupe du samedi" }));
    place.add("add_place", json!({ "name": "La Boussole", "capacity": 12 }));
    let face = place.add("add_face", json!({ "name": "Lina", "shape": "star", "colour": "brick" }));
    for (field, value) in [("groups", json!([group])), ("face", json!(face))] {
        place.call("set_person", json!({ "person": people[0], "field": field, "value": value }));
    }
    place.call(
        "sign_cell",
        json!({ "session": session, "person": people[0], "half": "morning", "strokes": [stroke(5)] }),
    );
    let film = place.call("add_demo", json!({}))["film"].as_str().expect("a film").to_owned();
    let photo = place.path().join("photo.png");
    fs::write(&photo, crate::marks::picture()).expect("a photo");
    place.call("attach_scan", json!({ "session": session, "path": photo }));
    let mut before = everything(&place, &session, &people);
    let scan = before[1]["scans"][0]["hash"].as_str().expect("a hash").to_owned();
    place.call("lock_register", json!({}));
    let copy = place.path().join("copy.qlibre").display().to_string();
    place.call("backup", json!({ "path": copy }));
    let file = crate::workspace_of(place.path()).display().to_string();

    let mut ids = people.clone();
    ids.extend([session.clone(), film.clone(), "00000000-0000-0000-0000-000000000000".to_owned()]);
    // What the register has, and what is drawn.
    let (mut theirs, mut drawn) = (BTreeSet::new(), BTreeSet::new());
    before.iter().for_each(|said| identities(said, &mut theirs));
    for command in ["list_faces", "get_calendar"] {
        identities(&place.call(command, json!({})), &mut theirs);
    }
    identities(&place.call("get_film", json!({ "film": film })), &mut drawn);
    let drawings = drawn.len();
    assert!(theirs.len() > 6 && drawings > 40, "{} of the register, {drawings} of a film", theirs.len());
    ids.extend(theirs);
    ids.extend(drawn.into_iter().step_by(drawings / 30));
    let path = place.path().join("elsewhere").display().to_string();
    let marks = ["GIVENMARK", "FAMILYMARK", "TRAINERMARK", "PHONEMARK", "HEALTHMARK", "GUARDIANMARK"];
    let answered = ask_everything(&place, &ids, [&path, &file, &copy], &marks, false);
    for role in [Role::Guest, Role::Desk, Role::Trainer] {
        let bytes = place.app.bytes(role, &format!("scan/{session}/{scan}"));
        let expected = if role == Role::Guest { ErrorCode::Forbidden } else { ErrorCode::RegisterSealed };
        assert_eq!(bytes.err().map(|error| error.code), Some(expected), "a photo of the sheet as {role:?}");
    }
    for route in ["media", "ink", "thumb"] {
        for sealed in [&scan, &people[0], &session] {
            let rest = if route == "thumb" { "/1/320" } else { "" };
            let bytes = place.app.bytes(Role::Trainer, &format!("{route}/{sealed}{rest}"));
            assert_eq!(
                bytes.err().map(|error| error.code),
                Some(ErrorCode::NotFound),
                "{route} of the register"
            );
        }
    }
    assert!(answered.len() > 20, "the requests must reach the commands: {answered:?}");
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    let mut after = everything(&place, &session, &people);
    // A scene may be drawn on, a face be made: nothing of that is in what trainers keep of people.
    for list in [&mut before, &mut after] {
        // What could be taken back ended with the sealing.
        list.iter_mut().filter_map(Value::as_object_mut).for_each(|said| drop(said.remove("can_undo")));
        list.iter_mut().for_each(without_faces);
        list.sort_by_key(ToString::to_string);
    }
    assert_eq!(before, after, "nothing of a person was changed");
}

#[test]
fn while_the_laptop_goes_round_there_are_faces_and_new_entries_only() {
    let place = Place::new();
    place.call("create_register", json!({ "passphrase": PASSPHRASE }));
    let session = place.session();
    let people: Vec<String> = ["Awa", "Lina", "Noah"]
        .iter()
        .map(|given| place.person_on(&session, given, "FAMILYMARK", "participant"))
        .collect();
    // On no sheet of this evening.
    let absent = place
        .add("add_person", json!({ "given": "GIVENMARK", "family": "FAMILYMARK", "role": "participant" }));
    for person in &people {
        place.call("set_person", json!({ "person": person, "field": "phone", "value": "PHONEMARK" }));
    }
    let sign = json!({ "session": session, "person": people[0], "half": "morning", "strokes": [stroke(5)] });
    place.call("sign_cell", sign);
    let file_of = |person: &String| place.call("get_person", json!({ "person": person }));
    let without_marks = |mut file: Value| {
        file.as_object_mut().map(|file| file.remove("attendance"));
        file
    };
    let all: Vec<String> = people.iter().cloned().chain([absent.clone()]).collect();
    let before: Vec<Value> = all.iter().map(|one| without_marks(file_of(one))).collect();
    let signed = |person: &String| {
        let sheet = place.call("get_sheet", json!({ "session": session }));
        let line = sheet["people"].as_array().expect("lines").iter().find(|one| one["person"] == *person);
        line.map(|line| line["cells"][0]["signature"].clone())
    };
    let first = signed(&people[0]);
    let copy = place.path().join("copy.qlibre").display().to_string();
    place.call("backup", json!({ "path": copy }));
    let file = crate::workspace_of(place.path()).display().to_string();
    let path = place.path().join("elsewhere").display().to_string();
    place.call("hand_over", json!({ "session": session, "half": "morning" }));
    let shown = place.call("get_handover", json!({}))["handover"].clone();
    assert_eq!(
        (&shown["current"]["name"], &shown["left"]),
        (&json!("Lina"), &json!(2)),
        "one name at a time"
    );

    let mut ids = all.clone();
    ids.push(session.clone());
    let answered =
        ask_everything(&place, &ids, [&path, &file, &copy], &["GIVENMARK", "FAMILYMARK", "PHONEMARK"], true);
    for command in ["get_handover", "sign_handover", "skip_handover"] {
        assert!(answered.contains_key(command), "{command} was never reached: {answered:?}");
    }
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    let after: Vec<Value> = all.iter().map(|one| without_marks(file_of(one))).collect();
    assert_eq!(before, after, "nobody's file was changed");
    assert_eq!(signed(&people[0]), first, "who had signed has the signature they made");
    assert_eq!(signed(&absent), None, "nobody comes on the sheet");
}

#[test]
fn where_there_is_a_register_only_a_trainer_puts_another_file_in_its_place() {
    let place = Place::new();
    let copy = place.path().join("copy.qlibre");
    place.call("backup", json!({ "path": copy }));
    place.call("restore_backup", json!({ "path": copy, "to": place.path().join("other.qlibre") }));
    place.call("open_workspace", json!({}));
    place.call("create_register", json!({ "passphrase": PASSPHRASE }));
    place.call("lock_register", json!({}));
    assert_eq!(place.refused("restore_backup", json!({ "path": copy })), ErrorCode::RegisterSealed);
    // Nor by opening another file first.
    let register = crate::workspace_of(place.path());
    place.call("open_workspace", json!({ "path": place.path().join("third.qlibre"), "create": true }));
    let around = json!({ "path": copy, "workspace": register });
    assert_eq!(place.refused("restore_backup", around), ErrorCode::RegisterSealed);
    place.call("open_workspace", json!({ "path": register }));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    place.call("lock_register", json!({}));
    assert_eq!(
        place.app.call(Role::Guest, "get_register", json!({})).expect_err("a phone").code,
        ErrorCode::Forbidden
    );
}
