//! A stroke's bytes, version 1, written from its definition and not from the app's code.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Tool of a stroke, with its number in the format.
#[derive(Clone, Copy, Debug)]
pub enum Tool {
    /// The blue pencil, on the sketch layer.
    Pencil = 0,
    /// The brush.
    Brush = 1,
    /// The pen.
    Pen = 2,
}

/// Little-endian: version, tool, colour, flags, size, count, then per point dx, dy, pressure.
/// Points are in frame units (the frame is 16,384 wide) with a pressure from 0 to 255.
///
/// # Panics
/// When two neighbours are more than 32,767 apart, which the format cannot say.
pub fn bytes(tool: Tool, size: u16, points: &[(i32, i32, u8)]) -> Vec<u8> {
    let colour = if matches!(tool, Tool::Pencil) { 1 } else { 0 };
    let mut out = vec![1, tool as u8, colour, 0];
    out.extend(size.to_le_bytes());
    out.extend(u32::try_from(points.len()).expect("a stroke is short").to_le_bytes());
    let mut last = (0, 0);
    for &(x, y, pressure) in points {
        for delta in [x - last.0, y - last.1] {
            out.extend(i16::try_from(delta).expect("neighbours are near").to_le_bytes());
        }
        out.push(pressure);
        last = (x, y);
    }
    out
}

/// The same as base64, as `add_stroke` takes it.
pub fn base64(tool: Tool, size: u16, points: &[(i32, i32, u8)]) -> String {
    STANDARD.encode(bytes(tool, size, points))
}

/// A wave of `points` points across the frame, different for each `seed`: a stroke like those of a hand.
pub fn wave(seed: u32, points: u32) -> String {
    let rise = 1_000 + (seed * 977) % 7_000;
    let left = 600 + (seed * 389) % 4_000;
    let line: Vec<(i32, i32, u8)> = (0..points)
        .map(|step| {
            let turn = f64::from(step) / 12.0 + f64::from(seed);
            let x = f64::from(left) + f64::from(step) * 9_000.0 / f64::from(points.max(1));
            let y = f64::from(rise) + turn.sin() * 500.0;
            let pressure = 128.0 + (turn / 2.0).cos() * 90.0;
            (x as i32, y as i32, pressure as u8)
        })
        .collect();
    base64(Tool::Brush, 170, &line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_point_counts_from_the_corner() {
        let stroke = bytes(Tool::Brush, 170, &[(300, 2, 255), (299, 2, 0)]);
        assert_eq!(stroke, [1, 1, 0, 0, 170, 0, 2, 0, 0, 0, 44, 1, 2, 0, 255, 255, 255, 0, 0, 0]);
    }
}
