//! Texts in two languages.

use serde::Deserialize;

use super::pack::row;

/// One text in both languages; neither is ever empty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The English text.
    pub en: String,
    /// The text in Simplified Chinese, with the product's own terms.
    pub zh: String,
}

row!(Text { en, zh });
