//! Who stands on an attendance sheet on paper, and what each box says.

use ql_model::{
    EntityId,
    season::Half,
    sheet::{Sheet as Rows, Standing},
    signature,
    vocabulary::{Attended, HalfCode},
};
use ql_paper::{HalfCell, Presence, Signed, Signer};

use super::{Making, attendance::Kept};
use crate::{commands::sheets::local, error::Failure, export::words};

/// Lines of a paper: on the sheet of one session every line that was signed; for pens and over several sessions each person once, whose
/// files may have been made one since.
pub(super) fn signers(
    making: &Making<'_>,
    all: &[Kept],
    trainer: bool,
    (blank, united): (bool, bool),
) -> Result<Vec<Signer>, Failure> {
    let people = making.workspace.people()?;
    let line = |on: &Rows, person: EntityId| if united { people.real(on.whose(person)) } else { person };
    let mut whole: Vec<(EntityId, String)> = Vec::new();
    let on = all.iter().flat_map(|kept| kept.rows.attendees.iter().map(|one| (&kept.rows, one)));
    for (rows, one) in on.filter(|(_, one)| one.trainer == trainer) {
        let id = line(rows, one.person);
        if !whole.iter().any(|(known, _)| *known == id) {
            // Under today's name, which the corrections name too.
            let kept = people.person(id).filter(|_| united).map(|person| person.name());
            whole.push((id, kept.unwrap_or_else(|| one.name.clone())));
        }
    }
    whole.sort_by_cached_key(|(id, name)| (ql_model::register::fold(name), *id));
    whole
        .into_iter()
        .map(|(id, name)| {
            let mut cells = Vec::new();
            for kept in all {
                let on = kept.rows.attendees.iter().filter(|one| one.trainer == trainer);
                let lines: Vec<EntityId> =
                    on.map(|one| one.person).filter(|one| line(&kept.rows, *one) == id).collect();
                for half in &kept.session.halves {
                    cells.push(told_once(making, kept, &lines, half, blank)?);
                }
            }
            Ok(Signer { name, cells })
        })
        .collect()
}

/// One half-day of someone: of several lines the one that says most, with what was put right on any.
fn told_once(
    making: &Making<'_>,
    kept: &Kept,
    lines: &[EntityId],
    half: &Half,
    blank: bool,
) -> Result<HalfCell, Failure> {
    let telling = kept.rows.telling(lines, half);
    let (mut told, mut corrected) = (None, Vec::new());
    for person in lines {
        let cell = cell(making, kept, *person, half.code, blank)?;
        corrected.extend(cell.corrected.iter().copied());
        told = if Some(*person) == telling { Some(cell) } else { told };
    }
    corrected.sort_unstable();
    // Not on the sheet of that day.
    let none = || HalfCell { presence: Presence::NotExpected, ..HalfCell::default() };
    Ok(told.map_or_else(none, |cell| HalfCell { corrected, ..cell }))
}

fn cell(
    making: &Making<'_>,
    kept: &Kept,
    person: EntityId,
    half: HalfCode,
    blank: bool,
) -> Result<HalfCell, Failure> {
    let rows = &kept.rows;
    let now = rows.standing(person, half);
    if blank {
        let presence =
            if now.state == Attended::NotExpected { Presence::NotExpected } else { Presence::Blank };
        return Ok(HalfCell { presence, ..HalfCell::default() });
    }
    // A correction stands beside what was closed, never in its place.
    let was = rows.marked(person, half);
    let signature = rows.cell(person, half).and_then(|cell| cell.signature.as_ref());
    let mut lost = None;
    let presence = match (was.state, signature) {
        (_, Some((hash, at))) => {
            let bytes = making.workspace.shown_bytes(kept.session.id, hash)?;
            let time = match local(*at) {
                Some((day, minute)) if day.to_string() == kept.session.date => {
                    making.hour(&format!("{:02}:{:02}", minute / 60, minute % 60))
                }
                // On another day than the one it is for.
                _ => making.words.moment(words::local(*at)),
            };
            match bytes.and_then(|bytes| signature::outline(&bytes).ok()) {
                Some(outline) => Presence::Signed(Signed { outline, time }),
                None => {
                    lost = Some(making.text("paper-attendance-lost", &[("time", &time)]));
                    Presence::Ticked
                }
            }
        }
        (Attended::Present, None) => Presence::Ticked,
        (Attended::Absent, _) => Presence::Absent,
        (Attended::Excused, _) => Presence::Excused,
        // What it was put right to is read on white.
        (Attended::NotExpected, _) if now != was => Presence::Blank,
        (Attended::NotExpected, _) => Presence::NotExpected,
        // Nobody may sign it afterwards.
        (Attended::Expected, _) if rows.closure.is_some() => Presence::Nothing,
        (Attended::Expected, _) => Presence::Blank,
    };
    // What was closed first, then what it was put right to.
    let mut notes: Vec<String> = lost.into_iter().chain(hours(making, &was)).collect();
    if now != was {
        notes.push(making.text("paper-attendance-put-right", &[("state", &stands(making, &now))]));
    }
    let corrected = rows
        .corrections
        .iter()
        .zip(1..)
        .filter(|(one, _)| one.person == person && one.half == half)
        .map(|(_, number): (_, usize)| number + kept.told)
        .collect();
    Ok(HalfCell { presence, notes, corrected })
}

/// How a half-day stands, in words.
pub(super) fn stands(making: &Making<'_>, standing: &Standing) -> String {
    let state = making.text(&format!("paper-state-{}", standing.state.code()), &[]);
    std::iter::once(state).chain(hours(making, standing)).collect::<Vec<_>>().join(", ")
}

/// "arrivée 10 h 05", "départ 16 h".
fn hours(making: &Making<'_>, standing: &Standing) -> Vec<String> {
    let told = |key: &str, time: &Option<String>| {
        time.as_ref().map(|time| making.text(key, &[("time", &making.hour(time))]))
    };
    let late = told("paper-attendance-late", &standing.late);
    late.into_iter().chain(told("paper-attendance-left", &standing.early)).collect()
}
