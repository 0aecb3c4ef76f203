//! What the command line prints: films by line, a film with every row in order, the demo's ids.

use ql_model::{
    DocumentId, EntityId,
    row::{Drawing, Face, Film, Mark, Panel, Scene, Shot, Stroke},
    vocabulary::Life,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use super::films::AddedDemo;
use super::films::{AddDemo, add_demo};
use crate::{app::Inner, error::Failure};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct Films {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct FilmLines {
    films: Vec<FilmLine>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct FilmLine {
    id: EntityId,
    title: String,
    scenes: u32,
    shots: u32,
    panels: u32,
    archived: bool,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct Dump {
    film: DocumentId,
}

/// A film with its live rows, in the order of the board.
#[derive(Debug, Serialize, TS)]
pub(crate) struct FilmDump {
    film: Film,
    scenes: Vec<Scene>,
    shots: Vec<Shot>,
    panels: Vec<Panel>,
    drawings: Vec<DumpedDrawing>,
    faces: Vec<Face>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct DumpedDrawing {
    #[serde(flatten)]
    #[ts(flatten)]
    drawing: Drawing,
    drawn: Vec<Stroke>,
    marks: Vec<Mark>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct Demo {}

pub(crate) fn films(app: &Inner, _: Films) -> Result<FilmLines, Failure> {
    let films = app.read(|reader| Ok(reader.films()?))?;
    let films = films
        .into_iter()
        .map(|(film, totals, _)| FilmLine {
            id: film.id,
            title: film.title,
            scenes: totals.scenes,
            shots: totals.shots,
            panels: totals.panels,
            archived: film.archived,
        })
        .collect();
    Ok(FilmLines { films })
}

pub(crate) fn dump(app: &Inner, request: Dump) -> Result<FilmDump, Failure> {
    app.read(|reader| {
        let rows = reader.film(request.film)?;
        let mut strokes = reader.film_strokes(request.film)?;
        let mut marks = reader.film_marks(request.film)?;
        marks.retain(|mark| mark.life == Life::Live);
        let drawings = rows
            .drawings
            .into_iter()
            .filter(|drawing| drawing.life == Life::Live)
            .map(|drawing| DumpedDrawing {
                drawn: strokes.extract_if(.., |stroke| stroke.drawing == drawing.id).collect(),
                marks: marks.extract_if(.., |mark| mark.drawing == drawing.id).collect(),
                drawing,
            })
            .collect();
        Ok(FilmDump {
            film: rows.film,
            scenes: rows.scenes.into_iter().filter(|row| row.life == Life::Live || row.omitted).collect(),
            shots: rows.shots.into_iter().filter(|row| row.life == Life::Live || row.omitted).collect(),
            panels: rows.panels.into_iter().filter(|row| row.life == Life::Live).collect(),
            drawings,
            faces: reader.faces()?,
        })
    })
}

pub(crate) fn demo(app: &Inner, _: Demo) -> Result<AddedDemo, Failure> {
    add_demo(app, AddDemo {})
}
