//! Steps: the smallest reversible writes of a document. Every edit is a list of them, and undoing it is the list of their inverses,
//! each applied only where the document still holds what the edit left there.

use serde::{Deserialize, Serialize};

use crate::{
    entity::{Kind, Trashed, Value},
    id::{CutId, EntityId, StrokeId},
    stroke::{Cut, StrokeRef},
};

/// One reversible write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Makes an entity with its fields and texts.
    Create {
        /// The new entity.
        entity: EntityId,
        /// Its kind.
        kind: Kind,
        /// Its registers, `place` among them.
        fields: Vec<(String, Value)>,
        /// Its long texts.
        texts: Vec<(String, String)>,
    },
    /// Gives or takes an entity's life.
    Life {
        /// The entity.
        entity: EntityId,
        /// Whether it lives after the step.
        alive: bool,
        /// The deletion it goes into or comes out of; none when its making is undone.
        trashed: Option<Trashed>,
    },
    /// Sets a register.
    Field {
        /// The entity.
        entity: EntityId,
        /// The register.
        field: String,
        /// What it held.
        from: Value,
        /// What it holds after the step.
        to: Value,
    },
    /// Changes a long text, by a splice.
    Text {
        /// The entity.
        entity: EntityId,
        /// The text.
        field: String,
        /// What it said.
        from: String,
        /// What it says after the step.
        to: String,
    },
    /// Adds or removes a stroke.
    Stroke {
        /// The drawing.
        drawing: EntityId,
        /// The stroke.
        stroke: StrokeId,
        /// What was there.
        from: Option<StrokeRef>,
        /// What is there after the step.
        to: Option<StrokeRef>,
    },
    /// Adds or removes an erased range.
    Cut {
        /// The drawing.
        drawing: EntityId,
        /// The range.
        cut: CutId,
        /// What was there.
        from: Option<Cut>,
        /// What is there after the step.
        to: Option<Cut>,
    },
}

impl Step {
    /// The step that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Step {
        match self.clone() {
            Step::Create { entity, .. } => Step::Life { entity, alive: false, trashed: None },
            Step::Life { entity, alive, trashed } => Step::Life { entity, alive: !alive, trashed },
            Step::Field { entity, field, from, to } => Step::Field { entity, field, from: to, to: from },
            Step::Text { entity, field, from, to } => Step::Text { entity, field, from: to, to: from },
            Step::Stroke { drawing, stroke, from, to } => {
                Step::Stroke { drawing, stroke, from: to, to: from }
            }
            Step::Cut { drawing, cut, from, to } => Step::Cut { drawing, cut, from: to, to: from },
        }
    }

    /// The entity a person would look at to see this step.
    #[must_use]
    pub fn entity(&self) -> EntityId {
        match self {
            Step::Create { entity, .. }
            | Step::Life { entity, .. }
            | Step::Field { entity, .. }
            | Step::Text { entity, .. } => *entity,
            Step::Stroke { drawing, .. } | Step::Cut { drawing, .. } => *drawing,
        }
    }
}

/// The inverse of a list of steps, in the order to apply it.
#[must_use]
pub fn invert(steps: &[Step]) -> Vec<Step> {
    steps.iter().rev().map(Step::inverse).collect()
}

/// The steps that do again what [`invert`] took back. A creation is given life again; its fields are still there.
#[must_use]
pub fn again(steps: &[Step]) -> Vec<Step> {
    invert(&invert(steps))
}

/// Adds the steps of a further edit of the same gesture, folding repeated writes of one field or text into one. What was set back to
/// what it was is no step any more.
pub fn extend(steps: &mut Vec<Step>, more: Vec<Step>) {
    for step in more {
        let folded = steps.iter_mut().any(|earlier| match (earlier, &step) {
            (Step::Field { entity, field, to, .. }, Step::Field { entity: e, field: f, from, to: last })
                if entity == e && field == f && to == from =>
            {
                *to = last.clone();
                true
            }
            (Step::Text { entity, field, to, .. }, Step::Text { entity: e, field: f, from, to: last })
                if entity == e && field == f && to == from =>
            {
                to.clone_from(last);
                true
            }
            _ => false,
        });
        if !folded {
            steps.push(step);
        }
    }
    steps.retain(|step| match step {
        Step::Field { from, to, .. } => from != to,
        Step::Text { from, to, .. } => from != to,
        _ => true,
    });
}
