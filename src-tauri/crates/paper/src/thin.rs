//! Fewer corners for paper: an outline keeps the corners without which it would move by more than a printer can show.
//!
//! After Douglas and Peucker (1973), without recursion, on a closed outline cut in two at its first point and at the one farthest from it.

/// The corners to keep, in order.
pub(crate) fn thin(outline: &[[f64; 2]], tolerance: f64) -> Vec<[f64; 2]> {
    if outline.len() < 4 {
        return outline.to_vec();
    }
    let mut keep = vec![false; outline.len()];
    let last = outline.len() - 1;
    let (far, _) = farthest(outline, 0, last + 1, outline[0]);
    (keep[0], keep[far], keep[last]) = (true, true, true);
    let mut left = vec![(0, far), (far, last)];
    while let Some((from, to)) = left.pop() {
        let (at, away) = farthest(outline, from, to, outline[to]);
        if away > tolerance * tolerance {
            keep[at] = true;
            left.extend([(from, at), (at, to)]);
        }
    }
    outline.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

/// Which corner after `from` and before `before` lies farthest from the piece of line between the corner `from` and `end`, and how far,
/// squared. A million corners are asked, most of them several times: no root, no division, nothing that could be done once for all.
fn farthest(outline: &[[f64; 2]], from: usize, before: usize, end: [f64; 2]) -> (usize, f64) {
    let start = outline[from];
    let (x, y) = (end[0] - start[0], end[1] - start[1]);
    let length = x * x + y * y;
    let once = if length > 0.0 { 1.0 / length } else { 0.0 };
    let (mut at, mut most) = (from, 0.0);
    for (index, point) in outline.iter().enumerate().take(before).skip(from + 1) {
        let (px, py) = (point[0] - start[0], point[1] - start[1]);
        let along = ((px * x + py * y) * once).clamp(0.0, 1.0);
        let (dx, dy) = (px - along * x, py - along * y);
        let away = dx * dx + dy * dy;
        if away > most {
            (at, most) = (index, away);
        }
    }
    (at, most)
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
        let away = |point: [f64; 2], from: [f64; 2], to: [f64; 2]| farthest(&[from, point], 0, 2, to).1;
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
