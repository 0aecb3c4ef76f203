//! Signs that turn the direction of what follows. What people paste brings them along: from a phone, around a name, or hundreds of them,
//! nested, from somebody who wants to see what happens. Typst ends where they are nested deeper than the rules for text of two
//! directions know.

/// How deep one may stand in another; nobody writes deeper.
const DEEPEST: usize = 4;

const ISOLATES: std::ops::RangeInclusive<char> = '\u{2066}'..='\u{2068}';
const END: char = '\u{2069}';

/// Whether a sign turns the direction of what follows, or ends what one turned.
pub(crate) fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with what is isolated closed on its own line and not nested too deep. What turns letters against their own direction, or
/// does not keep to itself, is left out.
pub(crate) fn settled(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether each that is open was kept.
    let mut open: Vec<bool> = Vec::new();
    for letter in text.chars() {
        let keep = match letter {
            _ if ISOLATES.contains(&letter) => {
                open.push(open.len() < DEEPEST);
                open.len() <= DEEPEST
            }
            END => open.pop().unwrap_or(false),
            _ => !turns(letter),
        };
        if keep {
            out.push(letter);
        }
    }
    out.extend(open.into_iter().filter(|kept| *kept).map(|_| END));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_isolated_ends_on_its_line_and_nests_no_deeper_than_anybody_writes() {
        assert_eq!(settled("a \u{2068}سلام\u{2069} b"), "a \u{2068}سلام\u{2069} b");
        assert_eq!(settled("\u{2067}a\nb"), "\u{2067}a\u{2069}\nb");
        assert_eq!(settled("\u{2069}a\u{2069}"), "a");
        let deep = settled(&("\u{2067}a".repeat(300) + &"\u{2069}".repeat(300)));
        let letters: String = deep.chars().filter(|letter| !turns(*letter)).collect();
        assert_eq!(letters, "a".repeat(300), "no letter is lost");
        assert_eq!(deep.chars().filter(|letter| turns(*letter)).count(), 2 * DEEPEST);
        assert_eq!(settled("li\u{202e}ev\u{202c}!"), "liev!", "letters keep their own direction");
    }
}
