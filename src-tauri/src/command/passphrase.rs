//! `--passphrase-stdin`: the first line of standard input opens the register, so that a passphrase stands in no argument, environment or
//! history.

use std::io::{self, BufRead as _};

use ql_api::{App, ErrorCode};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::ROLE;
use super::voice::{Failure, Voice};
use crate::args::{Command, Global};

/// Reads the passphrase and opens the register with it; where there is none yet, it is the one that `call create_register` chooses.
pub fn take(global: &Global, app: &App, voice: &Voice, command: Command) -> Result<Command, Failure> {
    if !global.passphrase_stdin {
        return Ok(command);
    }
    let mut line = Zeroizing::new(Vec::new());
    io::stdin().lock().read_until(b'\n', &mut line).map_err(|error| voice.broken(&error))?;
    // A console that writes otherwise would have every accent tried wrong, and counted.
    let text = std::str::from_utf8(&line)
        .map_err(|_| voice.refusal("cli-passphrase-encoding", "cli-passphrase-encoding-hint", &[]))?;
    let passphrase = text.trim_end_matches(['\r', '\n']);
    if passphrase.trim().is_empty() {
        return Err(voice.refusal("cli-passphrase-none", "cli-passphrase-none-hint", &[]).into());
    }
    match command {
        Command::Call { name: Some(name), request, batch } if name == "create_register" => {
            let with = serde_json::from_str::<Value>(request.as_deref().unwrap_or("{}")).ok();
            let request = match with {
                Some(Value::Object(mut with)) => {
                    with.insert("passphrase".to_owned(), json!(passphrase));
                    Some(Value::Object(with).to_string())
                }
                // What is no request is refused by the call.
                _ => request,
            };
            Ok(Command::Call { name: Some(name), request, batch })
        }
        command => {
            match (app.call(ROLE, "unlock_register", json!({ "passphrase": passphrase })), &command) {
                // Going back to a copy is what is left where that is torn; whether these words may, the api says.
                (Err(error), Command::Restore { .. }) if error.code == ErrorCode::LockTorn => {}
                (opened, _) => drop(opened?),
            }
            Ok(command)
        }
    }
}
