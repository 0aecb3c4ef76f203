//! The dictionary a template reads: what every paper has, and small pieces to build the rest of it.

use std::sync::Arc;

use chrono::{DateTime, Datelike as _, FixedOffset, Timelike as _};
use typst::foundations::{Array, Dict, IntoValue, Value, dict};

use crate::{
    beside::Beside,
    layout::{BAND, BESIDE, Kind, Layout},
    lettering::Line,
    sheet::{Head, Letterhead, PaperSize, Sheet, Words},
    sketch::Sketch,
};

/// What the template of any paper of a film reads. `first` is the number of the first page that is set, `pages` the number of all when it
/// is known before they are set.
pub(crate) fn common(head: &Head, sheet: &Sheet, first: usize, pages: Option<usize>) -> Dict {
    let film = dict! {
        "lang" => head.language,
        "region" => head.region,
        "quotes" => list(head.quotes),
        "title" => head.title.as_str(),
        "stamp" => head.stamp.as_str(),
        "figures" => head.figures.as_str(),
        "foot" => head.foot.as_str(),
        "credits" => list(head.credits.iter().map(|(label, names)| list([label.as_str(), names.as_str()]))),
        "pattern" => head.pattern.code(),
        "tint" => head.tint,
    };
    with_sheet(film, &head.words, head.changed, sheet, first, pages)
}

/// What the template of a paper that belongs to no film reads: the same, without pattern, ink and quotation marks.
pub(crate) fn plain(head: &Letterhead, sheet: &Sheet) -> Dict {
    let owner = (!head.owner.is_empty()).then(|| list(["", head.owner.as_str()]));
    let plain = dict! {
        "lang" => head.language,
        "region" => head.region,
        "title" => head.owner.as_str(),
        "stamp" => head.lines[1].as_str(),
        "figures" => head.lines[0].as_str(),
        "foot" => head.foot.as_str(),
        "credits" => list(owner),
        "pattern" => Value::None,
        "tint" => Value::None,
    };
    with_sheet(plain, &head.words, head.made, sheet, 1, None)
}

fn with_sheet(
    mut head: Dict,
    words: &Words,
    changed: DateTime<FixedOffset>,
    sheet: &Sheet,
    first: usize,
    pages: Option<usize>,
) -> Dict {
    let words: Dict = words.iter().map(|(key, word)| ((*key).into(), word.as_str().into_value())).collect();
    head.extend(dict! {
        "words" => words,
        "date" => dict! {
            "year" => changed.year(),
            "month" => changed.month(),
            "day" => changed.day(),
            "hour" => changed.hour(),
            "minute" => changed.minute(),
            "second" => changed.second(),
        },
        "sheet" => dict! {
            "name" => match sheet.size { PaperSize::A4 => "a4", PaperSize::Letter => "us-letter" },
            "landscape" => sheet.is_lying(),
            "unit" => sheet.unit,
            "side" => sheet.side,
            "top" => sheet.top(),
            "bottom" => sheet.bottom(),
        },
        "first" => first,
        "pages" => pages,
    });
    head
}

pub(crate) fn layout(layout: &Layout) -> Dict {
    dict! {
        "count" => layout.count,
        "across" => layout.across,
        "down" => layout.down,
        "kind" => match layout.kind { Kind::Stack => "stack", Kind::Side => "side", Kind::Tag => "tag" },
        "cell" => layout.cell,
        "row" => layout.row,
        "gap" => layout.gap,
        "row-gap" => layout.row_gap,
        "frame" => list([layout.frame.0, layout.frame.1]),
        "words" => layout.words,
        "pen" => layout.pen,
        "pen-beside" => layout.pen_beside,
        "size" => layout.size,
        "band" => BAND,
        "beside" => BESIDE,
    }
}

pub(crate) fn list<T: IntoValue>(items: impl IntoIterator<Item = T>) -> Array {
    items.into_iter().map(IntoValue::into_value).collect()
}

/// A drawing, or nothing.
pub(crate) fn drawing(sketch: Option<&Arc<Sketch>>, beside: &mut Beside) -> Value {
    let line = |line: &Line| {
        dict! {
            "left" => line.left,
            "feet" => line.feet,
            "size" => line.size,
            "edge" => line.edge,
            "text" => line.text.as_str(),
        }
    };
    let whole = |sketch: &Arc<Sketch>| {
        dict! {
            "svg" => beside.lay(sketch.svg.clone()),
            "lines" => list(sketch.lines.iter().map(line)),
        }
    };
    sketch.map(whole).into_value()
}
