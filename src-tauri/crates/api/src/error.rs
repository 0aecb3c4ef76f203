//! Errors as people meet them: a code of a closed list, and two sentences from the catalogues: what is safe, and what to do.

use ql_model::{
    document::DocumentError, edit::EditError, fields::FieldError, sheet::SheetError,
    signature::SignatureError,
};
use ql_paper::ScanError;
use ql_store::{FileError, MediaError, StoreError};
use serde::Serialize;
use ts_rs::TS;

use crate::texts::Texts;

macro_rules! codes {
    ($($variant:ident = $code:literal),+ $(,)?) => {
        /// What went wrong, for programs; the catalogues have `error-<code>` and `error-<code>-hint`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
        pub enum ErrorCode { $(#[serde(rename = $code)] #[doc = concat!("Code `", $code, "`.")] $variant),+ }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [ErrorCode] = &[$(ErrorCode::$variant),+];

            /// The code as text.
            #[must_use]
            pub fn as_str(&self) -> &'static str {
                match self { $(ErrorCode::$variant => $code),+ }
            }
        }
    };
}

codes!(
    InvalidRequest = "invalid_request",
    UnknownCommand = "unknown_command",
    Forbidden = "forbidden",
    NotFound = "not_found",
    NotInFilm = "not_in_film",
    NoWorkspace = "no_workspace",
    WorkspaceInUse = "workspace_in_use",
    WorkspaceNewer = "workspace_newer",
    NotAWorkspace = "not_a_workspace",
    WorkspaceDamaged = "workspace_damaged",
    WorkspaceReadOnly = "workspace_read_only",
    FolderReadOnly = "folder_read_only",
    DiskFull = "disk_full",
    FileMissing = "file_missing",
    FileUnreadable = "file_unreadable",
    BackupInvalid = "backup_invalid",
    PictureType = "picture_type",
    PictureUnreadable = "picture_unreadable",
    PictureTooLarge = "picture_too_large",
    PdfUnreadable = "pdf_unreadable",
    PdfTooLong = "pdf_too_long",
    TextTooLong = "text_too_long",
    FileExists = "file_exists",
    FolderMissing = "folder_missing",
    TargetFolder = "target_folder",
    TargetLocked = "target_locked",
    TargetFull = "target_full",
    NameRefused = "name_refused",
    RegisterSealed = "register_sealed",
    RegisterNone = "register_none",
    BirthImpossible = "birth_impossible",
    DayPast = "day_past",
    HealthTooLong = "health_too_long",
    RegisterExists = "register_exists",
    PassphraseWrong = "passphrase_wrong",
    PassphraseWait = "passphrase_wait",
    PassphraseWeak = "passphrase_weak",
    PassphraseSame = "passphrase_same",
    CodeWrong = "code_wrong",
    CodeIncomplete = "code_incomplete",
    SealedDamaged = "sealed_damaged",
    LockTorn = "lock_torn",
    NameMissing = "name_missing",
    SheetClosed = "sheet_closed",
    SheetOver = "sheet_over",
    SheetOpen = "sheet_open",
    SheetSigned = "sheet_signed",
    SheetMarked = "sheet_marked",
    HoursOutside = "hours_outside",
    NameTaken = "name_taken",
    SocialSecurity = "social_security",
    SheetUnsigned = "sheet_unsigned",
    SignatureEmpty = "signature_empty",
    SignatureTooLong = "signature_too_long",
    SignatureDamaged = "signature_damaged",
    ReasonMissing = "reason_missing",
    CorrectionSame = "correction_same",
    NobodyToSign = "nobody_to_sign",
    NothingToPrint = "nothing_to_print",
    TableEmpty = "table_empty",
    TablePassword = "table_password",
    TableUnreadable = "table_unreadable",
    TableTooLarge = "table_too_large",
    Cancelled = "cancelled",
    Storage = "storage",
    Internal = "internal",
);

/// An error at the edge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("error[{}]: {message}", .code.as_str())]
pub struct ApiError {
    /// For programs.
    pub code: ErrorCode,
    /// What happened, and what is safe; in the chosen language.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

/// An error on its way to the edge: the code, and the cause in English for whoever reads logs.
#[derive(Debug)]
pub(crate) struct Failure {
    pub code: ErrorCode,
    pub detail: String,
}

impl Failure {
    pub fn new(code: ErrorCode, detail: impl std::fmt::Display) -> Self {
        Self { code, detail: detail.to_string() }
    }

    /// In the words of a language. A refused request also says what was wrong with it: programs are written against it.
    pub fn tell(&self, texts: &Texts) -> ApiError {
        let code = self.code.as_str();
        let mut message = texts.text(&format!("error-{code}"), &[]);
        let tells = matches!(
            self.code,
            ErrorCode::InvalidRequest
                | ErrorCode::UnknownCommand
                | ErrorCode::NotFound
                | ErrorCode::NotInFilm
        );
        if tells && !self.detail.is_empty() {
            message = format!("{message} ({})", self.detail);
        }
        ApiError { code: self.code, message, hint: texts.text(&format!("error-{code}-hint"), &[]) }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::File(file) => file_code(file),
            StoreError::Document(DocumentError::Newer { .. }) => ErrorCode::WorkspaceNewer,
            StoreError::Document(_) => ErrorCode::WorkspaceDamaged,
            StoreError::Edit(EditError::Missing(_)) | StoreError::Missing(_) => ErrorCode::NotFound,
            StoreError::Edit(EditError::Field(FieldError::TooLong { .. })) => ErrorCode::TextTooLong,
            StoreError::Sealed => ErrorCode::RegisterSealed,
            StoreError::NoRegister => ErrorCode::RegisterNone,
            StoreError::RegisterExists => ErrorCode::RegisterExists,
            StoreError::RegisterLost => ErrorCode::LockTorn,
            StoreError::Unopened(_) => ErrorCode::SealedDamaged,
            StoreError::Sheet(sheet) => sheet_code(sheet),
            StoreError::Signature(SignatureError::Empty) => ErrorCode::SignatureEmpty,
            StoreError::Signature(SignatureError::TooLong) => ErrorCode::SignatureTooLong,
            StoreError::Edit(_) | StoreError::Ink(_) | StoreError::Signature(_) => ErrorCode::InvalidRequest,
            StoreError::Media(media) => media_code(media),
            StoreError::ReadOnly => ErrorCode::WorkspaceReadOnly,
        };
        Self::new(code, error)
    }
}

impl From<ScanError> for Failure {
    fn from(error: ScanError) -> Self {
        let code = match error {
            ScanError::Unreadable => ErrorCode::PdfUnreadable,
            ScanError::TooLong(_) => ErrorCode::PdfTooLong,
            ScanError::TooLarge => ErrorCode::PictureTooLarge,
        };
        Self::new(code, error)
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::new(file_code(&error), error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::new(ErrorCode::InvalidRequest, error)
    }
}

/// The code of a file's trouble.
pub(crate) fn file_code(error: &FileError) -> ErrorCode {
    match error {
        FileError::Missing => ErrorCode::FileMissing,
        FileError::Exists => ErrorCode::FileExists,
        FileError::InUse { .. } => ErrorCode::WorkspaceInUse,
        FileError::Newer { .. } => ErrorCode::WorkspaceNewer,
        FileError::NotOurs => ErrorCode::NotAWorkspace,
        FileError::Damaged { .. } => ErrorCode::WorkspaceDamaged,
        FileError::FolderReadOnly { .. } => ErrorCode::FolderReadOnly,
        FileError::FileReadOnly { .. } => ErrorCode::WorkspaceReadOnly,
        FileError::DiskFull { .. } => ErrorCode::DiskFull,
        FileError::Io { action: "read", source, .. }
            if source.kind() == std::io::ErrorKind::PermissionDenied =>
        {
            ErrorCode::FileUnreadable
        }
        FileError::Io { .. } | FileError::Sql { .. } => ErrorCode::Storage,
    }
}

fn sheet_code(error: &SheetError) -> ErrorCode {
    match error {
        SheetError::Closed => ErrorCode::SheetClosed,
        SheetError::Over => ErrorCode::SheetOver,
        SheetError::Open => ErrorCode::SheetOpen,
        SheetError::Stranger(_) | SheetError::NoScan(_) => ErrorCode::NotFound,
        SheetError::Signed(_) => ErrorCode::SheetSigned,
        SheetError::Unsigned => ErrorCode::SheetUnsigned,
        SheetError::Hours => ErrorCode::HoursOutside,
        SheetError::Unexplained => ErrorCode::ReasonMissing,
        SheetError::Unchanged => ErrorCode::CorrectionSame,
    }
}

fn media_code(error: &MediaError) -> ErrorCode {
    match error {
        MediaError::Type => ErrorCode::PictureType,
        MediaError::TooLarge { .. } => ErrorCode::PictureTooLarge,
        _ => ErrorCode::PictureUnreadable,
    }
}
