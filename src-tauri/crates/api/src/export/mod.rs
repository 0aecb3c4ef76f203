//! What leaves the workspace as files for people: papers and tables. It gathers rows, words and drawings, hands them to the crates that set
//! pages and write tables, and writes the result whole or not at all.
//!
//! It knows no page, no format and no role.

pub(crate) mod choice;
mod drawings;
mod gather;
mod hands;
pub(crate) mod job;
mod name;
mod page;
mod shot_list;
mod storyboard;
mod table;
mod target;
pub(crate) mod words;

pub(crate) use drawings::Sketches;
pub(crate) use name::{clean_name, file_name};
pub(crate) use page::{Preview, Previewed, page_picture};
pub(crate) use target::{Target, printed_folder, sweep_printed};

use serde::Serialize;
use ts_rs::TS;

use self::{
    choice::{Choice, Kind},
    gather::Gathered,
    job::Job,
};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
};

/// Letters that are named: a page of Chinese has hundreds, a few say which script it is.
const MOST_LETTERS: usize = 24;

/// Of what the reader of a file is warned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WarningCode {
    /// Letters that none of our fonts has: they print as the sign for one that could not be shown.
    LettersMissing,
    /// Texts longer than a cell can hold.
    TextsShortened,
}

/// What a reader of the file should know, though it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Warning {
    pub code: WarningCode,
    /// The letters, or how many texts.
    pub detail: String,
}

/// A file's bytes, and what to say of them.
pub(crate) struct Made {
    pub bytes: Vec<u8>,
    /// Pages, of a paper.
    pub pages: Option<usize>,
    pub warnings: Vec<Warning>,
}

/// Makes the file that was chosen, in memory.
pub(crate) fn make(app: &Inner, choice: &Choice, job: &Job<'_>) -> Result<Made, Failure> {
    let gathered = Gathered::of(app, choice)?;
    match choice.kind {
        Kind::Storyboard => {
            let (storyboard, warnings) = storyboard::whole(app, &gathered, job)?;
            paper(job, warnings, storyboard, ql_paper::Storyboard::set)
        }
        Kind::ShotList => {
            let (list, warnings) = shot_list::whole(app, &gathered, job)?;
            paper(job, warnings, list, ql_paper::ShotList::set)
        }
        Kind::ShotListSheet => table::sheet(app, &gathered, job),
        Kind::ShotListCsv => table::csv(&gathered),
    }
}

/// Sets pages on a thread of their own: Typst cannot be stopped, but who waits for it can go.
fn paper<T: Send + 'static>(
    job: &Job<'_>,
    warnings: Vec<Warning>,
    of: T,
    set: fn(&T) -> Result<ql_paper::Paper, ql_paper::PaperError>,
) -> Result<Made, Failure> {
    let (pages, bytes) = job.aside(move || {
        let paper = set(&of)?;
        let made = (paper.pages(), paper.pdf()?);
        Ok::<_, ql_paper::PaperError>((made, (paper, of)))
    })?;
    Ok(Made { bytes, pages: Some(pages), warnings })
}

impl From<ql_paper::PaperError> for Failure {
    fn from(error: ql_paper::PaperError) -> Self {
        let code = match error {
            ql_paper::PaperError::NoPage(_) => ErrorCode::NotFound,
            _ => ErrorCode::Internal,
        };
        Self::new(code, error)
    }
}

/// The letters of these texts that no font of ours has.
fn missing<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Warning> {
    let letters = ql_paper::missing(texts);
    (!letters.is_empty()).then(|| Warning { code: WarningCode::LettersMissing, detail: named(&letters) })
}

/// As many letters as say which script it is, and how many there are beside.
fn named(letters: &[char]) -> String {
    let (first, more) = letters.split_at(letters.len().min(MOST_LETTERS));
    let mut named: Vec<String> = first.iter().map(char::to_string).collect();
    if !more.is_empty() {
        named.push(format!("… + {}", more.len()));
    }
    named.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_those_that_are_named_are_counted() {
        assert_eq!(named(&['影', '電']), "影 電");
        assert!(named(&['影'; MOST_LETTERS + 7]).ends_with(" 影 … + 7"));
    }
}
