//! What is told to every open screen, after it is durable.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use ql_model::{
    DocumentId, EntityId,
    row::{Changes, Totals},
};
use serde::Serialize;
use ts_rs::TS;

use crate::{export::job::Phase, mode::Register, settings::Settings};

/// Something happened.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Rows of a document changed.
    Changes {
        /// The film or face.
        document: DocumentId,
        /// The rows.
        changes: Box<Changes>,
        /// The film's sums now.
        totals: Option<Totals>,
    },
    /// What someone could take back or do again changed.
    Undo {
        /// The film.
        film: DocumentId,
        /// A face's id, or "desk".
        actor: String,
        /// Name of the command that undo would take back.
        undo: Option<String>,
        /// Name of the command that redo would do again.
        redo: Option<String>,
    },
    /// Settings changed.
    Settings {
        /// All of them.
        settings: Settings,
    },
    /// How far an export is.
    Export {
        /// The name its caller gave it.
        job: String,
        /// What it is at.
        phase: Phase,
        /// How much of that is done.
        done: usize,
        /// Of how much; 0 when that is not known.
        of: usize,
    },
    /// The register was opened or sealed, the pad was handed over, or something came into the inbox.
    Register {
        /// Where it stands.
        register: Register,
    },
    /// Something in the open register changed: it is to be read again. Nothing of a person is ever told here.
    People,
    /// The calendar changed.
    Calendar,
    /// The sheet of a session changed.
    Sheet {
        /// The session.
        session: EntityId,
    },
    /// Any sheet may have changed.
    Sheets,
    /// Another workspace is open, or the same again: everything is to be read anew.
    Session,
}

type Handler = dyn Fn(&Event) + Send + Sync;

/// Everyone who listens.
#[derive(Default)]
pub(crate) struct Listeners {
    handlers: Mutex<Vec<Weak<Handler>>>,
}

/// Stops listening when dropped.
pub struct Listener {
    _handler: Arc<Handler>,
}

impl Listeners {
    pub fn add(&self, handler: impl Fn(&Event) + Send + Sync + 'static) -> Listener {
        let handler: Arc<Handler> = Arc::new(handler);
        let mut handlers = self.handlers.lock().unwrap_or_else(PoisonError::into_inner);
        handlers.retain(|known| known.strong_count() > 0);
        handlers.push(Arc::downgrade(&handler));
        Listener { _handler: handler }
    }

    /// Tells everyone, in the order of the calls.
    pub fn tell(&self, event: &Event) {
        let handlers = self.handlers.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for handler in handlers.iter().filter_map(Weak::upgrade) {
            handler(event);
        }
    }
}
