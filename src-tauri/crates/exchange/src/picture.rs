//! The size of a PNG, read before the spreadsheet's writer reads it: that one trusts every length it finds and panics on
//! a file that ends too early.

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Width and height in pixels, both above 0; nothing when these bytes are no whole PNG (ISO/IEC 15948, 5.3).
pub(crate) fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut size = None;
    loop {
        let (length, after) = number(rest)?;
        let (kind, after) = after.split_at_checked(4)?;
        let (data, after) = after.split_at_checked(usize::try_from(length).ok()?)?;
        rest = after.split_at_checked(4)?.1;
        match kind {
            b"IHDR" => {
                let (width, after) = number(data)?;
                size = Some((width, number(after)?.0));
            }
            b"pHYs" if data.len() != 9 => return None,
            b"IEND" => return size.filter(|(width, height)| *width > 0 && *height > 0),
            _ => {}
        }
    }
}

/// A big-endian number and what comes after it.
fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*number), rest))
}
