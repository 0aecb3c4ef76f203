//! The register: what is sealed stays sealed, what was signed meanwhile comes in, what was erased is nowhere.

use std::{fs, path::Path};

use ql_model::{
    EntityId,
    entity::{Kind, Value},
    ink::{Colour, Ink, Point, Tool},
    signature,
    vocabulary::{Attended, HalfCode, PersonRole},
};
use ql_store::{
    Forgotten, NewPerson, Normalised, RecoveryCode, SealedPeople, SealedSignature, Secret, StoreError,
    Workspace, back_up_daily, back_up_to, backup_folder, copies_holding, forget_in_copies, list_backups,
    restore, restore_to, verify,
};
use rusqlite::Connection;
use serde_json::json;

const PASSPHRASE: &str = "quatre façades au soleil";

fn today() -> ql_model::day::Day {
    "2026-02-24".parse().expect("a day")
}

/// A register that is open. Wrapping takes a second each time, so tests make one secret and wrap it by a code.
fn with_register(path: &Path) -> (Workspace, RecoveryCode) {
    let mut workspace = open(path);
    let (secret, code) = (Secret::random(), RecoveryCode::random());
    let wrapped = secret.wrap_for_recovery(&code);
    workspace.create_register(secret, wrapped.clone(), wrapped).expect("the register is made");
    (workspace, code)
}

fn unlock(workspace: &mut Workspace, code: &RecoveryCode) -> ql_store::Opening {
    let (_, wrapped) = workspace.wrapped_secret().expect("there is a register");
    let secret = wrapped.open_by_code(code).expect("the code opens");
    workspace.unlock(secret, today()).expect("the register opens")
}

fn session(workspace: &mut Workspace) -> EntityId {
    let halves = json!([{ "code": "morning", "start": "09:30", "end": "12:30" }]);
    let fields = [
        ("title", json!("Stage d’hiver")),
        ("kind_of", json!("intensive")),
        ("date", json!("2026-02-24")),
        ("halves", halves),
    ];
    workspace.add_to_calendar(Kind::Session, &fields).expect("a session is added")
}

fn drawn(seed: i32) -> Vec<u8> {
    let points =
        (0..40).map(|n| Point { x: 100 * n + seed, y: 300 + (n * seed) % 700, pressure: 140 }).collect();
    let ink = Ink { tool: Tool::Pen, colour: Colour::Ink, simulated: true, size: 60, points };
    signature::bind(&[ink.encode().expect("ink")]).expect("a signature")
}

/// Everything the workspace has on the disk, its log included.
fn on_disk(path: &Path) -> Vec<u8> {
    let folder = path.parent().expect("a file is in a folder");
    let mut bytes = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is read").flatten() {
        if entry.path().is_file() {
            bytes.extend(fs::read(entry.path()).expect("a file is read"));
        }
    }
    bytes
}

fn has(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|part| part == needle)
}

#[test]
fn the_passphrase_opens_and_a_wrong_one_slows_down() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut workspace = open(&folder.path().join("a.qlibre"));
    assert_eq!(workspace.register_info().expect("it is read"), None);
    let (secret, code) = (Secret::random(), RecoveryCode::random());
    let (by_phrase, by_code) = (secret.wrap(PASSPHRASE), secret.wrap_for_recovery(&code));
    workspace.create_register(secret, by_phrase, by_code).expect("it is made");
    let again = Secret::random();
    let wrapped = again.wrap_for_recovery(&code);
    let twice = workspace.create_register(again, wrapped.clone(), wrapped);
    assert!(matches!(twice, Err(StoreError::RegisterExists)), "a passphrase is chosen once");
    workspace.lock();
    let (by_phrase, by_code) = workspace.wrapped_secret().expect("there is one");
    assert!(by_phrase.open("quatre facades au soleil").is_err());
    for left in [4, 3, 2, 1] {
        workspace.note_wrong_try().expect("it is noted");
        let info = workspace.register_info().expect("it is read").expect("there is one");
        assert_eq!((info.tries_left, info.wait_until), (left, None));
    }
    workspace.note_wrong_try().expect("it is noted");
    let info = workspace.register_info().expect("it is read").expect("there is one");
    assert!(info.wait_until.is_some(), "after five wrong tries it waits");
    let secret = by_phrase.open(PASSPHRASE).expect("the right one opens");
    workspace.unlock(secret, today()).expect("it opens");
    let info = workspace.register_info().expect("it is read").expect("there is one");
    assert_eq!((info.tries_left, info.wait_until), (5, None), "the right one ends the waiting");
    let (other, stranger) = (Secret::random(), by_code.open_by_code(&code).expect("the code opens too"));
    workspace.lock();
    assert!(matches!(workspace.unlock(other, today()), Err(StoreError::Sealed)), "another register's secret");
    workspace.unlock(stranger, today()).expect("the code is the same secret");
}

#[test]
fn where_nothing_can_be_written_it_opens_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    workspace.lock();
    workspace.note_wrong_try().expect("noted");
    // Someone else has the file for writing, as a full disk would.
    let other = Connection::open(&path).expect("the file opens");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    let opening = unlock(&mut workspace, &code);
    assert!(opening.postponed, "what was to be written is told to be missing");
    assert!(workspace.is_unlocked() && workspace.people().expect("open").person(lina).is_some());
    other.execute_batch("ROLLBACK").expect("let go");
    workspace.lock();
    assert!(!unlock(&mut workspace, &code).postponed, "the next time it is done");
}

#[test]
fn sealed_nothing_is_read_and_unlocked_everything_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace
        .add_person("Lïna-MARK", "Kaci-MARK", PersonRole::Participant, vec![])
        .expect("she is added");
    workspace.set_person_field(lina, lina, "birth", &json!("2011-05-03")).expect("it is set");
    workspace.set_person_field(lina, lina, "phone", &json!("06 39 98 41 07")).expect("it is set");
    let mother = workspace.add_relative(lina, "Samia Kaci-MARK").expect("she is added");
    workspace.set_person_field(lina, mother, "authority", &json!(true)).expect("it is set");
    workspace.set_health(lina, "asthme-MARK", &json!("2026-03-01")).expect("it is kept");
    let session = session(&mut workspace);
    workspace.add_attendee(session, lina, false).expect("she is on the sheet");
    let signature = drawn(17);
    workspace.sign_sheet(session, lina, HalfCode::Morning, &signature).expect("she signs");
    let raw = &signature[7..];
    workspace.lock();
    assert!(matches!(workspace.people(), Err(StoreError::Sealed)));
    assert!(matches!(workspace.health(lina), Err(StoreError::Sealed)));
    assert!(matches!(workspace.set_person_field(lina, lina, "phone", &json!("")), Err(StoreError::Sealed)));
    assert!(matches!(workspace.sealed_bytes(session, "00"), Err(StoreError::Sealed)));
    assert!(matches!(workspace.add_attendee(session, lina, false), Err(StoreError::Sealed)));

    let utf16: Vec<u8> = "MARK".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let disk = on_disk(&path);
    for (what, mark) in [
        ("a name", b"MARK".as_slice()),
        ("UTF-16", &utf16),
        ("birth", b"2011-05-03"),
        ("phone", b"06 39 98"),
        ("ink", raw),
    ] {
        assert!(!has(&disk, mark), "{what} of a person lies in the file");
    }
    assert!(has(&disk, "Stage d’hiver".as_bytes()), "the same search finds what is not sealed");

    unlock(&mut workspace, &code);
    let rows = workspace.people().expect("it is open");
    let person = rows.person(lina).expect("she is there");
    assert_eq!((person.name().as_str(), person.relatives.len()), ("Lïna-MARK Kaci-MARK", 1));
    assert!(person.relatives[0].authority);
    assert_eq!(rows.search("lina kac").len(), 1, "accents and endings do not count");
    assert_eq!(rows.search("aci").len(), 0, "a word is found by its beginning");
    let cell = rows
        .sheet(session)
        .and_then(|sheet| sheet.cell(lina, HalfCode::Morning))
        .expect("she signed")
        .clone();
    let (hash, _) = cell.signature.expect("with a signature");
    assert_eq!(workspace.sealed_bytes(session, &hash).expect("it opens"), signature);
    assert_eq!(workspace.health(lina).expect("it is read").expect("there is one").text, "asthme-MARK");
    drop(workspace);
    let mut workspace = open(&path);
    assert!(!workspace.is_unlocked(), "a file is opened sealed");
    unlock(&mut workspace, &code);
    assert!(workspace.people().expect("it is open").person(lina).is_some(), "all of it survives a restart");
}

#[test]
fn what_is_signed_while_sealed_comes_in_at_the_next_unlocking() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let add = |workspace: &mut Workspace, name: &str| {
        workspace.add_person(name, "Test", PersonRole::Participant, vec![]).expect("added")
    };
    let (lina, mehdi, noah) =
        (add(&mut workspace, "Lina"), add(&mut workspace, "Mehdi"), add(&mut workspace, "Noah"));
    let session = session(&mut workspace);
    for person in [lina, mehdi] {
        workspace.add_attendee(session, person, false).expect("on the sheet");
    }
    let key = workspace.entry_key().expect("it is open");
    workspace.lock();
    let drawn_by_lina = drawn(31);
    for (person, bytes) in [(lina, &drawn_by_lina), (mehdi, &drawn(37)), (noah, &drawn(41))] {
        let signed = SealedSignature { session, half: HalfCode::Morning, person, bytes };
        workspace.seal_signature(&key, &signed).expect("it is kept");
    }
    assert!(!has(&on_disk(&path), &drawn_by_lina[7..]), "a signature is sealed at once");
    assert_eq!(workspace.register_info().expect("read").expect("there").waiting, 3);
    // Torn, doubled under another name, and slipped in by someone who has only the file.
    drop(workspace);
    let file = Connection::open(&path).expect("the file opens");
    let (id, bytes): (String, Vec<u8>) = file
        .query_row("SELECT id, bytes FROM inbox WHERE rowid = 2", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("an entry");
    file.execute("INSERT INTO inbox (id, bytes) VALUES ('doubled', ?1)", [&bytes]).expect("doubled");
    let first: (String, Vec<u8>) = file
        .query_row("SELECT id, bytes FROM inbox WHERE rowid = 1", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("an entry");
    file.execute(
        "UPDATE inbox SET bytes = ?2 WHERE id = ?1",
        rusqlite::params![id, &bytes[..bytes.len() - 1]],
    )
    .expect("torn");
    let recipient: age::x25519::Recipient = file
        .query_row("SELECT recipient FROM register", [], |row| row.get::<_, String>(0))
        .expect("the public key")
        .parse()
        .expect("a key");
    let forged = age::encrypt(&recipient, &[b'x'; 400]).expect("anyone can seal");
    file.execute("INSERT INTO inbox (id, bytes) VALUES ('forged', ?1)", [&forged]).expect("forged");
    drop(file);
    let mut workspace = open(&path);
    let opening = unlock(&mut workspace, &code);
    assert_eq!((opening.signed, opening.refused), (vec![session], 4), "one of six is taken in");
    let reasons: Vec<String> =
        workspace.refused_entries().expect("read").into_iter().map(|(_, reason)| reason).collect();
    assert_eq!(reasons, ["torn", "gone", "forged", "forged"], "each with its reason");
    let sheet = workspace.people().expect("open").sheet(session).expect("begun").clone();
    let state = |person| sheet.state(person, HalfCode::Morning);
    assert_eq!((state(lina), state(mehdi)), (Attended::Present, Attended::Expected));
    let (hash, _) = sheet.cells[0].signature.clone().expect("signed");
    assert_eq!(workspace.sealed_bytes(session, &hash).expect("it opens"), drawn_by_lina);
    let info = workspace.register_info().expect("read").expect("there");
    assert_eq!((info.waiting, info.refused), (0, 4), "nothing is dropped silently");
    // Brought back after it was cleared, an entry that was taken in is nobody's signature any more.
    workspace.unsign_sheet(session, lina, HalfCode::Morning).expect("cleared");
    workspace.lock();
    let file = Connection::open(&path).expect("the file opens");
    file.execute("INSERT INTO inbox (id, bytes) VALUES (?1, ?2)", rusqlite::params![first.0, first.1])
        .expect("brought back");
    drop(file);
    let opening = unlock(&mut workspace, &code);
    assert_eq!(opening.refused, 4, "no other is refused");
    let sheet = workspace.people().expect("open").sheet(session).expect("begun").clone();
    assert_eq!(sheet.state(lina, HalfCode::Morning), Attended::Expected, "cleared it stays");
    workspace.discard_entry("forged").expect("a person throws it away");
    assert_eq!(workspace.register_info().expect("read").expect("there").refused, 3);
    workspace.erase_person(noah).expect("erased");
    let reasons: Vec<String> =
        workspace.refused_entries().expect("read").into_iter().map(|(_, reason)| reason).collect();
    assert_eq!(reasons, ["torn", "forged"], "what he signed goes with him");
}

#[test]
fn a_torn_or_altered_file_of_one_person_leaves_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let mehdi = workspace.add_person("Mehdi", "Rahmani", PersonRole::Participant, vec![]).expect("added");
    workspace.close().expect("closed");
    let file = Connection::open(&path).expect("the file opens");
    let bytes: Vec<u8> = file
        .query_row("SELECT bytes FROM snapshot WHERE document = ?1", [lina.to_string()], |row| row.get(0))
        .expect("sealing made a snapshot");
    let mut altered = bytes.clone();
    altered[60] ^= 1;
    file.execute(
        "UPDATE snapshot SET bytes = ?2 WHERE document = ?1",
        rusqlite::params![lina.to_string(), altered],
    )
    .expect("altered");
    drop(file);
    let mut workspace = open(&path);
    assert_eq!(unlock(&mut workspace, &code).broken, 1);
    let rows = workspace.people().expect("open");
    assert!(rows.person(mehdi).is_some() && rows.person(lina).is_none());
    assert_eq!(workspace.broken_documents().expect("open"), [lina.document()]);
}

#[test]
fn an_erased_person_is_nowhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let bruno = workspace.add_person("Bruno", "Lemoine", PersonRole::Trainer, vec![]).expect("added");
    workspace.set_health(lina, "asthme", &json!(null)).expect("kept");
    let (open_session, closed_session) = (session(&mut workspace), session(&mut workspace));
    for session in [open_session, closed_session] {
        for (person, trainer) in [(lina, false), (bruno, true)] {
            workspace.add_attendee(session, person, trainer).expect("on the sheet");
            workspace
                .sign_sheet(session, person, HalfCode::Morning, &drawn(if trainer { 5 } else { 7 }))
                .expect("signed");
        }
    }
    let frozen = ql_model::sheet::Frozen {
        title: "Stage d’hiver".into(),
        kind: ql_model::vocabulary::SessionKind::Intensive,
        date: "2026-02-24".into(),
        halves: Vec::new(),
        place: String::new(),
        group: String::new(),
    };
    workspace.close_sheet(closed_session, bruno, &frozen).expect("closed");
    workspace.lock();
    let file = Connection::open(&path).expect("the file opens");
    let keys: Vec<Vec<u8>> = file
        .prepare("SELECT wrapped FROM key WHERE document = ?1 OR document IN (SELECT id FROM document WHERE kind = 'health') OR document = ?2")
        .expect("sql")
        .query_map([lina.to_string(), open_session.to_string()], |row| row.get(0))
        .expect("rows")
        .collect::<Result<_, _>>()
        .expect("keys");
    assert_eq!(keys.len(), 3, "her file, her health note and the open sheet had keys");
    // What a remote holds of her, whose segments are never rewritten: all of her log, but for the key.
    let remote: Vec<(String, Vec<u8>)> = ["document_update", "snapshot"]
        .iter()
        .flat_map(|table| {
            let sql = format!("SELECT bytes FROM {table} WHERE document = ?1");
            let mut statement = file.prepare(&sql).expect("sql");
            let rows = statement.query_map([lina.to_string()], |row| row.get(0)).expect("rows");
            rows.map(|bytes| ((*table).to_owned(), bytes.expect("bytes"))).collect::<Vec<_>>()
        })
        .collect();
    assert!(remote.len() >= 2, "a log and a snapshot");
    drop(file);
    assert!(keys.iter().all(|key| has(&on_disk(&path), key)), "the keys lie in the file before");
    unlock(&mut workspace, &code);
    let erased = workspace.erase_person(lina).expect("she is erased");
    assert_eq!((erased.documents, erased.kept_on, erased.purged), (2, vec![closed_session], true));
    for key in &keys {
        assert!(!has(&on_disk(&path), key), "no key of hers anywhere, not in a free page, not in the log");
    }
    let rows = workspace.people().expect("open");
    assert!(rows.person(lina).is_none() && rows.health(lina).is_none());
    let names = |session| rows.sheet(session).map(|sheet| sheet.attendees.len());
    assert_eq!((names(open_session), names(closed_session)), (Some(1), Some(2)));
    assert!(
        rows.sheet(closed_session).is_some_and(ql_model::sheet::Sheet::holds),
        "a closed sheet stays what it was"
    );
    let (hash, _) =
        rows.sheet(open_session).and_then(|sheet| sheet.cells[0].signature.clone()).expect("Bruno signed");
    assert_eq!(workspace.sealed_bytes(open_session, &hash).expect("his signature came along"), drawn(5));
    let last = |workspace: &Workspace| workspace.witness().expect("read").sequence;
    let before = last(&workspace);
    workspace.add_person("Noah", "Petit", PersonRole::Participant, vec![]).expect("added");
    assert!(last(&workspace) > before, "numbers of the log are not given twice");
    workspace.close().expect("closed");
    let mut workspace = open(&path);
    unlock(&mut workspace, &code);
    assert!(workspace.people().expect("open").person(lina).is_none(), "she does not come back");
    assert!(workspace.check(false).expect("checked").findings.is_empty());
    workspace.close().expect("closed");
    // Whoever brings the remote's copy back has bytes that nobody can read, with the passphrase and all.
    let file = Connection::open(&path).expect("the file opens");
    file.execute(
        "INSERT INTO document (id, kind, created_at, changed_at) VALUES (?1, 'person', 0, 0)",
        [lina.to_string()],
    )
    .expect("brought back");
    for (at, (table, bytes)) in (9_000_i64..).zip(&remote) {
        let own = if table == "snapshot" { "" } else { ", own" };
        let one = if table == "snapshot" { "" } else { ", 1" };
        let sql = format!("INSERT INTO {table} (document, seq, bytes{own}) VALUES (?1, ?2, ?3{one})");
        file.execute(&sql, rusqlite::params![lina.to_string(), at, bytes]).expect("brought back");
    }
    drop(file);
    let mut workspace = open(&path);
    assert_eq!(unlock(&mut workspace, &code).broken, 1, "a log without its key is noise");
    assert!(workspace.people().expect("open").person(lina).is_none());
}

#[test]
fn what_other_documents_said_once_of_an_erased_person_goes_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace.add_person("Lina-ERASED", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let bruno = workspace.add_person("Bruno", "Lemoine", PersonRole::Trainer, vec![]).expect("added");
    workspace.set_person_field(lina, lina, "address", &json!("1 rue ADDRESS-ERASED")).expect("set");
    // She was on two sheets by mistake, and was taken off before one of them was closed.
    let (open_session, closed_session) = (session(&mut workspace), session(&mut workspace));
    for session in [open_session, closed_session] {
        workspace.add_attendee(session, lina, false).expect("on the sheet");
        workspace.add_attendee(session, bruno, true).expect("on the sheet");
        workspace.remove_attendee(session, lina).expect("taken off");
        workspace.sign_sheet(session, bruno, HalfCode::Morning, &drawn(5)).expect("signed");
    }
    let frozen = ql_model::sheet::Frozen {
        title: "Stage d’hiver".into(),
        kind: ql_model::vocabulary::SessionKind::Intensive,
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
        ids.into_iter()
            .map(|id| workspace.sealed_history(id).expect("read"))
            .filter(|bytes| has(bytes, b"ERASED"))
            .count()
    };
    assert_eq!(marks(&mut workspace), 3, "a document that merges keeps its past");
    let erased = workspace.erase_person(lina).expect("erased");
    assert_eq!(erased.kept_on, [], "she is on no sheet");
    assert_eq!(marks(&mut workspace), 0, "nothing that can be opened says anything of her");
    workspace.lock();
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    assert_eq!(marks(&mut workspace), 0);
    let rows = workspace.people().expect("open");
    assert_eq!(rows.person(bruno).map(|row| row.given.as_str()), Some("Bruno"));
    for session in [open_session, closed_session] {
        let sheet = rows.sheet(session).expect("a sheet");
        assert!(sheet.holds(), "a closed sheet keeps its hash");
        assert_eq!(sheet.attendees.len(), 1);
        let (hash, _) = sheet.cells[0].signature.clone().expect("signed");
        assert_eq!(workspace.sealed_bytes(session, &hash).expect("his signature came along"), drawn(5));
    }
    assert!(rows.sheet(closed_session).is_some_and(|sheet| sheet.closure.is_some()), "closed it stays");

    // Sealing alone cleanses a file of what was taken back.
    let noah = workspace.add_person("Noah-ERASED", "Petit", PersonRole::Participant, vec![]).expect("added");
    workspace.set_person_field(noah, noah, "address", &json!("2 rue ERASED")).expect("set");
    workspace.merge_people(bruno, noah).expect("merged");
    workspace.undo_in_register().expect("undone");
    assert!(has(&workspace.sealed_history(bruno).expect("read"), b"ERASED"));
    workspace.lock();
    unlock(&mut workspace, &code);
    assert!(!has(&workspace.sealed_history(bruno).expect("read"), b"ERASED"));
}

#[test]
fn a_health_note_goes_with_the_file_it_is_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let kinds = || {
        let file = Connection::open(&path).expect("the file opens");
        file.query_row("SELECT count(*) FROM document WHERE kind IN ('person', 'health')", [], |row| {
            row.get::<_, i64>(0)
        })
        .expect("counted")
    };
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    workspace.set_health(lina, "asthme", &json!(null)).expect("kept");
    workspace.undo_in_register().expect("undone");
    workspace.lock();
    assert_eq!(kinds(), 0, "taken back, she left no note behind");
    unlock(&mut workspace, &code);
    // Two notes that were made one stay one: the files are not parted again with both in one of them.
    let (a, b) = (
        workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added"),
        workspace.add_person("Lina", "KACI", PersonRole::Participant, vec![]).expect("added"),
    );
    for person in [a, b] {
        workspace.set_health(person, "pollen", &json!(null)).expect("kept");
    }
    workspace.merge_people(a, b).expect("merged");
    workspace.set_health(a, "pollen et noix", &json!(null)).expect("kept");
    assert_eq!(workspace.undo_in_register().expect("nothing"), None);
    workspace.erase_person(a).expect("erased");
    assert_eq!(kinds(), 0);
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
    restore_to(&copies.join("a 2026-02-22.qlibre"), &back, |_| Ok(())).expect("restored");
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
    workspace.erase_person(lina).expect("erased");
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
    restore_to(&copies.join("a 2026-02-22.qlibre"), &back, |_| Ok(())).expect("restored");
    let mut workspace = open(&back);
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    let rows = workspace.people().expect("open");
    assert!(rows.person(lina).is_none() && rows.person(noah).is_some(), "the others are all there");
}

fn done(turned: Result<Option<ql_store::Turned>, StoreError>) -> Option<&'static str> {
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

#[test]
fn what_was_taken_off_a_sheet_is_destroyed_at_the_sealing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let session = session(&mut workspace);
    workspace.add_attendee(session, lina, false).expect("on the sheet");
    workspace.sign_sheet(session, lina, HalfCode::Morning, &drawn(3)).expect("signed");
    workspace.sign_sheet(session, lina, HalfCode::Afternoon, &drawn(4)).expect("signed");
    let photo =
        Normalised { hash: "ab".repeat(32), bytes: vec![7; 900], width: 30, height: 20, mime: "image/png" };
    let scan = workspace.attach_scan(session, &photo).expect("attached");
    let kept = || {
        let file = Connection::open(&path).expect("the file opens");
        file.query_row("SELECT count(*) FROM sealed", [], |row| row.get::<_, i64>(0)).expect("counted")
    };
    assert_eq!(kept(), 3);
    workspace.unsign_sheet(session, lina, HalfCode::Afternoon).expect("cleared");
    workspace.remove_scan(session, scan).expect("removed");
    assert!(workspace.people().expect("open").sheet(session).is_some_and(|sheet| sheet.scans.is_empty()));
    workspace.undo_in_register().expect("undone");
    let (hash, bytes) = (&photo.hash, &photo.bytes);
    assert_eq!(&workspace.sealed_bytes(session, hash).expect("it is back"), bytes);
    workspace.redo_in_register().expect("done again");
    assert_eq!(kept(), 3, "until the sealing it can be taken back");
    workspace.lock();
    assert_eq!(kept(), 1, "what is shown stays");
    unlock(&mut workspace, &code);
    let sheet = workspace.people().expect("open").sheet(session).expect("a sheet").clone();
    let (hash, _) =
        sheet.cell(lina, HalfCode::Morning).and_then(|cell| cell.signature.clone()).expect("signed");
    assert_eq!(workspace.sealed_bytes(session, &hash).expect("it is there"), drawn(3));
}

#[test]
fn health_notes_go_when_the_camp_is_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, code) = with_register(&folder.path().join("a.qlibre"));
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let noah = workspace.add_person("Noah", "Petit", PersonRole::Participant, vec![]).expect("added");
    workspace.set_health(lina, "asthme", &json!("2026-02-23")).expect("kept");
    workspace.set_health(noah, "noix", &json!("2026-02-24")).expect("kept");
    workspace.lock();
    assert_eq!(unlock(&mut workspace, &code).health_erased, 1);
    let rows = workspace.people().expect("open");
    assert!(rows.health(lina).is_none() && rows.health(noah).is_some(), "the last day is still needed");
    workspace.set_health(noah, "", &json!(null)).expect("emptied");
    assert!(workspace.people().expect("open").health(noah).is_none());
}

fn open(path: &Path) -> Workspace {
    Workspace::open(path, true, "test", |_| None).expect("the workspace opens")
}
