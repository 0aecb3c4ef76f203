//! What a drawing is painted from: its strokes beside their ink, read at once. A film has thousands.

use ql_model::{DocumentId, EntityId, StrokeId, ink::Ink};
use rusqlite::{Connection, params};

use super::rows::read;
use crate::thumbnail::Drawn;

/// The strokes of a drawing in paint order. Ink that cannot be read is what `check` reports; the rest of the drawing is still shown.
pub fn of_drawing(
    connection: &Connection,
    document: DocumentId,
    drawing: EntityId,
) -> rusqlite::Result<Vec<Drawn>> {
    // The planner would look the strokes up by the ink, which has no index for that.
    let mut statement = connection.prepare_cached(
        "SELECT stroke.\"order\", stroke.id, stroke.layer, stroke.cuts, ink.bytes \
         FROM stroke CROSS JOIN ink ON ink.document = ?1 AND ink.id = unhex(stroke.ink) WHERE stroke.drawing = ?2",
    )?;
    let mut rows = statement.query(params![document.to_string(), drawing.to_string()])?;
    let mut strokes: Vec<((u32, StrokeId), Drawn)> = Vec::new();
    while let Some(row) = rows.next()? {
        let place = (read(row, 0, "order")?, read(row, 1, "id")?);
        let Ok(ink) = Ink::decode(row.get_ref(4)?.as_blob()?) else { continue };
        strokes.push((place, (read(row, 2, "layer")?, ink, read(row, 3, "cuts")?)));
    }
    strokes.sort_by_key(|(place, _)| *place);
    Ok(strokes.into_iter().map(|(_, stroke)| stroke).collect())
}
