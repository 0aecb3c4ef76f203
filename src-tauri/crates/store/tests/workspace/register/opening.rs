//! Opening and sealing: what is read and what is not.

use super::*;

const PASSPHRASE: &str = "quatre façades au soleil";

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
    tear(&path, lina);
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
