//! What the ink codec promises, told by examples and by chance.

use proptest::prelude::*;

use super::*;

fn point(x: i32, y: i32, pressure: u8) -> Point {
    Point { x, y, pressure }
}

fn stroke() -> Ink {
    let points = vec![point(300, -2, 128), point(299, 500, 0), point(16_400, 501, 255)];
    Ink { tool: Tool::Brush, colour: Colour::FilmPale, simulated: true, size: 170, points }
}

#[test]
fn the_bytes_of_format_1_never_change() {
    let bytes = stroke().encode().expect("a good stroke is written");
    let expected = [
        1, 1, 3, 1, 170, 0, 3, 0, 0, 0, // version, tool, colour, flags, size, count
        0x2c, 0x01, 0xfe, 0xff, 128, // 300, -2
        0xff, 0xff, 0xf6, 0x01, 0, // -1, +502
        0xe5, 0x3e, 0x01, 0x00, 255, // +16101, +1
    ];
    assert_eq!(bytes, expected, "Strokes already drawn must stay readable: format 1 is frozen.");
    assert_eq!(Ink::decode(&bytes), Ok(stroke()), "What was written is what is read.");
    assert_eq!(InkId::of(&bytes).to_string(), InkId::of(&expected).to_string(), "Equal bytes have one id.");
}

#[test]
fn torn_bytes_are_refused_at_every_length() {
    let bytes = stroke().encode().expect("a good stroke is written");
    for length in 0..bytes.len() {
        let read = Ink::decode(&bytes[..length]);
        assert!(
            matches!(read, Err(InkError::Torn { .. })),
            "A stroke cut at {length} bytes is torn, never shortened: {read:?}"
        );
    }
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(
        Ink::decode(&longer),
        Err(InkError::Trailing { extra: 1 }),
        "Bytes after the last point are refused."
    );
}

#[test]
fn unknown_codes_are_refused() {
    let good = stroke().encode().expect("a good stroke is written");
    let with = |place: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[place] = byte;
        Ink::decode(&bytes)
    };
    assert_eq!(with(0, 2), Err(InkError::Version { found: 2 }), "A newer format is not guessed.");
    assert_eq!(with(1, 3), Err(InkError::Tool { found: 3 }), "There are three tools.");
    assert_eq!(with(2, 6), Err(InkError::Colour { found: 6 }), "There are six colours.");
    assert_eq!(
        with(3, 2),
        Err(InkError::Flags { found: 2 }),
        "An unknown flag could change the meaning of the rest."
    );
    assert_eq!(with(5, 255), Err(InkError::Size { found: 65_450 }), "A stroke is not wider than the limit.");
}

#[test]
fn hostile_counts_are_refused_before_memory_is_taken() {
    let mut bytes = stroke().encode().expect("a good stroke is written");
    bytes[6..10].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(
        Ink::decode(&bytes),
        Err(InkError::Count { found: u32::MAX as usize }),
        "A count above the limit is refused."
    );
    bytes[6..10].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(Ink::decode(&bytes), Err(InkError::Count { found: 0 }), "A stroke has a point.");
}

#[test]
fn points_out_of_reach_are_refused_both_ways() {
    let far = Ink { points: vec![point(40_000, 0, 0)], ..stroke() };
    assert_eq!(far.encode(), Err(InkError::Reach { index: 0 }), "A step must fit the format.");
    let mut bytes = Ink { points: vec![point(30_000, 0, 0); 3], ..stroke() }.encode().expect("within reach");
    for step in 0..3 {
        bytes[10 + step * 5..12 + step * 5].copy_from_slice(&30_000_i16.to_le_bytes());
    }
    assert_eq!(
        Ink::decode(&bytes),
        Err(InkError::Reach { index: 2 }),
        "Steps may not add up to a point out of reach."
    );
}

#[test]
fn ids_are_32_lowercase_digits() {
    let id = InkId::of(b"quartier libre");
    let text = id.to_string();
    assert_eq!(text.parse(), Ok(id), "An id reads back from its text.");
    assert_eq!(
        serde_json::from_str::<InkId>(&serde_json::to_string(&id).expect("text")).expect("id"),
        id,
        "An id travels as text."
    );
    for wrong in
        ["", &text[1..], &text.to_uppercase(), &format!("{text}00"), "zz3456789012345678901234567890zz"]
    {
        assert!(wrong.parse::<InkId>().is_err(), "An id has one writing; {wrong:?} is not it.");
    }
}

prop_compose! {
    fn any_stroke()(
        tool in 0..3_usize, colour in 0..6_usize, simulated: bool, size in 1..=MAX_SIZE,
        steps in prop::collection::vec((-900..900_i32, -900..900_i32, any::<u8>()), 1..70),
    ) -> Ink {
        let (mut x, mut y) = (0, 0);
        let points = steps.into_iter().map(|(dx, dy, pressure)| { x += dx; y += dy; Point { x, y, pressure } }).collect();
        Ink { tool: Tool::ALL[tool], colour: Colour::ALL[colour], simulated, size, points }
    }
}

proptest! {
    #[test]
    fn every_stroke_reads_back(ink in any_stroke()) {
        let bytes = ink.encode().expect("within the limits");
        prop_assert_eq!(bytes.len(), 10 + 5 * ink.points.len());
        prop_assert_eq!(Ink::decode(&bytes), Ok(ink));
    }

    #[test]
    fn any_bytes_are_refused_or_have_one_writing(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(ink) = Ink::decode(&bytes) {
            prop_assert_eq!(ink.encode(), Ok(bytes));
        }
    }

    #[test]
    fn damaged_ink_is_refused_or_has_one_writing(ink in any_stroke(), place: prop::sample::Index, byte: u8) {
        let mut bytes = ink.encode().expect("within the limits");
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(read) = Ink::decode(&bytes) {
            prop_assert_eq!(read.encode(), Ok(bytes));
        }
    }
}
