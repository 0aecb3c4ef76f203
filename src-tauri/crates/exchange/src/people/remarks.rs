//! What stands where a name should, and is none: remarks, that there is nobody, or that it is the person.

use ql_model::register::fold;

use super::{
    kin::{FATHER, MOTHER},
    words::Words,
};

/// Words of what is said of somebody, and of no name.
const REMARKS: [&str; 60] = [
    "ni",
    "retrait",
    "autorite",
    "prison",
    "incarcere",
    "incarceree",
    "inconnu",
    "inconnue",
    "dechu",
    "dechue",
    "pas",
    "non",
    "ne",
    "sauf",
    "sans",
    "hormis",
    "hors",
    "excepte",
    "interdit",
    "interdite",
    "interdiction",
    "jamais",
    "jugement",
    "refus",
    "refuse",
    "refusee",
    "decede",
    "decedee",
    "dechu",
    "dechue",
    "retire",
    "retiree",
    "seulement",
    "uniquement",
    "plus",
    "voir",
    "cf",
    "fiche",
    "attente",
    "attention",
    "completer",
    "aucun",
    "aucune",
    "personne",
    "toute",
    "tout",
    "rentre",
    "idem",
    "prononce",
    "except",
    "never",
    "not",
    "only",
    "forbidden",
    "nobody",
    "suspendu",
    "suspendue",
    "exclu",
    "exclue",
    "eloignement",
];

/// Whether a cell for the name of a relative holds a remark: "père interdit", "ne pas contacter".
pub(crate) fn is_remark(text: &str) -> bool {
    let folded = fold(text);
    folded.split(' ').any(|word| REMARKS.contains(&word)) || folded.starts_with("meme que")
}

/// Whether a cell for a guardian says that it is the person: "lui-même", "majeure".
pub(crate) fn is_self(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "lui meme" | "elle meme" | "moi meme" | "moi" | "majeur" | "majeure" | "self"
    )
}

/// Whether a cell says that there is nobody (any more).
pub(crate) fn is_gone(text: &str) -> bool {
    is_self(text)
        || matches!(
            fold(text).as_str(),
            "decede"
                | "decedee"
                | "deceased"
                | "pas encore"
                | "pas connu"
                | "pas connue"
                | "personne"
                | "personne d autre"
                | "pas d autre personne"
                | "aucune autre personne"
                | "absent"
                | "absente"
                | "incarcere"
                | "incarceree"
                | "en prison"
                | "inconnu"
                | "inconnue"
                | "pere inconnu"
                | "mere inconnue"
                | "parti"
                | "partie"
                | "dcd"
                | "separe"
                | "separes"
                | "separee"
                | "divorce"
                | "divorces"
                | "divorcee"
                | "parents separes"
                | "maries"
                | "foyer"
                | "au pays"
                | "ras"
                | "pareil"
                | "nobody"
                | "nobody else"
                | "parents uniquement"
                | "les parents uniquement"
                | "uniquement les parents"
                | "seulement les parents"
                | "parents seulement"
                | "parents only"
        )
}

/// What people are to a child, beside mother and father.
const THEY: &[&str] = &[
    "parent",
    "parents",
    "tuteur",
    "tutrice",
    "guardian",
    "tante",
    "oncle",
    "soeur",
    "frere",
    "aunt",
    "uncle",
    "sister",
    "brother",
    "voisin",
    "voisine",
    "educateur",
    "educatrice",
    "autre",
    "autres",
    "famille",
];
/// Beside those; alone they may be names.
const BESIDE_THEM: &[&str] = &["beau", "belle", "grand", "grande", "deux", "legal", "legale", "accueil"];

/// Whether a cell for a name says what somebody is to the child, and nothing else: "Mère", "tante", "les deux parents".
pub(crate) fn is_what_they_are(name: &str) -> bool {
    let words = Words::of(name);
    [MOTHER, FATHER, THEY].iter().any(|of| words.has(of)) && words.are(&[MOTHER, FATHER, THEY, BESIDE_THEM])
}
