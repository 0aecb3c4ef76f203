//! Calls, events, bytes and pictures over one socket.

use std::time::Duration;

use ql_room::close;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

use crate::fixture::house;

#[tokio::test]
async fn a_call_is_answered_under_its_number() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 7, "call": "echo", "with": { "title": "<b>Été</b>" } })).await;
    assert_eq!(client.json().await, json!({ "id": 7, "ok": { "title": "<b>Été</b>" } }));
    client.send(json!({ "id": 8, "call": "echo" })).await;
    assert_eq!(client.json().await, json!({ "id": 8, "ok": {} }), "a call without request has an empty one");
    client.send(json!({ "id": 9, "call": "nothing" })).await;
    let error = json!({ "code": "unknown_command", "message": "refused", "hint": "do otherwise" });
    assert_eq!(client.json().await, json!({ "id": 9, "error": error }));
    client.send(json!({ "id": 10, "call": "role" })).await;
    assert_eq!(client.json().await["ok"], "Desk", "the role is the server's, never the client's word");
}

#[tokio::test]
async fn an_event_arrives_before_the_answer_and_everywhere() {
    let house = house().await;
    let (mut author, mut other) = (house.client().await, house.client().await);
    for id in 1..=50 {
        author.send(json!({ "id": id, "call": "change" })).await;
        assert_eq!(author.json().await, json!({ "event": { "type": "session" } }), "the event comes first");
        assert_eq!(author.json().await, json!({ "id": id, "ok": {} }));
        assert_eq!(other.json().await, json!({ "event": { "type": "session" } }), "every client is told");
    }
}

#[tokio::test]
async fn calls_run_in_the_order_they_were_sent() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 0, "call": "slow", "with": { "ms": 50 } })).await;
    for id in 1..200 {
        client.send(json!({ "id": id, "call": "echo", "with": id })).await;
    }
    for id in 0..200 {
        assert_eq!(client.json().await["id"], id);
    }
    let ran = house.core.ran.lock().unwrap();
    assert!(ran[1..].iter().map(|value| value.as_u64().unwrap()).eq(1..200), "nothing overtook: {ran:?}");
}

#[tokio::test]
async fn a_long_backup_holds_nothing_up() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 1, "call": "backup", "with": { "ms": 400 } })).await;
    client.send(json!({ "id": 2, "call": "echo" })).await;
    client.send(json!({ "id": 3, "bytes": "ink/known" })).await;
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push(match client.next().await.unwrap() {
            Message::Text(text) => serde_json::from_str::<Value>(&text).unwrap()["id"].as_u64().unwrap(),
            Message::Binary(bytes) => u64::from(u32::from_le_bytes(bytes[..4].try_into().unwrap())),
            other => panic!("{other:?}"),
        });
    }
    assert_eq!(seen.last(), Some(&1), "the backup is answered last: {seen:?}");
}

#[tokio::test]
async fn bytes_and_pictures_travel_raw() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 258, "bytes": "ink/known" })).await;
    assert_eq!(client.next().await, Some(Message::binary(vec![2, 1, 0, 0, 7, 8, 9])));
    client.send(json!({ "id": 3, "bytes": "ink/unknown" })).await;
    assert_eq!(client.json().await["error"]["code"], "not_found");
    let mut frame = 4u32.to_le_bytes().to_vec();
    frame.extend_from_slice(&vec![1; 3 << 20]);
    client.raw(Message::binary(frame)).await;
    assert_eq!(client.json().await, json!({ "id": 4, "ok": { "size": 3 << 20 } }));
}

#[tokio::test]
async fn a_call_that_panics_is_an_error_of_that_call_only() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 1, "call": "panic" })).await;
    assert_eq!(client.json().await["error"]["code"], "internal");
    client.send(json!({ "id": 2, "call": "echo" })).await;
    assert_eq!(client.json().await["id"], 2);
}

#[tokio::test]
async fn what_was_sent_before_leaving_still_runs() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 1, "call": "slow", "with": { "ms": 200 } })).await;
    client.send(json!({ "id": 2, "call": "echo", "with": "the last stroke" })).await;
    drop(client);
    tokio::time::sleep(Duration::from_millis(600)).await;
    let ran = house.core.ran.lock().unwrap();
    assert_eq!(ran.last(), Some(&json!("the last stroke")), "a page that closes does not lose its last edit");
}

#[tokio::test]
async fn stopping_lets_the_calls_end_and_says_goodbye() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 1, "call": "slow", "with": { "ms": 300 } })).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    let core = house.core.clone();
    house.server.stop().await;
    assert_eq!(core.ran.lock().unwrap().len(), 1, "stop returns after the call under way");
    assert_eq!(client.json().await["id"], 1, "its answer still arrives");
    assert_eq!(client.closed().await, Some(close::STOPPED));
}

#[tokio::test]
async fn a_file_that_is_made_for_someone_who_left_is_given_up() {
    let house = house().await;
    let mut client = house.client().await;
    let asked = json!({ "to": "a.pdf", "job": "mine" });
    client.send(json!({ "id": 1, "call": "export_film", "with": asked })).await;
    client.send(json!({ "id": 2, "call": "echo", "with": "after" })).await;
    assert_eq!(client.json().await["id"], 2, "it holds nothing up");
    drop(client);
    for _ in 0..400 {
        if house.core.ran.lock().unwrap().contains(&json!({ "job": "mine" })) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("nobody ended the work");
}

#[tokio::test]
async fn a_long_list_lets_others_through_and_can_be_ended() {
    let house = house().await;
    let mut client = house.client().await;
    client.send(json!({ "id": 1, "call": "import_people", "with": {} })).await;
    // Sealing the register goes this way too: it must not wait for the list.
    client.send(json!({ "id": 2, "call": "echo", "with": { "seal": true } })).await;
    assert_eq!(client.json().await["id"], 2, "others are answered meanwhile");
    client.send(json!({ "id": 3, "call": "cancel_import", "with": { "stop": true } })).await;
    let mut ended = [client.json().await["id"].clone(), client.json().await["id"].clone()];
    ended.sort_by_key(|id| id.as_i64());
    assert_eq!(ended, [json!(1), json!(3)]);
}
