//! Drawings made ready for paper, several at once, and kept for the next preview.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use ql_model::{
    EntityId,
    row::Drawing,
    vocabulary::{FilmInk, Pattern},
};
use ql_paper::{Printing, Sketch};
use ql_store::{StoreError, WholeDrawing};

use super::{
    gather::Gathered,
    hands,
    job::{Job, Phase},
};
use crate::{app::Inner, error::Failure};

/// Bytes of drawings that are kept.
const MOST: usize = 48 << 20;

/// Which drawing, in which state, printed how.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    drawing: EntityId,
    version: String,
    /// In hundredths of a millimetre.
    width: u32,
    pattern: Pattern,
    tint: Option<FilmInk>,
    pencil: bool,
}

/// Drawings that were made ready before, also those on which there is nothing.
#[derive(Default)]
pub(crate) struct Sketches {
    kept: Mutex<Shelf>,
}

#[derive(Default)]
struct Shelf {
    drawings: HashMap<Key, Arc<Sketch>>,
    bytes: usize,
}

impl Sketches {
    fn get(&self, key: &Key) -> Option<Arc<Sketch>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).drawings.get(key).cloned()
    }

    /// What was drawn belongs to the workspace that is closed.
    pub fn clear(&self) {
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Shelf::default();
    }

    fn keep(&self, key: Key, sketch: Arc<Sketch>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = sketch.svg.len();
        if kept.bytes + bytes > MOST {
            *kept = Shelf::default();
        }
        kept.bytes += bytes;
        kept.drawings.insert(key, sketch);
    }
}

/// These drawings for frames of this width in millimetres. One that is empty is not in the reply.
pub(super) fn ready(
    app: &Inner,
    gathered: &Gathered,
    wanted: &[EntityId],
    width: f64,
    job: &Job<'_>,
) -> Result<HashMap<EntityId, Arc<Sketch>>, Failure> {
    let look = &gathered.choice.look;
    let printing = Printing {
        width,
        pattern: gathered.film.pattern,
        tint: look.colour.then_some(gathered.film.ink),
        pencil: look.pencil,
    };
    let key = |drawing: &Drawing| Key {
        drawing: drawing.id,
        version: drawing.version.clone(),
        width: (width * 100.0).round() as u32,
        pattern: printing.pattern,
        tint: printing.tint,
        pencil: printing.pencil,
    };
    let mut found = HashMap::new();
    let mut missing: Vec<EntityId> = Vec::new();
    for drawing in wanted.iter().filter_map(|id| gathered.drawings.get(id)) {
        match app.sketches.get(&key(drawing)) {
            Some(sketch) => drop(found.insert(drawing.id, sketch)),
            None => missing.push(drawing.id),
        }
    }
    // Someone may have drawn on since the rows were gathered: what is kept has the version of what was read, not of what was known.
    let made =
        hands::each(app, &missing, (0, missing.len()), job, |reader, id| match reader.drawing_whole(*id) {
            Err(StoreError::Missing(_)) => Ok(None),
            whole => {
                let (drawing, whole) = whole?;
                let sketch = drawn(gathered, &whole, &printing);
                Ok(Some((key(&drawing), sketch)))
            }
        })?;
    for (key, sketch) in made.into_iter().flatten() {
        found.insert(key.drawing, sketch.clone());
        app.sketches.keep(key, sketch);
    }
    job.tell(Phase::Drawings, missing.len(), missing.len());
    found.retain(|_, sketch| !sketch.is_empty());
    Ok(found)
}

fn drawn(gathered: &Gathered, whole: &WholeDrawing, printing: &Printing) -> Arc<Sketch> {
    if whole.strokes.is_empty() && whole.marks.is_empty() && whole.picture.is_none() {
        return Arc::default();
    }
    let drawing = ql_paper::Drawing {
        ratio: gathered.film.ratio,
        finished: whole.finished,
        picture: whole.picture.as_deref(),
        strokes: &whole.strokes,
        marks: &whole.marks,
    };
    Arc::new(ql_paper::sketch(&drawing, printing))
}
