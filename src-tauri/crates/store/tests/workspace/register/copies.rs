//! What was erased or changed is in no copy either.

use ql_store::{
    Forgotten, back_up_daily, back_up_to, backup_folder, copies_holding, forget_in_copies,
    left_backup_folders, list_backups, restore, restore_to, verify,
};

use super::*;

fn copy_of_day(workspace: &Workspace, day: &str) {
    let readers = workspace.readers();
    let copies = backup_folder(readers.path());
    back_up_daily(&readers, &copies, day.parse().expect("a day")).expect("copied");
}

/// More than are kept, long after.
fn copies_of_nine_days(workspace: &Workspace) {
    (1..=9).for_each(|day| copy_of_day(workspace, &format!("2199-01-0{day}")));
}

fn names_in(copies: &Path) -> Vec<String> {
    list_backups(copies).expect("listed").into_iter().map(|copy| copy.name).collect()
}

#[test]
fn a_changed_passphrase_opens_no_copy_either() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let copies = backup_folder(&path);
    back_up_daily(&workspace.readers(), &copies, "2026-02-22".parse().expect("a day")).expect("copied");
    let (next, secret) = (RecoveryCode::random(), workspace.wrapped_secret().expect("there").1);
    let secret = secret.open_by_code(&code).expect("it opens");
    let wrapped = secret.wrap_for_recovery(&next);
    workspace.set_passphrase(&secret, &wrapped).expect("changed");
    workspace.set_recovery(&wrapped).expect("changed");
    let done = forget_in_copies(&workspace.readers(), &copies).expect("looked into");
    assert_eq!(done, Forgotten { cleaned: 1, left: 0 });
    let back = folder.path().join("back.qlibre");
    restore_to(&copies.join("a 2026-02-22.qlibre"), &back, None, |_| Ok(())).expect("restored");
    let restored = open(&back);
    let (phrase, recovery) = restored.wrapped_secret().expect("there");
    assert!(
        phrase.open_by_code(&code).is_err() && recovery.open_by_code(&code).is_err(),
        "the old one opens nothing"
    );
    assert!(recovery.open_by_code(&next).is_ok(), "the new one does");
}

#[test]
fn an_erased_person_leaves_the_copies_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let noah = workspace.add_person("Noah", "Petit", PersonRole::Participant, vec![]).expect("added");
    workspace.lock();
    let copies = backup_folder(&path);
    let day = |text: &str| text.parse().expect("a day");
    for date in ["2026-02-22", "2026-02-23"] {
        back_up_daily(&workspace.readers(), &copies, day(date)).expect("copied");
    }
    let by_hand = folder.path().join("by hand.qlibre");
    back_up_to(&workspace.readers(), &by_hand).expect("copied");
    let torn = copies.join("a 2026-02-21.qlibre");
    fs::write(&torn, &fs::read(copies.join("a 2026-02-22.qlibre")).expect("read")[..9000]).expect("written");
    let of_lina: Vec<u8> = Connection::open(&path)
        .expect("the file opens")
        .query_row("SELECT wrapped FROM key WHERE document = ?1", [lina.to_string()], |row| row.get(0))
        .expect("she has a key");
    let made: Vec<_> =
        list_backups(&copies).expect("listed").iter().map(|copy| (copy.name.clone(), copy.made_at)).collect();
    let nothing = forget_in_copies(&workspace.readers(), &copies).expect("nothing was erased yet");
    assert_eq!(nothing, Forgotten { cleaned: 0, left: 1 }, "a torn one cannot be looked into");

    assert_eq!(copies_holding(&copies, &[lina.document()]), 2, "a torn one holds nothing that can be read");
    unlock(&mut workspace, &code);
    workspace.set_person_field(noah, noah, "phone", &json!("06")).expect("set");
    workspace.erase_people(&[lina]).expect("erased");
    assert_eq!(
        workspace.undo_in_register().expect("nothing"),
        None,
        "erasing is not taken back, nor what was before"
    );
    let done = forget_in_copies(&workspace.readers(), &copies).expect("looked into");
    assert_eq!(done, Forgotten { cleaned: 2, left: 1 }, "the torn one cannot be looked into, and stays");
    let again = forget_in_copies(&workspace.readers(), &copies).expect("looked into");
    assert_eq!(again, Forgotten { cleaned: 0, left: 1 }, "once is enough");
    fs::remove_file(&torn).expect("removed");
    for entry in fs::read_dir(&copies).expect("read").flatten() {
        assert!(!has(&fs::read(entry.path()).expect("read"), &of_lina), "her key is in {:?}", entry.path());
    }
    let now: Vec<_> =
        list_backups(&copies).expect("listed").iter().map(|copy| (copy.name.clone(), copy.made_at)).collect();
    assert_eq!(
        now,
        made.into_iter().filter(|(name, _)| name != "a 2026-02-21").collect::<Vec<_>>(),
        "each is the copy of its day"
    );
    workspace.close().expect("closed");

    // A copy made by hand keeps her; come back to, it loses her all the same.
    restore(&by_hand, &path, "kept", |_| Ok(())).expect("restored");
    let mut workspace = open(&path);
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    let rows = workspace.people().expect("open");
    assert!(rows.person(lina).is_none() && rows.person(noah).is_some(), "she does not come back with it");
    workspace.close().expect("closed");

    let back = folder.path().join("back.qlibre");
    verify(&copies.join("a 2026-02-22.qlibre")).expect("whole");
    restore_to(&copies.join("a 2026-02-22.qlibre"), &back, None, |_| Ok(())).expect("restored");
    let mut workspace = open(&back);
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    let rows = workspace.people().expect("open");
    assert!(rows.person(lina).is_none() && rows.person(noah).is_some(), "the others are all there");
}

#[test]
fn going_back_to_an_older_copy_keeps_the_code_of_today() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, former) = with_register(&path);
    let stick = folder.path().join("stick.qlibre");
    back_up_to(&workspace.readers(), &stick).expect("copied");
    let next = RecoveryCode::random();
    let wrapped = workspace.wrap_secret(|secret| secret.wrap_for_recovery(&next)).expect("wrapped");
    workspace.set_recovery(&wrapped).expect("changed");
    let copies = backup_folder(&path);
    back_up_daily(&workspace.readers(), &copies, "2026-02-22".parse().expect("a day")).expect("copied");
    workspace.close().expect("closed");

    restore(&stick, &path, "kept", |_| Ok(())).expect("restored");
    let workspace = open(&path);
    let opens = |workspace: &Workspace, code: &RecoveryCode| {
        workspace.wrapped_secret().expect("there").1.open_by_code(code).is_ok()
    };
    assert!(opens(&workspace, &next) && !opens(&workspace, &former), "who left does not come back with it");
    assert_eq!(workspace.register_info().expect("read").map(|info| info.sheet), Some(2));
    let done = forget_in_copies(&workspace.readers(), &copies).expect("looked into");
    assert_eq!(done, Forgotten { cleaned: 0, left: 0 });
    let back = folder.path().join("back.qlibre");
    restore_to(&copies.join("a 2026-02-22.qlibre"), &back, None, |_| Ok(())).expect("restored");
    assert!(opens(&open(&back), &next), "a newer copy is not closed by an older file");
}

#[test]
fn a_code_that_was_voided_opens_no_older_copy_though_the_lock_of_today_is_torn() {
    for renewed in [true, false] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.qlibre");
        let (mut workspace, former) = with_register(&path);
        let stick = folder.path().join("stick.qlibre");
        back_up_to(&workspace.readers(), &stick).expect("copied");
        let next = RecoveryCode::random();
        let secret = workspace.wrapped_secret().expect("there").1.open_by_code(&former).expect("it opens");
        let wrapped = secret.wrap_for_recovery(&next);
        workspace.set_passphrase(&secret, &wrapped).expect("changed");
        if renewed {
            workspace.set_recovery(&wrapped).expect("changed");
        }
        workspace.close().expect("closed");
        let raw = Connection::open(&path).expect("the file opens");
        assert_eq!(raw.execute("UPDATE register SET recovery = x'00'", []).expect("torn"), 1);
        drop(raw);

        restore(&stick, &path, "kept", |_| Ok(())).expect("restored");
        let workspace = open(&path);
        let (phrase, recovery) = workspace.wrapped_secret().expect("there");
        assert!(phrase.open_by_code(&next).is_ok(), "the phrase of today opens it");
        assert_eq!(recovery.open_by_code(&former).is_ok(), !renewed, "only a sheet that is valid opens");
        let info = workspace.register_info().expect("read").expect("there");
        assert_eq!(
            (info.sheet, info.proved),
            (if renewed { 2 } else { 1 }, false),
            "no sheet of today opens"
        );
    }
}

#[test]
fn who_was_erased_stays_so_though_what_opens_the_register_is_gone_from_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    let noah = workspace.add_person("Noah", "Petit", PersonRole::Participant, vec![]).expect("added");
    let stick = folder.path().join("stick.qlibre");
    back_up_to(&workspace.readers(), &stick).expect("copied");
    workspace.erase_people(&[lina]).expect("erased");
    workspace.close().expect("closed");
    let raw = Connection::open(&path).expect("the file opens");
    assert_eq!(raw.execute("DELETE FROM register", []).expect("gone"), 1);
    drop(raw);

    restore(&stick, &path, "kept", |_| Ok(())).expect("restored");
    let mut workspace = open(&path);
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    let rows = workspace.people().expect("open");
    let lines = rows.sheet(session).map(|sheet| sheet.attendees.len());
    assert_eq!((rows.person(lina), lines, rows.person(noah).is_some()), (None, Some(0), true));
}

#[test]
fn copies_of_a_file_that_is_not_there_are_told_and_let_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let (before, path) = (folder.path().join("before.qlibre"), folder.path().join("a.qlibre"));
    let (mut workspace, _) = with_register(&before);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    copy_of_day(&workspace, "2026-02-22");
    workspace.close().expect("closed");
    let another = with_register(&folder.path().join("another.qlibre")).0;
    copy_of_day(&another, "2026-02-22");
    // Somebody gives the file another name; its copies keep theirs.
    fs::rename(&before, &path).expect("renamed");
    let folders = left_backup_folders(&path);
    assert_eq!(folders, [backup_folder(&before)], "those of a file that is there are its own");
    assert_eq!(copies_holding(&folders[0], &[lina.document()]), 1);
}

#[cfg(unix)]
#[test]
fn a_copy_that_lies_elsewhere_is_told_to_be_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, _) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let copies = backup_folder(&path);
    let elsewhere = folder.path().join("elsewhere.qlibre");
    back_up_to(&workspace.readers(), &elsewhere).expect("copied");
    fs::create_dir(&copies).expect("a folder");
    std::os::unix::fs::symlink("../elsewhere.qlibre", copies.join("a 2026-02-22.qlibre")).expect("linked");
    workspace.erase_people(&[lina]).expect("erased");
    let done = forget_in_copies(&workspace.readers(), &copies).expect("looked into");
    assert_eq!(done, Forgotten { cleaned: 0, left: 1 });
    assert_eq!(documents_of(&elsewhere, "person"), 1, "what a link leads to is let be");
}

#[test]
fn a_copy_that_becomes_another_file_has_nobody_who_was_erased() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, _) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let (stick, back) = (folder.path().join("stick.qlibre"), folder.path().join("back.qlibre"));
    back_up_to(&workspace.readers(), &stick).expect("copied");
    workspace.erase_people(&[lina]).expect("erased");
    workspace.close().expect("closed");
    restore_to(&stick, &back, Some(&path), |_| Ok(())).expect("restored");
    assert_eq!(documents_of(&back, "person"), 0);
}

#[test]
fn who_was_erased_does_not_come_back_by_a_detour() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let other = folder.path().join("other.qlibre");
    let (another, _) = with_register(&folder.path().join("b.qlibre"));
    back_up_to(&another.readers(), &other).expect("copied");
    let (mut workspace, code) = with_register(&path);
    let (lina, _) = lina_on_a_sheet(&mut workspace);
    let stick = folder.path().join("stick.qlibre");
    back_up_to(&workspace.readers(), &stick).expect("copied");
    workspace.erase_people(&[lina]).expect("erased");
    workspace.close().expect("closed");
    // By the copy of another register, to one of before.
    for copy in [&other, &stick] {
        restore(copy, &path, "kept", |_| Ok(())).expect("restored");
    }
    let mut workspace = open(&path);
    unlock(&mut workspace, &code);
    assert_eq!(workspace.people().expect("open").person(lina), None);
}

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
