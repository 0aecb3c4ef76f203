//! Many people at once, from a list: all of them in one transaction, or none.

use ql_model::{
    DocumentId, EntityId,
    edit::{self, EditError},
    entity::{Kind, Value},
    fields,
    season::create,
    step::Step,
};
use serde_json::Value as Json;

use super::People;
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

impl NewPerson {
    fn steps(&self, root: EntityId) -> Result<Vec<Step>, StoreError> {
        let mut all = Vec::new();
        for (field, value) in &self.fields {
            all.push((*field, fields::check(Kind::Person, field, value).map_err(EditError::from)?));
        }
        let mut steps = edit::film_fields(root, all);
        for relative in &self.relatives {
            let mut own = Vec::new();
            for (field, value) in relative {
                let value = fields::check(Kind::Relative, field, value).map_err(EditError::from)?;
                own.push(((*field).to_owned(), value));
            }
            steps.push(create(root, EntityId(new_id()), Kind::Relative, own));
        }
        Ok(steps)
    }
}

impl Workspace {
    /// Puts people into the register: all or none. It is one step to take back.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], a value a field does not take, or that it cannot be made durable.
    pub fn add_people(&mut self, people: &[NewPerson]) -> Result<Vec<EntityId>, StoreError> {
        self.unlocked()?;
        let (mut made, mut rows) = (Vec::new(), People::default());
        for person in people {
            let id = DocumentId(new_id());
            let prepared = Prepared { steps: person.steps(id.root())?, ..Prepared::default() };
            let wrapped = self.unlocked_mut()?.new_key(id);
            let (document, bytes) = self.new_document(id, Kind::Person, &prepared)?;
            // A document in memory is large: of a hundred thousand only their rows are kept.
            rows.take(&document);
            made.push((id, wrapped, bytes));
        }
        let written = self.write_people(&made);
        let open = self.unlocked_mut()?;
        if let Err(error) = written {
            made.iter().for_each(|(id, ..)| drop(open.keys.remove(id)));
            return Err(error);
        }
        open.rows.absorb(rows);
        let withdrawn = |id: DocumentId| Step::Field {
            entity: id.root(),
            field: "withdrawn".to_owned(),
            from: Value::Bool(true),
            to: Value::Null,
        };
        let parts = made.iter().map(|(id, ..)| (*id, vec![withdrawn(*id)])).collect();
        self.keep_gesture("import_people", parts)?;
        Ok(made.into_iter().map(|(id, ..)| id.root()).collect())
    }

    fn write_people(&mut self, made: &[(DocumentId, Vec<u8>, Vec<u8>)]) -> Result<(), StoreError> {
        let seqs: Vec<i64> = made.iter().map(|_| self.next_sequence()).collect();
        let transaction = self.transaction()?;
        for ((id, wrapped, bytes), seq) in made.iter().zip(seqs) {
            document::insert(&transaction, *id, Kind::Person, None, now())?;
            key::insert(&transaction, *id, wrapped)?;
            update::insert_own(&transaction, *id, seq, bytes)?;
        }
        transaction.commit()?;
        Ok(())
    }
}
