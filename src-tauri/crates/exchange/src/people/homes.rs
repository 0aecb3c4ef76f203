//! Whose home an address is. A list with one home has that of the family, wherever it stands. Where it has several, the first is the person's
//! if it stands before everybody else; any other is left to whoever imports, and so are all where that is doubtful.

use super::{
    asks,
    before::{Before, before_of},
    field::Field,
    lexicon::{ADDRESS, BIRTH, CHILD, COMMUNE, MAIL, NUMBER, OF_ADDRESS, OF_COMMUNE, PHONE, SOMEONE},
    words::{Heading, Words},
};

/// The columns of each home, in order: street, code and town stand side by side.
pub(super) struct Homes {
    homes: Vec<Home>,
}

/// What of a home a column is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Street,
    Code,
    Town,
}

struct Home {
    columns: Vec<(usize, Part)>,
    before: Before,
    /// "Adresse de l'enfant".
    theirs: bool,
    /// Its heading says that it is another one: of the school, of the father, "si différente".
    named: bool,
}

impl Home {
    fn has(&self, part: Part) -> bool {
        self.columns.iter().any(|(_, other)| *other == part)
    }
}

impl Homes {
    pub fn of(headers: &[String], said: &[Option<Heading>]) -> Self {
        let mut homes: Vec<Home> = Vec::new();
        // Who was named before, and whether a home goes on.
        let (mut before, mut open) = (Before::Nobody, false);
        for (column, heading) in said.iter().enumerate() {
            let header = &headers[column];
            let own = matches!(heading, Some(Heading::Own(Field::Address | Field::Commune)));
            let theirs = own && is_home_of_the_child(header);
            let named =
                !theirs && (own && asks::is_of_someone(header) || heading.is_none() && is_home(header));
            if own || named {
                let part = part(header, heading);
                // A second street is that of a second home, unless it goes on: "Adresse 2", "Complément d'adresse".
                let begins = homes.last().is_some_and(|home| {
                    let over = home.has(Part::Code) || home.has(Part::Town);
                    part == Part::Street && home.has(Part::Street) && (over || !goes_on(header))
                });
                if !open || named || theirs || begins {
                    let before = if theirs { Before::Nobody } else { before };
                    homes.push(Home { columns: Vec::new(), before, theirs, named });
                }
                if let Some(home) = homes.last_mut() {
                    home.columns.push((column, part));
                }
                open = true;
            } else if !is_beside_a_home(header) {
                before = before_of(header, heading).unwrap_or(before);
                open = false;
            }
        }
        Self { homes }
    }

    /// Whether what stands there is not known to be of the person's home.
    pub fn is_anothers(&self, column: usize) -> bool {
        let of = |home: &Home| home.columns.iter().any(|(other, _)| *other == column);
        let Some(at) = self.homes.iter().position(of) else { return false };
        let home = &self.homes[at];
        let part = home.columns.iter().find(|(other, _)| *other == column).map(|(_, part)| *part);
        // Of two towns side by side one is of something else.
        let twice = part != Some(Part::Street)
            && home.columns.iter().filter(|(_, other)| Some(*other) == part).count() > 1;
        if self.homes.iter().any(|other| other.theirs) {
            return !home.theirs || twice;
        }
        let alone = self.homes.len() == 1;
        // A town before everything may be that of the birth, and a street behind somebody theirs.
        let lacks =
            !home.has(Part::Street) && self.homes.iter().any(|other| other.named || other.has(Part::Street));
        let behind = if alone { home.before == Before::Another } else { home.before != Before::Nobody };
        home.named || twice || behind || !alone && (at > 0 || lacks)
    }
}

fn part(heading: &str, said: &Option<Heading>) -> Part {
    match said {
        Some(Heading::Own(Field::Commune)) => Part::Town,
        _ if asks::is_postal_code(heading) => Part::Code,
        _ => Part::Street,
    }
}

/// Whether a heading is of an address in any words: of a parent, of the school, another one.
fn is_home(heading: &str) -> bool {
    let words = Words::of(heading);
    (words.has(ADDRESS) || words.has(COMMUNE)) && !words.has(MAIL) && !words.has(BIRTH) && !words.has(PHONE)
}

/// The address of the child, and of nobody else: "Adresse de l'élève".
fn is_home_of_the_child(heading: &str) -> bool {
    let words = Words::of(heading);
    words.has(CHILD)
        && (words.has(ADDRESS) || words.has(COMMUNE))
        && words.are(&[CHILD, ADDRESS, OF_ADDRESS, COMMUNE, OF_COMMUNE])
}

/// "Adresse 2", "Complément d'adresse": the street goes on.
fn goes_on(heading: &str) -> bool {
    let words = Words::of(heading);
    !words.has(&["domicile", "home"])
        && words.has(&[
            "2",
            "complement",
            "complementaire",
            "ligne",
            "line",
            "suite",
            "numero",
            "number",
            "no",
            "n",
            "voie",
        ])
}

/// What may stand between a street and its town, and is of nobody else.
fn is_beside_a_home(heading: &str) -> bool {
    const PARTS: &[&str] = &[
        "quartier",
        "qpv",
        "batiment",
        "bat",
        "etage",
        "appartement",
        "appt",
        "apt",
        "flat",
        "escalier",
        "porte",
        "digicode",
        "code",
        "interphone",
        "complement",
        "residence",
        "pays",
        "country",
        "departement",
        "region",
        "qf",
        "quotient",
        "familial",
        "insee",
    ];
    let words = Words::of(heading);
    asks::is_bare_phone(heading)
        || (words.has(MAIL) || words.has(PARTS))
            && words.are(&[PARTS, MAIL, PHONE, NUMBER, OF_ADDRESS, SOMEONE])
}
