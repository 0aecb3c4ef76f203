//! What is given to someone: that they were there.

use std::collections::BTreeSet;

use ql_model::{EntityId, day::minutes, vocabulary::Attended};
use ql_paper::{PaperSize, RecordPaper, RecordSection, RecordTable, Signing};

use super::Making;
use crate::{
    error::{ErrorCode, Failure},
    people_view::{AttendanceMark, attendance},
};

/// The attestation of presence: only half-days that someone was present at, and that are over.
pub fn attestation(making: &mut Making<'_>, id: EntityId) -> Result<RecordPaper, Failure> {
    let person = making.workspace.people()?.person(id).cloned();
    let person = person.ok_or_else(|| Failure::new(ErrorCode::NotFound, id))?;
    let mut marks = attendance(making.workspace)?.remove(&person.id).unwrap_or_default();
    // A sheet that does not open may say more.
    if making.workspace.broken_sheets()? > 0 {
        return Err(Failure::new(ErrorCode::SealedDamaged, ""));
    }
    // What is to come is attested by nobody.
    marks.retain(|mark| mark.state == Attended::Present && mark.over);
    if marks.is_empty() {
        return Err(Failure::new(ErrorCode::NothingToPrint, ""));
    }
    let mut rows = Vec::new();
    for mark in &marks {
        // As the sheet says it: from when they came to when they left.
        let (from, to) = &mark.there;
        let said = |from: &str, to: &str| format!("{} – {}", making.hour(from), making.hour(to));
        let there = said(from, to);
        // What was signed is not what is attested: it is said.
        let hours = match mark.signed_for.as_deref().and_then(|hours| hours.split_once('-')) {
            Some((from, to)) => {
                let values = [("there", &*there), ("hours", &*said(from, to))];
                making.text("paper-attestation-signed-for", &values)
            }
            None => there,
        };
        let day = mark.date.parse().map_or_else(|_| mark.date.clone(), |day| making.date(day));
        rows.push(vec![day, mark.title.clone(), making.half(mark.half), hours]);
    }
    let spent = spent(&marks);
    // Two sessions of one evening are one.
    let halves: BTreeSet<_> = marks.iter().map(|mark| (&mark.date, mark.half)).collect();
    let (count, name) = (halves.len().to_string(), person.name());
    let time = making.lasting(spent);
    let date = making.date(making.today);
    let heads = ["paper-data-day", "paper-data-session", "paper-data-half", "paper-attendance-hours"];
    Ok(RecordPaper {
        head: making.head(RecordPaper::WORDS, [String::new(), date.clone()]),
        size: PaperSize::A4,
        title: making.text("paper-attestation-title", &[]),
        name: name.clone(),
        intro: vec![making.text(
            if halves.len() == 1 { "paper-attestation-intro-one" } else { "paper-attestation-intro" },
            &[("owner", &making.owner), ("name", &name), ("count", &count), ("time", &time)],
        )],
        sections: vec![RecordSection {
            table: Some(RecordTable { heads: heads.iter().map(|key| making.text(key, &[])).collect(), rows }),
            ..RecordSection::default()
        }],
        signing: Some(Signing { date, ..Signing::default() }),
    })
}

/// Minutes in all; nobody is at two places at once, whatever two sheets say.
fn spent(marks: &[AttendanceMark]) -> u32 {
    let mut spans: Vec<(&str, u16, u16)> = marks
        .iter()
        .filter_map(|mark| Some((mark.date.as_str(), minutes(&mark.there.0)?, minutes(&mark.there.1)?)))
        .collect();
    spans.sort_unstable();
    let (mut all, mut before) = (0, ("", 0));
    for (date, from, to) in spans {
        let from = if before.0 == date { from.max(before.1) } else { from };
        all += u32::from(to.saturating_sub(from));
        before = (date, if before.0 == date { to.max(before.1) } else { to });
    }
    all
}

#[cfg(test)]
mod tests {
    use ql_model::vocabulary::HalfCode;

    use ql_model::sheet::Standing;

    use super::*;

    #[test]
    fn an_hour_on_two_sheets_is_one_hour() {
        let mark = |date: &str, from: &str, to: &str| AttendanceMark {
            session: EntityId(uuid::Uuid::nil()),
            date: date.to_owned(),
            half: HalfCode::Morning,
            state: Attended::Present,
            over: true,
            there: (from.to_owned(), to.to_owned()),
            signed_for: None,
            title: String::new(),
            standing: Standing::default(),
            deleted: false,
        };
        let here = [
            mark("2026-02-24", "09:30", "12:30"),
            mark("2026-02-24", "10:00", "11:00"),
            mark("2026-02-24", "12:00", "13:00"),
            mark("2026-02-25", "09:30", "10:00"),
        ];
        assert_eq!(spent(&here), 3 * 60 + 30 + 30);
    }
}
