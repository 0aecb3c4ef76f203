//! What of a list is known already: people, by name and birth, and groups.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use ql_exchange::people::ImportedPerson;
use ql_model::{
    EntityId,
    day::Day,
    register::{likened, without_apostrophes},
    vocabulary::PersonRole,
};
use ql_store::Workspace;

use crate::error::Failure;

/// Groups that a list may bring: a column with more names than that holds something else.
pub const MOST_GROUPS: usize = 12;

/// Who is in the register already, by name and birth.
pub struct Register(HashMap<String, Vec<Here>>);

#[derive(Clone, Copy)]
struct Here {
    id: EntityId,
    birth: Option<Day>,
    role: PersonRole,
}

impl Register {
    pub fn of(workspace: &Workspace) -> Result<Self, Failure> {
        let mut known: HashMap<String, Vec<_>> = HashMap::new();
        for person in workspace.people()?.all() {
            let here = Here { id: person.id, birth: person.birth, role: person.role };
            known.entry(key(&person.given, &person.family)).or_default().push(here);
        }
        Ok(Self(known))
    }

    /// Whom each line means. Lines that contradict each other about a birth are not of one person, whichever of them is here.
    pub fn find_all(&self, people: &[ImportedPerson]) -> Vec<Found> {
        let mut found: Vec<Found> = people.iter().map(|person| self.find(person)).collect();
        let mut births: HashMap<EntityId, HashSet<Day>> = HashMap::new();
        for (found, person) in found.iter().zip(people) {
            if let (Found::One(id), Some(birth)) = (found, person.birth) {
                births.entry(*id).or_default().insert(birth);
            }
        }
        for found in &mut found {
            if let Found::One(id) = *found
                && births.get(&id).is_some_and(|births| births.len() > 1)
            {
                *found = Found::Several(id);
            }
        }
        found
    }

    fn find(&self, person: &ImportedPerson) -> Found {
        let Some(same) = self.0.get(&key(&person.given, &person.family)) else { return Found::Nobody };
        let born = |one: &&Here| one.birth.is_some() && one.birth == person.birth;
        // Where a birth is not known, a partner is not the child of the same name.
        let alike = |one: &&Here| one.role == person.role && (one.birth.is_none() || person.birth.is_none());
        let found: Vec<&Here> = match same.iter().find(born) {
            Some(one) => vec![one],
            None => same.iter().filter(alike).collect(),
        };
        match found.as_slice() {
            [] => Found::Nobody,
            [one] => Found::One(one.id),
            // Who may fetch a child is not guessed.
            [one, ..] => Found::Several(one.id),
        }
    }
}

/// Whom of the register a line of a list means.
#[derive(Clone, Copy)]
pub enum Found {
    Nobody,
    One(EntityId),
    /// Nothing says which; the first of them.
    Several(EntityId),
}

impl Found {
    pub fn first(self) -> Option<EntityId> {
        match self {
            Found::Nobody => None,
            Found::One(id) | Found::Several(id) => Some(id),
        }
    }
}

fn key(given: &str, family: &str) -> String {
    // Hyphens, spaces and apostrophes come and go.
    let plain = |name: &str| likened(&without_apostrophes(name)).replace(' ', "");
    format!("{}\n{}", plain(given), plain(family))
}

/// Groups by folded name.
pub type Groups = HashMap<String, EntityId>;

/// The groups there are and those that are to be made, by folded name; the latter also as they are to be made.
pub fn groups(
    workspace: &Workspace,
    wanted: &[String],
) -> Result<(Groups, Vec<(EntityId, String)>), Failure> {
    let mut known = known_groups(workspace)?;
    let mut new = Vec::new();
    for name in wanted.iter().take(MOST_GROUPS) {
        if let Entry::Vacant(vacant) = known.entry(likened(name)) {
            new.push((*vacant.insert(ql_store::identity()), name.trim().to_owned()));
        }
    }
    Ok((known, new))
}

fn known_groups(workspace: &Workspace) -> Result<Groups, Failure> {
    Ok(workspace.calendar()?.groups.iter().map(|group| (likened(&group.name), group.id)).collect())
}

/// The groups of a list that are none yet, in the order they come.
pub fn unknown_groups(workspace: &Workspace, people: &[ImportedPerson]) -> Result<Vec<String>, Failure> {
    let known = known_groups(workspace)?;
    let mut seen = HashSet::new();
    let names = people.iter().flat_map(|person| &person.groups).map(|name| name.trim());
    let new = names.filter(|name| !known.contains_key(&likened(name)) && seen.insert(likened(name)));
    Ok(new.map(str::to_owned).collect())
}
