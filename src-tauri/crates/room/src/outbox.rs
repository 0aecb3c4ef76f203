//! What waits to be written to one client.
//!
//! Answers wait for room: their number is bounded because no more calls are read meanwhile. Events never wait, they
//! come from the thread that made the change: a client that has no room left for one is cut off, and told to come
//! back and reload rather than to go on with a hole in what it knows.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use futures_util::SinkExt;
use futures_util::stream::SplitSink;
use tokio::sync::{Notify, mpsc};

/// Codes with which the server closes the socket.
pub mod close {
    /// The server stops.
    pub const STOPPED: u16 = 1001;
    /// A text frame was longer than [`crate::LONGEST_TEXT`].
    pub const TOO_LONG: u16 = 1009;
    /// A frame was not understood.
    pub const GARBAGE: u16 = 4000;
    /// The first frame did not bring the right token, or came too late.
    pub const TOKEN: u16 = 4001;
    /// The client reads too slowly and missed events: it should come back and reload.
    pub const SLOW: u16 = 4008;
}

const MOST_FRAMES: usize = 1024;
const MOST_BYTES: usize = 32 << 20;
/// How long one frame may take to leave before the client counts as gone.
const WRITE_LIMIT: Duration = Duration::from_secs(30);
/// How long the farewell may take: a client that does not read will not see it.
const CLOSE_LIMIT: Duration = Duration::from_secs(5);

/// The reason for which a connection is ended early.
#[derive(Default)]
struct Ending {
    code: OnceLock<u16>,
    wake: Notify,
}

/// The sending side, shared by the calls of one client and by the server's events.
pub(crate) struct Outbox {
    frames: mpsc::Sender<Message>,
    queued: Arc<AtomicUsize>,
    ending: Arc<Ending>,
}

/// The side that writes to the socket.
pub(crate) struct Writer {
    frames: mpsc::Receiver<Message>,
    queued: Arc<AtomicUsize>,
    ending: Arc<Ending>,
}

impl Outbox {
    pub(crate) fn new() -> (Arc<Self>, Writer) {
        let (sender, receiver) = mpsc::channel(MOST_FRAMES);
        let queued = Arc::new(AtomicUsize::new(0));
        let ending = Arc::new(Ending::default());
        let outbox = Self { frames: sender, queued: queued.clone(), ending: ending.clone() };
        (Arc::new(outbox), Writer { frames: receiver, queued, ending })
    }

    /// Queues an answer, waiting for room. Says nothing when the client has gone: its edit is kept all the same.
    pub(crate) async fn answer(&self, message: Message) {
        self.queued.fetch_add(length(&message), Ordering::Relaxed);
        let _ = self.frames.send(message).await;
    }

    /// Queues an event at once, or cuts the client off.
    pub(crate) fn tell(&self, event: Utf8Bytes) {
        let length = event.len();
        let before = self.queued.fetch_add(length, Ordering::Relaxed);
        if before + length > MOST_BYTES || self.frames.try_send(Message::Text(event)).is_err() {
            self.end(close::SLOW);
        }
    }

    /// Ends the connection with `code`, without writing what still waits. The first reason given stands.
    pub(crate) fn end(&self, code: u16) {
        let _ = self.ending.code.set(code);
        self.ending.wake.notify_one();
    }
}

impl Writer {
    /// Writes until the last sender is gone, the client is, or the connection is ended.
    pub(crate) async fn run(mut self, mut sink: SplitSink<WebSocket, Message>) {
        loop {
            let message = tokio::select! {
                biased;
                () = self.ending.wake.notified() => break,
                message = self.frames.recv() => message,
            };
            let Some(message) = message else { break };
            let length = length(&message);
            let written = tokio::select! {
                biased;
                () = self.ending.wake.notified() => break,
                written = tokio::time::timeout(WRITE_LIMIT, sink.send(message)) => written,
            };
            if !matches!(written, Ok(Ok(()))) {
                return;
            }
            self.queued.fetch_sub(length, Ordering::Relaxed);
        }
        let code = self.ending.code.get().copied().unwrap_or(close::STOPPED);
        // Whoever still has something to say must not wait for a queue that nobody empties.
        self.frames.close();
        farewell(&mut sink, code).await;
    }
}

/// Sends a close frame, for as long as it is reasonable to try.
pub(crate) async fn farewell(sink: &mut SplitSink<WebSocket, Message>, code: u16) {
    let frame = Message::Close(Some(CloseFrame { code, reason: Utf8Bytes::from_static("") }));
    let _ = tokio::time::timeout(CLOSE_LIMIT, sink.send(frame)).await;
}

fn length(message: &Message) -> usize {
    match message {
        Message::Text(text) => text.len(),
        Message::Binary(bytes) => bytes.len(),
        _ => 0,
    }
}
