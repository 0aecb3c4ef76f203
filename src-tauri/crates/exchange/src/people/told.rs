//! How a list tells of guardians, and which of both a column is about.

use super::{
    field::Field,
    words::{Heading, What, Which, Whose},
};

/// By what guardians are told in a list: as mother and father, by numbers, or not at all. "Responsable 1" may be either parent, so that of
/// both ways only the one that has names is read.
pub(super) struct Told {
    parents: bool,
    others: bool,
}

impl Told {
    pub fn of(said: &[Option<Heading>]) -> Self {
        let any = |parent: bool, named: bool| {
            said.iter().flatten().any(|heading| match heading {
                Heading::Of(Whose::Guardian(which), what) => {
                    is_parent(*which) == parent && (!named || *what == What::Name)
                }
                _ => false,
            })
        };
        let has = |wanted| has(said, wanted);
        // One parent, and the other by a number.
        let both = has(Which::Mother) && has(Which::Father);
        let beside = !(both || has(Which::First) || has(Which::Any));
        match (any(true, false), any(false, false)) {
            (true, true) if beside => Self { parents: true, others: true },
            // Who is named beside both of them says who has the authority, and takes the place of neither.
            (true, true) if is_named(said, Which::Mother) && is_named(said, Which::Father) => {
                Self { parents: true, others: false }
            }
            (true, true) if any(false, true) => Self { parents: false, others: true },
            (true, true) => Self { parents: true, others: false },
            (parents, others) => Self { parents, others },
        }
    }

    /// Which of both guardians a column is about; one, of who is none. Nothing, where that is not known.
    pub fn guardian(
        &self,
        whose: Whose,
        said: &[Option<Heading>],
        column: usize,
        near: Option<(Whose, u8)>,
    ) -> Option<u8> {
        let Whose::Guardian(which) = whose else { return Some(1) };
        if if is_parent(which) { !self.parents } else { !self.others } {
            return None;
        }
        let has = |wanted| has(said, wanted);
        match which {
            Which::Mother | Which::First => Some(1),
            // A father alone in the list is the first.
            Which::Father => Some(if has(Which::Mother) { 2 } else { 1 }),
            Which::Second => {
                let alone = [Which::First, Which::Any, Which::Mother, Which::Father]
                    .into_iter()
                    .all(|other| !has(other));
                Some(if alone { 1 } else { 2 })
            }
            // "Autre responsable" makes of the one without a number the first.
            Which::Any if has(Which::Second) && !has(Which::First) => Some(1),
            // Of two who have numbers, a telephone without one is of nobody known.
            Which::Any if has(Which::Second) && is_phone(&said[column]) => None,
            // A second name without a number begins the second guardian.
            Which::Any => {
                let is_name = |heading: &Option<Heading>| {
                    matches!(heading, Some(Heading::Of(Whose::Guardian(Which::Any), What::Name)))
                };
                let begins = is_name(&said[column]) && said[..column].iter().any(is_name);
                let apart = column > 0
                    && !matches!(said[column - 1], Some(Heading::Of(Whose::Guardian(_), What::Name)));
                let last = near.filter(|(whose, _)| matches!(whose, Whose::Guardian(_))).map(|(_, one)| one);
                Some(if begins && apart { 2 } else { last.unwrap_or(1) })
            }
        }
    }
}

fn has(said: &[Option<Heading>], wanted: Which) -> bool {
    let is = |heading: &Option<Heading>| matches!(heading, Some(Heading::Of(Whose::Guardian(which), _)) if *which == wanted);
    said.iter().any(is)
}

fn is_named(said: &[Option<Heading>], wanted: Which) -> bool {
    said.contains(&Some(Heading::Of(Whose::Guardian(wanted), What::Name)))
}

fn is_phone(heading: &Option<Heading>) -> bool {
    matches!(heading, Some(Heading::Of(_, What::Phone)))
}

fn is_parent(which: Which) -> bool {
    matches!(which, Which::Mother | Which::Father)
}

pub(super) fn of(whose: Whose, guardian: u8, what: What) -> Field {
    match (whose, guardian, what) {
        (Whose::Emergency, _, What::Phone) => Field::EmergencyPhone,
        (Whose::Emergency, ..) => Field::EmergencyName,
        (Whose::Pickup, _, What::Phone) => Field::PickupPhone,
        (Whose::Pickup, ..) => Field::PickupName,
        (_, 2, What::Name) => Field::Guardian2Name,
        (_, 2, What::Relation) => Field::Guardian2Relation,
        (_, 2, What::Phone) => Field::Guardian2Phone,
        (_, _, What::Name) => Field::Guardian1Name,
        (_, _, What::Relation) => Field::Guardian1Relation,
        (_, _, What::Phone) => Field::Guardian1Phone,
    }
}
