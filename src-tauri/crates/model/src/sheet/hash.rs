//! The hash a closed sheet is frozen with.

use super::{Frozen, Scan, Sheet};

/// BLAKE3, in hexadecimal digits, of these lines of UTF-8: `quartier-libre sheet 1`, what the calendar said as JSON, then for each
/// attendee in the order of the sheet `<person>\t<name>\t<trainer|participant>`, for each half-day marked
/// `<person>\t<half>\t<state>\t<late>\t<left early>\t<hash of the signature>\t<signed at>`, and for each scan its hash. Corrections and
/// scans that came after the closing are not in it.
#[must_use]
pub fn hash_of(sheet: &Sheet, frozen: &Frozen) -> String {
    let mut lines = vec!["quartier-libre sheet 1".to_owned()];
    lines.push(serde_json::to_string(frozen).unwrap_or_default());
    for one in &sheet.attendees {
        let role = if one.trainer { "trainer" } else { "participant" };
        lines.push(format!("{}\t{}\t{role}", one.person, clean(&one.name)));
    }
    for cell in &sheet.cells {
        let (hash, at) = cell.signature.clone().unwrap_or_default();
        let (late, early) = (cell.late.as_deref().unwrap_or(""), cell.early.as_deref().unwrap_or(""));
        let (person, half, state) = (cell.person, cell.half.code(), cell.state.code());
        lines.push(format!("{person}\t{half}\t{state}\t{late}\t{early}\t{hash}\t{at}"));
    }
    let frozen = |scan: &&Scan| sheet.closure.is_none() || sheet.froze(scan);
    lines.extend(sheet.scans.iter().filter(frozen).map(|scan| scan.hash.clone()));
    blake3::hash(lines.join("\n").as_bytes()).to_hex().to_string()
}

/// A name on one line, in one column.
fn clean(name: &str) -> String {
    name.replace(['\t', '\n', '\r'], " ")
}
