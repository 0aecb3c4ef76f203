//! Wrong address, wrong page, wrong token, and the headers of the page.

use std::time::Instant;

use ql_room::close;
use serde_json::json;
use tokio_tungstenite::tungstenite::Error;

use crate::fixture::{House, house};

async fn refused(house: &House, host: &str, origin: Option<&str>) -> u16 {
    match house.dial(host, origin).await {
        Err(Error::Http(response)) => response.status().as_u16(),
        Err(other) => panic!("an HTTP refusal was expected, not {other}"),
        Ok(_) => panic!("host {host} with origin {origin:?} must not open the socket"),
    }
}

#[tokio::test]
async fn a_foreign_name_reaches_nothing() {
    let house = house().await;
    let port = house.server.address().port();
    for host in
        [&format!("evil.example:{port}"), "127.0.0.1", "127.0.0.1:1", &format!("127.0.0.1.evil:{port}"), ""]
    {
        let answer = house.http("GET", "/", host).await;
        assert!(answer.starts_with("http/1.1 4"), "host {host:?} was answered {answer}");
        assert!(!answer.contains("<!doctype"), "host {host:?} received the page");
    }
    let origin = format!("http://evil.example:{port}");
    assert_eq!(refused(&house, &format!("evil.example:{port}"), Some(&origin)).await, 421);
}

#[tokio::test]
async fn only_our_own_page_opens_the_socket() {
    let house = house().await;
    let (host, port) = (house.host(), house.server.address().port());
    for origin in [
        None,
        Some("null"),
        Some("http://evil.example"),
        Some(&*format!("https://{host}")),
        Some(&*format!("http://127.0.0.1:{}", port - 1)),
        // Two names of the same machine are two origins for a browser, so they are for us.
        Some(&*format!("http://localhost:{port}")),
    ] {
        assert_eq!(refused(&house, &host, origin).await, 403, "origin {origin:?}");
    }
    let localhost = format!("localhost:{port}");
    let socket = house.dial(&localhost, Some(&format!("http://{localhost}"))).await;
    assert!(socket.is_ok(), "the page may be opened by either name of this machine");
}

#[tokio::test]
async fn a_wrong_token_is_told_so_and_closed() {
    let house = house().await;
    let token = house.server.token();
    let almost = format!("{}{}", &token[..63], if token.ends_with('0') { '1' } else { '0' });
    for hello in
        [json!({ "hello": "" }), json!({ "hello": almost }), json!({ "id": 1, "call": "echo" }), json!([])]
    {
        let mut client = house.socket().await;
        client.send(hello.clone()).await;
        assert_eq!(client.json().await["error"]["code"], "forbidden", "first frame {hello}");
        assert_eq!(client.closed().await, Some(close::TOKEN), "first frame {hello}");
    }
    assert!(house.core.ran.lock().unwrap().is_empty(), "nothing runs before the token");
}

#[tokio::test]
async fn many_wrong_tokens_slow_everyone_down_then_the_right_one_resets() {
    let house = house().await;
    for _ in 0..5 {
        let mut client = house.socket().await;
        client.send(json!({ "hello": "wrong" })).await;
        client.closed().await;
    }
    let begun = Instant::now();
    let _first = house.client().await;
    assert!(begun.elapsed().as_millis() >= 200, "after five misses even the right token waits");
    let begun = Instant::now();
    let _second = house.client().await;
    assert!(begun.elapsed().as_millis() < 200, "the right token forgives the misses before it");
}

#[tokio::test]
async fn the_page_keeps_to_itself() {
    let house = house().await;
    let host = house.host();
    let page = house.http("GET", "/", &host).await;
    assert!(page.starts_with("http/1.1 200"), "{page}");
    assert!(page.ends_with("<!doctype html>"), "{page}");
    for header in [
        "content-type: text/html; charset=utf-8",
        "cache-control: no-store",
        "default-src 'none'",
        "script-src 'self';",
        "frame-ancestors 'none'",
        &format!("connect-src 'self' ws://{host};"),
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
        "cross-origin-opener-policy: same-origin",
        "cross-origin-resource-policy: same-origin",
    ] {
        assert!(page.contains(header), "the page lacks {header}: {page}");
    }
    let script = house.http("GET", "/assets/index-1a2b.js", &host).await;
    assert!(script.contains("immutable") && script.contains("text/javascript"), "{script}");
    assert!(house.http("HEAD", "/", &host).await.ends_with("\r\n\r\n"), "HEAD has no content");
    for (method, path, status) in [
        ("GET", "/nowhere", 404),
        ("GET", "/../Cargo.toml", 404),
        ("GET", "/%2e%2e/Cargo.toml", 404),
        ("POST", "/", 405),
        ("GET", "/socket", 400),
    ] {
        let answer = house.http(method, path, &host).await;
        assert!(answer.starts_with(&format!("http/1.1 {status}")), "{method} {path}: {answer}");
        assert!(answer.contains("nosniff"), "errors carry the headers too: {answer}");
    }
}
