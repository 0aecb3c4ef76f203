//! Who is on an open sheet, and under which name.

use ql_api::ErrorCode;
use serde_json::{Value, json};

use crate::{Place, stroke};

fn sheet(place: &Place, session: &str) -> Value {
    place.call("get_sheet", json!({ "session": session }))
}

/// Someone's half-days on a sheet.
fn cells(place: &Place, session: &str, person: &str) -> Value {
    let sheet = sheet(place, session);
    let people = sheet["people"].as_array().expect("people");
    let one = people.iter().find(|one| one["person"] == person).expect("on the sheet");
    one["cells"].clone()
}

fn mark(place: &Place, session: &str, person: &str, more: Value) {
    let mut request = json!({ "session": session, "person": person, "half": "morning" });
    request.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    place.call("mark_cell", request);
}

#[test]
fn whoever_was_taken_off_comes_again_with_nothing_marked() {
    let place = Place::opened();
    let session = place.session();
    let group = place.add("add_group", json!({ "name": "Les mercredis" }));
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    place.call("set_person", json!({ "person": lina, "field": "groups", "value": [group] }));
    let on = json!({ "session": session, "person": lina });
    let comes: [&dyn Fn(); 3] = [
        &|| drop(place.call("add_to_sheet", on.clone())),
        &|| drop(place.call("fill_sheet", json!({ "session": session }))),
        &|| {
            let change = json!({ "session": session, "values": { "group": group } });
            place.call("set_session", change);
        },
    ];
    for again in comes {
        mark(&place, &session, &lina, json!({ "state": "present", "late": "10:00" }));
        let marked = cells(&place, &session, &lina);
        place.call("remove_from_sheet", on.clone());
        place.call("undo_register", json!({}));
        assert_eq!(cells(&place, &session, &lina), marked, "whoever is put back is as they were");
        place.call("redo_register", json!({}));
        again();
        let cell = &cells(&place, &session, &lina)[0];
        assert_eq!(
            (&cell["state"], &cell["late"]),
            (&json!("expected"), &Value::Null),
            "nobody marked her anew"
        );
    }
}

/// Who is on a sheet.
fn on(place: &Place, session: &str) -> Vec<Value> {
    let sheet = sheet(place, session);
    let lists =
        ["people", "trainers"].into_iter().flat_map(|list| sheet[list].as_array().cloned().expect("a list"));
    lists.map(|one| one["person"].clone()).collect()
}

#[test]
fn another_group_takes_the_place_of_the_one_before() {
    let place = Place::opened();
    let groups = ["Les mercredis", "Les samedis"].map(|name| place.add("add_group", json!({ "name": name })));
    let member = |given: &str, role: &str, of: &[&String]| {
        let person = place.add("add_person", json!({ "given": given, "family": "Sy", "role": role }));
        place.call("set_person", json!({ "person": person, "field": "groups", "value": of }));
        person
    };
    let [first, second] = &groups;
    let session = place.session();
    let plain = member("Awa", "participant", &[first]);
    let marked = member("Noah", "participant", &[first]);
    let signed = member("Lina", "participant", &[first]);
    let late = member("Sami", "participant", &[first]);
    let both = member("Inès", "participant", &[first, second]);
    let next = member("Mehdi", "participant", &[second]);
    let leads = member("Bruno", "trainer", &[first]);
    let by_hand = member("Zoé", "participant", &[]);
    let group =
        |id: &Value| place.call("set_session", json!({ "session": session, "values": { "group": id } }));
    group(&json!(first));
    place.call("add_to_sheet", json!({ "session": session, "person": by_hand }));
    mark(&place, &session, &marked, json!({ "state": "excused" }));
    mark(&place, &session, &late, json!({ "late": "10:00" }));
    let sign = json!({ "session": session, "person": signed, "half": "morning", "strokes": [stroke(3)] });
    place.call("sign_cell", sign);
    mark(&place, &session, &both, json!({ "state": "absent" }));
    // Trainers change in the same gesture.
    let rachid = member("Rachid", "trainer", &[]);
    place.call(
        "set_session",
        json!({ "session": session, "values": { "group": second }, "trainers_on": [rachid], "trainers_off": [] }),
    );
    let mut expected =
        [&marked, &signed, &late, &both, &next, &leads, &by_hand, &rachid].map(|id| json!(id)).to_vec();
    let sorted = |mut all: Vec<Value>| {
        all.sort_by_key(ToString::to_string);
        all
    };
    assert_eq!(sorted(on(&place, &session)), sorted(expected.clone()), "{plain} alone goes");
    // It is taken back whole, by choosing the other group again, or not at all.
    assert_eq!(place.call("undo_register", json!({}))["done"], Value::Null);
    assert_eq!(sheet(&place, &session)["group"]["id"], json!(second));
    group(&json!(first));
    expected.retain(|id| *id != json!(next));
    expected.push(json!(plain));
    assert_eq!(sorted(on(&place, &session)), sorted(expected));
    // The session was for everyone: whom that put on the sheet goes too.
    group(&Value::Null);
    assert_eq!(on(&place, &session).len(), 9, "all seven participants, and who leads");
    group(&json!(second));
    let left = on(&place, &session);
    assert!(!left.contains(&json!(by_hand)) && left.contains(&json!(next)), "{left:?}");
}

#[test]
fn a_name_put_right_in_the_register_stands_on_the_open_sheet() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lima", "Kaci", "participant");
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let sign = |person: &str| json!({ "session": session, "person": person, "half": "morning", "strokes": [stroke(person.len() as i32)] });
    place.call("sign_cell", sign(&lina));
    place.call("sign_cell", sign(&bruno));
    let given = |name: &str| {
        place.call("set_person", json!({ "person": lina, "field": "given", "value": name }));
    };
    let names = || {
        let sheet = sheet(&place, &session);
        sheet["people"].as_array().expect("people").iter().map(|one| one["name"].clone()).collect::<Vec<_>>()
    };
    given("Lina");
    assert_eq!(names(), ["Lina Kaci"]);
    // Of two files the name of the one that was kept.
    let moussa =
        place.add("add_person", json!({ "given": "Moussa", "family": "Traoré", "role": "participant" }));
    place.call("add_to_sheet", json!({ "session": session, "person": moussa }));
    mark(&place, &session, &moussa, json!({ "state": "excused" }));
    place.call("merge_people", json!({ "keep": lina, "drop": moussa }));
    assert_eq!(names(), ["Lina Kaci"; 2], "two lines in which something is noted");
    place.call("close_sheet", json!({ "session": session, "by": bruno }));
    given("Lina-Rose");
    assert_eq!(names(), ["Lina Kaci"; 2], "what was closed keeps its names");
    let warnings = sheet(&place, &session)["warnings"].clone();
    assert!(warnings.as_array().expect("warnings").iter().all(|one| one["code"] != "changed"), "{warnings}");
}

#[test]
fn who_comes_to_lead_does_not_go_with_the_group_they_were_of() {
    let place = Place::opened();
    let session = place.session();
    let [was, now] =
        ["Les mercredis", "Les samedis"].map(|name| place.add("add_group", json!({ "name": name })));
    place.call("set_session", json!({ "session": session, "values": { "group": was } }));
    let bob = place.person_on(&session, "Bob", "Ba", "participant");
    place.call("set_person", json!({ "person": bob, "field": "groups", "value": [was] }));
    place.call("set_person", json!({ "person": bob, "field": "role", "value": "trainer" }));
    let change = json!({ "session": session, "values": { "group": now }, "trainers_on": [bob] });
    place.call("set_session", change);
    let trainers = sheet(&place, &session)["trainers"].clone();
    assert!(trainers.to_string().contains(&bob), "he was asked for: {trainers}");
}

#[test]
fn a_session_of_which_something_was_noted_keeps_its_day() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let move_it = json!({ "session": session, "values": { "date": "2026-02-10" } });
    mark(&place, &session, &lina, json!({ "state": "excused" }));
    assert_eq!(
        place.refused("set_session", move_it.clone()),
        ErrorCode::SheetMarked,
        "she was excused from that day"
    );
    mark(&place, &session, &lina, json!({ "state": "expected" }));
    let photo = place.path().join("photo.png");
    std::fs::write(&photo, crate::marks::picture()).expect("a photo");
    place.call("attach_scan", json!({ "session": session, "path": photo }));
    assert_eq!(
        place.refused("set_session", move_it.clone()),
        ErrorCode::SheetMarked,
        "so is what was signed with pens"
    );
    place.call("undo_register", json!({}));
    place.call("set_session", move_it);
}

#[test]
fn a_merge_takes_no_trainer_off_a_sheet() {
    let place = Place::opened();
    let session = place.session();
    let trainer = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let other = place.person_on(&session, "Bruno", "Lemoyne", "participant");
    for person in [&trainer, &other] {
        mark(&place, &session, person, json!({ "state": "present" }));
    }
    place.call("merge_people", json!({ "keep": other, "drop": trainer }));
    let trainers = sheet(&place, &session)["trainers"].as_array().map(Vec::len);
    assert_eq!(trainers, Some(1), "somebody leads it still");
}

#[test]
fn no_signature_is_written_over() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let sign =
        |seed| json!({ "session": session, "person": lina, "half": "morning", "strokes": [stroke(seed)] });
    let signed = || sheet(&place, &session)["people"][0]["cells"][0]["signature"].clone();
    place.call("sign_cell", sign(3));
    let first = signed();
    assert_ne!(first, Value::Null);
    assert_eq!(place.refused("sign_cell", sign(5)), ErrorCode::SheetSigned);
    assert_eq!(signed(), first);
    // In front of the person it is cleared first.
    place.call("clear_signature", json!({ "session": session, "person": lina, "half": "morning" }));
    place.call("sign_cell", sign(5));
    assert_ne!(signed(), first);
}
