//! The form of links.

use ramplay_link::{LinkError, limits, sentence};
use ramplay_text::Lang;

use super::table::{table, words};

/// How much is written and read.
pub(super) fn limits(lang: Lang) -> String {
    let labels = words::labels(lang);
    let rows = match lang {
        Lang::En => [("characters of a fragment", limits::FRAGMENT), ("bytes of content", limits::CONTENT)],
        Lang::Zh => [("片段的最大字符数", limits::FRAGMENT), ("内容的最大字节数", limits::CONTENT)],
    };
    table(&[labels.limit, labels.value], rows.map(|(what, most)| vec![what.to_owned(), format!("`{most}`")]))
}

/// Why a link is not opened, with the code and the sentence of each.
pub(super) fn errors(lang: Lang) -> String {
    let labels = words::labels(lang);
    let all = [
        LinkError::NoLink,
        LinkError::TooLong { bytes: limits::FRAGMENT * 3 },
        LinkError::Cut { missing: Some(2) },
        LinkError::Cut { missing: None },
        LinkError::Longer { extra: 3 },
        LinkError::Character { found: '/', at: 7 },
        LinkError::Damaged,
        LinkError::Newer { version: '2', fragment: String::new() },
        LinkError::Malformed,
        LinkError::ContentTooLong,
    ];
    let row = |error: &LinkError| vec![format!("`{}`", error.code()), sentence::problem(error, lang)];
    table(&[labels.code, labels.sentence], all.iter().map(row))
}
