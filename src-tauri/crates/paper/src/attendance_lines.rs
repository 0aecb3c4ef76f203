//! What an attendance sheet says above its table, and about how wide its words are. All in millimetres.

use crate::{attendance::AttendancePaper, sheet::Sheet};

/// A label, a line of what stands under it, and the white under all.
const LABEL: f64 = 4.2;
const LINE: f64 = 4.6;
pub(crate) const UNDER_LINES: f64 = 2.0;
const LINES_MOST: usize = 8;
/// Most lines of one text.
const TEXT_MOST: usize = 5;
/// Widths of letters of 10 points: small ones, capitals and figures, those of other alphabets and signs.
const SMALL: f64 = 1.7;
const CAPITAL: f64 = 2.4;
const SIGN: f64 = 5.0;

/// What is said above the table.
pub(crate) struct Lines {
    pub rows: Vec<Vec<Line>>,
    pub heights: Vec<f64>,
}

/// A label and its text. Without a label it is the hours, which the template knows the word for.
pub(crate) struct Line {
    pub label: Option<String>,
    pub text: String,
    /// Lines that it has.
    pub high: usize,
    pub wide: f64,
    pub bold: bool,
}

impl Lines {
    pub(crate) fn height(&self) -> f64 {
        self.heights.iter().sum::<f64>() + if self.rows.is_empty() { 0.0 } else { UNDER_LINES }
    }
}

/// What a sheet says above its table, and `hours` where they are said once.
pub(crate) fn lines(paper: &AttendancePaper, sheet: &Sheet, hours: Option<&Vec<(String, String)>>) -> Lines {
    let across = across(sheet);
    let wide = (sheet.width - sheet.gutter() * (across as f64 - 1.0)) / across as f64;
    let line = |at: usize, label: Option<String>, text: String| {
        let high = if text.contains('\n') {
            text.lines().count().min(3)
        } else {
            let whole = (width(&text) / wide).ceil() as usize;
            // What would be cut all the same takes no more room than two lines.
            if whole > TEXT_MOST { 2 } else { whole.max(1) }
        };
        Line { label, text, high, wide, bold: at == 0 }
    };
    let mut all: Vec<Line> = paper
        .lines
        .iter()
        .take(LINES_MOST)
        .enumerate()
        .map(|(at, (label, text))| {
            // Its lines are ours to break.
            line(at, Some(label.clone()), text.replace(['\n', '\r'], " "))
        })
        .collect();
    if let Some(hours) = hours {
        let said: Vec<String> = hours.iter().map(|(half, hours)| format!("{half} {hours}")).collect();
        all.push(line(all.len().max(1), None, said.join("\n")));
    }
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in all {
        match rows.last_mut().filter(|row| row.len() < across) {
            Some(row) => row.push(line),
            None => rows.push(vec![line]),
        }
    }
    let height = |row: &Vec<Line>| LABEL + LINE * row.iter().map(|line| line.high).max().unwrap_or(1) as f64;
    let heights = rows.iter().map(height).collect();
    Lines { rows, heights }
}

/// How many labels stand side by side above the table.
pub(crate) fn across(sheet: &Sheet) -> usize {
    if sheet.is_lying() { 4 } else { 2 }
}

/// About how wide a text is, rather too wide.
pub(crate) fn width(text: &str) -> f64 {
    let letter = |letter: char| match letter {
        letter if letter > '\u{24f}' && letter != '’' => SIGN,
        letter if letter.is_uppercase() || letter.is_ascii_digit() => CAPITAL,
        _ => SMALL,
    };
    text.chars().map(letter).sum()
}
