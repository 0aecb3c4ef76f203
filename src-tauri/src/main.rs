//! The desktop shell: the window, the native dialogs and the command line. It owns how the program is started and
//! stopped, and refuses to know anything about films: every question goes to `ql_api`, the window's and the command
//! line's alike.
//!
//! Without a command it opens the window; with one it never touches the display.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod args;
mod command;
mod page;
mod place;
mod window;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Args;

/// glibc gives memory back at each export of a document and asks for it again at the next: 2.6 ms instead of 0.1.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    attach_console();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(refusal) => return command::wrong_usage(&refusal),
    };
    match args.command {
        Some(command) => command::run(&args.global, command),
        None => {
            soften_graphics();
            window::open(&args.global)
        }
    }
}

/// WebKitGTK shows a blank window on some graphics cards (WebKit bug 261874) unless this is set before GTK starts.
/// Whoever has set it, to anything, knows better.
#[cfg(target_os = "linux")]
fn soften_graphics() {
    const NAME: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(NAME).is_none() {
        // SAFETY: nothing has started another thread yet, so nobody reads the environment meanwhile.
        #[allow(unsafe_code, clippy::disallowed_methods)]
        unsafe {
            std::env::set_var(NAME, "1");
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn soften_graphics() {}

/// A Windows program with a window has no console of its own, and would write its answers nowhere: it takes that of
/// the terminal it was started from, if there is one. Output sent to a file or a pipe works without.
#[cfg(all(windows, not(debug_assertions)))]
fn attach_console() {
    const PARENT: u32 = u32::MAX;
    #[link(name = "kernel32")]
    #[allow(unsafe_code)]
    unsafe extern "system" {
        fn AttachConsole(process: u32) -> i32;
    }
    // SAFETY: a call without pointers; its failure means that there is no console, which is fine.
    #[allow(unsafe_code)]
    unsafe {
        AttachConsole(PARENT);
    }
}

#[cfg(not(all(windows, not(debug_assertions))))]
fn attach_console() {}
