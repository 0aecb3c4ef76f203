//! Opening a film of 500 panels × 40 strokes to a complete grid, then one of 2,000 panels, in Chromium; and
//! the memory of the core while it is open.

use ql_tests::{Cli, Page};
use serde_json::json;

use crate::film;
use crate::table::{Table, median};

const STROKES: u32 = 40;

/// From the click on the film to every cell being in the page and every picture in view being loaded.
const WATCH: &str = "
  const wanted = arguments[0];
  window.opening = { begun: null, done: null };
  addEventListener('click', () => (window.opening.begun ??= performance.now()), { capture: true, once: true });
  const look = () => {
    const cells = document.querySelectorAll('[data-cell]');
    const inView = [...document.querySelectorAll('[data-cell] img, [data-cell] canvas')].filter((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const loaded = inView.length > 0 && inView.every((one) => one.localName === 'canvas' || (one.complete && one.naturalWidth > 0));
    if (window.opening.begun !== null && cells.length >= wanted && loaded) window.opening.done = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);";

pub fn measure(table: &mut Table) {
    let small = open(500);
    let large = open(2_000);
    table.add(
        "open a film of 500 panels × 40 strokes",
        format!("{:.0} ms (the first time {:.0} ms)", median(&small.again), small.first),
        median(&small.again),
        500.0,
        "≤ 500 ms",
    );
    let ratio = median(&large.again) / median(&small.again);
    table.add(
        "open 2,000 panels / open 500",
        format!("{ratio:.2} × ({:.0} ms; the first time {:.0} ms)", median(&large.again), large.first),
        ratio,
        4.0,
        "≤ 4 ×",
    );
    match small.memory {
        Some(memory) => table.add(
            "memory of the core, 500 panels open",
            format!("{memory:.0} MB"),
            memory,
            250.0,
            "≤ 250 MB",
        ),
        None => table.say("memory of the core, 500 panels open", "not measured on this system"),
    }
}

struct Opened {
    first: f64,
    again: Vec<f64>,
    memory: Option<f64>,
}

fn open(panels: u32) -> Opened {
    let cli = Cli::new();
    let film = film::make(&cli, "Très long", panels, STROKES);
    let server = cli.serve();
    let page = Page::chromium();
    page.goto(&server.address);
    let mut times: Vec<f64> = (0..6).map(|_| once(&page, panels, &film)).collect();
    let first = times.remove(0);
    Opened { first, again: times, memory: resident(server.pid()) }
}

fn once(page: &Page, panels: u32, film: &str) -> f64 {
    page.script("location.hash = '#/'", &[]);
    let link = "return document.querySelector(`a[href^=\"#/film/${arguments[0]}\"]`) !== null";
    page.wait("the film is on the first page", link, &[json!(film)]);
    page.script(WATCH, &[json!(panels)]);
    page.script("document.querySelector(`a[href^=\"#/film/${arguments[0]}\"]`).click()", &[json!(film)]);
    let took = page.wait(
        "the grid is complete",
        "return opening.done === null ? null : [opening.done - opening.begun]",
        &[],
    );
    took[0].as_f64().unwrap()
}

/// Resident memory in MB, as Linux tells it.
fn resident(pid: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}
