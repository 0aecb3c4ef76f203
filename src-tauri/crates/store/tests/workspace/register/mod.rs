//! The register: what is sealed stays sealed, what was signed meanwhile comes in, what was erased is nowhere.

mod copies;
mod erasing;
mod older;
mod opening;
mod relatives;
mod signing;
mod torn;
mod turning;

use std::{fs, path::Path};

use ql_model::{
    EntityId,
    day::Day,
    entity::Kind,
    ink::{Colour, Ink, Point, Tool},
    sheet::Frozen,
    signature,
    vocabulary::{HalfCode, PersonRole, SessionKind},
};
use ql_store::{NewScan, Opening, RecoveryCode, Secret, StoreError, Today, Workspace};
use rusqlite::Connection;
use serde_json::json;

fn today() -> Today {
    in_utc("2026-02-24".parse().expect("a day"))
}

fn in_utc(day: Day) -> Today {
    let epoch = Day::new(1970, 1, 1).expect("a day").number();
    Today { day, began: i64::from(day.number() - epoch) * 86_400_000 }
}

/// A register that is open. Wrapping takes a second each time, so tests make one secret and wrap it by a code.
fn with_register(path: &Path) -> (Workspace, RecoveryCode) {
    let mut workspace = open(path);
    let (secret, code) = (Secret::random(), RecoveryCode::random());
    let wrapped = secret.wrap_for_recovery(&code);
    workspace.create_register(secret, wrapped.clone(), wrapped).expect("the register is made");
    (workspace, code)
}

fn unlock(workspace: &mut Workspace, code: &RecoveryCode) -> Opening {
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

fn lina_on_a_sheet(workspace: &mut Workspace) -> (EntityId, EntityId) {
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let session = session(workspace);
    workspace.add_attendee(session, lina, false).expect("on the sheet");
    (lina, session)
}

fn bruno_signs(workspace: &mut Workspace, session: EntityId) -> EntityId {
    let bruno = workspace.add_person("Bruno", "Lemoine", PersonRole::Trainer, vec![]).expect("added");
    workspace.add_attendee(session, bruno, true).expect("on the sheet");
    workspace.sign_sheet(session, bruno, HalfCode::Morning, &drawn(7)).expect("signed");
    bruno
}

fn drawn(seed: i32) -> Vec<u8> {
    let points =
        (0..40).map(|n| Point { x: 100 * n + seed, y: 300 + (n * seed) % 700, pressure: 140 }).collect();
    let ink = Ink { tool: Tool::Pen, colour: Colour::Ink, simulated: true, size: 60, points };
    signature::bind(&[ink.encode().expect("ink")]).expect("a signature")
}

/// What a sheet keeps of its session.
fn frozen() -> Frozen {
    Frozen {
        films: Vec::new(),
        capacity: None,
        title: "Stage d’hiver".into(),
        kind: SessionKind::Intensive,
        date: "2026-02-24".into(),
        halves: Vec::new(),
        place: String::new(),
        group: String::new(),
    }
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

fn open(path: &Path) -> Workspace {
    Workspace::open(path, true, "test", |_| None).expect("the workspace opens")
}

fn photo() -> NewScan {
    NewScan { hash: "ab".repeat(32), bytes: vec![7; 900], width: 30, height: 20, mime: "image/png" }
}

/// Its snapshot and its log: one of both would be enough to open it.
fn tear(path: &Path, id: EntityId) {
    let file = Connection::open(path).expect("the file opens");
    for table in ["snapshot", "document_update"] {
        let torn = format!("UPDATE {table} SET bytes = substr(bytes, 1, 60) WHERE document = ?1");
        assert!(file.execute(&torn, [id.to_string()]).expect("altered") > 0, "{table}");
    }
}

/// How many documents of a kind are in the file.
fn documents_of(path: &Path, kind: &str) -> i64 {
    Connection::open(path)
        .expect("the file opens")
        .query_row("SELECT count(*) FROM document WHERE kind = ?1", [kind], |row| row.get(0))
        .expect("counted")
}
