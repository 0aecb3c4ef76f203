//! Search through every film: texts by beginnings of words without accents, shots also by their label.

use std::collections::HashMap;

use ql_model::{
    EntityId,
    row::{Film, Mark, Panel, Shot},
    vocabulary::{Life, Look, ShotSize},
};
use ql_store::{CLOSE, FilmRows, Hit, OPEN};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{app::Inner, error::Failure};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct Search {
    text: String,
}

#[derive(Debug, Default, Serialize, TS)]
pub(crate) struct SearchReply {
    films: Vec<FoundFilm>,
    shots: u32,
    texts: u32,
}

/// What was found in a film.
#[derive(Debug, Serialize, TS)]
pub(crate) struct FoundFilm {
    film: Film,
    shots: Vec<FoundShot>,
    texts: Vec<FoundText>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct FoundShot {
    shot: EntityId,
    panel: Option<EntityId>,
    label: String,
    size: Option<ShotSize>,
    drawing: Option<EntityId>,
    version: Option<String>,
    look: Look,
    field: String,
    snippet: Vec<Snippet>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct FoundText {
    entity: EntityId,
    #[ts(type = "'film' | 'scene'")]
    kind: String,
    field: String,
    label: String,
    snippet: Vec<Snippet>,
}

/// A piece of text; `hit` where a word was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Snippet {
    text: String,
    hit: bool,
}

pub(crate) fn search(app: &Inner, request: Search) -> Result<SearchReply, Failure> {
    let query: String = request.text.chars().filter(|c| !c.is_control()).collect();
    let query = query.trim();
    if query.is_empty() {
        return Ok(SearchReply::default());
    }
    app.read(|reader| {
        let mut by_film: HashMap<EntityId, Vec<Hit>> = HashMap::new();
        for hit in reader.find(query)? {
            by_film.entry(hit.document.root()).or_default().push(hit);
        }
        let mut reply = SearchReply::default();
        for (film, _, _) in reader.films()? {
            let rows = reader.film(film.id.document())?;
            let marks = reader.film_marks(film.id.document())?;
            let found = in_film(&rows, &marks, by_film.remove(&film.id).unwrap_or_default(), query);
            if !found.shots.is_empty() || !found.texts.is_empty() {
                reply.shots += u32::try_from(found.shots.len()).unwrap_or(u32::MAX);
                reply.texts += u32::try_from(found.texts.len()).unwrap_or(u32::MAX);
                reply.films.push(found);
            }
        }
        Ok(reply)
    })
}

fn in_film(rows: &FilmRows, marks: &[Mark], hits: Vec<Hit>, query: &str) -> FoundFilm {
    let mut found = FoundFilm { film: rows.film.clone(), shots: Vec::new(), texts: Vec::new() };
    for shot in
        rows.shots.iter().filter(|shot| shot.life == Life::Live && shot.label.eq_ignore_ascii_case(query))
    {
        let snippet = vec![Snippet { text: shot.label.clone(), hit: true }];
        found.shots.push(found_shot(rows, shot, None, "label".to_owned(), snippet));
    }
    for hit in hits {
        let snippet = pieces(&hit.snippet);
        let live_shot =
            |id: EntityId| rows.shots.iter().find(|shot| shot.id == id && shot.life == Life::Live);
        match hit.kind.as_str() {
            "shot" => {
                if let Some(shot) =
                    live_shot(hit.entity).filter(|shot| found.shots.iter().all(|other| other.shot != shot.id))
                {
                    found.shots.push(found_shot(rows, shot, None, hit.field, snippet));
                }
            }
            "panel" => {
                let panel =
                    rows.panels.iter().find(|panel| panel.id == hit.entity && panel.life == Life::Live);
                if let Some((panel, shot)) = panel.and_then(|panel| Some((panel, live_shot(panel.shot)?))) {
                    found.shots.push(found_shot(rows, shot, Some(panel), hit.field, snippet));
                }
            }
            "scene" => {
                if let Some(scene) =
                    rows.scenes.iter().find(|scene| scene.id == hit.entity && scene.life == Life::Live)
                {
                    found.texts.push(FoundText {
                        entity: hit.entity,
                        kind: hit.kind,
                        field: hit.field,
                        label: scene.number.clone(),
                        snippet,
                    });
                }
            }
            "mark" => {
                // A text on a drawing is shown as the panel it is on.
                let drawing = marks.iter().find(|mark| mark.id == hit.entity && mark.life == Life::Live);
                let panel = drawing.and_then(|mark| {
                    rows.panels.iter().find(|panel| panel.drawing == mark.drawing && panel.life == Life::Live)
                });
                if let Some((panel, shot)) = panel.and_then(|panel| Some((panel, live_shot(panel.shot)?))) {
                    found.shots.push(found_shot(rows, shot, Some(panel), hit.field, snippet));
                }
            }
            "film" => found.texts.push(FoundText {
                entity: hit.entity,
                kind: hit.kind,
                field: hit.field,
                label: String::new(),
                snippet,
            }),
            _ => {}
        }
    }
    found
}

fn found_shot(
    rows: &FilmRows,
    shot: &Shot,
    panel: Option<&Panel>,
    field: String,
    snippet: Vec<Snippet>,
) -> FoundShot {
    let panel =
        panel.or_else(|| rows.panels.iter().find(|panel| panel.shot == shot.id && panel.life == Life::Live));
    let drawing = panel.and_then(|panel| rows.drawings.iter().find(|drawing| drawing.id == panel.drawing));
    FoundShot {
        shot: shot.id,
        panel: panel.map(|panel| panel.id),
        label: panel.map_or_else(|| shot.label.clone(), |panel| panel.label.clone()),
        size: shot.size,
        drawing: drawing.map(|drawing| drawing.id),
        version: drawing.map(|drawing| drawing.version.clone()),
        look: panel.map_or(shot.look, |panel| panel.look),
        field,
        snippet,
    }
}

fn pieces(marked: &str) -> Vec<Snippet> {
    let mut pieces = Vec::new();
    for part in marked.split_inclusive(CLOSE) {
        let (before, hit) = part.split_once(OPEN).unwrap_or((part, ""));
        for (text, hit) in [(before, false), (hit.trim_end_matches(CLOSE), true)] {
            if !text.is_empty() {
                pieces.push(Snippet { text: text.to_owned(), hit });
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_words_become_pieces() {
        let piece = |text: &str, hit| Snippet { text: text.to_owned(), hit };
        assert_eq!(
            pieces("sous le \u{E000}lampadaire\u{E001}, deux"),
            [piece("sous le ", false), piece("lampadaire", true), piece(", deux", false)]
        );
        assert_eq!(pieces("rien"), [piece("rien", false)]);
    }
}
