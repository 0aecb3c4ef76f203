//! What was done, how long each part took and how it ended: said while it happens, and again as a table at
//! the end. It refuses to know what a step is about.

use std::fmt;
use std::time::{Duration, Instant};

/// Why a command ends before its end: one sentence, and what to do about it.
#[derive(Debug)]
pub(crate) struct Stop {
    message: String,
    hint: String,
    /// The exit code: 1 when something failed, 2 when the command was wrongly used.
    pub(crate) exit: u8,
}

/// What a step gives back.
pub(crate) type Done<T = ()> = Result<T, Stop>;

impl Stop {
    /// Something failed; `hint` says what the reader can do.
    pub(crate) fn failed(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), exit: 1 }
    }

    /// Something failed, and all there is to say is already on the screen.
    pub(crate) fn quiet() -> Self {
        Self::failed("", "")
    }

    /// The command line makes no sense; `hint` is the usage.
    pub(crate) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), exit: 2 }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.message.is_empty() {
            return Ok(());
        }
        write!(out, "error: {}", self.message)?;
        if !self.hint.is_empty() {
            write!(out, "\n{}", self.hint)?;
        }
        Ok(())
    }
}

struct Line {
    name: String,
    took: Duration,
    note: String,
}

/// The steps of one command, in the order in which they ended.
pub(crate) struct Steps {
    started: Instant,
    lines: Vec<Line>,
}

impl Steps {
    pub(crate) fn new() -> Self {
        Self { started: Instant::now(), lines: Vec::new() }
    }

    /// Says `what` is about to happen, does it, and keeps its time under `name`.
    pub(crate) fn step<T>(&mut self, name: &str, what: &str, work: impl FnOnce() -> Done<T>) -> Done<T> {
        println!("\n── {name}: {what}");
        let begun = Instant::now();
        let outcome = work();
        let note = if outcome.is_ok() { "done" } else { "FAILED" };
        self.note(name, begun.elapsed(), note);
        outcome
    }

    /// Keeps the time of a step that was run elsewhere.
    pub(crate) fn note(&mut self, name: &str, took: Duration, note: impl Into<String>) {
        let note = note.into();
        println!("── {name}: {note} in {}", clock(took));
        self.lines.push(Line { name: name.to_owned(), took, note });
    }

    /// The table of all steps so far, with the time of the whole command as its last line.
    pub(crate) fn table(&self) -> String {
        let width = self.lines.iter().map(|line| line.name.chars().count()).max().unwrap_or(0).max(6);
        let mut text = String::from("\n");
        for line in &self.lines {
            text += &format!("  {:<width$}  {:>9}  {}\n", line.name, clock(line.took), line.note);
        }
        text += &format!("  {:<width$}  {:>9}\n", "in all", clock(self.started.elapsed()));
        text
    }
}

/// A duration as a person reads it: `0.4 s`, `12.0 s`, `3 min 05 s`.
pub(crate) fn clock(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        format!("{:.1} s", took.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_a_watch() {
        assert_eq!(clock(Duration::from_millis(420)), "0.4 s");
        assert_eq!(clock(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_failed_step_is_in_the_table_too() {
        let mut steps = Steps::new();
        let outcome: Done = steps.step("page", "build", || Err(Stop::failed("no", "")));
        assert!(outcome.is_err());
        assert!(steps.table().contains("FAILED"), "a table without its failures would lie");
    }
}
