//! The server as its clients meet it: real sockets, and a core whose slowness and noise are chosen by each test; at
//! the end, the true one.
#![allow(clippy::unwrap_used)]

mod calls;
mod door;
mod fixture;
mod limits;
mod whole;
