//! What papers share, and their preview: one page at a time, of the film as it is now.

use std::sync::{Arc, Mutex, PoisonError};

use ql_paper::{Head, Paper, Storyboard, Words as PaperWords};
use serde::Serialize;
use ts_rs::TS;

use super::{
    Warning,
    choice::{Choice, Kind},
    gather::Gathered,
    job::Job,
    shot_list,
    storyboard::Plan,
    words::Words,
};
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    settings::Language,
};

/// Words that templates ask for; each is `paper-<key>` in the catalogues.
const WORDS: &[&str] = &[
    "notes",
    "page",
    "of",
    "to-draw",
    "omitted",
    "more",
    "more-table",
    "continued",
    "storyboard",
    "shot-list",
    "nothing-yet",
    "col-label",
    "col-drawing",
    "col-size",
    "col-angle",
    "col-movement",
    "col-support",
    "col-sound",
    "col-words",
    "col-characters",
    "col-duration",
    "col-good",
    "legend-solid",
    "legend-outline",
    "legend-tick",
];
/// Widths in which a page is shown, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 100..=2400;

/// What stands on every paper of the film.
pub(super) fn head(gathered: &Gathered, figures: String) -> Head {
    let words = &gathered.words;
    let drawn_by = words.text("paper-drawn-by", &[]);
    let names = gathered.faces.join(", ");
    let film = &gathered.film;
    let (region, quotes) = match words.language {
        Language::Fr => ("FR", ["« ", " »"]),
        Language::En => ("GB", ["“", "”"]),
    };
    Head {
        language: words.language.code(),
        region,
        quotes,
        words: paper_words(words),
        title: gathered.title(),
        stamp: words.moment(gathered.changed),
        changed: gathered.changed,
        figures,
        foot: if names.is_empty() { String::new() } else { words.text("paper-foot", &[("names", &names)]) },
        credits: if names.is_empty() { Vec::new() } else { vec![(drawn_by, names)] },
        pattern: film.pattern,
        tint: gathered.choice.look.colour.then(|| ql_paper::tint(film.ink)),
    }
}

fn paper_words(words: &Words) -> PaperWords {
    WORDS.iter().map(|key| (*key, words.text(&format!("paper-{key}"), &[]))).collect()
}

/// "16 plans · 1 min 34".
pub(super) fn figures(gathered: &Gathered) -> String {
    gathered.figures(gathered.shots())
}

/// "5 scènes · 16 plans · 1 min 34".
pub(super) fn all_figures(gathered: &Gathered) -> String {
    let scenes = gathered.scenes.iter().filter(|scene| !scene.scene.omitted).count();
    let scenes = gathered.words.count("paper-scenes", u32::try_from(scenes).unwrap_or(u32::MAX));
    format!("{scenes} · {}", figures(gathered))
}

/// The texts of a head that people wrote.
pub(super) fn texts(head: &Head) -> impl Iterator<Item = &String> {
    [&head.title, &head.foot].into_iter().chain(head.credits.iter().map(|(_, names)| names))
}

/// What the dialog shows of a choice.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Preview {
    /// Pages: `page/<key>/<number>/<width>` beside the calls, numbers from 1.
    key: String,
    pages: usize,
    warnings: Vec<Warning>,
}

/// The choice whose pages are shown now, and the last page that was set.
#[derive(Default)]
pub(crate) struct Previewed {
    now: Mutex<Option<Arc<Shown>>>,
}

struct Shown {
    key: String,
    gathered: Gathered,
    /// The shot list, whose pages are only known once all are set.
    list: Option<Paper>,
}

impl Previewed {
    /// Takes up a choice.
    pub fn take(&self, app: &Inner, choice: &Choice) -> Result<Preview, Failure> {
        let gathered = Gathered::of(app, choice)?;
        let key = uuid::Uuid::from_u64_pair(app.next_number(), 0).simple().to_string();
        let (pages, warnings, list) = match choice.kind {
            Kind::ShotList => {
                let (list, warnings) = shot_list::whole(app, &gathered, &Job::quiet())?;
                let paper = list.set()?;
                (paper.pages(), warnings, Some(paper))
            }
            Kind::Storyboard => {
                let plan = Plan::of(&gathered)?;
                let board = &plan.storyboard;
                let pages = Storyboard::page_count(board.cells.len(), board.per_page, board.cover.is_some());
                (pages, plan.warnings(&gathered), None)
            }
            // A table has no pages; it is kept in mind as what was chosen.
            Kind::ShotListSheet | Kind::ShotListCsv => (0, Vec::new(), None),
        };
        let shown = Shown { key: key.clone(), gathered, list };
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(shown));
        Ok(Preview { key, pages, warnings })
    }

    /// Nobody looks at pages any more.
    pub fn drop(&self) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// A page as PNG. Pages count from 1.
pub(crate) fn page_picture(app: &Inner, key: &str, page: usize, width: u32) -> Result<Vec<u8>, Failure> {
    let shown = app.previewed.now.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let shown = shown.filter(|shown| shown.key == key);
    let missing = || Failure::new(ErrorCode::NotFound, format!("page {page}"));
    let shown = shown.ok_or_else(missing)?;
    let page = page.checked_sub(1).ok_or_else(missing)?;
    if !WIDTHS.contains(&width) {
        return Err(missing());
    }
    if let Some(list) = &shown.list {
        return Ok(list.picture(page, width)?);
    }
    let gathered = &shown.gathered;
    let mut plan = Plan::of(gathered)?;
    let board = &plan.storyboard;
    let cells = Storyboard::cells_of(page, board.cells.len(), board.per_page, board.cover.is_some());
    if cells.is_empty() {
        plan.draw_cover(app, gathered, &Job::quiet())?;
    }
    plan.draw(app, gathered, cells, &Job::quiet())?;
    Ok(plan.storyboard.set_page(page)?.picture(0, width)?)
}
