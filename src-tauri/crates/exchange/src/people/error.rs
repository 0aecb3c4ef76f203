//! Why a list could not be read at all.

use std::error::Error;

/// Why a list could not be read at all. What is wrong with one line of it is a [`super::Reason`].
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Nothing stands in it.
    #[error("there is nothing in this file")]
    Empty,
    /// A picture, a PDF, a web page, a text with binary in it: no table.
    #[error("this is no table that can be read")]
    Unsupported,
    /// It is locked by a password.
    #[error("the file is locked by a password")]
    Password,
    /// It ends too early, or its parts contradict each other.
    #[error("the file is damaged")]
    Damaged {
        /// What the reader of the format says; none where our own look found it.
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    /// There is no such sheet.
    #[error("there is no sheet {name:?}")]
    NoSheet {
        /// The name asked for.
        name: String,
    },
    /// The file is larger than this.
    #[error("the file is larger than {limit} bytes")]
    FileTooLarge {
        /// Bytes.
        limit: u64,
    },
    /// Unpacked it would be larger than this: a list of people never is.
    #[error("unpacked, the file is larger than {limit} bytes")]
    UnpackedTooLarge {
        /// Bytes.
        limit: u64,
    },
    /// More lines than this.
    #[error("the sheet has more than {limit} rows")]
    TooManyRows {
        /// Rows.
        limit: u64,
    },
    /// Something stands further right than this.
    #[error("the sheet has more than {limit} columns")]
    TooManyColumns {
        /// Columns.
        limit: u64,
    },
    /// More text in its cells than this.
    #[error("the sheet holds more than {limit} bytes of text")]
    TooMuchText {
        /// Bytes.
        limit: u64,
    },
}

impl ReadError {
    /// The code, for the catalogues.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "table_empty",
            Self::Unsupported => "table_unsupported",
            Self::Password => "table_password",
            Self::Damaged { .. } => "table_damaged",
            Self::NoSheet { .. } => "table_no_sheet",
            Self::FileTooLarge { .. } => "table_file_too_large",
            Self::UnpackedTooLarge { .. } => "table_unpacked_too_large",
            Self::TooManyRows { .. } => "table_too_many_rows",
            Self::TooManyColumns { .. } => "table_too_many_columns",
            Self::TooMuchText { .. } => "table_too_much_text",
        }
    }

    /// The limit that was passed, in what the code says: bytes, rows or columns.
    #[must_use]
    pub fn limit(&self) -> Option<u64> {
        match self {
            Self::FileTooLarge { limit }
            | Self::UnpackedTooLarge { limit }
            | Self::TooManyRows { limit }
            | Self::TooManyColumns { limit }
            | Self::TooMuchText { limit } => Some(*limit),
            _ => None,
        }
    }

    /// Damage that the reader of a format found.
    pub(crate) fn damaged(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Damaged { source: Some(source.into()) }
    }

    /// Damage that we found ourselves.
    pub(crate) const BROKEN: Self = Self::Damaged { source: None };
}
