//! The commands of the terminal: each asks `ql_api` one thing and prints the reply. It owns how replies are printed
//! and which exit code follows; it refuses to compute anything the api could answer.
//!
//! 0 is done, 1 failed, 2 wrong usage. Replies go to standard output, errors to standard error.

mod batch;
mod export;
mod films;
mod passphrase;
mod serve;
mod signals;
mod voice;

use std::path::Path;
use std::process::ExitCode;

use ql_api::{Access, ApiError, App, Role, Start};
use serde_json::{Value, json};

use crate::args::{Command, Global};
use crate::place;

pub use signals::asked_to_stop;
use voice::{Failure, Voice};
pub use voice::{tell, wrong_usage};

/// Who sits at the terminal is at the desk, like who sits at the window; a trainer once the passphrase was given. Which commands need more,
/// the api says.
const ROLE: Role = Role::Desk;

/// Runs one command from its start to its exit code.
pub fn run(global: &Global, command: Command) -> ExitCode {
    let access = match command {
        // These two must come up with a workspace that does not open: to say why, and to put a good one in its place.
        Command::Serve { .. } => Access::Window,
        Command::Restore { .. } => Access::Repair,
        _ => Access::Command,
    };
    // Looking at a file that is not there is a slip of the hand, not a wish for an empty one.
    let looks = global.passphrase_stdin && !creates(&command)
        || matches!(
            command,
            Command::Films
                | Command::Dump { .. }
                | Command::Check { .. }
                | Command::Export(_)
                | Command::Backup { .. }
                | Command::Restore { .. }
        );
    let app = match start(global, access, !looks) {
        Ok(app) => app,
        Err(error) => return tell(global, &error),
    };
    let voice = Voice::new(global, &app);
    let done =
        passphrase::take(global, &app, &voice, command).and_then(|command| obey(&app, &voice, command));
    app.close();
    match done {
        Ok(code) => code,
        Err(Failure::Api(error)) => tell(global, &error),
        // Whoever read our output has gone; there is nobody left to tell.
        Err(Failure::Output) => ExitCode::FAILURE,
    }
}

/// Whether a command begins a register, and so a file.
fn creates(command: &Command) -> bool {
    matches!(command, Command::Call { name: Some(name), .. } if name == "create_register")
}

fn start(global: &Global, access: Access, create: bool) -> Result<App, ApiError> {
    App::start(Start {
        home: place::home(),
        workspace: place::workspace(global),
        language: place::language(global),
        dialogs: None,
        access,
        create,
    })
}

fn obey(app: &App, voice: &Voice, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Demo => demo(app, voice)?,
        Command::Films => films::print(voice, &app.call(ROLE, "films", json!({}))?)?,
        Command::Dump { film } => voice.value(&app.call(ROLE, "dump", json!({ "film": film }))?)?,
        Command::Call { name: Some(name), request, .. } => {
            return call(app, voice, &name, request.as_deref());
        }
        Command::Call { name: None, .. } => return batch::run(app, voice),
        Command::Check { rebuild } => return check(app, voice, rebuild),
        Command::Export(asked) => {
            let Some(to) = spelled(voice, &asked.to) else { return Ok(ExitCode::from(2)) };
            return export::run(app, voice, &asked, &to);
        }
        Command::Backup { path } => return backup(app, voice, &path),
        Command::Restore { path } => return restore(app, voice, &path),
        Command::Serve { port, role } => return serve::run(app, voice, port, role),
    }
    Ok(ExitCode::SUCCESS)
}

fn demo(app: &App, voice: &Voice) -> Result<(), Failure> {
    let reply = app.call(ROLE, "demo", json!({}))?;
    let key = if reply["already"] == true { "cli-demo-already" } else { "cli-demo-added" };
    voice.reply(&reply, || voice.text(key, &[("film", text(&reply["film"]))]))
}

fn call(app: &App, voice: &Voice, name: &str, request: Option<&str>) -> Result<ExitCode, Failure> {
    let request = match serde_json::from_str(request.unwrap_or("{}")) {
        Ok(request) => request,
        Err(error) => {
            voice.error(&voice.refusal("cli-json", "cli-json-hint", &[("problem", &error.to_string())]));
            return Ok(ExitCode::from(2));
        }
    };
    voice.value(&app.call(ROLE, name, request)?)?;
    Ok(ExitCode::SUCCESS)
}

fn check(app: &App, voice: &Voice, rebuild: bool) -> Result<ExitCode, Failure> {
    let reply = app.call(ROLE, "check", json!({ "rebuild": rebuild }))?;
    let ok = reply["ok"] == true;
    voice.reply(&reply, || {
        if ok {
            let told = voice.text(if rebuild { "cli-check-rebuilt" } else { "cli-check-ok" }, &[]);
            let sealed =
                if reply["sealed"] == true { voice.text("cli-check-sealed", &[]) } else { String::new() };
            return [told, sealed].join("\n").trim_end().to_owned();
        }
        let problems = reply["problems"].as_array().map(Vec::as_slice).unwrap_or_default();
        let lines = problems
            .iter()
            .map(|problem| format!("\n  {}  {}", text(&problem["code"]), text(&problem["where"])));
        voice.text("cli-check-problems", &[("count", &problems.len().to_string())])
            + &lines.collect::<String>()
    })?;
    Ok(if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn backup(app: &App, voice: &Voice, path: &Path) -> Result<ExitCode, Failure> {
    let Some(path) = spelled(voice, path) else { return Ok(ExitCode::from(2)) };
    let reply = app.call(ROLE, "backup", json!({ "path": path }))?;
    voice.reply(&reply, || voice.text("cli-backup-done", &[("path", text(&reply["path"]))]))?;
    Ok(ExitCode::SUCCESS)
}

fn restore(app: &App, voice: &Voice, path: &Path) -> Result<ExitCode, Failure> {
    let Some(path) = spelled(voice, path) else { return Ok(ExitCode::from(2)) };
    let reply = app.call(ROLE, "restore_backup", json!({ "path": path }))?;
    voice.reply(&reply, || voice.text("cli-restore-done", &[("path", text(&reply["workspace"]["path"]))]))?;
    Ok(ExitCode::SUCCESS)
}

/// A path as the api takes it. JSON has no letters for names that are not Unicode: that is said.
fn spelled(voice: &Voice, path: &Path) -> Option<String> {
    let whole = place::absolute(path);
    if whole.to_str().is_none() {
        let shown = path.to_string_lossy();
        voice.error(&voice.refusal("cli-path", "cli-path-hint", &[("path", &shown)]));
    }
    whole.to_str().map(str::to_owned)
}

/// A text of a reply; nothing when it is not there.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
