//! Which letters the bytes of a text are: nothing in a CSV file says it.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::error::ReadError;

/// The text of a file, without a byte order mark.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let (encoding, skip) = Encoding::for_bom(bytes).unwrap_or_else(|| (guessed(bytes), 0));
    let (text, _) = encoding.decode_without_bom_handling(&bytes[skip..]);
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
    Ok(text)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    // One that was cut inside its last letter is still UTF-8, and one in which another program wrote a line.
    if std::str::from_utf8(bytes).err().is_none_or(|error| error.error_len().is_none()) {
        return UTF_8;
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
    if sound > 0 && sound * 3 >= lost {
        return UTF_8;
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
    // é è ê ë à â ç î ï ô û ù É, as a Mac of old and as everyone else wrote them.
    let mac = count(b"\x8e\x8f\x90\x88\x89\x8d\x9e\x9d\x83") + bytes.windows(3).filter(between).count();
    let windows = count(b"\xe9\xe8\xea\xeb\xe0\xe2\xe7\xee\xef\xf4\xfb\xf9\xc9");
    if mac > windows {
        return MACINTOSH;
    }
    let control: usize = seen[0x80..0xa0].iter().sum();
    // Œ œ Ÿ and €: signs nobody types in a list (¼ ½ ¾ ¤) if the file came from Windows.
    if control == 0 && count(b"\xbc\xbd\xbe\xa4") > 0 { ISO_8859_15 } else { WINDOWS_1252 }
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
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00"[..], b"GIF89a\x01\x00\x01\x00\x80\x00\x00"]
        {
            assert!(matches!(decoded(bytes), Err(ReadError::Unsupported)), "binary is no list");
        }
    }
}
