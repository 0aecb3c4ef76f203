//! One replica: a document, its board kept up to date, and what it has sent.

use ql_model::{
    DocumentId, EntityId, StrokeId,
    board::Board,
    document::{Author, Document},
    edit::{self, After, Edit, EditError, Made, NewStroke},
    entity::{Kind, Value},
    ink::{InkId, Layer},
    step::Step,
    stroke::Cut,
};
use serde_json::json;
use uuid::Uuid;

use crate::dice::Dice;

pub struct Replica {
    pub document: Document,
    pub board: Board,
    /// Every update it wrote, and the beginning they all share.
    pub sent: Vec<Vec<u8>>,
    author: Author,
    next: u128,
}

/// Replicas of one new film.
pub fn apart(count: usize, dice: &mut Dice) -> Vec<Replica> {
    let id = DocumentId(Uuid::from_u128(1));
    let mut first = Document::create(id, Kind::Film, dice.next()).expect("a document can be made");
    let author = Author { device: "genesis".into(), epoch: 0 };
    first
        .write(&edit::film_fields(id.root(), vec![("title", Value::Text("Film".into()))]), &author, false)
        .expect("a film can be titled");
    first.commit();
    let beginning = first.snapshot().expect("a document can be exported");
    (0..count)
        .map(|number| {
            let document = Document::load(id, Kind::Film, Some(&beginning), &[], dice.next())
                .expect("a snapshot can be loaded");
            let board = Board::rebuild(&document);
            let author = Author { device: format!("device{number}"), epoch: 1 };
            Replica { document, board, sent: Vec::new(), author, next: (number as u128 + 1) << 64 }
        })
        .collect()
}

/// A stroke of the ink layer with an identity of its own.
pub fn stroke(number: u128) -> NewStroke {
    NewStroke {
        id: StrokeId(Uuid::from_u128(number)),
        face: None,
        layer: Layer::Ink,
        ink: InkId::from_bytes(number.to_le_bytes()),
    }
}

impl Replica {
    pub fn write(&mut self, steps: &[Step], guarded: bool) {
        let before = self.document.version();
        self.document.write(steps, &self.author, guarded).expect("steps can be written");
        let touched = self.document.commit();
        let update = self.document.since(&before).expect("an update can be exported");
        self.board.refresh(&self.document, &touched);
        self.sent.push(update);
    }

    pub fn try_edit(&mut self, wanted: &Edit) -> Result<(Vec<Step>, Made), EditError> {
        let mut next = self.next;
        let plan = edit::plan(wanted, &self.board, &self.document, &mut || {
            next += 1;
            Uuid::from_u128(next)
        })?;
        self.next = next;
        self.write(&plan.steps, false);
        Ok((plan.steps, plan.made))
    }

    pub fn edit(&mut self, wanted: &Edit) -> (Vec<Step>, Made) {
        self.try_edit(wanted).expect("the edit can be done")
    }

    /// A scene with a shot with a panel.
    pub fn small_film(&mut self) -> (EntityId, EntityId, EntityId) {
        let scene = self
            .edit(&Edit::AddScene { heading: "INT. HALL – JOUR".into(), after: After::Last })
            .1
            .entity
            .expect("a scene was made");
        let made = self.edit(&Edit::AddShot { scene, after: After::Last, with_panel: true }).1;
        (scene, made.entity.expect("a shot was made"), made.panel.expect("a panel was made"))
    }

    /// Takes in what others sent, in one batch.
    pub fn receive(&mut self, parcel: &[Vec<u8>]) {
        if parcel.is_empty() {
            return;
        }
        let touched = self.document.import(parcel).expect("what others sent can be imported");
        self.board.refresh(&self.document, &touched);
        self.author.epoch += 1;
    }

    /// Some of what it sent, late and with holes.
    pub fn parcel(&mut self, dice: &mut Dice) -> Vec<Vec<u8>> {
        self.author.epoch += 1;
        self.sent.iter().filter(|_| dice.chance(60)).cloned().collect()
    }

    fn of(&self, kind: Kind) -> Vec<EntityId> {
        let mut found: Vec<EntityId> =
            self.board.nodes().filter(|(_, node)| node.kind == kind).map(|(id, _)| id).collect();
        found.sort();
        found
    }

    fn after(&self, dice: &mut Dice, parent: EntityId) -> After {
        let siblings: Vec<EntityId> = self.board.children(parent).iter().map(|(id, _)| *id).collect();
        match dice.below(3) {
            0 => After::First,
            1 => After::Last,
            _ => dice.pick(&siblings).map_or(After::Last, After::Sibling),
        }
    }

    /// Does something a person might do. Returns what was written.
    pub fn edit_at_random(&mut self, dice: &mut Dice) -> Vec<Step> {
        loop {
            if let Some(wanted) = self.any_edit(dice)
                && let Ok((steps, _)) = self.try_edit(&wanted)
            {
                return steps;
            }
        }
    }

    fn any_edit(&mut self, dice: &mut Dice) -> Option<Edit> {
        let film = self.board.film().id;
        let (scenes, shots, panels, drawings) =
            (self.of(Kind::Scene), self.of(Kind::Shot), self.of(Kind::Panel), self.of(Kind::Drawing));
        let words = ["Nour court", "Ballon", "", "🙂🙂", "\u{202E}marche arrière"];
        let all: Vec<EntityId> = scenes.iter().chain(&shots).chain(&panels).copied().collect();
        Some(match dice.below(16) {
            0 => Edit::AddScene { heading: "EXT. TOIT – NUIT".into(), after: self.after(dice, film) },
            1 | 2 => {
                let scene = dice.pick(&scenes)?;
                Edit::AddShot { scene, after: self.after(dice, scene), with_panel: dice.chance(70) }
            }
            3 | 4 => {
                let shot = dice.pick(&shots)?;
                Edit::AddPanel { shot, after: self.after(dice, shot) }
            }
            5 | 6 => {
                let drawing = dice.pick(&drawings)?;
                self.any_stroke(dice, drawing)
            }
            7 => {
                let drawing = dice.pick(&drawings)?;
                let strokes: Vec<StrokeId> = self.board.strokes(drawing).map(|(id, _)| id).collect();
                Edit::EraseStrokes { drawing, strokes: vec![dice.pick(&strokes)?] }
            }
            8 => {
                let drawing = dice.pick(&drawings)?;
                let strokes: Vec<StrokeId> = self.board.strokes(drawing).map(|(id, _)| id).collect();
                let from = dice.below(9) as f32;
                Edit::CutStrokes {
                    drawing,
                    cuts: vec![Cut { stroke: dice.pick(&strokes)?, from, to: from + 2.5 }],
                }
            }
            9 => Edit::Delete { entity: dice.pick(&all)?, at: dice.below(1000) as i64 },
            10 => Edit::Restore { entity: dice.pick(&all)?, parent: None },
            11 => {
                let entity = dice.pick(&all)?;
                let parents = match self.board.node(entity)?.kind {
                    Kind::Scene => vec![film],
                    Kind::Shot => scenes,
                    _ => shots,
                };
                let parent = dice.pick(&parents)?;
                Edit::Move { entity, parent: Some(parent), after: self.after(dice, parent) }
            }
            12 => Edit::WriteText {
                entity: dice.pick(&shots)?,
                field: "action".into(),
                seen: dice.pick(&words)?.into(),
                text: dice.pick(&words)?.into(),
            },
            13 => Edit::SetField {
                entity: dice.pick(&panels)?,
                field: "duration_ms".into(),
                value: json!(dice.below(9000)),
            },
            14 => Edit::Duplicate { entity: dice.pick(&all)? },
            _ if dice.chance(15) => {
                if self.board.film().locked {
                    Edit::Unlock
                } else {
                    Edit::Lock
                }
            }
            _ => Edit::SetField {
                entity: dice.pick(&drawings)?,
                field: "finished".into(),
                value: json!(dice.chance(50)),
            },
        })
    }

    fn any_stroke(&mut self, dice: &mut Dice, drawing: EntityId) -> Edit {
        self.next += 1;
        let layer = if dice.chance(50) { Layer::Ink } else { Layer::Sketch };
        Edit::AddStroke { drawing, stroke: NewStroke { layer, ..stroke(self.next) } }
    }
}
