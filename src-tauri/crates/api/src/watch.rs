//! When the open register must be sealed by itself: after ten idle minutes, and whenever the computer has slept.
//!
//! Where the system tells that it will sleep, the window seals before (its `sleep`). Everywhere the clocks tell that it did: a tick that comes
//! late by one clock or the other means that the lid was closed, or that the machine stood still.

use std::time::{Duration, Instant, SystemTime};

/// How long nobody may do anything.
pub(crate) const IDLE: Duration = Duration::from_secs(10 * 60);
/// How often it is looked.
pub(crate) const TICK: Duration = Duration::from_secs(2);
/// A tick as late as this came after a sleep. A machine that is only busy is faster.
const SLEPT: Duration = Duration::from_secs(25);

/// What is remembered of the last ticks.
#[derive(Debug)]
pub(crate) struct Watch {
    active: Instant,
    ticked: Instant,
    wall: SystemTime,
    /// Once it is over it stays so, whoever asks first.
    over: bool,
}

impl Watch {
    /// Someone has just unlocked.
    pub fn new(now: Instant, wall: SystemTime) -> Self {
        Self { active: now, ticked: now, wall, over: false }
    }

    /// Someone does something.
    pub fn stir(&mut self, now: Instant) {
        self.active = now;
    }

    /// Looks at the clocks; whether the register must be sealed.
    pub fn is_over(&mut self, now: Instant, wall: SystemTime) -> bool {
        let by_one = now.saturating_duration_since(self.ticked);
        let by_other = wall.duration_since(self.wall).unwrap_or_default();
        (self.ticked, self.wall) = (now, wall);
        self.over |= by_one > SLEPT || by_other > SLEPT || now.saturating_duration_since(self.active) >= IDLE;
        self.over
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_idle_minutes_seal_and_activity_puts_them_off() {
        let (start, wall) = (Instant::now(), SystemTime::now());
        let mut watch = Watch::new(start, wall);
        let mut at = |seconds: u64, stir: bool| {
            let now = start + Duration::from_secs(seconds);
            if stir {
                watch.stir(now);
            }
            watch.is_over(now, wall + Duration::from_secs(seconds))
        };
        assert!((0..300).step_by(2).all(|second| !at(second, false)));
        assert!(!at(300, true), "someone moves after five minutes");
        assert!((302..900).step_by(2).all(|second| !at(second, false)), "ten minutes count from then");
        assert!(at(900, false), "ten minutes without anyone");
    }

    #[test]
    fn a_sleep_seals_at_once() {
        let (start, wall) = (Instant::now(), SystemTime::now());
        let seconds = Duration::from_secs;
        let mut watch = Watch::new(start, wall);
        assert!(!watch.is_over(start + seconds(2), wall + seconds(2)));
        // The first clock stands still while the computer sleeps.
        assert!(
            watch.is_over(start + seconds(4), wall + seconds(4 + 120)),
            "the lid was closed for two minutes"
        );
        assert!(watch.is_over(start + seconds(6), wall + seconds(126)), "whoever asks next hears it too");
        let mut watch = Watch::new(start, wall);
        assert!(watch.is_over(start + seconds(60), wall), "also where a clock was put back");
        let mut watch = Watch::new(start, wall);
        assert!(
            !watch.is_over(start + seconds(2), wall - seconds(3600)),
            "a clock put back alone is no sleep"
        );
    }
}
