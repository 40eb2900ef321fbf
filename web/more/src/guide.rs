//! The guided path: from a wish to the grants that fulfil it.

use ramplay_flink::{LogonMethod, catalogue};
use ramplay_guide::{Edit, Plan, Refusal, State, Step, Task, What, Who, Wish, fulfilled, plan, sentence};
use ramplay_parts::copy::Copyable;
use ramplay_parts::mark::{prose, sign_and_word};
use ramplay_parts::part::{Deed, Given};
use ramplay_parts::sources::provenance_of;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Component, Context, Event, Html, TargetCast, html};

use crate::view::Props;
use crate::words::{Labels, labels};

/// The view.
#[derive(Debug)]
pub(crate) struct Guide {
    given: Given,
    what: What,
    in_group: bool,
}

/// What happens here.
#[derive(Debug)]
pub(crate) enum Message {
    Take(Given),
    /// The wish is about the job, or about this logon method.
    Who(Who),
    What(What),
    InGroup(bool),
    Apply(Edit),
    ApplyAll,
}

impl From<Given> for Message {
    fn from(given: Given) -> Self {
        Message::Take(given)
    }
}

impl Guide {
    fn words(&self) -> &'static Labels {
        labels(self.given.lang)
    }

    fn who(&self) -> Who {
        Who::Logon(self.given.scenario.logon)
    }

    fn wish(&self) -> Wish {
        Wish { who: self.who(), what: self.what, in_group: self.in_group }
    }

    fn form(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let link = ctx.link();
        let who = link.batch_callback(|event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            LogonMethod::ALL
                .into_iter()
                .find(|method| method.id() == id)
                .map(|method| Message::Who(Who::Logon(method)))
        });
        let what = link.batch_callback(|event: Event| {
            What::from_id(&event.target_unchecked_into::<HtmlSelectElement>().value()).map(Message::What)
        });
        let in_group = link.callback(|event: Event| {
            Message::InGroup(event.target_unchecked_into::<HtmlInputElement>().checked())
        });
        let option = |what: &What| {
            let caption = sentence::wish(&Wish { what: *what, ..self.wish() }, &self.given.scenario, lang);
            html! { <option value={what.id()} selected={*what == self.what}>{ caption }</option> }
        };
        let all = What::all();
        let group = |title: &'static str, is_in: fn(&What) -> bool| {
            html! { <optgroup label={title}>{ for all.iter().filter(|what| is_in(what)).map(option) }</optgroup> }
        };
        let method = |method: LogonMethod| {
            let title = catalogue().logon_method(method).title.get(lang).to_owned();
            html! { <option value={method.id()} selected={method == self.given.scenario.logon}>{ title }</option> }
        };
        html! {
            <div class="fields">
                <div class="field whole">
                    <label for="guide-who">{ words.who }</label>
                    <select id="guide-who" onchange={who}>{ for LogonMethod::ALL.into_iter().map(method) }</select>
                </div>
                <div class="field whole">
                    <label for="guide-what">{ words.wish }</label>
                    <select id="guide-what" onchange={what}>
                        { group(words.consoles_group, |what| matches!(what, What::Management(_) | What::Development(_) | What::Assume)) }
                        { group(words.logstore_group, |what| matches!(what, What::Logstore(_) | What::Key(_))) }
                        { group(words.permissions_group, |what| matches!(what, What::Permission(_))) }
                    </select>
                </div>
                <label class="tick"><input type="checkbox" id="guide-group" checked={self.in_group} onchange={in_group} />{ " " }{ words.in_group }</label>
            </div>
        }
    }

    fn step(&self, step: &Step, plan: &Plan, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let (class, sign) = match step.state {
            State::Done => ("yes", "✓"),
            State::Missing => ("missing", "✗"),
            State::Unknown => ("maybe", "◐"),
        };
        let text = match &step.task {
            Task::Attach { text, .. } => text.clone(),
            Task::Trust { text, .. } | Task::AllowInSession { text } => Some(text.clone()),
            _ => None,
        };
        let is_missing = step.state == State::Missing;
        let apply = step.edit.clone().map(|edit| ctx.link().callback(move |_| Message::Apply(edit.clone())));
        html! {
            <li data-state={format!("{:?}", step.state)}>
                <p class="what">{ sign_and_word(class, sign, sentence::state(step.state, lang), true) }{ " " }{ prose(&sentence::task(&step.task, plan, lang)) }</p>
                <dl class="who-where">
                    <dt>{ words.by_whom }</dt><dd>{ sentence::by(step.by, plan, lang) }</dd>
                    <dt>{ words.where_ }</dt><dd>{ sentence::place(step.place, plan, lang) }</dd>
                </dl>
                if let Some(text) = text.filter(|_| is_missing) {
                    <Copyable {text} name={words.policy_text} copy={words.copy} copied={words.copied} long={true} />
                }
                if let Some(onclick) = apply {
                    <button type="button" class="apply" {onclick}>{ words.apply }</button>
                }
                { provenance_of(step.status, &step.sources, lang) }
            </li>
        }
    }

    fn refusal(&self, refusal: &Refusal, ctx: &Context<Self>) -> Html {
        let lang = self.given.lang;
        let instead = refusal.instead.map(|method| {
            let onclick = ctx.link().callback(move |_| Message::Who(Who::Logon(method)));
            html! {
                <p>{ sentence::instead(method, lang) }{ " " }<button type="button" {onclick}>{ self.words().instead }</button></p>
            }
        });
        html! {
            <div class="refusal">
                <p class="withheld">{ prose(&sentence::refusal(refusal, &self.given.scenario, lang)) }</p>
                { instead }
                { provenance_of(refusal.status, &refusal.sources, lang) }
            </div>
        }
    }

    fn plan(&self, plan: &Plan, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let edits = plan.steps.iter().filter(|step| step.edit.is_some()).count();
        let outcome = match fulfilled(&plan.applied(), &self.wish()) {
            Some(true) if plan.steps.iter().all(|step| step.state == State::Done) => words.all_done,
            Some(true) => words.after_steps,
            _ => words.not_after_steps,
        };
        html! {
            <>
                <p class="outcome" role="status">{ outcome }</p>
                <ol class="plan">{ for plan.steps.iter().map(|step| self.step(step, plan, ctx)) }</ol>
                if edits > 1 {
                    <button type="button" class="apply-all" onclick={ctx.link().callback(|_| Message::ApplyAll)}>{ words.apply_all }</button>
                }
            </>
        }
    }
}

impl Component for Guide {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let given = ctx.props().given.clone();
        Guide { given, what: What::Management(ramplay_guide::Extent::Operate), in_group: false }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let edited = match message {
            Message::Take(given) => {
                self.given = given;
                None
            }
            Message::Who(Who::Job) => None,
            Message::Who(Who::Logon(method)) => {
                let mut scenario = (*self.given.scenario).clone();
                scenario.logon = method;
                Some(scenario)
            }
            Message::What(what) => {
                self.what = what;
                None
            }
            Message::InGroup(in_group) => {
                self.in_group = in_group;
                None
            }
            Message::Apply(edit) => plan(&self.given.scenario, &self.wish()).ok().map(|plan| {
                let mut scenario = plan.start;
                edit.apply(&mut scenario);
                scenario
            }),
            Message::ApplyAll => plan(&self.given.scenario, &self.wish()).ok().map(|plan| plan.applied()),
        };
        if let Some(scenario) = edited {
            ctx.props().told.tell(Deed::Edit, Some(&scenario));
            *self.given.scenario = scenario;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let answer = match plan(&self.given.scenario, &self.wish()) {
            Ok(plan) => self.plan(&plan, ctx),
            Err(refusal) => self.refusal(&refusal, ctx),
        };
        html! {
            <div class="guide">
                <p class="about">{ self.words().guide_lead }</p>
                { self.form(ctx) }
                { answer }
            </div>
        }
    }
}
