//! `cargo xtask test` and `cargo xtask simulate`: prepares the machine once, runs the chosen suites to the
//! end whatever fails, then prints their times, every failure and one closing line, `N passed, N failed`.

use std::time::{Duration, Instant};

use crate::machine::{self, Need};
use crate::process::{cargo, must, on_path, watch};
use crate::steps::{Done, Steps, Stop};
use crate::suites::{SUITES, Suite, journeys};
use crate::tally::Tally;
use crate::{page, place, run};

/// Runs the suites named in `words`, or all of them.
pub(crate) fn test(words: &[String], steps: &mut Steps) -> Done {
    if words.iter().any(|word| word == "--list") {
        for suite in SUITES {
            println!("{:<10} {}", suite.name, suite.what);
        }
        return Ok(());
    }
    let known: Vec<&str> = SUITES.iter().map(|suite| suite.name).collect();
    if let Some(word) = words.iter().find(|word| !known.contains(&word.as_str())) {
        return Err(Stop::usage(
            format!("there is no suite `{word}`"),
            format!("The suites are: {}", known.join(" ")),
        ));
    }
    let (chosen, skipped): (Vec<&Suite>, Vec<&Suite>) = SUITES
        .iter()
        .filter(|suite| words.is_empty() || words.iter().any(|word| word == suite.name))
        .partition(|suite| (suite.refused)().is_none());
    if let Err(stop) = prepare(&chosen, steps) {
        print!("{}", steps.table());
        return Err(stop);
    }
    let results: Vec<(&str, Tally)> =
        chosen.iter().map(|suite| (suite.name, run_suite(suite, steps))).collect();
    for suite in skipped {
        steps.note(suite.name, Duration::ZERO, format!("skipped: {}", (suite.refused)().unwrap_or_default()));
    }
    close(&results, steps)
}

/// The randomised tests with far more seeds, and a thousand kill -9.
pub(crate) fn simulate(words: &[String], steps: &mut Steps) -> Done {
    if let Some(word) = words.first() {
        return Err(Stop::usage(format!("`simulate` takes no word, and got `{word}`"), ""));
    }
    machine::prepare(&[Need::Build], steps)?;
    page::packages(steps)?;
    page::build(steps)?;
    run::build_app(false, steps)?;
    let crates = || {
        let mut line = cargo();
        line.args([
            "test",
            "--package",
            "ql-model",
            "--package",
            "ql-store",
            "--package",
            "ql-api",
            "--no-fail-fast",
        ]);
        line.env("QL_SIMULATE", "1").env("PROPTEST_CASES", "20000");
        vec![line]
    };
    let kill = || {
        let mut line = journeys();
        line.args(["--test", "kill", "--", "--nocapture"]).env("QL_SIMULATE", "1");
        vec![line]
    };
    let base = &SUITES[SUITES.len() - 1];
    let long = [
        Suite { name: "seeds", what: "properties of the crates, many seeds", commands: crates, ..*base },
        Suite { name: "kill", what: "a thousand kill -9 in a burst of edits", commands: kill, ..*base },
    ];
    let results: Vec<(&str, Tally)> =
        long.iter().map(|suite| (suite.name, run_suite(suite, steps))).collect();
    close(&results, steps)
}

/// Everything the chosen suites need, once, so that their own times are theirs alone.
fn prepare(chosen: &[&Suite], steps: &mut Steps) -> Done {
    let mut needs: Vec<Need> = Vec::new();
    for need in chosen.iter().flat_map(|suite| suite.needs) {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    machine::prepare(&needs, steps)?;
    if chosen.iter().any(|suite| ["format", "clippy"].contains(&suite.name)) {
        machine::rust_components()?;
    }
    if chosen.iter().any(|suite| suite.packages) {
        page::packages(steps)?;
    }
    if chosen.iter().any(|suite| suite.page) {
        page::build(steps)?;
    }
    if chosen.iter().any(|suite| suite.name == "licences") {
        cargo_deny(steps)?;
    }
    if chosen.iter().any(|suite| suite.app) {
        run::build_app(false, steps)?;
    }
    Ok(())
}

/// cargo-deny takes about two minutes to build on two cores, once for each target folder.
fn cargo_deny(steps: &mut Steps) -> Done {
    if on_path("cargo-deny")
        || place::tools().join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX)).exists()
    {
        return Ok(());
    }
    steps.step("cargo-deny", "build the licence checker, once", || {
        let mut install = cargo();
        install
            .args(["install", "cargo-deny@0.20.2", "--locked", "--no-default-features", "--quiet", "--root"])
            .arg(place::tools());
        // A target folder of its own: its builds would push ours out of date.
        install.env("CARGO_TARGET_DIR", place::tools().join("target"));
        must(&mut install)?;
        // Only the program is kept; what remains of its build would be 400 MB for nothing.
        let _ = std::fs::remove_dir_all(place::tools().join("target"));
        Ok(())
    })
}

fn run_suite(suite: &Suite, steps: &mut Steps) -> Tally {
    println!("\n── {}: {}", suite.name, suite.what);
    let begun = Instant::now();
    let mut tally = Tally::default();
    let mut succeeded = true;
    for mut command in (suite.commands)() {
        match watch(&mut command, |line| tally.read(line)) {
            Ok(true) => {}
            Ok(false) => succeeded = false,
            Err(stop) => {
                println!("{stop}");
                succeeded = false;
            }
        }
    }
    let tally = tally.close(succeeded, suite.counts);
    let verdict = if tally.failed == 0 { "passed" } else { "FAILED" };
    let note = if suite.counts {
        format!("{verdict}: {} passed, {} failed", tally.passed, tally.failed)
    } else {
        verdict.to_owned()
    };
    steps.note(suite.name, begun.elapsed(), note);
    tally
}

fn close(results: &[(&str, Tally)], steps: &Steps) -> Done {
    let mut sum = Tally::default();
    results.iter().for_each(|(_, tally)| sum.add(tally));
    print!("{}", steps.table());
    for (suite, tally) in results.iter().filter(|(_, tally)| tally.failed > 0) {
        println!("\n  failed in {suite}: look above, or run `cargo xtask test {suite}`");
        tally.failures.iter().for_each(|name| println!("    {name}"));
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 { Ok(()) } else { Err(Stop::quiet()) }
}
