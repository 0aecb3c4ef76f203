//! What is kept for as long as it may be is proposed, and erased by hand.

use std::{fs, path::Path};

use ql_api::ErrorCode;
use serde_json::{Value, json};

use crate::{PASSPHRASE, Place, stroke};

/// Closed and opened again, with everyone written down at that moment.
fn written_down(place: Place, at: i64) -> Place {
    let place = written_down_with(place, at, |_| {});
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    place
}

/// The same, something else done to the file meanwhile, and left sealed.
fn written_down_with(place: Place, at: i64, change: impl FnOnce(&Path)) -> Place {
    place.call("lock_register", json!({}));
    copied(&place);
    place.app.close();
    change(&crate::workspace_of(place.path()));
    let file = rusqlite::Connection::open(crate::workspace_of(place.path())).expect("the file opens");
    file.execute("UPDATE document SET created_at = ?1", [at]).expect("altered");
    drop(file);
    Place { app: crate::start(place.path()), folder: place.folder }
}

#[test]
fn whose_season_is_over_is_proposed_and_erased_by_hand() {
    let place = Place::opened();
    let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
    let with = json!({ "title": "Autrefois", "kind": "workshop", "date": "2020-03-04", "halves": halves });
    let session = place.add("add_session", with);
    let old = place.person_on(&session, "Ancien", "Venu", "participant");
    place.call(
        "mark_cell",
        json!({ "session": session, "person": old, "half": "evening", "state": "present" }),
    );
    let place = written_down(place, 1_580_000_000_000);
    let new =
        place.add("add_person", json!({ "given": "Nouvelle", "family": "Venue", "role": "participant" }));
    let expired = place.call("list_expired", json!({}))["people"].clone();
    assert_eq!(expired.as_array().map(Vec::len), Some(1), "{expired}");
    assert_eq!(
        (expired[0]["id"].clone(), expired[0]["kept_until"].clone()),
        (json!(old), json!("2021-08-31"))
    );
    let mut picture = Vec::new();
    let mut encoder = png::Encoder::new(&mut picture, 4, 4);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().and_then(|mut to| to.write_image_data(&[200; 16])).expect("a picture");
    let photo = place.path().join("feuille.png");
    fs::write(&photo, picture).expect("written");
    place.call("attach_scan", json!({ "session": session, "path": photo }));
    let preview = place.call("preview_erasure", json!({ "person": old }));
    assert_eq!(preview["photos"], 1, "what may be read on a photo of the sheet is told");
    let many = place.call("preview_erase_people", json!({ "people": [old, new] }));
    assert_eq!(
        many,
        json!({ "health": 0, "faces": 0, "open_sheets": 1, "backups": preview["backups"], "damaged": 0, "photos": 1, "elsewhere": [] }),
        "as for one"
    );
    assert_eq!(place.call("preview_erase_people", json!({ "people": [new] }))["photos"], 0);
    assert_eq!((preview["open_sheets"].clone(), preview["health"].clone()), (json!(1), json!(false)));
    assert_eq!(
        place.call("erase_people", json!({ "people": [old, old] })),
        json!({ "erased": 1, "copies_left": 0 })
    );
    assert_eq!(place.call("list_expired", json!({}))["people"], json!([]));
    assert_eq!(
        place.call("get_sheet", json!({ "session": session }))["people"],
        json!([]),
        "an open sheet forgets them"
    );
    place.call("get_person", json!({ "person": new }));
}

#[test]
fn who_never_came_is_kept_no_longer_than_the_others() {
    let place = Place::opened();
    let person =
        place.add("add_person", json!({ "given": "Jamais", "family": "Venu", "role": "participant" }));
    let place = written_down(place, 1_695_000_000_000);
    let expired = place.call("list_expired", json!({}))["people"].clone();
    assert_eq!(
        (expired[0]["id"].clone(), expired[0]["kept_until"].clone()),
        (json!(person), json!("2025-08-31")),
        "the season of 2023-2024, and a year"
    );
}

/// A closed sheet of that day, with one participant who came late: the session, and who came.
fn closed_sheet(place: &Place, date: &str) -> (String, String) {
    let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
    let with = json!({ "title": "Autrefois", "kind": "workshop", "date": date, "halves": halves });
    let session = place.add("add_session", with);
    let lina = place.person_on(&session, "Lina", "Benali", "participant");
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let cell = |person: &str| json!({ "session": session, "person": person, "half": "evening" });
    let mut late = cell(&lina);
    (late["state"], late["late"]) = (json!("present"), json!("18:30"));
    place.call("mark_cell", late);
    let mut signed = cell(&bruno);
    signed["strokes"] = json!([stroke(3)]);
    place.call("sign_cell", signed);
    place.call("close_sheet", json!({ "session": session, "by": bruno }));
    (session, lina)
}

fn over(place: &Place) -> Value {
    place.call("list_expired", json!({}))["sheets"].clone()
}

#[test]
fn who_was_one_person_is_counted_once_though_they_are_erased() {
    for forgotten in [false, true] {
        let place = Place::opened();
        let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
        let with =
            json!({ "title": "Autrefois", "kind": "workshop", "date": "2015-03-04", "halves": halves });
        let session = place.add("add_session", with);
        let other = json!({ "given": "Lina", "family": "BENALI", "role": "participant" });
        let lina = place.person_on(&session, "Lina", "Benali", "participant");
        let again = if forgotten {
            place.add("add_person", other)
        } else {
            place.person_on(&session, "Lina", "BENALI", "participant")
        };
        let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
        for (person, seed) in [(&lina, 3), (&again, 5), (&bruno, 7)] {
            if !forgotten || person != &again {
                let sign = json!({ "session": session, "person": person, "half": "evening", "strokes": [stroke(seed)] });
                place.call("sign_cell", sign);
            }
        }
        place.call("close_sheet", json!({ "session": session, "by": bruno }));
        if forgotten {
            let correction = json!({
                "session": session, "person": again, "half": "evening", "state": "present", "reason": "Oubliée", "by": bruno,
            });
            place.call("correct_cell", correction);
        }
        place.call("merge_people", json!({ "keep": lina, "drop": again }));
        let hash = place.call("get_sheet", json!({ "session": session }))["closed"]["hash"].clone();
        place.call("erase_person", json!({ "person": lina }));
        let line = place.call("list_sheets", json!({}))["sheets"][0].clone();
        assert_eq!((&line["present"], &line["expected"]), (&json!(1), &json!(1)), "{line}");
        let sheet = place.call("get_sheet", json!({ "session": session }));
        assert_eq!((&sheet["closed"]["hash"], sheet["people"].as_array().map(Vec::len)), (&hash, Some(2)));
        assert!(!sheet["warnings"].to_string().contains("changed"), "the proof is as it was: {sheet}");
        place.call("erase_sheets", json!({ "sessions": [session] }));
        let sheet = place.call("get_sheet", json!({ "session": session }));
        assert_eq!(sheet["session"]["figures"], json!({ "people": 1, "minutes": 120 }), "{forgotten}");
    }
}

#[test]
fn a_sheet_that_proves_nothing_any_more_is_destroyed_and_its_figures_stay() {
    let place = Place::opened();
    let (old, lina) = closed_sheet(&place, "2015-03-04");
    let (recent, _) = closed_sheet(&place, "2026-02-24");
    assert_eq!(
        over(&place),
        json!([{ "session": old, "title": "Autrefois", "date": "2015-03-04", "kept_until": "2025-03-04" }])
    );
    let copy = place.path().join("copie.qlibre");
    place.call("backup", json!({ "path": copy }));
    let all = json!({ "sessions": [old, recent] });
    assert_eq!(
        place.refused("erase_sheets", all),
        ErrorCode::InvalidRequest,
        "a proof is destroyed by nobody"
    );
    let one = json!({ "sessions": [old] });
    assert_eq!(place.call("erase_sheets", one.clone()), json!({ "erased": 1, "copies_left": 0 }));
    assert_eq!(over(&place), json!([]));
    assert_eq!(place.refused("erase_sheets", one), ErrorCode::InvalidRequest);
    let sheet = place.call("get_sheet", json!({ "session": old }));
    assert_eq!(
        (&sheet["people"], &sheet["trainers"], &sheet["closed"]),
        (&json!([]), &json!([]), &Value::Null)
    );
    assert_eq!(sheet["session"]["figures"], json!({ "people": 1, "minutes": 90 }));
    let file = place.call("get_person", json!({ "person": lina }));
    let on_it = |mark: &&Value| mark["session"] == old.as_str();
    let marks = file["attendance"].as_array().expect("half-days");
    assert_eq!(marks.iter().find(on_it), None, "nor does her file say that she was there");
    // It does not come back by a hand, by a change nor by the undo.
    let cell = json!({ "session": old, "person": lina, "half": "evening", "state": "present" });
    assert_eq!(place.refused("mark_cell", cell), ErrorCode::SheetOver);
    let change = json!({ "session": old, "values": { "title": "Autrement" } });
    assert_eq!(place.refused("set_session", change), ErrorCode::SheetOver);
    place.call("undo_register", json!({}));
    assert_eq!(place.call("get_sheet", json!({ "session": old }))["people"], json!([]));
    place.call("lock_register", json!({}));
    place.app.close();
    // Opened again, here is what stays; of the sheet there is neither key nor signature in the file.
    let file = rusqlite::Connection::open(crate::workspace_of(place.path())).expect("the file opens");
    for table in ["key", "sealed", "document_update", "snapshot"] {
        let touch = format!("UPDATE {table} SET document = document WHERE document = ?1");
        let left = file.execute(&touch, [&old]).expect("counted");
        assert_eq!(left, 0, "{table}");
    }
    drop(file);
    let place = Place { app: crate::start(place.path()), folder: place.folder };
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    let kept = || {
        let sessions = place.call("get_calendar", json!({}))["sessions"].clone();
        let all = sessions.as_array().expect("sessions");
        all.iter().find(|one| one["id"] == old.as_str()).cloned().expect("the session stays")["figures"]
            .clone()
    };
    assert_eq!(kept(), json!({ "people": 1, "minutes": 90 }));
    // Nor by a copy from before, whose calendar does not know it.
    place.call("restore_backup", json!({ "path": copy }));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(kept(), json!({ "people": 1, "minutes": 90 }));
    assert_eq!(place.call("get_sheet", json!({ "session": old }))["people"], json!([]));
    let cell = json!({ "session": old, "person": lina, "half": "evening", "state": "present" });
    assert_eq!(place.refused("mark_cell", cell), ErrorCode::SheetOver);
    let paper =
        json!({ "paper": { "kind": "attendance", "session": old }, "to": place.path().join("a.pdf") });
    assert_eq!(place.refused("export_paper", paper), ErrorCode::SheetOver);
}

#[test]
fn how_long_it_is_kept_is_the_team_s_to_say() {
    let place = Place::opened();
    closed_sheet(&place, "2015-03-04");
    let place = written_down(place, 1_425_000_000_000);
    let (default, longer) = (
        json!({ "contacts_years": 1, "sheets_years": 10 }),
        json!({ "contacts_years": 30, "sheets_years": 40 }),
    );
    assert_eq!(place.call("get_retention", json!({})), default);
    let expired = place.call("list_expired", json!({}));
    assert_eq!((expired["people"].as_array().map(Vec::len), &expired["kept"]), (Some(2), &default));
    assert_eq!(place.call("set_retention", longer.clone()), longer);
    let expired = place.call("list_expired", json!({}));
    assert_eq!((&expired["people"], &expired["sheets"], &expired["kept"]), (&json!([]), &json!([]), &longer));
    for wrong in [
        json!({ "contacts_years": 1, "sheets_years": 0 }),
        json!({ "contacts_years": 10, "sheets_years": 10 }),
        json!({ "contacts_years": 1, "sheets_years": 51 }),
        json!({ "contacts_years": -1, "sheets_years": 10 }),
    ] {
        assert_eq!(place.refused("set_retention", wrong), ErrorCode::InvalidRequest);
    }
    place.call("lock_register", json!({}));
    assert_eq!(place.refused("set_retention", longer), ErrorCode::RegisterSealed);
}

#[test]
fn who_is_to_come_tomorrow_is_proposed_by_nobody() {
    let place = Place::opened();
    let (_, lina) = closed_sheet(&place, "2015-03-04");
    let of = |place: &Place| {
        let people = place.call("list_expired", json!({}))["people"].clone();
        people.as_array().expect("people").iter().map(|one| one["id"].clone()).collect::<Vec<_>>()
    };
    // Written down today, all the same.
    assert_eq!(of(&place), [] as [Value; 0]);
    let place = written_down(place, 1_425_000_000_000);
    assert!(of(&place).contains(&json!(lina)));
    let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
    let with = json!({ "title": "Demain", "kind": "workshop", "date": "2199-03-04", "halves": halves });
    let session = place.add("add_session", with);
    place.call("add_to_sheet", json!({ "session": session, "person": lina }));
    assert!(!of(&place).contains(&json!(lina)));
}

/// How many health notes the automatic copies hold.
fn notes_in_copies(place: &Place) -> usize {
    let folder = ql_store::backup_folder(&crate::workspace_of(place.path()));
    let copies = fs::read_dir(folder).expect("a folder of copies").map(|copy| copy.expect("a copy").path());
    let held = |path| {
        let copy = rusqlite::Connection::open(path).expect("it opens");
        copy.execute("UPDATE document SET kind = kind WHERE kind = 'health'", []).expect("counted")
    };
    copies.filter(|path| path.extension().is_some_and(|ending| ending == "qlibre")).map(held).sum()
}

/// Copies the file as the copy of a day gone by does.
fn copied(place: &Place) {
    let file = crate::workspace_of(place.path());
    let folder = ql_store::backup_folder(&file);
    fs::create_dir_all(&folder).expect("a folder");
    let copy = folder.join("Quartier Libre 2026-01-01.qlibre");
    if copy.exists() {
        fs::remove_file(&copy).expect("removed");
    }
    place.call("backup", json!({ "path": copy }));
}

#[test]
fn a_health_note_that_is_destroyed_leaves_the_automatic_copies_at_once() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    let today = chrono::Local::now().date_naive();
    place.call("set_health", json!({ "person": lina, "text": "noix", "until": today.to_string() }));
    copied(&place);
    assert_eq!(notes_in_copies(&place), 1);
    place.call("set_health", json!({ "person": lina, "text": "", "until": null }));
    assert_eq!(notes_in_copies(&place), 0, "emptied by hand");

    place.call("set_health", json!({ "person": lina, "text": "noix", "until": today.to_string() }));
    // As if it had been written for a camp that ended four days ago, and the file used since.
    let over = today - chrono::Days::new(4);
    let used = (today - chrono::Days::new(1)).and_hms_opt(12, 0, 0).expect("noon").and_utc();
    let place = written_down_with(place, used.timestamp_millis(), |path| {
        let mut file = ql_store::Workspace::open(path, false, "test", |_| None).expect("it opens");
        let (wrapped, _) = file.wrapped_secret().expect("a register");
        let day = today.to_string().parse().expect("a day");
        let now = ql_store::Today { day, began: used.timestamp_millis() };
        file.unlock(wrapped.open(PASSPHRASE).expect("the phrase opens"), now).expect("unlocked");
        let lina = lina.parse().expect("an id");
        file.set_health(lina, "noix", &json!(over.to_string())).expect("kept");
        file.lock();
    });
    assert_eq!(place.call("unlock_register", json!({ "passphrase": PASSPHRASE }))["health_erased"], 1);
    assert_eq!(notes_in_copies(&place), 0, "destroyed at its end");
}
