//! Papers of the register, as poppler reads them: the words that count are there, and each is a page that can be printed and read aloud.

use std::{fs, path::PathBuf};

use ql_tests::{Cli, ink, readers};
use serde_json::{Value, json};

const PASSPHRASE: &str = "tambour velours citron ardoise";

/// The day of the session: nobody attests what is to come.
const DAY: &str = "2026-02-24";

/// A register with a session that was signed and closed, and each of its papers beside the file.
struct Papers {
    cli: Cli,
    code: Vec<String>,
}

impl Papers {
    fn make() -> Self {
        let cli = Cli::new();
        cli.json(&["demo"]);
        let code = cli.create_register(PASSPHRASE);
        let halves = json!([{ "code": "evening", "start": "18:00", "end": "20:00" }]);
        let call = |name: &str, with: Value| json!({ "call": name, "with": with });
        let person = |given: &str, family: &str, role: &str| {
            call("add_person", json!({ "given": given, "family": family, "role": role }))
        };
        let sign = |who: &str, seed: u32| {
            let strokes = [ink::wave(seed, 80)];
            call(
                "sign_cell",
                json!({ "session": "$4.id", "person": who, "half": "evening", "strokes": strokes }),
            )
        };
        let photo = cli.home().join("photo.png");
        fs::write(&photo, include_bytes!("../../../assets/readme/storyboard.png")).unwrap();
        let paper = |name: &str, paper: Value| {
            call("export_paper", json!({ "paper": paper, "to": cli.home().join(name) }))
        };
        let lines = [
            person("Aïssatou", "Diallo", "participant"),
            person("Noé", "N’Guyễn", "participant"),
            person("Bruno", "Lemoine", "trainer"),
            call(
                "add_session",
                json!({
                    "title": "Atelier 30", "kind": "workshop", "date": DAY, "halves": halves, "trainers": ["$3.id"],
                }),
            ),
            call("set_person", json!({ "person": "$1.id", "field": "birth", "value": "2011-05-03" })),
            sign("$1.id", 3),
            sign("$3.id", 5),
            call(
                "mark_cell",
                json!({ "session": "$4.id", "person": "$2.id", "half": "evening", "state": "excused" }),
            ),
            call("add_place", json!({ "name": "Maison du Clos", "address": "12 rue des Lilas, Bobigny" })),
            call("set_session", json!({ "session": "$4.id", "values": { "place": "$9.id" } })),
            paper("blank.pdf", json!({ "kind": "attendance_blank", "session": "$4.id" })),
            // She came late; he was noted wrongly, which is put right after the closing.
            call(
                "mark_cell",
                json!({ "session": "$4.id", "person": "$1.id", "half": "evening", "late": "18:30" }),
            ),
            call("close_sheet", json!({ "session": "$4.id", "by": "$3.id" })),
            call(
                "correct_cell",
                json!({
                    "session": "$4.id", "person": "$2.id", "half": "evening", "state": "present", "by": "$3.id",
                    "reason": "Il est venu à la fin",
                }),
            ),
            // One that was deleted is no session nobody came to.
            call(
                "add_session",
                json!({ "title": "SUPPRIMÉE", "kind": "workshop", "date": DAY, "halves": halves, "trainers": ["$3.id"] }),
            ),
            call("delete_session", json!({ "session": "$15.id" })),
            // Somebody was forgotten, whose name is written from right to left.
            person("محمد", "الخطيب", "participant"),
            call(
                "correct_cell",
                json!({
                    "session": "$4.id", "person": "$17.id", "half": "evening", "state": "present", "by": "$3.id",
                    "reason": "Oublié sur la feuille",
                }),
            ),
            paper("sheet.pdf", json!({ "kind": "attendance", "session": "$4.id" })),
            paper("month.pdf", json!({ "kind": "attendance_month", "month": &DAY[..7] })),
            paper("data.pdf", json!({ "kind": "person_data", "person": "$1.id" })),
            paper("attestation.pdf", json!({ "kind": "attestation", "person": "$1.id" })),
            paper("attestation-rtl.pdf", json!({ "kind": "attestation", "person": "$17.id" })),
            paper("processing.pdf", json!({ "kind": "processing" })),
            paper("recovery.pdf", json!({ "kind": "recovery", "code": code })),
            // A photo that the hash of the closing knows nothing of.
            call("attach_scan", json!({ "session": "$4.id", "path": photo })),
            // She has another name by now.
            call("set_person", json!({ "person": "$1.id", "field": "family", "value": "Traoré" })),
            paper("sheet-later.pdf", json!({ "kind": "attendance", "session": "$4.id" })),
            paper("month-later.pdf", json!({ "kind": "attendance_month", "month": &DAY[..7] })),
        ];
        let said = cli.as_trainer(PASSPHRASE, &lines);
        assert!(said.iter().all(|one| one["error"].is_null()), "{said:?}");
        Self { cli, code }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.cli.home().join(name)
    }

    /// All its pages, on one line: names may be broken where their cell ends.
    fn text(&self, name: &str) -> String {
        let path = self.path(name);
        let pages: u32 = readers::pdf_info(&path)["Pages"].parse().unwrap();
        let text: Vec<String> = (1..=pages).map(|page| readers::pdf_text(&path, page)).collect();
        text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[test]
fn papers_of_the_register_say_what_counts_and_can_be_read_by_everyone() {
    let papers = Papers::make();
    let code = papers.code.clone();
    let groups: Vec<&str> = code.iter().map(String::as_str).collect();
    let expected: [(&str, Vec<&str>); 7] = [
        ("blank.pdf", vec!["Atelier 30", "Aïssatou Diallo", "Noé N’Guyễn", "Bruno Lemoine"]),
        (
            "sheet.pdf",
            vec![
                "Atelier 30",
                "Maison du Clos, 12 rue des Lilas, Bobigny",
                "2 h en tout",
                "Aïssatou Diallo",
                "Bruno Lemoine",
                "absence excusée → présence",
                "Il est venu à la fin",
            ],
        ),
        (
            "month.pdf",
            vec![
                "Aïssatou Diallo",
                "Noé N’Guyễn",
                "Atelier 30",
                "Feuille close",
                "Il est venu à la fin",
                "1 séance",
            ],
        ),
        ("data.pdf", vec!["Aïssatou", "Diallo", "3 mai 2011", "Atelier 30"]),
        ("attestation.pdf", vec!["Aïssatou Diallo", "Atelier 30", "18 h 30 – 20 h", "soit 1 h 30"]),
        ("processing.pdf", vec!["traitement"]),
        ("recovery.pdf", groups),
    ];
    for (name, words) in expected {
        let text = papers.text(name);
        for word in words {
            assert!(text.contains(word), "{name} lacks {word:?}: {text}");
        }
        let path = papers.path(name);
        let info = readers::pdf_info(&path);
        assert!(info["Page size"].contains("(A4)"), "{name}: {info:?}");
        assert_eq!(info["Tagged"], "yes", "{name}: a screen reader needs the structure");
        for font in readers::pdf_fonts(&path) {
            assert!(font.embedded && font.unicode, "{name}: {font:?} is not in the file, or cannot be read");
        }
    }
    let json: Value = serde_json::from_slice(&fs::read(papers.path("data.json")).unwrap()).unwrap();
    assert_eq!(
        (&json["person"]["given"], &json["person"]["birth"]),
        (&json!("Aïssatou"), &json!("2011-05-03"))
    );
    assert!(!papers.text("month.pdf").contains("SUPPRIMÉE"), "a deleted session counts nowhere");
    for name in ["sheet.pdf", "month.pdf"] {
        let text = papers.text(name);
        assert!(text.contains("Oublié sur la feuille"), "{name}: {text}");
        assert!(!text.contains("quelque chose a changé"), "what was put right is no change: {text}");
        let dated = text.contains(&format!("{}, soir", &DAY[..4]));
        assert_eq!(
            dated,
            name == "month.pdf",
            "{name}: of several sessions a correction says the day: {text}"
        );
    }
    let later = papers.text("sheet-later.pdf");
    assert!(later.contains("après la clôture"), "a photo that came later is none of the closing: {later}");
    let named = |name: &str| papers.text(name).contains("Traoré");
    assert!(!named("sheet-later.pdf"), "what was closed says the name of that day");
    assert!(named("month-later.pdf"), "over several sessions someone is one line, under today's name");
    let words = readers::pdf_words(&papers.path("attestation-rtl.pdf"), 1);
    let said = words.iter().find(|word| word.text == "pris").expect("a sentence");
    let on_its_line = |word: &&readers::Word| (word.top - said.top).abs() < 3.0;
    let first = words.iter().filter(on_its_line).min_by(|a, b| a.left.total_cmp(&b.left)).expect("words");
    assert!(
        first.text.contains(|c: char| c > '\u{590}'),
        "a French sentence begins with the name: {first:?}"
    );
    let recovery = papers.text("recovery.pdf");
    assert!(!recovery.contains("annule"), "the first sheet voids no other: {recovery}");
    // A closed sheet bears the hash it was frozen with.
    let sheet = papers.text("sheet.pdf");
    let has_hash = sheet.split(|c: char| !c.is_ascii_hexdigit()).any(|part| part.len() >= 8);
    assert!(has_hash, "no hash on the sheet: {sheet}");
}
