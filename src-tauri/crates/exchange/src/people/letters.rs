//! Which letters the bytes of a text are: nothing in a CSV file says it.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use oem_cp::{code_table::DECODING_TABLE_CP850, decode_string_complete_table};

use super::error::ReadError;

/// Bytes that Windows-1252 leaves without a letter, as they are decoded.
const UNDEFINED: [char; 5] = ['\u{81}', '\u{8d}', '\u{8f}', '\u{90}', '\u{9d}'];

/// Letters of Iceland, for which the bytes of Turkish, Romanian and Czech ones are taken: nothing tells which of them a file has.
const OTHERS: [char; 6] = ['þ', 'Þ', 'ð', 'Ð', 'ý', 'Ý'];

/// The text of a file, without a byte order mark.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let (letters, skip) = Encoding::for_bom(bytes)
        .map_or_else(|| (guessed(bytes), 0), |(found, skip)| (Letters::Of(found), skip));
    let text = match letters {
        Letters::Of(encoding) => encoding.decode_without_bom_handling(&bytes[skip..]).0,
        Letters::Dos => decode_string_complete_table(bytes, &DECODING_TABLE_CP850).into(),
    };
    let text = match letters {
        // Bytes that are no letter of Windows.
        Letters::Of(found) if found == WINDOWS_1252 && text.contains(UNDEFINED) => {
            text.replace(UNDEFINED, "\u{fffd}").into()
        }
        _ => once(text),
    };
    // A list has no control characters; a program, a picture and a text in the wrong letters do.
    let control = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{85}')
    };
    let looked_at = || text.chars().take(1 << 16);
    let lost = looked_at().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    // A line or two that another program wrote are refused as lines.
    let garbled = lost > 20 && lost * 50 > looked_at().count();
    if text.contains('\0') || looked_at().filter(|c| control(*c)).count() > 2 || garbled {
        return Err(ReadError::Unsupported);
    }
    Ok(match letters {
        Letters::Of(found) if found == WINDOWS_1252 && text.contains(OTHERS) => {
            text.replace(OTHERS, "\u{fffd}").into()
        }
        _ => text,
    })
}

/// A text that was written in UTF-8, taken for Windows and written in UTF-8 again is read as it was meant.
fn once(text: Cow<'_, str>) -> Cow<'_, str> {
    match as_windows(&text).and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(meant) => meant.into(),
        None => text,
    }
}

/// Whether some letters were UTF-8 and were taken for Windows: "ZoÃ©".
pub(crate) fn is_twice(text: &str) -> bool {
    text.split(|c: char| c.is_ascii())
        .any(|run| as_windows(run).is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok()))
}

/// Most letters with accents of a French word that follow one another: "créée".
const MOST_ACCENTS: usize = 2;

/// Whether letters of another alphabet were taken for those of Windows: "Èâàí" was Cyrillic. Three with accents in a row are no word of a
/// list.
pub(crate) fn is_foreign(text: &str) -> bool {
    text.split(|c: char| !('\u{c0}'..='\u{ff}').contains(&c)).any(|run| run.chars().count() > MOST_ACCENTS)
}

/// The bytes of Windows, of a text that has letters beyond ASCII and none that Windows has not.
fn as_windows(text: &str) -> Option<Vec<u8>> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    (!lost).then(|| bytes.into_owned())
}

/// The letters of a file.
#[derive(Clone, Copy)]
enum Letters {
    Of(&'static Encoding),
    /// Code page 850, which Excel calls "CSV (MS-DOS)".
    Dos,
}

fn guessed(bytes: &[u8]) -> Letters {
    if let Some(wide) = wide(bytes) {
        return Letters::Of(wide);
    }
    // One that was cut inside its last letter is still UTF-8, and one in which another program wrote a line.
    if std::str::from_utf8(bytes).err().is_none_or(|error| error.error_len().is_none()) {
        return Letters::Of(UTF_8);
    }
    let (mut sound, mut foreign, mut lost) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        lost += usize::from(!chunk.invalid().is_empty());
        for letter in chunk.valid().chars().filter(|letter| !letter.is_ascii()) {
            match letter {
                '\u{a0}'..='\u{17f}' | '\u{300}'..='\u{36f}' => sound += 1,
                // Greek, Cyrillic, Hebrew, Arabic: also what two letters of a Mac may come to.
                '\u{370}'..='\u{6ff}' => foreign += 1,
                // Two letters of Windows or of a Mac, seldom one of a list.
                '\u{80}'..='\u{7ff}' => lost += 1,
                // Three bytes do not fall so by chance.
                _ => sound += 1,
            }
        }
    }
    sound += if foreign >= 10 * lost { foreign } else { 0 };
    if sound > 0 && sound * 3 > lost {
        return Letters::Of(UTF_8);
    }
    let mut seen = [0_usize; 256];
    for byte in bytes {
        seen[usize::from(*byte)] += 1;
    }
    let count = |these: &[u8]| these.iter().map(|byte| seen[usize::from(*byte)]).sum::<usize>();
    // Quotation marks and bullets of Windows are letters of a Mac: those stand between letters.
    let between = |three: &&[u8]| {
        matches!(three[1], 0x91 | 0x94 | 0x95 | 0x99)
            && three[0].is_ascii_alphabetic()
            && three[2].is_ascii_alphabetic()
    };
    // é è ê ë à â ç î ï ô û ù É, as a Mac of old, DOS and everyone else wrote them.
    let mac = count(b"\x8e\x8f\x90\x88\x89\x8d\x9e\x9d\x83") + bytes.windows(3).filter(between).count();
    let windows = count(b"\xe9\xe8\xea\xeb\xe0\xe2\xe7\xee\xef\xf4\xfb\xf9\xc9");
    let dos = bytes.windows(3).filter(|three| is_dos(three)).count();
    if dos > mac.max(windows) {
        return Letters::Dos;
    }
    if mac > windows {
        return Letters::Of(MACINTOSH);
    }
    let control: usize = seen[0x80..0xa0].iter().sum();
    // Œ œ Ÿ and €: signs nobody types in a list (¼ ½ ¾ ¤) if the file came from Windows.
    let latin = control == 0 && count(b"\xbc\xbd\xbe\xa4") > 0;
    Letters::Of(if latin { ISO_8859_15 } else { WINDOWS_1252 })
}

/// A letter of DOS where Windows has a sign: behind a letter, and those that may stand at a word's end before one too.
fn is_dos(three: &[u8]) -> bool {
    let (before, after) = (three[0].is_ascii_lowercase(), three[2].is_ascii_lowercase());
    match three[1] {
        0x82 => three[0].is_ascii_alphabetic(),
        0x8a | 0x88 | 0x89 | 0x83 | 0x87 | 0x8b | 0x8c | 0x85 | 0x93 | 0x96 | 0x97 => before && after,
        0x90 => three[0].is_ascii_uppercase() && three[2].is_ascii_uppercase(),
        _ => false,
    }
}

/// UTF-16 without a mark: every second byte is zero, almost.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    match pairs {
        0 | 1 => None,
        _ if odd * 10 > pairs * 6 && even * 10 < pairs => Some(UTF_16LE),
        _ if even * 10 > pairs * 6 && odd * 10 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_they_were_written() {
        let text = "Prénom;Nom\r\nZoé;L’Hôte\r\nŒdipe;Müller\r\n";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let other: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (name, bytes) in [
            ("UTF-8", text.as_bytes().to_vec()),
            ("UTF-8 with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            ("UTF-16", utf16.clone()),
            ("UTF-16 with a mark", [b"\xff\xfe".to_vec(), utf16].concat()),
            ("UTF-16 big end first", [b"\xfe\xff".to_vec(), other].concat()),
            ("Windows-1252", WINDOWS_1252.encode(text).0.into_owned()),
            ("Mac", b"Pr\x8enom;Nom\r\nZo\x8e;L\xd5H\x99te\r\n\xcedipe;M\x9fller\r\n".to_vec()),
        ] {
            assert_eq!(decoded(&bytes).expect("it is text"), text, "{name}");
        }
        let latin = "Prénom;Nom\r\nŒdipe;Lœwe\r\n";
        let bytes: Vec<u8> = latin
            .chars()
            .map(|c| match c {
                'Œ' => 0xbc,
                'œ' => 0xbd,
                c => u8::try_from(u32::from(c)).expect("a letter of Latin-1"),
            })
            .collect();
        assert_eq!(decoded(&bytes).expect("it is text"), latin, "ISO-8859-15");
    }

    #[test]
    fn a_line_of_another_program_does_not_change_the_letters_of_all() {
        let stray = ["Prénom;Nom\nInès;Kaci\nAndr".as_bytes(), b"\xe9;Roy\n"].concat();
        assert_eq!(decoded(&stray).expect("it is text"), "Prénom;Nom\nInès;Kaci\nAndr\u{fffd};Roy\n");
        for (letters, times) in [
            ("Иван;Петров\n", 30),
            ("இனியா;செல்வன்\n", 3),
            ("محمد;الخطيب\n", 5),
            ("Nguyễn;Thị\n", 2),
            ("✅;x\n", 40),
        ] {
            let list = format!("Nom;Commune\n{}Andr", letters.repeat(times));
            let stray = [list.as_bytes(), b"\xe9;Roy\n"].concat();
            assert_eq!(decoded(&stray).expect("it is text"), format!("{list}\u{fffd};Roy\n"));
        }
        // Pairs that UTF-8 could have.
        let mac = b"Pr\x8enom;Nom;Commune\nZo\x8e;Ba;quartier de l\xd5\x83toile\nLina;Bo;l\xd5\x8et\x8e\n";
        assert_eq!(
            decoded(mac).expect("it is text"),
            "Prénom;Nom;Commune\nZoé;Ba;quartier de l’Étoile\nLina;Bo;l’été\n"
        );
        let curly = b"Prenom;Nom\nAwa \x93Nana\x94;Sy\nMo \x93Momo\x94;Ba\nZo\xe9;Li\n";
        assert!(decoded(curly).expect("it is text").ends_with("Mo “Momo”;Ba\nZoé;Li\n"));
        assert!(decoded(b"Nom\nAna\x95s\nJ\x8er\x99me\n").expect("it is text").ends_with("Anaïs\nJérôme\n"));
        let windows = b"Pr\xe9nom;N\xc9\xa0LE\nZo\xe9;2011\n";
        assert_eq!(decoded(windows).expect("it is text"), "Prénom;NÉ\u{a0}LE\nZoé;2011\n");
    }

    #[test]
    fn letters_of_dos_are_read() {
        let dos = b"Pr\x82nom;Nom;N\x82(e) le\r\nAna\x8bs;L\x82ger;2011\r\nRapha\x89l;H\x90RON;2012\r\n";
        let read = "Prénom;Nom;Né(e) le\r\nAnaïs;Léger;2011\r\nRaphaël;HÉRON;2012\r\n";
        assert_eq!(decoded(dos).expect("it is text"), read);
    }

    #[test]
    fn letters_that_were_encoded_twice_are_read_or_known() {
        let list = "Prénom;Nom\nZoé;L’Hôte\n";
        let twice = WINDOWS_1252.decode(list.as_bytes()).0;
        assert_eq!(decoded(twice.as_bytes()).expect("it is text"), list);
        assert_eq!(
            decoded("Prénom\nÃ‰lise et Zoé\n".as_bytes()).expect("it is text"),
            "Prénom\nÃ‰lise et Zoé\n"
        );
        assert!(is_twice("Ã‰lise et Zoé") && is_twice("InÃ¨s") && is_twice("dâ€™Arc"));
        for name in
            ["Zoé", "Anaïs", "Ñúñez", "Łódź", "São Tomé", "ÎLE", "“Momo”", "Иван", "L’Hôte", "Béatrice Çelik"]
        {
            assert!(!is_twice(name), "{name}");
        }
        assert!(is_foreign("Èâàí") && !is_foreign("Créée") && !is_foreign("Иван"));
        // A line of UTF-8 in a list of Windows.
        let mixed = b"Pr\xe9nom;Nom\nAndr\xe9;Roy\nL\xe9a;Ba\nIn\xc3\xa8s;Kaci\n";
        assert!(is_twice(&decoded(mixed).expect("it is text")));
        assert!(decoded(b"Pr\xe9nom\nJ\x81r\xf4me\n").expect("it is text").contains("J\u{fffd}r"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00"[..], b"GIF89a\x01\x00\x01\x00\x80\x00\x00"]
        {
            assert!(matches!(decoded(bytes), Err(ReadError::Unsupported)), "binary is no list");
        }
    }
}
