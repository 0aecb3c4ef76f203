//! How hard a passphrase is to guess, said before it is chosen.

use serde::Serialize;
use ts_rs::TS;

/// What `zxcvbn` knows no French for, and what people here would think of first.
const OBVIOUS: &[&str] = &[
    "quartier libre",
    "quartierlibre",
    "je filme mon quartier",
    "jefilmemonquartier",
    "film",
    "cinema",
    "atelier",
    "motdepasse",
    "mot de passe",
    "phrase de passe",
    "phrasedepasse",
    "azerty",
    "azertyuiop",
    "qsdfgh",
    "bonjour",
    "soleil",
    "doudou",
    "loulou",
    "chouchou",
    "marseille",
    "paris",
    "association",
    "formateur",
    "registre",
    "grigny",
    "evry",
];
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

/// Rates a passphrase.
pub(crate) fn rate(passphrase: &str) -> PassphraseRating {
    let text: String = passphrase.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let length = text.chars().count();
    if length == 0 {
        return PassphraseRating { score: 0, enough: false, hint: PassphraseHint::Empty };
    }
    let looked_at: String = text.chars().take(LOOKED_AT).collect();
    let score = u8::from(zxcvbn::zxcvbn(&looked_at, OBVIOUS).score());
    let different = text.chars().collect::<std::collections::BTreeSet<_>>().len();
    let mut words: Vec<&str> = text.split(' ').collect();
    let all = words.len();
    words.sort_unstable();
    words.dedup();
    let repeats = different < 6 || (all > 2 && words.len() * 2 <= all);
    let (enough, hint) = match (length < SHORTEST, repeats, score) {
        (true, _, _) => (false, PassphraseHint::Short),
        (_, true, _) => (false, PassphraseHint::Repeats),
        (_, _, 0 | 1) => (false, PassphraseHint::Common),
        (_, _, 2) => (false, PassphraseHint::MoreWords),
        (_, _, 3) => (true, PassphraseHint::Good),
        _ => (true, PassphraseHint::Strong),
    };
    PassphraseRating { score: if enough { score } else { score.min(2) }, enough, hint }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everyone_thinks_of_first_is_refused() {
        for (weak, hint) in [
            ("", PassphraseHint::Empty),
            ("soleil", PassphraseHint::Short),
            ("aaaaaaaaaaaaaaaa", PassphraseHint::Repeats),
            ("libre libre libre libre", PassphraseHint::Repeats),
            ("quartier libre", PassphraseHint::Common),
            ("password1234", PassphraseHint::Common),
        ] {
            let rating = rate(weak);
            assert_eq!((rating.enough, rating.hint), (false, hint), "{weak:?}");
        }
    }

    #[test]
    fn a_few_words_at_random_are_enough() {
        for strong in
            ["quatre façades au soleil", "tambour velours 48 citron", "un mot différent à chaque fois"]
        {
            assert!(rate(strong).enough, "{strong:?}");
        }
    }
}
