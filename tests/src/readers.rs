//! Other people's programs, by which the files that the app writes are read back: openpyxl and Python's csv, LibreOffice,
//! poppler. What our own code reads back proves only that it agrees with itself.
//!
//! Every function panics with the words of the program when that fails or is not installed. `cargo xtask test` installs
//! them.

mod run;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use run::{office, printed, python};

const POPPLER: &str = "apt-get install poppler-utils";
const OFFICE: &str = "apt-get install --no-install-recommends libreoffice-calc";
const PYTHON: &str = "apt-get install python3-openpyxl python3-pil";

/// How LibreOffice reads and writes CSV: comma, double quote, UTF-8, from line 1, as in British English, quotes only where
/// needed, numbers and times recognised.
const OFFICE_CSV: &str = "Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true";

/// Rows of Python's csv module, which refuses broken quotes.
const ROWS: &str = "import csv, json, sys
with open(sys.argv[1], newline='', encoding='utf-8-sig') as file:
    json.dump(list(csv.reader(file, strict=True)), sys.stdout)";

/// The first sheet of a spreadsheet, read by openpyxl:
/// - `name`, `title`, `author`, `made` (ISO 8601), `frozen` (`"A2"`: row 1), `filter` (`"A1:C9"`), `repeated` (`"$1:$1"`),
///   `orientation`, `pages` (`[1, 0]`: one wide, any number high);
/// - `columns`: `letter`, `width` in characters, `hidden`; `heights` in points, null where the program decides;
/// - `rows`: lists of cells with `value` (times in seconds), `kind` (`text`, `number`, `time`, `formula`, `empty`, …),
///   `format`, `wrap`, `bold`, `vertical`;
/// - `images`: `from` and `to` as `[row, column]` from 0, `moves` (`twoCell`: it moves and grows with its cells), `format`,
///   `size` in pixels, `alt`.
pub fn sheet(path: &Path) -> Value {
    json(python().args(["-c", include_str!("readers/sheet.py")]).arg(path))
}

/// The rows of a CSV file, by Python's csv module. The byte order mark is not part of them.
pub fn csv_rows(path: &Path) -> Vec<Vec<String>> {
    let rows = json(python().args(["-c", ROWS]).arg(path));
    serde_json::from_value(rows).expect("csv gives lists of texts")
}

/// A spreadsheet or CSV as LibreOffice shows it, cell by cell, as CSV: times as `00:01:34`, formulas as their results.
pub fn office_csv(path: &Path) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let made = converted(path, folder.path(), "csv", &format!("csv:{OFFICE_CSV}"));
    std::fs::read_to_string(made).expect("what LibreOffice wrote can be read")
}

/// The words on the first page that LibreOffice prints of a spreadsheet.
pub fn office_print(path: &Path) -> Vec<Word> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    pdf_words(&converted(path, folder.path(), "pdf", "pdf"), 1)
}

fn converted(path: &Path, folder: &Path, end: &str, filter: &str) -> PathBuf {
    // A profile of its own: a LibreOffice that is open would take the file instead, and so would another journey's.
    let profile =
        url::Url::from_directory_path(folder.join("profile")).expect("a temporary folder is absolute");
    let mut command = office();
    command.arg(format!("-env:UserInstallation={profile}")).args(["--headless", "--norestore"]);
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv")) {
        command.arg(format!("--infilter={OFFICE_CSV}"));
    }
    command.args(["--convert-to", filter, "--outdir"]).arg(folder).arg(path);
    let said = printed(&mut command, OFFICE);
    let made = folder.join(path.file_stem().unwrap_or_default()).with_added_extension(end);
    // It succeeds also when it could not read the file.
    assert!(made.is_file(), "LibreOffice read nothing: {said}");
    made
}

/// The text of a page of a PDF, counted from 1, laid out as on paper.
pub fn pdf_text(path: &Path, page: u32) -> String {
    let page = page.to_string();
    printed(
        Command::new("pdftotext")
            .args(["-layout", "-enc", "UTF-8", "-f", &page, "-l", &page])
            .arg(path)
            .arg("-"),
        POPPLER,
    )
}

/// A word of a page, with its edges in points from the page's left and top.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// As it is copied.
    pub text: String,
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// The words of a page of a PDF, counted from 1, with their places.
pub fn pdf_words(path: &Path, page: u32) -> Vec<Word> {
    let page = page.to_string();
    let mut command = Command::new("pdftotext");
    command.args(["-bbox", "-enc", "UTF-8", "-f", &page, "-l", &page]).arg(path).arg("-");
    let word = |line: &str| {
        let edge =
            |name: &str| line.split_once(&format!("{name}=\""))?.1.split('"').next()?.parse::<f64>().ok();
        let text = line.split_once('>')?.1.split_once("</word>")?.0.to_owned();
        Some(Word {
            text,
            left: edge("xMin")?,
            right: edge("xMax")?,
            top: edge("yMin")?,
            bottom: edge("yMax")?,
        })
    };
    let text = printed(&mut command, POPPLER);
    text.lines().filter(|line| line.trim_start().starts_with("<word ")).filter_map(word).collect()
}

/// What pdfinfo says of a PDF: `Pages`, `Page size` (`841.89 x 595.276 pts (A4)`), `Tagged` (`yes`), `Title`, `PDF version`, …
pub fn pdf_info(path: &Path) -> BTreeMap<String, String> {
    let text = printed(Command::new("pdfinfo").args(["-enc", "UTF-8"]).arg(path), POPPLER);
    let fields = text.lines().filter_map(|line| line.split_once(':'));
    fields.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

/// A font of a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Font {
    /// Its name; six letters and `+` in front say that only some of its letters are there.
    pub name: String,
    /// Its kind: `TrueType`, `CID Type 0C (OT)`, …
    pub kind: String,
    /// Whether it travels in the file.
    pub embedded: bool,
    /// Whether text can be copied and read aloud from it.
    pub unicode: bool,
}

/// The fonts of a PDF.
pub fn pdf_fonts(path: &Path) -> Vec<Font> {
    printed(Command::new("pdffonts").arg(path), POPPLER).lines().skip(2).map(font).collect()
}

/// A line of pdffonts: name, kind (several words), encoding, three times yes or no, two numbers.
fn font(line: &str) -> Font {
    let words: Vec<&str> = line.split_whitespace().collect();
    let Some(([name, kind @ .., _encoding], [embedded, _subset, unicode, _, _])) =
        words.split_last_chunk::<5>().map(|(front, back)| (front, *back))
    else {
        panic!("pdffonts says something else than expected: {line}")
    };
    Font {
        name: (*name).to_owned(),
        kind: kind.join(" "),
        embedded: embedded == "yes",
        unicode: unicode == "yes",
    }
}

/// What a page is printed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// Every colour.
    Colours,
    /// Shades of grey.
    Greys,
    /// Black or nothing, with dots where it was grey, as a laser printer does. The PNG has eight bits all the same, 0 or 255.
    OneBit,
}

/// A page of a PDF, counted from 1, as a PNG beside it, at so many dots per inch.
pub fn pdf_page_png(path: &Path, page: u32, dpi: u32, print: Print) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let made = path.with_file_name(format!("{stem}-{page}-{dpi}-{print:?}"));
    let mut command = Command::new("pdftoppm");
    command.args(["-png", "-singlefile", "-r", &dpi.to_string()]);
    match print {
        Print::Colours => {}
        Print::Greys => drop(command.arg("-gray")),
        Print::OneBit => drop(command.arg("-mono")),
    }
    command.args(["-f", &page.to_string(), "-l", &page.to_string()]).arg(path).arg(&made);
    printed(&mut command, POPPLER);
    let made = made.with_added_extension("png");
    assert!(made.is_file(), "pdftoppm found no page {page} in {}", path.display());
    made
}

fn json(command: &mut Command) -> Value {
    let text = printed(command, PYTHON);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("not JSON ({error}): {text}"))
}

#[cfg(test)]
mod tests;
