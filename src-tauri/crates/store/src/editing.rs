//! Edits: planned, written into the document in memory, and committed with everything that follows in one transaction. Nothing is told
//! to anyone before the commit is durable; a failed commit leaves the file as it was and the document to be read again.

use ql_model::{
    DocumentId, EntityId,
    document::Document,
    edit::{self, Edit, Made},
    entity::Kind,
    ink::{Ink, InkId},
    row::{Changes, Face, Totals},
    step::{self, Step},
    touched::Touched,
    vocabulary::{FaceColour, Life, Shape},
};
use rusqlite::Connection;

use crate::{
    error::StoreError,
    sealed::{Part, is_sealed},
    tables::{
        document, inbox, ink, rows, sealed, search, season, totals,
        undo::{self, Whose},
        update,
    },
    workspace::{Workspace, new_id, now},
};

/// Updates after which a snapshot is made without waiting for the closing.
const FOLD_AFTER: usize = 4096;

/// Who does what: undo is kept by it.
#[derive(Clone, Copy, Debug)]
pub struct Gesture<'a> {
    /// Whose undo it goes into: a face, or "desk".
    pub actor: &'a str,
    /// The name of the command.
    pub code: &'a str,
    /// Edits with the same gesture are one undo step.
    pub gesture: Option<&'a str>,
}

/// What an edit came to, after its commit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edited {
    /// What it made.
    pub made: Made,
    /// What changed.
    pub changes: Changes,
    /// The sums of the film now, when it is a film.
    pub totals: Option<Totals>,
}

/// What goes into the undo table with a write.
pub(crate) enum Trace<'a> {
    /// A new step of someone.
    Done(Gesture<'a>, Vec<Step>),
    /// An earlier step is taken back, or done again.
    Turned { actor: &'a str, id: i64, undone: bool },
    /// Nothing.
    None,
}

/// What comes with a write, in its transaction.
#[derive(Default)]
pub(crate) struct Brought<'a> {
    /// A stroke's points.
    pub ink: Option<(InkId, &'a [u8])>,
    /// Sealed bytes under their names.
    pub sealed: Vec<(Vec<u8>, Vec<u8>)>,
    /// The entry of the inbox that is taken in.
    pub entry: Option<&'a str>,
}

impl Workspace {
    /// Does an edit in a film.
    ///
    /// # Errors
    /// When the edit cannot be done, or cannot be made durable.
    pub fn edit(
        &mut self,
        film: DocumentId,
        wanted: &Edit,
        gesture: Gesture<'_>,
    ) -> Result<Edited, StoreError> {
        self.edit_with_ink(film, wanted, gesture, None)
    }

    /// Does an edit that brings ink: both are in the same transaction. The ink is checked first.
    ///
    /// # Errors
    /// As [`Workspace::edit`]; also when the ink cannot be read.
    pub fn edit_with_ink(
        &mut self,
        film: DocumentId,
        wanted: &Edit,
        gesture: Gesture<'_>,
        bytes: Option<&[u8]>,
    ) -> Result<Edited, StoreError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly);
        }
        let mut brought = Brought::default();
        if let Some(bytes) = bytes {
            Ink::decode(bytes)?;
            brought.ink = Some((InkId::of(bytes), bytes));
        }
        let (document, board) = self.load_film(film)?;
        let plan = edit::plan(wanted, board, document, &mut new_id)?;
        let trace = Trace::Done(gesture, plan.steps.clone());
        let mut edited = self.write(film, &plan.steps, false, trace, brought)?;
        edited.made = plan.made;
        Ok(edited)
    }

    /// Sets a field of the root of a document that is not a film (a face).
    ///
    /// # Errors
    /// When the field does not take the value, or it cannot be made durable.
    pub fn set_root_field(
        &mut self,
        id: DocumentId,
        field: &str,
        value: &serde_json::Value,
    ) -> Result<Edited, StoreError> {
        let open = self.load(id)?;
        let step = edit::set_field(&open.document, id.root(), field, value)?;
        self.write(id, &[step], false, Trace::None, Brought::default())
    }

    /// Writes steps into a document and commits: update, ink, rows, search, sums and undo together.
    pub(crate) fn write(
        &mut self,
        id: DocumentId,
        steps: &[Step],
        guarded: bool,
        trace: Trace<'_>,
        brought: Brought<'_>,
    ) -> Result<Edited, StoreError> {
        let author = self.author.clone();
        let open = self.load(id)?;
        let before = open.document.version();
        let sums = open.board.as_ref().map(ql_model::board::Board::totals);
        let written = open.document.write(steps, &author, guarded);
        let touched = open.document.commit();
        let outcome = match written {
            Ok(wrote) => self.commit(id, wrote, &before, &touched, sums, trace, brought),
            Err(error) => Err(error.into()),
        };
        if outcome.is_err() {
            self.drop_document(id);
        }
        let edited = outcome?;
        if self.documents.get(&id).is_some_and(|open| open.tail >= FOLD_AFTER) {
            // Only saves time at the next opening: the log is whole without it.
            let _ = self.fold(id);
        }
        Ok(edited)
    }

    #[expect(clippy::too_many_arguments, reason = "all of it is one transaction")]
    fn commit(
        &mut self,
        id: DocumentId,
        wrote: bool,
        before: &loro::VersionVector,
        touched: &Touched,
        sums: Option<Totals>,
        trace: Trace<'_>,
        brought: Brought<'_>,
    ) -> Result<Edited, StoreError> {
        let open = self.load(id)?;
        let mut update = if wrote { Some(open.document.since(before)?) } else { None };
        let changes = match &mut open.board {
            Some(board) => board.refresh(&open.document, touched),
            None if wrote => Changes { faces: face(&open.document), ..Changes::default() },
            None => Changes::default(),
        };
        let totals = open.board.as_ref().map(ql_model::board::Board::totals);
        let calendar = season_of(&open.document);
        let sealed = is_sealed(open.document.kind());
        if let (true, Some(clear)) = (sealed, &update) {
            update = Some(self.unlocked()?.seal(id, Part::Update, clear)?);
        }
        let seq = update.as_ref().map(|_| self.next_sequence());
        let transaction = self.transaction()?;
        if let Some((ink_id, bytes)) = brought.ink {
            ink::insert(&transaction, id, ink_id, bytes)?;
        }
        for (name, bytes) in &brought.sealed {
            sealed::insert(&transaction, id, name, bytes)?;
        }
        if let Some(entry) = brought.entry {
            inbox::remove(&transaction, entry)?;
        }
        if let Some(calendar) = calendar.filter(|_| wrote) {
            season::write(&transaction, id, &calendar)?;
        }
        if let (Some(update), Some(seq)) = (&update, seq) {
            update::insert_own(&transaction, id, seq, update)?;
            document::touch(&transaction, id, now())?;
            rows::write(&transaction, &changes)?;
            search::write(&transaction, id, &changes)?;
        }
        if let Some(totals) = totals.filter(|totals| Some(*totals) != sums) {
            totals::put(&transaction, id, &totals)?;
        }
        keep_trace(&transaction, id, wrote, trace)?;
        transaction.commit()?;
        if let (Some(seq), Some(open)) = (seq, self.documents.get_mut(&id)) {
            open.seq = seq;
            open.tail += 1;
        }
        if sealed {
            self.project(id)?;
        }
        Ok(Edited { made: Made::default(), changes, totals })
    }
}

fn keep_trace(
    connection: &Connection,
    id: DocumentId,
    wrote: bool,
    trace: Trace<'_>,
) -> rusqlite::Result<()> {
    match trace {
        Trace::Done(gesture, steps) if wrote => {
            let whose = Whose { document: id, actor: gesture.actor };
            let earlier = match gesture.gesture {
                Some(name) => {
                    undo::last_done(connection, whose)?.filter(|entry| entry.gesture.as_deref() == Some(name))
                }
                None => None,
            };
            if let Some(mut entry) = earlier {
                step::extend(&mut entry.steps, steps);
                undo::set_steps(connection, whose, entry.id, &entry.steps)
            } else {
                undo::insert(connection, whose, gesture.code, gesture.gesture, &steps)
            }
        }
        Trace::Turned { actor, id: entry, undone } => {
            undo::set_undone(connection, Whose { document: id, actor }, entry, undone)
        }
        Trace::Done(..) | Trace::None => Ok(()),
    }
}

/// The calendar of a season document.
pub(crate) fn season_of(document: &Document) -> Option<ql_model::season::Season> {
    (document.kind() == Kind::Season).then(|| ql_model::season::read(document))
}

/// The row of a face document.
pub(crate) fn face(document: &Document) -> Vec<Face> {
    if document.kind() != Kind::Face {
        return Vec::new();
    }
    let root: EntityId = document.id().root();
    let field = |name: &str| document.register(root, name).unwrap_or_default();
    vec![Face {
        id: root,
        name: field("name").text().to_owned(),
        shape: Shape::parse(field("shape").text()).unwrap_or(Shape::Circle),
        colour: FaceColour::parse(field("colour").text()).unwrap_or(FaceColour::Slate),
        life: if field("removed").yes() { Life::Trash } else { Life::Live },
    }]
}
