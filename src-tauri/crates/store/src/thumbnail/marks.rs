//! Arrows and texts on a drawing, in the shapes the drawing place gives them.

use ql_model::{
    row::Mark,
    vocabulary::{FilmInk, MarkKind},
};
use tiny_skia::{FillRule, LineCap, LineJoin, Path, PathBuilder, Pixmap, Stroke, Transform};

use super::{paint_of, scale_of, text};

/// Shortest side of an arrow's head, in frame units: below, it would be lost in its line.
const SHORTEST_BARB: f32 = 260.0;
/// Half the opening of an arrow's head, in radians.
const OPENING: f32 = 0.55;

pub(super) fn paint(canvas: &mut Pixmap, film: FilmInk, mark: &Mark) {
    let scale = scale_of(canvas);
    let paint = paint_of(mark.colour, film);
    match mark.kind {
        MarkKind::Arrow => {
            let line = Stroke {
                width: mark.size as f32,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            };
            if let Some(path) = arrow(mark) {
                canvas.stroke_path(&path, &paint, &line, Transform::from_scale(scale, scale), None);
            }
        }
        MarkKind::Text => {
            let room = canvas.height() as f32 / scale - mark.y0 as f32;
            let transform =
                Transform::from_translate(mark.x0 as f32, mark.y0 as f32).post_scale(scale, scale);
            if let Some(path) = text::outline(&mark.text, mark.size as f32, room) {
                canvas.fill_path(&path, &paint, FillRule::Winding, transform, None);
            }
        }
    }
}

/// A curve from tail to head whose middle lies `bend` off the straight line, and the two sides of its head.
fn arrow(mark: &Mark) -> Option<Path> {
    let [x0, y0, x1, y1, bend] = [mark.x0, mark.y0, mark.x1, mark.y1, mark.bend].map(|number| number as f32);
    let length = match (x1 - x0).hypot(y1 - y0) {
        0.0 => 1.0,
        length => length,
    };
    let (cx, cy) = (
        (x0 + x1) / 2.0 - (y1 - y0) / length * bend * 2.0,
        (y0 + y1) / 2.0 + (x1 - x0) / length * bend * 2.0,
    );
    let back = (cy - y1).atan2(cx - x1);
    let barb = (mark.size as f32 * 4.0).max(SHORTEST_BARB);
    let side = |opening: f32| (x1 + (back + opening).cos() * barb, y1 + (back + opening).sin() * barb);
    let (left, right) = (side(OPENING), side(-OPENING));
    let mut path = PathBuilder::new();
    path.move_to(x0, y0);
    path.quad_to(cx, cy, x1, y1);
    path.move_to(left.0, left.1);
    path.line_to(x1, y1);
    path.line_to(right.0, right.1);
    path.finish()
}
