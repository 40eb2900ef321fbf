//! The part as a component: owns the drafts, takes edits, and tells the page of them.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use ramplay_drafts::{Desk, Edit, Scenario};
use ramplay_job::Proof;
use ramplay_parts::part::{Deed, Given, Told};
use ramplay_text::Lang;
use yew::{Callback, Component, Context, Html, Properties};

use crate::view;

/// How long nobody must have typed before the least policy is proven again.
const PAUSE_MS: u32 = 200;

thread_local! {
    /// The drafts of an earlier visit to this part: the texts that were typed are nowhere else.
    static BEFORE: std::cell::RefCell<Option<Desk>> = const { std::cell::RefCell::new(None) };
}

/// What the page hands over first.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) given: Given,
    pub(crate) told: Told,
}

/// Something that happened.
#[derive(Debug)]
pub(crate) enum Message {
    /// The page has another scenario or language.
    Take(Given),
    /// A person edited something here.
    Edit(Vec<Edit>),
    /// Something was opened or closed.
    Toggle(Opened),
    /// It is time to prove the least policy.
    Prove,
}

/// Something that can be opened or closed, by its places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Opened {
    /// The explanation of a step: draft, subject, step.
    Step(usize, usize, usize),
    /// The steps of a subject, of many: draft, subject.
    Subject(usize, usize),
    /// The rest of a long list: draft, name of the list.
    List(usize, &'static str),
}

/// The part of the page.
#[derive(Debug)]
pub(crate) struct Pane {
    pub(crate) desk: Desk,
    pub(crate) lang: Lang,
    pub(crate) open: BTreeSet<Opened>,
    /// The proof of a policy, and the texts that it is of.
    pub(crate) proof: Option<(Vec<String>, Rc<Proof>)>,
    pause: Option<Timeout>,
    /// The same one always, so that components are not drawn anew because of it.
    edit: Dispatch,
}

/// Where parts of the view send edits.
pub(crate) type Dispatch = Callback<Vec<Edit>>;

impl Pane {
    fn policies(&self) -> Vec<String> {
        self.desk.answer().least.documents.iter().map(|document| document.text.clone()).collect()
    }

    /// Proves the least policy soon, unless it is the one that was proven.
    fn prove_soon(&mut self, ctx: &Context<Self>) {
        let policies = self.policies();
        self.pause = None;
        if self.proof.as_ref().is_none_or(|(of, _)| *of != policies) {
            self.proof = None;
            let link = ctx.link().clone();
            self.pause = Some(Timeout::new(PAUSE_MS, move || link.send_message(Message::Prove)));
        }
    }

    fn tell(&self, ctx: &Context<Self>) {
        ctx.props().told.tell(Deed::Edit, Some(self.desk.scenario()));
    }
}

impl Component for Pane {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Given { scenario, lang } = ctx.props().given.clone();
        let before = BEFORE.with_borrow_mut(Option::take);
        let mut desk = before.unwrap_or_else(|| {
            Desk::new(Scenario { jobs: ramplay_playground::Jobs::default(), ..(*scenario).clone() })
        });
        let masked = desk.take(*scenario);
        let edit = ctx.link().callback(Message::Edit);
        let mut pane = Pane { desk, lang, open: BTreeSet::new(), proof: None, pause: None, edit };
        if masked {
            pane.tell(ctx);
        }
        pane.prove_soon(ctx);
        pane
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Take(Given { scenario, lang }) => {
                let relabelled = std::mem::replace(&mut self.lang, lang) != lang;
                // What comes back is what was told.
                if *scenario == *self.desk.scenario() {
                    return relabelled;
                }
                if self.desk.take(*scenario) {
                    self.tell(ctx);
                }
            }
            Message::Edit(edits) => {
                let mut changed = false;
                for edit in edits {
                    if matches!(edit, Edit::RemoveDraft(_) | Edit::UndoRemove) {
                        self.open.clear();
                    }
                    changed |= self.desk.edit(edit);
                }
                if !changed {
                    return false;
                }
                self.tell(ctx);
            }
            Message::Toggle(row) => {
                if !self.open.remove(&row) {
                    self.open.insert(row);
                }
                return true;
            }
            Message::Prove => {
                self.pause = None;
                self.proof = Some((self.policies(), Rc::new(self.desk.answer().proof())));
                return true;
            }
        }
        self.prove_soon(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let toggle = ctx.link().callback(Message::Toggle);
        view::pane(self, &self.edit, &toggle)
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        BEFORE.set(Some(self.desk.clone()));
    }
}
