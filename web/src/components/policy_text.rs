//! The text of a policy that a person can edit, with all that is said about it. It is drawn anew only when something
//! about this policy changes, so that typing in another one costs nothing here.

use std::rc::Rc;

use ramplay_parts::json::{field, items, number, string};
use ramplay_parts::mark::prose;
use ramplay_parts::rich::{Helper, Mark, Question, Rich, Same, Stretch};
use ramplay_playground::{Action, Edit, labels, sentence};
use ramplay_policy::{Effect, PolicyKind, Reading, Severity};
use ramplay_text::{Lang, Lines, Span};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;
use web_sys::js_sys::Array;
use yew::{Component, Context, Html, NodeRef, Properties, html};

use super::advice::Advice;
use super::editor::editor;
use super::problems::problems;
use crate::model::{self, Dispatch};
use crate::module;

/// A policy's text.
#[derive(Debug, Clone, Properties)]
pub(crate) struct Given {
    /// Its place in the scenario.
    pub(crate) index: usize,
    /// What it is called.
    pub(crate) name: String,
    pub(crate) text: Rc<str>,
    /// What was read in it.
    pub(crate) reading: Rc<Reading>,
    pub(crate) kind: PolicyKind,
    /// The account that findings compare with.
    pub(crate) account: String,
    pub(crate) lang: Lang,
    /// The statements that decided the answer that is looked at.
    pub(crate) deciding: Vec<u16>,
    /// The statements that decide none of the answers.
    pub(crate) idle: Vec<u16>,
    pub(crate) dispatch: Dispatch,
}

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        // The reading follows from text and kind.
        self.text == other.text
            && self.index == other.index
            && self.kind == other.kind
            && self.name == other.name
            && self.account == other.account
            && self.lang == other.lang
            && self.deciding == other.deciding
            && self.idle == other.idle
            && self.dispatch == other.dispatch
    }
}

/// Keeps what the editor is given, and whether it is there.
#[derive(Debug)]
pub(crate) struct PolicyText {
    area: NodeRef,
    rich: bool,
    /// What came last, and the text that it is about.
    findings: Option<(Rc<str>, JsValue)>,
    marks: Same<Mark>,
    deciding: Same<Stretch>,
    idle: Same<Stretch>,
    helper: Helper,
}

#[derive(Debug)]
pub(crate) enum Message {
    /// The editor has come or gone.
    Rich(bool),
    Found(Rc<str>, JsValue),
    /// A fix was chosen in the editor.
    Fix(String),
}

impl PolicyText {
    /// Problems of the strict reader, and findings if there are some about this very text.
    fn mark(&mut self, given: &Given) {
        let Given { text, reading, lang, .. } = given;
        let words = labels(*lang);
        let lines = Lines::new(text);
        let problems = reading.diagnostics.iter().enumerate().map(|(at, diagnostic)| {
            let is_error = diagnostic.severity() == Severity::Error;
            let (class, word) = if is_error { ("error", words.error) } else { ("warning", words.warning) };
            Mark {
                start: lines.to_utf16(diagnostic.span.start),
                end: lines.to_utf16(diagnostic.span.end),
                class: class.to_owned(),
                word: word.to_owned(),
                message: ramplay_policy::sentence::problem(&diagnostic.problem, *lang),
                help: ramplay_policy::sentence::help(&diagnostic.problem, *lang),
                code: diagnostic.code().to_owned(),
                source: String::new(),
                fix: diagnostic.fix.as_ref().map(|_| (format!("{PROBLEM}{at}"), words.fix.to_owned())),
            }
        });
        let current = self.findings.as_ref().filter(|(of, _)| of == text);
        let findings = current.iter().flat_map(|(_, found)| items(found)).enumerate().map(|(at, finding)| {
            let place = field(&finding, "place");
            let caption = if field(&finding, "same").is_truthy() { words.fix } else { words.replace };
            let is_fixed = field(&finding, "fixed").is_string();
            Mark {
                start: number(&place, "start"),
                end: number(&place, "end"),
                class: string(&finding, "class"),
                word: string(&finding, "word"),
                message: string(&finding, "message"),
                help: string(&finding, "help"),
                code: string(&finding, "code"),
                source: string(&finding, "source"),
                fix: is_fixed.then(|| (format!("{FINDING}{at}"), caption.to_owned())),
            }
        });
        self.marks = Same::new(problems.chain(findings).collect());
    }

    fn stretch(&mut self, given: &Given) {
        self.deciding = stretches(given, &given.deciding);
        self.idle = stretches(given, &given.idle);
    }

    /// What a fix of the editor does.
    fn fixed(&self, given: &Given, id: &str) -> Option<Action> {
        if let Some(at) = id.strip_prefix(PROBLEM) {
            return Some(Action::Edit(Edit::ApplyFix(given.index, at.parse().ok()?)));
        }
        let at: usize = id.strip_prefix(FINDING)?.parse().ok()?;
        let (_, found) = self.findings.as_ref().filter(|(of, _)| *of == given.text)?;
        let text = field(&items(found).nth(at)?, "fixed").as_string()?;
        Some(Action::Edit(Edit::SetText(given.index, text)))
    }
}

/// What ids of fixes start with.
const PROBLEM: &str = "problem-";
const FINDING: &str = "finding-";

fn stretches(given: &Given, statements: &[u16]) -> Same<Stretch> {
    if statements.is_empty() {
        return Same::default();
    }
    let lines = Lines::new(&given.text);
    let of = |Span { start, end }: Span, effect: Effect| Stretch {
        start: lines.to_utf16(start),
        end: lines.to_utf16(end),
        effect: match effect {
            Effect::Allow => "Allow",
            Effect::Deny => "Deny",
        },
    };
    let all = &given.reading.policy.statements;
    let found = statements.iter().filter_map(|at| all.get(usize::from(*at)));
    Same::new(found.map(|statement| of(statement.span, statement.effect)).collect())
}

/// Asks the module of advice about a policy of this kind.
fn helper(kind: PolicyKind, lang: Lang) -> Helper {
    Helper::from(move |question: Question| {
        future_to_promise(async move {
            let Question { place, word, offset, hover } = question;
            let (kind, facts, lang) = (kind.code().into(), model::facts(), lang.tag().into());
            if hover {
                let args = Array::of5(&place, &word.into(), &offset.into(), &kind, &facts);
                args.push(&lang);
                module::advice("hover", &args).await
            } else {
                module::advice("complete", &Array::of4(&place, &kind, &facts, &lang)).await
            }
        })
    })
}

impl Component for PolicyText {
    type Message = Message;
    type Properties = Given;

    fn create(ctx: &Context<Self>) -> Self {
        let given = ctx.props();
        let mut this = PolicyText {
            area: NodeRef::default(),
            rich: false,
            findings: None,
            marks: Same::default(),
            deciding: Same::default(),
            idle: Same::default(),
            helper: helper(given.kind, given.lang),
        };
        this.mark(given);
        this.stretch(given);
        this
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Given) -> bool {
        let given = ctx.props();
        if (given.kind, given.lang) != (old.kind, old.lang) {
            self.helper = helper(given.kind, given.lang);
            // Findings in the other language are on their way.
            self.findings = None;
            self.mark(given);
        } else if given.text != old.text {
            // Findings about the text before stay where they are until there are new ones: the editor moves them
            // with what is typed.
            let is_clean = |given: &Given| given.reading.diagnostics.is_empty();
            if !is_clean(given) || !is_clean(old) {
                self.mark(given);
            }
        }
        // Where statements stand follows what is typed, too.
        let count = |given: &Given| given.reading.policy.statements.len();
        if count(given) != count(old) || given.deciding != old.deciding || given.idle != old.idle {
            self.stretch(given);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Rich(rich) => std::mem::replace(&mut self.rich, rich) != rich,
            Message::Found(text, found) => {
                let is_current = text == ctx.props().text;
                self.findings = Some((text, found));
                if is_current {
                    self.mark(ctx.props());
                }
                is_current
            }
            Message::Fix(id) => {
                if let Some(action) = self.fixed(ctx.props(), &id) {
                    ctx.props().dispatch.emit(action);
                }
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let given = ctx.props();
        let Given { index, text, reading, kind, account, lang, idle, dispatch, .. } = given;
        let link = ctx.link();
        let rich = html! {
            <Rich area={self.area.clone()} language="ram" lang={*lang} text={Rc::clone(text)} marks={self.marks.clone()}
                deciding={self.deciding.clone()} idle={self.idle.clone()} helper={self.helper.clone()}
                on_fix={link.callback(Message::Fix)} on_change={link.callback(Message::Rich)} />
        };
        html! {
            <>
                { editor(given, &self.area, self.rich, rich) }
                if self.rich && !idle.is_empty() {
                    <p class="hint idle">{ prose(&sentence::idle(idle.len(), *lang)) }</p>
                }
                { problems(given) }
                <Advice index={*index} text={Rc::clone(text)} kind={*kind} usable={reading.is_usable()}
                    account={account.clone()} lang={*lang} dispatch={dispatch.clone()}
                    found={link.callback(|(text, found)| Message::Found(text, found))} />
            </>
        }
    }
}
