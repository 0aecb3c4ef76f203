//! An attendance sheet, as its document says it.

use super::{Attendee, Cell, Closure, Correction, Scan, Sheet, Standing};
use crate::{
    document::Document,
    entity::{Entity, Kind, Value},
    id::EntityId,
    vocabulary::{Attended, HalfCode},
};

/// Reads a sheet's document.
#[must_use]
pub fn read(document: &Document) -> Sheet {
    let mut sheet = Sheet::empty(document.id().root());
    for entity in document.everything().entities.into_iter().filter_map(|id| document.entity(id)) {
        if !entity.alive {
            continue;
        }
        match entity.kind {
            Kind::Attendee => sheet.attendees.extend(attendee(&entity)),
            Kind::Attendance => sheet.cells.extend(cell(&entity)),
            Kind::Scan => sheet.scans.push(scan(&entity)),
            // Of two laptops that closed the same sheet apart, the first one did.
            Kind::Closure => {
                if let Some(found) = closure(&entity)
                    && sheet.closure.as_ref().is_none_or(|known| found.at < known.at)
                {
                    sheet.closure = Some(found);
                }
            }
            Kind::Correction => sheet.corrections.extend(correction(&entity)),
            _ => {}
        }
    }
    let on: Vec<EntityId> = sheet.attendees.iter().map(|attendee| attendee.person).collect();
    sheet.cells.retain(|cell| on.contains(&cell.person));
    sheet.sort_by_name();
    sheet.cells.sort_by_key(|cell| (cell.person, cell.half));
    sheet.scans.sort_by_key(|scan| (scan.at, scan.id));
    sheet.corrections.sort_by_key(|one| (one.number, one.at, one.id));
    sheet
}

fn text(entity: &Entity, field: &str) -> String {
    entity.field(field).text().to_owned()
}

fn whole(entity: &Entity, field: &str) -> i64 {
    if let Value::Int(n) = entity.field(field) { *n } else { 0 }
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

fn attendee(entity: &Entity) -> Option<Attendee> {
    let person = entity.field("person").text().parse().ok()?;
    let same = entity.field("same").text().parse().ok();
    Some(Attendee { person, name: text(entity, "name"), trainer: entity.field("trainer").yes(), same })
}

fn cell(entity: &Entity) -> Option<Cell> {
    let signature = some(text(entity, "signature")).map(|hash| (hash, whole(entity, "signed_at")));
    let told = Attended::parse(entity.field("state").text());
    Some(Cell {
        person: entity.field("person").text().parse().ok()?,
        half: HalfCode::parse(entity.field("half").text())?,
        state: if signature.is_some() { Attended::Present } else { told.unwrap_or(Attended::Expected) },
        late: some(text(entity, "late")),
        early: some(text(entity, "early")),
        signature,
        signed_for: some(text(entity, "signed_for")),
        entries: text(entity, "entries").split('+').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
    })
}

fn scan(entity: &Entity) -> Scan {
    Scan {
        id: entity.id,
        hash: text(entity, "hash"),
        width: entity.field("width").count(),
        height: entity.field("height").count(),
        at: whole(entity, "at"),
    }
}

fn closure(entity: &Entity) -> Option<Closure> {
    Some(Closure {
        at: whole(entity, "at"),
        by: text(entity, "by"),
        hash: text(entity, "hash"),
        frozen: serde_json::from_str(entity.field("frozen").text()).ok()?,
    })
}

fn correction(entity: &Entity) -> Option<Correction> {
    Some(Correction {
        id: entity.id,
        number: whole(entity, "number"),
        at: whole(entity, "at"),
        by: text(entity, "by"),
        person: entity.field("person").text().parse().ok()?,
        half: HalfCode::parse(entity.field("half").text())?,
        standing: Standing {
            state: Attended::parse(entity.field("state").text())?,
            late: some(text(entity, "late")),
            early: some(text(entity, "early")),
        },
        reason: text(entity, "reason"),
        added: some(text(entity, "name")).map(|name| (name, entity.field("trainer").yes())),
        same: entity.field("same").text().parse().ok(),
    })
}
