//! Whether somebody who stands where a parent should is one: whoever lives with a parent, or comes for them, has not their authority. What is
//! doubtful has it by nobody's list, and is told.

use ql_model::register::fold;

use super::{
    kin::{FATHER, GUARDIAN, MOTHER},
    lexicon::CHILD,
    words::Words,
};

/// Whether what somebody is to the child goes with the authority of a parent: of "voisine" or "compagnon de la mère" it does not.
pub(super) fn is_one(relation: &str) -> bool {
    const PARENTS: &[&str] = &[
        "meres",
        "peres",
        "mamans",
        "papas",
        "mummy",
        "mama",
        "daddy",
        "legal",
        "legale",
        "legaux",
        "legales",
        "tutelle",
        "adoptif",
        "adoptive",
        "biologique",
        "madame",
        "monsieur",
        "mme",
        "mr",
        "m",
        "p",
        "rep",
        "repr",
        "parental",
    ];
    // How they live, and how many they are.
    const BESIDE: &[&str] = &[
        "celibataire",
        "isole",
        "isolee",
        "divorce",
        "divorcee",
        "divorces",
        "separe",
        "separee",
        "separes",
        "veuf",
        "veuve",
        "referent",
        "referente",
        "prioritaire",
        "principal",
        "principale",
        "payeur",
        "payeuse",
        "allocataire",
        "couple",
        "foyer",
        "deux",
        "both",
        "seul",
        "seule",
        "sa",
        "son",
        "ses",
        "ma",
        "mon",
        "mes",
        "notre",
        "her",
        "his",
        "my",
        "our",
        "the",
        "l",
        "le",
        "la",
        "les",
        "et",
        "ou",
        "and",
        "or",
        "e",
        "er",
        "ere",
        "eme",
    ];
    // "Mère de l'enfant", and not of somebody else.
    const OF: &[&str] = &["de", "du", "d", "of", "s"];
    let words = Words::of(relation);
    let is_parent =
        |word: &String| [MOTHER, FATHER, GUARDIAN, PARENTS].iter().any(|of| of.contains(&word.as_str()));
    let listed = |word: &String| {
        let figure = word.bytes().all(|byte| byte.is_ascii_digit());
        figure || is_parent(word) || [BESIDE, OF, CHILD].iter().any(|of| of.contains(&word.as_str()))
    };
    let whose = words.has(OF);
    let of_child = words.has(CHILD) && words.0.iter().filter(|word| is_parent(word)).count() == 1;
    // "Famille d'accueil" is none.
    words.0.is_empty() || words.0.iter().any(is_parent) && words.0.iter().all(listed) && (!whose || of_child)
}

/// Words of people who are no parents, wherever they stand; not those that are names as well.
const NONE: &[&str] = &[
    "mamie",
    "mamy",
    "papi",
    "papy",
    "tante",
    "tata",
    "oncle",
    "tonton",
    "frere",
    "soeur",
    "compagne",
    "compagnon",
    "concubin",
    "concubine",
    "marraine",
    "nounou",
    "educateur",
    "educatrice",
    "educ",
    "ase",
    "voisin",
    "voisine",
    "stepfather",
    "stepmother",
    "stepdad",
    "stepmum",
    "uncle",
    "aunt",
    "grandmother",
    "grandfather",
    "grandma",
    "grandpa",
    "boyfriend",
    "girlfriend",
    "neighbour",
    "childminder",
];
/// Those that may be names, where they stand beside one.
const BESIDE_A_NAME: &[&str] = &[
    "conjoint",
    "conjointe",
    "parrain",
    "cousin",
    "cousine",
    "ami",
    "amie",
    "amis",
    "copain",
    "copine",
    "foyer",
    "referent",
    "referente",
    "assistante",
    "assistant",
    "maternelle",
    "gm",
    "gp",
    "fa",
    "bp",
    "bm",
    "gd",
    "grand",
    "grande",
    "grands",
    "beau",
    "belle",
    "b",
    "step",
    "partner",
    "friend",
    "godmother",
    "godfather",
    "foster",
    "carer",
    "connaissance",
    "proche",
    "famille",
];
/// Of a man or a woman who is married, or was born as somebody, unless it is said with whom.
const MARRIED: &[&str] = &["epoux", "epouse", "mari", "femme", "husband", "wife"];

/// Whether a cell for the name of a parent says that they are none: "Luc (beau-père)", "Marc, éducateur".
pub(super) fn is_none(name: &str) -> bool {
    // Not "Beau" nor "Grand", who may be called so.
    const TWO: [&str; 7] = [
        "beau pere",
        "belle mere",
        "beau papa",
        "belle maman",
        "grand pere",
        "grand mere",
        "famille d accueil",
    ];
    let folded = fold(name);
    const OF_A_PARENT: [&str; 6] = ["de la mere", "du pere", "de maman", "de papa", "of mum", "of dad"];
    let beside = |part: &str| {
        let (words, folded) = (Words::of(part), fold(part));
        words.has(NONE)
            || words.has(BESIDE_A_NAME)
            || words.has(MARRIED) && words.has(&["de", "du", "d", "of"])
            || OF_A_PARENT.iter().any(|of| folded.contains(of))
    };
    Words::of(name).has(NONE) || TWO.iter().any(|two| folded.contains(two)) || said_beside(name).any(beside)
}

/// What stands in brackets, or in small letters behind a comma or a dash: "KACI, Nadia" is one name.
fn said_beside(name: &str) -> impl Iterator<Item = &str> {
    let small = |part: &&str| part.trim_start().chars().next().is_some_and(char::is_lowercase);
    let within = name.split(['(', '[']).skip(1).map(|part| part.split([')', ']']).next().unwrap_or_default());
    within.chain(name.split([',', '–']).skip(1).filter(small)).chain(name.split(" - ").skip(1).filter(small))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parents_are_called_is_theirs_alone() {
        for relation in [
            "",
            "mère",
            "Maman",
            "papa",
            "père biologique",
            "mère adoptive",
            "tuteur légal",
            "Les deux parents",
            "parent 1",
            "sa mère",
            "ma mère",
            "son père",
            "mère de l'enfant",
            "Mère du jeune",
            "mère célibataire",
            "parent isolé",
            "parent référent",
            "rep. légal",
            "P",
            "M",
            "Madame",
            "Monsieur",
            "Mère (prioritaire)",
            "père (séparé)",
            "Mère - foyer 1",
            "mamans",
            "couple parental",
            "her mother",
            "his mum",
            "Mummy",
            "père/tuteur",
            "représentant légal",
            "Legal guardian",
            "mère et père",
            "2e maman",
            "responsable",
        ] {
            assert!(is_one(relation), "{relation}");
        }
        for relation in [
            "compagnon de la mère",
            "conjoint de la mère",
            "copain de maman",
            "maman d'un copain",
            "tante côté père",
            "mère (décédée)",
            "gd-mère",
            "mère de la mère",
            "mum's partner",
            "foster mum",
            "mother’s sister",
            "frère",
            "grand-mère",
            "voisine",
            "famille d'accueil",
            "ami de l'enfant",
            "mère d'une amie",
            "l'autre",
        ] {
            assert!(!is_one(relation), "{relation}");
        }
    }

    #[test]
    fn a_name_with_what_is_said_beside_it_is_still_that_of_a_parent() {
        for name in [
            "Eva Roy",
            "Eva Roy (mère)",
            "Eva Roy (06 39 98 00 12)",
            "KACI (SOW) Mariam",
            "Mme SOW épouse KACI",
            "SOW (épouse KACI)",
            "Époux KACI",
            "Eva Roy (née Ba)",
            "Mme Kaci (sa mère)",
            "Eva (mère d'Issa)",
            "Eva (mère de l'enfant)",
            "Eva (mère, infirmière)",
            "Eva (portable)",
            "Eva (garde alternée)",
            "M. Kaci (Ali)",
            "Mme Sy et M. Ba (séparés)",
            "ROY, Eva",
            "Eva Roy, mère",
            "Grand Marc",
            "Marie Cousin",
            "Éva Beau",
            "M. Ba, joindre plutôt le soir",
            "Linh (M) Minh (P)",
            "Ami Diallo",
        ] {
            assert!(!is_none(name), "{name}");
        }
        for name in [
            "Eva (conjoint de la mère)",
            "Eva (mari de la mère)",
            "Eva (marraine)",
            "Eva (nounou)",
            "Eva (amie)",
            "Eva (assistante maternelle)",
            "Eva (cousin)",
            "Eva (grand-parent)",
            "Eva (GM)",
            "Eva (éduc)",
            "Eva (FA)",
            "Luc (beau papa)",
            "Marc, éducateur",
            "Eva Roy, mari de la mère",
            "Eva, nounou",
            "Luc, compagnon",
            "Eva - tante",
            "Eva, ami de la mère",
            "Eva (mère de la mère)",
            "éduc : Marc",
        ] {
            assert!(is_none(name), "{name}");
        }
    }
}
