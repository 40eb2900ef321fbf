//! Files and pasted texts: what they are, before anything is done with them; and scenarios as files.

use ramplay_parts::mark::prose;
use ramplay_paste::{Document, Recognition, sentence as said};
use ramplay_playground::{Scenario, sentence as places};
use ramplay_text::{Lines, Span, fill};
use ramplay_workspace::import::{self, Import, Reason};
use ramplay_workspace::{export, sentence};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Blob, HtmlAnchorElement, HtmlInputElement, HtmlTextAreaElement, Url};
use yew::{Context, Event, Html, InputEvent, TargetCast as _, html};

use super::{Library, Message};

/// Most notes on one document that are shown.
const MOST: usize = 50;

/// Lets the browser save a scenario as a file.
pub(crate) fn save(name: &str, scenario: &Scenario) {
    let (file, text) = export::file(name, scenario);
    // What cannot be made here is not saved; a browser that has no files has no use for them.
    let _ = offer(&file, &text);
}

fn offer(file: &str, text: &str) -> Result<(), JsValue> {
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence(&parts)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = gloo::utils::document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(file);
    link.click();
    // The browser has taken it by then.
    gloo::timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

impl Library {
    pub(super) fn files(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let choose = ctx.link().batch_callback(|event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let file = input.files().and_then(|files| files.get(0));
            Some(Message::Given(file?.into()))
        });
        let typed = ctx.link().callback(|event: InputEvent| {
            Message::Came(String::new(), Ok(event.target_unchecked_into::<HtmlTextAreaElement>().value()))
        });
        let text = self.import.as_ref().map(|(_, text, _)| text.clone()).unwrap_or_default();
        html! {
            <div class="import">
                <label class="file">{ words.choose_file }<input type="file" id="import-file" onchange={choose} /></label>
                <p class="hint">{ words.drop_hint }</p>
                <label>{ words.pasted }
                    <textarea id="import-text" rows="6" spellcheck="false" autocomplete="off" value={text} oninput={typed} />
                </label>
                <div class="preview" role="status">{ self.preview(ctx) }</div>
            </div>
        }
    }

    fn preview(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let Some((file, text, import)) = &self.import else { return Html::default() };
        if text.trim().is_empty() && matches!(import, Import::Nothing(Reason::Unknown(_))) {
            return Html::default();
        }
        let details = match import {
            Import::Policies(found) => self.policies(found, text, file, import),
            Import::Draft { text, .. } => shown(words.show_text, text),
            Import::Nothing(Reason::Unknown(found)) => self.remarks(found, text),
            Import::Scenario { .. } | Import::Nothing(_) => Html::default(),
        };
        let add = match import {
            Import::Policies(_) => Some(words.add_policies),
            Import::Draft { .. } => Some(words.add_draft),
            Import::Scenario { .. } | Import::Nothing(_) => None,
        };
        let add = add.map(|caption| {
            let add = ctx.link().callback(|_| Message::AddImport);
            html! { <button type="button" id="import-add" onclick={add}>{ caption }</button> }
        });
        let open = ctx.link().callback(|_| Message::OpenImport);
        html! {
            <>
                <h3>{ words.recognised }</h3>
                <p class="recognised">
                    if !file.is_empty() {
                        <code>{ file.clone() }</code>{ ": " }
                    }
                    { prose(&sentence::import(import, lang)) }
                </p>
                <p class="hint">{ sentence::import_help(import, lang) }</p>
                { details }
                if !matches!(import, Import::Nothing(_)) {
                    <div class="deeds">
                        <button type="button" id="import-open" onclick={open}>{ words.open_new }</button>
                        { add }
                    </div>
                }
            </>
        }
    }

    /// The policies that were recognised, each with everything that was done to it.
    fn policies(&self, found: &Recognition, text: &str, file: &str, import: &Import) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let alone = import::alone(import, file);
        let document = |(place, document): (usize, &Document)| {
            let entry = alone.as_ref().and_then(|scenario| Some((scenario, scenario.policies.get(place)?)));
            let attached = entry.map(|(scenario, entry)| places::attach(&entry.attach, scenario.logon, lang));
            let name = document.name.as_ref().map_or("", |name| name.as_str());
            let wrappers =
                document.wrappers.iter().map(|wrapper| (said::wrapper(&wrapper.what, lang), wrapper.span));
            let repairs =
                document.repairs.iter().map(|repair| (said::repair(repair, text, lang), repair.span));
            let notes: Vec<_> = wrappers.chain(repairs).take(MOST).collect();
            html! {
                <li>
                    <p>
                        <strong>{ fill(words.policy, &[("number", &(place + 1).to_string())]) }</strong>{ " " }
                        if !name.is_empty() {
                            <code>{ name.to_owned() }</code>{ " " }
                        }
                        { attached }
                    </p>
                    if notes.is_empty() {
                        <p class="hint">{ words.as_it_is }</p>
                    } else {
                        <p class="hint">{ words.repairs }</p>
                        <ul class="notes">{ for notes.iter().map(|(note, span)| self.note(note, "", text, *span)) }</ul>
                    }
                    { shown(words.show_text, &document.text) }
                </li>
            }
        };
        html! {
            <>
                <ol class="policies">{ for found.documents.iter().enumerate().map(document) }</ol>
                { self.remarks(found, text) }
            </>
        }
    }

    /// Why there are no policies in it, or what is in the way of more.
    fn remarks(&self, found: &Recognition, text: &str) -> Html {
        let lang = self.given.lang;
        let alike = found.look_alikes.iter().map(|alike| {
            let help = said::look_alike_help(alike.what, lang);
            self.note(said::look_alike(alike.what, lang), help, text, alike.span)
        });
        let problems = found.problems.iter().map(|problem| {
            self.note(
                &said::problem(&problem.what, lang),
                said::help(&problem.what, lang),
                text,
                problem.span,
            )
        });
        let listed = found.listed.first().map(|first| {
            self.note(&said::listed(found.listed.len(), lang), said::listed_help(lang), text, first.span)
        });
        let notes: Vec<Html> = alike.chain(problems).chain(listed).take(MOST).collect();
        if notes.is_empty() {
            Html::default()
        } else {
            html! { <ul class="notes">{ for notes }</ul> }
        }
    }

    fn note(&self, message: &str, help: &str, text: &str, span: Span) -> Html {
        let words = self.words();
        let at = Lines::new(text).position(span.start);
        let place = fill(words.at, &[("line", &at.line.to_string()), ("column", &at.column.to_string())]);
        html! {
            <li>
                <span class="place" title={place}>{ format!("{}:{}", at.line, at.column) }</span>{ " " }
                { prose(message) }
                if !help.is_empty() {
                    <span class="help">{ prose(help) }</span>
                }
            </li>
        }
    }
}

fn shown(caption: &'static str, text: &str) -> Html {
    html! {
        <details>
            <summary>{ caption }</summary>
            <pre class="wide" tabindex="0" role="group" aria-label={caption}>{ text.to_owned() }</pre>
        </details>
    }
}
