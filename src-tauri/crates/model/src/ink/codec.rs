//! Ink v1, little-endian: `u8` version 1 · `u8` tool · `u8` colour · `u8` flags (bit 0: pressure was simulated) · `u16` size ·
//! `u32` count, then per point `i16` dx · `i16` dy · `u8` pressure, the first from (0, 0).
//!
//! One stroke has one encoding, so equal strokes have equal ids. Reading is strict: a byte too few or too many, an unknown tool, colour or
//! flag, a point out of reach are errors.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::{Colour, MAX_COORDINATE, MAX_POINTS, MAX_SIZE, Tool};

const VERSION: u8 = 1;
const SIMULATED: u8 = 1;
const HEADER: usize = 10;
const POINT: usize = 5;

/// Where the pen was, in frame units, and how hard it pressed (0 to 255).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// From the frame's left edge; may leave the frame.
    pub x: i32,
    /// From the frame's top edge, downwards; may leave the frame.
    pub y: i32,
    /// 255 is the hardest press.
    pub pressure: u8,
}

/// A finished stroke.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ink {
    /// What drew it.
    pub tool: Tool,
    /// In which of the six colours.
    pub colour: Colour,
    /// Whether the pressure in the points was worked out from speed, the device having none.
    pub simulated: bool,
    /// Width at full pressure, in frame units.
    pub size: u16,
    /// At least one point.
    pub points: Vec<Point>,
}

/// Why bytes are not ink, or a stroke cannot be written as ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InkError {
    /// Fewer bytes than the header or its count announce.
    #[error("ink is torn: {found} bytes, {expected} expected")]
    Torn {
        /// Bytes there are.
        found: usize,
        /// Bytes there should be.
        expected: usize,
    },
    /// Bytes after the last point.
    #[error("ink has {extra} bytes after its last point")]
    Trailing {
        /// How many.
        extra: usize,
    },
    /// A format this version does not know.
    #[error("ink of format {found} is not known")]
    Version {
        /// The format's number.
        found: u8,
    },
    /// A tool this format does not have.
    #[error("ink tool {found} is not known")]
    Tool {
        /// The number found.
        found: u8,
    },
    /// A colour this format does not have.
    #[error("ink colour {found} is not known")]
    Colour {
        /// The number found.
        found: u8,
    },
    /// A flag this format does not have.
    #[error("ink flags {found:#04x} are not known")]
    Flags {
        /// The byte found.
        found: u8,
    },
    /// A width of nothing, or above [`MAX_SIZE`].
    #[error("ink size {found} is not between 1 and {MAX_SIZE}")]
    Size {
        /// The width found.
        found: u16,
    },
    /// No point, or more than [`MAX_POINTS`].
    #[error("ink of {found} points, 1 to {MAX_POINTS} may be")]
    Count {
        /// How many points.
        found: usize,
    },
    /// A point farther than [`MAX_COORDINATE`], or farther from the one before than a step can tell.
    #[error("ink point {index} is out of reach")]
    Reach {
        /// Which point, from 0.
        index: usize,
    },
}

impl Ink {
    /// The stroke's bytes.
    ///
    /// # Errors
    /// [`InkError::Size`], [`InkError::Count`] or [`InkError::Reach`]: what reading would refuse is never written.
    pub fn encode(&self) -> Result<Vec<u8>, InkError> {
        check_size(self.size)?;
        check_count(self.points.len())?;
        let mut bytes = Vec::with_capacity(HEADER + POINT * self.points.len());
        let place = |all: usize| u8::try_from(all).expect("a format has fewer than 256 codes");
        let tool = Tool::ALL.iter().position(|&tool| tool == self.tool).expect("ALL has every tool");
        let colour =
            Colour::ALL.iter().position(|&colour| colour == self.colour).expect("ALL has every colour");
        bytes.extend([VERSION, place(tool), place(colour), if self.simulated { SIMULATED } else { 0 }]);
        bytes.extend(self.size.to_le_bytes());
        let count = u32::try_from(self.points.len()).expect("the count was just checked");
        bytes.extend(count.to_le_bytes());
        let (mut x, mut y) = (0, 0);
        for (index, point) in self.points.iter().enumerate() {
            check_reach(index, point.x, point.y)?;
            let step = |to: i32, from: i32| i16::try_from(to - from).map_err(|_| InkError::Reach { index });
            bytes.extend(step(point.x, x)?.to_le_bytes());
            bytes.extend(step(point.y, y)?.to_le_bytes());
            bytes.push(point.pressure);
            (x, y) = (point.x, point.y);
        }
        Ok(bytes)
    }

    /// Reads a stroke from exactly its bytes. Nothing is allocated before the count was compared with the bytes there are.
    ///
    /// # Errors
    /// Any [`InkError`]; never a part of a stroke.
    pub fn decode(bytes: &[u8]) -> Result<Self, InkError> {
        let torn = |expected| InkError::Torn { found: bytes.len(), expected };
        let (head, body) = bytes.split_first_chunk::<HEADER>().ok_or(torn(HEADER))?;
        let [version, tool, colour, flags, s0, s1, c0, c1, c2, c3] = *head;
        if version != VERSION {
            return Err(InkError::Version { found: version });
        }
        let tool = *Tool::ALL.get(usize::from(tool)).ok_or(InkError::Tool { found: tool })?;
        let colour = *Colour::ALL.get(usize::from(colour)).ok_or(InkError::Colour { found: colour })?;
        if flags & !SIMULATED != 0 {
            return Err(InkError::Flags { found: flags });
        }
        let size = u16::from_le_bytes([s0, s1]);
        check_size(size)?;
        let count = u32::from_le_bytes([c0, c1, c2, c3]) as usize;
        check_count(count)?;
        if body.len() < count * POINT {
            return Err(torn(HEADER + count * POINT));
        }
        if body.len() > count * POINT {
            return Err(InkError::Trailing { extra: body.len() - count * POINT });
        }
        Ok(Self { tool, colour, simulated: flags & SIMULATED != 0, size, points: read_points(body)? })
    }
}

fn read_points(body: &[u8]) -> Result<Vec<Point>, InkError> {
    let (mut x, mut y) = (0_i32, 0_i32);
    let (steps, _) = body.as_chunks::<POINT>();
    let mut points = Vec::with_capacity(steps.len());
    for (index, &[x0, x1, y0, y1, pressure]) in steps.iter().enumerate() {
        x += i32::from(i16::from_le_bytes([x0, x1]));
        y += i32::from(i16::from_le_bytes([y0, y1]));
        check_reach(index, x, y)?;
        points.push(Point { x, y, pressure });
    }
    Ok(points)
}

fn check_size(size: u16) -> Result<(), InkError> {
    if (1..=MAX_SIZE).contains(&size) { Ok(()) } else { Err(InkError::Size { found: size }) }
}

fn check_count(count: usize) -> Result<(), InkError> {
    if (1..=MAX_POINTS).contains(&count) { Ok(()) } else { Err(InkError::Count { found: count }) }
}

fn check_reach(index: usize, x: i32, y: i32) -> Result<(), InkError> {
    let within = -MAX_COORDINATE..=MAX_COORDINATE;
    if within.contains(&x) && within.contains(&y) { Ok(()) } else { Err(InkError::Reach { index }) }
}

/// Identity of ink: the first 16 bytes of the BLAKE3 hash of its bytes, written as 32 lowercase hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InkId([u8; 16]);

impl InkId {
    /// The id of these bytes, whatever they are.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let hash = blake3::hash(bytes);
        Self(*hash.as_bytes().first_chunk().expect("a BLAKE3 hash has 32 bytes"))
    }

    /// From the 16 bytes of an id kept as a blob.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The 16 bytes, to be kept as a blob.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for InkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for InkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Text that is not 32 lowercase hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an ink id")]
pub struct InvalidInkId;

impl FromStr for InkId {
    type Err = InvalidInkId;

    fn from_str(text: &str) -> Result<Self, InvalidInkId> {
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 16 || !rest.is_empty() {
            return Err(InvalidInkId);
        }
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(InvalidInkId),
        };
        let mut bytes = [0; 16];
        for (byte, &[high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = digit(high)? << 4 | digit(low)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for InkId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for InkId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[path = "codec_tests.rs"]
mod tests;
