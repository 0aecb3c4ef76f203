//! The shot list (découpage): one line a shot, lying.

use std::sync::Arc;

use ql_model::vocabulary::Ratio;
use typst::foundations::{Dict, IntoValue, dict};

use crate::{
    beside::Beside,
    compile::{Paper, PaperError},
    data,
    sheet::{Head, Sheet},
    sketch::Sketch,
};

/// One shot.
#[derive(Clone, Debug, Default)]
pub struct ShotLine {
    /// "12A".
    pub label: String,
    /// Inked: its label is printed white on black.
    pub solid: bool,
    /// Crossed out, its label kept.
    pub gone: bool,
    /// The drawing, of the size [`thumbnail_size`] says.
    pub drawing: Option<Arc<Sketch>>,
    /// What the drawing shows; never empty.
    pub alt: String,
    /// In words, each of them empty where nothing was chosen.
    pub size: String,
    /// Height and side of the camera.
    pub angle: String,
    /// Movement.
    pub movement: String,
    /// What carries the camera, and the lens.
    pub support: String,
    /// Sound.
    pub sound: String,
    /// What is seen.
    pub action: String,
    /// What is said.
    pub dialogue: String,
    /// Anything else.
    pub notes: String,
    /// Light, with its name: it has no column.
    pub light: String,
    /// Who is in it.
    pub characters: String,
    /// "6 s"; without one, a line for the pen.
    pub duration: Option<String>,
}

/// A scene and its shots.
#[derive(Clone, Debug)]
pub struct SceneLines {
    /// Its number.
    pub number: String,
    /// Left out of the film, its number kept.
    pub gone: bool,
    /// Its set; never empty.
    pub heading: String,
    /// "INT. Jour"; may be empty.
    pub effect: String,
    /// "4 plans · 23 s".
    pub figures: String,
    /// Its shots.
    pub shots: Vec<ShotLine>,
}

/// A shot list to be set.
#[derive(Clone, Debug)]
pub struct ShotList {
    /// Title, state, words.
    pub head: Head,
    /// The paper; it lies.
    pub sheet: Sheet,
    /// Shape of the frame.
    pub ratio: Ratio,
    /// Its scenes.
    pub scenes: Vec<SceneLines>,
}

/// Letters that a line prints of what is seen, what is said, notes and light; the table has all of them.
const MOST: [(&str, usize); 4] = [("action", 420), ("dialogue", 300), ("notes", 240), ("light", 120)];

/// Widest and highest thumbnail, in millimetres.
const THUMB: (f64, f64) = (24.0, 16.0);
/// Height of a line for the pen, in millimetres, and what head and foot of the table take.
const PEN_LINE: f64 = 11.6;
const TABLE_ENDS: f64 = 26.0;
/// The heading of a scene, and the white above and under what is in a row.
const ROW_ENDS: f64 = 12.0;

/// Width and height of the drawing of a shot, in millimetres.
#[must_use]
pub fn thumbnail_size(ratio: Ratio) -> (f64, f64) {
    let (wide, high) = ratio.sides();
    let ratio = f64::from(wide) / f64::from(high);
    let width = THUMB.0.min(THUMB.1 * ratio);
    (width, width / ratio)
}

impl ShotList {
    /// Whether a line prints all of this.
    #[must_use]
    pub fn holds(action: &str, dialogue: &str, notes: &str) -> bool {
        [action, dialogue, notes].iter().zip(MOST).all(|(text, (_, most))| text.chars().count() <= most)
    }

    /// Sets every page.
    ///
    /// # Errors
    /// Only for faults of the program.
    pub fn set(&self) -> Result<Paper, PaperError> {
        let mut data = data::common(&self.head, &self.sheet, 1, None);
        let mut beside = Beside::default();
        let thumb = thumbnail_size(self.ratio);
        data.insert("thumb".into(), data::list([thumb.0, thumb.1]).into_value());
        data.insert(
            "scenes".into(),
            data::list(self.scenes.iter().map(|one| scene(one, &mut beside))).into_value(),
        );
        let most: Dict = MOST.iter().map(|(key, most)| ((*key).into(), (*most).into_value())).collect();
        data.insert("most".into(), most.into_value());
        data.insert("row-most".into(), (self.sheet.height - TABLE_ENDS - ROW_ENDS).into_value());
        // A film without a shot prints as a page to be filled by pen.
        let blank = ((self.sheet.height - TABLE_ENDS) / PEN_LINE).floor() as usize;
        data.insert("blank-rows".into(), blank.into_value());
        Paper::set("shot-list.typ", data, beside, self.head.changed)
    }
}

fn scene(scene: &SceneLines, beside: &mut Beside) -> Dict {
    dict! {
        "number" => scene.number.as_str(),
        "gone" => scene.gone,
        "heading" => scene.heading.as_str(),
        "effect" => scene.effect.as_str(),
        "figures" => scene.figures.as_str(),
        "shots" => data::list(scene.shots.iter().map(|one| shot(one, beside))),
    }
}

fn shot(shot: &ShotLine, beside: &mut Beside) -> Dict {
    dict! {
        "label" => shot.label.as_str(),
        "solid" => shot.solid,
        "gone" => shot.gone,
        "drawing" => data::drawing(shot.drawing.as_ref(), beside),
        "alt" => shot.alt.as_str(),
        "size" => shot.size.as_str(),
        "angle" => shot.angle.as_str(),
        "movement" => shot.movement.as_str(),
        "support" => shot.support.as_str(),
        "sound" => shot.sound.as_str(),
        "action" => shot.action.as_str(),
        "dialogue" => shot.dialogue.as_str(),
        "notes" => shot.notes.as_str(),
        "light" => shot.light.as_str(),
        "characters" => shot.characters.as_str(),
        "duration" => shot.duration.as_deref(),
    }
}
