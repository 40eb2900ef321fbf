//! The editor of `web/editor` in the place of a text area.
//!
//! It comes when the page has answered and the browser is idle, and only where a person has not chosen plain text
//! fields. The text area stays in the document, so that whoever reads or selects in it need not know which of the two
//! is there.

use std::cell::RefCell;
use std::rc::Rc;

use crate::json::number;
use ramplay_text::Lang;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;
use web_sys::js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

#[wasm_bindgen(module = "/static/rich.js")]
extern "C" {
    fn editor() -> Promise;
    #[wasm_bindgen(js_name = isPlain)]
    fn is_plain() -> bool;
    #[wasm_bindgen(js_name = setPlain)]
    fn mark_plain(plain: bool);
    #[wasm_bindgen(js_name = watchPlain)]
    fn watch_plain(changed: &Function) -> Function;
}

/// Says whether texts are edited in plain text fields; every text follows at once.
pub fn set_plain(plain: bool) {
    mark_plain(plain);
}

/// What the editor asks: a place, the word there, and where the pointer is; see `contextAt` in `web/editor`.
#[derive(Debug, Clone)]
pub struct Question {
    /// The context, as the editor says it.
    pub place: JsValue,
    /// What stands there, without quotes.
    pub word: String,
    /// The place of the caret or the pointer, in UTF-16 units.
    pub offset: u32,
    /// Whether documentation is asked for, not completion.
    pub hover: bool,
}

/// Answers questions with what `web/editor` wants: a list of items, or documentation.
pub type Helper = Callback<Question, Promise>;

/// A finding at a place, in UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// `error`, `security`, `warning` or `suggestion`.
    pub class: String,
    /// The class's name; the editor's own if empty.
    pub word: String,
    /// One sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Its code.
    pub code: String,
    /// The page that states the rule.
    pub source: String,
    /// What is offered: an id for [`Given::on_fix`], and a caption.
    pub fix: Option<(String, String)>,
}

/// A statement, in UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// `Allow` or `Deny`.
    pub effect: &'static str,
}

/// What the editor shows. Lists that are the same list as before are not shown again: what the editor has follows the
/// text that is typed.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Given {
    /// The text area.
    pub area: NodeRef,
    /// `ram` or `sql`.
    pub language: &'static str,
    /// The language of its own words.
    pub lang: Lang,
    /// The text that the lists are of.
    pub text: Rc<str>,
    /// Findings.
    pub marks: Same<Mark>,
    /// Statements that decided.
    #[prop_or_default]
    pub deciding: Same<Stretch>,
    /// Statements that decide nothing.
    #[prop_or_default]
    pub idle: Same<Stretch>,
    /// Who knows what may stand at a place.
    pub helper: Helper,
    /// Told which fix was chosen.
    pub on_fix: Callback<String>,
    /// Told whether the editor is there.
    pub on_change: Callback<bool>,
}

/// A list that is equal only to itself.
#[derive(Debug)]
pub struct Same<T>(Rc<[T]>);

impl<T> Same<T> {
    /// A list.
    #[must_use]
    pub fn new(list: Vec<T>) -> Self {
        Same(list.into())
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Same(Rc::clone(&self.0))
    }
}

impl<T> Default for Same<T> {
    fn default() -> Self {
        Same::new(Vec::new())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || (self.0.is_empty() && other.0.is_empty())
    }
}

/// The editor in the place of a text area, or nothing.
#[derive(Debug)]
pub struct Rich {
    handle: Option<JsValue>,
    /// Whether it was asked for and has not come yet.
    coming: bool,
    /// Whom the functions below call.
    hooks: Rc<RefCell<Hooks>>,
    /// What the editor calls, as long as it is there.
    complete: Asked,
    hover: Asked,
    fix: Closure<dyn Fn(String)>,
    stop_watching: Option<Function>,
    watch: Closure<dyn Fn()>,
    /// What the editor has.
    shown: Option<Given>,
}

/// A function that the editor asks: a text, a place in it, and its context there.
type Asked = Closure<dyn Fn(JsString, u32, JsValue) -> Promise>;

/// Who is asked and told, as the properties say at the moment.
#[derive(Debug)]
struct Hooks {
    helper: Helper,
    on_fix: Callback<String>,
}

impl Hooks {
    fn new(given: &Given) -> Self {
        Hooks { helper: given.helper.clone(), on_fix: given.on_fix.clone() }
    }
}

fn asked(hooks: &Rc<RefCell<Hooks>>, hover: bool) -> Asked {
    let hooks = Rc::clone(hooks);
    Closure::new(move |text: JsString, offset: u32, place: JsValue| {
        if place.is_null() {
            return Promise::resolve(&JsValue::NULL);
        }
        let [from, to] = ["from", "to"].map(|name| number(&place, name));
        let word = String::from(text.slice(from, to));
        let helper = hooks.borrow().helper.clone();
        helper.emit(Question { place, word, offset, hover })
    })
}

/// What happens to the editor.
#[derive(Debug)]
pub enum Message {
    /// The module has come, and nobody is in the middle of writing; or it cannot be had.
    Came(Option<JsValue>),
    /// Another choice was made.
    Chosen,
}

impl Rich {
    /// Asks for the editor, or takes it away, as a person wants it.
    fn settle(&mut self, ctx: &Context<Self>) {
        if is_plain() {
            self.detach(ctx);
        } else if self.handle.is_none() && !self.coming {
            let Some(area) = ctx.props().area.cast::<HtmlTextAreaElement>() else { return };
            self.coming = true;
            let link = ctx.link().clone();
            spawn_local(async move {
                let module = load(&area).await.ok();
                link.send_message(Message::Came(module));
            });
        }
    }

    fn attach(&mut self, ctx: &Context<Self>, module: &JsValue) -> Option<()> {
        let given = ctx.props();
        let area = given.area.cast::<HtmlTextAreaElement>()?;
        let options = object(&[
            ("language", given.language.into()),
            ("lang", given.lang.tag().into()),
            ("complete", self.complete.as_ref().clone()),
            ("hover", self.hover.as_ref().clone()),
            ("onFix", self.fix.as_ref().clone()),
        ]);
        let attach: Function = Reflect::get(module, &"attach".into()).ok()?.dyn_into().ok()?;
        self.handle = Some(attach.call2(&JsValue::NULL, &area, &options).ok()?);
        self.shown = None;
        self.show(ctx);
        given.on_change.emit(true);
        Some(())
    }

    fn detach(&mut self, ctx: &Context<Self>) {
        if let Some(handle) = self.handle.take() {
            call(&handle, "detach", &[]);
            ctx.props().on_change.emit(false);
        }
    }

    /// Shows what is new.
    fn show(&mut self, ctx: &Context<Self>) {
        let given = ctx.props();
        let Some(handle) = &self.handle else { return };
        let before = self.shown.replace(given.clone());
        let is_new = |same: fn(&Given, &Given) -> bool| before.as_ref().is_none_or(|old| !same(old, given));
        let text = || JsValue::from_str(&given.text);
        if is_new(|old, new| old.lang == new.lang) {
            call(handle, "setPhrases", &[given.lang.tag().into()]);
        }
        if is_new(|old, new| old.marks == new.marks) {
            let list: Array = given.marks.0.iter().map(mark_form).collect();
            call(handle, "setMarks", &[list.into(), text()]);
        }
        if is_new(|old, new| old.deciding == new.deciding) {
            call(handle, "setDeciding", &[stretches(&given.deciding), text()]);
        }
        if is_new(|old, new| old.idle == new.idle) {
            call(handle, "setCoverage", &[stretches(&given.idle), text()]);
        }
    }
}

/// The module of the editor, at a moment when nobody is writing in the text area.
async fn load(area: &HtmlTextAreaElement) -> Result<JsValue, JsValue> {
    let module = JsFuture::from(editor()).await?;
    let calm: Function = Reflect::get(&module, &"calm".into())?.dyn_into()?;
    JsFuture::from(calm.call1(&JsValue::NULL, area)?.dyn_into::<Promise>()?).await?;
    Ok(module)
}

impl Component for Rich {
    type Message = Message;
    type Properties = Given;

    fn create(ctx: &Context<Self>) -> Self {
        let hooks = Rc::new(RefCell::new(Hooks::new(ctx.props())));
        let (complete, hover) = (asked(&hooks, false), asked(&hooks, true));
        let told = Rc::clone(&hooks);
        let fix = Closure::<dyn Fn(String)>::new(move |id: String| {
            let on_fix = told.borrow().on_fix.clone();
            on_fix.emit(id);
        });
        let link = ctx.link().clone();
        let watch = Closure::<dyn Fn()>::new(move || link.send_message(Message::Chosen));
        Rich {
            handle: None,
            coming: false,
            hooks,
            complete,
            hover,
            fix,
            stop_watching: None,
            watch,
            shown: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Given) -> bool {
        self.hooks.replace(Hooks::new(ctx.props()));
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.stop_watching = Some(watch_plain(self.watch.as_ref().unchecked_ref()));
            self.settle(ctx);
        } else {
            self.show(ctx);
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Chosen => self.settle(ctx),
            Message::Came(module) => {
                self.coming = false;
                // The choice may have changed while it was on its way.
                if let Some(module) = module.filter(|_| !is_plain()) {
                    self.attach(ctx, &module);
                }
            }
        }
        false
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        Html::default()
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        if let Some(stop) = self.stop_watching.take() {
            drop(stop.call0(&JsValue::NULL));
        }
        if let Some(handle) = self.handle.take() {
            call(&handle, "detach", &[]);
        }
    }
}

fn mark_form(mark: &Mark) -> JsValue {
    let fixes: Array =
        mark.fix.iter().map(|(id, label)| object(&[("id", id.into()), ("label", label.into())])).collect();
    let mut fields: Vec<(&str, JsValue)> = vec![
        ("start", mark.start.into()),
        ("end", mark.end.into()),
        ("class", (&mark.class).into()),
        ("message", (&mark.message).into()),
        ("fixes", fixes.into()),
    ];
    let more = [("word", &mark.word), ("help", &mark.help), ("code", &mark.code), ("source", &mark.source)];
    fields.extend(
        more.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name, text.into())),
    );
    object(&fields)
}

fn stretches(list: &Same<Stretch>) -> JsValue {
    let form = |one: &Stretch| {
        object(&[("start", one.start.into()), ("end", one.end.into()), ("effect", one.effect.into())])
    };
    list.0.iter().map(form).collect::<Array>().into()
}

/// An object with these fields.
#[must_use]
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes every field.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// Calls a method of the editor. It is a help, and the text area goes on without it.
fn call(handle: &JsValue, method: &str, args: &[JsValue]) {
    let function = Reflect::get(handle, &method.into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(function) = function {
        drop(Reflect::apply(&function, handle, &args.iter().collect()));
    }
}
