//! One policy: where it is attached, its text, its problems.

use std::rc::Rc;

use ramplay_playground::{Action, Attach, Document, Edit, Origin, sentence};
use ramplay_text::fill;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, Html, InputEvent, TargetCast, classes, html};

use super::editor::listing;
use super::policies::places;
use super::policy_text::{Given, PolicyText};
use super::tables::comment_mark;
use crate::model::{Dispatch, Model, some};
use ramplay_parts::mark::body_chip;
use ramplay_parts::sources::sources_of as sources;

/// The card of a policy. `deciding` and `idle` are the statements that are marked so.
pub(crate) fn policy_card(
    model: &Model,
    dispatch: &Dispatch,
    index: usize,
    deciding: Vec<u16>,
    idle: Vec<u16>,
) -> Option<Html> {
    let words = model.labels();
    let document = model.answer.documents.get(index)?;
    let implied = matches!(document.origin, Origin::Implied(_));
    if implied && !document.used {
        return None;
    }
    // A card that comes and goes with others keeps what belongs to it.
    let key = model.card(index).map_or_else(|| "implied".to_owned(), |card| card.to_string());
    let name = sentence::document_name(Some(document), index, model.lang);
    let decides = !deciding.is_empty();
    let head = html! {
        <div class="card-head">
            { name_input(model, dispatch, document, index, &name) }
            if !implied { { comment_mark(model, |pin| pin.policy() == Some(index)) } }
            if implied {
                <span class="chip">{ words.implied }</span>
            } else {
                <div class="attached">
                    <label class="attach">
                        <span class="hidden">{ words.attached_to }</span>
                        <select onchange={set_attach(model, dispatch, document, index)}>{ attach_options(model, document) }</select>
                    </label>
                    <button type="button" class="remove" aria-label={fill(words.remove, &[("name", &name)])}
                        onclick={dispatch.reform(move |_| Action::Edit(Edit::Remove(index)))}>{ "×" }</button>
                </div>
            }
        </div>
    };
    let body = match &document.origin {
        Origin::Pasted => {
            let given = Given {
                index,
                name: name.clone(),
                text: Rc::clone(&document.text),
                reading: Rc::clone(&document.reading),
                kind: document.kind,
                account: model.scenario.identities.account.clone(),
                lang: model.lang,
                deciding,
                idle,
                dispatch: dispatch.clone(),
            };
            html! { <PolicyText ..given /> }
        }
        Origin::System(policy) | Origin::Implied(policy) => {
            html! {
                <>
                    <p class="about">
                        { body_chip(policy, words) }{ " " }
                        { policy.description.get(model.lang).to_owned() }
                    </p>
                    if let Some(note) = &policy.note {
                        <p class="about">{ note.get(model.lang).to_owned() }</p>
                    }
                    <details open={decides && policy.document.is_some()}>
                        <summary>{ words.show_text }</summary>
                        { listing(document, &deciding) }
                        { sources(&policy.sources, model.lang) }
                    </details>
                </>
            }
        }
        Origin::UnknownSystem(_) => html! {
            <p class="field-problem">{ document.obstacle().map(|why| sentence::obstacle(why, model.lang)) }</p>
        },
    };
    Some(html! {
        <article {key} class={classes!("card", (!document.used).then_some("unused"), decides.then_some("decides"))}
            aria-label={name}>
            { head }
            if !document.used {
                <p class="hint">{ words.not_used }</p>
            }
            { body }
        </article>
    })
}

fn name_input(model: &Model, dispatch: &Dispatch, document: &Document, index: usize, name: &str) -> Html {
    let words = model.labels();
    if document.origin != Origin::Pasted {
        return html! { <strong class="name">{ name.to_owned() }</strong> };
    }
    let set = dispatch.reform(move |event: InputEvent| {
        Action::Edit(Edit::SetName(index, event.target_unchecked_into::<HtmlInputElement>().value()))
    });
    html! {
        <input class="name" type="text" aria-label={words.policy_name} spellcheck="false"
            value={document.name.clone().unwrap_or_default()} placeholder={name.to_owned()} oninput={set} />
    }
}

/// The places of this logon method, and the present one if it is not among them.
fn options(model: &Model, document: &Document) -> Vec<Attach> {
    let mut options = places(model);
    if !options.contains(&document.attach) {
        options.push(document.attach.clone());
    }
    options
}

fn attach_options(model: &Model, document: &Document) -> Html {
    options(model, document)
        .iter()
        .map(|place| {
            let chosen = *place == document.attach;
            html! { <option selected={chosen}>{ sentence::attach(place, model.scenario.logon, model.lang) }</option> }
        })
        .collect()
}

fn set_attach(model: &Model, dispatch: &Dispatch, document: &Document, index: usize) -> yew::Callback<Event> {
    let options = options(model, document);
    some(dispatch, move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let place = options.get(usize::try_from(chosen).ok()?)?;
        Some(Action::Edit(Edit::SetAttach(index, place.clone())))
    })
}
