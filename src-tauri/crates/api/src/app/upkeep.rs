//! What an open window does by itself: sealing the register, and the copy of the day.

use std::{sync::Arc, thread, time::Duration};

use ql_store::Forgotten;

use super::{Access, App, Inner, lock};
use crate::watch;

/// How often the copy of the day is looked for: a window stays open over midnight.
const COPY_EVERY: Duration = Duration::from_secs(3600);

impl App {
    /// Seals the register after ten idle minutes or a sleep, and makes the copy of each day, for as long as there is a window.
    pub(super) fn begin_upkeep(&self) {
        if self.inner.access == Access::Window {
            self.every(COPY_EVERY, Inner::back_up_today);
            self.every(watch::TICK, Inner::watch);
        }
    }

    /// Seals the register if it is open: the computer will sleep.
    pub fn seal(&self) {
        // An unlocking that is being worked out now is called off too. The pad that is handed around stays: nothing of the register is behind
        // it.
        if self.inner.mode.with_pad(|pad| pad.is_some()) {
            self.inner.mode.call_off();
        } else {
            self.inner.seal(None);
        }
    }

    /// Does it now and again, on a thread of its own that ends with the app.
    fn every(&self, pause: Duration, act: impl Fn(&Inner) + Send + 'static) {
        let inner = Arc::downgrade(&self.inner);
        thread::spawn(move || {
            while let Some(inner) = inner.upgrade() {
                act(&inner);
                drop(inner);
                thread::sleep(pause);
            }
        });
    }
}

impl Inner {
    /// Makes the copy of the day of the open workspace, when it has none. What fails now is tried again in an hour; the page of settings
    /// shows the days that have no copy.
    pub(super) fn back_up_today(&self) {
        let _alone = lock(&self.copying);
        let readers = lock(&self.pool).readers.clone();
        let writable = lock(&self.open).workspace.as_ref().is_some_and(|workspace| !workspace.is_read_only());
        if let (Some(readers), true) = (readers, writable) {
            let folder = ql_store::backup_folder(readers.path());
            let _ = ql_store::back_up_daily(&readers, &folder, chrono::Local::now().date_naive());
            let _ = ql_store::forget_in_copies(&readers, &folder);
        }
    }

    /// Takes what was erased out of the automatic copies. What cannot be reached now is tried again with the copy of a day.
    pub fn forget_in_copies(&self) -> Forgotten {
        let _alone = lock(&self.copying);
        let Some(readers) = lock(&self.pool).readers.clone() else { return Forgotten::default() };
        let folder = ql_store::backup_folder(readers.path());
        let all = || ql_store::list_backups(&folder).map_or(0, |copies| copies.len());
        ql_store::forget_in_copies(&readers, &folder)
            .unwrap_or_else(|_| Forgotten { cleaned: 0, left: all() })
    }
}
