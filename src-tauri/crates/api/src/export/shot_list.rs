//! A shot list out of rows: one line a shot.

use ql_model::{EntityId, vocabulary::Look};
use ql_paper::{SceneLines, ShotLine, ShotList, thumbnail_size};

use super::{
    Warning, drawings,
    gather::{Gathered, GatheredShot},
    job::Job,
    missing, page,
};
use crate::{app::Inner, error::Failure};

/// Every line, with its drawing.
pub(super) fn whole(
    app: &Inner,
    gathered: &Gathered,
    job: &Job<'_>,
) -> Result<(ShotList, Vec<Warning>), Failure> {
    let ratio = gathered.film.ratio;
    let wanted: Vec<EntityId> = gathered.shots().filter_map(drawing_of).collect();
    let drawn = drawings::ready(app, gathered, &wanted, thumbnail_size(ratio).0, job)?;
    let scenes = gathered
        .scenes
        .iter()
        .map(|scene| SceneLines {
            number: scene.scene.number.clone(),
            gone: scene.scene.omitted,
            heading: gathered.heading(&scene.scene),
            effect: gathered.effect(&scene.scene),
            figures: if scene.scene.omitted { String::new() } else { gathered.figures(scene.shots.iter()) },
            shots: scene
                .shots
                .iter()
                .map(|shot| ShotLine {
                    drawing: drawing_of(shot).and_then(|drawing| drawn.get(&drawing).cloned()),
                    ..line(gathered, shot)
                })
                .collect(),
        })
        .collect();
    let list = ShotList {
        head: page::head(gathered, page::all_figures(gathered)),
        sheet: gathered.choice.look.sheet(gathered.choice.kind),
        ratio,
        scenes,
    };
    let lines = list.scenes.iter().flat_map(|scene| &scene.shots);
    let said = lines.flat_map(|line| {
        let texts = [&line.action, &line.dialogue, &line.notes, &line.characters, &line.support, &line.sound];
        texts.into_iter().chain([&line.light, &line.size, &line.angle, &line.movement, &line.label])
    });
    let scenes =
        list.scenes.iter().flat_map(|scene| [&scene.number, &scene.heading, &scene.effect, &scene.figures]);
    let drawn = wanted.iter().filter_map(|drawing| gathered.lettering.get(drawing)).flatten();
    let said = said.chain(scenes).chain(drawn).chain(page::texts(&list.head));
    let warnings = missing(said.map(String::as_str)).into_iter().collect();
    Ok((list, warnings))
}

/// The drawing of its first panel.
pub(super) fn drawing_of(shot: &GatheredShot) -> Option<EntityId> {
    shot.panels.first().filter(|_| !shot.is_gone()).map(|panel| panel.drawing)
}

fn line(gathered: &Gathered, shot: &GatheredShot) -> ShotLine {
    let words = &gathered.words;
    let row = &shot.shot;
    let [angle, movement, support] = gathered.camera(row);
    let light = words.codes("light", &row.light);
    ShotLine {
        label: row.label.clone(),
        solid: !shot.is_gone() && matches!(row.look, Look::Drawn | Look::Finished),
        gone: shot.is_gone(),
        drawing: None,
        alt: gathered.alt(&row.label, row, &row.action, row.look),
        size: gathered.size(row),
        angle,
        movement,
        support,
        sound: words.codes("sound", &row.sound),
        action: gathered.action(shot),
        dialogue: gathered.dialogue(shot),
        notes: row.notes.trim().to_owned(),
        light: if light.is_empty() { light } else { words.text("paper-light", &[("light", &light)]) },
        characters: row.characters.trim().to_owned(),
        duration: words.duration(row.duration_ms),
    }
}
