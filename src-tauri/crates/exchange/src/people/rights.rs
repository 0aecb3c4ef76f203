//! What headings and cells say of the authority of parents, of judges, and of who must not come: no right is taken from a list that speaks of
//! them.

use super::{
    kin::{ALLOWED, AUTHORITY, FATHER, GUARDIAN, MOTHER, OF_AUTHORITY, PICKUP},
    lexicon::NOT,
    words::Words,
};

/// Whether a heading is of who has the authority of a parent, without saying what else they are.
pub(super) fn asks_authority(heading: &str) -> bool {
    Words::of(heading).of_authority()
}

/// Whether a heading is of a guardian who has it: "Responsable ayant l'autorité parentale".
pub(super) fn has_authority(heading: &str) -> bool {
    Words::of(heading).has_authority()
}

/// Whether a yes under such a heading can only say that they have it: "Père déchu de l'autorité parentale" asks the contrary.
pub(super) fn says_authority(heading: &str) -> bool {
    const TOGETHER: &[&str] = &["conjointe", "partagee", "commune", "joint", "shared"];
    const ANSWERS: &[&str] = &["oui", "non", "yes", "no"];
    let words = Words::of(heading);
    AUTHORITY.iter().all(|of| words.has(of))
        && words.are(&[AUTHORITY[0], AUTHORITY[1], OF_AUTHORITY, MOTHER, FATHER, GUARDIAN, TOGETHER, ANSWERS])
}

/// Of the authority of parents, and that somebody lost it.
const OF_AUTHORITY_ALONE: &[&str] = &["autorite", "authority", "custody", "dechu", "dechue", "decheance"];
/// Of a judge's decision.
const OF_A_JUDGE: &[&str] = &[
    "juge",
    "jaf",
    "jugement",
    "judge",
    "justice",
    "restraining",
    "tribunal",
    "interdiction",
    "interdictions",
    "eloignement",
];
/// What is forbidden to people, as pictures or food are to others.
const FORBIDDEN: &[&str] = &[
    "refuse",
    "refusee",
    "refuses",
    "refusees",
    "interdit",
    "interdite",
    "interdits",
    "interdites",
    "forbidden",
];
/// Whom, or what of a child.
const OF_PEOPLE: &[&str] =
    &["personne", "personnes", "parent", "parents", "contact", "contacts", "visite", "visites"];

/// Whether a heading speaks in any words of the authority of parents.
pub(super) fn speaks_of_authority(heading: &str) -> bool {
    const OF_PARENTS: &[&str] = &["parentale", "parental"];
    const HELD: &[&str] = &["responsabilite", "responsibility", "responsibilities", "droits", "rights"];
    let words = Words::of(heading);
    words.has(OF_AUTHORITY_ALONE) || words.has(OF_PARENTS) && words.has(HELD)
}

/// "Garde", "Droit de garde".
pub(super) fn asks_who_has_care(heading: &str) -> bool {
    Words::of(heading).has(&["garde"])
}

/// Whether a heading, or what stands in a cell, may say that a judge took something from somebody, or that somebody must not come.
pub(super) fn speaks_of_a_judge(text: &str) -> bool {
    const CARE: &[&str] = &["garde"];
    const TAKEN: &[&str] =
        &["exclusive", "retire", "retiree", "retrait", "perdu", "suspendue", "uniquement", "seule", "seul"];
    const NEVER: [&str; 13] = [
        "pas le droit",
        "ne pas remettre",
        "ne pas confier",
        "ne pas laisser",
        "pas de contact",
        "doit pas etre confie",
        "not allowed",
        "do not release",
        "no contact",
        "court order",
        "n est plus",
        "n a plus",
        "ne pas contacter",
    ];
    const PRISON: &[&str] = &["prison", "incarcere", "incarceree", "detenu", "detenue", "detention"];
    let words = Words::of(text);
    let people = [OF_PEOPLE, MOTHER, FATHER, PICKUP, ALLOWED].iter().any(|of| words.has(of));
    // "(oui/non)" asks, and forbids nothing.
    let asked = words.has(&["oui", "yes"]);
    let not = words
        .0
        .iter()
        .any(|word| NOT.contains(&word.as_str()) && !(asked && matches!(word.as_str(), "non" | "no")));
    words.has(OF_AUTHORITY_ALONE)
        || words.has(OF_A_JUDGE)
        || words.has(FORBIDDEN) && people
        || words.has(CARE) && (words.has(TAKEN) || words.has(MOTHER) || words.has(FATHER))
        || not && people
        || words.has(PRISON)
        || words.has(&["visite", "visites"])
            && (words.has(&["droit", "droits"]) || words.has(&["mediatisee", "mediatisees"]))
        || words.has(&["droit", "droits"]) && words.has(&["aucun"])
        || words.has(&["violent", "violente", "violence", "violences", "plainte"])
        || words.has(&["residence"]) && words.has(&["exclusive"])
        || words.has(&["uniquement", "seulement", "seul", "seule", "only"])
            && (words.has(MOTHER) || words.has(FATHER))
        || words.has(&["ordonnance"]) && words.has(&["protection"])
        || words.has(&["parentaux"]) && words.has(&["droits"])
        || words.has(&["gardien", "gardienne"]) && words.has(NOT)
        || NEVER.iter().any(|never| words.0.join(" ").contains(never))
}
