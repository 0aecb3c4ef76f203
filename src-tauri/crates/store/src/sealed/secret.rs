//! The register's secret: an age identity, wrapped by the passphrase and, apart, by the printed recovery code.

use age::{
    DecryptError,
    secrecy::{ExposeSecret, SecretString},
    x25519,
};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::cipher::Key;

/// scrypt's cost for a passphrase: N = 2^17 with r = 8 takes 128 MB and about a second on a cheap laptop.
const PASSPHRASE_COST: u8 = 17;
/// The code has 120 random bits: no guessing has to be slowed down.
const CODE_COST: u8 = 10;
/// Crockford's base 32: no I, L, O or U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Groups of a recovery code.
pub const GROUPS: usize = 6;
/// Signs in a group.
pub const GROUP: usize = 4;

/// The secret itself. Whoever has it opens everything; dropped, it is forgotten.
#[derive(Clone)]
pub struct Secret {
    identity: x25519::Identity,
}

/// A secret wrapped by a passphrase or a code, as it lies in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped(pub Vec<u8>);

/// A recovery code: six groups of four signs.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<String>);

/// Why a passphrase or code does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// It is another one. What was altered in the middle, and could still be a wrapped secret, looks the same.
    #[error("this does not open the register")]
    Wrong,
    /// It is torn: no words open it.
    #[error("the wrapped secret is torn")]
    Torn,
    /// These are its words, and what they open is torn.
    #[error("the secret under these words is torn")]
    TornWithin,
}

impl Secret {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        Self { identity: x25519::Identity::generate() }
    }

    /// The public key.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.identity.to_public().to_string()
    }

    pub(super) fn identity(&self) -> &x25519::Identity {
        &self.identity
    }

    /// A key worked out from it, for one purpose.
    pub(super) fn key(&self, purpose: &str) -> Key {
        Key::derive(purpose, self.identity.to_string().expose_secret().as_bytes())
    }

    /// Wraps it by a passphrase. Takes about a second, on purpose.
    #[must_use]
    pub fn wrap(&self, passphrase: &str) -> Wrapped {
        self.wrap_by(&normalised(passphrase), PASSPHRASE_COST)
    }

    /// Wraps it by a recovery code.
    #[must_use]
    pub fn wrap_for_recovery(&self, code: &RecoveryCode) -> Wrapped {
        self.wrap_by(&code.0, CODE_COST)
    }

    fn wrap_by(&self, words: &str, cost: u8) -> Wrapped {
        let mut recipient = age::scrypt::Recipient::new(SecretString::from(words.to_owned()));
        recipient.set_work_factor(cost);
        let text = self.identity.to_string();
        let wrapped = age::encrypt(&recipient, text.expose_secret().as_bytes());
        Wrapped(wrapped.expect("wrapping writes to memory, which cannot fail"))
    }
}

impl Wrapped {
    /// Opens it with a passphrase. Takes about a second, on purpose: call it where nobody waits for a lock.
    ///
    /// # Errors
    /// [`NotOpened`].
    pub fn open(&self, passphrase: &str) -> Result<Secret, NotOpened> {
        self.open_by(&normalised(passphrase), PASSPHRASE_COST)
    }

    /// Opens it with a recovery code.
    ///
    /// # Errors
    /// [`NotOpened`].
    pub fn open_by_code(&self, code: &RecoveryCode) -> Result<Secret, NotOpened> {
        self.open_by(&code.0, CODE_COST)
    }

    /// Whether some words could open it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        age::Decryptor::new_buffered(&*self.0).is_ok_and(|decryptor| decryptor.is_scrypt())
    }

    fn open_by(&self, words: &str, cost: u8) -> Result<Secret, NotOpened> {
        // Asked first: a stanza of another name is nobody's wrong words.
        if !self.is_whole() {
            return Err(NotOpened::Torn);
        }
        let mut identity = age::scrypt::Identity::new(SecretString::from(words.to_owned()));
        // A forged file must not ask for hours of work, or all the memory there is.
        identity.set_max_work_factor(cost);
        let text = age::decrypt(&identity, &self.0).map_err(|error| match error {
            DecryptError::DecryptionFailed
            | DecryptError::KeyDecryptionFailed
            | DecryptError::NoMatchingKeys => NotOpened::Wrong,
            // What binds the header and the body to the words is looked at once these gave their key, and the body is read after that.
            DecryptError::InvalidMac | DecryptError::Io(_) => NotOpened::TornWithin,
            _ => NotOpened::Torn,
        })?;
        let text = Zeroizing::new(text);
        let text = std::str::from_utf8(&text).map_err(|_| NotOpened::TornWithin)?;
        Ok(Secret { identity: text.parse().map_err(|_| NotOpened::TornWithin)? })
    }
}

impl RecoveryCode {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = Zeroizing::new([0_u8; GROUPS * GROUP]);
        getrandom::fill(bytes.as_mut()).expect("the system gives random bytes");
        Self(Zeroizing::new(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()))
    }

    /// Reads what a person typed: case, spaces and dashes do not count, a round is a zero and a bar is a one. `None` when signs are missing
    /// or others are there.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let sign = |c: char| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let typed: Zeroizing<String> = Zeroizing::new(
            text.chars()
                .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '·' | '.'))
                .map(sign)
                .collect(),
        );
        let known = typed.bytes().all(|byte| LETTERS.contains(&byte));
        (known && typed.len() == GROUPS * GROUP).then_some(Self(typed))
    }

    /// The groups, to be shown and printed.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        self.0.as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect()
    }
}

/// Whether one opens what the other opens.
#[must_use]
pub fn is_same_passphrase(one: &str, other: &str) -> bool {
    *normalised(one) == *normalised(other)
}

/// One passphrase, however a keyboard composes its accents and however many spaces a hand leaves.
fn normalised(passphrase: &str) -> Zeroizing<String> {
    let composed: Zeroizing<String> = Zeroizing::new(passphrase.nfkc().collect());
    Zeroizing::new(composed.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_passphrase_opens_however_it_is_typed() {
        let secret = Secret::random();
        let wrapped = secret.wrap("quatre façades au soleil");
        let opened = wrapped.open(" quatre  fac\u{327}ades au soleil ").expect("the same words open");
        assert_eq!(opened.recipient(), secret.recipient());
        assert_eq!(
            wrapped.open("quatre facades au soleil").err(),
            Some(NotOpened::Wrong),
            "an accent counts"
        );
        assert!(!wrapped.0.windows(9).any(|part| part == b"AGE-SECRE"), "the secret is not in the clear");
    }

    #[test]
    fn the_code_opens_however_it_is_written() {
        let (secret, code) = (Secret::random(), RecoveryCode::random());
        let wrapped = secret.wrap_for_recovery(&code);
        let groups = code.groups();
        assert_eq!((groups.len(), groups[0].len()), (GROUPS, GROUP));
        let typed = groups.join(" - ").to_lowercase().replace('0', "o").replace('1', "l");
        let read = RecoveryCode::read(&typed).expect("it is read");
        assert_eq!(wrapped.open_by_code(&read).expect("it opens").recipient(), secret.recipient());
        assert!(RecoveryCode::read(&groups[..5].join("")).is_none(), "a group is missing");
        assert!(RecoveryCode::read(&"U".repeat(24)).is_none(), "a sign that no code has");
    }
}
