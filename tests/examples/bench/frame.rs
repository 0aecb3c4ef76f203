//! The work of the page's main thread for each frame while a hand draws on a panel of 1,000 strokes, from
//! Chromium's own trace; and the frames that were missed, from the page's own clock.

use ql_tests::cli::id;
use ql_tests::{Cli, Page, ink};
use serde_json::{Value, json};

use crate::table::{Table, quantile};

const FRAME: f64 = 1_000.0 / 60.0;

/// Keeps the time of every animation frame while `window.watching` is true.
const CLOCK: &str = "
  window.frames = [];
  window.watching = true;
  const tick = (now) => { frames.push(now); if (watching) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);";

pub fn measure(table: &mut Table) {
    let cli = Cli::new();
    let (film, scene) = cli.film("Mille traits");
    let mut batch = cli.batch();
    let shot = id(&batch.call("add_shot", &json!({"scene": scene})));
    let panel = id(&batch.call("add_panel", &json!({"shot": shot})));
    for seed in 0..1_000 {
        batch.call("add_stroke", &json!({"panel": panel, "ink": ink::wave(seed, 60)}));
    }
    batch.end();
    let server = cli.serve();
    let page = Page::chromium_traced("devtools.timeline,disabled-by-default-devtools.timeline,toplevel");
    page.goto(&server.address);
    page.wait("the first page", "return document.body.innerText.includes('Mille traits')", &[]);
    page.script(
        "location.hash = `#/film/${arguments[0]}/draw/${arguments[1]}`",
        &[json!(film), json!(panel)],
    );
    let sheet = page.wait("the sheet", "const sheets = [...document.querySelectorAll('canvas')].map((one) => one.getBoundingClientRect()).sort((a, b) => b.width - a.width); return sheets[0]?.width > 200 ? [sheets[0].x, sheets[0].y, sheets[0].width, sheets[0].height] : null", &[]);
    let at = |across: f64, down: f64| {
        let number = |at: usize| sheet[at].as_f64().unwrap();
        (number(0) + number(2) * across, number(1) + number(3) * down)
    };
    std::thread::sleep(std::time::Duration::from_secs(2));
    page.trace();
    page.script(CLOCK, &[]);
    for line in 0..6_u32 {
        let points: Vec<(f64, f64)> = (0..90)
            .map(|step| {
                let turn = f64::from(step) / 8.0 + f64::from(line);
                at(0.1 + f64::from(step) * 0.008, 0.2 + f64::from(line) * 0.1 + turn.sin() * 0.05)
            })
            .collect();
        page.drag(&points);
    }
    let frames = page.script("window.watching = false; return window.frames", &[]);
    let times: Vec<f64> = frames.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    let work = work_per_frame(&page.trace());
    let p99 = quantile(&work, 0.99);
    let text = format!(
        "p99 {p99:.1} ms, median {:.1} ms, longest {:.1} ms",
        quantile(&work, 0.5),
        quantile(&work, 1.0)
    );
    table.add("work per frame while drawing on 1,000 strokes", text, p99, 16.0, "p99 ≤ 16 ms");
    let missed: f64 = times
        .windows(2)
        .map(|pair| ((pair[1] - pair[0]) / FRAME).round() - 1.0)
        .filter(|count| *count > 0.0)
        .fold(0.0, |sum, count| sum + count);
    let share = 100.0 * missed / (times.len() as f64 + missed);
    table.add("frames missed meanwhile", format!("{share:.2} % of {}", times.len()), share, 1.0, "≤ 1 %");
}

/// Milliseconds of tasks on the page's main thread in each sixtieth of a second that had any.
fn work_per_frame(trace: &[Value]) -> Vec<f64> {
    let events: Vec<&Value> = trace.iter().map(|entry| &entry["message"]["params"]).collect();
    let tasks = |pid: &Value, tid: &Value| -> Vec<(f64, f64)> {
        events
            .iter()
            .filter(|event| {
                event["name"] == "RunTask"
                    && event["ph"] == "X"
                    && event["pid"] == *pid
                    && event["tid"] == *tid
            })
            .filter_map(|event| Some((event["ts"].as_f64()? / 1e3, event["dur"].as_f64()? / 1e3)))
            .collect()
    };
    // Several pages have a main thread of this name; ours is the one that fires animation frames.
    let fires = events
        .iter()
        .find(|event| event["name"] == "FireAnimationFrame")
        .expect("the trace shows animation frames");
    let tasks = tasks(&fires["pid"], &fires["tid"]);
    let begun = tasks.iter().map(|(at, _)| *at).fold(f64::INFINITY, f64::min);
    let mut frames = std::collections::BTreeMap::<u64, f64>::new();
    for (at, took) in tasks {
        // A task belongs to the frame in which it begins: a long one is seen whole.
        *frames.entry(((at - begun) / FRAME) as u64).or_default() += took;
    }
    frames.into_values().collect()
}
