//! The one list of commands: `name(Request) -> Reply`, each with the lowest role that may call it.

pub(crate) mod backups;
mod calendar;
mod correcting;
mod duplicates;
mod edits;
mod erasing;
pub(crate) mod export;
mod faces;
mod films;
mod grouping;
mod handover;
mod import;
mod papers;
pub(crate) mod people;
mod register;
mod search;
pub(crate) mod session;
pub(crate) mod sheets;
mod terminal;
mod trash;
mod turning;

use serde_json::Value;

use crate::{
    app::App,
    error::{ErrorCode, Failure},
    role::Role,
};

/// A command, for the documentation.
#[derive(Clone, Copy, Debug)]
pub struct CommandInfo {
    /// Its name.
    pub name: &'static str,
    /// The lowest role that may call it.
    pub role: Role,
    /// Name of the request's type.
    pub request: &'static str,
    /// Name of the reply's type.
    pub reply: &'static str,
}

macro_rules! commands {
    ($($role:ident { $($name:ident($module:ident::$request:ident) -> $reply:ident;)+ })+) => {
        /// Every command.
        pub const COMMANDS: &[CommandInfo] = &[$($(CommandInfo {
            name: stringify!($name), role: Role::$role, request: stringify!($request), reply: stringify!($reply),
        }),+),+];

        fn dispatch(app: &App, name: &str, request: Value) -> Result<Value, Failure> {
            match name {
                $($(stringify!($name) => {
                    let request: $module::$request = serde_json::from_value(request)?;
                    let reply: $module::$reply = $module::$name(app.inner(), request)?;
                    Ok(serde_json::to_value(reply)?)
                })+)+
                _ => Err(unknown(name)),
            }
        }

        /// Calls `see` with the TypeScript of every request and reply.
        pub(crate) fn each_type(mut see: impl FnMut(&dyn Fn(&mut crate::typescript::Sheet))) {
            $($(
                see(&|sheet| sheet.add::<$module::$request>());
                see(&|sheet| sheet.add::<$module::$reply>());
            )+)+
        }
    };
}

commands! {
    Desk {
        get_session(session::GetSession) -> Session;
        set_settings(session::SettingsPatch) -> Settings;
        open_workspace(session::OpenWorkspace) -> Session;
        choose_path(session::ChoosePath) -> ChosenPath;
        list_films(films::ListFilms) -> FilmList;
        get_film(films::GetFilm) -> FilmView;
        get_drawing(films::GetDrawing) -> DrawingView;
        add_demo(films::AddDemo) -> AddedDemo;
        add_film(films::AddFilm) -> Added;
        duplicate_film(films::DuplicateFilm) -> Added;
        archive_film(films::ArchiveFilm) -> Done;
        restore_film(films::RestoreFilm) -> Done;
        lock_film(edits::LockFilm) -> Done;
        unlock_film(edits::UnlockFilm) -> Done;
        add_scene(edits::AddScene) -> Added;
        add_shot(edits::AddShot) -> AddedShot;
        add_panel(edits::AddPanel) -> AddedPanel;
        set_field(edits::SetField) -> Done;
        splice_text(edits::SpliceText) -> SplicedText;
        move_entity(edits::MoveEntity) -> Done;
        duplicate_entity(edits::DuplicateEntity) -> Added;
        delete_entity(edits::DeleteEntity) -> Done;
        restore_entity(edits::RestoreEntity) -> Done;
        add_stroke(edits::AddStroke) -> AddedStroke;
        erase_strokes(edits::EraseStrokes) -> Done;
        cut_strokes(edits::CutStrokes) -> Done;
        add_mark(edits::AddMark) -> Added;
        undo(edits::UndoLast) -> Undone;
        redo(edits::RedoLast) -> Undone;
        list_faces(faces::ListFaces) -> FaceList;
        add_face(faces::AddFace) -> Added;
        list_trash(trash::ListTrash) -> Trash;
        list_lost(trash::ListLost) -> Lost;
        search(search::Search) -> SearchReply;
        list_backups(backups::ListBackups) -> BackupList;
        backup(backups::MakeBackup) -> Backup;
        restore_backup(backups::RestoreBackup) -> Session;
        check(backups::Check) -> CheckReply;
        get_print_look(export::GetPrintLook) -> PrintMemory;
        preview_paper(export::ExportChoice) -> Preview;
        end_preview(export::EndPreview) -> Done;
        export_film(export::ExportFilm) -> Exported;
        print_film(export::PrintFilm) -> Printed;
        cancel_export(export::CancelExport) -> Done;
        films(terminal::Films) -> FilmLines;
        dump(terminal::Dump) -> FilmDump;
        demo(terminal::Demo) -> AddedDemo;
        get_register(register::GetRegister) -> Register;
        rate_passphrase(register::RatePassphrase) -> PassphraseRating;
        create_register(register::CreateRegister) -> Recovery;
        unlock_register(register::UnlockRegister) -> Register;
        lock_register(register::LockRegister) -> Register;
        get_calendar(calendar::GetCalendar) -> Calendar;
        get_handover(handover::GetHandover) -> HandoverReply;
        sign_handover(handover::SignHandover) -> Handover;
        skip_handover(handover::SkipHandover) -> Handover;
        end_handover(handover::EndHandover) -> Register;
    }
    Trainer {
        keep_unlocked(register::KeepUnlocked) -> Done;
        change_passphrase(register::ChangePassphrase) -> PassphraseChanged;
        renew_recovery(register::RenewRecovery) -> Recovery;
        confirm_recovery(register::ConfirmRecovery) -> Register;
        list_refused(register::ListRefused) -> RefusedList;
        discard_entry(register::DiscardEntry) -> Done;
        destroy_damaged(register::DestroyDamaged) -> DamagedDestroyed;
        list_people(people::ListPeople) -> PersonList;
        get_person(people::PersonId) -> Person;
        add_person(people::AddPerson) -> Added;
        set_person(people::SetPerson) -> Done;
        add_relative(people::AddRelative) -> Added;
        set_relative(people::SetRelative) -> Done;
        delete_relative(people::DeleteRelative) -> Done;
        get_health(people::PersonId) -> Health;
        set_health(people::SetHealth) -> Done;
        undo_register(turning::UndoRegister) -> RegisterUndone;
        redo_register(turning::UndoRegister) -> RegisterUndone;
        read_table(import::ReadTable) -> TableView;
        preview_import(import::PreviewImport) -> ImportPreview;
        import_people(import::ImportPeople) -> ImportDone;
        cancel_import(import::CancelImport) -> Done;
        find_duplicates(duplicates::FindDuplicates) -> DuplicateList;
        merge_people(duplicates::MergePeople) -> Merged;
        keep_apart(duplicates::KeepApart) -> Done;
        preview_erasure(erasing::PersonId) -> ErasurePreview;
        erase_person(erasing::PersonId) -> Erasure;
        list_expired(erasing::ListExpired) -> ExpiredList;
        preview_erase_people(erasing::ErasePeople) -> ManyPreview;
        erase_people(erasing::ErasePeople) -> ErasedPeople;
        erase_sheets(erasing::EraseSheets) -> ErasedSheets;
        get_retention(erasing::GetRetention) -> Retention;
        set_retention(erasing::SetRetention) -> Retention;
        add_session(calendar::AddSession) -> Added;
        set_session(calendar::SetSession) -> Done;
        delete_session(calendar::SessionId) -> Done;
        restore_session(calendar::SessionId) -> Done;
        add_place(calendar::AddPlace) -> Added;
        set_place(calendar::SetPlace) -> Done;
        add_group(calendar::AddGroup) -> Added;
        set_group(calendar::SetGroup) -> Done;
        delete_group(calendar::GroupId) -> Done;
        get_sheet(sheets::GetSheet) -> Sheet;
        fill_sheet(sheets::FillSheet) -> Filled;
        add_to_sheet(sheets::OnSheet) -> Done;
        remove_from_sheet(sheets::OnSheet) -> Done;
        mark_cell(sheets::MarkCell) -> Done;
        sign_cell(sheets::SignCell) -> Done;
        clear_signature(sheets::ClearSignature) -> Done;
        close_sheet(sheets::CloseSheet) -> Done;
        correct_cell(correcting::CorrectCell) -> Done;
        attach_scan(sheets::AttachScan) -> ScansAdded;
        remove_scan(sheets::RemoveScan) -> Done;
        restore_scan(sheets::RemoveScan) -> Done;
        list_sheets(sheets::ListSheets) -> SheetList;
        export_paper(papers::ExportPaper) -> WrittenPaper;
        discard_recovery(papers::DiscardRecovery) -> DiscardedRecovery;
        hand_over(handover::HandOver) -> Handover;
    }
}

/// Commands of the desk that are a trainer's once there is a register: they put another file in the place of the one it is in.
pub(crate) const GUARDED: &[&str] = &["restore_backup"];

/// Runs a command for a role.
pub(crate) fn run(app: &App, role: Role, name: &str, request: Value) -> Result<Value, Failure> {
    let command = COMMANDS.iter().find(|command| command.name == name).ok_or_else(|| unknown(name))?;
    app.inner().watch();
    let role = app.inner().mode.role(role);
    if role < command.role || (GUARDED.contains(&name) && role < Role::Trainer && may_be_opened(app)) {
        let code = match role {
            Role::Guest => ErrorCode::Forbidden,
            _ if has_register(app) => ErrorCode::RegisterSealed,
            _ => ErrorCode::RegisterNone,
        };
        return Err(Failure::new(code, name));
    }
    // Whoever holds the pad does not take it away from those who have not signed.
    if name == "open_workspace" && app.inner().mode.with_pad(|pad| pad.is_some()) {
        return Err(Failure::new(ErrorCode::RegisterSealed, name));
    }
    if command.role == Role::Trainer {
        app.inner().mode.stir();
    }
    let mut reply = dispatch(app, name, request)?;
    if command.reply == "Session" {
        reply["role"] = serde_json::to_value(role)?;
    }
    Ok(reply)
}

fn has_register(app: &App) -> bool {
    app.inner().register().is_ok_and(|register| register.exists)
}

/// Torn where it keeps what opens it, a register is nobody's, or theirs who gave the right words: going back to a copy is what is left.
fn may_be_opened(app: &App) -> bool {
    has_register(app)
        && !app.inner().mode.is_torn_within()
        && app.inner().write(|workspace| Ok(workspace.may_be_opened()?)).unwrap_or(true)
}

fn unknown(name: &str) -> Failure {
    Failure::new(ErrorCode::UnknownCommand, name.chars().take(80).collect::<String>())
}
