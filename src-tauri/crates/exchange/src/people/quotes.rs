//! Quotation marks of a CSV file that open a cell and do not close it: all that follows would be taken for one cell.

use std::borrow::Cow;

/// Stands for such a mark; no text has this sign.
pub(crate) const OPEN: char = '\u{fdd0}';

/// The text with [`OPEN`] in the place of each quotation mark that does not close: its cell ends where its line does, and the lines below
/// are lines again.
pub(crate) fn marked(text: &str, separator: u8) -> Cow<'_, str> {
    let open = open(text.as_bytes(), separator);
    if open.is_empty() {
        return text.into();
    }
    let (mut out, mut from) = (String::with_capacity(text.len() + 2 * open.len()), 0);
    for at in open {
        out.push_str(&text[from..at]);
        out.push(OPEN);
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out.into()
}

/// Where they are. A cell of several lines is an address; one that holds whole lines of the table is none, nor one after whose end
/// letters go on.
fn open(text: &[u8], separator: u8) -> Vec<usize> {
    let (mut found, mut at) = (Vec::new(), 0);
    // Separators of a line, and most of them so far.
    let (mut parted, mut most) = (0, 2);
    let mut begins = true;
    while at < text.len() {
        if begins && text[at] == b'"' {
            match end(text, at, separator, most) {
                Some(end) => at = end,
                None => {
                    found.push(at);
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

/// Behind the mark that closes what opens here.
fn end(text: &[u8], from: usize, separator: u8, most: usize) -> Option<usize> {
    let (mut at, mut several, mut parted) = (from + 1, false, 0);
    while at < text.len() {
        match text[at] {
            b'"' if text.get(at + 1) == Some(&b'"') => at += 1,
            b'"' => {
                let ends = text.get(at + 1).is_none_or(|next| *next == separator || is_end(*next));
                return (ends || !several).then_some(at + 1);
            }
            byte if is_end(byte) => (several, parted) = (true, 0),
            byte if byte == separator => parted += 1,
            _ => {}
        }
        if several && parted >= most {
            return None;
        }
        at += 1;
    }
    None
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_do_not_close_are_found_and_no_others() {
        for (text, open) in [
            ("a;b\n\"x\";\"y\"\n", 0),
            ("a;b\n\"12 rue\n93200 Bobigny\";y\n", 0),
            ("a;b\n\"dit \"\"Jo\"\"\";y\n", 0),
            ("a;b\nJean \"Jo;y\n", 0),
            ("a;b\n\"Jo\" Paul;y\n", 0),
            ("a;b\nx;\"y\nc;d\n", 1),
            ("a;b\nx;\"y\nc;\"d\"\n", 1),
            ("a;b\n\"x;y\n\"c;d\n", 2),
            ("a;b;c\nx;\"y;z\nc;d;e\nf;g;\"\n", 2),
        ] {
            assert_eq!(self::open(text.as_bytes(), b';').len(), open, "{text:?}");
        }
        assert_eq!(marked("a;\"b\nc", b';'), "a;\u{fdd0}b\nc");
    }
}
