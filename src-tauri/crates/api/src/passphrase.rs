//! How hard a passphrase is to guess, said before it is chosen.

mod known;

use std::collections::{BTreeSet, HashSet};

use ql_model::register::fold;
use serde::Serialize;
use ts_rs::TS;

use known::{OBVIOUS, PHRASES, ROWS, RUNS};

/// Shortest passphrase, in characters.
const SHORTEST: usize = 12;
/// Longest that is looked at: a longer one is not weaker.
const LOOKED_AT: usize = 100;

/// What is to be said of a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PassphraseHint {
    /// Nothing was written.
    Empty,
    /// Fewer than twelve characters.
    Short,
    /// Words that everyone thinks of first.
    Common,
    /// The same again and again.
    Repeats,
    /// Another word or two would do.
    MoreWords,
    /// Enough.
    Good,
    /// More than enough.
    Strong,
}

/// How hard a passphrase is to guess.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PassphraseRating {
    /// 0 to 4, as `zxcvbn` counts.
    pub score: u8,
    /// Whether it may be chosen.
    pub enough: bool,
    /// What to say.
    pub hint: PassphraseHint,
}

/// Bits of a word that people use: one of two thousand.
const WORD: f64 = 11.0;
/// Bits of a word of one or two letters, which stands where grammar wants it.
const SMALL_WORD: f64 = 5.0;
/// Bits of a word that everyone thinks of first, or that is written on the wall of the room.
const KNOWN_WORD: f64 = 4.0;
/// Bits of a whole phrase that everyone knows by heart.
const PHRASE: f64 = 9.0;
/// Bits of a word that was there already, or that follows the one before in a row.
const REPEATED: f64 = 1.0;
/// Bits of a figure, of a letter in a row that is no word, and of another sign.
const FIGURE: f64 = 3.3;
const LETTER: f64 = 4.7;
const SIGN: f64 = 3.0;
/// Bits of a year: people write one of their lifetime.
const YEAR: f64 = 7.0;
/// From how many bits a passphrase may be chosen, and is called strong. A try takes a tenth of a second at best: 36 bits take one machine
/// two centuries.
const ENOUGH: f64 = 36.0;
const STRONG: f64 = 48.0;

/// Rates a passphrase. `known` are names that the file itself shows to everybody: its films, groups and places.
///
/// `zxcvbn` knows no French, and takes "grande borne" for twelve letters at random: what it says is held against a count of words.
pub(crate) fn rate(passphrase: &str, known: &[String]) -> PassphraseRating {
    let text: String = passphrase.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let length = text.chars().count();
    if length == 0 {
        return PassphraseRating { score: 0, enough: false, hint: PassphraseHint::Empty };
    }
    let looked_at: String = text.chars().take(LOOKED_AT).collect();
    let own: Vec<String> = known.iter().map(|name| name.to_lowercase()).collect();
    let inputs: Vec<&str> = OBVIOUS.iter().copied().chain(own.iter().map(String::as_str)).collect();
    let guessed = zxcvbn::zxcvbn(&looked_at, &inputs);
    let bits = bits(&looked_at, &inputs).min(guessed.guesses_log10() * std::f64::consts::LOG2_10);
    let different = text.chars().collect::<BTreeSet<_>>().len();
    let mut words: Vec<&str> = text.split(' ').collect();
    let all = words.len();
    words.sort_unstable();
    words.dedup();
    let repeats = different < 6 || (all > 1 && words.len() * 2 <= all);
    let (enough, score, hint) = match bits {
        _ if length < SHORTEST => (false, 1, PassphraseHint::Short),
        _ if repeats => (false, 1, PassphraseHint::Repeats),
        bits if bits < ENOUGH / 2.0 => (false, 1, PassphraseHint::Common),
        bits if bits < ENOUGH => (false, 2, PassphraseHint::MoreWords),
        bits if bits < STRONG => (true, 3, PassphraseHint::Good),
        _ => (true, 4, PassphraseHint::Strong),
    };
    PassphraseRating { score, enough, hint }
}

/// How many bits someone has to guess who knows that it is words, figures and signs, and what everyone knows by heart.
fn bits(text: &str, known: &[&str]) -> f64 {
    let names: HashSet<String> = known.iter().flat_map(|name| name.split(' ')).map(fold).collect();
    let squeezed = squeezed(text);
    let by_heart: f64 = PHRASES
        .iter()
        .filter(|phrase| squeezed.contains(&self::squeezed(phrase)))
        .map(|phrase| (words_bits(phrase, &names) - PHRASE).max(0.0))
        .sum();
    (words_bits(text, &names) - by_heart).max(1.0)
}

/// Letters and figures alone, as they sound.
fn squeezed(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn words_bits(text: &str, names: &HashSet<String>) -> f64 {
    let mut seen = HashSet::new();
    let (mut bits, mut before) = (0.0, None);
    for part in whole_parts(text) {
        let word = fold(&part);
        let row = row_of(&word);
        bits += if !seen.insert(word) || row.is_some() && row == before {
            // The same again, or what comes after it.
            REPEATED
        } else if row == Some(KEYS) {
            KNOWN_WORD
        } else {
            part_bits(&part, names)
        };
        before = row;
    }
    bits
}

/// The parts between spaces. Letters and figures one by one are a word, or a count, with spaces in it.
fn whole_parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut single = false;
    for part in text.split([' ', '-', '_', '’', '\'']).filter(|part| !part.is_empty()) {
        let is_single = part.chars().count() == 1 || part.chars().all(|letter| letter.is_ascii_digit());
        match parts.last_mut().filter(|_| single && is_single) {
            Some(last) => last.push_str(part),
            None => parts.push(part.to_owned()),
        }
        single = is_single;
    }
    parts
}

/// The row of everything that lies side by side on a keyboard or in the alphabet.
const KEYS: usize = 0;

/// Which known row of words, of letters or of keys a word is in.
fn row_of(word: &str) -> Option<usize> {
    let letters: Vec<char> = word.chars().collect();
    let run = |row: &&str| {
        let backwards: String = row.chars().rev().collect();
        letters.len() > 2 && (row.contains(word) || backwards.contains(word))
    };
    // Whatever the row of keys, another one is the next thing to try.
    RUNS.iter()
        .any(run)
        .then_some(KEYS)
        .or_else(|| ROWS.iter().position(|row| row.split(' ').any(|one| one == word)).map(|row| row + 1))
}

/// Of one part between spaces.
fn part_bits(part: &str, names: &HashSet<String>) -> f64 {
    let count = |is: fn(char) -> bool| part.chars().filter(|c| is(*c)).count() as f64;
    let (letters, figures) = (count(char::is_alphabetic), count(|c| c.is_ascii_digit()));
    let signs = part.chars().count() as f64 - letters - figures;
    let word: String = part.chars().filter(|c| c.is_alphabetic()).collect();
    // "k7qp2x": figures and letters that change places more than once are no word with a number after it.
    let changes =
        part.as_bytes().windows(2).filter(|two| two[0].is_ascii_digit() != two[1].is_ascii_digit()).count();
    let letters = match word.chars().count() {
        0 => 0.0,
        _ if changes > 2 || consonants(&word) > 4 => letters * LETTER,
        _ if names.contains(&fold(&word)) => KNOWN_WORD,
        1 | 2 => SMALL_WORD,
        _ => WORD,
    };
    let year = part.len() == 4 && figures == 4.0 && (part.starts_with("19") || part.starts_with("20"));
    letters + if year { YEAR } else { figures * FIGURE } + signs * SIGN
}

/// The longest run of consonants: no French or English word has five.
fn consonants(word: &str) -> usize {
    fold(word).split(['a', 'e', 'i', 'o', 'u', 'y', 'œ', 'æ']).map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everyone_thinks_of_first_is_refused() {
        use PassphraseHint::{Common, Empty, MoreWords, Repeats, Short};
        for (weak, hint) in [
            ("", Empty),
            ("soleil", Short),
            ("aaaaaaaaaaaaaaaa", Repeats),
            ("libre libre libre libre", Repeats),
            ("azertyuiop azertyuiop", Repeats),
            ("quartier libre", Common),
            ("password1234", Common),
            ("quatre façades", MoreWords),
            ("je t'aime maman", MoreWords),
            ("11/02/1979 Bruno", MoreWords),
            ("lampe 2025 2025", MoreWords),
            // On every poster of this file.
            ("la grande borne", Common),
            ("Le Terrain Vague 2025", MoreWords),
            // Known by heart, or counted on the fingers.
            ("un deux trois quatre cinq six", Common),
            ("1234 5678 9012 3456", Common),
            ("lundi mardi mercredi jeudi", Common),
            ("janvier février mars avril", Common),
            ("rouge vert bleu jaune", Common),
            ("abcd efgh ijkl mnop", Common),
            ("azer tyui qsdf ghjk", Common),
            ("liberté égalité fraternité 2026", Common),
            ("allons enfants de la patrie", Common),
            ("Au clair de la lune !", Common),
            ("quatre mots par exemple", Common),
            ("Quatre mots sans rapport entre eux", Common),
            ("correct horse battery staple", Common),
            // Spelt, or counted, with a space after each.
            ("1 2 3 4 5 6 7 8 9 10 11 12", Common),
            ("a b c d e f g h i j k l", Common),
            ("a z e r t y u i o p q s", Common),
            ("q u a r t i e r l i b r e", Common),
            ("une souris verte qui courait dans l'herbe", MoreWords),
            ("maître corbeau sur un arbre perché", Common),
            ("la cigale ayant chanté tout l’été", Common),
        ] {
            let rating = rate(weak, &["Grande Borne".to_owned(), "Le terrain vague".to_owned()]);
            assert_eq!((rating.enough, rating.hint), (false, hint), "{weak:?}");
        }
    }

    #[test]
    fn a_few_words_at_random_are_enough() {
        for (strong, score) in [
            ("quatre façades au chaud", 3),
            ("tambour velours 48 citron", 3),
            ("tambour velours citron moufle", 3),
            ("tambour velours citron moufle gravier", 4),
            ("un mot différent à chaque fois", 3),
            ("k7qp2xvb9lw3zt", 3),
            ("xkqzvbtrwpmn", 3),
        ] {
            let rating = rate(strong, &[]);
            assert_eq!((rating.enough, rating.score), (true, score), "{strong:?}");
        }
    }
}
