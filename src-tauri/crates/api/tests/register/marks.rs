//! Marks are planted in everything of a person, everything is used, and then every file is searched for them.

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};

use crate::{PASSPHRASE, Place, stroke, workspace_of};
use base64::{Engine as _, prelude::BASE64_STANDARD};

/// Every file below a folder, with its bytes.
pub fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if let Ok(bytes) = fs::read(&path) {
            found.push((path.display().to_string(), bytes));
        }
    }
}

/// Where a mark lies, in UTF-8 or UTF-16 of either order; a word also as a search folds it, and a telephone as it is dialled.
fn traces(all: &[(String, Vec<u8>)], mark: &[u8]) -> Vec<String> {
    let mut forms = vec![mark.to_vec()];
    if let Ok(text) = std::str::from_utf8(mark) {
        let mut texts = vec![text.to_owned(), text.to_lowercase()];
        let figures: String = text.chars().filter(char::is_ascii_digit).collect();
        if figures.len() == 10 {
            texts.push(format!("33{}", &figures[1..]));
            texts.push(figures);
        }
        for text in texts {
            forms.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
            forms.push(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
            forms.push(text.into_bytes());
        }
    }
    let has = |bytes: &[u8], form: &[u8]| bytes.windows(form.len()).any(|part| part == form);
    all.iter()
        .filter(|(_, bytes)| forms.iter().any(|form| has(bytes, form)))
        .map(|(name, _)| name.clone())
        .collect()
}

/// Where the folder for temporary files is, for the test that runs by itself.
const TEMPORARY: &str = "QL_MARKS_TEMPORARY";

/// Runs a test in a process of its own, whose temporary folder nobody else writes to: all of it is searched. Answers false in there.
fn runs_apart(test: &str) -> bool {
    if std::env::var_os(TEMPORARY).is_some() {
        return false;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut apart = Command::new(std::env::current_exe().expect("this program"));
    apart.args([test, "--exact", "--nocapture"]).env(TEMPORARY, folder.path());
    // As it is called on each system.
    for name in ["TMPDIR", "TMP", "TEMP"] {
        apart.env(name, folder.path());
    }
    let done = apart.output().expect("it runs");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success() && said.contains("1 passed"),
        "{said}{}",
        String::from_utf8_lossy(&done.stderr)
    );
    true
}

/// What a file is by its name, where the program keeps such files.
fn is_expected(name: &str) -> bool {
    let name = name.replace('\\', "/");
    [".qlibre", ".qlibre-wal", ".qlibre-shm", ".qlibre-lock", ".json"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

fn words(code: &Value) -> Vec<&str> {
    code.as_array().expect("groups").iter().filter_map(Value::as_str).collect()
}

const OTHER: &str = "tambour velours citron ardoise";

#[test]
fn nothing_of_a_person_lies_anywhere_in_the_clear() {
    if runs_apart("marks::nothing_of_a_person_lies_anywhere_in_the_clear") {
        return;
    }
    let temporary = std::env::temp_dir();
    let place = Place::new();
    assert!(place.path().starts_with(&temporary), "everything is below the one folder");
    let first = place.call("create_register", json!({ "passphrase": PASSPHRASE }))["code"].clone();
    let session = place.session();
    let lina = place.person_on(&session, "GIVENMARK", "FAMILYMARK", "participant");
    let bruno = place.person_on(&session, "TRAINERMARK", "Lemoine", "trainer");
    for (field, value) in [
        ("birth", json!("2011-05-03")),
        ("phone", json!("06 39 98 41 07")),
        ("address", json!("1 rue ADDRESSMARK")),
        ("commune", json!("COMMUNEMARK")),
        ("insurance", json!("INSURANCEMARK")),
    ] {
        place.call("set_person", json!({ "person": lina, "field": field, "value": value }));
    }
    let mother = place.add("add_relative", json!({ "person": lina, "name": "GUARDIANMARK" }));
    place.call(
        "set_relative",
        json!({ "person": lina, "relative": mother, "field": "phone", "value": "06 39 98 41 22" }),
    );
    place.call("set_health", json!({ "person": lina, "text": "HEALTHMARK", "until": crate::in_days(200) }));
    let second =
        place.add("add_person", json!({ "given": "ERASEDMARK", "family": "x", "role": "participant" }));
    let copy = ql_store::backup_folder(&workspace_of(place.path())).join("before.qlibre");
    fs::create_dir_all(copy.parent().expect("a folder")).expect("a folder");
    place.call("backup", json!({ "path": copy }));
    let before = fs::read(&copy).expect("a copy");
    let erased = place.call("erase_person", json!({ "person": second }));
    assert_eq!(erased["copies_left"], 0);
    assert_ne!(fs::read(&copy).expect("a copy"), before, "she went from the copy too");
    let (here, inbox) = (stroke(11), stroke(23));
    place.call(
        "sign_cell",
        json!({ "session": session, "person": lina, "half": "morning", "strokes": [here] }),
    );
    place.call("clear_signature", json!({ "session": session, "person": lina, "half": "morning" }));
    place.call("undo_register", json!({}));
    // A photo of the sheet: what is kept of it is looked for, made as the program makes it.
    let photo = place.path().join("photo.png");
    fs::write(&photo, picture()).expect("a photo");
    place.call("attach_scan", json!({ "session": session, "path": photo }));
    let scan = place.call("get_sheet", json!({ "session": session }))["scans"][0].clone();
    let path = format!("scan/{session}/{}", scan["hash"].as_str().expect("a hash"));
    let kept = place.app.bytes(ql_api::Role::Desk, &path).expect("the scan is shown").body;
    fs::remove_file(&photo).expect("the photo goes");
    // A list, two files made one and parted again, a sheet that is closed and corrected.
    let list = place.path().join("list.csv");
    fs::write(
        &list,
        "Prénom;Nom;Tél. mère;Groupe\nLISTMARK;Essai;0639984155;GROUPCELLMARK\nLISTMARK;Essay;0639984155;\n",
    )
    .expect("a list");
    let table = place.call("read_table", json!({ "path": list }));
    let take = json!({ "path": list, "sheet": table["sheet"], "mapping": table["mapping"], "known": "add" });
    place.call("import_people", take);
    fs::remove_file(&list).expect("the list goes");
    let pair = place.call("find_duplicates", json!({}))["pairs"][0].clone();
    place.call("merge_people", json!({ "keep": pair["a"]["id"], "drop": pair["b"]["id"] }));
    place.call("undo_register", json!({}));
    let other = place.session();
    place.call("add_to_sheet", json!({ "session": other, "person": bruno }));
    place.call(
        "sign_cell",
        json!({ "session": other, "person": bruno, "half": "morning", "strokes": [stroke(31)] }),
    );
    place.call("close_sheet", json!({ "session": other, "by": bruno }));
    let correction = json!({
        "session": other, "person": lina, "half": "morning", "state": "present", "reason": "REASONMARK", "by": bruno,
    });
    place.call("correct_cell", correction);
    let pad = place.call("hand_over", json!({ "session": session, "half": "afternoon" }));
    place.call("sign_handover", json!({ "slot": pad["current"]["slot"], "strokes": [inbox] }));
    place.call("backup", json!({ "path": place.path().join("sealed.qlibre") }));
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    place.call("list_people", json!({ "query": "givenmark" }));
    place.call("get_person", json!({ "person": lina }));
    place.call("backup", json!({ "path": place.path().join("unlocked.qlibre") }));
    // Another phrase, and another code whose sheet is at hand, which opens once.
    place.call("change_passphrase", json!({ "current": PASSPHRASE, "passphrase": OTHER }));
    let second = place.call("renew_recovery", json!({ "passphrase": OTHER }))["code"].clone();
    place.call("confirm_recovery", json!({ "code": second }));
    place.call("lock_register", json!({}));
    place.call("unlock_register", json!({ "code": words(&second).concat() }));
    // Every paper is made, and taken away to where it was asked for.
    let out = tempfile::tempdir().expect("a folder of a trainer");
    for paper in [
        json!({ "kind": "attendance", "session": session }),
        json!({ "kind": "attendance_blank", "session": session }),
        json!({ "kind": "attendance_month", "month": "2026-02" }),
        json!({ "kind": "person_data", "person": lina }),
        json!({ "kind": "attestation", "person": lina }),
        json!({ "kind": "recovery", "code": second }),
    ] {
        let to = out.path().join(format!("{}.pdf", paper["kind"].as_str().expect("a kind")));
        place.call("export_paper", json!({ "paper": paper, "to": to }));
    }
    // What is packed says no word to a search: no paper is left but those that were asked for, whole.
    let mut papers = Vec::new();
    files(&temporary, &mut papers);
    let mut papers: Vec<String> =
        papers.into_iter().map(|(name, _)| name).filter(|name| !is_expected(name)).collect();
    papers.sort();
    let asked =
        ["attendance", "attendance_blank", "attendance_month", "attestation", "person_data", "recovery"];
    let mut asked: Vec<String> =
        asked.iter().map(|kind| out.path().join(format!("{kind}.pdf")).display().to_string()).collect();
    asked.push(out.path().join("person_data.json").display().to_string());
    asked.retain(|name| !is_expected(name));
    assert_eq!(papers, asked, "and the search finds those");
    drop(out);
    let wrapped_text = place.call("get_register", json!({}));
    assert_eq!(wrapped_text["unlocked"], true);
    // Planted unsealed: the same search must find it.
    place.call("add_group", json!({ "name": "UNSEALEDMARK" }));

    let raw = |stroke: &str| BASE64_STANDARD.decode(stroke).expect("base64")[12..60].to_vec();
    let base64 = |stroke: &str| stroke.as_bytes()[40..80].to_vec();

    let mut all = Vec::new();
    files(place.path(), &mut all);
    assert!(all.iter().any(|(name, _)| name.ends_with("-wal")), "the log is searched too");
    place.app.close();
    files(place.path(), &mut all);
    files(&temporary, &mut all);
    let odd: Vec<&String> = all.iter().map(|(name, _)| name).filter(|name| !is_expected(name)).collect();
    assert!(odd.is_empty(), "nobody knows what is in {odd:?}");
    assert!(all.iter().any(|(name, _)| *name == workspace_of(place.path()).display().to_string()));
    assert!(!traces(&all, b"UNSEALEDMARK").is_empty(), "the search finds what is not sealed");
    // In every form, also bytes that are no text: as they would lie there.
    let planted = place.path().join("planted");
    let wide: Vec<u8> = "GIVENMARK".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let plain = [wide, "givenmark familymark".into(), raw(&here), base64(&inbox), kept[200..240].to_vec()];
    fs::write(&planted, plain.join(&b"\n"[..])).expect("planted");
    let mut found = Vec::new();
    files(place.path(), &mut found);
    found.retain(|(name, _)| *name == planted.display().to_string());
    for mark in
        [b"GIVENMARK".to_vec(), b"FAMILYMARK".to_vec(), raw(&here), base64(&inbox), kept[200..240].to_vec()]
    {
        assert!(!traces(&found, &mark).is_empty(), "the search finds what is planted");
    }
    fs::remove_file(&planted).expect("dug out");

    let mut marks: Vec<(&str, Vec<u8>)> = [
        "GIVENMARK",
        "FAMILYMARK",
        "TRAINERMARK",
        "2011-05-03",
        "06 39 98 41 07",
        "ADDRESSMARK",
        "COMMUNEMARK",
        "INSURANCEMARK",
        "GUARDIANMARK",
        "06 39 98 41 22",
        "HEALTHMARK",
        "ERASEDMARK",
        "LISTMARK",
        "06 39 98 41 55",
        "GROUPCELLMARK",
        "REASONMARK",
        PASSPHRASE,
        OTHER,
    ]
    .map(|mark| (mark, mark.as_bytes().to_vec()))
    .into();
    marks.push(("a signature made beside a trainer", raw(&here)));
    marks.push(("a signature made on the pad", raw(&inbox)));
    marks.push(("the same in base64", base64(&inbox)));
    for code in [&first, &second] {
        for parting in ["", " ", "-", "\",\""] {
            marks.push(("a recovery code", words(code).join(parting).into_bytes()));
        }
    }
    marks.push(("the scan", kept[200..240].to_vec()));
    for (what, mark) in marks {
        let found = traces(&all, &mark);
        assert!(found.is_empty(), "{what} lies in {found:?}");
    }
}

/// A picture with something in it.
pub fn picture() -> Vec<u8> {
    let mut pixels = Vec::new();
    for y in 0..200_u32 {
        for x in 0..300_u32 {
            pixels.extend([(x * y % 251) as u8, (x ^ y) as u8, (x + 3 * y) as u8]);
        }
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, 300, 200);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&pixels).expect("pixels");
    writer.finish().expect("a picture");
    out
}

#[test]
fn events_carry_nothing_of_a_person() {
    let place = Place::new();
    let heard: std::sync::Arc<std::sync::Mutex<Vec<Value>>> = std::sync::Arc::default();
    let sink = heard.clone();
    let _listener = place.app.listen(move |event| {
        sink.lock().expect("a lock").push(serde_json::to_value(event).expect("json"));
    });
    place.call("create_register", json!({ "passphrase": PASSPHRASE }));
    let session = place.session();
    let person = place.person_on(&session, "GIVENMARK", "FAMILYMARK", "participant");
    place.call("set_person", json!({ "person": person, "field": "phone", "value": "PHONEMARK" }));
    place.call(
        "sign_cell",
        json!({ "session": session, "person": person, "half": "morning", "strokes": [stroke(5)] }),
    );
    let told = serde_json::to_string(&*heard.lock().expect("a lock")).expect("json");
    assert!(
        told.contains("\"people\"") && told.contains("\"sheet\"") && told.contains("\"register\""),
        "{told}"
    );
    assert!(!told.contains("MARK"), "every phone in the room hears events: {told}");
    assert!(!told.contains(&person), "not even who: {told}");
}
