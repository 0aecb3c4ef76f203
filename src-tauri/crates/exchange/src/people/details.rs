//! Whose a birth, an age, a sex or an occupation is. A list that names a child and whoever fills in the form has them of both, and one that
//! names a sister may have hers: what is not known to be of the person of the line is left to whoever imports.

use super::{
    asks,
    before::{Before, before_of, is_own_name},
    field::Field,
    words::{Heading, What, Words},
};

/// Of whom a list speaks at a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spoken {
    /// The person of the line.
    Them,
    /// Somebody else who was named just before: who has the charge of them, or fills in the form.
    Other,
    /// A sister or a friend, who may be as old.
    Peer,
    /// Somebody else was named, and more was said since; or nobody knows who.
    Unclear,
}

/// Of whom each column of a list is, for what may be said of anybody.
pub(super) struct Details {
    theirs: Vec<bool>,
}

impl Details {
    /// `adults` are the columns that name whoever is not the person of the line, in a list that names the child; `is_young` tells of a
    /// column whether most of its births or ages are of minors, who are nobody's parents, `names` whether somebody is named there.
    pub fn of(
        headers: &[String],
        said: &[Option<Heading>],
        adults: &[usize],
        is_young: impl Fn(usize) -> bool,
        names: impl Fn(usize) -> bool,
    ) -> Self {
        let child = |at: usize| is_own_name(&said[at]) && asks::is_name_of_the_child(&headers[at]);
        let first = (0..said.len()).find(|at| child(*at));
        let spoken = spoken(headers, said, adults, first.is_some(), is_young, names);
        let named = |at: usize| asks::is_name_of_the_child(&headers[at]);
        let begins = (0..said.len()).find(|at| is_own_name(&said[*at]));
        let theirs = (0..said.len())
            .map(|at| {
                let Some(field) = detail(&said[at]) else { return true };
                let others = || {
                    (0..said.len()).filter(move |other| *other != at && detail(&said[*other]) == Some(field))
                };
                if named(at) {
                    return true;
                }
                // "Assuré", "Né le", "Bénéficiaire", "Né le".
                if begins.is_some_and(|begins| at < begins && others().any(|other| other > begins)) {
                    return false;
                }
                if others().any(named) {
                    return false;
                }
                match spoken[at] {
                    Spoken::Them => true,
                    Spoken::Other | Spoken::Peer => false,
                    Spoken::Unclear => {
                        !others().any(|other| spoken[other] == Spoken::Them)
                            && first.is_none_or(|first| first < at)
                    }
                }
            })
            .collect();
        Self { theirs }
    }

    /// Whether what stands there is not known to be of the person of the line.
    pub fn is_anothers(&self, column: usize) -> bool {
        !self.theirs[column]
    }
}

fn spoken(
    headers: &[String],
    said: &[Option<Heading>],
    adults: &[usize],
    names_child: bool,
    is_young: impl Fn(usize) -> bool,
    names: impl Fn(usize) -> bool,
) -> Vec<Spoken> {
    let child =
        |at: usize| is_own_name(&said[at]) && (!names_child || asks::is_name_of_the_child(&headers[at]));
    let guardian = |at: usize| names_child && matches!(said[at], Some(Heading::Of(_, What::Name)));
    let peer = |at: usize| is_of_a_peer(&headers[at]) && names(at);
    // A birth says whose all that stands side by side with it is.
    let block = |at: usize| (at..said.len()).take_while(|at| detail(&said[*at]).is_some());
    let young = |at: usize| block(at).any(|at| is_born(&said[at]) && is_young(at));
    let other = |at: usize| adults.contains(&at) || guardian(at) || peer(at);
    let unknown = |at: usize| names_child && before_of(&headers[at], &said[at]) == Some(Before::Another);
    // Whoever is named first is spoken of before.
    let begins = (0..said.len()).find(|at| child(*at) || other(*at));
    let mut now = match begins {
        Some(at) if other(at) => Spoken::Other,
        _ => Spoken::Them,
    };
    (0..said.len())
        .map(|at| {
            // "Civilité", "Nom": of who comes.
            let title = asks::is_title(&headers[at]) && at + 1 < said.len() && other(at + 1);
            now = match () {
                () if child(at) => Spoken::Them,
                () if peer(at) => Spoken::Peer,
                () if other(at) || title => Spoken::Other,
                () if now != Spoken::Peer && young(at) => Spoken::Them,
                () if detail(&said[at]).is_some() => now,
                () if unknown(at) || matches!(now, Spoken::Other | Spoken::Peer) => Spoken::Unclear,
                () => now,
            };
            now
        })
        .collect()
}

/// A birth or an age.
fn is_born(said: &Option<Heading>) -> bool {
    matches!(detail(said), Some(Field::Birth | Field::ToldAge))
}

/// What may be said of anybody.
fn detail(said: &Option<Heading>) -> Option<Field> {
    use Field::{Birth, Occupation, Qpv, QpvCode, Sex, ToldAge};
    match said {
        Some(Heading::Own(field @ (Birth | ToldAge | Sex | Occupation | Qpv | QpvCode))) => Some(*field),
        _ => None,
    }
}

/// "Frère / sœur", "Meilleur ami", "Conjoint": of an age that may be asked for too.
fn is_of_a_peer(heading: &str) -> bool {
    const PEERS: &[&str] = &[
        "frere",
        "soeur",
        "brother",
        "sister",
        "sibling",
        "ami",
        "amie",
        "copain",
        "copine",
        "friend",
        "cousin",
        "cousine",
        "conjoint",
        "conjointe",
        "spouse",
    ];
    // "Venu avec un ami ?", "Tarif frère": nobody is named.
    const ASKED: &[&str] = &["avec", "venu", "venue", "par", "si", "tarif", "reduction", "nombre", "with"];
    let words = Words::of(heading);
    words.has(PEERS) && !words.has(ASKED) && !heading.contains('?')
}
