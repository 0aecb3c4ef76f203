//! Sealing the register before the computer sleeps, where the system tells that it will: logind, on Linux. It is asked to wait a moment, so
//! that nothing of the open register goes to sleep in memory. Elsewhere, and where nobody tells, the clocks say at waking that it slept.

use std::thread;

use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::OwnedFd;

const NAME: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const INTERFACE: &str = "org.freedesktop.login1.Manager";

/// Calls `seal` before each sleep, for as long as the program runs.
pub fn before(seal: impl Fn() + Send + 'static) {
    // Without a system bus there is nobody to tell.
    thread::spawn(move || drop(listen(&seal)));
}

fn listen(seal: &impl Fn()) -> zbus::Result<()> {
    let connection = Connection::system()?;
    let manager = Proxy::new(&connection, NAME, PATH, INTERFACE)?;
    let mut signals = manager.receive_signal("PrepareForSleep")?;
    // Refused, it is sealed all the same, in the time there is.
    let mut delay = hold(&manager);
    for signal in signals.by_ref() {
        if signal.body().deserialize::<bool>()? {
            seal();
            // Let go of, the computer sleeps.
            drop(delay.take());
        } else {
            delay = hold(&manager);
        }
    }
    Ok(())
}

/// Asks to be waited for before the next sleep; until it is dropped.
fn hold(manager: &Proxy<'_>) -> Option<OwnedFd> {
    manager.call("Inhibit", &("sleep", "Quartier Libre", "The register is sealed", "delay")).ok()
}
