//! Sealing bytes with a key of 32 bytes: XChaCha20-Poly1305, a random nonce each, bound to what they are and whose.
//!
//! Layout: `u8` version 1 · 24 bytes nonce · ciphertext of `u32` length, the bytes, zeros. The zeros fill up to the next of a few sizes, so
//! that a length does not tell a name.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use zeroize::{Zeroize, ZeroizeOnDrop};

const VERSION: u8 = 1;
const NONCE: usize = 24;
/// Small things are filled up to a multiple of this, large ones to sixteen times it.
const STEP: usize = 256;

/// A secret key, forgotten when it is dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Sealed bytes that cannot be opened: torn, altered, another's, or sealed with another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("sealed bytes cannot be opened")]
pub struct Unopened;

impl Key {
    /// A new random key.
    pub fn random() -> Self {
        let mut key = Self([0; 32]);
        getrandom::fill(&mut key.0).expect("the system gives random bytes");
        key
    }

    /// A key worked out from a secret, for one purpose.
    pub fn derive(purpose: &str, secret: &[u8]) -> Self {
        Self(blake3::derive_key(purpose, secret))
    }

    /// The bytes, for wrapping.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads what [`Key::bytes`] gave.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Seals bytes. `about` says what they are and whose: they open with the same words only.
    pub fn seal(&self, about: &[&[u8]], bytes: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).expect("the system gives random bytes");
        let length = u32::try_from(bytes.len()).expect("nothing in a document has four gigabytes");
        let step = if bytes.len() > 64 * STEP { 16 * STEP } else { STEP };
        let mut padded = Vec::with_capacity((bytes.len() + 4).next_multiple_of(step));
        padded.extend(length.to_le_bytes());
        padded.extend(bytes);
        padded.resize((bytes.len() + 4).next_multiple_of(step), 0);
        let aad = joined(about);
        let sealed = self
            .cipher()
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: &padded, aad: &aad })
            .expect("sealing fails only beyond 256 GB");
        padded.zeroize();
        let mut out = Vec::with_capacity(1 + NONCE + sealed.len());
        out.push(VERSION);
        out.extend(nonce);
        out.extend(sealed);
        out
    }

    /// Opens what [`Key::seal`] sealed.
    pub fn open(&self, about: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
        let (&version, rest) = sealed.split_first().ok_or(Unopened)?;
        let (nonce, rest) = rest.split_at_checked(NONCE).ok_or(Unopened)?;
        if version != VERSION {
            return Err(Unopened);
        }
        let aad = joined(about);
        let mut padded = self
            .cipher()
            .decrypt(XNonce::from_slice(nonce), Payload { msg: rest, aad: &aad })
            .map_err(|_| Unopened)?;
        let (length, _) = padded.split_first_chunk::<4>().ok_or(Unopened)?;
        let length = u32::from_le_bytes(*length) as usize;
        if padded.len() < 4 + length {
            return Err(Unopened);
        }
        padded.drain(..4);
        padded.truncate(length);
        Ok(padded)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// Each part behind its length, so that no two lists of parts are the same bytes.
fn joined(about: &[&[u8]]) -> Vec<u8> {
    let mut aad = b"quartier-libre sealed".to_vec();
    for part in about {
        aad.extend((part.len() as u64).to_le_bytes());
        aad.extend(*part);
    }
    aad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_and_words_only() {
        let key = Key::random();
        for length in [0, 1, 251, 252, 253, 70_000] {
            let bytes = vec![7; length];
            let sealed = key.seal(&[b"update", b"lina"], &bytes);
            assert_eq!(key.open(&[b"update", b"lina"], &sealed), Ok(bytes), "{length} bytes come back");
            assert_eq!(key.open(&[b"update", b"mehdi"], &sealed), Err(Unopened), "another's");
            assert_eq!(key.open(&[b"updatelina"], &sealed), Err(Unopened), "parts do not run together");
            assert_eq!(Key::random().open(&[b"update", b"lina"], &sealed), Err(Unopened), "another key");
        }
    }

    #[test]
    fn every_bit_counts() {
        let key = Key::random();
        let sealed = key.seal(&[b"update"], b"Lina Kaci");
        for place in 0..sealed.len() {
            let mut forged = sealed.clone();
            forged[place] ^= 1;
            assert_eq!(key.open(&[b"update"], &forged), Err(Unopened), "byte {place} was altered");
            assert_eq!(key.open(&[b"update"], &sealed[..place]), Err(Unopened), "cut at {place}");
        }
    }

    #[test]
    fn a_length_does_not_tell_a_name() {
        let key = Key::random();
        let lengths = [1, 9, 60, 200].map(|length| key.seal(&[b"update"], &vec![1; length]).len());
        assert!(lengths.iter().all(|length| *length == lengths[0]), "{lengths:?}");
    }
}
