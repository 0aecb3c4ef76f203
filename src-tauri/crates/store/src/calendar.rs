//! The calendar: one season document with its sessions, places and groups. Everyone may read it; nothing of a person is in it.

use ql_model::{
    DocumentId, EntityId,
    edit::{self, EditError},
    entity::{Kind, Trashed, Value},
    fields,
    season::{Figures, Retention, Season, create},
    step::Step,
};
use serde_json::Value as Json;

use crate::{
    editing::{Brought, Trace},
    error::StoreError,
    films::Prepared,
    tables::{document, season},
    views::Reader,
    workspace::{Workspace, new_id, now},
};

impl Reader {
    /// Every session, place and group.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn calendar(&self) -> Result<Season, StoreError> {
        Ok(season::all(&self.connection)?)
    }
}

impl Workspace {
    /// Every session, place and group.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn calendar(&self) -> Result<Season, StoreError> {
        Ok(season::all(self.connection())?)
    }

    /// Adds a session, a place or a group with its fields.
    ///
    /// # Errors
    /// When a field does not take its value, or it cannot be made durable.
    pub fn add_to_calendar(&mut self, kind: Kind, values: &[(&str, Json)]) -> Result<EntityId, StoreError> {
        let id = identity();
        self.add_to_calendar_as(id, kind, values)?;
        Ok(id)
    }

    /// The same, under an identity that was named before.
    ///
    /// # Errors
    /// As [`Workspace::add_to_calendar`].
    pub fn add_to_calendar_as(
        &mut self,
        id: EntityId,
        kind: Kind,
        values: &[(&str, Json)],
    ) -> Result<(), StoreError> {
        let mut all = Vec::new();
        for (field, value) in values {
            let value = fields::check(kind, field, value).map_err(EditError::from)?;
            all.push(((*field).to_owned(), value));
        }
        let season = self.season()?;
        self.do_in_season(season, &[create(season.root(), id, kind, all)])
    }

    /// Sets fields of a session, a place or a group: all of them, or none.
    ///
    /// # Errors
    /// As [`Workspace::add_to_calendar`]; also when it is not there.
    pub fn set_in_calendar(
        &mut self,
        entity: EntityId,
        kind: Kind,
        fields: &[(&str, &Json)],
    ) -> Result<(), StoreError> {
        let season = self.in_season(entity, kind)?;
        let document = &self.load(season)?.document;
        let steps = fields.iter().map(|(field, value)| edit::set_field(document, entity, field, value));
        let steps = steps.collect::<Result<Vec<_>, _>>()?;
        self.do_in_season(season, &steps)?;
        // It is in no undo: what was done before is not taken back in its place.
        let changes = |step: &Step| !matches!(step, Step::Field { from, to, .. } if from == to);
        if kind == Kind::Session && steps.iter().any(changes) && self.is_unlocked() {
            self.unlocked_mut()?.end_undo();
        }
        Ok(())
    }

    /// Says how long what is known of people is kept.
    ///
    /// # Errors
    /// When it cannot be made durable.
    pub fn set_retention(&mut self, retention: Retention) -> Result<(), StoreError> {
        let season = self.season()?;
        self.do_in_season(season, &edit::film_fields(season.root(), retention.fields()))
    }

    /// Keeps of sheets that are about to be destroyed how many came.
    pub(crate) fn keep_figures(&mut self, figures: &[(EntityId, Figures)]) -> Result<(), StoreError> {
        let mut steps = Vec::new();
        for (session, figures) in figures {
            self.in_season(*session, Kind::Session)?;
            steps.extend(edit::film_fields(*session, figures.fields()));
        }
        let season = self.season()?;
        self.do_in_season(season, &steps)
    }

    /// Whether a session's sheet was destroyed because its time was over.
    pub(crate) fn is_over(&self, session: EntityId) -> Result<bool, StoreError> {
        Ok(self.calendar()?.sessions.iter().any(|one| one.id == session && one.figures.is_some()))
    }

    /// Puts a session into the trash, or takes it out again.
    ///
    /// # Errors
    /// When it is not there, has signatures (asked of an open register), or it cannot be made durable.
    pub fn trash_session(&mut self, session: EntityId, trash: bool) -> Result<(), StoreError> {
        let season = self.in_season(session, Kind::Session)?;
        let sheet = if trash && self.is_unlocked() { self.sheet(session)? } else { None };
        let signed = sheet.map(ql_model::sheet::Sheet::is_signed);
        if sheet.is_some_and(|sheet| sheet.closure.is_some()) {
            return Err(StoreError::Sheet(ql_model::sheet::SheetError::Closed));
        }
        if trash && signed == Some(true) {
            return Err(StoreError::Sheet(ql_model::sheet::SheetError::Signed(session)));
        }
        let trashed = Some(Trashed { root: session, at: now() });
        self.do_in_season(season, &[Step::Life { entity: session, alive: !trash, trashed }])?;
        // What was done to a sheet that is out of sight is not taken back there, nor what it stands on.
        if trash && signed.is_some() {
            self.unlocked_mut()?.end_undo();
        }
        Ok(())
    }

    /// Whether the calendar has a session.
    pub(crate) fn has_session(&mut self, session: EntityId) -> Result<bool, StoreError> {
        Ok(self.in_season(session, Kind::Session).is_ok())
    }

    pub(crate) fn in_season(&mut self, entity: EntityId, kind: Kind) -> Result<DocumentId, StoreError> {
        let missing = || StoreError::Missing(entity.to_string());
        let (season, _) = *document::of_kind(self.connection(), Kind::Season)?.last().ok_or_else(missing)?;
        let found = self.load(season)?.document.entity(entity);
        found.filter(|found| found.kind == kind).map(|_| season).ok_or_else(missing)
    }

    /// The season, begun when there is none yet.
    fn season(&mut self) -> Result<DocumentId, StoreError> {
        if let Some((id, _)) = document::of_kind(self.connection(), Kind::Season)?.last() {
            return Ok(*id);
        }
        let id = DocumentId(new_id());
        let steps = edit::film_fields(id.root(), vec![("begun", Value::Int(now()))]);
        self.add_document(id, Kind::Season, &Prepared { steps, ..Prepared::default() }, None)?;
        Ok(id)
    }

    pub(crate) fn do_in_season(&mut self, season: DocumentId, steps: &[Step]) -> Result<(), StoreError> {
        self.write(season, steps, false, Trace::None, Brought::default())?;
        Ok(())
    }
}

/// An identity for something that is added later, so that what names it can be made before.
#[must_use]
pub fn identity() -> EntityId {
    EntityId(new_id())
}
