//! Tables `session`, `place`, `group` and `retention`: the calendar, as everyone may see it.

use ql_model::{
    DocumentId,
    season::{Figures, Group, Half, Retention, Room, Season, Session},
    vocabulary::{Life, SessionKind},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::rows::read;

/// Replaces the rows of a season.
pub fn write(connection: &Connection, id: DocumentId, season: &Season) -> rusqlite::Result<()> {
    let id = id.to_string();
    for table in ["session", "place", "\"group\"", "retention"] {
        connection.execute(&format!("DELETE FROM {table} WHERE season = ?1"), [&id])?;
    }
    let mut statement = connection.prepare_cached(
        "INSERT INTO session (id, season, title, kind, place, date, halves, \"group\", films, came, came_minutes, \
         life) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
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
            row.figures.map(|figures| figures.people),
            row.figures.map(|figures| figures.minutes),
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
    let Retention { contacts_years, sheets_years } = season.retention;
    connection
        .prepare_cached("INSERT INTO retention (season, contacts_years, sheets_years) VALUES (?1, ?2, ?3)")?
        .execute(params![id, contacts_years, sheets_years])?;
    Ok(())
}

/// Every row of every season. What is kept of a sheet that was destroyed stands beside its tombstone too: an older calendar does not know it.
pub fn all(connection: &Connection) -> rusqlite::Result<Season> {
    let came =
        "coalesce(session.came, tombstone.came), coalesce(session.came_minutes, tombstone.came_minutes)";
    select(connection, came, None)
}

/// The rows of one season, as [`write`] wrote them.
pub fn of(connection: &Connection, id: DocumentId) -> rusqlite::Result<Season> {
    select(connection, "session.came, session.came_minutes", Some(id.to_string()))
}

fn select(connection: &Connection, came: &str, season: Option<String>) -> rusqlite::Result<Season> {
    const OF: &str = "?1 IS NULL OR season = ?1";
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id, title, kind, place, date, halves, \"group\", films, life, {came} \
         FROM session LEFT JOIN tombstone ON document = id WHERE {OF} ORDER BY date, halves, id"
    ))?;
    let sessions = statement.query_map([&season], session)?.collect::<Result<_, _>>()?;
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id, name, address, capacity FROM place WHERE {OF} ORDER BY name, id"
    ))?;
    let room = |row: &Row<'_>| {
        Ok(Room { id: read(row, 0, "id")?, name: row.get(1)?, address: row.get(2)?, capacity: row.get(3)? })
    };
    let places = statement.query_map([&season], room)?.collect::<Result<_, _>>()?;
    let mut statement =
        connection.prepare_cached(&format!("SELECT id, name FROM \"group\" WHERE {OF} ORDER BY name, id"))?;
    let groups = statement
        .query_map([&season], |row| Ok(Group { id: read(row, 0, "id")?, name: row.get(1)? }))?
        .collect::<Result<_, _>>()?;
    let years = |row: &Row<'_>| Ok(Retention { contacts_years: row.get(0)?, sheets_years: row.get(1)? });
    let retention = connection
        .prepare_cached(&format!(
            "SELECT contacts_years, sheets_years FROM retention WHERE {OF} ORDER BY season DESC LIMIT 1"
        ))?
        .query_row([&season], years)
        .optional()?
        .unwrap_or_default();
    Ok(Season { sessions, places, groups, retention })
}

fn session(row: &Row<'_>) -> rusqlite::Result<Session> {
    let films: String = row.get(7)?;
    let came: Option<u32> = row.get(9)?;
    let minutes: Option<u32> = row.get(10)?;
    Ok(Session {
        id: read(row, 0, "id")?,
        title: row.get(1)?,
        kind: SessionKind::parse(row.get_ref(2)?.as_str()?).unwrap_or(SessionKind::Meeting),
        place: read(row, 3, "place")?,
        date: row.get(4)?,
        halves: Half::read(row.get_ref(5)?.as_str()?),
        group: read(row, 6, "group")?,
        films: films.split('+').filter_map(|id| id.parse().ok()).collect(),
        figures: came.map(|people| Figures { people, minutes: minutes.unwrap_or(0) }),
        life: Life::parse(row.get_ref(8)?.as_str()?).unwrap_or(Life::Live),
    })
}
