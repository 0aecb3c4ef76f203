//! Settings of this machine: kept outside the workspace, in one small file that is replaced whole or not at all.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest own word, in characters.
const WORD: usize = 60;
/// Most own words: the vocabulary has fewer codes.
const WORDS: usize = 200;

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $first:ident = $first_code:literal $(, $variant:ident = $code:literal)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
        pub enum $name {
            #[default] #[serde(rename = $first_code)] #[doc = concat!("`", $first_code, "`")] $first
            $(, #[serde(rename = $code)] #[doc = concat!("`", $code, "`")] $variant)*
        }
    };
}

choice!(
    /// Language of screens and papers.
    Language { Fr = "fr", En = "en" }
);
choice!(
    /// Light or dark.
    Theme { Light = "light", Dark = "dark", System = "system" }
);
choice!(
    /// Size of all text.
    TextSize { Normal = "normal", Large = "large", Larger = "larger", Huge = "huge" }
);
choice!(
    /// Shape of the letters.
    Letters { Atkinson = "atkinson", Wide = "wide", Spaced = "spaced" }
);

impl Language {
    /// The language whose catalogues serve a system that speaks this one ("fr-FR", "en_GB.UTF-8"). French first.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_lowercase().starts_with("en") { Language::En } else { Language::Fr }
    }

    /// The language of the system.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Language::Fr, |locale| Self::of_locale(&locale))
    }

    /// Two letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::Fr => "fr",
            Language::En => "en",
        }
    }
}

/// All settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Language of screens and papers.
    pub language: Language,
    /// Light or dark.
    #[serde(default)]
    pub theme: Theme,
    /// Size of all text.
    #[serde(default)]
    pub text_size: TextSize,
    /// Shape of the letters.
    #[serde(default)]
    pub letters: Letters,
    /// Nothing glides, nothing draws itself.
    #[serde(default)]
    pub less_motion: bool,
    /// The workshop's own words for codes of the vocabulary, by the key of the catalogues ("size-ELS"): schools swap "plan général" and
    /// "plan d'ensemble".
    #[serde(default)]
    #[ts(as = "std::collections::HashMap<String, String>")]
    pub words: BTreeMap<String, String>,
}

/// What is to change; the rest stays.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct SettingsPatch {
    pub language: Option<Language>,
    pub theme: Option<Theme>,
    pub text_size: Option<TextSize>,
    pub letters: Option<Letters>,
    pub less_motion: Option<bool>,
    /// All own words, in place of those there were.
    #[ts(as = "Option<std::collections::HashMap<String, String>>")]
    pub words: Option<BTreeMap<String, String>>,
}

impl Settings {
    pub(crate) fn apply(&mut self, patch: &SettingsPatch) {
        self.language = patch.language.unwrap_or(self.language);
        self.theme = patch.theme.unwrap_or(self.theme);
        self.text_size = patch.text_size.unwrap_or(self.text_size);
        self.letters = patch.letters.unwrap_or(self.letters);
        self.less_motion = patch.less_motion.unwrap_or(self.less_motion);
        if let Some(words) = &patch.words {
            let short = |text: &str| text.trim().chars().take(WORD).collect::<String>();
            let kept = words
                .iter()
                .map(|(key, word)| (short(key), short(word)))
                .filter(|(_, word)| !word.is_empty());
            self.words = kept.take(WORDS).collect();
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::of_system(),
            theme: Theme::default(),
            text_size: TextSize::default(),
            letters: Letters::default(),
            less_motion: false,
            words: BTreeMap::new(),
        }
    }
}

/// Reads a JSON file; `None` when it is missing or torn: settings are never worth stopping for.
pub(crate) fn read_json<T: for<'de> Deserialize<'de>>(path: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

/// Replaces a JSON file, whole or not at all.
pub(crate) fn write_json(path: &Path, value: &impl Serialize) -> io::Result<()> {
    replace_json(path, value, fs::File::options().write(true).create(true).truncate(true))
}

/// The same, for what only this account may read.
pub(crate) fn write_private_json(path: &Path, value: &impl Serialize) -> io::Result<()> {
    let mut how = fs::File::options();
    how.write(true).create(true).truncate(true);
    // Elsewhere the folder of the account is private by itself.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    replace_json(path, value, &how)
}

fn replace_json(path: &Path, value: &impl Serialize, how: &fs::OpenOptions) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut draft: PathBuf = path.to_owned();
    draft.set_extension(format!("{}.tmp", std::process::id()));
    let bytes = serde_json::to_vec_pretty(value).map_err(io::Error::other)?;
    let mut file = how.open(&draft)?;
    file.write_all(&bytes)?;
    // On the disk before it has its name: a power cut must leave the old one or the new one.
    file.sync_all()?;
    drop(file);
    fs::rename(&draft, path)
}
