//! The computer is about to sleep, and says so: the register is sealed before it does.

use std::io::Read;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use ql_tests::screen::Screen;
use ql_tests::{Cli, wait_for, window};
use zbus::blocking::connection::Builder;

const PASSPHRASE: &str = "quatre façades au soleil";
const PATH: &str = "/org/freedesktop/login1";

/// A bus of the system, for this journey alone.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is there where windows are");
        let mut address = String::new();
        let mut said = daemon.stdout.take().unwrap();
        let mut byte = [0];
        while said.read(&mut byte).unwrap() == 1 && byte[0] != b'\n' {
            address.push(char::from(byte[0]));
        }
        Self { daemon, address }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// What logind does for us: it waits for whoever asked it to, and tells when the computer will sleep.
struct Logind {
    asked: Arc<Mutex<Vec<UnixStream>>>,
}

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> zbus::zvariant::OwnedFd {
        assert_eq!((what, mode), ("sleep", "delay"));
        let (ours, theirs) = UnixStream::pair().unwrap();
        self.asked.lock().unwrap().push(ours);
        OwnedFd::from(theirs).into()
    }
}

#[test]
fn the_register_is_sealed_before_the_computer_sleeps() {
    let (cli, screen, bus) = (Cli::new(), Screen::start(), Bus::start());
    cli.json(&["demo"]);
    cli.create_register(PASSPHRASE);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let logind = Builder::address(bus.address.as_str())
        .unwrap()
        .name("org.freedesktop.login1")
        .unwrap()
        .serve_at(PATH, Logind { asked: asked.clone() })
        .unwrap()
        .build()
        .unwrap();

    let page = window::open_on_bus(&cli, &screen, &bus.address);
    page.click("button", "Atelier…");
    page.fill("textbox", "Phrase de passe des formateurs", PASSPHRASE);
    page.press("Enter");
    page.find("button", "Formateur…");
    let mut held =
        wait_for("the window to ask for a moment", Duration::from_secs(10), || asked.lock().unwrap().pop());

    let told = Instant::now();
    let sleeps = |before: bool| {
        let interface = "org.freedesktop.login1.Manager";
        logind.emit_signal(None::<&str>, PATH, interface, "PrepareForSleep", &before).unwrap();
    };
    sleeps(true);
    // It lets go once it is sealed: the end of what we read.
    held.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    assert_eq!(held.read(&mut [0]).unwrap(), 0, "it goes on holding the sleep up");
    assert!(told.elapsed() < Duration::from_secs(5), "logind waits no longer");
    page.find("button", "Atelier…");
    sleeps(false);
    wait_for("the next sleep to be waited for", Duration::from_secs(10), || asked.lock().unwrap().pop());
    page.close();
}
