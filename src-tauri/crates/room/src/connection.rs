//! The life of one socket: a token, then requests until one side goes.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, WebSocket};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use ql_api::ErrorCode;

use crate::frames::{self, LONGEST_TEXT};
use crate::lane::Lane;
use crate::outbox::{Outbox, close, farewell};
use crate::server::Shared;

/// How long a client may take to say who it is.
const HELLO_LIMIT: Duration = Duration::from_secs(10);

/// Serves one client until it leaves, is cut off, or the server stops.
pub(crate) async fn run(socket: WebSocket, shared: Arc<Shared>) {
    let (mut sink, mut source) = socket.split();
    let mut stopping = shared.stopping.subscribe();
    let known = tokio::select! {
        known = greet(&mut sink, &mut source, &shared) => known,
        _ = stopping.wait_for(|stop| *stop) => false,
    };
    if !known {
        return;
    }
    let Some(alive) = shared.alive() else { return farewell(&mut sink, close::STOPPED).await };
    let (outbox, writer) = Outbox::new();
    shared.join(&outbox);
    outbox.answer(Message::Text(r#"{"welcome":true}"#.into())).await;
    let mut writing = tokio::spawn(writer.run(sink));
    let lane = Lane::new(shared.target.clone(), shared.role, outbox.clone(), alive.clone());
    loop {
        let message = tokio::select! {
            message = source.next() => message,
            _ = &mut writing => return,
            _ = stopping.wait_for(|stop| *stop) => break,
        };
        match message {
            Some(Ok(message)) => {
                if let Err(code) = receive(message, &lane).await {
                    outbox.end(code);
                    break;
                }
            }
            Some(Err(_)) => {
                // Too long to be read, or not a WebSocket frame: nothing after it can be trusted.
                outbox.end(close::TOO_LONG);
                break;
            }
            None => break,
        }
    }
    drop(lane);
    drop(outbox);
    let _ = writing.await;
    // Only now may a stopping server go: the last answers and the farewell have left.
    drop(alive);
}

/// Waits for the token. A client without it learns only that it was refused.
async fn greet(
    sink: &mut SplitSink<WebSocket, Message>,
    source: &mut SplitStream<WebSocket>,
    shared: &Shared,
) -> bool {
    let token = match tokio::time::timeout(HELLO_LIMIT, source.next()).await {
        Ok(Some(Ok(Message::Text(text)))) => frames::hello(&text),
        _ => None,
    };
    if shared.door.admits(token.as_deref().unwrap_or_default()).await {
        return true;
    }
    let error = frames::error(ErrorCode::Forbidden, "this address has expired");
    let _ = sink.send(Message::Text(frames::refusal(&error))).await;
    farewell(sink, close::TOKEN).await;
    false
}

/// Hands a frame to the lane, or says with which code to close.
async fn receive(message: Message, lane: &Lane) -> Result<(), u16> {
    let asked = match message {
        Message::Text(text) if text.len() > LONGEST_TEXT => return Err(close::TOO_LONG),
        Message::Text(text) => frames::text(&text),
        Message::Binary(bytes) => frames::binary(&bytes),
        // Pings are answered by the WebSocket layer, and a close is followed by the end of the stream.
        Message::Ping(_) | Message::Pong(_) | Message::Close(_) => return Ok(()),
    };
    lane.take(asked.ok_or(close::GARBAGE)?).await;
    Ok(())
}
