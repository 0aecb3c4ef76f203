//! From a template and its data to pages, and from pages to PDF or to a picture.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDateTime, Timelike as _};
use image::{
    RgbImage,
    codecs::png::{CompressionType, FilterType, PngEncoder},
    imageops,
};
use typst::{
    diag::SourceDiagnostic,
    foundations::{Datetime, Dict, IntoValue, Smart, Value},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::{beside::Beside, letters::printable, world::Press};

/// How many compilations a piece that none of them asked for is kept. A preview asks again and again for nearly the same page.
const KEPT: usize = 4;

/// Fewest pixels of a picture for a point of its page: in fewer, Typst finds no pixel for the smallest tile of a pattern, and stops the
/// program. Smaller pictures are made smaller afterwards.
const COARSEST: f64 = 1.25;

/// Why a paper could not be made. Templates are ours and data is text, so this is a fault of the program, never of what people wrote.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A template did not compile.
    #[error("the template does not compile: {0}")]
    Template(String),
    /// The pages could not be written as PDF/UA-1.
    #[error("the pages are no PDF/UA-1: {0}")]
    Pdf(String),
    /// There is no such page.
    #[error("there is no page {0}")]
    NoPage(usize),
    /// The picture of a page could not be encoded.
    #[error("the page could not be made a picture: {0}")]
    Picture(String),
    /// What sets the pages came upon something it did not expect, and ended.
    #[error("the pages could not be set: {0}")]
    Broken(String),
}

/// Pages that are set.
pub struct Paper {
    pub(crate) document: PagedDocument,
    changed: DateTime<FixedOffset>,
}

impl Paper {
    pub(crate) fn set(
        template: &str,
        data: Dict,
        beside: Beside,
        changed: DateTime<FixedOffset>,
    ) -> Result<Self, PaperError> {
        // What is old is thrown away first: afterwards, whoever waits for the only paper they print would wait for this as well.
        typst::comemo::evict(KEPT);
        let press = Press::new(template, printed(data), beside);
        let set = caught(|| typst::compile::<PagedDocument>(&press))?;
        let document = set.output.map_err(|errors| PaperError::Template(told(&errors)))?;
        Ok(Self { document, changed })
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The pages as tagged PDF, held against PDF/UA-1.
    ///
    /// # Errors
    /// When a page breaks that standard.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|error| PaperError::Pdf(error.message().to_string()))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("Quartier Libre".to_owned())),
            timestamp: timestamp(self.changed),
            standards,
            ..PdfOptions::default()
        };
        caught(|| typst_pdf::pdf(&self.document, &options))?.map_err(|errors| PaperError::Pdf(told(&errors)))
    }

    /// A page as PNG, `width` pixels wide. Pages count from 0.
    ///
    /// # Errors
    /// When there is no such page.
    pub fn picture(&self, page: usize, width: u32) -> Result<Vec<u8>, PaperError> {
        let page = self.document.pages().get(page).ok_or(PaperError::NoPage(page))?;
        let points = page.frame.width().to_pt();
        let scale = f64::from(width) / points;
        let options = RenderOptions { pixel_per_pt: scale.max(COARSEST).into(), render_bleed: false };
        let canvas = caught(|| typst_render::render(page, &options))?;
        let (across, down) = (canvas.width(), canvas.height());
        // A page has a ground, so nothing of it is transparent.
        let opaque = canvas.pixels().iter().flat_map(|dot| [dot.red(), dot.green(), dot.blue()]).collect();
        let mut page = RgbImage::from_raw(across, down, opaque).unwrap_or_default();
        if scale < COARSEST {
            let height = (f64::from(down) * f64::from(width) / f64::from(across)).round().max(1.0) as u32;
            page = imageops::thumbnail(&page, width, height);
        }
        // Looked at once, so packed quickly; white paper packs smallest without a filter.
        let mut png = Vec::new();
        let quick = PngEncoder::new_with_quality(&mut png, CompressionType::Level(1), FilterType::NoFilter);
        page.write_with_encoder(quick).map_err(|error| PaperError::Picture(error.to_string()))?;
        Ok(png)
    }
}

/// Nothing that people write may end the program: what sets pages is large, and not ours.
fn caught<T>(work: impl FnOnce() -> T) -> Result<T, PaperError> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let told = panic.downcast_ref::<String>().map(String::as_str);
        PaperError::Broken(told.or_else(|| panic.downcast_ref().copied()).unwrap_or_default().to_owned())
    })
}

/// The data with every text as it can be printed.
fn printed(data: Dict) -> Dict {
    data.into_iter().map(|(key, value)| (key, printed_value(value))).collect()
}

fn printed_value(value: Value) -> Value {
    match value {
        Value::Str(text) => printable(&text).into_owned().into_value(),
        Value::Array(items) => Value::Array(items.into_iter().map(printed_value).collect()),
        Value::Dict(fields) => Value::Dict(printed(fields)),
        other => other,
    }
}

/// A moment as PDF has it, with the clock it was read on.
fn timestamp(moment: DateTime<FixedOffset>) -> Option<Timestamp> {
    Timestamp::new_local(datetime(moment.naive_local())?, moment.offset().local_minus_utc() / 60)
}

/// A moment as Typst has it.
fn datetime(moment: NaiveDateTime) -> Option<Datetime> {
    let part = |number: u32| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        moment.year(),
        part(moment.month())?,
        part(moment.day())?,
        part(moment.hour())?,
        part(moment.minute())?,
        part(moment.second())?,
    )
}

fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}
