//! The system's own file dialogs, and the seam by which tests answer in their place.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{OnceLock, mpsc};

use ql_api::texts::Texts;
use ql_api::{Dialogs, Language, Purpose};
use rfd::AsyncFileDialog;
use serde_json::Value;
use tauri::{AppHandle, Manager, async_runtime};

use super::MAIN;

/// What a test answers instead of a person. Heard only in debug builds and under WebDriver, which cannot press a
/// button of a native dialog.
const ANSWER: &str = "QUARTIER_LIBRE_DIALOG_ANSWER";
/// The program that a test looks at files with, heard as the answer is.
const VIEWER: &str = "QUARTIER_LIBRE_VIEWER";
const EXTENSION: &str = "qlibre";

type Session = Box<dyn Fn() -> Option<Value> + Send + Sync>;

/// The dialogs of the window, once it is there.
#[derive(Default)]
pub struct NativeDialogs {
    window: OnceLock<AppHandle>,
    session: OnceLock<Session>,
}

impl NativeDialogs {
    /// The window over which dialogs open.
    pub fn attach(&self, window: AppHandle) {
        let _ = self.window.set(window);
    }

    /// Where the language of the moment can be asked.
    pub fn speak(&self, session: impl Fn() -> Option<Value> + Send + Sync + 'static) {
        let _ = self.session.set(Box::new(session));
    }

    fn texts(&self) -> Texts {
        let session = self.session.get().and_then(|session| session());
        let english = session.is_some_and(|session| session["settings"]["language"] == "en");
        Texts::new(if english { Language::En } else { Language::Fr })
    }

    fn dialog(&self, purpose: Purpose, name: Option<&str>, app: &AppHandle) -> AsyncFileDialog {
        let texts = self.texts();
        let text = |key: &str| texts.text(key, &[]);
        let ending = ending_of(purpose, name);
        let filter = match (purpose, ending) {
            (Purpose::SaveExport, "xlsx") => "dialog-filter-xlsx",
            (Purpose::SaveExport, "csv") => "dialog-filter-csv",
            (Purpose::SaveExport, _) => "dialog-filter-pdf",
            _ => "dialog-filter",
        };
        let dialog = AsyncFileDialog::new().add_filter(text(filter), &[ending]);
        let dialog = match purpose {
            Purpose::OpenWorkspace => dialog.set_title(text("dialog-open-workspace")),
            Purpose::OpenBackup => dialog.set_title(text("dialog-open-backup")),
            Purpose::NewWorkspace => dialog
                .set_title(text("dialog-new-workspace"))
                .set_file_name(named(&text("dialog-new-workspace-name"))),
            Purpose::SaveBackup => {
                let date = chrono::Local::now().format("%Y-%m-%d").to_string();
                let name = texts.text("dialog-save-backup-name", &[("date", &date)]);
                dialog.set_title(text("dialog-save-backup")).set_file_name(named(&name))
            }
            Purpose::SaveExport => {
                dialog.set_title(text("dialog-save-export")).set_file_name(name.unwrap_or_default())
            }
        };
        match app.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl Dialogs for NativeDialogs {
    /// Blocks until the person has chosen, so it is called on a thread that may wait. The dialog itself is made on the
    /// main thread, as every system wants, and never in a loop of its own, or the page would stop meanwhile.
    fn choose_path(&self, purpose: Purpose, name: Option<&str>) -> Option<PathBuf> {
        if let Some(answer) = rehearsed() {
            return answer;
        }
        let app = self.window.get()?;
        let dialog = self.dialog(purpose, name, app);
        let saving = matches!(purpose, Purpose::NewWorkspace | Purpose::SaveBackup | Purpose::SaveExport);
        let (choosing, chosen) = mpsc::channel();
        app.run_on_main_thread(move || {
            let choice: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> =
                if saving { Box::pin(dialog.save_file()) } else { Box::pin(dialog.pick_file()) };
            // Nobody waits any more when the program is closing.
            let _ = choosing.send(choice);
        })
        .ok()?;
        let path = async_runtime::block_on(chosen.recv().ok()?)?.path().to_owned();
        Some(if saving { with_extension(path, ending_of(purpose, name)) } else { path })
    }

    fn show_file(&self, path: &Path) -> bool {
        match rehearsed_viewer() {
            Some(viewer) => Command::new(viewer).arg(path).spawn().is_ok(),
            None => opener::open(path).is_ok(),
        }
    }
}

/// The answer of a test: a path, or nothing for a dialog that was closed.
fn rehearsed() -> Option<Option<PathBuf>> {
    let answer = env::var_os(ANSWER).filter(|_| is_rehearsal())?;
    Some((!answer.is_empty()).then(|| PathBuf::from(answer)))
}

fn rehearsed_viewer() -> Option<PathBuf> {
    env::var_os(VIEWER).filter(|_| is_rehearsal()).map(PathBuf::from)
}

fn is_rehearsal() -> bool {
    cfg!(debug_assertions) || env::var_os("TAURI_AUTOMATION").is_some_and(|value| value == "true")
}

fn named(name: &str) -> String {
    format!("{name}.{EXTENSION}")
}

/// The ending of the files of a dialog: ours, or that of the name that is offered.
fn ending_of(purpose: Purpose, name: Option<&str>) -> &str {
    let offered = name.and_then(|name| Path::new(name).extension()?.to_str());
    if purpose == Purpose::SaveExport { offered.unwrap_or("pdf") } else { EXTENSION }
}

/// GTK gives the name as it was typed; without its ending no program would know the file again.
fn with_extension(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_dots_and_gets_our_ending() {
        assert_eq!(with_extension("a/été 2.5".into(), EXTENSION), PathBuf::from("a/été 2.5.qlibre"));
        assert_eq!(with_extension("a.QLIBRE".into(), EXTENSION), PathBuf::from("a.QLIBRE"));
        let ending = ending_of(Purpose::SaveExport, Some("Le film, découpage.xlsx"));
        assert_eq!(with_extension("a.pdf".into(), ending), PathBuf::from("a.pdf.xlsx"));
    }
}
