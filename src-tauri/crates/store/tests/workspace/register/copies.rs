//! What was erased or changed is in no copy either.

use ql_store::{
    Forgotten, back_up_daily, back_up_to, backup_folder, copies_holding, forget_in_copies,
    left_backup_folders, list_backups, restore, restore_to, verify,
};

use super::*;

pub fn copy_of_day(workspace: &Workspace, day: &str) {
    let readers = workspace.readers();
    let copies = backup_folder(readers.path());
    back_up_daily(&readers, &copies, day.parse().expect("a day")).expect("copied");
}

/// More than are kept, long after.
pub fn copies_of_nine_days(workspace: &Workspace) {
    (1..=9).for_each(|day| copy_of_day(workspace, &format!("2199-01-0{day}")));
}

pub fn names_in(copies: &Path) -> Vec<String> {
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
