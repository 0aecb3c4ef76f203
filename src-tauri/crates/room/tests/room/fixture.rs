//! A core that does what it is told, a running server, and a client that speaks the protocol.

use std::borrow::Cow;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use ql_api::{ApiError, Bytes, ErrorCode, Role};
use ql_room::{Asset, EventHandler, Files, Listening, Options, Server, Target, serve};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// Answers `echo`, `change` (one event), `flood` (many), `slow`, `panic`, and remembers what ran, in order.
#[derive(Default)]
pub struct Core {
    pub ran: Arc<Mutex<Vec<Value>>>,
    handler: Arc<Mutex<Option<EventHandler>>>,
}

impl Core {
    fn emit(&self, event: &Value) {
        if let Some(handler) = &*self.handler.lock().unwrap() {
            handler(&event.to_string());
        }
    }
}

impl Target for Core {
    fn call(&self, role: Role, name: &str, request: Value) -> Result<Value, ApiError> {
        match name {
            "echo" => {}
            "change" => self.emit(&json!({ "type": "session" })),
            "flood" => {
                let padding = "x".repeat(request["size"].as_u64().unwrap() as usize);
                for _ in 0..request["events"].as_u64().unwrap() {
                    self.emit(&json!({ "type": "changes", "padding": padding }));
                }
            }
            // It runs until someone ends it.
            "export_film" => {
                while !self.ran.lock().unwrap().contains(&json!({ "job": request["job"] })) {
                    std::thread::sleep(Duration::from_millis(5));
                }
                return Ok(json!({}));
            }
            "import_people" => {
                while !self.ran.lock().unwrap().contains(&json!({ "stop": true })) {
                    std::thread::sleep(Duration::from_millis(5));
                }
                return Err(refusal(ErrorCode::Cancelled));
            }
            "cancel_export" | "cancel_import" => {}
            "slow" | "backup" => std::thread::sleep(Duration::from_millis(request["ms"].as_u64().unwrap())),
            "role" => return Ok(json!(format!("{role:?}"))),
            "panic" => panic!("on purpose"),
            _ => return Err(refusal(ErrorCode::UnknownCommand)),
        }
        self.ran.lock().unwrap().push(request.clone());
        Ok(request)
    }

    fn bytes(&self, _role: Role, path: &str) -> Result<Bytes, ApiError> {
        match path {
            "ink/known" => {
                Ok(Bytes { mime: "application/octet-stream", body: vec![7, 8, 9], immutable: false })
            }
            _ => Err(refusal(ErrorCode::NotFound)),
        }
    }

    fn upload(&self, _role: Role, body: Vec<u8>) -> Result<Value, ApiError> {
        Ok(json!({ "size": body.len() }))
    }

    fn listen(&self, handler: EventHandler) -> Listening {
        *self.handler.lock().unwrap() = Some(handler);
        Box::new(Stop(self.handler.clone()))
    }
}

/// Stops listening when dropped.
struct Stop(Arc<Mutex<Option<EventHandler>>>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.lock().unwrap().take();
    }
}

fn refusal(code: ErrorCode) -> ApiError {
    ApiError { code, message: "refused".to_owned(), hint: "do otherwise".to_owned() }
}

/// Two files, one of them with a hash in its name.
pub struct TwoFiles;

impl Files for TwoFiles {
    fn get(&self, path: &str) -> Option<Asset> {
        match path {
            "index.html" => Some(Asset { body: Cow::Borrowed(b"<!doctype html>") }),
            "assets/index-1a2b.js" => Some(Asset { body: Cow::Borrowed(b"export {}") }),
            _ => None,
        }
    }
}

/// A server on a free port, and the core behind it.
pub struct House {
    pub server: Server,
    pub core: Arc<Core>,
}

pub async fn house() -> House {
    let core = Arc::new(Core::default());
    let options = Options { port: 0, role: Role::Desk, files: Arc::new(TwoFiles) };
    let server = serve(core.clone(), options).await.unwrap();
    House { server, core }
}

impl House {
    pub fn host(&self) -> String {
        self.server.address().to_string()
    }

    /// A socket opened as a browser would, before its first frame.
    pub async fn socket(&self) -> Client {
        let origin = format!("http://{}", self.host());
        Client(self.dial(&self.host(), Some(&origin)).await.expect("our own page may open the socket"))
    }

    /// A client that has shown its token.
    pub async fn client(&self) -> Client {
        let mut client = self.socket().await;
        client.send(json!({ "hello": self.server.token() })).await;
        assert_eq!(client.json().await, json!({ "welcome": true }));
        client
    }

    /// Opens the socket with a chosen host and origin.
    pub async fn dial(
        &self,
        host: &str,
        origin: Option<&str>,
    ) -> Result<WebSocketStream<MaybeTlsStream<TcpStream>>, tungstenite::Error> {
        let mut request = format!("ws://{}/socket", self.host()).into_client_request().unwrap();
        request.headers_mut().insert("host", host.parse().unwrap());
        if let Some(origin) = origin {
            request.headers_mut().insert("origin", origin.parse().unwrap());
        }
        connect_async(request).await.map(|(socket, _)| socket)
    }

    /// The whole answer to a plain request, as text.
    pub async fn http(&self, method: &str, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(self.server.address()).await.unwrap();
        let request = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer.to_lowercase()
    }
}

/// One end of a socket.
pub struct Client(pub WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Client {
    pub async fn send(&mut self, frame: Value) {
        self.raw(Message::text(frame.to_string())).await;
    }

    pub async fn raw(&mut self, message: Message) {
        self.0.send(message).await.unwrap();
    }

    /// The next message, which must come within ten seconds; `None` when the stream ended without a close frame.
    pub async fn next(&mut self) -> Option<Message> {
        let next = tokio::time::timeout(Duration::from_secs(10), self.0.next()).await;
        next.expect("the server answers or closes, it never leaves a client waiting").and_then(Result::ok)
    }

    pub async fn json(&mut self) -> Value {
        match self.next().await {
            Some(Message::Text(text)) => serde_json::from_str(&text).unwrap(),
            other => panic!("a text frame was expected, not {other:?}"),
        }
    }

    /// The code with which the server closes, whatever it still had to say before.
    pub async fn closed(&mut self) -> Option<u16> {
        loop {
            match self.next().await {
                Some(Message::Close(frame)) => return frame.map(|frame| frame.code.into()),
                Some(_) => {}
                None => return None,
            }
        }
    }
}
