//! Who is on an open sheet, and under which name.

use serde_json::{Value, json};

use crate::Place;

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
