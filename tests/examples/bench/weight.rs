//! What the first page weighs: the scripts and styles a browser really asks for, gzipped.

use ql_tests::{Cli, Page};

use crate::table::Table;

/// Asks again for every script and style that the page asked for, and compresses them as a server would.
const WEIGH: &str = "
  const done = arguments[arguments.length - 1];
  const names = performance.getEntriesByType('resource').map((one) => one.name).filter((name) => /\\.(js|css)$/.test(new URL(name).pathname));
  const weigh = async (name) => {
    const packed = (await fetch(name)).body.pipeThrough(new CompressionStream('gzip'));
    return (await new Response(packed).arrayBuffer()).byteLength;
  };
  Promise.all([...new Set(names)].map(weigh)).then(done);";

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
    let weights = page.script_later(WEIGH, &[]);
    let weights: Vec<f64> =
        weights.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
    assert!(!weights.is_empty(), "the first page has at least one script");
    let kilobytes = weights.iter().sum::<f64>() / 1024.0;
    let text = format!("{kilobytes:.1} KB in {} files", weights.len());
    table.add("first page, scripts and styles, gzipped", text, kilobytes, 150.0, "≤ 150 KB");
}
