//! Words from the Fluent catalogues, for errors and the command line. The screens have the same catalogues.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

pub use crate::settings::Language;

const FR: &[&str] = &[
    include_str!("../../../../assets/locales/fr/errors.ftl"),
    include_str!("../../../../assets/locales/fr/cli.ftl"),
];
const EN: &[&str] = &[
    include_str!("../../../../assets/locales/en/errors.ftl"),
    include_str!("../../../../assets/locales/en/cli.ftl"),
];

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
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
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
