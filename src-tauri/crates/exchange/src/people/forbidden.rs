//! What an association must not keep of a person (RGPD, art. 9 and 87; loi Informatique et Libertés, art. 6 and 30): it is
//! recognised, said, and never read in.

use serde::Serialize;
use ts_rs::TS;

use ql_model::register::fold;
use unicode_normalization::UnicodeNormalization as _;

use super::words::words;

/// What must not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Forbidden {
    /// Religion.
    Religion,
    /// Nationality, and papers of residence.
    Nationality,
    /// Origin, country of birth, colour.
    Origin,
    /// The social-security number (NIR).
    SocialSecurity,
    /// Opinions, of a person or about one; membership of a union.
    Opinion,
    /// Health: it has a sealed place of its own, where it is written by hand.
    Health,
    /// Sexual life.
    SexualLife,
    /// Offences.
    Offences,
}

impl Forbidden {
    /// The code, for the catalogues.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Religion => "religion",
            Self::Nationality => "nationality",
            Self::Origin => "origin",
            Self::SocialSecurity => "social_security",
            Self::Opinion => "opinion",
            Self::Health => "health",
            Self::SexualLife => "sexual_life",
            Self::Offences => "offences",
        }
    }
}

/// Words that say it alone.
const WORDS: [(&str, Forbidden); 61] = [
    ("religion", Forbidden::Religion),
    ("religieux", Forbidden::Religion),
    ("religieuse", Forbidden::Religion),
    ("religious", Forbidden::Religion),
    ("confession", Forbidden::Religion),
    ("culte", Forbidden::Religion),
    ("croyance", Forbidden::Religion),
    ("croyances", Forbidden::Religion),
    ("faith", Forbidden::Religion),
    ("nationalite", Forbidden::Nationality),
    ("nationalites", Forbidden::Nationality),
    ("nationality", Forbidden::Nationality),
    ("citizenship", Forbidden::Nationality),
    ("citoyennete", Forbidden::Nationality),
    ("origine", Forbidden::Origin),
    ("origines", Forbidden::Origin),
    ("origin", Forbidden::Origin),
    ("origins", Forbidden::Origin),
    ("ethnie", Forbidden::Origin),
    ("ethnique", Forbidden::Origin),
    ("ethnicity", Forbidden::Origin),
    ("ethnic", Forbidden::Origin),
    ("race", Forbidden::Origin),
    ("raciale", Forbidden::Origin),
    ("nir", Forbidden::SocialSecurity),
    ("nss", Forbidden::SocialSecurity),
    ("secu", Forbidden::SocialSecurity),
    ("ssn", Forbidden::SocialSecurity),
    ("opinion", Forbidden::Opinion),
    ("opinions", Forbidden::Opinion),
    ("syndicat", Forbidden::Opinion),
    ("syndicale", Forbidden::Opinion),
    ("appreciation", Forbidden::Opinion),
    ("appreciations", Forbidden::Opinion),
    ("comportement", Forbidden::Opinion),
    ("behaviour", Forbidden::Opinion),
    ("behavior", Forbidden::Opinion),
    ("caractere", Forbidden::Opinion),
    ("jugement", Forbidden::Opinion),
    ("sante", Forbidden::Health),
    ("health", Forbidden::Health),
    ("medical", Forbidden::Health),
    ("medicale", Forbidden::Health),
    ("medicaux", Forbidden::Health),
    ("allergie", Forbidden::Health),
    ("allergies", Forbidden::Health),
    ("allergy", Forbidden::Health),
    ("maladie", Forbidden::Health),
    ("maladies", Forbidden::Health),
    ("traitement", Forbidden::Health),
    ("traitements", Forbidden::Health),
    ("vaccin", Forbidden::Health),
    ("vaccins", Forbidden::Health),
    ("vaccination", Forbidden::Health),
    ("vaccinations", Forbidden::Health),
    ("handicap", Forbidden::Health),
    ("disability", Forbidden::Health),
    ("pai", Forbidden::Health),
    ("casier", Forbidden::Offences),
    ("condamnations", Forbidden::Offences),
    ("condamnation", Forbidden::Offences),
];

/// Words that say it together.
const TOGETHER: [(&str, &str, Forbidden); 14] = [
    ("securite", "sociale", Forbidden::SocialSecurity),
    ("social", "security", Forbidden::SocialSecurity),
    ("carte", "vitale", Forbidden::SocialSecurity),
    ("numero", "ss", Forbidden::SocialSecurity),
    ("n", "ss", Forbidden::SocialSecurity),
    ("pays", "naissance", Forbidden::Origin),
    ("country", "birth", Forbidden::Origin),
    ("titre", "sejour", Forbidden::Nationality),
    ("avis", "sur", Forbidden::Opinion),
    ("orientation", "sexuelle", Forbidden::SexualLife),
    ("sexual", "orientation", Forbidden::SexualLife),
    ("vie", "sexuelle", Forbidden::SexualLife),
    ("couleur", "peau", Forbidden::Origin),
    ("groupe", "sanguin", Forbidden::Health),
];

/// What a heading asks for that must not be kept, and the word that says so, as it is written there.
pub(crate) fn word(heading: &str) -> Option<(Forbidden, String)> {
    let words = words(heading);
    let has = |word: &str| words.iter().any(|other| other == word);
    // "Politique de la ville" is where someone lives; "opinion politique" is not.
    let politics =
        (has("politique") || has("politiques") || has("political")) && !has("ville") && !has("quartier");
    if politics {
        return Some((Forbidden::Opinion, written(heading, "politi")));
    }
    if let Some((_, _, kind)) = TOGETHER.iter().find(|(a, b, _)| has(a) && has(b)) {
        return Some((*kind, heading.trim().to_owned()));
    }
    let (word, kind) = WORDS.iter().find(|(word, _)| has(word))?;
    Some((*kind, written(heading, word)))
}

/// The word of a heading that begins so when it is folded.
fn written(heading: &str, folded: &str) -> String {
    let found = heading.split(|c: char| !c.is_alphanumeric()).find(|word| fold(word).starts_with(folded));
    found.unwrap_or(heading).trim().to_owned()
}

/// Whether a text holds a social-security number with its key, however it is parted, or without it, parted as on the card (décret
/// n° 82-103, annexe).
#[must_use]
pub fn holds_number(text: &str) -> bool {
    if text.chars().filter(|letter| letter.is_numeric()).count() < 12 {
        return false;
    }
    let western = |letter: char| match letter {
        '\u{660}'..='\u{669}' => char::from_digit(letter as u32 - 0x660, 10).unwrap_or(letter),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(letter as u32 - 0x6f0, 10).unwrap_or(letter),
        letter => letter,
    };
    let text: String = text.nfkc().map(western).collect();
    let tokens = tokens(&text);
    (0..tokens.len()).any(|first| {
        // A telephone from abroad may be as long.
        if text[..tokens[first].0].ends_with('+') {
            return false;
        }
        let mut digits = String::new();
        for (count, (_, token)) in (1..).zip(&tokens[first..]) {
            let figures = token.bytes().all(|byte| byte.is_ascii_digit());
            let corsica = digits.len() == 6 && matches!(*token, "A" | "a" | "B" | "b");
            if matches!(&*fold(token), "cle" | "clef" | "key") && digits.len() == 13 {
                continue;
            }
            if !figures && !corsica {
                return false;
            }
            digits.push_str(token);
            let on_the_card = || {
                let lengths = || tokens[first..first + count].iter().map(|(_, token)| token.len());
                lengths().eq([1, 2, 2, 2, 3, 3]) || lengths().eq([1, 2, 2, 1, 1, 3, 3])
            };
            match digits.len() {
                13 if on_the_card() && is_of_a_month(&digits) && number(&digits).is_some() => return true,
                0..15 => {}
                15 => return number(&digits[..13]).is_some_and(|number| key_agrees(number, &digits[13..])),
                _ => return false,
            }
        }
        false
    })
}

/// Runs of figures and runs of letters, with their places.
fn tokens(text: &str) -> Vec<(usize, &str)> {
    let class = |letter: char| match letter {
        _ if letter.is_ascii_digit() => 0,
        _ if letter.is_alphanumeric() => 1,
        _ => 2,
    };
    let mut tokens: Vec<(usize, &str)> = Vec::new();
    let mut before = 2;
    for (at, letter) in text.char_indices() {
        let class = class(letter);
        let end = at + letter.len_utf8();
        match tokens.last_mut() {
            _ if class == 2 => {}
            Some((from, token)) if class == before => *token = &text[*from..end],
            _ => tokens.push((at, &text[at..end])),
        }
        before = class;
    }
    tokens
}

/// The thirteen figures as one, Corsica's 2A and 2B as 20 less a million or two.
fn number(digits: &str) -> Option<u64> {
    let less = match digits.as_bytes().get(6)? {
        b'A' | b'a' => 1_000_000,
        b'B' | b'b' => 2_000_000,
        _ => 0,
    };
    let plain = if less > 0 { format!("{}0{}", &digits[..6], &digits[7..]) } else { digits.to_owned() };
    let number = plain.parse::<u64>().ok()? - less;
    digits.starts_with(['1', '2', '3', '4', '7', '8']).then_some(number)
}

/// Without a key to go by, it has a month of birth.
fn is_of_a_month(digits: &str) -> bool {
    digits[3..5].parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
}

fn key_agrees(number: u64, key: &str) -> bool {
    key.parse() == Ok(97 - number % 97)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_not_be_kept_is_known_by_its_heading() {
        for (heading, kind, said) in [
            ("Religion", Forbidden::Religion, "Religion"),
            ("Nationalité(s)", Forbidden::Nationality, "Nationalité"),
            ("Pays de naissance", Forbidden::Origin, "Pays de naissance"),
            ("N° de sécurité sociale", Forbidden::SocialSecurity, "N° de sécurité sociale"),
            ("N° Sécu", Forbidden::SocialSecurity, "Sécu"),
            ("Opinions politiques", Forbidden::Opinion, "politiques"),
            ("Appréciation", Forbidden::Opinion, "Appréciation"),
            ("Allergies", Forbidden::Health, "Allergies"),
        ] {
            assert_eq!(word(heading), Some((kind, said.to_owned())), "{heading}");
        }
        for heading in ["Quartier politique de la ville", "Nom", "Groupe", "Date de naissance", "Assurance"] {
            assert_eq!(word(heading), None, "{heading} may be kept");
        }
    }

    #[test]
    fn a_social_security_number_is_known_by_its_key() {
        assert!(holds_number("1 85 05 78 006 084 91"), "as on the card");
        assert!(holds_number("MGEN 185057800608491"), "after the name of an insurance");
        for other in [
            "1\u{a0}85\u{202f}05 78 006 084 91",
            "06 39 98 00 11 / 185057800608491",
            "185057800608491 / 06 39 98 00 11",
            "MAIF 3456 185057800608491, 93200",
            "1 85 05 78 006 084 clé 91",
            "1850578006084 (91)",
            "1_85_05_78_006_084_91",
            "１８５０５７８００６０８４９１",
            "1 85 05 78 006 084",
            "1 85 05 2A 006 084 35",
            "185052A00608435",
            "MAIF185057800608491",
            "1 85 05 2A 006 084",
            "1 85 05 2A 006 084, tél. 06 39 98 00 11",
            "1850578006084 clef 91",
            "١٨٥٠٥٧٨٠٠٦٠٨٤٩١",
        ] {
            assert!(holds_number(other), "{other}");
        }
        for other in
            ["+185057800608491", "06 39 98 00 11 / 06 39 98 00 12", "1850578006084", "9 85 05 78 006 084"]
        {
            assert!(!holds_number(other), "{other}");
        }
        for text in [
            "Ventoline après 06 39 98 00 11, père 06 39 98 00 12",
            "123456789012é1",
            "الهاتف 123456789012٣٤ é",
        ] {
            assert!(!holds_number(text), "{text}");
        }
        assert!(!holds_number("185057800608492"), "another key");
        assert!(!holds_number("06 39 98 00 11"));
        assert!(!holds_number("FR76 3000 6000 0112 3456 7890 189"));
    }
}
