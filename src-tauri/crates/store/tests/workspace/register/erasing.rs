//! What was erased, or withdrawn, is nowhere in the file.

use ql_model::sheet::Sheet;

use super::*;

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
    workspace.close_sheet(closed_session, bruno, &frozen()).expect("closed");
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
    let erased = workspace.erase_people(&[lina]).expect("she is erased");
    assert_eq!((erased.documents, erased.kept_on, erased.purged), (2, vec![closed_session], true));
    for key in &keys {
        assert!(!has(&on_disk(&path), key), "no key of hers anywhere, not in a free page, not in the log");
    }
    let rows = workspace.people().expect("open");
    assert!(rows.person(lina).is_none() && rows.health(lina).is_none());
    let names = |session| rows.sheet(session).map(|sheet| sheet.attendees.len());
    assert_eq!((names(open_session), names(closed_session)), (Some(1), Some(2)));
    assert!(rows.sheet(closed_session).is_some_and(Sheet::holds), "a closed sheet stays what it was");
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
fn a_health_note_goes_with_the_file_it_is_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, _) = with_register(&path);
    let kinds = || {
        let file = Connection::open(&path).expect("the file opens");
        file.query_row("SELECT count(*) FROM document WHERE kind IN ('person', 'health')", [], |row| {
            row.get::<_, i64>(0)
        })
        .expect("counted")
    };
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    workspace.set_health(lina, "asthme", &json!(null)).expect("kept");
    assert_eq!(
        workspace.undo_in_register().expect("nothing"),
        None,
        "her file is not taken back from under it"
    );
    workspace.erase_people(&[lina]).expect("erased");
    assert_eq!(kinds(), 0, "no note is left behind");
    // A note of the other file that is written on is of both: they are not parted again.
    let (a, b) = (
        workspace.add_person("Awa", "Sy", PersonRole::Participant, vec![]).expect("added"),
        workspace.add_person("Awa", "SY", PersonRole::Participant, vec![]).expect("added"),
    );
    workspace.set_health(b, "asthme", &json!(null)).expect("kept");
    workspace.merge_people(a, b).expect("merged");
    workspace.set_health(a, "asthme, noix", &json!(null)).expect("kept");
    assert_eq!(workspace.undo_in_register().expect("nothing"), None);
    workspace.erase_people(&[a]).expect("erased");
    assert_eq!(kinds(), 0);
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
    workspace.erase_people(&[a]).expect("erased");
    assert_eq!(kinds(), 0);
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
    let told =
        |workspace: &Workspace| workspace.register_info().expect("read").map(|info| info.health_erased);
    assert_eq!(told(&workspace), Some(1), "and told to whoever opened it");
    let rows = workspace.people().expect("open");
    assert!(rows.health(lina).is_none() && rows.health(noah).is_some(), "the last day is still needed");
    workspace.set_health(noah, "", &json!(null)).expect("emptied");
    assert!(workspace.people().expect("open").health(noah).is_none());
    workspace.lock();
    assert_eq!(told(&workspace), Some(0));
}

#[test]
fn a_clock_that_runs_ahead_destroys_no_health_note() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let real: Day = chrono::Utc::now().date_naive().to_string().parse().expect("a day");
    let until = json!(real.plus(1).to_string());
    let opened_at = |workspace: &mut Workspace, days: i32, hours: i64| {
        let (_, wrapped) = workspace.wrapped_secret().expect("there is a register");
        let secret = wrapped.open_by_code(&code).expect("the code opens");
        let today = Today { began: in_utc(real.plus(days)).began - hours * 3_600_000, day: real.plus(days) };
        let erased = workspace.unlock(secret, today).expect("the register opens").health_erased;
        workspace.lock();
        erased
    };
    let opened = |workspace: &mut Workspace, days: i32| opened_at(workspace, days, 0);
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    workspace.set_health(lina, "asthme", &until).expect("kept");
    workspace.lock();
    for days in [730, 730, 62] {
        assert_eq!(opened(&mut workspace, days), 0, "{days} days on, nothing tells that they passed");
    }
    // As the sealing with a clock of that day leaves it, in the morning.
    let now = chrono::Utc::now().timestamp_millis();
    let sealed_at = |days: i64, hours: i64| {
        let later = "UPDATE register SET sealed_at = ?1";
        let at = now - now % 86_400_000 + days * 86_400_000 + hours * 3_600_000;
        assert_eq!(Connection::open(&path).expect("it opens").execute(later, [at]).expect("written"), 1);
    };
    let sealed_on = |days: i64| sealed_at(days, 9);
    sealed_on(730);
    assert_eq!(opened(&mut workspace, 730), 0, "what that clock wrote itself tells nothing");
    sealed_at(730, 23);
    assert_eq!(opened_at(&mut workspace, 731, 13), 0, "in Auckland it was that day by then");
    sealed_at(730, 19);
    assert_eq!(
        opened(&mut workspace, 731),
        1,
        "the next day tells that time goes on, evening by evening too"
    );
    for (sealed, days) in [(0, 30), (10, 730)] {
        unlock(&mut workspace, &code);
        workspace.set_health(lina, "asthme", &until).expect("kept");
        workspace.lock();
        sealed_on(sealed);
        assert_eq!(opened(&mut workspace, days), 1, "a month on, or where it was open since its last day");
    }
    unlock(&mut workspace, &code);
    workspace.set_health(lina, "asthme", &json!(real.plus(900).to_string())).expect("kept");
    workspace.lock();
    sealed_on(-400);
    opened(&mut workspace, 0);
    sealed_on(-400);
    let (_, wrapped) = workspace.wrapped_secret().expect("there is a register");
    workspace
        .unlock(wrapped.open_by_code(&code).expect("it opens"), in_utc(real))
        .expect("the register opens");
    let noted = workspace.register_info().expect("read").expect("there").sealed_at;
    assert!(noted >= now, "an opening leaves word of its day, though the program ends before it is sealed");
}

#[test]
fn several_are_erased_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.qlibre");
    let (mut workspace, code) = with_register(&path);
    let mut add =
        |given: &str| workspace.add_person(given, "Test", PersonRole::Participant, vec![]).expect("added");
    let (lina, noah, ines) = (add("Lina"), add("Noah"), add("Inès"));
    let session = session(&mut workspace);
    for person in [lina, noah, ines] {
        workspace.add_attendee(session, person, false).expect("on the sheet");
        workspace.sign_sheet(session, person, HalfCode::Morning, &drawn(7)).expect("signed");
    }
    let before = documents_of(&path, "person");
    let erased = workspace.erase_people(&[lina, noah, lina, EntityId(uuid::Uuid::nil())]).expect("erased");
    assert_eq!((erased.people, erased.documents, erased.kept_on.len()), (2, 2, 0), "each once, who is here");
    assert_eq!(documents_of(&path, "person"), before - 2);
    workspace.lock();
    unlock(&mut workspace, &code);
    let sheet = workspace.people().expect("open").sheet(session).cloned().expect("the sheet stays");
    assert_eq!(sheet.attendees.iter().map(|one| one.person).collect::<Vec<_>>(), [ines]);
    assert!(sheet.cells.iter().all(|cell| cell.person == ines && cell.signature.is_some()), "hers stays");
}
