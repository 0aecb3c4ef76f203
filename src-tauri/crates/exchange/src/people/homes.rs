//! Whose home an address is: where a list has several, those behind a guardian are theirs, and not the person's.

use super::{
    field::Field,
    words::{self, Heading, Whose},
};

/// The columns of each home: street, code and town stand side by side.
pub(super) struct Homes {
    homes: Vec<Home>,
}

struct Home {
    columns: Vec<usize>,
    /// It stands behind somebody near the person.
    behind: bool,
    /// Its heading says that it is somebody else's.
    named: bool,
}

impl Homes {
    pub fn of(headers: &[String], said: &[Option<Heading>]) -> Self {
        let mut homes: Vec<Home> = Vec::new();
        // Whether the columns just before are of somebody near the person, and whether a home goes on.
        let (mut near, mut open) = (false, false);
        for (column, heading) in said.iter().enumerate() {
            let own = matches!(heading, Some(Heading::Own(Field::Address | Field::Commune)));
            let of_another = heading.is_none() && words::is_home_of_another(&headers[column]);
            let beside = words::is_mail(&headers[column]) || words::is_bare_phone(&headers[column]);
            if own || of_another {
                if !open || of_another {
                    homes.push(Home { columns: Vec::new(), behind: near, named: of_another });
                }
                homes.last_mut().into_iter().for_each(|home| home.columns.push(column));
                open = true;
            } else if !beside {
                let another = matches!(heading, Some(Heading::Of(Whose::Guardian(_), _)));
                (near, open) = (another || near && words::is_relation(&headers[column]), false);
            }
        }
        Self { homes }
    }

    /// Whether what stands there is of somebody else's home. One home that stands behind a guardian is that of the family.
    pub fn is_anothers(&self, column: usize) -> bool {
        let home = self.homes.iter().find(|home| home.columns.contains(&column));
        home.is_some_and(|home| home.named || home.behind && self.homes.len() > 1)
    }
}
