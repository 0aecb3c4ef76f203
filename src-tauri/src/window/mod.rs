//! The one window. It owns how the page reaches the core and how the program starts and stops around it; it refuses
//! every other page, every other window, and to close before the last stroke is kept.

mod core;
mod dialogs;
mod farewell;
mod link;
mod neighbour;
#[cfg(target_os = "linux")]
mod sleep;
mod viewer;

use std::process::ExitCode;
use std::sync::Arc;

use ql_api::texts::Texts;
use ql_api::{ApiError, ErrorCode, Language};
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, RunEvent, WebviewWindowBuilder, WindowEvent};

use self::core::Core;
use self::farewell::Farewell;
use self::link::Link;
use crate::args::Global;
use crate::{command, page, place};

/// The window's label, as in `tauri.conf.json` and in `capabilities/`.
const MAIN: &str = "main";

/// Opens the window, or brings forward the one that is open already. Returns when it is closed.
pub fn open(global: &Global) -> ExitCode {
    if !has_display() {
        return command::tell(global, &refusal(global, "cli-no-display", "cli-no-display-hint", ""));
    }
    let home = place::home();
    let workspace = place::workspace(global);
    if neighbour::brought_forward(&home.config, workspace.as_deref()) {
        return ExitCode::SUCCESS;
    }
    let config = home.config.clone();
    // The workspace is opened while the window is being made: both take their time.
    let core = Core::start(home, workspace, place::language(global));
    #[cfg(target_os = "linux")]
    sleep::before({
        let core = core.clone();
        move || core.seal()
    });
    let link = Arc::new(Link::new(core.clone()));
    let farewell = Arc::new(Farewell::new(core.clone(), link.clone()));
    let there = config.clone();
    let built = tauri::Builder::default()
        .invoke_handler(link::handler(link.clone(), farewell.clone()))
        .register_asynchronous_uri_scheme_protocol("qlibre", link::bytes(link))
        .setup({
            let (core, farewell) = (core.clone(), farewell.clone());
            move |app| {
                let handle = app.handle().clone();
                make(&handle)?;
                core.attach(handle.clone());
                neighbour::listen(&there, core, handle.clone());
                tauri::async_runtime::spawn(async move {
                    command::asked_to_stop().await;
                    farewell.begin(&handle);
                });
                Ok(())
            }
        })
        .build(page::context());
    match built {
        Ok(app) => {
            let code = app.run_return(move |handle, event| attend(handle, &event, &farewell));
            neighbour::leave(&config);
            // Whatever ended the loop, the workspace is closed properly; a second time does nothing.
            core.close();
            ExitCode::from(u8::try_from(code).unwrap_or(1))
        }
        Err(error) => {
            core.close();
            let error = error.to_string();
            command::tell(global, &refusal(global, "cli-window-failed", "cli-window-failed-hint", &error))
        }
    }
}

fn make(app: &AppHandle) -> tauri::Result<()> {
    let config = app.config().app.windows.iter().find(|window| window.label == MAIN);
    let config = config.expect("tauri.conf.json describes the main window");
    let mut window = WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    if let Some(folder) = place::web_view() {
        window = window.data_directory(folder);
    }
    window.build().map(drop)
}

/// Whether an address is the program's own page. Tauri serves it under its own scheme, or a name that no network has.
fn ours(address: &tauri::Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && address.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

fn attend(app: &AppHandle, event: &RunEvent, farewell: &Arc<Farewell>) {
    match event {
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } if !farewell.said() => {
            api.prevent_close();
            farewell.begin(app);
        }
        // The menu of macOS quits without closing the window first.
        RunEvent::ExitRequested { api, .. } if !farewell.said() => {
            api.prevent_exit();
            farewell.begin(app);
        }
        _ => {}
    }
}

/// Brings the window before the others.
fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window manager may refuse each of these; the window is there all the same.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Only Linux can be without a screen: GTK would end the program there, and say nothing useful.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn refusal(global: &Global, message: &str, hint: &str, problem: &str) -> ApiError {
    let texts = Texts::new(place::language(global).unwrap_or(Language::Fr));
    let values = [("problem", problem)];
    ApiError {
        code: ErrorCode::Internal,
        message: texts.text(message, &values),
        hint: texts.text(hint, &values),
    }
}
