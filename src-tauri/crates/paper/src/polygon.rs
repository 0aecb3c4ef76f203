//! Polygons as SVG has them, written as short as it allows.

/// The nearest whole number. `round` is a call into the library of mathematics, and a film has half a million of these.
fn nearest(number: f64) -> i64 {
    (number + 0.5_f64.copysign(number)) as i64
}

/// A closed polygon in whole units, each corner written as its way from the one before; a minus needs no space.
pub(crate) fn polygon(out: &mut Vec<u8>, corners: &[[f64; 2]], scale: f64) {
    let number = |out: &mut Vec<u8>, number: i64, gap: &[u8]| {
        out.extend_from_slice(if number < 0 { b"-" } else { gap });
        digits(out, number.unsigned_abs());
    };
    let mut places = corners.iter().map(|&[x, y]| (nearest(x * scale), nearest(y * scale)));
    let Some(mut before) = places.next() else { return };
    out.push(b'M');
    number(out, before.0, b"");
    number(out, before.1, b" ");
    let start = out.len();
    for at in places {
        if at == before {
            continue;
        }
        if out.len() == start {
            out.push(b'l');
            number(out, at.0 - before.0, b"");
        } else {
            number(out, at.0 - before.0, b" ");
        }
        number(out, at.1 - before.1, b" ");
        before = at;
    }
    out.push(b'z');
}

/// Writes a number. Nearly all that a polygon has are below a thousand, and a film has a million of them.
fn digits(out: &mut Vec<u8>, number: u64) {
    let digit = |place: u64| b'0' + (number / place % 10) as u8;
    match number {
        0..10 => out.push(digit(1)),
        10..100 => out.extend_from_slice(&[digit(10), digit(1)]),
        100..1_000 => out.extend_from_slice(&[digit(100), digit(10), digit(1)]),
        _ => out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_written_as_short_as_svg_allows() {
        let path = |corners: &[[f64; 2]]| {
            let mut out = Vec::new();
            polygon(&mut out, corners, 10.0);
            String::from_utf8(out).expect("SVG is text")
        };
        assert_eq!(path(&[[1.0, 2.0], [0.0, 5.0], [3.0, -5.0]]), "M10 20l-10 30 30-100z");
        assert_eq!(path(&[[1.0, 2.0], [1.0, 2.01], [1.0, 3.0]]), "M10 20l0 10z", "no step of nothing");
        assert_eq!(
            path(&[[1.0, 2.0], [1.0, 2.0]]),
            "M10 20z",
            "a letter without numbers would break the path"
        );
        assert_eq!(path(&[]), "");
        for number in [0, 9, 10, 99, 100, 999, 1_000, 16_384, u64::MAX] {
            let mut out = Vec::new();
            digits(&mut out, number);
            assert_eq!(out, number.to_string().into_bytes());
        }
    }
}
