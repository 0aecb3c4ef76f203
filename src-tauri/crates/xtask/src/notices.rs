//! The notices that the licences of other people's code ask us to hand on with the program: every library that is
//! linked into it, with the texts that came with its source, and what the pages are built from. Cargo knows the
//! libraries and where their sources lie, Vite those of the pages (`build.license`); nothing is fetched.
//!
//! One file for each build, `third-party.txt`, which the bundler puts beside our own licences.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::place;
use crate::process::answer;
use crate::steps::{Done, Stop};

/// A library of the program.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Library {
    name: String,
    version: String,
    /// As its manifest says it: `MIT OR Apache-2.0`.
    licence: String,
    /// Where its source is found, and who wrote it; one of them may be unknown.
    repository: String,
    authors: String,
    folder: PathBuf,
}

/// Writes the notices of the app and answers the changes to `tauri.conf.json` that take them into the packages.
pub(crate) fn declared(release: bool) -> Done<String> {
    let libraries = linked(&metadata()?);
    let pages = place::root().join("ui/dist/licences.md");
    let pages = fs::read_to_string(&pages).map_err(|source| unreadable(&pages, &source))?;
    let file = place::app(release).with_file_name("third-party.txt");
    fs::write(&file, written(&libraries, &pages)).map_err(|source| unreadable(&file, &source))?;
    let shown = file.to_string_lossy().into_owned();
    Ok(json!({"bundle": {"resources": {shown: "licences/third-party.txt"}}}).to_string())
}

fn unreadable(file: &Path, source: &std::io::Error) -> Stop {
    Stop::failed(format!("{}: {source}", file.display()), "")
}

/// What cargo knows of every crate that this system's app may be made of.
fn metadata() -> Done<Value> {
    let host = answer("rustc", &["-vV"])
        .and_then(|told| told.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned)))
        .ok_or_else(|| Stop::failed("`rustc -vV` does not say which system it builds for", ""))?;
    let words = ["metadata", "--format-version", "1", "--locked", "--filter-platform", &host];
    answer(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), &words)
        .and_then(|told| serde_json::from_str(&told).ok())
        .ok_or_else(|| Stop::failed("`cargo metadata` does not say what the app is made of", ""))
}

/// The libraries that end up in the app: what it depends on, and what those do, but neither what only builds or
/// tests them nor what runs inside the compiler. Our own crates are not among them.
fn linked(metadata: &Value) -> BTreeSet<Library> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let needs: BTreeMap<String, Vec<Value>> = list(&metadata["resolve"]["nodes"])
        .into_iter()
        .map(|node| (text(&node["id"]), list(&node["deps"])))
        .collect();
    let app =
        packages.iter().find(|(_, package)| package["name"] == "quartier-libre").map(|(id, _)| id.clone());
    let mut open: Vec<String> = app.into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut libraries = BTreeSet::new();
    while let Some(id) = open.pop() {
        let Some(package) = packages.get(&id) else { continue };
        let inside = |target: &Value| list(&target["kind"]).iter().any(|kind| kind == "proc-macro");
        if list(&package["targets"]).iter().any(inside) || !seen.insert(id.clone()) {
            continue;
        }
        if !package["source"].is_null() {
            libraries.insert(Library {
                name: text(&package["name"]),
                version: text(&package["version"]),
                licence: text(&package["license"]),
                repository: text(&package["repository"]),
                authors: list(&package["authors"]).iter().map(text).collect::<Vec<_>>().join(", "),
                folder: Path::new(&text(&package["manifest_path"])).with_file_name(""),
            });
        }
        for need in needs.get(&id).into_iter().flatten() {
            if list(&need["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                open.push(text(&need["pkg"]));
            }
        }
    }
    libraries
}

/// The whole file: what there is, then every text once, under the names of those it came with.
fn written(libraries: &BTreeSet<Library>, pages: &str) -> String {
    let mut texts: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    let mut list = String::new();
    for library in libraries {
        let Library { name, version, licence, repository, authors, folder } = library;
        let mut files = Vec::new();
        find(folder, 4, &mut files);
        files.sort();
        let from = [repository, authors].into_iter().filter(|part| !part.is_empty()).cloned();
        let from = from.collect::<Vec<_>>().join(", ");
        let bare = if files.is_empty() { " (its source holds no text of it)" } else { "" };
        list.push_str(&format!("{name} {version}: {licence}{bare}\n    {from}\n"));
        for file in files {
            let Ok(bytes) = fs::read(&file) else { continue };
            let text = String::from_utf8_lossy(&bytes).into_owned();
            // The same words in other lines are the same text.
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            texts
                .entry(words)
                .or_insert_with(|| (text, BTreeSet::new()))
                .1
                .insert(format!("{name} {version}"));
        }
    }
    let line = "-".repeat(80);
    let mut all = format!(
        "Quartier Libre contains the libraries below. Each is used under one of the licences named with it; the\n\
         texts follow, each once. MIT and Apache-2.0 are also in this folder, as our own. The standard library of\n\
         Rust (MIT OR Apache-2.0, https://github.com/rust-lang/rust) is in the program too.\n\n{list}"
    );
    for (text, names) in texts.into_values() {
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        all.push_str(&format!("\n{line}\n{names}\n{line}\n\n{}\n", text.trim_end()));
    }
    all.push_str(&format!("\n{line}\nThe pages of the program\n{line}\n\n{}\n", pages.trim_end()));
    all
}

/// The licence texts in a source, also those of code that it carries along (C, data) some folders below.
fn find(folder: &Path, depth: u32, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if path.is_dir() {
            if depth > 0 && !["tests", "benches", "examples", "fuzz", "target"].contains(&name.as_str()) {
                find(&path, depth - 1, found);
            }
        } else if is_licence(folder, &name) {
            found.push(path);
        }
    }
}

fn is_licence(folder: &Path, name: &str) -> bool {
    let ends = ["rs", "py", "toml", "json", "js", "html", "c", "h"];
    if Path::new(name).extension().is_some_and(|end| ends.iter().any(|code| end == *code)) {
        return false;
    }
    // The folder of the REUSE convention holds a file for each licence, under the licence's name.
    let reuse = folder.file_name().is_some_and(|folder| folder == "LICENSES");
    let starts = ["license", "licence", "unlicense", "copying", "copyright", "notice", "ofl"];
    reuse || starts.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, kind: &str, source: &Value) -> Value {
        json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT", "repository": "https://x.example",
            "authors": ["Someone"], "manifest_path": format!("/sources/{name}/Cargo.toml"),
            "targets": [{"kind": [kind]}], "source": source})
    }

    #[test]
    fn what_is_linked_is_named_and_what_only_builds_is_not() {
        let registry = json!("registry");
        let need = |name: &str, kind: &Value| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let metadata = json!({
            "packages": [package("quartier-libre", "bin", &Value::Null), package("ql-own", "lib", &Value::Null),
                package("far", "lib", &registry), package("builds", "lib", &registry),
                package("compiles", "proc-macro", &registry), package("behind", "lib", &registry),
                package("elsewhere", "lib", &registry)],
            "resolve": {"nodes": [
                {"id": "quartier-libre", "deps": [need("ql-own", &Value::Null), need("builds", &json!("build"))]},
                {"id": "ql-own", "deps": [need("far", &Value::Null), need("compiles", &Value::Null)]},
                {"id": "compiles", "deps": [need("behind", &Value::Null)]},
                {"id": "far", "deps": [need("ql-own", &json!("dev"))]},
            ]},
        });
        let names: Vec<String> = linked(&metadata).into_iter().map(|library| library.name).collect();
        assert_eq!(
            names,
            ["far"],
            "through our own crate; nothing of the compiler's, nothing that is not asked for"
        );
    }

    #[test]
    fn a_text_stands_once_and_under_every_name() {
        let folder = std::env::temp_dir().join(format!("ql-notices-{}", std::process::id()));
        let library = |name: &str, file: &str, text: &str| {
            let folder = folder.join(name);
            let file = folder.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
            let (version, licence) = ("1.0.0".to_owned(), "MIT".to_owned());
            Library {
                name: name.to_owned(),
                version,
                licence,
                repository: String::new(),
                authors: "A".to_owned(),
                folder,
            }
        };
        let libraries = BTreeSet::from([
            library("one", "LICENSE-MIT", "Copyright of A\nPermission is granted\n"),
            library("two", "c/engine/COPYING", "Copyright of A\r\n  Permission is granted"),
            library("three", "src/license.rs", "pub fn code() {}"),
        ]);
        let all = written(&libraries, "svelte");
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(all.matches("Permission is granted").count(), 1, "{all}");
        assert!(all.contains("\none 1.0.0, two 1.0.0\n"), "{all}");
        assert!(all.contains("three 1.0.0: MIT (its source holds no text of it)"), "{all}");
        assert!(!all.contains("pub fn code"), "code is no licence");
        assert!(all.contains("svelte"));
    }
}
