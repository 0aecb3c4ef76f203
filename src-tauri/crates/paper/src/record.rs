//! A record: sections of labels and what stands for them, small tables and paragraphs. The copy of all that is kept of a person, the
//! register of processing, an attestation of presence.
//!
//! Nothing of it is cut: who asks for a copy of their data gets all of it, over as many pages as it takes.

use typst::foundations::{Dict, IntoValue, Value, dict};

use crate::{
    beside::Beside,
    compile::{Paper, PaperError},
    data,
    sheet::{Direction, Letterhead, PaperSize, Sheet},
    signed::{self, Signed},
};

/// A record to be set.
#[derive(Clone, Debug)]
pub struct RecordPaper {
    /// Whose paper it is.
    pub head: Letterhead,
    /// The paper; it stands upright.
    pub size: PaperSize,
    /// What it is: "Attestation de présence"; never empty, and ours.
    pub title: String,
    /// Of whom or of what, in large letters; may be empty.
    pub name: String,
    /// Paragraphs before the first section.
    pub intro: Vec<String>,
    /// Its sections.
    pub sections: Vec<RecordSection>,
    /// Who signs it, if somebody does.
    pub signing: Option<Signing>,
}

/// A part of a record: what it has of rows, then of a table, then of paragraphs.
#[derive(Clone, Debug, Default)]
pub struct RecordSection {
    /// Its title; without one, it goes on from what stands before.
    pub title: String,
    /// Labels and what stands for them; where that is empty, a line for the pen.
    pub rows: Vec<(String, String)>,
    /// A table.
    pub table: Option<RecordTable>,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
}

/// A small table.
#[derive(Clone, Debug, Default)]
pub struct RecordTable {
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// Its rows; one that is shorter than the heads is filled up, what a longer one has more is left out.
    pub rows: Vec<Vec<String>>,
}

/// Place, date and signature at the end. What is empty is a line for the pen.
#[derive(Clone, Debug, Default)]
pub struct Signing {
    /// Where.
    pub place: String,
    /// When, in words.
    pub date: String,
    /// Who signs, and as what.
    pub who: String,
    /// The signature, if it was drawn.
    pub signature: Option<Signed>,
}

/// Letters of a title that are printed; titles come from the catalogues.
const TITLE: usize = 48;
/// Least and greatest weight of a column, in letters: a column of figures is not squeezed, one of texts does not take all.
const WEIGHTS: (usize, usize) = (7, 36);

impl RecordPaper {
    /// Words that the template asks for; each is `paper-<key>` in the catalogues.
    pub const WORDS: &[&str] =
        &["page", "of", "record-place", "record-date", "record-signature", "signature-of"];

    /// Sets every page.
    ///
    /// # Errors
    /// Only for faults of the program.
    pub fn set(&self) -> Result<Paper, PaperError> {
        let mut beside = Beside::default();
        let mut data = data::plain(&self.head, &Sheet::new(self.size, Direction::Portrait));
        let record = dict! {
            "title" => self.title.chars().take(TITLE).collect::<String>(),
            "name" => self.name.as_str(),
            "intro" => texts(&self.intro),
            "sections" => data::list(self.sections.iter().map(section)),
            "signing" => self.signing.as_ref().map(|signing| self::signing(signing, &mut beside)),
        };
        data.insert("record".into(), record.into_value());
        Paper::set("record.typ", data, beside, self.head.made)
    }
}

fn texts(texts: &[String]) -> Value {
    data::list(texts.iter().map(String::as_str)).into_value()
}

fn section(section: &RecordSection) -> Dict {
    dict! {
        "title" => section.title.as_str(),
        "rows" => data::list(section.rows.iter().map(|(label, text)| data::list([label.as_str(), text.as_str()]))),
        "table" => section.table.as_ref().filter(|table| !table.heads.is_empty()).map(table),
        "paragraphs" => texts(&section.paragraphs),
    }
}

fn table(table: &RecordTable) -> Dict {
    let columns = table.heads.len();
    let cells = |row: &Vec<String>| {
        let cell = |at| row.get(at).map(String::as_str).unwrap_or_default();
        data::list((0..columns).map(cell))
    };
    dict! {
        "heads" => texts(&table.heads),
        "rows" => data::list(table.rows.iter().map(cells)),
        "parts" => data::list(parts(table)),
    }
}

/// What part of the width each column has, by the longest of what stands in it.
fn parts(table: &RecordTable) -> Vec<f64> {
    let longest = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let lengths = cells.chain(table.heads.get(at)).map(|text| text.chars().take(WEIGHTS.1).count());
        lengths.max().unwrap_or_default().clamp(WEIGHTS.0, WEIGHTS.1) as f64
    };
    let weights: Vec<f64> = (0..table.heads.len()).map(longest).collect();
    let all: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / all).collect()
}

fn signing(signing: &Signing, beside: &mut Beside) -> Dict {
    let signature = signing.signature.as_ref();
    dict! {
        "place" => signing.place.as_str(),
        "date" => signing.date.as_str(),
        "who" => signing.who.as_str(),
        "drawn" => signature.map(|signed| signed::drawn(signed, beside)),
        "time" => signature.map(|signed| signed.time.as_str()).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_width_by_what_they_hold() {
        let table = RecordTable {
            heads: vec!["N°".to_owned(), "Texte".to_owned()],
            rows: vec![vec!["1".to_owned(), "a".repeat(5_000)], vec![]],
        };
        let parts = parts(&table);
        assert!((parts.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{parts:?} is not the width");
        assert!(parts[0] > 0.15, "figures are squeezed: {parts:?}");
    }
}
