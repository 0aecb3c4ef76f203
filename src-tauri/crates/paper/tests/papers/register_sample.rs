//! Papers of the register for the tests: people who do not exist, with the words of the catalogues.

use chrono::NaiveDate;
use ql_model::{
    ink::{Colour, Ink, Point, Tool},
    signature,
};
use ql_paper::{
    AttendancePaper, Closing, HalfCell, HalfDay, Letterhead, PaperSize, Presence, RecordPaper, RecordSection,
    RecordTable, RecoveryPaper, Signed, Signer, Signing, Words,
};

pub const LANGUAGES: [&str; 2] = ["fr", "en"];
const CATALOGUES: [&str; 2] = [
    include_str!("../../../../../assets/locales/fr/paper.ftl"),
    include_str!("../../../../../assets/locales/en/paper.ftl"),
];

/// The words of a template, as the catalogue of that language has them.
pub fn words(language: &str, keys: &[&'static str]) -> Words {
    let at = LANGUAGES.iter().position(|one| *one == language).unwrap();
    let word = |key: &&'static str| {
        let start = format!("paper-{key} = ");
        let mut lines = CATALOGUES[at].lines();
        let line = lines.find_map(|line| line.strip_prefix(&start));
        let line = line.unwrap_or_else(|| panic!("{language} has no word for paper-{key}"));
        // One that has a number stands below, for ten years.
        let mut many = || lines.find_map(|line| line.trim().strip_prefix("*[other] "));
        let line = if line.ends_with("->") { many().expect("a plural") } else { line };
        (*key, line.replace("{ $count }", "10"))
    };
    keys.iter().map(word).collect()
}

pub fn head(language: &'static str, keys: &[&'static str]) -> Letterhead {
    Letterhead {
        language,
        region: if language == "fr" { "FR" } else { "GB" },
        words: words(language, keys),
        owner: "Association Décider".to_owned(),
        lines: ["Saison 2025-2026".to_owned(), "du lundi 23 au vendredi 27 février 2026".to_owned()],
        foot: "Quartier Libre · La Grande Borne, Grigny".to_owned(),
        made: NaiveDate::from_ymd_opt(2026, 2, 27)
            .unwrap()
            .and_hms_opt(17, 42, 0)
            .unwrap()
            .and_utc()
            .fixed_offset(),
    }
}

/// A scribble as a finger leaves it on the pad.
pub fn signed(seed: usize, time: &str) -> Signed {
    let mut state = (seed as u32).wrapping_mul(2_654_435_761).wrapping_add(97);
    let mut chance = |most: i32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as i32 % most
    };
    let letters = 4 + chance(5);
    let mut points = Vec::new();
    for letter in 0..letters {
        let (high, wide) = (700 + chance(1_500), 500 + chance(500));
        for at in 0..12 {
            let turn = f64::from(at) / 12.0 * std::f64::consts::TAU;
            points.push(Point {
                x: 3_000 + letter * 900 + (f64::from(at) * 70.0 - turn.sin() * f64::from(wide)) as i32,
                y: 3_000 - (turn.cos() * f64::from(high) / 2.0) as i32 - letter * 60,
                pressure: (120 + at * 6) as u8,
            });
        }
    }
    let stroke = |points| Ink { tool: Tool::Pen, colour: Colour::Ink, size: 150, simulated: false, points };
    let mut strokes = vec![stroke(points)];
    if seed.is_multiple_of(3) {
        let line = |at: i32| Point { x: 2_800 + at * 400, y: 4_100 - at * at * 4, pressure: 150 };
        strokes.push(stroke((0..12).map(line).collect()));
    }
    let strokes: Vec<Vec<u8>> = strokes.iter().map(|ink| ink.encode().unwrap()).collect();
    let bytes = signature::bind(&strokes).unwrap();
    Signed { outline: signature::outline(&bytes).unwrap(), time: time.to_owned() }
}

fn cell(presence: Presence) -> HalfCell {
    HalfCell { presence, ..HalfCell::default() }
}

const NAMES: [&str; 12] = [
    "Samira Benali",
    "Kevin Lopes",
    "Aïssatou Diallo",
    "Mehdi Rahmani",
    "Lina Kaci",
    "Yanis Touré",
    "Inès Marques",
    "Noah Pereira",
    "Mme Traoré",
    "Bintou Camara",
    "Fatoumata Sissoko-Delacroix de la Tour",
    "Gabriel Nzinga",
];
const DAYS: [&str; 5] = ["Lundi 23", "Mardi 24", "Mercredi 25", "Jeudi 26", "Vendredi 27"];

/// A sheet of so many people and half-days, two a day, the first ones signed.
pub fn attendance(
    language: &'static str,
    people: usize,
    halves: usize,
    signed_halves: usize,
) -> AttendancePaper {
    let times = ["9 h 34", "13 h 31"];
    let cells = |seed: usize| -> Vec<HalfCell> {
        (0..halves)
            .map(|half| match (seed % 12, half) {
                (8, half) if half % 2 == 0 => cell(Presence::NotExpected),
                (_, half) if half >= signed_halves => cell(Presence::Blank),
                (5, 0) => cell(Presence::Absent),
                (5, 1) => cell(Presence::Excused),
                (6, 1) => cell(Presence::Ticked),
                (2, 0) => HalfCell {
                    presence: Presence::Signed(signed(seed, "10 h 06")),
                    notes: vec!["arrivée 10 h 05".to_owned()],
                    corrected: vec![1],
                },
                (4, 1) => HalfCell {
                    presence: Presence::Signed(signed(seed, "13 h 31")),
                    notes: vec!["arrivée 14 h 05".to_owned(), "départ 16 h".to_owned()],
                    corrected: vec![],
                },
                _ => cell(Presence::Signed(signed(seed * 31 + half, times[half % 2]))),
            })
            .collect()
    };
    let person = |at: usize| Signer {
        name: match at {
            at if at < 12 => NAMES[at].to_owned(),
            at => format!("{} {at}", NAMES[at % 12]),
        },
        cells: cells(at),
    };
    let trainer = |(at, name): (usize, &&str)| Signer { name: (*name).to_owned(), cells: cells(at + 900) };
    let half = |at: usize| HalfDay {
        day: DAYS.get(at / 2).map_or_else(|| format!("Jour {}", at / 2 + 1), |day| (*day).to_owned()),
        half: ["matin", "après-midi"][at % 2].to_owned(),
        hours: ["9 h 30 – 12 h 30", "13 h 30 – 16 h 30"][at % 2].to_owned(),
    };
    let line = |label: &str, text: &str| (label.to_owned(), text.to_owned());
    AttendancePaper {
        head: head(language, AttendancePaper::WORDS),
        size: PaperSize::A4,
        lines: vec![
            line("Action", "Stage d’hiver : tourner un film court"),
            line("Lieu", "Maison de quartier, salle polyvalente (25 places), Grigny"),
            line("Dates", "du lundi 23 au vendredi 27 février 2026, 6 h par jour, 30 h en tout"),
        ],
        halves: (0..halves).map(half).collect(),
        people: (0..people).map(person).collect(),
        trainers: ["Rachid Ouali", "Bruno Keller"].iter().enumerate().map(trainer).collect(),
        blank: false,
        closed: None,
        corrections: Vec::new(),
        sessions: Vec::new(),
        scans: Vec::new(),
    }
}

/// The same, closed and put right afterwards.
pub fn closed(language: &'static str, people: usize, halves: usize) -> AttendancePaper {
    let mut paper = attendance(language, people, halves, halves);
    paper.closed = Some(Closing {
        holds: true,
        when: "27 février 2026, 16 h 52".to_owned(),
        by: "Rachid Ouali".to_owned(),
        hash: "6f1ed002ab5595859014ebf0951522d9a3c48cc1e8f03d6b7fb9d7ab0a4d2c11".to_owned(),
    });
    paper.corrections = vec![
        "Aïssatou Diallo, lundi 23 matin : présence. Avait signé sur la ligne d’à côté. (2 mars 2026, 9 h 10, Rachid Ouali)".to_owned(),
        "Yanis Touré, lundi 23 après-midi : absence excusée. Le mot de la mère est arrivé après la clôture de la feuille. (3 mars 2026, 18 h 20, Bruno Keller)".to_owned(),
    ];
    paper
}

pub fn recovery(language: &'static str) -> RecoveryPaper {
    let mut head = head(language, RecoveryPaper::WORDS);
    head.owner = "Quartier Libre".to_owned();
    head.lines = if language == "fr" {
        ["Fait le 24 février 2026".to_owned(), "Feuille 2 · annule les feuilles d’avant".to_owned()]
    } else {
        ["Made on 24 February 2026".to_owned(), "Sheet 2 · replaces earlier sheets".to_owned()]
    };
    RecoveryPaper {
        head,
        size: PaperSize::A4,
        file: "grande-borne-2026.qlibre".to_owned(),
        code: ["7K3M", "Q9XD", "2HVA", "P4TN", "W8CE", "5JYB"].map(str::to_owned),
    }
}

fn rows(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(label, text)| ((*label).to_owned(), (*text).to_owned())).collect()
}

/// The copy of all that is kept of a person.
pub fn copy(language: &'static str) -> RecordPaper {
    let mut head = head(language, RecordPaper::WORDS);
    head.lines = ["Fait le 24 février 2026".to_owned(), "article 15 du RGPD".to_owned()];
    let table = RecordTable {
        heads: ["Date", "Séance", "Demi-journée", "Présence"].map(str::to_owned).to_vec(),
        rows: (0..46)
            .map(|at| {
                vec![
                    format!("{} février 2026", at % 28 + 1),
                    "Atelier du mercredi : le son, la perche et le silence".to_owned(),
                    ["matin", "après-midi"][at % 2].to_owned(),
                    "signée, 14 h 02".to_owned(),
                ]
            })
            .collect(),
    };
    RecordPaper {
        head,
        size: PaperSize::A4,
        title: "Copie des données".to_owned(),
        name: "Samira Benali".to_owned(),
        intro: vec!["Voici tout ce que l’association garde sur Samira Benali. Elle peut demander de corriger ou d’effacer ces données : contact@decider.example, 06 39 98 00 00.".to_owned()],
        sections: vec![
            RecordSection {
                title: "Identité".to_owned(),
                rows: rows(&[
                    ("Prénom et nom", "Samira Benali"),
                    ("Nom montré à tous", "Sam"),
                    ("Date de naissance", "3 mai 2012"),
                    ("Adresse", "12 place aux Herbes\n91350 Grigny"),
                    ("Téléphone", "06 39 98 12 34"),
                    ("Comment elle s’écrit", "سميرة بن علي"),
                    ("Rentre seule", ""),
                ]),
                ..RecordSection::default()
            },
            RecordSection {
                title: "Proches".to_owned(),
                rows: rows(&[("Nadia Benali, mère", "autorité parentale, à appeler, vient la chercher\n06 39 98 56 78")]),
                ..RecordSection::default()
            },
            RecordSection { title: "Présences".to_owned(), table: Some(table), ..RecordSection::default() },
            RecordSection {
                title: "Ce qui n’est pas dans cette copie".to_owned(),
                paragraphs: vec![
                    "Les dessins et les films sont des œuvres communes : ils ne portent que le prénom choisi.".to_owned(),
                    "Les sauvegardes faites avant aujourd’hui contiennent les mêmes données.".to_owned(),
                ],
                ..RecordSection::default()
            },
        ],
        signing: None,
    }
}

/// An attestation of presence, signed.
pub fn attestation(language: &'static str, signature: bool) -> RecordPaper {
    let mut head = head(language, RecordPaper::WORDS);
    head.lines = ["Saison 2025-2026".to_owned(), "Fait le 27 février 2026".to_owned()];
    RecordPaper {
        head,
        size: PaperSize::A4,
        title: "Attestation de présence".to_owned(),
        name: "Samira Benali".to_owned(),
        intro: vec!["L’association Décider, 4 rue des Lacs, 91350 Grigny, atteste que Samira Benali, née le 3 mai 2012, a participé aux séances ci-dessous.".to_owned()],
        sections: vec![
            RecordSection {
                title: "En tout".to_owned(),
                rows: rows(&[("Demi-journées", "10 sur 12 prévues"), ("Heures", "30 h"), ("Du", "23 février 2026"), ("Au", "27 février 2026")]),
                ..RecordSection::default()
            },
            RecordSection {
                title: "Séances".to_owned(),
                table: Some(RecordTable {
                    heads: ["Date", "Séance", "Lieu", "Durée"].map(str::to_owned).to_vec(),
                    rows: DAYS.iter().map(|day| vec![format!("{day} février"), "Stage d’hiver : tourner un film court".to_owned(), "Maison de quartier".to_owned(), "6 h".to_owned()]).collect(),
                }),
                ..RecordSection::default()
            },
        ],
        signing: Some(Signing {
            place: if signature { "Grigny".to_owned() } else { String::new() },
            date: if signature { "27 février 2026".to_owned() } else { String::new() },
            who: "Rachid Ouali, responsable pédagogique".to_owned(),
            signature: signature.then(|| signed(7, "le 27 février 2026 à 16 h 55")),
        }),
    }
}
