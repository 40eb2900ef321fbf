//! The base: taken, dropped, pasted.

use ramplay_playground::{PolicyEntry, Scenario};
use ramplay_review::sentence;
use ramplay_text::fill;
use ramplay_workspace::import::{Import, alone, recognise};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::{Context, Event, Html, InputEvent, TargetCast as _, html};

use super::{Message, Review};

/// A base that is pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Paste {
    pub(super) text: String,
    /// Of which policy it is the earlier version, by its place, if it is a policy.
    pub(super) of: usize,
    /// Whether nothing in it can be used.
    pub(super) is_bad: bool,
}

impl Paste {
    /// The base that comes of it: the policies of a scenario, or the base that is there with one policy as it was.
    pub(super) fn used(&self, scenario: &Scenario) -> Option<Vec<PolicyEntry>> {
        let import = recognise(&self.text);
        let policies = match &import {
            Import::Scenario { .. } | Import::Policies(_) => alone(&import, "base")?.policies,
            Import::Draft { .. } | Import::Nothing(_) => return None,
        };
        if matches!(import, Import::Scenario { .. }) {
            return Some(policies);
        }
        let (body, now) = (policies.into_iter().next()?.body, scenario.policies.get(self.of)?);
        let mut base = scenario.base.clone().unwrap_or_else(|| scenario.policies.clone());
        let was = base.iter_mut().find(|was| was.name == now.name && was.attach == now.attach);
        match was {
            Some(was) => was.body = body,
            None => base.push(PolicyEntry { body, ..now.clone() }),
        }
        Some(base)
    }
}

impl Review {
    pub(super) fn base(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let scenario = &self.given.scenario;
        let link = ctx.link();
        let said = match scenario.base.as_ref().map(Vec::len) {
            None => words.no_base.to_owned(),
            Some(1) => words.has_base_of_one.to_owned(),
            Some(count) => fill(words.has_base, &[("count", &count.to_string())]),
        };
        let today = scenario.policies.clone();
        html! {
            <section aria-labelledby="review-base">
                <h3 id="review-base">{ words.base }</h3>
                <p role="status">{ said }</p>
                <p class="buttons">
                    <button type="button" class="take-base" onclick={link.callback(move |_| Message::Base(Some(today.clone())))}>{ words.take_base }</button>
                    if scenario.base.is_some() {
                        <button type="button" class="drop-base" onclick={link.callback(|_| Message::Base(None))}>{ words.drop_base }</button>
                    }
                </p>
                { self.paste(ctx) }
            </section>
        }
    }

    fn paste(&self, ctx: &Context<Self>) -> Html {
        let words = self.words();
        let link = ctx.link();
        let paste = self.paste.clone();
        let typed = link.callback(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            Message::Paste(Paste { text, is_bad: false, ..paste.clone() })
        });
        let paste = self.paste.clone();
        let chosen = link.callback(move |event: Event| {
            let of = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            Message::Paste(Paste { of: usize::try_from(of).unwrap_or(0), ..paste.clone() })
        });
        let option = |(place, entry)| {
            let name = sentence::policy(entry, place, self.lang());
            html! { <option selected={place == self.paste.of}>{ name }</option> }
        };
        html! {
            <details class="paste-base">
                <summary>{ words.paste_base }</summary>
                <label for="review-paste">{ words.paste_text }</label>
                <textarea id="review-paste" rows="6" spellcheck="false" oninput={typed} value={self.paste.text.clone()}
                    aria-invalid={self.paste.is_bad.to_string()} aria-describedby="review-paste-bad" />
                <div class="field">
                    <label for="review-paste-of">{ words.paste_as }</label>
                    <select id="review-paste-of" onchange={chosen}>
                        { for self.given.scenario.policies.iter().enumerate().map(option) }
                    </select>
                </div>
                <button type="button" class="use-base" disabled={self.paste.text.trim().is_empty()}
                    onclick={link.callback(|_| Message::UsePaste)}>{ words.paste_use }</button>
                <p id="review-paste-bad" class="field-problem" role="alert">{ if self.paste.is_bad { words.paste_bad } else { "" } }</p>
            </details>
        }
    }
}
