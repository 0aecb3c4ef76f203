//! Papers of the register: written where they are asked for, and nowhere else.

use std::fs;

use ql_api::ErrorCode;
use serde_json::{Value, json};

use crate::{PASSPHRASE, Place, stroke};

#[test]
fn every_paper_is_made_and_none_while_it_is_sealed() {
    let place = Place::new();
    let code = place.call("create_register", json!({ "passphrase": PASSPHRASE }))["code"].clone();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    place.call("set_health", json!({ "person": lina, "text": "noix", "until": crate::in_days(200) }));
    place.call(
        "sign_cell",
        json!({ "session": session, "person": lina, "half": "morning", "strokes": [stroke(9)] }),
    );
    let out = place.path().join("out");
    fs::create_dir(&out).expect("a folder");
    let papers = [
        json!({ "kind": "attendance", "session": session }),
        json!({ "kind": "attendance_blank", "session": session }),
        json!({ "kind": "attendance_month", "month": "2026-02" }),
        json!({ "kind": "person_data", "person": lina }),
        json!({ "kind": "attestation", "person": lina }),
        json!({ "kind": "processing" }),
        json!({ "kind": "recovery", "code": code }),
    ];
    for paper in &papers {
        let kind = paper["kind"].as_str().expect("a kind");
        let to = out.join(format!("{kind}.pdf"));
        let name =
            place.call("choose_path", json!({ "purpose": "save_export", "paper": paper }))["name"].clone();
        assert!(name.as_str().is_some_and(|name| name.ends_with(".pdf") && name.len() > 8), "{kind}: {name}");
        place.call("export_paper", json!({ "paper": paper, "to": to }));
        let bytes = fs::read(&to).expect("it is there");
        assert!(bytes.starts_with(b"%PDF-"), "{kind} is a PDF");
    }
    let mut written: Vec<String> = fs::read_dir(&out)
        .expect("the folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    written.sort();
    assert_eq!(written.len(), papers.len() + 1, "nothing else is left beside them: {written:?}");
    let data: Value =
        serde_json::from_slice(&fs::read(out.join("person_data.json")).expect("it is there")).expect("JSON");
    assert_eq!(
        (data["person"]["given"].clone(), data["health"]["text"].clone()),
        (json!("Lina"), json!("noix"))
    );
    assert_eq!(data["signatures"].as_array().map(Vec::len), Some(1), "the signature is theirs too");

    let sheet = out.join("recovery.pdf");
    let again = ["again.pdf", "moved.pdf"].map(|name| out.join(name));
    for to in &again {
        let paper = json!({ "kind": "recovery", "code": code });
        place.call("export_paper", json!({ "paper": paper, "to": to }));
    }
    fs::rename(&again[1], out.join("elsewhere.pdf")).expect("moved");
    let gone = place.call("discard_recovery", json!({}));
    assert!(!sheet.exists() && !again[0].exists(), "every file of the code goes once it is printed");
    assert_eq!(gone["not_found"], json!([again[1]]), "what was moved is told");
    fs::remove_file(out.join("elsewhere.pdf")).expect("deleted");
    fs::write(&sheet, b"something else of this name").expect("written");
    place.call("discard_recovery", json!({}));
    assert!(sheet.exists(), "no other file goes");

    let wrong = json!({ "kind": "recovery", "code": ["0000", "0000", "0000", "0000", "0000", "0000"] });
    let to = out.join("wrong.pdf");
    assert_eq!(place.refused("export_paper", json!({ "paper": wrong, "to": to })), ErrorCode::CodeWrong);
    let empty = json!({ "kind": "attendance_month", "month": "2020-01" });
    assert_eq!(place.refused("export_paper", json!({ "paper": empty, "to": to })), ErrorCode::NothingToPrint);
    assert!(!to.exists(), "what was refused was not written");
    place.call("lock_register", json!({}));
    for paper in &papers {
        assert_eq!(
            place.refused("export_paper", json!({ "paper": paper, "to": to })),
            ErrorCode::RegisterSealed
        );
        let named = json!({ "purpose": "save_export", "paper": paper });
        assert_eq!(place.refused("choose_path", named), ErrorCode::RegisterSealed, "a name would tell who");
    }
}

#[test]
fn a_scanned_sheet_comes_back_with_all_its_pages() {
    let place = Place::opened();
    let session = place.session();
    for at in 0..60 {
        place.person_on(&session, &format!("Personne {at}"), "Essai", "participant");
    }
    let scan = place.path().join("scan.pdf");
    place.call(
        "export_paper",
        json!({ "paper": { "kind": "attendance_blank", "session": session }, "to": scan }),
    );
    let bytes = fs::read(&scan).expect("it is there");
    let pages = ql_paper::scanned_pages(&bytes, ql_store::MAX_PIXELS).expect("pages").len();
    assert!(pages > 1, "sixty people are more than a page");

    let added = place.call("attach_scan", json!({ "session": session, "path": scan }));
    assert_eq!(added["pages"], pages);
    let scans = place.call("get_sheet", json!({ "session": session }))["scans"].clone();
    assert_eq!(scans.as_array().map(Vec::len), Some(pages));
    assert!(scans[0]["added_at"].as_i64() < scans[1]["added_at"].as_i64(), "the first page is shown first");
    // Who prints the sheet prints what was signed with pens.
    let print = |kind: &str| {
        let out = place.path().join(format!("{kind}.pdf"));
        place.call("export_paper", json!({ "paper": { "kind": kind, "session": session }, "to": out }));
        ql_paper::scanned_pages(&fs::read(&out).expect("it is there"), ql_store::MAX_PIXELS)
            .expect("pages")
            .len()
    };
    assert_eq!(print("attendance_blank"), pages, "a sheet for pens has none");
    let with = print("attendance");
    place.call("undo_register", json!({}));
    assert_eq!(print("attendance") + pages, with, "each has its page");
    assert_eq!(
        place.call("get_sheet", json!({ "session": session }))["scans"],
        json!([]),
        "one step takes it back"
    );

    fs::write(&scan, &bytes[..bytes.len() / 2]).expect("torn");
    let torn = json!({ "session": session, "path": scan });
    assert_eq!(place.refused("attach_scan", torn.clone()), ErrorCode::PdfUnreadable);
    fs::write(&scan, "no PDF at all").expect("a letter");
    assert_eq!(place.refused("attach_scan", torn), ErrorCode::PdfUnreadable);
    assert_eq!(place.call("get_sheet", json!({ "session": session }))["scans"], json!([]));
}

#[test]
fn everything_of_someone_is_everything() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let bruno = place.person_on(&session, "Bruno", "Lemoine", "trainer");
    let cell = |person: &str, half: &str| json!({ "session": session, "person": person, "half": half });
    let mut late = cell(&lina, "morning");
    (late["state"], late["late"]) = (json!("present"), json!("10:05"));
    place.call("mark_cell", late);
    let mut sign = cell(&bruno, "morning");
    sign["strokes"] = json!([stroke(3)]);
    place.call("sign_cell", sign);
    place.call("close_sheet", json!({ "session": session, "by": bruno }));
    let mut put = cell(&lina, "afternoon");
    (put["state"], put["left"]) = (json!("present"), json!("14:30"));
    (put["reason"], put["by"]) = (json!("La feuille en papier le dit"), json!(bruno));
    place.call("correct_cell", put);
    let again = place.add("add_person", json!({ "given": "Lina", "family": "Kassi", "role": "participant" }));
    place.call("set_person", json!({ "person": again, "field": "insurance", "value": "MAIF 12" }));
    place.call("set_person", json!({ "person": lina, "field": "insurance", "value": "MACIF 7" }));
    place.call("merge_people", json!({ "keep": lina, "drop": again }));
    // Asked for under the name that its JSON would have, the paper is not written over.
    let to = place.path().join("lina.json");
    let done =
        place.call("export_paper", json!({ "paper": { "kind": "person_data", "person": lina }, "to": to }));
    assert_eq!(done["beside"], "lina (2).json");
    assert!(fs::read(&to).expect("the paper").starts_with(b"%PDF"));
    let json: Value =
        serde_json::from_slice(&fs::read(place.path().join("lina (2).json")).expect("the JSON"))
            .expect("JSON");
    let (morning, afternoon) = (&json["attendance"][0], &json["attendance"][1]);
    assert_eq!((&morning["title"], &morning["late"]), (&json!("Stage d’hiver"), &json!("10:05")));
    assert_eq!((&afternoon["state"], &afternoon["left"]), (&json!("present"), &json!("14:30")));
    let put = &json["corrections"][0];
    assert_eq!(
        (&put["reason"], &put["was"]["state"], &put["now"]["state"]),
        (&json!("La feuille en papier le dit"), &json!("expected"), &json!("present"))
    );
    assert_eq!(json["merged_files"][0]["insurance"], "MAIF 12");
}

#[test]
fn a_deleted_session_is_kept_and_so_told() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    place.call(
        "mark_cell",
        json!({ "session": session, "person": lina, "half": "morning", "state": "present" }),
    );
    place.call("delete_session", json!({ "session": session }));
    let to = place.path().join("lina.pdf");
    place.call("export_paper", json!({ "paper": { "kind": "person_data", "person": lina }, "to": to }));
    let json: Value =
        serde_json::from_slice(&fs::read(place.path().join("lina.json")).expect("the JSON")).expect("JSON");
    let told = |field: &str| json["attendance"][0][field].clone();
    assert_eq!((told("state"), told("deleted")), (json!("present"), json!(true)));
    // Elsewhere nobody was there.
    let file = place.call("get_person", json!({ "person": lina }));
    assert_eq!(file["attendance"], json!([]));
    let paper = json!({ "paper": { "kind": "attestation", "person": lina }, "to": to });
    assert_eq!(place.refused("export_paper", paper), ErrorCode::NothingToPrint);
}

#[test]
fn nobody_attests_a_half_day_before_it_ended() {
    let place = Place::opened();
    let today = place.call("get_calendar", json!({}))["today"].clone();
    let halves = json!([
        { "code": "morning", "start": "00:00", "end": "00:01" },
        { "code": "evening", "start": "23:58", "end": "23:59" },
    ]);
    let session = json!({ "title": "Nuit", "kind": "workshop", "date": today, "halves": halves });
    let session = place.add("add_session", session);
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let sign = |half: &str| {
        let request = json!({ "session": session, "person": lina, "half": half, "strokes": [stroke(9)] });
        place.call("sign_cell", request);
    };
    let over = || {
        let file = place.call("get_person", json!({ "person": lina }));
        file["attendance"]
            .as_array()
            .expect("marks")
            .iter()
            .map(|mark| mark["over"] == true)
            .collect::<Vec<_>>()
    };
    let to = place.path().join("attestation.pdf");
    let paper = json!({ "paper": { "kind": "attestation", "person": lina }, "to": to });
    sign("evening");
    assert_eq!(
        place.refused("export_paper", paper.clone()),
        ErrorCode::NothingToPrint,
        "it has hardly begun"
    );
    assert_eq!(over(), [true, false], "what is offered goes by the same rule");
    sign("morning");
    place.call("export_paper", paper);
}
