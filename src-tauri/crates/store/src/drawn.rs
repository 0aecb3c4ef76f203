//! Drawings as a whole: their strokes, marks, ink and picture, and the small picture made of them.

use std::collections::HashMap;

use ql_model::{
    DocumentId, EntityId,
    ink::InkId,
    row::{Drawing, Film, Mark, Stroke},
    vocabulary::Life,
};

use crate::{
    error::StoreError,
    tables::{ink, media, painted, rows, thumbnail},
    thumbnail as picture,
    thumbnail::Drawn,
    views::Reader,
};

/// Everything a drawing is painted from.
#[derive(Clone, Debug)]
pub struct WholeDrawing {
    /// Said to be finished.
    pub finished: bool,
    /// Bytes of the picture behind the ink.
    pub picture: Option<Vec<u8>>,
    /// In paint order: layer, ink, and what erasers took of it.
    pub strokes: Vec<Drawn>,
    /// Those that are on it.
    pub marks: Vec<Mark>,
}

impl Reader {
    /// The strokes of a drawing in paint order, and its marks.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn drawn(&self, id: EntityId) -> Result<(Vec<Stroke>, Vec<Mark>), StoreError> {
        let mut strokes: Vec<Stroke> = rows::of_drawing(&self.connection, id)?;
        strokes.sort_by_key(|stroke| (stroke.order, stroke.id));
        Ok((strokes, self.marks(id)?))
    }

    /// The marks that are on a drawing.
    fn marks(&self, id: EntityId) -> Result<Vec<Mark>, StoreError> {
        let mut marks: Vec<Mark> = rows::of_drawing(&self.connection, id)?;
        marks.retain(|mark| mark.life == Life::Live);
        marks.sort_by_key(|mark| mark.id);
        Ok(marks)
    }

    /// The ink of a drawing, by id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ink(&self, film: DocumentId, drawing: EntityId) -> Result<HashMap<InkId, Vec<u8>>, StoreError> {
        Ok(ink::of_drawing(&self.connection, film, drawing)?)
    }

    /// All that a drawing is painted from.
    fn whole_drawing(&self, drawing: &Drawing) -> Result<WholeDrawing, StoreError> {
        let behind = drawing.picture.as_deref();
        let picture = behind.and_then(|hash| media::get(&self.connection, hash).ok().flatten());
        Ok(WholeDrawing {
            finished: drawing.finished,
            picture: picture.map(|(_, bytes)| bytes),
            strokes: painted::of_drawing(&self.connection, drawing.film.document(), drawing.id)?,
            marks: self.marks(drawing.id)?,
        })
    }

    /// A drawing as it is at one moment: its row, whose version names what is on it, and what is on it.
    ///
    /// # Errors
    /// When the drawing is not here, or the file cannot be read.
    pub fn drawing_whole(&self, id: EntityId) -> Result<(Drawing, WholeDrawing), StoreError> {
        let _moment = self.moment()?;
        let drawing = self.drawing(id)?;
        let whole = self.whole_drawing(&drawing)?;
        Ok((drawing, whole))
    }

    /// The picture of a drawing at a width: the one made before, or a new one and `true`, to be kept with [`crate::Workspace::keep_thumbnail`].
    ///
    /// # Errors
    /// When the drawing is not here, or the file cannot be read.
    pub fn thumbnail(&self, id: EntityId, width: u32) -> Result<(String, Vec<u8>, bool), StoreError> {
        let _moment = self.moment()?;
        let drawing = self.drawing(id)?;
        if let Some(png) = thumbnail::get(&self.connection, id, width, &drawing.version)? {
            return Ok((drawing.version, png, false));
        }
        let png = self.paint(&drawing, width)?;
        Ok((drawing.version, png, true))
    }

    fn paint(&self, drawing: &Drawing, width: u32) -> Result<Vec<u8>, StoreError> {
        let film: Film = rows::one(&self.connection, drawing.film)?
            .ok_or_else(|| StoreError::Missing(drawing.film.to_string()))?;
        let whole = self.whole_drawing(drawing)?;
        let behind = whole.picture.as_deref();
        Ok(picture::paint(&film, whole.finished, behind, &whole.strokes, &whole.marks, width))
    }
}
