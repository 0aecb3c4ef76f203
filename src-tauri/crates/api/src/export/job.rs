//! Work that takes a while: it tells how far it is, and ends when it is told to.

use std::{
    collections::HashMap,
    ops::ControlFlow,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

use serde::Serialize;
use ts_rs::TS;

use crate::error::{ErrorCode, Failure};

/// What the work is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ExportPhase")]
pub enum Phase {
    /// Drawings are read.
    Drawings,
    /// Pages or lines are set; how long that takes is not known.
    Setting,
    /// The file is written.
    Writing,
}

/// How often someone who gave up is noticed.
const TURN: Duration = Duration::from_millis(30);

/// Held by whoever sets pages.
static LANE: Mutex<()> = Mutex::new(());

type Tell<'a> = dyn Fn(Phase, usize, usize) + Sync + 'a;

/// One piece of work.
pub(crate) struct Job<'a> {
    stopped: Arc<AtomicBool>,
    tell: Box<Tell<'a>>,
}

impl<'a> Job<'a> {
    /// Work that nobody watches.
    pub fn quiet() -> Self {
        Self { stopped: Arc::default(), tell: Box::new(|_, _, _| {}) }
    }

    pub fn tell(&self, phase: Phase, done: usize, of: usize) {
        (self.tell)(phase, done, of);
    }

    /// Fails once it was told to end.
    pub fn go_on(&self) -> Result<(), Failure> {
        if self.stopped.load(Ordering::Relaxed) { Err(cancelled()) } else { Ok(()) }
    }

    /// The same, for those who are asked in between.
    pub fn turn(&self) -> ControlFlow<()> {
        if self.stopped.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Does what cannot be stopped on a thread of its own, and does not wait for it once told to end: what it makes is thrown away. What
    /// it is done with, the second of what it returns, is cleared away there while the first is used here.
    pub fn aside<T, E, Done>(
        &self,
        work: impl FnOnce() -> Result<(T, Done), E> + Send + 'static,
    ) -> Result<T, Failure>
    where
        T: Send + 'static,
        E: Into<Failure> + Send + 'static,
    {
        self.tell(Phase::Setting, 0, 0);
        let (done, wait) = mpsc::channel();
        let stopped = self.stopped.clone();
        thread::spawn(move || {
            // One at a time: each takes hundreds of megabytes, and one that nobody waits for any more goes on to its end.
            let _alone = LANE.lock().unwrap_or_else(PoisonError::into_inner);
            if stopped.load(Ordering::Relaxed) {
                return Ok(());
            }
            match work() {
                Ok((made, _cleared)) => done.send(Ok(made)),
                Err(error) => done.send(Err(error)),
            }
        });
        loop {
            self.go_on()?;
            match wait.recv_timeout(TURN) {
                Ok(result) => return result.map_err(Into::into),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    self.go_on()?;
                    return Err(Failure::new(ErrorCode::Internal, "the work broke off"));
                }
            }
        }
    }
}

pub(crate) fn cancelled() -> Failure {
    Failure::new(ErrorCode::Cancelled, "")
}

/// The work under way, by the names its callers gave.
#[derive(Default)]
pub(crate) struct Jobs {
    under_way: Mutex<HashMap<String, Arc<AtomicBool>>>,
}

impl Jobs {
    /// Runs work under a name by which it can be ended.
    pub fn run<T>(
        &self,
        name: Option<&str>,
        tell: impl Fn(Phase, usize, usize) + Sync,
        work: impl FnOnce(&Job<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let job = Job { stopped: Arc::default(), tell: Box::new(tell) };
        let _named = name.map(|name| {
            self.all().insert(name.to_owned(), job.stopped.clone());
            Named { jobs: self, name: name.to_owned() }
        });
        work(&job)
    }

    /// Ends the work of this name; one that is over is not missed.
    pub fn cancel(&self, name: &str) {
        if let Some(stopped) = self.all().get(name) {
            stopped.store(true, Ordering::Relaxed);
        }
    }

    fn all(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<AtomicBool>>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A name that is forgotten when its work is over, however it ends.
struct Named<'a> {
    jobs: &'a Jobs,
    name: String,
}

impl Drop for Named<'_> {
    fn drop(&mut self) {
        self.jobs.all().remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    #[test]
    fn who_gives_up_does_not_wait_for_what_cannot_be_stopped() {
        let jobs = Arc::new(Jobs::default());
        let (hold, held) = mpsc::channel::<()>();
        let canceller = jobs.clone();
        let result = jobs.run(
            Some("one"),
            |_, _, _| canceller.cancel("one"),
            |job| {
                job.aside(move || {
                    let _ = held.recv();
                    Ok::<_, Failure>(((), ()))
                })
            },
        );
        assert_eq!(result.expect_err("it was told to end").code, ErrorCode::Cancelled);
        drop(hold);
        assert!(jobs.all().is_empty(), "work that is over has no name");
    }

    #[test]
    fn pages_are_set_one_paper_at_a_time() {
        let (under_way, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        thread::scope(|scope| {
            for _ in 0..3 {
                let (under_way, most) = (under_way.clone(), most.clone());
                scope.spawn(move || {
                    let set = move || {
                        most.fetch_max(under_way.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        thread::sleep(TURN);
                        under_way.fetch_sub(1, Ordering::SeqCst);
                        Ok::<_, Failure>(((), ()))
                    };
                    Job::quiet().aside(set).unwrap();
                });
            }
        });
        assert_eq!(most.load(Ordering::SeqCst), 1);
    }
}
