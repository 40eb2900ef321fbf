//! What must be so: lines, what became of them, and what they protect.

use ramplay_expect::{Coverage, State, sentence};
use ramplay_parts::mark::{prose, sign_and_word};
use ramplay_text::fill;
use web_sys::HtmlTextAreaElement;
use yew::{Context, Event, Html, TargetCast as _, classes, html};

use super::{Message, Review};

impl Review {
    pub(super) fn assertions(&self, ctx: &Context<Self>) -> Html {
        let (words, lang) = (self.words(), self.lang());
        let drift = &self.found.drift;
        let differs = drift.differs();
        let link = ctx.link();
        let typed = link.callback(|event: Event| {
            Message::Lines(event.target_unchecked_into::<HtmlTextAreaElement>().value())
        });
        let text = self.given.scenario.assertions.text();
        let renewed = text.clone();
        let rows = self.given.scenario.assertions.lines.len().clamp(3, 14) + 1;
        html! {
            <section aria-labelledby="review-assertions">
                <h3 id="review-assertions">{ words.assertions }</h3>
                if let Some(said) = sentence::drift(drift, lang) {
                    <p class="drift" role="status">{ said }
                        if let Some(cause) = sentence::cause(drift, lang) { { " · " }{ cause } }
                    </p>
                }
                <ul class="assertions-list">{ for drift.lines.iter().enumerate().map(|(at, (line, checked))| {
                    let (class, sign, word) = match checked.as_ref().map(|checked| checked.state) {
                        Some(State::Held) => ("yes", "✓", words.holds),
                        Some(State::Failed) => ("no", "✗", words.fails),
                        Some(State::Open) => ("unknown", "?", words.open),
                        None => ("no", "!", words.broken),
                    };
                    let found = match (checked, &line.expectation) {
                        (Some(checked), _) => sentence::found(checked, lang),
                        (None, Err(error)) => sentence::problem(&error.problem, lang),
                        (None, Ok(_)) => String::new(),
                    };
                    html! {
                        <li class={classes!(differs.contains(&at).then_some("differs"))} data-state={class}>
                            { sign_and_word(class, sign, word, false) }{ " " }<code>{ line.text.trim().to_owned() }</code>
                            <div class="hint">{ prose(&found) }
                                if differs.contains(&at) { { " · " }<strong>{ words.differs }</strong> }
                            </div>
                        </li>
                    }
                }) }</ul>
                if !differs.is_empty() {
                    <button type="button" class="renew" onclick={link.callback(move |_| Message::Lines(renewed.clone()))}>{ words.renew }</button>
                }
                <label for="review-lines">{ words.lines }</label>
                <textarea id="review-lines" rows={rows.to_string()} spellcheck="false" onchange={typed} value={text} aria-describedby="review-lines-hint" />
                <p class="hint" id="review-lines-hint">{ words.lines_hint }</p>
                <button type="button" class="coverage" onclick={link.callback(|_| Message::WantCoverage)}>{ words.coverage }</button>
                <p class="hint">{ words.coverage_hint }</p>
                if let Some(coverage) = &self.found.coverage { { self.coverage(coverage) } }
            </section>
        }
    }

    fn coverage(&self, coverage: &Coverage) -> Html {
        let (words, lang) = (self.words(), self.lang());
        let understood = self.found.drift.lines.iter().filter(|(line, _)| line.expectation.is_ok());
        let lines: Vec<&str> = understood.map(|(line, _)| line.text.trim()).collect();
        let row = |one: &ramplay_expect::Covered| {
            let by = one.by().into_iter().filter_map(|at| lines.get(at));
            let said = sentence::covered(one, &self.name(one.policy), lang);
            html! {
                <li data-protected={one.is_protected().to_string()}>
                    <span class="sign" aria-hidden="true">{ if one.is_protected() { "✓" } else { "○" } }</span>{ " " }{ prose(&said) }
                    { for by.map(|line| html! { <div class="hint">{ prose(&fill(words.protected_by, &[("line", line)])) }</div> }) }
                </li>
            }
        };
        html! {
            <>
                <p class="covered" role="status">{ sentence::coverage(coverage, lang) }</p>
                <ul class="coverage-list">{ for coverage.statements.iter().map(row) }</ul>
            </>
        }
    }
}
