//! Texts that a spreadsheet would run when it reads them from CSV, which cannot say that something is a text.
//!
//! A film is written by many hands, and whoever opens its table trusts it: what begins like a formula gets an apostrophe
//! in front, by which spreadsheets know a text (OWASP, CSV Injection; CWE-1236). Whoever reads such a file back takes one
//! apostrophe away where what follows would have got it: texts that bring apostrophes of their own get one more.

use std::borrow::Cow;

/// The beginnings of a formula, also as full-width letters, and the white space that some programs skip before them.
const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text, harmless.
///
/// Inside it, harm needs a reader that splits at semicolons, as Excel does where the comma is for decimals: it takes the
/// quotes for letters, and what follows a semicolon or a line end begins a cell. Only what calls something is defused there,
/// for lines of dialogue begin with a dash.
pub(crate) fn defused(text: &str) -> Cow<'_, str> {
    let first = begins(text);
    let inside = |piece: &str| begins(piece) && calls(piece);
    if !first && !text.split([';', '\n', '\r']).skip(1).any(inside) {
        return Cow::Borrowed(text);
    }
    let mut out = String::from(if first { "'" } else { "" });
    for (at, piece) in text.split_inclusive([';', '\n', '\r']).enumerate() {
        out.push_str(if at > 0 && inside(piece) { "'" } else { "" });
        out.push_str(piece);
    }
    Cow::Owned(out)
}

fn begins(text: &str) -> bool {
    let unseen = |letter: char| {
        let marks = ['\u{200b}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2060}'..='\u{206f}'];
        letter.is_whitespace()
            || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{feff}')
            || marks.iter().any(|marks| marks.contains(&letter))
    };
    let text = text.trim_start_matches('\'');
    text.starts_with(BEGINNINGS) || text.trim_start_matches(unseen).starts_with(BEGINNINGS)
}

/// A function (`NAME(`), another program (`cmd|…`) or another file (`'…'!A1`).
fn calls(text: &str) -> bool {
    let named = |at: usize| text[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    text.contains('|') || text.contains("'!") || text.match_indices('(').any(|(at, _)| named(at))
}
