//! One policy: where it is attached, its text, its problems.

use ramplay_flink::Body as Known;
use ramplay_playground::{Action, Attach, Document, Origin, sentence};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, Html, InputEvent, Properties, TargetCast, classes, function_component, html};

use super::editor::{Editor, Listing};
use super::policies::places;
use super::problems::Problems;
use super::sources::sources;
use crate::model::{Dispatch, Model, some};

#[derive(Debug, PartialEq, Properties)]
pub(crate) struct PolicyCardProps {
    pub(crate) model: Model,
    pub(crate) dispatch: Dispatch,
    pub(crate) index: usize,
}

#[function_component]
pub(crate) fn PolicyCard(props: &PolicyCardProps) -> Html {
    let PolicyCardProps { model, dispatch, index } = props;
    let index = *index;
    let words = model.labels();
    let Some(document) = model.answer.documents.get(index) else { return Html::default() };
    let implied = matches!(document.origin, Origin::Implied(_));
    if implied && !document.used {
        return Html::default();
    }
    let name = sentence::document_name(Some(document), index, model.lang);
    let decides = model.marked().iter().any(|mark| mark.document.0 as usize == index);
    let head = html! {
        <div class="card-head">
            { name_input(document, index, &name, props) }
            if implied {
                <span class="chip">{ words.implied }</span>
            } else {
                <label class="attach">
                    <span class="hidden">{ words.attached_to }</span>
                    <select onchange={set_attach(props)}>{ attach_options(model, document) }</select>
                </label>
                <button type="button" class="remove" aria-label={format!("{} {name}", words.remove)}
                    onclick={dispatch.reform(move |_| Action::Remove(index))}>{ "×" }</button>
            }
        </div>
    };
    let body = match &document.origin {
        Origin::Pasted => html! {
            <>
                <Editor model={model.clone()} dispatch={dispatch.clone()} {index} />
                <Problems model={model.clone()} dispatch={dispatch.clone()} {index} />
            </>
        },
        Origin::System(policy) | Origin::Implied(policy) => {
            let (class, state) = match policy.body {
                Known::Exact => ("stated", words.body_exact),
                Known::Assumed => ("assumed", words.body_assumed),
                Known::Partial | Known::Unknown => ("unknown", words.body_unknown),
            };
            html! {
                <>
                    <p class="about">
                        <span class={classes!("chip", class)}>{ state }</span>{ " " }
                        { policy.description.get(model.lang).to_owned() }{ " " }
                        { policy.note.as_ref().map(|note| note.get(model.lang).to_owned()).unwrap_or_default() }
                    </p>
                    <details open={decides && policy.document.is_some()}>
                        <summary>{ words.show_text }</summary>
                        <Listing model={model.clone()} {index} />
                        { sources(&policy.sources, model.lang) }
                    </details>
                </>
            }
        }
        Origin::UnknownSystem(_) => html! {
            <p class="field-problem">{ document.obstacle().map(|why| sentence::obstacle(why, model.lang)) }</p>
        },
    };
    html! {
        <article class={classes!("card", (!document.used).then_some("unused"), decides.then_some("decides"))}
            aria-label={name}>
            { head }
            if !document.used {
                <p class="hint">{ words.not_used }</p>
            }
            { body }
        </article>
    }
}

fn name_input(document: &Document, index: usize, name: &str, props: &PolicyCardProps) -> Html {
    let words = props.model.labels();
    if document.origin != Origin::Pasted {
        return html! { <strong class="name">{ name.to_owned() }</strong> };
    }
    let set = props.dispatch.reform(move |event: InputEvent| {
        Action::SetName(index, event.target_unchecked_into::<HtmlInputElement>().value())
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

fn set_attach(props: &PolicyCardProps) -> yew::Callback<Event> {
    let PolicyCardProps { model, dispatch, index } = props;
    let index = *index;
    let options =
        model.answer.documents.get(index).map(|document| options(model, document)).unwrap_or_default();
    some(dispatch, move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let place = options.get(usize::try_from(chosen).ok()?)?;
        Some(Action::SetAttach(index, place.clone()))
    })
}
