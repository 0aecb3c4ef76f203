//! A table as people see it: headings, and cells of a few kinds.

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; never a formula, whatever it begins with.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A length on screen, in milliseconds.
    Duration(u64),
    /// A working time, in minutes.
    Minutes(u32),
    /// A picture.
    Picture {
        /// PNG.
        png: Vec<u8>,
        /// What it shows, for those who do not see it; none says that it adds nothing to the words beside it.
        alt: String,
    },
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name, in the first row.
    pub heading: String,
    /// Its width, in characters: 1 to 255, as a spreadsheet counts them.
    pub width: f64,
    /// There, but not shown. CSV knows no such thing and shows it.
    pub hidden: bool,
    /// Whether long texts go on below.
    pub wrap: bool,
    /// It is there for pictures; CSV leaves it out.
    pub pictures: bool,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is about.
    pub title: String,
    /// Name of its sheet; what a spreadsheet refuses in it is left out.
    pub sheet: String,
    /// Who made it.
    pub author: String,
    /// Which state of it this is, in seconds since 1970: the date that the file bears.
    pub made_at: i64,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many of the first ones say which line it is: on paper they stand on every page.
    pub naming: usize,
    /// Its lines, a cell for each column: those that are missing are empty, those beyond are left out.
    pub rows: Vec<Vec<Cell>>,
}
