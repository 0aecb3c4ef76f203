//! What is taken back on a sheet, and what is not.

use ql_api::ErrorCode;
use serde_json::{Value, json};

use crate::{Place, stroke};

#[test]
fn no_undo_takes_a_signature_away() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let cell = |half: &str| json!({ "session": session, "person": lina, "half": half });
    let mut sign = cell("morning");
    sign["strokes"] = json!([stroke(3)]);
    place.call("sign_cell", sign);
    let mut mark = cell("afternoon");
    mark["state"] = json!("excused");
    place.call("mark_cell", mark);
    let undone = place.call("undo_register", json!({}));
    assert_eq!((&undone["done"], &undone["session"]), (&json!("mark_cell"), &json!(session)));
    assert_eq!(undone["date"], place.call("get_sheet", json!({ "session": session }))["session"]["date"]);
    assert_eq!(place.call("undo_register", json!({}))["done"], Value::Null);
    let cells = place.call("get_sheet", json!({ "session": session }))["people"][0]["cells"].clone();
    assert_eq!((&cells[0]["state"], &cells[1]["state"]), (&json!("present"), &json!("expected")));
    assert_ne!(cells[0]["signature"], Value::Null);
    // Erased in front of who made it, it can be put back.
    place.call("clear_signature", cell("morning"));
    assert_eq!(place.call("undo_register", json!({}))["done"], "clear_signature");
    let cells = place.call("get_sheet", json!({ "session": session }))["people"][0]["cells"].clone();
    assert_ne!(cells[0]["signature"], Value::Null);
}

#[test]
fn nothing_is_taken_back_from_under_a_signature() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    place.person_on(&session, "Mehdi", "Sy", "participant");
    let late =
        json!({ "session": session, "person": lina, "half": "morning", "state": "present", "late": "10:00" });
    place.call("mark_cell", late);
    assert_eq!(place.call("undo_register", json!({}))["done"], "mark_cell");
    assert_eq!(place.call("redo_register", json!({}))["done"], "mark_cell");
    let sign = json!({ "session": session, "person": lina, "half": "morning", "strokes": [stroke(3)] });
    place.call("sign_cell", sign);
    // How she signed stays, and so does everyone who is on that sheet: the one who did not sign too.
    assert_eq!(place.call("undo_register", json!({}))["done"], Value::Null);
    assert_eq!(place.call("redo_register", json!({}))["done"], Value::Null);
    let people = place.call("get_sheet", json!({ "session": session }))["people"].clone();
    assert_eq!(people.as_array().map(Vec::len), Some(2));
    let cell = &people[0]["cells"][0];
    assert_eq!((&cell["state"], &cell["late"]), (&json!("present"), &json!("10:00")));
    assert_ne!(cell["signature"], Value::Null);
    assert_eq!(
        place.call("list_people", json!({}))["people"].as_array().map(Vec::len),
        Some(2),
        "their files"
    );
    let absent = json!({ "session": session, "person": lina, "half": "afternoon", "state": "absent" });
    place.call("mark_cell", absent);
    let undone = place.call("undo_register", json!({}));
    assert_eq!(
        (&undone["done"], &undone["name"]),
        (&json!("mark_cell"), &json!("Lina Kaci")),
        "whose line it was"
    );
}

#[test]
fn nobody_s_file_is_taken_back_from_under_a_correction_or_a_note() {
    let place = Place::opened();
    let session = place.session();
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let sign = json!({ "session": session, "person": bruno, "half": "morning", "strokes": [stroke(3)] });
    place.call("sign_cell", sign);
    place.call("close_sheet", json!({ "session": session, "by": bruno }));
    let add = |given: &str| {
        place.add("add_person", json!({ "given": given, "family": "Sy", "role": "participant" }))
    };
    let awa = add("Awa");
    let correction = json!({
        "session": session, "person": awa, "half": "morning", "state": "present", "reason": "Oubliée", "by": bruno,
    });
    place.call("correct_cell", correction);
    assert_eq!(place.call("undo_register", json!({}))["done"], Value::Null);
    let noah = add("Noah");
    place.call("set_person", json!({ "person": noah, "field": "phone", "value": "0639984101" }));
    place.call("set_health", json!({ "person": noah, "text": "noix", "until": crate::in_days(200) }));
    assert_eq!(place.call("undo_register", json!({}))["done"], "set_person");
    assert_eq!(place.call("undo_register", json!({}))["done"], Value::Null, "his note stands on his file");
    // What is taken back is named, though it is gone.
    add("Inès");
    let undone = place.call("undo_register", json!({}));
    assert_eq!(
        (&undone["done"], &undone["name"], &undone["person"]),
        (&json!("add_person"), &json!("Inès Sy"), &Value::Null)
    );
}

#[test]
fn a_group_comes_onto_a_sheet_in_one_step_and_leaves_with_its_session() {
    let place = Place::opened();
    let session = place.session();
    for given in ["Awa", "Noah", "Inès"] {
        place.add("add_person", json!({ "given": given, "family": "Sy", "role": "participant" }));
    }
    let people = || {
        let sheet = place.call("get_sheet", json!({ "session": session }));
        sheet["people"].as_array().map(Vec::len)
    };
    place.call("fill_sheet", json!({ "session": session }));
    assert_eq!(people(), Some(3));
    let undone = place.call("undo_register", json!({}));
    assert_eq!((&undone["done"], &undone["name"]), (&json!("fill_sheet"), &Value::Null));
    assert_eq!(people(), Some(0));
    place.call("redo_register", json!({}));
    // A session that is changed is in no undo: what was done before is not taken back in its place.
    place.call("set_session", json!({ "session": session, "values": { "title": "Stage" } }));
    assert_eq!(place.call("undo_register", json!({}))["done"], Value::Null);
    place.call("delete_session", json!({ "session": session }));
    // Nor is anything noted or printed of it any more.
    let first = place.call("get_sheet", json!({ "session": session }))["people"][0]["person"].clone();
    let cell = json!({ "session": session, "person": first, "half": "morning" });
    let with = |more: Value| {
        let mut all = cell.clone();
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let nothing_more = [
        ("mark_cell", with(json!({ "state": "present" }))),
        ("clear_signature", cell.clone()),
        ("remove_from_sheet", json!({ "session": session, "person": first })),
        ("close_sheet", json!({ "session": session, "by": first })),
        ("set_session", json!({ "session": session, "values": { "title": "Camp" } })),
        ("remove_scan", json!({ "session": session, "scan": first })),
    ];
    for (call, with) in nothing_more {
        assert_eq!(place.refused(call, with), ErrorCode::NotFound, "{call}");
    }
    let paper = json!({ "kind": "attendance", "session": session });
    let to = place.path().join("deleted.pdf");
    assert_eq!(place.refused("export_paper", json!({ "paper": paper, "to": to })), ErrorCode::NotFound);
    // Out of sight, its sheet is let be, and the files that stand on it.
    assert_eq!(place.call("undo_register", json!({}))["done"], Value::Null);
    place.call("restore_session", json!({ "session": session }));
    assert_eq!(people(), Some(3));
    let nobody = json!({ "session": session, "person": session });
    assert_eq!(place.refused("add_to_sheet", nobody), ErrorCode::NotFound);
}
