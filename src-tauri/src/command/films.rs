//! The list of films as a small table.

use serde_json::Value;

use super::text;
use super::voice::{Failure, Voice};

/// Longest title shown, in characters; the whole title is in the JSON.
const TITLE: usize = 48;

/// Prints the reply of `films`.
pub fn print(voice: &Voice, reply: &Value) -> Result<(), Failure> {
    voice.reply(reply, || {
        let films = reply["films"].as_array().map(Vec::as_slice).unwrap_or_default();
        if films.is_empty() {
            return voice.text("cli-films-none", &[]);
        }
        let titles =
            ["cli-films-id", "cli-films-title", "cli-films-scenes", "cli-films-shots", "cli-films-panels"];
        let mut rows = vec![titles.map(|key| voice.text(key, &[]))];
        rows.extend(films.iter().map(row));
        table(&rows)
    })
}

fn row(film: &Value) -> [String; 5] {
    let count = |key: &str| film[key].to_string();
    [
        text(&film["id"]).to_owned(),
        shown(text(&film["title"])),
        count("scenes"),
        count("shots"),
        count("panels"),
    ]
}

/// Columns as wide as their widest cell; words to the left, numbers to the right.
fn table(rows: &[[String; 5]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let lines = rows.iter().map(|row| {
        let cell = |column: usize| {
            let padding = " ".repeat(width(column) - row[column].chars().count());
            if column < 2 { row[column].clone() + &padding } else { padding + &row[column] }
        };
        (0..row.len()).map(cell).collect::<Vec<_>>().join("  ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A title that can do nothing to the terminal: no escape sequence, no turning of what follows it, no endless line.
fn shown(title: &str) -> String {
    let turns = |c: char| matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let calm = title.chars().map(|c| if c.is_control() || turns(c) { '\u{fffd}' } else { c });
    if title.chars().count() <= TITLE {
        return calm.collect();
    }
    calm.take(TITLE - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_hostile_title_cannot_write_to_the_terminal() {
        let title = shown("\u{1b}[2Ja\u{202e}b\nc");
        assert_eq!(title, "\u{fffd}[2Ja\u{fffd}b\u{fffd}c");
        assert_eq!(shown(&"x".repeat(10_000)).chars().count(), TITLE);
    }

    #[test]
    fn numbers_stand_under_each_other() {
        let head = ["id", "titre", "scènes", "plans", "vignettes"].map(str::to_owned);
        let film = row(&json!({ "id": "1", "title": "Été", "scenes": 12, "shots": 3, "panels": 140 }));
        let table = table(&[head, film]);
        assert_eq!(table, "id  titre  scènes  plans  vignettes\n1   Été        12      3        140");
    }
}
