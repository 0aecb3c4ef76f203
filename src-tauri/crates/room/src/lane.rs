//! In which order the calls of one client run.
//!
//! One after the other, in the order they were sent: what a page sends without waiting (a stroke, then its erasure)
//! must not be turned round, and a reading must see the edits sent before it. Only what may wait for a person or for
//! a whole disk runs beside, as do bytes and pictures, which change no row.
//!
//! What was received is run to its end even if the client has gone meanwhile: a page that is closed sends its last
//! stroke and does not wait for the answer. Only files that are being made for it are given up.

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::ws::Message;
use ql_api::{ApiError, ErrorCode, Role};
use serde_json::json;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::spawn_blocking;

use crate::frames::{self, Asked};
use crate::outbox::Outbox;
use crate::target::Target;

/// Calls received but not begun before the server stops reading from the client.
const WAITING: usize = 32;
/// Requests that run beside the lane at the same time.
const BESIDE: usize = 8;

/// Whether a command runs beside the others instead of after them: it waits for a person, reads the whole file, or takes so long that it
/// can be ended by another one.
pub fn runs_beside(name: &str) -> bool {
    matches!(
        name,
        "choose_path"
            | "backup"
            | "check"
            | "preview_paper"
            | "export_film"
            | "print_film"
            | "cancel_export"
            | "attach_scan"
            | "read_table"
            | "preview_import"
            | "import_people"
            | "cancel_import"
    )
}

/// Runs what one client asks.
pub(crate) struct Lane {
    work: Arc<Work>,
    ordered: mpsc::Sender<(u32, String, serde_json::Value)>,
    beside: Arc<Semaphore>,
    /// Names of the files that this client asked for.
    jobs: Mutex<Vec<String>>,
}

/// What every request of one client needs. `alive` is dropped with the last of them: the server waits for that.
struct Work {
    target: Arc<dyn Target>,
    role: Role,
    outbox: Arc<Outbox>,
    _alive: mpsc::Sender<()>,
}

impl Lane {
    pub(crate) fn new(
        target: Arc<dyn Target>,
        role: Role,
        outbox: Arc<Outbox>,
        alive: mpsc::Sender<()>,
    ) -> Self {
        let work = Arc::new(Work { target, role, outbox, _alive: alive });
        let (ordered, mut calls) = mpsc::channel(WAITING);
        let worker = work.clone();
        tokio::spawn(async move {
            while let Some((id, name, with)) = calls.recv().await {
                worker.clone().run(id, Asked::Call { id, name, with }).await;
            }
        });
        Self { work, ordered, beside: Arc::new(Semaphore::new(BESIDE)), jobs: Mutex::default() }
    }

    /// Takes a request, waiting while too many are under way.
    pub(crate) async fn take(&self, asked: Asked) {
        let id = match asked {
            Asked::Refused { id, error } => {
                return self.work.outbox.answer(Message::Text(frames::answer(id, Err(error)))).await;
            }
            Asked::Call { id, name, with } if !runs_beside(&name) => {
                // The worker ends only after this sender is dropped, so there is always someone to receive.
                let _ = self.ordered.send((id, name, with)).await;
                return;
            }
            Asked::Call { id, .. } | Asked::Bytes { id, .. } | Asked::Upload { id, .. } => id,
        };
        if let Some(job) = job_of(&asked) {
            self.jobs.lock().unwrap_or_else(PoisonError::into_inner).push(job);
        }
        let Ok(turn) = self.beside.clone().acquire_owned().await else { return };
        let work = self.work.clone();
        tokio::spawn(async move {
            work.run(id, asked).await;
            drop(turn);
        });
    }
}

impl Drop for Lane {
    /// The client has gone: nobody wants its files any more. Those that are there already are not missed.
    fn drop(&mut self) {
        let jobs = std::mem::take(self.jobs.get_mut().unwrap_or_else(PoisonError::into_inner));
        for job in jobs {
            let _ = self.work.target.call(self.work.role, "cancel_export", json!({ "job": job }));
        }
    }
}

/// The name under which a file is asked for.
fn job_of(asked: &Asked) -> Option<String> {
    match asked {
        Asked::Call { name, with, .. } if matches!(name.as_str(), "export_film" | "print_film") => {
            with["job"].as_str().map(str::to_owned)
        }
        _ => None,
    }
}

impl Work {
    async fn run(self: Arc<Self>, id: u32, asked: Asked) {
        let work = self.clone();
        let message = spawn_blocking(move || work.message(asked)).await.unwrap_or_else(|_| {
            let error = frames::error(ErrorCode::Internal, "the call stopped before its end");
            Message::Text(frames::answer(id, Err(error)))
        });
        self.outbox.answer(message).await;
    }

    fn message(&self, asked: Asked) -> Message {
        let (id, result): (u32, Result<serde_json::Value, ApiError>) = match asked {
            Asked::Call { id, name, with } => (id, self.target.call(self.role, &name, with)),
            Asked::Upload { id, body } => (id, self.target.upload(self.role, body)),
            Asked::Bytes { id, path } => match self.target.bytes(self.role, &path) {
                Ok(bytes) => return Message::Binary(frames::bytes(id, &bytes.body).into()),
                Err(error) => (id, Err(error)),
            },
            Asked::Refused { id, error } => (id, Err(error)),
        };
        Message::Text(frames::answer(id, result))
    }
}
