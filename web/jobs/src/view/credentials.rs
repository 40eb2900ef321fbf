//! Credentials in plain text.

use ramplay_drafts::{Draft, Edit};
use ramplay_parts::mark::prose;
use ramplay_sql::sentence;
use yew::{Html, html};

use super::View;
use super::list::entries;
use super::remark::{Places, Remark, remark};

pub(super) fn credentials(view: View<'_>, draft: &Draft, places: Places<'_>) -> Html {
    let (words, lang) = (view.words(), view.lang());
    let found = &draft.script.credentials;
    if found.is_empty() {
        return Html::default();
    }
    let rows = entries(view, places.draft, "credentials", found.iter(), |one| {
        let row = Remark {
            code: one.kind.code(),
            span: Some(one.span),
            message: sentence::credential(one, lang),
            help: None,
            is_error: true,
            action: Html::default(),
        };
        remark(view, places, row)
    });
    let new = &draft.rewritten.variables;
    let place = places.draft;
    html! {
        <section class="part credentials">
            <h3>{ words.credentials }</h3>
            <ul class="problems">{ rows.shown }</ul>
            { rows.more }
            <p class="hint">{ prose(sentence::credential_help(lang)) }</p>
            if !new.is_empty() {
                { view.button(words.replace_credentials, "rewrite", move || vec![Edit::ReplaceCredentials(place)]) }
                <p>{ words.then_create }</p>
                <ul class="needs">
                    { for new.iter().map(|one| html! { <li><code>{ one.name.clone() }</code>{ " – " }{ sentence::credential_kind(one.kind, lang) }</li> }) }
                </ul>
            }
        </section>
    }
}
