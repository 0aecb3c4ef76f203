//! The team keys this machine keeps: one for each register that was opened on it. They are outside workspaces, so that a lost stick holds
//! none, and only this account reads them.

use std::{collections::BTreeMap, path::Path};

use ql_store::TeamKey;

use crate::settings::{read_json, write_private_json};

const FILE: &str = "team-keys.json";

/// Keeps the key of a team, unless it is there. Not worth failing for: each unlocking gives it again.
pub(crate) fn keep(config: &Path, key: &TeamKey) {
    if of(config, key.register()).as_ref() == Some(key) {
        return;
    }
    let mut all = all(config);
    all.insert(key.register().to_owned(), key.kept());
    let _ = write_private_json(&config.join(FILE), &all);
}

/// The key of the team of a register.
fn of(config: &Path, register: &str) -> Option<TeamKey> {
    TeamKey::read(register, all(config).get(register)?)
}

/// By the public key of their register.
fn all(config: &Path) -> BTreeMap<String, String> {
    read_json(&config.join(FILE)).unwrap_or_default()
}
