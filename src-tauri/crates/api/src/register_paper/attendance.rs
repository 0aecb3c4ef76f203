//! Attendance sheets on paper: of one session, for pens, of a month.

use ql_model::{
    EntityId,
    season::{Figures, Half, Session},
    sheet::{Sheet as Rows, warnings::signed_for_others},
    vocabulary::Life,
};
use ql_paper::{Attached, AttendancePaper, Closing, HalfDay, PaperSize};

use super::{
    Making, isolated,
    signers::{signers, stands},
};
use crate::{
    error::{ErrorCode, Failure},
    export::words,
    sheet_view::live_session,
};

/// One session with its sheet, under what the calendar said when it was closed.
pub(super) struct Kept {
    pub(super) session: Session,
    pub(super) rows: Rows,
    place: String,
    group: String,
    films: Vec<String>,
    /// Whether it still is what was closed.
    holds: bool,
    /// How many corrections are told before those of this sheet.
    pub(super) told: usize,
}

/// What was put right on a sheet, in the order of its numbers; of a month, on which day, and whose file it is now.
fn corrections(making: &Making<'_>, kept: &Kept, month: bool) -> Result<Vec<String>, Failure> {
    let people = making.workspace.people()?;
    let told = kept.rows.corrections.iter().map(|one| {
        let now = people.person(people.real(kept.rows.whose(one.person))).filter(|_| month);
        let name = now.map_or_else(|| name(&kept.rows, one.person), |person| person.name());
        let when = making.words.moment(words::local(one.at));
        let was = match kept.rows.puts_on(one) {
            true => making.text("paper-attendance-forgotten", &[]),
            false => stands(making, &kept.rows.before(one)),
        };
        let state = stands(making, &one.standing);
        let mut half = making.half(one.half);
        if let Some(day) = kept.session.day().filter(|_| month) {
            half = format!("{}, {}", making.date(day), half.to_lowercase());
        }
        let values = [
            ("name", &*name),
            ("half", &*half),
            ("was", &*was),
            ("state", &*state),
            ("reason", &*one.reason),
            ("when", &*when),
            ("by", &*one.by),
        ];
        making.text("paper-attendance-correction", &values)
    });
    Ok(told.collect())
}

/// What a session of a month was, and whether its sheet is closed.
fn told(making: &Making<'_>, kept: &Kept) -> String {
    let session = &kept.session;
    let kind = making.text(&format!("session-kind-{}", session.kind.code()), &[]);
    let date = session.day().map(|day| making.date(day)).unwrap_or_default();
    let parts = [date, session.title.clone(), kind, kept.place.clone(), kept.group.clone()];
    let parts = parts.iter().filter(|part| !part.is_empty()).map(|part| isolated(part));
    let what = parts.collect::<Vec<_>>().join(" · ");
    let closed = match &kept.rows.closure {
        Some(closure) => {
            let when = making.words.moment(words::local(closure.at));
            let values = [("when", &*when), ("by", &*closure.by), ("hash", &*closure.hash)];
            let mut closed = making.text("paper-attendance-one-closed", &values);
            if !kept.holds {
                closed.push_str(". ");
                closed.push_str(&making.text("paper-attendance-hash-changed", &[]));
            }
            closed
        }
        None => making.text("paper-attendance-one-open", &[]),
    };
    let changed = other_hours(making, kept).into_iter().map(|said| {
        let label = making.text("paper-attendance-hours-changed", &[]);
        making.text("paper-attendance-noted", &[("label", &label), ("said", &said)])
    });
    let all = [vec![what, closed], changed.collect()].concat();
    let ended = |text: &String| text.strip_suffix('.').unwrap_or(text).to_owned();
    format!("{}.", all.iter().map(ended).collect::<Vec<_>>().join(". "))
}

/// What is left of a session whose sheet was destroyed.
fn destroyed(making: &Making<'_>, session: &Session, figures: Figures) -> String {
    let date = session.day().map(|day| making.date(day)).unwrap_or_default();
    let (people, time) = (figures.people.to_string(), making.lasting(figures.minutes));
    let values = [("date", &*date), ("title", &*session.title), ("people", &*people), ("time", &*time)];
    making.text("paper-attendance-one-over", &values)
}

fn kept(making: &Making<'_>, mut session: Session) -> Result<Kept, Failure> {
    let rows = making.workspace.sheet(session.id)?.cloned();
    let mut rows = rows.unwrap_or_else(|| Rows::empty(session.id));
    let people = making.workspace.people()?;
    rows.name_anew(|person| Some(people.person(person)?.name()));
    let holds = rows.holds();
    // Whoever was forgotten stands on it, by a correction.
    let added = rows.added();
    rows.attendees.extend(added);
    let calendar = making.workspace.calendar()?;
    let place = calendar.places.into_iter().find(|one| Some(one.id) == session.place);
    let group = calendar.groups.into_iter().find(|one| Some(one.id) == session.group);
    let mut place = place.map(|one| one.located()).unwrap_or_default();
    let mut group = group.map(|one| one.name).unwrap_or_default();
    let mut films = making.workspace.titles_of(&session.films)?;
    if let Some(closure) = &rows.closure {
        let frozen = &closure.frozen;
        films.clone_from(&frozen.films);
        session.title.clone_from(&frozen.title);
        session.date.clone_from(&frozen.date);
        session.halves.clone_from(&frozen.halves);
        session.kind = frozen.kind;
        place.clone_from(&frozen.place);
        group.clone_from(&frozen.group);
    }
    Ok(Kept { session, rows, place, group, films, holds, told: 0 })
}

/// The sheet of one session.
pub fn session(making: &Making<'_>, id: EntityId, blank: bool) -> Result<AttendancePaper, Failure> {
    let of = live_session(making.workspace, id)?;
    if of.figures.is_some() {
        return Err(Failure::new(ErrorCode::SheetOver, id));
    }
    let kept = kept(making, of)?;
    let kind = making.text(&format!("session-kind-{}", kept.session.kind.code()), &[]);
    let date = kept.session.day().map(|day| making.date(day)).unwrap_or_default();
    let line = |key: &str, said: String| (making.text(&format!("paper-attendance-{key}"), &[]), said);
    let mut lines = vec![
        line("action", kept.session.title.clone()),
        line("kind", kind),
        line("place", kept.place.clone()),
        line("dates", lasting(making, &kept.session, &date)),
        line("group", kept.group.clone()),
        line("films", kept.films.join(", ")),
    ];
    if !blank {
        lines.extend(other_hours(making, &kept).into_iter().map(|said| line("hours-changed", said)));
        if kept.rows.closure.is_none() {
            lines.push(line("state", making.text("paper-attendance-one-open", &[])));
        }
    }
    let corrections = corrections(making, &kept, false)?;
    let closed = kept.rows.closure.as_ref().map(|closure| Closing {
        when: making.words.moment(words::local(closure.at)),
        by: closure.by.clone(),
        hash: closure.hash.clone(),
        holds: kept.holds,
    });
    let scans = if blank { Vec::new() } else { scans(making, &kept.rows)? };
    let one = [kept];
    Ok(AttendancePaper {
        head: making.head(AttendancePaper::WORDS, [String::new(), date]),
        size: PaperSize::A4,
        lines: lines.into_iter().filter(|(_, said)| !said.is_empty()).collect(),
        halves: halves(making, &one, false),
        people: signers(making, &one, false, (blank, blank))?,
        trainers: signers(making, &one, true, (blank, blank))?,
        blank,
        closed: closed.filter(|_| !blank),
        corrections: if blank { Vec::new() } else { corrections },
        sessions: Vec::new(),
        scans,
    })
}

/// What was signed for other hours than stand on the sheet.
fn other_hours(making: &Making<'_>, kept: &Kept) -> Vec<String> {
    let told = |half: &Half| {
        let name = making.half(half.code);
        let each = signed_for_others(&kept.rows, half).into_iter();
        let said = each.filter_map(move |(hours, names)| {
            let (start, end) = hours.split_once('-')?;
            let hours = format!("{} – {}", making.hour(start), making.hour(end));
            Some(making.text(
                "paper-attendance-signed-for",
                &[("half", &name), ("hours", &hours), ("names", &names.join(", "))],
            ))
        });
        said.collect::<Vec<_>>()
    };
    kept.session.halves.iter().flat_map(told).collect()
}

/// The day of a session, and how long it was in all.
fn lasting(making: &Making<'_>, session: &Session, date: &str) -> String {
    let minutes =
        session.halves.iter().filter_map(|half| half.span()).map(|(from, to)| to.saturating_sub(from));
    let minutes: u16 = minutes.sum();
    if minutes == 0 {
        return date.to_owned();
    }
    let time = making.lasting(minutes.into());
    making.text("paper-attendance-lasting", &[("dates", date), ("time", &time)])
}

/// Every sheet of a month, one half-day beside the other.
pub fn month(making: &Making<'_>, month: &str) -> Result<AttendancePaper, Failure> {
    let first = format!("{month}-01").parse::<ql_model::day::Day>();
    let first = first.map_err(|error| Failure::new(ErrorCode::InvalidRequest, error))?;
    let (mut all, mut over) = (Vec::new(), Vec::new());
    for session in making.workspace.calendar()?.sessions {
        // One that was deleted is no session nobody came to.
        if session.life != Life::Live {
            continue;
        }
        let of_month = |date: &str| date.starts_with(&format!("{month}-"));
        if let Some(figures) = session.figures {
            if of_month(&session.date) {
                over.push(destroyed(making, &session, figures));
            }
            continue;
        }
        // Of one that does not open the calendar alone says when it was.
        let elsewhere = !of_month(&session.date);
        let kept = match kept(making, session) {
            Err(failure) if failure.code == ErrorCode::SealedDamaged && elsewhere => continue,
            kept => kept?,
        };
        if of_month(&kept.session.date) && !kept.rows.attendees.is_empty() {
            all.push(kept);
        }
    }
    if all.is_empty() {
        let code = if over.is_empty() { ErrorCode::NothingToPrint } else { ErrorCode::SheetOver };
        return Err(Failure::new(code, month));
    }
    let start = |kept: &Kept| kept.session.halves.first().map(|half| half.start.clone());
    all.sort_by(|a, b| (&a.session.date, start(a)).cmp(&(&b.session.date, start(b))));
    let mut before = 0;
    for kept in &mut all {
        kept.told = before;
        before += kept.rows.corrections.len();
    }
    let name = making.text(&format!("month-{}", first.month()), &[]);
    let dates = format!("{name} {}", first.year());
    let open = all.iter().filter(|kept| kept.rows.closure.is_none()).count();
    let mut lines = vec![(making.text("paper-attendance-dates", &[]), dates.clone())];
    let count = u32::try_from(all.len() + over.len()).unwrap_or(u32::MAX);
    lines.push((
        making.text("paper-attendance-sessions", &[]),
        making.words.count("paper-attendance-count", count),
    ));
    if open > 0 {
        let open = u32::try_from(open).unwrap_or(u32::MAX);
        lines.push((
            making.text("paper-attendance-open", &[]),
            making.words.count("paper-attendance-count", open),
        ));
    }
    Ok(AttendancePaper {
        head: making.head(AttendancePaper::WORDS, [String::new(), dates]),
        size: PaperSize::A4,
        lines,
        halves: halves(making, &all, true),
        people: signers(making, &all, false, (false, true))?,
        trainers: signers(making, &all, true, (false, true))?,
        blank: false,
        closed: None,
        corrections: all
            .iter()
            .map(|kept| corrections(making, kept, true))
            .collect::<Result<Vec<_>, _>>()?
            .concat(),
        sessions: all.iter().map(|kept| told(making, kept)).chain(over).collect(),
        scans: Vec::new(),
    })
}

/// The photos of the paper sheet. One that does not open is said to be there, without a picture.
fn scans(making: &Making<'_>, rows: &Rows) -> Result<Vec<Attached>, Failure> {
    let of = rows.scans.len().to_string();
    let mut scans = Vec::new();
    for (number, scan) in (1..).zip(&rows.scans) {
        let added = making.words.moment(words::local(scan.at));
        let values = [("number", &*i32::to_string(&number)), ("of", &*of), ("added", &*added)];
        let picture = making.workspace.shown_bytes(rows.session, &scan.hash)?;
        // The hash of a closed sheet says nothing of a photo that came after it.
        let is_later = rows.closure.is_some() && !rows.froze(scan);
        let key = match (picture.is_some(), is_later) {
            (true, false) => "paper-attendance-scan",
            (true, true) => "paper-attendance-scan-later",
            (false, _) => "paper-attendance-scan-lost",
        };
        scans.push(Attached { told: making.text(key, &values), picture: picture.map(Into::into) });
    }
    Ok(scans)
}

fn halves(making: &Making<'_>, all: &[Kept], numbered: bool) -> Vec<HalfDay> {
    let each = (1..)
        .zip(all)
        .flat_map(|(number, kept)| kept.session.halves.iter().map(move |half| (number, kept, half)));
    each.map(|(number, kept, half)| HalfDay {
        day: kept.session.day().map(|day| making.weekday(day)).unwrap_or_default(),
        half: if numbered {
            format!("{number} · {}", making.half(half.code))
        } else {
            making.half(half.code)
        },
        hours: format!("{} – {}", making.hour(&half.start), making.hour(&half.end)),
    })
    .collect()
}

fn name(rows: &Rows, person: EntityId) -> String {
    rows.attendees.iter().find(|one| one.person == person).map(|one| one.name.clone()).unwrap_or_default()
}
