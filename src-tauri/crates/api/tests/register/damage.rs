//! What does not open is said, and said where it is missed.

use ql_api::{ErrorCode, Role};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{PASSPHRASE, Place, start, stroke, workspace_of};

#[test]
fn a_sheet_that_does_not_open_is_not_shown_as_an_empty_one() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let sign = json!({ "session": session, "person": lina, "half": "morning", "strokes": [stroke(9)] });
    place.call("sign_cell", sign);
    assert_eq!(place.call("check", json!({}))["ok"], true);
    place.call("lock_register", json!({}));
    place.app.close();
    tear_document(&Connection::open(workspace_of(place.path())).expect("the file opens"), &session);

    let place = Place { app: start(place.path()), folder: place.folder };
    assert_eq!(place.call("get_register", json!({}))["damaged"], 0, "sealed, nobody can know");
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(place.call("get_register", json!({}))["damaged"], 1);
    let sheet = json!({ "session": session });
    assert_eq!(place.refused("get_sheet", sheet.clone()), ErrorCode::SealedDamaged);
    let to = place.path().join("month.pdf");
    let month = json!({ "paper": { "kind": "attendance_month", "month": "2026-02" }, "to": to });
    assert_eq!(place.refused("export_paper", month), ErrorCode::SealedDamaged, "a month lacks it");
    let other = json!({ "kind": "attendance_month", "month": "2026-03" });
    let printed = place.refused("export_paper", json!({ "paper": other, "to": to }));
    assert_eq!(printed, ErrorCode::NothingToPrint, "another month does not miss it");
    let title = json!({ "session": session, "values": { "title": "Autre" } });
    assert_eq!(place.refused("set_session", title), ErrorCode::SealedDamaged, "what it holds is not known");
    assert_eq!(place.refused("delete_session", json!({ "session": session })), ErrorCode::SealedDamaged);
    let problems = place.call("check", json!({}))["problems"].clone();
    assert_eq!(
        problems.as_array().expect("problems").iter().map(|one| &one["code"]).collect::<Vec<_>>(),
        [&json!("sealed")],
        "{problems}"
    );
    assert_eq!(place.call("destroy_damaged", json!({}))["destroyed"], 1);
    assert_eq!(place.call("get_sheet", sheet)["people"], json!([]), "it can be begun again");
    assert_eq!(place.call("get_register", json!({}))["damaged"], Value::from(0));
    place.call("lock_register", json!({}));
    let sealed = place.app.call(Role::Desk, "destroy_damaged", json!({}));
    assert_eq!(sealed.expect_err("sealed").code, ErrorCode::RegisterSealed);
}

/// Closed, changed by a hand that knows SQL, and opened again.
fn altered(place: Place, change: impl FnOnce(&Connection)) -> Place {
    place.call("lock_register", json!({}));
    place.app.close();
    change(&Connection::open(workspace_of(place.path())).expect("the file opens"));
    let place = Place { app: start(place.path()), folder: place.folder };
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    place
}

fn tear(file: &Connection, table: &str, document: &str) {
    let torn = file
        .execute(&format!("UPDATE {table} SET bytes = substr(bytes, 1, 60) WHERE document = ?1"), [document])
        .expect("altered");
    assert_eq!(torn, 1, "{table}");
}

/// Its snapshot and its log: one of both would be enough to open it.
fn tear_document(file: &Connection, document: &str) {
    for table in ["snapshot", "document_update"] {
        let torn = format!("UPDATE {table} SET bytes = substr(bytes, 1, 60) WHERE document = ?1");
        assert_ne!(file.execute(&torn, [document]).expect("altered"), 0, "{table}");
    }
}

#[test]
fn a_torn_signature_is_one_signature() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let sign =
        |who: &str| json!({ "session": session, "person": who, "half": "morning", "strokes": [stroke(9)] });
    place.call("sign_cell", sign(&lina));
    let place = altered(place, |file| tear(file, "sealed", &session));
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let mut of_bruno = sign(&bruno);
    of_bruno["strokes"] = json!([stroke(3)]);
    place.call("sign_cell", of_bruno);
    assert_eq!(place.call("get_register", json!({}))["damaged"], 1, "it is told");
    let sheet = || place.call("get_sheet", json!({ "session": session }));
    let cell = |sheet: &Value, list: &str| sheet[list][0]["cells"][0].clone();
    let (of_lina, of_trainer) = (cell(&sheet(), "people"), cell(&sheet(), "trainers"));
    assert_eq!((&of_lina["state"], &of_lina["signature"]["outline"]), (&json!("present"), &Value::Null));
    assert!(of_trainer["signature"]["outline"]["path"].is_string(), "the others are as they were");
    let close = json!({ "session": session, "by": bruno });
    assert_eq!(place.refused("close_sheet", close.clone()), ErrorCode::SignatureDamaged);
    for (kind, name) in [("attendance", "a.pdf"), ("attendance_month", "m.pdf")] {
        let paper = json!({ "kind": kind, "session": session, "month": "2026-02" });
        place.call("export_paper", json!({ "paper": paper, "to": place.path().join(name) }));
    }
    let data = json!({ "kind": "person_data", "person": lina });
    place.call("export_paper", json!({ "paper": data, "to": place.path().join("d.pdf") }));
    // Given up, it is not told again; the box says that there was one.
    assert_eq!(place.call("destroy_damaged", json!({}))["destroyed"], 1);
    assert_eq!(place.call("get_register", json!({}))["damaged"], 0);
    assert_eq!(cell(&sheet(), "people")["signature"]["outline"], Value::Null);
    // Erasing somebody from the sheet is not in its way, nor signing again.
    place.call("erase_person", json!({ "person": place.person_on(&session, "Awa", "Sy", "participant") }));
    place.call("clear_signature", json!({ "session": session, "person": lina, "half": "morning" }));
    place.call("sign_cell", sign(&lina));
    place.call("close_sheet", close);
    assert!(cell(&sheet(), "people")["signature"]["outline"]["path"].is_string());
}

#[test]
fn what_does_not_open_may_be_of_whoever_is_erased() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    let noah = place.add("add_person", json!({ "given": "Noah", "family": "Petit", "role": "participant" }));
    for person in [&lina, &noah] {
        place.call("set_health", json!({ "person": person, "text": "noix", "until": crate::in_days(200) }));
    }
    // Her note and his, whichever is whose.
    let place = altered(place, |file| {
        for table in ["snapshot", "document_update"] {
            let notes = format!(
                "UPDATE {table} SET bytes = substr(bytes, 1, 60) FROM document \
                 WHERE document.id = {table}.document AND document.kind = 'health'"
            );
            assert_eq!(file.execute(&notes, []).expect("altered"), 2, "{table}");
        }
    });
    let preview = place.call("preview_erasure", json!({ "person": lina }));
    assert_eq!(preview["damaged"], 2, "one may be hers");
    assert_eq!(place.call("destroy_damaged", json!({}))["destroyed"], 2);
    let preview = place.call("preview_erasure", json!({ "person": lina }));
    assert_eq!((&preview["damaged"], &preview["health"]), (&json!(0), &json!(false)));
}

#[test]
fn a_note_of_nobody_goes_with_the_file_that_was_given_up() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    place.call("set_health", json!({ "person": lina, "text": "noix", "until": crate::in_days(200) }));
    let place = altered(place, |file| tear_document(file, &lina));
    assert_eq!(place.call("destroy_damaged", json!({}))["destroyed"], 1);
    place.call("lock_register", json!({}));
    place.app.close();
    let file = Connection::open(workspace_of(place.path())).expect("the file opens");
    let left = file.execute("UPDATE document SET kind = kind WHERE kind = 'health'", []).expect("counted");
    assert_eq!(left, 0);
}

#[test]
fn an_older_copy_brings_nobody_back_onto_an_open_sheet() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let noah = place.person_on(&session, "Noah", "Petit", "participant");
    let sign = json!({ "session": session, "person": lina, "half": "morning", "strokes": [stroke(9)] });
    place.call("sign_cell", sign);
    // On another one she was, and is not any more.
    let other = place.session();
    place.call("add_to_sheet", json!({ "session": other, "person": lina }));
    place.call("add_to_sheet", json!({ "session": other, "person": noah }));
    place.call("remove_from_sheet", json!({ "session": other, "person": lina }));
    let copy = place.path().join("copie.qlibre");
    place.call("backup", json!({ "path": copy }));
    place.call("erase_person", json!({ "person": lina }));
    let as_it_was = |session: &str| {
        let file = Connection::open(workspace_of(place.path())).expect("the file opens");
        let same = "UPDATE key SET wrapped = key.wrapped FROM copy.key AS before \
            WHERE key.document = ?1 AND before.document = ?1 AND before.wrapped = key.wrapped";
        file.execute("ATTACH ?1 AS copy", [copy.to_string_lossy()]).expect("attached");
        file.execute(same, [session]).expect("counted") == 1
    };
    place.call("restore_backup", json!({ "path": copy }));
    assert!(as_it_was(&session) && as_it_was(&other));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    assert!(!as_it_was(&session) && !as_it_was(&other), "both have another key, without her in their past");
    let sheet = place.call("get_sheet", json!({ "session": session }));
    let people: Vec<&Value> =
        sheet["people"].as_array().expect("people").iter().map(|one| &one["person"]).collect();
    assert_eq!(people, [&json!(noah)]);
    let file = Connection::open(workspace_of(place.path())).expect("the file opens");
    let signatures = file.execute("UPDATE sealed SET document = document", []).expect("counted");
    assert_eq!(signatures, 0, "nor is her signature there");
}

#[test]
fn two_older_copies_one_after_the_other_bring_nobody_back() {
    let place = Place::opened();
    let (first, second) = (place.path().join("un.qlibre"), place.path().join("deux.qlibre"));
    place.call("backup", json!({ "path": first }));
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    place.call("backup", json!({ "path": second }));
    place.call("erase_person", json!({ "person": lina }));
    for copy in [first, second] {
        place.call("restore_backup", json!({ "path": copy }));
        place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    }
    assert_eq!(place.refused("get_person", json!({ "person": lina })), ErrorCode::NotFound);
}

#[test]
fn whoever_was_made_one_with_a_file_that_is_gone_stands_for_themselves() {
    let place = Place::opened();
    let person = |given: &str| {
        place.add("add_person", json!({ "given": given, "family": "Kaci", "role": "participant" }))
    };
    let (a, b) = (person("Lina"), person("Line"));
    place.call("merge_people", json!({ "keep": a, "drop": b }));
    let copy = place.path().join("copie.qlibre");
    place.call("backup", json!({ "path": copy }));
    place.call("undo_register", json!({}));
    place.call("erase_person", json!({ "person": a }));
    place.call("restore_backup", json!({ "path": copy }));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(place.call("list_people", json!({}))["people"][0]["id"], json!(b));
    place.call("erase_person", json!({ "person": b }));
    assert_eq!(place.call("list_people", json!({}))["total"], 0);
}

#[test]
fn what_waited_in_an_older_copy_is_taken_in_but_of_who_was_erased() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let noah = place.person_on(&session, "Noah", "Petit", "participant");
    let mut pad = place.call("hand_over", json!({ "session": session, "half": "morning" }));
    for seed in [9, 11] {
        let sign = json!({ "slot": pad["current"]["slot"], "strokes": [stroke(seed)] });
        pad = place.call("sign_handover", sign);
    }
    let copy = place.path().join("copie.qlibre");
    place.call("backup", json!({ "path": copy }));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    place.call("erase_person", json!({ "person": lina }));
    place.call("restore_backup", json!({ "path": copy }));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    let sheet = place.call("get_sheet", json!({ "session": session }));
    assert_eq!(sheet["people"].as_array().map(Vec::len), Some(1));
    assert_eq!(sheet["people"][0]["person"], json!(noah));
    assert!(sheet["people"][0]["cells"][0]["signature"].is_object(), "he has signed");
    let register = place.call("get_register", json!({}));
    assert_eq!((&register["waiting"], &register["refused"]), (&json!(0), &json!(0)));
}

#[test]
fn a_torn_lock_is_no_wrong_passphrase() {
    let place = Place::opened();
    let place = altered(place, |_| ());
    place.call("lock_register", json!({}));
    let with = json!({ "passphrase": PASSPHRASE });
    let torn = |what: &str| {
        let file = Connection::open(workspace_of(place.path())).expect("the file opens");
        assert_eq!(file.execute(&format!("UPDATE register SET {what}"), []).expect("altered"), 1);
    };
    // The public key follows from the secret.
    torn("recipient = 'age1'");
    place.call("unlock_register", with.clone());
    place.call("lock_register", json!({}));
    let copy = place.path().join("copie.qlibre");
    place.call("backup", json!({ "path": copy }));
    torn("passphrase = substr(passphrase, 1, 40)");
    assert_eq!(place.refused("unlock_register", with), ErrorCode::LockTorn);
    let register = place.call("get_register", json!({}));
    assert_eq!(register["tries_left"], 5, "it is no try: {register}");
    let problems = place.call("check", json!({}))["problems"].clone();
    assert_eq!(problems[0]["where"], "passphrase", "{problems}");
    let restore = json!({ "path": copy });
    assert_eq!(
        place.refused("restore_backup", restore.clone()),
        ErrorCode::RegisterSealed,
        "the code may open it"
    );
    // When neither opens, going back is what is left; what is torn here is not carried there.
    torn("recovery = substr(recovery, 1, 40), wraps = wraps + 1");
    place.call("restore_backup", restore);
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
}

#[test]
fn the_right_words_go_back_from_a_torn_lock() {
    let place = Place::new();
    let code: String = place.call("create_register", json!({ "passphrase": PASSPHRASE }))["code"]
        .as_array()
        .expect("groups")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let (copy, other) = (place.path().join("copie.qlibre"), place.path().join("autre.qlibre"));
    place.call("backup", json!({ "path": copy }));
    place.call("backup", json!({ "path": other }));
    place.call("lock_register", json!({}));
    let register = workspace_of(place.path());
    let file = Connection::open(&register).expect("the file opens");
    // Both are locks still, as far as anybody sees who has no words.
    let torn = "UPDATE register SET passphrase = substr(passphrase, 1, length(passphrase) - 1), \
        recovery = substr(recovery, 1, length(recovery) - 1)";
    assert_eq!(file.execute(torn, []).expect("altered"), 1);
    drop(file);
    let with = |passphrase: &str| json!({ "passphrase": passphrase });
    let restore = json!({ "path": copy });
    let aside = json!({ "path": copy, "to": place.path().join("neuf.qlibre") });

    assert_eq!(
        place.refused("unlock_register", with("quatre façades à l’ombre")),
        ErrorCode::PassphraseWrong
    );
    for request in [&restore, &aside] {
        let refused = place.refused("restore_backup", request.clone());
        assert_eq!(refused, ErrorCode::RegisterSealed, "a wrong phrase goes nowhere");
    }
    assert_eq!(place.call("get_register", json!({}))["tries_left"], 4);
    assert_eq!(place.refused("unlock_register", with(PASSPHRASE)), ErrorCode::LockTorn);
    let elsewhere = json!({ "path": copy, "workspace": other });
    let refused = place.refused("restore_backup", elsewhere);
    assert_eq!(refused, ErrorCode::RegisterSealed, "it is not the register these words are of");
    place.call("restore_backup", aside);
    place.call("unlock_register", with(PASSPHRASE));
    place.call("open_workspace", json!({ "path": register }));
    let refused = place.refused("restore_backup", restore.clone());
    assert_eq!(refused, ErrorCode::RegisterSealed, "another file was open meanwhile");
    assert_eq!(place.refused("unlock_register", json!({ "code": code })), ErrorCode::LockTorn);
    place.call("restore_backup", restore);
    place.call("unlock_register", with(PASSPHRASE));
}

#[test]
fn a_copy_keeps_its_own_lock_where_that_of_today_is_torn_within() {
    let place = Place::new();
    place.call("create_register", json!({ "passphrase": PASSPHRASE }));
    let copy = place.path().join("copie.qlibre");
    place.call("backup", json!({ "path": copy }));
    let new = "quatre façades à l’ombre du soir";
    place.call("change_passphrase", json!({ "current": PASSPHRASE, "passphrase": new }));
    place.call("lock_register", json!({}));
    let file = Connection::open(workspace_of(place.path())).expect("the file opens");
    let torn = "UPDATE register SET passphrase = substr(passphrase, 1, length(passphrase) - 1)";
    assert_eq!(file.execute(torn, []).expect("altered"), 1);
    drop(file);
    let with = |passphrase: &str| json!({ "passphrase": passphrase });
    assert_eq!(place.refused("unlock_register", with(new)), ErrorCode::LockTorn);
    assert_eq!(place.refused("unlock_register", with("autre chose encore")), ErrorCode::PassphraseWrong);
    let restore = json!({ "path": copy });
    let refused = place.refused("restore_backup", restore.clone());
    assert_eq!(refused, ErrorCode::RegisterSealed, "somebody else may be here by now");
    assert_eq!(place.refused("unlock_register", with(new)), ErrorCode::LockTorn);
    place.call("restore_backup", restore);
    place.call("unlock_register", with(PASSPHRASE));
}

#[test]
fn no_register_begins_where_what_opens_another_is_gone() {
    let place = Place::new();
    place.call("add_film", json!({ "title": "La nuit" }));
    let copy = place.path().join("copie.qlibre");
    place.call("backup", json!({ "path": copy }));
    place.app.close();
    // As where the row of the register was taken out: something sealed, and nothing that opens it.
    let file = Connection::open(workspace_of(place.path())).expect("the file opens");
    let sealed = "UPDATE document SET kind = 'person' WHERE kind = 'film'";
    assert_eq!(file.execute(sealed, []).expect("altered"), 1);
    drop(file);

    let place = Place { app: start(place.path()), folder: place.folder };
    let problems = place.call("check", json!({}))["problems"].clone();
    let said = json!({ "code": "sealed", "where": "register" });
    assert!(problems.as_array().expect("problems").contains(&said), "{problems}");
    let phrase = json!({ "passphrase": PASSPHRASE });
    assert_eq!(place.refused("create_register", phrase.clone()), ErrorCode::LockTorn);
    place.call("restore_backup", json!({ "path": copy }));
    place.call("create_register", phrase);
}

#[test]
fn a_check_says_whether_what_is_sealed_was_read() {
    let place = Place::opened();
    place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    assert_eq!(place.call("check", json!({}))["sealed"], false);
    place.call("lock_register", json!({}));
    assert_eq!(place.call("check", json!({}))["sealed"], true);
}
