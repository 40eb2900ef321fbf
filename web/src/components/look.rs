//! How the page looks and is worked with: theme, and the sheet of keys.

use ramplay_playground::labels;
use ramplay_text::Lang;
use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};
use yew::{
    Callback, Event, Html, Properties, TargetCast, function_component, html, use_effect_with, use_node_ref,
    use_state_eq,
};

use crate::keys::{self, Key};
use crate::shell::{self, Theme};

/// What is shown depends on the language alone.
#[derive(Debug, PartialEq, Properties)]
pub(crate) struct Given {
    pub(crate) lang: Lang,
}

/// Light, dark, or as the system has it.
#[function_component]
pub(crate) fn ThemeSwitch(Given { lang }: &Given) -> Html {
    let words = labels(*lang);
    let theme = use_state_eq(shell::theme);
    let onchange = {
        let theme = theme.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let chosen = Theme::of_code(&value);
            shell::set_theme(chosen);
            theme.set(chosen);
        })
    };
    let option = |each: Theme| {
        let caption = match each {
            Theme::System => words.theme_system,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        html! { <option value={each.code()} selected={*theme == each}>{ caption }</option> }
    };
    html! { <select id="theme" aria-label={words.theme} {onchange}>{ for Theme::ALL.into_iter().map(option) }</select> }
}

/// The button that opens the sheet of keys, and the sheet.
#[function_component]
pub(crate) fn KeySheet(Given { lang }: &Given) -> Html {
    let words = labels(*lang);
    let sheet = use_node_ref();
    let single = use_state_eq(shell::single_keys);
    let open = {
        let sheet = sheet.clone();
        Callback::from(move |()| {
            if let Some(dialog) = sheet.cast::<HtmlDialogElement>() {
                // One that is open already stays open.
                drop(dialog.show_modal());
            }
        })
    };
    {
        let open = open.clone();
        use_effect_with(*single, move |single| {
            let listener = single.then(|| keys::listen(move || open.emit(())));
            move || drop(listener)
        });
    }
    let toggle = {
        let single = single.clone();
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            shell::set_single_keys(on);
            single.set(on);
        })
    };
    let close = {
        let sheet = sheet.clone();
        Callback::from(move |_| {
            if let Some(dialog) = sheet.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    // Keys that are pressed in the sheet are meant for the sheet.
    let keep = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    let row = |keys: &'static str, what: &'static str| {
        html! { <tr><th scope="row">{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</th><td>{ what }</td></tr> }
    };
    let editor = [
        ("Escape Tab", words.key_leave),
        ("Ctrl+Space", words.key_complete),
        ("Ctrl+.", words.key_card),
        ("F8", words.key_next_mark),
        ("Shift+Alt+F", words.key_format),
        ("Ctrl+F", words.key_find),
        ("Ctrl+Shift+[", words.key_fold),
        ("Ctrl+Z", words.key_undo),
    ];
    html! {
        <>
            <button type="button" id="keys" aria-haspopup="dialog" aria-label={words.keys} title={words.keys} onclick={open.reform(|_| ())}>{ "?" }</button>
            <dialog ref={sheet} class="sheet" aria-labelledby="keys-title" onkeydown={keep}>
                <h2 id="keys-title">{ words.keys }</h2>
                <table>
                    <caption>{ words.keys_page }</caption>
                    <tbody>{ for Key::ALL.iter().map(|key| row(key.name(), key.what(words))) }</tbody>
                </table>
                <label class="tick"><input type="checkbox" checked={*single} onchange={toggle} />{ " " }{ words.keys_single }</label>
                <table>
                    <caption>{ words.keys_editor }</caption>
                    <tbody>{ for editor.map(|(keys, what)| row(keys, what)) }</tbody>
                </table>
                <p><a href="docs/index.html">{ words.documentation }</a></p>
                <button type="button" onclick={close}>{ words.close }</button>
            </dialog>
        </>
    }
}
