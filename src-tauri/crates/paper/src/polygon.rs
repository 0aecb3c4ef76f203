//! Polygons as SVG has them, written as short as it allows.

/// The nearest whole number. `round` is a call into the library of mathematics, and a film has half a million of these.
fn nearest(number: f64) -> i64 {
    (number + 0.5_f64.copysign(number)) as i64
}

/// A closed polygon in whole units, each corner written as its way from the one before; a minus needs no space.
pub(crate) fn polygon(out: &mut Vec<u8>, corners: &[[f64; 2]], scale: f64) {
    let mut places = corners.iter().map(|&[x, y]| (nearest(x * scale), nearest(y * scale)));
    let Some(mut before) = places.next() else { return };
    out.push(b'M');
    number(out, before.0);
    number(out, before.1);
    let start = out.len();
    for at in places {
        if at == before {
            continue;
        }
        if out.len() == start {
            out.push(b'l');
        }
        number(out, at.0 - before.0);
        number(out, at.1 - before.1);
        before = at;
    }
    out.push(b'z');
}

/// Writes a number after its minus, or after a space. Nearly all that a polygon has are below a thousand, and a film has a million of
/// them: four signs at a time are written more quickly than as many as there are.
fn number(out: &mut Vec<u8>, number: i64) {
    let sign = if number < 0 { b'-' } else { b' ' };
    let size = number.unsigned_abs();
    if let Some([a, b, c, length]) = usize::try_from(size).ok().and_then(|size| SHORT.get(size)) {
        let end = out.len() + 1 + usize::from(*length);
        out.extend_from_slice(&[sign, *a, *b, *c]);
        out.truncate(end);
    } else {
        out.push(sign);
        out.extend_from_slice(itoa::Buffer::new().format(size).as_bytes());
    }
}

/// The digits of each number below a thousand, and how many it has.
static SHORT: [[u8; 4]; 1_000] = {
    let mut all = [[0; 4]; 1_000];
    let mut number = 0;
    while number < 1_000 {
        let [a, b, c] =
            [b'0' + (number / 100) as u8, b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8];
        all[number] = match number {
            0..10 => [c, 0, 0, 1],
            10..100 => [b, c, 0, 2],
            _ => [a, b, c, 3],
        };
        number += 1;
    }
    all
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_written_short() {
        let path = |corners: &[[f64; 2]]| {
            let mut out = Vec::new();
            polygon(&mut out, corners, 10.0);
            String::from_utf8(out).expect("SVG is text")
        };
        assert_eq!(path(&[[1.0, 2.0], [0.0, 5.0], [3.0, -5.0]]), "M 10 20l-10 30 30-100z");
        assert_eq!(path(&[[1.0, 2.0], [1.0, 2.01], [1.0, 3.0]]), "M 10 20l 0 10z", "no step of nothing");
        assert_eq!(
            path(&[[1.0, 2.0], [1.0, 2.0]]),
            "M 10 20z",
            "a letter without numbers would break the path"
        );
        assert_eq!(path(&[]), "");
        for size in [0, 9, 10, 99, 100, 999, 1_000, 16_384, i64::MAX] {
            for (value, sign) in [(size, ' '), (-size, if size == 0 { ' ' } else { '-' })] {
                let mut out = Vec::new();
                number(&mut out, value);
                assert_eq!(String::from_utf8(out).expect("SVG is text"), format!("{sign}{size}"));
            }
        }
    }
}
