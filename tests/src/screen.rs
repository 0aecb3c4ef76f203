//! A screen that nobody looks at: Xvfb, with a session bus of its own, so that a journey neither meets nor
//! disturbs the desktop it runs on.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::cli::lines;

/// A running X server and its bus; both end when it is dropped.
pub struct Screen {
    server: Child,
    bus: Child,
    display: String,
    bus_address: String,
}

impl Screen {
    /// 1366 × 768, the smallest laptop we design for.
    pub fn start() -> Self {
        let mut server = start(
            Command::new("Xvfb").args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1366x768x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ]),
            "apt-get install xvfb",
        );
        let number = first_line(&mut server, "Xvfb says its display");
        let mut bus = start(
            Command::new("dbus-daemon").args(["--session", "--nofork", "--nopidfile", "--print-address=1"]),
            "apt-get install dbus dbus-x11",
        );
        let bus_address = first_line(&mut bus, "the session bus says its address");
        Self {
            server,
            bus,
            display: format!(":{}", number.trim()),
            bus_address: bus_address.trim().to_owned(),
        }
    }

    /// Puts a command on this screen.
    pub fn environment<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in [&mut self.bus, &mut self.server] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn start(command: &mut Command, install: &str) -> Child {
    let name = command.get_program().to_string_lossy().into_owned();
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} does not start ({error}): {install}"))
}

fn first_line(child: &mut Child, what: &str) -> String {
    let heard = lines(child.stdout.take().expect("stdout was piped"));
    heard.recv_timeout(Duration::from_secs(20)).unwrap_or_else(|_| panic!("waited 20 s in vain: {what}"))
}
