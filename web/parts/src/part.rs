//! What a part of the page that is loaded later and the page have to say to each other.
//!
//! A part is a Yew application of its own in a WASM module of its own. The page hands it the scenario in its stored
//! form, and is told of what a person does there by a [`Told`].

use std::sync::Once;

use ramplay_playground::{Lesson, Scenario};
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
    /// They opened another scenario, which takes the place of the one that was there. The note is what
    /// [`Opened`] writes.
    Open,
    /// They opened a stored scenario; the note is its id.
    Load,
    /// They changed what is stored; the note is its id.
    Wrote,
    /// They want the part closed.
    Close,
}

impl Deed {
    const ALL: [Deed; 5] = [Deed::Edit, Deed::Open, Deed::Load, Deed::Wrote, Deed::Close];

    fn code(self) -> &'static str {
        match self {
            Deed::Edit => "edit",
            Deed::Open => "open",
            Deed::Load => "load",
            Deed::Wrote => "wrote",
            Deed::Close => "close",
        }
    }

    /// The deed with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.code() == code)
    }
}

/// What is told of a scenario that is opened, beside it, as a note of four lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it is called.
    pub title: String,
    /// What to notice in it, if it is an example.
    pub lesson: Option<Lesson>,
}

impl Opened {
    /// The note.
    #[must_use]
    pub fn write(&self) -> String {
        let lesson = self.lesson.as_ref();
        let [en, zh, shows] = lesson.map_or([""; 3], |Lesson { en, zh, shows }| [&**en, &**zh, &**shows]);
        [&*self.title, en, zh, shows].map(|line| line.replace('\n', " ")).join("\n")
    }

    /// Reads a note; what is missing is empty.
    #[must_use]
    pub fn read(note: &str) -> Self {
        let mut lines = note.lines().map(str::to_owned);
        let mut line = || lines.next().unwrap_or_default();
        let (title, en, zh, shows) = (line(), line(), line(), line());
        Opened { title, lesson: (!en.is_empty()).then_some(Lesson { en, zh, shows }) }
    }
}

/// Where a part tells the page what a person did.
#[derive(Debug, Clone, PartialEq)]
pub struct Told(Function);

impl Told {
    /// What is told goes to this function, as a code, a scenario and a note.
    #[must_use]
    pub fn new(function: Function) -> Self {
        Told(function)
    }

    /// Tells the page.
    pub fn tell(&self, deed: Deed, scenario: Option<&Scenario>) {
        self.note(deed, scenario, "");
    }

    /// Tells the page, with a note: see [`Deed`].
    pub fn note(&self, deed: Deed, scenario: Option<&Scenario>, note: &str) {
        let scenario = scenario.map_or(JsValue::NULL, |scenario| JsValue::from_str(&scenario.to_json()));
        // The page takes it or is gone.
        drop(self.0.call3(
            &JsValue::NULL,
            &JsValue::from_str(deed.code()),
            &scenario,
            &JsValue::from_str(note),
        ));
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
