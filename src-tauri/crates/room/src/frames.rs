//! The frames of the socket: what a client may say, and the exact bytes of each answer.

use axum::extract::ws::Utf8Bytes;
use ql_api::{ApiError, ErrorCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Longest text frame, in bytes. A stroke of 100,000 points is about 700 KiB of base64.
pub const LONGEST_TEXT: usize = 2 << 20;

/// Longest picture, in bytes.
pub const LONGEST_UPLOAD: usize = 40 << 20;

/// Beyond this the frame is not even read: the connection is closed. Between it and [`LONGEST_UPLOAD`] the answer is
/// an error, because "this picture is too large" is something a person can act upon and a lost connection is not.
pub(crate) const LONGEST_FRAME: usize = 64 << 20;

/// What a client asks.
#[derive(Debug)]
pub(crate) enum Asked {
    Call {
        id: u32,
        name: String,
        with: Value,
    },
    Bytes {
        id: u32,
        path: String,
    },
    Upload {
        id: u32,
        body: Vec<u8>,
    },
    /// Understood well enough to be answered, but refused.
    Refused {
        id: u32,
        error: ApiError,
    },
}

#[derive(Deserialize)]
struct Numbered {
    id: u32,
    call: Option<String>,
    with: Option<Value>,
    bytes: Option<String>,
}

#[derive(Deserialize)]
struct Hello {
    hello: String,
}

/// The token of a first frame.
pub(crate) fn hello(text: &str) -> Option<String> {
    serde_json::from_str::<Hello>(text).ok().map(|hello| hello.hello)
}

/// Reads a text frame; `None` when it is not even a numbered object, which no client of ours sends.
pub(crate) fn text(text: &str) -> Option<Asked> {
    let frame: Numbered = serde_json::from_str(text).ok()?;
    let id = frame.id;
    Some(match (frame.call, frame.bytes) {
        (Some(name), None) => {
            Asked::Call { id, name, with: frame.with.unwrap_or_else(|| Value::Object(Default::default())) }
        }
        (None, Some(path)) => Asked::Bytes { id, path },
        _ => {
            Asked::Refused { id, error: error(ErrorCode::InvalidRequest, "one of call or bytes is expected") }
        }
    })
}

/// Reads a binary frame; `None` when it has no number.
pub(crate) fn binary(frame: &[u8]) -> Option<Asked> {
    let (number, body) = frame.split_first_chunk::<4>()?;
    let id = u32::from_le_bytes(*number);
    if body.len() > LONGEST_UPLOAD {
        return Some(Asked::Refused {
            id,
            error: error(ErrorCode::PictureTooLarge, "the picture is larger than 40 MiB"),
        });
    }
    Some(Asked::Upload { id, body: body.to_vec() })
}

/// The text frame that answers call `id`.
pub(crate) fn answer(id: u32, result: Result<Value, ApiError>) -> Utf8Bytes {
    #[derive(Serialize)]
    struct Answer {
        id: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        ok: Option<Value>,
        #[serde(skip_serializing_if = "Option::is_none")]
        error: Option<ApiError>,
    }
    let answer = match result {
        Ok(value) => Answer { id, ok: Some(value), error: None },
        Err(error) => Answer { id, ok: None, error: Some(error) },
    };
    serde_json::to_string(&answer).expect("a JSON value and three texts always serialise").into()
}

/// The binary frame that answers a request for bytes.
pub(crate) fn bytes(id: u32, body: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(body.len() + 4);
    frame.extend_from_slice(&id.to_le_bytes());
    frame.extend_from_slice(body);
    frame
}

/// The frame that pushes an event, itself one JSON object.
pub(crate) fn event(event: &str) -> Utf8Bytes {
    format!("{{\"event\":{event}}}").into()
}

/// A frame that refuses the whole connection.
pub(crate) fn refusal(error: &ApiError) -> Utf8Bytes {
    serde_json::json!({ "error": error }).to_string().into()
}

/// An error of the server itself. The interface shows its own text for the code.
pub(crate) fn error(code: ErrorCode, message: &str) -> ApiError {
    ApiError { code, message: message.to_owned(), hint: String::new() }
}
