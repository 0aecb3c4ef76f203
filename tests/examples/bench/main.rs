//! `cargo xtask bench`: the figures the app is held to, measured in one run on a release build and printed
//! beside their aims as they are. Where a figure is a ratio, both sides are measured here, alternately, on the
//! same machine and disk. It judges nothing: a missed aim is a line of the table, not an error.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot be made stops where it stands"
)]

mod commit;
mod film;
mod frame;
mod grid;
mod paper;
mod register;
mod start;
mod table;
mod weight;

use table::Table;

/// A figure: its name, and what measures it.
type Figure = (&'static str, fn(&mut Table));

fn main() {
    let figures: [Figure; 7] = [
        ("weight", weight::measure),
        ("commit", commit::measure),
        ("start", start::measure),
        ("frame", frame::measure),
        ("grid", grid::measure),
        ("paper", paper::measure),
        ("register", register::measure),
    ];
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut table = Table::default();
    for (name, measure) in figures {
        if words.is_empty() || words.iter().any(|word| word == name) {
            println!("measuring: {name}");
            measure(&mut table);
        }
    }
    println!("{table}");
}
