//! The table of figures, and the few statistics it needs.

use std::fmt;

/// Figures in the order in which they were measured.
#[derive(Default)]
pub struct Table(Vec<[String; 4]>);

impl Table {
    /// Adds a figure: what it is, what was measured, its aim, and by how much that is met or missed.
    /// `measured` and `aim` are in the same unit; `text` says the measured value with its unit and its parts.
    pub fn add(&mut self, what: &str, text: String, measured: f64, aim: f64, aim_text: &str) {
        let verdict = if measured <= aim {
            "met".to_owned()
        } else {
            format!("missed by {:.0} %", (measured / aim - 1.0) * 100.0)
        };
        self.0.push([what.to_owned(), text, aim_text.to_owned(), verdict]);
    }

    /// Adds a figure that has no aim, or that cannot be measured here.
    pub fn say(&mut self, what: &str, text: impl Into<String>) {
        self.0.push([what.to_owned(), text.into(), String::new(), String::new()]);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["figure", "measured", "aim", "verdict"].map(str::to_owned);
        let width =
            |at: usize| self.0.iter().chain([&head]).map(|row| row[at].chars().count()).max().unwrap_or(0);
        writeln!(out)?;
        for row in [&head].into_iter().chain(&self.0) {
            writeln!(
                out,
                "  {:<a$}  {:<b$}  {:<c$}  {}",
                row[0],
                row[1],
                row[2],
                row[3],
                a = width(0),
                b = width(1),
                c = width(2)
            )?;
        }
        Ok(())
    }
}

/// The value below which this part (0 to 1) of the values lies.
///
/// # Panics
/// When there is no value.
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    assert!(!sorted.is_empty(), "nothing was measured");
    let at = (part * (sorted.len() - 1) as f64).round() as usize;
    sorted[at]
}

/// The value in the middle.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}
