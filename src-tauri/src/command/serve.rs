//! `serve`: the whole interface in a browser of this machine, until Ctrl+C.

use std::ops::Range;
use std::process::ExitCode;
use std::sync::Arc;

use ql_api::{ApiError, App, ErrorCode, Role};
use ql_room::{Options, ServeError, Server};
use serde_json::{Value, json};

use super::voice::{Failure, Voice};
use super::{ROLE, asked_to_stop};
use crate::args::ServeRole;
use crate::page::Page;

/// Serves until the system asks to stop.
pub fn run(app: &App, voice: &Voice, port: Option<u16>, role: ServeRole) -> Result<ExitCode, Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| voice.broken(&error))?;
    runtime.block_on(async {
        let role = match role {
            ServeRole::Desk => Role::Desk,
            ServeRole::Trainer => Role::Trainer,
        };
        let listen = |port| {
            let options = Options { port, role, files: Arc::new(Page::new()) };
            ql_room::serve(Arc::new(app.clone()), options)
        };
        let server = match (port, listen(port.unwrap_or_else(|| usual(app))).await) {
            // Someone else has it: any other will do.
            (None, Err(ServeError::Listen { .. })) => listen(0).await,
            (_, answer) => answer,
        };
        let server = server.map_err(|error| refused(voice, &error))?;
        let told = announce(voice, &server);
        if told.is_ok() {
            asked_to_stop().await;
        }
        server.stop().await;
        told.map(|()| ExitCode::SUCCESS)
    })
}

/// Where no well-known program listens.
const OWN: Range<u16> = 47_100..48_100;

/// The port of a workspace, so that its address is the same tomorrow: what a page keeps for itself (who draws, strokes that could not
/// leave before the program stopped) belongs to its address.
fn usual(app: &App) -> u16 {
    let session = app.call(ROLE, "get_session", json!({})).unwrap_or_default();
    let path =
        [&session["workspace"]["path"], &session["problem"]["path"]].into_iter().find_map(Value::as_str);
    // FNV-1a: the same sum of the same path, in every version.
    let sum = path
        .unwrap_or_default()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    OWN.start + u16::try_from(sum % u64::from(OWN.end - OWN.start)).unwrap_or(0)
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
