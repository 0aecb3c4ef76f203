//! `serve`: the whole interface in a browser of this machine, until Ctrl+C.

use std::process::ExitCode;
use std::sync::Arc;

use ql_api::{ApiError, App, ErrorCode, Role};
use ql_room::{Options, ServeError, Server};
use serde_json::json;

use super::asked_to_stop;
use super::voice::{Failure, Voice};
use crate::args::ServeRole;
use crate::page::Page;

/// Serves until the system asks to stop.
pub fn run(app: &App, voice: &Voice, port: u16, role: ServeRole) -> Result<ExitCode, Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| voice.broken(&error))?;
    runtime.block_on(async {
        let role = match role {
            ServeRole::Desk => Role::Desk,
            ServeRole::Trainer => Role::Trainer,
        };
        let options = Options { port, role, files: Arc::new(Page::new()) };
        let server =
            ql_room::serve(Arc::new(app.clone()), options).await.map_err(|error| refused(voice, &error))?;
        let told = announce(voice, &server);
        if told.is_ok() {
            asked_to_stop().await;
        }
        server.stop().await;
        told.map(|()| ExitCode::SUCCESS)
    })
}

fn announce(voice: &Voice, server: &Server) -> Result<(), Failure> {
    let (address, url) = (server.address().to_string(), server.url());
    voice.reply(&json!({ "address": address, "token": server.token(), "url": url }), || {
        voice.text("cli-serve-open", &[]) + "\n\n  " + &url + "\n\n" + &voice.text("cli-serve-stop", &[])
    })
}

fn refused(voice: &Voice, error: &ServeError) -> ApiError {
    match error {
        ServeError::Listen { port, source } => {
            let values = [("port", &*port.to_string()), ("problem", &*source.to_string())];
            voice.refusal("cli-serve-port", "cli-serve-port-hint", &values)
        }
        ServeError::Token(_) => {
            ApiError { code: ErrorCode::Internal, message: error.to_string(), hint: String::new() }
        }
    }
}
