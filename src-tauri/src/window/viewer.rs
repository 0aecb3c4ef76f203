//! The system's own program for a file.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long what opens files is waited for. A system that has no program for a file says so at once; one that has may not answer before
/// the file is closed again.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// Shows a file, and says whether a program took it.
pub fn show(path: &Path) -> bool {
    took(open::commands(path), PATIENCE)
}

/// Whether the first of these that can be started and knows what to do has the file.
pub fn took(openers: impl IntoIterator<Item = Command>, patience: Duration) -> bool {
    openers.into_iter().any(|mut opener| {
        opener.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(mut started) = opener.spawn() else { return false };
        let (ended, end) = mpsc::channel();
        // It is waited for to its end, or it would stay in the list of programs as long as ours runs.
        thread::spawn(move || ended.send(started.wait()));
        match end.recv_timeout(patience) {
            Ok(status) => status.is_ok_and(|status| status.success()),
            Err(_) => true,
        }
    })
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Instant;

    use super::*;

    fn shell(line: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", line]);
        command
    }

    #[test]
    fn nothing_is_shown_where_no_program_takes_the_file() {
        assert!(!took([shell("exit 3"), Command::new("/nowhere/at-all")], PATIENCE));
        assert!(!took([], PATIENCE));
        assert!(took([shell("exit 3"), shell("exit 0")], PATIENCE), "the second one knew");
    }

    #[test]
    fn a_program_that_stays_has_the_file() {
        let begun = Instant::now();
        assert!(took([shell("sleep 20")], Duration::from_millis(200)));
        assert!(begun.elapsed() < Duration::from_secs(10), "nobody waits until it is closed");
    }
}
