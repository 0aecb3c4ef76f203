//! Of whom the columns before one are: a telephone or an address that does not say whose it is goes by them.

use super::{
    asks,
    field::Field,
    words::{Heading, Words},
};

/// Who was spoken of last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// The person of the line.
    Nobody,
    /// A guardian or whoever is called, who may live with them.
    Family,
    /// "Médecin", "École", an insurer, or a heading that nobody knows.
    Another,
}

/// Whom a column brings up; nothing where it goes on about whoever was before.
pub(super) fn before_of(header: &str, said: &Option<Heading>) -> Option<Before> {
    let unknown =
        || said.is_none() && !asks::is_relation(header) && !asks::is_mail(header) && !is_about_them(header);
    match said {
        Some(Heading::Of(..)) => Some(Before::Family),
        Some(Heading::Own(Field::Insurance)) => Some(Before::Another),
        _ if asks::may_be_another(header) || unknown() => Some(Before::Another),
        // Who the person is leads back to them.
        _ if is_of_identity(said) => Some(Before::Nobody),
        _ => None,
    }
}

/// Names, birth and age: who the person of the line is.
pub(super) fn is_of_identity(said: &Option<Heading>) -> bool {
    use Field::{Birth, Family, FullName, Given, ToldAge};
    matches!(said, Some(Heading::Name | Heading::Own(Given | Family | FullName | Birth | ToldAge)))
}

/// The name of the person of the line, or a part of it.
pub(super) fn is_own_name(said: &Option<Heading>) -> bool {
    is_of_identity(said) && !matches!(said, Some(Heading::Own(Field::Birth | Field::ToldAge)))
}

/// Whether a heading that is no field is of the person of the line, and of nobody else: a telephone behind it is theirs.
fn is_about_them(heading: &str) -> bool {
    const THEIRS: &[&str] = &[
        "classe",
        "class",
        "niveau",
        "regime",
        "taille",
        "allergie",
        "allergies",
        "allergy",
        "remarque",
        "remarques",
        "observation",
        "observations",
        "commentaire",
        "commentaires",
        "notes",
        "date",
        "inscription",
        "n",
        "no",
        "numero",
        "code",
        "id",
        "photo",
        "image",
        "droit",
        "qf",
        "quotient",
        "paiement",
        "paye",
        "tarif",
        "cotisation",
        "licence",
        "horaire",
        "jour",
        "jours",
        "creneau",
        "projet",
        "film",
        "presence",
        "presences",
        "total",
        "autorisation",
        "autorise",
        "autorisee",
        "sortie",
        "quartier",
        "pays",
        "naissance",
        "nationalite",
        "nationality",
        "birth",
        "situation",
        "familiale",
        "garde",
        "langue",
        "certificat",
        "fiche",
        "dossier",
        "annee",
        "grade",
        "form",
        "year",
    ];
    let words = Words::of(heading);
    words.has(THEIRS) || words.0.is_empty()
}
