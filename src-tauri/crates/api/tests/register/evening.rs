//! An evening: open the session, hand the laptop over, everyone signs, close the sheet.

use ql_api::{ErrorCode, Role};
use serde_json::{Value, json};

use crate::{PASSPHRASE, Place, start, stroke};

#[test]
fn everyone_signs_and_the_sheet_is_closed() {
    let place = Place::new();
    assert_eq!(place.refused("list_people", json!({})), ErrorCode::RegisterNone);
    assert_eq!(
        place.refused("create_register", json!({ "passphrase": "soleil" })),
        ErrorCode::PassphraseWeak
    );
    let code = place.call("create_register", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(code["code"].as_array().map(Vec::len), Some(6));
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let other = place.person_on(&session, "Lina", "Moreau", "participant");
    let mehdi = place.person_on(&session, "Mehdi", "Rahmani", "participant");
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let on = json!({ "session": session, "person": mehdi, "half": "morning" });
    let mut excused = on.clone();
    excused["state"] = json!("excused");
    place.call("mark_cell", excused);

    // Two of one name are told apart by a letter; who is excused is not asked, trainers come last.
    let mut pad = place.call("hand_over", json!({ "session": session, "half": "morning" }));
    assert_eq!(place.call("get_register", json!({}))["unlocked"], false, "handing over seals");
    assert_eq!(place.refused("get_sheet", json!({ "session": session })), ErrorCode::RegisterSealed);
    let mut asked = Vec::new();
    let mut seed = 1;
    while let Some(slot) = pad["current"]["slot"].as_u64() {
        asked.push(pad["current"]["name"].as_str().expect("a name").to_owned());
        assert!(
            !pad.to_string().contains("Kaci") && !pad.to_string().contains("Lemoine"),
            "no family name: {pad}"
        );
        let wrong = json!({ "slot": slot + 1, "strokes": [stroke(seed)] });
        assert_eq!(place.refused("sign_handover", wrong), ErrorCode::NotFound, "nobody signs for another");
        let empty = json!({ "slot": slot, "strokes": [] });
        assert_eq!(place.refused("sign_handover", empty), ErrorCode::SignatureEmpty);
        pad = place.call("sign_handover", json!({ "slot": slot, "strokes": [stroke(seed)] }));
        seed += 1;
    }
    assert_eq!(asked, ["Lina K.", "Lina M.", "Bruno"]);
    assert_eq!((pad["signed"].clone(), pad["left"].clone()), (json!(3), json!(0)));
    let state = place.call("get_register", json!({}));
    assert_eq!((state["handover"].clone(), state["waiting"].clone()), (json!(true), json!(3)));
    assert_eq!(
        place.refused("unlock_register", json!({ "passphrase": "autre chose" })),
        ErrorCode::PassphraseWrong
    );
    assert_eq!(
        place.call("get_handover", json!({}))["handover"]["signed"],
        3,
        "a wrong phrase leaves the pad"
    );
    let state = place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(
        (state["unlocked"].clone(), state["waiting"].clone(), state["handover"].clone()),
        (json!(true), json!(0), json!(false))
    );

    let sheet = place.call("get_sheet", json!({ "session": session }));
    let cell = |sheet: &Value, person: &str| {
        let lists = [&sheet["people"], &sheet["trainers"]];
        let mut all = lists.into_iter().flat_map(|list| list.as_array().cloned().unwrap_or_default());
        all.find(|one| one["person"] == person).expect("on the sheet")["cells"][0].clone()
    };
    for person in [&lina, &other, &bruno] {
        let cell = cell(&sheet, person);
        assert_eq!(cell["state"], "present");
        assert!(
            cell["signature"]["outline"]["path"].as_str().is_some_and(|path| path.starts_with('M')),
            "{cell}"
        );
    }
    assert_eq!(cell(&sheet, &mehdi)["state"], "excused");
    let warned: Vec<&str> = sheet["warnings"]
        .as_array()
        .expect("warnings")
        .iter()
        .filter_map(|one| one["code"].as_str())
        .collect();
    assert_eq!(
        warned,
        ["chain_signing", "signed_late"],
        "a test signs faster than people, long after the session"
    );

    let close = |by: &str| json!({ "session": session, "by": by });
    assert_eq!(
        place.refused("close_sheet", close(&lina)),
        ErrorCode::NotFound,
        "a participant closes no sheet"
    );
    place.call("close_sheet", close(&bruno));
    assert_eq!(place.refused("mark_cell", on), ErrorCode::SheetClosed);
    let correction = |reason: &str| json!({ "session": session, "person": mehdi, "half": "morning", "state": "present", "reason": reason, "by": bruno });
    assert_eq!(place.refused("correct_cell", correction("")), ErrorCode::ReasonMissing);
    place.call("correct_cell", correction("Il signait au bureau"));
    let other = json!({ "session": session, "values": { "title": "Autre chose" } });
    assert_eq!(place.refused("set_session", other), ErrorCode::SheetClosed, "what was closed is what it was");
    let sheet = place.call("get_sheet", json!({ "session": session }));
    assert_eq!(sheet["session"]["title"], "Stage d’hiver");
    assert_eq!(
        (cell(&sheet, &mehdi)["state"].clone(), cell(&sheet, &mehdi)["was"]["state"].clone()),
        (json!("present"), json!("excused")),
        "what was closed stays in sight"
    );
    assert_eq!(sheet["closed"]["by"], "Bruno Lemoine");
    assert_eq!(
        sheet["warnings"].as_array().map(|all| all.iter().any(|one| one["code"] == "changed")),
        Some(false)
    );
    let file = place.call("get_person", json!({ "person": mehdi }));
    assert_eq!(file["attendance"][0]["state"], "present", "the file counts what was corrected");
}

#[test]
fn five_wrong_tries_wait_even_after_a_restart() {
    let place = Place::new();
    let code = place.call("create_register", json!({ "passphrase": PASSPHRASE }))["code"].clone();
    place.call("lock_register", json!({}));
    let typed: Vec<&str> = code.as_array().expect("groups").iter().filter_map(Value::as_str).collect();
    // By the code, which is quick to try: a wrong one counts like a wrong phrase, an incomplete one does not.
    assert_eq!(
        place.refused("unlock_register", json!({ "code": typed[..5].join("-") })),
        ErrorCode::CodeIncomplete
    );
    for _ in 0..5 {
        assert_eq!(
            place.refused("unlock_register", json!({ "code": "0000-0000-0000-0000-0000-0000" })),
            ErrorCode::CodeWrong
        );
    }
    assert_eq!(
        place.refused("unlock_register", json!({ "code": typed.join("-") })),
        ErrorCode::PassphraseWait
    );
    place.app.close();
    let again = Place { app: start(place.path()), folder: place.folder };
    assert_eq!(
        again.refused("unlock_register", json!({ "code": typed.join("-") })),
        ErrorCode::PassphraseWait
    );
    assert!(again.call("get_register", json!({}))["wait_until"].is_number());
}

#[test]
fn who_seals_last_is_obeyed() {
    let place = Place::opened();
    place.call("lock_register", json!({}));
    let refused = std::thread::scope(|scope| {
        let opening = scope
            .spawn(|| place.app.call(Role::Desk, "unlock_register", json!({ "passphrase": PASSPHRASE })));
        // Again and again while the passphrase is being worked out: whenever it is ready, it was sealed since.
        while !opening.is_finished() {
            place.call("lock_register", json!({}));
        }
        opening.join().expect("it ends")
    });
    assert_eq!(refused.expect_err("sealed meanwhile").code, ErrorCode::RegisterSealed);
    assert_eq!(place.call("get_register", json!({}))["unlocked"], false);
    let opened = place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(opened["unlocked"], true);
}

#[test]
fn where_nothing_can_be_written_wrong_tries_wait_too() {
    let place = Place::opened();
    place.call("lock_register", json!({}));
    place.call("open_workspace", json!({ "path": crate::workspace_of(place.path()), "read_only": true }));
    let wrong = json!({ "code": "0000".repeat(6) });
    for _ in 0..5 {
        assert_eq!(place.refused("unlock_register", wrong.clone()), ErrorCode::CodeWrong);
    }
    assert_eq!(place.refused("unlock_register", wrong), ErrorCode::PassphraseWait);
    let right = json!({ "passphrase": PASSPHRASE });
    assert_eq!(
        place.refused("unlock_register", right),
        ErrorCode::PassphraseWait,
        "the right one waits with them"
    );
}

#[test]
fn a_new_phrase_and_a_new_code_void_the_old_ones() {
    let place = Place::new();
    let first = place.call("create_register", json!({ "passphrase": PASSPHRASE }));
    let joined = |reply: &Value| {
        reply["code"]
            .as_array()
            .expect("groups")
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join("")
    };
    let next = "tambour velours citron ardoise";
    place.call("change_passphrase", json!({ "code": joined(&first), "passphrase": next }));
    assert_eq!(
        place.refused("renew_recovery", json!({ "passphrase": PASSPHRASE })),
        ErrorCode::PassphraseWrong
    );
    let same = json!({ "current": next, "passphrase": "tambour velours  citron ardoise" });
    assert_eq!(
        place.refused("change_passphrase", same),
        ErrorCode::PassphraseSame,
        "it would shut nobody out"
    );
    let second = place.call("renew_recovery", json!({ "passphrase": next }));
    assert_eq!(second["sheet"], 2);
    // The sheet may never leave the printer: until it is shown to be at hand, the one before opens.
    place.call("lock_register", json!({}));
    assert_eq!(place.refused("unlock_register", json!({ "code": joined(&second) })), ErrorCode::CodeWrong);
    let open = place.call("unlock_register", json!({ "code": joined(&first) }));
    assert_eq!((open["recovery"].clone(), open["recovery_proved"].clone()), (json!(1), json!(false)));
    let proved = place.call("confirm_recovery", json!({ "code": first["code"] }));
    assert_eq!((proved["recovery"].clone(), proved["recovery_proved"].clone()), (json!(1), json!(true)));
    let second = place.call("renew_recovery", json!({ "passphrase": next }));
    let stranger = json!({ "code": ["0000", "0000", "0000", "0000", "0000", "0000"] });
    assert_eq!(place.refused("confirm_recovery", stranger), ErrorCode::CodeWrong);
    assert_eq!(place.call("confirm_recovery", json!({ "code": second["code"] }))["recovery"], 2);
    place.call("lock_register", json!({}));
    assert_eq!(place.refused("unlock_register", json!({ "code": joined(&first) })), ErrorCode::CodeWrong);
    assert_eq!(place.call("unlock_register", json!({ "code": joined(&second) }))["recovery"], 2);
}

#[test]
fn what_was_signed_keeps_its_day_and_its_half_day() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let half = |code: &str, end: &str| json!({ "code": code, "start": "09:30", "end": end });
    let set = |field: &str, value: Value| json!({ "session": session, "values": { field: value } });
    place.call("set_session", set("date", json!("2026-02-25")));
    place.call(
        "sign_cell",
        json!({ "session": session, "person": lina, "half": "morning", "strokes": [stroke(9)] }),
    );
    assert_eq!(place.refused("set_session", set("date", json!("2026-02-26"))), ErrorCode::SheetSigned);
    let without = set("halves", json!([half("afternoon", "16:30")]));
    assert_eq!(place.refused("set_session", without), ErrorCode::SheetSigned, "she signed for the morning");
    let told = || {
        let sheet = place.call("get_sheet", json!({ "session": session }));
        let warnings = sheet["warnings"].as_array().expect("warnings").clone();
        warnings.into_iter().filter(|one| one["code"] == "other_hours").collect::<Vec<_>>()
    };
    assert_eq!(told(), [json!(null); 0]);
    place.call("set_session", set("halves", json!([half("morning", "12:00")])));
    let [warning] = &told()[..] else { panic!("she signed for other hours") };
    assert_eq!((&warning["names"], &warning["other"]), (&json!(["Lina Kaci"]), &json!("09:30-12:30")));
    place.call("set_session", set("halves", json!([half("morning", "12:30")])));
    assert_eq!(told(), [json!(null); 0], "put back, nothing differs");
    let long = set("title", json!("🎬".repeat(10_000)));
    assert_eq!(place.refused("set_session", long), ErrorCode::TextTooLong);
}

#[test]
fn a_face_that_was_renamed_lets_nobody_sign_for_another() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let face = place.add("add_face", json!({ "name": "Lina", "shape": "star", "colour": "brick" }));
    place.call("set_person", json!({ "person": lina, "field": "face", "value": face }));
    place.call(
        "mark_cell",
        json!({ "session": session, "person": lina, "half": "morning", "state": "present", "late": "10:05" }),
    );
    place.call("lock_register", json!({}));
    place.call("set_field", json!({ "entity": face, "field": "name", "value": "Mehdi" }));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    let pad = place.call("hand_over", json!({ "session": session, "half": "morning" }));
    assert_eq!(pad["current"]["name"], "Lina (Mehdi)", "late she signs too, and as herself");
}

#[test]
fn a_session_is_changed_whole_or_not_at_all() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let sign = json!({ "session": session, "person": lina, "half": "morning", "strokes": [stroke(3)] });
    place.call("sign_cell", sign);
    let row = || place.call("get_sheet", json!({ "session": session }))["session"].clone();
    let before = row();
    let mut values = json!({ "title": "Autre", "kind": "intensive", "date": "2026-03-03" });
    let change = |values: &Value| json!({ "session": session, "values": values });
    assert_eq!(place.refused("set_session", change(&values)), ErrorCode::SheetSigned);
    assert_eq!(row(), before, "neither its title nor its kind");
    values.as_object_mut().expect("an object").remove("date");
    place.call("set_session", change(&values));
    assert_eq!((&row()["title"], &row()["kind"]), (&json!("Autre"), &json!("intensive")));
    // Nor when one of its trainers cannot go, or is none.
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let awa = place.add("add_person", json!({ "given": "Awa", "family": "Sy", "role": "trainer" }));
    let sign = json!({ "session": session, "person": bruno, "half": "morning", "strokes": [stroke(3)] });
    place.call("sign_cell", sign);
    let mut led = json!({ "session": session, "values": { "title": "Encore" }, "trainers_on": [awa], "trainers_off": [bruno] });
    assert_eq!(place.refused("set_session", led.clone()), ErrorCode::SheetSigned);
    led["trainers_off"] = json!([]);
    led["trainers_on"] = json!([awa, session]);
    assert_eq!(place.refused("set_session", led.clone()), ErrorCode::NotFound);
    let leads = || {
        let sheet = place.call("get_sheet", json!({ "session": session }));
        sheet["trainers"].as_array().map(|all| all.iter().map(|one| one["file"].clone()).collect::<Vec<_>>())
    };
    assert_eq!((&row()["title"], leads()), (&json!("Autre"), Some(vec![json!(bruno)])));
    led["trainers_on"] = json!([awa]);
    place.call("set_session", led);
    assert_eq!((&row()["title"], leads().map(|all| all.len())), (&json!("Encore"), Some(2)));
    // Whoever goes goes, though the group that comes has them in it.
    let group = place.add("add_group", json!({ "name": "Les mercredis" }));
    place.call("set_person", json!({ "person": awa, "field": "groups", "value": [group] }));
    let off = json!({ "session": session, "values": { "group": group }, "trainers_off": [awa] });
    place.call("set_session", off);
    assert_eq!(leads(), Some(vec![json!(bruno)]));
}

#[test]
fn the_laptop_is_handed_once_to_whoever_has_two_lines() {
    let place = Place::opened();
    let session = place.session();
    let [a, b] = ["Kaci", "Kacy"].map(|family| place.person_on(&session, "Lina", family, "participant"));
    // Of a line in which nothing is noted nobody would know: it goes with the merge.
    for (person, state) in [(&a, "excused"), (&b, "absent")] {
        let mark = json!({ "session": session, "person": person, "half": "afternoon", "state": state });
        place.call("mark_cell", mark);
    }
    place.call("merge_people", json!({ "keep": a, "drop": b }));
    let half = json!({ "session": session, "half": "morning" });
    let pad = place.call("hand_over", half.clone());
    assert_eq!(
        (&pad["left"], &pad["current"]["name"]),
        (&json!(1), &json!("Lina")),
        "one person of the room"
    );
    let sign = json!({ "slot": pad["current"]["slot"], "strokes": [stroke(5)] });
    assert_eq!(place.call("sign_handover", sign)["left"], 0);
    place.call("end_handover", json!({}));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(place.refused("hand_over", half), ErrorCode::NobodyToSign, "one of the two lines is signed");
}

#[test]
fn who_draws_in_one_window_while_another_passes_them_over_has_signed() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    place.person_on(&session, "Mehdi", "Rahmani", "participant");
    let pad = place.call("hand_over", json!({ "session": session, "half": "morning" }));
    let (first, second) = (pad["current"]["slot"].clone(), 2);
    let pad = place.call("skip_handover", json!({ "slot": first }));
    assert_eq!(pad["current"]["slot"], second);
    assert_eq!(place.refused("skip_handover", json!({ "slot": first })), ErrorCode::NotFound, "once");
    let sign = json!({ "slot": first, "strokes": [stroke(3)] });
    let pad = place.call("sign_handover", sign.clone());
    assert_eq!(
        (&pad["signed"], &pad["left"], &pad["current"]["slot"]),
        (&json!(1), &json!(1), &json!(second))
    );
    assert_eq!(place.refused("sign_handover", sign), ErrorCode::NotFound, "twice is once");
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    let sheet = place.call("get_sheet", json!({ "session": session }));
    let signed = sheet["people"].as_array().expect("people").iter().find(|one| one["person"] == lina);
    assert_eq!(signed.expect("on the sheet")["cells"][0]["state"], "present");
}

#[test]
fn a_sheet_takes_no_half_day_and_no_hour_that_its_session_has_not() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let mark = |half: &str, more: Value| {
        let mut request = json!({ "session": session, "person": lina, "half": half, "state": "present" });
        request.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        request
    };
    assert_eq!(place.refused("mark_cell", mark("evening", json!({}))), ErrorCode::NotFound);
    for hours in [
        json!({ "late": "09:00" }),
        json!({ "left": "23:59" }),
        json!({ "late": "11:00", "left": "10:00" }),
        // No minute of it would be left.
        json!({ "late": "12:30" }),
        json!({ "left": "09:30" }),
    ] {
        assert_eq!(
            place.refused("mark_cell", mark("morning", hours.clone())),
            ErrorCode::HoursOutside,
            "{hours}"
        );
    }
    let overlapping = json!([
        { "code": "morning", "start": "09:30", "end": "15:00" },
        { "code": "afternoon", "start": "13:30", "end": "16:30" },
    ]);
    let halves = json!({ "session": session, "values": { "halves": overlapping } });
    assert_eq!(place.refused("set_session", halves), ErrorCode::InvalidRequest);
    let child = json!({
        "title": "", "kind": "workshop", "date": "2026-02-25", "trainers": [lina],
        "halves": [{ "code": "morning", "start": "09:30", "end": "12:30" }],
    });
    let before = place.call("get_calendar", json!({}))["sessions"].clone();
    assert!(place.app.call(Role::Desk, "add_session", child).is_err(), "a participant leads no session");
    assert_eq!(place.call("get_calendar", json!({}))["sessions"], before, "and none is begun");
}
