//! What changed: the texts, the verdicts in their ways, and exactly.

use ramplay_analysis::sentence as analysis;
use ramplay_parts::mark::prose;
use ramplay_playground::Pin;
use ramplay_review::{Change, Exact, Finding, PolicyChange, Subject, Way, labels, sentence};
use yew::{Context, Html, classes, html};

use super::comments::is_about;
use super::{Message, Review};
use crate::difference::difference;

/// Most groups of the exact difference that are shown.
const MOST_GROUPS: usize = 20;

impl Review {
    pub(super) fn meaning(&self, ctx: &Context<Self>) -> Html {
        let Some(review) = &self.found.review else { return Html::default() };
        let (words, said) = (self.words(), labels(self.lang()));
        let lang = self.lang();
        html! {
            <section aria-labelledby="review-meaning">
                <h3 id="review-meaning">{ words.meaning }</h3>
                if review.is_empty() {
                    <p role="status">{ said.nothing }</p>
                } else {
                    <p class="summary-line" role="status">{ sentence::summary(review, lang) }</p>
                    { for review.policies.iter().map(|change| self.policy(ctx, change)) }
                    if review.changes_nothing() { <p>{ said.no_verdict }</p> }
                    { for Way::ALL.into_iter().map(|way| self.way(ctx, review, way)) }
                    if let Some(untouched) = sentence::untouched(review, lang) { <p class="hint">{ untouched }</p> }
                    { self.exactly() }
                }
                <p class="buttons">
                    <button type="button" class="copy-review" onclick={ctx.link().callback(|_| Message::Copy)}>
                        <span aria-live="polite">{ if self.copied { words.copied } else { words.copy } }</span>{ ": " }{ words.summary }
                    </button>
                </p>
            </section>
        }
    }

    fn policy(&self, ctx: &Context<Self>, change: &PolicyChange) -> Html {
        let words = self.words();
        let scenario = &self.given.scenario;
        html! {
            <article class="policy-change">
                <p>{ prose(&sentence::policy_change(change, scenario, self.lang())) }
                    if let Some(place) = change.after { { " " }{ self.comment_button(ctx, Pin::Policy(place), &self.name(place)) } }
                </p>
                if !change.lines.is_empty() { { difference(&change.lines, words.difference, words.lines_alike) } }
                if let Some(place) = change.after { { self.said(|comment| comment.pin.policy() == Some(place)) } }
            </article>
        }
    }

    fn way(&self, ctx: &Context<Self>, review: &ramplay_review::Review, way: Way) -> Html {
        let (lang, said) = (self.lang(), labels(self.lang()));
        let rows = review.rows(way);
        let job: Vec<&Change> = review.job.iter().filter(|change| change.way == way).collect();
        let count = rows.len() + job.len();
        if count == 0 {
            return Html::default();
        }
        let touched = review.methods.iter().filter(|method| method.counts).count();
        let rows = rows.iter().map(|row| {
            let all = row.methods.len() == touched && touched > 1;
            let who = if all { said.every_method.to_owned() } else { sentence::methods(&row.methods, lang) };
            self.row(ctx, review, row.change, &who)
        });
        let job = job.into_iter().map(|change| self.row(ctx, review, change, said.of_job));
        html! {
            <details class={classes!("way", way.code())} open={true} data-way={way.code()}>
                <summary><span class="sign" aria-hidden="true">{ way.sign() }</span>{ " " }{ sentence::way(way, lang) }{ " " }<span class="count">{ count }</span></summary>
                <ul class="rows">{ for rows.chain(job) }</ul>
            </details>
        }
    }

    fn row(&self, ctx: &Context<Self>, review: &ramplay_review::Review, change: &Change, who: &str) -> Html {
        let lang = self.lang();
        let Change { subject, from, to, before, after, .. } = change;
        let verdict = |mark| sentence::verdict(*subject, mark, lang);
        let by = |at: &[_], documents: &[_]| {
            let by = sentence::statements(at, documents, lang);
            if by.is_empty() {
                Html::default()
            } else {
                html! { <span class="decider">{ by }</span> }
            }
        };
        let name = sentence::subject(*subject, lang);
        html! {
            <li data-row={subject.id()}>
                <strong>{ name }</strong>{ " " }{ self.comment_button(ctx, Pin::Row(subject.id().to_owned()), name) }
                <div>{ verdict(*from) }{ " " }{ by(before, &review.before) }{ " → " }{ verdict(*to) }{ " " }{ by(after, &review.after) }</div>
                <div class="hint">{ who.to_owned() }</div>
                { self.said(|comment| is_about(comment, *subject)) }
            </li>
        }
    }

    fn exactly(&self) -> Html {
        let (lang, said) = (self.lang(), labels(self.lang()));
        let one = |Exact { of, who, found }: &Exact| {
            let found = match found {
                Finding::Withheld => html! { <p class="withheld">{ said.withheld }</p> },
                Finding::Diff(diff) => {
                    let group = |group: &ramplay_analysis::Group| {
                        let check = group.example.checks.first();
                        html! {
                            <li>
                                <strong>{ analysis::change(group.from, group.to, lang) }</strong>
                                <div>{ prose(&analysis::entries(&group.actions, lang)) }{ " · " }{ prose(&analysis::entries(&group.resources, lang)) }</div>
                                if let Some(check) = check {
                                    <div class="hint">{ self.words().example }{ ": " }<code>{ check.action.clone() }</code>{ " · " }<code>{ check.resource.clone() }</code></div>
                                }
                            </li>
                        }
                    };
                    html! {
                        <>
                            <p data-relation={diff.relation.code()}>{ analysis::relation(diff.relation, lang) }</p>
                            { for diff.obstacles.iter().map(|obstacle| html! { <p class="withheld">{ prose(&analysis::obstacle(obstacle, lang)) }</p> }) }
                            <ul class="rows">{ for diff.groups.iter().take(MOST_GROUPS).map(group) }</ul>
                            if diff.groups.len() > MOST_GROUPS || !diff.groups_complete { <p>{ "…" }</p> }
                        </>
                    }
                }
            };
            html! { <><h4>{ sentence::of(*of, lang) }</h4><p><code>{ who.clone() }</code></p>{ found }</> }
        };
        html! {
            <details class="exactly">
                <summary>{ self.words().exact_open }</summary>
                { for self.found.exact.iter().map(one) }
            </details>
        }
    }

    /// The rows that changed, each once.
    pub(super) fn changed_rows(&self) -> Vec<Subject> {
        let mut rows: Vec<Subject> = Vec::new();
        let review = self.found.review.iter();
        for change in review.flat_map(|review| review.methods.iter().flat_map(|method| &method.changes)) {
            if !rows.contains(&change.subject) {
                rows.push(change.subject);
            }
        }
        rows
    }
}
