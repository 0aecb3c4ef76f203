//! The mode: choosing the passphrase, opening and sealing the register, the recovery code.

use ql_store::{NotOpened, Opening, RecoveryCode, Secret};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

pub(crate) use super::edits::Done;
use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    event::Event,
    mode::since_midnight,
    passphrase,
};
pub(crate) use crate::{mode::Register, passphrase::PassphraseRating};

#[derive(Debug, Deserialize, TS)]
pub(crate) struct GetRegister {}

#[derive(Deserialize, TS)]
pub(crate) struct RatePassphrase {
    passphrase: String,
}

#[derive(Deserialize, TS)]
pub(crate) struct CreateRegister {
    passphrase: String,
}

/// The recovery code, shown once.
#[derive(Serialize, TS)]
pub(crate) struct Recovery {
    /// Six groups of four signs.
    code: Vec<String>,
    /// Number of the sheet it is printed on.
    sheet: u32,
}

/// By one of the two.
#[derive(Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct UnlockRegister {
    passphrase: Option<String>,
    code: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct LockRegister {}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct KeepUnlocked {}

/// The passphrase in use, or the recovery code, and the one to come.
#[derive(Deserialize, TS)]
#[ts(optional_fields)]
pub(crate) struct ChangePassphrase {
    current: Option<String>,
    code: Option<String>,
    #[ts(optional = false)]
    passphrase: String,
}

#[derive(Debug, Serialize, TS)]
pub(crate) struct PassphraseChanged {
    /// Automatic copies that the phrase before still opens: they are tried again with the copy of a next day.
    copies_left: usize,
}

#[derive(Deserialize, TS)]
pub(crate) struct RenewRecovery {
    passphrase: String,
}

/// The code of a sheet that was printed.
#[derive(Deserialize, TS)]
pub(crate) struct ConfirmRecovery {
    code: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct ListRefused {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct RefusedList {
    entries: Vec<RefusedEntry>,
}

/// A signature that was not taken in.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RefusedEntry {
    id: String,
    /// `torn`, `forged`, `closed` or `gone`.
    reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct DestroyDamaged {}

#[derive(Debug, Serialize, TS)]
pub(crate) struct DamagedDestroyed {
    destroyed: usize,
}

#[derive(Debug, Deserialize, TS)]
pub(crate) struct DiscardEntry {
    id: String,
}

pub(crate) fn get_register(app: &Inner, _: GetRegister) -> Result<Register, Failure> {
    app.register()
}

pub(crate) fn rate_passphrase(app: &Inner, request: RatePassphrase) -> Result<PassphraseRating, Failure> {
    Ok(passphrase::rate(&Zeroizing::new(request.passphrase), &app.shown_names()))
}

pub(crate) fn create_register(app: &Inner, request: CreateRegister) -> Result<Recovery, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    strong(app, &passphrase)?;
    let _alone = trying(app);
    if app.register()?.exists {
        return Err(Failure::new(ErrorCode::RegisterExists, ""));
    }
    if app.write(|workspace| Ok(workspace.is_register_lost()?))? {
        return Err(ql_store::StoreError::RegisterLost.into());
    }
    let (secret, code) = (Secret::random(), RecoveryCode::random());
    let (by_phrase, by_code) = (secret.wrap(&passphrase), secret.wrap_for_recovery(&code));
    let team = app.write(|workspace| {
        workspace.create_register(secret, by_phrase, by_code)?;
        app.mode.unlocked();
        Ok(workspace.team_key()?)
    })?;
    app.kept.keep_team_key(&team);
    app.tell_mode();
    Ok(Recovery { code: code.groups(), sheet: 1 })
}

pub(crate) fn unlock_register(app: &Inner, request: UnlockRegister) -> Result<Register, Failure> {
    let seals = app.mode.seals();
    let secret = try_secret(app, request.passphrase, request.code)?;
    let today = since_midnight();
    let (opening, team) = app.write(|workspace| {
        // Sealed, or handed over, while the passphrase was being worked out: who sealed last is obeyed.
        if app.mode.seals() != seals {
            return Err(Failure::new(ErrorCode::RegisterSealed, ""));
        }
        if workspace.is_unlocked() {
            return Ok((Opening::default(), workspace.team_key()?));
        }
        let register = secret.recipient();
        let opening = workspace.unlock(secret, today)?;
        app.mode.right_try(&register);
        app.mode.unlocked();
        Ok((opening, workspace.team_key()?))
    })?;
    app.kept.keep_team_key(&team);
    // Whoever is told that a note was destroyed is told of its copies too.
    if opening.health_erased > 0 {
        app.forget_in_copies();
    }
    app.tell_mode();
    for session in opening.signed {
        app.tell(&Event::Sheet { session });
    }
    app.register()
}

pub(crate) fn lock_register(app: &Inner, _: LockRegister) -> Result<Register, Failure> {
    app.seal(None);
    app.register()
}

pub(crate) fn keep_unlocked(app: &Inner, _: KeepUnlocked) -> Result<Done, Failure> {
    app.mode.stir();
    Ok(Done {})
}

pub(crate) fn change_passphrase(
    app: &Inner,
    request: ChangePassphrase,
) -> Result<PassphraseChanged, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    strong(app, &passphrase)?;
    let same =
        request.current.as_ref().is_some_and(|current| ql_store::is_same_passphrase(current, &passphrase));
    let secret = try_secret(app, request.current, request.code)?;
    // Whoever knows the phrase of before is to be shut out by the new one.
    if same {
        return Err(Failure::new(ErrorCode::PassphraseSame, ""));
    }
    let wrapped = secret.wrap(&passphrase);
    app.write(|workspace| Ok(workspace.set_passphrase(&secret, &wrapped)?))?;
    app.mode.right_try(&secret.recipient());
    // What opened the automatic copies until now opens them no more.
    let copies_left = app.forget_in_copies().left;
    app.tell_mode();
    Ok(PassphraseChanged { copies_left })
}

pub(crate) fn renew_recovery(app: &Inner, request: RenewRecovery) -> Result<Recovery, Failure> {
    let secret = try_secret(app, Some(request.passphrase), None)?;
    app.mode.right_try(&secret.recipient());
    let code = RecoveryCode::random();
    let wrapped = secret.wrap_for_recovery(&code);
    let sheet = app.register()?.recovery.unwrap_or(0) + 1;
    app.mode.set_next_recovery(Some(wrapped));
    Ok(Recovery { code: code.groups(), sheet })
}

/// Takes the sheet for valid: someone copied its code. Until then the sheet before opens, so that a printer without paper locks nobody out.
pub(crate) fn confirm_recovery(app: &Inner, request: ConfirmRecovery) -> Result<Register, Failure> {
    let typed = Zeroizing::new(request.code.join(""));
    let code = RecoveryCode::read(&typed).ok_or_else(|| Failure::new(ErrorCode::CodeIncomplete, ""))?;
    let next = app.mode.next_recovery().filter(|next| next.open_by_code(&code).is_ok());
    app.write(|workspace| {
        match &next {
            Some(next) => drop(workspace.set_recovery(next)?),
            None => {
                let (_, valid) = workspace.wrapped_secret()?;
                valid.open_by_code(&code).map_err(not_opened)?;
                workspace.prove_recovery()?;
            }
        }
        Ok(())
    })?;
    app.mode.set_next_recovery(None);
    app.forget_in_copies();
    app.tell_mode();
    app.register()
}

pub(crate) fn list_refused(app: &Inner, _: ListRefused) -> Result<RefusedList, Failure> {
    let entries = app.write(|workspace| Ok(workspace.refused_entries()?))?;
    Ok(RefusedList { entries: entries.into_iter().map(|(id, reason)| RefusedEntry { id, reason }).collect() })
}

pub(crate) fn discard_entry(app: &Inner, request: DiscardEntry) -> Result<Done, Failure> {
    app.write(|workspace| Ok(workspace.discard_entry(&request.id)?))?;
    app.tell_mode();
    Ok(Done {})
}

/// Destroys what does not open, once nobody hopes for it any more: files and sheets.
pub(crate) fn destroy_damaged(app: &Inner, _: DestroyDamaged) -> Result<DamagedDestroyed, Failure> {
    let destroyed = app.write(|workspace| Ok(workspace.destroy_broken()?))?;
    app.tell_mode();
    app.tell(&Event::People);
    app.tell(&Event::Sheets);
    Ok(DamagedDestroyed { destroyed })
}

fn strong(app: &Inner, passphrase: &str) -> Result<(), Failure> {
    if passphrase::rate(passphrase, &app.shown_names()).enough {
        Ok(())
    } else {
        Err(Failure::new(ErrorCode::PassphraseWeak, ""))
    }
}

fn trying(app: &Inner) -> std::sync::MutexGuard<'_, ()> {
    app.mode.trying.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn not_opened(why: NotOpened) -> Failure {
    let code = match why {
        NotOpened::Wrong => ErrorCode::CodeWrong,
        NotOpened::Torn | NotOpened::TornWithin => ErrorCode::LockTorn,
    };
    Failure::new(code, "")
}

/// Tries a passphrase or a code. The work of a second is done while nobody waits for the writer; a wrong one is counted before it is told.
fn try_secret(app: &Inner, passphrase: Option<String>, code: Option<String>) -> Result<Secret, Failure> {
    let (passphrase, code) = (passphrase.map(Zeroizing::new), code.map(Zeroizing::new));
    let _alone = trying(app);
    let seals = app.mode.seals();
    let state = app.register()?;
    if !state.exists {
        return Err(Failure::new(ErrorCode::RegisterNone, ""));
    }
    if state.wait_until.is_some() {
        return Err(Failure::new(ErrorCode::PassphraseWait, ""));
    }
    // Nothing is no try: a script whose input is empty must make nobody wait.
    if passphrase.as_ref().is_some_and(|passphrase| passphrase.trim().is_empty()) {
        return Err(Failure::new(ErrorCode::PassphraseWrong, "empty"));
    }
    let (register, (by_phrase, by_code)) = app.write(|workspace| {
        let register = workspace.register_info()?.map(|info| info.recipient).unwrap_or_default();
        Ok((register, workspace.wrapped_secret()?))
    })?;
    let (opened, wrong) = match (&passphrase, &code) {
        (Some(passphrase), _) => (by_phrase.open(passphrase), ErrorCode::PassphraseWrong),
        (None, Some(code)) => {
            // Signs that no code has are a slip of the hand, not a try.
            let code = RecoveryCode::read(code).ok_or_else(|| Failure::new(ErrorCode::CodeIncomplete, ""))?;
            (by_code.open_by_code(&code), ErrorCode::CodeWrong)
        }
        (None, None) => return Err(Failure::new(ErrorCode::InvalidRequest, "passphrase or code")),
    };
    match opened {
        Ok(secret) => {
            if secret.recipient() != register {
                app.write(|workspace| Ok(workspace.mend_recipient(&secret, (&by_phrase, &by_code))?))?;
            }
            return Ok(secret);
        }
        // Where no words open it, they are no try; nor are the right ones.
        Err(why @ (NotOpened::Torn | NotOpened::TornWithin)) => {
            if why == NotOpened::TornWithin {
                app.mode.found_torn_within(seals, passphrase.is_none());
            }
            return Err(not_opened(why));
        }
        Err(NotOpened::Wrong) => app.mode.wrong_words(),
    }
    // This process counts too: where nothing can be written, and over all copies of the file that may be opened in turn.
    let _ = app.write(|workspace| Ok(workspace.note_wrong_try()?));
    app.mode.count_try(&register);
    app.tell_mode();
    Err(Failure::new(wrong, ""))
}
