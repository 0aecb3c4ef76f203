//! Runs other people's programs to the end, and says how to get them when they are not there.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use std::{fs, thread};

/// LibreOffice starts in some seconds, but not on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(180);

/// What a program prints.
///
/// # Panics
/// When it is not there, fails, or does not end.
pub(super) fn printed(command: &mut Command, install: &str) -> String {
    // Into files: a full pipe would hold the program up while we wait for its end.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (out, err) = (folder.path().join("out"), folder.path().join("err"));
    let file = |path| Stdio::from(fs::File::create(path).expect("a temporary file"));
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file(&out))
        .stderr(file(&err))
        .spawn()
        .unwrap_or_else(|error| panic!("{name} does not start ({error}): {install}"));
    let read = |path| String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("our own child can be waited for") {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            let _ = child.kill();
            panic!("{command:?} did not end in {PATIENCE:?}: {}{}", read(&out), read(&err));
        }
        thread::sleep(Duration::from_millis(10));
    };
    assert!(status.success(), "{command:?} ended with {status}: {}{}", read(&out), read(&err));
    read(&out)
}

/// A Python that has openpyxl and the Pillow it needs for pictures: `QL_PYTHON`, or the first that is found. The system's own
/// comes before one that somebody put on the PATH, for it is the one that packages reach.
pub(super) fn python() -> Command {
    static FOUND: OnceLock<String> = OnceLock::new();
    let has = |program: &String| {
        let mut check = Command::new(program);
        check.args(["-c", "import openpyxl, PIL"]).stderr(Stdio::null()).stdin(Stdio::null());
        check.status().is_ok_and(|status| status.success())
    };
    let program = FOUND.get_or_init(|| {
        let named = std::env::var("QL_PYTHON").ok();
        let usual = ["/usr/bin/python3", "python3", "python"].map(str::to_owned);
        named.into_iter().chain(usual).find(has).unwrap_or_else(|| {
            panic!("no Python here has openpyxl and Pillow: apt-get install python3-openpyxl python3-pil")
        })
    });
    let mut command = Command::new(program);
    // Windows would speak its own letters otherwise.
    command.env("PYTHONUTF8", "1");
    command
}

/// LibreOffice: on the PATH, or where its installers for Windows put it.
pub(super) fn office() -> Command {
    let folder = std::env::var_os("ProgramFiles").map(PathBuf::from).unwrap_or_default();
    let installed = folder.join("LibreOffice").join("program").join("soffice.exe");
    Command::new(if cfg!(windows) && installed.is_file() { installed } else { "soffice".into() })
}
