//! The tools, colours and layers of a drawing: stored as codes, translated by the catalogues.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::vocabulary::codes;

codes!(
    /// What the hand holds.
    Tool {
        /// The blue pencil of a sketch.
        Pencil = "pencil",
        /// The brush, thick and thin by pressure.
        Brush = "brush",
        /// The pen, nearly even.
        Pen = "pen",
    }
);
codes!(
    /// The six colours of every drawing, whoever draws it.
    Colour {
        /// Black.
        Ink = "ink",
        /// The pencil's blue, which is not printed.
        Blue = "blue",
        /// The film's own ink, flat.
        Film = "film",
        /// The film's own ink, pale.
        FilmPale = "film_pale",
        /// Grey.
        Grey = "grey",
        /// Light grey.
        GreyLight = "grey_light",
    }
);
codes!(
    /// The two layers of a drawing, painted in this order.
    Layer {
        /// What is still looked for.
        Sketch = "sketch",
        /// What is decided.
        Ink = "ink",
    }
);

impl Tool {
    /// The layer this tool draws on.
    #[must_use]
    pub fn layer(self) -> Layer {
        match self {
            Self::Pencil => Layer::Sketch,
            Self::Brush | Self::Pen => Layer::Ink,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for &colour in Colour::ALL {
            assert_eq!(Colour::parse(colour.code()), Some(colour), "A stored code reads back as itself.");
            let json = serde_json::to_string(&colour).expect("a code is a string");
            assert_eq!(json, format!("\"{}\"", colour.code()), "The code on the wire is the stored code.");
        }
        assert_eq!(Tool::parse("airbrush"), None, "A code of a newer version is not guessed.");
        assert_eq!(Tool::Pencil.layer(), Layer::Sketch, "The pencil draws on the sketch layer.");
    }
}
