//! What the first page weighs: the scripts and styles a browser really asks for, gzipped.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use ql_tests::{Cli, Page, place};
use serde_json::json;

use crate::table::Table;

pub fn measure(table: &mut Table) {
    let cli = Cli::new();
    cli.json(&["demo"]);
    let server = cli.serve();
    let page = Page::chromium();
    page.goto(&server.address);
    page.wait(
        "the demo is on the first page",
        "return document.body.innerText.includes('Terrain vague')",
        &[],
    );
    let asked = page.script(
        "return performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)",
        &[],
    );
    let dist = place::root().join("ui/dist");
    let mut sum = 0;
    let mut files = 0;
    for path in asked.as_array().unwrap().iter().filter_map(|one| one.as_str()) {
        if path.ends_with(".js") || path.ends_with(".css") {
            sum += gzipped(&fs::read(dist.join(path.trim_start_matches('/'))).unwrap());
            files += 1;
        }
    }
    assert!(files > 0, "the first page has at least one script: {}", json!(asked));
    let kilobytes = f64::from(sum) / 1024.0;
    table.add(
        "first page, scripts and styles, gzipped",
        format!("{kilobytes:.1} KB in {files} files"),
        kilobytes,
        150.0,
        "≤ 150 KB",
    );
}

/// Node is there, it built the page; it compresses as a server would.
fn gzipped(bytes: &[u8]) -> u32 {
    let script = "const parts=[];process.stdin.on('data',(part)=>parts.push(part)).on('end',()=>console.log(require('zlib').gzipSync(Buffer.concat(parts),{level:9}).length))";
    let mut node = Command::new("node")
        .args(["-e", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    node.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = node.wait_with_output().unwrap();
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap()
}
