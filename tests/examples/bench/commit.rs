//! One stroke made durable, against a bare SQLite insert of the same bytes on the same disk. Ours is timed
//! from outside, through the pipe of `call --batch`: JSON and base64 are counted against us.

use std::process::Command;
use std::time::Instant;

use ql_tests::cli::id;
use ql_tests::{Cli, ink, place};
use serde_json::json;

use crate::table::{Table, median, quantile};

const COUNT: u32 = 400;
/// As many points as a stroke of a hand has: about 560 bytes.
const POINTS: u32 = 110;

pub fn measure(table: &mut Table) {
    let cli = Cli::new();
    let (_, scene) = cli.film("Mesure");
    let mut batch = cli.batch();
    let shot = id(&batch.call("add_shot", &json!({"scene": scene})));
    let panel = id(&batch.call("add_panel", &json!({"shot": shot})));
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    // In turns, so that a disk that is slow for a moment is slow for both.
    for turn in 0..4 {
        let folder = cli.home().join(format!("bare-{turn}"));
        std::fs::create_dir(&folder).unwrap();
        let bytes = 10 + POINTS * 5;
        let output = Command::new(place::example("bare_insert"))
            .arg(&folder)
            .args([bytes.to_string(), COUNT.to_string()])
            .output()
            .expect("`bare_insert` was built by `cargo xtask bench`");
        let text = String::from_utf8_lossy(&output.stdout);
        let times: Vec<f64> = text.lines().filter_map(|line| line.parse().ok()).collect();
        // The first ones open files and grow the journal; nobody draws only one stroke.
        bare.extend(&times[times.len() / 10..]);
        for at in 0..COUNT {
            let stroke = ink::wave(turn * COUNT + at, POINTS);
            let begun = Instant::now();
            batch.call("add_stroke", &json!({"panel": panel, "ink": stroke}));
            if at >= COUNT / 10 {
                ours.push(begun.elapsed().as_secs_f64() * 1e6);
            }
        }
    }
    let ratio = median(&ours) / median(&bare);
    let text = format!("{ratio:.2} × ({:.2} ms against {:.2} ms)", median(&ours) / 1e3, median(&bare) / 1e3);
    table.add("commit one stroke durably / bare insert", text, ratio, 2.0, "≤ 2 ×");
    let tail = format!("{:.2} ms; bare {:.2} ms", quantile(&ours, 0.99) / 1e3, quantile(&bare, 0.99) / 1e3);
    table.add("a finished stroke durable, p99", tail, quantile(&ours, 0.99) / 1e3, 250.0, "≤ 250 ms");
}
