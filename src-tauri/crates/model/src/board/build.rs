//! Rows from entities: stored fields are read, computed ones are carried over until they are computed again.

use crate::{
    document::Document,
    entity::Entity,
    fields::split_codes,
    id::EntityId,
    ink::Colour,
    row::{Drawing, Film, Mark, Panel, Scene, Shot},
    vocabulary::{
        Angle, FilmInk, IntExt, Life, Look, MarkKind, Movement, Numbering, Pattern, Ratio, ShotSize,
        ShotStatus, ShotType, Side, TimeOfDay,
    },
};

fn line(entity: &Entity, field: &str) -> String {
    entity.field(field).text().to_owned()
}

fn parent(entity: &Entity) -> EntityId {
    entity.place.as_ref().map_or(EntityId(uuid::Uuid::nil()), |place| place.parent)
}

/// The film row.
pub fn film(document: &Document) -> Film {
    let root = document.id().root();
    let field = |name: &str| document.register(root, name).unwrap_or_default();
    Film {
        id: root,
        title: field("title").text().to_owned(),
        ink: FilmInk::parse(field("ink").text()).unwrap_or(FilmInk::Orange),
        pattern: Pattern::parse(field("pattern").text()).unwrap_or(Pattern::Mesh),
        ratio: Ratio::parse(field("ratio").text()).unwrap_or(Ratio::Wide),
        numbering: Numbering::parse(field("numbering").text()).unwrap_or(Numbering::Letters),
        locked: field("locked").yes(),
        archived: field("archived").yes(),
    }
}

/// A scene row.
pub fn scene(document: &Document, entity: &Entity, film: EntityId, old: Option<&Scene>) -> Scene {
    Scene {
        id: entity.id,
        film,
        position: old.map_or(0, |old| old.position),
        number: old.map_or_else(String::new, |old| old.number.clone()),
        omitted: old.is_some_and(|old| old.omitted),
        heading: line(entity, "heading"),
        subset: line(entity, "subset"),
        int_ext: IntExt::parse(entity.field("int_ext").text()),
        time_of_day: TimeOfDay::parse(entity.field("time_of_day").text()),
        story_day: line(entity, "story_day"),
        characters: line(entity, "characters"),
        summary: document.text(entity.id, "summary"),
        status: ShotStatus::parse(entity.field("status").text()).unwrap_or(ShotStatus::Planned),
        shots: old.map_or(0, |old| old.shots),
        duration_ms: old.map_or(0, |old| old.duration_ms),
        setup_minutes: old.map_or(0, |old| old.setup_minutes),
        life: old.map_or(Life::Live, |old| old.life),
    }
}

/// A shot row.
pub fn shot(document: &Document, entity: &Entity, film: EntityId, old: Option<&Shot>) -> Shot {
    let code = |field: &str| entity.field(field).text();
    Shot {
        id: entity.id,
        film,
        scene: parent(entity),
        position: old.map_or(0, |old| old.position),
        label: old.map_or_else(String::new, |old| old.label.clone()),
        omitted: old.is_some_and(|old| old.omitted),
        size: ShotSize::parse(code("size")),
        shot_type: ShotType::parse(code("shot_type")),
        angle: Angle::parse(code("angle")),
        side: Side::parse(code("side")),
        movement: Movement::parse(code("movement")),
        support: line(entity, "support"),
        lens: line(entity, "lens"),
        light: split_codes(code("light")),
        sound: split_codes(code("sound")),
        characters: line(entity, "characters"),
        status: ShotStatus::parse(code("status")).unwrap_or(ShotStatus::Planned),
        action: document.text(entity.id, "action"),
        dialogue: document.text(entity.id, "dialogue"),
        notes: document.text(entity.id, "notes"),
        estimate_ms: entity.field("estimate_ms").count(),
        duration_ms: old.map_or(0, |old| old.duration_ms),
        setup_minutes: entity.field("setup_minutes").count(),
        panels: old.map_or(0, |old| old.panels),
        look: old.map_or(Look::Empty, |old| old.look),
        life: old.map_or(Life::Live, |old| old.life),
    }
}

/// A panel row.
pub fn panel(document: &Document, entity: &Entity, film: EntityId, old: Option<&Panel>) -> Panel {
    Panel {
        id: entity.id,
        film,
        shot: parent(entity),
        position: old.map_or(0, |old| old.position),
        index: old.map_or(0, |old| old.index),
        label: old.map_or_else(String::new, |old| old.label.clone()),
        action: document.text(entity.id, "action"),
        dialogue: document.text(entity.id, "dialogue"),
        duration_ms: entity.field("duration_ms").count(),
        drawing: entity.field("drawing").text().parse().unwrap_or(EntityId(uuid::Uuid::nil())),
        look: old.map_or(Look::Empty, |old| old.look),
        life: old.map_or(Life::Live, |old| old.life),
    }
}

/// A drawing row.
pub fn drawing(entity: &Entity, film: EntityId, old: Option<&Drawing>) -> Drawing {
    Drawing {
        id: entity.id,
        film,
        panel: parent(entity),
        version: old.map_or_else(String::new, |old| old.version.clone()),
        finished: entity.field("finished").yes(),
        picture: Some(line(entity, "picture")).filter(|hash| !hash.is_empty()),
        strokes: old.map_or(0, |old| old.strokes),
        ink_strokes: old.map_or(0, |old| old.ink_strokes),
        life: old.map_or(Life::Live, |old| old.life),
    }
}

/// A mark row.
pub fn mark(document: &Document, entity: &Entity, old: Option<&Mark>) -> Mark {
    let arrow = entity.kind == crate::entity::Kind::Arrow;
    Mark {
        id: entity.id,
        drawing: parent(entity),
        kind: if arrow { MarkKind::Arrow } else { MarkKind::Text },
        x0: entity.field("x0").signed(),
        y0: entity.field("y0").signed(),
        x1: entity.field("x1").signed(),
        y1: entity.field("y1").signed(),
        bend: entity.field("bend").signed(),
        colour: Colour::parse(entity.field("colour").text()).unwrap_or(Colour::Ink),
        size: entity.field("size").count(),
        face: entity.field("face").text().parse().ok(),
        text: if arrow { String::new() } else { document.text(entity.id, "text") },
        life: old.map_or(Life::Live, |old| old.life),
    }
}
