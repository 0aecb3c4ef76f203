//! The register as its callers meet it: who may call what while it is sealed, an evening from the opening to the closing of a sheet, and that
//! nothing of a person lies anywhere in the clear.

mod atelier;
mod corrections;
mod damage;
mod evening;
mod lists;
mod marks;
mod papers;
mod people;
mod previews;
mod retention;
mod sheets;
mod team;
mod undo;

use std::path::{Path, PathBuf};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use ql_api::{Access, App, ErrorCode, Home, Language, Role, Start};
use ql_model::ink::{Colour, Ink, Point, Tool};
use serde_json::{Value, json};
use tempfile::TempDir;

const PASSPHRASE: &str = "quatre façades au soleil";

struct Place {
    folder: TempDir,
    app: App,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let app = start(folder.path());
        Self { folder, app }
    }

    /// With a register that is open.
    fn opened() -> Self {
        let place = Self::new();
        place.call("create_register", json!({ "passphrase": PASSPHRASE }));
        place
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn call(&self, name: &str, request: Value) -> Value {
        self.app.call(Role::Desk, name, request).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn refused(&self, name: &str, request: Value) -> ErrorCode {
        self.app.call(Role::Desk, name, request).expect_err("the call must be refused").code
    }

    fn add(&self, name: &str, request: Value) -> String {
        self.call(name, request)["id"].as_str().expect("an id").to_owned()
    }

    /// Someone on the sheet of a session.
    fn person_on(&self, session: &str, given: &str, family: &str, role: &str) -> String {
        let person = self.add("add_person", json!({ "given": given, "family": family, "role": role }));
        self.call("add_to_sheet", json!({ "session": session, "person": person }));
        person
    }

    fn session(&self) -> String {
        let halves = json!([
            { "code": "morning", "start": "09:30", "end": "12:30" },
            { "code": "afternoon", "start": "13:30", "end": "16:30" },
        ]);
        let request =
            json!({ "title": "Stage d’hiver", "kind": "intensive", "date": "2026-02-24", "halves": halves });
        self.add("add_session", request)
    }
}

fn start(folder: &Path) -> App {
    let start = Start {
        home: Home { config: folder.join("config"), data: folder.join("data") },
        workspace: Some(workspace_of(folder)),
        language: Some(Language::Fr),
        dialogs: None,
        access: Access::Window,
        create: true,
    };
    App::start(start).expect("a window always starts")
}

fn workspace_of(folder: &Path) -> PathBuf {
    folder.join("data/Quartier Libre.qlibre")
}

/// A stroke as the pad sends it: no two seeds are alike.
fn stroke(seed: i32) -> String {
    let points = (0..60)
        .map(|n| Point { x: 200 * n + seed, y: 2000 + (n * (seed + 7)) % 1500, pressure: 140 })
        .collect();
    let ink = Ink { tool: Tool::Pen, colour: Colour::Ink, simulated: true, size: 60, points };
    BASE64_STANDARD.encode(ink.encode().expect("ink"))
}

/// A day to come, as health notes may be kept until.
fn in_days(days: u64) -> String {
    (chrono::Local::now().date_naive() + chrono::Days::new(days)).to_string()
}
