//! The rows of a film that were chosen, in the order of the board, with everything said of them.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use ql_model::{
    EntityId,
    row::{Drawing, Film, Panel, Scene, Shot},
    vocabulary::{Life, Look, ShotStatus},
};

use super::{
    choice::Choice,
    words::{Words, local},
};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
};

/// A scene with its chosen shots.
pub(crate) struct GatheredScene {
    pub scene: Scene,
    pub shots: Vec<GatheredShot>,
}

/// A shot with its panels.
pub(crate) struct GatheredShot {
    pub shot: Shot,
    pub panels: Vec<Panel>,
}

/// A film as it is exported.
pub(crate) struct Gathered {
    pub film: Film,
    pub scenes: Vec<GatheredScene>,
    pub drawings: HashMap<EntityId, Drawing>,
    /// Names of who drew what was chosen.
    pub faces: Vec<String>,
    /// What is written on drawings, by drawing.
    pub lettering: HashMap<EntityId, Vec<String>>,
    pub changed: DateTime<FixedOffset>,
    pub choice: Choice,
    pub words: Words,
}

impl Gathered {
    pub fn of(app: &Inner, choice: &Choice) -> Result<Self, Failure> {
        let (rows, marks, changed) = app.read(|reader| {
            let marks = reader.film_marks(choice.film)?;
            Ok((reader.film(choice.film)?, marks, reader.changed_at(choice.film)?))
        })?;
        let mut panels: HashMap<EntityId, Vec<Panel>> = HashMap::new();
        for panel in rows.panels.into_iter().filter(|panel| panel.life == Life::Live) {
            panels.entry(panel.shot).or_default().push(panel);
        }
        let mut scenes: Vec<Scene> = rows.scenes;
        scenes.retain(|scene| scene.life == Life::Live || scene.omitted);
        let mut wanted = Wanted::new(&choice.scenes);
        scenes.retain(|scene| wanted.takes(scene.id, &scene.number));
        wanted.all_found()?;
        let mut wanted = Wanted::new(&choice.shots);
        let mut shots: HashMap<EntityId, Vec<GatheredShot>> = HashMap::new();
        for shot in rows.shots.into_iter().filter(|shot| shot.life == Life::Live || shot.omitted) {
            let here = scenes.iter().any(|scene| scene.id == shot.scene);
            if here && wanted.takes(shot.id, &shot.label) {
                let panels = panels.remove(&shot.id).unwrap_or_default();
                shots.entry(shot.scene).or_default().push(GatheredShot { shot, panels });
            }
        }
        wanted.all_found()?;
        let mut lettering: HashMap<EntityId, Vec<String>> = HashMap::new();
        for mark in marks.into_iter().filter(|mark| mark.life == Life::Live && !mark.text.is_empty()) {
            lettering.entry(mark.drawing).or_default().push(mark.text);
        }
        let scenes: Vec<GatheredScene> = scenes
            .into_iter()
            .map(|scene| GatheredScene { shots: shots.remove(&scene.id).unwrap_or_default(), scene })
            .filter(|scene| choice.shots.is_empty() || !scene.shots.is_empty())
            .collect();
        // Who drew what leaves, and no one else.
        let shown = scenes.iter().flat_map(|scene| &scene.shots).filter(|shot| !shot.is_gone());
        let shown: Vec<EntityId> = shown.flat_map(|shot| &shot.panels).map(|panel| panel.drawing).collect();
        let faces = app.read(|reader| Ok(reader.faces_of(&shown)?))?;
        Ok(Self {
            film: rows.film,
            scenes,
            drawings: rows.drawings.into_iter().map(|drawing| (drawing.id, drawing)).collect(),
            faces: faces.into_iter().map(|face| face.name).collect(),
            lettering,
            changed: local(changed),
            choice: choice.clone(),
            words: Words::of(app),
        })
    }

    /// The title, or what stands for none.
    pub fn title(&self) -> String {
        or(&self.film.title, || self.words.text("paper-untitled", &[]))
    }

    /// The set with its part; what stands for none.
    pub fn heading(&self, scene: &Scene) -> String {
        if scene.omitted {
            return self.words.text("paper-omitted-scene", &[]);
        }
        let set = or(&scene.heading, || self.words.text("paper-no-heading", &[]));
        match scene.subset.trim() {
            "" => set,
            subset => self.words.text("paper-subset", &[("set", &set), ("subset", subset)]),
        }
    }

    /// "INT. Jour"; empty when neither is known.
    pub fn effect(&self, scene: &Scene) -> String {
        if scene.omitted {
            return String::new();
        }
        let place =
            scene.int_ext.map(|place| self.words.text(&format!("paper-int-ext-{}", place.code()), &[]));
        let time = scene.time_of_day.map(|time| self.words.code("time", time.code()));
        place.into_iter().chain(time).collect::<Vec<_>>().join(" ")
    }

    /// "16 plans · 1 min 34", of these shots.
    pub fn figures<'a>(&self, shots: impl Iterator<Item = &'a GatheredShot>) -> String {
        let (mut count, mut time) = (0, 0_u32);
        for shot in shots.filter(|shot| !shot.is_gone()) {
            count += 1;
            time = time.saturating_add(shot.shot.duration_ms);
        }
        let count = self.words.count("paper-shots", count);
        self.words.duration(time).map_or(count.clone(), |time| format!("{count} · {time}"))
    }

    pub fn shots(&self) -> impl Iterator<Item = &GatheredShot> {
        self.scenes.iter().flat_map(|scene| &scene.shots)
    }

    /// The names of a shot's choices, those that were made: angle and side, movement, support and lens.
    pub fn camera(&self, shot: &Shot) -> [String; 3] {
        let words = &self.words;
        let angle = shot.angle.map(|angle| words.code("angle", angle.code()));
        let side = shot.side.map(|side| words.code("side", side.code()));
        let movement =
            shot.movement.map_or_else(String::new, |movement| words.code("movement", movement.code()));
        let support = Some(shot.support.trim()).filter(|support| !support.is_empty());
        let support = support.map(|support| words.code("support", support));
        // A number stays with its unit: "35 mm" at the end of a line would be read as another lens.
        let lens = match shot.lens.trim() {
            short if short.chars().count() <= 8 => short.replace(' ', "\u{a0}"),
            long => long.to_owned(),
        };
        let lens = Some(lens).filter(|lens| !lens.is_empty());
        [joined([angle, side]), movement, joined([support, lens])]
    }

    /// What is seen in a shot: its own words, then those of its panels.
    pub fn action(&self, shot: &GatheredShot) -> String {
        self.with_panels(&shot.shot.action, shot, |panel| &panel.action)
    }

    /// What is said in a shot: its own words, then those of its panels.
    pub fn dialogue(&self, shot: &GatheredShot) -> String {
        self.with_panels(&shot.shot.dialogue, shot, |panel| &panel.dialogue)
    }

    fn with_panels(&self, own: &str, shot: &GatheredShot, of: fn(&Panel) -> &String) -> String {
        let mut lines = vec![own.trim().to_owned()];
        for panel in &shot.panels {
            let said = of(panel).trim();
            if said.is_empty() || said == own.trim() {
                continue;
            }
            // The only panel of a shot has its label.
            lines.push(if panel.label == shot.shot.label {
                said.to_owned()
            } else {
                self.words.text("paper-of-panel", &[("panel", &panel.label), ("words", said)])
            });
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    pub fn size(&self, shot: &Shot) -> String {
        shot.size.map_or_else(String::new, |size| self.words.code("size", size.code()))
    }

    /// What a drawing shows, for who cannot see it: "2C, Gros plan. Nour comprend. (Encré)". The action only where it is printed.
    pub fn alt(&self, label: &str, shot: &Shot, action: &str, look: Look) -> String {
        let size = self.size(shot);
        let name = if size.is_empty() { label.to_owned() } else { format!("{label}, {size}") };
        let state = self.words.text(&format!("look-{}", look.code()), &[]);
        let action: String = action.chars().take(240).collect();
        let key = if action.trim().is_empty() { "paper-alt" } else { "paper-alt-action" };
        self.words.text(key, &[("name", &name), ("action", action.trim()), ("state", &state)])
    }
}

impl GatheredShot {
    /// Left out of the film, its label kept.
    pub fn is_gone(&self) -> bool {
        self.shot.omitted || self.shot.status == ShotStatus::Omitted
    }
}

/// What was chosen by its id, or by its number as people write it; nothing chosen is everything.
struct Wanted<'a> {
    /// Each with whether it was found.
    names: Vec<(&'a str, bool)>,
}

impl<'a> Wanted<'a> {
    fn new(names: &'a [String]) -> Self {
        Self { names: names.iter().map(|name| (name.trim(), false)).collect() }
    }

    fn takes(&mut self, id: EntityId, name: &str) -> bool {
        let id = id.to_string();
        let mut takes = self.names.is_empty();
        for (wanted, found) in &mut self.names {
            if wanted.eq_ignore_ascii_case(name) || *wanted == id {
                (takes, *found) = (true, true);
            }
        }
        takes
    }

    /// Half of what was chosen would be a paper that lacks a shot without anyone knowing.
    fn all_found(&self) -> Result<(), Failure> {
        let missing: Vec<&str> =
            self.names.iter().filter(|(_, found)| !found).map(|(name, _)| shown(name)).collect();
        if missing.is_empty() { Ok(()) } else { Err(Failure::new(ErrorCode::NotInFilm, missing.join(", "))) }
    }
}

/// A name that is nothing, as in a list that begins with its comma, is seen as well.
fn shown(name: &str) -> &str {
    if name.is_empty() { "\"\"" } else { name }
}

fn or(text: &str, other: impl FnOnce() -> String) -> String {
    if text.trim().is_empty() { other() } else { text.trim().to_owned() }
}

fn joined(parts: [Option<String>; 2]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
