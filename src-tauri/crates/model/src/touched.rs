//! What a write touched, from Loro's events: only names are taken from them, final states are read afterwards.

use std::collections::{BTreeMap, BTreeSet};

use loro::{ContainerID, event::Diff};

use crate::{
    entity::Kind,
    id::{CutId, DocumentId, EntityId, StrokeId},
};

/// What a commit or an import touched; the final state is then read, events are never replayed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Entities whose map or texts were touched.
    pub entities: BTreeSet<EntityId>,
    /// Strokes touched, by drawing.
    pub strokes: BTreeMap<EntityId, BTreeSet<StrokeId>>,
    /// Erased ranges touched, by drawing.
    pub cuts: BTreeMap<EntityId, BTreeSet<CutId>>,
}

/// Adds what one event is about.
pub(crate) fn note(touched: &mut Touched, document: DocumentId, target: &ContainerID, diff: &Diff<'_>) {
    let ContainerID::Root { name, .. } = target else { return };
    if let Some(id) = name.strip_prefix("n:") {
        touched.entities.extend(id.parse::<EntityId>());
    } else if let Some(rest) = name.strip_prefix("t:") {
        touched.entities.extend(rest.split(':').next().unwrap_or_default().parse::<EntityId>());
    } else if let Some(id) = name.strip_prefix("s:") {
        if let Ok(drawing) = id.parse() {
            touched.strokes.entry(drawing).or_default().extend(keys::<StrokeId>(diff));
        }
    } else if let Some(id) = name.strip_prefix("c:") {
        if let Ok(drawing) = id.parse() {
            touched.cuts.entry(drawing).or_default().extend(keys::<CutId>(diff));
        }
    } else if Kind::parse(name.as_str()).is_some_and(|kind| kind.parent().is_none()) {
        touched.entities.insert(document.root());
    }
}

fn keys<K: std::str::FromStr>(diff: &Diff<'_>) -> Vec<K> {
    if let Diff::Map(map) = diff {
        map.updated.keys().filter_map(|key| key.parse().ok()).collect()
    } else {
        Vec::new()
    }
}
