//! What follows from structure: life, order, labels, sums. Computed for the whole film at once; strokes do not come into it.

use std::collections::{BTreeSet, HashMap};

use super::{Board, Found};
use crate::{
    entity::Kind,
    id::EntityId,
    numbering::{self, Slot},
    row::Totals,
    vocabulary::{Life, Look},
};

/// Children in order, by parent.
type Children = HashMap<EntityId, Vec<EntityId>>;

impl Board {
    pub(super) fn derive(&mut self, found: &mut Found) {
        self.derive_life(found);
        self.derive_hidden(found);
        let children = self.ordered();
        let mut totals = Totals::default();
        let scenes = children.get(&self.film.id).cloned().unwrap_or_default();
        let slots: Vec<Slot<'_>> = scenes.iter().map(|id| self.slot(*id)).collect();
        let numbers = numbering::scenes(&slots);
        if self.film.locked {
            let shots = self.nodes.values().filter(|node| node.kind == Kind::Shot);
            found.given = shots.filter_map(|node| node.locked.clone()).collect();
        }
        for (position, (id, number)) in scenes.iter().zip(numbers).enumerate() {
            self.derive_scene(*id, position, number, &children, &mut totals, found);
        }
        totals.trash = count(self.trash().into_iter());
        totals.lost = count(self.lost().into_iter());
        self.totals = totals;
    }

    /// What is alive under a parent that is gone, topmost first of each.
    #[must_use]
    pub fn lost(&self) -> Vec<EntityId> {
        let mut lost: Vec<EntityId> = self
            .nodes
            .iter()
            .filter(|(id, node)| {
                matches!(node.kind, Kind::Scene | Kind::Shot | Kind::Panel)
                    && self.life(**id) == Some(Life::Lost)
            })
            .filter(|(_, node)| {
                node.place.as_ref().is_none_or(|place| self.life(place.parent) != Some(Life::Lost))
            })
            .map(|(id, _)| *id)
            .collect();
        lost.sort();
        lost
    }

    /// What was deleted, topmost of each deletion first seen from above.
    #[must_use]
    pub fn trash(&self) -> Vec<EntityId> {
        let mut roots: Vec<EntityId> = self
            .nodes
            .iter()
            .filter(|(_, node)| node.kind != Kind::Drawing)
            .filter(|(_, node)| {
                let above = node
                    .place
                    .as_ref()
                    .and_then(|place| self.nodes.get(&place.parent))
                    .and_then(|parent| parent.trashed);
                node.trashed.is_some_and(|trashed| above.is_none_or(|above| above.root != trashed.root))
            })
            .map(|(id, _)| *id)
            .collect();
        roots.sort();
        roots
    }

    fn slot(&self, id: EntityId) -> Slot<'_> {
        let locked = self.nodes.get(&id).and_then(|node| node.locked.as_deref());
        Slot { locked: locked.filter(|_| self.film.locked) }
    }

    fn derive_life(&mut self, found: &mut Found) {
        let mut lives: HashMap<EntityId, Life> = HashMap::with_capacity(self.nodes.len());
        for kind in [Kind::Scene, Kind::Shot, Kind::Panel, Kind::Drawing, Kind::Arrow, Kind::Lettering] {
            for (id, node) in self.nodes.iter().filter(|(_, node)| node.kind == kind) {
                let parent = node.place.as_ref().map(|place| place.parent);
                let under_live = parent
                    .is_some_and(|parent| parent == self.film.id || lives.get(&parent) == Some(&Life::Live));
                let life = if !node.alive {
                    Life::Trash
                } else if under_live {
                    Life::Live
                } else {
                    Life::Lost
                };
                lives.insert(*id, life);
            }
        }
        macro_rules! write_life {
            ($rows:expr) => {
                for (id, row) in $rows.iter_mut() {
                    let life = lives.get(id).copied().unwrap_or(Life::Trash);
                    if row.life != life {
                        row.life = life;
                        found.changed.insert(*id);
                    }
                }
            };
        }
        write_life!(self.scenes);
        write_life!(self.shots);
        write_life!(self.panels);
        write_life!(self.drawings);
        for (id, mark) in &mut self.marks {
            let life = lives.get(id).copied().unwrap_or(Life::Trash);
            if mark.life != life {
                mark.life = life;
                found.changed.insert(*id);
            }
        }
    }

    /// What is not shown has no place in the order: only the label it had when it was deleted.
    fn derive_hidden(&mut self, found: &mut Found) {
        let hidden: Vec<(EntityId, Kind, String)> = self
            .nodes
            .iter()
            .filter(|(id, _)| self.life(**id) != Some(Life::Live) && !self.is_omitted(**id))
            .map(|(id, node)| (*id, node.kind, node.last_label.clone()))
            .collect();
        for (id, kind, label) in hidden {
            let different = match kind {
                Kind::Scene => replace(self.scenes.get_mut(&id), |row| {
                    (row.position, row.number, row.omitted, row.shots, row.duration_ms, row.setup_minutes) =
                        (0, label, false, 0, 0, 0);
                }),
                Kind::Shot => replace(self.shots.get_mut(&id), |row| {
                    (row.position, row.label, row.omitted, row.panels, row.look) =
                        (0, label, false, 0, Look::Empty);
                    row.duration_ms = row.estimate_ms;
                }),
                Kind::Panel => {
                    self.refresh_look(id, found);
                    replace(self.panels.get_mut(&id), |row| {
                        (row.position, row.index, row.label) = (0, 0, label)
                    })
                }
                _ => false,
            };
            if different {
                found.changed.insert(id);
            }
        }
    }

    /// Scenes, shots and panels that are shown, in order. In a locked film, what was deleted and had a label is still shown, omitted.
    fn ordered(&self) -> Children {
        let mut lists: HashMap<EntityId, BTreeSet<(&str, EntityId)>> = HashMap::new();
        for (id, node) in &self.nodes {
            if !matches!(node.kind, Kind::Scene | Kind::Shot | Kind::Panel) {
                continue;
            }
            let live = self.life(*id) == Some(Life::Live);
            if let Some(place) = &node.place
                && (live || self.is_omitted(*id))
            {
                lists.entry(place.parent).or_default().insert((place.index.as_str(), *id));
            }
        }
        lists
            .into_iter()
            .map(|(parent, list)| (parent, list.into_iter().map(|(_, id)| id).collect()))
            .collect()
    }

    /// Whether it keeps its place although it was deleted; what stood under something that is not shown itself has none.
    fn is_omitted(&self, id: EntityId) -> bool {
        self.film.locked
            && self.nodes.get(&id).is_some_and(|node| {
                let kept = !node.alive && node.locked.is_some();
                kept && match node.kind {
                    Kind::Scene => true,
                    Kind::Shot => node.place.as_ref().is_some_and(|place| self.is_listed(place.parent)),
                    _ => false,
                }
            })
    }

    fn is_listed(&self, scene: EntityId) -> bool {
        self.life(scene) == Some(Life::Live) || self.is_omitted(scene)
    }

    fn derive_scene(
        &mut self,
        id: EntityId,
        position: usize,
        number: String,
        children: &Children,
        totals: &mut Totals,
        found: &mut Found,
    ) {
        let none = Vec::new();
        let omitted = self.is_omitted(id);
        let shots = children.get(&id).unwrap_or(&none);
        let through = totals.shots as usize;
        let slots: Vec<Slot<'_>> = shots.iter().map(|id| self.slot(*id)).collect();
        let labels = numbering::shots(self.film.numbering, &number, through, &slots, &mut found.given);
        let before = *totals;
        for (position, (shot, label)) in shots.iter().zip(labels).enumerate() {
            self.derive_shot(*shot, position, label, children.get(shot).unwrap_or(&none), totals, found);
        }
        let Some(scene) = self.scenes.get_mut(&id) else { return };
        let mut row = scene.clone();
        row.position = index(position);
        row.number = number;
        row.omitted = omitted;
        row.shots = totals.shots - before.shots;
        row.duration_ms = totals.duration_ms - before.duration_ms;
        row.setup_minutes = totals.setup_minutes - before.setup_minutes;
        if *scene != row {
            *scene = row;
            found.changed.insert(id);
        }
        totals.scenes += u32::from(!omitted);
    }

    fn derive_shot(
        &mut self,
        id: EntityId,
        position: usize,
        label: String,
        panels: &[EntityId],
        totals: &mut Totals,
        found: &mut Found,
    ) {
        let omitted = self.is_omitted(id);
        for (place, panel) in panels.iter().enumerate() {
            let Some(old) = self.panels.get(panel) else { continue };
            let mut row = old.clone();
            row.position = index(place);
            row.index = totals.panels + index(place);
            row.label = if panels.len() > 1 { format!("{label}/{}", place + 1) } else { label.clone() };
            if *old != row {
                self.panels.insert(*panel, row);
                found.changed.insert(*panel);
            }
            self.refresh_look(*panel, found);
        }
        self.refresh_shot_look(id, Some(panels), found);
        let duration: u32 = panels
            .iter()
            .filter_map(|panel| self.panels.get(panel))
            .map(|panel| panel.duration_ms)
            .fold(0, u32::saturating_add);
        let Some(shot) = self.shots.get_mut(&id) else { return };
        let mut row = shot.clone();
        row.position = index(position);
        row.label = label;
        row.omitted = omitted;
        row.panels = index(panels.len());
        row.duration_ms = if panels.is_empty() { row.estimate_ms } else { duration };
        if *shot != row {
            *shot = row;
            found.changed.insert(id);
        }
        if omitted {
            return;
        }
        totals.shots += 1;
        totals.panels += index(panels.len());
        totals.drawn += u32::from(matches!(shot.look, Look::Drawn | Look::Finished));
        totals.duration_ms = totals.duration_ms.saturating_add(shot.duration_ms);
        totals.setup_minutes = totals.setup_minutes.saturating_add(shot.setup_minutes);
    }
}

fn replace<T: Clone + PartialEq>(row: Option<&mut T>, write: impl FnOnce(&mut T)) -> bool {
    let Some(row) = row else { return false };
    let old = row.clone();
    write(row);
    *row != old
}

fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    index(items.count())
}
