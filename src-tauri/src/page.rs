//! The interface's files, which Tauri put into the program. They can be read without starting anything of Tauri.

use std::borrow::Cow;

use ql_room::{Asset, Files};
use tauri::utils::assets::AssetKey;
use tauri::{Context, Wry};

/// Tauri's build marks scripts for a nonce that it gives at each load; our own server relies on `'self'` alone.
const NONCES: [&str; 2] = [" nonce=\"__TAURI_SCRIPT_NONCE__\"", " nonce=\"__TAURI_STYLE_NONCE__\""];

/// Everything that was put into the program: settings, permissions, icons, the interface. The code is written by
/// Tauri's build, in its own manner.
#[allow(clippy::unwrap_used, clippy::print_stderr, clippy::disallowed_methods)]
pub fn context() -> Context<Wry> {
    tauri::tauri_build_context!()
}

/// The interface's files for `serve`.
pub struct Page(Context<Wry>);

impl Page {
    pub fn new() -> Self {
        Self(context())
    }
}

impl Files for Page {
    fn get(&self, path: &str) -> Option<Asset> {
        let body = self.0.assets().get(&AssetKey::from(path))?.into_owned();
        if !path.ends_with(".html") {
            return Some(Asset { body: Cow::Owned(body) });
        }
        let mut text = String::from_utf8(body).ok()?;
        for nonce in NONCES {
            text = text.replace(nonce, "");
        }
        Some(Asset { body: Cow::Owned(text.into_bytes()) })
    }
}
