//! Modules that are loaded later: advice, the part for Flink SQL, and the one with all other views.

use std::borrow::Cow;

use ramplay_playground::{State, Table};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use web_sys::js_sys::{Array, Function, Promise, Reflect};

#[wasm_bindgen(module = "/static/module.js")]
extern "C" {
    /// A module by its name.
    fn module(name: &str) -> Promise;
    /// What a function of a module answers to plain data, beside the page.
    fn aside(name: &str, call: &str, args: &Array) -> Promise;
    /// The looks of a module.
    fn style(name: &str) -> Promise;
    /// Calls a function whenever a file was dropped or a text was pasted outside of a field.
    pub(crate) fn receive(waits: &Function);
}

/// Calls a function of the module of advice with plain data; nobody who types waits for it.
///
/// # Errors
/// When the module cannot be loaded.
pub(crate) async fn advice(function: &str, args: &Array) -> Result<JsValue, JsValue> {
    JsFuture::from(aside("ramplay-desk", function, args)).await
}

/// The parts of a document that change no answer, as findings; see [`advice`].
///
/// # Errors
/// When the module cannot be loaded.
pub(crate) async fn dead_parts(args: &Array) -> Result<JsValue, JsValue> {
    JsFuture::from(aside("ramplay-asker", "dead", args)).await
}

/// Strings for a function of a module.
pub(crate) fn texts<const N: usize>(texts: [&str; N]) -> Array {
    texts.into_iter().map(JsValue::from_str).collect()
}

/// What a link holds; see `ramplay-opener`.
///
/// # Errors
/// When the module cannot be loaded.
pub(crate) async fn open(fragment: &str) -> Result<Vec<String>, JsValue> {
    let module = JsFuture::from(module("ramplay-opener")).await?;
    let texts: Array = call(&module, "open", &Array::of1(&JsValue::from_str(fragment)))?.dyn_into()?;
    Ok(texts.iter().filter_map(|text| text.as_string()).collect())
}

/// A table or the whole answer as a text, in a form of `ramplay-report`.
///
/// # Errors
/// When the module cannot be loaded.
pub(crate) async fn report(state: &State, table: Table, form: &str) -> Result<String, JsValue> {
    let module = JsFuture::from(module("ramplay-more")).await?;
    let filter = &state.filter;
    let scenario = state.scenario.to_json();
    let texts = [
        &scenario,
        state.lang.tag(),
        table.code(),
        form,
        filter.only.code(),
        &filter.text,
        filter.order.code(),
    ];
    let text = call(&module, "report", &texts.into_iter().map(JsValue::from_str).collect())?;
    text.as_string().ok_or(JsValue::UNDEFINED)
}

/// Parts of the page that are loaded when they are first opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Flink SQL drafts.
    Jobs,
    /// A view of the module for everything else, by its name.
    View(&'static str),
    /// What would allow a row of the answer, by its id in the catalogue.
    Ways(&'static str),
}

impl Part {
    /// Its module, its looks and the name of the view there.
    fn names(self) -> (&'static str, &'static str, Cow<'static, str>) {
        match self {
            Part::Jobs => ("ramplay-jobs", "jobs", "jobs".into()),
            Part::View(view) => ("ramplay-more", "more", view.into()),
            Part::Ways(row) => ("ramplay-more", "more", format!("ways:{row}").into()),
        }
    }
}

/// A part in its element.
#[derive(Debug)]
pub(crate) struct Mounted(JsValue);

impl Mounted {
    /// Loads a part and puts it into an element. `told` is called with what a person does there; see
    /// [`ramplay_parts::part::Told`].
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub(crate) async fn mount(
        part: Part,
        root: Element,
        scenario: &str,
        lang: &str,
        told: &Function,
    ) -> Result<Self, JsValue> {
        let (name, looks, view) = part.names();
        JsFuture::from(style(looks)).await?;
        let module = JsFuture::from(module(name)).await?;
        let texts = [&*view, scenario, lang].map(JsValue::from_str);
        let args: Array = [root.into()].into_iter().chain(texts).chain([told.clone().into()]).collect();
        call(&module, "mount", &args).map(Mounted)
    }

    /// Hands over another scenario or language.
    pub(crate) fn update(&self, scenario: &str, lang: &str) {
        // A scenario of this page can always be read.
        drop(call(&self.0, "update", &[scenario, lang].map(JsValue::from_str).iter().collect()));
    }

    /// Takes the part away.
    pub(crate) fn unmount(self) {
        drop(call(&self.0, "unmount", &Array::new()));
    }
}

fn call(on: &JsValue, function: &str, args: &Array) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &JsValue::from_str(function))?.dyn_into()?;
    Reflect::apply(&function, on, args)
}
