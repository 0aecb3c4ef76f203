//! The screens there are, and the way to each of them: what lies on the desk first, where to go, what to press. The words
//! on the buttons are read in the catalogues, so that the way is the same in every language.

use std::fs;
use std::time::Duration;

use ql_tests::cli::id;
use ql_tests::{Cli, Server, ink, place, wait_for};
use serde_json::{Value, json};

use crate::Desk;

/// One thing done on the way to a screen.
pub enum Step {
    Key(&'static str),
    Click(&'static str, String),
    Fill(String, String),
}

/// A screen: its name, its address, and what to do there before looking.
pub struct Screen {
    pub name: &'static str,
    place: String,
    way: Vec<Step>,
    /// The screen is there when this is true.
    ready: &'static str,
    /// Leaves what lies over the place.
    back: Option<Step>,
}

/// A desk with all that the screens show, and the way to each of them.
pub struct Tour {
    pub desk: Desk,
    pub screens: Vec<Screen>,
    /// Another program, which holds the file that does not open.
    _elsewhere: (Cli, Server),
}

impl Tour {
    /// On the demo and a copy of it with things in the trash, in a language and a light.
    pub fn new(language: &str, theme: &str) -> Self {
        let cli = Cli::new();
        cli.call("set_settings", &json!({"language": language, "theme": theme}));
        let film = cli.json(&["demo"])["film"].as_str().unwrap().to_owned();
        let panel = cli.dump(&film)["panels"][2]["id"].as_str().unwrap().to_owned();
        let bin = with_things_put_aside(&cli, &film);
        let other = Cli::new();
        let server = other.serve();
        let desk = Desk::on(cli);
        wait_for("the copy of the day is made", Duration::from_secs(20), || {
            let copies = desk.cli.call("list_backups", &json!({}));
            copies["backups"].get(0).is_some().then_some(())
        });
        let mut screens = places(&film, &panel);
        screens.extend(sheets(language, &film, &panel));
        screens.extend(troubles(language, &bin, &other));
        Self { desk, screens, _elsewhere: (other, server) }
    }

    /// Goes to a screen, from another one.
    pub fn visit(&self, screen: &Screen) {
        let page = &self.desk.page;
        self.desk.go("#/settings");
        page.wait(
            "settings between two screens",
            "return document.querySelector('main.settings') !== null",
            &[],
        );
        self.desk.go(&screen.place);
        if matches!(screen.way.first(), Some(Step::Key(_))) {
            let ground = "return document.querySelector('main h2 a') !== null || document.querySelector('[data-cell][aria-selected=true]') !== null";
            page.wait("the screen below the dialog", ground, &[]);
        }
        for step in &screen.way {
            self.take(step);
        }
        page.wait(screen.name, screen.ready, &[]);
    }

    /// Puts away what a screen laid over its place.
    pub fn leave(&self, screen: &Screen) {
        let Some(back) = &screen.back else { return };
        self.take(back);
        self.desk.page.wait(
            "what lay over the screen is put away",
            "return document.querySelector('dialog:modal, main.problem') === null",
            &[],
        );
    }

    fn take(&self, step: &Step) {
        let page = &self.desk.page;
        match step {
            Step::Key(chord) => page.press(chord),
            Step::Click(role, name) => drop(page.click(role, name)),
            Step::Fill(name, text) => page.fill("textbox", name, text),
        }
    }
}

/// What is always there.
fn places(film: &str, panel: &str) -> Vec<Screen> {
    let screen = |name, place: String, ready| Screen { name, place, way: Vec::new(), ready, back: None };
    vec![
        screen("home", "#/".into(), "return document.querySelector('main h2 a') !== null"),
        screen(
            "storyboard",
            format!("#/film/{film}/storyboard"),
            "return document.querySelectorAll('[data-cell]').length > 10",
        ),
        screen(
            "shots",
            format!("#/film/{film}/shots"),
            "return document.querySelectorAll('[data-row]').length > 5",
        ),
        screen(
            "draw",
            format!("#/film/{film}/draw/{panel}"),
            "const look = new OffscreenCanvas(128, 72).getContext('2d', { willReadFrequently: true });
             for (const one of document.querySelectorAll('[role=application][aria-busy=false] canvas'))
               if (one.width > 0) look.drawImage(one, 0, 0, 128, 72);
             return look.getImageData(0, 0, 128, 72).data.some((value) => value > 0)",
        ),
        screen(
            "trash-empty",
            format!("#/film/{film}/trash"),
            "return document.querySelector('main.trash .empty') !== null",
        ),
        screen(
            "settings",
            "#/settings".into(),
            "return document.querySelector('main.settings section') !== null",
        ),
    ]
}

/// What is laid over a place.
fn sheets(language: &str, film: &str, panel: &str) -> Vec<Screen> {
    let button = |key: &str| Step::Click("button", words(language, key));
    let screen = |name, place: &str, way, ready| Screen {
        name,
        place: place.to_owned(),
        way,
        ready,
        back: Some(Step::Key("Escape")),
    };
    let board = format!("#/film/{film}/storyboard");
    let draw = format!("#/film/{film}/draw/{panel}");
    vec![
        screen(
            "keys",
            &board,
            vec![Step::Key("?")],
            "return document.querySelector('dialog:modal kbd') !== null",
        ),
        screen(
            "new-film",
            "#/",
            vec![Step::Key("n")],
            "return document.querySelector('dialog:modal form') !== null",
        ),
        screen(
            "search",
            "#/",
            vec![Step::Key("Control+k")],
            "return document.querySelector('dialog:modal input') !== null",
        ),
        screen(
            "print",
            &board,
            vec![Step::Key("Control+p")],
            "return document.querySelector('dialog:modal img') !== null",
        ),
        screen(
            "print-shots",
            &format!("#/film/{film}/shots"),
            vec![button("print")],
            "return document.querySelector('dialog:modal img') !== null",
        ),
        screen(
            "move",
            &board,
            vec![Step::Key("m")],
            "return document.querySelector('dialog:modal select') !== null",
        ),
        screen(
            "shot",
            &format!("#/film/{film}/shots"),
            vec![Step::Click("rowheader", "1A".into()), Step::Key("Enter")],
            "return document.querySelectorAll('dialog:modal textarea').length > 1",
        ),
        screen(
            "faces",
            &draw,
            vec![button("faces-title")],
            "return document.querySelectorAll('dialog:modal li [aria-pressed]').length > 5",
        ),
        screen(
            "new-face",
            &draw,
            vec![button("faces-title"), button("faces-add")],
            "return document.querySelector('dialog:modal form [role=radio]') !== null",
        ),
        screen(
            "restore",
            "#/settings",
            vec![button("backups-return")],
            "return document.querySelector('dialog:modal li button') !== null",
        ),
    ]
}

/// What one hopes not to see: `bin` is a film with things in the trash, `other` holds its file itself.
fn troubles(language: &str, bin: &str, other: &Cli) -> Vec<Screen> {
    let button = |key: &str| Step::Click("button", words(language, key));
    let trash = format!("#/film/{bin}/trash");
    vec![
        Screen {
            name: "trash",
            place: trash.clone(),
            way: Vec::new(),
            ready: "const [lost, trash] = document.querySelectorAll('main.trash section');
                    return lost?.querySelectorAll('li').length === 1 && trash?.querySelectorAll('li').length === 4",
            back: None,
        },
        Screen {
            name: "put-back",
            place: trash,
            // What is put back is named too.
            way: vec![Step::Click("button", format!("{}…", words(language, "trash-place")))],
            ready: "return document.querySelector('dialog:modal select') !== null",
            back: Some(Step::Key("Escape")),
        },
        Screen {
            name: "problem",
            place: "#/".into(),
            way: vec![
                button("file-open"),
                Step::Fill(format!("{}…", words(language, "path-label")), other.workspace().display().to_string()),
                Step::Key("Enter"),
            ],
            ready: "return document.querySelectorAll('main.problem .door').length === 5",
            back: Some(button("problem-stay")),
        },
    ]
}

/// A copy of the demo in which a scene, a shot, a panel and an arrow are in the trash, and a panel is lost: someone still drew
/// in it when the scene around it was deleted.
fn with_things_put_aside(cli: &Cli, film: &str) -> String {
    let copy = id(&cli.call("duplicate_film", &json!({"film": film})));
    let dump = cli.dump(&copy);
    let scene = |at: usize| &dump["scenes"][at]["id"];
    let first = |rows: &str, parent: &str, of: &Value| -> &Value {
        dump[rows].as_array().unwrap().iter().find(|row| row[parent] == *of).unwrap()
    };
    let shot = |at: usize| &first("shots", "scene", scene(at))["id"];
    let panel = |at: usize| first("panels", "shot", shot(at));
    let mark = dump["drawings"].as_array().unwrap().iter().find_map(|one| one["marks"].get(0)).unwrap();
    let mut batch = cli.batch();
    for thing in [scene(2), shot(3), &panel(1)["id"], &mark["id"]] {
        batch.call("delete_entity", &json!({"entity": thing}));
    }
    batch.call("add_stroke", &json!({"drawing": panel(2)["drawing"], "ink": ink::wave(1, 60)}));
    batch.end();
    copy
}

/// A text of the catalogues as a name to look for: before what is put into it, with the spaces of a keyboard.
fn words(language: &str, key: &str) -> String {
    let folder = place::root().join("assets/locales").join(language);
    let text = fs::read_dir(folder).unwrap().flatten().find_map(|file| {
        let lines = fs::read_to_string(file.path()).unwrap();
        lines.lines().find_map(|line| line.strip_prefix(&format!("{key} = ")).map(str::to_owned))
    });
    let text = text.unwrap_or_else(|| panic!("no text for {key}")).replace(['\u{a0}', '\u{202f}'], " ");
    text.split_once('{').map_or(text.clone(), |(before, _)| format!("{}…", before.trim_end()))
}
