//! Groups stand in the calendar, for everyone; who is in them stands in sealed files. What concerns both is here.

use ql_model::{
    EntityId,
    entity::{Kind, Value},
    step::Step,
};
use serde_json::json;

use super::document_of;
use crate::{error::StoreError, workspace::Workspace};

impl Workspace {
    /// Takes a group out of the calendar, of its sessions and of everyone's file. It is in nobody's undo.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], [`StoreError::Missing`], or that it cannot be made durable.
    pub fn delete_group(&mut self, group: EntityId) -> Result<(), StoreError> {
        let missing = || StoreError::Missing(group.to_string());
        let calendar = self.calendar()?;
        let season = self.in_season(group, Kind::Group)?;
        if !calendar.groups.iter().any(|one| one.id == group) {
            return Err(missing());
        }
        let members: Vec<(EntityId, Vec<EntityId>)> = self
            .people()?
            .all()
            .filter(|person| person.groups.contains(&group))
            .map(|person| (person.id, person.groups.iter().copied().filter(|one| *one != group).collect()))
            .collect();
        let mut parts = Vec::new();
        for (person, left) in members {
            let from =
                self.load(document_of(person))?.document.register(person, "groups").unwrap_or_default();
            let line: Vec<String> = left.iter().map(ToString::to_string).collect();
            let to = Value::Text(line.join("+"));
            parts.push((
                document_of(person),
                vec![Step::Field { entity: person, field: "groups".into(), from, to }],
            ));
        }
        // Were it stopped in between, the group is there and nobody is in it.
        self.write_together(&parts, false)?;
        // Nothing that is taken back or done again brings it into a file.
        self.unlocked_mut()?.end_undo();
        let held = calendar.sessions.iter().filter(|session| session.group == Some(group));
        let mut steps: Vec<Step> = held
            .map(|session| Step::Field {
                entity: session.id,
                field: "group".into(),
                from: Value::Text(group.to_string()),
                to: Value::Null,
            })
            .collect();
        steps.push(life(group, false));
        self.do_in_season(season, &steps)
    }

    /// Adds the groups that a list brought; they go when the list is taken back.
    ///
    /// # Errors
    /// [`StoreError::Sealed`], a name that is none, or that it cannot be made durable.
    pub fn add_groups_of_list(&mut self, groups: &[(EntityId, String)]) -> Result<(), StoreError> {
        for (id, name) in groups {
            self.add_to_calendar_as(*id, Kind::Group, &[("name", json!(name))])?;
        }
        let open = self.unlocked_mut()?;
        if let Some(list) = open.done.last_mut().filter(|last| last.code == "import_people") {
            list.groups = groups.iter().map(|(id, _)| *id).collect();
        }
        Ok(())
    }

    /// Takes groups out of the calendar, or puts them back. One that somebody or a session has since stays.
    pub(super) fn turn_groups(&mut self, groups: &[EntityId], back: bool) -> Result<(), StoreError> {
        let calendar = self.calendar()?;
        let people = self.people()?;
        let used = |group: &EntityId| {
            people.all().any(|person| person.groups.contains(group))
                || calendar.sessions.iter().any(|session| session.group == Some(*group))
        };
        let steps: Vec<Step> =
            groups.iter().filter(|group| back || !used(group)).map(|group| life(*group, back)).collect();
        match groups.first() {
            Some(first) if !steps.is_empty() => {
                let season = self.in_season(*first, Kind::Group)?;
                self.do_in_season(season, &steps)
            }
            _ => Ok(()),
        }
    }
}

fn life(group: EntityId, alive: bool) -> Step {
    Step::Life { entity: group, alive, trashed: None }
}
