//! Names in one cell, parted: the family name is what stands in capitals, or before a comma; else the last word, with the
//! particle before it, unless the other cells of the column put it first.

use std::{borrow::Cow, cmp::Ordering};

use ql_model::register::fold;

/// Words that belong to the family name they stand before.
const PARTICLES: [&str; 24] = [
    "de", "du", "des", "la", "le", "da", "das", "do", "dos", "di", "del", "della", "van", "von", "der",
    "den", "ben", "bin", "ibn", "el", "al", "ould", "st", "saint",
];

/// Where the family name stands in most cells that say it by capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    First,
    Last,
}

/// Most words of a name; what has more is a sentence.
const MOST_WORDS: usize = 10;

/// Figures of a postal code, a telephone or a year; "Mohamed 2" is a name in a list of two.
const FIGURES: usize = 4;

/// Whether somebody's name has what no name has: a number, signs, or the length of a sentence.
pub(crate) fn is_odd(name: &str) -> bool {
    let numbers = || name.split_whitespace().filter(|word| word.starts_with(|c: char| c.is_numeric()));
    name.starts_with(|c: char| c.is_numeric())
        || numbers().map(|word| word.chars().filter(|c| c.is_numeric()).count()).sum::<usize>() >= FIGURES
        || name.contains(|c| "=:*@#<>_|{}[]\\€%!;•".contains(c))
        || name.split_whitespace().count() > MOST_WORDS
        || name.contains(|c: char| c.is_ascii_digit()) && fold(name).split(' ').any(|word| word == "ans")
}

/// Whether it is a title without a name.
pub(crate) fn is_title(text: &str) -> bool {
    matches!(fold(text).as_str(), "m" | "mr" | "mme" | "mlle" | "monsieur" | "madame" | "mrs" | "ms")
}

/// Whether a letter was lost: "A?cha", as a program writes what its letters have not, or a sign stands for it, as for those of Poland.
pub(crate) fn is_lost(name: &str) -> bool {
    name.contains(|c| "?¡¢£¤¥¦§©¬®¯±²³µ¶¹¼½¾¿×÷".contains(c))
}

/// Whether it names more than one: "Lina et Noé", "Lina / Noé".
pub(crate) fn are_several(name: &str) -> bool {
    let word = |word: &str| matches!(word, "et" | "ET" | "Et" | "and" | "&" | "+" | "-" | "–");
    name.contains(['/', '&', '+', ';'])
        || name.split_whitespace().any(word)
        || name.split_whitespace().next().is_some_and(|first| matches!(&*fold(first), "famille" | "fratrie"))
}

/// Whether a cell of whole names has those of several, parted by commas; "KACI, Lina, Marie" are those of one.
pub(crate) fn are_listed(name: &str) -> bool {
    let mut parts = name.trim_matches([',', ' ']).split(',');
    let first = parts.next().unwrap_or_default();
    let shouted = first.split_whitespace().all(capitals_of) && !capitals_of(&name.replace(' ', ""));
    parts.count() > 1 && !shouted
}

/// How a name stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Given,
    Family,
    Whole,
}

/// A name whose hyphens have spaces around them, as it is meant: "Jean - Pierre", "BEN ALI - DUPONT". Where a hyphen may part two people, or
/// a name from what is said of it ("Lina - absente"), it stays as it is.
pub(crate) fn hyphened(name: &str, of: Of) -> Cow<'_, str> {
    const HYPHENS: [char; 2] = ['-', '–'];
    let spaced: Vec<usize> = name
        .match_indices(HYPHENS)
        .filter(|(at, hyphen)| name[..*at].ends_with(' ') || name[at + hyphen.len()..].starts_with(' '))
        .map(|(at, _)| at)
        .collect();
    // Three given names are seldom one.
    if spaced.is_empty() || (spaced.len() > 1 && of != Of::Family) {
        return name.into();
    }
    let mut joined = String::with_capacity(name.len());
    let mut from = 0;
    for at in spaced {
        // The second of two that stand together.
        if at < from {
            continue;
        }
        let behind = name[at..].trim_start_matches(HYPHENS);
        let after = behind.trim_start();
        joined.push_str(&name[from..at]);
        let before = joined.trim_end().len();
        if join(&joined[..before], after, of) {
            joined.truncate(before);
            joined.push('-');
            from = name.len() - after.len();
        } else {
            joined.push_str(&name[at..name.len() - behind.len()]);
            from = name.len() - behind.len();
        }
    }
    joined.push_str(&name[from..]);
    joined.into()
}

/// Whether a hyphen between them joins what stands before and behind it.
fn join(before: &str, after: &str, of: Of) -> bool {
    let (left, right): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    let (Some(last), Some(first)) = (left.last(), right.first()) else { return false };
    let begins =
        |word: &str| word.chars().next().filter(|letter| letter.is_alphabetic()).map(char::is_lowercase);
    if begins(last).is_none() || begins(last) != begins(first) {
        return false;
    }
    // "Jean - Pierre" is one, "Léa - Tom" may be two.
    const HEADS: [&str; 10] =
        ["jean", "marie", "anne", "pierre", "paul", "louis", "charles", "rose", "lou", "francois"];
    if of == Of::Given {
        return HEADS.contains(&fold(last).as_str());
    }
    if of == Of::Family {
        return true;
    }
    let all = [&left[..], &right[..]].concat();
    // The hyphen of a family name in capitals, at one end of a name that has another one.
    let shouted = capitals(&all).is_some_and(|(from, to)| from < left.len() && left.len() < to);
    shouted || capitals_of(last) == capitals_of(first) && left.len() == 1 && right.len() > 1
}

/// Reads from a whole column where family names stand; where it is `usual`, if nothing says it.
pub(crate) fn place<'a>(names: impl Iterator<Item = std::borrow::Cow<'a, str>>, usual: Place) -> Place {
    let (mut first, mut last) = (0_usize, 0_usize);
    for name in names {
        let words: Vec<&str> = name.split_whitespace().collect();
        if let Some((from, to)) = capitals(&words) {
            first += usize::from(from == 0);
            last += usize::from(to == words.len());
        }
    }
    match first.cmp(&last) {
        Ordering::Greater => Place::First,
        Ordering::Less => Place::Last,
        Ordering::Equal => usual,
    }
}

/// Given name and family name.
pub(crate) fn split(name: &str, place: Place) -> (String, String) {
    let name = name.trim().trim_matches(',').trim();
    if let Some((family, given)) = name.split_once(',') {
        return (given.trim().to_owned(), family.trim().to_owned());
    }
    let words: Vec<&str> = name.split_whitespace().skip_while(|word| is_title(word)).collect();
    if words.len() < 2 {
        let name = words.first().copied().unwrap_or(name);
        return match capitals_of(name) && words.len() == 1 {
            // "KACI" in a column of full names; a first name alone is seldom shouted.
            true => (String::new(), name.to_owned()),
            false => (name.to_owned(), String::new()),
        };
    }
    let (from, to) = capitals(&words).unwrap_or_else(|| match place {
        Place::First => (0, first_family(&words)),
        Place::Last => (last_family(&words), words.len()),
    });
    let given: Vec<&str> = words[..from].iter().chain(&words[to..]).copied().collect();
    (given.join(" "), words[from..to].join(" "))
}

/// Whether a name has all the words of a part of it.
pub(crate) fn holds(name: &str, part: &str) -> bool {
    let words = fold(name);
    let part = fold(part);
    !part.is_empty() && part.split(' ').all(|one| words.split(' ').any(|word| word == one))
}

/// What a whole name has beside a part of it that is known: "DIALLO Issa" without "Issa"; all of it, where that is no part.
pub(crate) fn without(whole: &str, part: &str) -> String {
    let known: Vec<String> = part.split_whitespace().map(fold).collect();
    let rest: Vec<&str> = whole.split_whitespace().filter(|word| !known.contains(&fold(word))).collect();
    if rest.len() + known.len() == whole.split_whitespace().count() {
        rest.join(" ")
    } else {
        whole.trim().to_owned()
    }
}

/// The run of words in capitals, at the beginning or the end, with its particle; none where all or none are.
fn capitals(words: &[&str]) -> Option<(usize, usize)> {
    let from = words.iter().position(|word| capitals_of(word))?;
    let length = words[from..].iter().take_while(|word| capitals_of(word)).count();
    let to = from + length;
    let from = from - words[..from].iter().rev().take_while(|word| particle(word)).count();
    let others = words[..from].iter().chain(&words[to..]).any(|word| capitals_of(word));
    let whole = from == 0 && to == words.len();
    (!whole && !others && (from == 0 || to == words.len())).then_some((from, to))
}

/// Two letters or more, and none of them small: an initial says nothing.
fn capitals_of(word: &str) -> bool {
    // "d'ARC", "l'HÔTE".
    let word = word.strip_prefix("d'").or_else(|| word.strip_prefix("d’")).unwrap_or(word);
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.all(char::is_uppercase)
}

fn particle(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase) && PARTICLES.contains(&word)
}

fn last_family(words: &[&str]) -> usize {
    let mut from = words.len() - 1;
    while from > 1 && PARTICLES.contains(&words[from - 1].to_lowercase().as_str()) {
        from -= 1;
    }
    from
}

fn first_family(words: &[&str]) -> usize {
    let particles = words.iter().take_while(|word| PARTICLES.contains(&word.to_lowercase().as_str())).count();
    // "EL AMRANI" is a family name, and nothing behind it a given one.
    if particles + 1 == words.len() { words.len() } else { (particles + 1).min(words.len() - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::remarks::{is_gone, is_remark};

    #[test]
    fn names_are_parted_by_capitals_comma_or_place() {
        for (name, given, family) in [
            ("KACI Lina", "Lina", "KACI"),
            ("Lina KACI", "Lina", "KACI"),
            ("Lina Kaci", "Lina", "Kaci"),
            ("Kaci, Lina", "Lina", "Kaci"),
            ("DIALLO NDIAYE Aïssatou", "Aïssatou", "DIALLO NDIAYE"),
            ("BEN-AMAR Noé Luc", "Noé Luc", "BEN-AMAR"),
            ("Ana da Silva", "Ana", "da Silva"),
            ("Ana DA SILVA", "Ana", "DA SILVA"),
            ("Charles de GAULT", "Charles", "de GAULT"),
            ("d'ARC Jeanne", "Jeanne", "d'ARC"),
            ("LINA KACI", "LINA", "KACI"),
            ("KACI Lina M.", "Lina M.", "KACI"),
            ("Mme KACI Lina", "Lina", "KACI"),
            ("Lina", "Lina", ""),
            ("KACI", "", "KACI"),
            ("لينا قاسي", "لينا", "قاسي"),
            ("de la", "de", "la"),
        ] {
            assert_eq!(split(name, Place::Last), (given.to_owned(), family.to_owned()), "{name}");
        }
    }

    #[test]
    fn what_is_no_name_is_known() {
        for name in [
            "93200 Bobigny",
            "3 bis",
            "06 39 98 00 11",
            "Légende : x = absent",
            "* à jeun",
            "• Lina",
            "Lina Kaci 12 ans",
            "lina@exemple.fr",
        ] {
            assert!(is_odd(name), "{name}");
        }
        for name in [
            "Marie-Ève",
            "Jean \"Jo\" Paul",
            "O’Neil",
            "María del Carmen de los Ángeles",
            "Louis XIV",
            "Mohamed 2",
            "Aya (dite Nana)",
        ] {
            assert!(!is_odd(name) && !are_several(name) && !is_lost(name), "{name}");
        }
        assert!(are_several("Lina et Noé") && are_several("Lina/Noé") && are_several("Lina & Noé"));
        assert!(are_several("Noé - Lina") && !are_several("Anne-Zoé"));
        assert!(
            are_listed("Lina, Noé, Awa") && !are_listed("KACI, Lina, Marie") && !are_listed("Kaci, Lina,")
        );
        for remark in [
            "père interdit (jugement)",
            "Toute personne sauf le père",
            "décédé",
            "ne pas contacter",
            "voir fiche",
            "Karim Ba (droit de visite suspendu)",
        ] {
            assert!(is_remark(remark), "{remark}");
        }
        for name in [
            "Mme Ba (à contacter en priorité)",
            "M. Ba, joindre plutôt le soir",
            "Mme Ba seule",
            "Fatou N'Diaye",
            "Mémé",
        ] {
            assert!(!is_remark(name), "{name}");
        }
        assert!(is_gone("Décédé") && !is_gone("Décédé en 2019, voir tante"));
        assert!(!is_remark("Nadia Pasquier") && is_title("Mme") && !is_title("Mme Ba"));
        assert!(!are_several("Etienne") && !are_several("Juliet") && is_lost("A?cha"));
    }

    #[test]
    fn the_column_says_where_family_names_stand() {
        let names = ["KACI Lina", "Petit Noé", "DIALLO Awa"];
        let place = place(names.iter().map(|name| std::borrow::Cow::Borrowed(*name)), Place::Last);
        assert_eq!(place, Place::First);
        assert_eq!(split("El Amrani", place), (String::new(), "El Amrani".to_owned()));
        assert_eq!(split("Petit Noé", place), ("Noé".to_owned(), "Petit".to_owned()));
    }
}
