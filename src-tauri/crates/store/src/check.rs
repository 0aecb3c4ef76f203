//! Proving that a workspace is whole: the file, rows against documents rebuilt, every hash of ink and pictures.

use ql_model::{
    board::{self, Board},
    entity::Kind,
    ink::{Ink, InkId},
    row::{Changes, Drawing, Face, Film, Panel, Scene, Shot},
    season::Half,
};
use rusqlite::Connection;

use crate::{
    documents,
    error::StoreError,
    file::{FileError, Readers},
    tables::{document, ink, media, projection, rows, search, season, totals, undo},
    workspace::Workspace,
};

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What: `structure`, `document`, `rows`, `search`, `undo`, `ink`, `ink_missing`, `media`, `media_missing`, `sealed`.
    pub code: &'static str,
    /// Where: a table, a document or a hash.
    pub place: String,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Everything that is not as it should be; empty when all is well.
    pub findings: Vec<Finding>,
}

impl Workspace {
    /// Checks everything. With `rebuild`, rows are first written again from the documents.
    ///
    /// # Errors
    /// When the file cannot be read at all, or rows cannot be written.
    pub fn check(&mut self, rebuild: bool) -> Result<Report, StoreError> {
        let mut report = Report::default();
        match self.look(rebuild, &mut report) {
            // A page that cannot be read ends the reading, and is what was looked for.
            Err(StoreError::File(FileError::Damaged { detail, .. })) => report.add("structure", detail),
            looked => looked?,
        }
        Ok(report)
    }

    fn look(&mut self, rebuild: bool, report: &mut Report) -> Result<(), StoreError> {
        structure(self.connection(), report)?;
        // Rows that an older program computed, in a file that may not be written, are only older.
        let older = self.is_read_only() && projection::generation(self.connection())? != board::GENERATION;
        for (film, _) in document::of_kind(self.connection(), Kind::Film)? {
            if rebuild && let Err(error) = self.rebuild_film(film) {
                if matches!(error, StoreError::ReadOnly) {
                    return Err(error);
                }
                report.add("document", film);
                continue;
            }
            match documents::read(self.connection(), film, None) {
                Ok(documents::Open { board: Some(_), .. }) if older => {}
                Ok(documents::Open { board: Some(board), .. }) => {
                    // A row that cannot even be read is a finding like any other.
                    if self.compare(&board, report).is_err() {
                        report.add("rows", format!("film {film}"));
                    }
                }
                _ => report.add("document", film),
            }
        }
        if rebuild {
            let transaction = self.transaction()?;
            rows::clear_strangers(&transaction)?;
            transaction.commit()?;
        }
        for (table, id) in rows::strangers(self.connection())? {
            report.add("rows", format!("{table} {id} of no document"));
        }
        for id in undo::unreadable(self.connection())? {
            report.add("undo", id);
        }
        self.check_faces(rebuild, report)?;
        self.check_seasons(rebuild, report)?;
        Ok(hashes(self.connection(), report)?)
    }

    fn compare(&self, board: &Board, report: &mut Report) -> Result<(), StoreError> {
        let id = board.film().id.document();
        let connection = self.connection();
        let mut stored = Changes {
            films: rows::one::<Film>(connection, id)?.into_iter().collect(),
            scenes: rows::of_film::<Scene>(connection, id)?,
            shots: rows::of_film::<Shot>(connection, id)?,
            panels: rows::of_film::<Panel>(connection, id)?,
            drawings: rows::of_film::<Drawing>(connection, id)?,
            strokes: rows::strokes_of_film(connection, id)?,
            marks: rows::marks_of_film(connection, id)?,
            ..Changes::default()
        };
        let mut rebuilt = board.rows();
        for rows in [&mut stored, &mut rebuilt] {
            rows.scenes.sort_by_key(|row| row.id);
            rows.shots.sort_by_key(|row| row.id);
            rows.panels.sort_by_key(|row| row.id);
            rows.drawings.sort_by_key(|row| row.id);
            rows.strokes.sort_by_key(|row| row.id);
            rows.marks.sort_by_key(|row| row.id);
        }
        for (table, same) in [
            ("film", stored.films == rebuilt.films && totals::get(connection, id)? == board.totals()),
            ("scene", stored.scenes == rebuilt.scenes),
            ("shot", stored.shots == rebuilt.shots),
            ("panel", stored.panels == rebuilt.panels),
            ("drawing", stored.drawings == rebuilt.drawings),
            ("stroke", stored.strokes == rebuilt.strokes),
            ("mark", stored.marks == rebuilt.marks),
        ] {
            if !same {
                report.add("rows", format!("{table} of {id}"));
            }
        }
        if search::stored(connection, id)? != search::wanted(&rebuilt) {
            report.add("search", id);
        }
        Ok(())
    }

    fn check_faces(&mut self, rebuild: bool, report: &mut Report) -> Result<(), StoreError> {
        for (id, _) in document::of_kind(self.connection(), Kind::Face)? {
            let Ok(open) = documents::read(self.connection(), id, None) else {
                report.add("document", id);
                continue;
            };
            let faces = crate::editing::face(&open.document);
            if rebuild {
                let transaction = self.transaction()?;
                rows::write(&transaction, &Changes { faces: faces.clone(), ..Changes::default() })?;
                transaction.commit()?;
            }
            if rows::one::<Face>(self.connection(), id)? != faces.into_iter().next() {
                report.add("rows", format!("face {id}"));
            }
        }
        Ok(())
    }

    fn check_seasons(&mut self, rebuild: bool, report: &mut Report) -> Result<(), StoreError> {
        for (id, _) in document::of_kind(self.connection(), Kind::Season)? {
            let Ok(open) = documents::read(self.connection(), id, None) else {
                report.add("document", id);
                continue;
            };
            let mut told = ql_model::season::read(&open.document);
            if rebuild {
                let transaction = self.transaction()?;
                season::write(&transaction, id, &told)?;
                transaction.commit()?;
            }
            let Ok(mut stored) = season::of(self.connection(), id) else {
                report.add("rows", format!("season {id}"));
                continue;
            };
            // Hours that cannot be of one day are no hours in the rows.
            for session in &mut told.sessions {
                session.halves = Half::read(&Half::write(&session.halves).unwrap_or_default());
            }
            for rows in [&mut stored, &mut told] {
                rows.sessions.sort_by_key(|row| row.id);
                rows.places.sort_by_key(|row| row.id);
                rows.groups.sort_by_key(|row| row.id);
            }
            for (table, same) in [
                ("session", stored.sessions == told.sessions),
                ("place", stored.places == told.places),
                ("group", stored.groups == told.groups),
                ("retention", stored.retention == told.retention),
            ] {
                if !same {
                    report.add("rows", format!("{table} of {id}"));
                }
            }
        }
        Ok(())
    }
}

impl Report {
    fn add(&mut self, code: &'static str, place: impl std::fmt::Display) {
        self.findings.push(Finding { code, place: place.to_string() });
    }
}

/// Every hash of ink and pictures, and whether all that is shown is there.
fn hashes(connection: &Connection, report: &mut Report) -> rusqlite::Result<()> {
    ink::for_each(connection, |document, id, bytes| {
        if InkId::of(bytes) != id || Ink::decode(bytes).is_err() {
            report.add("ink", format!("{document}/{id}"));
        }
    })?;
    media::for_each(connection, |hash, bytes| {
        if blake3::hash(bytes).to_hex().as_str() != hash {
            report.add("media", hash);
        }
    })?;
    for stroke in ink::missing(connection)? {
        report.add("ink_missing", stroke);
    }
    for drawing in media::missing(connection)? {
        report.add("media_missing", drawing);
    }
    Ok(())
}

/// Checks everything without writing, beside whoever edits: one moment of the file is read, and nobody waits for it.
///
/// # Errors
/// When the file cannot be read at all.
pub fn check(readers: &Readers) -> Result<Report, StoreError> {
    let mut beside = Workspace::beside(readers)?;
    beside.connection().execute_batch("BEGIN")?;
    beside.check(false)
}

/// Reads all that cannot be rebuilt: a copy in which a document, a stroke or a picture is torn is no copy.
///
/// # Errors
/// [`FileError::Damaged`] with the first thing found.
pub(crate) fn read_truth(connection: &Connection) -> Result<(), FileError> {
    let mut report = Report::default();
    for kind in [Kind::Film, Kind::Face, Kind::Season] {
        for (id, _) in document::of_kind(connection, kind)? {
            if documents::read(connection, id, None).is_err() {
                report.add("document", id);
            }
        }
    }
    hashes(connection, &mut report)?;
    match report.findings.first() {
        Some(found) => Err(FileError::damaged(format!("{} {}", found.code, found.place))),
        None => Ok(()),
    }
}

fn structure(connection: &Connection, report: &mut Report) -> Result<(), StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    for line in lines {
        let line = line?;
        if line != "ok" {
            report.add("structure", line);
        }
    }
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut broken = statement.query([])?;
    while let Some(row) = broken.next()? {
        report.add("structure", row.get::<_, String>(0)?);
    }
    Ok(())
}
