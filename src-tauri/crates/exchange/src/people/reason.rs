//! Why a line was refused, and what to know of those that were read.

use serde::Serialize;
use ts_rs::TS;

use super::forbidden::Forbidden;

/// Why a line was refused. Nothing of it was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportReason")]
pub enum Reason {
    /// Neither a given nor a family name.
    NoName,
    /// No day of the calendar.
    BadDate,
    /// A day of birth after today.
    DateInFuture,
    /// Born more than 120 years ago.
    TooOld,
    /// No age between 0 and 120.
    BadAge,
    /// A word that is none of those its field knows.
    UnknownValue,
    /// Longer than its field takes.
    TextTooLong,
    /// A formula that failed or was never calculated.
    FormulaError,
    /// A social-security number in a field that is kept.
    SocialSecurityNumber,
    /// A title within the list, the headings once more, or a total: nobody.
    Heading,
    /// A quotation mark opens and does not close: where the cells of the line end is not known.
    OpenQuote,
    /// More cells than there are headings: a separator stands within one, and the others have slipped.
    MoreCells,
    /// A letter that was lost: the file was cut, or two programs wrote it.
    LostLetter,
    /// No name: figures or signs stand in it, or a sentence.
    NotAName,
    /// Several people in one cell of names.
    SeveralPeople,
    /// A mark for "the same as above": what is meant must be written.
    Ditto,
    /// Above the headings, and filled as a line of people is.
    AboveHeadings,
    /// Under headings that came within the list, and say other things than the first ones.
    OtherHeadings,
    /// A number that a spreadsheet took for a large one, and rounded.
    RoundedNumber,
    /// The same as another line, in all that is read; its number is the value.
    SameRow,
}

impl Reason {
    /// The code, for the catalogues.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoName => "no_name",
            Self::BadDate => "bad_date",
            Self::DateInFuture => "date_in_future",
            Self::TooOld => "too_old",
            Self::BadAge => "bad_age",
            Self::UnknownValue => "unknown_value",
            Self::TextTooLong => "text_too_long",
            Self::FormulaError => "formula_error",
            Self::SocialSecurityNumber => "social_security_number",
            Self::Heading => "heading",
            Self::OpenQuote => "open_quote",
            Self::MoreCells => "more_cells",
            Self::LostLetter => "lost_letter",
            Self::NotAName => "not_a_name",
            Self::SeveralPeople => "several_people",
            Self::Ditto => "ditto",
            Self::AboveHeadings => "above_headings",
            Self::OtherHeadings => "other_headings",
            Self::RoundedNumber => "rounded_number",
            Self::SameRow => "same_row",
        }
    }
}

/// A line that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefusedRow {
    /// Its number, as a spreadsheet shows it.
    pub row: usize,
    /// Why.
    pub reason: Reason,
    /// The heading of the column, where it is one cell's fault.
    pub column: Option<String>,
    /// What stands there, at most 80 characters; nothing of a social-security number.
    pub value: String,
}

/// What to know of a list that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(rename = "ImportWarning")]
pub enum Warning {
    /// Two lines seem to be one person: the same names, and births that do not contradict. Both were read.
    SamePerson {
        /// The later line.
        row: usize,
        /// The earlier one.
        first: usize,
    },
    /// A column that must not be read, and was not, though it was asked for.
    ForbiddenColumn {
        /// Its heading.
        column: String,
        /// What it holds.
        kind: Forbidden,
        /// The word that says so.
        word: String,
    },
    /// Some days of this column have the day first, some the month: look at them.
    MixedDates {
        /// Its heading.
        column: String,
        /// The first line whose day stands first for certain.
        day_first: usize,
        /// The first whose month does.
        month_first: usize,
    },
    /// A heading of names stands there twice: a second list stands beside the first, and is not read.
    RepeatedHeading {
        /// The heading.
        column: String,
    },
    /// A spreadsheet may have exchanged day and month in some days of this column.
    SwappedDates {
        /// Its heading.
        column: String,
    },
    /// In some days of this column the month stands first for certain: so were those read that could be read both ways.
    MonthFirst {
        /// Its heading.
        column: String,
        /// The first line that says so.
        row: usize,
    },
    /// The days of this column could be read both ways; the French way was taken.
    AssumedDayFirst {
        /// Its heading.
        column: String,
    },
    /// These columns are not read, and something stands in them.
    Unread {
        /// Their headings.
        columns: Vec<String>,
    },
    /// Both names stand in one column: how they were told apart, of the first who is read.
    SplitNames {
        /// Its heading.
        column: String,
        /// Taken for the given name.
        given: String,
        /// Taken for the family name.
        family: String,
    },
    /// This line speaks of a judge: nobody of it has a right.
    Judged {
        /// The line.
        row: usize,
    },
    /// What stands where a parent should may be somebody else: they are read, and have not the authority of a parent.
    NoParents {
        /// What stands there, as it was written; the first few.
        told: Vec<String>,
        /// How many others.
        more: usize,
    },
    /// This column speaks of the authority of parents: where it says anything but yes, nobody of the line gets it.
    Authority {
        /// Its heading.
        column: String,
    },
}

impl Warning {
    /// The code, for the catalogues.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::SamePerson { .. } => "same_person",
            Self::ForbiddenColumn { .. } => "forbidden_column",
            Self::MixedDates { .. } => "mixed_dates",
            Self::RepeatedHeading { .. } => "repeated_heading",
            Self::SwappedDates { .. } => "swapped_dates",
            Self::MonthFirst { .. } => "month_first",
            Self::AssumedDayFirst { .. } => "assumed_day_first",
            Self::Unread { .. } => "unread",
            Self::SplitNames { .. } => "split_names",
            Self::Judged { .. } => "judged",
            Self::NoParents { .. } => "no_parents",
            Self::Authority { .. } => "authority",
        }
    }
}
