//! Earlier states of a scenario, and what changed since.

use ramplay_parts::mark::prose;
use ramplay_parts::shelf::Local;
use ramplay_playground::Scenario;
use ramplay_workspace::difference::{Change, changes};
use ramplay_workspace::{Revision, history, library, sentence};
use yew::{Context, Html, html};

use super::{Deal, Library, Message, deal, when};
use crate::difference::difference;

impl Library {
    pub(super) fn history(&self, ctx: &Context<Self>, id: &str, compared: Option<usize>) -> Html {
        let words = self.words();
        let (revisions, _) = history::of(&Local, id);
        if revisions.is_empty() {
            return html! { <p class="hint">{ words.no_history }</p> };
        }
        let row = |(place, revision): (usize, &Revision)| {
            let is_open = compared == Some(place);
            let time = when(revision.time, self.given.lang);
            html! {
                <li key={place}>
                    <span class="when">{ time.clone() }</span>{ " " }
                    <span class="hint">{ sentence::why(revision.why, self.given.lang) }</span>
                    <span class="deeds">
                        <button type="button" class="compare" aria-expanded={is_open.to_string()}
                            aria-label={format!("{}: {time}", words.show_changes)}
                            onclick={ctx.link().callback(move |_| Message::Compare(place))}>{ words.show_changes }</button>
                        <button type="button" class="restore" aria-label={format!("{}: {time}", words.restore)}
                            onclick={deal(ctx, Deal::Restore(id.to_owned(), place))}>{ words.restore }</button>
                    </span>
                    if is_open {
                        { self.since(id, revision) }
                    }
                </li>
            }
        };
        // The newest first.
        html! { <ol class="revisions" reversed={true}>{ for revisions.iter().enumerate().rev().map(row) }</ol> }
    }

    /// What changed from a revision until now.
    fn since(&self, id: &str, revision: &Revision) -> Html {
        let words = self.words();
        let lang = self.given.lang;
        let present = library::scenario(&Local, id);
        let (Ok((_, now)), Ok(then)) = (present, Scenario::from_json(&revision.scenario)) else {
            return html! {
                <>
                    <p>{ words.unreadable }</p>
                    <textarea readonly={true} aria-label={words.unreadable} value={revision.scenario.clone()} />
                </>
            };
        };
        let all = changes(&then, &now);
        let told = |change: &Change| {
            let lines = match change {
                Change::Text(_, lines) => Some(difference(lines, words.show_changes, words.lines_alike)),
                _ => None,
            };
            html! { <li><p>{ prose(&sentence::change(change, now.logon, lang)) }</p>{ lines }</li> }
        };
        html! {
            <div class="since">
                <h4>{ words.since_then }</h4>
                if all.is_empty() {
                    <p>{ words.same }</p>
                }
                <ul>{ for all.iter().map(told) }</ul>
            </div>
        }
    }
}
