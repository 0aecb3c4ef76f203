//! What Typst sees: our templates, our fonts, one dictionary of data and the drawings beside it. No disk, no package, no clock.

use std::{
    collections::HashMap,
    sync::{LazyLock, OnceLock},
};

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Dict, Duration, IntoValue},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::beside::Beside;

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../../assets/papers/", $name)))),+]
    };
}

macro_rules! font_files {
    ($($name:literal),+ $(,)?) => {
        [$(&include_bytes!(concat!("../../../../assets/fonts/ttf/", $name))[..]),+]
    };
}

/// The templates by their identity. Typst keeps identities for the life of the process and has 65,535 of them: these few are all we use.
static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    let files = templates![
        "paper.typ",
        "cover.typ",
        "storyboard.typ",
        "shot-list.typ",
        "attendance.typ",
        "recovery.typ",
        "record.typ",
    ];
    files
        .into_iter()
        .map(|(name, text)| (identity(name), Source::new(identity(name), text.to_owned())))
        .collect()
});

/// The fonts of papers, some made narrow, bold or smaller by half of their axes. Atkinson, Bricolage and Readex have no combining marks
/// here, only whole letters: they have them for a few letters, and Typst would shape a letter they have not together with a mark they have
/// as the mark alone. A letter with a mark of its own is Noto Sans'.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files = font_files![
        "atkinson-hyperlegible-next-400.ttf",
        "atkinson-hyperlegible-next-400-italic.ttf",
        "atkinson-hyperlegible-next-700.ttf",
        "atkinson-hyperlegible-mono-600.ttf",
        "bricolage-grotesque-condensed-800.ttf",
        "readex-pro-400.ttf",
        "readex-pro-700.ttf",
        "noto-sans-arabic-400.ttf",
        "noto-sans-arabic-700.ttf",
        "noto-sans-400.ttf",
        "noto-sans-700.ttf",
        "noto-sans-math-400.ttf",
        "noto-sans-symbols-400.ttf",
        "noto-sans-symbols-2-400.ttf",
        "noto-emoji-400.ttf",
    ];
    let read =
        |bytes: &'static [u8]| Font::new(Bytes::new(bytes), 0).expect("the program's own fonts are fonts");
    files.into_iter().map(read).collect()
});

static BOOK: OnceLock<LazyHash<FontBook>> = OnceLock::new();

/// The fonts of every paper.
pub(crate) fn fonts() -> &'static [Font] {
    &FONTS
}

/// The identity of one of our files.
pub(crate) fn identity(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names of our files are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One template with its data and its drawings.
pub(crate) struct Press {
    library: LazyHash<Library>,
    main: FileId,
    beside: Beside,
}

impl Press {
    /// `template` is one of ours; the dictionary is what it reads as `sys.inputs.data`.
    pub(crate) fn new(template: &str, data: Dict, beside: Beside) -> Self {
        let inputs: Dict = [("data".into(), data.into_value())].into_iter().collect();
        Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            main: identity(template),
            beside,
        }
    }
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        BOOK.get_or_init(|| LazyHash::new(FontBook::from_fonts(fonts())))
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.get(&id).cloned().ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.beside.get(id).ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index).cloned()
    }

    /// Papers say when the film changed, which comes with the data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
