//! What screens and papers see of the open register. It is in memory, and gone with the unlocking.

use std::collections::{BTreeMap, HashMap, HashSet};

use ql_model::{
    EntityId,
    day::Day,
    document::Document,
    entity::Kind,
    register::{self, Person, likened, without_apostrophes},
    sheet::{self, Sheet},
};

/// That there is a health note, never what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HealthNote {
    /// Its document.
    pub id: EntityId,
    /// The last day it is needed.
    pub until: Option<Day>,
}

/// Rows of the register.
#[derive(Default)]
pub struct People {
    persons: BTreeMap<EntityId, Row>,
    health: HashMap<EntityId, HealthNote>,
    /// Notes without a text, and whose they were: another says what they said.
    emptied: HashMap<EntityId, EntityId>,
    sheets: HashMap<EntityId, Sheet>,
}

struct Row {
    person: Person,
    /// What a search looks in.
    folded: String,
    /// Not in the register any more, though its document is still here.
    withdrawn: bool,
    /// Whom it was merged into.
    merged: Option<EntityId>,
}

impl People {
    /// Takes what a document says now.
    pub(super) fn take(&mut self, document: &Document) {
        let id = document.id().root();
        match document.kind() {
            Kind::Person => {
                let Some(person) = register::person(document) else { return };
                let field = |name: &str| document.register(id, name).unwrap_or_default();
                let merged = field("merged").text().parse().ok();
                let withdrawn = field("withdrawn").yes();
                self.persons.insert(id, Row { folded: person.folded(), person, withdrawn, merged });
            }
            Kind::Health => {
                let Some(note) = register::health(document) else { return };
                if note.text.trim().is_empty() {
                    self.health.retain(|_, kept| kept.id != id);
                    self.emptied.insert(id, note.person);
                } else {
                    self.health.insert(note.person, HealthNote { id, until: note.until });
                }
            }
            Kind::Presence => {
                self.sheets.insert(id, sheet::read(document));
            }
            _ => {}
        }
    }

    /// Takes over what others say.
    pub(super) fn absorb(&mut self, others: People) {
        self.persons.extend(others.persons);
        self.health.extend(others.health);
        self.emptied.extend(others.emptied);
        self.sheets.extend(others.sheets);
    }

    /// Forgets an erased document.
    pub(super) fn drop_document(&mut self, id: EntityId) {
        self.persons.remove(&id);
        self.sheets.remove(&id);
        self.health.retain(|_, note| note.id != id);
        self.emptied.remove(&id);
    }

    /// Someone of the register; whoever was merged is the person they were merged into.
    #[must_use]
    pub fn person(&self, id: EntityId) -> Option<&Person> {
        let row = self.persons.get(&self.real(id))?;
        (!self.is_hidden(row)).then_some(&row.person)
    }

    /// Whoever was made one with a file that is not here any more stands for themselves again: hidden, nobody could erase them.
    fn is_hidden(&self, row: &Row) -> bool {
        row.withdrawn || row.merged.is_some_and(|into| self.persons.contains_key(&into))
    }

    /// Whom an identity stands for.
    #[must_use]
    pub fn real(&self, id: EntityId) -> EntityId {
        let mut id = id;
        // Two laptops may have merged two people into each other: a round ends where it began.
        for _ in 0..self.persons.len() {
            match self.persons.get(&id).and_then(|row| row.merged) {
                Some(into) if self.persons.contains_key(&into) => id = into,
                _ => break,
            }
        }
        id
    }

    /// Everyone who was merged into someone, and that person.
    #[must_use]
    pub fn aliases(&self, id: EntityId) -> Vec<EntityId> {
        self.persons.keys().copied().filter(|one| self.real(*one) == id).collect()
    }

    /// Files that were made one with someone's, as they were.
    #[must_use]
    pub fn merged_into(&self, id: EntityId) -> Vec<&Person> {
        let others = self.persons.iter().filter(|(one, _)| **one != id && self.real(**one) == id);
        others.map(|(_, row)| &row.person).collect()
    }

    /// Everyone, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Person> {
        self.persons.values().filter(|row| !self.is_hidden(row)).map(|row| &row.person)
    }

    /// Files that left the register and are still here: nobody looks for them once it is sealed.
    pub(super) fn withdrawn(&self) -> impl Iterator<Item = &Person> {
        let gone = |row: &&Row| row.withdrawn && row.merged.is_none();
        self.persons.values().filter(gone).map(|row| &row.person)
    }

    /// Those whose names have every word of the query, by its beginning and without accents.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<&Person> {
        // With its apostrophes and without: the file may have it the other way.
        let wanted = [likened(query), likened(&without_apostrophes(query))];
        let wanted = wanted.each_ref().map(|text| text.split(' ').filter(|word| !word.is_empty()).collect());
        let has = |folded: &str, word: &str| {
            folded.match_indices(word).any(|(at, _)| at == 0 || folded.as_bytes()[at - 1] == b' ')
        };
        self.persons
            .values()
            .filter(|row| !self.is_hidden(row))
            .filter(|row| {
                wanted.iter().any(|words: &Vec<&str>| words.iter().all(|word| has(&row.folded, word)))
            })
            .map(|row| &row.person)
            .collect()
    }

    /// Whether there is a health note that goes by itself after its last day.
    pub(super) fn has_health(&self) -> bool {
        self.health.values().any(|note| note.until.is_some())
    }

    /// That there is a health note of someone: theirs, or of a file that was made one with theirs. Of two, both are needed, and as long as
    /// the longer one.
    #[must_use]
    pub fn health(&self, person: EntityId) -> Option<HealthNote> {
        let notes = self.health_of(person);
        let until = notes.iter().map(|note| note.until).reduce(|a, b| a.zip(b).map(|(a, b)| a.max(b)));
        notes.first().map(|first| HealthNote { id: first.id, until: until.flatten() })
    }

    /// Every health note of someone, their own first.
    #[must_use]
    pub fn health_of(&self, person: EntityId) -> Vec<HealthNote> {
        let real = self.real(person);
        let mut notes: Vec<(bool, HealthNote)> = self
            .health
            .iter()
            .filter(|(who, _)| self.real(**who) == real)
            .map(|(who, note)| (*who != real, *note))
            .collect();
        notes.sort_by_key(|(other, note)| (*other, note.id));
        notes.into_iter().map(|(_, note)| note).collect()
    }

    /// Every document of someone's health, those that were emptied too: older copies may hold what they said.
    #[must_use]
    pub fn notes_of(&self, person: EntityId) -> Vec<EntityId> {
        let real = self.real(person);
        let emptied = self.emptied.iter().filter(|(_, who)| self.real(**who) == real).map(|(id, _)| *id);
        self.health_of(person).iter().map(|note| note.id).chain(emptied).collect()
    }

    /// Whether a note is someone's own, and not of a file that was made one with theirs.
    pub fn has_own_note(&self, person: EntityId) -> bool {
        self.health.contains_key(&person)
    }

    /// The health notes of people who are not here.
    pub fn health_of_nobody(&self) -> impl Iterator<Item = HealthNote> {
        self.health.iter().filter(|(person, _)| !self.persons.contains_key(person)).map(|(_, note)| *note)
    }

    /// Whose health notes are over: of two, both.
    pub(super) fn health_over(&self, today: Day) -> HashSet<EntityId> {
        let over = |who: &EntityId| {
            self.health(*who).is_some_and(|all| all.until.is_some_and(|until| until < today))
        };
        self.health.keys().filter(|who| over(who)).map(|who| self.real(*who)).collect()
    }

    /// The sheet of a session, when it was begun.
    #[must_use]
    pub fn sheet(&self, session: EntityId) -> Option<&Sheet> {
        self.sheets.get(&session)
    }

    /// Every sheet, in no order.
    pub fn sheets(&self) -> impl Iterator<Item = &Sheet> {
        self.sheets.values()
    }
}
