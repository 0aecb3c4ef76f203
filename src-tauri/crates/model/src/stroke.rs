//! References to strokes, and the erased ranges of them, as a film document keeps them. The points are elsewhere (see [`crate::ink`]):
//! a document of twenty thousand strokes stays about a megabyte.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    id::{EntityId, StrokeId},
    ink::{InkId, Layer},
};

const VERSION: u8 = 1;
const LENGTH: usize = 1 + 1 + 4 + 16 + 16;

/// What a document knows of one stroke.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StrokeRef {
    /// Paint order; equal orders go by id.
    pub order: u32,
    /// Who drew it.
    pub face: Option<EntityId>,
    /// Sketch or ink.
    pub layer: Layer,
    /// Its points.
    pub ink: InkId,
}

impl StrokeRef {
    /// Version, layer, order (u32 LE), face (nil when nobody), ink.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.push(VERSION);
        bytes.push(match self.layer {
            Layer::Sketch => 0,
            Layer::Ink => 1,
        });
        bytes.extend(self.order.to_le_bytes());
        bytes.extend(self.face.map_or(Uuid::nil(), |face| face.0).as_bytes());
        bytes.extend(self.ink.as_bytes());
        bytes
    }

    /// `None` for a version that this program does not know; longer entries of this version carry additions and are read.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        if bytes.len() < LENGTH || bytes[0] != VERSION {
            return None;
        }
        let layer = match bytes[1] {
            0 => Layer::Sketch,
            1 => Layer::Ink,
            _ => return None,
        };
        let order = u32::from_le_bytes(bytes[2..6].try_into().ok()?);
        let face = Uuid::from_slice(&bytes[6..22]).ok()?;
        let ink = InkId::from_bytes(bytes[22..38].try_into().ok()?);
        Some(Self { order, face: (!face.is_nil()).then_some(EntityId(face)), layer, ink })
    }
}

/// One erased range of a stroke, in fractional point indices.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cut {
    /// The stroke.
    pub stroke: StrokeId,
    /// First erased point.
    pub from: f32,
    /// Last erased point.
    pub to: f32,
}

impl Cut {
    /// Version, stroke, from and to (f32 LE).
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend(self.stroke.0.as_bytes());
        bytes.extend(self.from.to_le_bytes());
        bytes.extend(self.to.to_le_bytes());
        bytes
    }

    /// `None` for an unknown version or a range that is not one.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        if bytes.len() < 25 || bytes[0] != VERSION {
            return None;
        }
        let stroke = StrokeId(Uuid::from_slice(&bytes[1..17]).ok()?);
        let from = f32::from_le_bytes(bytes[17..21].try_into().ok()?);
        let to = f32::from_le_bytes(bytes[21..25].try_into().ok()?);
        (from.is_finite() && to.is_finite() && from <= to).then_some(Self { stroke, from, to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_cuts_come_back_as_they_went() {
        let stroke = StrokeRef {
            order: 7,
            face: Some(EntityId(Uuid::from_u128(9))),
            layer: Layer::Ink,
            ink: InkId::from_bytes([3; 16]),
        };
        assert_eq!(StrokeRef::decode(&stroke.encode()), Some(stroke.clone()));
        let nobody = StrokeRef { face: None, ..stroke };
        assert_eq!(StrokeRef::decode(&nobody.encode()), Some(nobody.clone()));
        for end in 0..LENGTH {
            assert_eq!(StrokeRef::decode(&nobody.encode()[..end]), None, "a torn reference must be refused");
        }
        let cut = Cut { stroke: StrokeId(Uuid::from_u128(4)), from: 1.5, to: 9.0 };
        assert_eq!(Cut::decode(&cut.encode()), Some(cut));
        assert_eq!(
            Cut::decode(&Cut { from: f32::NAN, ..cut }.encode()),
            None,
            "a range of no number must be refused"
        );
    }
}
