//! Papers that come back: each page of a scanned PDF as a picture.

mod pictures;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::{InterpreterSettings, InterpreterWarning},
    hayro_syntax::{Pdf, page::Page},
    render,
    vello_cpu::color::palette::css::WHITE,
};
use thiserror::Error;

/// Most pages taken: a sheet of sixty people over two half-days has six.
pub const MOST_PAGES: usize = 12;
/// Longer side of a page, in pixels: an A4 sheet at 175 dots an inch.
const LONGER_SIDE: f32 = 2_048.0;
/// What every PDF has near its beginning, behind what a mail program may have put before.
const SIGNATURE: &[u8] = b"%PDF-";
/// What every PDF has near its end: without it, the rest is missing.
const END: &[u8] = b"%%EOF";
/// How near, in bytes.
const NEAR: usize = 1_024;

/// Why a PDF is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ScanError {
    /// Torn, or behind a password.
    #[error("the PDF cannot be read")]
    Unreadable,
    /// More than [`MOST_PAGES`].
    #[error("the PDF has {0} pages")]
    TooLong(usize),
    /// A picture in it is too large, or those of a page are together.
    #[error("a picture in the PDF is too large")]
    TooLarge,
}

/// Whether bytes are a PDF: they say it, never their name.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    has(&bytes[..bytes.len().min(NEAR)], SIGNATURE)
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|part| part == mark)
}

/// The pages of a PDF as PNG, in order; a picture in it may have so many pixels. Takes a while: not for the thread that answers people.
///
/// # Errors
/// Each [`ScanError`]; a part of a PDF is never taken.
pub fn scanned_pages(pdf: &[u8], most_pixels: u64) -> Result<Vec<Vec<u8>>, ScanError> {
    // Whoever made the file may have meant to stop its reader.
    catch_unwind(AssertUnwindSafe(|| read(pdf, most_pixels))).unwrap_or(Err(ScanError::Unreadable))
}

fn read(pdf: &[u8], most_pixels: u64) -> Result<Vec<Vec<u8>>, ScanError> {
    if !has(&pdf[pdf.len().saturating_sub(NEAR)..], END) {
        return Err(ScanError::Unreadable);
    }
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| ScanError::Unreadable)?;
    let pages = pdf.pages();
    match pages.len() {
        0 => return Err(ScanError::Unreadable),
        1..=MOST_PAGES => {}
        many => return Err(ScanError::TooLong(many)),
    }
    if !pictures::fit(&pdf, most_pixels) {
        return Err(ScanError::TooLarge);
    }
    let cache = RenderCache::new();
    pages.iter().map(|page| picture(page, &cache)).collect()
}

fn picture<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>) -> Result<Vec<u8>, ScanError> {
    let (width, height) = page.render_dimensions();
    let scale = LONGER_SIDE / width.max(height);
    if !(scale.is_finite() && width * scale >= 1.0 && height * scale >= 1.0) {
        return Err(ScanError::Unreadable);
    }
    let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..Default::default() };
    // A picture in it that cannot be read would leave the page white.
    let lacks = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&lacks);
    let reading = InterpreterSettings {
        warning_sink: Arc::new(move |warning| {
            if matches!(warning, InterpreterWarning::ImageDecodeFailure) {
                noted.store(true, Ordering::Relaxed);
            }
        }),
        ..InterpreterSettings::default()
    };
    let pixmap = render(page, cache, &reading, &settings);
    if lacks.load(Ordering::Relaxed) {
        return Err(ScanError::Unreadable);
    }
    pixmap.into_png().map_err(|_| ScanError::Unreadable)
}
