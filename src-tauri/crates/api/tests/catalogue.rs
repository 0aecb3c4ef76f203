//! The words of the command line and of native dialogs: the same keys in both languages, none missing and none left over. (The screens'
//! catalogues have the same test in `ui/src/texts`.)

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn keys_of(language: &str, file: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(format!("assets/locales/{language}/{file}.ftl")))
        .expect("the catalogue is there");
    let lines = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =").map(|(key, _)| key.trim().to_owned())).collect()
}

fn keys(language: &str) -> BTreeSet<String> {
    keys_of(language, "cli")
}

fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder of sources can be read").flatten() {
        let path = entry.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "gen" && name != "target") {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push_str(&fs::read_to_string(&path).expect("a source can be read"));
        }
    }
}

#[test]
fn every_word_of_the_command_line_is_used_and_there_in_both_languages() {
    assert_eq!(keys("fr"), keys("en"), "both languages have the same keys");
    let mut code = String::new();
    sources(&root().join("src-tauri"), &mut code);
    let unused: Vec<String> =
        keys("fr").into_iter().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
    let said = code.split('"').filter(|text| {
        (text.starts_with("cli-") || text.starts_with("dialog-"))
            && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    });
    let missing: Vec<&str> = said.filter(|text| text.len() > 7 && !keys("fr").contains(*text)).collect();
    assert!(missing.is_empty(), "the catalogues lack {missing:?}");
}

#[test]
fn every_word_of_papers_is_asked_for_and_there_in_both_languages() {
    let mut code = String::new();
    for folder in ["api/src/export", "api/src/register_paper", "paper/src"] {
        sources(&root().join("src-tauri/crates").join(folder), &mut code);
    }
    // Words of templates are asked for without "paper-"; months, days, states and the like by their codes.
    let coded = [
        "month-",
        "paper-int-ext-",
        "paper-weekday-",
        "paper-state-",
        "paper-processing-",
        "paper-attendance-",
    ];
    let by_code = |key: &str| coded.iter().any(|family| key.starts_with(family));
    let asked = |key: &str| {
        let short = key.strip_prefix("paper-").unwrap_or(key);
        code.contains(&format!("\"{key}\"")) || code.contains(&format!("\"{short}\""))
    };
    for file in ["paper", "register-paper"] {
        assert_eq!(keys_of("fr", file), keys_of("en", file), "both languages have the same keys");
        let unused: Vec<String> =
            keys_of("fr", file).into_iter().filter(|key| !by_code(key) && !asked(key)).collect();
        assert!(unused.is_empty(), "nobody prints {unused:?}");
    }
}

#[test]
fn no_key_stands_twice_in_the_catalogues_of_a_language() {
    for language in ["fr", "en"] {
        let mut known = BTreeSet::new();
        let folder = root().join("assets/locales").join(language);
        for file in fs::read_dir(&folder).expect("the catalogues are there").flatten() {
            let text = fs::read_to_string(file.path()).expect("a catalogue");
            let keys = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
            for key in keys.filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned())) {
                assert!(
                    known.insert(key.clone()),
                    "{language}: {key} stands twice, and the last one is said"
                );
            }
        }
        assert!(known.len() > 500, "{language}");
    }
}
