//! How long no passphrase is taken after wrong ones, as this process counts it: by a clock that nobody can set, and for each register over
//! every file and copy of it that is opened.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use ql_store::{LONGEST_WAIT, wait_after};

/// By the public key of their register.
#[derive(Default)]
pub(crate) struct Waits(HashMap<String, Waiting>);

#[derive(Default)]
struct Waiting {
    /// What a file said last.
    said: Option<i64>,
    /// When the wait is over here.
    over: Option<Instant>,
    /// Wrong tries since the last right one.
    tries: u32,
}

impl Waits {
    /// How long no try is taken from now on. `until` is what the file says, `now` the wall clock, both in milliseconds since 1970.
    pub fn left(&mut self, register: &str, until: Option<i64>, now: i64, at: Instant) -> Option<Duration> {
        let waiting = self.0.entry(register.to_owned()).or_default();
        if until.is_some() && until != waiting.said {
            // A wait that seems longer than the longest was written by a clock that ran ahead.
            let left = until.map_or(0, |until| until - now).clamp(0, LONGEST_WAIT);
            waiting.said = until;
            waiting.last_until(at + Duration::from_millis(left.unsigned_abs()));
        }
        waiting.over?.checked_duration_since(at).filter(|left| !left.is_zero())
    }

    /// A wrong try, whether the file can note it or not.
    pub fn count(&mut self, register: &str, now: i64, at: Instant) {
        let waiting = self.0.entry(register.to_owned()).or_default();
        waiting.tries += 1;
        if let Some(wait) = wait_after(waiting.tries) {
            waiting.said = Some(now + wait);
            waiting.last_until(at + Duration::from_millis(wait.unsigned_abs()));
        }
    }

    /// A right one: nothing is waited for any more.
    pub fn right(&mut self, register: &str) {
        self.0.remove(register);
    }
}

impl Waiting {
    /// Another file says something else: what is waited for longest counts.
    fn last_until(&mut self, over: Instant) {
        self.over = self.over.max(Some(over));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);
    const NOW: i64 = 1_000_000_000_000;

    #[test]
    fn a_wait_ends_whatever_the_clock_says() {
        let start = Instant::now();
        let mut waits = Waits::default();
        assert_eq!(waits.left("a", None, NOW, start), None);
        let until = Some(NOW + 60_000);
        assert_eq!(waits.left("a", until, NOW, start), Some(MINUTE));
        // Put forward by a day, it goes on; put back by ten years, it ends.
        assert_eq!(waits.left("a", until, NOW + 86_400_000, start + MINUTE / 2), Some(MINUTE / 2));
        assert_eq!(waits.left("a", until, NOW - 315_360_000_000, start + MINUTE), None);
        // Started again with a clock that was far ahead when it began.
        let mut waits = Waits::default();
        let far = Some(NOW + 126_000_000_000);
        assert_eq!(waits.left("a", far, NOW, start), Some(MINUTE * 15), "the longest there is");
        assert_eq!(waits.left("a", far, NOW + 5, start + MINUTE * 15), None);
    }

    #[test]
    fn where_the_file_cannot_note_a_try_this_process_does() {
        let start = Instant::now();
        let mut waits = Waits::default();
        for _ in 0..4 {
            waits.count("a", NOW, start);
        }
        assert_eq!(waits.left("a", None, NOW, start), None);
        waits.count("a", NOW, start);
        assert_eq!(waits.left("a", None, NOW, start), Some(MINUTE));
        for _ in 0..5 {
            waits.count("a", NOW, start);
        }
        assert_eq!(waits.left("a", None, NOW, start), Some(MINUTE * 2), "twice as long");
    }

    #[test]
    fn neither_a_copy_nor_another_register_shortens_a_wait() {
        let start = Instant::now();
        let mut waits = Waits::default();
        for _ in 0..10 {
            waits.count("a", NOW, start);
        }
        // A copy made before: what it says was over long ago.
        assert_eq!(waits.left("a", Some(NOW - 1), NOW, start), Some(MINUTE * 2));
        waits.right("b");
        assert_eq!(
            waits.left("a", None, NOW, start),
            Some(MINUTE * 2),
            "one's own register says nothing of it"
        );
        assert_eq!(waits.left("b", None, NOW, start), None);
        waits.right("a");
        assert_eq!(waits.left("a", None, NOW, start), None);
    }
}
