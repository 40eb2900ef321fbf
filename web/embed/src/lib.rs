//! The playground in other people's pages: a scenario and its answer as elements, without Yew, so that a page that
//! embeds it loads little. `web/embed/static/frame.js` says what is shown and takes what a reader does.

mod parts;
mod trail;
mod views;
mod words;
mod writer;

use std::rc::Rc;

use ramplay_link::{LinkError, decode};
use ramplay_playground::{Body, Scenario, State, answer, example};
use ramplay_text::Lang;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::parts::Part;
use crate::writer::Writer;

/// What a frame shows.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Embed {
    root: Element,
    state: State,
    parts: Vec<Part>,
    readonly: bool,
    /// The row of the table whose trail is shown, by its key.
    opened: Option<String>,
}

/// Why something cannot be shown.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Problem {
    code: &'static str,
    message: String,
    shown: String,
}

#[wasm_bindgen]
impl Problem {
    /// A code that stays the same.
    #[wasm_bindgen(getter)]
    pub fn code(&self) -> String {
        self.code.to_owned()
    }

    /// What is wrong, in English.
    #[wasm_bindgen(getter)]
    pub fn message(&self) -> String {
        self.message.clone()
    }

    /// What is wrong, in the language asked for, where there is a sentence for it.
    #[wasm_bindgen(getter)]
    pub fn shown(&self) -> String {
        self.shown.clone()
    }
}

#[wasm_bindgen]
impl Embed {
    /// A frame with the example, which is not written before [`Embed::show`].
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element) -> Embed {
        let state = State::of(example(), Lang::En);
        Embed { root, state, parts: parts::parts(""), readonly: true, opened: None }
    }

    /// Shows what was given; `kind` is `link` or `json`. If that cannot be read, everything stays as it is, and
    /// what is wrong is returned.
    pub fn show(
        &mut self,
        kind: &str,
        text: &str,
        parts: &str,
        readonly: bool,
        lang: &str,
    ) -> Option<Problem> {
        let lang = Lang::of_tag(lang);
        let read = if kind == "json" { of_json(text) } else { of_link(text, lang) };
        let scenario = match read {
            Ok(scenario) => scenario,
            Err(problem) => return Some(problem),
        };
        self.state = State::of(scenario, lang);
        self.parts = parts::parts(parts);
        self.readonly = readonly;
        self.opened = None;
        self.write();
        None
    }

    /// Takes the text of a policy as a reader changed it. Its field is left alone, since the caret is in it.
    pub fn edit(&mut self, policy: usize, text: String) {
        let Some(Body::Document(document)) =
            self.state.scenario.policies.get_mut(policy).map(|entry| &mut entry.body)
        else {
            return;
        };
        *document = text;
        self.state.answer = Rc::new(answer(&self.state.scenario));
        self.write_answers();
    }

    /// Opens or closes the trail of a row of the table.
    pub fn open(&mut self, row: &str) {
        self.opened = if self.opened.as_deref() == Some(row) { None } else { Some(row.to_owned()) };
        self.write_answers();
    }

    /// The scenario as JSON.
    pub fn json(&self) -> String {
        self.state.scenario.to_json()
    }

    /// What the frame is called.
    pub fn title(&self) -> String {
        ramplay_playground::answer_labels(self.state.lang).tagline.to_owned()
    }

    /// The caption of that link.
    pub fn caption(&self) -> String {
        words::labels(self.state.lang).open.to_owned()
    }

    /// Writes everything anew.
    fn write(&self) {
        let Some(mut page) = Writer::new(self.root.clone()) else { return };
        for (index, part) in self.parts.iter().enumerate() {
            page.open("section", "part").with("data-part", &index.to_string());
            if *part == Part::Editor {
                views::policies(&self.state, self.readonly, &mut page);
            }
            page.close();
        }
        self.write_answers();
    }

    /// Writes what depends on the answer.
    fn write_answers(&self) {
        for (index, part) in self.parts.iter().enumerate() {
            if *part == Part::Editor {
                for (number, document) in self.state.answer.documents.iter().enumerate() {
                    if let Some(mut page) = self.within("data-problems", number) {
                        views::problems(document, &self.state, &mut page);
                    }
                }
                continue;
            }
            let Some(mut page) = self.within("data-part", index) else { continue };
            match part {
                Part::Editor => {}
                Part::Matrix => views::matrix(&self.state, &mut page),
                Part::Logstore => views::logstore(&self.state, self.opened.as_deref(), &mut page),
                Part::Verdict(row) => views::verdict(row, &self.state, &mut page),
            }
        }
    }

    /// Writes into one of our own elements, by an attribute with its number.
    fn within(&self, attribute: &str, number: usize) -> Option<Writer> {
        let element = self.root.query_selector(&format!("[{attribute}=\"{number}\"]")).ok()??;
        Writer::new(element)
    }
}

fn of_json(text: &str) -> Result<Scenario, Problem> {
    Scenario::from_json(text).map_err(|error| {
        let message = error.to_string();
        Problem { code: error.code, shown: message.clone(), message }
    })
}

/// The scenario of a link; the example, if there is none.
fn of_link(link: &str, lang: Lang) -> Result<Scenario, Problem> {
    if link.is_empty() {
        return Ok(example());
    }
    decode(link).map_err(|error: LinkError| Problem {
        code: error.code(),
        message: error.to_string(),
        shown: ramplay_link::sentence::problem(&error, lang),
    })
}
