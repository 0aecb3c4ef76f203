//! Two files of one person made one, and files that only look alike kept apart.

use ql_model::{
    DocumentId, EntityId,
    entity::Value,
    register::{self, Person, Relative, Right},
    sheet::{self, Cell},
    step::Step,
    vocabulary::Attended,
};

use super::{completing::Source, document_of};
use crate::{error::StoreError, workspace::Workspace};

/// What is taken over where the kept file has nothing.
pub(super) const TAKEN: &[&str] = &[
    "face",
    "birth",
    "told_age",
    "told_on",
    "phone",
    "address",
    "commune",
    "insurance",
    "sex",
    "qpv",
    "qpv_code",
    "occupation",
    "leaves_alone",
];

impl Workspace {
    /// Makes two files one: what `keep` has not is taken from `drop`, relatives and groups of both are kept, and everything that names
    /// `drop` means `keep` from then on. It is one step to take back. Replies whose rights wait for whoever opens the file: they had them in
    /// `drop` alone.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], or that it cannot be made durable.
    pub fn merge_people(&mut self, keep: EntityId, drop: EntityId) -> Result<Vec<String>, StoreError> {
        let (keep, drop) = (self.known(keep)?, self.known(drop)?);
        if keep == drop {
            return Err(StoreError::Missing(drop.to_string()));
        }
        let row = |workspace: &Self, id: EntityId| -> Result<Person, StoreError> {
            workspace.people()?.person(id).cloned().ok_or_else(|| StoreError::Missing(id.to_string()))
        };
        let (mut kept, dropped) = (row(self, keep)?, row(self, drop)?);
        let field = |workspace: &mut Self, of: EntityId, name: &str| -> Result<Value, StoreError> {
            Ok(workspace.load(document_of(of))?.document.register(of, name).unwrap_or_default())
        };
        let mut steps = Vec::new();
        for name in TAKEN {
            let (from, to) = (field(self, keep, name)?, field(self, drop, name)?);
            let nothing = |value: &Value| *value == Value::Null || *value == Value::Text(String::new());
            // Without a day of birth an age that was told says when, and the other way round: one of them is enough.
            let covered = match *name {
                "told_age" => kept.birth.or(dropped.birth).is_some(),
                "told_on" => kept.birth.or(dropped.birth).is_some() || kept.told_age.is_some(),
                _ => false,
            };
            if nothing(&from) && !nothing(&to) && !covered {
                steps.push(Step::Field { entity: keep, field: (*name).to_owned(), from, to });
            }
        }
        // Who still comes under one of the two comes.
        if kept.left && !dropped.left {
            let from = field(self, keep, "left")?;
            steps.push(Step::Field { entity: keep, field: "left".into(), from, to: Value::Bool(false) });
        }
        let mut groups = kept.groups.clone();
        groups.extend(dropped.groups.iter().filter(|group| !kept.groups.contains(group)));
        if groups != kept.groups {
            let from = field(self, keep, "groups")?;
            let line: Vec<String> = groups.iter().map(ToString::to_string).collect();
            steps.push(Step::Field {
                entity: keep,
                field: "groups".into(),
                from,
                to: Value::Text(line.join("+")),
            });
        }
        for relative in &dropped.relatives {
            let text = |name: &str, value: &str| (name.to_owned(), Value::Text(value.to_owned()));
            let fields = vec![
                text("name", &relative.name),
                text("relation", &relative.relation),
                text("phone", &relative.phone),
                ("authority".to_owned(), Value::Bool(relative.authority)),
                ("emergency".to_owned(), Value::Bool(relative.emergency)),
                ("pickup".to_owned(), Value::Bool(relative.pickup)),
            ];
            steps.extend(self.told_again(&mut kept, fields, Source::File)?);
        }
        let waits = dropped.relatives.iter().filter(|one| has_to_wait(one, &kept)).map(called).collect();
        let merged = Step::Field {
            entity: drop,
            field: "merged".into(),
            from: field(self, drop, "merged")?,
            to: Value::Text(keep.to_string()),
        };
        let mut parts = vec![(document_of(keep), steps), (document_of(drop), vec![merged])];
        parts.extend(self.one_line_each(keep, drop)?);
        // An older copy that is gone back to, and loses both files, knows it too.
        let sheets = self.people()?.sheets();
        let closed: Vec<_> =
            sheets.filter(|sheet| sheet.closure.is_some()).map(|sheet| sheet.session).collect();
        parts.extend(self.united(&closed, |id| if id == drop { keep } else { id })?);
        self.write_together(&parts, false)?;
        self.keep_gesture("merge_people", parts)?;
        Ok(waits)
    }

    /// Makes two lines one on each open sheet that has both, where they do not contradict; else takes the one off in which nothing is noted
    /// that the other has not.
    fn one_line_each(
        &mut self,
        keep: EntityId,
        drop: EntityId,
    ) -> Result<Vec<(DocumentId, Vec<Step>)>, StoreError> {
        let mut parts = Vec::new();
        let people = self.people()?;
        for sheet in people.sheets().filter(|sheet| sheet.closure.is_none()) {
            // Of files that were merged before, a line may stand under either.
            let of = |file: EntityId| {
                let on = sheet.attendees.iter().map(|one| one.person);
                on.filter(move |line| people.real(*line) == file).collect::<Vec<_>>()
            };
            let leads = |who: EntityId| sheet.attendees.iter().any(|one| one.person == who && one.trainer);
            let told = |who: EntityId, by: EntityId| {
                // A sheet does not lose who leads it.
                let stays = leads(by) || !leads(who);
                stays
                    && sheet.cells.iter().filter(|cell| cell.person == who).all(|cell| {
                        let same = |other: &Cell| other.state == cell.state;
                        let state =
                            cell.state == Attended::Expected || sheet.cell(by, cell.half).is_some_and(same);
                        state && cell.late.is_none() && cell.early.is_none() && cell.signature.is_none()
                    })
            };
            let (kept, dropped) = (of(keep), of(drop));
            let pairs: Vec<(EntityId, EntityId)> =
                dropped.iter().flat_map(|drop| kept.iter().map(move |keep| (*drop, *keep))).collect();
            let off = pairs
                .iter()
                .flat_map(|(drop, keep)| [(*drop, *keep), (*keep, *drop)])
                .find(|(who, by)| told(*who, *by))
                .map(|(who, _)| who);
            parts.extend((!pairs.is_empty()).then_some((sheet.session, pairs, off)));
        }
        let mut steps = Vec::new();
        for (session, pairs, off) in parts {
            let id = document_of(session);
            let document = &self.load(id)?.document;
            if let Some(joined) = pairs.iter().find_map(|(drop, keep)| sheet::join(document, *drop, *keep)) {
                steps.push((id, joined));
            } else if let Some(off) = off {
                steps.push((id, sheet::remove_attendee(document, off)?));
            }
        }
        Ok(steps)
    }

    /// Two lines of one person stay one in what is counted, though the files that say so go.
    pub(super) fn unite_lines(&mut self, sheets: &[EntityId]) -> Result<(), StoreError> {
        let parts = self.united(sheets, |id| id)?;
        if parts.is_empty() { Ok(()) } else { self.write_together(&parts, false) }
    }

    /// The steps that say it; `merged` tells whose a file is about to be.
    fn united(
        &mut self,
        sheets: &[EntityId],
        merged: impl Fn(EntityId) -> EntityId,
    ) -> Result<Vec<(DocumentId, Vec<Step>)>, StoreError> {
        let mut parts = Vec::new();
        for session in sheets {
            let rows = self.people()?;
            let lines = rows.sheet(*session).map(|sheet| sheet.lines(|id| merged(rows.real(id))));
            let mut several = lines.unwrap_or_default();
            several.retain(|_, lines| lines.len() > 1);
            if several.is_empty() {
                continue;
            }
            let id = document_of(*session);
            let document = &self.load(id)?.document;
            let steps: Vec<_> =
                several.iter().flat_map(|(whose, lines)| sheet::unite(document, lines, *whose)).collect();
            parts.extend((!steps.is_empty()).then_some((id, steps)));
        }
        Ok(parts)
    }

    /// Says that two files are of two people, so that it is not asked again.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], or that it cannot be made durable.
    pub fn keep_apart(&mut self, a: EntityId, b: EntityId) -> Result<(), StoreError> {
        let (a, b) = (self.known(a)?, self.known(b)?);
        let from = self.load(document_of(a))?.document.register(a, "apart").unwrap_or_default();
        let mut apart: Vec<&str> = from.text().split('+').filter(|id| !id.is_empty()).collect();
        let other = b.to_string();
        if apart.contains(&other.as_str()) {
            return Ok(());
        }
        apart.push(&other);
        let to = Value::Text(apart.join("+"));
        let step = Step::Field { entity: a, field: "apart".into(), from: from.clone(), to };
        self.do_sealed("keep_apart", document_of(a), vec![step])
    }
}

/// Whether somebody has a right that the file does not give them.
fn has_to_wait(one: &Relative, file: &Person) -> bool {
    let is = |known: &&Relative| {
        register::told_again(std::slice::from_ref(*known), &one.name, &one.relation, &one.phone).is_some()
    };
    let has = |right: Right| file.relatives.iter().filter(is).any(|known| right.is_given(known));
    Right::ALL.into_iter().any(|right| right.is_given(one) && !has(right))
}

fn called(one: &Relative) -> String {
    if one.name.is_empty() { one.relation.clone() } else { one.name.clone() }
}
