//! What was torn or taken out of the file: it is told as long as it is so, given up once, and nothing else goes with it.

use ql_store::{NotOpened, Wrapped};

use super::*;

/// Does something to the file while it is sealed.
fn meddle(path: &Path, sql: &str) -> usize {
    let raw = Connection::open(path).expect("the file opens");
    raw.execute(sql, []).expect("altered")
}

#[test]
fn a_photo_that_was_given_up_and_is_attached_again_is_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    let noah = workspace.add_person("Noah", "Petit", PersonRole::Participant, vec![]).expect("added");
    workspace.add_attendee(session, noah, false).expect("on the sheet");
    let photo = photo();
    let attach = |workspace: &mut Workspace| {
        workspace.attach_scans(session, std::slice::from_ref(&photo)).expect("attached")[0]
    };
    let torn = attach(&mut workspace);
    workspace.lock();
    let raw = Connection::open(&path).expect("the file opens");
    assert_eq!(raw.execute("UPDATE sealed SET bytes = substr(bytes, 1, 40)", []).expect("torn"), 1);
    drop(raw);
    unlock(&mut workspace, &code);
    assert_eq!(workspace.check_sealed().expect("looked into").len(), 1);
    assert_eq!(workspace.destroy_broken().expect("given up"), 1);
    // Written anew, the sheet still knows that it was given up.
    workspace.erase_people(&[noah]).expect("erased");
    assert_eq!(workspace.shown_bytes(session, &photo.hash).expect("read"), None);
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
    workspace.remove_scan(session, torn).expect("removed");
    attach(&mut workspace);
    for _ in 0..2 {
        assert_eq!(workspace.shown_bytes(session, &photo.hash).expect("read").as_ref(), Some(&photo.bytes));
        assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
        workspace.lock();
        assert_eq!(unlock(&mut workspace, &code).broken, 0);
    }
    // Taken out from outside, it is missed again.
    workspace.sign_sheet(session, lina, HalfCode::Morning, &drawn(3)).expect("signed");
    workspace.lock();
    let raw = Connection::open(&path).expect("the file opens");
    assert_eq!(raw.execute("DELETE FROM sealed", []).expect("taken out"), 2);
    drop(raw);
    assert_eq!(unlock(&mut workspace, &code).broken, 1, "one sheet names both");
    // Nor is what somebody emptied taken for given up.
    assert_eq!(workspace.destroy_broken().expect("given up"), 1);
    workspace.lock();
    assert_eq!(meddle(&path, "UPDATE sealed SET bytes = x''"), 2);
    assert_eq!(unlock(&mut workspace, &code).broken, 1);
    assert_eq!(workspace.check_sealed().expect("looked into").len(), 2);
}

#[test]
fn a_torn_signature_is_given_up_though_its_sheet_was_written_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    let noah = workspace.add_person("Noah", "Petit", PersonRole::Participant, vec![]).expect("added");
    workspace.add_attendee(session, noah, false).expect("on the sheet");
    workspace.sign_sheet(session, lina, HalfCode::Morning, &drawn(3)).expect("signed");
    workspace.lock();
    assert_eq!(meddle(&path, "UPDATE sealed SET bytes = substr(bytes, 1, 40)"), 1);
    assert_eq!(unlock(&mut workspace, &code).broken, 1);
    workspace.erase_people(&[noah]).expect("erased");
    let broken = |workspace: &Workspace| workspace.register_info().expect("read").map(|info| info.broken);
    assert_eq!(broken(&workspace), Some(1), "until it is given up");
    assert_eq!(workspace.destroy_broken().expect("given up"), 1);
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
    workspace.lock();
    assert_eq!(unlock(&mut workspace, &code).broken, 0);
    // With its signer the damage goes.
    workspace.erase_people(&[lina]).expect("erased");
    let noe = workspace.add_person("Noé", "Petit", PersonRole::Participant, vec![]).expect("added");
    workspace.add_attendee(session, noe, false).expect("on the sheet");
    workspace.sign_sheet(session, noe, HalfCode::Morning, &drawn(5)).expect("signed");
    workspace.lock();
    assert_eq!(
        meddle(
            &path,
            "UPDATE sealed SET bytes = substr(bytes, 1, 40) WHERE length(bytes) = (SELECT max(length(bytes)) FROM sealed)"
        ),
        1
    );
    assert_eq!(unlock(&mut workspace, &code).broken, 1);
    workspace.erase_people(&[noe]).expect("erased");
    assert_eq!(broken(&workspace), Some(0));
    assert_eq!(workspace.destroy_broken().expect("nothing"), 0);
}

#[test]
fn a_torn_photo_of_a_closed_sheet_is_found_by_a_check_and_given_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (_, session) = lina_on_a_sheet(&mut workspace);
    let bruno = bruno_signs(&mut workspace, session);
    let photo = NewScan { bytes: vec![7; 200_000], ..photo() };
    workspace.attach_scans(session, std::slice::from_ref(&photo)).expect("attached");
    workspace.close_sheet(session, bruno, &frozen()).expect("closed");
    workspace.lock();
    assert_eq!(
        meddle(&path, "UPDATE sealed SET bytes = substr(bytes, 1, 150000) WHERE length(bytes) > 150000"),
        1
    );
    assert_eq!(unlock(&mut workspace, &code).broken, 0, "pictures are long");
    assert_eq!(workspace.destroy_broken().expect("nothing"), 0, "nor is it given up before it was told");
    assert_eq!(workspace.check_sealed().expect("looked into").len(), 1);
    assert_eq!(
        workspace.register_info().expect("read").map(|info| info.broken),
        Some(1),
        "and is told from then on"
    );
    assert_eq!(workspace.destroy_broken().expect("given up"), 1);
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
}

#[test]
fn a_signature_under_something_longer_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (_, session) = lina_on_a_sheet(&mut workspace);
    let bruno = bruno_signs(&mut workspace, session);
    let photo = NewScan { bytes: vec![7; 200_000], ..photo() };
    workspace.attach_scans(session, &[photo]).expect("attached");
    workspace.close_sheet(session, bruno, &frozen()).expect("closed");
    workspace.lock();
    let longer = "UPDATE sealed SET bytes = randomblob(200000) WHERE length(bytes) < 150000";
    assert_eq!(meddle(&path, longer), 1);
    for _ in 0..2 {
        assert_eq!(unlock(&mut workspace, &code).broken, 1, "it is no picture, whatever its length");
        assert_eq!(workspace.check_sealed().expect("looked into").len(), 1);
        workspace.lock();
    }
    unlock(&mut workspace, &code);
    assert_eq!(workspace.destroy_broken().expect("given up"), 1);
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
}

#[test]
fn the_same_photo_is_on_a_sheet_once_and_brings_its_bytes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (_, session) = lina_on_a_sheet(&mut workspace);
    assert_eq!(workspace.attach_scans(session, &[photo(), photo()]).expect("attached").len(), 1);
    assert_eq!(workspace.attach_scans(session, &[photo()]).expect("known").len(), 0);
    assert_eq!(workspace.undo_in_register().expect("undone").map(|turned| turned.code), Some("attach_scan"));
    let first = workspace.attach_scans(session, &[photo()]).expect("attached")[0];
    workspace.remove_scan(session, first).expect("removed");
    assert_eq!(workspace.attach_scans(session, &[photo()]).expect("attached").len(), 1);
    workspace.restore_scan(session, first).expect("it is there");
    let scans = workspace.people().expect("open").sheet(session).map(|sheet| sheet.scans.len());
    assert_eq!(scans, Some(1));
    workspace.lock();
    assert_eq!(meddle(&path, "UPDATE sealed SET bytes = substr(bytes, 1, 40)"), 1);
    assert_eq!(unlock(&mut workspace, &code).broken, 1);
    assert_eq!(workspace.attach_scans(session, &[photo()]).expect("known").len(), 0);
    assert_eq!(workspace.shown_bytes(session, &photo().hash).expect("read"), Some(photo().bytes));
    assert_eq!(workspace.register_info().expect("read").map(|info| info.broken), Some(0));
}

#[test]
fn a_photo_that_was_destroyed_is_not_put_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (_, session) = lina_on_a_sheet(&mut workspace);
    let scan = workspace.attach_scans(session, &[photo()]).expect("attached")[0];
    workspace.remove_scan(session, scan).expect("removed");
    workspace.restore_scan(session, scan).expect("put back");
    workspace.remove_scan(session, scan).expect("removed");
    workspace.lock();
    unlock(&mut workspace, &code);
    let refused = workspace.restore_scan(session, scan);
    assert!(matches!(refused, Err(StoreError::Missing(_))), "{refused:?}");
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
}

#[test]
fn a_torn_snapshot_takes_nothing_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let (lina, session) = lina_on_a_sheet(&mut workspace);
    workspace.sign_sheet(session, lina, HalfCode::Morning, &drawn(3)).expect("signed");
    workspace.lock();
    assert!(meddle(&path, "UPDATE snapshot SET bytes = substr(bytes, 1, 60)") > 1);
    assert_eq!(unlock(&mut workspace, &code).broken, 0, "the log has all of it");
    assert!(workspace.people().expect("open").sheet(session).is_some_and(|sheet| !sheet.cells.is_empty()));
    workspace.lock();
    // Torn too, the log is damaged; a shorter one is not taken for all there was.
    meddle(&path, "UPDATE snapshot SET bytes = substr(bytes, 1, 60)");
    let last = "DELETE FROM document_update WHERE seq = (SELECT max(seq) FROM document_update)";
    assert_eq!(meddle(&path, last), 1);
    assert_eq!(unlock(&mut workspace, &code).broken, 1);
}

#[test]
fn a_torn_lock_is_not_called_a_wrong_passphrase() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    workspace.lock();
    assert_eq!(workspace.check_sealed().expect("looked into"), vec![]);
    let (phrase, _) = workspace.wrapped_secret().expect("there");
    for cut in [0, 20, 60, phrase.0.len() - 120] {
        let torn = Wrapped(phrase.0[..cut].to_vec());
        assert_eq!(torn.open_by_code(&code).err(), Some(NotOpened::Torn), "{cut}");
        assert!(!torn.is_whole(), "{cut}");
    }
    // Neither a scrypt stanza under another name, nor one that asks for more work than any of ours, is tried with words.
    let mut renamed = phrase.clone();
    renamed.0[30] ^= 1;
    let cost = phrase.0.windows(4).position(|part| part == b" 10\n").expect("its cost");
    let mut dear = phrase.clone();
    dear.0[cost + 1] = b'9';
    for torn in [renamed, dear] {
        assert_eq!(torn.open_by_code(&code).err(), Some(NotOpened::Torn));
        assert_eq!(torn.open_by_code(&RecoveryCode::random()).err(), Some(NotOpened::Torn));
    }
    // What lies under the words is torn: only the right ones find that.
    let torn = Wrapped(phrase.0[..phrase.0.len() - 1].to_vec());
    assert_eq!(torn.open_by_code(&code).err(), Some(NotOpened::TornWithin));
    assert_eq!(torn.open_by_code(&RecoveryCode::random()).err(), Some(NotOpened::Wrong));
    assert_eq!(meddle(&path, "UPDATE register SET passphrase = substr(passphrase, 1, 40)"), 1);
    let places: Vec<_> =
        workspace.check_sealed().expect("looked into").into_iter().map(|one| one.place).collect();
    assert_eq!(places, ["passphrase"]);
    unlock(&mut workspace, &code);
}

#[test]
fn a_register_that_was_taken_out_is_told_and_no_other_takes_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    workspace.lock();
    assert_eq!(meddle(&path, "DELETE FROM register"), 1);
    let places: Vec<_> =
        workspace.check_sealed().expect("looked into").into_iter().map(|one| one.place).collect();
    assert_eq!(places, ["register"]);
    let other = Secret::random();
    let wrapped = other.wrap_for_recovery(&code);
    let refused = workspace.create_register(other, wrapped.clone(), wrapped);
    assert!(matches!(refused, Err(StoreError::RegisterLost)), "{refused:?}");
}
