//! The state as components see it.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use ramplay_parts::rich::object;
use ramplay_parts::trail::Reader;
use ramplay_playground::{Action, Labels, Scenario, State, labels};
use wasm_bindgen::JsValue;
use web_sys::js_sys::Array;
use yew::Callback;

/// The page's state, shared by all components and compared by identity: every change makes a new one.
#[derive(Debug, Clone)]
pub(crate) struct Model(pub(crate) Rc<State>);

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Model {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl Model {
    /// The fixed words in the chosen language.
    pub(crate) fn labels(&self) -> &'static Labels {
        labels(self.lang)
    }

    /// What sentences about statements are made from.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader { documents: &self.answer.documents, lang: self.lang }
    }
}

/// Where components send what happened.
pub(crate) type Dispatch = Callback<Action>;

/// Sends what an event means, if it means anything.
pub(crate) fn some<E: 'static>(
    dispatch: &Dispatch,
    meaning: impl Fn(E) -> Option<Action> + 'static,
) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |event| {
        if let Some(action) = meaning(event) {
            dispatch.emit(action);
        }
    })
}

thread_local! {
    static SCENARIO: RefCell<Option<Scenario>> = const { RefCell::new(None) };
}

/// Keeps the scenario for those who are asked between two drawings, as the editor is.
pub(crate) fn remember(scenario: &Scenario) {
    SCENARIO.with_borrow_mut(|kept| {
        // Nothing else of it is asked for.
        *kept = Some(Scenario { policies: Vec::new(), ..scenario.clone() });
    });
}

/// What the module of advice is told of the scenario: `Facts` of `ramplay-assist`.
pub(crate) fn facts() -> JsValue {
    SCENARIO.with_borrow(|scenario| scenario.as_ref().map_or(JsValue::UNDEFINED, facts_of))
}

fn facts_of(scenario: &Scenario) -> JsValue {
    let Scenario { identities, workspace, logstore, circumstances, .. } = scenario;
    let list = |texts: &[&String]| {
        let texts = texts.iter().filter(|text| !text.is_empty());
        JsValue::from(texts.map(|text| JsValue::from_str(text)).collect::<Array>())
    };
    let text = |text: &String| JsValue::from_str(text);
    let owner = if logstore.account.is_empty() { &identities.account } else { &logstore.account };
    object(&[
        ("account", text(&identities.account)),
        ("otherAccounts", list(&[&identities.other_account, &identities.management_account])),
        ("region", text(&workspace.region)),
        ("instance", text(&workspace.instance)),
        ("namespace", text(&workspace.namespace)),
        ("projectAccount", text(owner)),
        ("projectRegion", text(&logstore.region)),
        ("project", text(&logstore.project)),
        ("logstore", text(&logstore.name)),
        ("consumerGroup", text(&logstore.consumer_group)),
        ("users", list(&[&identities.user, &identities.job_user])),
        ("roles", list(&[&identities.role, &identities.member_role])),
        ("sourceIp", text(&circumstances.source_ip)),
        ("sourceVpc", text(&circumstances.source_vpc)),
        ("time", text(&circumstances.time)),
    ])
}
