//! The least policy, and that it is neither too narrow nor too wide.

use ramplay_drafts::{Answer, Edit};
use ramplay_job::{StepAt, sentence};
use ramplay_parts::copy::Copyable;
use ramplay_parts::mark::sign_and_word;
use ramplay_playground::compact;
use ramplay_text::{Lang, fill};
use yew::{Html, html};

use super::View;
use super::list::entries;
use crate::pane::Opened;

pub(super) fn least(view: View<'_>) -> Html {
    let (words, lang) = (view.words(), view.lang());
    let answer = view.pane.desk.answer();
    let least = &answer.least;
    if least.documents.is_empty() && least.left_out.is_empty() {
        return html! { <section class="card part least"><h3>{ words.least }</h3><p>{ words.nothing_needed }</p></section> };
    }
    let parts = least.documents.len();
    let documents = least.documents.iter().enumerate().map(|(place, document)| {
        let name = if parts == 1 { words.least.to_owned() } else { fill(words.least_part, &[("part", &(place + 1).to_string()), ("parts", &parts.to_string())]) };
        let is_asked = view.pane.open.contains(&Opened::List(place, "why"));
        let why = document.why.iter().enumerate().filter(|_| is_asked).map(|(number, steps)| {
            let said = steps.iter().filter_map(|at| step(answer, *at, lang));
            html! {
                <li><span class="decider">{ format!("#{}", number + 1) }</span>{ " " }{ for said.map(|said| html! { <span class="why">{ said }</span> }) }</li>
            }
        });
        let toggle = view.toggle.reform(move |_| Opened::List(place, "why"));
        html! {
            <>
                <Copyable text={compact(&document.text)} {name} copy={words.copy} copied={words.copied} long=true />
                <button type="button" class="rest" aria-expanded={is_asked.to_string()} onclick={toggle}>{ words.why }</button>
                if is_asked { <ul class="needs">{ for why }</ul> }
            </>
        }
    });
    let left_out: Vec<String> = least.left_out.iter().filter_map(|at| step(answer, *at, lang)).collect();
    let is_complete = left_out.is_empty();
    let left_out = entries(view, 0, "left-out", left_out.into_iter(), |said| html! { <li>{ said }</li> });
    html! {
        <section class="card part least">
            <h3>{ words.least }</h3>
            { proof(view) }
            { for documents }
            if parts > 0 { { view.button(words.attach_least, "attach", || vec![Edit::AttachLeast]) } }
            if !is_complete {
                <p>{ words.left_out }{ ":" }</p>
                <ul class="needs">{ left_out.shown }</ul>
                { left_out.more }
            }
        </section>
    }
}

fn step(answer: &Answer, at: StepAt, lang: Lang) -> Option<String> {
    let draft = answer.drafts.get(at.answer)?;
    sentence::why(&draft.answer, at.subject, at.step, lang)
}

fn proof(view: View<'_>) -> Html {
    let lang = view.lang();
    let Some((_, proof)) = &view.pane.proof else {
        return html! { <p class="proof" role="status">{ view.words().proving }</p> };
    };
    let (class, sign) = if proof.holds() { ("yes", "✓") } else { ("no", "!") };
    let said = sentence::proof(proof, lang);
    html! { <p class="proof" role="status" data-holds={proof.holds().to_string()}>{ sign_and_word(class, sign, &said, false) }</p> }
}
