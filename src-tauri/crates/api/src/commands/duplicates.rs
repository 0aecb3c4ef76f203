//! Files that look alike: shown in pairs, made one or kept apart by a person.

use ql_model::{
    EntityId,
    duplicates::{self, Reason},
    register::Person,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use super::edits::Done;
use super::people::changed;
use crate::{
    app::Inner,
    error::Failure,
    event::Event,
    mode::today,
    people_view::{PersonLine, lines},
};

/// Pairs that are shown: more are asked when these are settled.
const SHOWN: usize = 100;

#[derive(Debug, Deserialize, TS)]
pub(crate) struct FindDuplicates {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct DuplicateList {
    /// Strongest first.
    pairs: Vec<DuplicatePair>,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct DuplicatePair {
    a: PersonLine,
    b: PersonLine,
    reason: Reason,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct MergePeople {
    keep: EntityId,
    drop: EntityId,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct Merged {
    /// Those near the person whose rights wait: the file that is kept does not give them.
    waits: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct KeepApart {
    a: EntityId,
    b: EntityId,
}

pub(crate) fn find_duplicates(app: &Inner, _: FindDuplicates) -> Result<DuplicateList, Failure> {
    app.write(|workspace| {
        let people: Vec<&Person> = workspace.people()?.all().collect();
        let apart = |a: &Person, b: &Person| a.apart.contains(&b.id) || b.apart.contains(&a.id);
        let found: Vec<(EntityId, EntityId, Reason)> = duplicates::find(&people)
            .into_iter()
            .filter(|pair| !apart(people[pair.a], people[pair.b]))
            .take(SHOWN)
            .map(|pair| (people[pair.a].id, people[pair.b].id, pair.reason))
            .collect();
        if found.is_empty() {
            return Ok(DuplicateList { pairs: Vec::new() });
        }
        let all: std::collections::HashMap<EntityId, PersonLine> =
            lines(workspace, "", today())?.into_iter().map(|(line, _)| (line.id(), line)).collect();
        let pairs = found.into_iter().filter_map(|(a, b, reason)| {
            Some(DuplicatePair { a: all.get(&a)?.clone(), b: all.get(&b)?.clone(), reason })
        });
        Ok(DuplicateList { pairs: pairs.collect() })
    })
}

pub(crate) fn merge_people(app: &Inner, request: MergePeople) -> Result<Merged, Failure> {
    let waits = app.write(|workspace| Ok(workspace.merge_people(request.keep, request.drop)?))?;
    changed(app);
    app.tell(&Event::Sheets);
    app.tell_mode();
    Ok(Merged { waits })
}

pub(crate) fn keep_apart(app: &Inner, request: KeepApart) -> Result<Done, Failure> {
    app.write(|workspace| Ok(workspace.keep_apart(request.a, request.b)?))?;
    changed(app);
    Ok(Done {})
}
