//! The list of policies.

use ramplay_flink::{PolicyKind, catalogue};
use ramplay_playground::{Action, Attach, Edit, Hidden, Reader, sentence};
use ramplay_policy::StatementRef;
use web_sys::HtmlInputElement;
use yew::{Event, Html, MouseEvent, TargetCast, html};

use super::policy_card::policy_card;
use crate::model::{Dispatch, Model};
use crate::shell;

pub(crate) fn policies(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let (marked, idle) = (model.marked(), model.answer.idle_statements(&model.scenario));
    let of = |list: &[StatementRef], index: usize| -> Vec<u16> {
        let here = list.iter().filter(|at| at.document.0 as usize == index);
        here.map(|at| at.statement).collect()
    };
    let documents = 0..model.answer.documents.len();
    let cards = documents
        .filter_map(|index| policy_card(model, dispatch, index, of(&marked, index), of(&idle, index)));
    let set_plain = dispatch
        .reform(|event: Event| Action::SetPlain(event.target_unchecked_into::<HtmlInputElement>().checked()));
    let undo = model.removed.as_ref().map(|_| {
        html! { <p class="undo" role="status">{ words.removed }{ " " }
        <button type="button" onclick={dispatch.reform(|_| Action::Edit(Edit::UndoRemove))}>{ words.undo }</button></p> }
    });
    html! {
        <section class="panel policies">
            <div class="section-head">
                <h2>{ words.policies }</h2>
                <label class="choice">
                    <input type="checkbox" id="plain-text" checked={model.plain} onchange={set_plain} />{ words.plain_text }
                </label>
            </div>
            { for cards }
            { undo }
            { add(model, dispatch) }
            { unknown(model, dispatch) }
        </section>
    }
}

/// The places whose policies the person may not be able to see.
fn unknown(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let scenario = &model.scenario;
    let shown = Hidden::ALL.into_iter().filter(|hidden| hidden.counts(scenario));
    let ticked = shown.clone().filter(|hidden| scenario.unknown.contains(hidden)).count();
    let row = |hidden: Hidden| {
        let toggle = dispatch.reform(move |_| Action::Edit(Edit::ToggleHidden(hidden)));
        let checked = scenario.unknown.contains(&hidden);
        html! { <li><label><input type="checkbox" {checked} onchange={toggle} />{ " " }{ sentence::hidden(hidden, model.lang) }</label></li> }
    };
    html! {
        <details class="more unknown">
            <summary>{ words.unknown_layers }{ if ticked > 0 { format!(" ({ticked})") } else { String::new() } }</summary>
            <p class="hint">{ words.unknown_help }</p>
            <ul>{ for shown.map(row) }</ul>
        </details>
    }
}

/// The places where a policy can be attached with this logon method, the usual ones first.
pub(crate) fn places(model: &Model) -> Vec<Attach> {
    let scenario = &model.scenario;
    let method = scenario.logon;
    let mut places = Vec::new();
    if !method.is_root() {
        places.push(Attach::Identity);
    }
    if method.assumes_role() {
        places.extend([Attach::Trust, Attach::Caller, Attach::Session]);
    }
    if scenario.reader == Reader::Job {
        places.push(Attach::Job);
    }
    places.push(Attach::Project);
    if method.is_member() {
        places.extend(scenario.directory.iter().rev().cloned().map(Attach::Control));
    }
    let group = &scenario.circumstances.resource_group;
    if !group.is_empty() && !method.is_root() {
        places.push(Attach::Group(group.clone()));
    }
    places
}

/// Menus that add a policy.
fn add(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let places = places(model);
    let first = places.first().cloned().unwrap_or(Attach::Project);
    let new = places.iter().map(|place| {
        (sentence::attach(place, model.scenario.logon, lang), Action::Edit(Edit::AddDocument(place.clone())))
    });
    let by_name = catalogue().system_policies.iter().filter(|policy| policy.kind != PolicyKind::ServiceRole);
    let root = model.scenario.directory.first().cloned().unwrap_or_default();
    let system = by_name.map(|policy| {
        let place = match policy.kind {
            PolicyKind::Control => Attach::Control(root.clone()),
            PolicyKind::Identity | PolicyKind::ServiceRole => first.clone(),
        };
        (policy.name.clone(), Action::Edit(Edit::AddSystem(place, policy.name.clone())))
    });
    let templates = catalogue().templates.iter().map(|template| {
        (template.title.get(lang).to_owned(), Action::Edit(Edit::AddTemplate(template.id.clone())))
    });
    html! {
        <div class="add">
            { menu("add-policy", words.paste_policy, new, dispatch) }
            { menu("add-system", words.add_system, system, dispatch) }
            { menu("add-template", words.add_template, templates, dispatch) }
        </div>
    }
}

/// A button that opens a list of buttons.
fn menu(
    id: &'static str,
    caption: &'static str,
    items: impl Iterator<Item = (String, Action)>,
    dispatch: &Dispatch,
) -> Html {
    let item = |(text, action): (String, Action)| {
        let choose = dispatch.reform(move |event: MouseEvent| {
            shell::close_menu(&event);
            action.clone()
        });
        html! { <li><button type="button" onclick={choose}>{ text }</button></li> }
    };
    html! {
        <details class="menu" {id}>
            <summary>{ "+ " }{ caption }</summary>
            <ul>{ for items.map(item) }</ul>
        </details>
    }
}
