//! The place of the part for Flink SQL, which is an application of its own and comes when it is first opened.

use ramplay_playground::{Action, Scenario};
use ramplay_text::Lang;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use web_sys::js_sys::Function;
use yew::{Component, Context, Html, NodeRef, Properties, html};

use crate::model::{Dispatch, Model};
use crate::module;

/// What the part is given.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct Given {
    model: Model,
    dispatch: Dispatch,
}

pub(crate) fn jobs(model: &Model, dispatch: &Dispatch) -> Html {
    html! { <Jobs model={model.clone()} dispatch={dispatch.clone()} /> }
}

/// The place of the part.
#[derive(Debug)]
pub(crate) struct Jobs {
    place: NodeRef,
    part: Option<module::Jobs>,
    failed: bool,
    /// Called by the part, which it outlives.
    edited: Closure<dyn Fn(String)>,
    /// What the part was given last.
    given: Option<(Scenario, Lang)>,
}

#[derive(Debug)]
pub(crate) enum Message {
    Came(Result<module::Jobs, JsValue>),
    Retry,
}

impl Jobs {
    fn load(&mut self, ctx: &Context<Self>) {
        let Some(root) = self.place.cast::<Element>() else { return };
        let Given { model, .. } = ctx.props();
        let (scenario, lang) = (model.scenario.to_json(), model.lang.tag());
        self.given = Some((model.scenario.clone(), model.lang));
        let edited: Function = self.edited.as_ref().clone().unchecked_into();
        let link = ctx.link().clone();
        spawn_local(async move {
            let part = module::Jobs::mount(root.clone(), &scenario, lang, &edited).await;
            match part {
                // Another view was opened in the meantime.
                Ok(part) if !root.is_connected() => part.unmount(),
                part => link.send_message(Message::Came(part)),
            }
        });
    }

    /// Gives the part what is new.
    fn give(&mut self, ctx: &Context<Self>) {
        let Given { model, .. } = ctx.props();
        let Some(part) = &self.part else { return };
        let is_known = self
            .given
            .as_ref()
            .is_some_and(|(scenario, lang)| *scenario == model.scenario && *lang == model.lang);
        if !is_known {
            part.update(&model.scenario.to_json(), model.lang.tag());
            self.given = Some((model.scenario.clone(), model.lang));
        }
    }
}

impl Component for Jobs {
    type Message = Message;
    type Properties = Given;

    fn create(ctx: &Context<Self>) -> Self {
        let dispatch = ctx.props().dispatch.clone();
        let edited = Closure::new(move |text: String| {
            if let Ok(scenario) = Scenario::from_json(&text) {
                dispatch.emit(Action::Edit(Box::new(scenario)));
            }
        });
        Jobs { place: NodeRef::default(), part: None, failed: false, edited, given: None }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.load(ctx);
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Given) -> bool {
        self.give(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Came(Ok(part)) => {
                self.part = Some(part);
                // It may have changed while the part was on its way.
                self.give(ctx);
            }
            Message::Came(Err(_)) => self.failed = true,
            Message::Retry => {
                self.failed = false;
                self.load(ctx);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = ctx.props().model.labels();
        html! {
            <>
                if self.failed {
                    <p class="withheld" role="alert">
                        { words.jobs_failed }{ " " }
                        <button type="button" onclick={ctx.link().callback(|_| Message::Retry)}>{ words.try_again }</button>
                    </p>
                } else if self.part.is_none() {
                    <p class="hint" role="status">{ words.jobs_loading }</p>
                }
                <div ref={self.place.clone()} />
            </>
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        if let Some(part) = self.part.take() {
            part.unmount();
        }
    }
}
