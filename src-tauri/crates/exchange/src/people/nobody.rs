//! What stands among the names of a list and is nobody: totals, what is signed under it, and what parts it.

use ql_model::register::fold;

/// Words that say it.
const KEYS: [&str; 10] = [
    "total",
    "totaux",
    "effectif",
    "effectifs",
    "signature",
    "signatures",
    "emargement",
    "emargements",
    "nombre",
    "cachet",
];
/// Beside them; any other word may be a name.
const BESIDE: [&str; 73] = [
    "sous",
    "general",
    "date",
    "lieu",
    "visa",
    "nom",
    "prenom",
    "qualite",
    "mention",
    "lu",
    "approuve",
    "de",
    "du",
    "des",
    "d",
    "la",
    "le",
    "les",
    "l",
    "et",
    "a",
    "au",
    "e",
    "s",
    "par",
    "pour",
    "present",
    "presents",
    "presente",
    "presentes",
    "absent",
    "absents",
    "absentes",
    "inscrit",
    "inscrits",
    "inscrites",
    "inscription",
    "inscriptions",
    "participant",
    "participants",
    "participantes",
    "jeune",
    "jeunes",
    "enfant",
    "enfants",
    "eleves",
    "adultes",
    "mineurs",
    "majeurs",
    "personnes",
    "filles",
    "garcons",
    "femmes",
    "hommes",
    "responsable",
    "responsables",
    "legal",
    "legaux",
    "parent",
    "parents",
    "animateur",
    "animatrice",
    "intervenant",
    "intervenante",
    "formateur",
    "formatrice",
    "directeur",
    "directrice",
    "president",
    "presidente",
    "association",
    "structure",
    "organisme",
];
/// What says it as it stands.
const WHOLE: [&str; 38] = [
    "annulation",
    "annulations",
    "annules",
    "annulees",
    "abandon",
    "abandons",
    "filles",
    "garcons",
    "mineurs",
    "majeurs",
    "stagiaires",
    "intervenants",
    "desistement",
    "desistements",
    "animateurs",
    "encadrants",
    "formateurs",
    "benevoles",
    "participants",
    "enfants",
    "jeunes",
    "ados",
    "adultes",
    "liste d attente",
    "lu et approuve",
    "presents",
    "presentes",
    "absents",
    "absentes",
    "inscrits",
    "remarques",
    "observations",
    "annule",
    "annulee",
    "place libre",
    "place reservee",
    "complet",
    "fait a",
];

/// Whether what stands where names do is nobody's: "Total 25", "Signature du responsable", "Fait à Bobigny, le 3 mai".
///
/// Someone may be called so: that is held against the rest of their line by whoever asks.
pub(crate) fn is_nobody(name: &str) -> bool {
    let folded = fold(name);
    // The figure may stand in any column.
    let words = || folded.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    let signed = folded.starts_with("fait a ") || folded.starts_with("fait le ");
    let said = || words().any(|word| KEYS.contains(&word));
    signed
        || WHOLE.contains(&folded.as_str())
        || said() && words().all(|word| KEYS.contains(&word) || BESIDE.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_and_signed_is_nobody() {
        for name in [
            "Total 25",
            "12 Total",
            "Sous-total",
            "Total général",
            "Nombre d'inscrits : 12",
            "Signature :",
            "Nom, date et signature",
            "Signature du/de la responsable légal(e)",
            "Cachet et signature de l'association",
            "Fait à Bobigny, le 3 mai 2026",
            "Liste d’attente",
        ] {
            assert!(is_nobody(name), "{name}");
        }
        for name in ["Total Karim", "Lina Total", "Fait Ali", "Page", "Visa", "Legal", "12", ""] {
            assert!(!is_nobody(name), "{name}");
        }
    }
}
