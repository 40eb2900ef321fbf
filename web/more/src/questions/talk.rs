//! A question on its way: who asks in the background, how far it is, and how it is stopped.

use ramplay_parts::asker::{Asker, Heard};
use ramplay_text::fill;
use wasm_bindgen::JsValue;
use yew::{Callback, Html, html};

use super::words::Labels;

/// How far a question is.
#[derive(Debug, Clone)]
pub(super) enum Stage {
    Idle,
    Running { done: u32, of: u32, here: bool },
    Answered(JsValue),
    Failed,
    Stopped,
}

/// A question on its way.
#[derive(Debug)]
pub(super) struct Talk {
    asker: Asker,
    pub(super) stage: Stage,
}

impl Talk {
    /// What is heard goes to `heard`, and from there to [`Talk::hear`].
    pub(super) fn new(heard: Callback<Heard>) -> Self {
        Talk { asker: Asker::new(move |what| heard.emit(what)), stage: Stage::Idle }
    }

    pub(super) fn ask(&mut self, ask: &str, scenario: &str, lang: &str) {
        self.stage = Stage::Running { done: 0, of: 0, here: false };
        self.asker.ask(ask, Some(scenario), lang);
    }

    pub(super) fn hear(&mut self, heard: Heard) {
        let Stage::Running { here, .. } = self.stage else { return };
        self.stage = match heard {
            Heard::Here => Stage::Running { done: 0, of: 0, here: true },
            Heard::Progress(done, of) => Stage::Running { done, of, here },
            Heard::Answer(answer) => Stage::Answered(answer),
            Heard::Failed => Stage::Failed,
        };
    }

    pub(super) fn stop(&mut self) {
        self.asker.stop();
        self.stage = Stage::Stopped;
    }

    pub(super) fn is_running(&self) -> bool {
        matches!(self.stage, Stage::Running { .. })
    }

    /// Whether an answer was there, or was on its way.
    pub(super) fn has_asked(&self) -> bool {
        !matches!(self.stage, Stage::Idle | Stage::Stopped)
    }

    /// How far it is, for everybody; `stop` stops it.
    pub(super) fn view(&self, words: &'static Labels, stop: &Callback<()>) -> Html {
        let said = match &self.stage {
            Stage::Idle | Stage::Answered(_) => Html::default(),
            Stage::Failed => html! { <p class="withheld">{ words.failed }</p> },
            Stage::Stopped => html! { <p class="hint">{ words.stopped }</p> },
            Stage::Running { done, of, here } => {
                let said = if *of == 0 {
                    words.working.to_owned()
                } else {
                    fill(words.progress, &[("done", &done.to_string()), ("of", &of.to_string())])
                };
                let max = (*of > 0).then(|| of.to_string());
                let value = (*of > 0).then(|| done.to_string());
                html! {
                    <>
                        <p class="hint">{ said }</p>
                        <progress aria-label={words.working} {max} {value} />
                        if *here { <p class="hint">{ words.here }</p> }
                    </>
                }
            }
        };
        html! {
            <div class="talk">
                <div role="status">{ said }</div>
                if self.is_running() {
                    <button type="button" class="stop-asking" onclick={stop.reform(|_| ())}>{ words.stop }</button>
                }
            </div>
        }
    }
}
