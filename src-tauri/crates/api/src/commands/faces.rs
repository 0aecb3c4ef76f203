//! Faces: the names people chose, to say who draws. Nothing else of a person.

use ql_model::{
    row::Face,
    vocabulary::{FaceColour, Life, Shape},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use super::edits::Added;
use crate::{app::Inner, error::Failure};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ListFaces {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct FaceList {
    /// Also those removed: their strokes keep their name.
    faces: Vec<Face>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct AddFace {
    name: String,
    shape: Shape,
    colour: FaceColour,
}

pub(crate) fn list_faces(app: &Inner, _: ListFaces) -> Result<FaceList, Failure> {
    let mut faces = app.read(|reader| Ok(reader.faces()?))?;
    faces.sort_by_key(|face| face.life != Life::Live);
    Ok(FaceList { faces })
}

pub(crate) fn add_face(app: &Inner, request: AddFace) -> Result<Added, Failure> {
    app.write(|workspace| {
        let (id, edited) = workspace.add_face(request.name.trim(), request.shape, request.colour)?;
        app.tell_edit(workspace, id, &edited, None);
        Ok(Added { id: id.root() })
    })
}
