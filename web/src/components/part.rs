//! The place of a part of the page that is an application of its own and comes when it is first opened.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use ramplay_parts::part::{Deed, Opened};
use ramplay_playground::{Action, Edit, Opening, Scenario};
use ramplay_text::Lang;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use web_sys::js_sys::Function;
use yew::{Callback, Component, Context, Html, NodeRef, Properties, html};

use crate::model::{Dispatch, Model};
use crate::module;

/// What a part is given.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct Given {
    pub(crate) part: module::Part,
    pub(crate) model: Model,
    pub(crate) dispatch: Dispatch,
    /// Called when a person wants the part closed.
    #[prop_or_default]
    pub(crate) closed: Callback<()>,
}

/// The place of a part.
#[derive(Debug)]
pub(crate) struct Part {
    place: NodeRef,
    mounted: Option<module::Mounted>,
    failed: bool,
    /// Called by the part, which it outlives.
    told: Closure<dyn Fn(String, Option<String>, String)>,
    /// What the part was given last.
    given: Option<(Scenario, Lang)>,
    /// What the part told of, oldest first, until the page has it. It is not given back: by then, more may have
    /// been typed there.
    echoes: Rc<RefCell<VecDeque<Scenario>>>,
}

#[derive(Debug)]
pub(crate) enum Message {
    Came(Result<module::Mounted, JsValue>),
    Retry,
}

impl Part {
    fn load(&mut self, ctx: &Context<Self>) {
        let Some(root) = self.place.cast::<Element>() else { return };
        let Given { part, model, .. } = ctx.props();
        let part = *part;
        let (scenario, lang) = (model.scenario.to_json(), model.lang.tag());
        self.given = Some((model.scenario.clone(), model.lang));
        let told: Function = self.told.as_ref().clone().unchecked_into();
        let link = ctx.link().clone();
        spawn_local(async move {
            let part = module::Mounted::mount(part, root.clone(), &scenario, lang, &told).await;
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
        let Some(part) = &self.mounted else { return };
        let told = {
            let mut echoes = self.echoes.borrow_mut();
            let place = echoes.iter().position(|told| *told == model.scenario);
            place.and_then(|place| echoes.drain(..=place).next_back())
        };
        if let (Some(told), Some((given, _))) = (told, &mut self.given) {
            *given = told;
        }
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

impl Component for Part {
    type Message = Message;
    type Properties = Given;

    fn create(ctx: &Context<Self>) -> Self {
        let Given { dispatch, closed, .. } = ctx.props().clone();
        let echoes = Rc::new(RefCell::new(VecDeque::new()));
        let told_of = Rc::clone(&echoes);
        let told = Closure::new(move |deed: String, scenario: Option<String>, note: String| {
            let scenario = scenario.and_then(|text| Scenario::from_json(&text).ok());
            match (Deed::of_code(&deed), scenario) {
                (Some(Deed::Edit), Some(scenario)) => {
                    told_of.borrow_mut().push_back(scenario.clone());
                    dispatch.emit(Action::Edit(Edit::Whole(Box::new(scenario))));
                }
                (Some(Deed::Open), Some(scenario)) => {
                    let Opened { title, lesson } = Opened::read(&note);
                    let untouched = lesson.is_some();
                    closed.emit(());
                    dispatch.emit(Action::Open(Box::new(Opening { scenario, title, lesson, untouched })));
                }
                (Some(Deed::Load), _) => {
                    closed.emit(());
                    dispatch.emit(Action::Fetch(note));
                }
                (Some(Deed::Wrote), _) => dispatch.emit(Action::Wrote(note)),
                (Some(Deed::Close), _) => closed.emit(()),
                _ => {}
            }
        });
        Part { place: NodeRef::default(), mounted: None, failed: false, told, given: None, echoes }
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
                self.mounted = Some(part);
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
                        { words.part_failed }{ " " }
                        <button type="button" onclick={ctx.link().callback(|_| Message::Retry)}>{ words.try_again }</button>
                    </p>
                } else if self.mounted.is_none() {
                    <p class="hint" role="status">{ words.part_loading }</p>
                }
                <div ref={self.place.clone()} />
            </>
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        if let Some(part) = self.mounted.take() {
            part.unmount();
        }
    }
}
