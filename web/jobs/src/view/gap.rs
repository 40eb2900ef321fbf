//! What is missing, and the statement that closes the gap.

use ramplay_drafts::{Draft, Edit};
use ramplay_flink::PolicyDocument;
use ramplay_job::sentence;
use ramplay_parts::copy::Copyable;
use ramplay_parts::mark::prose;
use ramplay_playground::compact;
use yew::{Html, html};

use super::View;
use super::list::entries;

pub(super) fn gap(view: View<'_>, draft: &Draft, place: usize) -> Html {
    let (words, lang) = (view.words(), view.lang());
    let gap = &draft.answer.gap;
    let Some(said) = sentence::closing(gap, lang) else { return Html::default() };
    let entry = |one| html! { <li>{ prose(&sentence::missing(one, lang)) }</li> };
    let missing = entries(view, place, "missing", gap.missing.iter(), entry);
    let statement = gap.to_add().to_vec();
    let closes = !statement.is_empty();
    let text = compact(&PolicyDocument::of(statement).to_text());
    html! {
        <section class="part gap">
            <h3>{ words.missing }</h3>
            <ul>{ missing.shown }</ul>
            { missing.more }
            <p>{ prose(&said) }</p>
            if closes {
                <Copyable {text} name={words.missing.to_owned()} copy={words.copy} copied={words.copied} />
                { view.button(words.add_missing, "grant", move || vec![Edit::Grant(place)]) }
            }
        </section>
    }
}
