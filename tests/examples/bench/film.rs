//! Large films, drawn by the command line: what a group would have after a very long week.

use ql_tests::cli::id;
use ql_tests::{Cli, ink};
use serde_json::{Value, json};

/// The id of a new film of `panels` panels with `strokes` strokes each; two panels a shot, twenty-five shots a scene.
pub fn make(cli: &Cli, title: &str, panels: u32, strokes: u32) -> String {
    let mut batch = cli.batch();
    let film = id(&batch.call("add_film", &json!({"title": title})));
    let (mut scene, mut shot) = (String::new(), String::new());
    for at in 0..panels {
        if at % 50 == 0 {
            scene = id(&batch.call("add_scene", &json!({"film": film, "heading": format!("Lieu {at}")})));
        }
        if at % 2 == 0 {
            shot = id(&batch.call("add_shot", &json!({"scene": scene})));
        }
        let panel = id(&batch.call("add_panel", &json!({"shot": shot})));
        for stroke in 0..strokes {
            let with = json!({"panel": panel, "ink": ink::wave(at * 41 + stroke, 60)});
            let _: Value = batch.call("add_stroke", &with);
        }
    }
    assert_eq!(batch.end(), 0);
    film
}
