//! What the server needs of the core: four functions. [`ql_api::App`] is the one that counts; tests bring slower ones.

use std::any::Any;

use ql_api::{ApiError, App, Bytes, Role};
use serde_json::Value;

/// Hears each event as one JSON object. Called on the thread that made the change, so it must never wait.
pub type EventHandler = Box<dyn Fn(&str) + Send + Sync>;

/// Events are heard until this is dropped.
pub type Listening = Box<dyn Any + Send + Sync>;

/// The core as the server sees it. Every function may block; the server calls them on threads meant for that.
pub trait Target: Send + Sync + 'static {
    /// One api command.
    fn call(&self, role: Role, name: &str, request: Value) -> Result<Value, ApiError>;
    /// Bytes beside the commands: `thumb/…`, `media/…`, `ink/…`.
    fn bytes(&self, role: Role, path: &str) -> Result<Bytes, ApiError>;
    /// A picture to check and keep.
    fn upload(&self, role: Role, body: Vec<u8>) -> Result<Value, ApiError>;
    /// Hands every event to `handler`, before the call that caused it returns.
    fn listen(&self, handler: EventHandler) -> Listening;
}

impl Target for App {
    fn call(&self, role: Role, name: &str, request: Value) -> Result<Value, ApiError> {
        App::call(self, role, name, request)
    }

    fn bytes(&self, role: Role, path: &str) -> Result<Bytes, ApiError> {
        App::bytes(self, role, path)
    }

    fn upload(&self, role: Role, body: Vec<u8>) -> Result<Value, ApiError> {
        App::upload(self, role, body)
    }

    fn listen(&self, handler: EventHandler) -> Listening {
        Box::new(App::listen(self, move |event| {
            let text =
                serde_json::to_string(event).expect("events are made of strings, numbers and lists only");
            handler(&text);
        }))
    }
}
