//! Why a table could not be written.

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// Whoever asked for it gave up.
    #[error("it was told to end")]
    Cancelled,
    /// A picture is no PNG, or one that ends too early.
    #[error("the picture in line {line} is no PNG")]
    Picture {
        /// The line, counted from 1 as the table has them: the headings are not counted.
        line: usize,
    },
    /// More than a spreadsheet has room for: 1,048,575 lines below the headings, 16,384 columns.
    #[error("the spreadsheet cannot be written")]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV writer failed; in memory it has no reason to.
    #[error("the table cannot be written")]
    Csv(#[from] ::csv::Error),
}
