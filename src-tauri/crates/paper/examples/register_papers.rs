//! Papers of the register as pictures, to be looked at: `cargo run -p ql-paper --example register_papers -- FOLDER`.
#![allow(clippy::unwrap_used, reason = "it stops where it stands")]

#[path = "../tests/papers/register_sample.rs"]
mod sample;

use std::{env, fs, path::PathBuf};

use ql_paper::{Paper, PaperSize};

/// Width of a picture, in pixels: 110 dots an inch of A4.
const WIDTH: u32 = 910;

fn main() {
    let folder = PathBuf::from(env::args().nth(1).expect("a folder for the pictures"));
    fs::create_dir_all(&folder).unwrap();
    let keep = |name: &str, paper: Paper| {
        fs::write(folder.join(format!("{name}.pdf")), paper.pdf().unwrap()).unwrap();
        for page in 0..paper.pages().min(4) {
            let picture =
                paper.picture(page, if name.contains("lying") { WIDTH * 297 / 210 } else { WIDTH }).unwrap();
            fs::write(folder.join(format!("{name}-{}.png", page + 1)), picture).unwrap();
        }
    };
    keep("attendance-lying-signed", sample::attendance("fr", 12, 10, 6).set().unwrap());
    keep("attendance-lying-closed", sample::closed("fr", 12, 6).set().unwrap());
    keep("attendance-lying-month", sample::attendance("fr", 14, 24, 24).set().unwrap());
    keep("attendance-upright-closed", sample::closed("fr", 12, 2).set().unwrap());
    keep("attendance-upright-four-en", sample::closed("en", 24, 4).set().unwrap());
    keep("attendance-upright-one", sample::attendance("fr", 9, 1, 1).set().unwrap());
    for (name, people, halves) in [("lying", 12, 10), ("upright", 30, 2), ("upright-empty", 0, 1)] {
        let mut blank = sample::attendance("fr", people, halves, 0);
        blank.blank = true;
        if people == 0 {
            blank.trainers.clear();
            blank.size = PaperSize::Letter;
        }
        keep(&format!("attendance-blank-{name}"), blank.set().unwrap());
    }
    let mut long = sample::closed("en", 14, 6);
    long.size = PaperSize::Letter;
    long.people[0].name = "🎬".repeat(10_000);
    long.people[1].name = "لا تهدموا الساحة ".repeat(50);
    long.people[2].name = "MARIE-JOSÉPHINE DELACROIX DE LA TOUR D’AUVERGNE ET DE BOURBON-PARME".to_owned();
    long.lines[0].1 = "Un titre que personne n’a voulu raccourcir ".repeat(40);
    long.halves[2].day = "Mercredi 25 février 2026".to_owned();
    long.corrections.push("🎬".repeat(600));
    keep("attendance-lying-long-letter", long.set().unwrap());
    keep("recovery", sample::recovery("fr").set().unwrap());
    let mut letter = sample::recovery("en");
    letter.size = PaperSize::Letter;
    keep("recovery-letter-en", letter.set().unwrap());
    keep("copy", sample::copy("fr").set().unwrap());
    keep("attestation", sample::attestation("fr", true).set().unwrap());
    keep("attestation-pen-en", sample::attestation("en", false).set().unwrap());
}
