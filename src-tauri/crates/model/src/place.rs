//! Places: parent and order of an entity in one register, `"<parent>:<fractional index>"`, so that a move is one write.

use std::{fmt, str::FromStr};

use fractional_index::FractionalIndex;

use crate::id::EntityId;

/// Where an entity is: its parent and its index among the siblings. Order is by index, then by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The parent.
    pub parent: EntityId,
    /// Lowercase hexadecimal digits of the fractional index; compares as its bytes do.
    pub index: String,
}

/// A place that cannot be read; its entity is then treated as one without a parent.
#[derive(Debug, thiserror::Error)]
#[error("not a place: {0:?}")]
pub struct NotAPlace(String);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.parent, self.index)
    }
}

impl FromStr for Place {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let wrong = || NotAPlace(text.chars().take(80).collect());
        let (parent, index) = text.split_once(':').ok_or_else(wrong)?;
        let parent = parent.parse().map_err(|_| wrong())?;
        if index.is_empty()
            || index.len() % 2 != 0
            || !index.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        {
            return Err(wrong());
        }
        Ok(Self { parent, index: index.to_owned() })
    }
}

fn parse(index: &str) -> FractionalIndex {
    // Places are checked when they are read, so the digits are hexadecimal pairs.
    FractionalIndex::from_hex_string(index)
}

fn hex(index: &FractionalIndex) -> String {
    index.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An index strictly between two others, `None` when they tie or are out of order.
#[must_use]
pub fn between(lower: Option<&str>, upper: Option<&str>) -> Option<String> {
    if let (Some(lower), Some(upper)) = (lower, upper)
        && lower >= upper
    {
        return None;
    }
    let index = FractionalIndex::new(lower.map(parse).as_ref(), upper.map(parse).as_ref())?;
    Some(hex(&index))
}

/// `count` indices in order, strictly between two others; `None` when these tie.
#[must_use]
pub fn evenly(lower: Option<&str>, upper: Option<&str>, count: usize) -> Option<Vec<String>> {
    if let (Some(lower), Some(upper)) = (lower, upper)
        && lower >= upper
    {
        return None;
    }
    let all =
        FractionalIndex::generate_n_evenly(lower.map(parse).as_ref(), upper.map(parse).as_ref(), count)?;
    Some(all.iter().map(hex).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_places_are_refused() {
        for text in [
            "",
            ":",
            "x:80",
            "00000000-0000-0000-0000-000000000001:",
            "00000000-0000-0000-0000-000000000001:8",
            "00000000-0000-0000-0000-000000000001:zz",
        ] {
            assert!(text.parse::<Place>().is_err(), "{text:?} must not be read as a place");
        }
    }

    #[test]
    fn between_keeps_order_at_every_depth() {
        let mut list = vec![between(None, None).expect("an index between nothing and nothing exists")];
        for round in 0..200 {
            let at = (round * 7) % list.len();
            let upper = list.get(at + 1).cloned();
            let new = between(Some(&list[at]), upper.as_deref()).expect("distinct neighbours leave room");
            list.insert(at + 1, new);
        }
        assert!(
            list.windows(2).all(|pair| pair[0] < pair[1]),
            "hexadecimal text must sort as the indices do"
        );
        assert_eq!(between(Some("80"), Some("80")), None, "a tie has no room");
    }
}
