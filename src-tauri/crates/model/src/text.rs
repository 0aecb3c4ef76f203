//! Splices: how a changed text becomes the smallest insertion and removal, and how it meets what others wrote meanwhile.
//! Positions count Unicode scalar values.

/// Replace `remove` characters from `at` by `insert`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// First character concerned.
    pub at: usize,
    /// How many characters go.
    pub remove: usize,
    /// What comes instead.
    pub insert: String,
}

impl Splice {
    /// The splice that turns one text into another; `None` when they are the same.
    #[must_use]
    pub fn between(from: &str, to: &str) -> Option<Self> {
        if from == to {
            return None;
        }
        let a: Vec<char> = from.chars().collect();
        let b: Vec<char> = to.chars().collect();
        let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
        let room = a.len().min(b.len()) - head;
        let tail = a.iter().rev().zip(b.iter().rev()).take(room).take_while(|(x, y)| x == y).count();
        Some(Self {
            at: head,
            remove: a.len() - head - tail,
            insert: b[head..b.len() - tail].iter().collect(),
        })
    }

    /// The splices that bring this one, made on a text both saw, onto what `other` made of it. In the order to apply them.
    /// What either wrote stays; what either removed goes.
    #[must_use]
    pub fn over(self, other: &Splice) -> Vec<Splice> {
        let inserted = other.insert.chars().count();
        let (start, end) = (self.at, self.at + self.remove);
        let (hole, shore) = (other.at, other.at + other.remove);
        let after = |p: usize| p - other.remove + inserted;
        let mut splices = Vec::new();
        // The part of my removal behind theirs goes first, so that positions before it stay true.
        let back = end.saturating_sub(start.max(shore));
        if back > 0 {
            splices.push(Splice { at: after(start.max(shore)), remove: back, insert: String::new() });
        }
        let front = end.min(hole).saturating_sub(start);
        let at = if start <= hole {
            start
        } else if start >= shore {
            after(start)
        } else {
            hole + inserted
        };
        if front > 0 || !self.insert.is_empty() {
            splices.push(Splice { at, remove: front, insert: self.insert });
        }
        splices
    }

    /// The text after this splice.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut out: String = text.chars().take(self.at).collect();
        out.push_str(&self.insert);
        out.extend(text.chars().skip(self.at + self.remove));
        out
    }
}

/// What `mine`, written by one who saw `seen`, becomes on `current`. A text that has arrived already is not written twice: whoever
/// heard no answer sends it again.
#[must_use]
pub fn merge(seen: &str, current: &str, mine: &str) -> String {
    if mine == current {
        return current.to_owned();
    }
    let Some(splice) = Splice::between(seen, mine) else { return current.to_owned() };
    let Some(theirs) = Splice::between(seen, current) else { return mine.to_owned() };
    splice.over(&theirs).iter().fold(current.to_owned(), |text, splice| splice.apply(&text))
}

/// Marks that nobody sees: of direction, of joining, of order, soft hyphens, selectors.
#[must_use]
pub fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether a text shows nothing.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || unseen(c))
}

/// A text without control characters and marks of direction, which hide or turn what stands beside them; joiners and selectors stay,
/// scripts and pictures are written with them. Of several lines it makes one, unless `lines`.
#[must_use]
pub fn plain(text: &str, lines: bool) -> String {
    let joins = |c: char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let one = |c: char| match c {
        '\n' if lines => Some('\n'),
        '\r' if lines => None,
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() || unseen(c) && !joins(c) => None,
        c => Some(c),
    };
    text.chars().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn two_writers_keep_both_words() {
        assert_eq!(
            merge("Nour court.", "Nour court vite.", "Ce soir, Nour court."),
            "Ce soir, Nour court vite."
        );
        assert_eq!(
            merge("abc", "abXYc", "ac"),
            "aXYc",
            "what one removed goes, what the other wrote inside stays"
        );
        assert_eq!(merge("abc", "", "abcd"), "d", "a word written where all was removed stays");
        assert_eq!(merge("", "abc", "abc"), "abc", "the same words sent again are not there twice");
    }

    proptest! {
        #[test]
        fn a_splice_leads_from_one_text_to_the_other(from in "[aé🙂]{0,12}", to in "[aé🙂]{0,12}") {
            let made = Splice::between(&from, &to).map_or(from.clone(), |splice| splice.apply(&from));
            prop_assert_eq!(made, to);
        }

        #[test]
        fn merging_never_panics_and_keeps_insertions(seen in "[ab]{0,8}", theirs in "[abX]{0,8}", mine in "[abY]{0,8}") {
            let merged = merge(&seen, &theirs, &mine);
            let count = |t: &str, c: char| t.chars().filter(|x| *x == c).count();
            prop_assert_eq!(count(&merged, 'X'), count(&theirs, 'X'), "what the other wrote stays");
            prop_assert_eq!(count(&merged, 'Y'), count(&mine, 'Y'), "what I wrote stays");
        }
    }

    #[test]
    fn what_hides_or_turns_a_name_is_no_part_of_it() {
        assert_eq!(plain("\u{202e}Lina\u{0}\nKaci", false), "Lina Kaci");
        assert_eq!(plain("12 rue des Lilas\r\n93200", true), "12 rue des Lilas\n93200");
        assert_eq!(plain("می\u{200c}خواهم ❤\u{fe0f}", false), "می\u{200c}خواهم ❤\u{fe0f}");
        assert!(is_blank(" \u{200b}\u{202e}\u{0}\u{200d}") && is_blank("") && !is_blank("É"));
    }
}
