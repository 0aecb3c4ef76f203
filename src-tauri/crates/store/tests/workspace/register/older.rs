//! What does not open any more is kept in the copies, and what an older copy does not know.

use ql_store::{back_up_daily, back_up_to, backup_folder, forget_in_copies, restore};

use super::{
    copies::{copies_of_nine_days, copy_of_day, names_in},
    *,
};

#[test]
fn what_does_not_open_is_told_and_its_sound_copies_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    workspace.add_person("Noah", "Petit", PersonRole::Participant, vec![]).expect("added");
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
    workspace.lock();
    let copies = backup_folder(&path);
    copy_of_day(&workspace, "2026-02-22");
    tear(&path, lina);
    assert_eq!(unlock(&mut workspace, &code).broken, 1);
    assert_eq!(workspace.register_info().expect("read").map(|info| info.broken), Some(1));
    let found = workspace.check_sealed().expect("looked into");
    assert_eq!(found.iter().map(|one| one.place.clone()).collect::<Vec<_>>(), [lina.document().to_string()]);
    // Copies go on; those of after push one another out, never the sound one.
    copies_of_nine_days(&workspace);
    let names = || names_in(&copies);
    assert!(names().contains(&"a 2026-02-22".to_owned()) && names().len() == 8, "{:?}", names());

    assert_eq!(workspace.destroy_broken().expect("destroyed"), 1);
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
    assert_eq!(workspace.register_info().expect("read").map(|info| (info.broken, info.people)), Some((0, 1)));
    copy_of_day(&workspace, "2199-01-10");
    assert!(!names().contains(&"a 2026-02-22".to_owned()), "{:?}", names());
    workspace.lock();
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    workspace.lock();
    let without = "INSERT INTO document (id, kind, created_at, changed_at) VALUES (?1, 'person', 0, 0)";
    let raw = Connection::open(&path).expect("the file opens");
    assert_eq!(raw.execute(without, [lina.to_string()]).expect("inserted"), 1);
    assert_eq!(
        workspace.check_sealed().expect("looked into").len(),
        1,
        "without a key it is seen while sealed"
    );
}

#[test]
fn copies_of_a_photo_stay_until_a_check_finds_it_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (_, session) = lina_on_a_sheet(&mut workspace);
    let photo = NewScan { bytes: vec![7; 200_000], ..photo() };
    workspace.attach_scans(session, std::slice::from_ref(&photo)).expect("attached");
    workspace.lock();
    let copies = backup_folder(&path);
    copy_of_day(&workspace, "2026-02-22");
    let raw = Connection::open(&path).expect("the file opens");
    let torn = "UPDATE sealed SET bytes = substr(bytes, 1, 150000) WHERE length(bytes) > 150000";
    assert_eq!(raw.execute(torn, []).expect("torn"), 1);
    drop(raw);
    unlock(&mut workspace, &code);
    assert_eq!(workspace.check_sealed().expect("looked into").len(), 1);
    workspace.lock();
    assert_eq!(unlock(&mut workspace, &code).broken, 0, "an opening tries no picture");
    assert_eq!(workspace.destroy_broken().expect("nothing"), 0, "nor gives one up that it did not try");
    copies_of_nine_days(&workspace);
    assert!(names_in(&copies).contains(&"a 2026-02-22".to_owned()), "it may be whole in that one");
    // Attached again, its bytes are back.
    assert_eq!(workspace.attach_scans(session, &[photo]).expect("known"), []);
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
    copy_of_day(&workspace, "2199-01-10");
    assert!(!names_in(&copies).contains(&"a 2026-02-22".to_owned()), "nothing is missed any more");
}

#[test]
fn what_is_given_up_holds_no_copies_though_there_are_photos() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    let photo = NewScan { bytes: vec![7; 200_000], ..photo() };
    workspace.attach_scans(session, &[photo]).expect("attached");
    workspace.sign_sheet(session, lina, HalfCode::Morning, &drawn(3)).expect("signed");
    workspace.lock();
    let copies = backup_folder(&path);
    copy_of_day(&workspace, "2026-02-22");
    let raw = Connection::open(&path).expect("the file opens");
    let torn = "UPDATE sealed SET bytes = substr(bytes, 1, 40) WHERE length(bytes) < 150000";
    assert_eq!(raw.execute(torn, []).expect("torn"), 1);
    drop(raw);
    assert_eq!(unlock(&mut workspace, &code).broken, 1);
    assert_eq!(workspace.destroy_broken().expect("given up"), 1);
    // A note that stayed would be of that day for whatever is torn later.
    copies_of_nine_days(&workspace);
    assert!(!names_in(&copies).contains(&"a 2026-02-22".to_owned()), "nothing is missed any more");
}

#[test]
fn a_document_that_was_taken_out_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    workspace.lock();
    let raw = Connection::open(&path).expect("the file opens");
    raw.pragma_update(None, "foreign_keys", false).expect("as whoever takes something out has it");
    let id = lina.document().to_string();
    raw.execute("DELETE FROM snapshot WHERE document = ?1", [&id]).expect("its text");
    assert_eq!(raw.execute("DELETE FROM document WHERE id = ?1", [&id]).expect("its row"), 1);
    drop(raw);
    assert_eq!(unlock(&mut workspace, &code).broken, 1, "its key says that it was there");
    assert_eq!(workspace.broken_sheets().expect("read"), 1, "it may have been a sheet");
    assert_eq!(workspace.destroy_broken().expect("given up"), 1);
    workspace.lock();
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
}

#[test]
fn a_signature_that_was_taken_out_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    workspace.sign_sheet(session, lina, HalfCode::Morning, &drawn(3)).expect("signed");
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
    workspace.lock();
    let raw = Connection::open(&path).expect("the file opens");
    assert_eq!(raw.execute("DELETE FROM sealed", []).expect("taken out"), 1);
    drop(raw);
    assert_eq!(unlock(&mut workspace, &code).broken, 1, "its sheet names it");
    assert_eq!(workspace.check_sealed().expect("looked into").len(), 1);
    workspace.destroy_broken().expect("given up");
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
    workspace.lock();
    assert_eq!(unlock(&mut workspace, &code).broken, 0, "it is told once");
    // Also when the sheet is written anew, twice.
    for given in ["Noé", "Awa"] {
        let other = workspace.add_person(given, "Petit", PersonRole::Participant, vec![]).expect("added");
        workspace.add_attendee(session, other, false).expect("on the sheet");
        workspace.erase_people(&[other]).expect("erased");
        workspace.lock();
        assert_eq!(unlock(&mut workspace, &code).broken, 0, "after {given}");
    }
}

#[test]
fn who_was_one_person_counts_once_in_an_older_copy_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    let again = workspace.add_person("Lina", "KACI", PersonRole::Participant, vec![]).expect("added");
    workspace.add_attendee(session, again, false).expect("on the sheet");
    let bruno = bruno_signs(&mut workspace, session);
    workspace.close_sheet(session, bruno, &frozen()).expect("closed");
    let lines = |workspace: &Workspace| {
        let rows = workspace.people().expect("open");
        rows.sheet(session).expect("a sheet").participants(|id| rows.real(id)).len()
    };
    workspace.merge_people(lina, again).expect("made one");
    assert_eq!(lines(&workspace), 1);
    workspace.undo_in_register().expect("undone");
    assert_eq!(lines(&workspace), 2);
    workspace.redo_in_register().expect("done again");
    workspace.lock();
    let copy = folder.path().join("copy.qlibre");
    back_up_to(&workspace.readers(), &copy).expect("copied");
    unlock(&mut workspace, &code);
    workspace.erase_people(&[lina]).expect("erased");
    assert_eq!(lines(&workspace), 1);
    workspace.close().expect("closed");
    restore(&copy, &path, "kept", |_| Ok(())).expect("restored");
    let mut workspace = open(&path);
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    assert_eq!(workspace.people().expect("open").person(lina), None, "the tombstone came over");
    assert_eq!(lines(&workspace), 1);
}

#[test]
fn a_note_that_was_made_one_with_another_is_alone_again_in_an_older_copy() {
    for gone in ["", "erased", "emptied", "over"] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.qlibre");
        let (mut workspace, code) = with_register(&path);
        let mut add = |given: &str| {
            workspace.add_person(given, "Kaci", PersonRole::Participant, vec![]).expect("added")
        };
        let (keep, drop) = (add("Lina"), add("Lyna"));
        workspace.set_health(keep, "asthme", &json!("2026-03-01")).expect("kept");
        workspace.set_health(drop, "épilepsie", &json!("2026-03-01")).expect("kept");
        let copies = backup_folder(&path);
        back_up_daily(&workspace.readers(), &copies, "2026-02-22".parse().expect("a day")).expect("copied");
        let stick = folder.path().join("stick.qlibre");
        back_up_to(&workspace.readers(), &stick).expect("copied");
        workspace.merge_people(keep, drop).expect("made one");
        let until = json!(if gone == "over" { "2026-02-23" } else { "2026-03-01" });
        workspace.set_health(keep, "asthme, épilepsie", &until).expect("one note of both");
        if gone == "erased" {
            workspace.erase_people(&[keep]).expect("erased");
        } else if gone == "emptied" {
            workspace.set_health(keep, "", &json!(null)).expect("emptied");
        }
        workspace.lock();
        unlock(&mut workspace, &code);
        if gone.is_empty() {
            let note = workspace.health(keep).expect("read").map(|note| note.text);
            assert_eq!(note.as_deref(), Some("asthme, épilepsie"), "each is said once");
        } else {
            assert_eq!(documents_of(&path, "health"), 0, "{gone}: nothing of either is left");
        }
        let cleaned = forget_in_copies(&workspace.readers(), &copies).expect("looked into").cleaned;
        workspace.close().expect("closed");
        for copy in [copies.join("a 2026-02-22.qlibre"), stick] {
            restore(&copy, &path, "kept", |_| Ok(())).expect("restored");
            let mut workspace = open(&path);
            assert_eq!(unlock(&mut workspace, &code).broken, 0);
            if gone.is_empty() {
                let note = workspace.health(drop).expect("read").map(|note| note.text);
                assert_eq!((cleaned, note.as_deref()), (0, Some("épilepsie")), "hers is hers again");
            } else {
                assert_eq!((cleaned, documents_of(&path, "health")), (1, 0), "{gone}: from the copies too");
            }
        }
    }
}

#[test]
fn a_tombstone_beside_a_living_file_takes_nobody_off_a_sheet() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    workspace.sign_sheet(session, lina, HalfCode::Morning, &drawn(3)).expect("signed");
    workspace.lock();
    let raw = Connection::open(&path).expect("the file opens");
    raw.execute("INSERT INTO tombstone (document, seq, erased_at) VALUES (?1, 0, 0)", [lina.to_string()])
        .expect("slipped in");
    raw.execute("UPDATE key SET tainted = 1", []).expect("all sheets are to be looked through");
    drop(raw);
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    let sheet = workspace.people().expect("open").sheet(session).expect("there");
    let signed = sheet.cell(lina, HalfCode::Morning).is_some_and(|cell| cell.signature.is_some());
    assert!(signed, "she is in the register, and stays where she signed");
}
