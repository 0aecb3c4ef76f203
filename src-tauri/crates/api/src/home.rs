//! What the machine keeps outside workspaces: settings, recent files, and the witnesses that tell copied files.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use ql_model::DocumentId;
use ql_store::{TeamKey, Witness};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    commands::export::PrintMemory,
    settings::{Settings, read_json, write_json},
    team_keys,
};

/// Name of the workspace made at the first start.
const DEFAULT_NAME: &str = "Quartier Libre.qlibre";
/// How each film was last printed.
const PRINTS: &str = "prints.json";
/// How many recent files are offered.
const RECENT: usize = 8;

/// The folders of this machine, given by the shell.
#[derive(Clone, Debug)]
pub struct Home {
    /// For settings.
    pub config: PathBuf,
    /// For the default workspace.
    pub data: PathBuf,
}

/// What a native dialog is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// An existing workspace.
    OpenWorkspace,
    /// A name for a new workspace.
    NewWorkspace,
    /// A name for a copy.
    SaveBackup,
    /// An existing copy.
    OpenBackup,
    /// A name for a paper or a table.
    SaveExport,
    /// A list of people.
    OpenTable,
    /// A photo or a scan.
    OpenPicture,
}

/// Native dialogs, behind one function that tests answer with a path.
pub trait Dialogs: Send + Sync {
    /// Asks for a path; `None` when the person gave up. `name` is offered for a new file; its ending says of which kind it is.
    fn choose_path(&self, purpose: Purpose, name: Option<&str>) -> Option<PathBuf>;
    /// Shows a file in the program the system has for it; whether there is one.
    fn show_file(&self, path: &Path) -> bool;
}

/// What is remembered between two starts.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Memory {
    #[serde(default)]
    last: Option<PathBuf>,
    #[serde(default)]
    recent: Vec<PathBuf>,
    #[serde(default)]
    witnesses: BTreeMap<Uuid, Witness>,
}

/// Settings and memory, in two files.
pub(crate) struct Kept {
    home: Home,
    settings: Mutex<Settings>,
    memory: Mutex<Memory>,
    /// There was a memory, and it cannot be read: which workspace was the last is not known.
    forgot: bool,
}

impl Kept {
    pub fn open(home: Home) -> Self {
        let settings = read_json(&home.config.join("settings.json")).unwrap_or_default();
        let path = home.config.join("memory.json");
        let memory: Option<Memory> = read_json(&path);
        let forgot = memory.is_none() && path.exists();
        Self { home, settings: Mutex::new(settings), memory: Mutex::new(memory.unwrap_or_default()), forgot }
    }

    pub fn settings(&self) -> Settings {
        lock(&self.settings).clone()
    }

    /// Changes settings; they hold for this run even where the folder cannot be written.
    pub fn change(&self, change: impl FnOnce(&mut Settings)) -> Settings {
        let mut settings = lock(&self.settings);
        change(&mut settings);
        let _ = write_json(&self.home.config.join("settings.json"), &*settings);
        settings.clone()
    }

    /// The workspace to open when none is named, and whether it may be made: the last one, or the default where there never was one.
    /// One that was there and has gone is said, with its copies; an empty one in its place would push them out, one a day.
    pub fn workspace(&self) -> (PathBuf, bool) {
        let default = self.default_workspace();
        let copies = ql_store::list_backups(&ql_store::backup_folder(&default));
        match lock(&self.memory).last.clone() {
            Some(last) => (last, false),
            None => (default, !self.forgot && copies.is_ok_and(|copies| copies.is_empty())),
        }
    }

    pub fn default_workspace(&self) -> PathBuf {
        self.home.data.join(DEFAULT_NAME)
    }

    /// The folder of files made for a viewer.
    pub fn printed_folder(&self) -> PathBuf {
        self.home.data.join("printed")
    }

    /// How a film was last printed.
    pub fn printed(&self, film: DocumentId) -> PrintMemory {
        self.prints().remove(&film.to_string()).unwrap_or_default()
    }

    /// Keeps how a film was printed. Not worth failing for.
    pub fn remember_print(&self, film: DocumentId, print: PrintMemory) {
        let mut prints = self.prints();
        prints.insert(film.to_string(), print);
        let _ = write_json(&self.home.config.join(PRINTS), &prints);
    }

    fn prints(&self) -> BTreeMap<String, PrintMemory> {
        read_json(&self.home.config.join(PRINTS)).unwrap_or_default()
    }

    pub fn recent(&self) -> Vec<PathBuf> {
        lock(&self.memory).recent.iter().filter(|path| path.exists()).cloned().collect()
    }

    pub fn witness(&self, device: Uuid) -> Option<Witness> {
        lock(&self.memory).witnesses.get(&device).cloned()
    }

    /// Keeps the key of a team for when its register is sealed.
    pub fn keep_team_key(&self, key: &TeamKey) {
        team_keys::keep(&self.home.config, key);
    }

    /// Keeps a witness; `chosen` workspaces are also offered again, latest first.
    pub fn remember(&self, witness: Witness, chosen: bool) {
        let mut memory = lock(&self.memory);
        // A command beside the window may have written meanwhile.
        if let Some(written) = read_json(&self.home.config.join("memory.json")) {
            *memory = written;
        }
        if chosen {
            let path = witness.path.clone();
            memory.recent.retain(|known| *known != path);
            memory.recent.insert(0, path.clone());
            memory.recent.truncate(RECENT);
            memory.last = Some(path);
        }
        memory.witnesses.insert(witness.device, witness);
        let _ = write_json(&self.home.config.join("memory.json"), &*memory);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A workspace's name as people call it: its file name without the ending.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
