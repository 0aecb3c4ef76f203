//! The command line of the app on a workspace of its own in a temporary folder.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::place;

/// How long any single answer may take before a journey gives up. Debug builds on two busy cores are slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// A workspace that exists for one journey, and the command line on it.
pub struct Cli {
    home: TempDir,
    workspace: PathBuf,
    language: &'static str,
}

/// What a command said, and how it ended.
#[derive(Debug)]
pub struct Said {
    /// Exit code; −1 when it was killed.
    pub code: i32,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

impl Said {
    fn of(output: &std::process::Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The JSON on the standard output.
    ///
    /// # Panics
    /// When the command failed or printed something else.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "the command failed: {self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("not JSON ({error}): {self:?}"))
    }

    /// The JSON error on the standard error, as `--json` prints it: `{code, message, hint}`.
    ///
    /// # Panics
    /// When the command succeeded or printed something else.
    pub fn error(&self) -> Value {
        assert_ne!(self.code, 0, "the command should have failed: {self:?}");
        let value: Value = serde_json::from_str(self.err.trim())
            .unwrap_or_else(|error| panic!("the error is not JSON ({error}): {self:?}"));
        if value["error"].is_object() { value["error"].clone() } else { value }
    }

    /// The code of that error.
    pub fn code_of_error(&self) -> String {
        self.error()["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl Default for Cli {
    fn default() -> Self {
        Self::new()
    }
}

impl Cli {
    /// A workspace file that does not exist yet, in an empty home. French is spoken.
    pub fn new() -> Self {
        let home = tempfile::Builder::new().prefix("quartier-libre-").tempdir().expect("a temporary folder");
        let workspace = home.path().join("atelier.qlibre");
        Self { home, workspace, language: "fr" }
    }

    /// The same home with another workspace file.
    pub fn with_workspace(mut self, path: impl Into<PathBuf>) -> Self {
        self.workspace = path.into();
        self
    }

    /// The home of this journey: settings and everything the app keeps on the machine.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The workspace file.
    pub fn workspace(&self) -> &Path {
        &self.workspace
    }

    /// Gives a command the environment of this journey: its home, its workspace, its language.
    pub fn environment<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let locale = format!("{}_FR.UTF-8", self.language);
        command
            .env("QUARTIER_LIBRE_HOME", self.home())
            .env("QUARTIER_LIBRE_WORKSPACE", &self.workspace)
            .env("XDG_DATA_HOME", self.home().join("data"))
            .env("XDG_CONFIG_HOME", self.home().join("config"))
            .env("XDG_CACHE_HOME", self.home().join("cache"))
            .env("LC_ALL", &locale)
            .env("LANG", &locale)
            .env_remove("LANGUAGE")
    }

    /// The app with these words, not started yet.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(place::app());
        self.environment(&mut command).args(words);
        command
    }

    /// Runs to the end.
    pub fn run(&self, words: &[&str]) -> Said {
        said(&mut self.command(words))
    }

    /// Runs with `--json`.
    pub fn json(&self, words: &[&str]) -> Value {
        self.run(&[&["--json"], words].concat()).json()
    }

    /// One api command, with its reply.
    pub fn call(&self, name: &str, request: &Value) -> Value {
        self.json(&["call", name, &request.to_string()])
    }

    /// One api command that must be refused, with its error code.
    pub fn refused(&self, name: &str, request: &Value) -> String {
        self.run(&["--json", "call", name, &request.to_string()]).code_of_error()
    }

    /// Starts `call --batch`.
    pub fn batch(&self) -> Batch {
        Batch::start(&mut self.command(&["call", "--batch"]))
    }

    /// Chooses the passphrase of the register; the recovery code.
    pub fn create_register(&self, passphrase: &str) -> Vec<String> {
        let said = self.with_passphrase(passphrase, "", &["call", "create_register"]).json();
        serde_json::from_value(said["code"].clone()).expect("six groups")
    }

    /// Runs with `--json` and a passphrase on standard input, then more input.
    pub fn with_passphrase(&self, passphrase: &str, input: &str, words: &[&str]) -> Said {
        let mut command = self.command(&[&["--json", "--passphrase-stdin"], words].concat());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the app starts");
        let whole = format!("{passphrase}\n{input}");
        // An app that refuses before it has read all closes its end, which is no failure here.
        let _ = child.stdin.take().map(|mut stdin| stdin.write_all(whole.as_bytes()));
        Said::of(&child.wait_with_output().expect("the app ends"))
    }

    /// Many calls as a trainer; their answers.
    pub fn as_trainer(&self, passphrase: &str, calls: &[Value]) -> Vec<Value> {
        let lines: String = calls.iter().map(|call| format!("{call}\n")).collect();
        let said = self.with_passphrase(passphrase, &lines, &["call", "--batch"]);
        let answers: Vec<Value> =
            said.out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        assert!(answers.iter().all(|answer| answer.get("ok").is_some()), "every call is done: {answers:#?}");
        answers
    }

    /// Starts `serve` on a free port.
    pub fn serve(&self) -> Server {
        self.serve_with(&[])
    }

    /// Starts `serve` with more words.
    pub fn serve_with(&self, words: &[&str]) -> Server {
        Server::start(&mut self.command(&[&["serve"], words].concat()))
    }

    /// A film with one scene; their ids.
    pub fn film(&self, title: &str) -> (String, String) {
        let film = id(&self.call("add_film", &json!({"title": title})));
        let scene = id(&self.call("add_scene", &json!({"film": film, "heading": "Cour"})));
        (film, scene)
    }

    /// All rows of a film.
    pub fn dump(&self, film: &str) -> Value {
        self.json(&["dump", film])
    }
}

/// The `id` of a reply.
///
/// # Panics
/// When there is none.
pub fn id(reply: &Value) -> String {
    reply["id"].as_str().unwrap_or_else(|| panic!("the reply has no id: {reply}")).to_owned()
}

/// Runs a command to the end.
pub fn said(command: &mut Command) -> Said {
    Said::of(&command.stdin(Stdio::null()).output().expect("the app starts"))
}

/// A running `call --batch`: one line in, one line out, each its own transaction.
pub struct Batch {
    child: Child,
    input: Option<ChildStdin>,
    answers: Receiver<String>,
}

impl Batch {
    /// Starts the command with pipes.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the app starts");
        let input = child.stdin.take();
        let output = child.stdout.take().expect("stdout was piped");
        Self { child, input, answers: lines(output) }
    }

    /// Writes a line without waiting for its answer; false when the process is gone.
    pub fn send(&mut self, name: &str, request: &Value) -> bool {
        let line = json!({"call": name, "with": request});
        self.input
            .as_mut()
            .is_some_and(|input| writeln!(input, "{line}").and_then(|()| input.flush()).is_ok())
    }

    /// Gives the input away, to be written by another thread.
    ///
    /// # Panics
    /// When it was already taken.
    pub fn take_input(&mut self) -> ChildStdin {
        self.input.take().expect("the input was not taken before")
    }

    /// Writes a line as it is.
    pub fn send_text(&mut self, line: &str) {
        let input = self.input.as_mut().expect("the input is open");
        writeln!(input, "{line}").expect("the batch reads its input");
    }

    /// The next answer, or nothing when there will be none.
    pub fn answer(&mut self) -> Option<Value> {
        let line = self.answers.recv_timeout(PATIENCE).ok()?;
        Some(serde_json::from_str(&line).unwrap_or_else(|error| panic!("not JSON ({error}): {line}")))
    }

    /// A call and its reply.
    ///
    /// # Panics
    /// When it is refused.
    pub fn call(&mut self, name: &str, request: &Value) -> Value {
        assert!(self.send(name, request), "the batch died before {name}");
        let answer = self.answer().unwrap_or_else(|| panic!("the batch died in {name}"));
        assert!(answer["error"].is_null(), "{name} {request} was refused: {answer}");
        answer["ok"].clone()
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Kills it as a power switch would: no signal it could handle.
    pub fn kill(&mut self) {
        self.child.kill().expect("our own child can be killed");
        self.child.wait().expect("our own child can be waited for");
    }

    /// The answers that were already written when it ended.
    pub fn rest(&mut self) -> Vec<String> {
        self.answers.iter().collect()
    }

    /// Closes the input and waits for the end; the exit code.
    pub fn end(mut self) -> i32 {
        drop(self.input.take());
        self.child.wait().ok().and_then(|status| status.code()).unwrap_or(-1)
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A running `serve`.
pub struct Server {
    child: Child,
    /// The address with its one-time token, as printed.
    pub address: String,
}

impl Server {
    /// Starts a command that serves, and waits for its address.
    ///
    /// # Panics
    /// When it ends, or says none in a minute.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the app starts");
        let out = lines(child.stdout.take().expect("stdout was piped"));
        let err = lines(child.stderr.take().expect("stderr was piped"));
        let mut heard = VecDeque::new();
        let address = crate::wait_for("`serve` prints its address", PATIENCE, || {
            heard.extend(out.try_iter().chain(err.try_iter()));
            if let Ok(Some(status)) = child.try_wait() {
                heard.extend(out.iter().chain(err.iter()));
                panic!("`serve` ended with {status}: {heard:?}");
            }
            heard.iter().find_map(|line| address_in(line))
        });
        Self { child, address }
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Kills it, as when the machine stops.
    pub fn kill(mut self) {
        self.child.kill().expect("our own child can be killed");
        self.child.wait().expect("our own child can be waited for");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The first address of this machine in a line.
fn address_in(line: &str) -> Option<String> {
    let from = line.find("http://127.0.0.1:")?;
    let rest = &line[from..];
    let end = rest.find(|letter: char| letter.is_whitespace() || letter == '"').unwrap_or(rest.len());
    Some(rest[..end].to_owned())
}

/// The lines of a pipe, read by a thread of their own so that nobody waits for a full pipe.
pub(crate) fn lines(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_text_and_in_json() {
        let address = Some("http://127.0.0.1:4000/#token=a1".to_owned());
        assert_eq!(address_in("Ouvrir http://127.0.0.1:4000/#token=a1 ici"), address);
        assert_eq!(address_in(r#"{"address":"http://127.0.0.1:4000/#token=a1"}"#), address);
        assert_eq!(address_in("rien"), None);
    }
}
