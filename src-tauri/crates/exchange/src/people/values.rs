//! Values as people write them: ages, telephones, and the words that stand for our codes.

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

/// Telephones, as they are dialled in France and in pairs of figures; others as they were written.
pub(crate) fn phones(text: &str) -> String {
    let several = |c: char| matches!(c, '/' | ';' | ',' | '\n');
    // "06/39/98/00/11": signs that part two telephones part the pairs of one.
    let pairs = || text.split(several).all(|part| part.trim().len() <= 3);
    let one = phone(&text.replace(several, " "));
    if is_phone(&one) && pairs() {
        return one;
    }
    let apart = text.replace(" ou ", "/");
    let all: Vec<String> =
        apart.split(several).map(str::trim).filter(|one| !one.is_empty()).map(phone).collect();
    all.join(" / ")
}

/// Whether it is a field of numbers: those of relatives stand beside their names too.
pub(crate) fn may_be_rounded(field: Field) -> bool {
    field.is_phone() || field == Field::Insurance || is_relative(field)
}

/// Whether it is the name of somebody else than the person of the line.
pub(crate) fn is_relative(field: Field) -> bool {
    field.is_name() && !matches!(field, Field::Given | Field::Family | Field::FullName)
}

/// A number as a spreadsheet shortens it, "6,39E+08": its last figures are not there. Nor are those of a number of sixteen figures, and a
/// fraction is what is left of two that were taken for one.
pub(crate) fn is_rounded(cell: &Cell) -> bool {
    if let Cell::Number(number) = cell {
        return number.fract() != 0.0 || number.abs() >= 1e15;
    }
    let all = |text: &str, is: fn(char) -> bool| !text.is_empty() && text.chars().all(is);
    cell.text().split([' ', '/', ';', '\n']).any(|one| {
        let Some((figures, power)) = one.split_once(['E', 'e']) else { return false };
        let power = power.strip_prefix('+').unwrap_or(power);
        all(power, |c| c.is_ascii_digit()) && all(figures, |c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    })
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

/// Whether a text is figures, as a telephone that stands where a name should.
pub(crate) fn is_number(text: &str) -> bool {
    let beside = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')' | '+' | '/' | ',' | ';' | '\n');
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || beside(c))
}

/// Whether a text is one telephone of France, and nothing else.
pub(crate) fn is_phone(text: &str) -> bool {
    let written = phone(text.trim());
    written.len() == 14 && written.starts_with('0') && is_number(&written)
}

/// Whether words stand where a telephone does, that do not say why there is none: "Bobigny" has slipped there.
pub(crate) fn is_no_phone(text: &str) -> bool {
    const SAID: [&str; 12] =
        ["voir", "meme", "pas", "idem", "liste", "aucun", "aucune", "sans", "cf", "non", "ne", "celui"];
    let folded = fold(text);
    !text.contains(|c: char| c.is_ascii_digit())
        && !nothing(text)
        && !folded.split(' ').next().is_some_and(|word| SAID.contains(&word))
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

/// The telephone that stands behind a name in one cell: "Nadia Benali 06 39 98 41 10".
pub(crate) fn behind(text: &str) -> Option<(String, String)> {
    let from = text.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let (name, number) = (text[..from].trim_end_matches([' ', ',', ':', '-', '(']), &text[from..]);
    let written = phone(number.trim_end_matches([' ', ')']));
    let is_one = written.len() == 14 && written.starts_with('0');
    (is_one && !name.is_empty()).then(|| (name.to_owned(), written))
}

fn phone(text: &str) -> String {
    // As a spreadsheet is told that a number is a text.
    let text = text.trim_start_matches(['\'', '’']);
    let beside = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')' | '+' | '\u{2010}'..='\u{2015}');
    if !text.chars().all(|c| c.is_ascii_digit() || beside(c)) {
        return text.to_owned();
    }
    let mut digits: String = text.chars().filter(char::is_ascii_digit).collect();
    // "0611111111-0622222222": two of ten figures.
    if digits.len() == 20 && digits.starts_with('0') && digits[10..].starts_with('0') {
        return format!("{} / {}", phone(&digits[..10]), phone(&digits[10..]));
    }
    let abroad = text.starts_with('+') || digits.starts_with("00");
    let digits = if abroad { digits.split_off(if digits.starts_with("00") { 2 } else { 0 }) } else { digits };
    let national = match digits.strip_prefix("33") {
        // Also where the plus was lost, and where the zero was kept: "+33 (0)6".
        Some(rest) if abroad || digits.len() == 11 => rest.strip_prefix('0').unwrap_or(rest),
        _ if abroad => return text.to_owned(),
        // Nine figures: a spreadsheet took a number for a number.
        _ if digits.len() == 9 => &digits,
        _ => digits.strip_prefix('0').unwrap_or(""),
    };
    if national.len() != 9 || national.starts_with('0') {
        return text.to_owned();
    }
    let mut spaced = format!("0{}", &national[..1]);
    for at in (1..9).step_by(2) {
        spaced.push(' ');
        spaced.push_str(&national[at..at + 2]);
    }
    spaced
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
    fn telephones_are_read_as_they_are_dialled() {
        for (written, read) in [
            ("639980011", "06 39 98 00 11"),
            ("0639980011", "06 39 98 00 11"),
            ("06.39.98.00.11", "06 39 98 00 11"),
            ("+33 6 39 98 00 11", "06 39 98 00 11"),
            ("+33 (0)6 39 98 00 11", "06 39 98 00 11"),
            ("0033639980011", "06 39 98 00 11"),
            ("33639980011", "06 39 98 00 11"),
            ("06 39 98 00 11/06 39 98 00 12", "06 39 98 00 11 / 06 39 98 00 12"),
            ("+44 20 7946 0000", "+44 20 7946 0000"),
            ("0639980011-0639980012", "06 39 98 00 11 / 06 39 98 00 12"),
            ("06/39/98/00/11", "06 39 98 00 11"),
            ("06,39,98,00,11", "06 39 98 00 11"),
            ("06 39 98 00 11 ou 0639980012", "06 39 98 00 11 / 06 39 98 00 12"),
            ("voir sa mère", "voir sa mère"),
            ("3919", "3919"),
            ("06 39 98 00", "06 39 98 00"),
        ] {
            assert_eq!(phones(written), read, "{written}");
        }
    }

    #[test]
    fn a_number_that_was_rounded_is_known() {
        for text in ["6,39E+08", "6.4E8", "6E+08", "06 39 98 00 11 / 6,39E+08", "Tel 6,39E+08"] {
            assert!(is_rounded(&Cell::of(text)), "{text}");
        }
        for text in ["06 39 98 00 11", "Élise", "E+08"] {
            assert!(!is_rounded(&Cell::of(text)), "{text}");
        }
        assert!(is_rounded(&Cell::Number(639_980_011.4)) && is_rounded(&Cell::Number(2.5e15)));
        assert!(!is_rounded(&Cell::Number(639_980_011.0)));
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
