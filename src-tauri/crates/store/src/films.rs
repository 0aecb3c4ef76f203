//! Films and faces as a whole: making and copying them.

use ql_model::{
    DocumentId, EntityId,
    board::Board,
    document::Document,
    edit,
    entity::{Kind, Value},
    ink::InkId,
    row::{Changes, Face, Film},
    step::Step,
    vocabulary::{FaceColour, FilmInk, Pattern, Ratio, Shape},
};

use crate::{
    documents::Open,
    editing::{Brought, Edited, Trace, face, season_of},
    error::StoreError,
    sealed::{Part, is_sealed},
    tables::{document, ink, key, rows, search, season, totals, update},
    workspace::{Workspace, new_id, new_peer, now},
};

/// What a new film is given.
#[derive(Clone, Debug)]
pub struct NewFilm {
    /// Title as people wrote it.
    pub title: String,
    /// Its ink.
    pub ink: FilmInk,
    /// Its pattern.
    pub pattern: Pattern,
    /// Shape of the frame.
    pub ratio: Ratio,
}

/// A film made elsewhere than at the desk: everything in it, in one write.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// The writes that make it, its own fields first.
    pub steps: Vec<Step>,
    /// The ink its strokes name.
    pub inks: Vec<(InkId, Vec<u8>)>,
    /// Where it came from.
    pub source: Option<&'static str>,
}

impl NewFilm {
    /// The writes that give a film these fields.
    ///
    /// # Errors
    /// When the title is too long.
    pub fn steps(&self, film: DocumentId) -> Result<Vec<Step>, StoreError> {
        let title = ql_model::fields::check(Kind::Film, "title", &self.title.clone().into())
            .map_err(edit::EditError::from)?;
        let fields = vec![
            ("title", title),
            ("ink", Value::Text(self.ink.code().to_owned())),
            ("pattern", Value::Text(self.pattern.code().to_owned())),
            ("ratio", Value::Text(self.ratio.code().to_owned())),
        ];
        Ok(edit::film_fields(film.root(), fields))
    }
}

impl Workspace {
    /// Makes a film.
    ///
    /// # Errors
    /// When the title is too long, or it cannot be made durable.
    pub fn add_film(&mut self, film: &NewFilm) -> Result<(DocumentId, Edited), StoreError> {
        self.add_prepared_film(|id, _| Ok(Prepared { steps: film.steps(id)?, ..Prepared::default() }))
    }

    /// Makes a film with everything in it, whole or not at all.
    ///
    /// # Errors
    /// What `prepare` says, or when it cannot be made durable.
    pub fn add_prepared_film(
        &mut self,
        prepare: impl FnOnce(DocumentId, &mut edit::Ids<'_>) -> Result<Prepared, StoreError>,
    ) -> Result<(DocumentId, Edited), StoreError> {
        let id = DocumentId(new_id());
        let prepared = prepare(id, &mut new_id)?;
        Ok((id, self.add_document(id, Kind::Film, &prepared, None)?))
    }

    /// The titles of some films, in this order; one that is not here has none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn titles_of(&self, films: &[EntityId]) -> Result<Vec<String>, StoreError> {
        let mut titles = Vec::new();
        for film in films {
            let row = rows::one::<Film>(self.connection(), film.document())?;
            titles.extend(row.map(|row| row.title));
        }
        Ok(titles)
    }

    /// The films that came from a source.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn films_from(&self, source: &str) -> Result<Vec<DocumentId>, StoreError> {
        Ok(document::from_source(self.connection(), source)?)
    }

    /// Copies a film with its scenes, shots, panels and drawings, under another title.
    ///
    /// # Errors
    /// When the film is not here, or the copy cannot be made durable.
    pub fn duplicate_film(
        &mut self,
        from: DocumentId,
        title: &str,
    ) -> Result<(DocumentId, Edited), StoreError> {
        let title =
            ql_model::fields::check(Kind::Film, "title", &title.into()).map_err(edit::EditError::from)?;
        let (document, board) = self.load_film(from)?;
        let mut fields = vec![("title", title)];
        for field in ["ink", "pattern", "ratio", "numbering"] {
            fields.extend(document.register(from.root(), field).map(|value| (field, value)));
        }
        let id = DocumentId(new_id());
        let mut steps = edit::film_fields(id.root(), fields);
        steps.extend(edit::copy_film(board, document, id.root(), &mut new_id));
        let edited =
            self.add_document(id, Kind::Film, &Prepared { steps, ..Prepared::default() }, Some(from))?;
        Ok((id, edited))
    }

    /// Makes a face: the name a person chose, with a shape and a colour.
    ///
    /// # Errors
    /// When the name is too long, or it cannot be made durable.
    pub fn add_face(
        &mut self,
        name: &str,
        shape: Shape,
        colour: FaceColour,
    ) -> Result<(DocumentId, Edited), StoreError> {
        let name =
            ql_model::fields::check(Kind::Face, "name", &name.into()).map_err(edit::EditError::from)?;
        let fields = vec![
            ("name", name),
            ("shape", Value::Text(shape.code().to_owned())),
            ("colour", Value::Text(colour.code().to_owned())),
        ];
        let id = DocumentId(new_id());
        let steps = edit::film_fields(id.root(), fields);
        Ok((id, self.add_document(id, Kind::Face, &Prepared { steps, ..Prepared::default() }, None)?))
    }

    /// Every face, removed ones too.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn faces(&self) -> Result<Vec<Face>, StoreError> {
        Ok(rows::all(self.connection())?)
    }

    /// Makes a document: its beginning and its first writes are one update, with its ink, its rows and its sums.
    pub(crate) fn add_document(
        &mut self,
        id: DocumentId,
        kind: Kind,
        prepared: &Prepared,
        ink_of: Option<DocumentId>,
    ) -> Result<Edited, StoreError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly);
        }
        let wrapped = if is_sealed(kind) { Some(self.unlocked_mut()?.new_key(id)) } else { None };
        let (document, update) = self.new_document(id, kind, prepared)?;
        let board = (kind == Kind::Film).then(|| Board::rebuild(&document));
        let changes = board
            .as_ref()
            .map_or_else(|| Changes { faces: face(&document), ..Changes::default() }, Board::rows);
        let totals = board.as_ref().map(Board::totals);
        let calendar = season_of(&document);
        let seq = self.next_sequence();
        let transaction = self.transaction()?;
        document::insert(&transaction, id, kind, prepared.source, now())?;
        if let Some(wrapped) = &wrapped {
            key::insert(&transaction, id, wrapped)?;
        }
        if let Some(calendar) = &calendar {
            season::write(&transaction, id, calendar)?;
        }
        update::insert_own(&transaction, id, seq, &update)?;
        if let Some(from) = ink_of {
            ink::copy(&transaction, from, id)?;
        }
        for (ink_id, bytes) in &prepared.inks {
            ink::insert(&transaction, id, *ink_id, bytes)?;
        }
        rows::write(&transaction, &changes)?;
        search::write(&transaction, id, &changes)?;
        if let Some(totals) = totals {
            totals::put(&transaction, id, &totals)?;
        }
        transaction.commit()?;
        self.documents.insert(id, Open { document, board, tail: 1, seq });
        if wrapped.is_some() {
            self.project(id)?;
        }
        Ok(Edited { changes, totals, ..Edited::default() })
    }

    /// A document with its first writes, and the update that begins its log, sealed where it must be.
    pub(crate) fn new_document(
        &self,
        id: DocumentId,
        kind: Kind,
        prepared: &Prepared,
    ) -> Result<(Document, Vec<u8>), StoreError> {
        let mut document = Document::create(id, kind, new_peer())?;
        document.write(&prepared.steps, &self.author, false)?;
        document.commit();
        let update = document.since(&loro::VersionVector::default())?;
        let update = if is_sealed(kind) { self.unlocked()?.seal(id, Part::Update, &update)? } else { update };
        Ok((document, update))
    }

    /// Puts a film away or takes it out again; in nobody's undo.
    ///
    /// # Errors
    /// When it cannot be made durable.
    pub fn set_archived(&mut self, film: DocumentId, archived: bool) -> Result<Edited, StoreError> {
        let (document, _) = self.load_film(film)?;
        let step = edit::set_field(document, film.root(), "archived", &archived.into())?;
        self.write(film, &[step], false, Trace::None, Brought::default())
    }
}
