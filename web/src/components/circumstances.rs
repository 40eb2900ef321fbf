//! The circumstances of the requests: what conditions can test.

use ramplay_playground::{Action, Edit, Field, Flag, KeyValue};
use ramplay_text::fill;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, Html, InputEvent, TargetCast, html};

use super::field_input::field_input;

use crate::model::{Dispatch, Model};

/// Keys that are worth offering; any other can be written.
const KEYS: [&str; 8] = [
    "acs:ResourceTag/team",
    "acs:RequestTag/team",
    "log:TLSVersion",
    "log:Encrypted",
    "acs:VpcSourceIp",
    "acs:Service",
    "acs:UserAgent",
    "acs:AccessId",
];

pub(crate) fn circumstances(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let given = &model.scenario.circumstances;
    let input =
        |field: Field, placeholder: &'static str| field_input(model, dispatch, field, None, placeholder);
    let flag = |flag: Flag, id: &'static str, caption: &'static str, value: Option<bool>| {
        let set = dispatch.reform(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            Action::Edit(Edit::SetFlag(
                flag,
                match value.as_str() {
                    "true" => Some(true),
                    "false" => Some(false),
                    _ => None,
                },
            ))
        });
        html! {
            <div class="field">
                <label for={id}>{ caption }</label>
                <select {id} onchange={set}>
                    <option value="" selected={value.is_none()}>{ words.not_sent }</option>
                    <option value="true" selected={value == Some(true)}>{ words.sent_true }</option>
                    <option value="false" selected={value == Some(false)}>{ words.sent_false }</option>
                </select>
            </div>
        }
    };
    let pair = |(index, pair): (usize, &KeyValue)| {
        let with_key = pair.clone();
        let set_key = dispatch.reform(move |event: InputEvent| {
            let key = event.target_unchecked_into::<HtmlInputElement>().value();
            Action::Edit(Edit::SetKey(index, KeyValue { key, value: with_key.value.clone() }))
        });
        let with_value = pair.clone();
        let set_value = dispatch.reform(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            Action::Edit(Edit::SetKey(index, KeyValue { key: with_value.key.clone(), value }))
        });
        html! {
            <li key={index}>
                <input type="text" list="known-keys" aria-label={words.key} placeholder={words.key}
                    value={pair.key.clone()} oninput={set_key} spellcheck="false" />
                <input type="text" aria-label={words.value} placeholder={words.value}
                    value={pair.value.clone()} oninput={set_value} spellcheck="false" />
                <button type="button" aria-label={fill(words.remove, &[("name", &pair.key)])}
                    onclick={dispatch.reform(move |_| Action::Edit(Edit::RemoveKey(index)))}>{ "×" }</button>
            </li>
        }
    };
    html! {
        <section class="panel circumstances">
            <details>
                <summary><h2>{ words.circumstances }</h2></summary>
                <div class="fields">
                    { input(Field::SourceIp, "203.0.113.7") }
                    { input(Field::SourceVpc, "vpc-bp1…") }
                    { input(Field::Time, "2026-11-22T08:00:00Z") }
                    { input(Field::ResourceGroup, "rg-…") }
                    { flag(Flag::Mfa, "mfa", words.mfa, given.mfa) }
                    { flag(Flag::Tls, "tls", words.tls, given.tls) }
                </div>
                <h3>{ words.more_keys }</h3>
                <ul class="pairs">{ for given.keys.iter().enumerate().map(pair) }</ul>
                <datalist id="known-keys">{ for KEYS.map(|key| html! { <option value={key} /> }) }</datalist>
                <button type="button" onclick={dispatch.reform(|_| Action::Edit(Edit::AddKey))}>{ words.add_key }</button>
            </details>
        </section>
    }
}
