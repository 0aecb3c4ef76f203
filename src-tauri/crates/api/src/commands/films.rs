//! Films as a whole: listing, opening, making, copying, putting away.

use ql_model::{
    DocumentId, EntityId,
    vocabulary::{FilmInk, Pattern, Ratio},
};
use ql_store::NewFilm;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edits::actor;
pub(crate) use super::edits::{Added, Done};
pub(crate) use crate::board_view::{DrawingView, FilmCard, FilmView};
use crate::{app::Inner, demo, error::Failure};

#[derive(Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct ListFilms {
    /// The ones put away instead of the others.
    archived: Option<bool>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct FilmList {
    films: Vec<FilmCard>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetFilm {
    film: DocumentId,
    #[ts(optional, type = "Id | null")]
    face: Option<EntityId>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetDrawing {
    drawing: EntityId,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct AddDemo {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct AddedDemo {
    pub film: DocumentId,
    /// It was there before.
    pub already: bool,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct AddFilm {
    title: String,
    #[ts(optional)]
    ink: Option<FilmInk>,
    #[ts(optional)]
    pattern: Option<Pattern>,
    #[ts(optional)]
    ratio: Option<Ratio>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct DuplicateFilm {
    film: DocumentId,
    #[ts(optional)]
    title: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ArchiveFilm {
    film: DocumentId,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct RestoreFilm {
    film: DocumentId,
}

pub(crate) fn list_films(app: &Inner, request: ListFilms) -> Result<FilmList, Failure> {
    let archived = request.archived.unwrap_or(false);
    let films = app.read(|reader| {
        let mut cards = Vec::new();
        for (film, _, changed_at) in reader.films()? {
            if film.archived == archived {
                cards.push(FilmCard::new(&reader.film(film.id.document())?, changed_at));
            }
        }
        Ok(cards)
    })?;
    Ok(FilmList { films })
}

pub(crate) fn get_film(app: &Inner, request: GetFilm) -> Result<FilmView, Failure> {
    app.film_view(request.film, &actor(request.face))
}

pub(crate) fn get_drawing(app: &Inner, request: GetDrawing) -> Result<DrawingView, Failure> {
    app.read(|reader| {
        let (strokes, marks) = reader.drawn(request.drawing)?;
        Ok(DrawingView { drawing: reader.drawing(request.drawing)?, strokes, marks })
    })
}

pub(crate) fn add_demo(app: &Inner, _: AddDemo) -> Result<AddedDemo, Failure> {
    let language = app.language();
    app.write(|workspace| {
        let (film, edited) = demo::add(workspace, language)?;
        if let Some(edited) = &edited {
            app.tell_edit(workspace, film, edited, None);
        }
        Ok(AddedDemo { film, already: edited.is_none() })
    })
}

pub(crate) fn add_film(app: &Inner, request: AddFilm) -> Result<Added, Failure> {
    app.write(|workspace| {
        let count = workspace.reader()?.films()?.len();
        // Without a choice, each new film gets the next ink and pattern, so that no two neighbours look the same.
        let film = NewFilm {
            title: request.title,
            ink: request.ink.unwrap_or(FilmInk::ALL[count % FilmInk::ALL.len()]),
            pattern: request.pattern.unwrap_or(Pattern::ALL[count % Pattern::ALL.len()]),
            ratio: request.ratio.unwrap_or(Ratio::Wide),
        };
        let (id, edited) = workspace.add_film(&film)?;
        app.tell_edit(workspace, id, &edited, None);
        Ok(Added { id: id.root() })
    })
}

pub(crate) fn duplicate_film(app: &Inner, request: DuplicateFilm) -> Result<Added, Failure> {
    app.write(|workspace| {
        let title = match request.title {
            Some(title) => title,
            None => app
                .texts()
                .text("film-copy", &[("title", &workspace.reader()?.film(request.film)?.film.title)]),
        };
        let (id, edited) = workspace.duplicate_film(request.film, &title)?;
        app.tell_edit(workspace, id, &edited, None);
        Ok(Added { id: id.root() })
    })
}

pub(crate) fn archive_film(app: &Inner, request: ArchiveFilm) -> Result<Done, Failure> {
    set_archived(app, request.film, true)
}

pub(crate) fn restore_film(app: &Inner, request: RestoreFilm) -> Result<Done, Failure> {
    set_archived(app, request.film, false)
}

fn set_archived(app: &Inner, film: DocumentId, archived: bool) -> Result<Done, Failure> {
    app.write(|workspace| {
        let edited = workspace.set_archived(film, archived)?;
        app.tell_edit(workspace, film, &edited, None);
        Ok(Done {})
    })
}
