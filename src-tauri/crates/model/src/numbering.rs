//! Labels of scenes and shots: computed from order, never stored as identity. Once a film is locked (shoot day) the labels it had
//! stay, what is inserted gets a label of its own, and what is removed keeps its label as omitted.

use std::collections::HashSet;

use crate::vocabulary::Numbering;

/// The 24 letters of shot labels: I and O read as 1 and 0 on a slate.
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The letters of the shot at this position: A … Z without I and O, then AA, AB …
#[must_use]
pub fn letters(position: usize) -> String {
    let mut rest = position + 1;
    let mut word = Vec::new();
    while rest > 0 {
        rest -= 1;
        word.push(LETTERS[rest % LETTERS.len()] as char);
        rest /= LETTERS.len();
    }
    word.iter().rev().collect()
}

/// One thing to label: what it was locked as, if it was.
#[derive(Clone, Debug, Default)]
pub struct Slot<'a> {
    /// The label it had when the film was locked.
    pub locked: Option<&'a str>,
}

/// Scene numbers in order. A scene inserted into a locked film is the one before it with "bis", "ter" or a count.
#[must_use]
pub fn scenes(slots: &[Slot<'_>]) -> Vec<String> {
    if slots.iter().all(|slot| slot.locked.is_none()) {
        return (1..=slots.len()).map(|n| n.to_string()).collect();
    }
    let mut used: HashSet<String> = slots.iter().filter_map(|slot| slot.locked.map(str::to_owned)).collect();
    let mut base = String::from("0");
    let mut numbers = Vec::with_capacity(slots.len());
    for slot in slots {
        let number = if let Some(locked) = slot.locked {
            locked.clone_into(&mut base);
            locked.to_owned()
        } else {
            let suffixes = ["bis".to_owned(), "ter".to_owned(), "quater".to_owned()]
                .into_iter()
                .chain((5..).map(|n| format!("-{n}")));
            first_free(&mut used, suffixes.map(|suffix| format!("{base}{suffix}")))
        };
        numbers.push(number);
    }
    numbers
}

/// Shot labels of one scene, in order. `through` is how many shots came before in the film (for [`Numbering::Through`]); `used` are the
/// labels that a locked film has given anywhere, and those given here are added to them.
#[must_use]
pub fn shots(
    style: Numbering,
    scene: &str,
    through: usize,
    slots: &[Slot<'_>],
    used: &mut HashSet<String>,
) -> Vec<String> {
    let fresh = |position: usize| match style {
        Numbering::Letters => format!("{scene}{}", letters(position)),
        Numbering::Numbers => format!("{scene}-{}", position + 1),
        Numbering::Through => (through + position + 1).to_string(),
    };
    if slots.iter().all(|slot| slot.locked.is_none()) {
        // Nothing was given anywhere: nobody has to be asked whether a label is free.
        if used.is_empty() {
            return (0..slots.len()).map(fresh).collect();
        }
        return (0..slots.len()).map(|position| first_free(used, (position..).map(fresh))).collect();
    }
    let mut before: Option<&str> = None;
    let mut labels = Vec::with_capacity(slots.len());
    for slot in slots {
        let label = match (slot.locked, before) {
            (Some(locked), _) => {
                before = Some(locked);
                locked.to_owned()
            }
            (None, Some(before)) => first_free(used, (0..).map(|n| format!("{before}{}", letters(n)))),
            // Nothing locked stands before it: it takes the next free label of the scene.
            (None, None) => first_free(used, (slots.len()..).map(fresh)),
        };
        labels.push(label);
    }
    labels
}

fn first_free(used: &mut HashSet<String>, mut candidates: impl Iterator<Item = String>) -> String {
    let label = candidates.find(|label| !used.contains(label)).unwrap_or_default();
    used.insert(label.clone());
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots<'a>(labels: &[Option<&'a str>]) -> Vec<Slot<'a>> {
        labels.iter().map(|locked| Slot { locked: *locked }).collect()
    }

    /// The labels of one scene in a film that has given no others.
    fn alone(style: Numbering, scene: &str, through: usize, slots: &[Slot<'_>]) -> Vec<String> {
        let mut used = slots.iter().filter_map(|slot| slot.locked.map(str::to_owned)).collect();
        shots(style, scene, through, slots, &mut used)
    }

    #[test]
    fn letters_skip_i_and_o_and_go_on_after_z() {
        let all: Vec<String> = (0..26).map(letters).collect();
        assert_eq!(all.join(" "), "A B C D E F G H J K L M N P Q R S T U V W X Y Z AA AB");
    }

    #[test]
    fn the_three_styles() {
        let free = slots(&[None, None, None]);
        assert_eq!(alone(Numbering::Letters, "12", 30, &free), ["12A", "12B", "12C"]);
        assert_eq!(alone(Numbering::Numbers, "12", 30, &free), ["12-1", "12-2", "12-3"]);
        assert_eq!(alone(Numbering::Through, "12", 30, &free), ["31", "32", "33"]);
    }

    #[test]
    fn a_locked_film_keeps_its_labels() {
        let inserted = slots(&[Some("12A"), None, None, Some("12B"), None]);
        assert_eq!(alone(Numbering::Letters, "12", 0, &inserted), ["12A", "12AA", "12AB", "12B", "12BA"]);
        let first = slots(&[None, Some("12A"), Some("12AA")]);
        let labels = alone(Numbering::Letters, "12", 0, &first);
        assert_eq!(
            labels.iter().collect::<HashSet<_>>().len(),
            3,
            "no two shots may share a label: {labels:?}"
        );
        assert_eq!(scenes(&slots(&[Some("1"), None, None, Some("2")])), ["1", "1bis", "1ter", "2"]);
    }
}
