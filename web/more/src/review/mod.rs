//! The review: base and present side by side, what the change means, comments, and what must stay so.

mod assertions;
mod base;
mod comments;
mod meaning;
mod words;

use gloo::timers::callback::Timeout;
use ramplay_expect::{Coverage, Drift, Expectation, coverage, drift, made};
use ramplay_parts::copy::copy;
use ramplay_parts::part::{Deed, Given};
use ramplay_playground::{Comment, Document, PolicyEntry, Scenario, read_all};
use ramplay_review::{Exact, exact, markdown, review};
use ramplay_text::Lang;
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Html, html};

use self::base::Paste;
use self::comments::Draft;
use self::words::{Labels, labels};
use crate::view::Props;

/// How long nothing must be edited before it is looked at again.
const QUIET_MS: u32 = 150;
/// The steps of the exact difference: what takes more is said to be undecided, so that the page stays quick.
const STEPS: u64 = 40_000;

/// The view.
#[derive(Debug)]
pub(crate) struct Review {
    given: Given,
    found: Found,
    draft: Draft,
    paste: Paste,
    /// Whether the person asked what is protected.
    wants_coverage: bool,
    copied: bool,
    timer: Option<Timeout>,
}

/// What was found when it was looked last.
#[derive(Debug)]
struct Found {
    review: Option<ramplay_review::Review>,
    exact: Vec<Exact>,
    drift: Drift,
    coverage: Option<Coverage>,
    documents: Vec<Document>,
}

/// What happens here.
#[derive(Debug)]
pub(crate) enum Message {
    Take(Given),
    /// Nothing was edited for a moment.
    Look,
    /// Another base, or none.
    Base(Option<Vec<PolicyEntry>>),
    Paste(Paste),
    UsePaste,
    /// The lines of assertions.
    Lines(String),
    WantCoverage,
    Draft(Draft),
    /// The same, and the person wants to write there.
    Write(Draft),
    Say,
    Unsay(usize),
    Copy,
    Copied(bool),
}

impl From<Given> for Message {
    fn from(given: Given) -> Self {
        Message::Take(given)
    }
}

impl Found {
    fn of(scenario: &Scenario, wants_coverage: bool) -> Self {
        let drift = drift(scenario);
        let covered = wants_coverage.then(|| {
            let lines = drift.lines.iter().filter_map(|(line, _)| line.expectation.as_ref().ok());
            coverage(scenario, &lines.collect::<Vec<&Expectation>>())
        });
        Found {
            review: review(scenario),
            exact: exact(scenario, STEPS, None),
            drift,
            coverage: covered,
            documents: read_all(scenario, &[]),
        }
    }
}

impl Review {
    fn words(&self) -> &'static Labels {
        labels(self.given.lang)
    }

    fn lang(&self) -> Lang {
        self.given.lang
    }

    fn look(&mut self) {
        self.found = Found::of(&self.given.scenario, self.wants_coverage);
    }

    /// Edits the scenario and tells the page.
    fn edit(&mut self, ctx: &Context<Self>, change: impl FnOnce(&mut Scenario)) {
        change(&mut self.given.scenario);
        ctx.props().told.tell(Deed::Edit, Some(&self.given.scenario));
        self.look();
    }

    fn summary(&self) -> Option<String> {
        let review = self.found.review.as_ref()?;
        Some(markdown(&self.given.scenario, review, &self.found.exact, self.lang()))
    }
}

impl Component for Review {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let given = ctx.props().given.clone();
        let found = Found::of(&given.scenario, false);
        let (draft, paste) = (Draft::default(), Paste::default());
        Review { given, found, draft, paste, wants_coverage: false, copied: false, timer: None }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Take(given) => {
                // Another language is shown at once; what takes time waits for a pause.
                self.given = given;
                let link = ctx.link().clone();
                self.timer = Some(Timeout::new(QUIET_MS, move || link.send_message(Message::Look)));
            }
            Message::Look => {
                self.timer = None;
                self.look();
            }
            Message::Base(base) => self.edit(ctx, |scenario| scenario.base = base),
            Message::Paste(paste) => self.paste = paste,
            Message::UsePaste => match self.paste.used(&self.given.scenario) {
                Some(base) => {
                    self.paste = Paste::default();
                    self.edit(ctx, |scenario| scenario.base = Some(base));
                }
                None => self.paste.is_bad = true,
            },
            Message::Lines(text) => {
                let assertions = made(&self.given.scenario, &text);
                self.edit(ctx, |scenario| scenario.assertions = assertions);
            }
            Message::WantCoverage => {
                self.wants_coverage = true;
                self.look();
            }
            Message::Draft(draft) => self.draft = draft,
            Message::Write(draft) => {
                self.draft = draft;
                comments::focus();
            }
            Message::Say => {
                let Draft { editing, pin, author, text } = self.draft.clone();
                if text.trim().is_empty() {
                    return false;
                }
                let comment = Comment { pin, author: author.clone(), text };
                self.draft = Draft { author, ..Draft::default() };
                self.edit(ctx, |scenario| match editing.and_then(|at| scenario.comments.get_mut(at)) {
                    Some(slot) => *slot = comment,
                    None => scenario.comments.push(comment),
                });
            }
            Message::Unsay(at) => {
                self.draft = Draft { author: self.draft.author.clone(), ..Draft::default() };
                self.edit(ctx, |scenario| {
                    if at < scenario.comments.len() {
                        scenario.comments.remove(at);
                    }
                });
            }
            Message::Copy => {
                if let Some(text) = self.summary() {
                    let link = ctx.link().clone();
                    spawn_local(async move { link.send_message(Message::Copied(copy(&text).await)) });
                }
                return false;
            }
            Message::Copied(copied) => self.copied = copied,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! {
            <div class="review">
                <p class="about">{ self.words().lead }</p>
                { self.base(ctx) }
                { self.meaning(ctx) }
                { self.assertions(ctx) }
                { self.comments(ctx) }
            </div>
        }
    }
}
