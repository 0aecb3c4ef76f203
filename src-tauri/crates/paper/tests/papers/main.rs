//! Every paper in every layout, and the films nobody expects: each must be set, and pass Typst's own PDF/UA-1 checks.
#![allow(clippy::unwrap_used, reason = "a test stops where it stands")]

mod register;
mod register_sample;
mod sample;

use ql_model::vocabulary::{Pattern, Ratio};
use ql_paper::{Cell, Direction, PaperSize, PerPage, Sheet, Storyboard};
use sample::{board, cell, head, lettered, list};

const SHEETS: [(PaperSize, Direction); 4] = [
    (PaperSize::A4, Direction::Portrait),
    (PaperSize::A4, Direction::Landscape),
    (PaperSize::Letter, Direction::Portrait),
    (PaperSize::Letter, Direction::Landscape),
];

#[test]
fn every_layout_is_set_on_the_pages_it_says() {
    for (size, direction) in SHEETS {
        for per_page in PerPage::ALL {
            for (ratio, notes) in Ratio::ALL.iter().flat_map(|ratio| [(*ratio, true), (*ratio, false)]) {
                let mut storyboard = board(20, per_page);
                storyboard.sheet = Sheet::new(size, direction);
                storyboard.ratio = ratio;
                storyboard.show.notes = notes;
                let what = format!("{per_page:?} {ratio:?} {size:?} {direction:?}, notes: {notes}");
                let paper = storyboard.set().unwrap_or_else(|error| panic!("{what}: {error}"));
                let expected = Storyboard::page_count(20, per_page, true);
                assert_eq!(paper.pages(), expected, "{what}: a page runs over, or is lost");
                let pdf = paper.pdf().unwrap_or_else(|error| panic!("{what}: {error}"));
                assert!(pdf.starts_with(b"%PDF-1.7"), "{what}");
            }
        }
    }
}

#[test]
fn a_page_alone_looks_as_it_does_among_the_others() {
    let storyboard = board(20, PerPage::Six);
    let whole = storyboard.set().unwrap();
    for page in 0..whole.pages() {
        let alone = storyboard.set_page(page).unwrap();
        assert_eq!(alone.pages(), 1, "a preview sets one page");
        let same = alone.picture(0, 400).unwrap() == whole.picture(page, 400).unwrap();
        assert!(same, "the preview of page {page} is not what is printed");
    }
    assert!(storyboard.set_page(whole.pages()).is_err(), "there is no page after the last");
}

#[test]
fn a_drawing_that_changes_is_seen_where_it_stands_and_nowhere_else() {
    let mut list = list(2, 15);
    let seen = |list: &ql_paper::ShotList| {
        let paper = list.set().unwrap();
        (0..paper.pages()).map(|page| paper.picture(page, 400).unwrap()).collect::<Vec<_>>()
    };
    let before = seen(&list);
    assert!(before.len() > 2, "{} pages", before.len());
    list.scenes[1].shots[14].drawing = Some(sample::drawing(ql_paper::thumbnail_size(list.ratio).0, 77));
    let after = seen(&list);
    let (last, others) = (before.len() - 1, ..before.len() - 1);
    assert!(before[last] != after[last], "what was set before hides the new drawing");
    assert!(before[others] == after[others], "other pages are as they were");
}

#[test]
fn a_film_without_anything_prints_a_page_to_be_filled() {
    for cover in [true, false] {
        let mut storyboard = board(0, PerPage::Six);
        if !cover {
            storyboard.cover = None;
        }
        let paper = storyboard.set().unwrap();
        assert_eq!(paper.pages(), 1);
        paper.pdf().unwrap();
    }
    let paper = list(0, 0).set().unwrap();
    assert_eq!(paper.pages(), 1, "a shot list without shots is one sheet of lines for the pen");
    paper.pdf().unwrap();
}

#[test]
fn the_foot_of_a_cover_stands_at_the_foot_of_its_page() {
    for (size, direction) in SHEETS {
        for credits in [true, false] {
            let mut storyboard = board(7, PerPage::Six);
            storyboard.sheet = Sheet::new(size, direction);
            if !credits {
                storyboard.head.credits.clear();
            }
            let picture = storyboard.set_page(0).unwrap().picture(0, 800).unwrap();
            let picture = image::load_from_memory(&picture).unwrap().into_luma8();
            let inked = |y: &u32| (0..picture.width()).any(|x| picture.get_pixel(x, *y).0[0] < 128);
            let last = (0..picture.height()).rev().find(inked).unwrap();
            let part = f64::from(last) / f64::from(picture.height());
            assert!(part > 0.92, "{size:?} {direction:?}, credits: {credits}: the last ink is at {part:.2}");
        }
    }
}

#[test]
fn titles_and_texts_of_any_length_are_cut_never_lost_or_run_over() {
    let titles = [
        "A".repeat(10_000),
        "🎬".repeat(10_000),
        "لا تهدموا ".repeat(1_500),
        "mot ".repeat(2_500),
        "\n\t \u{202e}x 電影".to_owned(),
        "شهر من، گفتگو چرا؟ ".repeat(40),
    ];
    for title in titles {
        let mut storyboard = board(7, PerPage::Six);
        storyboard.head.title.clone_from(&title);
        for cell in &mut storyboard.cells {
            cell.heading.clone_from(&title);
            cell.action.clone_from(&title);
            cell.dialogue.clone_from(&title);
            cell.size.clone_from(&title);
        }
        let paper = storyboard.set().unwrap();
        assert_eq!(paper.pages(), 3, "a long text takes no other page");
        paper.pdf().unwrap();
        let mut list = list(1, 7);
        list.head.title.clone_from(&title);
        list.scenes[0].heading.clone_from(&title);
        for shot in &mut list.scenes[0].shots {
            (shot.action, shot.dialogue, shot.characters) = (title.clone(), title.clone(), title.clone());
            (shot.size, shot.light, shot.notes) = (title.clone(), title.clone(), title.clone());
        }
        let paper = list.set().unwrap();
        assert!(paper.pages() <= 21, "a line takes three pages at most; seven took {}", paper.pages());
        paper.pdf().unwrap();
    }
}

#[test]
fn forty_shots_in_a_scene_go_on_over_pages() {
    let paper = list(1, 40).set().unwrap();
    assert!((4..=8).contains(&paper.pages()), "40 lines took {} pages", paper.pages());
    paper.pdf().unwrap();
}

#[test]
fn every_pattern_and_a_second_colour_can_be_printed() {
    for pattern in Pattern::ALL {
        for tint in [None, Some("#7CC3EE")] {
            let mut storyboard = board(3, PerPage::Three);
            storyboard.head.pattern = *pattern;
            storyboard.head.tint = tint;
            let paper = storyboard.set().unwrap();
            for width in [100, 400] {
                for page in 0..paper.pages() {
                    paper.picture(page, width).unwrap();
                }
            }
            paper.pdf().unwrap();
        }
    }
}

#[test]
fn the_same_film_gives_the_same_bytes() {
    let bytes = || board(9, PerPage::Nine).set().unwrap().pdf().unwrap();
    assert_eq!(bytes(), bytes(), "a paper that was not changed is sent again as it was");
}

#[test]
fn what_is_gone_keeps_its_label_and_shows_nothing() {
    let mut storyboard = board(0, PerPage::Six);
    storyboard.cells = vec![Cell { gone: true, drawing: None, ..cell(0) }];
    storyboard.set().unwrap().pdf().unwrap();
}

#[test]
fn a_head_in_english_is_set_in_english() {
    let mut storyboard = board(4, PerPage::Four);
    storyboard.head = head();
    storyboard.head.language = "en";
    storyboard.head.region = "GB";
    storyboard.head.quotes = ["“", "”"];
    storyboard.set().unwrap().pdf().unwrap();
}

#[test]
fn a_long_title_in_arabic_hangs_on_the_right_in_every_head() {
    let mut storyboard = board(12, PerPage::Six);
    storyboard.cover = None;
    storyboard.head.title = "الأرض الخلاء عند الحاجز في الصباح ".repeat(12);
    let paper = storyboard.set().unwrap();
    for page in 0..2 {
        let picture = image::load_from_memory(&paper.picture(page, 2_100).unwrap()).unwrap().to_luma8();
        // Ten dots a millimetre: the head, between the word "Storyboard" with the film's pattern and the figures.
        let head: Vec<u32> = (100..250)
            .filter_map(|y| (560..1_500).rev().find(|x| picture.get_pixel(*x, y).0[0] < 128))
            .collect();
        let (above, below) = head.split_at(head.len() / 2);
        let edge = |line: &[u32]| line.iter().max().copied().unwrap_or_default();
        let full = below.iter().filter(|edge| **edge > 1_350).count();
        assert!(full > 12, "the second line of page {page} has words: {full} rows of dots reach its end");
        let apart = edge(above).abs_diff(edge(below));
        assert!(apart < 8, "on page {page} one line ends {apart} tenths of a millimetre before the other");
    }
}

#[test]
fn notes_alone_are_cut_where_the_room_ends() {
    for per_page in PerPage::ALL {
        for length in [100, 336, 448, 1_120, 4_000] {
            let mut storyboard = board(1, per_page);
            let only = &mut storyboard.cells[0];
            (only.action, only.dialogue) = (String::new(), String::new());
            only.notes = "Attention au reflet dans la vitre. ".repeat(length / 35 + 1);
            let what = format!("{length} letters of notes, {per_page:?}");
            let paper = storyboard.set().unwrap_or_else(|error| panic!("{what}: {error}"));
            assert_eq!(paper.pages(), 2, "{what}");
            paper.pdf().unwrap_or_else(|error| panic!("{what}: {error}"));
        }
    }
}

/// Every character that is not to be seen, or is a space of some kind.
fn unseen() -> String {
    let controls = ('\u{0}'..='\u{20}').chain('\u{7f}'..='\u{a0}');
    let spaces = ['\u{1680}', '\u{202f}', '\u{205f}', '\u{3000}'].into_iter().chain('\u{2000}'..='\u{200a}');
    let marks = [
        '\u{ad}', '\u{34f}', '\u{61c}', '\u{115f}', '\u{1160}', '\u{17b4}', '\u{17b5}', '\u{3164}',
        '\u{feff}',
    ];
    let marks = marks.into_iter().chain('\u{180b}'..='\u{180f}').chain('\u{200b}'..='\u{200f}');
    let marks =
        marks.chain('\u{2028}'..='\u{202e}').chain('\u{2060}'..='\u{206f}').chain('\u{fe00}'..='\u{fe0f}');
    let tags = ['\u{e0001}', '\u{e0041}', '\u{e007f}', '\u{fffe}', '\u{ffff}', '\u{e000}', '\u{10ffff}'];
    controls.chain(spaces).chain(marks).chain(tags).flat_map(|letter| ['a', letter, 'b']).collect()
}

#[test]
fn no_character_anywhere_keeps_a_film_from_being_printed() {
    let mut storyboard = board(2, PerPage::Two);
    storyboard.head.title = unseen();
    for cell in &mut storyboard.cells {
        for text in [&mut cell.heading, &mut cell.action, &mut cell.dialogue, &mut cell.notes, &mut cell.size]
        {
            *text = unseen();
        }
        (cell.tech, cell.effect, cell.label, cell.alt) = (unseen(), unseen(), unseen(), unseen());
        cell.drawing = Some(lettered(&unseen()));
    }
    storyboard.set().unwrap().pdf().unwrap();
    let mut list = list(1, 1);
    let shot = &mut list.scenes[0].shots[0];
    for text in [&mut shot.action, &mut shot.characters, &mut shot.light, &mut shot.size, &mut shot.sound] {
        *text = unseen();
    }
    list.set().unwrap().pdf().unwrap();
}

#[test]
fn every_mark_can_stand_on_every_letter_or_is_told() {
    let blocks = ['\u{300}'..='\u{36f}', '\u{483}'..='\u{489}', '\u{610}'..='\u{61a}', '\u{64b}'..='\u{65f}']
        .into_iter()
        .chain([
            '\u{1ab0}'..='\u{1aff}',
            '\u{1dc0}'..='\u{1dff}',
            '\u{20d0}'..='\u{20ff}',
            '\u{fe20}'..='\u{fe2f}',
        ]);
    let bases = ["a", "W", "\u{0628}", "\u{0644}\u{0627}", "\u{1f3ac}", "\u{0410}", "\u{03b1}", "1"];
    for marks in blocks {
        let all =
            bases.iter().flat_map(|base| marks.clone().map(move |mark| format!("{base}{mark}\u{64e}{mark}")));
        let all: Vec<String> = all.collect();
        for some in all.chunks(150) {
            let mut storyboard = board(1, PerPage::One);
            storyboard.cells[0].action = some.join(" ");
            storyboard.cells[0].drawing = Some(lettered(&some[..some.len().min(40)].join("\n")));
            storyboard.set().unwrap().pdf().unwrap();
        }
    }
    assert_eq!(ql_paper::missing(["\u{0644}\u{0627}\u{0303} e\u{0301} \u{0644}\u{064e}"]), ['\u{303}']);
}
