//! Any question to the engine: who, which action, which resource, with which condition keys.

use std::cell::RefCell;

use ramplay_flink::known_actions;
use ramplay_parts::asker::quoted;
use ramplay_parts::mark::{prose, verdict_mark};
use ramplay_parts::part::Given;
use ramplay_parts::trail::{Reader as Trail, trail};
use ramplay_playground::{KeyValue, Mark, Question, Reader, Scenario, ask, read_all, resources_of};
use ramplay_text::fill;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Component, Context, Event, Html, InputEvent, TargetCast, html};

use crate::questions::Ways;
use crate::view::Props;
use crate::words::{Labels, labels};

thread_local! {
    /// What was asked last: it comes back with the view.
    static BEFORE: RefCell<Option<Asked>> = const { RefCell::new(None) };
}

/// What a person asks.
#[derive(Debug, Clone)]
struct Asked {
    who: Reader,
    action: String,
    /// None as long as the usual one is taken.
    resource: Option<String>,
    keys: Vec<KeyValue>,
}

/// The view.
#[derive(Debug)]
pub(crate) struct Ask {
    given: Given,
    asked: Asked,
    /// Whether it is shown what would allow it.
    is_repairing: bool,
}

/// What happens here.
#[derive(Debug)]
pub(crate) enum Message {
    Take(Given),
    Who(Reader),
    Action(String),
    Resource(Option<String>),
    AddKey,
    Key(usize, KeyValue),
    RemoveKey(usize),
    Ways,
    Edited(Box<Scenario>),
}

impl From<Given> for Message {
    fn from(given: Given) -> Self {
        Message::Take(given)
    }
}

impl Ask {
    fn words(&self) -> &'static Labels {
        labels(self.given.lang)
    }

    /// The resource that is asked about; empty where none is known.
    fn resource(&self) -> String {
        let usual = || resources_of(self.asked.action.trim(), &self.given.scenario).into_iter().next();
        self.asked.resource.clone().or_else(usual).unwrap_or_default()
    }

    /// What would allow what is denied, when it is asked for.
    fn ways(&self, ctx: &Context<Self>, mark: Mark) -> Html {
        if !mark.can_be_repaired() && !self.is_repairing {
            return Html::default();
        }
        let Asked { who, action, keys, .. } = &self.asked;
        let who = if *who == Reader::Principal { "principal" } else { "job" };
        let (action, resource) = (quoted(action), quoted(&self.resource()));
        let keys: Vec<String> = keys
            .iter()
            .map(|pair| format!(r#"{{"key": {}, "value": {}}}"#, quoted(&pair.key), quoted(&pair.value)))
            .collect();
        let keys = keys.join(", ");
        let ask = format!(
            r#"{{"question": {{"who": "{who}", "action": {action}, "resource": {resource}, "keys": [{keys}]}}}}"#
        );
        let expanded = self.is_repairing.to_string();
        html! {
            <>
                <button type="button" class="find-ways" aria-expanded={expanded} onclick={ctx.link().callback(|_| Message::Ways)}>
                    { ramplay_playground::labels(self.given.lang).find_ways }
                </button>
                if self.is_repairing {
                    <Ways given={self.given.clone()} told={ctx.props().told.clone()} edited={ctx.link().callback(Message::Edited)} {ask} />
                }
            </>
        }
    }

    fn answer(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let action = self.asked.action.trim();
        if action.is_empty() {
            return html! { <p class="hint">{ words.nothing_asked }</p> };
        }
        let has_service =
            action.split_once(':').is_some_and(|(service, name)| !service.is_empty() && !name.is_empty());
        if !has_service {
            return html! { <p class="withheld">{ prose(words.no_service) }</p> };
        }
        let resource = self.resource();
        if resource.trim().is_empty() {
            return html! { <p class="withheld">{ words.no_resource }</p> };
        }
        let documents = read_all(&self.given.scenario, &[]);
        let Asked { who, keys, .. } = self.asked.clone();
        let question = Question { who, action: action.to_owned(), resource, keys };
        let verdict = ask(&self.given.scenario, &documents, &question);
        let mark = verdict.mark();
        html! {
            <div class="asked" data-verdict={format!("{mark:?}")}>
                <p class="said" role="status">{ verdict_mark(mark, ramplay_playground::labels(self.given.lang), false) }</p>
                { trail(Trail { documents: &documents, lang: self.given.lang }, &verdict) }
                { self.ways(ctx, mark) }
            </div>
        }
    }

    fn keys(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let pair = |(index, pair): (usize, &KeyValue)| {
            let input = |caption: &'static str, value: &str, change: fn(&mut KeyValue, String)| {
                let before = pair.clone();
                let oninput = link.callback(move |event: InputEvent| {
                    let mut pair = before.clone();
                    change(&mut pair, event.target_unchecked_into::<HtmlInputElement>().value());
                    Message::Key(index, pair)
                });
                html! { <input type="text" aria-label={caption} placeholder={caption} value={value.to_owned()} {oninput} spellcheck="false" /> }
            };
            html! {
                <li key={index}>
                    { input(words.key, &pair.key, |pair, key| pair.key = key) }
                    { input(words.value, &pair.value, |pair, value| pair.value = value) }
                    <button type="button" aria-label={fill(words.remove, &[("name", &pair.key)])}
                        onclick={link.callback(move |_| Message::RemoveKey(index))}>{ "×" }</button>
                </li>
            }
        };
        html! {
            <details open={!self.asked.keys.is_empty()}>
                <summary>{ words.keys }</summary>
                <ul class="pairs">{ for self.asked.keys.iter().enumerate().map(pair) }</ul>
                <button type="button" onclick={link.callback(|_| Message::AddKey)}>{ words.add_key }</button>
            </details>
        }
    }
}

impl Component for Ask {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let first = Asked { who: Reader::Principal, action: String::new(), resource: None, keys: Vec::new() };
        let asked = BEFORE.with_borrow_mut(Option::take).unwrap_or(first);
        Ask { given: ctx.props().given.clone(), asked, is_repairing: false }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Message) -> bool {
        let asked = &mut self.asked;
        match message {
            Message::Take(given) => self.given = given,
            Message::Who(who) => asked.who = who,
            Message::Action(action) => asked.action = action,
            Message::Resource(resource) => asked.resource = resource,
            Message::Edited(scenario) => self.given.scenario = scenario,
            Message::Ways => self.is_repairing = !self.is_repairing,
            Message::AddKey => asked.keys.push(KeyValue::default()),
            Message::Key(index, pair) => {
                if let Some(slot) = asked.keys.get_mut(index) {
                    *slot = pair;
                }
            }
            Message::RemoveKey(index) => {
                if index < asked.keys.len() {
                    asked.keys.remove(index);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let who = link.callback(|event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            Message::Who(if chosen == 1 { Reader::Job } else { Reader::Principal })
        });
        let action = link.callback(|event: InputEvent| {
            Message::Action(event.target_unchecked_into::<HtmlInputElement>().value())
        });
        let resource = link.callback(|event: InputEvent| {
            Message::Resource(Some(event.target_unchecked_into::<HtmlInputElement>().value()))
        });
        let resources = resources_of(self.asked.action.trim(), &self.given.scenario);
        html! {
            <div class="ask">
                <p class="about">{ words.ask_lead }</p>
                <div class="fields">
                    <div class="field">
                        <label for="ask-who">{ words.who }</label>
                        <select id="ask-who" onchange={who}>
                            <option selected={self.asked.who == Reader::Principal}>{ words.who_person }</option>
                            <option selected={self.asked.who == Reader::Job}>{ words.who_job }</option>
                        </select>
                    </div>
                    <div class="field">
                        <label for="ask-action">{ words.action }</label>
                        <input type="text" id="ask-action" list="ask-actions" value={self.asked.action.clone()} oninput={action}
                            placeholder="log:GetLogStore" spellcheck="false" autocomplete="off" />
                        <datalist id="ask-actions">{ for known_actions().into_iter().map(|action| html! { <option value={action} /> }) }</datalist>
                    </div>
                    <div class="field whole">
                        <label for="ask-resource">{ words.resource }</label>
                        <input type="text" id="ask-resource" list="ask-resources" value={self.resource()} oninput={resource}
                            spellcheck="false" autocomplete="off" />
                        <datalist id="ask-resources">{ for resources.iter().map(|resource| html! { <option value={resource.clone()} /> }) }</datalist>
                        if self.asked.resource.is_some() {
                            <button type="button" onclick={link.callback(|_| Message::Resource(None))}>{ words.usual }</button>
                        }
                    </div>
                </div>
                { self.keys(ctx) }
                { self.answer(ctx) }
            </div>
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        BEFORE.set(Some(self.asked.clone()));
    }
}
