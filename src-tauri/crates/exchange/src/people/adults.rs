//! Where a list names a child, whoever else it names is not the person of the line: "Nom", "Prénom", "Tél", "Nom de l'enfant".

use super::{
    asks,
    before::is_own_name,
    cell::Cell,
    field::Field,
    guess::{hold_both, is_behind_a_guardian, values_of},
    numbers, values,
    words::{Heading, Words},
};

/// The columns that name somebody beside the child.
#[derive(Default)]
pub(super) struct Adults {
    /// What is not read.
    pub dropped: Vec<usize>,
    /// Those of them that name somebody else; not the further names of the child.
    pub named: Vec<usize>,
}

impl Adults {
    pub fn of(headers: &[String], sample: &[&[Cell]], said: &[Option<Heading>]) -> Self {
        let names: Vec<usize> = (0..said.len()).filter(|at| is_own_name(&said[*at])).collect();
        let of_child = |at: &usize| asks::is_name_of_the_child(&headers[*at]);
        let (children, mut others): (Vec<usize>, Vec<usize>) = names.into_iter().partition(of_child);
        if !children.iter().any(|at| tells_names(sample, *at)) {
            return Self::default();
        }
        // "Nom de l'enfant", "Prénom": both are of the child, where neither column holds both names.
        let given = |at: &usize| said[*at] == Some(Heading::Own(Field::Given));
        let has_given = children.iter().any(given);
        let has_family = !children.iter().all(given);
        // "Nom", "Prénom": somebody of their own, whoever stands beside.
        let family = |at: &&usize| !given(at) && !is_further(&headers[**at]);
        let pair = others
            .iter()
            .filter(|at| given(at))
            .any(|at| others.iter().filter(family).any(|other| at.abs_diff(*other) <= 2));
        let whole = children.iter().all(|at| said[*at] == Some(Heading::Own(Field::FullName)));
        let given_behind = others.iter().any(|at| given(at) && *at > 0 && children.contains(&(at - 1)));
        let completes = |at: &usize| {
            let behind = |at: &usize| *at > 0 && children.contains(&(at - 1));
            // "Nom du responsable", "Prénom": theirs.
            let theirs =
                || at.checked_sub(1).is_some_and(|before| matches!(said[before], Some(Heading::Of(..))));
            let before = || children.contains(&(at + 1)) && !theirs() && !given_behind;
            let beside = behind(at) || before();
            let halves = children.iter().chain([at]).all(|at| !hold_both(values_of(sample, *at)));
            let missing = match given(at) {
                true => has_family && !has_given,
                // "Enfant" alone is either.
                false => has_given && !has_family || whole,
            };
            beside && halves && missing && !pair && !asks::is_of_who_writes(&headers[*at])
        };
        let kept: Vec<usize> = others.iter().copied().filter(completes).collect();
        others.retain(|at| !kept.contains(at) && !is_behind_a_guardian(said, *at));
        let named: Vec<usize> = others.iter().copied().filter(|at| !is_further(&headers[*at])).collect();
        // "Prénom 2" behind "Prénom de l'enfant" names nobody else.
        let named = if has_given && named.iter().all(given) { Vec::new() } else { named };
        Self { dropped: others, named }
    }
}

/// "Nom d'usage", "Nom de naissance": of the same person.
fn is_further(heading: &str) -> bool {
    Words::of(heading).has(&["usage", "usuel", "naissance", "marital", "birth"])
}

/// Whether names stand there: ticks, figures and "ancien", "à jour" name nobody.
fn tells_names(sample: &[&[Cell]], column: usize) -> bool {
    let mut values = values_of(sample, column).peekable();
    let told = |cell: &Cell| {
        let text = cell.text();
        !numbers::is_number(&text) && values::yes_no(cell).is_none() && !values::nothing(&text)
    };
    let capital = |cell: &&Cell| cell.text().trim_start().starts_with(char::is_uppercase);
    let (all, capitals) = (values.clone().count(), values.clone().filter(capital).count());
    values.peek().is_some() && values.all(told) && capitals * 2 > all
}
