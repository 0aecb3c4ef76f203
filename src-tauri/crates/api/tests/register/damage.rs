//! What does not open is said, and said where it is missed.

use ql_api::{ErrorCode, Role};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{PASSPHRASE, Place, start, stroke, workspace_of};

#[test]
fn a_sheet_that_does_not_open_is_not_shown_as_an_empty_one() {
    let place = Place::opened();
    let session = place.session();
    let lina = place.person_on(&session, "Lina", "Kaci", "participant");
    let sign = json!({ "session": session, "person": lina, "half": "morning", "strokes": [stroke(9)] });
    place.call("sign_cell", sign);
    assert_eq!(place.call("check", json!({}))["ok"], true);
    place.call("lock_register", json!({}));
    place.app.close();
    let torn = Connection::open(workspace_of(place.path()))
        .expect("the file opens")
        .execute("UPDATE snapshot SET bytes = substr(bytes, 1, 60) WHERE document = ?1", [&session]);
    assert_eq!(torn.expect("altered"), 1);

    let place = Place { app: start(place.path()), folder: place.folder };
    assert_eq!(place.call("get_register", json!({}))["damaged"], 0, "sealed, nobody can know");
    place.call("unlock_register", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(place.call("get_register", json!({}))["damaged"], 1);
    let sheet = json!({ "session": session });
    assert_eq!(place.refused("get_sheet", sheet.clone()), ErrorCode::SealedDamaged);
    let to = place.path().join("month.pdf");
    let month = json!({ "paper": { "kind": "attendance_month", "month": "2026-02" }, "to": to });
    assert_eq!(place.refused("export_paper", month), ErrorCode::SealedDamaged, "a month lacks it");
    let other = json!({ "kind": "attendance_month", "month": "2026-03" });
    let printed = place.refused("export_paper", json!({ "paper": other, "to": to }));
    assert_eq!(printed, ErrorCode::NothingToPrint, "another month does not miss it");
    let title = json!({ "session": session, "field": "title", "value": "Autre" });
    assert_eq!(place.refused("set_session", title), ErrorCode::SealedDamaged, "what it holds is not known");
    assert_eq!(place.refused("delete_session", json!({ "session": session })), ErrorCode::SealedDamaged);
    let problems = place.call("check", json!({}))["problems"].clone();
    assert_eq!(
        problems.as_array().expect("problems").iter().map(|one| &one["code"]).collect::<Vec<_>>(),
        [&json!("sealed")],
        "{problems}"
    );
    assert_eq!(place.call("destroy_damaged", json!({}))["destroyed"], 1);
    assert_eq!(place.call("get_sheet", sheet)["people"], json!([]), "it can be begun again");
    assert_eq!(place.call("get_register", json!({}))["damaged"], Value::from(0));
    place.call("lock_register", json!({}));
    let sealed = place.app.call(Role::Desk, "destroy_damaged", json!({}));
    assert_eq!(sealed.expect_err("sealed").code, ErrorCode::RegisterSealed);
}
