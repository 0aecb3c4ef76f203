//! What erasers took from a stroke: ranges of its point indices. Erasers unite; none gives back what another took.

/// An erased part of a stroke, from one point index to another, both erased. Fractions lie between two points; a range
/// that holds no point erases what joins the two around it.
pub type Range = [f64; 2];

/// The same erased parts, in order and apart from each other; a range written backwards is turned, one without finite ends dropped.
#[must_use]
pub fn unite(ranges: &[Range]) -> Vec<Range> {
    let finite = ranges.iter().filter(|range| range.iter().all(|end| end.is_finite()));
    let mut sorted: Vec<Range> = finite.map(|&[a, b]| [a.min(b), a.max(b)]).collect();
    sorted.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut united: Vec<Range> = Vec::with_capacity(sorted.len());
    for [from, to] in sorted {
        match united.last_mut() {
            Some(last) if from <= last[1] => last[1] = last[1].max(to),
            _ => united.push([from, to]),
        }
    }
    united
}

/// Whether erasers took all of a stroke of this many points. A cut that passes between points leaves them.
#[must_use]
pub fn is_erased(points: usize, ranges: &[Range]) -> bool {
    let united = unite(ranges);
    (0..points).all(|index| covering(&united, index as f64).is_some())
}

/// The united range that holds this index.
pub(super) fn covering(united: &[Range], index: f64) -> Option<&Range> {
    let after = united.partition_point(|range| range[1] < index);
    united.get(after).filter(|range| range[0] <= index)
}

/// Whether a united range lies between these two indices, so that what joins them is erased.
pub(super) fn parts(united: &[Range], before: f64, after: f64) -> bool {
    let next = united.partition_point(|range| range[1] < before);
    united.get(next).is_some_and(|range| range[0] <= after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranges_unite() {
        let united = unite(&[[5.0, 7.0], [1.0, 2.5], [2.0, 3.0], [f64::NAN, 4.0], [9.0, 8.0], [7.0, 7.5]]);
        assert_eq!(
            united,
            [[1.0, 3.0], [5.0, 7.5], [8.0, 9.0]],
            "Two erasers over one place erase it once; what is no range is dropped."
        );
    }

    #[test]
    fn a_stroke_is_erased_when_no_point_is_left() {
        assert!(is_erased(3, &[[-1.0, 1.2], [1.5, 9.0]]), "All three points lie in a range.");
        assert!(!is_erased(3, &[[0.1, 9.0]]), "The first point is left.");
        assert!(
            !is_erased(2, &[[f64::NEG_INFINITY, f64::INFINITY]]),
            "A range without ends is dropped, as on screen."
        );
    }

    proptest! {
        #[test]
        fn order_and_doubles_change_nothing(
            ranges in prop::collection::vec((0..60_i32, 0..9_i32), 0..12).prop_map(|pairs| {
                pairs.into_iter().map(|(from, length)| [f64::from(from) / 2.0, f64::from(from + length) / 2.0]).collect::<Vec<_>>()
            }),
        ) {
            let mut shuffled: Vec<Range> = ranges.iter().rev().chain(&ranges).copied().collect();
            shuffled.rotate_left(ranges.len() / 2);
            let united = unite(&ranges);
            prop_assert_eq!(&unite(&shuffled), &united, "Erasers unite in any order, delivered twice.");
            prop_assert_eq!(&unite(&united), &united, "What is united stays so.");
            for index in 0..70 {
                let index = f64::from(index) / 2.0;
                let erased = ranges.iter().any(|range| range[0] <= index && index <= range[1]);
                prop_assert_eq!(covering(&united, index).is_some(), erased, "Exactly what an eraser touched is erased.");
            }
        }
    }
}
