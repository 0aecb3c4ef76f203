//! The server before the true core: what it tells, and in which order.

use std::sync::Arc;

use ql_api::{Access, App, Home, Role, Start};
use ql_room::{Options, serve};
use serde_json::json;

use crate::fixture::{House, TwoFiles};

#[tokio::test]
async fn an_edit_is_told_to_everyone_before_it_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home { config: folder.path().join("config"), data: folder.path().join("data") };
    let app = App::start(Start {
        home,
        workspace: None,
        language: None,
        dialogs: None,
        access: Access::Window,
        create: true,
    })
    .unwrap();
    let options = Options { port: 0, role: Role::Desk, files: Arc::new(TwoFiles) };
    let server = serve(Arc::new(app.clone()), options).await.unwrap();
    let house = House { server, core: Arc::default() };
    let (mut author, mut other) = (house.client().await, house.client().await);

    author.send(json!({ "id": 1, "call": "add_film", "with": { "title": "Le Terrain vague" } })).await;
    let mut told = Vec::new();
    let film = loop {
        let frame = author.json().await;
        if frame["id"] == 1 {
            break frame["ok"]["id"].clone();
        }
        told.push(frame["event"]["type"].clone());
    };
    assert!(told.contains(&json!("changes")), "the rows come before the answer: {told:?}");
    let heard = loop {
        let frame = other.json().await;
        if frame["event"]["type"] == "changes" {
            break frame["event"]["changes"]["films"][0].clone();
        }
    };
    assert_eq!(heard["id"], film, "the other screen has the new film without asking");
    assert_eq!(heard["title"], "Le Terrain vague");

    author.send(json!({ "id": 2, "call": "set_field", "with": { "entity": film, "field": "nothing", "value": 1 } })).await;
    let refused = loop {
        let frame = author.json().await;
        if frame["id"] == 2 {
            break frame["error"].clone();
        }
    };
    assert_eq!(refused["code"], "invalid_request");
    assert!(refused["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "no error without a way out");
    house.server.stop().await;
    app.close();
}
