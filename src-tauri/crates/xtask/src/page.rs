//! The pages (`ui/`): their packages and their build. Each is skipped when nothing changed since.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use serde_json::Value;

use crate::place;
use crate::process::{must, npm};
use crate::steps::{Done, Steps};

/// Fetches the packages of `ui/package-lock.json` unless exactly those are installed.
pub(crate) fn packages(steps: &mut Steps) -> Done {
    let ui = place::root().join("ui");
    if up_to_date(&ui) {
        println!("\n── npm: the packages of the pages are here");
        return Ok(());
    }
    steps.step("npm", "fetch the packages of the pages", || {
        must(npm().args(["ci", "--no-audit", "--no-fund"]))
    })
}

/// Builds the pages into `ui/dist`, which the app carries inside, unless they are newer than all they are made of.
pub(crate) fn build(steps: &mut Steps) -> Done {
    let root = place::root();
    // A first page without scripts beside it is the one that cargo puts there when nothing was built yet.
    let built = modified(&root.join("ui/dist/index.html")).filter(|_| root.join("ui/dist/assets").is_dir());
    let sources = [
        "ui/src",
        "ui/index.html",
        "ui/package.json",
        "ui/package-lock.json",
        "ui/vite.config.ts",
        "ui/svelte.config.js",
        "ui/tsconfig.json",
        "ui/public",
        "assets",
    ];
    let newest = sources.iter().filter_map(|source| newest_in(&root.join(source))).max();
    if built.is_some() && built >= newest {
        println!("\n── page: the pages are built");
        return Ok(());
    }
    steps.step("page", "build the pages", || must(npm().args(["run", "build"])))
}

/// npm writes what it installed into a lock of its own; both agree when every package has the same version
/// and contents. Packages for other systems (`optional`) may be missing from it.
fn up_to_date(ui: &Path) -> bool {
    let read = |path: &str| -> Option<Value> { serde_json::from_slice(&fs::read(ui.join(path)).ok()?).ok() };
    match (read("package-lock.json"), read("node_modules/.package-lock.json")) {
        (Some(wanted), Some(present)) => same_packages(&wanted, &present),
        _ => false,
    }
}

fn same_packages(wanted: &Value, present: &Value) -> bool {
    let (Some(wanted), Some(present)) = (wanted["packages"].as_object(), present["packages"].as_object())
    else {
        return false;
    };
    let same = |name: &String, one: &Value, other: &Value| {
        name.is_empty() || (one["version"] == other["version"] && one["integrity"] == other["integrity"])
    };
    let nothing_missing = wanted.iter().all(|(name, package)| match present.get(name) {
        Some(other) => same(name, package, other),
        None => name.is_empty() || package["optional"] == true || package["devOptional"] == true,
    });
    nothing_missing && present.keys().all(|name| wanted.contains_key(name))
}

/// When a file was last written.
pub(crate) fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// The newest change in a file or folder. Folders count too: removing a file changes only its folder.
fn newest_in(path: &Path) -> Option<SystemTime> {
    let own = modified(path)?;
    let inside =
        fs::read_dir(path).into_iter().flatten().flatten().filter_map(|entry| newest_in(&entry.path())).max();
    Some(inside.map_or(own, |inside| inside.max(own)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn another_version_or_a_missing_package_calls_for_npm() {
        let wanted = json!({"packages": {"": {}, "node_modules/a": {"version": "1.0.0", "integrity": "x"},
            "node_modules/only-mac": {"version": "2.0.0", "optional": true}}});
        let present = json!({"packages": {"node_modules/a": {"version": "1.0.0", "integrity": "x"}}});
        assert!(same_packages(&wanted, &present), "a package for another system is not missing here");
        let older = json!({"packages": {"node_modules/a": {"version": "0.9.0", "integrity": "x"}}});
        assert!(!same_packages(&wanted, &older));
        assert!(!same_packages(&wanted, &json!({"packages": {}})));
    }
}
