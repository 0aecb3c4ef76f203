//! The app is killed in a burst of edits, again and again on one file: whatever it had acknowledged is there.
//!
//! `kill -9` stops a process, not the machine: what the disk had not yet been told is another test's matter.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey stops where it stands, and says what it saw"
)]

use std::collections::HashSet;
use std::io::Write as _;

use ql_tests::cli::id;
use ql_tests::{Cli, ink};
use serde_json::{Value, json};

/// Edits written in one burst; far more than are done before the kill.
const BURST: u64 = 400;

#[test]
fn acknowledged_edits_survive_kill_9() {
    let rounds = if std::env::var_os("QL_SIMULATE").is_some() { 1_000 } else { 30 };
    let cli = Cli::new();
    let mut acknowledged = 0;
    let mut kills_in_flight = 0;
    let mut page = fresh_panel(&cli);
    for round in 0..rounds {
        if round % 50 == 49 {
            page = fresh_panel(&cli);
        }
        let outcome = burst(&cli, &page, round);
        assert!(
            outcome.strokes.len() + outcome.durations > 0,
            "round {round}: nothing was acknowledged, so nothing is proved"
        );
        acknowledged += outcome.strokes.len() + outcome.durations;
        kills_in_flight += usize::from(outcome.in_flight);
        verify(&cli, &page, &outcome, round);
    }
    assert!(
        kills_in_flight * 2 > rounds as usize,
        "most kills must hit a burst: {kills_in_flight} of {rounds}"
    );
    println!("{rounds} kills, {kills_in_flight} in a burst, {acknowledged} acknowledged edits, none lost");
}

struct Panel {
    film: String,
    panel: String,
    drawing: String,
    /// Every stroke acknowledged in earlier rounds.
    strokes: std::cell::RefCell<HashSet<String>>,
}

struct Outcome {
    strokes: HashSet<String>,
    durations: usize,
    last_duration: u64,
    in_flight: bool,
}

fn fresh_panel(cli: &Cli) -> Panel {
    let mut batch = cli.batch();
    let film = id(&batch.call("add_film", &json!({"title": "Coupures"})));
    let scene = id(&batch.call("add_scene", &json!({"film": film, "heading": "Nuit"})));
    let shot = id(&batch.call("add_shot", &json!({"scene": scene})));
    let panel = batch.call("add_panel", &json!({"shot": shot}));
    batch.end();
    let drawing = panel["drawing"].as_str().unwrap().to_owned();
    Panel { film, panel: id(&panel), drawing, strokes: Default::default() }
}

/// Writes strokes and durations as fast as the pipe takes them, and kills after a number of answers that
/// changes with the round.
fn burst(cli: &Cli, page: &Panel, round: u64) -> Outcome {
    let lines: Vec<(Value, Option<String>, u64)> = (0..BURST)
        .map(|at| {
            let duration = 1_000 + round * BURST + at;
            if at % 4 == 3 {
                let with = json!({"entity": page.panel, "field": "duration_ms", "value": duration});
                (json!({"call": "set_field", "with": with}), None, duration)
            } else {
                let stroke = format!(
                    "{:08x}-{:04x}-4000-8000-{:012x}",
                    round,
                    at,
                    0x00c0_ffee_u64 + round * BURST + at
                );
                let seed = u32::try_from(round * BURST + at).unwrap();
                let with = json!({"panel": page.panel, "id": stroke, "ink": ink::wave(seed, 40 + seed % 80)});
                (json!({"call": "add_stroke", "with": with}), Some(stroke), 0)
            }
        })
        .collect();
    let text: String = lines.iter().map(|(line, _, _)| format!("{line}\n")).collect();
    let mut batch = cli.batch();
    let mut input = batch.take_input();
    let writer = std::thread::spawn(move || {
        // It breaks when the reader dies, which is the point.
        let _ = input.write_all(text.as_bytes()).and_then(|()| input.flush());
    });
    let wanted = 1 + usize::try_from(round * 7 % 60).unwrap();
    let mut answers: Vec<Value> = (0..wanted).map_while(|_| batch.answer()).collect();
    batch.kill();
    writer.join().unwrap();
    // Answers already in the pipe were given too: the app had promised.
    answers.extend(batch.rest().iter().filter_map(|line| serde_json::from_str(line).ok()));
    let mut outcome = Outcome {
        strokes: HashSet::new(),
        durations: 0,
        last_duration: 0,
        in_flight: answers.len() < lines.len(),
    };
    for (answer, (line, stroke, duration)) in answers.iter().zip(&lines) {
        assert!(answer["error"].is_null(), "round {round}: {line} was refused: {answer}");
        match stroke {
            Some(stroke) => {
                assert_eq!(answer["ok"]["id"], *stroke, "a stroke keeps the id it was given");
                outcome.strokes.insert(stroke.clone());
            }
            None => {
                outcome.durations += 1;
                outcome.last_duration = *duration;
            }
        }
    }
    outcome
}

fn verify(cli: &Cli, page: &Panel, outcome: &Outcome, round: u64) {
    let check = cli.run(&["--json", "check"]);
    assert_eq!(check.json()["ok"], true, "round {round}: check found {check:?}");
    let view = cli.call("get_drawing", &json!({"drawing": page.drawing}));
    let present: HashSet<String> = view["strokes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|stroke| stroke["id"].as_str().unwrap().to_owned())
        .collect();
    page.strokes.borrow_mut().extend(outcome.strokes.iter().cloned());
    let lost: Vec<String> = page.strokes.borrow().difference(&present).cloned().collect();
    assert!(lost.is_empty(), "round {round}: acknowledged strokes are lost: {lost:?}");
    if outcome.durations > 0 {
        let dump = cli.dump(&page.film);
        let duration = dump["panels"][0]["duration_ms"].as_u64().unwrap();
        assert!(
            duration >= outcome.last_duration,
            "round {round}: the duration is {duration}, and {} was acknowledged",
            outcome.last_duration
        );
    }
}
