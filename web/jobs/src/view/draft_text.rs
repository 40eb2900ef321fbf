//! The text of a draft: a text area, or the editor in its place.

use std::rc::Rc;

use ramplay_assist::{Facts, SqlPlace, sql};
use ramplay_drafts::{Draft, Edit};
use ramplay_job::sentence;
use ramplay_parts::rich::{Helper, Mark, Question, Rich, Same};
use ramplay_playground::Scenario;
use ramplay_sql::{Severity, VariableFindingKind, VariableKind, read_names};
use ramplay_text::{Lang, Lines, Span, fill};
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::HtmlTextAreaElement;
use web_sys::js_sys::Promise;
use yew::{Component, Context, Html, InputEvent, NodeRef, Properties, TargetCast, classes, html};

use super::View;
use super::editor::{backdrop, gutter};
use crate::pane::Dispatch;
use crate::shell::area_id;
use crate::words::labels;

const ERROR: &str = "error";
const WARNING: &str = "warning";

/// What the text is shown with.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Given {
    place: usize,
    text: Rc<str>,
    /// What is marked, in order: where and how, for the text area.
    spans: Vec<(Span, &'static str)>,
    /// The same for the editor, with what is said.
    marks: Vec<Mark>,
    /// What the fixes of the marks do; an id is a place in this list.
    fixes: Vec<Edit>,
    facts: Rc<Facts>,
    lang: Lang,
    edit: Dispatch,
}

/// Keeps what the editor is given, and whether it is there.
#[derive(Debug)]
pub(super) struct DraftText {
    area: NodeRef,
    rich: bool,
    marks: Same<Mark>,
    helper: Helper,
}

#[derive(Debug)]
pub(super) enum Message {
    /// The editor has come or gone.
    Rich(bool),
    /// A fix was chosen in the editor.
    Fix(String),
}

pub(super) fn draft_text(view: View<'_>, draft: &Draft, text: &Rc<str>, place: usize) -> Html {
    let lang = view.lang();
    let lines = Lines::new(text);
    let mut fixes = Vec::new();
    let mut marks = marks(draft, &lines, place, lang, &mut fixes);
    marks.sort_by_key(|(span, _)| (span.start, span.end));
    let class = |mark: &Mark| if mark.class == ERROR { ERROR } else { WARNING };
    let spans = marks.iter().map(|(span, mark)| (*span, class(mark))).collect();
    let marks = marks.into_iter().map(|(_, mark)| mark).collect();
    let facts = Rc::new(facts(view.pane.desk.scenario()));
    let given =
        Given { place, text: Rc::clone(text), spans, marks, fixes, facts, lang, edit: view.edit.clone() };
    html! { <DraftText ..given /> }
}

/// What is said of places in the text.
fn marks(draft: &Draft, lines: &Lines, place: usize, lang: Lang, fixes: &mut Vec<Edit>) -> Vec<(Span, Mark)> {
    let words = labels(lang);
    let mark = |span: Span, is_error: bool, message: String, code: &str| Mark {
        start: lines.to_utf16(span.start),
        end: lines.to_utf16(span.end),
        class: if is_error { ERROR } else { WARNING }.to_owned(),
        word: if is_error { words.error } else { words.warning }.to_owned(),
        message,
        code: code.to_owned(),
        ..Mark::default()
    };
    let mut fix = |edit: Edit, caption: String| {
        fixes.push(edit);
        Some(((fixes.len() - 1).to_string(), caption))
    };
    let mut all = Vec::new();
    for one in &draft.script.credentials {
        let said = ramplay_sql::sentence::credential(one, lang);
        let marked = Mark {
            help: ramplay_sql::sentence::credential_help(lang).to_owned(),
            fix: fix(Edit::ReplaceCredentials(place), words.replace_credentials.to_owned()),
            ..mark(one.span, true, said, one.kind.code())
        };
        all.push((one.span, marked));
    }
    for note in &draft.script.notes {
        let said = ramplay_sql::sentence::note(note, &draft.script, lang);
        let is_error = note.kind.severity() == Severity::Error;
        all.push((note.span, mark(note.span, is_error, said, note.kind.code())));
    }
    for subject in &draft.answer.subjects {
        for problem in &subject.problems {
            let said = format!("`{}`: {}", subject.name, sentence::problem(&problem.kind, lang));
            let marked = mark(problem.span, problem.kind.is_error(), said, problem.kind.code());
            all.push((problem.span, marked));
        }
    }
    for one in &draft.answer.variables {
        let Some(span) = one.span else { continue };
        let said = ramplay_sql::sentence::variable(one, &draft.script, lang);
        let rename = match &one.kind {
            VariableFindingKind::Undefined { suggestion: Some(name) } => {
                let name = name.as_str().to_owned();
                let caption = fill(words.use_name, &[("name", &name)]);
                fix(Edit::RenameVariable { draft: place, span, name }, caption)
            }
            _ => None,
        };
        let marked = Mark {
            help: ramplay_sql::sentence::variable_help(one, lang).unwrap_or_default(),
            fix: rename,
            ..mark(span, false, said, one.kind.code())
        };
        all.push((span, marked));
    }
    all
}

/// What the scenario says that may stand in a draft.
fn facts(scenario: &Scenario) -> Facts {
    let defined = read_names(&scenario.jobs.variables).into_iter();
    let variables = defined.filter(|one| one.kind == VariableKind::Namespace).map(|one| one.name);
    Facts {
        project: scenario.logstore.project.clone(),
        logstore: scenario.logstore.name.clone(),
        consumer_group: scenario.logstore.consumer_group.clone(),
        variables: variables.collect(),
        ..Facts::default()
    }
}

fn helper(given: &Given) -> Helper {
    let (facts, lang) = (Rc::clone(&given.facts), given.lang);
    Helper::from(move |Question { place, word, hover, .. }: Question| {
        let answer = match serde_wasm_bindgen::from_value::<SqlPlace>(place) {
            Ok(place) if hover => to_js(&sql::hover(&place, &word, &facts, lang)),
            Ok(place) => to_js(&sql::complete(&place, &facts, lang)),
            Err(_) => JsValue::NULL,
        };
        Promise::resolve(&answer)
    })
}

fn to_js(form: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(form).unwrap_or(JsValue::NULL)
}

impl Component for DraftText {
    type Message = Message;
    type Properties = Given;

    fn create(ctx: &Context<Self>) -> Self {
        let given = ctx.props();
        let marks = Same::new(given.marks.clone());
        DraftText { area: NodeRef::default(), rich: false, marks, helper: helper(given) }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Given) -> bool {
        let given = ctx.props();
        if given.marks != old.marks {
            self.marks = Same::new(given.marks.clone());
        }
        if given.facts != old.facts || given.lang != old.lang {
            self.helper = helper(given);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Rich(rich) => std::mem::replace(&mut self.rich, rich) != rich,
            Message::Fix(id) => {
                let Given { fixes, edit, .. } = ctx.props();
                if let Some(fix) = id.parse().ok().and_then(|at: usize| fixes.get(at)) {
                    edit.emit(vec![fix.clone()]);
                }
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Given { place, text, spans, lang, edit, .. } = ctx.props();
        let words = labels(*lang);
        let at = *place;
        let input = edit.reform(move |event: InputEvent| {
            vec![Edit::SetText(at, event.target_unchecked_into::<HtmlTextAreaElement>().value())]
        });
        let link = ctx.link();
        html! {
            <div class={classes!("editor", self.rich.then_some("rich"))}>
                if !self.rich {
                    { gutter(text, spans) }
                }
                <div class="text">
                    if !self.rich {
                        { backdrop(text, spans) }
                    }
                    <textarea ref={&self.area} id={area_id(at)} value={text.to_string()} oninput={input} spellcheck="false"
                        autocapitalize="off" autocomplete="off" wrap="off" aria-label={fill(words.draft_text, &[("number", &(at + 1).to_string())])} />
                    <Rich area={self.area.clone()} language="sql" lang={*lang} text={Rc::clone(text)} marks={self.marks.clone()}
                        helper={self.helper.clone()} on_fix={link.callback(Message::Fix)} on_change={link.callback(Message::Rich)} />
                </div>
            </div>
        }
    }
}
