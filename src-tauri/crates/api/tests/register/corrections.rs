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
    let delete = json!({ "session": session });
    assert_eq!(
        place.refused("delete_session", delete),
        ErrorCode::SheetClosed,
        "nothing of it can be cleared"
    );
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
    assert_eq!(place.refused("correct_cell", wrong), ErrorCode::HoursOutside, "the morning is over by then");
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
        (&json!("present"), &json!("not_expected"), &json!("10:30"))
    );
    assert_eq!(sheet["corrections"][0]["by"], "Rachid Ouali");
    let forgotten = |at: usize| sheet["corrections"][at]["forgotten"] == json!(true);
    assert!(forgotten(0) && !forgotten(1), "the first says that she was not on what was closed");
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

fn sheet(place: &Place, session: &str) -> serde_json::Value {
    place.call("get_sheet", json!({ "session": session }))
}

fn codes(sheet: &serde_json::Value) -> Vec<&str> {
    sheet["warnings"].as_array().expect("warnings").iter().filter_map(|one| one["code"].as_str()).collect()
}

#[test]
fn what_was_closed_holds_whatever_comes_after() {
    let place = Place::opened();
    let session = place.session();
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let photo = place.path().join("photo.png");
    std::fs::write(&photo, crate::marks::picture()).expect("a photo");
    let film = place.add("add_film", json!({ "title": "Le Terrain vague" }));
    place.call("set_session", json!({ "session": session, "values": { "films": [film] } }));
    let room = place.add("add_place", json!({ "name": "Maison du Clos", "capacity": 3 }));
    place.call("set_session", json!({ "session": session, "values": { "place": room } }));
    place.call("attach_scan", json!({ "session": session, "path": photo }));
    let scan = sheet(&place, &session)["scans"][0]["id"].clone();
    let of_scan = json!({ "session": session, "scan": scan });
    place.call("remove_scan", of_scan.clone());
    close(&place, &session, &bruno);
    // A photo that was taken away before the closing is put back after it: beside what was closed.
    place.call("restore_scan", of_scan.clone());
    assert_eq!(sheet(&place, &session)["scans"][0]["frozen"], false);
    assert!(!codes(&sheet(&place, &session)).contains(&"changed"));
    place.call("remove_scan", of_scan);
    // Nor do a film, a place, and how many may be in it.
    place.call("set_field", json!({ "film": film, "entity": film, "field": "title", "value": "CARAMBA" }));
    place.call("set_place", json!({ "place": room, "field": "name", "value": "Autre salle" }));
    place.call("set_place", json!({ "place": room, "field": "capacity", "value": 1 }));
    let one = place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    let correction = json!({
        "session": session, "person": one, "half": "morning", "state": "present", "reason": "Oubliée", "by": bruno,
    });
    place.call("correct_cell", correction);
    let closed = sheet(&place, &session);
    assert_eq!(closed["films"], json!(["Le Terrain vague"]));
    assert_eq!(
        (&closed["place"]["name"], &closed["place"]["capacity"]),
        (&json!("Maison du Clos"), &json!(3))
    );
    assert!(!codes(&closed).contains(&"over_capacity"));
}

#[test]
fn two_files_made_one_are_one_person_of_several_lines() {
    let place = Place::opened();
    let session = place.session();
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let a = place.person_on(&session, "Lina", "Kaci", "participant");
    let b = place.person_on(&session, "Lina", "Kassi", "participant");
    let cell = |who: &str, half: &str| json!({ "session": session, "person": who, "half": half });
    let mut tick = cell(&a, "morning");
    tick["state"] = json!("present");
    place.call("mark_cell", tick);
    // Of the morning both say something, and not the same: nobody makes one line of them.
    let mut excused = cell(&b, "morning");
    excused["state"] = json!("excused");
    place.call("mark_cell", excused);
    let mut sign = cell(&b, "afternoon");
    sign["strokes"] = json!([stroke(7)]);
    place.call("sign_cell", sign);
    let line = |place: &Place| place.call("list_sheets", json!({}))["sheets"][0].clone();
    assert_eq!((&line(&place)["expected"], &line(&place)["present"]), (&json!(2), &json!(2)));
    place.call("merge_people", json!({ "keep": a, "drop": b }));
    assert_eq!((&line(&place)["expected"], &line(&place)["present"]), (&json!(1), &json!(1)));
    // Both lines of the afternoon say something: whoever was there was, once, whatever was put right on the other line.
    let mut put = cell(&a, "afternoon");
    put["state"] = json!("present");
    place.call("mark_cell", put);
    let trainer = json!({ "session": session, "person": bruno, "half": "morning", "strokes": [stroke(3)] });
    place.call("sign_cell", trainer);
    place.call("close_sheet", json!({ "session": session, "by": bruno }));
    let mut put = cell(&a, "afternoon");
    (put["state"], put["reason"], put["by"]) = (json!("absent"), json!("Deux lignes"), json!(bruno));
    place.call("correct_cell", put);
    let people = place.call("list_people", json!({ "query": "lina" }))["people"].clone();
    assert_eq!((&people[0]["present"], &people[0]["expected"]), (&json!(2), &json!(2)));
    let file = place.call("get_person", json!({ "person": a }));
    let states: Vec<_> =
        file["attendance"].as_array().expect("marks").iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["present", "present"]);
    // A trainer of two files is in two places all the same.
    let halves = json!([{ "code": "morning", "start": "10:00", "end": "11:00" }]);
    let with = json!({ "title": "Ailleurs", "kind": "workshop", "date": "2026-02-24", "halves": halves });
    let other = place.add("add_session", with);
    let twin = place.person_on(&other, "Bruno", "Le Moine", "trainer");
    assert!(!codes(&sheet(&place, &session)).contains(&"trainer_twice"));
    place.call("merge_people", json!({ "keep": bruno, "drop": twin }));
    assert!(codes(&sheet(&place, &session)).contains(&"trainer_twice"));
}

#[test]
fn a_half_day_that_was_noted_stays_with_its_hours() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let mark = |state: &str, late: serde_json::Value| json!({ "session": session, "person": lina, "half": "morning", "state": state, "late": late });
    place.call("mark_cell", mark("present", json!("10:05")));
    let until = |start: &str, end: &str| {
        json!({ "session": session, "values": { "halves": [
            { "code": "morning", "start": start, "end": end },
        ]}})
    };
    let halves = |start: &str| until(start, "12:30");
    let afternoon = json!({ "session": session, "values": { "halves": [
        { "code": "afternoon", "start": "13:30", "end": "16:30" },
    ]}});
    assert_eq!(place.refused("set_session", afternoon.clone()), ErrorCode::SheetMarked);
    assert_eq!(place.refused("set_session", halves("10:30")), ErrorCode::SheetMarked, "they came before");
    let nothing_left = until("09:00", "10:05");
    assert_eq!(place.refused("set_session", nothing_left), ErrorCode::SheetMarked, "no minute of it is left");
    place.call("set_session", halves("10:00"));
    place.call("mark_cell", mark("expected", serde_json::Value::Null));
    place.call("set_session", afternoon);
    let with = json!({
        "title": "Nulle part", "kind": "workshop", "date": "2026-02-24", "place": lina,
        "halves": [{ "code": "morning", "start": "10:00", "end": "11:00" }],
    });
    assert_eq!(place.refused("add_session", with), ErrorCode::NotFound, "a place that is none");
}
