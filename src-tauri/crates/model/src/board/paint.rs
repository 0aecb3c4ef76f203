//! What lies on one drawing: its strokes and the erased ranges of them, with what is asked of all of them at every stroke, kept along
//! the way so that the thousandth stroke costs what the first did.

use std::collections::BTreeMap;

use crate::{
    id::{CutId, StrokeId},
    ink::Layer,
    stroke::{Cut, StrokeRef},
};

/// The strokes and erased ranges of one drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paint {
    strokes: BTreeMap<StrokeId, StrokeRef>,
    cuts: BTreeMap<CutId, Cut>,
    /// Strokes of the ink layer.
    inked: u32,
    /// One number for all of it, whatever the order in which it came: the hashes of its parts, exclusive-ored.
    print: u128,
}

impl Paint {
    /// The strokes, by id.
    pub fn strokes(&self) -> impl Iterator<Item = (StrokeId, &StrokeRef)> {
        self.strokes.iter().map(|(id, stroke)| (*id, stroke))
    }

    /// One stroke.
    pub fn stroke(&self, id: StrokeId) -> Option<&StrokeRef> {
        self.strokes.get(&id)
    }

    /// The erased ranges, by id.
    pub fn cuts(&self) -> impl Iterator<Item = (CutId, &Cut)> {
        self.cuts.iter().map(|(id, cut)| (*id, cut))
    }

    /// How many strokes, and how many of them on the ink layer.
    pub fn count(&self) -> (u32, u32) {
        (u32::try_from(self.strokes.len()).unwrap_or(u32::MAX), self.inked)
    }

    /// The same for the same content on every machine.
    pub fn print(&self) -> u128 {
        self.print
    }

    /// Whether nothing was ever left on it.
    pub fn is_empty(&self) -> bool {
        self.strokes.is_empty() && self.cuts.is_empty()
    }

    /// Puts a stroke, or takes it away; what was there.
    pub fn set_stroke(&mut self, id: StrokeId, now: Option<StrokeRef>) -> Option<StrokeRef> {
        if let Some(now) = &now {
            self.print ^= print(b"stroke", id.0, &now.encode());
            self.inked += u32::from(now.layer == Layer::Ink);
        }
        let old = match now {
            Some(now) => self.strokes.insert(id, now),
            None => self.strokes.remove(&id),
        };
        if let Some(old) = &old {
            self.print ^= print(b"stroke", id.0, &old.encode());
            self.inked -= u32::from(old.layer == Layer::Ink);
        }
        old
    }

    /// Puts an erased range, or takes it away; what was there.
    pub fn set_cut(&mut self, id: CutId, now: Option<Cut>) -> Option<Cut> {
        if let Some(now) = &now {
            self.print ^= print(b"cut", id.0, &now.encode());
        }
        let old = match now {
            Some(now) => self.cuts.insert(id, now),
            None => self.cuts.remove(&id),
        };
        if let Some(old) = &old {
            self.print ^= print(b"cut", id.0, &old.encode());
        }
        old
    }
}

fn print(kind: &[u8], id: uuid::Uuid, content: &[u8]) -> u128 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(kind).update(id.as_bytes()).update(content);
    let mut short = [0; 16];
    hasher.finalize_xof().fill(&mut short);
    u128::from_le_bytes(short)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ink::InkId;

    fn stroke(order: u32, layer: Layer) -> StrokeRef {
        StrokeRef { order, face: None, layer, ink: InkId::from_bytes([7; 16]) }
    }

    #[test]
    fn the_print_depends_on_the_content_and_not_on_how_it_came() {
        let (a, b) = (StrokeId(Uuid::from_u128(1)), StrokeId(Uuid::from_u128(2)));
        let erased = Cut { stroke: a, from: 1.0, to: 2.0 };
        let mut one = Paint::default();
        one.set_stroke(a, Some(stroke(0, Layer::Ink)));
        one.set_stroke(b, Some(stroke(1, Layer::Sketch)));
        one.set_cut(CutId(Uuid::from_u128(3)), Some(erased));
        let mut other = Paint::default();
        other.set_cut(CutId(Uuid::from_u128(3)), Some(erased));
        other.set_stroke(b, Some(stroke(9, Layer::Ink)));
        other.set_stroke(b, Some(stroke(1, Layer::Sketch)));
        other.set_stroke(a, Some(stroke(0, Layer::Ink)));
        assert_eq!(one, other);
        assert_eq!(one.count(), (2, 1));

        let full = one.print();
        assert!(one.set_stroke(b, Some(stroke(2, Layer::Sketch))).is_some());
        assert_ne!(one.print(), full, "another order looks different");
        one.set_stroke(b, Some(stroke(1, Layer::Sketch)));
        assert_eq!(one.print(), full);
        one.set_stroke(a, None);
        one.set_stroke(b, None);
        one.set_cut(CutId(Uuid::from_u128(3)), None);
        assert_eq!(one, Paint::default(), "what is taken away leaves nothing behind");
    }
}
