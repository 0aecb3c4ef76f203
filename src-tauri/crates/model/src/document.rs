//! Documents: Loro documents with a flat schema of root containers, written only by [`Step`]s.
//!
//! - root map `film` (or `face`): the document's own fields and its `schema` number;
//! - root map `n:<entity>`: `kind`, fields, `place`, life keys;
//! - root text `t:<entity>:<field>`: every text people write in;
//! - root map `s:<drawing>`: stroke to reference; root map `c:<drawing>`: erased ranges by unique key.
//!
//! No nested container and none created lazily: undoing the first use of one hid everybody's strokes in a prototype.

use std::sync::{Arc, Mutex, PoisonError};

use loro::{ExportMode, LoroDoc, LoroMap, LoroValue, Subscription, ValueOrContainer, VersionVector};

use crate::{
    entity::{Entity, Kind, LIFE, TRASH_ROOT, TRASHED_AT, Value},
    fields,
    id::{CutId, DocumentId, EntityId, StrokeId},
    step::Step,
    stroke::{Cut, StrokeRef},
    text::Splice,
    touched::{Touched, note},
};

/// Moves only when an older program could no longer work on the document.
pub const SCHEMA: i64 = 1;

/// A document that cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// Loro refused the bytes or the write.
    #[error("the document could not be read or written")]
    Loro(#[from] loro::LoroError),
    /// Loro could not write the document out.
    #[error("the document could not be written out")]
    Encode(#[from] loro::LoroEncodeError),
    /// Part of its log is missing: it must not pass for a smaller document.
    #[error("part of the document's log is missing")]
    Incomplete,
    /// Made by a newer program with a schema this one would harm.
    #[error("the document has schema {found}, newer than {SCHEMA}")]
    Newer {
        /// Its schema number.
        found: i64,
    },
}

/// Who writes, for the life keys: a device and how often it has exchanged with others. A deletion elsewhere cannot have seen the key
/// of a later epoch, so what is edited here meanwhile lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Short name of the device, without a dot.
    pub device: String,
    /// Goes up at each exchange with others.
    pub epoch: u32,
}

/// A document in memory.
pub struct Document {
    id: DocumentId,
    kind: Kind,
    loro: LoroDoc,
    touched: Arc<Mutex<Touched>>,
    _events: Subscription,
}

impl Document {
    /// A new document of a root kind ([`Kind::Film`], [`Kind::Face`]). `peer` must be new at each opening and never reused.
    ///
    /// # Errors
    /// When Loro refuses the peer.
    pub fn create(id: DocumentId, kind: Kind, peer: u64) -> Result<Self, DocumentError> {
        let document = Self::empty(id, kind, peer)?;
        let root = document.loro.get_map(kind.code());
        root.insert("schema", SCHEMA)?;
        root.insert("kind", kind.code())?;
        document.loro.commit();
        Ok(document)
    }

    /// Reads a document from its snapshot and the updates since. Only authenticated bytes may come here: a forged blob can abort.
    ///
    /// # Errors
    /// When the bytes are not a document, or are one of a newer schema.
    pub fn load(
        id: DocumentId,
        kind: Kind,
        snapshot: Option<&[u8]>,
        updates: &[Vec<u8>],
        peer: u64,
    ) -> Result<Self, DocumentError> {
        let document = Self::empty(id, kind, peer)?;
        if let Some(snapshot) = snapshot {
            document.loro.import(snapshot)?;
        }
        let waits = !updates.is_empty() && document.loro.import_batch(updates)?.pending.is_some();
        document.take_touched();
        match document.register(id.root(), "schema") {
            // Updates that wait for others which are not there, or no beginning: part of the log is gone.
            _ if waits => Err(DocumentError::Incomplete),
            None => Err(DocumentError::Incomplete),
            Some(Value::Int(found)) if found > SCHEMA => Err(DocumentError::Newer { found }),
            Some(_) => Ok(document),
        }
    }

    fn empty(id: DocumentId, kind: Kind, peer: u64) -> Result<Self, DocumentError> {
        let loro = LoroDoc::new();
        // Loro keeps the highest peer id for itself.
        loro.set_peer_id(peer & (u64::MAX >> 1))?;
        loro.set_hide_empty_root_containers(true);
        let touched = Arc::new(Mutex::new(Touched::default()));
        let sink = Arc::clone(&touched);
        let events = loro.subscribe_root(Arc::new(move |event| {
            let mut touched = sink.lock().unwrap_or_else(PoisonError::into_inner);
            for part in &event.events {
                note(&mut touched, id, part.target, &part.diff);
            }
        }));
        Ok(Self { id, kind, loro, touched, _events: events })
    }

    /// Identity.
    #[must_use]
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// Kind of its root.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What is known so far; the argument of a later [`Document::since`].
    #[must_use]
    pub fn version(&self) -> VersionVector {
        self.loro.oplog_vv()
    }

    /// Ends the write: the touched entities.
    pub fn commit(&mut self) -> Touched {
        self.loro.commit();
        self.take_touched()
    }

    /// The update bytes since a version.
    ///
    /// # Errors
    /// When Loro cannot write them.
    pub fn since(&self, version: &VersionVector) -> Result<Vec<u8>, DocumentError> {
        Ok(self.loro.export(ExportMode::updates(version))?)
    }

    /// The whole document.
    ///
    /// # Errors
    /// When Loro cannot write it.
    pub fn snapshot(&self) -> Result<Vec<u8>, DocumentError> {
        Ok(self.loro.export(ExportMode::Snapshot)?)
    }

    /// Takes in what others wrote, in one batch.
    ///
    /// # Errors
    /// When the bytes are refused; nothing is taken in then.
    pub fn import(&mut self, updates: &[Vec<u8>]) -> Result<Touched, DocumentError> {
        self.loro.commit();
        self.loro.import_batch(updates)?;
        Ok(self.take_touched())
    }

    fn take_touched(&self) -> Touched {
        std::mem::take(&mut *self.touched.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn map(&self, entity: EntityId) -> LoroMap {
        if entity == self.id.root() {
            self.loro.get_map(self.kind.code())
        } else {
            self.loro.get_map(format!("n:{entity}"))
        }
    }

    /// A register of an entity; `None` when it is not set.
    #[must_use]
    pub fn register(&self, entity: EntityId, field: &str) -> Option<Value> {
        match self.map(entity).get(field)? {
            ValueOrContainer::Value(value) => Some(Value::from(&value)),
            ValueOrContainer::Container(_) => None,
        }
    }

    /// The final state of an entity.
    #[must_use]
    pub fn entity(&self, entity: EntityId) -> Option<Entity> {
        Entity::read(entity, &self.map(entity).get_value())
    }

    /// A long text.
    #[must_use]
    pub fn text(&self, entity: EntityId, field: &str) -> String {
        self.loro.get_text(format!("t:{entity}:{field}")).to_string()
    }

    /// A stroke's reference.
    #[must_use]
    pub fn stroke(&self, drawing: EntityId, stroke: StrokeId) -> Option<StrokeRef> {
        StrokeRef::decode(&self.binary(&format!("s:{drawing}"), &stroke.to_string())?)
    }

    /// An erased range.
    #[must_use]
    pub fn cut(&self, drawing: EntityId, cut: CutId) -> Option<Cut> {
        Cut::decode(&self.binary(&format!("c:{drawing}"), &cut.to_string())?)
    }

    fn binary(&self, map: &str, key: &str) -> Option<Vec<u8>> {
        match self.loro.get_map(map).get(key)? {
            ValueOrContainer::Value(LoroValue::Binary(bytes)) => Some(bytes.to_vec()),
            _ => None,
        }
    }

    /// Everything in it, as touched, to rebuild the rows from nothing.
    #[must_use]
    pub fn everything(&self) -> Touched {
        let mut all = Touched::default();
        all.entities.insert(self.id.root());
        let LoroValue::Map(roots) = self.loro.get_value() else { return all };
        for (name, _) in roots.iter() {
            if let Some(entity) = name.strip_prefix("n:").and_then(|id| id.parse().ok()) {
                all.entities.insert(entity);
            } else if let Some(drawing) = name.strip_prefix("s:").and_then(|id| id.parse().ok()) {
                let keys =
                    self.loro.get_map(name.as_str()).keys().filter_map(|key| key.parse().ok()).collect();
                all.strokes.insert(drawing, keys);
            } else if let Some(drawing) = name.strip_prefix("c:").and_then(|id| id.parse().ok()) {
                let keys =
                    self.loro.get_map(name.as_str()).keys().filter_map(|key| key.parse().ok()).collect();
                all.cuts.insert(drawing, keys);
            }
        }
        all
    }

    /// Writes steps. With `guarded`, a step whose place no longer holds what it expects is passed over (others' newer values win).
    /// Returns whether anything was written; [`Document::commit`] ends the write.
    ///
    /// # Errors
    /// When Loro refuses a write.
    pub fn write(&mut self, steps: &[Step], author: &Author, guarded: bool) -> Result<bool, DocumentError> {
        let mut wrote = false;
        for step in steps {
            wrote |= self.write_step(step, author, guarded)?;
        }
        Ok(wrote)
    }

    fn write_step(&mut self, step: &Step, author: &Author, guarded: bool) -> Result<bool, DocumentError> {
        match step {
            Step::Create { entity, kind, fields, texts } => {
                let map = self.map(*entity);
                map.insert("kind", kind.code())?;
                for (field, value) in fields {
                    map.insert(field, LoroValue::from(value.clone()))?;
                }
                for (field, text) in texts {
                    self.splice(*entity, field, "", text)?;
                }
                self.keep_alive(*entity, author)?;
                if matches!(kind, Kind::Arrow | Kind::Lettering)
                    && let Some(place) = self.entity(*entity).and_then(|mark| mark.place)
                {
                    self.renew_drawing(place.parent, author, true)?;
                }
            }
            Step::Life { entity, alive, trashed } => {
                let now = self.entity(*entity);
                if guarded && now.as_ref().is_none_or(|now| now.alive == *alive) {
                    return Ok(false);
                }
                if *alive {
                    self.keep_alive(*entity, author)?;
                } else {
                    self.end_life(*entity, *trashed)?;
                }
            }
            Step::Field { entity, field, from, to } => {
                let now = self.register(*entity, field).unwrap_or_default();
                if now == *to || (guarded && now != *from) {
                    return Ok(false);
                }
                self.map(*entity).insert(field, LoroValue::from(to.clone()))?;
                self.refresh(*entity, author)?;
            }
            Step::Text { entity, field, from, to } => {
                let now = self.text(*entity, field);
                if now == *to || (guarded && now != *from) {
                    return Ok(false);
                }
                self.splice(*entity, field, &now, to)?;
                self.refresh(*entity, author)?;
            }
            Step::Stroke { drawing, stroke, from, to } => {
                if guarded && self.stroke(*drawing, *stroke) != *from {
                    return Ok(false);
                }
                self.set_binary(
                    &format!("s:{drawing}"),
                    &stroke.to_string(),
                    to.as_ref().map(StrokeRef::encode),
                )?;
                self.renew_drawing(*drawing, author, to.is_some())?;
            }
            Step::Cut { drawing, cut, from, to } => {
                if guarded && self.cut(*drawing, *cut) != *from {
                    return Ok(false);
                }
                self.set_binary(&format!("c:{drawing}"), &cut.to_string(), to.as_ref().map(Cut::encode))?;
                self.renew_drawing(*drawing, author, false)?;
            }
        }
        Ok(true)
    }

    fn set_binary(&self, map: &str, key: &str, value: Option<Vec<u8>>) -> Result<(), DocumentError> {
        let map = self.loro.get_map(map);
        match value {
            Some(bytes) => map.insert(key, LoroValue::Binary(bytes.into()))?,
            None => map.delete(key)?,
        }
        Ok(())
    }

    fn splice(&self, entity: EntityId, field: &str, from: &str, to: &str) -> Result<(), DocumentError> {
        if let Some(splice) = Splice::between(from, to) {
            self.loro.get_text(format!("t:{entity}:{field}")).splice(
                splice.at,
                splice.remove,
                &splice.insert,
            )?;
        }
        Ok(())
    }

    /// A drawing that is drawn on lives, and so does the panel that shows it: nothing drawn may vanish. Taking away only renews.
    fn renew_drawing(&self, drawing: EntityId, author: &Author, drawn: bool) -> Result<(), DocumentError> {
        let panel = self.entity(drawing).and_then(|drawing| drawing.place).map(|place| place.parent);
        for entity in [Some(drawing), panel].into_iter().flatten() {
            if drawn { self.keep_alive(entity, author)? } else { self.refresh(entity, author)? }
        }
        Ok(())
    }

    /// An edit of a living entity renews its life; an edit of a deleted one does not bring it back.
    fn refresh(&self, entity: EntityId, author: &Author) -> Result<(), DocumentError> {
        if self.entity(entity).is_some_and(|now| now.alive) {
            self.keep_alive(entity, author)?;
        }
        Ok(())
    }

    fn keep_alive(&self, entity: EntityId, author: &Author) -> Result<(), DocumentError> {
        if entity == self.id.root() {
            return Ok(());
        }
        let map = self.map(entity);
        let own = format!("{LIFE}{}.{}", author.device, author.epoch);
        if map.get(&own).is_none() {
            let earlier = format!("{LIFE}{}.", author.device);
            let old: Vec<String> =
                map.keys().map(|key| key.to_string()).filter(|key| key.starts_with(&earlier)).collect();
            for key in old {
                map.delete(&key)?;
            }
            map.insert(&own, true)?;
        }
        for mark in [TRASH_ROOT, TRASHED_AT] {
            if map.get(mark).is_some() {
                map.delete(mark)?;
            }
        }
        Ok(())
    }

    fn end_life(
        &self,
        entity: EntityId,
        trashed: Option<crate::entity::Trashed>,
    ) -> Result<(), DocumentError> {
        let map = self.map(entity);
        let keys: Vec<String> =
            map.keys().map(|key| key.to_string()).filter(|key| key.starts_with(LIFE)).collect();
        for key in keys {
            map.delete(&key)?;
        }
        if let Some(trashed) = trashed {
            map.insert(TRASH_ROOT, trashed.root.to_string())?;
            map.insert(TRASHED_AT, trashed.at)?;
        }
        Ok(())
    }

    /// The long texts of an entity, as the kind has them.
    #[must_use]
    pub fn texts(&self, entity: EntityId, kind: Kind) -> Vec<(String, String)> {
        fields::texts(kind).iter().map(|field| ((*field).to_owned(), self.text(entity, field))).collect()
    }
}
