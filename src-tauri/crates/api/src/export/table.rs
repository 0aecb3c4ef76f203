//! A shot list as a table: every field of every shot, for a spreadsheet.

use std::thread;

use ql_exchange::{Cell, Column, Table};
use ql_model::{EntityId, vocabulary::Look};
use ql_store::NewThumbnail;

use super::{
    Made, Warning, WarningCode,
    gather::{Gathered, GatheredScene, GatheredShot},
    hands,
    job::{Job, Phase, cancelled},
    shot_list::drawing_of,
};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
};

/// Width of the pictures asked of the store, in pixels; the board asks for the same, so they are mostly made already.
const THUMB: u32 = 320;
/// Pictures that are kept in one step: whoever draws meanwhile waits for that.
const LOT: usize = 64;

/// As XLSX, with thumbnails.
pub(super) fn sheet(app: &Inner, gathered: &Gathered, job: &Job<'_>) -> Result<Made, Failure> {
    let mut table = table(gathered);
    draw(app, gathered, &mut table, job)?;
    job.tell(Phase::Setting, 0, 0);
    let written = ql_exchange::to_xlsx(&table, &mut |done, of| {
        job.tell(Phase::Setting, done, of);
        job.turn()
    })?;
    let shortened = Warning { code: WarningCode::TextsShortened, detail: written.shortened.to_string() };
    let warnings = if written.shortened > 0 { vec![shortened] } else { Vec::new() };
    Ok(Made { bytes: written.bytes, pages: None, warnings })
}

/// As CSV, which has no pictures.
pub(super) fn csv(gathered: &Gathered) -> Result<Made, Failure> {
    Ok(Made { bytes: ql_exchange::to_csv(&table(gathered))?, pages: None, warnings: Vec::new() })
}

/// Columns of what every line has, and of the pictures.
const SCENE: usize = 0;
const HEADING: usize = 1;
const LABEL: usize = 4;
const PICTURE: usize = 5;
const STATUS: usize = 22;

/// Headings by their key in the catalogues, and widths in characters.
const COLUMNS: &[(&str, f64)] = &[
    ("table-scene", 7.0),
    ("table-heading", 24.0),
    ("table-int-ext", 8.0),
    ("table-time", 11.0),
    ("table-shot", 7.0),
    ("table-drawing", 22.0),
    ("table-size", 22.0),
    ("table-type", 16.0),
    ("table-angle", 15.0),
    ("table-side", 10.0),
    ("table-movement", 22.0),
    ("table-support", 15.0),
    ("table-lens", 10.0),
    ("table-light", 18.0),
    ("table-sound", 18.0),
    ("table-characters", 20.0),
    ("table-action", 42.0),
    ("table-dialogue", 36.0),
    ("table-notes", 30.0),
    ("table-duration", 9.0),
    ("table-setup", 10.0),
    ("table-panels", 7.0),
    ("table-status", 12.0),
];

fn table(gathered: &Gathered) -> Table {
    let words = &gathered.words;
    let mut columns: Vec<Column> = COLUMNS
        .iter()
        .enumerate()
        .map(|(at, (key, width))| Column {
            heading: words.text(key, &[]),
            width: *width,
            hidden: false,
            wrap: true,
            pictures: at == PICTURE,
        })
        .collect();
    // By its id a line finds its shot again, whatever its number has become.
    columns.push(Column {
        heading: "id".to_owned(),
        width: 36.0,
        hidden: true,
        wrap: false,
        pictures: false,
    });
    let rows = lines(gathered).map(|(scene, shot)| match shot {
        Some(shot) => row(gathered, scene, shot),
        None => scene_row(gathered, scene),
    });
    Table {
        title: gathered.title(),
        sheet: words.text("paper-shot-list", &[]),
        author: gathered.faces.join(", "),
        made_at: gathered.changed.timestamp(),
        columns,
        naming: LABEL + 1,
        rows: rows.collect(),
    }
}

/// One for each shot; a scene that has none yet has a line all the same.
fn lines(gathered: &Gathered) -> impl Iterator<Item = (&GatheredScene, Option<&GatheredShot>)> {
    gathered.scenes.iter().flat_map(|scene| {
        let alone = scene.shots.is_empty().then_some((scene, None));
        scene.shots.iter().map(move |shot| (scene, Some(shot))).chain(alone)
    })
}

/// A number, so that 10 is sorted after 2; "12A" is a text.
fn number(number: &str) -> Cell {
    match number.parse::<u32>() {
        Ok(whole) if whole.to_string() == number => Cell::Whole(whole.into()),
        _ => text(number),
    }
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// A line that has only its scene.
fn scene_row(gathered: &Gathered, scene: &GatheredScene) -> Vec<Cell> {
    let mut cells = vec![Cell::Empty; COLUMNS.len() + 1];
    cells[SCENE] = number(&scene.scene.number);
    cells[HEADING] = text(&gathered.heading(&scene.scene));
    if scene.scene.omitted {
        cells[STATUS] = text(&gathered.words.whole_code("status", "omitted"));
    }
    cells
}

fn row(gathered: &Gathered, scene: &GatheredScene, shot: &GatheredShot) -> Vec<Cell> {
    let words = &gathered.words;
    let row = &shot.shot;
    let code = |family: &str, code: Option<&str>| {
        text(&code.map_or_else(String::new, |code| words.whole_code(family, code)))
    };
    let support = Some(row.support.trim()).filter(|support| !support.is_empty());
    let status = if shot.is_gone() { "omitted" } else { row.status.code() };
    let shown = Some(&scene.scene).filter(|scene| !scene.omitted);
    // What was cut out of the film keeps its number, and nothing else leaves with it.
    if shot.is_gone() {
        let mut cells = scene_row(gathered, scene);
        for (at, cell) in [
            (LABEL, text(&row.label)),
            (STATUS, code("status", Some(status))),
            (COLUMNS.len(), text(&row.id.to_string())),
        ] {
            cells[at] = cell;
        }
        return cells;
    }
    vec![
        number(&scene.scene.number),
        text(&gathered.heading(&scene.scene)),
        code("int-ext", shown.and_then(|scene| scene.int_ext).map(|place| place.code())),
        code("time", shown.and_then(|scene| scene.time_of_day).map(|time| time.code())),
        text(&row.label),
        Cell::Empty,
        code("size", row.size.map(|size| size.code())),
        code("shot-type", row.shot_type.map(|kind| kind.code())),
        code("angle", row.angle.map(|angle| angle.code())),
        code("side", row.side.map(|side| side.code())),
        code("movement", row.movement.map(|movement| movement.code())),
        code("support", support),
        text(row.lens.trim()),
        text(&words.codes("light", &row.light)),
        text(&words.codes("sound", &row.sound)),
        text(row.characters.trim()),
        text(&gathered.action(shot)),
        text(&gathered.dialogue(shot)),
        text(row.notes.trim()),
        if row.duration_ms == 0 { Cell::Empty } else { Cell::Duration(u64::from(row.duration_ms)) },
        if row.setup_minutes == 0 { Cell::Empty } else { Cell::Minutes(row.setup_minutes) },
        Cell::Whole(i64::from(row.panels)),
        code("status", Some(status)),
        text(&row.id.to_string()),
    ]
}

/// Puts the pictures into their column.
fn draw(app: &Inner, gathered: &Gathered, table: &mut Table, job: &Job<'_>) -> Result<(), Failure> {
    let shots: Vec<(usize, &GatheredShot, EntityId)> = lines(gathered)
        .enumerate()
        .filter_map(|(at, (_, shot))| Some((at, shot?)))
        .filter(|(_, shot)| shot.shot.look != Look::Empty)
        .filter_map(|(at, shot)| Some((at, shot, drawing_of(shot)?)))
        .collect();
    let mut ready: Vec<Painted> = Vec::new();
    for (at, lot) in shots.chunks(LOT).enumerate() {
        let painted = thread::scope(|scope| {
            // One lot is kept while the next is painted.
            scope.spawn(|| keep(app, &ready));
            hands::each(app, lot, (at * LOT, shots.len()), job, |reader, &(line, shot, drawing)| {
                let (version, png, new) = reader.thumbnail(drawing, THUMB)?;
                let alt = gathered.alt(&shot.shot.label, &shot.shot, &shot.shot.action, shot.shot.look);
                Ok(Painted { line, alt, drawing, version, png, new })
            })
        })?;
        place(table, ready);
        ready = painted;
    }
    keep(app, &ready);
    place(table, ready);
    Ok(())
}

/// The picture of one line.
struct Painted {
    line: usize,
    alt: String,
    drawing: EntityId,
    version: String,
    png: Vec<u8>,
    /// Not yet kept.
    new: bool,
}

/// Keeps pictures for the next time. It only saves making them again; a disk that is full must not hide the table.
fn keep(app: &Inner, painted: &[Painted]) {
    let new: Vec<NewThumbnail<'_>> = painted
        .iter()
        .filter(|one| one.new)
        .map(|one| NewThumbnail { drawing: one.drawing, version: &one.version, png: &one.png })
        .collect();
    if !new.is_empty() {
        let _ = app.write(|workspace| Ok(workspace.keep_thumbnails(THUMB, &new)?));
    }
}

fn place(table: &mut Table, painted: Vec<Painted>) {
    for Painted { line, alt, png, .. } in painted {
        table.rows[line][PICTURE] = Cell::Picture { png, alt };
    }
}

impl From<ql_exchange::ExchangeError> for Failure {
    fn from(error: ql_exchange::ExchangeError) -> Self {
        match error {
            ql_exchange::ExchangeError::Cancelled => cancelled(),
            other => Failure::new(ErrorCode::Internal, other),
        }
    }
}
