//! `export`: a paper or a table of a film, with its progress where someone watches.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use ql_api::{App, Event};
use serde_json::{Value, json};

use super::voice::{Failure, Voice};
use super::{ROLE, text};
use crate::args::Export;

/// The one export of this process.
const JOB: &str = "export";

/// Makes the file, and says what it is.
pub fn run(app: &App, voice: &Voice, export: &Export, to: &str) -> Result<ExitCode, Failure> {
    let bar = Bar::new(app, voice);
    let made = app.call(ROLE, "export_film", json!({ "job": JOB, "to": to, "choice": choice(export) }));
    bar.clear();
    let made = made?;
    for warning in made["warnings"].as_array().into_iter().flatten() {
        let key = match text(&warning["code"]) {
            "letters_missing" => "cli-warning-letters_missing",
            _ => "cli-warning-texts_shortened",
        };
        voice.warning(text(&warning["code"]), &voice.text(key, &[("detail", text(&warning["detail"]))]));
    }
    voice.reply(&made, || {
        let size = made["bytes"].as_u64().unwrap_or_default().div_ceil(1024).to_string();
        match made["pages"].as_u64() {
            Some(pages) => {
                let values =
                    [("path", text(&made["path"])), ("pages", &*pages.to_string()), ("size", &*size)];
                voice.text("cli-export-pages", &values)
            }
            None => voice.text("cli-export-done", &[("path", text(&made["path"])), ("size", &*size)]),
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

fn choice(export: &Export) -> Value {
    let has = |what: &str| !export.without.iter().any(|without| without == what);
    let per_page: u8 = export.per_page.parse().unwrap_or_default();
    json!({
        "film": export.film,
        "kind": export.kind,
        "scenes": export.scenes,
        "shots": export.shots,
        "look": {
            "per_page": per_page,
            "paper": export.paper,
            "direction": export.direction,
            "cover": !export.no_cover,
            "action": has("action"),
            "dialogue": has("dialogue"),
            "duration": has("duration"),
            "notes": export.notes,
            "colour": export.colour,
            "pencil": export.pencil,
        },
    })
}

/// How far it is, on one line of the terminal; nothing where nobody looks.
struct Bar {
    shown: bool,
    _listener: Option<ql_api::Listener>,
}

impl Bar {
    fn new(app: &App, voice: &Voice) -> Self {
        if !io::stderr().is_terminal() {
            return Self { shown: false, _listener: None };
        }
        let words = ["cli-export-drawings", "cli-export-setting", "cli-export-writing"]
            .map(|key| voice.text(key, &[]));
        let listener = app.listen(move |event| {
            if let Event::Export { phase, done, of, .. } = event {
                let word = &words[*phase as usize];
                let part = if *of > 0 { format!(" {done}/{of}") } else { String::new() };
                // A terminal that has gone is no reason to stop.
                let _ = write!(io::stderr(), "\r\x1b[K{word}{part}");
            }
        });
        Self { shown: true, _listener: Some(listener) }
    }

    fn clear(self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
