//! The row tables: written only from [`Changes`], read by screens, papers and exports.

use ql_model::{
    DocumentId, EntityId,
    row::{Changes, Drawing, Face, Film, Mark, Panel, Scene, Shot, Stroke},
};
use rusqlite::{Connection, Row, params_from_iter, types::FromSqlError};
use uuid::Uuid;

use super::column::Column;

/// A row that has a table.
pub trait Table: Sized {
    /// Name of the table.
    const NAME: &'static str;
    /// Its key.
    const KEY: &'static str = "id";
    /// Its columns, quoted, in the order of the fields.
    const COLUMNS: &'static [&'static str];
    /// The values, in the same order.
    fn values(&self) -> Vec<rusqlite::types::Value>;
    /// Reads a row selected with all columns, in the order of [`Table::COLUMNS`].
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
}

macro_rules! table {
    ($name:literal $row:ident $(by $key:literal)? { $($field:ident),+ $(,)? }) => {
        impl Table for $row {
            const NAME: &'static str = $name;
            $(const KEY: &'static str = $key;)?
            const COLUMNS: &'static [&'static str] = &[$(concat!("\"", stringify!($field), "\"")),+];
            fn values(&self) -> Vec<rusqlite::types::Value> {
                vec![$(Column::store(&self.$field)),+]
            }
            fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
                // By place and not by name, which would be looked for in every row: a drawing has thousands.
                let mut places = 0..;
                Ok(Self { $($field: read(row, places.next().unwrap_or_default(), stringify!($field))?),+ })
            }
        }
    };
}

/// A value of a row, by its place.
pub fn read<T: Column>(row: &Row<'_>, place: usize, column: &str) -> rusqlite::Result<T> {
    T::load(row.get_ref(place)?).map_err(|error| match error {
        FromSqlError::OutOfRange(n) => rusqlite::Error::IntegralValueOutOfRange(0, n),
        other => rusqlite::Error::FromSqlConversionFailure(
            0,
            rusqlite::types::Type::Text,
            format!("{column}: {other}").into(),
        ),
    })
}

table!("film" Film { id, title, ink, pattern, ratio, numbering, locked, archived });
table!("scene" Scene {
    id, film, position, number, omitted, heading, subset, int_ext, time_of_day, story_day, characters, summary, status, shots, duration_ms,
    setup_minutes, life,
});
table!("shot" Shot {
    id, film, scene, position, label, omitted, size, shot_type, angle, side, movement, support, lens, light, sound, characters, status,
    action, dialogue, notes, estimate_ms, duration_ms, setup_minutes, panels, look, life,
});
table!("panel" Panel { id, film, shot, position, index, label, action, dialogue, duration_ms, drawing, look, life });
table!("drawing" Drawing { id, film, panel, version, finished, picture, strokes, ink_strokes, life });
table!("stroke" Stroke by "drawing, id" { id, drawing, order, face, layer, ink, cuts });
table!("mark" Mark { id, drawing, kind, x0, y0, x1, y1, bend, colour, size, face, text, life });
table!("face" Face { id, name, shape, colour, life });

fn upsert<T: Table>(connection: &Connection, rows: &[T]) -> rusqlite::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    // An update in place leaves alone the indexes whose columns did not change: fewer pages for each stroke.
    let marks = vec!["?"; T::COLUMNS.len()].join(", ");
    // A row never leaves its film; setting it all the same would write the index by film each time.
    let sets: Vec<String> = T::COLUMNS[1..]
        .iter()
        .filter(|column| **column != "\"film\"")
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({marks}) ON CONFLICT ({}) DO UPDATE SET {}",
        T::NAME,
        T::COLUMNS.join(", "),
        T::KEY,
        sets.join(", ")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    for row in rows {
        statement.execute(params_from_iter(row.values()))?;
    }
    Ok(())
}

/// Writes what changed.
pub fn write(connection: &Connection, changes: &Changes) -> rusqlite::Result<()> {
    upsert(connection, &changes.films)?;
    upsert(connection, &changes.scenes)?;
    upsert(connection, &changes.shots)?;
    upsert(connection, &changes.panels)?;
    upsert(connection, &changes.drawings)?;
    upsert(connection, &changes.strokes)?;
    upsert(connection, &changes.marks)?;
    upsert(connection, &changes.faces)?;
    for (drawing, stroke) in &changes.erased {
        connection
            .prepare_cached("DELETE FROM stroke WHERE drawing = ?1 AND id = ?2")?
            .execute([drawing.to_string(), stroke.to_string()])?;
    }
    for id in &changes.deleted {
        forget(connection, *id)?;
    }
    Ok(())
}

fn forget(connection: &Connection, id: Uuid) -> rusqlite::Result<()> {
    for table in [Mark::NAME, Drawing::NAME, Panel::NAME, Shot::NAME, Scene::NAME] {
        if connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?
            .execute([id.to_string()])?
            > 0
        {
            break;
        }
    }
    Ok(())
}

fn select<T: Table>(connection: &Connection, filter: &str, argument: &str) -> rusqlite::Result<Vec<T>> {
    let sql = format!("SELECT {} FROM {} WHERE {filter}", T::COLUMNS.join(", "), T::NAME);
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([argument], T::from_row)?;
    rows.collect()
}

/// One row by its id.
pub fn one<T: Table>(connection: &Connection, id: impl std::fmt::Display) -> rusqlite::Result<Option<T>> {
    Ok(select(connection, "id = ?1", &id.to_string())?.pop())
}

/// The rows of a film, in no order.
pub fn of_film<T: Table>(connection: &Connection, film: DocumentId) -> rusqlite::Result<Vec<T>> {
    select(connection, "film = ?1", &film.to_string())
}

/// The strokes or marks of a drawing, in no order.
pub fn of_drawing<T: Table>(connection: &Connection, drawing: EntityId) -> rusqlite::Result<Vec<T>> {
    select(connection, "drawing = ?1", &drawing.to_string())
}

/// The strokes of a film's drawings.
pub fn strokes_of_film(connection: &Connection, film: DocumentId) -> rusqlite::Result<Vec<Stroke>> {
    select(connection, "drawing IN (SELECT id FROM drawing WHERE film = ?1)", &film.to_string())
}

/// The marks of a film's drawings.
pub fn marks_of_film(connection: &Connection, film: DocumentId) -> rusqlite::Result<Vec<Mark>> {
    select(connection, "drawing IN (SELECT id FROM drawing WHERE film = ?1)", &film.to_string())
}

/// The faces that drew or wrote on these drawings.
pub fn faces_of(connection: &Connection, drawings: &[EntityId]) -> rusqlite::Result<Vec<Face>> {
    let shown = "SELECT value FROM json_each(?1)";
    let filter = format!(
        "id IN (SELECT face FROM stroke WHERE drawing IN ({shown}) \
         UNION SELECT face FROM mark WHERE life = 'live' AND drawing IN ({shown}))"
    );
    // Ids need no escape.
    let ids: Vec<String> = drawings.iter().map(|id| format!("\"{id}\"")).collect();
    select(connection, &filter, &format!("[{}]", ids.join(",")))
}

/// Every row of a kind that is not below a film.
pub fn all<T: Table>(connection: &Connection) -> rusqlite::Result<Vec<T>> {
    select(connection, "?1 = ''", "")
}

/// Removes every row of a film, before writing `again`; also those that say they are another's.
pub fn clear_film(connection: &Connection, film: DocumentId, again: &Changes) -> rusqlite::Result<()> {
    let film = film.to_string();
    let strays = [
        (Scene::NAME, again.scenes.iter().map(|row| row.id).collect::<Vec<_>>()),
        (Shot::NAME, again.shots.iter().map(|row| row.id).collect()),
        (Panel::NAME, again.panels.iter().map(|row| row.id).collect()),
        (Drawing::NAME, again.drawings.iter().map(|row| row.id).collect()),
    ];
    for (table, ids) in strays {
        let mut statement =
            connection.prepare(&format!("DELETE FROM {table} WHERE id = ?1 AND film <> ?2"))?;
        for id in ids {
            statement.execute([id.to_string(), film.clone()])?;
        }
    }
    for table in [Stroke::NAME, Mark::NAME] {
        connection.execute(
            &format!("DELETE FROM {table} WHERE drawing IN (SELECT id FROM drawing WHERE film = ?1)"),
            [&film],
        )?;
    }
    for table in [Drawing::NAME, Panel::NAME, Shot::NAME, Scene::NAME] {
        connection.execute(&format!("DELETE FROM {table} WHERE film = ?1"), [&film])?;
    }
    connection.execute("DELETE FROM film WHERE id = ?1", [&film])?;
    Ok(())
}

/// The film of a scene, shot, panel, drawing or mark.
pub fn film_of(connection: &Connection, entity: EntityId) -> rusqlite::Result<Option<DocumentId>> {
    use rusqlite::OptionalExtension;
    let sql = "SELECT film FROM scene WHERE id = ?1 UNION ALL SELECT film FROM shot WHERE id = ?1 UNION ALL SELECT film FROM panel WHERE id = ?1 \
               UNION ALL SELECT film FROM drawing WHERE id = ?1 \
               UNION ALL SELECT film FROM drawing WHERE id = (SELECT drawing FROM mark WHERE id = ?1) \
               UNION ALL SELECT id FROM film WHERE id = ?1";
    let found: Option<String> =
        connection.prepare_cached(sql)?.query_row([entity.to_string()], |row| row.get(0)).optional()?;
    Ok(found.and_then(|id| id.parse().ok()))
}

/// Rows of no document: their table, and the test that finds them.
const STRANGERS: &[(&str, &str)] = &[
    ("film", "id NOT IN (SELECT id FROM document)"),
    ("scene", "film NOT IN (SELECT id FROM document)"),
    ("shot", "film NOT IN (SELECT id FROM document)"),
    ("panel", "film NOT IN (SELECT id FROM document)"),
    ("drawing", "film NOT IN (SELECT id FROM document)"),
    ("stroke", "drawing NOT IN (SELECT id FROM drawing)"),
    ("mark", "drawing NOT IN (SELECT id FROM drawing)"),
    ("face", "id NOT IN (SELECT id FROM document)"),
    ("session", "season NOT IN (SELECT id FROM document)"),
    ("place", "season NOT IN (SELECT id FROM document)"),
    ("\"group\"", "season NOT IN (SELECT id FROM document)"),
];

/// Rows that belong to no document: table and id.
pub fn strangers(connection: &Connection) -> rusqlite::Result<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    for (table, test) in STRANGERS {
        let mut statement = connection.prepare(&format!("SELECT id FROM {table} WHERE {test}"))?;
        let ids = statement.query_map([], |row| row.get(0))?;
        for id in ids {
            found.push((*table, id?));
        }
    }
    Ok(found)
}

/// Removes the rows that belong to no document.
pub fn clear_strangers(connection: &Connection) -> rusqlite::Result<()> {
    for (table, test) in STRANGERS {
        connection.execute(&format!("DELETE FROM {table} WHERE {test}"), [])?;
    }
    Ok(())
}
