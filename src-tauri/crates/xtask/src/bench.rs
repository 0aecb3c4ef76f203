//! `cargo xtask bench`: builds everything optimised, makes room on the machine and lets the bench of `tests/`
//! measure. The figures, their aims and what they are measured against are all in `tests/examples/bench`.

use crate::machine::{self, Need};
use crate::process::{cargo, must};
use crate::steps::{Done, Steps};
use crate::{page, place, run};

/// Measures the figures named in `words`, or all of them.
pub(crate) fn bench(words: &[String], steps: &mut Steps) -> Done {
    machine::prepare(&[Need::Build, Need::Window, Need::Browser], steps)?;
    page::packages(steps)?;
    page::build(steps)?;
    run::build_app(true, steps)?;
    steps.step("rulers", "build what the app is measured against", || {
        // In one call: packages that are built apart ask for other features, and Typst would be built twice.
        let mut build = cargo();
        build.args(["build", "--release"]);
        for package in ["quartier-libre", "ql-store", "ql-api", "ql-tests"] {
            build.args(["--package", package]);
        }
        for ruler in ["empty_window", "bare_insert", "paper_ruler", "bench"] {
            build.args(["--example", ruler]);
        }
        must(&mut build)
    })?;
    let outcome = steps.step("bench", "measure", || {
        let mut bench = cargo();
        bench
            .args(["run", "--quiet", "--release", "--package", "ql-tests", "--example", "bench", "--"])
            .args(words);
        bench.env("QL_BIN", place::app(true));
        must(&mut bench)
    });
    print!("{}", steps.table());
    outcome
}
