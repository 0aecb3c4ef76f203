//! What is taken back while the register is open, and lists that are taken in.

use ql_model::entity::Value;
use ql_store::{
    Forgotten, NewPerson, SealedPeople, Turned, back_up_daily, back_up_to, backup_folder, copies_holding,
    forget_in_copies, list_backups, restore,
};

use super::*;

fn done(turned: Result<Option<Turned>, StoreError>) -> Option<&'static str> {
    turned.expect("turned").map(|turned| turned.code)
}

#[test]
fn what_was_done_is_taken_back_and_a_withdrawn_file_is_destroyed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, code) = with_register(&folder.path().join("a.qlibre"));
    let lina = workspace
        .add_person("Lina", "Kaci", PersonRole::Participant, vec![("commune", Value::Text("Grigny".into()))])
        .expect("added");
    workspace.set_person_field(lina, lina, "phone", &json!("06 39 98 41 07")).expect("set");
    let turned = workspace.undo_in_register().expect("undone").expect("there was something");
    assert_eq!(
        (turned.code, turned.root, turned.field.as_deref()),
        ("set_person", Some(lina), Some("phone"))
    );
    let phone = |workspace: &Workspace| {
        workspace.people().expect("open").person(lina).map(|person| person.phone.clone())
    };
    assert_eq!(phone(&workspace).as_deref(), Some(""));
    assert_eq!(done(workspace.redo_in_register()), Some("set_person"));
    assert_eq!(phone(&workspace).as_deref(), Some("06 39 98 41 07"));
    workspace.undo_in_register().expect("undone");
    assert_eq!(done(workspace.undo_in_register()), Some("add_person"));
    assert_eq!(phone(&workspace), None, "she is not in the register");
    workspace.redo_in_register().expect("redone");
    assert!(phone(&workspace).is_some());
    workspace.undo_in_register().expect("undone");
    workspace.lock();
    assert_eq!(
        workspace.register_info().expect("read").expect("there").people,
        0,
        "sealing destroyed the file"
    );
    unlock(&mut workspace, &code);
    assert_eq!(workspace.undo_in_register().expect("nothing"), None, "undo ends with the unlocking");
}

#[test]
fn what_was_taken_back_was_not_erased() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let pia = workspace.add_person("Pia", "Roux", PersonRole::Participant, vec![]).expect("added");
    let copies = backup_folder(&path);
    back_up_daily(&workspace.readers(), &copies, "2026-02-22".parse().expect("a day")).expect("copied");
    let stick = folder.path().join("stick.qlibre");
    back_up_to(&workspace.readers(), &stick).expect("copied");
    workspace.undo_in_register().expect("taken back");
    let between = folder.path().join("between.qlibre");
    back_up_to(&workspace.readers(), &between).expect("copied");
    let number = workspace.witness().expect("read").sequence;
    workspace.lock();
    assert_eq!(documents_of(&path, "person"), 0, "her file is gone from here");
    assert!(workspace.witness().expect("read").sequence >= number, "numbers of the log are not given twice");
    let done = forget_in_copies(&workspace.readers(), &copies).expect("looked into");
    assert_eq!(done, Forgotten { cleaned: 0, left: 0 });
    assert_eq!(copies_holding(&copies, &[pia.document()]), 1, "the copy of that day has her");
    workspace.close().expect("closed");

    // On another laptop she came, and signed.
    let mut other = open(&stick);
    unlock(&mut other, &code);
    let session = session(&mut other);
    other.add_attendee(session, pia, false).expect("on the sheet");
    other.sign_sheet(session, pia, HalfCode::Morning, &drawn(3)).expect("signed");
    other.set_health(pia, "épilepsie", &json!(null)).expect("kept");
    other.close().expect("closed");
    // The copy of a moment when she was taken back is gone back to first.
    for copy in [&between, &stick] {
        restore(copy, &path, "kept", |_| Ok(())).expect("restored");
        let mut workspace = open(&path);
        assert_eq!(unlock(&mut workspace, &code).broken, 0);
        workspace.close().expect("closed");
    }
    let mut workspace = open(&path);
    unlock(&mut workspace, &code);
    let rows = workspace.people().expect("open");
    let signed = rows.sheet(session).and_then(|sheet| sheet.cell(pia, HalfCode::Morning)?.signature.clone());
    assert!(rows.person(pia).is_some() && signed.is_some(), "going back brings back what the copy has");
    assert_eq!(workspace.health(pia).expect("read").map(|note| note.text).as_deref(), Some("épilepsie"));
    // Erased by right she is gone, wherever she was.
    workspace.erase_people(&[pia]).expect("erased");
    assert_eq!(forget_in_copies(&workspace.readers(), &copies).expect("looked into").cleaned, 1);
    workspace.close().expect("closed");
    restore(&stick, &path, "kept", |_| Ok(())).expect("restored");
    let mut workspace = open(&path);
    unlock(&mut workspace, &code);
    let rows = workspace.people().expect("open");
    let lines = rows.sheet(session).map(|sheet| sheet.attendees.len());
    assert_eq!((rows.person(pia), lines), (None, Some(0)));
}

fn add_born(workspace: &mut Workspace, given: &str, day: &str) -> EntityId {
    let birth = vec![("birth", Value::Text(day.into()))];
    workspace.add_person(given, "Roux", PersonRole::Participant, birth).expect("added")
}

fn copied(workspace: &Workspace, copies: &Path) {
    back_up_daily(&workspace.readers(), copies, "2026-02-22".parse().expect("a day")).expect("copied");
}

#[test]
fn erasing_who_was_added_anew_reaches_the_copies_of_between() {
    for is_sealed_between in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.qlibre");
        let (mut workspace, code) = with_register(&path);
        let sister = add_born(&mut workspace, "Rose", "2013-05-06");
        let first = add_born(&mut workspace, "Amine", "2011-02-03");
        let copies = backup_folder(&path);
        let twin = add_born(&mut workspace, "Amina", "2011-02-03");
        copied(&workspace, &copies);
        for _ in [twin, first, sister] {
            assert_eq!(done(workspace.undo_in_register()), Some("add_person"));
        }
        if is_sealed_between {
            workspace.lock();
            unlock(&mut workspace, &code);
        }
        let second = add_born(&mut workspace, "Amine", "2011-02-03");
        let earlier = workspace.earlier_files_of(&[second]).expect("told");
        assert_eq!(earlier, [first.document()]);
        assert_eq!(copies_holding(&copies, &earlier), 1, "told before it is done");
        workspace.erase_people(&[second]).expect("erased");
        assert_eq!(forget_in_copies(&workspace.readers(), &copies).expect("looked into").cleaned, 1);
        assert_eq!(copies_holding(&copies, &[first.document()]), 0);
        for other in [sister, twin] {
            assert_eq!(copies_holding(&copies, &[other.document()]), 1, "her sisters are somebody else");
        }
    }
}

#[test]
fn erasing_someone_leaves_namesakes_whom_nobody_took_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let add = |workspace: &mut Workspace, role| {
        workspace.add_person("Mohamed", "Diallo", role, vec![]).expect("added")
    };
    let worker = add(&mut workspace, PersonRole::SocialWorker);
    let stick = folder.path().join("stick.qlibre");
    back_up_to(&workspace.readers(), &stick).expect("copied");
    let (child, copies) = (add(&mut workspace, PersonRole::Participant), backup_folder(&path));
    copied(&workspace, &copies);
    workspace.close().expect("closed");
    // A moment before the child came is gone back to: only the copy of the day has him.
    restore(&stick, &path, "kept", |_| Ok(())).expect("restored");
    let mut workspace = open(&path);
    unlock(&mut workspace, &code);
    assert_eq!(workspace.earlier_files_of(&[worker]).expect("told"), []);
    workspace.erase_people(&[worker]).expect("erased");
    forget_in_copies(&workspace.readers(), &copies).expect("looked into");
    assert_eq!(copies_holding(&copies, &[child.document()]), 1, "he is somebody else");
    assert_eq!(copies_holding(&copies, &[worker.document()]), 0);
    workspace.close().expect("closed");

    // One who was taken back, and of whom more is known, is somebody else too.
    let path = folder.path().join("b.qlibre");
    let (mut workspace, _) = with_register(&path);
    let copies = backup_folder(&path);
    let add = |workspace: &mut Workspace, role, birth: Option<&str>| {
        let birth = birth.map(|day| ("birth", Value::Text(day.into())));
        workspace.add_person("Mohamed", "Diallo", role, birth.into_iter().collect()).expect("added")
    };
    let child = add(&mut workspace, PersonRole::Participant, Some("2014-05-06"));
    copied(&workspace, &copies);
    assert_eq!(done(workspace.undo_in_register()), Some("add_person"));
    let worker = add(&mut workspace, PersonRole::SocialWorker, None);
    assert_eq!(workspace.earlier_files_of(&[worker]).expect("told"), []);
    workspace.undo_in_register().expect("taken back");
    let again = add(&mut workspace, PersonRole::Participant, Some("2014-05-06"));
    assert_eq!(workspace.earlier_files_of(&[again]).expect("told"), [child.document()]);
}

#[test]
fn a_file_that_was_taken_back_is_known_by_what_the_last_copy_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let copies = backup_folder(&path);
    let day = |workspace: &Workspace, day: &str| {
        back_up_daily(&workspace.readers(), &copies, day.parse().expect("a day")).expect("copied");
    };
    let first = add_born(&mut workspace, "Amin", "2011-02-03");
    day(&workspace, "2026-02-21");
    workspace.set_person_field(first, first, "given", &json!("Amine")).expect("set");
    day(&workspace, "2026-02-22");
    day(&workspace, "2026-02-23");
    // One of both copies is torn where her file lies.
    let torn = Connection::open(&list_backups(&copies).expect("listed")[0].path).expect("it opens");
    let key = "UPDATE key SET wrapped = x'00' WHERE document = ?1";
    assert_eq!(torn.execute(key, [first.to_string()]).expect("torn"), 1);
    drop(torn);
    for code in ["set_person", "add_person"] {
        assert_eq!(done(workspace.undo_in_register()), Some(code));
    }
    for is_sealed_between in [false, true] {
        if is_sealed_between {
            workspace.lock();
            unlock(&mut workspace, &code);
        }
        let second = add_born(&mut workspace, "Amine", "2011-02-03");
        assert_eq!(workspace.earlier_files_of(&[second]).expect("told"), [first.document()]);
        workspace.undo_in_register().expect("taken back");
        let namesake = add_born(&mut workspace, "Amin", "2011-02-03");
        assert_eq!(workspace.earlier_files_of(&[namesake]).expect("told"), [], "it was no more his by then");
        workspace.undo_in_register().expect("taken back");
    }
    // Nothing of it lies on in a file that goes on from a moment before.
    let stick = folder.path().join("stick.qlibre");
    back_up_to(&workspace.readers(), &stick).expect("copied");
    workspace.close().expect("closed");
    restore(&stick, &path, "kept", |_| Ok(())).expect("restored");
    let mut workspace = open(&path);
    unlock(&mut workspace, &code);
    let second = add_born(&mut workspace, "Amine", "2011-02-03");
    assert!(workspace.earlier_files_of(&[second]).expect("told").contains(&first.document()));
}

#[test]
fn a_long_list_that_is_sealed_midway_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let list: Vec<NewPerson> = (0..40)
        .map(|n| NewPerson { fields: vec![("given", json!(format!("Prénom {n}")))], relatives: Vec::new() })
        .collect();
    let count = |workspace: &Workspace| workspace.register_info().expect("read").expect("there").people;
    let mut sealed = SealedPeople::default();
    workspace.seal_people(&list[..20], &mut sealed).expect("sealed");
    workspace.lock();
    assert!(matches!(workspace.seal_people(&list[20..], &mut sealed), Err(StoreError::Sealed)));
    unlock(&mut workspace, &code);
    assert_eq!(count(&workspace), 0, "what is not whole is not there");
    // Opened again it goes on, and what was sealed before opens too.
    workspace.seal_people(&list[20..], &mut sealed).expect("sealed");
    workspace.take_list(sealed, &[]).expect("taken in");
    assert_eq!(count(&workspace), 40);
    workspace.lock();
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    let mut sealed = SealedPeople::default();
    workspace.seal_people(&list, &mut sealed).expect("sealed");
    let (mut other, _) = with_register(&folder.path().join("b.qlibre"));
    assert!(matches!(other.take_list(sealed, &[]), Err(StoreError::Sealed)), "no other register takes them");
    assert_eq!(count(&other), 0);
}
