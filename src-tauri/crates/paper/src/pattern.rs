//! What an area of a drawing is filled with on paper: black, or a pattern of black in the place of a colour.
//!
//! Patterns keep their size on paper whatever the frame. What is narrower than a pattern would fall apart into its lines and dots, so it
//! gets a finer one. Where the film's ink is printed as second colour it lies under the pattern, which is then light: the ink is seen,
//! and a printer that has only black still prints the drawing.

use ql_model::{
    ink::{Colour, Layer},
    vocabulary::{FilmInk, Pattern},
};

/// Side of the smallest tile of the patterns, in millimetres: three dots at 300 dots an inch.
const TILE: f64 = 0.26;

/// A stroke narrower than these, in millimetres, gets its pattern finer; below the last, the finest there is.
const FINE_FILM: f64 = 2.2;
const FINE_PALE: f64 = 2.0;
const FINE_DARK: f64 = 1.0;
const FINEST_FILM: f64 = 1.3;
const FINEST: f64 = 0.45;

/// How much of a light pattern is black, about.
const LIGHT: f64 = 0.2;

/// What an area is filled with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fill {
    Black,
    Dark,
    Pale,
    PaleFine,
    Pencil,
    DarkFine,
    Film,
    FilmFine,
    FilmFinest,
    FilmLight,
    FilmFineLight,
}

impl Fill {
    /// For a stroke that is nowhere wider than `width`, in millimetres; `tinted` where the film's ink is a second colour.
    pub(crate) fn of(layer: Layer, colour: Colour, width: f64, tinted: bool) -> Self {
        match colour {
            _ if layer == Layer::Sketch => Self::Pencil,
            Colour::Ink => Self::Black,
            Colour::Blue => Self::Pencil,
            _ if width < FINEST => Self::Pencil,
            Colour::Grey if width < FINE_DARK => Self::DarkFine,
            Colour::Grey => Self::Dark,
            Colour::GreyLight | Colour::FilmPale if width < FINE_PALE => Self::PaleFine,
            Colour::GreyLight | Colour::FilmPale => Self::Pale,
            Colour::Film if width < FINE_FILM && tinted => Self::FilmFineLight,
            Colour::Film if width < FINEST_FILM => Self::FilmFinest,
            Colour::Film if width < FINE_FILM => Self::FilmFine,
            Colour::Film if tinted => Self::FilmLight,
            Colour::Film => Self::Film,
        }
    }

    /// As SVG says it.
    pub(crate) fn paint(self) -> &'static str {
        match self {
            Self::Black => "#000",
            Self::Dark => "url(#dark)",
            Self::Pale => "url(#pale)",
            Self::PaleFine => "url(#pale-fine)",
            Self::Pencil => "url(#pencil)",
            Self::DarkFine => "url(#dark-fine)",
            Self::Film => "url(#film)",
            Self::FilmFine => "url(#film-fine)",
            Self::FilmFinest => "url(#film-finest)",
            Self::FilmLight => "url(#film-light)",
            Self::FilmFineLight => "url(#film-fine-light)",
        }
    }

    /// The pattern as SVG, for a picture of `units` to a millimetre; nothing for black.
    pub(crate) fn tile(self, pattern: Pattern, units: f64) -> Option<String> {
        let (width, height, body) = match self {
            Self::Black => return None,
            Self::Dark => dots(4.0, 0.92),
            Self::Pale => dots(4.0, 0.52),
            Self::PaleFine => dots(2.6, 0.42),
            Self::Pencil => (1.0, 1.0, "<path d='M0 0h.5v.5H0zM.5 .5h.5v.5h-.5z'/>".to_owned()),
            Self::DarkFine => squares(0.33),
            Self::FilmFinest => squares(darkness(pattern)),
            Self::Film => woven(pattern, 2.0, 1.0),
            Self::FilmLight => woven(pattern, 2.0, 0.45),
            Self::FilmFine => woven(pattern, 1.0, 1.0),
            Self::FilmFineLight => squares(LIGHT),
        };
        let (id, scale) = (self.paint().trim_start_matches("url(#").trim_end_matches(')'), TILE * units);
        Some(format!(
            "<pattern id='{id}' width='{width}' height='{height}' patternUnits='userSpaceOnUse' patternTransform='scale({scale})'>{body}</pattern>"
        ))
    }
}

/// Width, height and contents of a tile, in [`TILE`]s.
type Tile = (f64, f64, String);

/// Two dots, each between those of the other rows.
fn dots(side: f64, radius: f64) -> Tile {
    let (near, far) = (side / 4.0, side * 0.75);
    let dot = |at: f64| format!("<circle cx='{at}' cy='{at}' r='{radius:.2}'/>");
    (side, side, dot(near) + &dot(far))
}

/// Squares of two dots at 300 dots an inch, which come out as dark as they are meant: `part` of the whole.
fn squares(part: f64) -> Tile {
    const SQUARE: f64 = 0.65;
    let side = (2.0 * SQUARE * SQUARE / part).sqrt();
    let half = side / 2.0;
    let way = format!("M0 0h{SQUARE}v{SQUARE}H0zM{half:.3} {half:.3}h{SQUARE}v{SQUARE}h-{SQUARE}z");
    let side = (side * 1000.0).round() / 1000.0;
    (side, side, format!("<path d='{way}'/>"))
}

/// How much of a film's pattern is black: a line and an area of one colour are equally dark.
fn darkness(pattern: Pattern) -> f64 {
    match pattern {
        Pattern::Mesh => 0.34,
        Pattern::Steps => 0.25,
        Pattern::Dots => 0.18,
        Pattern::Gingham => 0.45,
        Pattern::Waves => 0.29,
    }
}

/// The film's own pattern: `size` 1 for lines, 2 for areas; `weight` 1 for all of its black. No line is thinner than a printer of 300
/// dots an inch draws.
fn woven(pattern: Pattern, size: f64, weight: f64) -> Tile {
    let side = 4.0 * size;
    let thick = |full: f64| (full * weight).max(0.42);
    let lines = |height: f64, way: String, thick: f64| {
        (side, height, format!("<path d='{way}' fill='none' stroke='#000' stroke-width='{thick:.2}'/>"))
    };
    match pattern {
        Pattern::Mesh => {
            let end = side + 1.0;
            lines(side, format!("M-1 -1L{end} {end}M-1 {end}L{end} -1"), thick(0.525 * size))
        }
        Pattern::Steps => {
            let height = 4.0 * size - 2.0;
            lines(height, format!("M-1 {}H{}", height / 2.0, side + 1.0), thick(0.9 * size - 0.3))
        }
        Pattern::Dots => dots(4.8 * size - 1.6, ((0.8 * size - 0.25) * weight.sqrt()).max(0.4)),
        Pattern::Gingham => {
            let half = side / 2.0;
            let (from, to) = (half * (1.0 - weight) / 2.0, half * (1.0 + weight) / 2.0);
            let at = |part: f64| half * part;
            let rows: &[f64] = if size > 1.0 { &[0.25, 0.75] } else { &[0.5] };
            let way: String = rows
                .iter()
                .map(|row| format!("M{half} {}H{}M-1 {}H{half}", at(*row), side + 1.0, at(1.0 + row)))
                .collect();
            let (_, _, body) = lines(side, way, thick(0.7));
            (side, side, format!("<path d='M{from} {from}H{to}V{to}H{from}z'/>{body}"))
        }
        Pattern::Waves => {
            let height = 2.5 * size;
            let (top, quarter, half) = (height * 0.6, side / 4.0, side / 2.0);
            // From before the tile to behind it: lines that end at its edge leave a seam.
            let way = format!(
                "M-{half} {top}Q-{quarter} {} 0 {top}T{half} {top}T{side} {top}T{} {top}",
                height * 1.2,
                side + half
            );
            lines(height, way, thick(0.7 * size))
        }
    }
}

/// What lies under a pattern and around black letters and arrows: white, or the film's ink where it is a second colour.
pub(crate) fn ground(colour: Colour, ink: Option<FilmInk>) -> &'static str {
    match (ink, colour) {
        (Some(ink), Colour::Film) => tint(ink),
        (Some(ink), Colour::FilmPale) => pale(ink),
        _ => "#fff",
    }
}

/// A film's ink as a printer of two colours has it: "#FF8747".
#[must_use]
pub fn tint(ink: FilmInk) -> &'static str {
    match ink {
        FilmInk::Orange => "#FF8747",
        FilmInk::Sky => "#7CC3EE",
        FilmInk::Mint => "#63CDB0",
        FilmInk::Sun => "#FFC52E",
        FilmInk::Rose => "#FF9CC0",
    }
}

fn pale(ink: FilmInk) -> &'static str {
    match ink {
        FilmInk::Orange => "#FFC9A6",
        FilmInk::Sky => "#C4E4F7",
        FilmInk::Mint => "#BDE9DC",
        FilmInk::Sun => "#FFE6A3",
        FilmInk::Rose => "#FFD6E4",
    }
}
