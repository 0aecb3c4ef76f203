//! The invariants of the code map that can be read from the source: who may depend on whom, and which words
//! must not stand in which folder. Those of behaviour are tested where the behaviour is.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey stops where it stands, and says what it saw"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ql_tests::place;
use serde_json::Value;

fn packages() -> Vec<Value> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(place::root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    metadata["packages"].as_array().cloned().unwrap_or_default()
}

/// The names a package depends on to run (not to test).
fn arrows(package: &Value) -> Vec<String> {
    let all = package["dependencies"].as_array().cloned().unwrap_or_default();
    all.iter()
        .filter(|one| one["kind"] != "dev")
        .filter_map(|one| one["name"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn arrows_only_point_down() {
    let order =
        ["quartier-libre", "ql-room", "ql-api", "ql-sync", "ql-paper", "ql-exchange", "ql-store", "ql-model"];
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let Some(at) = order.iter().position(|one| *one == name) else { continue };
        for arrow in arrows(&package) {
            if let Some(to) = order.iter().position(|one| *one == arrow) {
                assert!(to > at, "{name} must not depend on {arrow}");
            }
        }
    }
}

#[test]
fn each_great_library_has_one_house() {
    let houses = [
        ("tauri", "quartier-libre"),
        ("rfd", "quartier-libre"),
        ("rusqlite", "ql-store"),
        ("axum", "ql-room"),
        ("fantoccini", "ql-tests"),
    ];
    for package in packages() {
        for arrow in arrows(&package) {
            for (library, house) in houses {
                if arrow == library || arrow.starts_with(&format!("{library}-plugin")) {
                    assert_eq!(package["name"], house, "only {house} may depend on {library}");
                }
            }
        }
    }
}

#[test]
fn the_model_knows_no_clock_chance_disk_or_network() {
    let banned = [
        "SystemTime",
        "Instant::now",
        "std::fs",
        "std::net",
        "std::env",
        "new_v4",
        "getrandom",
        "thread_rng",
        "rusqlite",
        "chrono::Utc",
    ];
    for file in sources(&place::root().join("src-tauri/crates/model/src"), &["rs"]) {
        let text = fs::read_to_string(&file).unwrap();
        for word in banned {
            assert!(
                !code(&text).contains(word),
                "{} names {word}: time, chance and places come in as arguments",
                file.display()
            );
        }
    }
}

#[test]
fn only_the_store_speaks_sql_and_only_the_api_weighs_roles() {
    let sql = ["SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "PRAGMA "];
    let roles = ["role <", "role >", "role ==", "role !="];
    for file in sources(&place::root().join("src-tauri"), &["rs"]) {
        let text = code(&fs::read_to_string(&file).unwrap());
        let inside = |house: &str| file.starts_with(place::root().join("src-tauri/crates").join(house));
        for (house, words) in [("store", &sql[..]), ("api", &roles[..])] {
            let said = words.iter().find(|word| !inside(house) && text.contains(**word));
            assert!(said.is_none(), "{} says {said:?}: only {house} may", file.display());
        }
    }
}

#[test]
fn only_the_host_of_the_pages_speaks_to_the_core() {
    let ui = place::root().join("ui/src");
    for file in sources(&ui, &["ts", "svelte"]) {
        let inside = file.strip_prefix(&ui).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        if !inside.starts_with("host") {
            for word in ["@tauri-apps/", "new WebSocket", "fetch("] {
                assert!(!code(&text).contains(word), "{} names {word}: only ui/src/host may", file.display());
            }
        }
        // What two features share goes down, what joins them goes up to places.
        let aside = ["from '../", "import('../"]
            .iter()
            .any(|way| text.lines().any(|line| line.contains(way) && !line.contains(&format!("{way}../"))));
        assert!(!(inside.starts_with("features") && aside), "{}: no feature imports another", file.display());
        if inside.starts_with("kit") {
            for word in ["/features/", "/places/", "/host/", "/rows/"] {
                assert!(
                    !imports(&text).any(|line| line.contains(word)),
                    "{}: the kit imports no feature",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn every_module_says_what_it_owns() {
    for folder in ["src-tauri", "tests"] {
        for file in sources(&place::root().join(folder), &["rs"]) {
            let text = fs::read_to_string(&file).unwrap();
            assert!(text.starts_with("//!"), "{} does not open with `//!`", file.display());
        }
    }
}

#[test]
fn no_file_is_a_drawer() {
    let drawers = ["util", "utils", "common", "helper", "helpers", "manager", "service", "services", "misc"];
    for folder in ["src-tauri", "ui/src", "tests"] {
        for file in sources(&place::root().join(folder), &["rs", "ts", "svelte"]) {
            for part in file.strip_prefix(place::root()).unwrap().components() {
                let name = part.as_os_str().to_string_lossy().to_lowercase();
                let stem = name.split('.').next().unwrap_or_default();
                assert!(
                    !drawers.contains(&stem),
                    "{} is a drawer: name it after what it holds",
                    file.display()
                );
            }
        }
    }
}

/// All files below a folder with one of these endings, but what is installed or generated.
fn sources(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !["node_modules", "target", "gen", "dist"].iter().any(|skipped| name == *skipped) {
                found.extend(sources(&path, endings));
            }
        } else if is_test(&name.to_string_lossy()) {
            // A test may read a file or a clock; what it tests may not.
        } else if path.extension().is_some_and(|end| endings.iter().any(|one| end == *one)) {
            found.push(path);
        }
    }
    found
}

fn is_test(name: &str) -> bool {
    name.contains(".test.") || name == "tests.rs" || name.ends_with("_tests.rs")
}

/// The text without its comment lines.
fn code(text: &str) -> String {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//") && !line.trim_start().starts_with('*'))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The lines that import something that runs; the types of the rows may be named everywhere.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("import type "))
        .filter(|line| line.trim_start().starts_with("import ") || line.contains(" from '"))
}
