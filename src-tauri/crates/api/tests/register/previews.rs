//! A list as it is shown before it comes in.

use std::fs;

use serde_json::json;

use crate::Place;

#[test]
fn all_of_a_list_is_seen_before_it_is_taken_in() {
    let place = Place::opened();
    let path = place.path().join("liste.csv");
    let head = "Prénom;Nom;Tél;Ville;Mère;Tél. mère;Peut venir chercher;Rentre seul;Groupe\n";
    let line =
        |n: usize| format!("Awa{n};Sy;06399841{n:02};Évry;Nadia Sy;0639984200;Ali Sy;non;Les mercredis\n");
    fs::write(&path, format!("{head}{}", (0..70).map(line).collect::<String>())).expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let mut with = json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"] });
    let first = place.call("preview_import", with.clone());
    let told = first["people"].as_array().expect("people");
    assert_eq!((told.len(), &first["count"]), (50, &json!(70)));
    let awa = &told[7];
    let facts = ["phone", "commune", "leaves_alone"].map(|field| awa[field].clone());
    assert_eq!(facts, [json!("06 39 98 41 07"), json!("Évry"), json!("no")]);
    assert_eq!(awa["groups"], json!(["Les mercredis"]));
    let relative = |name: &str, relation: &str, phone: &str, authority: bool, pickup: bool| json!({ "name": name, "relation": relation, "phone": phone, "authority": authority, "emergency": false, "pickup": pickup, "completed": { "authority": authority, "emergency": false, "pickup": pickup } });
    let mother = relative("Nadia Sy", "mère", "06 39 98 42 00", true, false);
    assert_eq!(awa["relatives"], json!([mother, relative("Ali Sy", "", "", false, true)]));
    with["from"] = json!(50);
    let rest = place.call("preview_import", with.clone());
    assert_eq!(
        (rest["people"].as_array().map(Vec::len), &rest["people"][0]["given"]),
        (Some(20), &json!("Awa50"))
    );
    with["from"] = json!(5_000_000);
    assert_eq!(place.call("preview_import", with)["people"], json!([]), "behind the last is nobody");
}

#[test]
fn what_a_file_keeps_against_the_list_is_told_before() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    for (field, value) in [("leaves_alone", "yes"), ("phone", "06 39 98 41 07"), ("commune", "Évry")] {
        place.call("set_person", json!({ "person": lina, "field": field, "value": value }));
    }
    let path = place.path().join("liste.csv");
    fs::write(&path, "Prénom;Nom;Tél;Ville;Rentre seul;CP\nLina;Kaci;0639984199;evry;non;91000\n")
        .expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let with = json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"] });
    let line = place.call("preview_import", with)["people"][0].clone();
    assert_eq!(line["stays"], json!({ "leaves_alone": "yes", "phone": "06 39 98 41 07" }), "{line}");
}

#[test]
fn a_right_that_was_taken_away_comes_back_by_no_list_and_the_preview_says_so() {
    let lists = [
        "Père;Tél père;Peut venir chercher\nLina;Kaci;Samir Kaci;0639980099;Samir Kaci\n",
        "Père;Tél père;Peut venir chercher\nLina;Kaci;KACI Samir;0639980011;\n",
        "Père;Tél père;Peut venir chercher\nLina;Kaci;;0639980098;\n",
        // In two lines, by another word for what he is, in letters that are parted otherwise.
        "Père;Tél père\nLina;Kaci;Samir Kaci;0639980099\nLina;Kaci;;0639980099\n",
        "Père;Tél père;Autorité parentale père\nLina;Kaci;Sam;0639980099;non\nLina;Kaci;Sam;0639980099;\n",
        "Responsable;Lien;Tél responsable\nLina;Kaci;Sam K.;papa;0639980099\n",
        "Personne autorisée à venir chercher\nLina;Kaci;Papa\n",
        "Personne autorisée à venir chercher\nLina;Kaci;M. Ka Ci\n",
    ];
    for list in lists {
        let place = Place::opened();
        let lina =
            place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
        let father = place.add("add_relative", json!({ "person": lina, "name": "Samir Kaci" }));
        for (field, value) in [
            ("relation", json!("père")),
            ("phone", json!("06 39 98 00 11")),
            ("authority", json!(false)),
            ("pickup", json!(false)),
        ] {
            let set = json!({ "person": lina, "relative": father, "field": field, "value": value });
            place.call("set_relative", set);
        }
        let path = place.path().join("liste.csv");
        fs::write(&path, format!("Prénom;Nom;{list}")).expect("a list");
        let table = place.call("read_table", json!({ "path": path }));
        let mut with = json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"] });
        let line = place.call("preview_import", with.clone())["people"][0].clone();
        let told = line["relatives"].as_array().expect("relatives").clone();
        assert!(!told.is_empty(), "{line}");
        for one in &told {
            let rights = &one["completed"];
            assert_eq!((&rights["authority"], &rights["pickup"]), (&json!(false), &json!(false)), "{line}");
        }
        with["known"] = json!("complete");
        place.call("import_people", with);
        let file = place.call("get_person", json!({ "person": lina }));
        for one in file["relatives"].as_array().expect("relatives") {
            assert_eq!((&one["authority"], &one["pickup"]), (&json!(false), &json!(false)), "{list}: {file}");
        }
    }
}

#[test]
fn those_of_one_list_say_nothing_of_one_another_s_rights() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "Ba", "role": "participant" }));
    let path = place.path().join("liste.csv");
    fs::write(&path, "Prénom;Nom;Mère;Peut venir chercher\nLina;Ba;Sara Ba;Awa Ba\n").expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let mut with = json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"] });
    let told = place.call("preview_import", with.clone())["people"][0]["relatives"].clone();
    with["known"] = json!("complete");
    place.call("import_people", with);
    let file = place.call("get_person", json!({ "person": lina }));
    for (one, told) in file["relatives"].as_array().expect("both").iter().zip(told.as_array().expect("both"))
    {
        for right in ["authority", "pickup", "emergency"] {
            assert_eq!(one[right], told["completed"][right], "{right}: {one} {told}");
        }
    }
    let aunt = &file["relatives"][1];
    assert_eq!((&aunt["name"], &aunt["pickup"]), (&json!("Awa Ba"), &json!(true)), "{file}");
}
