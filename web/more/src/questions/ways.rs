//! What would allow a denied row of the answer.

use ramplay_parts::asker::{Heard, quoted};
use ramplay_parts::part::{Given, Told};
use ramplay_playground::Scenario;
use wasm_bindgen::JsValue;
use yew::{Callback, Component, Context, Html, Properties, html};

use super::edit::Made;
use super::show;
use super::talk::{Stage, Talk};
use super::words::{Labels, labels};
use crate::view::Props;

/// What the view is about.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct About {
    /// The scenario and the language.
    pub(crate) given: Given,
    /// Where the page is told of an edit.
    pub(crate) told: Told,
    /// Told of the edited scenario, which the page does not give back.
    pub(crate) edited: Callback<Box<Scenario>>,
    /// What is asked, an `Ask` of `ramplay-questions` as JSON.
    pub(crate) ask: String,
}

/// Asks when it is opened, and again when the scenario has changed.
#[derive(Debug)]
pub(crate) struct Ways {
    given: Given,
    talk: Talk,
    made: Made,
}

#[derive(Debug)]
pub(crate) enum Message {
    Ask,
    Stop,
    Heard(Heard),
    Make(JsValue),
    Undo,
}

impl Ways {
    fn words(&self) -> &'static Labels {
        labels(self.given.lang)
    }

    fn ask(&mut self, ask: &str) {
        self.talk.ask(ask, &self.given.scenario.to_json(), self.given.lang.tag());
    }
}

impl Component for Ways {
    type Message = Message;
    type Properties = About;

    fn create(ctx: &Context<Self>) -> Self {
        let About { given, ask, .. } = ctx.props().clone();
        let mut ways =
            Ways { given, talk: Talk::new(ctx.link().callback(Message::Heard)), made: Made::default() };
        ways.ask(&ask);
        ways
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &About) -> bool {
        let About { given, ask, .. } = ctx.props();
        if given != &self.given || ask != &old.ask {
            self.given = given.clone();
            self.ask(ask);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Ask => self.ask(&ctx.props().ask),
            Message::Stop => self.talk.stop(),
            Message::Heard(heard) => self.talk.hear(heard),
            Message::Make(changes) => {
                self.made.make(&changes, &mut self.given, &ctx.props().told);
                ctx.props().edited.emit(self.given.scenario.clone());
                self.ask(&ctx.props().ask);
            }
            Message::Undo => {
                self.made.undo(&mut self.given, &ctx.props().told);
                ctx.props().edited.emit(self.given.scenario.clone());
                self.ask(&ctx.props().ask);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let answer = match &self.talk.stage {
            Stage::Answered(reply) => show::answer(reply, &link.callback(Message::Make), words),
            Stage::Stopped | Stage::Failed => html! {
                <button type="button" onclick={link.callback(|_| Message::Ask)}>{ words.again }</button>
            },
            Stage::Idle | Stage::Running { .. } => Html::default(),
        };
        html! {
            <div class="ways">
                { self.made.view(&self.given, words, &link.callback(|()| Message::Undo)) }
                { self.talk.view(words, &link.callback(|()| Message::Stop)) }
                { answer }
            </div>
        }
    }
}

/// The same for a row of the answer, as a view of the page; its subject is the id of the row.
#[derive(Debug)]
pub(crate) struct RowWays(Given);

impl From<Given> for RowMessage {
    fn from(given: Given) -> Self {
        RowMessage::Take(given)
    }
}

/// What happens there.
#[derive(Debug)]
pub(crate) enum RowMessage {
    Take(Given),
    Edited(Box<Scenario>),
}

impl Component for RowWays {
    type Message = RowMessage;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        RowWays(ctx.props().given.clone())
    }

    fn update(&mut self, _ctx: &Context<Self>, message: RowMessage) -> bool {
        match message {
            RowMessage::Take(given) => self.0 = given,
            RowMessage::Edited(scenario) => self.0.scenario = scenario,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { told, subject, .. } = ctx.props().clone();
        let ask = format!(r#"{{"row": {{"row": {}}}}}"#, quoted(&subject));
        let edited = ctx.link().callback(RowMessage::Edited);
        html! { <Ways given={self.0.clone()} {told} {edited} {ask} /> }
    }
}
