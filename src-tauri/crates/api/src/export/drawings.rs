//! Drawings made ready for paper, several at once, and kept for the next preview.

use std::{
    collections::HashMap,
    panic::resume_unwind,
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use ql_model::{
    EntityId,
    row::Drawing,
    vocabulary::{FilmInk, Pattern},
};
use ql_paper::Printing;
use ql_store::WholeDrawing;

use super::{
    gather::Gathered,
    job::{Job, Phase},
};
use crate::{app::Inner, error::Failure};

/// Drawings that are read before they are drawn; between two lots someone can give up.
const LOT: usize = 32;
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

/// Drawings that were made ready before; no bytes at all for one on which there is nothing.
#[derive(Default)]
pub(crate) struct Sketches {
    kept: Mutex<Shelf>,
}

#[derive(Default)]
struct Shelf {
    drawings: HashMap<Key, Arc<[u8]>>,
    bytes: usize,
}

impl Sketches {
    fn get(&self, key: &Key) -> Option<Arc<[u8]>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).drawings.get(key).cloned()
    }

    fn keep(&self, key: Key, svg: Arc<[u8]>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.bytes + svg.len() > MOST {
            *kept = Shelf::default();
        }
        kept.bytes += svg.len();
        kept.drawings.insert(key, svg);
    }
}

/// These drawings for frames of this width in millimetres. One that is empty is not in the reply.
pub(super) fn ready(
    app: &Inner,
    gathered: &Gathered,
    wanted: &[EntityId],
    width: f64,
    job: &Job<'_>,
) -> Result<HashMap<EntityId, Arc<[u8]>>, Failure> {
    let look = &gathered.choice.look;
    let printing = Printing {
        width,
        pattern: gathered.film.pattern,
        tint: look.colour.then_some(gathered.film.ink),
        pencil: look.pencil,
    };
    let mut found = HashMap::new();
    let mut missing: Vec<(Key, &Drawing)> = Vec::new();
    for drawing in wanted.iter().filter_map(|id| gathered.drawings.get(id)) {
        let key = Key {
            drawing: drawing.id,
            version: drawing.version.clone(),
            width: (width * 100.0).round() as u32,
            pattern: printing.pattern,
            tint: printing.tint,
            pencil: printing.pencil,
        };
        match app.sketches.get(&key) {
            Some(svg) => drop(found.insert(drawing.id, svg)),
            None => missing.push((key, drawing)),
        }
    }
    for (at, lot) in missing.chunks(LOT).enumerate() {
        job.go_on()?;
        job.tell(Phase::Drawings, at * LOT, missing.len());
        let read = app.read(|reader| {
            lot.iter()
                .map(|(_, drawing)| Ok(reader.whole_drawing(drawing)?))
                .collect::<Result<Vec<_>, Failure>>()
        })?;
        for ((key, _), svg) in lot.iter().zip(drawn(gathered, &read, &printing)) {
            found.insert(key.drawing, svg.clone());
            app.sketches.keep(key.clone(), svg);
        }
    }
    job.tell(Phase::Drawings, missing.len(), missing.len());
    found.retain(|_, svg| !svg.is_empty());
    Ok(found)
}

/// On all cores: outlines are most of the work.
fn drawn(gathered: &Gathered, drawings: &[WholeDrawing], printing: &Printing) -> Vec<Arc<[u8]>> {
    let hands = thread::available_parallelism().map_or(1, usize::from);
    let part = drawings.len().div_ceil(hands).max(1);
    let sketch = |whole: &WholeDrawing| -> Arc<[u8]> {
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
        ql_paper::sketch(&drawing, printing).into()
    };
    thread::scope(|scope| {
        let parts: Vec<_> = drawings
            .chunks(part)
            .map(|part| scope.spawn(move || part.iter().map(sketch).collect::<Vec<_>>()))
            .collect();
        let whole = |part: thread::ScopedJoinHandle<'_, Vec<_>>| {
            part.join().unwrap_or_else(|panic| resume_unwind(panic))
        };
        parts.into_iter().flat_map(whole).collect()
    })
}
