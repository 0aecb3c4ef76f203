//! Fewer corners for paper: an outline keeps the corners without which it would move by more than a printer can show.
//!
//! After Douglas and Peucker (1973), without recursion, on a closed outline cut in two at its first point and at the one farthest from it.

/// The corners to keep, in order.
pub(crate) fn thin(outline: &[[f64; 2]], tolerance: f64) -> Vec<[f64; 2]> {
    if outline.len() < 4 {
        return outline.to_vec();
    }
    let far = farthest(outline);
    let mut keep = vec![false; outline.len()];
    (keep[0], keep[far]) = (true, true);
    let last = outline.len() - 1;
    keep[last] = true;
    let mut left = vec![(0, far), (far, last)];
    while let Some((from, to)) = left.pop() {
        let Some((at, away)) = (from + 1..to)
            .map(|at| (at, away(outline[at], outline[from], outline[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1))
        else {
            continue;
        };
        if away > tolerance * tolerance {
            keep[at] = true;
            left.extend([(from, at), (at, to)]);
        }
    }
    outline.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

fn farthest(outline: &[[f64; 2]]) -> usize {
    let places = outline.iter().map(|point| away(*point, outline[0], outline[0])).enumerate();
    places.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
}

/// From a point to the piece of line between two others, squared: a root for each of a million corners would be a tenth of the work.
fn away(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let (x, y) = (to[0] - from[0], to[1] - from[1]);
    let (px, py) = (point[0] - from[0], point[1] - from[1]);
    let along = match x * x + y * y {
        0.0 => 0.0,
        length => ((px * x + py * y) / length).clamp(0.0, 1.0),
    };
    let (dx, dy) = (px - along * x, py - along * y);
    dx * dx + dy * dy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_corner_that_is_dropped_was_farther_than_the_tolerance() {
        let circle: Vec<[f64; 2]> = (0..400)
            .map(|at| f64::from(at) / 400.0 * std::f64::consts::TAU)
            .map(|a| [a.cos() * 50.0, a.sin() * 50.0])
            .collect();
        let kept = thin(&circle, 0.2);
        assert!(kept.len() < 80, "{} corners are left of a circle of 400", kept.len());
        for point in &circle {
            let near = kept.windows(2).map(|pair| away(*point, pair[0], pair[1])).fold(f64::MAX, f64::min);
            let closing = away(*point, kept[kept.len() - 1], kept[0]);
            assert!(near.min(closing).sqrt() <= 0.2 + 1e-9, "the outline moved by {near}");
        }
    }

    #[test]
    fn dots_and_lines_survive() {
        assert_eq!(thin(&[[1.0, 1.0]], 1.0).len(), 1);
        assert_eq!(thin(&[[0.0, 0.0]; 9], 1.0).len(), 2);
        let there_and_back = [[0.0, 0.0], [5.0, 0.0], [10.0, 0.0], [5.0, 0.0]];
        assert!(thin(&there_and_back, 0.1).contains(&[10.0, 0.0]), "the far end of a line is never dropped");
    }
}
