//! What opening a workspace file promises, for each way it can go wrong.

use std::fs;

use rusqlite::params;
use tempfile::TempDir;

use super::*;

const FIRST: &[Migration] =
    &[Migration { sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;" }];

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn new_file(folder: &Path) -> WorkspaceFile {
    WorkspaceFile::create_at(&folder.join("Camp.qlibre"), "test", FIRST).expect("a new workspace")
}

fn open(path: &Path) -> Result<WorkspaceFile, FileError> {
    WorkspaceFile::open_at(path, "test", FIRST)
}

fn write(file: &WorkspaceFile, notes: usize) {
    for number in 0..notes {
        let text = format!("{number} {}", "une cabane ".repeat(20));
        file.connection().execute("INSERT INTO note (text) VALUES (?1)", params![text]).expect("a note");
    }
}

fn count(connection: &Connection) -> i64 {
    connection.query_row("SELECT count(*) FROM note", [], |row| row.get(0)).expect("a count")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_workspace_is_whole_and_marked() {
    let folder = folder();
    let file = new_file(folder.path());
    let pragma = |name: &str| {
        file.connection()
            .query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))
    };
    for (name, expected) in [
        ("application_id", 0x514C_6962_i64.into()),
        ("user_version", 1_i64.into()),
        ("journal_mode", String::from("wal").into()),
        ("synchronous", 2_i64.into()),
        ("foreign_keys", 1_i64.into()),
        ("temp_store", 2_i64.into()),
        ("trusted_schema", 0_i64.into()),
    ] {
        assert_eq!(
            pragma(name).expect("a pragma"),
            expected,
            "The writer's settings keep what was acknowledged: {name}."
        );
    }
    write(&file, 3);
    let reader = file.readers().open().expect("a reader");
    assert_eq!(count(&reader), 3, "A reader sees what was committed.");
    reader.execute("DELETE FROM note", []).expect_err("A reader never writes.");
    drop(reader);
    file.close().expect("closed");
    assert_eq!(names(folder.path()), ["Camp.qlibre"], "A closed workspace is one file.");
    assert!(
        matches!(
            WorkspaceFile::create_at(&folder.path().join("Camp.qlibre"), "test", FIRST),
            Err(FileError::Exists)
        ),
        "Nothing is written over."
    );
}

#[test]
fn a_workspace_has_one_writer() {
    let folder = folder();
    let file = new_file(folder.path());
    write(&file, 2);
    let Err(FileError::InUse { holder }) = open(file.path()) else {
        panic!("A workspace open elsewhere is in use.")
    };
    if cfg!(unix) {
        assert_eq!(
            holder,
            Some(Holder { pid: std::process::id(), purpose: "test".into() }),
            "One is told who has it."
        );
    }
    #[cfg(unix)]
    {
        let link = folder.path().join("Raccourci.qlibre");
        std::os::unix::fs::symlink(file.path(), &link).expect("a link");
        assert!(
            matches!(open(&link), Err(FileError::InUse { .. })),
            "Another path to the file is the same file."
        );
    }
    let beside = WorkspaceFile::open_read_only_at(file.path(), FIRST).expect("reading beside the writer");
    assert!(beside.is_read_only(), "Reading takes no lock.");
    assert_eq!(count(beside.connection()), 2, "What is committed can be read beside the writer.");
    beside
        .connection()
        .execute("DELETE FROM note", [])
        .expect_err("A workspace open for reading is never written.");
    drop((beside, file));
    drop(open(&folder.path().join("Camp.qlibre")).expect("A closed workspace is free."));
}

#[test]
fn a_lock_left_by_a_crash_means_nothing() {
    let folder = folder();
    let path = new_file(folder.path()).path().to_owned();
    fs::write(disk::beside(&path, "-lock"), "1\nwindow\n").expect("a stale lock");
    drop(open(&path).expect("The system holds locks, not files."));
}

#[test]
fn a_missing_file_is_never_made_by_opening() {
    let folder = folder();
    let path = folder.path().join("Camp.qlibre");
    assert!(matches!(open(&path), Err(FileError::Missing)), "A missing file is told as such.");
    assert!(
        matches!(WorkspaceFile::open_read_only_at(&path, FIRST), Err(FileError::Missing)),
        "For reading too."
    );
    assert_eq!(names(folder.path()), [""; 0], "Looking for a file leaves nothing behind.");
}

#[test]
fn foreign_files_are_refused_untouched() {
    let folder = folder();
    let foreign = folder.path().join("foreign.qlibre");
    let other = Connection::open(&foreign).expect("another program's database");
    other.execute_batch("CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 9;").expect("a table");
    drop(other);
    let text = folder.path().join("text.qlibre");
    fs::write(&text, "INT. CUISINE – JOUR").expect("a text");
    for path in [foreign, text, folder.path().to_owned()] {
        let before = fs::read(&path).ok();
        assert!(
            matches!(open(&path), Err(FileError::NotOurs)),
            "A foreign file is not ours: {}",
            path.display()
        );
        assert!(
            matches!(WorkspaceFile::open_read_only_at(&path, FIRST), Err(FileError::NotOurs)),
            "For reading neither."
        );
        assert_eq!(fs::read(&path).ok(), before, "A foreign file is left as it is.");
    }
}

#[test]
fn a_newer_workspace_is_refused_untouched() {
    let folder = folder();
    let file = new_file(folder.path());
    file.connection().pragma_update(None, "user_version", 7).expect("a newer schema");
    let path = file.path().to_owned();
    file.close().expect("closed");
    let before = fs::read(&path).expect("bytes");
    for refused in [open(&path), WorkspaceFile::open_read_only_at(&path, FIRST)] {
        assert!(
            matches!(refused, Err(FileError::Newer { found: 7, known: 1 })),
            "A newer file is refused: {refused:?}"
        );
    }
    assert_eq!(fs::read(&path).expect("bytes"), before, "A newer file is left as it is.");
    assert_eq!(names(folder.path()), ["Camp.qlibre"], "Refusing leaves nothing beside it.");
}

#[test]
fn migrations_run_once_each_and_whole_or_not_at_all() {
    let folder = folder();
    let file = new_file(folder.path());
    let path = file.path().to_owned();
    drop(file);
    let broken = Migration { sql: "CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);" };
    let failed = WorkspaceFile::open_at(&path, "test", &[FIRST[0], broken]);
    assert!(matches!(failed, Err(FileError::Sql { .. })), "A script that fails is told.");
    let file = open(&path).expect("the file is at the schema before");
    file.connection().prepare("SELECT * FROM half").expect_err("Nothing of a failed script stays.");
    drop(file);
    let second = Migration { sql: "ALTER TABLE note ADD COLUMN colour TEXT;" };
    for _ in 0..2 {
        let file = WorkspaceFile::open_at(&path, "test", &[FIRST[0], second])
            .expect("a newer version opens an older file");
        assert_eq!(file.schema().expect("a schema"), 2, "Each script runs once.");
    }
}

#[test]
fn torn_and_cut_files_are_damaged() {
    let folder = folder();
    let file = new_file(folder.path());
    write(&file, 400);
    let path = file.path().to_owned();
    file.close().expect("closed");
    let whole = fs::read(&path).expect("bytes");
    let damaged = |bytes: &[u8], what: &str, readable: bool| {
        fs::write(&path, bytes).expect("damage");
        let refused = open(&path);
        assert!(matches!(refused, Err(FileError::Damaged { .. })), "{what} is damage: {refused:?}");
        match WorkspaceFile::open_read_only_at(&path, FIRST) {
            Ok(file) => assert!(readable && file.schema().is_ok(), "{what} is no workspace any more."),
            Err(error) => {
                assert!(!readable && matches!(error, FileError::Damaged { .. }), "{what}: {error:?}");
            }
        }
        assert_eq!(fs::read(&path).expect("bytes"), bytes, "{what} is never mended in silence.");
    };
    damaged(b"", "An empty file", false);
    damaged(&whole[..9], "A file of nine bytes", false);
    damaged(&whole[..90], "Half a header", false);
    damaged(&vec![0; whole.len()], "A file of zeros", false);
    // What is left can still be looked at.
    damaged(&whole[..whole.len() - 5_000], "A file cut short", true);
    let mut page = whole.clone();
    page[4_096 * 5..4_096 * 6].fill(0xA5);
    damaged(&page, "A page of noise", true);
    fs::write(&path, &whole).expect("whole again");
    assert_eq!(
        count(open(&path).expect("the whole file opens").connection()),
        400,
        "Nothing was lost by refusing."
    );
}

#[test]
fn damage_found_later_is_told_as_damage() {
    let folder = folder();
    let file = new_file(folder.path());
    write(&file, 400);
    let path = file.path().to_owned();
    file.close().expect("closed");
    let mut bytes = fs::read(&path).expect("bytes");
    bytes[4_096 * 5..4_096 * 6].fill(0xA5);
    fs::write(&path, bytes).expect("damage");
    let reader = connection::open_immutable(&path).expect("a connection");
    let read: Result<i64, _> = reader.query_row("SELECT sum(length(text)) FROM note", [], |row| row.get(0));
    let told = FileError::from(read.expect_err("a damaged page cannot be read"));
    assert!(
        matches!(told, FileError::Damaged { .. }),
        "A damaged page is damage, whenever it is found: {told:?}"
    );
}

#[test]
fn a_full_disk_is_told_as_full_and_loses_nothing() {
    let folder = folder();
    let file = new_file(folder.path());
    write(&file, 10);
    file.connection().pragma_update(None, "max_page_count", 8).expect("a small disk");
    let insert = |size: usize| {
        file.connection().execute("INSERT INTO note (text) VALUES (?1)", params!["x".repeat(size)])
    };
    let told = FileError::from(insert(200_000).expect_err("no room"));
    assert!(matches!(told, FileError::DiskFull { .. }), "A full disk is told as such: {told:?}");
    assert_eq!(count(file.connection()), 10, "What was there stays.");
}

/// A copy of the files as a `kill -9` leaves them: the writer had them open.
fn killed(from: &WorkspaceFile, to: &Path) -> PathBuf {
    let path = to.join("Killed.qlibre");
    for ending in ["", "-wal"] {
        fs::copy(disk::beside(from.path(), ending), disk::beside(&path, ending)).expect("a copy");
    }
    path
}

#[test]
fn what_was_committed_before_a_kill_is_there() {
    let (folder, other) = (folder(), self::folder());
    let file = new_file(folder.path());
    write(&file, 50);
    let path = killed(&file, other.path());
    assert!(header::has_log(&path), "A killed process leaves its log.");
    assert_eq!(
        count(open(&path).expect("a killed workspace opens").connection()),
        50,
        "Every commit is there after a kill."
    );
}

#[cfg(unix)]
mod permissions {
    use std::{
        os::unix::{fs::PermissionsExt, process::CommandExt},
        process::Command,
    };

    use super::*;

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
    }

    /// Runs one of the hidden tests below as a person without rights over everything, which the root of a container has.
    fn as_anyone(test: &str, folder: &Path) {
        let mut command = Command::new(std::env::current_exe().expect("this test"));
        command.args([
            "--exact",
            &format!("{}::{test}", module_path!().split_once("::").expect("a crate").1),
            "--ignored",
            "--nocapture",
        ]);
        command.env("QL_TEST_FOLDER", folder);
        set(folder, 0o555);
        if fs::write(folder.join("probe"), "").is_ok() {
            fs::remove_file(folder.join("probe")).expect("removed");
            command.uid(65_534).gid(65_534);
        }
        let ran = command.output();
        set(folder, 0o755);
        let output = match ran {
            Ok(output) => output,
            // Where another user may not even start this test there is nothing to learn.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return,
            Err(error) => panic!("could not run: {error}"),
        };
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && text.contains("1 passed"),
            "{test}: {text}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    fn given_path() -> PathBuf {
        PathBuf::from(std::env::var_os("QL_TEST_FOLDER").expect("a folder")).join("Camp.qlibre")
    }

    fn sealed(file_mode: u32) -> TempDir {
        let folder = folder();
        let file = new_file(folder.path());
        write(&file, 30);
        let path = file.path().to_owned();
        file.close().expect("closed");
        set(&path, file_mode);
        folder
    }

    #[test]
    fn a_read_only_folder_is_told_and_can_be_read() {
        as_anyone("in_read_only_folder", sealed(0o666).path());
    }

    #[test]
    #[ignore = "run by the test above"]
    fn in_read_only_folder() {
        let path = given_path();
        let refused = open(&path);
        assert!(
            matches!(refused, Err(FileError::FolderReadOnly { .. })),
            "A read-only folder is told: {refused:?}"
        );
        let file = WorkspaceFile::open_read_only_at(&path, FIRST).expect("reading needs no right to write");
        assert_eq!(count(file.connection()), 30, "What is in a read-only folder can be read.");
        assert_eq!(count(&file.readers().open().expect("a reader")), 30, "By several connections.");
        let made = WorkspaceFile::create_at(&path.with_file_name("Neuf.qlibre"), "test", FIRST);
        assert!(
            matches!(made, Err(FileError::FolderReadOnly { .. })),
            "Nothing new is made there either: {made:?}"
        );
    }

    #[test]
    fn a_log_in_a_read_only_folder_is_read_too() {
        let (folder, other) = (folder(), super::folder());
        let file = new_file(other.path());
        write(&file, 50);
        fs::rename(killed(&file, folder.path()), folder.path().join("Camp.qlibre")).expect("renamed");
        fs::rename(folder.path().join("Killed.qlibre-wal"), folder.path().join("Camp.qlibre-wal"))
            .expect("renamed");
        as_anyone("with_log_in_read_only_folder", folder.path());
    }

    #[test]
    #[ignore = "run by the test above"]
    fn with_log_in_read_only_folder() {
        let file =
            WorkspaceFile::open_read_only_at(&given_path(), FIRST).expect("reading needs no right to write");
        assert_eq!(count(file.connection()), 50, "What a killed process committed is read from its log.");
    }

    #[test]
    fn a_read_only_file_is_told() {
        let folder = sealed(0o444);
        let inside = folder.path().join("open");
        fs::create_dir(&inside).expect("a folder");
        fs::rename(folder.path().join("Camp.qlibre"), inside.join("Camp.qlibre")).expect("moved");
        set(&inside, 0o777);
        as_anyone("of_read_only_file", folder.path());
    }

    #[test]
    #[ignore = "run by the test above"]
    fn of_read_only_file() {
        let path = given_path().with_file_name("open").join("Camp.qlibre");
        let refused = open(&path);
        assert!(
            matches!(refused, Err(FileError::FileReadOnly { .. })),
            "A read-only file is told: {refused:?}"
        );
        let file = WorkspaceFile::open_read_only_at(&path, FIRST).expect("reading needs no right to write");
        assert_eq!(count(file.connection()), 30, "What is in a read-only file can be read.");
    }
}
