//! What the SQL does not tell: what stands for placeholders, and circumstances.

use ramplay_drafts::Edit;
use ramplay_flink::{Circumstance, connectors};
use web_sys::HtmlInputElement;
use yew::{Event, Html, InputEvent, TargetCast, html};

use super::View;

pub(super) fn settings(view: View<'_>) -> Html {
    let words = view.words();
    let answer = view.pane.desk.answer();
    if answer.placeholders.is_empty() && answer.circumstances.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card part">
            <h3>{ words.settings }</h3>
            if !answer.placeholders.is_empty() {
                <div class="fields">{ for answer.placeholders.iter().enumerate().map(|(place, key)| placeholder(view, place, key)) }</div>
            }
            if !answer.circumstances.is_empty() {
                <fieldset class="assume">
                    <legend>{ words.assume }</legend>
                    { for answer.circumstances.iter().map(|one| circumstance(view, *one)) }
                </fieldset>
            }
        </section>
    }
}

fn placeholder(view: View<'_>, place: usize, key: &str) -> Html {
    let bindings = &view.pane.desk.scenario().jobs.bindings;
    let value =
        bindings.iter().find(|pair| pair.key == key).map(|pair| pair.value.clone()).unwrap_or_default();
    let id = format!("jobs-binding-{place}");
    let key = key.to_owned();
    let input = {
        let key = key.clone();
        view.edit.reform(move |event: InputEvent| {
            vec![Edit::Bind(key.clone(), event.target_unchecked_into::<HtmlInputElement>().value())]
        })
    };
    html! {
        <div class="field" key={key.clone()}>
            <label for={id.clone()}><code>{ key }</code></label>
            <input {id} type="text" {value} oninput={input} autocomplete="off" spellcheck="false" />
        </div>
    }
}

fn circumstance(view: View<'_>, circumstance: Circumstance) -> Html {
    let code = circumstance.code();
    let checked = view.pane.desk.scenario().jobs.assume.iter().any(|known| known == code);
    let toggle = view.edit.reform(move |event: Event| {
        vec![Edit::Assume(code, event.target_unchecked_into::<HtmlInputElement>().checked())]
    });
    html! {
        <label><input type="checkbox" name={code} {checked} onchange={toggle} />{ " " }{ connectors().circumstance(circumstance).get(view.lang()) }</label>
    }
}
