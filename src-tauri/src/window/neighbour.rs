//! The windows already open on this machine: a second launch brings the first forward instead of finding its workspace
//! locked.
//!
//! Each window leaves a small file in the settings' folder: where it listens on this machine, and a secret. Who starts
//! next asks each of them, by the workspace it wants or for any. A window that was killed leaves its file behind;
//! nobody listens there any more, and the file goes. Truth stays with the workspace's own lock: when nobody answers
//! here and the lock is held, the window says so.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use constant_time_eq::constant_time_eq;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tauri::AppHandle;

use super::core::Core;
use super::show;

/// How long the other may take to connect or to answer, each.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often, and how fast, the other of two windows started together is asked.
const TRIES: u32 = 5;
const BETWEEN_TRIES: Duration = Duration::from_millis(400);
/// Longest question, in bytes: a secret and a path.
const LONGEST: u64 = 64 << 10;

/// What a window leaves for those who come after.
#[derive(Serialize, Deserialize)]
struct Card {
    port: u16,
    secret: String,
}

/// What a newcomer asks: come forward if you have this workspace open, or whatever you have open.
#[derive(Serialize, Deserialize)]
struct Question {
    secret: String,
    workspace: Option<PathBuf>,
}

/// Asks the windows already open to come forward; true when one did.
pub fn brought_forward(config: &Path, workspace: Option<&Path>) -> bool {
    let Ok(cards) = fs::read_dir(folder(config)) else { return false };
    let ours = ours(config);
    cards.flatten().map(|card| card.path()).filter(|path| *path != ours).any(|path| {
        match ask(&path, workspace) {
            Ok(shown) => shown,
            Err(error) => {
                // Nobody is there any more. A window that is only slow keeps its card.
                if matches!(error.kind(), io::ErrorKind::ConnectionRefused | io::ErrorKind::InvalidData) {
                    let _ = fs::remove_file(path);
                }
                false
            }
        }
    })
}

/// From now on, newcomers can ask this window. Without it everything works but that.
pub fn listen(config: &Path, core: Arc<Core>, app: AppHandle) {
    let Ok((listener, card)) = settle(&ours(config)) else { return };
    let config = config.to_owned();
    thread::spawn(move || {
        if started_together(&config, &core) {
            core.close();
            return app.exit(0);
        }
        for stream in listener.incoming().flatten() {
            let _ = answer(stream, &card, |workspace| {
                let here = workspace.is_none_or(|wanted| is_open(&core, wanted));
                if here {
                    let front = app.clone();
                    let _ = app.run_on_main_thread(move || show(&front));
                }
                here
            });
        }
    });
}

/// Whether another window took the workspace between our question and our opening it, and has come forward since:
/// someone clicked twice. It may still be starting, so it is asked for some seconds.
fn started_together(config: &Path, core: &Core) -> bool {
    let problem = core.call("get_session", json!({})).map(|session| session["problem"].clone());
    let Ok(problem) = problem else { return false };
    let Some(path) = problem["path"].as_str().filter(|_| problem["code"] == "workspace_in_use") else {
        return false;
    };
    (0..TRIES).any(|_| {
        thread::sleep(BETWEEN_TRIES);
        brought_forward(config, Some(Path::new(path)))
    })
}

/// Takes this window's file away.
pub fn leave(config: &Path) {
    let _ = fs::remove_file(ours(config));
}

fn folder(config: &Path) -> PathBuf {
    config.join("windows")
}

/// This window's own file.
fn ours(config: &Path) -> PathBuf {
    folder(config).join(format!("{}.json", std::process::id()))
}

fn settle(path: &Path) -> io::Result<(TcpListener, Card)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let mut secret = [0u8; 32];
    getrandom::fill(&mut secret).map_err(io::Error::other)?;
    let secret = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    let card = Card { port: listener.local_addr()?.port(), secret };
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    // A card of the same process number can only be one left behind.
    let _ = fs::remove_file(path);
    private(path)?.write_all(&serde_json::to_vec(&card)?)?;
    Ok((listener, card))
}

/// A new file that only this account can read.
fn private(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn ask(card: &Path, workspace: Option<&Path>) -> io::Result<bool> {
    let card: Card = serde_json::from_slice(&fs::read(card)?).map_err(|_| io::ErrorKind::InvalidData)?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, card.port));
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let question = Question { secret: card.secret, workspace: workspace.map(Path::to_owned) };
    writeln!(stream, "{}", serde_json::to_string(&question)?)?;
    let mut reply = String::new();
    BufReader::new(stream.take(LONGEST)).read_line(&mut reply)?;
    Ok(reply.trim_end() == "shown")
}

fn answer(mut stream: TcpStream, card: &Card, come: impl Fn(Option<&Path>) -> bool) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut line = String::new();
    BufReader::new((&stream).take(LONGEST)).read_line(&mut line)?;
    let question: Question = serde_json::from_str(&line)?;
    let known = constant_time_eq(question.secret.as_bytes(), card.secret.as_bytes());
    let shown = known && come(question.workspace.as_deref());
    writeln!(stream, "{}", if shown { "shown" } else { "elsewhere" })
}

/// Whether the window has this very file open, whatever the path by which it was named.
fn is_open(core: &Core, wanted: &Path) -> bool {
    let Ok(session) = core.call("get_session", json!({})) else { return false };
    session["workspace"]["path"].as_str().is_some_and(|open| place(Path::new(open)) == place(wanted))
}

/// The one name of a file among all its names. It is compared and forgotten, so its form on Windows does not matter.
#[allow(clippy::disallowed_methods)]
fn place(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand(config: &Path, open: &'static str) -> Card {
        let (listener, card) = settle(&folder(config).join("other.json")).unwrap();
        let kept = Card { port: card.port, secret: card.secret.clone() };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let _ = answer(stream, &card, |wanted| wanted.is_none_or(|wanted| wanted == Path::new(open)));
            }
        });
        kept
    }

    #[test]
    fn a_newcomer_finds_the_window_that_has_its_workspace() {
        let home = tempfile::tempdir().unwrap();
        assert!(!brought_forward(home.path(), None), "nobody is there at first");
        stand(home.path(), "/a.qlibre");
        assert!(brought_forward(home.path(), None), "without a wish, any window will do");
        assert!(brought_forward(home.path(), Some(Path::new("/a.qlibre"))));
        assert!(
            !brought_forward(home.path(), Some(Path::new("/b.qlibre"))),
            "another workspace has its own window"
        );
    }

    #[test]
    fn a_card_without_its_window_goes_away() {
        let home = tempfile::tempdir().unwrap();
        let folder = folder(home.path());
        fs::create_dir_all(&folder).unwrap();
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        fs::write(folder.join("1.json"), json!({ "port": free, "secret": "x" }).to_string()).unwrap();
        fs::write(folder.join("2.json"), "half a ca").unwrap();
        assert!(!brought_forward(home.path(), None));
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "what a killed window left is cleared");
    }

    #[test]
    fn who_does_not_know_the_secret_moves_nothing() {
        let home = tempfile::tempdir().unwrap();
        let card = stand(home.path(), "/a.qlibre");
        let forged = home.path().join("forged.json");
        fs::write(&forged, json!({ "port": card.port, "secret": "guessed" }).to_string()).unwrap();
        assert!(!ask(&forged, None).unwrap());
    }
}
