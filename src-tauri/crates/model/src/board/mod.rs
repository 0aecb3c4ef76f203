//! The board: every row of a film in memory, kept equal to what rebuilding it from the document would give.
//!
//! After a commit or an import, the touched entities' **final state** is read (events are never replayed), their rows are compared,
//! and order, labels, sums and looks are computed again where structure changed. It writes nothing; it only says what changed.

mod build;
mod content;
mod derive;
mod paint;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use uuid::Uuid;

use paint::Paint;

use crate::{
    document::Document,
    entity::{Entity, Kind, Trashed},
    id::{CutId, EntityId, StrokeId},
    place::Place,
    row::{Changes, Drawing, Film, Mark, Panel, Scene, Shot, Stroke, Totals},
    stroke::{Cut, StrokeRef},
    touched::Touched,
    vocabulary::Life,
};

/// Goes up whenever the same document gives other rows than before: rows that were stored are then computed again.
pub const GENERATION: u32 = 2;

/// What the board knows of an entity beside its row.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Kind.
    pub kind: Kind,
    /// Parent and order.
    pub place: Option<Place>,
    /// Whether a life key is left.
    pub alive: bool,
    /// The deletion it went with.
    pub trashed: Option<Trashed>,
    /// Its label when the film was locked.
    pub locked: Option<String>,
    /// Its label when it was deleted.
    pub last_label: String,
}

/// The rows of one film.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    film: Film,
    nodes: HashMap<EntityId, Node>,
    scenes: BTreeMap<EntityId, Scene>,
    shots: BTreeMap<EntityId, Shot>,
    panels: BTreeMap<EntityId, Panel>,
    drawings: BTreeMap<EntityId, Drawing>,
    marks: BTreeMap<EntityId, Mark>,
    paint: HashMap<EntityId, Paint>,
    totals: Totals,
}

/// What a refresh has found to be different so far.
#[derive(Default)]
struct Found {
    /// Rows to write.
    changed: BTreeSet<EntityId>,
    /// Strokes to write, by drawing.
    strokes: BTreeSet<(EntityId, StrokeId)>,
    /// Rows that are no more.
    deleted: BTreeSet<Uuid>,
    /// Those of them that were strokes, by drawing.
    erased: BTreeSet<(EntityId, StrokeId)>,
    /// Labels that a locked film has given to shots.
    given: HashSet<String>,
    /// Order, life, durations or numbering changed: everything computed is computed again.
    structure: bool,
    /// Drawings whose content changed.
    contents: BTreeSet<EntityId>,
}

impl Board {
    /// The rows of a film document, from nothing.
    #[must_use]
    pub fn rebuild(document: &Document) -> Self {
        let mut board = Self {
            film: build::film(document),
            nodes: HashMap::new(),
            scenes: BTreeMap::new(),
            shots: BTreeMap::new(),
            panels: BTreeMap::new(),
            drawings: BTreeMap::new(),
            marks: BTreeMap::new(),
            paint: HashMap::new(),
            totals: Totals::default(),
        };
        board.refresh(document, &document.everything());
        board
    }

    /// Reads the final state of what was touched; the rows that are different now.
    pub fn refresh(&mut self, document: &Document, touched: &Touched) -> Changes {
        let mut found = Found::default();
        for entity in &touched.entities {
            self.read(document, *entity, &mut found);
        }
        self.read_strokes(document, touched, &mut found);
        let contents = std::mem::take(&mut found.contents);
        for drawing in contents {
            self.refresh_content(drawing, &mut found);
        }
        if found.structure {
            self.derive(&mut found);
        }
        self.changes(&found)
    }

    fn read(&mut self, document: &Document, id: EntityId, found: &mut Found) {
        if id == self.film.id {
            let film = build::film(document);
            if film != self.film {
                let repaint = film.ink != self.film.ink || film.ratio != self.film.ratio;
                found.structure |= film.locked != self.film.locked || film.numbering != self.film.numbering;
                self.film = film;
                found.changed.insert(id);
                if repaint {
                    found.contents.extend(self.drawings.keys());
                }
            }
            return;
        }
        let entity = document.entity(id).filter(|entity| entity.alive || entity.trashed.is_some());
        let Some(entity) = entity else {
            self.forget(id, found);
            return;
        };
        let node = Node {
            kind: entity.kind,
            place: entity.place.clone(),
            alive: entity.alive,
            trashed: entity.trashed,
            locked: Some(entity.field("label").text()).filter(|label| !label.is_empty()).map(str::to_owned),
            last_label: entity.field("last_label").text().to_owned(),
        };
        if self.nodes.get(&id) != Some(&node) {
            found.structure = true;
            if matches!(node.kind, Kind::Arrow | Kind::Lettering) {
                // The drawing it left looks different too.
                let places = [node.place.as_ref(), self.nodes.get(&id).and_then(|old| old.place.as_ref())];
                found.contents.extend(places.into_iter().flatten().map(|place| place.parent));
            }
            self.nodes.insert(id, node);
        }
        self.read_row(document, &entity, found);
    }

    fn forget(&mut self, id: EntityId, found: &mut Found) {
        let Some(node) = self.nodes.remove(&id) else { return };
        found.structure = true;
        match node.kind {
            Kind::Scene => drop(self.scenes.remove(&id)),
            Kind::Shot => drop(self.shots.remove(&id)),
            Kind::Panel => drop(self.panels.remove(&id)),
            Kind::Drawing => drop(self.drawings.remove(&id)),
            Kind::Arrow | Kind::Lettering => {
                if let Some(mark) = self.marks.remove(&id) {
                    found.contents.insert(mark.drawing);
                }
            }
            // Roots, and kinds that no film has.
            _ => {}
        }
        found.changed.remove(&id);
        found.deleted.insert(id.0);
    }

    fn read_row(&mut self, document: &Document, entity: &Entity, found: &mut Found) {
        let film = self.film.id;
        let id = entity.id;
        match entity.kind {
            Kind::Scene => {
                let row = build::scene(document, entity, film, self.scenes.get(&id));
                found.note(id, self.scenes.insert(id, row.clone()).as_ref() != Some(&row));
            }
            Kind::Shot => {
                let row = build::shot(document, entity, film, self.shots.get(&id));
                let old = self.shots.insert(id, row.clone());
                found.structure |= old.as_ref().is_none_or(|old| {
                    old.estimate_ms != row.estimate_ms || old.setup_minutes != row.setup_minutes
                });
                found.note(id, old.as_ref() != Some(&row));
            }
            Kind::Panel => {
                let row = build::panel(document, entity, film, self.panels.get(&id));
                let old = self.panels.insert(id, row.clone());
                found.structure |= old
                    .as_ref()
                    .is_none_or(|old| old.duration_ms != row.duration_ms || old.drawing != row.drawing);
                found.note(id, old.as_ref() != Some(&row));
            }
            Kind::Drawing => {
                let row = build::drawing(entity, film, self.drawings.get(&id));
                let old = self.drawings.insert(id, row.clone());
                if old.as_ref() != Some(&row) {
                    found.contents.insert(id);
                    found.changed.insert(id);
                }
            }
            Kind::Arrow | Kind::Lettering => {
                let row = build::mark(document, entity, self.marks.get(&id));
                let old = self.marks.insert(id, row.clone());
                if old.as_ref() != Some(&row) {
                    found.contents.insert(row.drawing);
                    found.changed.insert(id);
                }
            }
            // Roots, and kinds that no film has.
            _ => {}
        }
    }

    fn changes(&self, found: &Found) -> Changes {
        let mut changes = Changes::default();
        for id in &found.changed {
            if *id == self.film.id {
                changes.films.push(self.film.clone());
            }
            changes.scenes.extend(self.scenes.get(id).cloned());
            changes.shots.extend(self.shots.get(id).cloned());
            changes.panels.extend(self.panels.get(id).cloned());
            changes.drawings.extend(self.drawings.get(id).cloned());
            changes.marks.extend(self.marks.get(id).cloned());
        }
        changes
            .strokes
            .extend(found.strokes.iter().filter_map(|(drawing, stroke)| self.stroke_row(*drawing, *stroke)));
        changes.deleted = found.deleted.iter().copied().collect();
        changes.erased = found.erased.iter().copied().collect();
        changes
    }

    /// Every row, as changes on an empty film.
    #[must_use]
    pub fn rows(&self) -> Changes {
        Changes {
            films: vec![self.film.clone()],
            scenes: self.scenes.values().cloned().collect(),
            shots: self.shots.values().cloned().collect(),
            panels: self.panels.values().cloned().collect(),
            drawings: self.drawings.values().cloned().collect(),
            strokes: self
                .paint
                .iter()
                .flat_map(|(drawing, paint)| {
                    paint.strokes().filter_map(|(id, _)| self.stroke_row(*drawing, id))
                })
                .collect(),
            marks: self.marks.values().cloned().collect(),
            ..Changes::default()
        }
    }

    /// The film.
    #[must_use]
    pub fn film(&self) -> &Film {
        &self.film
    }

    /// Sums over the live rows.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.totals
    }

    /// A scene.
    #[must_use]
    pub fn scene(&self, id: EntityId) -> Option<&Scene> {
        self.scenes.get(&id)
    }

    /// A shot.
    #[must_use]
    pub fn shot(&self, id: EntityId) -> Option<&Shot> {
        self.shots.get(&id)
    }

    /// A panel.
    #[must_use]
    pub fn panel(&self, id: EntityId) -> Option<&Panel> {
        self.panels.get(&id)
    }

    /// A drawing.
    #[must_use]
    pub fn drawing(&self, id: EntityId) -> Option<&Drawing> {
        self.drawings.get(&id)
    }

    /// The strokes of a drawing, by id.
    pub fn strokes(&self, drawing: EntityId) -> impl Iterator<Item = (StrokeId, &StrokeRef)> {
        self.paint.get(&drawing).into_iter().flat_map(Paint::strokes)
    }

    /// A stroke of a drawing.
    #[must_use]
    pub fn stroke(&self, drawing: EntityId, id: StrokeId) -> Option<&StrokeRef> {
        self.paint.get(&drawing)?.stroke(id)
    }

    /// The drawing that has this stroke.
    #[must_use]
    pub fn drawing_with(&self, stroke: StrokeId) -> Option<EntityId> {
        self.paint.iter().find(|(_, paint)| paint.stroke(stroke).is_some()).map(|(drawing, _)| *drawing)
    }

    /// The erased ranges of a drawing, by id.
    pub fn cuts(&self, drawing: EntityId) -> impl Iterator<Item = (CutId, &Cut)> {
        self.paint.get(&drawing).into_iter().flat_map(Paint::cuts)
    }

    /// What the board knows of an entity.
    #[must_use]
    pub fn node(&self, id: EntityId) -> Option<&Node> {
        self.nodes.get(&id)
    }

    /// Every entity with its node.
    pub fn nodes(&self) -> impl Iterator<Item = (EntityId, &Node)> {
        self.nodes.iter().map(|(id, node)| (*id, node))
    }

    /// The children of a parent that have a life key, in order.
    #[must_use]
    pub fn children(&self, parent: EntityId) -> Vec<(EntityId, &Node)> {
        let mut children: Vec<_> = self
            .nodes()
            .filter(|(_, node)| node.alive && node.place.as_ref().is_some_and(|place| place.parent == parent))
            .collect();
        children.sort_by(|a, b| (&a.1.place, a.0).cmp(&(&b.1.place, b.0)));
        children
    }

    /// An entity and everything below it that passes the test, from the top down.
    #[must_use]
    pub fn below(&self, top: EntityId, test: impl Fn(&Node) -> bool) -> Vec<(EntityId, Kind)> {
        let mut under: HashMap<EntityId, Vec<EntityId>> = HashMap::new();
        for (id, node) in &self.nodes {
            if let Some(place) = node.place.as_ref().filter(|_| test(node)) {
                under.entry(place.parent).or_default().push(*id);
            }
        }
        let mut found: Vec<EntityId> = vec![top];
        let mut at = 0;
        while at < found.len() {
            // Each is taken out when it is met, so that a forged circle ends.
            let mut children = under.remove(&found[at]).unwrap_or_default();
            children.sort();
            found.extend(children);
            at += 1;
        }
        found.into_iter().filter_map(|id| Some((id, self.nodes.get(&id)?.kind))).collect()
    }

    /// Whether an entity is on the board, in the trash or lost; `None` when it has no row.
    #[must_use]
    pub fn life(&self, id: EntityId) -> Option<Life> {
        let node = self.nodes.get(&id)?;
        Some(match node.kind {
            Kind::Scene => self.scenes.get(&id)?.life,
            Kind::Shot => self.shots.get(&id)?.life,
            Kind::Panel => self.panels.get(&id)?.life,
            Kind::Drawing => self.drawings.get(&id)?.life,
            Kind::Arrow | Kind::Lettering => self.marks.get(&id)?.life,
            _ => Life::Live,
        })
    }

    fn stroke_row(&self, drawing: EntityId, id: StrokeId) -> Option<Stroke> {
        let stroke = self.stroke(drawing, id)?;
        let mut cuts: Vec<(f32, f32)> = self
            .cuts(drawing)
            .filter(|(_, cut)| cut.stroke == id)
            .map(|(_, cut)| (cut.from, cut.to))
            .collect();
        cuts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        Some(Stroke {
            id,
            drawing,
            order: stroke.order,
            face: stroke.face,
            layer: stroke.layer,
            ink: stroke.ink,
            cuts,
        })
    }
}

impl Found {
    fn note(&mut self, id: EntityId, different: bool) {
        if different {
            self.changed.insert(id);
            self.deleted.remove(&id.0);
        }
    }
}
