//! An answer that was made an edit of the scenario, and can be taken back.

use ramplay_parts::part::{Deed, Given, Told};
use ramplay_playground::Scenario;
use ramplay_questions::{PolicyChange, apply};
use wasm_bindgen::JsValue;
use web_sys::js_sys::JSON;
use yew::{Callback, Html, html};

use super::words::Labels;

/// The scenario before an edit and after it.
#[derive(Debug, Default)]
pub(super) struct Made(Option<(Box<Scenario>, Box<Scenario>)>);

impl Made {
    /// Makes changes of the scenario, and tells the page.
    pub(super) fn make(&mut self, changes: &JsValue, given: &mut Given, told: &Told) {
        let text = JSON::stringify(changes).ok().and_then(|text| text.as_string()).unwrap_or_default();
        let Ok(changes) = serde_json::from_str::<Vec<PolicyChange>>(&text) else { return };
        let before = given.scenario.clone();
        apply(&mut given.scenario, &changes);
        self.0 = Some((before, given.scenario.clone()));
        told.tell(Deed::Edit, Some(&given.scenario));
    }

    /// Takes the edit back.
    pub(super) fn undo(&mut self, given: &mut Given, told: &Told) {
        if let Some((before, _)) = self.0.take() {
            given.scenario = before;
            told.tell(Deed::Edit, Some(&given.scenario));
        }
    }

    /// That an edit was made, as long as nothing else was edited since.
    pub(super) fn view(&self, given: &Given, words: &'static Labels, undo: &Callback<()>) -> Html {
        match &self.0 {
            Some((_, after)) if *after == given.scenario => html! {
                <p class="made" role="status">{ words.applied }{ " " }
                    <button type="button" class="undo-made" onclick={undo.reform(|_| ())}>{ words.undo }</button></p>
            },
            _ => Html::default(),
        }
    }
}
