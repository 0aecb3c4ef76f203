//! Large films, drawn by the command line: what a group would have after a very long week.

use ql_tests::cli::id;
use ql_tests::{Cli, ink};
use serde_json::{Value, json};

const WORDS: [&str; 12] =
    ["Idriss", "traverse", "le", "terrain", "vague", "au", "petit", "matin", "et", "ramasse", "un", "ballon"];

/// The id of a new film of `panels` panels with `strokes` strokes each; two panels a shot, twenty-five shots a scene.
pub fn make(cli: &Cli, title: &str, panels: u32, strokes: u32) -> String {
    told(cli, title, panels, strokes, 0, 0)
}

/// The same with so many words of action and of dialogue on each panel, none like another.
pub fn told(cli: &Cli, title: &str, panels: u32, strokes: u32, action: u32, dialogue: u32) -> String {
    // By chance that is the same each time: Typst would set equal texts only once.
    let mut chance = 1_u32;
    let mut text = |words: u32| {
        let mut word = || {
            chance = chance.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            WORDS[(chance >> 16) as usize % WORDS.len()]
        };
        (0..words).map(|_| word()).collect::<Vec<_>>().join(" ")
    };
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
        for (field, words) in [("action", action), ("dialogue", dialogue)] {
            if words > 0 {
                let with = json!({"entity": panel, "field": field, "value": text(words)});
                let _: Value = batch.call("set_field", &with);
            }
        }
        for stroke in 0..strokes {
            let with = json!({"panel": panel, "ink": ink::wave(at * 41 + stroke, 60)});
            let _: Value = batch.call("add_stroke", &with);
        }
    }
    assert_eq!(batch.end(), 0);
    film
}
