//! Bytes beside the calls: thumbnails, pictures, ink.

use std::{fs, path::Path};

use ql_model::EntityId;
use uuid::Uuid;

use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    export,
};

/// Widths a thumbnail is made in.
const WIDTHS: &[u32] = &[320, 640];

/// Bytes with what a browser needs to know of them.
#[derive(Clone, Debug)]
pub struct Bytes {
    /// Their type.
    pub mime: &'static str,
    /// The bytes.
    pub body: Vec<u8>,
    /// Whether the same path always gives the same bytes.
    pub immutable: bool,
}

/// Answers `thumb/<drawing>/<version>/<width>`, `media/<hash>`, `ink/<drawing>`, `page/<key>/<number>/<width>` of the paper that is looked
/// at, `printed/<name>`, and `scan/<session>/<hash>` while the register is open.
pub(crate) fn get(app: &Inner, path: &str) -> Result<Bytes, Failure> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let missing = || Failure::new(ErrorCode::NotFound, path.chars().take(120).collect::<String>());
    match parts.as_slice() {
        ["thumb", drawing, version, width] => {
            let width: u32 = width.parse().ok().filter(|width| WIDTHS.contains(width)).ok_or_else(missing)?;
            thumbnail(app, drawing.parse().map_err(|_| missing())?, version, width)
        }
        ["media", hash] => {
            let (mime, body) = app.read(|reader| Ok(reader.picture(hash)?))?;
            let mime = if mime == "image/png" { "image/png" } else { "image/jpeg" };
            Ok(Bytes { mime, body, immutable: true })
        }
        ["page", key, number, width] => {
            let number = number.parse().map_err(|_| missing())?;
            let width = width.parse().map_err(|_| missing())?;
            let body = export::page_picture(app, key, number, width)?;
            Ok(Bytes { mime: "image/png", body, immutable: false })
        }
        ["printed", name] => printed(app, name).ok_or_else(missing),
        ["scan", session, hash] => scan(app, session.parse().map_err(|_| missing())?, hash).map(|body| {
            let mime = if body.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
            // Never kept by a browser: it would lie on its disk.
            Bytes { mime, body, immutable: false }
        }),
        ["ink", drawing] => ink(app, drawing.parse().map_err(|_| missing())?),
        _ => Err(missing()),
    }
}

/// A picture of a sheet on paper; only the scans of that sheet are asked for here, not its signatures.
fn scan(app: &Inner, session: EntityId, hash: &str) -> Result<Vec<u8>, Failure> {
    app.write(|workspace| {
        let known = workspace
            .people()?
            .sheet(session)
            .is_some_and(|sheet| sheet.scans.iter().any(|scan| scan.hash == hash));
        if !known {
            return Err(Failure::new(ErrorCode::NotFound, "scan"));
        }
        Ok(workspace.sealed_bytes(session, hash)?)
    })
}

/// A paper that was made for a viewer; a name that leads out of their folder names none.
fn printed(app: &Inner, name: &str) -> Option<Bytes> {
    let name = Path::new(name);
    let plain = name.components().count() == 1 && name.file_name() == Some(name.as_os_str());
    let body = plain.then(|| fs::read(app.kept.printed_folder().join(name)).ok()).flatten()?;
    Some(Bytes { mime: "application/pdf", body, immutable: false })
}

fn thumbnail(app: &Inner, drawing: EntityId, version: &str, width: u32) -> Result<Bytes, Failure> {
    let (made, png, new) = app.read(|reader| Ok(reader.thumbnail(drawing, width)?))?;
    if new {
        // Only saves making it again; a disk that is full must not hide the board.
        let _ = app.write(|workspace| Ok(workspace.keep_thumbnail(drawing, width, &made, &png)?));
    }
    Ok(Bytes { mime: "image/png", body: png, immutable: made == version })
}

/// Count (u32 LE), then per stroke its id (16 bytes), the length (u32 LE) and its ink.
fn ink(app: &Inner, drawing: EntityId) -> Result<Bytes, Failure> {
    let body = app.read(|reader| {
        let row = reader.drawing(drawing)?;
        let (strokes, _) = reader.drawn(drawing)?;
        let inks = reader.ink(row.film.document(), drawing)?;
        let found: Vec<(Uuid, &Vec<u8>)> =
            strokes.iter().filter_map(|stroke| Some((stroke.id.0, inks.get(&stroke.ink)?))).collect();
        let mut body = Vec::with_capacity(4 + found.iter().map(|(_, bytes)| 20 + bytes.len()).sum::<usize>());
        body.extend(u32::try_from(found.len()).unwrap_or(u32::MAX).to_le_bytes());
        for (id, bytes) in found {
            body.extend(id.as_bytes());
            body.extend(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes());
            body.extend(bytes);
        }
        Ok(body)
    })?;
    Ok(Bytes { mime: "application/octet-stream", body, immutable: false })
}
