//! How the page reaches the core: `rpc` for the commands, `upload` for a picture's raw bytes, `ready_to_close` for the
//! farewell, and the scheme `qlibre` for thumbnails, pictures and ink.
//!
//! Commands run one after the other in the order the page sent them, as over the socket: a stroke, then its erasure.
//! This is why they are taken from Tauri's hands here rather than by its attribute, which starts each on its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::thread;

use ql_api::{ApiError, ErrorCode};
use serde_json::Value;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::ipc::{Invoke, InvokeBody, InvokeResolver};
use tauri::{UriSchemeContext, UriSchemeResponder, Wry, async_runtime};
use tokio::sync::Semaphore;

use super::MAIN;
use super::core::{Core, ROLE};
use super::farewell::Farewell;

/// Requests for bytes that are worked on at the same time. A grid asks for hundreds at once.
const BYTES_AT_ONCE: usize = 4;

/// The page's own origin, which alone may read bytes by `fetch`.
const ORIGIN: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

type Job = Box<dyn FnOnce() + Send>;

/// The way from the page to the core.
pub struct Link {
    core: Arc<Core>,
    ordered: mpsc::Sender<Job>,
    bytes: Arc<Semaphore>,
}

impl Link {
    pub fn new(core: Arc<Core>) -> Self {
        let (ordered, jobs) = mpsc::channel::<Job>();
        thread::spawn(move || jobs.into_iter().for_each(|job| job()));
        Self { core, ordered, bytes: Arc::new(Semaphore::new(BYTES_AT_ONCE)) }
    }

    /// Runs `job` after everything the page has sent so far.
    pub fn after_all(&self, job: impl FnOnce() + Send + 'static) {
        // The thread ends only with the last sender, which is this one.
        let _ = self.ordered.send(Box::new(job));
    }

    fn rpc(&self, body: &InvokeBody, resolver: InvokeResolver<Wry>) {
        let asked = match body {
            InvokeBody::Json(Value::Object(fields)) => {
                fields.get("name").and_then(Value::as_str).map(|name| {
                    let request =
                        fields.get("request").cloned().unwrap_or_else(|| Value::Object(Default::default()));
                    (name.to_owned(), request)
                })
            }
            _ => None,
        };
        let Some((name, request)) = asked else {
            return resolver.reject(misunderstood("rpc expects a name and a request"));
        };
        let core = self.core.clone();
        let beside = ql_room::runs_beside(&name);
        let job = move || answer(resolver, unbroken(|| core.call(&name, request)));
        if beside {
            async_runtime::spawn_blocking(job);
        } else {
            self.after_all(job);
        }
    }

    fn upload(&self, body: &InvokeBody, resolver: InvokeResolver<Wry>) {
        let InvokeBody::Raw(picture) = body else {
            return resolver.reject(misunderstood("upload expects raw bytes"));
        };
        let (core, picture) = (self.core.clone(), picture.clone());
        async_runtime::spawn_blocking(move || {
            answer(resolver, core.app().and_then(|app| app.upload(ROLE, picture)));
        });
    }
}

/// Tauri's entrance: our three commands, no other. Which of them the page may use is in `capabilities/`.
pub fn handler(
    link: Arc<Link>,
    farewell: Arc<Farewell>,
) -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    move |Invoke { message, resolver, .. }| {
        match message.command() {
            "rpc" => link.rpc(message.payload(), resolver),
            "upload" => link.upload(message.payload(), resolver),
            "ready_to_close" => {
                resolver.resolve(());
                farewell.finish();
            }
            _ => return false,
        }
        true
    }
}

/// The scheme `qlibre`: `thumb/…`, `media/…`, `ink/…`.
pub fn bytes(
    link: Arc<Link>,
) -> impl Fn(UriSchemeContext<'_, Wry>, Request<Vec<u8>>, UriSchemeResponder) + Send + Sync + 'static {
    move |context, request, responder| {
        if context.webview_label() != MAIN {
            return responder.respond(response(StatusCode::FORBIDDEN, "text/plain", "no-store", Vec::new()));
        }
        let path = request.uri().path().trim_start_matches('/').to_owned();
        let (core, turns) = (link.core.clone(), link.bytes.clone());
        async_runtime::spawn(async move {
            let Ok(turn) = turns.acquire_owned().await else { return };
            async_runtime::spawn_blocking(move || {
                let _turn = turn;
                responder.respond(fetched(core.app().and_then(|app| app.bytes(ROLE, &path))));
            });
        });
    }
}

fn fetched(result: Result<ql_api::Bytes, ApiError>) -> Response<Vec<u8>> {
    match result {
        Ok(bytes) => {
            let cache = if bytes.immutable { "private, max-age=31536000, immutable" } else { "no-store" };
            response(StatusCode::OK, bytes.mime, cache, bytes.body)
        }
        Err(error) => {
            let status = match error.code {
                ErrorCode::NotFound | ErrorCode::FileMissing => StatusCode::NOT_FOUND,
                ErrorCode::Forbidden => StatusCode::FORBIDDEN,
                ErrorCode::InvalidRequest => StatusCode::BAD_REQUEST,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            };
            let body = serde_json::to_vec(&error).unwrap_or_default();
            response(status, "application/json", "no-store", body)
        }
    }
}

fn response(status: StatusCode, mime: &str, cache: &str, body: Vec<u8>) -> Response<Vec<u8>> {
    let builder = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, mime)
        .header(header::CACHE_CONTROL, cache)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, ORIGIN);
    builder.body(body).expect("a status and five texts of our own always make a response")
}

/// A command that panics is answered like any other that fails: those behind it must still be done.
fn unbroken(call: impl FnOnce() -> Result<Value, ApiError>) -> Result<Value, ApiError> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| {
        let message = "the command broke off".to_owned();
        Err(ApiError { code: ErrorCode::Internal, message, hint: String::new() })
    })
}

fn answer(resolver: InvokeResolver<Wry>, result: Result<Value, ApiError>) {
    match result {
        Ok(value) => resolver.resolve(value),
        Err(error) => resolver.reject(error),
    }
}

fn misunderstood(message: &str) -> ApiError {
    ApiError { code: ErrorCode::InvalidRequest, message: message.to_owned(), hint: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_breaks_off_is_answered() {
        let answer = unbroken(|| panic!("on purpose"));
        assert_eq!(answer.expect_err("a panic is a failure").code, ErrorCode::Internal);
        assert_eq!(unbroken(|| Ok(Value::Null)).expect("a reply passes"), Value::Null);
    }
}
