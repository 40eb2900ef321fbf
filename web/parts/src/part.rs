//! What a part of the page that is loaded later and the page have to say to each other.
//!
//! A part is a Yew application of its own in a WASM module of its own. The page hands it the scenario in its stored
//! form, and is told of what a person does there by a [`Told`].

use std::sync::Once;

use ramplay_playground::Scenario;
use ramplay_text::Lang;
use wasm_bindgen::JsValue;
use web_sys::js_sys::{self, Function};
use yew::{Html, function_component};

/// What a part is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The scenario.
    pub scenario: Box<Scenario>,
    /// The language.
    pub lang: Lang,
}

/// Reads what the page hands over.
///
/// # Errors
/// When the scenario cannot be read.
pub fn given(scenario: &str, lang: &str) -> Result<Given, js_sys::Error> {
    let scenario = Scenario::from_json(scenario).map_err(|error| js_sys::Error::new(&error.to_string()))?;
    Ok(Given { scenario: Box::new(scenario), lang: Lang::of_tag(lang) })
}

/// What a person did in a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// They edited the scenario.
    Edit,
    /// They opened another scenario, which takes the place of the one that was there.
    Open,
    /// They want the part closed.
    Close,
}

impl Deed {
    const ALL: [Deed; 3] = [Deed::Edit, Deed::Open, Deed::Close];

    fn code(self) -> &'static str {
        match self {
            Deed::Edit => "edit",
            Deed::Open => "open",
            Deed::Close => "close",
        }
    }

    /// The deed with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.code() == code)
    }
}

/// Where a part tells the page what a person did.
#[derive(Debug, Clone, PartialEq)]
pub struct Told(Function);

impl Told {
    /// What is told goes to this function, as a code and a scenario.
    #[must_use]
    pub fn new(function: Function) -> Self {
        Told(function)
    }

    /// Tells the page.
    pub fn tell(&self, deed: Deed, scenario: Option<&Scenario>) {
        let scenario = scenario.map_or(JsValue::NULL, |scenario| JsValue::from_str(&scenario.to_json()));
        // The page takes it or is gone.
        drop(self.0.call2(&JsValue::NULL, &JsValue::from_str(deed.code()), &scenario));
    }
}

/// Nothing at all.
#[function_component]
fn Nothing() -> Html {
    Html::default()
}

/// Lets the page and its parts tell their elements apart. Yew marks what it listens to with the number of the
/// application, which every module counts from 1, so that they would take each other's events. Applications that
/// are thrown away at once take the numbers below `number`, which must be another for each module.
pub fn be_application(number: u32) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for _ in 1..number {
            if let Ok(nowhere) = gloo::utils::document().create_element("div") {
                yew::Renderer::<Nothing>::with_root(nowhere).render().destroy();
            }
        }
    });
}
