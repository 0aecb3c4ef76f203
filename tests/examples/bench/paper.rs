//! A storyboard of 300 panels × 40 strokes as PDF: the export in an app that runs, against Typst setting the same vectors alone in the same
//! program, and the whole command from its start; the page seen again after a stroke;
//! a spreadsheet of 1,000 shots with their pictures; the size of the package for Debian.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use ql_tests::{Cli, place};
use serde_json::Value;

use crate::film;
use crate::table::{Table, median};

const STROKES: u32 = 40;
const ROUNDS: usize = 5;
/// Turns of the ruler: two things are compared, and a laptop is not equally fast from one second to the next.
const TURNS: usize = 15;
const MEGABYTE: f64 = 1_048_576.0;

pub fn measure(table: &mut Table) {
    let cli = Cli::new();
    let film = film::make(&cli, "Très long", 300, STROKES);
    let pdf = cli.home().join("a.pdf");
    let made: Vec<Made> = (0..ROUNDS).map(|_| export(&cli, &film, "storyboard.pdf", &pdf)).collect();
    let took = median(&made.iter().map(|one| one.milliseconds).collect::<Vec<_>>());
    let rounds = TURNS.to_string();
    let output = Command::new(place::example("paper_ruler"))
        .args([cli.workspace().to_str().unwrap(), &film, &rounds])
        .output()
        .expect("`paper_ruler` was built by `cargo xtask bench`");
    let ruler: Value = serde_json::from_slice(&output.stdout).expect("the ruler prints JSON");
    let list =
        |name: &str| ruler[name].as_array().unwrap().iter().filter_map(Value::as_f64).collect::<Vec<_>>();
    let bare = median(&list("bare_ms"));
    let whole = median(&list("export_ms"));
    let ratio = whole / bare;
    let text = format!("{ratio:.2} × ({whole:.0} ms against {bare:.0} ms)");
    table.add("storyboard PDF, 300 × 40 / the same vectors alone", text, ratio, 1.5, "≤ 1.5 ×");
    // The start of a process is in it, of which the vectors alone have none.
    let ratio = took / bare;
    let text = format!("{ratio:.2} × ({took:.0} ms against {bare:.0} ms)");
    table.add("the whole command / the same vectors alone", text, ratio, 1.5, "≤ 1.5 ×");
    table.add("the same PDF, the whole command", format!("{took:.0} ms"), took, 1_500.0, "≤ 1.5 s");
    let size = fs::metadata(&pdf).unwrap().len() as f64 / MEGABYTE;
    table.add("its size", format!("{size:.1} MB"), size, 10.0, "≤ 10 MB");
    match made.iter().filter_map(|one| one.memory).reduce(f64::max) {
        Some(memory) => table.add("its memory", format!("{memory:.0} MB"), memory, 400.0, "≤ 400 MB"),
        None => table.say("its memory", "not measured on this system"),
    }
    with_words(table);
    for (of, times) in [("a storyboard", "board_ms"), ("a shot list", "list_ms")] {
        let preview = median(&list(times));
        let name = format!("a page of {of} seen again after a stroke");
        table.add(&name, format!("{preview:.0} ms"), preview, 150.0, "≤ 150 ms");
    }
    spreadsheet(table);
    package(table);
}

/// As people fill it: thirty-five words of action and fifteen of dialogue under every drawing, more than there is room for.
fn with_words(table: &mut Table) {
    let cli = Cli::new();
    let film = film::told(&cli, "Très bavard", 300, STROKES, 35, 15);
    let pdf = cli.home().join("a.pdf");
    let made: Vec<Made> = (0..3).map(|_| export(&cli, &film, "storyboard.pdf", &pdf)).collect();
    let took = median(&made.iter().map(|one| one.milliseconds).collect::<Vec<_>>());
    table.add("the same with 50 words a panel", format!("{took:.0} ms"), took, 1_500.0, "≤ 1.5 s");
    if let Some(memory) = made.iter().filter_map(|one| one.memory).reduce(f64::max) {
        table.add("its memory", format!("{memory:.0} MB"), memory, 400.0, "≤ 400 MB");
    }
}

fn spreadsheet(table: &mut Table) {
    let cli = Cli::new();
    // Two panels a shot.
    let film = film::make(&cli, "Mille plans", 2_000, STROKES);
    let xlsx = cli.home().join("a.xlsx");
    // Once each on a copy in which no picture was ever made.
    let first: Vec<f64> = (0..3)
        .map(|at| {
            let copy = cli.home().join(format!("copy {at}.qlibre"));
            fs::copy(cli.workspace(), &copy).unwrap();
            export(&Cli::new().with_workspace(copy), &film, "shot-list.xlsx", &xlsx).milliseconds
        })
        .collect();
    let first = median(&first);
    export(&cli, &film, "shot-list.xlsx", &xlsx);
    let again: Vec<f64> = (0..3).map(|_| export(&cli, &film, "shot-list.xlsx", &xlsx).milliseconds).collect();
    let took = median(&again);
    table.add("spreadsheet of 1,000 shots with pictures", format!("{took:.0} ms"), took, 1_000.0, "≤ 1 s");
    let text = format!("{first:.0} ms");
    table.add("the same before any picture was ever shown", text, first, 1_000.0, "≤ 1 s");
}

/// The package that `cargo xtask bundle` made, when it was made.
fn package(table: &mut Table) {
    let folder = Path::new(place::app().parent().unwrap()).join("bundle/deb");
    let packages = fs::read_dir(folder).into_iter().flatten().flatten();
    let size = packages
        .filter(|file| file.path().extension().is_some_and(|end| end == "deb"))
        .filter_map(|file| file.metadata().ok());
    match size.map(|about| about.len() as f64 / MEGABYTE).reduce(f64::max) {
        Some(size) => table.add("package for Debian", format!("{size:.1} MB"), size, 40.0, "≤ 40 MB"),
        None => table.say("package for Debian", "`cargo xtask bundle` has not made it"),
    }
}

struct Made {
    milliseconds: f64,
    /// Most memory it had at once, in MB, where Linux tells it.
    memory: Option<f64>,
}

/// From starting the program to its end.
fn export(cli: &Cli, film: &str, kind: &str, to: &Path) -> Made {
    let begun = Instant::now();
    let mut child = cli
        .command(&["--json", "export", film, "--as", kind, "--to", to.to_str().unwrap()])
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut memory = None;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success(), "{kind} was not made");
            return Made { milliseconds: begun.elapsed().as_secs_f64() * 1000.0, memory };
        }
        memory = peak(child.id()).or(memory);
        thread::sleep(Duration::from_millis(5));
    }
}

fn peak(pid: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}
