//! The least policy, and that it is neither too narrow nor too wide.

use ramplay_drafts::{Answer, Edit};
use ramplay_job::{StepAt, sentence};
use ramplay_parts::copy::Copyable;
use ramplay_parts::mark::sign_and_word;
use ramplay_playground::compact;
use ramplay_text::Lang;
use yew::{Html, html};

use super::View;

pub(super) fn least(view: View<'_>) -> Html {
    let (words, lang) = (view.words(), view.lang());
    let answer = view.pane.desk.answer();
    let least = &answer.least;
    if least.documents.is_empty() && least.left_out.is_empty() {
        return html! { <section class="card part least"><h3>{ words.least }</h3><p>{ words.nothing_needed }</p></section> };
    }
    let parts = least.documents.len();
    let documents = least.documents.iter().enumerate().map(|(place, document)| {
        let name = if parts == 1 { words.least.to_owned() } else { format!("{}, {} {}/{parts}", words.least, words.part, place + 1) };
        let why = document.why.iter().enumerate().map(|(number, steps)| html! {
            <li><span class="decider">{ format!("#{}", number + 1) }</span>{ " " }{ for steps.iter().filter_map(|at| step(answer, *at, lang)).map(|said| html! { <span class="why">{ said }</span> }) }</li>
        });
        html! {
            <>
                <Copyable text={compact(&document.text)} {name} copy={words.copy} copied={words.copied} long=true />
                <details class="more"><summary>{ words.why }</summary><ul class="needs">{ for why }</ul></details>
            </>
        }
    });
    let left_out: Vec<String> = least.left_out.iter().filter_map(|at| step(answer, *at, lang)).collect();
    html! {
        <section class="card part least">
            <h3>{ words.least }</h3>
            { proof(view) }
            { for documents }
            if parts > 0 { { view.button(words.attach_least, "attach", || vec![Edit::AttachLeast]) } }
            if !left_out.is_empty() {
                <p>{ words.left_out }{ ":" }</p>
                <ul class="needs">{ for left_out.into_iter().map(|said| html! { <li>{ said }</li> }) }</ul>
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
