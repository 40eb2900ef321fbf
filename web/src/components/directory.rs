//! The member's place in its Resource Directory.

use ramplay_playground::{Action, Edit};
use ramplay_text::fill;
use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, TargetCast, html};

use crate::model::{Dispatch, Model};

pub(crate) fn directory(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let last = model.scenario.directory.len().saturating_sub(1);
    let node = |(index, name): (usize, &String)| {
        let set = dispatch.reform(move |event: InputEvent| {
            Action::Edit(Edit::SetNode(index, event.target_unchecked_into::<HtmlInputElement>().value()))
        });
        let remove = dispatch.reform(move |_| Action::Edit(Edit::RemoveNode(index)));
        html! {
            <li key={index}>
                <input type="text" value={name.clone()} oninput={set} spellcheck="false"
                    aria-label={fill(words.directory_level, &[("number", &(index + 1).to_string())])} />
                if index > 0 && index < last {
                    <button type="button" onclick={remove} aria-label={fill(words.remove, &[("name", name)])}>{ "×" }</button>
                }
            </li>
        }
    };
    html! {
        <section class="panel directory">
            <h2>{ words.directory }</h2>
            <p class="hint">{ words.directory_help }</p>
            <ol>{ for model.scenario.directory.iter().enumerate().map(node) }</ol>
            <button type="button" onclick={dispatch.reform(|_| Action::Edit(Edit::AddNode))}>{ words.add_folder }</button>
        </section>
    }
}
