//! The letters our fonts have. What none of them has would print as an empty box: it is found before, and said.

use std::collections::BTreeSet;

use crate::world::fonts;

/// The characters of these texts that no font of ours can show, each once, in order.
pub fn missing<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<char> {
    let mut seen = BTreeSet::new();
    for text in texts {
        seen.extend(text.chars().filter(|letter| !letter.is_ascii() && shows(*letter)));
    }
    let has = |letter: char| fonts().iter().any(|font| font.info().coverage.contains(u32::from(letter)));
    seen.into_iter().filter(|letter| !has(*letter)).collect()
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
    fn what_only_steers_is_not_missed() {
        assert!(missing(["a\u{200d}b\u{fe0f}\u{202e}\u{ad}\n\t\u{0}"]).is_empty());
    }
}
