//! Garbage, frames without end, and clients that do not read.

use std::time::Duration;

use ql_room::{LONGEST_TEXT, LONGEST_UPLOAD, close};
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

use crate::fixture::house;

#[tokio::test]
async fn garbage_ends_the_connection_and_only_that_one() {
    let house = house().await;
    let mut other = house.client().await;
    for garbage in [
        Message::text("not json"),
        Message::text("{}"),
        Message::text(r#"{"id":-1,"call":"echo"}"#),
        Message::text(r#"{"id":4294967296,"call":"echo"}"#),
        Message::text(r#"{"id":1,"call":["echo"]}"#),
        Message::text("[".repeat(100_000)),
        Message::binary(vec![1, 2, 3]),
    ] {
        let mut client = house.client().await;
        client.raw(garbage.clone()).await;
        assert_eq!(client.closed().await, Some(close::GARBAGE), "{}", garbage.len());
    }
    other.send(json!({ "id": 1, "call": "echo" })).await;
    assert_eq!(other.json().await["id"], 1, "the other clients go on");
    let mut vague = house.client().await;
    vague.send(json!({ "id": 1 })).await;
    assert_eq!(vague.json().await["error"]["code"], "invalid_request", "a numbered frame is answered");
    vague.send(json!({ "id": 2, "call": "echo", "bytes": "ink/known" })).await;
    assert_eq!(vague.json().await["error"]["code"], "invalid_request");
}

#[tokio::test]
async fn a_text_that_is_too_long_is_refused() {
    let house = house().await;
    let mut client = house.client().await;
    let long = json!({ "id": 1, "call": "echo", "with": "x".repeat(LONGEST_TEXT - 100) });
    client.send(long).await;
    assert_eq!(client.json().await["id"], 1, "the longest stroke passes");
    client.send(json!({ "id": 2, "call": "echo", "with": "x".repeat(LONGEST_TEXT) })).await;
    assert_eq!(client.closed().await, Some(close::TOO_LONG));
    assert_eq!(house.core.ran.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_picture_that_is_too_large_is_an_answer_not_a_lost_connection() {
    let house = house().await;
    let mut client = house.client().await;
    client.raw(Message::binary(vec![0; 4 + LONGEST_UPLOAD])).await;
    assert_eq!(client.json().await["ok"]["size"], LONGEST_UPLOAD);
    client.raw(Message::binary(vec![0; 5 + LONGEST_UPLOAD])).await;
    assert_eq!(client.json().await["error"]["code"], "picture_too_large");
    client.send(json!({ "id": 2, "call": "echo" })).await;
    assert_eq!(client.json().await["id"], 2);
}

#[tokio::test]
async fn a_frame_without_end_is_not_kept() {
    use futures_util::SinkExt;
    let house = house().await;
    let mut client = house.client().await;
    // The server may cut the line while this is still being sent.
    let _ = client.0.send(Message::binary(vec![0; 65 << 20])).await;
    assert!(matches!(client.closed().await, None | Some(close::TOO_LONG)));
}

#[tokio::test]
async fn a_client_that_does_not_read_is_cut_off_and_delays_nobody() {
    let house = house().await;
    let mut sleeper = house.client().await;
    let mut author = house.client().await;
    let mut told = 0;
    for id in 0..40 {
        author.send(json!({ "id": id, "call": "flood", "with": { "events": 4, "size": 1 << 18 } })).await;
        loop {
            let frame = author.json().await;
            if frame["id"] == id {
                break;
            }
            told += 1;
        }
    }
    assert_eq!(told, 160, "the reader got every event while the other slept");
    let mut received = 0;
    let code = loop {
        match sleeper.next().await {
            Some(Message::Close(frame)) => break frame.map(|frame| u16::from(frame.code)),
            Some(_) => received += 1,
            None => break None,
        }
    };
    assert!(received < 160, "the sleeper was not fed everything: {received}");
    assert_eq!(code, Some(close::SLOW), "it is told to come back and reload");
}

#[tokio::test]
async fn calls_without_end_are_held_back_not_piled_up() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 0, "call": "slow", "with": { "ms": 500 } })).await;
    let (mut sink, mut source) = futures_util::StreamExt::split(client.0);
    let sending = tokio::spawn(async move {
        use futures_util::SinkExt;
        for id in 1..100 {
            let frame = json!({ "id": id, "call": "echo", "with": "x".repeat(1 << 20) });
            sink.send(Message::text(frame.to_string())).await.unwrap();
        }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!sending.is_finished(), "a hundred MiB of calls wait at the client, not in the server");
    for id in 0..100 {
        let message = futures_util::StreamExt::next(&mut source).await.unwrap().unwrap();
        assert!(message.to_text().unwrap().starts_with(&format!("{{\"id\":{id},")), "answers in order");
    }
}
