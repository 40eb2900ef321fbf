//! Links to where a fact comes from.

use ramplay_flink::{Status, catalogue};
use ramplay_playground::labels;
use ramplay_text::Lang;
use yew::{Html, html};

use ramplay_parts::mark::status_word;

/// The sources of a row as links, with their dates.
pub(crate) fn sources(keys: &[String], lang: Lang) -> Html {
    let words = labels(lang);
    let link = |key: &String| {
        let Some(source) = catalogue().source(key) else { return Html::default() };
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
    html! { <ul class="sources">{ for keys.iter().map(link) }</ul> }
}

/// Status and sources of a row.
pub(crate) fn provenance(status: Status, keys: &[String], lang: Lang) -> Html {
    html! { <div class="provenance">{ status_word(status, lang) }{ sources(keys, lang) }</div> }
}
