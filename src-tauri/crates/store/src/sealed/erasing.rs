//! Erasing: the key of a document is destroyed, so that what segments, sticks and old copies still hold of it is noise; then the document.
//! What other documents say of someone, or said once, goes by writing those anew under another key. All of it is one transaction.

use ql_model::{DocumentId, EntityId, anew, day::Day, entity::Kind, sheet};

use super::{Today, document_of, rewriting::Anew};
use crate::{
    error::StoreError,
    tables::{document, inbox, tombstone, withdrawn},
    workspace::{Workspace, now},
};

/// In milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// How far a clock may be ahead of what a file knows before nothing is destroyed by it: longer than most holidays, in milliseconds.
const AHEAD: i64 = 60 * DAY;

/// What an erasure came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// How many people.
    pub people: usize,
    /// Documents that are gone.
    pub documents: usize,
    /// Closed sheets that keep the name and the signatures, as a proof others may ask for.
    pub kept_on: Vec<EntityId>,
    /// Whether nothing of it lies in SQLite's log any more.
    pub purged: bool,
}

impl Workspace {
    /// Erases people: their files, their health notes, those merged into them, what they signed and was not taken in, the faces that show
    /// their names, and their place on every sheet that is not closed. Closed sheets keep the names and the signatures until their own time
    /// is over. All of it is in the file, or nothing; one that is not here is passed over.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn erase_people(&mut self, people: &[EntityId]) -> Result<Erased, StoreError> {
        let people = self.those_here(people)?;
        if people.is_empty() {
            return Ok(Erased { people: 0, documents: 0, kept_on: Vec::new(), purged: true });
        }
        let rows = self.people()?;
        let mut who: Vec<EntityId> = people.iter().flat_map(|one| rows.aliases(*one)).collect();
        let gone = self.documents_of(&people)?;
        let earlier = self.earlier_files_of(&people)?;
        who.extend(earlier.iter().map(|id| id.root()));
        let (_, kept_on) = self.sheets_of(&people)?;
        self.unite_lines(&kept_on)?;
        let entries = self.entries_of(&who)?;
        let mut anew = self.sheets_without(&who)?;
        // A merge or an import that was taken back left someone's values in the past of another file.
        let tainted: Vec<_> =
            self.unlocked()?.tainted.iter().copied().filter(|id| !gone.contains(id)).collect();
        for id in tainted {
            anew.extend(self.prepare_person_anew(id)?);
        }
        let transaction = self.transaction()?;
        for one in &anew {
            one.write(&transaction)?;
        }
        for id in &gone {
            tombstone::bury(&transaction, *id, now())?;
        }
        for id in &earlier {
            tombstone::let_go(&transaction, *id, now())?;
            withdrawn::forget(&transaction, *id)?;
        }
        for entry in &entries {
            inbox::remove(&transaction, entry)?;
        }
        transaction.commit()?;
        for one in anew {
            self.take_anew(one)?;
        }
        self.forget_buried(&gone)?;
        self.forget_buried(&earlier)?;
        let open = self.unlocked_mut()?;
        open.tainted.clear();
        // Whoever presses "undo" now means this, which cannot be taken back: nothing else is in its place.
        open.end_undo();
        Ok(Erased { people: people.len(), documents: gone.len(), kept_on, purged: self.purge_log() })
    }

    /// Those of these people that are in the register, each once.
    fn those_here(&self, people: &[EntityId]) -> Result<Vec<EntityId>, StoreError> {
        let rows = self.people()?;
        let mut here: Vec<EntityId> =
            people.iter().filter_map(|one| rows.person(*one)).map(|person| person.id).collect();
        here.sort();
        here.dedup();
        Ok(here)
    }

    /// The documents that go with people: their files, their health notes, their faces.
    ///
    /// # Errors
    /// [`StoreError::Sealed`].
    pub fn documents_of(&self, people: &[EntityId]) -> Result<Vec<DocumentId>, StoreError> {
        let people = self.those_here(people)?;
        let rows = self.people()?;
        let mut gone = Vec::new();
        let mut faces = Vec::new();
        for person in &people {
            gone.extend(rows.aliases(*person).into_iter().chain(rows.notes_of(*person)).map(document_of));
            let merged = rows.merged_into(*person).into_iter().filter_map(|row| row.face);
            faces.extend(rows.person(*person).and_then(|row| row.face).into_iter().chain(merged));
        }
        // One that someone else is seen by too stays.
        let shared = |face: &EntityId| {
            rows.all().any(|other| !people.contains(&other.id) && other.face == Some(*face))
        };
        for face in faces.into_iter().filter(|face| !shared(face)).map(document_of) {
            if !gone.contains(&face) && document::kind(self.connection(), face)? == Some(Kind::Face) {
                gone.push(face);
            }
        }
        Ok(gone)
    }

    /// What an erasure would come to, without doing it: open sheets, closed sheets.
    ///
    /// # Errors
    /// [`StoreError::Sealed`].
    pub fn sheets_of(&self, people: &[EntityId]) -> Result<(Vec<EntityId>, Vec<EntityId>), StoreError> {
        let rows = self.people()?;
        let aliases: Vec<EntityId> =
            self.those_here(people)?.into_iter().flat_map(|person| rows.aliases(person)).collect();
        let on = rows.sheets().filter(|sheet| {
            let added = sheet.added();
            sheet.attendees.iter().chain(&added).any(|one| aliases.contains(&one.person))
        });
        let (closed, open): (Vec<_>, Vec<_>) = on.partition(|sheet| sheet.closure.is_some());
        let mut sessions =
            [open, closed].map(|list| list.iter().map(|sheet| sheet.session).collect::<Vec<_>>());
        sessions.iter_mut().for_each(|list| list.sort());
        let [open, closed] = sessions;
        Ok((open, closed))
    }

    /// The sheets that name someone, or did before they were taken off, written anew without them. A closed one keeps whoever is on it.
    pub(super) fn sheets_without(&mut self, who: &[EntityId]) -> Result<Vec<Anew>, StoreError> {
        let names = |entity: &ql_model::entity::Entity| {
            entity.field("person").text().parse().is_ok_and(|person: EntityId| who.contains(&person))
        };
        let mut sheets: Vec<EntityId> = self.people()?.sheets().map(|sheet| sheet.session).collect();
        sheets.sort();
        let mut anew = Vec::new();
        for session in sheets {
            let id = document_of(session);
            let loaded = self.documents.contains_key(&id);
            let document = &self.load(id)?.document;
            let named: Vec<bool> = document
                .everything()
                .entities
                .into_iter()
                .filter_map(|entity| document.entity(entity))
                .filter(|entity| names(entity))
                .map(|entity| entity.alive)
                .collect();
            let closed = sheet::read(document).closure.is_some();
            let stays = closed && named.iter().all(|alive| *alive);
            if !named.is_empty() && !stays {
                let gone = |entity: &ql_model::entity::Entity| !closed && names(entity);
                let steps = anew::steps(document, |entity| !gone(entity));
                let blobs = self.shown_blobs(session, |person| closed || !who.contains(&person))?;
                anew.push(self.prepare_anew(id, Kind::Presence, steps, &blobs)?);
            }
            if !loaded {
                self.drop_document(id);
            }
        }
        Ok(anew)
    }

    /// Destroys attendance sheets whose time is over, with their signatures, pictures and what was signed for them and not taken in. How
    /// many came stays with the session. Those without a sheet are passed over. How many there were.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], or that it cannot be made durable.
    pub fn erase_sheets(&mut self, sessions: &[EntityId]) -> Result<usize, StoreError> {
        let calendar = self.calendar()?.sessions;
        let mut figures = Vec::new();
        for session in calendar.iter().filter(|session| sessions.contains(&session.id)) {
            if let Some(sheet) = self.sheet(session.id)? {
                let closed = sheet.closure.as_ref().map(|closure| &*closure.frozen.halves);
                let rows = self.people()?;
                let came = sheet.figures(closed.unwrap_or(&session.halves), |id| rows.real(id));
                figures.push((session.id, came));
            }
        }
        if figures.is_empty() {
            return Ok(0);
        }
        let over: Vec<EntityId> = figures.iter().map(|(session, _)| *session).collect();
        let entries = self.entries_for(&over)?;
        let gone: Vec<DocumentId> = over.into_iter().map(document_of).collect();
        let transaction = self.transaction()?;
        for (session, came) in &figures {
            tombstone::bury(&transaction, document_of(*session), now())?;
            tombstone::set_figures(&transaction, document_of(*session), *came)?;
        }
        for entry in &entries {
            inbox::remove(&transaction, entry)?;
        }
        transaction.commit()?;
        self.forget_buried(&gone)?;
        self.purge_log();
        // Beside the tombstone they are known here already; in the calendar others will know them.
        self.keep_figures(&figures)?;
        Ok(gone.len())
    }

    /// Destroys the health notes whose camp is over; `sealed_at` is when the register was last sealed. Should the clock have run ahead since,
    /// they wait for an opening of a later day.
    pub(super) fn erase_old_health(&mut self, today: Today, sealed_at: i64) -> Result<usize, StoreError> {
        let rows = self.people()?;
        let whose = rows.health_over(today.day);
        let until = whose.iter().filter_map(|person| rows.health(*person)?.until);
        let Some(last) = until.max() else { return Ok(0) };
        let over: Vec<_> =
            whose.into_iter().flat_map(|person| rows.notes_of(person)).map(document_of).collect();
        let mut known = document::moments(self.connection())?;
        known.push(sealed_at);
        if !is_over(last, today, &known) {
            return Ok(0);
        }
        self.bury(&over)?;
        Ok(over.len())
    }
}

/// Whether a day before `today` is over, by the moments a file was opened, sealed and written: one was after it, or shortly before `today`, or
/// all is later anyway. What is of `today` says nothing: the clock was the same.
fn is_over(last: Day, today: Today, known: &[i64]) -> bool {
    let days_since = |day: Day| i64::from(today.day.number() - day.number());
    // Elsewhere a day ends later: with the next one it is over everywhere.
    let ended = today.began - (days_since(last) - 2) * DAY;
    let since = ended.min(today.began - AHEAD);
    known.iter().any(|at| (since..today.began).contains(at) || *at >= today.began + 2 * DAY)
}
