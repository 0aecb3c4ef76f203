//! The local server: the interface's own files over HTTP, and one WebSocket that carries everything else.
//!
//! It owns the routes, the headers, the token and the order in which one client's calls run. It refuses to know what
//! a call means or who may make it (`ql_api` decides), to listen anywhere but on this machine, to answer a page of
//! another origin, and to wait for a client that does not read.
//!
//! The socket, at `/socket`:
//! - text `{"hello":TOKEN}` first, answered `{"welcome":true}`, or `{"error":…}` and a close with [`close::TOKEN`];
//! - text `{"id":n,"call":NAME,"with":{…}}` is answered `{"id":n,"ok":…}` or `{"id":n,"error":{code,message,hint}}`;
//! - text `{"id":n,"bytes":PATH}` is answered by a binary frame, `n` as u32 little-endian then the bytes, or an error;
//! - a binary frame, `n` as u32 little-endian then a picture, is an upload, answered `{"id":n,"ok":…}` or an error;
//! - text `{"event":{…}}` is pushed whenever something changed, always before the answer of the call that changed it.
//!
//! `n` is an integer below 2³². A close with [`close::SLOW`] means that events were dropped: come back and reload.

mod connection;
mod door;
mod files;
mod frames;
mod lane;
mod outbox;
mod server;
mod target;

pub use files::{Asset, Files};
pub use frames::{LONGEST_TEXT, LONGEST_UPLOAD};
pub use lane::runs_beside;
pub use outbox::close;
pub use server::{Options, ServeError, Server, serve};
pub use target::{EventHandler, Listening, Target};
