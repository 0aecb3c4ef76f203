//! Reading: what screens ask for, from rows, on any thread.

use std::collections::HashMap;

use ql_model::{
    DocumentId, EntityId,
    entity::{Kind, Trashed},
    row::{Drawing, Face, Film, Mark, Panel, Scene, Shot, Stroke, Totals},
    vocabulary::Life,
};
use rusqlite::Connection;

use crate::{
    error::StoreError,
    file::Readers,
    tables::{document, media, rows, search, thumbnail, totals, undo},
    workspace::Workspace,
};

/// Every row of a film.
#[derive(Clone, Debug)]
pub struct FilmRows {
    /// The film.
    pub film: Film,
    /// Its scenes, also those deleted or lost.
    pub scenes: Vec<Scene>,
    /// Its shots.
    pub shots: Vec<Shot>,
    /// Its panels.
    pub panels: Vec<Panel>,
    /// Its drawings.
    pub drawings: Vec<Drawing>,
    /// Its sums.
    pub totals: Totals,
}

/// A connection that only reads.
pub struct Reader {
    pub(crate) connection: Connection,
}

impl Reader {
    /// Opens one.
    ///
    /// # Errors
    /// Any reason that reading a file can give.
    pub fn open(readers: &Readers) -> Result<Self, StoreError> {
        Ok(Self { connection: readers.open()? })
    }

    /// The films with the time of their last change (milliseconds since 1970), latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn films(&self) -> Result<Vec<(Film, Totals, i64)>, StoreError> {
        let mut films = Vec::new();
        for (id, changed_at) in document::of_kind(&self.connection, Kind::Film)? {
            if let Some(film) = rows::one::<Film>(&self.connection, id)? {
                films.push((film, totals::get(&self.connection, id)?, changed_at));
            }
        }
        Ok(films)
    }

    /// Every row of a film but strokes and marks.
    ///
    /// # Errors
    /// When the film is not here, or the file cannot be read.
    pub fn film(&self, id: DocumentId) -> Result<FilmRows, StoreError> {
        let _moment = self.moment()?;
        let film = rows::one(&self.connection, id)?.ok_or_else(|| StoreError::Missing(id.to_string()))?;
        let mut found = FilmRows {
            film,
            scenes: rows::of_film(&self.connection, id)?,
            shots: rows::of_film(&self.connection, id)?,
            panels: rows::of_film(&self.connection, id)?,
            drawings: rows::of_film(&self.connection, id)?,
            totals: totals::get(&self.connection, id)?,
        };
        // What a locked film omits keeps its place among the rest; what is in the trash or lost has none.
        let hidden = |life: Life, omitted: bool| u8::from(life != Life::Live && !omitted);
        found.scenes.sort_by_key(|scene| (hidden(scene.life, scene.omitted), scene.position, scene.id));
        let order: HashMap<EntityId, u32> =
            found.scenes.iter().map(|scene| (scene.id, scene.position)).collect();
        found.shots.sort_by_key(|shot| {
            (hidden(shot.life, shot.omitted), order.get(&shot.scene).copied(), shot.position, shot.id)
        });
        found.panels.sort_by_key(|panel| (hidden(panel.life, false), panel.index, panel.id));
        let order: HashMap<EntityId, usize> =
            found.panels.iter().enumerate().map(|(at, panel)| (panel.id, at)).collect();
        found.drawings.sort_by_key(|drawing| (order.get(&drawing.panel).copied(), drawing.id));
        Ok(found)
    }

    /// Every stroke of a film, by drawing in paint order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn film_strokes(&self, id: DocumentId) -> Result<Vec<Stroke>, StoreError> {
        let mut strokes = rows::strokes_of_film(&self.connection, id)?;
        strokes.sort_by_key(|stroke| (stroke.drawing, stroke.order, stroke.id));
        Ok(strokes)
    }

    /// Every mark of a film, by drawing.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn film_marks(&self, id: DocumentId) -> Result<Vec<Mark>, StoreError> {
        let mut marks = rows::marks_of_film(&self.connection, id)?;
        marks.sort_by_key(|mark| (mark.drawing, mark.id));
        Ok(marks)
    }

    /// One row.
    ///
    /// # Errors
    /// When it is not here, or the file cannot be read.
    pub fn drawing(&self, id: EntityId) -> Result<Drawing, StoreError> {
        rows::one(&self.connection, id)?.ok_or_else(|| StoreError::Missing(id.to_string()))
    }

    /// Type and bytes of a picture.
    ///
    /// # Errors
    /// When it is not here, or the file cannot be read.
    pub fn picture(&self, hash: &str) -> Result<(String, Vec<u8>), StoreError> {
        media::get(&self.connection, hash)?.ok_or_else(|| StoreError::Missing(hash.to_owned()))
    }

    /// Every face, removed ones too.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn faces(&self) -> Result<Vec<Face>, StoreError> {
        let mut faces: Vec<Face> = rows::all(&self.connection)?;
        faces.sort_by(|a, b| a.name.to_lowercase().cmp(&b.name.to_lowercase()).then(a.id.cmp(&b.id)));
        Ok(faces)
    }

    /// The faces that drew or wrote on these drawings, by name; not those that were removed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn faces_of(&self, drawings: &[EntityId]) -> Result<Vec<Face>, StoreError> {
        let mut faces = rows::faces_of(&self.connection, drawings)?;
        faces.retain(|face| face.life == Life::Live);
        faces.sort_by(|a, b| a.name.to_lowercase().cmp(&b.name.to_lowercase()).then(a.id.cmp(&b.id)));
        Ok(faces)
    }

    /// When a film last changed, in milliseconds since 1970.
    ///
    /// # Errors
    /// When it is not here, or the file cannot be read.
    pub fn changed_at(&self, film: DocumentId) -> Result<i64, StoreError> {
        document::changed_at(&self.connection, film)?.ok_or_else(|| StoreError::Missing(film.to_string()))
    }

    /// What a person could take back and do again in a film: names of commands.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undo_codes(
        &self,
        film: DocumentId,
        actor: &str,
    ) -> Result<(Option<String>, Option<String>), StoreError> {
        Ok(undo::codes(&self.connection, undo::Whose { document: film, actor })?)
    }

    /// Texts in which every word begins a word.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find(&self, query: &str) -> Result<Vec<search::Hit>, StoreError> {
        Ok(search::find(&self.connection, query)?)
    }

    /// Until it is dropped, everything read is of one moment, whatever is committed meanwhile.
    pub(crate) fn moment(&self) -> Result<rusqlite::Transaction<'_>, StoreError> {
        Ok(self.connection.unchecked_transaction()?)
    }
}

/// A picture that [`Reader::thumbnail`] made.
#[derive(Clone, Copy, Debug)]
pub struct NewThumbnail<'a> {
    /// Of which drawing.
    pub drawing: EntityId,
    /// In which state.
    pub version: &'a str,
    /// The picture.
    pub png: &'a [u8],
}

/// A thing in a film's trash.
#[derive(Clone, Debug)]
pub struct TrashedThing {
    /// The topmost of what was deleted together.
    pub entity: EntityId,
    /// Its kind.
    pub kind: Kind,
    /// When.
    pub trashed: Trashed,
    /// Everything that went with it, itself included.
    pub together: Vec<(EntityId, Kind)>,
}

/// A thing that is alive under a parent that is gone.
#[derive(Clone, Debug)]
pub struct LostThing {
    /// The topmost of it.
    pub entity: EntityId,
    /// Its kind.
    pub kind: Kind,
    /// It and everything below it.
    pub together: Vec<(EntityId, Kind)>,
}

impl Workspace {
    /// A connection that only reads, for this thread.
    ///
    /// # Errors
    /// Any reason that reading a file can give.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        Reader::open(&self.readers())
    }

    /// Keeps a picture that [`Reader::thumbnail`] made. A workspace that is only read keeps none.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_thumbnail(
        &mut self,
        drawing: EntityId,
        width: u32,
        version: &str,
        png: &[u8],
    ) -> Result<(), StoreError> {
        self.keep_thumbnails(width, &[NewThumbnail { drawing, version, png }])
    }

    /// Keeps several pictures of one width, all or none. A workspace that is only read keeps none.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn keep_thumbnails(&mut self, width: u32, new: &[NewThumbnail<'_>]) -> Result<(), StoreError> {
        if self.is_read_only() {
            return Ok(());
        }
        let transaction = self.connection().unchecked_transaction()?;
        for NewThumbnail { drawing, version, png } in new {
            thumbnail::put(&transaction, *drawing, width, version, png)?;
        }
        Ok(transaction.commit()?)
    }

    /// Keeps a picture that [`crate::normalise`] made: that takes a while, and is not done while others wait for the writer.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_picture(&mut self, picture: &crate::media::Normalised) -> Result<(), StoreError> {
        let transaction = self.transaction()?;
        media::insert(&transaction, picture, crate::workspace::now())?;
        transaction.commit()?;
        Ok(())
    }

    /// Whether a picture is here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_picture(&self, hash: &str) -> Result<bool, StoreError> {
        Ok(media::get(self.connection(), hash)?.is_some())
    }

    /// What was deleted in a film, latest first.
    ///
    /// # Errors
    /// When the film is not here.
    pub fn trash(&mut self, film: DocumentId) -> Result<Vec<TrashedThing>, StoreError> {
        let (_, board) = self.load_film(film)?;
        let mut things = Vec::new();
        for entity in board.trash() {
            let Some(node) = board.node(entity) else { continue };
            let Some(trashed) = node.trashed else { continue };
            let together =
                board.below(entity, |other| other.trashed.is_some_and(|other| other.root == trashed.root));
            things.push(TrashedThing { entity, kind: node.kind, trashed, together });
        }
        things.sort_by_key(|thing| (std::cmp::Reverse(thing.trashed.at), thing.entity));
        Ok(things)
    }

    /// What is alive under a parent that is gone.
    ///
    /// # Errors
    /// When the film is not here.
    pub fn lost(&mut self, film: DocumentId) -> Result<Vec<LostThing>, StoreError> {
        let (_, board) = self.load_film(film)?;
        let lost = board.lost();
        Ok(lost
            .into_iter()
            .filter_map(|entity| {
                Some(LostThing {
                    entity,
                    kind: board.node(entity)?.kind,
                    together: board.below(entity, |other| other.alive),
                })
            })
            .collect())
    }

    /// The film a scene, shot, panel, drawing, mark or stroke is in.
    ///
    /// # Errors
    /// When it is in none.
    pub fn film_of(&mut self, entity: EntityId) -> Result<DocumentId, StoreError> {
        if let Some(film) = rows::film_of(self.connection(), entity)? {
            return Ok(film);
        }
        // Its making was undone while someone still drew on it: it has no row, and its document knows it.
        for (film, _) in document::of_kind(self.connection(), Kind::Film)? {
            if self.load_film(film).is_ok_and(|(document, _)| document.entity(entity).is_some()) {
                return Ok(film);
            }
        }
        Err(StoreError::Missing(entity.to_string()))
    }

    /// A long text as it is now; a line, when the field is one.
    ///
    /// # Errors
    /// When the film is not here.
    pub fn text_of(&mut self, film: DocumentId, entity: EntityId, field: &str) -> Result<String, StoreError> {
        let (document, _) = self.load_film(film)?;
        let kind = document.entity(entity).ok_or_else(|| StoreError::Missing(entity.to_string()))?.kind;
        if ql_model::fields::type_of(kind, field) == Some(ql_model::fields::Type::Text) {
            return Ok(document.text(entity, field));
        }
        Ok(document.register(entity, field).unwrap_or_default().text().to_owned())
    }

    /// The kind of a document.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn document_kind(&self, id: DocumentId) -> Result<Option<Kind>, StoreError> {
        Ok(document::kind(self.connection(), id)?)
    }

    /// The drawing a panel shows.
    ///
    /// # Errors
    /// When there is no such panel.
    pub fn drawing_of(&mut self, panel: EntityId) -> Result<EntityId, StoreError> {
        if let Some(row) = rows::one::<Panel>(self.connection(), panel)? {
            return Ok(row.drawing);
        }
        let film = self.film_of(panel)?;
        let (document, _) = self.load_film(film)?;
        let drawing = document.register(panel, "drawing").and_then(|drawing| drawing.text().parse().ok());
        drawing.ok_or_else(|| StoreError::Missing(panel.to_string()))
    }
}
