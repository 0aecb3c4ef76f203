//! The server as its clients meet it: real sockets, and a core whose slowness and noise are chosen by each test.
#![allow(clippy::unwrap_used)]

mod calls;
mod door;
mod fixture;
mod limits;
