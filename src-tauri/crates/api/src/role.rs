//! Who calls. Each command names the lowest role that may call it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Roles, from the least to the most trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A phone, in the film the trainer opened.
    Guest,
    /// Participants at the laptop: films, without people.
    Desk,
    /// A trainer, unlocked.
    Trainer,
}
