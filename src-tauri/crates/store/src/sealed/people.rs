//! Edits of people and of their health notes.

use ql_model::{
    DocumentId, EntityId,
    day::Day,
    edit::{self, EditError},
    entity::{Kind, Value},
    fields,
    register::{Health, health},
    season::{behind, create_at},
    step::Step,
    vocabulary::PersonRole,
};
use serde_json::Value as Json;

use super::document_of;
use crate::{
    editing::{Brought, Trace},
    error::StoreError,
    films::Prepared,
    workspace::{Workspace, new_id},
};

impl Workspace {
    /// Puts someone into the register.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], a name too long, or that it cannot be made durable.
    pub fn add_person(
        &mut self,
        given: &str,
        family: &str,
        role: PersonRole,
        more: Vec<(&str, Value)>,
    ) -> Result<EntityId, StoreError> {
        self.unlocked()?;
        let name = |field: &str, text: &str| {
            fields::check(Kind::Person, field, &text.trim().into()).map_err(EditError::from)
        };
        let mut all = vec![
            ("given", name("given", given)?),
            ("family", name("family", family)?),
            ("role", Value::Text(role.code().to_owned())),
        ];
        all.extend(more);
        let id = DocumentId(new_id());
        let steps = edit::film_fields(id.root(), all);
        self.add_document(id, Kind::Person, &Prepared { steps, ..Prepared::default() }, None)?;
        let withdraw = |from: bool, to: bool| Step::Field {
            entity: id.root(),
            field: "withdrawn".to_owned(),
            from: if from { Value::Bool(true) } else { Value::Null },
            to: if to { Value::Bool(true) } else { Value::Null },
        };
        // Taking back an addition hides the file, which is destroyed at sealing.
        self.keep_gesture("add_person", vec![(id, vec![withdraw(true, false)])])?;
        Ok(id.root())
    }

    /// Sets a field of someone, or of one of their relatives.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], a value the field does not take, or that it cannot be made durable.
    pub fn set_person_field(
        &mut self,
        person: EntityId,
        entity: EntityId,
        field: &str,
        value: &Json,
    ) -> Result<(), StoreError> {
        let id = document_of(self.known(person)?);
        let step = edit::set_field(&self.load(id)?.document, entity, field, value)?;
        self.do_sealed("set_person", id, vec![step])
    }

    /// Sets the age that someone told, on a day.
    ///
    /// # Errors
    /// As [`Workspace::set_person_field`].
    pub fn set_told_age(&mut self, person: EntityId, age: &Json, today: Day) -> Result<(), StoreError> {
        let (person, day) = (self.known(person)?, Json::String(today.to_string()));
        let id = document_of(person);
        let document = &self.load(id)?.document;
        let steps = vec![
            edit::set_field(document, person, "told_age", age)?,
            edit::set_field(document, person, "told_on", if age.is_null() { &Json::Null } else { &day })?,
        ];
        self.do_sealed("set_person", id, steps)
    }

    /// Adds a guardian or a contact.
    ///
    /// # Errors
    /// As [`Workspace::set_person_field`].
    pub fn add_relative(&mut self, person: EntityId, name: &str) -> Result<EntityId, StoreError> {
        let root = self.known(person)?;
        let name = fields::check(Kind::Relative, "name", &name.trim().into()).map_err(EditError::from)?;
        let id = EntityId(new_id());
        let rows = self.people()?;
        let last = rows.person(root).and_then(|row| row.relatives.iter().map(|one| one.index.as_str()).max());
        let step = create_at(behind(last), root, id, Kind::Relative, vec![("name".to_owned(), name)]);
        self.do_sealed("add_relative", document_of(root), vec![step])?;
        Ok(id)
    }

    /// Removes a guardian or a contact.
    ///
    /// # Errors
    /// As [`Workspace::set_person_field`].
    pub fn delete_relative(&mut self, person: EntityId, relative: EntityId) -> Result<(), StoreError> {
        let id = document_of(self.known(person)?);
        let found = self.load(id)?.document.entity(relative);
        if found.is_none_or(|one| one.kind != Kind::Relative || !one.alive) {
            return Err(StoreError::Missing(relative.to_string()));
        }
        let step = Step::Life { entity: relative, alive: false, trashed: None };
        self.do_sealed("delete_relative", id, vec![step])
    }

    /// What must be known of someone's health; `None` when nothing is kept.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`].
    pub fn health(&mut self, person: EntityId) -> Result<Option<Health>, StoreError> {
        let person = self.known(person)?;
        let until = self.people()?.health(person).and_then(|note| note.until);
        let mut whole: Option<Health> = None;
        for note in self.people()?.health_of(person) {
            let Some(one) = health(&self.load(document_of(note.id))?.document) else { continue };
            match &mut whole {
                Some(first) => first.text = format!("{}\n{}", first.text, one.text),
                None => whole = Some(Health { until, ..one }),
            }
        }
        Ok(whole)
    }

    /// Sets what must be known of someone's health, and until when; an empty text destroys the note. It is in nobody's undo: what was
    /// destroyed stays so.
    ///
    /// # Errors
    /// As [`Workspace::set_person_field`].
    pub fn set_health(&mut self, person: EntityId, text: &str, until: &Json) -> Result<(), StoreError> {
        let person = self.known(person)?;
        let mut notes = self.people()?.health_of(person).into_iter();
        let known = notes.next();
        let others: Vec<_> = notes.map(|note| document_of(note.id)).collect();
        let until = fields::check(Kind::Health, "until", until).map_err(EditError::from)?;
        let checked = fields::check(Kind::Health, "text", &text.trim().into()).map_err(EditError::from)?;
        if text.trim().is_empty() {
            let gone: Vec<_> = self.people()?.notes_of(person).into_iter().map(document_of).collect();
            if !gone.is_empty() {
                self.bury(&gone)?;
            }
            return self.end_parting(&others);
        }
        match known {
            Some(note) => {
                let id = document_of(note.id);
                let document = &self.load(id)?.document;
                let from = document.text(note.id, "text");
                let before = document.register(note.id, "until").unwrap_or_default();
                let steps = [
                    Step::Text { entity: note.id, field: "text".into(), from, to: checked.text().to_owned() },
                    Step::Field { entity: note.id, field: "until".into(), from: before, to: until },
                ];
                self.write(id, &steps, false, Trace::None, Brought::default())?;
            }
            None => {
                let id = DocumentId(new_id());
                let fields = vec![("person", Value::Text(person.to_string())), ("until", until)];
                let mut steps = edit::film_fields(id.root(), fields);
                let to = checked.text().to_owned();
                steps.push(Step::Text { entity: id.root(), field: "text".into(), from: String::new(), to });
                self.add_document(id, Kind::Health, &Prepared { steps, ..Prepared::default() }, None)?;
            }
        }
        // What is written now was read from all of them.
        self.empty_notes(&others)?;
        self.end_parting(&others)?;
        // Parted again, the file it was written for would be without it.
        if !self.people()?.has_own_note(person) {
            self.unlocked_mut()?.end_undo();
        }
        self.keep_file(person)
    }

    /// What two files said of health is one note now, or none: they are not parted again.
    fn end_parting(&mut self, others: &[DocumentId]) -> Result<(), StoreError> {
        if !others.is_empty() {
            self.unlocked_mut()?.end_undo();
        }
        Ok(())
    }

    /// Someone of the open register, by the identity that counts.
    pub(super) fn known(&self, person: EntityId) -> Result<EntityId, StoreError> {
        let found = self.people()?.person(person).ok_or_else(|| StoreError::Missing(person.to_string()))?;
        Ok(found.id)
    }
}
