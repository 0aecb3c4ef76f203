//! The demo film, "Le Terrain vague": shipped drawings made into a film like any other.

use ql_model::{
    DocumentId, EntityId, StrokeId,
    edit::Ids,
    entity::{Kind, Value},
    fields::check,
    ink::{InkId, Layer},
    place::{Place, evenly},
    step::Step,
    stroke::StrokeRef,
    vocabulary::{FaceColour, FilmInk, Pattern, Ratio, Shape},
};
use ql_store::{Edited, NewFilm, Prepared, Workspace};
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::{
    error::{ErrorCode, Failure},
    settings::Language,
};

/// Where the film came from, in the document table.
const SOURCE: &str = "demo";
const SCRIPT: &str = include_str!("../../../../assets/demo/terrain-vague.json");

macro_rules! drawings {
    ($($name:literal),+ $(,)?) => {
        /// The shipped drawings: count (u32 LE), then per stroke layer (0 sketch, 1 ink), face (index + 1), length (u32 LE), ink.
        const DRAWINGS: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../../../../assets/demo/drawings/", $name, ".ink")))),+];
    };
}
drawings!(
    "digger-alone",
    "digger-down",
    "digger",
    "dive",
    "facade-lit",
    "facade",
    "fence",
    "lamp-alone",
    "lamp",
    "letterboxes",
    "lift-bag",
    "lift",
    "match",
    "message",
    "nour-lowered",
    "nour",
    "phone",
    "stairwell-pencil",
    "stairwell-run",
    "stairwell",
    "tower",
    "wall-dusk",
    "wall-pencil",
    "wall",
);

#[derive(Deserialize)]
struct Script {
    film: FilmPart,
    faces: Vec<FacePart>,
    scenes: Vec<Map<String, Json>>,
}

#[derive(Deserialize)]
struct FilmPart {
    title: Json,
    ink: FilmInk,
    pattern: Pattern,
    ratio: Ratio,
}

#[derive(Deserialize)]
struct FacePart {
    key: String,
    name: String,
    shape: Shape,
    colour: FaceColour,
}

/// Puts the demo into a workspace, in a language. The film's id, and what changed unless it was there already.
pub(crate) fn add(
    workspace: &mut Workspace,
    language: Language,
) -> Result<(DocumentId, Option<Edited>), Failure> {
    if let Some(film) = workspace.films_from(SOURCE)?.first() {
        return Ok((*film, None));
    }
    let script: Script =
        serde_json::from_str(SCRIPT).map_err(|error| Failure::new(ErrorCode::Internal, error))?;
    let mut faces = Vec::new();
    let known = workspace.reader()?.faces()?;
    for face in &script.faces {
        let same = known.iter().find(|other| {
            other.name == face.name && other.shape == face.shape && other.colour == face.colour
        });
        let id = match same {
            Some(other) => other.id,
            None => workspace.add_face(&face.name, face.shape, face.colour)?.0.root(),
        };
        faces.push((face.key.as_str(), id));
    }
    let (film, edited) = workspace.add_prepared_film(|film, ids| {
        let mut builder = Builder {
            language,
            faces: &faces,
            ids,
            prepared: Prepared { source: Some(SOURCE), ..Prepared::default() },
        };
        let new = NewFilm {
            title: builder.words(&script.film.title),
            ink: script.film.ink,
            pattern: script.film.pattern,
            ratio: script.film.ratio,
        };
        builder.prepared.steps = new.steps(film)?;
        builder.children(film.root(), Kind::Scene, &script.scenes);
        Ok(builder.prepared)
    })?;
    Ok((film, Some(edited)))
}

struct Builder<'a> {
    language: Language,
    faces: &'a [(&'a str, EntityId)],
    ids: &'a mut Ids<'a>,
    prepared: Prepared,
}

impl Builder<'_> {
    /// A text in the chosen language: `{"fr","en"}`, or the same in both.
    fn words(&self, value: &Json) -> String {
        value.get(self.language.code()).unwrap_or(value).as_str().unwrap_or_default().to_owned()
    }

    fn localised(&self, value: &Json) -> Json {
        if value.get("fr").is_some() { Json::String(self.words(value)) } else { value.clone() }
    }

    fn face(&self, value: Option<&Json>) -> Option<EntityId> {
        let key = value?.as_str()?;
        self.faces.iter().find(|(known, _)| *known == key).map(|(_, id)| *id)
    }

    fn children(&mut self, parent: EntityId, kind: Kind, parts: &[Map<String, Json>]) {
        let indices = evenly(None, None, parts.len()).unwrap_or_default();
        for (part, index) in parts.iter().zip(indices) {
            let id = EntityId((self.ids)());
            let place = Place { parent, index };
            if kind == Kind::Panel {
                self.panel(id, &place, part);
                continue;
            }
            self.create(id, kind, &place, part, Vec::new());
            let (below, list) =
                if kind == Kind::Scene { (Kind::Shot, "shots") } else { (Kind::Panel, "panels") };
            let parts: Vec<Map<String, Json>> = part
                .get(list)
                .and_then(Json::as_array)
                .into_iter()
                .flatten()
                .filter_map(|part| part.as_object().cloned())
                .collect();
            self.children(id, below, &parts);
        }
    }

    fn create(
        &mut self,
        entity: EntityId,
        kind: Kind,
        place: &Place,
        part: &Map<String, Json>,
        mut fields: Vec<(String, Value)>,
    ) {
        let texts_of = ql_model::fields::texts(kind);
        let mut texts = Vec::new();
        fields.insert(0, ("place".to_owned(), Value::Text(place.to_string())));
        for (field, value) in part {
            let Ok(value) = check(kind, field, &self.localised(value)) else { continue };
            if texts_of.contains(&field.as_str()) {
                texts.push((field.clone(), value.text().to_owned()));
            } else if value != Value::Null {
                fields.push((field.clone(), value));
            }
        }
        self.prepared.steps.push(Step::Create { entity, kind, fields, texts });
    }

    fn panel(&mut self, panel: EntityId, place: &Place, part: &Map<String, Json>) {
        let drawing = EntityId((self.ids)());
        let mut own = part.clone();
        let name = own.remove("drawing");
        self.create(
            panel,
            Kind::Panel,
            place,
            &own,
            vec![("drawing".to_owned(), Value::Text(drawing.to_string()))],
        );
        let finished = part.get("finished").and_then(Json::as_bool).unwrap_or(false);
        let at = Place {
            parent: panel,
            index: evenly(None, None, 1).and_then(|mut one| one.pop()).unwrap_or_default(),
        };
        self.create(
            drawing,
            Kind::Drawing,
            &at,
            &Map::new(),
            vec![("finished".to_owned(), Value::Bool(finished))],
        );
        if let Some(name) = name.as_ref().and_then(Json::as_str) {
            self.strokes(drawing, name);
        }
        let marks: Vec<Json> = part.get("marks").and_then(Json::as_array).cloned().unwrap_or_default();
        let indices = evenly(None, None, marks.len()).unwrap_or_default();
        for (mark, index) in marks.iter().filter_map(Json::as_object).zip(indices) {
            let kind = if mark.get("kind").and_then(Json::as_str) == Some("text") {
                Kind::Lettering
            } else {
                Kind::Arrow
            };
            let id = EntityId((self.ids)());
            let face =
                self.face(mark.get("face")).map(|face| ("face".to_owned(), Value::Text(face.to_string())));
            self.create(id, kind, &Place { parent: drawing, index }, mark, face.into_iter().collect());
        }
    }

    fn strokes(&mut self, drawing: EntityId, name: &str) {
        let Some((_, bytes)) = DRAWINGS.iter().find(|(known, _)| *known == name) else { return };
        for (order, stroke) in read_strokes(bytes).into_iter().enumerate() {
            let face = stroke.face.checked_sub(1).and_then(|index| self.faces.get(index)).map(|(_, id)| *id);
            let ink = InkId::of(stroke.ink);
            let order = u32::try_from(order).unwrap_or(u32::MAX);
            let to = Some(StrokeRef { order, face, layer: stroke.layer, ink });
            self.prepared.inks.push((ink, stroke.ink.to_vec()));
            self.prepared.steps.push(Step::Stroke {
                drawing,
                stroke: StrokeId((self.ids)()),
                from: None,
                to,
            });
        }
    }
}

struct Shipped<'a> {
    layer: Layer,
    face: usize,
    ink: &'a [u8],
}

/// Reads a shipped drawing; a test reads them all.
fn read_strokes(bytes: &[u8]) -> Vec<Shipped<'_>> {
    let mut strokes = Vec::new();
    let mut rest = bytes.get(4..).unwrap_or_default();
    while let Some((head, tail)) = rest.split_at_checked(6) {
        let length = u32::from_le_bytes([head[2], head[3], head[4], head[5]]) as usize;
        let Some((ink, tail)) = tail.split_at_checked(length) else { break };
        strokes.push(Shipped {
            layer: if head[0] == 0 { Layer::Sketch } else { Layer::Ink },
            face: usize::from(head[1]),
            ink,
        });
        rest = tail;
    }
    strokes
}

#[cfg(test)]
mod tests {
    use ql_model::ink::Ink;

    use super::*;

    #[test]
    fn every_shipped_drawing_can_be_read_to_its_end() {
        for (name, bytes) in DRAWINGS {
            let count =
                u32::from_le_bytes(bytes[..4].try_into().expect("four bytes are four bytes")) as usize;
            let strokes = read_strokes(bytes);
            assert_eq!(strokes.len(), count, "{name} says it has {count} strokes");
            assert!(
                strokes.iter().all(|stroke| Ink::decode(stroke.ink).is_ok()),
                "{name} has ink that cannot be read"
            );
        }
    }

    #[test]
    fn the_script_names_only_what_there_is() {
        let script: Json = serde_json::from_str(SCRIPT).expect("the script is JSON");
        let panels = script["scenes"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|scene| scene["shots"].as_array().cloned().unwrap_or_default());
        let panels: Vec<Json> =
            panels.flat_map(|shot| shot["panels"].as_array().cloned().unwrap_or_default()).collect();
        let drawn: Vec<&str> = panels.iter().filter_map(|panel| panel["drawing"].as_str()).collect();
        assert!(drawn.len() >= 20, "the demo has at least 20 drawn panels, not {}", drawn.len());
        assert!(
            drawn.iter().all(|name| DRAWINGS.iter().any(|(known, _)| known == name)),
            "a panel names a drawing that is not shipped"
        );
    }
}
