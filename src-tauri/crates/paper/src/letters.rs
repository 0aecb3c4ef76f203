//! The letters our fonts have. What none of them has would print as an empty box, which PDF/UA-1 forbids: it is found before, said, and
//! printed as the sign for a letter that could not be shown.

use std::{borrow::Cow, collections::BTreeSet};

use crate::world::fonts;

/// The characters of these texts that no font of ours can show, each once, in order.
pub fn missing<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<char> {
    let mut seen = BTreeSet::new();
    for text in texts {
        seen.extend(text.chars().filter(|letter| !letter.is_ascii() && shows(*letter)));
    }
    seen.into_iter().filter(|letter| !has(*letter)).collect()
}

/// The sign in the place of a letter that no font has.
const UNKNOWN: char = '\u{fffd}';

/// A text in which every letter can be printed.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let lost = |letter: char| !letter.is_ascii() && shows(letter) && !has(letter);
    if text.contains(lost) {
        text.replace(lost, UNKNOWN.encode_utf8(&mut [0; 4])).into()
    } else {
        text.into()
    }
}

fn has(letter: char) -> bool {
    fonts().iter().any(|font| font.info().coverage.contains(u32::from(letter)))
}

/// Whether a character should be seen at all. Joiners, marks of direction and variation selectors only steer their neighbours.
fn shows(letter: char) -> bool {
    let steers = matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
    !letter.is_control() && !letter.is_whitespace() && !steers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_of_the_neighbourhoods_can_be_printed() {
        let texts = [
            "Le Terrain vague, cœur, ÉÈÊËÀÂÇÎÏÔÖÙÛÜŸ « oui » — 17 h 30 … €",
            "Ελληνικά, Κινηματογράφος",
            "Кириллица, Їжак, Ђорђе",
            "لا تهدموا الساحة، من فضلكم؟",
            "Tiếng Việt, điện ảnh",
            "İstanbul, Şişli, Łódź, Țara",
            "🎬🏙️👩‍👩‍👧❤️⚽️🇫🇷😀",
        ];
        assert_eq!(missing(texts), Vec::<char>::new());
    }

    #[test]
    fn what_no_font_has_is_named_once() {
        assert_eq!(missing(["電影 電", "तमिल தமிழ்", "影"]), vec!['த', 'ம', 'ழ', 'ி', '்', '影', '電']);
    }

    #[test]
    fn what_no_font_has_is_printed_as_a_sign_of_ours() {
        assert_eq!(printable("電 🎬 a"), "\u{fffd} 🎬 a");
        assert!(missing([printable("電").as_ref()]).is_empty(), "the sign itself is in our fonts");
        assert!(matches!(printable("Été"), Cow::Borrowed(_)), "an ordinary text is not copied");
    }

    #[test]
    fn what_only_steers_is_not_missed() {
        assert!(missing(["a\u{200d}b\u{fe0f}\u{202e}\u{ad}\n\t\u{0}"]).is_empty());
    }
}
