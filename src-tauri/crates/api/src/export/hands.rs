//! Work on many drawings, on all cores.

use std::{
    panic::resume_unwind,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use ql_store::Reader;

use super::job::{Job, Phase};
use crate::{app::Inner, error::Failure};

/// How many drawings are done between two times that it is told.
const TOLD: usize = 16;

/// Does the same with each of these, in their order; every hand has a reader of its own, and between two drawings someone can give up.
/// `before` were done already, of `of` in all.
pub(super) fn each<T: Sync, R: Send>(
    app: &Inner,
    items: &[T],
    (before, of): (usize, usize),
    job: &Job<'_>,
    work: impl Fn(&Reader, &T) -> Result<R, Failure> + Sync,
) -> Result<Vec<R>, Failure> {
    let next = AtomicUsize::new(0);
    let hand = || {
        let done = app.read(|reader| {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = items.get(at) else { return Ok(done) };
                job.go_on()?;
                if at.is_multiple_of(TOLD) {
                    job.tell(Phase::Drawings, before + at, of);
                }
                done.push((at, work(reader, item)?));
            }
        });
        if done.is_err() {
            next.store(items.len(), Ordering::Relaxed);
        }
        done
    };
    let hands = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let mut all = thread::scope(|scope| {
        let others: Vec<_> = (1..hands).map(|_| scope.spawn(hand)).collect();
        let mut all = hand();
        for other in others {
            let done = other.join().unwrap_or_else(|panic| resume_unwind(panic));
            all = all.and_then(|mut all| {
                all.extend(done?);
                Ok(all)
            });
        }
        all
    })?;
    all.sort_by_key(|(at, _)| *at);
    Ok(all.into_iter().map(|(_, made)| made).collect())
}
