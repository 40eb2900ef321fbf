//! The root: owns the state, passes it down, takes actions and carries out effects.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use ramplay_parts::part::Opened;
use ramplay_parts::rich;
use ramplay_playground::{Action, Effect, Lesson, Notice, State};
use wasm_bindgen::JsCast as _;
use web_sys::StorageEvent;
use yew::{Callback, Component, Context, Html, Properties, html};

use crate::components::{Answer, notice_bar, page_head, scenario_form, summary};
use crate::keeper::Keeper;
use crate::model::{self, Dispatch, Model};
use crate::{link, shell};

/// The page.
#[derive(Debug)]
pub(crate) struct App {
    state: Rc<State>,
    /// The same one always, so that components are not drawn anew because of it.
    dispatch: Dispatch,
    kept: Rc<RefCell<Kept>>,
    /// The number of edits that had changed the answer when it was last shown what they changed, and how long that is
    /// to be seen.
    fresh: (u32, Option<Timeout>),
    /// The number of the time that something was pointed at last.
    point: Option<u32>,
}

/// What is stored at once when the page goes away, when there is no time for messages.
#[derive(Debug)]
struct Kept {
    keeper: Keeper,
    /// The last state that was shown.
    state: Rc<State>,
}

/// What the page starts with, beside what is stored.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct Start {
    /// What came of the link in its address.
    pub(crate) link: Option<Action>,
}

/// What happens to the page.
#[derive(Debug)]
pub(crate) enum Message {
    /// A person did something, or something came of it.
    Action(Action),
    /// It is time to store what was edited.
    Save,
    /// The address has another link, which was read.
    Linked(Action),
    /// The address has no link any more.
    Unlinked,
    /// Another tab wrote what is stored under a key; all keys if there is none.
    Elsewhere(Option<String>),
}

impl App {
    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        if action.leaves() {
            self.save(ctx);
        }
        let effects = Rc::make_mut(&mut self.state).update(action);
        for effect in effects {
            let came = self.perform(ctx, effect);
            if let Some(action) = came {
                self.act(ctx, action);
            }
        }
    }

    /// Carries out an effect; what it leads to is an action again.
    fn perform(&self, ctx: &Context<Self>, effect: Effect) -> Option<Action> {
        let keeper = &mut self.kept.borrow_mut().keeper;
        match effect {
            Effect::Store => {
                let link = ctx.link().clone();
                keeper.edited(move || link.send_message(Message::Save));
                None
            }
            Effect::StoreLang(lang) => {
                shell::store_lang(lang);
                shell::set_document_lang(lang);
                None
            }
            Effect::StorePlain(plain) => {
                shell::store_plain(plain);
                rich::set_plain(plain);
                None
            }
            Effect::Begin(untouched) => {
                keeper.begin(untouched);
                shell::clear_link();
                None
            }
            Effect::SetAside => {
                keeper.set_aside();
                None
            }
            Effect::ComeBack => {
                shell::clear_link();
                keeper.come_back()
            }
            Effect::ClearLink => {
                shell::clear_link();
                None
            }
            Effect::Back => {
                keeper.back();
                keeper.save(&self.state)
            }
            Effect::Fetch(id) => {
                shell::clear_link();
                keeper.fetch(&id)
            }
            Effect::Look(id) => keeper.look(&id),
            Effect::TakeTheirs(id) => keeper.take_theirs(&id),
            Effect::Overwrite(id) => keeper.overwrite(&id, &self.state),
        }
    }

    /// What is stored when the page goes away is what is shown.
    fn note(&mut self) {
        self.kept.borrow_mut().state = Rc::clone(&self.state);
    }

    fn save(&mut self, ctx: &Context<Self>) {
        let came = self.kept.borrow_mut().keeper.save(&self.state);
        if let Some(action) = came {
            self.act(ctx, action);
        }
    }
}

impl Component for App {
    type Message = Message;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let lang = shell::preferred_lang();
        shell::set_document_lang(lang);
        let (mut keeper, stored, title) = Keeper::start();
        let mut state = State::new(stored.as_deref(), lang);
        state.title = title;
        state.lesson =
            keeper.goes_on().then(shell::lesson).flatten().and_then(|note| Opened::read(&note).lesson);
        state.plain = shell::prefers_plain();
        rich::set_plain(state.plain);
        model::remember(&state.scenario);
        if matches!(state.notice, Some(Notice::StoredUnreadable { .. })) {
            keeper.detach();
        }
        let state = Rc::new(state);
        let kept = Rc::new(RefCell::new(Kept { keeper, state: Rc::clone(&state) }));
        let (window, document) = (gloo::utils::window(), gloo::utils::document());
        let link = ctx.link().clone();
        shell::listen(&window, "storage", move |event| {
            let key = event.dyn_into::<StorageEvent>().ok().and_then(|event| event.key());
            link.send_message(Message::Elsewhere(key));
        });
        let leave = {
            let (kept, link) = (Rc::clone(&kept), ctx.link().clone());
            Callback::from(move |_| {
                let came = kept.try_borrow_mut().ok().and_then(|mut kept| {
                    let state = Rc::clone(&kept.state);
                    kept.keeper.save(&state)
                });
                if let Some(action) = came {
                    link.send_message(Message::Action(action));
                }
            })
        };
        let hide = leave.clone();
        shell::listen(&window, "pagehide", move |event| leave.emit(event));
        shell::listen(&document, "visibilitychange", move |event| hide.emit(event));
        let link = ctx.link().clone();
        shell::listen(&window, "hashchange", move |_| match shell::link() {
            Some(fragment) => link.send_future(async move { Message::Linked(link::opened(&fragment).await) }),
            None => link.send_message(Message::Unlinked),
        });
        let fresh = (state.edits, None);
        let mut app = App { state, dispatch: ctx.link().callback(Message::Action), kept, fresh, point: None };
        if let Some(action) = ctx.props().link.clone() {
            app.act(ctx, action);
            model::remember(&app.state.scenario);
            app.note();
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        if matches!(&message, Message::Action(action) if self.state.ignores(action)) {
            return false;
        }
        let before = Rc::clone(&self.state);
        match message {
            Message::Action(action) => self.act(ctx, action),
            Message::Linked(action) => self.act(ctx, action),
            Message::Unlinked => {
                // Who goes back in the history of the browser wants what was there.
                if self.state.is_visit() {
                    self.act(ctx, Action::LeaveVisit);
                }
            }
            Message::Save => self.save(ctx),
            Message::Elsewhere(key) => {
                let followed = self.kept.borrow_mut().keeper.follow(key.as_deref());
                if let Some(action) = followed {
                    self.act(ctx, action);
                }
            }
        }
        if self.state.own_lesson() != before.own_lesson() {
            let note =
                |lesson: &Lesson| Opened { title: String::new(), lesson: Some(lesson.clone()) }.write();
            shell::remember_lesson(self.state.own_lesson().map(note).as_deref());
        }
        if self.state.scenario != before.scenario {
            model::remember(&self.state.scenario);
        }
        self.note();
        !Rc::ptr_eq(&before, &self.state)
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        let point = self.state.point.map(|(number, _)| number);
        if std::mem::replace(&mut self.point, point) != point {
            shell::bring_point_into_view();
        }
        if self.fresh.0 != self.state.edits {
            self.fresh = (self.state.edits, shell::show_fresh());
        }
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
