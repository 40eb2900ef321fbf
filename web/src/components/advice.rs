//! Advice on a policy, which comes a moment after the answer: findings, and what a text that is no policy holds.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use ramplay_playground::{Action, Edit, labels};
use ramplay_policy::PolicyKind;
use ramplay_text::{Lang, Position};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::Array;
use yew::{Callback, Component, Context, Html, Properties, classes, html};

use super::problems::place_button;
use crate::model::{Dispatch, some};
use crate::module::{self, texts};
use ramplay_parts::json::{field, items, number, string};
use ramplay_parts::mark::prose;

/// How long nobody must have typed.
const PAUSE_MS: u32 = 150;
/// How much longer before parts that change nothing are looked for: that is the work of a whole core, which the page
/// does not have to spare while somebody types on.
const REST_MS: u32 = 600;
/// Findings that are shown before the rest is folded away.
const SHOWN: usize = 6;

/// What advice is asked about.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct Subject {
    pub(crate) index: usize,
    pub(crate) text: Rc<str>,
    pub(crate) kind: PolicyKind,
    /// Whether the strict reader can use the text; if not, it may be something pasted.
    pub(crate) usable: bool,
    pub(crate) account: String,
    pub(crate) lang: Lang,
    pub(crate) dispatch: Dispatch,
    /// Told of the findings that came, with the text that they are about.
    pub(crate) found: Callback<(Rc<str>, JsValue)>,
}

impl Subject {
    /// What findings and dead parts are asked with.
    fn args(&self) -> Array {
        texts([&self.text, self.kind.code(), &self.account, self.lang.tag()])
    }

    /// Whether the advice on both is the same.
    fn asks_like(&self, other: &Self) -> bool {
        let asked = |subject: &Self| (subject.kind, subject.usable, subject.lang);
        asked(self) == asked(other) && self.text == other.text && self.account == other.account
    }
}

/// Asks for advice whenever the subject has not changed for a moment, and shows what came last.
#[derive(Debug)]
pub(crate) struct Advice {
    /// What came, and the text that it is about.
    findings: Option<(Rc<str>, JsValue)>,
    offer: Option<(Rc<str>, JsValue)>,
    pause: Option<Timeout>,
}

/// What happens to advice.
#[derive(Debug)]
pub(crate) enum Message {
    Ask,
    /// Asks for what takes longest.
    AskRest,
    Findings(Rc<str>, JsValue),
    /// Findings that came later.
    More(Rc<str>, JsValue),
    Offer(Rc<str>, JsValue),
}

impl Advice {
    /// Asks in a moment, in the place of what it was to ask.
    fn wait(&mut self, ctx: &Context<Self>, pause: u32, then: Message) {
        let link = ctx.link().clone();
        self.pause = Some(Timeout::new(pause, move || link.send_message(then)));
    }
}

impl Component for Advice {
    type Message = Message;
    type Properties = Subject;

    fn create(ctx: &Context<Self>) -> Self {
        let mut advice = Advice { findings: None, offer: None, pause: None };
        advice.wait(ctx, PAUSE_MS, Message::Ask);
        advice
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Subject) -> bool {
        // Whoever is told draws itself anew then, and gives another callback: that is nothing to ask about.
        if !ctx.props().asks_like(old) {
            self.wait(ctx, PAUSE_MS, Message::Ask);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Ask => {
                self.pause = None;
                let Subject { text, usable, lang, .. } = ctx.props();
                let (text, usable, lang) = (Rc::clone(text), *usable, lang.tag());
                let args = ctx.props().args();
                let link = ctx.link().clone();
                spawn_local(async move {
                    // Without the module there is no advice; the answer does not need it.
                    let found = module::advice("findings", &args).await.unwrap_or(JsValue::UNDEFINED);
                    link.send_message(Message::Findings(Rc::clone(&text), found));
                    let offer = if usable || text.trim().is_empty() {
                        Ok(JsValue::UNDEFINED)
                    } else {
                        module::advice("recognise", &texts([&text, lang])).await
                    };
                    if let Ok(offer) = offer {
                        link.send_message(Message::Offer(text, offer));
                    }
                });
                false
            }
            Message::AskRest => {
                self.pause = None;
                let text = Rc::clone(&ctx.props().text);
                let args = ctx.props().args();
                let link = ctx.link().clone();
                spawn_local(async move {
                    if let Ok(more) = module::dead_parts(&args).await {
                        link.send_message(Message::More(text, more));
                    }
                });
                false
            }
            Message::Findings(text, found) => {
                let Subject { usable, text: present, found: tell, .. } = ctx.props();
                if *usable && text == *present {
                    self.wait(ctx, REST_MS, Message::AskRest);
                }
                tell.emit((Rc::clone(&text), found.clone()));
                self.findings = Some((text, found));
                true
            }
            Message::More(text, more) => {
                // More of what is shown, not of what was.
                let shown = self.findings.as_ref().filter(|(of, _)| *of == text);
                let (Some((_, found)), Some(_)) = (shown, items(&more).next()) else { return false };
                let all = JsValue::from(items(found).chain(items(&more)).collect::<Array>());
                ctx.props().found.emit((Rc::clone(&text), all.clone()));
                self.findings = Some((text, all));
                true
            }
            Message::Offer(text, offer) => {
                self.offer = Some((text, offer));
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let subject = ctx.props();
        // An offer for an earlier text would lose what was typed since.
        let current = |known: &Option<(Rc<str>, JsValue)>| {
            known.as_ref().filter(|(text, _)| *text == subject.text).map(|(_, value)| value.clone())
        };
        let offer = current(&self.offer);
        // What is said of the wrapping helps nobody who may take the policy out of it.
        let offered = offer.as_ref().is_some_and(|offer| items(&field(offer, "documents")).next().is_some());
        html! {
            <>
                { offer.map(|offer| offers(&offer, subject)) }
                if let (Some((of, found)), false) = (&self.findings, offered) {
                    { findings(found, *of != subject.text, subject) }
                }
            </>
        }
    }
}

/// A button with the place of a finding, which selects it in the editor.
fn place(value: &JsValue, word: &str, subject: &Subject) -> Html {
    let at = field(value, "place");
    let at = |name| number(&at, name);
    let position = Position { line: at("line"), column: at("column") };
    place_button(subject.index, position, [at("start"), at("end")], word, subject.lang)
}

/// A button that replaces the text.
fn replace(caption: &'static str, text: String, class: &'static str, stale: bool, subject: &Subject) -> Html {
    let index = subject.index;
    let apply =
        some(&subject.dispatch, move |_| (!stale).then(|| Action::Edit(Edit::SetText(index, text.clone()))));
    html! {
        <button type="button" {class} aria-disabled={stale.then_some("true")} onclick={apply}>{ caption }</button>
    }
}

/// Findings on an earlier text stay until the new ones come, so that nothing jumps while somebody types; their places and
/// fixes are those of the earlier text and do nothing.
fn findings(found: &JsValue, stale: bool, subject: &Subject) -> Html {
    let words = labels(subject.lang);
    let all: Vec<JsValue> = items(found).collect();
    if all.is_empty() {
        return Html::default();
    }
    let row = |finding: &JsValue| {
        let word = string(finding, "word");
        let fixed = field(finding, "fixed").as_string();
        let caption = if field(finding, "same").is_truthy() { words.fix } else { words.replace };
        let source = string(finding, "source");
        html! {
            <li class={string(finding, "class")}>
                { place(finding, &word, subject) }
                <span class="message">
                    <span class="kind">{ word }</span>{ " " }
                    { prose(&string(finding, "message")) }{ " " }
                    <a href={source} target="_blank" rel="noopener noreferrer"><code>{ string(finding, "code") }</code></a>
                    <span class="help">{ prose(&string(finding, "help")) }</span>
                </span>
                { fixed.map(|text| replace(caption, text, "fix", stale, subject)) }
            </li>
        }
    };
    let (shown, folded) = all.split_at(all.len().min(SHOWN));
    html! {
        <div class="findings" aria-busy={stale.to_string()}>
            <ul class="problems" aria-label={words.findings}>{ for shown.iter().map(row) }</ul>
            if !folded.is_empty() {
                <details>
                    <summary>{ format!("+ {}", folded.len()) }</summary>
                    <ul class="problems" aria-label={words.findings}>{ for folded.iter().map(row) }</ul>
                </details>
            }
        </div>
    }
}

/// The policies that can be taken out of what was pasted, and why others cannot.
fn offers(offer: &JsValue, subject: &Subject) -> Html {
    let words = labels(subject.lang);
    let note = |remark: JsValue| {
        html! {
            <li>
                { place(&remark, words.recognised, subject) }
                <span class="message">
                    { prose(&string(&remark, "message")) }{ " " }
                    <code>{ string(&remark, "code") }</code>
                    <span class="help">{ prose(&string(&remark, "help")) }</span>
                </span>
            </li>
        }
    };
    let document = |document: JsValue| {
        let text = string(&document, "text");
        let name = field(&document, "name").as_string();
        html! {
            <section class="offer">
                <p class="offer-head">
                    <strong>{ words.recognised }</strong>
                    { name.map(|name| html! { <>{ ": " }<code>{ name }</code></> }) }{ " " }
                    { replace(words.use_it, text.clone(), "use", false, subject) }
                </p>
                <ul class="problems notes">{ for items(&field(&document, "notes")).map(note) }</ul>
                <details>
                    <summary>{ words.show_text }</summary>
                    <pre>{ text }</pre>
                </details>
            </section>
        }
    };
    let remarks: Vec<JsValue> = items(&field(offer, "remarks")).collect();
    html! {
        <div class={classes!("offers")} role="status">
            { for items(&field(offer, "documents")).map(document) }
            if !remarks.is_empty() {
                <ul class="problems notes">{ for remarks.into_iter().map(note) }</ul>
            }
        </div>
    }
}
