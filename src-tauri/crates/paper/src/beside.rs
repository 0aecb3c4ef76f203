//! The drawings of a paper, which Typst reads as files beside its data.
//!
//! What Typst has set stays good for as long as its library is the same, and `sys.inputs` is a part of that library. A drawing in there
//! would set every page again for one stroke; as a file, only what shows it.

use std::{collections::HashMap, sync::Arc};

use typst::{
    foundations::{Bytes, IntoValue, Value},
    syntax::FileId,
};

use crate::world::identity;

/// How many drawings are files. Typst keeps identities for the life of the process and has 65,535 of them; a film with more drawings than
/// this has the rest of them in its data.
const MOST: usize = 50_000;

/// The drawings of one paper, by the identity of their file.
#[derive(Default)]
pub(crate) struct Beside {
    files: HashMap<FileId, Bytes>,
}

impl Beside {
    /// Lays a drawing beside the data; the reply is what the template hands to `image`.
    pub(crate) fn lay(&mut self, svg: Arc<[u8]>) -> Value {
        self.put(svg, ".svg")
    }

    /// The same for a photo, whose bytes say what it is.
    pub(crate) fn lay_photo(&mut self, bytes: Arc<[u8]>) -> Value {
        self.put(bytes, "")
    }

    fn put(&mut self, bytes: Arc<[u8]>, ending: &str) -> Value {
        let bytes = Bytes::new(bytes);
        let at = self.files.len();
        if at >= MOST {
            return bytes.into_value();
        }
        let path = format!("/drawing-{at}{ending}");
        self.files.insert(identity(&path), bytes);
        path.into_value()
    }

    pub(crate) fn get(&self, id: FileId) -> Option<Bytes> {
        self.files.get(&id).cloned()
    }
}
