//! Files of people: found, changed, made one, erased.

use ql_api::ErrorCode;
use serde_json::{Value, json};

use crate::{Place, stroke};

#[test]
fn people_are_found_changed_and_erased() {
    let place = Place::opened();
    let person =
        place.add("add_person", json!({ "given": "Aïssatou", "family": "Diallo", "role": "participant" }));
    let set = |field: &str, value: Value| json!({ "person": person, "field": field, "value": value });
    place.call("set_person", set("birth", json!("2011-05-03")));
    assert_eq!(place.refused("set_person", set("birth", json!("2011-02-30"))), ErrorCode::InvalidRequest);
    assert_eq!(
        place.refused("set_person", set("religion", json!("x"))),
        ErrorCode::InvalidRequest,
        "there is no such field"
    );
    assert_eq!(
        place.refused("set_person", set("merged", json!(person))),
        ErrorCode::InvalidRequest,
        "nor is this one for callers"
    );
    let face = place.add("add_face", json!({ "name": "Aïssa", "shape": "star", "colour": "plum" }));
    place.call("set_person", set("face", json!(face)));
    let list = place.call("list_people", json!({ "query": "AISSATOU dia" }));
    assert_eq!((list["people"][0]["shown"].clone(), list["minors"].clone()), (json!("Aïssa"), json!(1)));
    place.call("set_health", json!({ "person": person, "text": "noix", "until": crate::in_days(200) }));
    assert_eq!(place.call("get_health", json!({ "person": person }))["text"], "noix");
    assert!(
        !place.call("get_person", json!({ "person": person })).to_string().contains("noix"),
        "health is asked for apart"
    );
    for (field, value) in [("birth", "2999-05-03"), ("birth", "1850-05-03")] {
        let set = json!({ "person": person, "field": field, "value": value });
        assert_eq!(place.refused("set_person", set), ErrorCode::BirthImpossible);
    }
    let over = json!({ "person": person, "text": "noix", "until": "2020-01-01" });
    assert_eq!(place.refused("set_health", over), ErrorCode::DayPast, "it would be destroyed unread");
    let erased = place.call("erase_person", json!({ "person": person }));
    assert_eq!(erased, json!({ "kept_on": [], "purged": true, "copies_left": 0 }));
    assert_eq!(place.refused("get_person", json!({ "person": person })), ErrorCode::NotFound);
    let faces = place.call("list_faces", json!({})).to_string();
    assert!(!faces.contains("Aïssa"), "the name they chose goes too: {faces}");
}

#[test]
fn a_name_that_nobody_sees_is_none() {
    let place = Place::opened();
    let with = |given: &str, family: &str| json!({ "given": given, "family": family, "role": "participant" });
    assert_eq!(place.refused("add_person", with("\u{200b}", " ")), ErrorCode::NameMissing);
    assert_eq!(place.refused("add_person", with("\u{202e}", "\u{0}")), ErrorCode::NameMissing);
    assert_eq!(place.refused("add_person", with(&"🎬".repeat(201), "")), ErrorCode::TextTooLong);
    let person = place.add("add_person", with("\u{202e}Lina\u{0}", "Kaci"));
    let name = |field: &str, value: &str| json!({ "person": person, "field": field, "value": value });
    place.call("set_person", name("family", ""));
    assert_eq!(place.refused("set_person", name("given", "\u{2060}")), ErrorCode::NameMissing);
    assert_eq!(place.call("get_person", json!({ "person": person }))["given"], "Lina");
    assert_eq!(place.refused("add_group", json!({ "name": "\u{202e}" })), ErrorCode::NameMissing);
    assert_eq!(place.refused("add_group", json!({ "name": "g".repeat(201) })), ErrorCode::TextTooLong);
}

#[test]
fn what_the_register_never_keeps_is_refused_wherever_it_is_typed() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Işıl", "family": "Yıldız", "role": "participant" }));
    let mother = place.add("add_relative", json!({ "person": lina, "name": "Łucja" }));
    let number = "1 85 05 78 006 084 91";
    for field in ["insurance", "phone", "address"] {
        let set = json!({ "person": lina, "field": field, "value": number });
        assert_eq!(place.refused("set_person", set), ErrorCode::SocialSecurity, "{field}");
    }
    let set = json!({ "person": lina, "relative": mother, "field": "phone", "value": number });
    assert_eq!(place.refused("set_relative", set), ErrorCode::SocialSecurity);
    let health = json!({ "person": lina, "text": number, "until": "2199-01-01" });
    assert_eq!(place.refused("set_health", health), ErrorCode::SocialSecurity);
    for query in ["isil yildiz", "IŞIL", "yildız"] {
        assert_eq!(place.call("list_people", json!({ "query": query }))["people"][0]["id"], lina, "{query}");
    }
    let group = place.add("add_group", json!({ "name": "Les mercredis" }));
    let other = place.add("add_group", json!({ "name": "Les samedis" }));
    let rename = |group: &str| json!({ "group": group, "field": "name", "value": "les Mercredis" });
    assert_eq!(place.refused("set_group", rename(&other)), ErrorCode::NameTaken);
    place.call("set_group", rename(&group));
}

#[test]
fn two_files_become_one_and_can_be_parted_again() {
    let place = Place::opened();
    let session = place.session();
    let one = place.person_on(&session, "Aïssatou", "Diallo", "participant");
    let two =
        place.add("add_person", json!({ "given": "Aissatou", "family": "DIALLO", "role": "participant" }));
    place.call("set_person", json!({ "person": two, "field": "phone", "value": "06 39 98 41 07" }));
    place.add("add_relative", json!({ "person": two, "name": "Fatou Diallo" }));
    let other =
        place.add("add_person", json!({ "given": "Ibrahima", "family": "Diallo", "role": "participant" }));
    let pairs = place.call("find_duplicates", json!({}))["pairs"].clone();
    assert_eq!(pairs.as_array().map(Vec::len), Some(1), "a brother is no double: {pairs}");
    place.call("set_health", json!({ "person": one, "text": "noix", "until": crate::in_days(200) }));
    place.call("set_health", json!({ "person": two, "text": "asthme", "until": crate::in_days(90) }));
    place.call("merge_people", json!({ "keep": two, "drop": one }));
    let health = place.call("get_health", json!({ "person": two }));
    assert_eq!(
        health,
        json!({ "text": "asthme\nnoix", "until": crate::in_days(200) }),
        "no note is lost behind the other"
    );
    let merged = place.call("get_person", json!({ "person": one }));
    assert_eq!(merged["id"], two.as_str(), "the old identity leads to the file that is kept");
    assert_eq!(merged["attendance"].as_array().map(Vec::len), Some(2), "presences count for it");
    assert_eq!(place.call("list_people", json!({}))["total"], 2);
    place.call("undo_register", json!({}));
    assert_eq!(place.call("list_people", json!({}))["total"], 3, "parted again");
    assert_eq!(place.call("get_person", json!({ "person": one }))["phone"], "");
    assert_eq!(place.call("get_health", json!({ "person": one }))["text"], "noix", "and so are their notes");
    place.call("keep_apart", json!({ "a": one, "b": two }));
    assert_eq!(place.call("find_duplicates", json!({}))["pairs"], json!([]), "it is not asked again");
    let _ = other;
}

#[test]
fn nobody_has_the_sticker_of_another_while_there_are_others() {
    let place = Place::opened();
    let add = |n: usize| {
        place.add(
            "add_person",
            json!({ "given": format!("Prénom{n:02}"), "family": "x", "role": "participant" }),
        )
    };
    let people: Vec<String> = (0..30).map(add).collect();
    let of = || -> Vec<(String, Value, Value)> {
        let list = place.call("list_people", json!({}))["people"].as_array().expect("a list").clone();
        list.iter()
            .map(|one| {
                (one["id"].as_str().expect("an id").to_owned(), one["shape"].clone(), one["colour"].clone())
            })
            .collect()
    };
    let before = of();
    let different: std::collections::HashSet<String> =
        before.iter().map(|(_, shape, colour)| format!("{shape} {colour}")).collect();
    assert_eq!(different.len(), people.len());
    add(30);
    let after = of();
    assert!(before.iter().all(|one| after.contains(one)), "whoever was there keeps theirs");
}

#[test]
fn a_health_note_is_kept_for_a_camp_and_not_for_ever() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    let until = |days: u64| json!({ "person": lina, "text": "noix", "until": crate::in_days(days) });
    assert_eq!(place.refused("set_health", until(400)), ErrorCode::HealthTooLong);
    place.call("set_health", until(300));
}

#[test]
fn two_lines_that_say_the_same_are_one_after_a_merge() {
    let place = Place::opened();
    let session = place.session();
    let [a, b] = ["Ana", "Anna"].map(|given| place.person_on(&session, given, "Fusion", "participant"));
    for person in [&a, &b] {
        let mark = json!({ "session": session, "person": person, "half": "morning", "state": "present" });
        place.call("mark_cell", mark);
    }
    place.call("merge_people", json!({ "keep": a, "drop": b }));
    let on = || place.call("get_sheet", json!({ "session": session }))["people"].as_array().map(Vec::len);
    assert_eq!(on(), Some(1), "nobody is on the paper twice");
    place.call("undo_register", json!({}));
    assert_eq!(on(), Some(2));
}

#[test]
fn each_half_signed_under_another_name_is_one_line_after_a_merge() {
    let place = Place::opened();
    let session = place.session();
    let [hugo, twin] = [("Hugo", "Garcia"), ("Garcia", "Hugo")]
        .map(|(given, family)| place.person_on(&session, given, family, "participant"));
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    for (person, half) in [(&hugo, "morning"), (&twin, "afternoon"), (&bruno, "morning")] {
        let sign = json!({ "session": session, "person": person, "half": half, "strokes": [stroke(half.len() as i32)] });
        place.call("sign_cell", sign);
    }
    let late = json!({ "session": session, "person": twin, "half": "afternoon", "late": "14:00" });
    place.call("mark_cell", late);
    let on = || place.call("get_sheet", json!({ "session": session }))["people"].clone();
    let cells = || -> Vec<Value> {
        let people = on();
        people
            .as_array()
            .expect("people")
            .iter()
            .flat_map(|one| one["cells"].as_array().expect("cells").clone())
            .collect()
    };
    let before = cells();
    place.call("merge_people", json!({ "keep": hugo, "drop": twin }));
    let after = on();
    assert_eq!(after.as_array().map(Vec::len), Some(1), "{after}");
    assert_eq!(after[0]["person"], json!(hugo));
    let signed = cells();
    let times = |cells: &[Value]| -> Vec<Value> {
        cells
            .iter()
            .filter(|cell| cell["signature"] != Value::Null)
            .map(|cell| cell["signature"]["at"].clone())
            .collect()
    };
    let sorted = |mut all: Vec<Value>| {
        all.sort_by_key(ToString::to_string);
        all
    };
    assert_eq!(sorted(times(&signed)), sorted(times(&before)), "both are theirs, as they were made");
    assert_eq!(signed[1]["late"], "14:00");
    // And back.
    place.call("undo_register", json!({}));
    assert_eq!(cells(), before);
    place.call("redo_register", json!({}));
    assert_eq!(cells(), signed);
    place.call("close_sheet", json!({ "session": session, "by": bruno }));
    let data = place.path().join("hugo.pdf");
    place.call("export_paper", json!({ "paper": { "kind": "person_data", "person": hugo }, "to": data }));
    let json: Value =
        serde_json::from_slice(&std::fs::read(place.path().join("hugo.json")).expect("the JSON"))
            .expect("JSON");
    assert_eq!(json["signatures"].as_array().map(Vec::len), Some(2));
    assert!(json["signatures"].as_array().expect("signatures").iter().all(|one| one["ink"] != Value::Null));
}

#[test]
fn what_is_still_to_come_is_no_presence() {
    let place = Place::opened();
    let halves = json!([{ "code": "morning", "start": "09:30", "end": "12:30" }]);
    let session = |date: &str| {
        let request = json!({ "title": "Stage", "kind": "intensive", "date": date, "halves": halves });
        place.add("add_session", request)
    };
    let (past, ahead) = (session("2026-02-24"), session("2199-02-24"));
    let noah = place.person_on(&past, "Noah", "Petit", "participant");
    place.call("add_to_sheet", json!({ "session": ahead, "person": noah }));
    for on in [&past, &ahead] {
        let mark = json!({ "session": on, "person": noah, "half": "morning", "state": "present" });
        place.call("mark_cell", mark);
    }
    let list = place.call("list_people", json!({}));
    assert_eq!((&list["people"][0]["present"], &list["people"][0]["expected"]), (&json!(1), &json!(1)));
}

#[test]
fn three_files_of_one_person_are_one_line_and_who_leads_stays() {
    let place = Place::opened();
    let session = place.session();
    let kim = place.add("add_person", json!({ "given": "Kim", "family": "Kone", "role": "participant" }));
    let [dan, eve] = ["Dan", "Eve"].map(|given| place.person_on(&session, given, "Kone", "participant"));
    let sign = |person: &str, half: &str| {
        let strokes = [stroke(person.len() as i32)];
        place.call(
            "sign_cell",
            json!({ "session": session, "person": person, "half": half, "strokes": strokes }),
        );
    };
    // Ticked here, signed there: the same, and the signature stays.
    sign(&dan, "morning");
    place.call(
        "mark_cell",
        json!({ "session": session, "person": eve, "half": "morning", "state": "present" }),
    );
    sign(&eve, "afternoon");
    for other in [&dan, &eve] {
        place.call("merge_people", json!({ "keep": kim, "drop": other }));
    }
    let sheet = || place.call("get_sheet", json!({ "session": session }));
    let people = sheet()["people"].clone();
    assert_eq!(people.as_array().map(Vec::len), Some(1), "{people}");
    let signed = people[0]["cells"].as_array().expect("cells").iter();
    assert_eq!(signed.filter(|cell| cell["signature"] != Value::Null).count(), 2);
    // Nobody takes the one who leads off a sheet, whatever stands on their line.
    let lead = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    place.call("merge_people", json!({ "keep": lead, "drop": kim }));
    assert_eq!(sheet()["trainers"][0]["person"], json!(lead));
}
