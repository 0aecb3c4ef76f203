//! Numbers as people and spreadsheets write them: telephones above all.

use ql_model::register::fold;

use super::{
    cell::Cell,
    field::Field,
    values::{is_relative, nothing},
};

/// Telephones, as they are dialled in France and in pairs of figures; others as they were written.
pub(crate) fn phones(text: &str) -> String {
    let several = |c: char| matches!(c, '/' | ';' | ',' | '\n');
    // "06/39/98/00/11": signs that part two telephones part the pairs of one.
    let pairs = || text.split(several).all(|part| part.trim().len() <= 3);
    let one = phone(&text.replace(several, " "));
    if is_phone(&one) && pairs() {
        return one;
    }
    let apart = text.replace(" ou ", "/");
    let all: Vec<String> =
        apart.split(several).map(str::trim).filter(|one| !one.is_empty()).map(phone).collect();
    all.join(" / ")
}

/// Whether it is a field of numbers: those of relatives stand beside their names too.
pub(crate) fn may_be_rounded(field: Field) -> bool {
    field.is_phone() || field == Field::Insurance || is_relative(field)
}

/// A number as a spreadsheet shortens it, "6,39E+08": its last figures are not there. Nor are those of a number of sixteen figures, and a
/// fraction is what is left of two that were taken for one.
pub(crate) fn is_rounded(cell: &Cell) -> bool {
    if let Cell::Number(number) = cell {
        return number.fract() != 0.0 || number.abs() >= 1e15;
    }
    let all = |text: &str, is: fn(char) -> bool| !text.is_empty() && text.chars().all(is);
    cell.text().split([' ', '/', ';', '\n']).any(|one| {
        let Some((figures, power)) = one.split_once(['E', 'e']) else { return false };
        let power = power.strip_prefix('+').unwrap_or(power);
        all(power, |c| c.is_ascii_digit()) && all(figures, |c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    })
}

/// Whether a text is figures, as a telephone that stands where a name should.
pub(crate) fn is_number(text: &str) -> bool {
    let beside = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')' | '+' | '/' | ',' | ';' | '\n');
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || beside(c))
}

/// Whether a text is one telephone of France, and nothing else.
pub(crate) fn is_phone(text: &str) -> bool {
    let written = phone(text.trim());
    written.len() == 14 && written.starts_with('0') && is_number(&written)
}

/// Whether words stand where a telephone does, that do not say why there is none: "Bobigny" has slipped there.
pub(crate) fn is_no_phone(text: &str) -> bool {
    const SAID: [&str; 12] =
        ["voir", "meme", "pas", "idem", "liste", "aucun", "aucune", "sans", "cf", "non", "ne", "celui"];
    let folded = fold(text);
    !text.contains(|c: char| c.is_ascii_digit())
        && !nothing(text)
        && !folded.split(' ').next().is_some_and(|word| SAID.contains(&word))
}

/// The telephone that stands behind a name in one cell: "Nadia Benali 06 39 98 41 10".
pub(crate) fn behind(text: &str) -> Option<(String, String)> {
    let from = text.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let (name, number) = (text[..from].trim_end_matches([' ', ',', ':', '-', '(']), &text[from..]);
    let written = phone(number.trim_end_matches([' ', ')']));
    let is_one = written.len() == 14 && written.starts_with('0');
    (is_one && !name.is_empty()).then(|| (name.to_owned(), written))
}

fn phone(text: &str) -> String {
    // As a spreadsheet is told that a number is a text.
    let text = text.trim_start_matches(['\'', '’']);
    let beside = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')' | '+' | '\u{2010}'..='\u{2015}');
    if !text.chars().all(|c| c.is_ascii_digit() || beside(c)) {
        return text.to_owned();
    }
    let mut digits: String = text.chars().filter(char::is_ascii_digit).collect();
    // "0611111111-0622222222": two of ten figures.
    if digits.len() == 20 && digits.starts_with('0') && digits[10..].starts_with('0') {
        return format!("{} / {}", phone(&digits[..10]), phone(&digits[10..]));
    }
    let abroad = text.starts_with('+') || digits.starts_with("00");
    let digits = if abroad { digits.split_off(if digits.starts_with("00") { 2 } else { 0 }) } else { digits };
    let national = match digits.strip_prefix("33") {
        // Also where the plus was lost, and where the zero was kept: "+33 (0)6".
        Some(rest) if abroad || digits.len() == 11 => rest.strip_prefix('0').unwrap_or(rest),
        _ if abroad => return text.to_owned(),
        // Nine figures: a spreadsheet took a number for a number.
        _ if digits.len() == 9 => &digits,
        _ => digits.strip_prefix('0').unwrap_or(""),
    };
    if national.len() != 9 || national.starts_with('0') {
        return text.to_owned();
    }
    let mut spaced = format!("0{}", &national[..1]);
    for at in (1..9).step_by(2) {
        spaced.push(' ');
        spaced.push_str(&national[at..at + 2]);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_are_read_as_they_are_dialled() {
        for (written, read) in [
            ("639980011", "06 39 98 00 11"),
            ("0639980011", "06 39 98 00 11"),
            ("06.39.98.00.11", "06 39 98 00 11"),
            ("+33 6 39 98 00 11", "06 39 98 00 11"),
            ("+33 (0)6 39 98 00 11", "06 39 98 00 11"),
            ("0033639980011", "06 39 98 00 11"),
            ("33639980011", "06 39 98 00 11"),
            ("06 39 98 00 11/06 39 98 00 12", "06 39 98 00 11 / 06 39 98 00 12"),
            ("+44 20 7946 0000", "+44 20 7946 0000"),
            ("0639980011-0639980012", "06 39 98 00 11 / 06 39 98 00 12"),
            ("06/39/98/00/11", "06 39 98 00 11"),
            ("06,39,98,00,11", "06 39 98 00 11"),
            ("06 39 98 00 11 ou 0639980012", "06 39 98 00 11 / 06 39 98 00 12"),
            ("voir sa mère", "voir sa mère"),
            ("3919", "3919"),
            ("06 39 98 00", "06 39 98 00"),
        ] {
            assert_eq!(phones(written), read, "{written}");
        }
    }

    #[test]
    fn a_number_that_was_rounded_is_known() {
        for text in ["6,39E+08", "6.4E8", "6E+08", "06 39 98 00 11 / 6,39E+08", "Tel 6,39E+08"] {
            assert!(is_rounded(&Cell::of(text)), "{text}");
        }
        for text in ["06 39 98 00 11", "Élise", "E+08"] {
            assert!(!is_rounded(&Cell::of(text)), "{text}");
        }
        assert!(is_rounded(&Cell::Number(639_980_011.4)) && is_rounded(&Cell::Number(2.5e15)));
        assert!(!is_rounded(&Cell::Number(639_980_011.0)));
    }
}
