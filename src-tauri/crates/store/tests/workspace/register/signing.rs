//! What is signed while the register is sealed, and what is taken off a sheet.

use ql_model::vocabulary::Attended;
use ql_store::SealedSignature;

use super::*;

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
    let found = workspace.check_sealed().expect("looked into");
    assert!(!found.is_empty() && found.iter().all(|one| one.place.starts_with("inbox/")), "{found:?}");
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
    workspace.erase_people(&[noah]).expect("erased");
    let reasons: Vec<String> =
        workspace.refused_entries().expect("read").into_iter().map(|(_, reason)| reason).collect();
    assert_eq!(reasons, ["torn", "forged"], "what he signed goes with him");
}

#[test]
fn what_was_taken_off_a_sheet_is_destroyed_at_the_sealing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    workspace.sign_sheet(session, lina, HalfCode::Morning, &drawn(3)).expect("signed");
    workspace.sign_sheet(session, lina, HalfCode::Afternoon, &drawn(4)).expect("signed");
    let photo = photo();
    let scan = workspace.attach_scans(session, std::slice::from_ref(&photo)).expect("attached")[0];
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
fn what_was_signed_for_a_sheet_that_does_not_open_waits_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    let key = workspace.entry_key().expect("open");
    workspace.lock();
    let bytes = drawn(7);
    let signed = SealedSignature { session, half: HalfCode::Morning, person: lina, bytes: &bytes };
    workspace.seal_signature(&key, &signed).expect("kept");
    let file = Connection::open(&path).expect("the file opens");
    file.execute("DELETE FROM document_update WHERE document = ?1", [session.to_string()]).expect("no log");
    let whole: Vec<u8> = file
        .query_row("SELECT bytes FROM snapshot WHERE document = ?1", [session.to_string()], |row| row.get(0))
        .expect("a snapshot");
    let put = |bytes: &[u8]| {
        file.execute(
            "UPDATE snapshot SET bytes = ?2 WHERE document = ?1",
            rusqlite::params![session.to_string(), bytes],
        )
        .expect("altered");
    };
    put(&whole[..60]);
    let opening = unlock(&mut workspace, &code);
    assert_eq!((opening.broken, opening.refused), (1, 0), "a good signature is not called a bad one");
    assert_eq!(workspace.register_info().expect("read").map(|info| info.waiting), Some(1));
    workspace.lock();
    put(&whole);
    assert_eq!(unlock(&mut workspace, &code).signed, [session], "its sheet is back, and takes it");
}

#[test]
fn what_is_refused_is_noted_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    workspace.lock();
    let file = Connection::open(&path).expect("the file opens");
    for n in 0..400 {
        file.execute("INSERT INTO inbox (id, bytes) VALUES (?1, randomblob(300))", [format!("slipped {n}")])
            .expect("slipped in");
    }
    file.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("folded");
    drop(file);
    assert_eq!(unlock(&mut workspace, &code).refused, 400);
    let refused = workspace.refused_entries().expect("read");
    assert_eq!((refused.len(), refused[399].0.as_str()), (400, "slipped 399"), "in the order they came");
    // A disk takes its time for each transaction, and each writes its pages again.
    let log = fs::metadata(folder.path().join("a.qlibre-wal")).expect("the log").len();
    assert!(log < 1_000_000, "one transaction for all of them, not {log} bytes of log");
}
