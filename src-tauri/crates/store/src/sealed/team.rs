//! The second key behind the passphrase: the team's. It serves what leaves the laptop, so it stays on each device the register was opened
//! on. It is worked out from the register's secret, in that direction only: it opens nothing of the register, and every copy of a
//! register, whatever phrase or printed code opens it, gives the same one.

use base64::{Engine as _, prelude::BASE64_STANDARD};

use super::cipher::Key;
use crate::{error::StoreError, workspace::Workspace};

const PURPOSE: &str = "quartier-libre 2026-11 register gives the team's key";

/// The team's key, and the public key of the register it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamKey {
    register: String,
    pub(super) key: Key,
}

impl TeamKey {
    /// The public key of its register.
    #[must_use]
    pub fn register(&self) -> &str {
        &self.register
    }

    /// As a device keeps it.
    #[must_use]
    pub fn kept(&self) -> String {
        BASE64_STANDARD.encode(self.key.bytes())
    }

    /// Reads what [`TeamKey::kept`] gave; `None` for anything else.
    #[must_use]
    pub fn read(register: &str, kept: &str) -> Option<Self> {
        let key = Key::from_bytes(&BASE64_STANDARD.decode(kept).ok()?)?;
        Some(Self { register: register.to_owned(), key })
    }
}

impl Workspace {
    /// The team's key, for this device to keep.
    ///
    /// # Errors
    /// [`StoreError::Sealed`].
    pub fn team_key(&self) -> Result<TeamKey, StoreError> {
        let secret = &self.unlocked()?.secret;
        Ok(TeamKey { register: secret.recipient(), key: secret.key(PURPOSE) })
    }
}
