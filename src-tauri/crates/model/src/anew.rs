//! A document written anew: what it says now, and nothing of what it said before. A document that merges keeps its whole past; when someone is
//! erased, that past goes too.

use crate::{
    document::Document,
    entity::{Entity, TRASH_ROOT, TRASHED_AT, Value},
    step::Step,
};

/// The steps that write, into an empty document of the same identity, what lives in this one and is to be kept. Long texts are not among
/// them: of the documents of the register that are written anew only a health note has one, and is emptied by it.
#[must_use]
pub fn steps(document: &Document, keep: impl Fn(&Entity) -> bool) -> Vec<Step> {
    let root = document.id().root();
    let own = |field: &str| !["kind", TRASH_ROOT, TRASHED_AT].contains(&field);
    let mut steps = Vec::new();
    for entity in document.everything().entities.into_iter().filter_map(|id| document.entity(id)) {
        let fields = entity.fields.iter().filter(|(field, value)| own(field) && **value != Value::Null);
        if entity.id == root {
            steps.extend(fields.map(|(field, to)| Step::Field {
                entity: root,
                field: field.clone(),
                from: Value::Null,
                to: to.clone(),
            }));
        } else if entity.alive && keep(&entity) {
            let fields = fields.map(|(field, value)| (field.clone(), value.clone())).collect();
            steps.push(Step::Create { entity: entity.id, kind: entity.kind, fields, texts: Vec::new() });
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EntityId, document::Author, entity::Kind, register, season::create};

    #[test]
    fn what_is_said_now_is_written_and_what_was_said_before_is_not() {
        let id = |n: u128| EntityId(uuid::Uuid::from_u128(n));
        let author = Author { device: "test".into(), epoch: 1 };
        let mut document = Document::create(id(1).document(), Kind::Person, 7).expect("made");
        let name = |text: &str| vec![("name".to_owned(), Value::Text(text.to_owned()))];
        let phone = |from: &str, to: &str| Step::Field {
            entity: id(1),
            field: "phone".into(),
            from: Value::Text(from.into()),
            to: Value::Text(to.into()),
        };
        let written = [
            Step::Field {
                entity: id(1),
                field: "given".into(),
                from: Value::Null,
                to: Value::Text("Lina".into()),
            },
            phone("", "PASTMARK"),
            phone("PASTMARK", "06"),
            create(id(1), id(2), Kind::Relative, name("Farida")),
            create(id(1), id(3), Kind::Relative, name("GONEMARK")),
            Step::Life { entity: id(3), alive: false, trashed: None },
        ];
        for step in written {
            document.write(&[step], &author, false).expect("written");
            document.commit();
        }
        let mut again = Document::create(id(1).document(), Kind::Person, 8).expect("made");
        again.write(&steps(&document, |_| true), &author, false).expect("written");
        again.commit();
        assert_eq!(register::person(&again), register::person(&document), "the same person");
        let bytes = again.since(&loro::VersionVector::default()).expect("bytes");
        let whole = document.since(&loro::VersionVector::default()).expect("bytes");
        let has = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
        assert!(has(&whole, b"PASTMARK") && has(&whole, b"GONEMARK"), "a document keeps its past");
        assert!(!has(&bytes, b"PASTMARK") && !has(&bytes, b"GONEMARK"), "anew it has none");
    }
}
