//! axe-core on a page: what a screen reader, a keyboard or a trembling hand would stumble over.

use serde_json::{Value, json};

use crate::page::Page;
use crate::place;

/// What axe-core finds wrong on the screen as it is now, one line for each element; nothing when all is well.
///
/// # Panics
/// When axe-core is not installed in `ui`.
pub fn violations(page: &Page) -> Vec<String> {
    let path = place::root().join("ui/node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{} ({error}): run `npm ci` in ui", path.display()));
    // Given as part of the script, not as a script element: the page's content policy stays as it is.
    let script = format!(
        "{source}\nconst done = arguments[arguments.length - 1];\naxe.run(document, arguments[0]).then((result) => done(result.violations), (error) => done(String(error)));"
    );
    // `target-size` is off by default; fingers and blunt pens need it.
    let options = json!({"rules": {"target-size": {"enabled": true}}, "resultTypes": ["violations"]});
    let found = page.script_later(&script, &[options]);
    let list = found.as_array().unwrap_or_else(|| panic!("axe-core did not run: {found}"));
    list.iter()
        .flat_map(|rule| rule["nodes"].as_array().into_iter().flatten().map(|node| line(rule, node)))
        .collect()
}

fn line(rule: &Value, node: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().replace('\n', " ");
    format!("{}: {} {}", text(&rule["id"]), node["target"], text(&node["failureSummary"]))
}
