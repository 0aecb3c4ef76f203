//! The application behind every screen: one workspace at a time, one writer, readers for the rest, and everyone who listens.

mod upkeep;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use ql_store::{FileError, Reader, Readers, StoreError, Workspace, holder};
use serde_json::Value;

use crate::{
    board_view,
    bytes::{self, Bytes},
    commands::{self, session::Problem},
    error::{ApiError, ErrorCode, Failure, file_code},
    event::{Event, Listener, Listeners},
    export::{Previewed, Sketches, job::Jobs},
    home::{Dialogs, Home, Kept},
    mode::Mode,
    role::Role,
    settings::Language,
    texts::Texts,
};

/// How a workspace is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// For a window or a server: alone, made when it does not exist; a failure to open becomes the session's problem.
    Window,
    /// For a command: alone when it is free, else only read, and edits answer `workspace_in_use`.
    Command,
    /// To put a good file in the place of one that may not open: nothing is made, and nothing copied by itself.
    Repair,
}

/// What the application starts with.
pub struct Start {
    /// Folders of this machine.
    pub home: Home,
    /// The workspace; without one the last, or the default.
    pub workspace: Option<PathBuf>,
    /// The language of this run; without one the setting, or the system's.
    pub language: Option<Language>,
    /// Native dialogs, where there are any.
    pub dialogs: Option<Arc<dyn Dialogs>>,
    /// How to take the workspace.
    pub access: Access,
    /// Whether a workspace that does not exist is made.
    pub create: bool,
}

/// The application. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub kept: Kept,
    language: Mutex<Option<Language>>,
    pub dialogs: Option<Arc<dyn Dialogs>>,
    pub access: Access,
    open: Mutex<Opened>,
    /// Held while the copy of the day is made: a second one would clear the first one's draft away.
    copying: Mutex<()>,
    /// Held while a picture is taken in.
    shrinking: Mutex<()>,
    pool: Mutex<Pool>,
    listeners: Listeners,
    /// Exports under way.
    pub jobs: Jobs,
    /// Drawings made ready for paper.
    pub sketches: Sketches,
    /// The pages someone looks at.
    pub previewed: Previewed,
    /// Atelier or Formateur.
    pub mode: Mode,
    numbers: AtomicU64,
}

/// What is open, or why nothing is.
#[derive(Default)]
pub(crate) struct Opened {
    pub workspace: Option<Workspace>,
    pub problem: Option<Problem>,
    /// Why a command may only read what it would write: another process has it, it is damaged, the disk is full.
    pub refusal: Option<ErrorCode>,
}

#[derive(Default)]
struct Pool {
    readers: Option<Readers>,
    idle: Vec<Reader>,
    /// Goes up with each workspace, so that a reader of an earlier one is not put back.
    round: u64,
}

impl App {
    /// Starts, opening the workspace. For a window this never fails because of the workspace.
    ///
    /// # Errors
    /// For a command: every reason why a workspace cannot be opened.
    pub fn start(start: Start) -> Result<App, ApiError> {
        let inner = Inner {
            kept: Kept::open(start.home),
            language: Mutex::new(start.language),
            dialogs: start.dialogs,
            access: start.access,
            open: Mutex::default(),
            copying: Mutex::default(),
            shrinking: Mutex::default(),
            pool: Mutex::default(),
            listeners: Listeners::default(),
            jobs: Jobs::default(),
            sketches: Sketches::default(),
            previewed: Previewed::default(),
            mode: Mode::default(),
            numbers: AtomicU64::default(),
        };
        crate::export::sweep_printed(&inner.kept.printed_folder());
        // The file people worked in last and that is gone (a stick that was pulled out) is said, never replaced by an empty one.
        let (path, create) = match start.workspace {
            Some(path) => (path, start.create),
            None => {
                let (path, create) = inner.kept.workspace();
                (path, create && start.create)
            }
        };
        let opened = inner.open_workspace(&path, create, false);
        let app = App { inner: Arc::new(inner) };
        if let (Err(failure), Access::Command) = (opened, start.access) {
            return Err(failure.tell(&app.inner.texts()));
        }
        app.begin_upkeep();
        Ok(app)
    }

    /// Runs one command. Blocks until its commit is durable.
    ///
    /// # Errors
    /// With a code of the closed list.
    pub fn call(&self, role: Role, name: &str, request: Value) -> Result<Value, ApiError> {
        commands::run(self, role, name, request).map_err(|failure| failure.tell(&self.inner.texts()))
    }

    /// Bytes beside the calls: `thumb/<drawing>/<version>/<width>`, `media/<hash>`, `ink/<drawing>`.
    ///
    /// # Errors
    /// `not_found`, or why the workspace cannot be read.
    pub fn bytes(&self, role: Role, path: &str) -> Result<Bytes, ApiError> {
        self.inner.watch();
        let sealed = path.starts_with("scan/") && !self.inner.mode.is_unlocked();
        let found = if role < Role::Desk {
            Err(Failure::new(ErrorCode::Forbidden, path))
        } else if sealed {
            Err(Failure::new(ErrorCode::RegisterSealed, ""))
        } else {
            bytes::get(&self.inner, path)
        };
        found.map_err(|failure| failure.tell(&self.inner.texts()))
    }

    /// Takes in a picture: checked, upright, without metadata. Replies its hash and size.
    ///
    /// # Errors
    /// `picture_type`, `picture_unreadable`, `picture_too_large`, or why it cannot be kept.
    pub fn upload(&self, role: Role, body: Vec<u8>) -> Result<Value, ApiError> {
        let kept = if role < Role::Desk {
            Err(Failure::new(ErrorCode::Forbidden, "upload"))
        } else {
            self.inner.normalise(&body).and_then(|picture| {
                self.inner.write(|workspace| Ok(workspace.keep_picture(&picture)?))?;
                Ok(picture)
            })
        };
        kept.map(|picture| serde_json::json!({ "hash": picture.hash, "width": picture.width, "height": picture.height }))
            .map_err(|failure| failure.tell(&self.inner.texts()))
    }

    /// Hears every event until the listener is dropped. Handlers are called in the order of the commits and must not block.
    #[must_use]
    pub fn listen(&self, handler: impl Fn(&Event) + Send + Sync + 'static) -> Listener {
        self.inner.listeners.add(handler)
    }

    /// Folds the log, writes what the machine keeps, and releases the workspace.
    pub fn close(&self) {
        self.inner.close_workspace();
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.inner
    }
}

impl Inner {
    /// Takes a picture in: upright, smaller, without metadata. One at a time: a large photo takes half a gigabyte meanwhile.
    pub fn normalise(&self, bytes: &[u8]) -> Result<ql_store::Normalised, Failure> {
        let _alone = lock(&self.shrinking);
        Ok(ql_store::normalise(bytes).map_err(StoreError::from)?)
    }

    /// Words in the language of this run.
    pub fn texts(&self) -> Texts {
        Texts::new(self.language())
    }

    pub fn language(&self) -> Language {
        lock(&self.language).unwrap_or_else(|| self.kept.settings().language)
    }

    /// A language chosen by a person ends the one this run was started with.
    pub fn change_language(&self, chosen: Option<Language>) {
        if chosen.is_some() {
            *lock(&self.language) = None;
        }
    }

    /// The workspace that is open, was to be opened, or would be.
    pub fn current_path(&self) -> PathBuf {
        let open = lock(&self.open);
        match (&open.workspace, &open.problem) {
            (Some(workspace), _) => workspace.path().to_owned(),
            (None, Some(problem)) => PathBuf::from(&problem.path),
            (None, None) => self.kept.workspace().0,
        }
    }

    /// Opens a workspace in place of the one that is open. What fails becomes the session's problem.
    pub fn open_workspace(&self, path: &Path, create: bool, read_only: bool) -> Result<(), Failure> {
        self.close_workspace();
        let purpose = match self.access {
            Access::Window => "window",
            Access::Command | Access::Repair => "command",
        };
        let mut refusal = None;
        let result = if read_only {
            Workspace::open_read_only(path)
        } else {
            match Workspace::open(path, create, purpose, |device| self.kept.witness(device)) {
                Err(StoreError::File(error)) if self.access == Access::Command && error.may_be_read() => {
                    refusal = Some(file_code(&error));
                    match Workspace::open_read_only(path) {
                        // Nothing there yet that could be read: what is in the way is what to tell.
                        Err(StoreError::File(FileError::Missing)) => Err(error.into()),
                        read => read,
                    }
                }
                other => other,
            }
        };
        let mut open = lock(&self.open);
        match result {
            Ok(workspace) => {
                if let (false, Ok(witness)) = (workspace.is_read_only(), workspace.witness()) {
                    self.kept.remember(witness, self.access == Access::Window);
                }
                let mut pool = lock(&self.pool);
                *pool = Pool { readers: Some(workspace.readers()), idle: Vec::new(), round: pool.round + 1 };
                *open = Opened { workspace: Some(workspace), problem: None, refusal };
                Ok(())
            }
            Err(error) => {
                let code =
                    if let StoreError::File(file) = &error { file_code(file) } else { ErrorCode::Storage };
                let backups = commands::backups::views(path);
                *open = Opened {
                    workspace: None,
                    problem: Some(Problem { code, path: path.display().to_string(), backups }),
                    refusal: None,
                };
                Err(error.into())
            }
        }
    }

    pub fn close_workspace(&self) {
        if self.access == Access::Window {
            // A file that was only open for a while has its copy too.
            self.back_up_today();
        }
        self.let_go();
    }

    /// Closes the workspace as it is, without a copy: one that is put back may be the oldest, which a new copy would push out.
    pub fn let_go(&self) {
        let workspace = lock(&self.open).workspace.take();
        self.mode.sealed(None);
        let mut pool = lock(&self.pool);
        *pool = Pool { readers: None, idle: Vec::new(), round: pool.round + 1 };
        drop(pool);
        self.sketches.clear();
        self.previewed.drop();
        if let Some(workspace) = workspace {
            let witness = workspace.witness();
            let writable = !workspace.is_read_only();
            // A fold that fails leaves the log, which is whole.
            let _ = workspace.close();
            if let (Ok(witness), true) = (witness, writable) {
                self.kept.remember(witness, self.access == Access::Window);
            }
        }
    }

    pub fn opened(&self) -> MutexGuard<'_, Opened> {
        lock(&self.open)
    }

    /// The writer. Events of what it did are told before it is let go, so that they come in the order of the commits.
    pub fn write<T>(&self, act: impl FnOnce(&mut Workspace) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut open = self.open.lock().unwrap_or_else(|broken| {
            // An edit broke off in the middle: what it left in memory is read again from the file.
            self.open.clear_poison();
            let mut open = broken.into_inner();
            open.workspace.iter_mut().for_each(Workspace::forget_documents);
            open
        });
        let refusal = open.refusal;
        let Some(workspace) = &mut open.workspace else {
            return Err(Failure::new(ErrorCode::NoWorkspace, ""));
        };
        let result = act(workspace);
        match (result, refusal) {
            (Err(failure), Some(code)) if failure.code == ErrorCode::WorkspaceReadOnly => {
                let who = holder(workspace.path())
                    .map_or_else(String::new, |holder| format!("{}, process {}", holder.purpose, holder.pid));
                Err(Failure::new(code, who))
            }
            (result, _) => result,
        }
    }

    /// A reader, beside the writer.
    pub fn read<T>(&self, act: impl FnOnce(&Reader) -> Result<T, Failure>) -> Result<T, Failure> {
        let (reader, round) = {
            let mut pool = lock(&self.pool);
            let round = pool.round;
            let readers = pool.readers.clone().ok_or_else(|| Failure::new(ErrorCode::NoWorkspace, ""))?;
            (pool.idle.pop().map_or_else(|| Reader::open(&readers), Ok)?, round)
        };
        let result = act(&reader);
        let mut pool = lock(&self.pool);
        if pool.round == round && pool.idle.len() < 4 {
            pool.idle.push(reader);
        }
        result
    }

    pub fn readers(&self) -> Result<Readers, Failure> {
        lock(&self.pool).readers.clone().ok_or_else(|| Failure::new(ErrorCode::NoWorkspace, ""))
    }

    pub fn tell(&self, event: &Event) {
        self.listeners.tell(event);
    }

    /// Tells what an edit changed, and what its actor can now undo.
    pub fn tell_edit(
        &self,
        workspace: &Workspace,
        document: ql_model::DocumentId,
        edited: &ql_store::Edited,
        actor: Option<&str>,
    ) {
        if !edited.changes.is_empty() {
            self.tell(&Event::Changes {
                document,
                changes: Box::new(edited.changes.clone()),
                totals: edited.totals,
            });
        }
        if let Some(actor) = actor
            && let Ok((undo, redo)) = workspace.undo_codes(document, actor)
        {
            self.tell(&Event::Undo { film: document, actor: actor.to_owned(), undo, redo });
        }
    }

    /// A number that this run has not given yet.
    pub fn next_number(&self) -> u64 {
        self.numbers.fetch_add(1, Ordering::Relaxed)
    }

    pub fn film_view(
        &self,
        film: ql_model::DocumentId,
        actor: &str,
    ) -> Result<board_view::FilmView, Failure> {
        self.read(|reader| {
            let rows = reader.film(film)?;
            let (undo, redo) = reader.undo_codes(film, actor)?;
            Ok(board_view::FilmView::new(rows, undo, redo))
        })
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
