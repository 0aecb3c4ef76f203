//! Scene headings as scripts write them: `INT. HALL (boîtes aux lettres) – JOUR`. Reads them into fields; never writes a label.

use crate::vocabulary::{IntExt, TimeOfDay};

/// The parts of a written heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The set.
    pub set: String,
    /// Part of the set, from the parentheses.
    pub subset: String,
    /// Inside or outside.
    pub int_ext: Option<IntExt>,
    /// Time of day.
    pub time_of_day: Option<TimeOfDay>,
}

const PREFIXES: &[(&str, IntExt)] = &[
    ("INT./EXT.", IntExt::IntExt),
    ("INT.-EXT.", IntExt::IntExt),
    ("EXT./INT.", IntExt::IntExt),
    ("INT/EXT", IntExt::IntExt),
    ("EXT/INT", IntExt::IntExt),
    ("I/E", IntExt::IntExt),
    ("INT.", IntExt::Int),
    ("EXT.", IntExt::Ext),
    ("INT ", IntExt::Int),
    ("EXT ", IntExt::Ext),
];

const TIMES: &[(&str, TimeOfDay)] = &[
    ("JOUR", TimeOfDay::Day),
    ("DAY", TimeOfDay::Day),
    ("NUIT", TimeOfDay::Night),
    ("NIGHT", TimeOfDay::Night),
    ("AUBE", TimeOfDay::Dawn),
    ("DAWN", TimeOfDay::Dawn),
    ("CRÉPUSCULE", TimeOfDay::Dusk),
    ("DUSK", TimeOfDay::Dusk),
    ("MATIN", TimeOfDay::Morning),
    ("MORNING", TimeOfDay::Morning),
    ("SOIR", TimeOfDay::Evening),
    ("EVENING", TimeOfDay::Evening),
];

/// What scripts write before INT or EXT: `SÉQ 12 –`, `SC. 3`, `12`, `12A.`.
fn without_number(text: &str) -> &str {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphabetic()).collect::<String>();
    let first = word(text);
    let rest = match first.to_uppercase().as_str() {
        "SÉQ" | "SEQ" | "SÉQUENCE" | "SEQUENCE" | "SC" | "SCÈNE" | "SCENE" => {
            text[first.len()..].trim_start_matches(['.', ' ', '\u{a0}'])
        }
        _ => text,
    };
    let number = rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return text;
    }
    rest[number.len()..].trim_start_matches(['.', ' ', '\u{a0}', '-', '–', '—', ':'])
}

/// Reads a heading, with or without the number of its scene. A text that does not begin with INT or EXT is the set as it stands: people may call a place what they like.
#[must_use]
pub fn parse(text: &str) -> Heading {
    let whole = text.trim();
    let text = without_number(whole);
    let upper = text.to_uppercase();
    // Upper case may change the length of a few letters; then nothing is cut out of the original.
    let Some((prefix, int_ext)) = PREFIXES.iter().find(|(prefix, _)| upper.starts_with(prefix)) else {
        return Heading { set: whole.to_owned(), ..Heading::default() };
    };
    let Some(rest) = text.get(prefix.len()..) else {
        return Heading { set: whole.to_owned(), ..Heading::default() };
    };
    let mut heading = Heading { int_ext: Some(*int_ext), ..Heading::default() };
    let mut rest = rest.trim_start_matches(['.', ' ', '-', '–', '—']).trim();
    for dash in [" – ", " — ", " - "] {
        if let Some((before, after)) = rest.rsplit_once(dash)
            && let Some((_, time)) = TIMES.iter().find(|(word, _)| *word == after.trim().to_uppercase())
        {
            heading.time_of_day = Some(*time);
            rest = before.trim();
            break;
        }
    }
    if let Some(inner) = rest.strip_suffix(')')
        && let Some((set, subset)) = inner.split_once('(')
    {
        heading.set = set.trim().to_owned();
        heading.subset = subset.trim().to_owned();
    } else {
        heading.set = rest.to_owned();
    }
    heading
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_headings_become_fields() {
        let heading = parse("INT. Hall, bâtiment C (boîtes aux lettres) – JOUR");
        assert_eq!(heading.set, "Hall, bâtiment C");
        assert_eq!(heading.subset, "boîtes aux lettres");
        assert_eq!((heading.int_ext, heading.time_of_day), (Some(IntExt::Int), Some(TimeOfDay::Day)));
        let heading = parse("ext. Terrain - night");
        assert_eq!(
            (heading.set.as_str(), heading.int_ext, heading.time_of_day),
            ("Terrain", Some(IntExt::Ext), Some(TimeOfDay::Night))
        );
    }

    #[test]
    fn the_number_before_a_heading_is_not_part_of_the_place() {
        for text in [
            "SÉQ 12 – INT. DÉCOR (sous-décor) – JOUR",
            "12 INT. DÉCOR (sous-décor) – DAY",
            "Séq. 3B - int. DÉCOR (sous-décor) - jour",
            "Scène 4 : INT. DÉCOR (sous-décor) – JOUR",
        ] {
            let heading = parse(text);
            assert_eq!((heading.set.as_str(), heading.subset.as_str()), ("DÉCOR", "sous-décor"), "{text}");
            assert_eq!((heading.int_ext, heading.time_of_day), (Some(IntExt::Int), Some(TimeOfDay::Day)));
        }
        assert_eq!(parse("12 rue de la Borne").set, "12 rue de la Borne", "an address is a place");
        assert_eq!(parse("Scène 4").set, "Scène 4");
    }

    #[test]
    fn a_plain_place_stays_as_written() {
        assert_eq!(parse("Extérieur de nuit - NUIT").set, "Extérieur de nuit - NUIT");
        assert_eq!(parse("<script>alert(1)</script>").set, "<script>alert(1)</script>");
        assert_eq!(parse("").set, "");
    }
}
