//! Two keys behind one passphrase: the register's is in memory while it is open, the team's stays on the device.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::{PASSPHRASE, Place, marks::files, start, workspace_of};

fn kept(folder: &Path) -> Value {
    let bytes = fs::read(folder.join("config/team-keys.json")).expect("the device keeps the team's key");
    serde_json::from_slice(&bytes).expect("JSON")
}

#[test]
fn the_team_s_key_stays_on_the_device_and_goes_nowhere_with_the_file() {
    let place = Place::opened();
    place.call("lock_register", json!({}));
    let here = kept(place.path());
    let keys: Vec<&str> = here.as_object().expect("keys").values().filter_map(Value::as_str).collect();
    assert_eq!(keys.len(), 1, "{here}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode =
            fs::metadata(place.path().join("config/team-keys.json")).expect("a file").permissions().mode();
        assert_eq!(mode & 0o077, 0, "another account of the machine reads it: {mode:o}");
    }
    let mut data = Vec::new();
    files(&place.path().join("data"), &mut data);
    assert!(!data.is_empty());
    let has = |bytes: &[u8]| bytes.windows(keys[0].len()).any(|part| part == keys[0].as_bytes());
    assert!(!data.iter().any(|(_, bytes)| has(bytes)), "a stick with the file would carry the team's key");

    // The file on another laptop: it gives the same key once the passphrase was typed there, and not before.
    let other = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(workspace_of(other.path()).parent().expect("a folder")).expect("a folder");
    place.call("backup", json!({ "path": workspace_of(other.path()) }));
    let second = start(other.path());
    assert!(!other.path().join("config/team-keys.json").exists(), "sealed, a copy gives no key");
    second
        .call(ql_api::Role::Desk, "unlock_register", json!({ "passphrase": PASSPHRASE }))
        .expect("the register opens");
    assert_eq!(kept(other.path()), here);

    // What cannot be read is kept anew.
    fs::write(other.path().join("config/team-keys.json"), "{ torn").expect("torn");
    second.call(ql_api::Role::Desk, "lock_register", json!({})).expect("sealed");
    second
        .call(ql_api::Role::Desk, "unlock_register", json!({ "passphrase": PASSPHRASE }))
        .expect("the register opens");
    assert_eq!(kept(other.path()), here);
}
