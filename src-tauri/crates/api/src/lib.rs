//! The one list of what Quartier Libre can do, and who may call it.
//!
//! `api` owns the commands, the roles, the settings of the machine and the words of errors. From its list come the window's `rpc`, the
//! room's socket, the command line's `call`, and the TypeScript in `ui/src/host/gen`. It knows no window, no HTTP and no SQL; only here is
//! decided who may call what. Replies are rows and small views; what changed is told to every listener after it is durable.

mod app;
mod board_view;
mod bytes;
mod chosen;
mod commands;
mod demo;
pub mod documentation;
mod error;
mod event;
mod export;
mod home;
mod mode;
mod passphrase;
mod people_view;
mod register_paper;
mod role;
mod settings;
mod sheet_view;
mod team_keys;
pub mod texts;
pub mod typescript;
mod waits;
mod watch;

pub use app::{Access, App, Start};
pub use bytes::Bytes;
pub use commands::{COMMANDS, CommandInfo};
pub use error::{ApiError, ErrorCode};
pub use event::{Event, Listener};
pub use home::{Dialogs, Home, Purpose};
pub use mode::Register;
pub use role::Role;
pub use settings::{Language, Settings};
