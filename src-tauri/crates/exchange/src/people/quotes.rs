//! Quotation marks of a CSV file that are not written as its rules have it: one that opens a cell and does not close it, after which all
//! that follows would be taken for one cell, and those that are part of a name.

use std::borrow::Cow;

/// Stands for a mark that opens a cell and does not close it. No text has this sign, nor the next.
pub(crate) const OPEN: char = '\u{fdd0}';
/// Stands for a mark that is a sign like others, where it would open a cell.
pub(crate) const PLAIN: char = '\u{fdd1}';

/// The text as the rules have it: a cell that does not close ends where its line does, and the lines below are lines again; marks within a
/// name are doubled.
pub(crate) fn marked(text: &str, separator: u8) -> Cow<'_, str> {
    let changes = changes(text.as_bytes(), separator);
    if changes.is_empty() {
        return text.into();
    }
    let (mut out, mut from) = (String::with_capacity(text.len() + 2 * changes.len()), 0);
    for (at, change) in changes {
        out.push_str(&text[from..at]);
        match change {
            Change::Open => out.push(OPEN),
            Change::Plain => out.push(PLAIN),
            Change::Doubled => out.push_str("\"\""),
        }
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out.into()
}

/// What becomes of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Open,
    Plain,
    Doubled,
}

/// How a cell that begins with a mark goes on.
enum Cell {
    /// Its end, and the marks within that are not doubled.
    Closed(usize, Vec<usize>),
    /// It does not begin with one, but with a sign like others.
    Plain,
    Open,
}

fn changes(text: &[u8], separator: u8) -> Vec<(usize, Change)> {
    let (mut found, mut at) = (Vec::new(), 0);
    let regular = is_regular(text, separator);
    // Separators of a line, and most of them so far.
    let (mut parted, mut most) = (0, 0);
    let mut begins = true;
    while at < text.len() {
        if begins && text[at] == b'"' {
            match cell(text, at, separator, most, regular) {
                Cell::Closed(end, within) => {
                    found.extend(within.into_iter().map(|at| (at, Change::Doubled)));
                    at = end;
                }
                other => {
                    let change = if matches!(other, Cell::Plain) { Change::Plain } else { Change::Open };
                    found.push((at, change));
                    at += 1;
                }
            }
            begins = false;
            continue;
        }
        begins = text[at] == separator || is_end(text[at]);
        parted += usize::from(text[at] == separator);
        if is_end(text[at]) {
            (most, parted) = (most.max(parted), 0);
        }
        at += 1;
    }
    found
}

/// An address of several lines is a cell. None is what holds a line of the table, what is closed where letters go on below, nor what lies
/// between two marks that stand alone in their cells, as people write "the same as above". In a `regular` text only the last is looked for: a
/// program wrote it, which knows the rules.
fn cell(text: &[u8], from: usize, separator: u8, most: usize, regular: bool) -> Cell {
    let parts = |byte: u8| byte == separator || is_end(byte);
    let (mut at, mut within) = (from + 1, Vec::new());
    // Lines that have begun within it, separators of the first and of this one, and whether any has all of the table.
    let (mut lines, mut first, mut parted, mut whole) = (0, 0, 0, false);
    while at < text.len() {
        match text[at] {
            b'"' if text.get(at + 1) == Some(&b'"') => at += 1,
            b'"' => {
                let rest = text[at + 1..].iter().position(|byte| *byte != b' ');
                let closes = rest.is_none_or(|next| parts(text[at + 1 + next]));
                if !closes && lines > 0 {
                    return Cell::Open;
                }
                if closes {
                    let inside = &text[from + 1..at];
                    let says = inside.iter().any(|byte| *byte != b' ' && !parts(*byte));
                    let ends = |byte: Option<&u8>| byte.is_some_and(|byte| parts(*byte));
                    let alone = ends(inside.first()) && ends(inside.last());
                    let torn = alone
                        && (!says && !regular || says && (whole || lines > 0 && first + parted > 0))
                        || !regular && whole && most > 1 && inside.last() == Some(&separator);
                    return if torn { Cell::Open } else { Cell::Closed(at + 1, within) };
                }
                within.push(at);
            }
            // "Jo" Paul: what opened has closed, and is a part of the name.
            byte if lines == 0 && parts(byte) && within.len() % 2 == 1 => return Cell::Plain,
            byte if is_end(byte) => {
                if !within.is_empty() {
                    return Cell::Plain;
                }
                first = if lines == 0 { parted } else { first };
                (lines, parted) = (lines + 1, 0);
            }
            byte if byte == separator => {
                parted += 1;
                whole |= lines > 0 && parted >= most.max(1);
            }
            _ => {}
        }
        at += 1;
    }
    if within.is_empty() { Cell::Open } else { Cell::Plain }
}

/// Whether all of it is as the rules have it: each mark opens a cell, closes one or is doubled, and all lines have as many cells.
fn is_regular(text: &[u8], separator: u8) -> bool {
    let parts = |byte: u8| byte == separator || is_end(byte);
    let (mut at, mut cells, mut lines, mut begins) = (0, 1, None, true);
    while at < text.len() {
        match text[at] {
            b'"' if begins => {
                at += 1;
                while at < text.len() && (text[at] != b'"' || text.get(at + 1) == Some(&b'"')) {
                    at += if text[at] == b'"' { 2 } else { 1 };
                }
                if at >= text.len() || text.get(at + 1).is_some_and(|next| !parts(*next)) {
                    return false;
                }
            }
            b'"' => return false,
            byte if byte == separator => cells += 1,
            byte if is_end(byte) => {
                // An empty line is none.
                let empty = at == 0 || is_end(text[at - 1]);
                if !empty && *lines.get_or_insert(cells) != cells {
                    return false;
                }
                cells = 1;
            }
            _ => {}
        }
        begins = parts(text[at]);
        at += 1;
    }
    text.last().is_none_or(|byte| is_end(*byte)) || lines.is_none_or(|all| all == cells)
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(char, usize)> {
        let changes = changes(text.as_bytes(), b';').into_iter();
        let sign = |change| match change {
            Change::Open => 'o',
            Change::Plain => 'p',
            Change::Doubled => 'd',
        };
        changes.map(|(at, change)| (sign(change), at)).collect()
    }

    #[test]
    fn cells_that_close_stay_as_they_are() {
        for text in [
            "a;b\n\"x\";\"y\"\n",
            "a;b\n\"12 rue\n93200 Bobigny\";y\n",
            "a;b\n\"12 rue\r\n93200 Bobigny\r\n\" ;y\n",
            "a;b\n\"dit \"\"Jo\"\"\";y\n",
            "a;b\nJean \"Jo;y\n",
            // As many separators in a line of an address as between headings.
            "a;b;c\nx;\"chez Mme Ba\nbât. B; esc. 2; appt 4\n93200 Saint-Denis\";06\n",
            "a;b\n\"\";y\n",
            "a;b;c\nx;y;\"\n12 rue A\n93200 B\n\"\nd;e;f\n",
            "a;b;c\nx;y;\"\n12; rue A\n93200 B\n\"\nd;e;f\n",
            "a;b;c\n\"\r\n12 rue A\r\n\";y;z\r\n",
            // All of it is regular: a program wrote this.
            "a;b;c;d\nx;y;06;\"12 rue A\nbât B; esc 2; appt 3; chez M. X\n93200 Saint-Denis;\"\nz;y;;x\n",
            "a;b;c;d\n\"\n\";\"Zoé \"\"Jo\"\"\";Ba;06\nx;Li;Sam;06\n",
        ] {
            assert_eq!(read(text), [], "{text:?}");
        }
    }

    #[test]
    fn cells_that_do_not_close_end_with_their_line() {
        for (text, open) in [
            ("a;b\nx;\"y\nc;d\n", 1),
            ("a;b\nx;\"y\nc;\"d\"\n", 1),
            ("a;b\n\"x;y\n\"c;d\n", 2),
            ("a;b;c\nx;\"y;z\nc;d;e\nf;g;\"\n", 2),
            // As people write "the same as above".
            ("a;b\nx;\"\nc;\"\n", 2),
            ("a;b;c\nx;\";z\nd;\";f\n", 2),
            ("a;b;c\nx;y;\"\n\";e;f\n", 2),
            ("a;b;c\nx;y;\"\nd;\";f\n", 2),
            ("a;b\nx;\"\nc;d\n\";f\n", 2),
            ("a;b;c;d\nx;\";\";y\n", 2),
        ] {
            let found = read(text);
            assert!(found.len() == open && found.iter().all(|(sign, _)| *sign == 'o'), "{text:?}: {found:?}");
        }
        assert_eq!(marked("a;\"b\nc", b';'), "a;\u{fdd0}b\nc");
    }

    #[test]
    fn marks_within_a_name_are_a_part_of_it() {
        assert_eq!(marked("\"Jean \"Jo\" Paul\";y\n", b';'), "\"Jean \"\"Jo\"\" Paul\";y\n");
        assert_eq!(marked("\"Marie (dite \"Mimi\")\";y\n", b';'), "\"Marie (dite \"\"Mimi\"\")\";y\n");
        assert_eq!(marked("\"Jo\" Paul;\"y\"\n", b';'), "\u{fdd1}Jo\" Paul;\"y\"\n");
    }
}
