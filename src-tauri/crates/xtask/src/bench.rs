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
        must(cargo().args([
            "build",
            "--release",
            "--package",
            "quartier-libre",
            "--example",
            "empty_window",
        ]))?;
        must(cargo().args(["build", "--release", "--package", "ql-store", "--example", "bare_insert"]))?;
        must(cargo().args(["build", "--release", "--package", "ql-api", "--example", "paper_ruler"]))?;
        must(cargo().args(["build", "--release", "--package", "ql-tests", "--example", "bench"]))
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
