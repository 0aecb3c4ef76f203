//! What is on a screen, as the X server says it: nothing that the program under test could say of itself.

use std::collections::HashSet;
use std::process::Command;

use ql_tests::screen::Screen;

/// The name of the screen, as `DISPLAY` has it.
pub fn display(screen: &Screen) -> String {
    let mut command = Command::new("true");
    let command = screen.environment(&mut command);
    let display = command.get_envs().find(|(name, _)| *name == "DISPLAY").and_then(|(_, value)| value);
    display.expect("a screen has a name").to_string_lossy().into_owned()
}

/// The class of the window with this title, if there is one. xwininfo's line for it is
/// `0x400003 "Title": ("class" "Class")  1366x768+0+0  +0+0`.
pub fn window(screen: &Screen, title: &str) -> Option<String> {
    let mut list = Command::new("xwininfo");
    list.args(["-root", "-tree"]);
    let output = screen.environment(&mut list).output().expect("xwininfo starts (x11-utils)");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let begin = format!("\"{title}\": (\"");
    told.lines().find_map(|line| line.split_once(&begin)?.1.split('"').next().map(str::to_owned))
}

/// The whole screen, in the format of xwd.
pub fn picture(screen: &Screen) -> Vec<u8> {
    let mut dump = Command::new("xwd");
    dump.args(["-root", "-silent"]);
    let output = screen.environment(&mut dump).output().expect("xwd starts (x11-apps)");
    output.stdout
}

/// How many different colours are in a picture.
pub fn colours(bytes: &[u8]) -> usize {
    // X11/XWDFile.h: a head of big-endian words, among them its own length and the number of entries of 12 bytes in
    // the table of colours, then the pixels, four bytes each on a screen of 24 bits.
    let word = |at: usize| {
        let four = bytes.get(at * 4..at * 4 + 4).and_then(|four| four.try_into().ok());
        four.map(u32::from_be_bytes).and_then(|word| usize::try_from(word).ok())
    };
    let (Some(head), Some(32), Some(table)) = (word(0), word(11), word(19)) else { return 0 };
    let pixels = bytes.get(head + table * 12..).unwrap_or_default();
    pixels.chunks_exact(4).collect::<HashSet<_>>().len()
}
