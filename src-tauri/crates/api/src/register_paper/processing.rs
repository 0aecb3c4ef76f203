//! The register of processing (RGPD, art. 30): what is kept of people, why, and for how long. What the program cannot know, who answers for
//! it and whom it is given to, is a line for the pen.

use ql_paper::{PaperSize, RecordPaper, RecordSection};

use super::Making;

/// What is kept, each with its own purpose and time.
const PROCESSINGS: &[&str] = &["people", "attendance", "health", "faces"];
/// What is said of each.
const SAID: &[&str] = &["purpose", "basis", "whom", "data", "recipients", "transfers", "kept", "security"];

/// The paper.
pub fn record(making: &Making<'_>) -> RecordPaper {
    let date = making.date(making.today);
    let mut sections = vec![RecordSection {
        title: making.text("paper-processing-controller", &[]),
        rows: ["name", "address", "contact"]
            .map(|key| (making.text(&format!("paper-processing-controller-{key}"), &[]), String::new()))
            .into(),
        ..RecordSection::default()
    }];
    for processing in PROCESSINGS {
        let rows = SAID.iter().map(|said| {
            let own = format!("paper-processing-{processing}-{said}");
            let any = format!("paper-processing-any-{said}");
            let key = if making.words.has(&own) { own } else { any };
            let years =
                if *processing == "people" { making.kept.contacts_years } else { making.kept.sheets_years };
            (making.text(&format!("paper-processing-{said}"), &[]), making.words.count(&key, years))
        });
        sections.push(RecordSection {
            title: making.text(&format!("paper-processing-{processing}"), &[]),
            rows: rows.collect(),
            ..RecordSection::default()
        });
    }
    RecordPaper {
        head: making.head(RecordPaper::WORDS, [String::new(), date]),
        size: PaperSize::A4,
        title: making.text("paper-processing-title", &[]),
        name: making.owner.clone(),
        intro: vec![making.text("paper-processing-intro", &[])],
        sections,
        signing: None,
    }
}
