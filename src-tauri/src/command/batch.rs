//! `call --batch`: many calls in one process, each its own transaction, each answered by one line after its commit.
//!
//! A text `"$3.id"` in a request stands for a value of the third call's reply, so that a script can go on from what it
//! has just made. Empty lines are not counted. A text that must begin that way is written `"$$3.id"`.

use std::io::{self, BufRead};
use std::process::ExitCode;

use ql_api::{ApiError, App};
use serde::Deserialize;
use serde_json::{Value, json};

use super::ROLE;
use super::voice::{Failure, Voice};

#[derive(Deserialize)]
struct Line {
    call: String,
    #[serde(default = "nothing")]
    with: Value,
}

fn nothing() -> Value {
    json!({})
}

/// Answers standard input line by line. Fails at the end if a line failed, and never stops at one.
pub fn run(app: &App, voice: &Voice) -> Result<ExitCode, Failure> {
    let mut replies = Replies::default();
    let mut failed = false;
    for line in io::stdin().lock().split(b'\n') {
        let line = line.map_err(|error| voice.broken(&error))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let answer = answer(app, voice, &replies, &line);
        voice.value(&match &answer {
            Ok(reply) => json!({ "ok": reply }),
            Err(error) => json!({ "error": error }),
        })?;
        failed |= answer.is_err();
        replies.push(answer.ok().as_ref());
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn answer(app: &App, voice: &Voice, replies: &Replies, line: &[u8]) -> Result<Value, ApiError> {
    let Line { call, mut with } = serde_json::from_slice(line).map_err(|error| {
        voice.refusal("cli-json", "cli-batch-line-hint", &[("problem", &error.to_string())])
    })?;
    replies.fill(&mut with).map_err(|reference| {
        voice.refusal("cli-reference", "cli-reference-hint", &[("reference", &reference)])
    })?;
    app.call(ROLE, &call, with)
}

/// The replies so far, as text: most are one id, and are asked for once or never.
#[derive(Default)]
struct Replies(Vec<Option<Box<str>>>);

impl Replies {
    /// Keeps the reply of the next line; `None` when it failed.
    fn push(&mut self, reply: Option<&Value>) {
        self.0.push(reply.map(|reply| reply.to_string().into_boxed_str()));
    }

    /// Puts values in the place of references, everywhere in a request. Fails with the first reference to nothing.
    fn fill(&self, value: &mut Value) -> Result<(), String> {
        match value {
            Value::String(text) => {
                if let Some(escaped) = text.strip_prefix('$').filter(|rest| Reference::read(rest).is_some()) {
                    *text = escaped.to_owned();
                } else if let Some(reference) = Reference::read(text) {
                    *value = self.find(&reference).ok_or_else(|| text.clone())?;
                }
            }
            Value::Array(items) => items.iter_mut().try_for_each(|item| self.fill(item))?,
            Value::Object(fields) => fields.values_mut().try_for_each(|field| self.fill(field))?,
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
        Ok(())
    }

    fn find(&self, reference: &Reference) -> Option<Value> {
        let reply = self.0.get(reference.line.checked_sub(1)?)?.as_deref()?;
        let reply: Value = serde_json::from_str(reply).ok()?;
        let found = reference.path.split('.').try_fold(&reply, |value, step| match value {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            other => other.get(step),
        })?;
        Some(found.clone())
    }
}

/// `$3.id`, `$3.films.0.id`. What comes after the first dot begins with a letter, so that `$3.50` is a price.
struct Reference<'a> {
    line: usize,
    path: &'a str,
}

impl<'a> Reference<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let (line, path) = text.strip_prefix('$')?.split_once('.')?;
        let word =
            |step: &str| !step.is_empty() && step.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let named = path.starts_with(|c: char| c.is_ascii_alphabetic()) && path.split('.').all(word);
        let counted = !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
        if !named || !counted {
            return None;
        }
        // A number too large for any line is a reference too, to a line that is not there.
        Some(Self { line: line.parse().unwrap_or(usize::MAX), path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(mut request: Value) -> Result<Value, String> {
        let mut replies = Replies::default();
        replies.push(Some(&json!({ "id": "one" })));
        replies.push(None);
        replies.push(Some(&json!({ "films": [{ "id": "three", "shots": 3 }] })));
        replies.fill(&mut request).map(|()| request)
    }

    #[test]
    fn a_reference_stands_for_a_value_of_an_earlier_reply() {
        let request = json!({ "film": "$1.id", "deep": [{ "n": "$3.films.0.shots" }], "title": "see $1.id" });
        let expected = json!({ "film": "one", "deep": [{ "n": 3 }], "title": "see $1.id" });
        assert_eq!(filled(request).unwrap(), expected, "whole texts are references, parts of texts are not");
    }

    #[test]
    fn a_reference_to_nothing_is_an_error() {
        for text in ["$0.id", "$2.id", "$4.id", "$1.name", "$3.films.1.id", "$99999999999999999999.id"] {
            assert_eq!(filled(json!({ "film": text })), Err(text.to_owned()));
        }
    }

    #[test]
    fn what_only_looks_like_a_reference_is_kept() {
        for text in ["$", "$1", "$3.50", "$x.id", "$1.", "$1.a b", "1.id", "$ 1.id"] {
            assert_eq!(filled(json!(text)).unwrap(), json!(text));
        }
        assert_eq!(filled(json!("$$1.id")).unwrap(), json!("$1.id"), "a doubled dollar writes a single one");
    }
}
