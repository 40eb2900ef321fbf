//! The worked examples, by group.

use ramplay_flink::{LogonMethod, catalogue};
use ramplay_parts::json::{field, items, keys, string, text};
use ramplay_parts::part::Opened;
use ramplay_parts::sources::sources_of;
use ramplay_playground::{Lesson, Scenario};
use ramplay_text::Lang;
use wasm_bindgen::JsValue;
use web_sys::js_sys::JSON;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Context, Event, Html, InputEvent, TargetCast as _, html};

use super::{Library, Message};

impl Library {
    pub(super) fn examples(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let gallery = match &self.gallery {
            None => return html! { <p role="status">{ words.loading }</p> },
            Some(Err(())) => return html! { <p class="field-problem">{ words.not_loaded }</p> },
            Some(Ok(gallery)) => gallery,
        };
        let search = ctx.link().callback(|event: InputEvent| {
            Message::Search(event.target_unchecked_into::<HtmlInputElement>().value())
        });
        let choose = ctx.link().callback(|event: Event| {
            Message::Method(event.target_unchecked_into::<HtmlSelectElement>().value())
        });
        let option = |method: LogonMethod| {
            let title = catalogue().logon_method(method).title.get(lang).to_owned();
            html! { <option value={method.id()} selected={self.method == method.id()}>{ title }</option> }
        };
        let groups: Vec<Html> =
            items(&field(gallery, "groups")).filter_map(|group| self.group(ctx, &group)).collect();
        html! {
            <>
                <div class="fields">
                    <label>{ words.search }<input type="search" id="example-search" value={self.search.clone()} oninput={search} /></label>
                    <label>{ words.method }
                        <select id="example-method" onchange={choose}>
                            <option value="" selected={self.method.is_empty()}>{ words.any_method }</option>
                            { for LogonMethod::ALL.into_iter().map(option) }
                        </select>
                    </label>
                </div>
                if groups.is_empty() {
                    <p role="status">{ words.no_example }</p>
                }
                { for groups }
            </>
        }
    }

    fn is_wanted(&self, example: &JsValue) -> bool {
        let logon = string(&field(example, "scenario"), "logon");
        if !self.method.is_empty() && logon != self.method {
            return false;
        }
        let both = |name| format!("{} {}", text(example, name, Lang::En), text(example, name, Lang::Zh));
        let all = format!("{} {} {}", both("title"), both("notice"), string(example, "id")).to_lowercase();
        self.search.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }

    fn group(&self, ctx: &Context<Self>, group: &JsValue) -> Option<Html> {
        let lang = self.given.lang;
        let wanted: Vec<JsValue> =
            items(&field(group, "examples")).filter(|example| self.is_wanted(example)).collect();
        if wanted.is_empty() {
            return None;
        }
        Some(html! {
            <section class="examples">
                <h3>{ text(group, "title", lang) }</h3>
                <ul>{ for wanted.iter().map(|example| self.example(ctx, example)) }</ul>
            </section>
        })
    }

    fn example(&self, ctx: &Context<Self>, example: &JsValue) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let title = text(example, "title", lang);
        let logon = LogonMethod::from_id(&string(&field(example, "scenario"), "logon"));
        let open = {
            let (example, title) = (example.clone(), title.clone());
            ctx.link().batch_callback(move |_| {
                let scenario: String = JSON::stringify(&field(&example, "scenario")).ok()?.into();
                let scenario = Scenario::from_json(&scenario).ok()?;
                let lesson = Lesson {
                    en: text(&example, "notice", Lang::En),
                    zh: text(&example, "notice", Lang::Zh),
                    shows: string(&example, "shows"),
                };
                let opened = Opened { title: title.clone(), lesson: Some(lesson) };
                Some(Message::Example(Box::new(scenario), opened))
            })
        };
        html! {
            <li data-example={string(example, "id")}>
                <button type="button" class="open" aria-label={format!("{}: {title}", words.open)} onclick={open}>{ words.open }</button>
                <div>
                    <h4>{ title.clone() }</h4>
                    <p>{ text(example, "notice", lang) }</p>
                    <p class="hint">{ logon.map(|method| catalogue().logon_method(method).title.get(lang).to_owned()).unwrap_or_default() }</p>
                    { sources_of(&keys(example, "sources"), lang) }
                </div>
            </li>
        }
    }
}
