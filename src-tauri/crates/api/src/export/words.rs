//! Words and figures of papers and tables: codes in the workshop's words, durations, the state of a film.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, FixedOffset, Local, Timelike as _};

use crate::{app::Inner, settings::Language, texts::Texts};

/// The words of one export.
pub(crate) struct Words {
    pub language: Language,
    texts: Texts,
    own: BTreeMap<String, String>,
}

impl Words {
    pub fn of(app: &Inner) -> Self {
        Self { language: app.language(), texts: app.texts(), own: app.kept.settings().words }
    }

    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.texts.text(key, values)
    }

    /// Whether the catalogues have a text.
    pub fn has(&self, key: &str) -> bool {
        self.texts.has(key)
    }

    /// "16 plans": a text with its number.
    pub fn count(&self, key: &str, count: u32) -> String {
        self.texts.count(key, count)
    }

    /// A code of the vocabulary, in the workshop's own word where it has one; what is no code stands for itself.
    pub fn code(&self, family: &str, code: &str) -> String {
        let key = format!("{family}-{code}");
        match self.own.get(&key) {
            Some(own) => own.clone(),
            None if self.texts.has(&key) => self.texts.text(&key, &[]),
            None => code.to_owned(),
        }
    }

    /// A code in full, for a table, where there is room: "Gros plan (GP)".
    pub fn whole_code(&self, family: &str, code: &str) -> String {
        let (short, full) = (format!("{family}-{code}"), format!("{family}-{code}-full"));
        if self.own.contains_key(&short) || !self.texts.has(&full) {
            return self.code(family, code);
        }
        self.own.get(&full).cloned().unwrap_or_else(|| self.texts.text(&full, &[]))
    }

    /// Codes joined as a list.
    pub fn codes(&self, family: &str, codes: &[String]) -> String {
        codes.iter().map(|code| self.code(family, code)).collect::<Vec<_>>().join(", ")
    }

    /// "6 s", "4,5 s", "1 min 34", "1 h 02 min". `None` for no time at all.
    pub fn duration(&self, milliseconds: u32) -> Option<String> {
        let tenths = (milliseconds + 50) / 100;
        if tenths == 0 {
            return None;
        }
        if tenths < 600 {
            let (whole, tenth) = (tenths / 10, tenths % 10);
            let point = self.text("paper-decimal", &[]);
            let seconds = if tenth == 0 { whole.to_string() } else { format!("{whole}{point}{tenth}") };
            return Some(self.text("paper-seconds", &[("seconds", &seconds)]));
        }
        let all = (milliseconds + 500) / 1000;
        let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
        Some(if hours > 0 {
            self.text("paper-hours", &[("hours", &hours.to_string()), ("minutes", &format!("{minutes:02}"))])
        } else if seconds == 0 {
            self.text("paper-minutes", &[("minutes", &minutes.to_string())])
        } else {
            let values = [("minutes", &*minutes.to_string()), ("seconds", &*format!("{seconds:02}"))];
            self.text("paper-minutes-seconds", &values)
        })
    }

    /// A day of a month: "26", and "1er" for the first.
    pub fn day_of_month(&self, day: u32) -> String {
        if day == 1 { self.text("paper-first-day", &[]) } else { day.to_string() }
    }

    /// "26 novembre 2026, 17 h 42".
    pub fn moment(&self, moment: DateTime<FixedOffset>) -> String {
        let month = self.text(&format!("month-{}", moment.month()), &[]);
        let values = [
            ("day", &*self.day_of_month(moment.day())),
            ("month", &*month),
            ("year", &*moment.year().to_string()),
            ("hours", &*moment.hour().to_string()),
            ("minutes", &*format!("{:02}", moment.minute())),
        ];
        self.text("paper-moment", &values)
    }
}

/// A moment of the log, on this machine's clock.
pub(crate) fn local(milliseconds: i64) -> DateTime<FixedOffset> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default().with_timezone(&Local).fixed_offset()
}
