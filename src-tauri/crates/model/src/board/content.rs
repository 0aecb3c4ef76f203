//! What is on the drawings: strokes, erased ranges, the version of the picture, and how far panels and shots are.

use super::{Board, Found, paint::Paint};
use crate::{
    document::Document,
    id::EntityId,
    row::Mark,
    touched::Touched,
    vocabulary::{Life, Look},
};

impl Board {
    pub(super) fn read_strokes(&mut self, document: &Document, touched: &Touched, found: &mut Found) {
        for (drawing, ids) in &touched.strokes {
            let paint = self.paint.entry(*drawing).or_default();
            for id in ids {
                let now = document.stroke(*drawing, *id);
                if now.as_ref() == paint.stroke(*id) {
                    continue;
                }
                if now.is_some() {
                    found.strokes.insert((*drawing, *id));
                } else {
                    found.deleted.insert(id.0);
                    found.erased.insert((*drawing, *id));
                }
                paint.set_stroke(*id, now);
            }
        }
        for (drawing, ids) in &touched.cuts {
            let paint = self.paint.entry(*drawing).or_default();
            for id in ids {
                let now = document.cut(*drawing, *id);
                let old = paint.set_cut(*id, now);
                if now != old {
                    found.strokes.extend(now.iter().chain(&old).map(|cut| (*drawing, cut.stroke)));
                }
            }
        }
        for drawing in touched.strokes.keys().chain(touched.cuts.keys()) {
            if self.paint.get(drawing).is_some_and(Paint::is_empty) {
                self.paint.remove(drawing);
            }
            found.contents.insert(*drawing);
        }
    }

    /// Counts, version and look of one drawing, and of the panel and shot above it.
    pub(super) fn refresh_content(&mut self, id: EntityId, found: &mut Found) {
        let version = self.version(id);
        let (strokes, ink) = self.paint.get(&id).map_or((0, 0), Paint::count);
        let Some(drawing) = self.drawings.get_mut(&id) else { return };
        if drawing.version != version || drawing.strokes != strokes || drawing.ink_strokes != ink {
            drawing.version = version;
            drawing.strokes = strokes;
            drawing.ink_strokes = ink;
            found.changed.insert(id);
        }
        let shows = |panel: &crate::row::Panel| panel.drawing == id;
        // A drawing is nearly always shown by the panel it is in.
        let panel = Some(drawing.panel).filter(|panel| self.panels.get(panel).is_some_and(shows));
        let panel = panel.or_else(|| self.panels.values().find(|panel| shows(panel)).map(|panel| panel.id));
        let Some(panel) = panel else { return };
        if self.refresh_look(panel, found)
            && let Some(shot) = self.panels.get(&panel).map(|panel| panel.shot)
        {
            self.refresh_shot_look(shot, None, found);
        }
    }

    /// The look of a panel is that of the drawing it shows. Whether it changed.
    pub(super) fn refresh_look(&mut self, id: EntityId, found: &mut Found) -> bool {
        let look = self.panels.get(&id).map_or(Look::Empty, |panel| self.drawing_look(panel.drawing));
        let Some(panel) = self.panels.get_mut(&id) else { return false };
        let different = panel.look != look;
        if different {
            panel.look = look;
            found.changed.insert(id);
        }
        different
    }

    fn drawing_look(&self, id: EntityId) -> Look {
        match self.drawings.get(&id) {
            Some(drawing)
                if drawing.strokes == 0
                    && drawing.picture.is_none()
                    && self.live_marks(id).next().is_none() =>
            {
                Look::Empty
            }
            Some(drawing) if drawing.finished => Look::Finished,
            Some(drawing) if drawing.ink_strokes > 0 || drawing.picture.is_some() => Look::Drawn,
            Some(_) => Look::Pencil,
            None => Look::Empty,
        }
    }

    /// A shot is finished when all its panels are, empty when all are, and otherwise as far as its furthest unfinished panel.
    pub(super) fn refresh_shot_look(&mut self, id: EntityId, panels: Option<&[EntityId]>, found: &mut Found) {
        let looks: Vec<Look> = match panels {
            Some(panels) => {
                panels.iter().filter_map(|panel| self.panels.get(panel)).map(|panel| panel.look).collect()
            }
            None => self
                .panels
                .values()
                .filter(|panel| panel.shot == id && panel.life == Life::Live)
                .map(|panel| panel.look)
                .collect(),
        };
        let look = if !looks.is_empty() && looks.iter().all(|look| *look == Look::Finished) {
            Look::Finished
        } else if looks.iter().any(|look| matches!(look, Look::Drawn | Look::Finished)) {
            Look::Drawn
        } else if looks.contains(&Look::Pencil) {
            Look::Pencil
        } else {
            Look::Empty
        };
        let inked = |look: Look| matches!(look, Look::Drawn | Look::Finished);
        let Some(shot) = self.shots.get_mut(&id) else { return };
        if shot.look == look {
            return;
        }
        if shot.life == Life::Live && panels.is_none() {
            // Outside a full computation the sum of drawn shots follows by itself.
            match (inked(shot.look), inked(look)) {
                (false, true) => self.totals.drawn += 1,
                (true, false) => self.totals.drawn -= 1,
                _ => {}
            }
        }
        shot.look = look;
        found.changed.insert(id);
    }

    /// The arrows and texts on a drawing.
    fn live_marks(&self, drawing: EntityId) -> impl Iterator<Item = &Mark> {
        let alive = |mark: &&Mark| self.nodes.get(&mark.id).is_some_and(|node| node.alive);
        self.marks.values().filter(move |mark| mark.drawing == drawing).filter(alive)
    }

    /// A name for what the drawing looks like: the same content gives the same name on every machine.
    fn version(&self, id: EntityId) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.film.ink.code().as_bytes());
        hasher.update(self.film.ratio.code().as_bytes());
        if let Some(drawing) = self.drawings.get(&id) {
            hasher.update(&[u8::from(drawing.finished)]);
            hasher.update(drawing.picture.as_deref().unwrap_or("-").as_bytes());
        }
        hasher.update(&self.paint.get(&id).map_or(0, Paint::print).to_le_bytes());
        for mark in self.live_marks(id) {
            hasher.update(mark.id.0.as_bytes());
            for n in [mark.x0, mark.y0, mark.x1, mark.y1, mark.bend] {
                hasher.update(&n.to_le_bytes());
            }
            hasher.update(&mark.size.to_le_bytes());
            hasher.update(mark.colour.code().as_bytes());
            hasher.update(mark.text.as_bytes());
        }
        hasher.finalize().to_hex().as_str()[..16].to_owned()
    }
}
