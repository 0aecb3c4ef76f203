//! What the past of a sealed document still says, which only the crate can read.

use std::{fs, path::Path};

use ql_model::{
    EntityId,
    entity::Kind,
    ink::{Colour, Ink, Point, Tool},
    sheet::Frozen,
    signature,
    vocabulary::{HalfCode, PersonRole, SessionKind},
};
use serde_json::json;

use super::{NewPerson, RecoveryCode, SealedPeople, Secret, TeamKey, Unopened, document_of};
use crate::{error::StoreError, sealed::Today, tables::key, workspace::Workspace};

fn with_register(path: &Path) -> (Workspace, RecoveryCode) {
    let mut workspace = Workspace::open(path, true, "test", |_| None).expect("the workspace opens");
    let (secret, code) = (Secret::random(), RecoveryCode::random());
    let wrapped = secret.wrap_for_recovery(&code);
    workspace.create_register(secret, wrapped.clone(), wrapped).expect("the register is made");
    (workspace, code)
}

fn unlock(workspace: &mut Workspace, code: &RecoveryCode) {
    let (_, wrapped) = workspace.wrapped_secret().expect("there is a register");
    let secret = wrapped.open_by_code(code).expect("the code opens");
    let opening = workspace
        .unlock(secret, Today { day: "2026-02-24".parse().expect("a day"), began: 1_771_891_200_000 })
        .expect("the register opens");
    assert_eq!(opening.broken, 0);
}

fn add(workspace: &mut Workspace, given: &str, role: PersonRole) -> EntityId {
    workspace.add_person(given, "Test", role, vec![]).expect("added")
}

fn session(workspace: &mut Workspace) -> EntityId {
    let fields = [("kind_of", json!("intensive")), ("date", json!("2026-02-24"))];
    workspace.add_to_calendar(Kind::Session, &fields).expect("a session is added")
}

fn drawn() -> Vec<u8> {
    let points = (0..40).map(|n| Point { x: 100 * n, y: 300 + (n * 5) % 700, pressure: 140 }).collect();
    let ink = Ink { tool: Tool::Pen, colour: Colour::Ink, simulated: true, size: 60, points };
    signature::bind(&[ink.encode().expect("ink")]).expect("a signature")
}

/// Everything a document says and ever said.
fn history(workspace: &mut Workspace, entity: EntityId) -> Vec<u8> {
    let open = workspace.load(document_of(entity)).expect("it is open");
    open.document.since(&loro::VersionVector::default()).expect("its log")
}

fn has(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|part| part == needle)
}

#[test]
fn what_other_documents_said_once_of_an_erased_person_goes_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, code) = with_register(&folder.path().join("a.qlibre"));
    let lina = add(&mut workspace, "Lina-ERASED", PersonRole::Participant);
    let bruno = add(&mut workspace, "Bruno", PersonRole::Trainer);
    workspace.set_person_field(lina, lina, "address", &json!("1 rue ADDRESS-ERASED")).expect("set");
    // She was on two sheets by mistake, and was taken off before one of them was closed.
    let (open_session, closed_session) = (session(&mut workspace), session(&mut workspace));
    for session in [open_session, closed_session] {
        workspace.add_attendee(session, lina, false).expect("on the sheet");
        workspace.add_attendee(session, bruno, true).expect("on the sheet");
        workspace.remove_attendee(session, lina).expect("taken off");
        workspace.sign_sheet(session, bruno, HalfCode::Morning, &drawn()).expect("signed");
    }
    let frozen = Frozen {
        films: Vec::new(),
        capacity: None,
        title: String::new(),
        kind: SessionKind::Intensive,
        date: "2026-02-24".into(),
        halves: Vec::new(),
        place: String::new(),
        group: String::new(),
    };
    workspace.close_sheet(closed_session, bruno, &frozen).expect("closed");
    // And for a moment two files were taken for one.
    workspace.merge_people(bruno, lina).expect("merged");
    workspace.undo_in_register().expect("undone");
    let marks = |workspace: &mut Workspace| -> usize {
        let ids: Vec<EntityId> = vec![bruno, open_session, closed_session];
        ids.into_iter().map(|id| history(workspace, id)).filter(|bytes| has(bytes, b"ERASED")).count()
    };
    assert_eq!(marks(&mut workspace), 3, "a document that merges keeps its past");
    let erased = workspace.erase_people(&[lina]).expect("erased");
    assert_eq!(erased.kept_on, [], "she is on no sheet");
    assert_eq!(marks(&mut workspace), 0, "nothing that can be opened says anything of her");
    workspace.lock();
    unlock(&mut workspace, &code);
    assert_eq!(marks(&mut workspace), 0);
    let rows = workspace.people().expect("open");
    assert_eq!(rows.person(bruno).map(|row| row.given.as_str()), Some("Bruno"));
    for session in [open_session, closed_session] {
        let sheet = rows.sheet(session).expect("a sheet");
        assert!(sheet.holds(), "a closed sheet keeps its hash");
        assert_eq!(sheet.attendees.len(), 1);
        let (hash, _) = sheet.cells[0].signature.clone().expect("signed");
        assert_eq!(workspace.sealed_bytes(session, &hash).expect("his signature came along"), drawn());
    }
    assert!(rows.sheet(closed_session).is_some_and(|sheet| sheet.closure.is_some()), "closed it stays");
}

/// Everything of a workspace on the disk, its log included.
fn on_disk(folder: &Path) -> Vec<u8> {
    let files = fs::read_dir(folder).expect("the folder is read").flatten();
    files.filter_map(|entry| fs::read(entry.path()).ok()).flatten().collect()
}

#[test]
fn sealing_cleanses_a_file_of_a_merge_that_was_taken_back_and_leaves_nothing_of_its_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, code) = with_register(&folder.path().join("a.qlibre"));
    let bruno = add(&mut workspace, "Bruno", PersonRole::Trainer);
    let noah = add(&mut workspace, "Noah-ERASED", PersonRole::Participant);
    workspace.set_person_field(noah, noah, "address", &json!("2 rue ERASED")).expect("set");
    workspace.merge_people(bruno, noah).expect("merged");
    workspace.undo_in_register().expect("undone");
    assert!(has(&history(&mut workspace, bruno), b"ERASED"));
    let keys = key::all(workspace.connection()).expect("read");
    let key::Row { wrapped, .. } =
        keys.iter().find(|row| row.document == document_of(bruno)).expect("he has a key");
    assert!(has(&on_disk(folder.path()), wrapped));
    workspace.lock();
    assert!(!has(&on_disk(folder.path()), wrapped), "the key of that past is nowhere, not in the log");
    unlock(&mut workspace, &code);
    assert!(!has(&history(&mut workspace, bruno), b"ERASED"));
}

#[test]
fn sealing_cleanses_a_file_that_a_list_completed_and_that_was_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, code) = with_register(&folder.path().join("a.qlibre"));
    let bruno = add(&mut workspace, "Bruno", PersonRole::Trainer);
    // A line that was taken for his, and was somebody else's.
    let line = NewPerson { fields: vec![("address", json!("3 rue ERASED"))], relatives: Vec::new() };
    let completed = workspace.take_list(SealedPeople::default(), &[(bruno, line)]).expect("taken in");
    assert_eq!((completed.files, completed.lines), (1, 1));
    workspace.undo_in_register().expect("undone");
    assert!(has(&history(&mut workspace, bruno), b"ERASED"));
    workspace.lock();
    unlock(&mut workspace, &code);
    assert!(!has(&history(&mut workspace, bruno), b"ERASED"));
}

#[test]
fn the_team_s_key_is_one_for_every_copy_and_opens_nothing_of_the_register() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, code) = with_register(&folder.path().join("a.qlibre"));
    let lina = document_of(add(&mut workspace, "Lina", PersonRole::Participant));
    let team = workspace.team_key().expect("open, it gives the team's key");
    assert_eq!(
        TeamKey::read(team.register(), &team.kept()),
        Some(team.clone()),
        "a device reads what it kept"
    );
    assert_eq!(TeamKey::read(team.register(), "AAAA"), None);

    let wrapped = key::all(workspace.connection()).expect("keys").remove(0).wrapped;
    assert!(
        workspace.unlocked().expect("open").unwrap(lina, &wrapped).is_ok(),
        "the register's secret opens it"
    );
    let as_register = team.key.open(&[b"key", lina.0.as_bytes()], &wrapped);
    assert_eq!(as_register, Err(Unopened), "the team's does not");

    workspace.lock();
    assert!(matches!(workspace.team_key(), Err(StoreError::Sealed)), "sealed, the register gives nothing");
    let next = RecoveryCode::random();
    unlock(&mut workspace, &code);
    let again = workspace.wrap_secret(|secret| secret.wrap_for_recovery(&next)).expect("wrapped");
    workspace.set_recovery(&again).expect("a new sheet");
    workspace.lock();
    unlock(&mut workspace, &next);
    assert_eq!(workspace.team_key().expect("open"), team, "another sheet or phrase leaves the team as it is");
    let (other, _) = with_register(&folder.path().join("b.qlibre"));
    assert_ne!(other.team_key().expect("open"), team);
}

#[test]
fn what_a_merge_left_is_written_anew_though_the_program_ended_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let ana = add(&mut workspace, "Ana", PersonRole::Participant);
    let bea = add(&mut workspace, "Bea", PersonRole::Participant);
    workspace.set_person_field(bea, bea, "address", &json!("1 rue SECRET")).expect("set");
    workspace.merge_people(ana, bea).expect("made one");
    assert!(has(&history(&mut workspace, ana), b"SECRET"));
    workspace.undo_in_register().expect("taken back");
    assert!(has(&history(&mut workspace, ana), b"SECRET"), "until nobody can do it again");
    // Nobody seals it: the battery is empty.
    drop(workspace);

    let mut workspace = Workspace::open(&path, false, "test", |_| None).expect("the workspace opens");
    unlock(&mut workspace, &code);
    assert!(!has(&history(&mut workspace, ana), b"SECRET"), "her past is hers again");
    assert!(has(&history(&mut workspace, bea), b"SECRET"));
    assert!(workspace.unlocked().expect("open").tainted.is_empty());
}
