//! Lists that come from elsewhere.

use std::fs;

use ql_api::ErrorCode;
use serde_json::{Value, json};

use crate::{PASSPHRASE, Place};

const LIST: &str = "Nom;Prénom;Né(e) le;Tél. mère;Nationalité;Groupe\n\
    BENALI;Samira;12/04/2011;0639984101;x;Les mercredis\n\
    Touré;Yanis;3 mai 2013;639984102;y;Les samedis\n\
    ;;;;;\n\
    Petit;Noah;31/02/2012;;;\n\
    Kaci;Lina;03/05/2011;;;\n";

#[test]
fn a_list_is_taken_in_with_its_reasons_and_taken_back_whole() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "KACI", "role": "participant" }));
    let path = place.path().join("liste.csv");
    fs::write(&path, LIST).expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    assert_eq!(table["forbidden"][0]["kind"], "nationality", "what must not be kept is told: {table}");
    assert_eq!(table["mapping"][4], Value::Null, "and not read");
    let mut with = json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"] });
    let preview = place.call("preview_import", with.clone());
    assert_eq!((preview["count"].clone(), preview["known"].clone()), (json!(3), json!(1)), "{preview}");
    assert_eq!(
        preview["people"][2]["known"],
        lina.as_str(),
        "Lina is in the register already, whatever the case"
    );
    assert_eq!(
        preview["refused"][0],
        json!({ "row": 5, "reason": "bad_date", "column": "Né(e) le", "value": "31/02/2012" })
    );
    assert_eq!(place.call("list_people", json!({}))["total"], 1, "looking changes nothing");
    // Everybody reads the names of groups: they are shown first, and made when they are meant.
    assert_eq!(preview["new_groups"], json!(["Les mercredis", "Les samedis"]));
    with["known"] = json!("skip");
    with["groups"] = json!(["Les mercredis"]);
    assert_eq!(
        place.call("import_people", with),
        json!({ "added": 2, "completed": 0, "skipped": 1, "unclear": 0, "refused": 1 })
    );
    let list = place.call("list_people", json!({ "query": "toure" }));
    let yanis = place.call("get_person", json!({ "person": list["people"][0]["id"] }));
    assert_eq!(yanis["birth"], "2013-05-03");
    assert_eq!(yanis["relatives"][0]["phone"], "06 39 98 41 02", "the zero that a spreadsheet ate is back");
    let groups = place.call("get_calendar", json!({}))["groups"].clone();
    assert_eq!(groups.as_array().map(Vec::len), Some(1), "no group is made unasked: {groups}");
    assert_eq!(place.call("undo_register", json!({}))["done"], "import_people");
    assert_eq!(place.call("list_people", json!({}))["total"], 1, "the whole list is one step");
    place.call("redo_register", json!({}));
    assert_eq!(place.call("list_people", json!({}))["total"], 3);
}

#[test]
fn a_list_that_comes_back_completes_what_is_missing_and_nothing_else() {
    let place = Place::opened();
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "KACI", "role": "participant" }));
    place.call("set_person", json!({ "person": lina, "field": "phone", "value": "06 39 98 41 07" }));
    let mother = place.add("add_relative", json!({ "person": lina, "name": "Farida Kaci" }));
    // A partner of the same name is not the child.
    let partner = place.add("add_person", json!({ "given": "Yanis", "family": "Touré", "role": "partner" }));
    let path = place.path().join("mairie.csv");
    let list = "Prénom;Nom;Né(e) le;Téléphone;Responsable 1;Tél. responsable 1;Groupe\n\
        Lina;Kaci;03/05/2011;0600000000;Farida KACI;0639984122;Les mercredis\n\
        Yanis;Touré;03/05/2013;;;;\n";
    fs::write(&path, list).expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let take = json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"], "known": "complete", "groups": ["Les mercredis"] });
    let done = place.call("import_people", take.clone());
    assert_eq!(done, json!({ "added": 1, "completed": 1, "skipped": 0, "unclear": 0, "refused": 0 }));
    let person = place.call("get_person", json!({ "person": lina }));
    assert_eq!(
        (person["birth"].clone(), person["phone"].clone(), person["family"].clone()),
        (json!("2011-05-03"), json!("06 39 98 41 07"), json!("KACI")),
        "what the file says already stays"
    );
    assert_eq!(person["groups"].as_array().map(Vec::len), Some(1));
    let near = person["relatives"].as_array().expect("a list");
    assert_eq!(near.len(), 1, "her mother is not there twice: {near:?}");
    assert_eq!((&near[0]["id"], &near[0]["phone"]), (&json!(mother), &json!("06 39 98 41 22")));
    assert_eq!(place.call("get_person", json!({ "person": partner }))["birth"], Value::Null);
    let again = place.call("import_people", take);
    assert_eq!(
        again,
        json!({ "added": 0, "completed": 0, "skipped": 2, "unclear": 0, "refused": 0 }),
        "once is enough"
    );
    let undone = place.call("undo_register", json!({}));
    assert_eq!(undone["done"], "import_people");
    let before = place.call("get_person", json!({ "person": lina }));
    assert_eq!((before["birth"].clone(), before["groups"].clone()), (Value::Null, json!([])), "one step");
    assert_eq!(
        place.call("list_people", json!({ "query": "yanis" }))["people"].as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn a_long_list_lets_others_work_and_ends_with_the_seal() {
    let place = Place::opened();
    let path = place.path().join("longue.csv");
    let lines: String = (0..8_000).map(|n| format!("Prénom{n};Nom{n}\n")).collect();
    fs::write(&path, format!("Prénom;Nom\n{lines}")).expect("a list");
    let take = json!({
        "path": path, "sheet": "longue", "mapping": ["given", "family"], "known": "add", "groups": ["Les mercredis"],
    });
    for (end, code) in [("cancel_import", ErrorCode::Cancelled), ("lock_register", ErrorCode::RegisterSealed)]
    {
        let refused = std::thread::scope(|scope| {
            let taking = scope.spawn(|| place.refused("import_people", take.clone()));
            // Read, and at work by now; others are answered meanwhile.
            std::thread::sleep(std::time::Duration::from_millis(300));
            assert_eq!(place.call("list_people", json!({}))["total"], 0);
            while !taking.is_finished() {
                place.call(end, json!({}));
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            taking.join().expect("it ends")
        });
        assert_eq!(refused, code);
        place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
        assert_eq!(place.call("list_people", json!({}))["total"], 0, "{end}: nothing of it is there");
        assert_eq!(place.call("get_calendar", json!({}))["groups"], json!([]), "{end}: nor its groups");
    }
}

#[test]
fn files_that_are_no_list_are_refused_in_words() {
    let place = Place::opened();
    let refused = |name: &str, bytes: &[u8]| {
        let path = place.path().join(name);
        fs::write(&path, bytes).expect("a file");
        place.refused("read_table", json!({ "path": path }))
    };
    assert_eq!(refused("rien.csv", b""), ErrorCode::TableEmpty);
    assert_eq!(refused("photo.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\0"), ErrorCode::TableUnreadable);
    assert_eq!(refused("coupé.xlsx", b"PK\x03\x04\x14\0\0\0"), ErrorCode::TableUnreadable);
    assert_eq!(
        place.refused("read_table", json!({ "path": place.path().join("absent.csv") })),
        ErrorCode::FileMissing
    );
    assert_eq!(
        place.refused("read_table", json!({ "path": place.path() })),
        ErrorCode::FileUnreadable,
        "a folder"
    );
}

#[test]
fn a_group_is_put_on_the_sheet_and_whoever_joins_later_can_be() {
    let place = Place::opened();
    let group = place.add("add_group", json!({ "name": "Les mercredis" }));
    let member = |given: &str| {
        let person =
            place.add("add_person", json!({ "given": given, "family": "Test", "role": "participant" }));
        place.call("set_person", json!({ "person": person, "field": "groups", "value": [group] }));
        person
    };
    member("Lina");
    let trainer =
        place.add("add_person", json!({ "given": "Bruno", "family": "Lemoine", "role": "trainer" }));
    let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
    let with = json!({
        "title": "Atelier", "kind": "workshop", "date": "2026-02-24", "halves": halves, "group": group, "trainers": [trainer],
    });
    let session = place.add("add_session", with);
    let count = |list: &str| {
        place.call("get_sheet", json!({ "session": session }))[list].as_array().map_or(0, Vec::len)
    };
    assert_eq!((count("people"), count("trainers")), (1, 1));
    member("Mehdi");
    assert_eq!(count("people"), 1, "nobody comes onto a sheet unseen");
    assert_eq!(place.call("fill_sheet", json!({ "session": session })), json!({ "added": 1 }));
    assert_eq!(place.call("fill_sheet", json!({ "session": session })), json!({ "added": 0 }));
    let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
    let with = json!({ "title": "Tous", "kind": "workshop", "date": "2026-02-25", "halves": halves });
    let all = place.add("add_session", with);
    let sheet = place.call("get_sheet", json!({ "session": all }));
    assert_eq!(
        sheet["people"].as_array().map(Vec::len),
        Some(2),
        "without a group, all participants are expected"
    );
    assert_eq!(sheet["trainers"], json!([]), "trainers are chosen one by one");
}

#[test]
fn who_may_fetch_a_child_is_not_guessed_between_two_of_a_name() {
    let place = Place::opened();
    let path = place.path().join("liste.csv");
    let take = |list: &str, known: &str| {
        fs::write(&path, list).expect("a list");
        let table = place.call("read_table", json!({ "path": path }));
        let with =
            json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"], "known": known });
        place.call("import_people", with)
    };
    take("Prénom;Nom;Né(e) le\nMohamed;Traoré;03/05/2010\nMohamed;Traoré;03/09/2014\n", "add");
    let done = take("Prénom;Nom;Tél. mère\nMohamed;Traoré;0639984111\n", "complete");
    assert_eq!(done, json!({ "added": 0, "completed": 0, "skipped": 1, "unclear": 1, "refused": 0 }));
    let done = take("Prénom;Nom;Né(e) le;Tél. mère\nMohamed;Traoré;03/09/2014;0639984111\n", "complete");
    assert_eq!((&done["completed"], &done["unclear"]), (&json!(1), &json!(0)), "a birth says who it is");
    // Nor which of two in the list is the one who is here, whose birth nobody knows.
    place.add("add_person", json!({ "given": "Zoé", "family": "Ba", "role": "participant" }));
    let two = "Prénom;Nom;Né(e) le;Tél. mère\nZoé;Ba;03/05/2011;0639984101\nZoé;Ba;14/06/2012;0639984102\n";
    for known in ["complete", "skip"] {
        let done = take(two, known);
        assert_eq!(done, json!({ "added": 0, "completed": 0, "skipped": 2, "unclear": 2, "refused": 0 }));
    }
    let zoe = place.call("list_people", json!({ "query": "zoé" }))["people"][0]["id"].clone();
    assert_eq!(place.call("get_person", json!({ "person": zoe }))["relatives"], json!([]));
    // Everybody reads the names of groups.
    fs::write(&path, "Prénom;Nom\nAwa;Sy\n").expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let groups = json!({
        "path": path, "sheet": table["sheet"], "mapping": table["mapping"], "known": "add", "groups": ["1 85 05 78 006 084 91"],
    });
    assert_eq!(place.refused("import_people", groups), ErrorCode::SocialSecurity);
}

#[test]
fn a_column_of_anything_makes_no_groups() {
    let place = Place::opened();
    let path = place.path().join("liste.csv");
    let lines: String = (0..20).map(|n| format!("Prénom{n};Nom;allergie {n}\n")).collect();
    fs::write(&path, format!("Prénom;Nom;Groupe\n{lines}")).expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let mut with = json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"] });
    let preview = place.call("preview_import", with.clone());
    assert_eq!((&preview["new_groups"], &preview["too_many_groups"]), (&json!([]), &json!(true)));
    with["known"] = json!("add");
    place.call("import_people", with);
    assert_eq!(
        place.call("get_calendar", json!({}))["groups"],
        json!([]),
        "nothing of a person is in the clear"
    );
}

#[test]
fn two_lines_of_one_person_complete_one_file() {
    let place = Place::opened();
    let person = place.add("add_person", json!({ "given": "Lou", "family": "Neuve", "role": "participant" }));
    let path = place.path().join("liste.csv");
    let list = "Prénom;Nom;Commune;Groupe;Mère;Tél. mère\n\
        Lou;Neuve;Pantin;Les mercredis;Awa Neuve;\n\
        Lou;Neuve;Bobigny;Les samedis;Awa Neuve;0639980055\n";
    fs::write(&path, list).expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let with = json!({
        "path": path, "sheet": table["sheet"], "mapping": table["mapping"], "known": "complete",
        "groups": ["Les mercredis", "Les samedis"],
    });
    let done = place.call("import_people", with);
    assert_eq!(done, json!({ "added": 0, "completed": 1, "skipped": 0, "unclear": 0, "refused": 0 }));
    let file = place.call("get_person", json!({ "person": person }));
    assert_eq!(file["commune"], "Pantin", "what was said first stays");
    assert_eq!(file["groups"].as_array().map(Vec::len), Some(2));
    let relatives = file["relatives"].as_array().expect("relatives");
    assert_eq!((relatives.len(), &relatives[0]["phone"]), (1, &json!("06 39 98 00 55")), "{relatives:?}");
    place.call("undo_register", json!({}));
    let file = place.call("get_person", json!({ "person": person }));
    assert_eq!((&file["commune"], &file["groups"], &file["relatives"]), (&json!(""), &json!([]), &json!([])));
}

#[test]
fn groups_go_with_the_list_that_brought_them_and_by_hand() {
    let place = Place::opened();
    let path = place.path().join("liste.csv");
    fs::write(&path, "Prénom;Nom;Groupe\nLina;Kaci;Les samedis\nAwa;Sy;Les jeudis\n").expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let with = json!({
        "path": path, "sheet": table["sheet"], "mapping": table["mapping"], "known": "add",
        "groups": ["Les samedis", "Les jeudis"],
    });
    place.call("import_people", with);
    let groups = || {
        let groups = place.call("get_calendar", json!({}))["groups"].clone();
        groups.as_array().expect("groups").iter().map(|one| one["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(groups(), ["Les jeudis", "Les samedis"]);
    place.call("undo_register", json!({}));
    assert_eq!(groups(), [] as [Value; 0], "nobody asked for them but the list");
    place.call("redo_register", json!({}));
    assert_eq!(groups(), ["Les jeudis", "Les samedis"]);
    // One that a session has since stays.
    let calendar = place.call("get_calendar", json!({}));
    let of = |name: &str| {
        let all = calendar["groups"].as_array().expect("groups");
        all.iter().find(|one| one["name"] == name).map(|one| one["id"].clone()).expect("a group")
    };
    let (saturdays, thursdays) = (of("Les samedis"), of("Les jeudis"));
    let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
    let with = json!({
        "title": "Atelier", "kind": "workshop", "date": "2026-02-24", "halves": halves, "group": saturdays,
    });
    let session = place.add("add_session", with);
    place.call("delete_group", json!({ "group": saturdays }));
    assert_eq!(groups(), ["Les jeudis"]);
    assert_eq!(place.refused("delete_group", json!({ "group": saturdays })), ErrorCode::NotFound);
    let sheet = place.call("get_sheet", json!({ "session": session }));
    assert_eq!((&sheet["session"]["group"], &sheet["group"]), (&Value::Null, &Value::Null));
    assert_eq!(sheet["people"].as_array().map(Vec::len), Some(1), "whoever is on the sheet stays");
    // It is for everyone now; nobody comes onto its sheet for that.
    place.call("set_session", json!({ "session": session, "values": { "group": null } }));
    let sheet = place.call("get_sheet", json!({ "session": session }));
    assert_eq!(sheet["people"].as_array().map(Vec::len), Some(1));
    assert_eq!(place.call("undo_register", json!({}))["done"], Value::Null, "nothing brings it back");
    let people = place.call("list_people", json!({}))["people"].clone();
    let of_groups: Vec<&Value> =
        people.as_array().expect("people").iter().map(|one| &one["groups"]).collect();
    assert_eq!(of_groups, [&json!([thursdays]), &json!([])], "nobody is in a group that is not");
    let lina = people[1]["id"].clone();
    let wrong = json!({ "person": lina, "field": "groups", "value": [saturdays] });
    assert_eq!(place.refused("set_person", wrong), ErrorCode::NotFound);
    let wrong = json!({ "person": lina, "field": "face", "value": thursdays });
    assert_eq!(place.refused("set_person", wrong), ErrorCode::NotFound);
}

#[test]
fn an_age_says_when_it_was_told() {
    let place = Place::opened();
    let today = place.call("get_calendar", json!({}))["today"].clone();
    let path = place.path().join("liste.csv");
    fs::write(&path, "Prénom;Nom;Âge\nAwa;Sy;14\nLina;Kaci;\n").expect("a list");
    let lina = place.add("add_person", json!({ "given": "Lina", "family": "Kaci", "role": "participant" }));
    let table = place.call("read_table", json!({ "path": path }));
    let take =
        json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"], "known": "complete" });
    place.call("import_people", take);
    let awa = place.call("list_people", json!({ "query": "awa" }))["people"][0]["id"].clone();
    let to = place.path().join("awa.pdf");
    let told = |person: &Value| {
        let paper = json!({ "paper": { "kind": "person_data", "person": person }, "to": to });
        place.call("export_paper", paper);
        let json = fs::read_dir(place.path()).expect("a folder").flatten().map(|file| file.path());
        let json =
            json.filter(|path| path.extension().is_some_and(|it| it == "json")).max().expect("written");
        let data: Value = serde_json::from_slice(&fs::read(&json).expect("read")).expect("JSON");
        fs::remove_file(json).expect("deleted");
        (data["person"]["told_age"].clone(), data["person"]["told_on"].clone())
    };
    assert_eq!(told(&awa), (json!(14), today.clone()));
    assert_eq!(told(&json!(lina)), (Value::Null, Value::Null));
    place.call("set_person", json!({ "person": lina, "field": "told_age", "value": 16 }));
    assert_eq!(told(&json!(lina)), (json!(16), today));
    place.call("undo_register", json!({}));
    assert_eq!(told(&json!(lina)), (Value::Null, Value::Null), "both are one step");
}

#[test]
fn whoever_had_left_and_is_on_the_list_comes_again() {
    let place = Place::opened();
    let add = |given: &str, family: &str| {
        let person =
            place.add("add_person", json!({ "given": given, "family": family, "role": "participant" }));
        place.call("set_person", json!({ "person": person, "field": "left", "value": true }));
        person
    };
    let left = |person: &str| place.call("get_person", json!({ "person": person }))["left"].clone();
    let awa = add("Awa", "N’DIAYE");
    let path = place.path().join("liste.csv");
    fs::write(&path, "Prénom;Nom;Téléphone\nAwa;Ndiaye;0639984101\n").expect("a list");
    let table = place.call("read_table", json!({ "path": path }));
    let mut with = json!({ "path": path, "sheet": table["sheet"], "mapping": table["mapping"] });
    let preview = place.call("preview_import", with.clone());
    assert_eq!(
        (&preview["known"], &preview["left"], &preview["people"][0]["left"]),
        (&json!(1), &json!(1), &json!(true))
    );
    with["known"] = json!("skip");
    place.call("import_people", with.clone());
    assert_eq!(left(&awa), true, "left as it is");
    with["known"] = json!("complete");
    place.call("import_people", with);
    assert_eq!(left(&awa), false);
    place.call("undo_register", json!({}));
    assert_eq!(left(&awa), true, "it is of the same step");
    // Of two files of which one still comes, the one that is kept does.
    let noe = add("Noé", "Petit");
    let other = place.add("add_person", json!({ "given": "Noe", "family": "Petit", "role": "participant" }));
    place.call("merge_people", json!({ "keep": noe, "drop": other }));
    assert_eq!(left(&noe), false);
}
