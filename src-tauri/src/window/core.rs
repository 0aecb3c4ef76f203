//! The core behind the window: started beside it, waited for by the first call.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use ql_api::{Access, ApiError, App, Home, Language, Listener, Role, Start};
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter};

use super::MAIN;
use super::dialogs::NativeDialogs;

/// Who sits at the window. What needs more, the api says.
pub const ROLE: Role = Role::Desk;

/// The core, there or on its way.
pub struct Core {
    started: OnceLock<Result<App, ApiError>>,
    window: OnceLock<AppHandle>,
    dialogs: Arc<NativeDialogs>,
    listener: Mutex<Option<Listener>>,
}

impl Core {
    /// Begins to open the workspace and returns at once.
    pub fn start(home: Home, workspace: Option<PathBuf>, language: Option<Language>) -> Arc<Self> {
        let core = Arc::new(Self {
            started: OnceLock::new(),
            window: OnceLock::new(),
            dialogs: Arc::default(),
            listener: Mutex::default(),
        });
        let starting = core.clone();
        thread::spawn(move || {
            let dialogs = Some(starting.dialogs.clone() as Arc<dyn ql_api::Dialogs>);
            let app = App::start(Start {
                home,
                workspace,
                language,
                dialogs,
                access: Access::Window,
                create: true,
            });
            if let Ok(app) = &app {
                let (told, speaking) = (starting.clone(), app.clone());
                starting.dialogs.speak(move || speaking.call(ROLE, "get_session", json!({})).ok());
                let listener = app.listen(move |event| {
                    if let Some(window) = told.window.get() {
                        // A window that is closing hears nothing, and needs nothing.
                        let _ = window.emit_to(MAIN, "ql-event", event);
                    }
                });
                *starting.listener.lock().unwrap_or_else(PoisonError::into_inner) = Some(listener);
            }
            let _ = starting.started.set(app);
        });
        core
    }

    /// The window is there: events and dialogs go to it.
    pub fn attach(&self, window: AppHandle) {
        self.dialogs.attach(window.clone());
        let _ = self.window.set(window);
    }

    /// The core, once it has started. Blocks until then.
    pub fn app(&self) -> Result<&App, ApiError> {
        self.started.wait().as_ref().map_err(Clone::clone)
    }

    /// One api command, on the calling thread.
    pub fn call(&self, name: &str, request: Value) -> Result<Value, ApiError> {
        self.app()?.call(ROLE, name, request)
    }

    /// Seals the register if it is open.
    pub fn seal(&self) {
        if let Ok(app) = self.app() {
            app.seal();
        }
    }

    /// Writes what is left and releases the workspace. A second time does nothing.
    pub fn close(&self) {
        if let Some(listener) = self.listener.lock().unwrap_or_else(PoisonError::into_inner).take() {
            drop(listener);
            if let Ok(app) = self.app() {
                app.close();
            }
        }
    }
}
