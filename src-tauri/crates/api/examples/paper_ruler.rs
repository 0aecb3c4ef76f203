//! What papers are measured against: Typst setting the same drawings as vectors with nothing around them, and the export of the same film
//! beside it, both in a program that runs already and with the allocator of the app; and how long a page takes to be seen again after a
//! stroke, without a screen in between.
//!
//! `paper_ruler WORKSPACE FILM ROUNDS` prints one line of JSON: `{"bare_ms":[…],"export_ms":[…],"board_ms":[…],"list_ms":[…]}`.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::{
    error::Error,
    io::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use ql_api::{Access, App, Home, Role, Start};
use ql_model::{DocumentId, vocabulary::Pattern};
use ql_paper::{Drawing, Printing, sketch};
use ql_store::Workspace;
use serde_json::{Value, json};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Array, Bytes, Datetime, Dict, Duration, IntoValue},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Width of a frame when six stand on a page, in millimetres.
const FRAME: f64 = 86.0;
const PAGE: &str = "#set page(margin: 17mm)\n#for it in sys.inputs.drawings { image(it, format: \"svg\", width: 86mm, alt: \"x\") }";

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [workspace, film, rounds] = words.as_slice() else {
        return Err("usage: paper_ruler WORKSPACE FILM ROUNDS".into());
    };
    let (path, film, rounds) =
        (PathBuf::from(workspace), film.parse::<DocumentId>()?, rounds.parse::<usize>()?);
    let drawings = sketches(&path, film)?;
    // By turns, so that a machine that slows down slows both; the first turn reads what both need and does not count.
    let (mut bares, mut exports) = (Vec::new(), Vec::new());
    for _ in 0..=rounds {
        bares.push(bare(&drawings)?);
        exports.push(export(path.clone(), film)?);
    }
    let (bare, export) = (bares.split_off(1), exports.split_off(1));
    let board = preview(path.clone(), film, "storyboard.pdf", rounds)?;
    let list = preview(path, film, "shot-list.pdf", rounds)?;
    println!("{}", json!({ "bare_ms": bare, "export_ms": export, "board_ms": board, "list_ms": list }));
    Ok(())
}

/// The drawings of a film as our storyboard has them.
fn sketches(path: &Path, film: DocumentId) -> Result<Vec<Arc<[u8]>>> {
    let reader = Workspace::open_read_only(path)?.reader()?;
    let rows = reader.film(film)?;
    let printing = Printing { width: FRAME, pattern: Pattern::Mesh, tint: None, pencil: false };
    let made = rows.drawings.iter().map(|row| {
        let whole = reader.drawing_whole(row.id)?.1;
        let drawing = Drawing {
            ratio: rows.film.ratio,
            finished: whole.finished,
            picture: None,
            strokes: &whole.strokes,
            marks: &whole.marks,
        };
        Ok(sketch(&drawing, &printing).svg)
    });
    made.collect()
}

/// Milliseconds that Typst takes for these vectors alone, until they are on the disk as PDF.
fn bare(drawings: &[Arc<[u8]>]) -> Result<f64> {
    typst::comemo::evict(0);
    let begun = Instant::now();
    let images: Array = drawings.iter().map(|svg| Bytes::new(svg.clone()).into_value()).collect();
    let inputs: Dict = [("drawings".into(), images.into_value())].into_iter().collect();
    let id = RootedPath::new(
        VirtualRoot::Project,
        VirtualPath::new("bare.typ").map_err(|error| format!("{error:?}"))?,
    )
    .intern();
    let world = Bare {
        library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
        book: LazyHash::new(FontBook::new()),
        source: Source::new(id, PAGE.to_owned()),
    };
    let document = typst::compile::<typst_layout::PagedDocument>(&world)
        .output
        .map_err(|errors| format!("{errors:?}"))?;
    let pdf = typst_pdf::pdf(&document, &typst_pdf::PdfOptions::default())
        .map_err(|errors| format!("{errors:?}"))?;
    // Ours is on the disk when the command ends, and so must this one be.
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(&pdf)?;
    file.as_file().sync_all()?;
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}

/// Milliseconds that the app takes for the storyboard of the film, until it is on the disk as PDF. The film is open, and nothing is kept
/// from the last time.
fn export(path: PathBuf, film: DocumentId) -> Result<f64> {
    typst::comemo::evict(0);
    let home = tempfile::tempdir()?;
    let app = open(path, home.path())?;
    let to = home.path().join("a.pdf");
    // Where someone prints, the film is on the screen.
    app.call(Role::Desk, "get_film", json!({ "film": film }))?;
    let begun = Instant::now();
    app.call(
        Role::Desk,
        "export_film",
        json!({ "choice": { "film": film, "kind": "storyboard.pdf" }, "to": to }),
    )?;
    let took = begun.elapsed().as_secs_f64() * 1000.0;
    app.close();
    Ok(took)
}

fn open(path: PathBuf, home: &Path) -> Result<App> {
    Ok(App::start(Start {
        home: Home { config: home.to_owned(), data: home.to_owned() },
        workspace: Some(path),
        language: None,
        dialogs: None,
        access: Access::Command,
        create: false,
    })?)
}

/// Milliseconds from asking for a page after a stroke on it until its picture is there.
fn preview(path: PathBuf, film: DocumentId, kind: &str, rounds: usize) -> Result<Vec<f64>> {
    let home = tempfile::tempdir()?;
    let app = open(path, home.path())?;
    let call = |name: &str, request: Value| app.call(Role::Desk, name, request);
    let panel = call("dump", json!({ "film": film }))?["panels"][0].clone();
    let bytes =
        app.bytes(Role::Desk, &format!("ink/{}", panel["drawing"].as_str().unwrap_or_default()))?.body;
    // The first stroke: after the count, its id and its length.
    let length = u32::from_le_bytes(bytes[20..24].try_into()?) as usize;
    let ink = BASE64_STANDARD.encode(&bytes[24..24 + length]);
    let mut times = Vec::new();
    for _ in 0..=rounds {
        call("add_stroke", json!({ "panel": panel["id"], "ink": ink }))?;
        let begun = Instant::now();
        let shown = call("preview_paper", json!({ "film": film, "kind": kind }))?;
        let key = shown["key"].as_str().unwrap_or_default();
        app.bytes(Role::Desk, &format!("page/{key}/2/1240"))?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    app.close();
    // The first makes the fonts and the other drawings of the page ready: a dialog that opens, not a change.
    Ok(times.split_off(1))
}

/// Nothing but the drawings.
struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    source: Source,
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.source.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, _: usize) -> Option<Font> {
        None
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
