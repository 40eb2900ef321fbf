//! Where the facts of the catalogue come from.

use ramplay_flink::{Source, Status, catalogue};
use ramplay_parts::sources as parts;
use ramplay_text::Lang;
use yew::Html;

/// The sources of a row as links, with their dates.
pub(crate) fn sources(keys: &[String], lang: Lang) -> Html {
    parts::sources(rows(keys), lang)
}

/// Status and sources of a row.
pub(crate) fn provenance(status: Status, keys: &[String], lang: Lang) -> Html {
    parts::provenance(status, rows(keys), lang)
}

fn rows(keys: &[String]) -> impl Iterator<Item = &'static Source> {
    keys.iter().filter_map(|key| catalogue().source(key))
}
