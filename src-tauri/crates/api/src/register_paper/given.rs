//! What is given to someone: that they were there.

use ql_model::{EntityId, day::minutes, vocabulary::Attended};
use ql_paper::{PaperSize, RecordPaper, RecordSection, RecordTable, Signing};

use super::Making;
use crate::{
    error::{ErrorCode, Failure},
    people_view::attendance,
};

/// The attestation of presence: only half-days that someone was present at.
pub fn attestation(making: &mut Making<'_>, id: EntityId) -> Result<RecordPaper, Failure> {
    let person = making.workspace.people()?.person(id).cloned();
    let person = person.ok_or_else(|| Failure::new(ErrorCode::NotFound, id))?;
    let mut marks = attendance(making.workspace)?.remove(&person.id).unwrap_or_default();
    marks.retain(|mark| mark.state == Attended::Present);
    if marks.is_empty() {
        return Err(Failure::new(ErrorCode::NothingToPrint, ""));
    }
    let sessions = making.workspace.calendar()?.sessions;
    let mut spent = 0_u32;
    let mut rows = Vec::new();
    for mark in &marks {
        let session = sessions.iter().find(|session| session.id == mark.session);
        // As the sheet says it: from when they came to when they left.
        let (from, to) = &mark.there;
        let lasts = minutes(to).zip(minutes(from)).map_or(0, |(end, start)| end.saturating_sub(start));
        spent += u32::from(lasts);
        let hours = format!("{} – {}", making.hour(from), making.hour(to));
        let day = mark.date.parse().map_or_else(|_| mark.date.clone(), |day| making.date(day));
        let title = session.map(|session| session.title.clone()).unwrap_or_default();
        rows.push(vec![day, title, making.half(mark.half), hours]);
    }
    let (count, name) = (marks.len().to_string(), person.name());
    let time = making.lasting(spent);
    let date = making.date(making.today);
    let heads = ["paper-data-day", "paper-data-session", "paper-data-half", "paper-attendance-hours"];
    Ok(RecordPaper {
        head: making.head(RecordPaper::WORDS, [String::new(), date.clone()]),
        size: PaperSize::A4,
        title: making.text("paper-attestation-title", &[]),
        name: name.clone(),
        intro: vec![making.text(
            if marks.len() == 1 { "paper-attestation-intro-one" } else { "paper-attestation-intro" },
            &[("owner", &making.owner), ("name", &name), ("count", &count), ("time", &time)],
        )],
        sections: vec![RecordSection {
            table: Some(RecordTable { heads: heads.iter().map(|key| making.text(key, &[])).collect(), rows }),
            ..RecordSection::default()
        }],
        signing: Some(Signing { date, ..Signing::default() }),
    })
}
