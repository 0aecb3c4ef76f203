//! `cargo xtask`: the two commands of the README (`run`, `test`), what people install (`bundle`) and the two
//! slow ones (`bench`, `simulate`).
//!
//! It owns what has to be true of a machine before the project builds, and the order in which things are
//! built and tested. It knows nothing of films, and it changes no file of the project: it only fills
//! `target`, `ui/node_modules` and `ui/dist`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the terminal speaks on the terminal"
)]

mod bench;
mod bundle;
mod glibc;
mod machine;
mod notices;
mod page;
mod place;
mod process;
mod run;
mod steps;
mod suites;
mod tally;
mod test;

use std::process::ExitCode;

use steps::{Steps, Stop};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  run [--release] [-- ARGS]   build the app and start it; ARGS go to the app.
                              Without a display it serves the same pages on 127.0.0.1 and prints the address.
  test [SUITE…]               every suite, or those named; `cargo xtask test --list` shows them
  bundle [--debug]            packages for this system: .deb and .rpm, a Windows installer or a macOS disk image
  bench [FIGURE…]             measure the figures on a release build and print them beside their aims
  simulate                    the randomised tests, at length (about an hour)
";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let mut steps = Steps::new();
    let outcome = match command.as_str() {
        "run" => run::run(&rest, &mut steps),
        "test" => test::test(&rest, &mut steps),
        "bundle" => bundle::bundle(&rest, &mut steps),
        "bench" => bench::bench(&rest, &mut steps),
        "simulate" => test::simulate(&rest, &mut steps),
        "" | "help" | "--help" | "-h" => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => Err(Stop::usage(format!("there is no command `{other}`"), USAGE)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            let text = stop.to_string();
            if !text.is_empty() {
                eprintln!("\n{text}");
            }
            ExitCode::from(stop.exit)
        }
    }
}
