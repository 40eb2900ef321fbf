//! Views of the page that a first visit does not wait for: one module for all of them, each a small Yew
//! application, which the page puts into an element and hands the scenario.
//!
//! To add a view: a file with its component, a row in [`VIEWS`], and the place of it in the page.

#![recursion_limit = "256"]

mod ask;
mod difference;
mod facts;
mod guide;
mod library;
mod questions;
mod read;
mod review;
mod share;
mod view;
mod way;
mod words;

use ramplay_parts::part::{self, Given, Told};
use ramplay_playground::{Filter, Only, Order, State, Table};
use ramplay_report::Form;
use ramplay_text::Lang;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, js_sys, js_sys::Function};
use yew::{AppHandle, Component, Renderer};

use crate::ask::Ask;
use crate::facts::Facts;
use crate::guide::Guide;
use crate::library::Library;
use crate::questions::{Questions, RowWays};
use crate::review::Review;
use crate::share::Share;
use crate::view::Props;
use crate::way::WayIn;

/// How a view is put into an element.
type Mount = fn(Element, Props) -> Mounted;

/// The views by name.
const VIEWS: [(&str, Mount); 9] = [
    ("ask", mounted::<Ask>),
    ("facts", mounted::<Facts>),
    ("guide", mounted::<Guide>),
    ("library", mounted::<Library>),
    ("questions", mounted::<Questions>),
    ("review", mounted::<Review>),
    ("share", mounted::<Share>),
    ("way", mounted::<WayIn>),
    ("ways", mounted::<RowWays>),
];

/// A view in its element.
#[wasm_bindgen]
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Mounted {
    take: Box<dyn Fn(Given)>,
    destroy: Box<dyn FnOnce()>,
}

fn mounted<V>(root: Element, props: Props) -> Mounted
where
    V: Component<Properties = Props>,
    V::Message: From<Given>,
{
    let handle: AppHandle<V> = Renderer::<V>::with_root_and_props(root, props).render();
    let scope = (*handle).clone();
    Mounted {
        take: Box::new(move |given| scope.send_message(V::Message::from(given))),
        destroy: Box::new(move || handle.destroy()),
    }
}

/// Puts a view into an element; behind a colon, `view` says what it is about. `told` is called with what a person did there and the scenario that came of it.
///
/// # Errors
/// When there is no such view, or the scenario cannot be read.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    view: &str,
    scenario: &str,
    lang: &str,
    told: Function,
) -> Result<Mounted, js_sys::Error> {
    let (view, subject) = view.split_once(':').unwrap_or((view, ""));
    let (_, mount) = VIEWS
        .iter()
        .find(|(name, _)| *name == view)
        .ok_or_else(|| js_sys::Error::new(&format!("there is no view `{view}`")))?;
    let given = part::given(scenario, lang)?;
    // The page is the first application, the part for Flink SQL the second.
    part::be_application(3);
    Ok(mount(root, Props { given, told: Told::new(told), subject: subject.to_owned() }))
}

/// A table or the whole answer as a text: `table` and `form` by their codes, `only` is `all`, `denied` or `allowed`,
/// `order` is `subject` or `verdict`.
#[wasm_bindgen]
pub fn report(
    scenario: &str,
    lang: &str,
    table: &str,
    form: &str,
    only: &str,
    text: &str,
    order: &str,
) -> Option<String> {
    let table = Table::ALL.into_iter().find(|each| each.code() == table)?;
    let form = Form::ALL.into_iter().find(|each| each.code() == form)?;
    let mut state = State::new(Some(scenario), Lang::of_tag(lang));
    state.filter = Filter {
        only: Only::ALL.into_iter().find(|each| each.code() == only)?,
        text: text.to_owned(),
        order: Order::ALL.into_iter().find(|each| each.code() == order)?,
    };
    Some(ramplay_report::report(&state, table, form))
}

#[wasm_bindgen]
impl Mounted {
    /// Hands over a scenario that was edited elsewhere, or another language.
    ///
    /// # Errors
    /// When the scenario cannot be read.
    pub fn update(&self, scenario: &str, lang: &str) -> Result<(), js_sys::Error> {
        (self.take)(part::given(scenario, lang)?);
        Ok(())
    }

    /// Takes the view away.
    pub fn unmount(self) {
        (self.destroy)();
    }
}
