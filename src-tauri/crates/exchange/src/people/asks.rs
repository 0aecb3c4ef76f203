//! What else a heading asks, beside its field: of whom it is, and what may stand beside it.

use ql_model::register::fold;

use super::{
    kin::{FATHER, MOTHER, OTHERS, RELATION},
    lexicon::{ALONE, CHILD, FAMILY, GIVEN, GROUP, LEAVES, MAIL, NUMBER, OF_PHONE, PHONE, SOMEONE},
    words::{Heading, What, Which, Whose, Words, heading, words},
};

/// Most words of a heading that groups others.
const MOST_OF_A_GROUP: usize = 5;

/// Whether it asks in any words about leaving alone.
pub(crate) fn asks_leaving(text: &str) -> bool {
    let words = Words::of(text);
    words.has(ALONE) && words.has(LEAVES)
}

/// Whether a heading of both names has the family name first.
pub(crate) fn family_first(heading: &str) -> bool {
    let words = words(heading);
    let first = |lists: &[&[&str]]| {
        words.iter().position(|word| lists.iter().any(|list| list.contains(&word.as_str())))
    };
    let (family, given) = (first(&[FAMILY, &["last", "family"]]), first(&[GIVEN, &["first"]]));
    matches!((family, given), (Some(family), Some(given)) if family < given)
}

/// Whether a column holds postal codes, whose first zero a spreadsheet takes away.
pub(crate) fn is_postal_code(heading: &str) -> bool {
    Words::of(heading).has(&["cp", "postal", "postcode", "zip"])
}

/// "Groupe du samedi", "Atelier B".
pub(crate) fn begins_with_group(text: &str) -> bool {
    words(text).first().is_some_and(|word| GROUP.contains(&word.as_str()))
}

/// An address of mail, which is not read.
pub(crate) fn is_mail(heading: &str) -> bool {
    Words::of(heading).has(MAIL)
}

/// Whether a column holds the children of a family.
pub(crate) fn is_of_children(heading: &str) -> bool {
    Words::of(heading).has(&["enfants", "children"])
}

/// "Mère", "Papa": a parent, and nothing of what of them.
pub(crate) fn is_parent(text: &str) -> bool {
    let words = Words::of(text);
    (words.has(MOTHER) || words.has(FATHER)) && words.are(&[MOTHER, FATHER])
}

/// Whether a heading is of a guardian, whichever and whatever of them.
pub(crate) fn is_of_a_guardian(text: &str) -> bool {
    matches!(heading(text), Some(Heading::Of(Whose::Guardian(_), _)))
}

/// Whether a heading is the name of a guardian, and not which parent.
pub(crate) fn is_other_guardian(text: &str) -> bool {
    let which = |which: Which| !matches!(which, Which::Mother | Which::Father);
    matches!(heading(text), Some(Heading::Of(Whose::Guardian(of), What::Name)) if which(of))
}

/// Whether a heading is the name of the mother or of the father.
pub(crate) fn names_a_parent(text: &str) -> bool {
    let which = |which: Which| matches!(which, Which::Mother | Which::Father);
    matches!(heading(text), Some(Heading::Of(Whose::Guardian(of), What::Name)) if which(of))
}

/// "Nom de l'enfant", "Enfant": the child is named, and not somebody of theirs.
pub(crate) fn is_name_of_the_child(heading: &str) -> bool {
    Words::of(heading).has(CHILD)
}

/// "Votre nom": of whoever fills in the form.
pub(super) fn is_of_who_writes(heading: &str) -> bool {
    Words::of(heading).has(&["votre", "vos", "your"])
}

/// Whether a heading asks what somebody works.
pub(crate) fn is_work(heading: &str) -> bool {
    Words::of(heading).has(&["profession", "professions", "metier", "employeur", "job", "work", "travail"])
}

/// A telephone, and nothing of whose it is.
pub(crate) fn is_bare_phone(heading: &str) -> bool {
    let words = Words::of(heading);
    words.has(PHONE) && words.are(&[PHONE, NUMBER, OF_PHONE])
}

/// Whether a telephone says that it is the person's own.
pub(crate) fn is_of_someone(heading: &str) -> bool {
    Words::of(heading).has(SOMEONE)
}

/// "Civilité", which stands before the name it belongs to.
pub(crate) fn is_title(heading: &str) -> bool {
    words(heading).iter().any(|word| word == "civilite")
}

/// Whether a heading names somebody else, known or not, to whom a telephone behind it may belong.
pub(crate) fn may_be_another(heading: &str) -> bool {
    let words = Words::of(heading);
    words.whose() != Whose::Own || words.has(OTHERS)
}

/// The number by which a heading is told from others of its kind: "Contact d'urgence 2".
pub(crate) fn number_in(heading: &str) -> Option<u8> {
    let words = Words::of(heading);
    let figures = || words.0.iter().find_map(|word| word.parse().ok());
    let second = words.has(&["deux", "second", "seconde", "deuxieme", "autre", "autres", "other"]);
    figures().or_else(|| second.then_some(2)).or_else(|| words.has(&["premier", "premiere"]).then_some(1))
}

/// The word a heading has for what a guardian is ("mère"), as it was written, in small letters; none where it has several.
pub(crate) fn relation_in(heading: &str) -> Option<String> {
    // "Parent ou tuteur" says neither.
    if Words::of(heading).has(&["parent", "parents", "responsable", "representant"]) {
        return None;
    }
    let is = |word: &&str| {
        let folded = fold(word);
        let folded = folded.as_str();
        MOTHER.contains(&folded) || FATHER.contains(&folded) || matches!(folded, "tuteur" | "tutrice")
    };
    let mut found = heading.split(|c: char| !c.is_alphabetic()).filter(is).map(str::to_lowercase);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// "Lien de parenté", without saying whose.
pub(crate) fn is_relation(heading: &str) -> bool {
    Words::of(heading).has(RELATION)
}

/// Whether a heading is about someone else than the person of the line.
pub(crate) fn of_someone_else(heading: &str) -> bool {
    let words = Words::of(heading);
    // More words are a title.
    words.0.len() <= MOST_OF_A_GROUP && !words.leads() && words.whose() != Whose::Own
}
