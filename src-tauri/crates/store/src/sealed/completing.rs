//! A list that comes back with what was missing: it completes files that are there, and puts in those that are not.

use std::collections::HashMap;

use ql_model::{
    DocumentId, EntityId,
    edit::EditError,
    entity::{Kind, Value},
    fields,
    register::{self, Person, Relative, Right},
    season::{behind, create_at},
    step::Step,
};
use serde_json::Value as Json;

use super::{
    adding::{NewPerson, SealedPeople},
    document_of,
    merging::TAKEN,
};
use crate::{
    error::StoreError,
    workspace::{Workspace, new_id},
};

/// What a list brought to files that were there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completed {
    /// Files that got something.
    pub files: usize,
    /// Lines of the list that brought it.
    pub lines: usize,
}

/// A file that is being completed: its row as it will be, and the steps to there.
struct Filling {
    person: Person,
    steps: Vec<Step>,
}

impl Filling {
    /// What a line before gives a field.
    fn planned(&self, named: &str) -> Option<Value> {
        self.steps.iter().rev().find_map(|step| match step {
            Step::Field { entity, field, to, .. } if *entity == self.person.id && field == named => {
                Some(to.clone())
            }
            _ => None,
        })
    }
}

/// Who tells of somebody near a person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A line of a list.
    List,
    /// Another file of the same person.
    File,
}

/// The fields of a relative of a list.
type Fields = Vec<(&'static str, Json)>;

impl Workspace {
    /// Takes in a list: `new` people, and what `known` ones have nothing of yet; what someone's file says already stays. It is one step to
    /// take back. Several lines may be of one person.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], a value a field does not take, or that it cannot be made durable.
    pub fn take_list(
        &mut self,
        new: SealedPeople,
        known: &[(EntityId, NewPerson)],
    ) -> Result<Completed, StoreError> {
        let (mut files, mut at) = (Vec::new(), HashMap::new());
        let mut lines = 0;
        for (person, list) in known {
            let id = self.known(*person)?;
            let at = *at.entry(id).or_insert(files.len());
            if at == files.len() {
                let person =
                    self.people()?.person(id).cloned().ok_or_else(|| StoreError::Missing(id.to_string()))?;
                files.push(Filling { person, steps: Vec::new() });
            }
            let before = files[at].steps.len();
            self.complete(&mut files[at], list)?;
            lines += usize::from(files[at].steps.len() > before);
        }
        files.retain(|file| !file.steps.is_empty());
        let parts: Vec<(DocumentId, Vec<Step>)> =
            files.into_iter().map(|file| (document_of(file.person.id), file.steps)).collect();
        let new = self.checked(new)?;
        let seqs: Vec<i64> = (0..new.len()).map(|_| self.next_sequence()).collect();
        self.write_with(&parts, false, |transaction| new.insert(transaction, &seqs))?;
        let completed = Completed { files: parts.len(), lines };
        let mut gesture = self.absorb(new)?;
        gesture.extend(parts);
        self.keep_gesture("import_people", gesture)?;
        Ok(completed)
    }

    /// Gives someone what they have not, neither in their file nor by a line before.
    fn complete(&mut self, file: &mut Filling, list: &NewPerson) -> Result<(), StoreError> {
        let id = file.person.id;
        for (field, value) in &list.fields {
            let to = fields::check(Kind::Person, field, value).map_err(EditError::from)?;
            let from = match file.planned(field) {
                Some(planned) => planned,
                None => self.load(document_of(id))?.document.register(id, field).unwrap_or_default(),
            };
            let to = match *field {
                "groups" => joined(&from, &to),
                // An age that was told says nothing beside a day of birth.
                "told_age" if file.person.birth.is_some() => continue,
                // Of the age that comes with it.
                "told_on" if file.planned("told_age").is_none() => continue,
                field if TAKEN.contains(&field) && is_nothing(&from) => to,
                _ => continue,
            };
            if !is_nothing(&to) && to != from {
                if *field == "birth" {
                    file.person.birth = to.text().parse().ok();
                }
                file.steps.push(Step::Field { entity: id, field: (*field).to_owned(), from, to });
            }
        }
        // Whoever had left and is on the list comes again.
        if file.person.left {
            file.person.left = false;
            let from = self.load(document_of(id))?.document.register(id, "left").unwrap_or_default();
            file.steps.push(Step::Field { entity: id, field: "left".into(), from, to: Value::Bool(false) });
        }
        for relative in &list.relatives {
            file.steps.extend(self.near(&mut file.person, relative)?);
        }
        Ok(())
    }

    /// A relative of the list.
    fn near(&mut self, person: &mut Person, relative: &Fields) -> Result<Vec<Step>, StoreError> {
        let mut values = Vec::new();
        for (field, value) in relative {
            values.push((
                (*field).to_owned(),
                fields::check(Kind::Relative, field, value).map_err(EditError::from)?,
            ));
        }
        self.told_again(person, values, Source::List)
    }

    /// Someone near a person, told again: who is there already gets what is missing, else they are added. Of two telephones none is lost.
    /// `person` becomes what it will be, for whoever is told next.
    pub(super) fn told_again(
        &mut self,
        person: &mut Person,
        values: Vec<(String, Value)>,
        source: Source,
    ) -> Result<Vec<Step>, StoreError> {
        let told = |field: &str| {
            let value = values.iter().find(|(name, _)| name == field).map(|(_, value)| value);
            value.map(Value::text).unwrap_or_default().to_owned()
        };
        let (name, relation, phone) = (told("name"), told("relation"), told("phone"));
        let mut values = values;
        // Whom the file had before: those of the same list say nothing of one another's rights.
        let document = &self.load(document_of(person.id))?.document;
        let there: Vec<Relative> =
            person.relatives.iter().filter(|one| document.entity(one.id).is_some()).cloned().collect();
        // Beside somebody who may be the same and has it not, a right waits for whoever opens the file.
        for right in Right::ALL {
            if right.waits(&there, (&name, &relation, &phone)) {
                values.retain(|(field, _)| field != right.field());
            }
        }
        // A trainer wrote two lines for two people; a list tells one person twice.
        let again = match source {
            Source::List => register::told_again(&person.relatives, &name, &relation, &phone),
            Source::File => {
                let had = |one: &&Relative| there.iter().any(|other| other.id == one.id);
                let had: Vec<Relative> = person.relatives.iter().filter(had).cloned().collect();
                register::told_again(&had, &name, &relation, &phone)
                    .and_then(|at| person.relatives.iter().position(|one| one.id == had[at].id))
            }
        };
        // "Téléphone du père" is not known to be that of who is named there without saying what they are.
        let unsure = |at: &usize| {
            let known = &person.relatives[*at];
            name.is_empty() && !relation.is_empty() && !known.name.is_empty() && known.relation.is_empty()
        };
        let again = again.filter(|at| source == Source::List || !unsure(at));
        if again.as_ref().is_some_and(unsure) {
            values.retain(|(field, _)| field != "relation");
        }
        let Some(at) = again else {
            let id = EntityId(new_id());
            let last = person.relatives.iter().map(|one| one.index.as_str()).max();
            let index = behind(last);
            person.relatives.push(relative(id, index.clone(), &values));
            return Ok(vec![create_at(index, person.id, id, Kind::Relative, values)]);
        };
        let known = person.relatives[at].id;
        let is_there = there.iter().any(|one| one.id == known);
        let document = &self.load(document_of(person.id))?.document;
        let mut now = person.relatives[at].clone();
        let mut steps = Vec::new();
        for (field, to) in values {
            let from = said(&now, &field);
            // A right that a file does not give is given by whoever opens it, and by no list nor another file: a judge may have taken it.
            let is_right = is_there && Right::ALL.iter().any(|right| right.field() == field);
            let missing = is_nothing(&from) || from == Value::Bool(false) && !is_right;
            let wanted = missing && !is_nothing(&to) && to != from;
            if wanted {
                // What was planned a moment ago is not in the document yet.
                let from = document.register(known, &field).unwrap_or_default();
                set(&mut now, &field, &to);
                steps.push(Step::Field { entity: known, field, from, to });
            }
        }
        person.relatives[at] = now;
        Ok(steps)
    }
}

/// Someone near, of the values they are made with.
fn relative(id: EntityId, index: String, values: &[(String, Value)]) -> Relative {
    let mut one = Relative {
        id,
        name: String::new(),
        relation: String::new(),
        phone: String::new(),
        authority: false,
        emergency: false,
        pickup: false,
        index,
    };
    values.iter().for_each(|(field, value)| set(&mut one, field, value));
    one
}

fn said(one: &Relative, field: &str) -> Value {
    match field {
        "name" => Value::Text(one.name.clone()),
        "relation" => Value::Text(one.relation.clone()),
        "phone" => Value::Text(one.phone.clone()),
        "authority" => Value::Bool(one.authority),
        "emergency" => Value::Bool(one.emergency),
        _ => Value::Bool(one.pickup),
    }
}

fn set(one: &mut Relative, field: &str, value: &Value) {
    match field {
        "name" => value.text().clone_into(&mut one.name),
        "relation" => value.text().clone_into(&mut one.relation),
        "phone" => value.text().clone_into(&mut one.phone),
        "authority" => one.authority = value.yes(),
        "emergency" => one.emergency = value.yes(),
        _ => one.pickup = value.yes(),
    }
}

fn is_nothing(value: &Value) -> bool {
    *value == Value::Null || *value == Value::Text(String::new())
}

/// Lists of identities, each once.
fn joined(from: &Value, to: &Value) -> Value {
    let mut ids: Vec<&str> = from.text().split('+').filter(|id| !id.is_empty()).collect();
    for id in to.text().split('+').filter(|id| !id.is_empty()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Value::Text(ids.join("+"))
}
