//! Disks that take no more, folders that refuse: file systems that exist for one script.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::Cli;
use crate::place;

/// What a script left in its folder.
pub struct Left(PathBuf);

impl Left {
    /// A file it left, without the space around it; nothing when there is none.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_default().trim().to_owned()
    }
}

/// Runs a shell script in a mount namespace of its own, where it may mount what it likes over `folder` (`$DIR`). Root
/// or not, everything is gone when it ends. It finds the app in `$APP`, `lignes.jsonl` in `$IN`, and leaves what it found in `$OUT`.
/// Systems without such namespaces say so and prove nothing here.
///
/// # Panics
/// When the home of the journey cannot be written.
pub fn in_namespace(cli: &Cli, folder: &Path, script: &str) -> Option<Left> {
    let out = cli.home().join("out");
    fs::create_dir(&out).expect("the home of a journey can be written");
    for arguments in [&["--mount"][..], &["--map-root-user", "--mount"][..]] {
        let mut command = Command::new("unshare");
        cli.environment(&mut command)
            .args(arguments)
            .args(["--propagation", "private", "sh", "-c", script])
            .env("DIR", folder)
            .env("OUT", &out)
            .env("IN", cli.home().join("lignes.jsonl"))
            .env("APP", place::app());
        match command.status() {
            Ok(status)
                if status.code() != Some(99)
                    && out.read_dir().is_ok_and(|mut left| left.next().is_some()) =>
            {
                return Some(Left(out));
            }
            _ => {}
        }
    }
    crate::not_proved("this system lets us mount nothing, even in a namespace of our own");
    None
}
