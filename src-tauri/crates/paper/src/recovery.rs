//! The recovery sheet: the code that opens the register when nobody knows the passphrase any more, and what to do with it.

use typst::foundations::{IntoValue, dict};

use crate::{
    beside::Beside,
    compile::{Paper, PaperError},
    data,
    sheet::{Direction, Letterhead, PaperSize, Sheet},
};

/// A recovery sheet to be set. Nothing of it is kept by what sets it.
#[derive(Clone, Debug)]
pub struct RecoveryPaper {
    /// The team; its two lines are when the sheet was made, and its number.
    pub head: Letterhead,
    /// The paper; it stands upright.
    pub size: PaperSize,
    /// Name of the file whose register it opens.
    pub file: String,
    /// Six groups of four signs.
    pub code: [String; 6],
}

/// Signs of a group.
const GROUP: usize = 4;

impl RecoveryPaper {
    /// Words that the template asks for; each is `paper-<key>` in the catalogues.
    pub const WORDS: &[&str] = &[
        "page",
        "of",
        "recovery",
        "recovery-opens",
        "recovery-group",
        "recovery-signs",
        "recovery-file",
        "recovery-when",
        "recovery-step-1",
        "recovery-step-2",
        "recovery-step-3",
        "recovery-step-4",
        "recovery-step-5",
        "recovery-who",
        "recovery-name",
        "recovery-drawer",
        "recovery-checked",
        "recovery-never",
        "recovery-never-more",
    ];

    /// Sets its page.
    ///
    /// # Errors
    /// Only for faults of the program.
    pub fn set(&self) -> Result<Paper, PaperError> {
        let mut data = data::plain(&self.head, &Sheet::new(self.size, Direction::Portrait));
        let sign = |sign: &char| sign.is_ascii_alphanumeric();
        let code = self.code.iter().map(|group| group.chars().filter(sign).take(GROUP).collect::<String>());
        let recovery = dict! { "file" => self.file.as_str(), "code" => data::list(code) };
        data.insert("recovery".into(), recovery.into_value());
        Paper::set("recovery.typ", data, Beside::default(), self.head.made)
    }
}
