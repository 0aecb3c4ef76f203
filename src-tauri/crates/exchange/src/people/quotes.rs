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
            Change::Gone => {}
        }
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out.into()
}

/// Most lines of an address whose marks are not doubled.
const MOST_LINES: usize = 12;

/// What becomes of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Open,
    Plain,
    Doubled,
    /// It is a space, which goes.
    Gone,
}

/// How a cell that begins with a mark goes on.
enum Cell {
    /// Its end, and the marks within that are not doubled.
    Closed(usize, Vec<usize>),
    /// It does not begin with one, but with a sign like others.
    Plain,
    Open,
    /// Another mark seems to close it, there, and only opens as it does.
    Torn(usize),
}

fn changes(text: &[u8], separator: u8) -> Vec<(usize, Change)> {
    let (mut found, mut at) = (Vec::new(), 0);
    // Separators of a line, and most of them so far.
    let (mut parted, mut most) = (0, 0);
    let mut begins = true;
    while at < text.len() {
        if begins && text[at] == b' ' {
            let mark = text[at..].iter().take_while(|byte| **byte == b' ').count() + at;
            if text.get(mark) == Some(&b'"') {
                found.extend((at..mark).map(|at| (at, Change::Gone)));
                at = mark;
            }
        }
        if begins && text[at] == b'"' {
            match cell(text, at, separator, (parted, most)) {
                Cell::Closed(end, within) => {
                    found.extend(within.into_iter().map(|at| (at, Change::Doubled)));
                    at = end;
                }
                other => {
                    let change = if matches!(other, Cell::Plain) { Change::Plain } else { Change::Open };
                    found.push((at, change));
                    if let Cell::Torn(close) = other {
                        found.push((close, Change::Open));
                    }
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
    // What lies between two that are torn is looked at for itself.
    found.sort_unstable_by_key(|(at, _)| *at);
    found.dedup_by_key(|(at, _)| *at);
    found
}

/// An address of several lines is a cell. None is what is closed where letters go on below, nor what begins in a whole line of the table and
/// ends in another: its marks are two that do not close, or stand for "the same as above"; but where what is before and behind is one line
/// of the table, the marks below are signs of its text. `before` and `most` are the separators before it on its line, and on a line of the
/// table.
fn cell(text: &[u8], from: usize, separator: u8, (before, most): (usize, usize)) -> Cell {
    let parts = |byte: u8| byte == separator || is_end(byte);
    let (mut at, mut within) = (from + 1, Vec::new());
    // Lines that have begun within it, separators of the first and of this one.
    let (mut lines, mut first, mut parted) = (0, 0, 0);
    // What it is where no mark below makes one line of it.
    let mut otherwise = None;
    while at < text.len() && (otherwise.is_none() || (first + parted == 0 && lines < MOST_LINES)) {
        match text[at] {
            b'"' if text.get(at + 1) == Some(&b'"') => at += 1,
            b'"' => {
                let rest = text[at + 1..].iter().position(|byte| *byte != b' ');
                let closes = rest.is_none_or(|next| parts(text[at + 1 + next]));
                if closes {
                    let line = text[at..].iter().take_while(|byte| !is_end(**byte));
                    let after = line.filter(|byte| **byte == separator).count();
                    if lines > 0 && most > 0 && first + parted == 0 && before + after == most {
                        return Cell::Closed(at + 1, within);
                    }
                    let torn = if lines > 0 {
                        most > 0 && before + first >= most && parted + after >= most
                    } else {
                        // Two in neighbouring cells, with nothing but a separator between them.
                        parted > 0
                            && text[from + 1..at].iter().all(|byte| *byte == separator || *byte == b' ')
                    };
                    let ends = if torn { Cell::Torn(at) } else { Cell::Closed(at + 1, within.clone()) };
                    // Of one column, a line says nothing.
                    if lines == 0 || most == 0 {
                        return ends;
                    }
                    otherwise = otherwise.or(Some(ends));
                } else if lines > 0 && most == 0 {
                    return Cell::Open;
                } else if lines > 0 {
                    otherwise = otherwise.or(Some(Cell::Open));
                }
                within.push(at);
            }
            // "Jo" Paul: what opened has closed, and is a part of the name.
            byte if lines == 0 && parts(byte) && within.len() % 2 == 1 => return Cell::Plain,
            byte if is_end(byte) => {
                if lines == 0 && !within.is_empty() {
                    return Cell::Plain;
                }
                first = if lines == 0 { parted } else { first };
                (lines, parted) = (lines + 1, 0);
            }
            // In an address a space follows.
            byte if byte == separator => parted += usize::from(text.get(at + 1) != Some(&b' ')),
            _ => {}
        }
        at += 1;
    }
    otherwise.unwrap_or(if within.is_empty() { Cell::Open } else { Cell::Plain })
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<(char, usize)> {
        let changes = changes(text.as_bytes(), b';').into_iter();
        let sign = |change| match change {
            Change::Open => 'o',
            Change::Plain => 'p',
            Change::Doubled => 'd',
            Change::Gone => 'g',
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
            "a;b;c;d\nx;y;06;\"12 rue A\nbât B; esc 2; appt 3; chez M. X\n93200 Saint-Denis;\"\nz;y;;x\n",
            "a;b;c;d\n\"\n\";\"Zoé \"\"Jo\"\"\";Ba;06\nx;Li;Sam;06\n",
            "a;b;c;d\nx;y;\"\n\"\"Villa\"\" 3\n3 bis; cour; x; y\n\"\"Les Lilas\"\" 2;\";06\nz;y;x;06\n",
            "a;b;c;d\n06;\"chez \"\"Mimi\"\" Ba; x; y\n3 bis; cour; x;\";y;z\n",
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
            // Whole lines of the table, of which the first and the last have one mark each.
            ("a;b;c\nx;y;\"\nz;w;32\"\ns;l;x\n", 2),
            ("a;b;c\nx;y;\"12 rue A\nz;w;12 rue B\"\ns;l;x\n", 2),
            ("a;b\nx;\"12 rue A\ny;12 rue B\"\nz;x\n", 2),
            ("a;b;c;d\nx;\"y;12 rue;06\nz;w;3 rue;06\nm;n\";x;06\n", 2),
            ("a;b;c;d\nx;y;\"12 rue;06\n\nz;w;3 rue\" ;06\n", 2),
            ("a;b\n\"x;y\nz\";w\nm;n\n", 2),
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

    #[test]
    fn marks_in_the_lines_of_an_address_are_a_part_of_it() {
        let table = "a;b;c;d\n";
        for (address, doubled) in [
            ("12 rue A\n\"Les Lilas\" bât B\n93200 X", "12 rue A\n\"\"Les Lilas\"\" bât B\n93200 X"),
            ("12 rue A\n\"Les Lilas\"\n93200 X", "12 rue A\n\"\"Les Lilas\"\"\n93200 X"),
        ] {
            let below = "Noé;Ba;3 rue;06\n\"Zoé\";\"Li\";\"4 rue\";06\n";
            let (written, read) = (
                format!("{table}Lina;Kaci;\"{address}\";06\n{below}"),
                format!("{table}Lina;Kaci;\"{doubled}\";06\n{below}"),
            );
            assert_eq!(marked(&written, b';'), read);
        }
        // Lines that end before their last cell: the mark below is another line's.
        let short = "a;b;c;d\nLina;Kaci;\"12 rue A\n93200 X\"\nZoé;Ba;\"3 rue\";06\n";
        assert_eq!(marked(short, b';'), short);
        let open = marked("a;b;c;d\nLina;Kaci;\"12 rue A\n\"Les Lilas\" B\nZoé;Ba;3 rue;06\n", b';');
        assert!(
            open.starts_with("a;b;c;d\nLina;Kaci;\u{fdd0}12") && open.ends_with("\nZoé;Ba;3 rue;06\n"),
            "{open}"
        );
    }

    #[test]
    fn a_space_before_a_mark_is_no_part_of_the_cell() {
        assert_eq!(
            marked("\"Lina\", \"Kaci\",  \"12 rue A, bât. B\"\n", b','),
            "\"Lina\",\"Kaci\",\"12 rue A, bât. B\"\n"
        );
        assert_eq!(marked("Lina, Kaci \"Jo\"\n", b','), "Lina, Kaci \"Jo\"\n");
    }

    fn a_cell() -> impl Strategy<Value = String> {
        let line = prop::sample::select(vec![
            "12 rue A",
            "93200 X",
            "bât \"B\"",
            "\"Les Lilas\"",
            "esc; 2",
            "\"Jo\" Ba",
            "chez \"Mimi\"",
            "x",
        ]);
        let address = prop::collection::vec(line, 1..5).prop_map(|lines| lines.join("\n"));
        prop_oneof![5 => Just("Lina".to_owned()), 1 => Just(String::new()), 4 => address]
    }

    proptest! {
        #[test]
        fn a_table_that_a_program_wrote_stays_as_it_is(
            rows in (3..7_usize).prop_flat_map(|columns| prop::collection::vec(prop::collection::vec(a_cell(), columns), 1..6))
        ) {
            let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
            writer.write_record((0..rows[0].len()).map(|at| format!("h{at}"))).expect("memory");
            for row in &rows {
                writer.write_record(row).expect("memory");
            }
            let text = String::from_utf8(writer.into_inner().expect("memory")).expect("text");
            prop_assert_eq!(marked(&text, b';'), text.as_str());
        }
    }
}
