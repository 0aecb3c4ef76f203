//! Papers of the register: sheets, a person's own data, attestations, the register of processing, the recovery sheet.
//!
//! They are made while the register is open, written only where a trainer says, and never into a temporary folder.

mod attendance;
mod given;
mod person;
mod processing;
mod signers;

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, Local};
use ql_model::{EntityId, day::Day, season::Retention};
use ql_paper::{AttendancePaper, Letterhead, Paper, PaperSize, RecordPaper, RecoveryPaper};
use ql_store::{Workspace, Wrapped};
use serde::Deserialize;
use ts_rs::TS;

use crate::{
    app::Inner,
    error::{ErrorCode, Failure},
    export::{clean_name, words::Words},
    home::name_of,
    settings::Language,
};

/// Which paper.
#[derive(Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum RegisterPaper {
    /// The sheet as it stands.
    Attendance {
        /// Of which session.
        session: EntityId,
    },
    /// The sheet for pens: names, and nothing signed.
    AttendanceBlank {
        /// Of which session.
        session: EntityId,
    },
    /// Every sheet of a month.
    AttendanceMonth {
        /// "2026-02".
        month: String,
    },
    /// Everything of one person, for that person; a JSON of the same name lies beside it.
    PersonData {
        /// Whose.
        person: EntityId,
    },
    /// That someone was there.
    Attestation {
        /// Whose.
        person: EntityId,
    },
    /// The register of processing (RGPD, art. 30).
    Processing,
    /// The recovery code.
    Recovery {
        /// Six groups of four signs.
        code: Vec<String>,
    },
}

/// A paper that is made.
pub(crate) struct Made {
    pub pdf: Vec<u8>,
    /// The same as JSON, where someone asks for their data.
    pub json: Option<Vec<u8>>,
}

/// What every paper of the register needs.
pub(super) struct Making<'a> {
    pub workspace: &'a mut Workspace,
    pub words: Words,
    pub now: DateTime<FixedOffset>,
    pub today: Day,
    /// Name of the file, which stands for the team.
    pub owner: String,
    pub kept: Retention,
    /// A new recovery code that waits for its sheet.
    pub next_recovery: Option<Wrapped>,
}

/// What is written from right to left, kept to itself among words from left to right.
pub(super) fn isolated(text: &str) -> Cow<'_, str> {
    let from_right = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    if text.contains(from_right) { format!("\u{2068}{text}\u{2069}").into() } else { text.into() }
}

impl Making<'_> {
    fn head(&self, asked: &[&'static str], lines: [String; 2]) -> Letterhead {
        let (language, region) = match self.words.language {
            Language::Fr => ("fr", "FR"),
            Language::En => ("en", "GB"),
        };
        // Of those words one has a number: for how long an attendance sheet is kept.
        let word =
            |key: &&'static str| (*key, self.words.count(&format!("paper-{key}"), self.kept.sheets_years));
        let words = asked.iter().map(word).collect();
        let foot = format!("{} · {}", self.owner, self.words.moment(self.now));
        Letterhead { language, region, words, owner: self.owner.clone(), lines, foot, made: self.now }
    }

    /// A text of the catalogues, which keeps its own direction whatever the names in it are written in.
    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        let apart: Vec<(&str, Cow<'_, str>)> =
            values.iter().map(|(name, value)| (*name, isolated(value))).collect();
        let values: Vec<(&str, &str)> = apart.iter().map(|(name, value)| (*name, &**value)).collect();
        self.words.text(key, &values)
    }

    /// "3 mai 2011".
    fn date(&self, day: Day) -> String {
        let month = self.text(&format!("month-{}", day.month()), &[]);
        let values = [
            ("day", &*self.words.day_of_month(day.day().into())),
            ("month", &*month),
            ("year", &*day.year().to_string()),
        ];
        self.text("paper-date", &values)
    }

    /// "Mardi 24 février".
    fn weekday(&self, day: Day) -> String {
        // 1 March of the year 0 was a Wednesday.
        let number = (day.number() + 2).rem_euclid(7) + 1;
        let weekday = self.text(&format!("paper-weekday-{number}"), &[]);
        let month = self.text(&format!("month-{}", day.month()), &[]);
        let values = [
            ("weekday", &*weekday),
            ("day", &*self.words.day_of_month(day.day().into())),
            ("month", &*month),
        ];
        self.text("paper-weekday-date", &values)
    }

    /// "9 h 30".
    fn hour(&self, time: &str) -> String {
        let (hours, minutes) = time.split_once(':').unwrap_or((time, "00"));
        let hours = hours.trim_start_matches('0');
        let hours = if hours.is_empty() { "0" } else { hours };
        let key = if minutes == "00" { "hour-plain" } else { "hour-minutes" };
        self.text(key, &[("hours", hours), ("minutes", minutes)])
    }

    /// "1 h 30", for so many minutes.
    fn lasting(&self, minutes: u32) -> String {
        let (hours, rest) = ((minutes / 60).to_string(), format!("{:02}", minutes % 60));
        let key = if minutes.is_multiple_of(60) { "paper-lasting-hours" } else { "paper-lasting" };
        self.text(key, &[("hours", &hours), ("minutes", &rest)])
    }

    fn half(&self, code: ql_model::vocabulary::HalfCode) -> String {
        self.text(&format!("half-{}", code.code()), &[])
    }
}

/// Makes a paper.
pub(crate) fn make(app: &Inner, paper: &RegisterPaper) -> Result<Made, Failure> {
    let words = Words::of(app);
    let owner = name_of(&app.current_path());
    let (set, json) = app.write(|workspace| {
        let (now, today) = (Local::now().fixed_offset(), crate::mode::today());
        let next_recovery = app.mode.next_recovery();
        let kept = workspace.calendar()?.retention;
        let mut making = Making { workspace, words, now, today, owner, kept, next_recovery };
        gather(&mut making, paper)
    })?;
    // Setting takes a moment, in which the file is nobody's.
    Ok(Made { pdf: set.set()?.pdf()?, json })
}

/// What a paper is made of, with nothing of the file left in it.
enum Set {
    Attendance(Box<AttendancePaper>),
    Record(Box<RecordPaper>),
    Recovery(Box<RecoveryPaper>),
}

impl Set {
    fn set(&self) -> Result<Paper, Failure> {
        Ok(match self {
            Set::Attendance(paper) => paper.set()?,
            Set::Record(paper) => paper.set()?,
            Set::Recovery(paper) => paper.set()?,
        })
    }
}

fn gather(making: &mut Making<'_>, paper: &RegisterPaper) -> Result<(Set, Option<Vec<u8>>), Failure> {
    // Asked of the register, so that a sealed one refuses whatever the paper.
    making.workspace.people()?;
    Ok(match paper {
        RegisterPaper::Attendance { session } => {
            (Set::Attendance(Box::new(attendance::session(making, *session, false)?)), None)
        }
        RegisterPaper::AttendanceBlank { session } => {
            (Set::Attendance(Box::new(attendance::session(making, *session, true)?)), None)
        }
        RegisterPaper::AttendanceMonth { month } => {
            (Set::Attendance(Box::new(attendance::month(making, month)?)), None)
        }
        RegisterPaper::PersonData { person } => {
            let (paper, json) = person::data(making, *person)?;
            (Set::Record(Box::new(paper)), Some(json))
        }
        RegisterPaper::Attestation { person } => {
            (Set::Record(Box::new(given::attestation(making, *person)?)), None)
        }
        RegisterPaper::Processing => (Set::Record(Box::new(processing::record(making))), None),
        RegisterPaper::Recovery { code } => (Set::Recovery(Box::new(recovery(making, code)?)), None),
    })
}

fn recovery(making: &Making<'_>, code: &[String]) -> Result<RecoveryPaper, Failure> {
    let wrong = || Failure::new(ErrorCode::CodeIncomplete, "");
    let read = ql_store::RecoveryCode::read(&code.join("")).ok_or_else(wrong)?;
    // Only the code that opens is printed: a sheet that opens nothing would be found out too late.
    let (_, valid) = making.workspace.wrapped_secret()?;
    let next = making.next_recovery.as_ref().is_some_and(|next| next.open_by_code(&read).is_ok());
    if !next && valid.open_by_code(&read).is_err() {
        return Err(Failure::new(ErrorCode::CodeWrong, ""));
    }
    let sheet = making.workspace.register_info()?.map_or(1, |info| info.sheet) + u32::from(next);
    // The first one voids no other.
    let line = if sheet > 1 { "paper-recovery-sheet" } else { "paper-recovery-first" };
    let lines = [
        making.text("paper-recovery-made", &[("date", &making.date(making.today))]),
        making.text(line, &[("sheet", &sheet.to_string())]),
    ];
    let code = read.groups().try_into().map_err(|_| wrong())?;
    let head = making.head(RecoveryPaper::WORDS, lines);
    Ok(RecoveryPaper { head, size: PaperSize::A4, file: making.owner.clone(), code })
}

/// The name a paper is offered under.
pub(crate) fn suggested_name(app: &Inner, paper: &RegisterPaper) -> Result<String, Failure> {
    let words = Words::of(app);
    let named = |key: &str, of: &str| format!("{}.pdf", clean_name(&words.text(key, &[("of", of)])));
    app.write(|workspace| {
        let rows = workspace.people()?;
        let person = |id: EntityId| {
            let found = rows.person(id).ok_or_else(|| Failure::new(ErrorCode::NotFound, id))?;
            Ok::<_, Failure>(found.name())
        };
        let session = |id: EntityId| {
            let found = crate::sheet_view::live_session(workspace, id)?;
            Ok::<_, Failure>(format!("{} {}", found.date, found.title))
        };
        Ok(match paper {
            RegisterPaper::Attendance { session: id } => named("file-attendance", &session(*id)?),
            RegisterPaper::AttendanceBlank { session: id } => named("file-attendance-blank", &session(*id)?),
            RegisterPaper::AttendanceMonth { month } => named("file-attendance", month),
            RegisterPaper::PersonData { person: id } => named("file-person", &person(*id)?),
            RegisterPaper::Attestation { person: id } => named("file-attestation", &person(*id)?),
            RegisterPaper::Processing => named("file-processing", ""),
            RegisterPaper::Recovery { .. } => named("file-recovery", ""),
        })
    })
}
