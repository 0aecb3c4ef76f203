//! The tables of the workspace file: one file each with its reads and writes. No SQL is anywhere else but in the migrations.

pub(crate) mod column;
pub(crate) mod device;
pub(crate) mod document;
pub(crate) mod inbox;
pub(crate) mod ink;
pub(crate) mod key;
pub(crate) mod media;
pub(crate) mod painted;
pub(crate) mod projection;
pub(crate) mod register;
pub(crate) mod rows;
pub(crate) mod sealed;
pub(crate) mod search;
pub(crate) mod season;
pub(crate) mod snapshot;
pub(crate) mod thumbnail;
pub(crate) mod tombstone;
pub(crate) mod totals;
pub(crate) mod undo;
pub(crate) mod update;
pub(crate) mod withdrawn;
