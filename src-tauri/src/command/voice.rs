//! How the terminal is spoken to: in words, or in JSON with `--json`. It writes, and decides nothing.

use std::io::{self, Write};
use std::process::ExitCode;

use ql_api::texts::Texts;
use ql_api::{ApiError, App, ErrorCode, Language};
use serde_json::{Value, json};

use super::ROLE;
use crate::args::Global;
use crate::place;

/// Why a command did not reach its end.
pub enum Failure {
    /// The api refused or failed; it still has to be told.
    Api(ApiError),
    /// Standard output does not take any more.
    Output,
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

/// The language and the form in which this command answers.
pub struct Voice {
    json: bool,
    texts: Texts,
}

impl Voice {
    /// Speaks as the command line asks, else as the settings say.
    pub fn new(global: &Global, app: &App) -> Self {
        let language = place::language(global).unwrap_or_else(|| settled(app));
        Self { json: global.json, texts: Texts::new(language) }
    }

    /// A text of the catalogues.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.texts.text(key, values)
    }

    /// A refusal of the command line itself.
    pub fn refusal(&self, message: &str, hint: &str, values: &[(&str, &str)]) -> ApiError {
        let text = |key| self.texts.text(key, values);
        ApiError { code: ErrorCode::InvalidRequest, message: text(message), hint: text(hint) }
    }

    /// What the system refused while a command was at work.
    pub fn broken(&self, error: &io::Error) -> Failure {
        let mut refusal = self.refusal("error-internal", "error-internal-hint", &[]);
        refusal.code = ErrorCode::Internal;
        refusal.message = format!("{} ({error})", refusal.message);
        Failure::Api(refusal)
    }

    /// Prints a reply: itself with `--json`, else in words.
    pub fn reply(&self, value: &Value, words: impl FnOnce() -> String) -> Result<(), Failure> {
        if self.json { self.value(value) } else { self.line(&words()) }
    }

    /// Prints a value as one line of JSON.
    pub fn value(&self, value: &Value) -> Result<(), Failure> {
        self.line(&value.to_string())
    }

    /// Prints a line, and sees it off: whoever reads it may be waiting for it.
    pub fn line(&self, line: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|_| Failure::Output)
    }

    /// Says beside a reply what its reader should know; with `--json` the reply says it.
    pub fn warning(&self, code: &str, said: &str) {
        if !self.json {
            // Nobody to tell is no failure.
            let _ = writeln!(io::stderr().lock(), "warning[{code}]: {said}");
        }
    }

    /// Prints an error.
    pub fn error(&self, error: &ApiError) {
        print_error(self.json, error);
    }
}

/// Tells an error and gives the exit code for it.
pub fn tell(global: &Global, error: &ApiError) -> ExitCode {
    print_error(global.json, error);
    ExitCode::FAILURE
}

/// Tells what clap has to say: help and the version on standard output, wrong usage on standard error.
pub fn wrong_usage(refusal: &clap::Error) -> ExitCode {
    if refusal.use_stderr() {
        let as_json = std::env::args_os().any(|word| word == "--json");
        let said = refusal.to_string();
        // What is missing is listed in the lines under the first one.
        let first: Vec<&str> = said.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
        let message = first.join(" ").trim_start_matches("error: ").to_owned();
        let hint = "quartier-libre --help".to_owned();
        print_error(as_json, &ApiError { code: ErrorCode::InvalidRequest, message, hint });
    } else {
        // A closed terminal is no reason to answer otherwise.
        let _ = refusal.print();
    }
    ExitCode::from(u8::try_from(refusal.exit_code()).unwrap_or(2))
}

fn print_error(as_json: bool, error: &ApiError) {
    let text = if as_json {
        json!({ "error": error }).to_string()
    } else if error.hint.is_empty() {
        format!("error[{}]: {}", error.code.as_str(), error.message)
    } else {
        format!("error[{}]: {}\nhint: {}", error.code.as_str(), error.message, error.hint)
    };
    // What was refused may come from a file: it must not steer the terminal.
    let text: String =
        text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect();
    // Nobody to tell is not a second failure.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// The language of the settings. A session can always be had; French is what the catalogues fall back on.
fn settled(app: &App) -> Language {
    match app.call(ROLE, "get_session", json!({})) {
        Ok(session) if session["settings"]["language"] == "en" => Language::En,
        _ => Language::Fr,
    }
}
