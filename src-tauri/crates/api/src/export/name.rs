//! The name a file is offered under.

use super::choice::Kind;
use crate::texts::Texts;

/// Longest title in a name, in bytes: disks take 255 for the whole.
const LONGEST: usize = 120;

/// "Le Terrain vague, storyboard.pdf": without what some disk or sync refuses in a name.
pub(crate) fn file_name(texts: &Texts, title: &str, kind: Kind) -> String {
    let key = match kind {
        Kind::Storyboard => "export-name-storyboard",
        Kind::ShotList | Kind::ShotListSheet | Kind::ShotListCsv => "export-name-shot-list",
    };
    let plain = plain(title);
    let title = if plain.is_empty() { plain_untitled(texts) } else { plain };
    format!("{}.{}", texts.text(key, &[("title", &title)]), kind.ending())
}

/// A name of our own words and of a person's: without what some disk refuses.
pub(crate) fn clean_name(name: &str) -> String {
    plain(name)
}

fn plain_untitled(texts: &Texts) -> String {
    texts.text("paper-untitled", &[])
}

fn plain(title: &str) -> String {
    let kept = title.chars().map(|letter| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '#' | '%' => ' ',
        // Marks that turn what follows could hide the ending.
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ' ',
        other if other.is_control() => ' ',
        other => other,
    });
    let mut name = kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.truncate(end);
    name.trim_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Language;

    #[test]
    fn every_title_makes_a_name_that_every_disk_takes() {
        let texts = Texts::new(Language::Fr);
        let name = |title: &str| file_name(&texts, title, Kind::Storyboard);
        assert_eq!(name("Le Terrain vague"), "Le Terrain vague, storyboard.pdf");
        assert_eq!(name("../../etc/passwd"), "etc passwd, storyboard.pdf");
        assert_eq!(name("A/B : « ça ? »\u{202e}fdp"), "A B « ça » fdp, storyboard.pdf");
        assert_eq!(name(" . "), "Film sans titre, storyboard.pdf");
        assert!(name(&"🎬".repeat(10_000)).len() < 255);
    }
}
