//! Words from the Fluent catalogues, for errors, papers and the command line. The screens have the same catalogues.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

pub use crate::settings::Language;

macro_rules! catalogues {
    ($language:literal) => {
        &[
            include_str!(concat!("../../../../assets/locales/", $language, "/errors.ftl")),
            include_str!(concat!("../../../../assets/locales/", $language, "/cli.ftl")),
            include_str!(concat!("../../../../assets/locales/", $language, "/film.ftl")),
            include_str!(concat!("../../../../assets/locales/", $language, "/paper.ftl")),
            include_str!(concat!("../../../../assets/locales/", $language, "/register.ftl")),
            include_str!(concat!("../../../../assets/locales/", $language, "/register-paper.ftl")),
            include_str!(concat!("../../../../assets/locales/", $language, "/sheets.ftl")),
        ]
    };
}

const FR: &[&str] = catalogues!("fr");
const EN: &[&str] = catalogues!("en");

/// The words of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the catalogues of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Terminals show the isolation marks that screens need around people's words.
        bundle.set_use_isolating(false);
        let sources = match language {
            Language::Fr => FR,
            Language::En => EN,
        };
        for source in sources {
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// A text with its values; the key itself when the catalogues lack it, which a test refuses.
    #[must_use]
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.format(key, &values.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect())
    }

    /// A text with its number, which decides its plural.
    #[must_use]
    pub fn count(&self, key: &str, count: u32) -> String {
        self.format(key, &[("count", FluentValue::from(count))].into_iter().collect())
    }

    /// Whether the catalogues have a text.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn format(&self, key: &str, values: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, Some(values), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    #[test]
    fn every_error_has_its_two_sentences_in_both_languages() {
        for language in [Language::Fr, Language::En] {
            let texts = Texts::new(language);
            for code in ErrorCode::ALL {
                for key in [format!("error-{}", code.as_str()), format!("error-{}-hint", code.as_str())] {
                    assert_ne!(texts.text(&key, &[]), key, "{language:?} lacks {key}");
                }
            }
        }
    }
}
