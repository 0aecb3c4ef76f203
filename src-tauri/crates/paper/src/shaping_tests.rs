//! What letters are drawn with, on the pages themselves: the text of a PDF is right even where its ink is not.

use std::collections::{BTreeMap, HashMap};

use rustybuzz::ttf_parser::GlyphId;
use typst::layout::{Frame, FrameItem};

use crate::{Paper, PerPage, letters::missing};

#[path = "../tests/papers/sample.rs"]
#[expect(dead_code, reason = "the tests outside need more of it")]
mod sample;

const MARKS: [std::ops::RangeInclusive<char>; 6] = [
    '\u{300}'..='\u{36f}',
    '\u{483}'..='\u{489}',
    '\u{1ab0}'..='\u{1aff}',
    '\u{1dc0}'..='\u{1dff}',
    '\u{20d0}'..='\u{20ff}',
    '\u{fe20}'..='\u{fe2f}',
];

fn is_mark(letter: char) -> bool {
    MARKS.iter().any(|block| block.contains(&letter))
}

/// Letters with their marks, as they are drawn together, and the family of their font; `true` where only the marks are drawn.
fn drawn(frame: &Frame, found: &mut Vec<(String, String, bool)>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => drawn(&group.frame, found),
            FrameItem::Text(text) => {
                for cluster in text.glyphs.chunk_by(|one, next| one.range == next.range) {
                    let written = text.text[cluster[0].range()].to_owned();
                    let glyph = |letter| text.font.ttf().glyph_index(letter).map(|glyph| glyph.0);
                    let marks: Vec<u16> =
                        written.chars().filter(|letter| is_mark(*letter)).filter_map(glyph).collect();
                    let bare = written.chars().any(|letter| !is_mark(letter))
                        && cluster.iter().all(|glyph| marks.contains(&glyph.id));
                    found.push((written, text.font.font().info().family.clone(), bare));
                }
            }
            _ => {}
        }
    }
}

fn all_drawn(paper: &Paper) -> Vec<(String, String, bool)> {
    let mut found = Vec::new();
    for page in paper.document.pages() {
        drawn(&page.frame, &mut found);
    }
    found
}

#[test]
fn no_mark_takes_the_place_of_its_letter() {
    let bases = ["a", "ẹ", "ɛ", "А", "й", "α", "1", "?", "∑", "★", "🎬", "ب", "電"];
    let marks = MARKS.into_iter().flatten().filter(|mark| missing([mark.to_string().as_str()]).is_empty());
    let marks: Vec<char> = marks.chain(['\u{301}', '\u{300}']).collect();
    assert!(marks.len() > 100, "our fonts have marks");
    let pairs: Vec<String> =
        marks.iter().flat_map(|mark| bases.iter().map(move |base| format!("{base}{mark}"))).collect();
    let mut storyboard = sample::board(pairs.len().div_ceil(8), PerPage::Nine);
    for (cell, some) in storyboard.cells.iter_mut().zip(pairs.chunks(8)) {
        cell.drawing = None;
        cell.dialogue.clear();
        cell.tech.clear();
        (cell.begins, cell.heading, cell.action) = (true, some.join(" "), some.join(" "));
    }
    // A mark that is moved over its letter stands in a piece of its own, with the text of both.
    let mut clothed: HashMap<String, i32> = HashMap::new();
    for (written, _, bare) in all_drawn(&storyboard.set().unwrap()) {
        *clothed.entry(written).or_default() += if bare { -1 } else { 1 };
    }
    let lost: Vec<_> = clothed.iter().filter(|(_, count)| **count < 0).collect();
    assert!(
        lost.is_empty(),
        "{} letters have lost all but their mark: {:?}",
        lost.len(),
        &lost[..lost.len().min(9)]
    );
    for pair in ["а\u{301}", "ɛ\u{300}", "ẹ\u{301}"] {
        let mut storyboard = sample::board(1, PerPage::One);
        (storyboard.cells[0].action, storyboard.cells[0].heading) = (pair.to_owned(), pair.to_owned());
        let found = all_drawn(&storyboard.set().unwrap());
        assert!(found.iter().any(|(written, ..)| written == pair), "{pair} is on the page");
    }
}

#[test]
fn a_word_is_joined_within_one_font() {
    for text in ["Voici پریسا et گفتگو ici", "پریسا می‌رود", "شهر من"] {
        let mut storyboard = sample::board(1, PerPage::Two);
        let cell = &mut storyboard.cells[0];
        cell.begins = true;
        (cell.action, cell.dialogue, cell.heading) = (text.to_owned(), text.to_owned(), text.to_owned());
        (storyboard.head.title, storyboard.head.foot) = (text.to_owned(), text.to_owned());
        let arabic = |letters: &str| letters.chars().any(|letter| ('\u{620}'..='\u{6ff}').contains(&letter));
        let found = all_drawn(&storyboard.set().unwrap());
        let mut families: Vec<&String> =
            found.iter().filter(|(written, ..)| arabic(written)).map(|(_, family, _)| family).collect();
        assert!(families.len() > 8, "{text}: {families:?}");
        families.sort();
        families.dedup();
        assert_eq!(families.len(), 1, "{text}: {families:?}");
    }
}

#[test]
fn wooden_letters_do_not_mix_with_others_in_a_word_of_theirs() {
    for (text, family) in [
        ("Phố cổ, cửa sổ", "Noto Sans"),
        ("Place de l’Été, Țara", "Bricolage Grotesque"),
        ("Taẓart", "Noto Sans"),
    ] {
        let mut storyboard = sample::board(1, PerPage::Two);
        (storyboard.cells[0].begins, storyboard.cells[0].heading) = (true, text.to_owned());
        let found = all_drawn(&storyboard.set().unwrap());
        let written =
            |from: usize| found[from..].iter().map(|(written, ..)| written.as_str()).collect::<String>();
        let begin = (0..found.len())
            .find(|from| written(*from).starts_with(text))
            .expect("the heading is on the page");
        let of: Vec<&String> = found[begin..]
            .iter()
            .take(text.chars().count())
            .filter(|(written, ..)| written.chars().all(char::is_alphabetic))
            .map(|(_, family, _)| family)
            .collect();
        assert!(of.iter().all(|found| *found == family), "{text}: {of:?}");
    }
}

/// The lines of the letters of at least this size: how high and how deep their ink reaches, in points from the top of the page.
fn lines(frame: &Frame, from: f64, least: f64, found: &mut BTreeMap<i64, (f64, f64)>) {
    for (place, item) in frame.items() {
        let y = from + place.y.to_pt();
        match item {
            FrameItem::Group(group) => {
                lines(&group.frame, y + group.transform.ty.to_pt(), least, found);
            }
            FrameItem::Text(text) if text.size.to_pt() >= least => {
                let unit = text.size.to_pt() / text.font.units_per_em();
                let line = found.entry((y * 4.0).round() as i64).or_insert((y, y));
                for glyph in &text.glyphs {
                    let Some(ink) = text.font.ttf().glyph_bounding_box(GlyphId(glyph.id)) else { continue };
                    line.0 = line.0.min(y - f64::from(ink.y_max) * unit);
                    line.1 = line.1.max(y - f64::from(ink.y_min) * unit);
                }
            }
            _ => {}
        }
    }
}

#[test]
fn lines_of_a_title_do_not_touch_in_any_alphabet() {
    for title in [
        "Η πλατεία του Αγίου Ανδρέα που χτίσαμε όλοι μαζί το περασμένο καλοκαίρι",
        "Площадь у вокзала, где мы все вместе строили качели прошлым летом",
        "Quảng trường Đống Đa, nơi chúng tôi Ế ẩm đã xây dựng cùng nhau",
        "Le Terrain vague 🎬 et la place 🏙️ de tout le quartier que nous 🎬 avons construite",
        "🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️🎬🏙️",
    ] {
        let mut storyboard = sample::board(1, PerPage::Six);
        storyboard.head.title = title.to_owned();
        let paper = storyboard.set().unwrap();
        let mut found = BTreeMap::new();
        // Larger than all but the title of a cover.
        lines(&paper.document.pages()[0].frame, 0.0, 21.0, &mut found);
        let found: Vec<(f64, f64)> = found.into_values().collect();
        assert!(found.len() > 1, "{title} takes lines: {found:?}");
        for pair in found.windows(2) {
            assert!(pair[0].1 <= pair[1].0 + 0.5, "{title}: {pair:?}");
        }
    }
}
