//! "Tendre l'ordinateur": the register is sealed, and the pad shows one name at a time. What is signed goes to the inbox.

use ql_model::{
    EntityId,
    register::fold,
    season::Half,
    sheet::Cell,
    vocabulary::{Attended, FaceColour, HalfCode, Shape},
};
use ql_store::SealedSignature;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::sheets::{bound, half_of};
pub(crate) use crate::mode::Register;
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    mode::{Pad, Slot},
    people_view::{sticker, stickers},
    sheet_view::live_session,
};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct HandOver {
    session: EntityId,
    half: HalfCode,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetHandover {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct HandoverReply {
    handover: Option<Handover>,
}

/// The pad.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Handover {
    /// To come back to; random, and known to the calendar.
    session: EntityId,
    title: String,
    date: String,
    half: Half,
    current: Option<HandoverFace>,
    signed: usize,
    left: usize,
}

/// Whose turn it is.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HandoverFace {
    slot: u32,
    name: String,
    shape: Shape,
    colour: FaceColour,
    trainer: bool,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SignHandover {
    slot: u32,
    /// As in `sign_cell`.
    strokes: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct SkipHandover {
    slot: u32,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct EndHandover {}

pub(crate) fn hand_over(app: &Inner, request: HandOver) -> Result<Handover, Failure> {
    let pad = app.write(|workspace| {
        let session = live_session(workspace, request.session)?;
        let half = half_of(&session.halves, request.half)?;
        let faces = stickers(workspace)?;
        let rows = workspace.people()?;
        let sheet = workspace.sheet(session.id)?;
        if sheet.is_some_and(|sheet| sheet.closure.is_some()) {
            return Err(Failure::new(ErrorCode::SheetClosed, ""));
        }
        let (mut waiting, mut room) = (Vec::new(), Vec::new());
        // Whoever has two lines of two files that were made one is asked once, on the line that counts.
        let lines = sheet.map(|sheet| sheet.lines(|id| rows.real(id))).unwrap_or_default();
        for (real, lines) in lines {
            let (Some(sheet), Some(person)) = (sheet, rows.person(real)) else {
                // Whoever was erased since is on the sheet of the past, not in the room.
                continue;
            };
            let Some(line) = sheet.telling(&lines, &half) else { continue };
            let trainer = sheet.attendees.iter().any(|one| one.person == line && one.trainer);
            let cell = sheet.cell(line, half.code);
            // Whoever came late was there, and has not signed for it yet.
            let late = |cell: &Cell| {
                cell.state == Attended::Present && cell.late.is_some() && cell.signature.is_none()
            };
            let expected = cell.is_none_or(|cell| cell.state == Attended::Expected || late(cell));
            let mut sticker = sticker(person, &faces);
            // Anybody at the desk may rename a face: the register's own name stands beside it, so that nobody signs for another.
            let given = person.given.trim();
            if !given.is_empty() && fold(given) != fold(&sticker.shown) {
                sticker.shown = format!("{given} ({})", sticker.shown);
            }
            room.push((sticker.shown.clone(), person.family.clone()));
            if expected {
                waiting.push((trainer, person.family.clone(), line, sticker));
            }
        }
        if waiting.is_empty() {
            return Err(Failure::new(ErrorCode::NobodyToSign, ""));
        }
        waiting.sort_by_cached_key(|(trainer, family, _, sticker)| {
            (*trainer, fold(&format!("{} {family}", sticker.shown)))
        });
        let slots = waiting.into_iter().zip(1..).map(|((trainer, family, person, sticker), slot)| {
            let name = told_apart(&sticker.shown, &family, &room);
            Slot { slot, person, name, shape: sticker.shape, colour: sticker.colour, trainer, passed: false }
        });
        Ok(Pad {
            session: session.id,
            title: session.title,
            date: session.date,
            half,
            waiting: slots.collect(),
            signed: 0,
            key: workspace.entry_key()?,
        })
    })?;
    let view = handover(&pad);
    app.seal(Some(pad));
    Ok(view)
}

/// A name by which nobody else on the sheet is meant: with as many letters of the family name as that takes, since more of it is not for the
/// room. `room` is everyone on the sheet, by the name they are seen by and their family name.
fn told_apart(shown: &str, family: &str, room: &[(String, String)]) -> String {
    let family = family.trim();
    let mine = fold(family);
    let others: Vec<String> = room
        .iter()
        .filter(|(name, _)| fold(name) == fold(shown))
        .map(|(_, theirs)| fold(theirs))
        .filter(|theirs| *theirs != mine)
        .collect();
    let alone = room.iter().filter(|(name, _)| fold(name) == fold(shown)).count() < 2;
    if alone || family.is_empty() {
        return shown.to_owned();
    }
    let begin = |text: &str, letters: usize| text.chars().take(letters).collect::<String>();
    let all = mine.chars().count();
    let apart =
        |letters: &usize| others.iter().all(|theirs| begin(theirs, *letters) != begin(&mine, *letters));
    let letters = (1..=all).find(apart).unwrap_or(all);
    if letters >= all { format!("{shown} {family}") } else { format!("{shown} {}.", begin(family, letters)) }
}

pub(crate) fn get_handover(app: &Inner, _: GetHandover) -> Result<HandoverReply, Failure> {
    Ok(HandoverReply { handover: app.mode.with_pad(|pad| pad.as_ref().map(handover)) })
}

pub(crate) fn sign_handover(app: &Inner, request: SignHandover) -> Result<Handover, Failure> {
    let bytes = bound(&request.strokes)?;
    let view = app.write(|workspace| {
        app.mode.with_pad(|pad| {
            // What somebody drew counts, though another window passed them over meanwhile.
            let (pad, at) = shown(pad, |first, slot| (first || slot.passed) && slot.slot == request.slot)?;
            let signed = SealedSignature {
                session: pad.session,
                half: pad.code(),
                person: pad.waiting[at].person,
                bytes: &bytes,
            };
            workspace.seal_signature(&pad.key, &signed)?;
            pad.waiting.remove(at);
            pad.signed += 1;
            Ok(handover(pad))
        })
    })?;
    app.tell_mode();
    Ok(view)
}

pub(crate) fn skip_handover(app: &Inner, request: SkipHandover) -> Result<Handover, Failure> {
    app.mode.with_pad(|pad| {
        let (pad, at) = shown(pad, |first, slot| first && slot.slot == request.slot)?;
        pad.waiting[at].passed = true;
        pad.waiting.rotate_left(1);
        Ok(handover(pad))
    })
}

pub(crate) fn end_handover(app: &Inner, _: EndHandover) -> Result<Register, Failure> {
    app.mode.with_pad(|pad| *pad = None);
    app.tell_mode();
    app.register()
}

/// The pad, and the place of who is meant; the first is whose turn it is. A second press of a slow hand must not sign for the next one.
fn shown(pad: &mut Option<Pad>, is: impl Fn(bool, &Slot) -> bool) -> Result<(&mut Pad, usize), Failure> {
    let gone = || Failure::new(ErrorCode::NotFound, "the pad shows another name");
    let pad = pad.as_mut().ok_or_else(gone)?;
    let at = pad.waiting.iter().enumerate().position(|(at, slot)| is(at == 0, slot)).ok_or_else(gone)?;
    Ok((pad, at))
}

fn handover(pad: &Pad) -> Handover {
    Handover {
        session: pad.session,
        title: pad.title.clone(),
        date: pad.date.clone(),
        half: pad.half.clone(),
        current: pad.waiting.first().map(|slot| HandoverFace {
            slot: slot.slot,
            name: slot.name.clone(),
            shape: slot.shape,
            colour: slot.colour,
            trainer: slot.trainer,
        }),
        signed: pad.signed,
        left: pad.waiting.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::told_apart;

    #[test]
    fn nobody_on_the_pad_is_called_as_another_is() {
        let of = |names: &[(&str, &str)]| -> Vec<String> {
            let room: Vec<(String, String)> =
                names.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
            room.iter().map(|(shown, family)| told_apart(shown, family, &room)).collect()
        };
        assert_eq!(of(&[("Inès", "Marques"), ("Lina", "Kaci")]), ["Inès", "Lina"]);
        assert_eq!(of(&[("Inès", "Marques"), ("ines", "Traoré")]), ["Inès M.", "ines T."]);
        assert_eq!(of(&[("Inès", "Mbaye"), ("Inès", "Moreau")]), ["Inès Mb.", "Inès Mo."]);
        assert_eq!(of(&[("Inès", "Sy"), ("Inès", "Sylla")]), ["Inès Sy", "Inès Syl."]);
        assert_eq!(of(&[("Inès", ""), ("Inès", "Sylla")]), ["Inès", "Inès S."]);
    }
}
