//! Edits of attendance sheets.

use std::collections::{HashMap, HashSet};

use ql_model::{
    DocumentId, EntityId,
    entity::{Kind, Value},
    season::Half,
    sheet::{self, Frozen, NewCorrection, NewSignature, SheetError},
    signature,
    step::Step,
    vocabulary::HalfCode,
};

use super::document_of;
use crate::{
    editing::{Brought, Trace},
    error::StoreError,
    films::Prepared,
    media::Normalised,
    tables::{sealed, tombstone},
    workspace::{Workspace, new_id, now},
};

/// A picture of a sheet on paper, as it is attached.
pub type NewScan = Normalised;

impl Workspace {
    /// Puts someone on the sheet of a session, which is begun with it.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], [`StoreError::Sheet`], or that it cannot be made durable.
    pub fn add_attendee(
        &mut self,
        session: EntityId,
        person: EntityId,
        trainer: bool,
    ) -> Result<(), StoreError> {
        let known = self.known(person)?;
        let name = self.people()?.person(known).map(ql_model::register::Person::name).unwrap_or_default();
        self.on_sheet("add_to_sheet", session, |document| {
            sheet::add_attendee(document, known, &name, trainer)
        })
    }

    /// Puts people on the sheet, in one step to take back.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn fill_sheet(&mut self, session: EntityId, people: &[(EntityId, bool)]) -> Result<(), StoreError> {
        let people = self.named(people)?;
        self.on_sheet("fill_sheet", session, |document| {
            let put =
                |(id, name, trainer): &(_, String, _)| sheet::add_attendee(document, *id, name, *trainer);
            people.iter().map(put).collect::<Result<Vec<_>, _>>().map(|steps| steps.concat())
        })
    }

    /// Puts people on the sheet and takes others off it, because its session is of another group. It is in nobody's undo: the session would
    /// stay of that group.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn change_group_of_sheet(
        &mut self,
        session: EntityId,
        come: &[(EntityId, bool)],
        go: &[EntityId],
    ) -> Result<(), StoreError> {
        let come = self.named(come)?;
        let id = self.begun(session)?;
        let document = &self.load(id)?.document;
        let put = come.iter().map(|(id, name, trainer)| sheet::add_attendee(document, *id, name, *trainer));
        let off = go.iter().map(|person| sheet::remove_attendee(document, *person));
        let steps = put.chain(off).collect::<Result<Vec<_>, _>>()?.concat();
        self.write(id, &steps, false, Trace::None, Brought::default())?;
        self.unlocked_mut()?.end_undo();
        Ok(())
    }

    /// People with the names they have now.
    fn named(&self, people: &[(EntityId, bool)]) -> Result<Vec<(EntityId, String, bool)>, StoreError> {
        let rows = self.people()?;
        let named = |(person, trainer): &(EntityId, bool)| {
            let found = rows.person(*person).ok_or_else(|| StoreError::Missing(person.to_string()))?;
            Ok((found.id, found.name(), *trainer))
        };
        people.iter().map(named).collect()
    }

    /// Takes someone off the sheet.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn remove_attendee(&mut self, session: EntityId, person: EntityId) -> Result<(), StoreError> {
        self.on_sheet("remove_from_sheet", session, |document| sheet::remove_attendee(document, person))
    }

    /// Marks a half-day of someone; the values are those of [`ql_model::fields::check`].
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn mark_attendance(
        &mut self,
        session: EntityId,
        person: EntityId,
        half: HalfCode,
        fields: Vec<(String, Value)>,
    ) -> Result<(), StoreError> {
        self.on_sheet("mark_cell", session, |document| sheet::mark(document, person, half, fields))
    }

    /// Keeps a signature made in front of a trainer, now. It is in nobody's undo: whoever made it sees it go.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`]; also when the bytes are no signature.
    pub fn sign_sheet(
        &mut self,
        session: EntityId,
        person: EntityId,
        half: HalfCode,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        self.signed(session, person, half, bytes, now(), None)?;
        // What it stands on is not taken back from under it: nobody's line, nobody's file.
        self.unlocked_mut()?.end_undo();
        Ok(())
    }

    /// Writes a signature into its sheet, with what came in from the inbox taken out of it.
    pub(super) fn signed(
        &mut self,
        session: EntityId,
        person: EntityId,
        half: HalfCode,
        bytes: &[u8],
        at: i64,
        entry: Option<&str>,
    ) -> Result<(DocumentId, Vec<Step>), StoreError> {
        signature::strokes(bytes)?;
        let hash = blake3::hash(bytes).to_hex().to_string();
        let id = self.begun(session)?;
        let calendar = self.calendar()?.sessions;
        let halves = calendar.iter().filter(|one| one.id == session).flat_map(|one| &one.halves);
        let hours = halves.filter(|one| one.code == half).map(Half::hours).next().unwrap_or_default();
        let signature = NewSignature { hash: &hash, at, hours: &hours };
        let document = &self.load(id)?.document;
        let steps = match entry {
            Some(entry) => sheet::sign_by_entry(document, person, half, &signature, entry)?,
            None => sheet::sign(document, person, half, &signature)?,
        };
        let blob = self.unlocked()?.seal_blob(id, &hash, bytes)?;
        let brought = Brought { sealed: vec![blob], entry, ..Brought::default() };
        self.write(id, &steps, false, Trace::None, brought)?;
        Ok((id, steps))
    }

    /// Takes a signature away.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn unsign_sheet(
        &mut self,
        session: EntityId,
        person: EntityId,
        half: HalfCode,
    ) -> Result<(), StoreError> {
        self.on_sheet("clear_signature", session, |document| sheet::unsign(document, person, half))
    }

    /// Closes the sheet, under the names of today. It is in nobody's undo: what was closed is corrected.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn close_sheet(
        &mut self,
        session: EntityId,
        by: EntityId,
        frozen: &Frozen,
    ) -> Result<(), StoreError> {
        let id = self.begun(session)?;
        let sheet = self.people()?.sheet(session);
        let lines = sheet.into_iter().flat_map(|sheet| sheet.attendees.iter().map(|one| one.person));
        let names: HashMap<EntityId, String> =
            lines.filter_map(|line| Some((line, self.people().ok()?.person(line)?.name()))).collect();
        let called = |person: EntityId| names.get(&person).cloned();
        let document = &self.load(id)?.document;
        let steps = sheet::close(document, EntityId(new_id()), by, frozen, now(), &called)?;
        self.write(id, &steps, false, Trace::None, Brought::default())?;
        // What was done before the closing cannot be taken back any more, nor that someone who stands on it was put into the register.
        self.unlocked_mut()?.end_undo();
        self.unite_lines(&[session])
    }

    /// Puts a half-day of a closed sheet right.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn correct_sheet(
        &mut self,
        session: EntityId,
        correction: &NewCorrection<'_>,
    ) -> Result<(), StoreError> {
        let id = self.begun(session)?;
        let steps = sheet::correct(&self.load(id)?.document, EntityId(new_id()), correction)?;
        self.write(id, &steps, false, Trace::None, Brought::default())?;
        // Nobody's file is taken back from under it.
        self.unlocked_mut()?.end_undo();
        self.unite_lines(&[session])
    }

    /// The sheet of a session; `None` when nothing was written on it yet.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that there is one and it does not open.
    pub fn sheet(&self, session: EntityId) -> Result<Option<&sheet::Sheet>, StoreError> {
        let open = self.unlocked()?;
        if open.broken.contains(&document_of(session)) {
            return Err(StoreError::Unopened(super::Unopened));
        }
        Ok(open.rows.sheet(session))
    }

    /// Attaches pictures of the sheet on paper, all or none, in this order. One that it shows already is not there twice; should its bytes
    /// be lost, they are there again. Replies those that came.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn attach_scans(
        &mut self,
        session: EntityId,
        scans: &[NewScan],
    ) -> Result<Vec<EntityId>, StoreError> {
        let id = self.begun(session)?;
        let (mut added, mut steps, mut sealed) = (Vec::new(), Vec::new(), Vec::new());
        let scans_of = |sheet: &sheet::Sheet| sheet.scans.iter().map(|scan| scan.hash.clone()).collect();
        let mut shown: HashSet<String> = self.people()?.sheet(session).map(scans_of).unwrap_or_default();
        // They are shown by the moment they came: pages of one paper follow each other.
        for (scan, at) in scans.iter().zip(now()..) {
            if !shown.insert(scan.hash.clone()) {
                self.put_back_bytes(session, scan)?;
                continue;
            }
            let entity = EntityId(new_id());
            let size = (scan.width, scan.height);
            steps.extend(sheet::add_scan(&self.load(id)?.document, entity, &scan.hash, size, at));
            sealed.push(self.unlocked()?.seal_blob(id, &scan.hash, &scan.bytes)?);
            added.push(entity);
        }
        if !added.is_empty() {
            self.write(id, &steps, false, Trace::None, Brought { sealed, ..Brought::default() })?;
            self.keep_gesture("attach_scan", vec![(id, steps)])?;
        }
        Ok(added)
    }

    fn put_back_bytes(&mut self, session: EntityId, scan: &NewScan) -> Result<(), StoreError> {
        if self.shown_bytes(session, &scan.hash)?.is_some() {
            return Ok(());
        }
        let id = document_of(session);
        let (name, bytes) = self.unlocked()?.seal_blob(id, &scan.hash, &scan.bytes)?;
        let transaction = self.transaction()?;
        sealed::insert(&transaction, id, &name, &bytes)?;
        transaction.commit()?;
        self.unlocked_mut()?.torn.retain(|torn| *torn != (id, name.clone()));
        Ok(())
    }

    /// Takes a picture of the sheet on paper away. Its bytes are destroyed when the register is sealed, once nobody can take that back.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`].
    pub fn remove_scan(&mut self, session: EntityId, scan: EntityId) -> Result<(), StoreError> {
        self.on_sheet("remove_scan", session, |document| sheet::remove_scan(document, scan))
    }

    /// Puts a picture back that was taken away since the register was opened.
    ///
    /// # Errors
    /// As [`Workspace::add_attendee`]; [`StoreError::Missing`] when it was destroyed since.
    pub fn restore_scan(&mut self, session: EntityId, scan: EntityId) -> Result<(), StoreError> {
        let id = self.begun(session)?;
        let hash = self.load(id)?.document.register(scan, "hash").unwrap_or_default();
        let name = self.unlocked()?.blob_name(id, hash.text())?;
        if !sealed::has(self.connection(), id, &name)? {
            return Err(StoreError::Missing(scan.to_string()));
        }
        // The same picture was attached again meanwhile.
        let shown = |sheet: &sheet::Sheet| sheet.scans.iter().any(|scan| scan.hash == hash.text());
        if self.people()?.sheet(session).is_some_and(shown) {
            return Ok(());
        }
        self.on_sheet("restore_scan", session, |document| sheet::restore_scan(document, scan, now()))
    }

    /// Destroys the signatures and pictures that no sheet among these shows any more. Whether there were any.
    pub(super) fn destroy_unshown(&mut self, sheets: &[DocumentId]) -> Result<bool, StoreError> {
        let mut unshown = Vec::new();
        for id in sheets {
            let Some(sheet) = self.people()?.sheet(id.root()) else { continue };
            let signatures = sheet.cells.iter().filter_map(|cell| Some(&cell.signature.as_ref()?.0));
            let shown = signatures.chain(sheet.scans.iter().map(|scan| &scan.hash));
            let open = self.unlocked()?;
            let names = shown.map(|hash| open.blob_name(*id, hash)).collect::<Result<HashSet<_>, _>>()?;
            let kept = sealed::ids(self.connection(), *id)?;
            unshown.extend(kept.into_iter().filter(|name| !names.contains(name)).map(|name| (*id, name)));
        }
        let transaction = self.transaction()?;
        for (id, name) in &unshown {
            sealed::remove(&transaction, *id, name)?;
        }
        transaction.commit()?;
        Ok(!unshown.is_empty())
    }

    /// The bytes of a signature or a scan, by their hash.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], or that they cannot be opened.
    pub fn sealed_bytes(&self, session: EntityId, hash: &str) -> Result<Vec<u8>, StoreError> {
        let (open, id) = (self.unlocked()?, document_of(session));
        let name = open.blob_name(id, hash)?;
        let sealed =
            sealed::get(self.connection(), id, &name)?.ok_or_else(|| StoreError::Missing(hash.to_owned()))?;
        Ok(open.key(id)?.open(&[b"blob", id.0.as_bytes(), &name], &sealed)?)
    }

    /// The same; `None` when they are not there any more, or do not open.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or why the file cannot be read.
    pub fn shown_bytes(&self, session: EntityId, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        match self.sealed_bytes(session, hash) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(StoreError::Missing(_) | StoreError::Unopened(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn on_sheet(
        &mut self,
        code: &'static str,
        session: EntityId,
        plan: impl FnOnce(&ql_model::document::Document) -> Result<Vec<Step>, SheetError>,
    ) -> Result<(), StoreError> {
        let id = self.begun(session)?;
        let steps = plan(&self.load(id)?.document)?;
        self.do_sealed(code, id, steps)
    }

    /// The sheet's document, made when the session has none yet.
    fn begun(&mut self, session: EntityId) -> Result<DocumentId, StoreError> {
        self.unlocked()?;
        let id = document_of(session);
        if !self.has_session(session)? {
            return Err(StoreError::Missing(session.to_string()));
        }
        if self.people()?.sheet(session).is_none() {
            if self.unlocked()?.broken.contains(&id) {
                return Err(StoreError::Unopened(super::Unopened));
            }
            // A calendar from an older copy may not know it.
            if self.is_over(session)? || tombstone::has(self.connection(), id)? {
                return Err(StoreError::Sheet(SheetError::Over));
            }
            self.add_document(id, Kind::Presence, &Prepared::default(), None)?;
        }
        Ok(id)
    }
}
