//! Tables `session`, `place` and `group`: the calendar, as everyone may see it.

use ql_model::{
    DocumentId,
    season::{Group, Half, Room, Season, Session},
    vocabulary::{Life, SessionKind},
};
use rusqlite::{Connection, Row, params};

use super::rows::read;

/// Replaces the rows of a season.
pub fn write(connection: &Connection, id: DocumentId, season: &Season) -> rusqlite::Result<()> {
    let id = id.to_string();
    for table in ["session", "place", "\"group\""] {
        connection.execute(&format!("DELETE FROM {table} WHERE season = ?1"), [&id])?;
    }
    let mut statement = connection.prepare_cached(
        "INSERT INTO session (id, season, title, kind, place, date, halves, \"group\", films, life) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for row in &season.sessions {
        let films: Vec<String> = row.films.iter().map(ToString::to_string).collect();
        statement.execute(params![
            row.id.to_string(),
            id,
            row.title,
            row.kind.code(),
            row.place.map(|id| id.to_string()),
            row.date,
            Half::write(&row.halves).unwrap_or_default(),
            row.group.map(|id| id.to_string()),
            films.join("+"),
            row.life.code(),
        ])?;
    }
    for row in &season.places {
        connection
            .prepare_cached(
                "INSERT INTO place (id, season, name, address, capacity) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![row.id.to_string(), id, row.name, row.address, row.capacity])?;
    }
    for row in &season.groups {
        connection
            .prepare_cached("INSERT INTO \"group\" (id, season, name) VALUES (?1, ?2, ?3)")?
            .execute(params![row.id.to_string(), id, row.name])?;
    }
    Ok(())
}

/// Every row of every season.
pub fn all(connection: &Connection) -> rusqlite::Result<Season> {
    let mut statement = connection.prepare_cached(
        "SELECT id, title, kind, place, date, halves, \"group\", films, life FROM session ORDER BY date, halves, id",
    )?;
    let sessions = statement.query_map([], session)?.collect::<Result<_, _>>()?;
    let mut statement =
        connection.prepare_cached("SELECT id, name, address, capacity FROM place ORDER BY name, id")?;
    let places = statement
        .query_map([], |row| {
            Ok(Room {
                id: read(row, 0, "id")?,
                name: row.get(1)?,
                address: row.get(2)?,
                capacity: row.get(3)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut statement = connection.prepare_cached("SELECT id, name FROM \"group\" ORDER BY name, id")?;
    let groups = statement
        .query_map([], |row| Ok(Group { id: read(row, 0, "id")?, name: row.get(1)? }))?
        .collect::<Result<_, _>>()?;
    Ok(Season { sessions, places, groups })
}

fn session(row: &Row<'_>) -> rusqlite::Result<Session> {
    let films: String = row.get(7)?;
    Ok(Session {
        id: read(row, 0, "id")?,
        title: row.get(1)?,
        kind: SessionKind::parse(row.get_ref(2)?.as_str()?).unwrap_or(SessionKind::Meeting),
        place: read(row, 3, "place")?,
        date: row.get(4)?,
        halves: Half::read(row.get_ref(5)?.as_str()?),
        group: read(row, 6, "group")?,
        films: films.split('+').filter_map(|id| id.parse().ok()).collect(),
        life: Life::parse(row.get_ref(8)?.as_str()?).unwrap_or(Life::Live),
    })
}
