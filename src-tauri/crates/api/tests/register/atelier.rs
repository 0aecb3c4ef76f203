//! In Atelier no command returns or changes anything of a person, but faces and new entries of the inbox.

use std::{collections::BTreeMap, fs};

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

/// Asks every command of the sealed register, as everybody, for everything there is; none of these marks comes back. How many answers there were.
fn ask_everything(
    place: &Place,
    ids: &[String],
    paths: [&str; 3],
    marks: &[&str],
    goes_round: bool,
) -> BTreeMap<&'static str, usize> {
    let mut dice = Dice(41);
    let mut answered: BTreeMap<&str, usize> = BTreeMap::new();
    for round in 0..ROUNDS {
        for command in COMMANDS {
            // The first two open another file, or take a second on purpose; each has tests of its own. The others take long.
            let slow = ["duplicate_film", "preview_paper", "export_film", "print_film", "check", "backup"];
            // While the laptop goes round, it goes on.
            let ends = ["end_handover", "lock_register"];
            if matches!(command.name, "open_workspace" | "unlock_register")
                || (goes_round && ends.contains(&command.name))
                || (round > 1 && slow.contains(&command.name))
            {
                continue;
            }
            let with = request(&mut dice, ids, paths);
            for role in [Role::Guest, Role::Desk, Role::Trainer] {
                let answer = place.app.call(role, command.name, with.clone());
                if command.role == Role::Trainer {
                    let code = answer.as_ref().err().map(|error| error.code);
                    let expected =
                        if role == Role::Guest { ErrorCode::Forbidden } else { ErrorCode::RegisterSealed };
                    assert_eq!(code, Some(expected), "{} as {role:?}", command.name);
                }
                if let Ok(reply) = answer {
                    *answered.entry(command.name).or_default() += 1;
                    let said = reply.to_string();
                    // A word that was sent comes back as a word of the film it was sent to.
                    for mark in marks {
                        assert!(!said.contains(mark), "{} returns {mark}: {said}", command.name);
                    }
                }
            }
            assert_eq!(
                place.call("get_register", json!({}))["unlocked"],
                false,
                "{} opened the register",
                command.name
            );
        }
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
    place.call("set_health", json!({ "person": people[0], "text": "HEALTHMARK", "until": "2099-08-31" }));
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
    ids.extend([session.clone(), film, "00000000-0000-0000-0000-000000000000".to_owned()]);
    let path = place.path().join("elsewhere").display().to_string();
    let marks = ["GIVENMARK", "FAMILYMARK", "TRAINERMARK", "PHONEMARK", "HEALTHMARK"];
    let answered = ask_everything(&place, &ids, [&path, &file, &copy], &marks, false);
    for role in [Role::Guest, Role::Desk, Role::Trainer] {
        let bytes = place.app.bytes(role, &format!("scan/{session}/{scan}"));
        let expected = if role == Role::Guest { ErrorCode::Forbidden } else { ErrorCode::RegisterSealed };
        assert_eq!(bytes.err().map(|error| error.code), Some(expected), "a photo of the sheet as {role:?}");
    }
    assert!(answered.len() > 20, "the requests must reach the commands: {answered:?}");
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    let mut after = everything(&place, &session, &people);
    // A scene may be drawn on, a face be made: nothing of that is in what trainers keep of people.
    for list in [&mut before, &mut after] {
        // What could be taken back ended with the sealing.
        list.iter_mut().filter_map(Value::as_object_mut).for_each(|said| drop(said.remove("can_undo")));
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
