//! The register: how long opening it takes beyond the passphrase's own second, what it takes of memory, and how quickly someone is found.
//!
//! It is opened by the recovery code, which has no second of its own: what is timed is all that comes after.

use std::fmt::Write as _;
use std::time::Instant;

use ql_tests::cli::{Batch, id};
use ql_tests::{Cli, ink};
use serde_json::{Value, json};

use crate::table::{Table, median};

const PASSPHRASE: &str = "tambour velours citron ardoise";
const PEOPLE: usize = 1_000;
const SESSIONS: usize = 600;
/// People on each sheet, and those of them who sign.
const ON_SHEET: usize = 12;
const CROWD: usize = 10_000;
const ROUNDS: usize = 5;
const MEGABYTE: f64 = 1_048_576.0;

pub fn measure(table: &mut Table) {
    opening(table);
    finding(table);
}

/// A list of people as an office has it.
fn list(cli: &Cli, count: usize) -> String {
    let mut text = String::from("Prénom;Nom;Né(e) le;Tél. mère;Adresse;Groupe\n");
    for n in 0..count {
        let (given, family) = (name(n % 211), name(n / 7 + 300));
        let _ = writeln!(
            text,
            "{given};{family}{n};{:02}/{:02}/2011;06 39 98 {:02} {:02};{n} rue des Lilas;Groupe {}",
            n % 28 + 1,
            n % 12 + 1,
            n % 90 + 10,
            n % 80 + 10,
            n % (count / ON_SHEET)
        );
    }
    let path = cli.home().join("people.csv");
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// A name of three syllables that no two numbers share.
fn name(n: usize) -> String {
    let syllables = ["Aï", "sa", "li", "no", "ka", "mé", "ra", "tou", "bé", "dou", "ni", "chè"];
    [n % 12, n / 12 % 12, n / 144 % 12].map(|at| syllables[at]).concat()
}

fn import(batch: &mut Batch, path: &str) {
    let found = batch.call("read_table", &json!({ "path": path }));
    let with = json!({ "path": path, "sheet": found["sheet"], "mapping": found["mapping"], "known": "add" });
    batch.call("import_people", &with);
}

fn code_of(cli: &Cli) -> String {
    cli.create_register(PASSPHRASE).join("")
}

fn opening(table: &mut Table) {
    let cli = Cli::new();
    let code = code_of(&cli);
    let mut batch = cli.batch();
    batch.call("unlock_register", &json!({ "code": code }));
    // A list finds the groups there are; so many it would not bring by itself.
    for n in 0..PEOPLE / ON_SHEET {
        batch.call("add_group", &json!({ "name": format!("Groupe {n}") }));
    }
    import(&mut batch, &list(&cli, PEOPLE));
    let groups = batch.call("get_calendar", &json!({}))["groups"].clone();
    for n in 0..SESSIONS {
        let halves = json!([
            { "code": "morning", "start": "09:30", "end": "12:30" },
            { "code": "afternoon", "start": "13:30", "end": "16:30" },
        ]);
        let date = format!("20{}-{:02}-{:02}", 24 + n / 330, n / 28 % 12 + 1, n % 28 + 1);
        let group = &groups[n % groups.as_array().map_or(1, Vec::len)]["id"];
        let with = json!({ "title": format!("Atelier {n}"), "kind": "workshop", "date": date, "halves": halves, "group": group });
        let session = id(&batch.call("add_session", &with));
        let sheet = batch.call("get_sheet", &json!({ "session": session }));
        for (at, one) in sheet["people"].as_array().unwrap().iter().enumerate() {
            for half in ["morning", "afternoon"] {
                let stroke = ink::wave(u32::try_from(n * 100 + at).unwrap(), 110);
                let with =
                    json!({ "session": session, "person": one["person"], "half": half, "strokes": [stroke] });
                batch.call("sign_cell", &with);
            }
        }
    }
    batch.end();
    let (mut times, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let mut batch = cli.batch();
        batch.call("get_register", &json!({}));
        let before = resident(&batch);
        let begun = Instant::now();
        batch.call("unlock_register", &json!({ "code": code }));
        times.push(begun.elapsed().as_secs_f64() * 1e3);
        memory.extend(resident(&batch).zip(before).map(|(after, before)| after - before));
        batch.end();
    }
    let took = median(&times);
    table.add("unlock 1,000 people and 600 sessions", format!("{took:.0} ms"), took, 500.0, "≤ 500 ms");
    if memory.is_empty() {
        table.say("memory it adds", "not measured on this system");
    } else {
        let added = median(&memory);
        table.add("memory it adds", format!("{added:.0} MB"), added, 60.0, "≤ 60 MB");
    }
}

fn finding(table: &mut Table) {
    let cli = Cli::new();
    let code = code_of(&cli);
    let mut batch = cli.batch();
    batch.call("unlock_register", &json!({ "code": code }));
    import(&mut batch, &list(&cli, CROWD));
    batch.call("unlock_register", &json!({ "code": code }));
    let mut timed = |name: &str, requests: &[Value]| -> (f64, Value) {
        let mut last = Value::Null;
        let times: Vec<f64> = requests
            .iter()
            .map(|request| {
                let begun = Instant::now();
                last = batch.call(name, request);
                begun.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        (median(&times), last)
    };
    let queries: Vec<Value> = (0..40).map(|n| json!({ "query": name(n * 5).to_lowercase() })).collect();
    let (search, found) = timed("list_people", &queries);
    table.add("search 10,000 people", format!("{search:.1} ms"), search, 50.0, "≤ 50 ms");
    let people: Vec<Value> =
        found["people"].as_array().unwrap().iter().map(|one| json!({ "person": one["id"] })).collect();
    assert!(!people.is_empty(), "the search finds someone");
    let (open, _) = timed("get_person", &people);
    table.add("open one of them", format!("{open:.1} ms"), open, 50.0, "≤ 50 ms");
    batch.end();
}

/// Megabytes a process has in memory.
fn resident(batch: &Batch) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", batch.pid())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024.0 / MEGABYTE)
}
