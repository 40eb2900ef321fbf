//! The left side: what the person enters.

use ramplay_flink::{Family, LogonMethod, catalogue};
use ramplay_parts::mark::prose;
use ramplay_playground::{Action, Edit, Field, Labels, identity_fields};
use ramplay_text::fill;
use web_sys::HtmlSelectElement;
use yew::{Event, Html, TargetCast, html};

use super::circumstances::circumstances;
use super::directory::directory;
use super::field_input::field_input;
use super::logstore_form::logstore_form;
use super::member_form::member_form;
use super::policies::policies;
use crate::model::{Dispatch, Model, some};

pub(crate) fn scenario_form(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let method = model.scenario.logon;
    html! {
        <section class="scenario" aria-label={words.scenario} tabindex="-1">
            if model.is_example() {
                <p class="example-note">{ words.example_note }</p>
            }
            { logon(model, dispatch) }
            if method.is_member() {
                { directory(model, dispatch) }
            }
            { policies(model, dispatch) }
            { logstore_form(model, dispatch) }
            { member_form(model, dispatch) }
            { circumstances(model, dispatch) }
        </section>
    }
}

/// The logon method and the names it needs.
fn logon(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let method = model.scenario.logon;
    let choose = some(dispatch, |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        LogonMethod::from_id(&value).map(|method| Action::Edit(Edit::SetLogon(method)))
    });
    let group = |family: Family| {
        let of_family = LogonMethod::ALL.into_iter().filter(|method| method.family() == family);
        let option = |each: LogonMethod| {
            let title = catalogue().logon_method(each).title.get(model.lang).to_owned();
            html! { <option value={each.id()} selected={each == method}>{ title }</option> }
        };
        let title = catalogue().family(family).title.get(model.lang).to_owned();
        html! { <optgroup label={title}>{ for of_family.map(option) }</optgroup> }
    };
    html! {
        <section class="panel logon">
            <h2 id="logon-title">{ words.logon }</h2>
            <select id="logon" aria-labelledby="logon-title" onchange={choose}>{ for Family::ALL.into_iter().map(group) }</select>
            <p class="seen-as">{ prose(&fill(words.seen_as, &[("identity", &model.answer.person.arn)])) }</p>
            <div class="fields">
                { for identity_fields(method).iter().map(|field| field_input(model, dispatch, *field, caption(*field, method, words), "")) }
            </div>
            <details class="more">
                <summary>{ words.workspace }</summary>
                <div class="fields">
                    { for ramplay_playground::WORKSPACE_FIELDS.into_iter().map(|field| field_input(model, dispatch, field, None, "")) }
                </div>
            </details>
        </section>
    }
}

/// Fields whose meaning depends on the method.
fn caption(field: Field, method: LogonMethod, words: &'static Labels) -> Option<&'static str> {
    match field {
        Field::Account if method.is_member() => Some(words.member_account),
        _ => None,
    }
}
