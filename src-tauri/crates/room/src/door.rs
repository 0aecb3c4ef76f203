//! Who may come in: the right address, the right page, the right token.
//!
//! A page of another site can reach 127.0.0.1 too, by a name of its own that resolves there; so the name used is
//! checked on every request, and the page's origin on the socket. Neither replaces the token.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::http::{HeaderMap, header};
use constant_time_eq::constant_time_eq;

/// Wrong tokens answered at once; the next ones wait longer and longer.
const FREE_TRIES: u32 = 5;
const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(4);

/// The door of one server: its token, valid as long as the server runs, and how often it was missed.
pub(crate) struct Door {
    token: String,
    port: u16,
    missed: AtomicU32,
}

impl Door {
    pub(crate) fn new(port: u16) -> Result<Self, getrandom::Error> {
        let mut secret = [0u8; 32];
        getrandom::fill(&mut secret)?;
        let token = secret.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { token, port, missed: AtomicU32::new(0) })
    }

    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// The address the client used, when it is one of ours.
    pub(crate) fn host<'a>(&self, headers: &'a HeaderMap) -> Option<&'a str> {
        let host = single(headers, header::HOST)?;
        let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
        (matches!(name, "127.0.0.1" | "localhost") && port.parse() == Ok(self.port)).then_some(host)
    }

    /// Whether the page that opens the socket was served by us, under the very name it now uses.
    pub(crate) fn same_origin(&self, headers: &HeaderMap, host: &str) -> bool {
        single(headers, header::ORIGIN).and_then(|origin| origin.strip_prefix("http://")) == Some(host)
    }

    /// Compares a token in constant time, after the wait that earlier misses have earned. The wait comes before the
    /// answer is known, so that giving up early tells nothing.
    pub(crate) async fn admits(&self, token: &str) -> bool {
        let late = self.missed.load(Ordering::Relaxed).saturating_sub(FREE_TRIES - 1);
        if late > 0 {
            tokio::time::sleep(FIRST_WAIT.saturating_mul(1 << (late - 1).min(8)).min(LONGEST_WAIT)).await;
        }
        let right = constant_time_eq(token.as_bytes(), self.token.as_bytes());
        if right {
            self.missed.store(0, Ordering::Relaxed);
        } else {
            self.missed.fetch_add(1, Ordering::Relaxed);
        }
        right
    }
}

/// The value of a header that must be there exactly once.
fn single(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}
