//! The two WebDriver programs, chromedriver and WebKitWebDriver: started on a free port, stopped when dropped.

use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running driver.
pub struct Driver {
    child: Child,
    /// Where it listens.
    pub address: String,
}

impl Driver {
    /// Starts chromedriver (`QL_CHROMEDRIVER`, or the one on the PATH).
    pub fn chromium() -> Self {
        let program = std::env::var("QL_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        Self::start(&mut Command::new(&program), &program, "apt-get install chromium-driver")
    }

    /// Starts WebKitWebDriver on a screen.
    pub fn webkit(command: &mut Command) -> Self {
        Self::start(command, "WebKitWebDriver", "apt-get install webkit2gtk-driver xvfb dbus-x11")
    }

    fn start(command: &mut Command, program: &str, install: &str) -> Self {
        let port = free_port();
        let child = command
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start ({error}): {install}"));
        let driver = Self { child, address: format!("http://127.0.0.1:{port}") };
        crate::wait_for(&format!("{program} listens"), Duration::from_secs(20), || {
            TcpStream::connect(("127.0.0.1", port)).ok()
        });
        driver
    }
}

impl Driver {
    /// The programs this driver has started, on Linux; elsewhere no driver of ours starts a program.
    pub(crate) fn children(&self) -> Vec<u32> {
        let mine = self.child.id().to_string();
        let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        all.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(|pid: &u32| parent(*pid).as_deref() == Some(&mine))
            .collect()
    }
}

/// The id of the process that started this one. It stands after the name, which may hold anything but is the
/// last thing in parentheses.
fn parent(pid: u32) -> Option<String> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let after = stat.rsplit_once(") ")?.1;
    after.split(' ').nth(1).map(str::to_owned)
}

/// Waits until these programs have ended. A window that is closed writes what it has to write first, and one
/// that still runs would take up the next start as its own.
pub(crate) fn await_end(programs: &[u32]) {
    let begun = std::time::Instant::now();
    let alive = |pid: &&u32| std::path::Path::new(&format!("/proc/{pid}/exe")).exists();
    while programs.iter().any(|pid| alive(&pid)) && begun.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
    for pid in programs.iter().filter(alive) {
        #[expect(clippy::print_stderr, reason = "a program that does not end has to be told")]
        {
            eprintln!("program {pid} was still running 10 s after its window was closed");
        }
        let _ = Command::new("kill").args(["-9", &pid.to_string()]).status();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("this machine has a loopback");
    listener.local_addr().expect("a bound socket has an address").port()
}

/// Chromium's program: `QL_CHROMIUM`, or the usual names on the PATH; nothing lets chromedriver choose.
pub fn chromium() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("QL_CHROMIUM") {
        return Some(path.into());
    }
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let paths = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        std::env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file())
    })
}

/// Whether we run as root, where there is such a thing.
pub fn is_root() -> bool {
    let answer = Command::new("id").arg("-u").stderr(Stdio::null()).output();
    answer.is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}
