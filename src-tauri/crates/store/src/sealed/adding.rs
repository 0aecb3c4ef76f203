//! Many people at once, from a list: sealed a few at a time, while others may work, then put into the file in one transaction, or not at all.

use ql_model::{
    DocumentId, EntityId,
    edit::{self, EditError},
    entity::{Kind, Value},
    fields,
    season::{behind, create_at},
    step::Step,
};
use rusqlite::Connection;
use serde_json::Value as Json;

use super::{People, cipher::Key};
use crate::{
    error::StoreError,
    films::Prepared,
    tables::{document, key, update},
    workspace::{Workspace, new_id, now},
};

/// Someone to be put into the register.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// Fields of the person, as [`ql_model::fields::check`] takes them.
    pub fields: Vec<(&'static str, Json)>,
    /// Their relatives, each with its fields.
    pub relatives: Vec<Vec<(&'static str, Json)>>,
}

/// People who are sealed and not in the file yet. Dropped, they were never there.
#[derive(Default)]
pub struct SealedPeople {
    /// The register they are sealed for.
    recipient: Option<String>,
    made: Vec<Made>,
    /// What screens see of them: a document in memory is large, and of a hundred thousand only their rows are kept.
    rows: People,
}

struct Made {
    id: DocumentId,
    key: Key,
    wrapped: Vec<u8>,
    update: Vec<u8>,
}

impl NewPerson {
    fn steps(&self, root: EntityId) -> Result<Vec<Step>, StoreError> {
        let mut all = Vec::new();
        for (field, value) in &self.fields {
            all.push((*field, fields::check(Kind::Person, field, value).map_err(EditError::from)?));
        }
        let mut steps = edit::film_fields(root, all);
        let mut last: Option<String> = None;
        for relative in &self.relatives {
            let mut own = Vec::new();
            for (field, value) in relative {
                let value = fields::check(Kind::Relative, field, value).map_err(EditError::from)?;
                own.push(((*field).to_owned(), value));
            }
            let index = behind(last.as_deref());
            steps.push(create_at(index.clone(), root, EntityId(new_id()), Kind::Relative, own));
            last = Some(index);
        }
        Ok(steps)
    }
}

impl SealedPeople {
    /// How many they are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.made.len()
    }

    /// Puts them into the file, within a transaction.
    pub(super) fn insert(&self, transaction: &Connection, seqs: &[i64]) -> rusqlite::Result<()> {
        for (one, seq) in self.made.iter().zip(seqs) {
            document::insert(transaction, one.id, Kind::Person, None, now())?;
            key::insert(transaction, one.id, &one.wrapped)?;
            update::insert_own(transaction, one.id, *seq, &one.update)?;
        }
        Ok(())
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.made.is_empty()
    }
}

impl Workspace {
    /// Seals some more people. Nothing is written: a register that is sealed meanwhile refuses the next ones, and the file is as it was.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], also when another register is open by now; a value a field does not take.
    pub fn seal_people(&mut self, people: &[NewPerson], into: &mut SealedPeople) -> Result<(), StoreError> {
        self.check_register(into)?;
        for person in people {
            let id = DocumentId(new_id());
            let prepared = Prepared { steps: person.steps(id.root())?, ..Prepared::default() };
            let wrapped = self.unlocked_mut()?.new_key(id);
            let sealed = self.new_document(id, Kind::Person, &prepared);
            let key = self.unlocked_mut()?.keys.remove(&id).ok_or(StoreError::Sealed)?;
            let (document, update) = sealed?;
            into.rows.take(&document);
            into.made.push(Made { id, key, wrapped, update });
        }
        Ok(())
    }

    /// People who are sealed for the register that is open.
    pub(super) fn checked(&self, mut people: SealedPeople) -> Result<SealedPeople, StoreError> {
        self.check_register(&mut people)?;
        Ok(people)
    }

    /// Takes people who are in the file by now as known. What takes them back.
    pub(super) fn absorb(
        &mut self,
        people: SealedPeople,
    ) -> Result<Vec<(DocumentId, Vec<Step>)>, StoreError> {
        let SealedPeople { made, rows, .. } = people;
        let withdrawn = |id: DocumentId| Step::Field {
            entity: id.root(),
            field: "withdrawn".to_owned(),
            from: Value::Bool(true),
            to: Value::Null,
        };
        let parts = made.iter().map(|one| (one.id, vec![withdrawn(one.id)])).collect();
        let open = self.unlocked_mut()?;
        open.keys.extend(made.into_iter().map(|one| (one.id, one.key)));
        open.rows.absorb(rows);
        Ok(parts)
    }

    /// The register that is open must be the one they are sealed for.
    fn check_register(&self, people: &mut SealedPeople) -> Result<(), StoreError> {
        let recipient = self.unlocked()?.secret.recipient();
        if *people.recipient.get_or_insert_with(|| recipient.clone()) == recipient {
            Ok(())
        } else {
            Err(StoreError::Sealed)
        }
    }
}
