//! Other programs: how they are started, and what is said when one of them fails. Everything runs from the
//! root of the project with the terminal's own input and output, so that nothing is hidden.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place;
use crate::steps::{Done, Stop};

/// A command that will run from the root of the project.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root());
    command
}

/// The cargo that started us.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// `npm`, in `ui`. On Windows it is a script, which only its full name starts.
pub(crate) fn npm() -> Command {
    let mut command = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(place::root().join("ui"));
    command
}

/// Runs to the end; anything but success is a [`Stop`] that shows the line to run again.
pub(crate) fn must(command: &mut Command) -> Done {
    let line = shown(command);
    println!("   $ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Stop::failed(format!("`{line}` ended with {status}"), "")),
        Err(source) => Err(absent(&line, &source)),
    }
}

/// Runs to the end, hands every line of its output to `seen` while it is printed, and says whether it succeeded.
pub(crate) fn watch(command: &mut Command, mut seen: impl FnMut(&str)) -> Done<bool> {
    let line = shown(command);
    println!("   $ {line}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| absent(&line, &source))?;
    let output = child.stdout.take().expect("stdout was piped two lines above");
    let mut out = std::io::stdout();
    for bytes in BufReader::new(output).split(b'\n') {
        let Ok(bytes) = bytes else { break };
        let text = String::from_utf8_lossy(&bytes);
        // A closed terminal must not stop the tests: what cannot be printed is still counted.
        let _ = writeln!(out, "{text}");
        seen(&text);
    }
    let status = child.wait().map_err(|source| absent(&line, &source))?;
    Ok(status.success())
}

/// Whether a command runs and succeeds; it prints nothing.
pub(crate) fn succeeds(program: &str, arguments: &[&str]) -> bool {
    command(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a command prints, without the line end; nothing when it fails or does not exist.
pub(crate) fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name is on the PATH.
pub(crate) fn on_path(program: &str) -> bool {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::var_os("PATH")
        .is_some_and(|paths| std::env::split_paths(&paths).any(|folder| is_file(&folder.join(&name))))
}

fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|meta| meta.is_file())
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

fn absent(line: &str, source: &std::io::Error) -> Stop {
    Stop::failed(format!("`{line}` could not be started: {source}"), "")
}
