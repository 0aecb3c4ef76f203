//! The system's own file dialogs, and the seam by which tests answer in their place.

use std::env;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};

use ql_api::texts::Texts;
use ql_api::{Dialogs, Language, Purpose};
use rfd::{AsyncFileDialog, AsyncMessageDialog, MessageButtons, MessageDialogResult, MessageLevel};
use serde_json::Value;
use tauri::{AppHandle, Manager, async_runtime};

use super::{MAIN, viewer};

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
    /// Where the last paper or table went: the next one mostly goes to the same stick.
    folder: Mutex<Option<PathBuf>>,
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
        let (filter, endings): (&str, &[&str]) = match purpose {
            Purpose::OpenTable => ("dialog-filter-table", TABLES),
            Purpose::OpenPicture => ("dialog-filter-picture", PICTURES),
            _ => (filter, &[ending]),
        };
        let dialog = AsyncFileDialog::new().add_filter(text(filter), endings);
        let dialog = match purpose {
            Purpose::OpenWorkspace => dialog.set_title(text("dialog-open-workspace")),
            Purpose::OpenBackup => dialog.set_title(text("dialog-open-backup")),
            Purpose::OpenTable => dialog.set_title(text("dialog-open-table")),
            Purpose::OpenPicture => dialog.set_title(text("dialog-open-picture")),
            Purpose::NewWorkspace => dialog
                .set_title(text("dialog-new-workspace"))
                .set_file_name(named(&text("dialog-new-workspace-name"))),
            Purpose::SaveBackup => {
                let date = chrono::Local::now().format("%Y-%m-%d").to_string();
                let name = texts.text("dialog-save-backup-name", &[("date", &date)]);
                dialog.set_title(text("dialog-save-backup")).set_file_name(named(&name))
            }
            Purpose::SaveExport => {
                let dialog =
                    dialog.set_title(text("dialog-save-export")).set_file_name(name.unwrap_or_default());
                match self.folder().clone().filter(|folder| folder.is_dir()) {
                    Some(folder) => dialog.set_directory(folder),
                    None => dialog,
                }
            }
        };
        match app.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }

    fn folder(&self) -> std::sync::MutexGuard<'_, Option<PathBuf>> {
        self.folder.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a file that is there already may be replaced.
    fn may_replace(&self, path: &Path, app: &AppHandle) -> Option<bool> {
        let texts = self.texts();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let replace = texts.text("dialog-replace-yes", &[]);
        let buttons = MessageButtons::OkCancelCustom(replace.clone(), texts.text("dialog-replace-no", &[]));
        let dialog = AsyncMessageDialog::new()
            .set_level(MessageLevel::Warning)
            .set_title(texts.text("dialog-save-export", &[]))
            .set_description(texts.text("dialog-replace", &[("name", &name)]))
            .set_buttons(buttons);
        let dialog = match app.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        };
        let answer = shown(app, move || -> Answer<MessageDialogResult> { Box::pin(dialog.show()) })?;
        Some(matches!(answer, MessageDialogResult::Ok) || answer == MessageDialogResult::Custom(replace))
    }
}

/// Endings of lists of people that can be read.
const TABLES: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];
/// Endings of photos and scans.
const PICTURES: &[&str] = &["jpg", "jpeg", "png", "webp", "pdf"];

type Answer<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What a dialog answers that is made on the main thread, as every system wants; nothing when the program is closing.
fn shown<T: 'static>(app: &AppHandle, make: impl FnOnce() -> Answer<T> + Send + 'static) -> Option<T> {
    let (making, made) = mpsc::channel();
    app.run_on_main_thread(move || {
        // Nobody waits any more when the program is closing.
        let _ = making.send(make());
    })
    .ok()?;
    Some(async_runtime::block_on(made.recv().ok()?))
}

impl Dialogs for NativeDialogs {
    /// Blocks until the person has chosen, so it is called on a thread that may wait. The dialog never has a loop of its
    /// own, or the page would stop meanwhile.
    fn choose_path(&self, purpose: Purpose, name: Option<&str>) -> Option<PathBuf> {
        if let Some(answer) = rehearsed() {
            return answer;
        }
        let app = self.window.get()?;
        let saving = matches!(purpose, Purpose::NewWorkspace | Purpose::SaveBackup | Purpose::SaveExport);
        loop {
            let dialog = self.dialog(purpose, name, app);
            let choice = shown(app, move || -> Answer<Option<rfd::FileHandle>> {
                if saving { Box::pin(dialog.save_file()) } else { Box::pin(dialog.pick_file()) }
            })??;
            let typed = choice.path().to_owned();
            if !saving {
                return Some(typed);
            }
            let path = with_extension(typed.clone(), ending_of(purpose, name));
            // The dialog has asked about the name that was typed, and not about the one it becomes.
            let unasked = path != typed && path.exists();
            if purpose != Purpose::SaveExport || !unasked || self.may_replace(&path, app)? {
                if purpose == Purpose::SaveExport {
                    *self.folder() = path.parent().map(Path::to_owned);
                }
                return Some(path);
            }
        }
    }

    fn show_file(&self, path: &Path) -> bool {
        match rehearsed_viewer() {
            Some(program) => {
                let mut opener = Command::new(program);
                opener.arg(path);
                viewer::took([opener], viewer::PATIENCE)
            }
            None => viewer::show(path),
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
