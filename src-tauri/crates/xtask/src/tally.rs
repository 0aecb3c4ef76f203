//! How many tests passed and failed, read from what the test programs print. A program that prints no count
//! is one test; one that fails without naming a failed test is one failure.

/// A count of tests, with the names of those that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) failures: Vec<String>,
}

impl Tally {
    /// Reads one line of output: cargo's `test result:` and `test NAME ... FAILED`, Vitest's `Tests` and `FAIL`.
    pub(crate) fn read(&mut self, line: &str) {
        let line = plain(line);
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result:") {
            self.passed += before(counts, "passed");
            self.failed += before(counts, "failed");
        } else if let Some(counts) = line.strip_prefix("Tests ") {
            self.passed += before(counts, "passed");
            self.failed += before(counts, "failed");
        } else if let Some(name) = line.strip_prefix("test ").and_then(|text| text.strip_suffix("... FAILED"))
        {
            self.failures.push(name.trim().to_owned());
        } else if let Some(name) = line.strip_prefix("FAIL ") {
            // Vitest prints a failed test twice: in its list and above its message.
            let name = name.trim().to_owned();
            if !self.failures.contains(&name) {
                self.failures.push(name);
            }
        }
    }

    /// Closes the count with the program's own verdict; `counts` says whether it prints counts at all.
    pub(crate) fn close(mut self, succeeded: bool, counts: bool) -> Self {
        if succeeded && counts && self.passed + self.failed == 0 {
            self.failed = 1;
            self.failures.push("no test ran".to_owned());
        } else if succeeded && !counts {
            self.passed = 1;
        } else if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number that stands before `word`, or 0.
fn before(text: &str, word: &str) -> u32 {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words
        .iter()
        .position(|candidate| *candidate == word)
        .and_then(|at| at.checked_sub(1))
        .and_then(|at| words[at].parse().ok())
        .unwrap_or(0)
}

/// The line without the terminal's colour codes.
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(|letter| letter.is_ascii_alphabetic());
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn cargo_binaries_add_up() {
        let tally = read(&[
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s",
            "test order::moves ... FAILED",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.20s",
        ]);
        assert_eq!((tally.passed, tally.failed), (15, 1));
        assert_eq!(tally.failures, ["order::moves"]);
    }

    #[test]
    fn vitest_counts_through_its_colours() {
        let tally = read(&[
            " Test Files  1 failed | 2 passed (3)",
            "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m2 failed\u{1b}[39m\u{1b}[22m | 10 passed (12)",
        ]);
        assert_eq!((tally.passed, tally.failed), (10, 2));
    }

    #[test]
    fn a_verdict_is_never_lost() {
        assert_eq!(Tally::default().close(true, false).passed, 1);
        assert_eq!(
            Tally::default().close(false, true).failed,
            1,
            "a program that does not build is a failure"
        );
        assert_eq!(
            Tally::default().close(true, true).failed,
            1,
            "a suite in which nothing ran has proved nothing"
        );
    }
}
