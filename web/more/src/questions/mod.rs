//! Questions about the policies of the scenario, with exact answers that are worked out in the background.

mod edit;
mod show;
mod talk;
mod ways;
mod words;

use std::cell::RefCell;

use ramplay_flink::catalogue;
use ramplay_parts::asker::{Heard, quoted};
use ramplay_parts::part::Given;
use wasm_bindgen::JsValue;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{Callback, Component, Context, Event, Html, InputEvent, SubmitEvent, TargetCast, html};

use self::edit::Made;
use self::talk::{Stage, Talk};
pub(crate) use self::ways::{RowWays, Ways};
use self::words::{Labels, labels};
use crate::view::Props;

thread_local! {
    /// What was asked last: it comes back with the view.
    static BEFORE: RefCell<Option<Asked>> = const { RefCell::new(None) };
}

/// What can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    Named,
    Any,
    Everything,
    Tighten,
    Denial,
    Dead,
}

impl Topic {
    const ALL: [Topic; 6] =
        [Topic::Named, Topic::Any, Topic::Everything, Topic::Tighten, Topic::Denial, Topic::Dead];

    fn words(self, words: &Labels) -> (&'static str, &'static str) {
        match self {
            Topic::Named => (words.named, words.named_about),
            Topic::Any => (words.any, words.any_about),
            Topic::Everything => (words.everything, words.everything_about),
            Topic::Tighten => (words.tighten, words.tighten_about),
            Topic::Denial => (words.denial, words.denial_about),
            Topic::Dead => (words.dead, words.dead_about),
        }
    }
}

/// What a person has filled in.
#[derive(Debug, Clone)]
struct Asked {
    topic: Topic,
    actions: String,
    resources: String,
    capabilities: Vec<String>,
    jobs: bool,
    assertions: bool,
    calls: String,
    denial: String,
    resource: String,
}

impl Default for Asked {
    fn default() -> Self {
        Asked {
            topic: Topic::Named,
            actions: "log:Delete*".to_owned(),
            resources: String::new(),
            capabilities: Vec::new(),
            jobs: false,
            assertions: false,
            calls: String::new(),
            denial: String::new(),
            resource: String::new(),
        }
    }
}

impl Asked {
    /// An `Ask` of `ramplay-questions` as JSON.
    fn message(&self) -> String {
        let list = |words: &mut dyn Iterator<Item = &str>| {
            let all: Vec<String> = words.map(quoted).collect();
            format!("[{}]", all.join(", "))
        };
        let apart = |text: &str| list(&mut text.split([' ', ',', '\n']).filter(|word| !word.is_empty()));
        match self.topic {
            Topic::Named => r#"{"named": {}}"#.to_owned(),
            Topic::Everything => r#"{"everything": {}}"#.to_owned(),
            Topic::Dead => r#"{"dead": {}}"#.to_owned(),
            Topic::Any => {
                let (actions, resources) = (apart(&self.actions), apart(&self.resources));
                format!(r#"{{"any": {{"actions": {actions}, "resources": {resources}}}}}"#)
            }
            Topic::Tighten => {
                let capabilities = list(&mut self.capabilities.iter().map(String::as_str));
                let (jobs, assertions, calls) = (self.jobs, self.assertions, quoted(&self.calls));
                format!(
                    r#"{{"tighten": {{"capabilities": {capabilities}, "jobs": {jobs}, "assertions": {assertions}, "calls": {calls}}}}}"#
                )
            }
            Topic::Denial => {
                let (text, resource) = (quoted(&self.denial), quoted(&self.resource));
                format!(r#"{{"denial": {{"text": {text}, "resource": {resource}}}}}"#)
            }
        }
    }
}

/// The view.
#[derive(Debug)]
pub(crate) struct Questions {
    given: Given,
    asked: Asked,
    talk: Talk,
    made: Made,
    /// Whether the scenario has changed since the question was asked.
    is_stale: bool,
}

/// What happens here.
#[derive(Debug)]
pub(crate) enum Message {
    Take(Given),
    Topic(Topic),
    Actions(String),
    Resources(String),
    Capability(String),
    Jobs,
    Assertions,
    Calls(String),
    Denial(String),
    Resource(String),
    Ask,
    Stop,
    Heard(Heard),
    Make(JsValue),
    Undo,
}

impl From<Given> for Message {
    fn from(given: Given) -> Self {
        Message::Take(given)
    }
}

impl Questions {
    fn words(&self) -> &'static Labels {
        labels(self.given.lang)
    }

    fn ask(&mut self) {
        self.is_stale = false;
        let (scenario, lang) = (self.given.scenario.to_json(), self.given.lang.tag());
        self.talk.ask(&self.asked.message(), &scenario, lang);
    }

    fn fields(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let line = |id: &'static str, label: &'static str, value: &str, of: fn(String) -> Message| {
            let oninput = link.callback(move |event: InputEvent| {
                of(event.target_unchecked_into::<HtmlInputElement>().value())
            });
            html! {
                <div class="field whole">
                    <label for={id}>{ label }</label>
                    <input type="text" {id} value={value.to_owned()} {oninput} spellcheck="false" autocomplete="off" />
                </div>
            }
        };
        let area = |id: &'static str, label: &'static str, value: &str, of: fn(String) -> Message| {
            let oninput = link.callback(move |event: InputEvent| {
                of(event.target_unchecked_into::<HtmlTextAreaElement>().value())
            });
            html! {
                <div class="field whole">
                    <label for={id}>{ label }</label>
                    <textarea {id} rows="4" value={value.to_owned()} {oninput} spellcheck="false" />
                </div>
            }
        };
        match self.asked.topic {
            Topic::Named | Topic::Everything | Topic::Dead => Html::default(),
            Topic::Any => html! {
                <>
                    { line("questions-actions", words.actions, &self.asked.actions, Message::Actions) }
                    { line("questions-resources", words.resources, &self.asked.resources, Message::Resources) }
                </>
            },
            Topic::Denial => html! {
                <>
                    { area("questions-denial", words.denied_text, &self.asked.denial, Message::Denial) }
                    { line("questions-resource", words.resource, &self.asked.resource, Message::Resource) }
                </>
            },
            Topic::Tighten => html! {
                <>
                    { self.capabilities(ctx) }
                    { area("questions-calls", words.calls, &self.asked.calls, Message::Calls) }
                </>
            },
        }
    }

    fn capabilities(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let lang = self.given.lang;
        let tick = |capability: &'static ramplay_flink::Capability| {
            let id = capability.id.clone();
            let checked = self.asked.capabilities.contains(&id);
            let onchange = link.callback(move |_: Event| Message::Capability(id.clone()));
            html! {
                <li><label class="tick"><input type="checkbox" name={capability.id.clone()} {checked} {onchange} />{ " " }{ capability.title.get(lang).to_owned() }</label></li>
            }
        };
        let has_jobs = !self.given.scenario.jobs.drafts.is_empty();
        let has_assertions = !self.given.scenario.assertions.lines.is_empty();
        html! {
            <fieldset>
                <legend>{ words.capabilities }</legend>
                <ul class="ticks">{ for catalogue().sls_capabilities.capabilities.iter().map(tick) }</ul>
                if has_jobs {
                    <label class="tick"><input type="checkbox" name="jobs" checked={self.asked.jobs} onchange={link.callback(|_: Event| Message::Jobs)} />{ " " }{ words.jobs }</label>
                }
                if has_assertions {
                    <label class="tick"><input type="checkbox" name="assertions" checked={self.asked.assertions} onchange={link.callback(|_: Event| Message::Assertions)} />{ " " }{ words.assertions }</label>
                }
            </fieldset>
        }
    }

    fn answer(&self, ctx: &Context<Self>) -> Html {
        let Stage::Answered(reply) = &self.talk.stage else { return Html::default() };
        let words = self.words();
        // An edit is one of the scenario that was asked about.
        let make = if self.is_stale { Callback::noop() } else { ctx.link().callback(Message::Make) };
        html! {
            <div class="answered">
                if self.is_stale { <p class="hint" role="status">{ words.stale }</p> }
                { show::answer(reply, &make, words) }
            </div>
        }
    }
}

impl Component for Questions {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Questions {
            given: ctx.props().given.clone(),
            asked: BEFORE.with_borrow_mut(Option::take).unwrap_or_default(),
            talk: Talk::new(ctx.link().callback(Message::Heard)),
            made: Made::default(),
            is_stale: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let told = &ctx.props().told;
        match message {
            Message::Take(given) => {
                let is_reworded = given.lang != self.given.lang;
                self.is_stale |= given.scenario != self.given.scenario;
                self.given = given;
                if is_reworded && self.talk.has_asked() {
                    self.ask();
                }
            }
            Message::Topic(topic) => {
                self.asked.topic = topic;
                self.talk.stop();
                self.talk.stage = Stage::Idle;
            }
            Message::Actions(text) => self.asked.actions = text,
            Message::Resources(text) => self.asked.resources = text,
            Message::Capability(id) => {
                let known = self.asked.capabilities.iter().position(|known| *known == id);
                match known {
                    Some(at) => drop(self.asked.capabilities.remove(at)),
                    None => self.asked.capabilities.push(id),
                }
            }
            Message::Jobs => self.asked.jobs = !self.asked.jobs,
            Message::Assertions => self.asked.assertions = !self.asked.assertions,
            Message::Calls(text) => self.asked.calls = text,
            Message::Denial(text) => self.asked.denial = text,
            Message::Resource(text) => self.asked.resource = text,
            Message::Ask => self.ask(),
            Message::Stop => self.talk.stop(),
            Message::Heard(heard) => self.talk.hear(heard),
            Message::Make(changes) => {
                self.made.make(&changes, &mut self.given, told);
                self.ask();
            }
            Message::Undo => {
                self.made.undo(&mut self.given, told);
                self.ask();
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let topic = link.callback(|event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let at = usize::try_from(chosen).unwrap_or_default();
            Message::Topic(Topic::ALL.get(at).copied().unwrap_or(Topic::Named))
        });
        let option = |each: &Topic| {
            html! { <option selected={*each == self.asked.topic}>{ each.words(words).0 }</option> }
        };
        let submit = link.callback(|event: SubmitEvent| {
            event.prevent_default();
            Message::Ask
        });
        html! {
            <div class="questions">
                <p class="about">{ words.lead }</p>
                <form onsubmit={submit}>
                    <div class="field">
                        <label for="questions-topic">{ words.topic }</label>
                        <select id="questions-topic" onchange={topic}>{ for Topic::ALL.iter().map(option) }</select>
                    </div>
                    <p class="hint">{ self.asked.topic.words(words).1 }</p>
                    { self.fields(ctx) }
                    <button type="submit" class="ask-now">{ words.ask }</button>
                </form>
                { self.made.view(&self.given, words, &link.callback(|()| Message::Undo)) }
                { self.talk.view(words, &link.callback(|()| Message::Stop)) }
                { self.answer(ctx) }
            </div>
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        BEFORE.set(Some(self.asked.clone()));
    }
}
