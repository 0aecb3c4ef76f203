//! Everything kept of one person, for that person (RGPD, art. 15 and 20): a paper to read, and JSON for another program.

use ql_model::{
    EntityId,
    register::Person,
    sheet::{Correction, Standing},
    vocabulary::{HalfCode, YesNo},
};
use ql_paper::{PaperSize, RecordPaper, RecordSection, RecordTable};
use serde_json::{Value, json};

use super::{Making, signers::stands};
use crate::{
    error::{ErrorCode, Failure},
    export::words,
    people_view::{AttendanceMark, kept_until_of, since, whole_attendance},
};

/// The paper and the JSON.
pub fn data(making: &mut Making<'_>, id: EntityId) -> Result<(RecordPaper, Vec<u8>), Failure> {
    let person = making.workspace.people()?.person(id).cloned();
    let person = person.ok_or_else(|| Failure::new(ErrorCode::NotFound, id))?;
    let health = making.workspace.health(person.id)?;
    let marks = whole_attendance(making.workspace)?.remove(&person.id).unwrap_or_default();
    let faces = making.workspace.faces()?;
    let face_of = |person: &Person| {
        faces.iter().find(|face| Some(face.id) == person.face).map(|face| face.name.clone())
    };
    let named = making.workspace.calendar()?.groups;
    let groups_of = |person: &Person| -> Vec<String> {
        let theirs = named.iter().filter(|group| person.groups.contains(&group.id));
        theirs.map(|group| group.name.clone()).collect()
    };
    let (face, groups) = (face_of(&person), groups_of(&person));
    let kept_until = kept_until_of(&marks, since(making.workspace, person.id, making.today)?, making.kept);
    let signatures = signatures(making, &person)?;
    let corrections = corrections(making, &person)?;
    let merged: Vec<Person> =
        making.workspace.people()?.merged_into(person.id).into_iter().cloned().collect();

    let whole = json!({
        "person": person,
        "merged_files": merged,
        "shown_name": face,
        "groups": groups,
        "health": health.as_ref().map(|note| json!({ "text": note.text, "until": note.until })),
        "attendance": marks.iter().map(mark).collect::<Vec<_>>(),
        "corrections": corrections.iter().map(Put::whole).collect::<Vec<_>>(),
        "signatures": signatures.iter().map(Drawn::whole).collect::<Vec<_>>(),
        "contacts_kept_until": kept_until,
        "made": making.now.to_rfc3339(),
        "by": making.owner,
    });
    let mut sections = vec![RecordSection {
        title: making.text("form-about", &[]),
        rows: about(making, &person, face.as_deref(), &groups),
        ..RecordSection::default()
    }];
    if !person.relatives.is_empty() {
        sections.push(relatives(making, &person));
    }
    for file in &merged {
        sections.push(RecordSection {
            title: making.text("paper-data-merged", &[]),
            rows: about(making, file, face_of(file).as_deref(), &groups_of(file)),
            ..RecordSection::default()
        });
        if !file.relatives.is_empty() {
            sections.push(relatives(making, file));
        }
    }
    if let Some(note) = health {
        let until = note.until.map(|day| making.text("health-until", &[("date", &making.date(day))]));
        sections.push(RecordSection {
            title: making.text("form-health", &[]),
            paragraphs: [note.text].into_iter().chain(until).collect(),
            ..RecordSection::default()
        });
    }
    if !marks.is_empty() {
        let signed = |mark: &AttendanceMark| {
            let mine = signatures.iter().find(|one| one.session == mark.session && one.half == mark.half);
            let when = mine.map(|one| making.words.moment(words::local(one.at)))?;
            // For other hours than stand there now.
            let (from, to) = match mark.signed_for.as_deref().and_then(|hours| hours.split_once('-')) {
                Some((from, to)) => (making.hour(from), making.hour(to)),
                None => return Some(when),
            };
            let hours = format!("{from} – {to}");
            Some(making.text("paper-attestation-signed-for", &[("there", &when), ("hours", &hours)]))
        };
        let mut presence = presence(making, &marks, &signed);
        presence.paragraphs = corrections.iter().map(|one| one.told(making)).collect();
        if !signatures.is_empty() {
            presence.paragraphs.push(making.text("paper-data-signatures", &[]));
        }
        if on_pictures(making, &marks)? {
            presence.paragraphs.push(making.text("paper-data-pictures", &[]));
        }
        sections.push(presence);
    }
    let damaged = making.workspace.register_info()?.map_or(0, |info| info.broken);
    let damaged = (damaged > 0).then(|| making.words.count("paper-data-damaged", damaged));
    let until = making.date(kept_until);
    let date = making.date(making.today);
    let paper = RecordPaper {
        head: making.head(RecordPaper::WORDS, [String::new(), date]),
        size: PaperSize::A4,
        title: making.text("paper-data-title", &[]),
        name: person.name(),
        intro: vec![
            making.text("paper-data-intro", &[("owner", &making.owner)]),
            making.text("paper-data-kept", &[("date", &until)]),
            making.words.count("paper-data-sheets-kept", making.kept.sheets_years),
        ]
        .into_iter()
        .chain(damaged)
        .collect(),
        sections,
        signing: None,
    };
    let json = serde_json::to_vec_pretty(&whole)?;
    Ok((paper, json))
}

/// A half-day as another program reads it.
fn mark(mark: &AttendanceMark) -> Value {
    let Standing { state, late, early } = &mark.standing;
    json!({
        "session": mark.session, "title": mark.title, "date": mark.date, "half": mark.half,
        "state": state, "late": late, "left": early, "deleted": mark.deleted,
    })
}

/// Whether a sheet they are on was photographed: others are on the picture too.
fn on_pictures(making: &Making<'_>, marks: &[AttendanceMark]) -> Result<bool, Failure> {
    let rows = making.workspace.people()?;
    Ok(marks.iter().any(|mark| rows.sheet(mark.session).is_some_and(|sheet| !sheet.scans.is_empty())))
}

/// A signature of theirs.
struct Drawn {
    session: EntityId,
    half: HalfCode,
    /// In milliseconds since 1970.
    at: i64,
    /// The hours it was made for ("09:30-12:30").
    hours: Option<String>,
    /// The ink it was drawn with, in base64; none where it is damaged in the file.
    ink: Option<String>,
}

impl Drawn {
    fn whole(&self) -> Value {
        json!({ "session": self.session, "half": self.half, "at": self.at, "hours": self.hours, "ink": self.ink })
    }
}

/// Every signature of theirs, in the order of signing.
fn signatures(making: &Making<'_>, person: &Person) -> Result<Vec<Drawn>, Failure> {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    let rows = making.workspace.people()?;
    let mut found = Vec::new();
    for sheet in rows.sheets() {
        for cell in sheet.cells.iter().filter(|cell| rows.real(cell.person) == person.id) {
            let Some((hash, at)) = &cell.signature else { continue };
            let bytes = making.workspace.shown_bytes(sheet.session, hash)?;
            let ink = bytes.map(|bytes| BASE64_STANDARD.encode(bytes));
            let hours = cell.signed_for.clone();
            found.push(Drawn { session: sheet.session, half: cell.half, at: *at, hours, ink });
        }
    }
    found.sort_by_key(|one| one.at);
    Ok(found)
}

/// What was put right of theirs on a closed sheet.
struct Put {
    session: EntityId,
    title: String,
    /// None: they were not on what was closed.
    was: Option<Standing>,
    correction: Correction,
}

impl Put {
    fn whole(&self) -> Value {
        let Correction { at, by, half, reason, standing, .. } = &self.correction;
        json!({
            "session": self.session, "title": self.title, "half": half, "at": at, "by": by, "reason": reason,
            "was": self.was, "now": standing,
        })
    }

    fn told(&self, making: &Making<'_>) -> String {
        let forgotten = || making.text("paper-attendance-forgotten", &[]);
        let was = self.was.as_ref().map_or_else(forgotten, |was| stands(making, was));
        let state = stands(making, &self.correction.standing);
        let (half, when) =
            (making.half(self.correction.half), making.words.moment(words::local(self.correction.at)));
        let values = [
            ("name", &*self.title),
            ("half", &*half),
            ("was", &*was),
            ("state", &*state),
            ("reason", &*self.correction.reason),
            ("when", &*when),
            ("by", &*self.correction.by),
        ];
        making.text("paper-attendance-correction", &values)
    }
}

/// What was put right of theirs, in the order of doing.
fn corrections(making: &Making<'_>, person: &Person) -> Result<Vec<Put>, Failure> {
    let rows = making.workspace.people()?;
    let mut found = Vec::new();
    for sheet in rows.sheets() {
        for one in sheet.corrections.iter().filter(|one| rows.real(one.person) == person.id) {
            let title = sheet.closure.as_ref().map(|closure| closure.frozen.title.clone());
            found.push(Put {
                session: sheet.session,
                title: title.unwrap_or_default(),
                was: (!sheet.puts_on(one)).then(|| sheet.before(one)),
                correction: one.clone(),
            });
        }
    }
    found.sort_by_key(|one| (one.correction.at, one.correction.id));
    Ok(found)
}

fn about(
    making: &Making<'_>,
    person: &Person,
    face: Option<&str>,
    groups: &[String],
) -> Vec<(String, String)> {
    let yes_no = |value: Option<YesNo>| {
        value.map(|value| making.text(if value == YesNo::Yes { "paper-yes" } else { "paper-no" }, &[]))
    };
    let code = |family: &str, code: &str| making.text(&format!("{family}-{code}"), &[]);
    let said: Vec<(&str, Option<String>)> = vec![
        ("given", Some(person.given.clone())),
        ("family", Some(person.family.clone())),
        ("face", face.map(str::to_owned)),
        ("role", Some(code("role", person.role.code()))),
        ("birth", person.birth.map(|day| making.date(day))),
        ("told_age", person.age(making.today).map(|age| age.to_string())),
        ("sex", person.sex.map(|sex| code("sex", sex.code()))),
        ("phone", Some(person.phone.clone())),
        ("address", Some(person.address.clone())),
        ("commune", Some(person.commune.clone())),
        ("insurance", Some(person.insurance.clone())),
        ("occupation", person.occupation.map(|one| code("occupation", one.code()))),
        ("qpv", yes_no(person.qpv)),
        ("qpv_code", Some(person.qpv_code.clone())),
        ("leaves_alone", yes_no(person.leaves_alone)),
        ("groups", Some(groups.join(", "))),
        ("left", yes_no(Some(if person.left { YesNo::Yes } else { YesNo::No }))),
    ];
    let nothing = making.text("paper-data-nothing", &[]);
    said.into_iter()
        .map(|(field, value)| {
            let value = value.filter(|value| !value.trim().is_empty());
            (making.text(&format!("field-of-{field}"), &[]), value.unwrap_or_else(|| nothing.clone()))
        })
        .collect()
}

fn relatives(making: &Making<'_>, person: &Person) -> RecordSection {
    let heads = ["relative-name", "relative-relation", "field-of-phone", "paper-data-part"];
    let rows = person.relatives.iter().map(|one| {
        let parts = [
            (one.authority, "relative-authority"),
            (one.emergency, "relative-emergency"),
            (one.pickup, "relative-pickup"),
        ];
        let parts: Vec<String> =
            parts.iter().filter(|(is, _)| *is).map(|(_, key)| making.text(key, &[])).collect();
        vec![one.name.clone(), one.relation.clone(), one.phone.clone(), parts.join(", ")]
    });
    RecordSection {
        title: making.text("form-relatives", &[]),
        table: Some(RecordTable {
            heads: heads.iter().map(|key| making.text(key, &[])).collect(),
            rows: rows.collect(),
        }),
        ..RecordSection::default()
    }
}

/// Where someone was, by day, and when they signed.
fn presence(
    making: &Making<'_>,
    marks: &[AttendanceMark],
    signed: &dyn Fn(&AttendanceMark) -> Option<String>,
) -> RecordSection {
    let rows = marks.iter().map(|mark| {
        let day = mark.date.parse().map_or_else(|_| mark.date.clone(), |day| making.date(day));
        let state = stands(making, &mark.standing);
        let signed = signed(mark).map(|when| making.text("paper-data-signed", &[("when", &when)]));
        let deleted = mark.deleted.then(|| making.text("paper-data-deleted", &[]));
        let state = std::iter::once(state).chain(signed).chain(deleted).collect::<Vec<_>>().join(", ");
        vec![day, mark.title.clone(), making.half(mark.half), state]
    });
    let heads = ["paper-data-day", "paper-data-session", "paper-data-half", "paper-data-state"];
    RecordSection {
        title: making.text("person-presence", &[]),
        table: Some(RecordTable {
            heads: heads.iter().map(|key| making.text(key, &[])).collect(),
            rows: rows.collect(),
        }),
        ..RecordSection::default()
    }
}
