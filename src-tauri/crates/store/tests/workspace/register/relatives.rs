//! Those near somebody, where two files become one or a list completes one.

use ql_store::{NewPerson, SealedPeople};

use super::*;

#[test]
fn making_two_files_one_loses_no_telephone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, _) = with_register(&folder.path().join("a.qlibre"));
    let mut add =
        |given: &str| workspace.add_person(given, "Dupont", PersonRole::Participant, vec![]).expect("added");
    let (keep, drop) = (add("Élodie"), add("Elodie"));
    let mut near = |person: EntityId, name: &str, phone: &str, pickup: bool| {
        let id = workspace.add_relative(person, name).expect("added");
        workspace.set_person_field(person, id, "phone", &json!(phone)).expect("set");
        workspace.set_person_field(person, id, "pickup", &json!(pickup)).expect("set");
    };
    near(keep, "Marie Dupont", "", false);
    near(keep, "Paul Dupont", "06 11 11 11 11", false);
    near(drop, "Marie DUPONT", "06 39 98 55 55", true);
    near(drop, "Paul Dupont", "06 22 22 22 22", false);
    // Both mean the one who is there without a number: one gets it, the other is added.
    near(keep, "Maman", "", false);
    near(drop, "Maman", "06 33 33 33 33", false);
    near(drop, "Maman", "06 44 44 44 44", false);
    // Without names it is the numbers that tell them apart.
    near(keep, "", "06 55 55 55 55", false);
    near(drop, "", "0655555555", true);
    near(drop, "", "06 66 66 66 66", false);
    workspace.merge_people(keep, drop).expect("made one");
    let relatives = workspace.people().expect("open").person(keep).expect("kept").relatives.clone();
    let mut told: Vec<_> =
        relatives.iter().map(|one| (one.name.as_str(), one.phone.as_str(), one.pickup)).collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("", "06 55 55 55 55", false),
            ("", "06 66 66 66 66", false),
            ("Maman", "06 33 33 33 33", false),
            ("Maman", "06 44 44 44 44", false),
            ("Marie Dupont", "06 39 98 55 55", false),
            ("Paul Dupont", "06 11 11 11 11", false),
            ("Paul Dupont", "06 22 22 22 22", false),
        ]
    );
}

#[test]
fn relatives_stand_in_the_order_they_were_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, code) = with_register(&folder.path().join("a.qlibre"));
    let near = |name: &str| vec![("name", json!(name)), ("emergency", json!(true))];
    let names = ["Zoé", "Awa", "Mamie", "Bilal"];
    let list = [NewPerson {
        fields: vec![("given", json!("Lina"))],
        relatives: names[..2].iter().map(|name| near(name)).collect(),
    }];
    let mut sealed = SealedPeople::default();
    workspace.seal_people(&list, &mut sealed).expect("sealed");
    workspace.take_list(sealed, &[]).expect("taken in");
    let lina = workspace.people().expect("open").all().next().map(|one| one.id).expect("she is there");
    for name in &names[2..] {
        let one = workspace.add_relative(lina, name).expect("added");
        workspace.set_person_field(lina, one, "emergency", &json!(true)).expect("set");
    }
    workspace.lock();
    unlock(&mut workspace, &code);
    let rows = workspace.people().expect("open");
    let order =
        rows.person(lina).map(|one| one.relatives.iter().map(|one| one.name.clone()).collect::<Vec<_>>());
    assert_eq!(
        order.as_deref(),
        Some(&names.map(str::to_owned)[..]),
        "whoever is to be called first is first"
    );
}

#[test]
fn no_list_and_no_other_file_gives_a_right_that_the_file_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, _) = with_register(&folder.path().join("a.qlibre"));
    let add = |workspace: &mut Workspace| {
        workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added")
    };
    let (kept, other) = (add(&mut workspace), add(&mut workspace));
    for (person, may) in [(kept, false), (other, true)] {
        let father = workspace.add_relative(person, "Samir Kaci").expect("added");
        for right in ["authority", "pickup"] {
            workspace.set_person_field(person, father, right, &json!(may)).expect("set");
        }
        workspace.set_person_field(person, father, "emergency", &json!(may)).expect("set");
    }
    workspace.merge_people(kept, other).expect("made one");
    let rows = workspace.people().expect("open");
    let father = &rows.person(kept).expect("she is there").relatives[0];
    assert_eq!((father.authority, father.pickup), (false, false), "the file that is kept keeps what it says");
    assert!(father.emergency, "whom to call is no right");
    // Nor under another number or another name, beside the one who has it not.
    for (name, phone) in [("Samir Kaci", "06 39 98 00 99"), ("KACI Samir", ""), ("M. Kaci", "06 39 98 00 98")]
    {
        let other = add(&mut workspace);
        let father = workspace.add_relative(other, name).expect("added");
        workspace.set_person_field(other, father, "phone", &json!(phone)).expect("set");
        for right in ["authority", "pickup"] {
            workspace.set_person_field(other, father, right, &json!(true)).expect("set");
        }
        let waits = workspace.merge_people(kept, other).expect("made one");
        assert_eq!(waits, [name], "and whoever does it is told");
        let rows = workspace.people().expect("open");
        let all = &rows.person(kept).expect("she is there").relatives;
        assert!(all.iter().all(|one| !one.authority && !one.pickup), "{name}: {all:?}");
    }
}

#[test]
fn a_father_is_not_the_brother_of_his_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, _) = with_register(&folder.path().join("a.qlibre"));
    for (there, phone, told, number, are) in [
        ("frère", "", "père", "06 39 98 00 11", 2),
        ("grand-mère", "06 39 98 00 51", "mère", "06 39 98 00 51", 2),
        ("papa", "06 39 98 00 11", "père", "06 39 98 00 11", 1),
        ("responsable légal", "06 39 98 00 11", "père", "06 39 98 00 11", 1),
    ] {
        let mut add =
            || workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
        let (kept, other) = (add(), add());
        for (person, relation, phone) in [(kept, there, phone), (other, told, number)] {
            let one = workspace.add_relative(person, "Samir Kaci").expect("added");
            workspace.set_person_field(person, one, "relation", &json!(relation)).expect("set");
            workspace.set_person_field(person, one, "phone", &json!(phone)).expect("set");
        }
        workspace.merge_people(kept, other).expect("made one");
        let rows = workspace.people().expect("open");
        let all = &rows.person(kept).expect("she is there").relatives;
        assert_eq!(all.len(), are, "{there}, {told}: {all:?}");
    }
}

#[test]
fn two_lines_of_one_file_stay_two_when_it_goes_into_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, _) = with_register(&folder.path().join("a.qlibre"));
    let mut add = || workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let (kept, other) = (add(), add());
    let mut near = |person, name: &str, relation: &str, phone: &str, right: Option<&str>| {
        let one = workspace.add_relative(person, name).expect("added");
        workspace.set_person_field(person, one, "relation", &json!(relation)).expect("set");
        workspace.set_person_field(person, one, "phone", &json!(phone)).expect("set");
        if let Some(right) = right {
            workspace.set_person_field(person, one, right, &json!(true)).expect("set");
        }
    };
    near(other, "Ali Diallo", "frère", "06 39 98 00 11", None);
    near(other, "Ali Diallo", "", "", Some("pickup"));
    // Whose number it is, nobody wrote.
    near(kept, "Nadia", "", "06 39 98 00 12", Some("authority"));
    near(other, "", "père", "06 39 98 00 12", None);
    workspace.merge_people(kept, other).expect("made one");
    let rows = workspace.people().expect("open");
    let all = &rows.person(kept).expect("she is there").relatives;
    let mut told: Vec<_> =
        all.iter().map(|one| (&*one.name, &*one.relation, one.authority, one.pickup)).collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("", "père", false, false),
            ("Ali Diallo", "", false, true),
            ("Ali Diallo", "frère", false, false),
            ("Nadia", "", true, false),
        ]
    );
}

#[test]
fn a_number_of_somebodys_father_makes_nobody_a_father() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut workspace, _) = with_register(&folder.path().join("a.qlibre"));
    let lina = workspace.add_person("Lina", "Kaci", PersonRole::Participant, vec![]).expect("added");
    let nadia = workspace.add_relative(lina, "Nadia").expect("added");
    workspace.set_person_field(lina, nadia, "phone", &json!("06 39 98 00 12")).expect("set");
    let near = vec![("name", json!("")), ("relation", json!("père")), ("phone", json!("06 39 98 00 12"))];
    let list = NewPerson { fields: vec![("commune", json!("Grigny"))], relatives: vec![near] };
    workspace.take_list(SealedPeople::default(), &[(lina, list)]).expect("taken in");
    let rows = workspace.people().expect("open");
    let person = rows.person(lina).expect("she is there");
    let told: Vec<_> = person.relatives.iter().map(|one| (&*one.name, &*one.relation)).collect();
    assert_eq!((told, &*person.commune), (vec![("Nadia", "")], "Grigny"));
}
