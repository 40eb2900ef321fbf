//! The root: owns the state, passes it down, takes actions and carries out effects.

use std::rc::Rc;

use ramplay_parts::rich;
use ramplay_playground::{Action, Effect, State};
use yew::{Component, Context, Html, html};

use crate::components::{Answer, notice_bar, page_head, scenario_form, summary};
use crate::model::{self, Dispatch, Model};
use crate::shell;

/// The page.
#[derive(Debug)]
pub(crate) struct App {
    state: Rc<State>,
    /// The same one always, so that components are not drawn anew because of it.
    dispatch: Dispatch,
}

impl App {
    /// Carries out effects; what they lead to is an action again.
    fn perform(ctx: &Context<Self>, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Store(text) => {
                    if shell::store_scenario(&text).is_err() {
                        ctx.link().send_message(Action::StoreFailed);
                    }
                }
                Effect::StoreLang(lang) => {
                    shell::store_lang(lang);
                    shell::set_document_lang(lang);
                }
                Effect::StorePlain(plain) => {
                    shell::store_plain(plain);
                    rich::set_plain(plain);
                }
            }
        }
    }
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let lang = shell::preferred_lang();
        shell::set_document_lang(lang);
        let plain = shell::prefers_plain();
        rich::set_plain(plain);
        let state = State { plain, ..State::new(shell::stored_scenario().as_deref(), lang) };
        model::remember(&state.scenario);
        App { state: Rc::new(state), dispatch: ctx.link().callback(|action| action) }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let effects = Rc::make_mut(&mut self.state).update(action);
        if !effects.is_empty() {
            model::remember(&self.state.scenario);
        }
        Self::perform(ctx, effects);
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let model = Model(Rc::clone(&self.state));
        let dispatch = self.dispatch.clone();
        html! {
            <>
                { page_head(&model, &dispatch) }
                { notice_bar(&model, &dispatch) }
                <main>
                    { scenario_form(&model, &dispatch) }
                    <Answer model={model.clone()} {dispatch} />
                </main>
                { summary(&model) }
            </>
        }
    }
}
