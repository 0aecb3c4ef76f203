//! Fewer corners: an outline keeps those without which it would move by more than a printer or a small picture can show.
//!
//! After Sklansky and Gonzalez (1980), in one walk: from a corner that is kept, each one that follows narrows the directions in which a
//! straight line still passes it near enough. The last corner that lies in all of them is kept next. A film of 300 panels can have two million corners.

/// The corners to keep, in order, the first and the last among them. Those dropped lie within `tolerance` of the straight line between the
/// kept ones around them. `tolerance` is above 0 and in the unit of the corners, which are finite.
#[must_use]
pub fn thin(outline: &[[f64; 2]], tolerance: f64) -> Vec<[f64; 2]> {
    let Some((&first, rest)) = outline.split_first() else { return Vec::new() };
    let mut kept = vec![first];
    let mut view = View::from(first);
    let mut before = first;
    for &corner in rest {
        if !view.reaches(corner, tolerance) {
            kept.push(before);
            view = View::from(before);
            // From its neighbour every corner is reached.
            view.reaches(corner, tolerance);
        }
        before = corner;
    }
    if !rest.is_empty() {
        kept.push(before);
    }
    kept
}

/// What can be reached by a straight line from a corner.
struct View {
    from: [f64; 2],
    /// The outermost directions that remain, and how far the farthest corner on the way was, squared; none before a corner was farther
    /// than the tolerance.
    sides: Option<Sides>,
}

struct Sides {
    left: [f64; 2],
    right: [f64; 2],
    far: f64,
}

impl View {
    fn from(corner: [f64; 2]) -> Self {
        Self { from: corner, sides: None }
    }

    /// Whether a straight line to this corner passes near enough to all before it; if so, those that follow must pass near it too.
    fn reaches(&mut self, corner: [f64; 2], tolerance: f64) -> bool {
        let way = [corner[0] - self.from[0], corner[1] - self.from[1]];
        let far = way[0] * way[0] + way[1] * way[1];
        let near = tolerance * tolerance;
        let Some(sides) = &mut self.sides else {
            if far > near {
                let [left, right] = around(way, far, tolerance);
                self.sides = Some(Sides { left, right, far });
            }
            return true;
        };
        // A line that turns back would leave its tip outside.
        if far < sides.far || turn(sides.right, way) < 0.0 || turn(way, sides.left) < 0.0 {
            return false;
        }
        let [left, right] = around(way, far, tolerance);
        if turn(left, sides.left) > 0.0 {
            sides.left = left;
        }
        if turn(sides.right, right) > 0.0 {
            sides.right = right;
        }
        sides.far = far;
        true
    }
}

/// The two directions, left and right of the way to a corner, that pass it at just the tolerance.
fn around([x, y]: [f64; 2], far: f64, tolerance: f64) -> [[f64; 2]; 2] {
    let along = (far - tolerance * tolerance).sqrt();
    [
        [x * along - y * tolerance, x * tolerance + y * along],
        [x * along + y * tolerance, y * along - x * tolerance],
    ]
}

/// Positive when `to` lies to the left of `from`.
fn turn(from: [f64; 2], to: [f64; 2]) -> f64 {
    from[0] * to[1] - from[1] * to[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far a point lies from a piece of line.
    fn away(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
        let (x, y) = (to[0] - from[0], to[1] - from[1]);
        let (px, py) = (point[0] - from[0], point[1] - from[1]);
        let length = x * x + y * y;
        let along = if length > 0.0 { ((px * x + py * y) / length).clamp(0.0, 1.0) } else { 0.0 };
        (px - along * x).hypot(py - along * y)
    }

    /// Thins, holding every corner against the line that stands in its place.
    fn held(outline: &[[f64; 2]], tolerance: f64) -> Vec<[f64; 2]> {
        let kept = thin(outline, tolerance);
        assert_eq!((kept.first(), kept.last()), (outline.first(), outline.last()));
        let mut at = 0;
        for pair in kept.windows(2) {
            let length =
                outline[at + 1..].iter().position(|corner| *corner == pair[1]).expect("it is one of them");
            for corner in &outline[at..=at + 1 + length] {
                let moved = away(*corner, pair[0], pair[1]);
                assert!(moved <= tolerance + 1e-9, "{corner:?} moved by {moved}");
            }
            at += 1 + length;
        }
        // A hand that stands still ends on the same corner many times.
        assert!(outline[at..].iter().all(|corner| Some(corner) == kept.last()), "none is left out");
        kept
    }

    #[test]
    fn no_corner_that_is_dropped_was_farther_than_the_tolerance() {
        let circle: Vec<[f64; 2]> = (0..400)
            .map(|at| f64::from(at) / 400.0 * std::f64::consts::TAU)
            .map(|a| [a.cos() * 50.0, a.sin() * 50.0])
            .collect();
        let kept = held(&circle, 0.2);
        assert!(kept.len() < 60, "{} corners are left of a circle of 400", kept.len());
        // A hand that trembles, turns back and stands still.
        for seed in 1..200_u32 {
            let mut dice = seed;
            let mut roll = || {
                dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                f64::from(dice >> 16) / 65_536.0 - 0.5
            };
            let (mut x, mut y, mut angle) = (0.0, 0.0, 0.0);
            let walk: Vec<[f64; 2]> = (0..300)
                .map(|_| {
                    angle += roll() * f64::from(seed % 7);
                    let step: f64 = (roll() * 3.0).max(0.0);
                    x += step * f64::cos(angle);
                    y += step * f64::sin(angle);
                    [x, y]
                })
                .collect();
            for tolerance in [0.01, 0.2, 2.0] {
                held(&walk, tolerance);
            }
        }
    }

    #[test]
    fn dots_and_lines_survive() {
        assert_eq!(thin(&[], 1.0).len(), 0);
        assert_eq!(thin(&[[1.0, 1.0]], 1.0).len(), 1);
        assert_eq!(thin(&[[0.0, 0.0]; 9], 1.0).len(), 2);
        let line: Vec<[f64; 2]> = (0..9).map(|at| [f64::from(at), 0.0]).collect();
        assert_eq!(thin(&line, 0.1).len(), 2);
        let there_and_back = [[0.0, 0.0], [5.0, 0.0], [10.0, 0.0], [5.0, 0.0]];
        assert!(thin(&there_and_back, 0.1).contains(&[10.0, 0.0]), "the far end of a line is never dropped");
    }
}
