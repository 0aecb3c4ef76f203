//! Texts as a spreadsheet takes them: no character that XML refuses, no mark that it would read as an order, no longer
//! than it has room for.

/// Longest text of a cell, in UTF-16 units: Excel's limit.
const LONGEST: usize = 32_767;
/// Longest title, author and description of a picture.
const LONGEST_LINE: usize = 255;
/// Longest title at the foot of a page: all of it may have 255, and an `&` in it counts twice.
const LONGEST_FOOT: usize = 80;
/// Longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// A text as a cell holds it, and whether it had to be cut.
pub(crate) fn cell(text: &str) -> (String, bool) {
    let mut text = clean(&text.replace("\r\n", "\n").replace('\r', "\n"));
    // `rust_xlsxwriter` takes what looks like its own runs for them and writes it as it is: broken XML, or markup.
    if text.starts_with("<r>") && text.ends_with("</r>") {
        text.push(' ');
    }
    short(text, LONGEST)
}

/// A text that stands beside the cells: title, author, the description of a picture.
pub(crate) fn line(text: &str) -> String {
    short(clean(text), LONGEST_LINE).0
}

/// What stands at the foot of each page, for Excel, to which `&` is an order.
pub(crate) fn foot(title: &str, sheet: &str) -> String {
    let plain = |text: &str, most| short(clean(&text.replace(['\n', '\r', '\t'], " ")), most).0;
    // A figure after an order would belong to it.
    format!(" {} · {}", plain(title, LONGEST_FOOT), plain(sheet, LONGEST_NAME)).replace('&', "&&")
}

/// A name as Excel takes it: at most 31 units, none of `[]:*?/\`, no apostrophe at either end, not its own `History`.
/// Empty when nothing is left.
pub(crate) fn sheet_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_control() || "[]:*?/\\".contains(letter) { ' ' } else { letter })
        .collect();
    let edge = |letter: char| letter.is_whitespace() || letter == '\'';
    let name = short(clean(plain.trim_matches(edge)), LONGEST_NAME).0;
    if name.eq_ignore_ascii_case("history") { format!("{name}_") } else { name }
}

/// Without what has no place in XML 1.0, nor in a spreadsheet: control characters but tabs and line ends, U+FFFE, U+FFFF.
pub(crate) fn clean(text: &str) -> String {
    let stays = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(stays).collect()
}

/// At most so many UTF-16 units, the last an ellipsis when something was cut, and whether it was.
fn short(text: String, most: usize) -> (String, bool) {
    if text.encode_utf16().count() <= most {
        return (text, false);
    }
    let mut room = most - 1;
    let fits = |letter: &char| {
        let size = letter.len_utf16();
        let fits = size <= room;
        room = room.saturating_sub(size);
        fits
    };
    (text.chars().take_while(fits).chain(['…']).collect(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foot_is_one_line_and_no_order_to_excel() {
        assert_eq!(foot("A & B\n2 &P", "Découpage"), " A && B 2 &&P · Découpage");
        assert!(foot(&"&".repeat(10_000), "Découpage").len() < 255, "Excel refuses a longer one");
    }
}
