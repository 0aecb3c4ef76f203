//! The hands at a page: a real pointer, a real keyboard, a file from the disk.

use std::time::Duration;

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use serde_json::json;

use super::{Page, Spot};

impl Page {
    /// Clicks in the middle, once it can be used, is not covered and has stopped moving.
    pub fn click(&self, role: &str, name: &str) -> Spot {
        let mut last: Option<(f64, f64)> = None;
        let spot = self.until(&format!("{role} \"{name}\" can be clicked"), || {
            let spot = self.all(role, name).into_iter().find(|spot| spot.reachable && !spot.disabled)?;
            let still = last == Some(spot.middle());
            last = Some(spot.middle());
            still.then_some(spot)
        });
        self.click_at(spot.middle());
        spot
    }

    /// Clicks at a point of the viewport.
    pub fn click_at(&self, at: (f64, f64)) {
        self.pointer(&[at], Duration::ZERO);
    }

    /// Presses at the first point, moves through the others, lets go at the last.
    pub fn drag(&self, through: &[(f64, f64)]) {
        self.pointer(through, Duration::from_millis(16));
    }

    /// Presses at the first point, moves through the others and stays down, until [`Page::release`].
    pub fn press_and_hold(&self, through: &[(f64, f64)]) {
        let mut hand = MouseActions::new("hand".to_owned());
        for (at, &(x, y)) in through.iter().enumerate() {
            hand = hand.then(PointerAction::MoveTo { duration: Some(Duration::from_millis(16)), x, y });
            if at == 0 {
                hand = hand.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            }
        }
        self.ask("the pointer", self.client().perform_actions(hand));
    }

    /// Lets go of every key and button.
    pub fn release(&self) {
        self.ask("let go", self.client().release_actions());
    }

    fn pointer(&self, through: &[(f64, f64)], each: Duration) {
        let moves =
            through.iter().skip(1).map(|&(x, y)| PointerAction::MoveTo { duration: Some(each), x, y });
        let mut hand = MouseActions::new("hand".to_owned());
        if let Some(&(x, y)) = through.first() {
            hand = hand.then(PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y });
        }
        hand = hand.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for action in moves {
            hand = hand.then(action);
        }
        hand = hand.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.ask("the pointer", self.client().perform_actions(hand));
    }

    /// Presses keys together: `"Control+z"`, `"Shift+N"`, `"Enter"`, `"?"`.
    pub fn press(&self, chord: &str) {
        let keys: Vec<char> = if chord == "+" { vec!['+'] } else { chord.split('+').map(key).collect() };
        let mut hand = KeyActions::new("keys".to_owned());
        for &value in &keys {
            hand = hand.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            hand = hand.then(KeyAction::Up { value });
        }
        self.ask("the keys", self.client().perform_actions(hand));
    }

    /// Types a text, letter by letter.
    pub fn type_text(&self, text: &str) {
        let mut hand = KeyActions::new("keys".to_owned());
        for value in text.chars() {
            hand = hand.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.ask("the keys", self.client().perform_actions(hand));
    }

    /// Puts a text in a field in place of what it holds.
    pub fn fill(&self, role: &str, name: &str, text: &str) {
        self.click(role, name);
        self.press("Control+a");
        self.type_text(text);
    }

    /// Gives a file to the page's file field, as the system's dialog would.
    pub fn give_file(&self, path: &std::path::Path) {
        let client = self.client();
        let giving = async {
            let field = client.find(fantoccini::Locator::Css("input[type=file]")).await?;
            field.send_keys(&path.to_string_lossy()).await
        };
        self.ask("give a file", giving);
    }

    /// Chooses an option of a native list; `option` is matched as a name is.
    pub fn choose(&self, role: &str, name: &str, option: &str) {
        self.find(role, name);
        let chosen = self.script(
            "const list = all(arguments[0], arguments[1])[0];
             const option = [...list.options].find((one) => matches(flat(one.label), arguments[2]));
             if (!option) return [...list.options].map((one) => one.label).join(' | ');
             list.value = option.value;
             list.dispatchEvent(new Event('input', { bubbles: true }));
             list.dispatchEvent(new Event('change', { bubbles: true }));
             return true",
            &[json!(role), json!(name), json!(option)],
        );
        assert_eq!(chosen, true, "no option \"{option}\" in \"{name}\"");
    }
}

/// The key of a name, in WebDriver's private letters.
fn key(name: &str) -> char {
    match name {
        "Control" => '\u{e009}',
        "Shift" => '\u{e008}',
        "Alt" => '\u{e00a}',
        "Enter" => '\u{e007}',
        "Escape" => '\u{e00c}',
        "Tab" => '\u{e004}',
        "Space" => ' ',
        "Backspace" => '\u{e003}',
        "Delete" => '\u{e017}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Home" => '\u{e011}',
        "End" => '\u{e010}',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "F2" => '\u{e032}',
        other => {
            let mut letters = other.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("no key is called {other}"),
            }
        }
    }
}
