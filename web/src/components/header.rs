//! The page's head: name, what it is, the scenario's name, all scenarios, language, example.

use ramplay_playground::{Action, Opening};
use ramplay_text::Lang;
use web_sys::{HtmlInputElement, MouseEvent};
use yew::{Callback, Html, InputEvent, TargetCast as _, html};

use super::library::ViewDialog;
use super::look::{KeySheet, ThemeSwitch};
use crate::model::{Dispatch, Model};
use crate::shell;

pub(crate) fn page_head(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let language = |lang: Lang, name: &'static str| {
        let choose = dispatch.reform(move |_| Action::SetLang(lang));
        let chosen = model.lang == lang;
        html! { <button type="button" lang={lang.tag()} aria-pressed={chosen.to_string()} onclick={choose}>{ name }</button> }
    };
    let name = dispatch.reform(|event: InputEvent| {
        Action::SetTitle(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    // The address keeps the link that it may have.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        shell::go_to(shell::ANSWER);
    });
    html! {
        <header class="page-head">
            <a class="skip" href="#answer" onclick={skip}>{ words.skip_to_answer }</a>
            <h1><span class="brand">{ "ramplay" }</span><span class="tagline">{ words.tagline }</span></h1>
            <p class="private">{ words.nothing_leaves }</p>
            <div class="tools">
                <input id="title" type="text" aria-label={words.title} placeholder={words.untitled} spellcheck="false"
                    autocomplete="off" maxlength="120" value={model.title.clone()} oninput={name} />
                <ViewDialog model={model.clone()} dispatch={dispatch.clone()} id="scenarios" view="library" caption={words.library} receives={true} />
                <ViewDialog model={model.clone()} dispatch={dispatch.clone()} id="share" view="share" caption={words.share} />
                if !model.is_example() {
                    <button type="button" id="reset" onclick={dispatch.reform(|_| Action::Open(Box::new(Opening::example())))}>{ words.reset }</button>
                }
                <ThemeSwitch lang={model.lang} />
                <KeySheet lang={model.lang} />
                <div class="switch" role="group" aria-label={words.language}>
                    { language(Lang::En, "English") }
                    { language(Lang::Zh, "中文") }
                </div>
            </div>
        </header>
    }
}
