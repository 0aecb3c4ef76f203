//! What is put right on a closed sheet stands beside what was closed.

use ql_api::ErrorCode;
use serde_json::json;

use crate::{Place, stroke};

/// A trainer signs, and closes.
fn close(place: &Place, session: &str, by: &str) {
    let sign = json!({ "session": session, "person": by, "half": "morning", "strokes": [stroke(3)] });
    place.call("sign_cell", sign);
    place.call("close_sheet", json!({ "session": session, "by": by }));
}

#[test]
fn whoever_was_forgotten_comes_on_a_closed_sheet_by_a_correction() {
    let place = Place::opened();
    let session = place.session();
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    close(&place, &session, &bruno);
    let hash = place.call("get_sheet", json!({ "session": session }))["closed"]["hash"].clone();
    let ines =
        place.add("add_person", json!({ "given": "Inès", "family": "Marques", "role": "participant" }));
    // Who puts it right was not there.
    let rachid = place.add("add_person", json!({ "given": "Rachid", "family": "Ouali", "role": "trainer" }));
    let correction = json!({
        "session": session, "person": ines, "half": "morning", "state": "present", "late": "10:30",
        "reason": "Écrite à la main sur la feuille", "by": rachid,
    });
    let mut wrong = correction.clone();
    wrong["late"] = json!("23:00");
    assert_eq!(
        place.refused("correct_cell", wrong),
        ErrorCode::InvalidRequest,
        "the morning is over by then"
    );
    let mut wrong = correction.clone();
    wrong["half"] = json!("evening");
    assert_eq!(place.refused("correct_cell", wrong), ErrorCode::NotFound);
    place.call("correct_cell", correction);
    // Two files of hers made one: she is on it once.
    let again =
        place.add("add_person", json!({ "given": "Ines", "family": "Marques", "role": "participant" }));
    place.call("merge_people", json!({ "keep": again, "drop": ines }));
    place.call(
        "correct_cell",
        json!({
            "session": session, "person": again, "half": "afternoon", "state": "present", "reason": "Aussi", "by": rachid,
        }),
    );
    let sheet = place.call("get_sheet", json!({ "session": session }));
    assert_eq!(sheet["people"].as_array().map(Vec::len), Some(1), "{sheet}");
    assert_eq!(sheet["people"][0]["file"], again);
    assert_eq!((&sheet["people"][0]["name"], &sheet["closed"]["hash"]), (&json!("Inès Marques"), &hash));
    let cell = &sheet["people"][0]["cells"][0];
    assert_eq!(
        (&cell["state"], &cell["was"]["state"], &cell["late"]),
        (&json!("present"), &json!("expected"), &json!("10:30"))
    );
    assert_eq!(sheet["corrections"][0]["by"], "Rachid Ouali");
    assert!(sheet["warnings"].as_array().is_some_and(|all| all.iter().all(|one| one["code"] != "changed")));
    let to = place.path().join("attestation.pdf");
    place.call("export_paper", json!({ "paper": { "kind": "attestation", "person": again }, "to": to }));
    let lines = place.call("list_sheets", json!({}))["sheets"].clone();
    assert_eq!((&lines[0]["present"], &lines[0]["expected"]), (&json!(1), &json!(1)));
}

#[test]
fn each_of_two_lines_of_one_person_is_put_right_for_itself() {
    let place = Place::opened();
    let session = place.session();
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let (first, second) = (
        place.person_on(&session, "Inès", "Marques", "participant"),
        place.person_on(&session, "Ines", "Marquez", "participant"),
    );
    close(&place, &session, &bruno);
    place.call("merge_people", json!({ "keep": first, "drop": second }));
    for (person, state) in [(&first, "present"), (&second, "excused")] {
        let correction = json!({
            "session": session, "person": person, "half": "morning", "state": state, "reason": "Doublon", "by": bruno,
        });
        place.call("correct_cell", correction);
    }
    let sheet = place.call("get_sheet", json!({ "session": session }));
    let people = sheet["people"].as_array().expect("people");
    let state = |person: &str| {
        let line = people.iter().find(|one| one["person"] == person).expect("on the sheet");
        line["cells"][0]["state"].clone()
    };
    assert_eq!((people.len(), state(&first), state(&second)), (2, json!("present"), json!("excused")));
}
