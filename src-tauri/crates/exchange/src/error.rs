//! Why a table could not be written.

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// Whoever asked for it gave up.
    #[error("it was told to end")]
    Cancelled,
    /// More than a spreadsheet has room for, or a picture that is none.
    #[error("the spreadsheet cannot be written")]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV writer failed; in memory it has no reason to.
    #[error("the table cannot be written")]
    Csv(#[from] ::csv::Error),
}
