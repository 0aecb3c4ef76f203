//! Whether somebody near a person is told again, and which rights a list or another file gives them: the program, the preview of a list and the
//! making of two files into one go by the same rules.

use super::{Relative, fold, likened, without_apostrophes};

/// Who of these relatives is told again: by the telephone, where name or relation do not contradict, else by the same name where one of both
/// has no telephone. Without a name it is the telephone that says who it is.
#[must_use]
pub fn told_again(all: &[Relative], name: &str, relation: &str, phone: &str) -> Option<usize> {
    let (name, relation, phone) = (fold(name), fold(relation), dialled(phone));
    // A father and a mother of one number are two; so are a father and a brother of one name.
    let kin = kin(&relation);
    let is_other = |known: &Relative| {
        let theirs = self::kin(&known.relation);
        !kin.is_empty() && !theirs.is_empty() && kin != theirs
    };
    let named = |known: &Relative| {
        let (theirs, is) = (fold(&known.name), fold(&known.relation));
        let related = relation.is_empty()
            || is.is_empty()
            || relation == is
            || !kin.is_empty() && kin == self::kin(&is);
        let nameless = name.is_empty() || theirs.is_empty();
        !is_other(known) && (!name.is_empty() && name == theirs || nameless && related)
    };
    let same_phone = |known: &Relative| !phone.is_empty() && dialled(&known.phone) == phone;
    let same_name = |known: &Relative| {
        let one_has_none = phone.is_empty() || known.phone.trim().is_empty();
        !name.is_empty() && fold(&known.name) == name && one_has_none && !is_other(known)
    };
    let by_phone = all.iter().position(|known| same_phone(known) && named(known));
    by_phone.or_else(|| all.iter().position(same_name))
}

/// What may be done for somebody, and that no list and no other file gives where a file may say no: a judge may have taken it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// The authority of a parent.
    Authority,
    /// To come and take them along.
    Pickup,
}

impl Right {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Authority, Self::Pickup];

    /// The field of a relative.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Pickup => "pickup",
        }
    }

    /// Whether they have it.
    #[must_use]
    pub fn is_given(self, to: &Relative) -> bool {
        match self {
            Self::Authority => to.authority,
            Self::Pickup => to.pickup,
        }
    }

    /// Whether it waits for whoever opens the file, where somebody comes beside these relatives.
    ///
    /// Authority does beside anybody who has it not. Parents seldom have it noted that they fetch: that waits beside who has no part at all,
    /// and beside who may be the same: a word of the name or the relation, the telephone, or one of both has no name.
    #[must_use]
    pub fn waits(self, all: &[Relative], (name, relation, phone): (&str, &str, &str)) -> bool {
        let mut without = all.iter().filter(|one| !self.is_given(one));
        if self == Self::Authority {
            return without.next().is_some();
        }
        let (wanted, phone) = (called(name, relation), dialled(phone));
        without.any(|one| {
            let theirs = called(&one.name, &one.relation);
            let same = |word: &String| {
                theirs.iter().any(|other| word == other)
                    || word.len() >= LONG && theirs.concat().contains(word.as_str())
            };
            let nameless = likened(name).is_empty() || likened(&one.name).is_empty();
            !(one.authority || one.emergency)
                || nameless
                || wanted.iter().any(same)
                || theirs.iter().any(|word| word.len() >= LONG && wanted.concat().contains(word.as_str()))
                || (!phone.is_empty() && dialled(&one.phone) == phone)
        })
    }
}

/// Letters of a word that is known within others that are written together: "Bensaid" is "Ben Said".
const LONG: usize = 4;

/// What somebody is called by: the words of the name and of what they are, a parent in one word.
fn called(name: &str, relation: &str) -> Vec<String> {
    let words = likened(&without_apostrophes(&format!("{name} {relation}")));
    let words =
        words.split(' ').filter(|word| word.len() > 1 && !matches!(*word, "son" | "sa" | "le" | "la"));
    let parent = |word: &str| match word {
        "papa" | "father" | "dad" => "pere".to_owned(),
        "maman" | "mother" | "mum" | "mom" => "mere".to_owned(),
        other => other.to_owned(),
    };
    words.map(parent).collect()
}

/// What of the family a relation says, a parent in one word; nothing of "responsable".
fn kin(relation: &str) -> Vec<String> {
    const KIN: [&str; 38] = [
        "pere",
        "mere",
        "frere",
        "soeur",
        "demi",
        "oncle",
        "tante",
        "tonton",
        "tata",
        "grand",
        "grande",
        "mamie",
        "mamy",
        "papi",
        "papy",
        "cousin",
        "cousine",
        "beau",
        "belle",
        "parrain",
        "marraine",
        "voisin",
        "voisine",
        "fils",
        "fille",
        "brother",
        "sister",
        "uncle",
        "aunt",
        "grandmother",
        "grandfather",
        "stepmother",
        "stepfather",
        "godmother",
        "godfather",
        "neighbour",
        "grandma",
        "grandpa",
    ];
    let mut words = called("", relation);
    words.retain(|word| KIN.contains(&word.as_str()));
    words.sort();
    words
}

/// The figures of a telephone, however they are spaced; "+33 6" is "06".
fn dialled(phone: &str) -> String {
    let figures: String = phone.chars().filter(char::is_ascii_digit).collect();
    match (phone.trim_start().starts_with('+'), figures.strip_prefix("33")) {
        (true, Some(rest)) => format!("0{}", rest.trim_start_matches('0')),
        _ => figures,
    }
}
