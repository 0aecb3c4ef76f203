//! Whose home an address is. A list with one home has that of the family, wherever it stands. Where it has several, the first is the person's
//! if it stands before everybody else; any other is left to whoever imports, and so are all where that is doubtful.

use super::{
    field::Field,
    words::{self, Heading},
};

/// The columns of each home, in order: street, code and town stand side by side.
pub(super) struct Homes {
    homes: Vec<Home>,
}

struct Home {
    columns: Vec<usize>,
    /// It has a street, or says that it is an address.
    street: bool,
    /// It stands behind somebody else.
    behind: bool,
    /// "Adresse de l'enfant".
    theirs: bool,
    /// Its heading says that it is another one: of the school, of the father, "si différente".
    named: bool,
}

impl Homes {
    pub fn of(headers: &[String], said: &[Option<Heading>]) -> Self {
        let mut homes: Vec<Home> = Vec::new();
        // Whether somebody else was named before, and whether a home goes on.
        let (mut near, mut open) = (false, false);
        for (column, heading) in said.iter().enumerate() {
            let own = matches!(heading, Some(Heading::Own(Field::Address | Field::Commune)));
            let named = heading.is_none() && words::is_home(&headers[column]);
            let street = own
                && *heading == Some(Heading::Own(Field::Address))
                && !words::is_postal_code(&headers[column]);
            if own || named {
                let theirs = words::is_of_someone(&headers[column]);
                // A second street is that of a second home, unless it goes on: "Adresse 2", "Complément d'adresse".
                let begins = street
                    && homes.last().is_some_and(|home| home.street)
                    && !words::goes_on(&headers[column]);
                if !open || named || theirs || begins {
                    homes.push(Home {
                        columns: Vec::new(),
                        street: false,
                        behind: near && !theirs,
                        theirs,
                        named,
                    });
                }
                if let Some(home) = homes.last_mut() {
                    home.columns.push(column);
                    home.street |= street || named;
                }
                open = true;
            } else if !words::is_beside_a_home(&headers[column]) {
                near |= matches!(heading, Some(Heading::Of(..))) || words::may_be_another(&headers[column]);
                open = false;
            }
        }
        Self { homes }
    }

    /// Whether what stands there is not known to be of the person's home.
    pub fn is_anothers(&self, column: usize) -> bool {
        let Some(at) = self.homes.iter().position(|home| home.columns.contains(&column)) else {
            return false;
        };
        let home = &self.homes[at];
        if self.homes.iter().any(|other| other.theirs) {
            return !home.theirs;
        }
        let alone = self.homes.len() == 1;
        // A town before everything may be that of the birth, and a street behind somebody theirs.
        let lacks = !home.street && self.homes.iter().any(|other| other.street);
        home.named || !alone && (at > 0 || home.behind || lacks)
    }
}
