//! The letters our fonts have. What none of them has would print as an empty box, which PDF/UA-1 forbids: it is found before, said, and
//! printed as the sign for a letter that could not be shown. What is not to be seen at all must not become a box either.

use std::{borrow::Cow, collections::BTreeSet};

use crate::{
    turns::{settled, turns},
    world::fonts,
};

/// The characters of these texts that no font of ours can show, each once, in order.
pub fn missing<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<char> {
    let lost =
        |text: &'a str| pairs(text).filter_map(|(before, letter)| is_lost(before, letter).then_some(letter));
    texts.into_iter().flat_map(lost).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The sign in the place of a letter that no font has.
const UNKNOWN: &str = "\u{fffd}";

/// A text in which every letter can be printed.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if pairs(text).all(|(before, letter)| instead(before, letter).is_none() && !turns(letter)) {
        return text.into();
    }
    // The two marks of one end of a line are one.
    let text = settled(&text.replace("\r\n", "\n"));
    let mut out = String::with_capacity(text.len());
    for (before, letter) in pairs(&text) {
        match instead(before, letter) {
            Some(other) => out.push_str(other),
            None => out.push(letter),
        }
    }
    out.into()
}

/// Every character with the letter it stands on or after: marks over a letter do not count.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    let mut before = ' ';
    text.chars().map(move |letter| {
        let pair = (before, letter);
        if !is_latin_mark(letter) && !is_arabic_mark(letter) && !steers(letter) {
            before = letter;
        }
        pair
    })
}

fn is_lost(before: char, letter: char) -> bool {
    if letter.is_ascii() {
        return false;
    }
    shows(letter) && !has(letter) || is_latin_mark(letter) && !carries(before, letter)
}

/// What is printed in place of a character, where it cannot be printed as it is.
fn instead(before: char, letter: char) -> Option<&'static str> {
    match letter {
        ' '..='~' | '\n' => None,
        // Typst would leave it out, and join the words.
        '\t' => Some(" "),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some("\n"),
        _ if letter.is_control() || fills(letter) => Some(""),
        _ if is_lost(before, letter) => Some(UNKNOWN),
        _ if letter.is_whitespace() && !has(letter) => Some(" "),
        _ => None,
    }
}

/// Marks that Latin, Greek and Cyrillic letters carry.
fn is_latin_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_arabic_mark(letter: char) -> bool {
    matches!(letter, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

fn has(letter: char) -> bool {
    fonts().iter().any(|font| font.info().coverage.contains(u32::from(letter)))
}

/// Whether a mark can be printed on a letter: they are shaped together, so one font must have both.
fn carries(letter: char, mark: char) -> bool {
    let both = [letter, mark].map(u32::from);
    fonts().iter().any(|font| both.iter().all(|letter| font.info().coverage.contains(*letter)))
}

/// Whether a character should be seen at all. Joiners, marks of direction and variation selectors only steer their neighbours.
fn shows(letter: char) -> bool {
    !letter.is_control() && !letter.is_whitespace() && !steers(letter) && !fills(letter)
}

fn steers(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Places kept for letters of scripts that none of our fonts has.
fn fills(letter: char) -> bool {
    matches!(
        letter,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'
            ..='\u{180f}' | '\u{3164}' | '\u{ffa0}'
    )
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
            "شهر من، گفتگو، کتاب، چرا؟ ڨابس، ٹیلی ویژن، ڕۆژ",
            "→ ⇒ ↗ ★ ☆ ✓ ✗ ■ □ ● ○ ▲ ◆ ♪ ♫ ∞ ≠ ≤ ½ × ÷ № ™",
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
        assert_eq!(printable("a\tb\u{2067}c"), "a b\u{2067}c\u{2069}");
        assert_eq!(printable("a\r\nb\u{2028}c\u{1}\u{7f}d\u{1680}e"), "a\nb\ncd e");
        assert!(matches!(printable("Été"), Cow::Borrowed(_)), "an ordinary text is not copied");
    }

    #[test]
    fn what_only_steers_is_not_missed() {
        assert!(missing(["a\u{200d}b\u{fe0f}\u{202e}\u{ad}\n\t\u{0}"]).is_empty());
    }
}
