//! Whose home an address is: where a list has several, those behind a guardian are theirs, and not the person's.

use super::{
    field::Field,
    words::{self, Heading},
};

/// The columns of each home: street, code and town stand side by side.
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
                // "Adresse de l'enfant", wherever it stands.
                let theirs = words::is_of_someone(&headers[column]);
                if !open || of_another || theirs {
                    let behind = near && !theirs;
                    homes.push(Home { columns: Vec::new(), behind, named: of_another });
                }
                homes
                    .last_mut()
                    .into_iter()
                    .for_each(|home| home.columns.push((column, part(&headers[column], heading))));
                open = true;
            } else if !beside {
                let another =
                    matches!(heading, Some(Heading::Of(..))) || words::may_be_another(&headers[column]);
                (near, open) = (another || near && words::is_relation(&headers[column]), false);
            }
        }
        Self { homes }
    }

    /// Whether what stands there is of somebody else's home. What no other home of the list has is of the family, wherever it stands.
    pub fn is_anothers(&self, column: usize) -> bool {
        let has = |home: &&Home| home.columns.iter().any(|(other, _)| *other == column);
        let Some(home) = self.homes.iter().find(has) else { return false };
        let twice = |(_, part): &(usize, Part)| {
            let others = self.homes.iter().filter(|other| !other.named && !std::ptr::eq(*other, home));
            others.flat_map(|other| &other.columns).any(|(_, other)| other == part)
        };
        home.named || home.behind && home.columns.iter().any(twice)
    }
}

fn part(heading: &str, said: &Option<Heading>) -> Part {
    match said {
        Some(Heading::Own(Field::Commune)) => Part::Town,
        _ if words::is_postal_code(heading) => Part::Code,
        _ => Part::Street,
    }
}
