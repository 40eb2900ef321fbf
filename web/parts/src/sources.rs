//! Links to where a fact comes from.

use ramplay_flink::{Source, Status, catalogue};
use ramplay_playground::labels;
use ramplay_text::Lang;
use yew::{Html, html};

use crate::mark::status_word;

/// Sources as links, with their dates.
pub fn sources<'s>(rows: impl IntoIterator<Item = &'s Source>, lang: Lang) -> Html {
    let words = labels(lang);
    let link = |source: &Source| {
        let date = source.date.clone().unwrap_or_else(|| words.undated.to_owned());
        let title = source.title.clone();
        let name = match &source.url {
            Some(url) => {
                html! { <a href={url.clone()} target="_blank" rel="noopener noreferrer">{ title }</a> }
            }
            None => html! { title },
        };
        html! { <li>{ name }<span class="date">{ date }</span></li> }
    };
    html! { <ul class="sources">{ for rows.into_iter().map(link) }</ul> }
}

/// Status and sources of a row.
pub fn provenance<'s>(status: Status, rows: impl IntoIterator<Item = &'s Source>, lang: Lang) -> Html {
    html! { <div class="provenance">{ status_word(status, lang) }{ sources(rows, lang) }</div> }
}

/// The sources of a row of the catalogue.
pub fn sources_of(keys: &[String], lang: Lang) -> Html {
    sources(rows(keys), lang)
}

/// Status and sources of a row of the catalogue.
pub fn provenance_of(status: Status, keys: &[String], lang: Lang) -> Html {
    provenance(status, rows(keys), lang)
}

fn rows(keys: &[String]) -> impl Iterator<Item = &'static Source> {
    keys.iter().filter_map(|key| catalogue().source(key))
}
