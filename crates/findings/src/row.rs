//! What is known of a finding before it is found.

use ramplay_flink::Status;
use ramplay_text::Lang;

/// The four classes of RAM's policy check, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The document, or a part of it, is not valid.
    Error,
    /// It allows more than is good.
    SecurityWarning,
    /// It is valid, and probably does not do what it was written for.
    GeneralWarning,
    /// It could be said better, or there is something to know about it.
    Suggestion,
}

impl Class {
    /// Every class, the gravest first.
    pub const ALL: [Class; 4] =
        [Class::Error, Class::SecurityWarning, Class::GeneralWarning, Class::Suggestion];

    /// A stable code, as formats write it.
    pub const fn code(self) -> &'static str {
        match self {
            Class::Error => "error",
            Class::SecurityWarning => "security_warning",
            Class::GeneralWarning => "general_warning",
            Class::Suggestion => "suggestion",
        }
    }

    /// The class's name as RAM's page writes it.
    pub const fn name(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, Class::Error) => "Error",
            (Lang::En, Class::SecurityWarning) => "Security Warning",
            (Lang::En, Class::GeneralWarning) => "General Warning",
            (Lang::En, Class::Suggestion) => "Suggestion",
            (Lang::Zh, Class::Error) => "错误",
            (Lang::Zh, Class::SecurityWarning) => "安全警告",
            (Lang::Zh, Class::GeneralWarning) => "警告",
            (Lang::Zh, Class::Suggestion) => "建议",
        }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Words {
    /// The text in one language.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

/// Both languages of a text.
pub(crate) const fn words(en: &'static str, zh: &'static str) -> Words {
    Words { en, zh }
}

/// A row of the catalogue of findings.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// A stable code.
    pub code: &'static str,
    /// The class.
    pub class: Class,
    /// The name of RAM's own check, where it has this one and its name is known.
    pub validator: Option<&'static str>,
    /// How sure the rule behind it is.
    pub status: Status,
    /// What it is about.
    pub title: Words,
    /// The message, with `{name}` for the user's words. Empty where the strict reader has its own.
    pub message: Words,
    /// What to do about it; like the message.
    pub help: Words,
    /// The page that states the rule, or that it was read from.
    pub source: &'static str,
}
