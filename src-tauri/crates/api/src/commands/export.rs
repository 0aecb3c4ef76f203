//! Papers and tables: the choice last made, a look at the pages, the file.

use std::path::PathBuf;

use ql_model::DocumentId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use super::edits::Done;
pub(crate) use crate::export::{Preview, choice::Choice as ExportChoice};
use crate::{
    app::{Access, Inner},
    error::{ErrorCode, Failure},
    event::Event,
    export::{
        self, Made, Target, Warning,
        choice::{Choice, Kind, Look},
        job::{Job, Phase},
    },
};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetPrintLook {
    film: DocumentId,
}

/// How a film was last printed from this machine.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub(crate) struct PrintMemory {
    #[serde(default)]
    pub kind: Kind,
    #[serde(default)]
    pub look: Look,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct EndPreview {}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ExportFilm {
    choice: Choice,
    /// The file; one of that name is replaced.
    #[ts(type = "string")]
    to: PathBuf,
    /// A name of the caller's, to hear how far it is and to end it.
    #[ts(optional)]
    job: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct PrintFilm {
    choice: Choice,
    #[ts(optional)]
    job: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct CancelExport {
    job: String,
}

/// A file that was made.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Exported {
    path: String,
    /// Its name without its folder.
    name: String,
    #[ts(type = "number")]
    bytes: u64,
    /// Pages, of a paper.
    pages: Option<usize>,
    warnings: Vec<Warning>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Printed {
    /// The system's viewer shows it; else `printed/<name>` beside the calls has it.
    shown: bool,
    name: String,
    pages: Option<usize>,
    warnings: Vec<Warning>,
}

pub(crate) fn get_print_look(app: &Inner, request: GetPrintLook) -> Result<PrintMemory, Failure> {
    Ok(app.kept.printed(request.film))
}

pub(crate) fn preview_paper(app: &Inner, choice: ExportChoice) -> Result<Preview, Failure> {
    let preview = app.previewed.take(app, &choice)?;
    remember(app, &choice);
    Ok(preview)
}

pub(crate) fn end_preview(app: &Inner, _: EndPreview) -> Result<Done, Failure> {
    app.previewed.drop();
    Ok(Done {})
}

pub(crate) fn export_film(app: &Inner, request: ExportFilm) -> Result<Exported, Failure> {
    let ExportFilm { choice, to, job } = request;
    let (made, bytes) = run(app, job.as_deref(), |job| {
        let target = Target::check(&to)?;
        let made = export::make(app, &choice, job)?;
        let bytes = write(&target, &made, job)?;
        Ok((made, bytes))
    })?;
    // A table has no pages to be looked at before: making it is choosing it.
    remember(app, &choice);
    let name = to.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(Exported { path: to.display().to_string(), name, bytes, pages: made.pages, warnings: made.warnings })
}

pub(crate) fn print_film(app: &Inner, request: PrintFilm) -> Result<Printed, Failure> {
    let PrintFilm { choice, job } = request;
    if !choice.kind.is_paper() {
        return Err(Failure::new(ErrorCode::InvalidRequest, "a table is not printed"));
    }
    let (made, path) = run(app, job.as_deref(), |job| {
        let made = export::make(app, &choice, job)?;
        let path = export::printed_folder(app)?.join(suggested_name(app, choice.film, choice.kind)?);
        // A viewer may still have the last one open: the new one then gets a name of its own.
        let (target, path) = match Target::check(&path) {
            Err(failure) if failure.code == ErrorCode::TargetLocked => {
                let path = path.with_file_name(format!("{}.pdf", app.next_number()));
                (Target::check(&path)?, path)
            }
            checked => (checked?, path),
        };
        write(&target.private(), &made, job)?;
        Ok((made, path))
    })?;
    let shown = app.dialogs.as_ref().is_some_and(|dialogs| dialogs.show_file(&path));
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(Printed { shown, name, pages: made.pages, warnings: made.warnings })
}

pub(crate) fn cancel_export(app: &Inner, request: CancelExport) -> Result<Done, Failure> {
    app.jobs.cancel(&request.job);
    Ok(Done {})
}

fn run<T>(
    app: &Inner,
    job: Option<&str>,
    work: impl FnOnce(&Job<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let tell = |phase, done, of| {
        if let Some(job) = job {
            app.tell(&Event::Export { job: job.to_owned(), phase, done, of });
        }
    };
    app.jobs.run(job, tell, work)
}

fn write(target: &Target, made: &Made, job: &Job<'_>) -> Result<u64, Failure> {
    job.go_on()?;
    job.tell(Phase::Writing, 0, 0);
    target.write(&made.bytes)?;
    Ok(made.bytes.len() as u64)
}

/// What was looked at or made last is where the dialog begins again; a script that exports has no part in that.
fn remember(app: &Inner, choice: &Choice) {
    if app.access == Access::Command {
        return;
    }
    let mut look = choice.look.clone();
    // A few shots mostly go without a cover, which says nothing of the whole film.
    if !choice.shots.is_empty() {
        look.cover = app.kept.printed(choice.film).look.cover;
    }
    app.kept.remember_print(choice.film, PrintMemory { kind: choice.kind, look });
}

/// "Le Terrain vague, storyboard.pdf": a name every disk takes.
pub(crate) fn suggested_name(app: &Inner, film: DocumentId, kind: Kind) -> Result<String, Failure> {
    let title = app.read(|reader| Ok(reader.film(film)?.film.title))?;
    Ok(export::file_name(&app.texts(), &title, kind))
}
