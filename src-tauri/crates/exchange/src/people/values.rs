//! Values as people write them: ages, and the words that stand for our codes.

use ql_model::{
    register::fold,
    vocabulary::{Occupation, PersonRole, Sex, YesNo},
};

use super::{cell::Cell, field::Field};

/// What people write where they have nothing to say.
pub(crate) fn nothing(text: &str) -> bool {
    let folded = fold(text);
    folded.is_empty()
        || matches!(
            folded.as_str(),
            "nc" | "n c"
                | "na"
                | "n a"
                | "nsp"
                | "ne sait pas"
                | "inconnu"
                | "inconnue"
                | "unknown"
                | "neant"
                | "aucun"
                | "aucune"
                | "none"
                | "non communique"
                | "non communiquee"
                | "non renseigne"
                | "non renseignee"
                | "null"
        )
}

/// An age: "14", "14 ans", 14.0. A fraction is of a year that is not over.
pub(crate) fn age(cell: &Cell) -> Option<u8> {
    let years = match cell {
        Cell::Number(number) => *number,
        Cell::Text(text) => {
            let text = text.trim();
            let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
            let (figures, unit) = text.split_at(end);
            let unit = fold(unit);
            // "16 ans et demi".
            let unit = unit.strip_suffix(" et demi").unwrap_or(&unit);
            if !matches!(unit, "" | "an" | "ans" | "a" | "year" | "years" | "years old" | "yo" | "y o" | "y")
            {
                return None;
            }
            // "12,10" is two of them.
            if figures.split([',', '.']).nth(1).is_some_and(|part| part.len() > 1) {
                return None;
            }
            figures.replace(',', ".").parse().ok()?
        }
        _ => return None,
    };
    // The field of the register takes 0 to 120.
    (0.0..121.0).contains(&years).then_some(years as u8)
}

/// Whether it is the name of somebody else than the person of the line.
pub(crate) fn is_relative(field: Field) -> bool {
    field.is_name() && !matches!(field, Field::Given | Field::Family | Field::FullName)
}

/// Marks and words that stand for what is above.
pub(crate) fn is_ditto(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c == ' ' || c == '-' || c == '\u{2013}');
    let mark = |c: char| matches!(c, '"' | '\'' | '\u{2018}'..='\u{201f}' | '\u{2032}'..='\u{2033}' | '\u{3003}' | '«' | '»');
    (!text.is_empty() && text.chars().all(mark))
        || text == "//"
        || matches!(fold(text).as_str(), "idem" | "ditto")
        || text.eq_ignore_ascii_case("id.")
}

/// Whether it says how the authority of parents is held, and not by whom.
pub(crate) fn is_shared(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "conjointe"
            | "conjoint"
            | "exercee conjointement"
            | "partagee"
            | "commune"
            | "exclusive"
            | "unique"
            | "tous"
            | "toutes"
            | "all"
    )
}

/// F or M.
pub(crate) fn sex(text: &str) -> Option<Sex> {
    Some(match fold(text).as_str() {
        "f" | "fille" | "femme" | "fem" | "feminin" | "feminine" | "female" | "girl" | "woman" | "mme"
        | "mlle" | "madame" | "mademoiselle" | "mrs" | "ms" | "miss" => Sex::F,
        "m" | "h" | "g" | "garcon" | "homme" | "masc" | "masculin" | "male" | "boy" | "man" | "mr"
        | "monsieur" => Sex::M,
        _ => return None,
    })
}

/// Whether a text says that the sex is not stated.
pub(crate) fn sex_not_stated(text: &str) -> bool {
    let folded = fold(text);
    matches!(
        folded.as_str(),
        "x" | "autre" | "other" | "non precise" | "nb" | "non binaire" | "prefer not to say"
    ) || folded.ends_with("pas repondre")
        || folded == "ne se prononce pas"
}

/// Yes or no. A star leads to a condition, and who asks does not know.
pub(crate) fn yes_no(cell: &Cell) -> Option<YesNo> {
    if let Cell::Yes(yes) = cell {
        return Some(if *yes { YesNo::Yes } else { YesNo::No });
    }
    let text = cell.text();
    if text.contains(['*', '?']) {
        return None;
    }
    Some(match fold(&text).as_str() {
        "oui" | "o" | "yes" | "y" | "x" | "vrai" | "true" | "1" => YesNo::Yes,
        "non" | "n" | "no" | "faux" | "false" | "0" => YesNo::No,
        _ => match text.trim() {
            "✓" | "✔" | "☑" | "☒" | "✅" => YesNo::Yes,
            "☐" | "✗" | "✘" | "❌" => YesNo::No,
            _ => return None,
        },
    })
}

/// What someone is to the association; our codes are understood too.
pub(crate) fn role(text: &str) -> Option<PersonRole> {
    let folded = fold(text);
    Some(match folded.as_str() {
        "participant" | "participante" | "participants" | "jeune" | "enfant" | "ado" | "adolescent"
        | "adolescente" | "stagiaire" | "eleve" | "child" | "young person" | "beneficiaire" | "habitant"
        | "habitante" => PersonRole::Participant,
        "formateur" | "formatrice" | "intervenant" | "intervenante" | "trainer" | "facilitator"
        | "encadrant" | "encadrante" | "realisateur" | "realisatrice" => PersonRole::Trainer,
        "educateur"
        | "educatrice"
        | "educateur specialise"
        | "educatrice specialisee"
        | "travailleur social"
        | "travailleuse sociale"
        | "assistante sociale"
        | "assistant social"
        | "animateur"
        | "animatrice"
        | "mediateur"
        | "mediatrice"
        | "social worker"
        | "youth worker" => PersonRole::SocialWorker,
        "benevole" | "volontaire" | "volunteer" => PersonRole::Volunteer,
        "partenaire" | "partner" => PersonRole::Partner,
        other => return PersonRole::parse(&other.replace(' ', "_")),
    })
}

/// What someone does; our codes are understood too.
pub(crate) fn occupation(text: &str) -> Option<Occupation> {
    let folded = fold(text);
    Some(match folded.as_str() {
        "eleve"
        | "ecolier"
        | "ecoliere"
        | "collegien"
        | "collegienne"
        | "lyceen"
        | "lyceenne"
        | "scolaire"
        | "scolarise"
        | "scolarisee"
        | "college"
        | "lycee"
        | "lycee pro"
        | "lycee professionnel"
        | "lycee general"
        | "bac pro"
        | "ecole"
        | "primaire"
        | "cp"
        | "ce1"
        | "ce2"
        | "cm1"
        | "cm2"
        | "6e"
        | "5e"
        | "4e"
        | "3e"
        | "6eme"
        | "5eme"
        | "4eme"
        | "3eme"
        | "2nde"
        | "1ere"
        | "seconde"
        | "premiere"
        | "terminale"
        | "en terminale"
        | "en seconde"
        | "en premiere"
        | "lyceen en terminale"
        | "lyceenne en terminale" => Occupation::Pupil,
        "etudiant" | "etudiante" | "en etudes" | "etudes" | "university" => Occupation::Student,
        "salarie" | "salariee" | "en emploi" | "emploi" | "en poste" | "actif" | "active" | "apprenti"
        | "apprentie" | "alternant" | "alternante" | "en activite" | "working" | "interimaire"
        | "independant" | "independante" | "auto entrepreneur" => Occupation::Employed,
        "demandeur d emploi"
        | "demandeuse d emploi"
        | "mission locale"
        | "suivi mission locale"
        | "cherche un emploi"
        | "en recherche d emploi"
        | "recherche d emploi"
        | "chomeur"
        | "chomeuse"
        | "chomage"
        | "au chomage"
        | "sans emploi"
        | "unemployed"
        | "looking for work" => Occupation::JobSeeker,
        "retraite" | "retraitee" | "a la retraite" | "en retraite" => Occupation::Retired,
        "autre"
        | "neet"
        | "decrochage"
        | "decrochage scolaire"
        | "descolarise"
        | "descolarisee"
        | "service civique"
        | "en service civique"
        | "sans activite"
        | "inactif"
        | "inactive"
        | "au foyer"
        | "mere au foyer"
        | "pere au foyer" => Occupation::Other,
        other => return Occupation::parse(&other.replace(' ', "_")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_numbers_with_or_without_a_word() {
        for (text, years) in
            [("14", Some(14)), ("14 ans", Some(14)), ("14ans", Some(14)), ("14,5", Some(14)), ("0", Some(0))]
        {
            assert_eq!(age(&Cell::of(text)), years, "{text}");
        }
        for text in ["12,10", "17-18", "-3", "moins de 18", "121", "1e3", "ans", "NaN", "14 rue"] {
            assert_eq!(age(&Cell::of(text)), None, "{text}");
        }
        assert_eq!(age(&Cell::Number(14.9)), Some(14), "a birthday counts when it was");
    }

    #[test]
    fn marks_for_what_is_above_are_known() {
        for text in ["\"", "”", "''", "-\"-", "-//-", "idem", "Idem.", "id.", "〃", "»"] {
            assert!(is_ditto(text), "{text}");
        }
        for text in ["-", "", "Ida", "\"Jo\"", "N'Diaye"] {
            assert!(!is_ditto(text), "{text}");
        }
    }

    #[test]
    fn words_stand_for_codes() {
        assert_eq!((sex("Fille"), sex("H"), sex("?")), (Some(Sex::F), Some(Sex::M), None));
        assert_eq!(yes_no(&Cell::of("Oui")), Some(YesNo::Yes));
        assert_eq!((yes_no(&Cell::of("✔")), yes_no(&Cell::of("✗"))), (Some(YesNo::Yes), Some(YesNo::No)));
        for text in ["oui, avec sa sœur", "oui*", "Oui ?"] {
            assert_eq!(yes_no(&Cell::of(text)), None, "a condition is no yes: {text}");
        }
        assert_eq!(role("Éducatrice spécialisée"), Some(PersonRole::SocialWorker));
        assert_eq!(role("social_worker"), Some(PersonRole::SocialWorker));
        assert_eq!(occupation("Demandeur d’emploi"), Some(Occupation::JobSeeker));
        assert_eq!(occupation("boulangère"), None);
        for role in PersonRole::ALL {
            assert_eq!(self::role(role.code()), Some(*role), "our own codes are read back");
        }
        for one in Occupation::ALL {
            assert_eq!(occupation(one.code()), Some(*one), "our own codes are read back");
        }
    }
}
