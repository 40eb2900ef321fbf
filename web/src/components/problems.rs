//! What is wrong with a document: message, place, help and, where it is safe, a fix.

use ramplay_playground::{Action, Edit, labels};
use ramplay_policy::{Diagnostic, Severity, sentence};
use ramplay_text::{Lang, Lines, Position, Span, fill};
use yew::{Callback, Html, html};

use super::editor::area_id;
use super::policy_text::Given;
use crate::shell;
use ramplay_parts::mark::prose;

/// More problems than anyone reads at once.
const SHOWN: usize = 20;

pub(crate) fn problems(given: &Given) -> Html {
    let Given { index, text, reading, lang, dispatch, .. } = given;
    let (index, lang) = (*index, *lang);
    let words = labels(lang);
    let lines = Lines::new(text);
    let problem = |(at, diagnostic): (usize, &Diagnostic)| {
        let (class, word) = match diagnostic.severity() {
            Severity::Error => ("error", words.error),
            Severity::Warning => ("warning", words.warning),
        };
        let Span { start, end } = diagnostic.span;
        let units = [start, end].map(|offset| lines.to_utf16(offset));
        let place = place_button(index, lines.position(start), units, word, lang);
        let fix = diagnostic.fix.as_ref().map(|_| {
            let apply = dispatch.reform(move |_| Action::Edit(Edit::ApplyFix(index, at)));
            html! { <button type="button" class="fix" onclick={apply}>{ words.fix }</button> }
        });
        html! {
            <li {class}>
                { place }
                <span class="message">
                    <span class="kind">{ word }</span>{ " " }
                    { prose(&sentence::problem(&diagnostic.problem, lang)) }{ " " }
                    <code>{ diagnostic.code() }</code>
                    <span class="help">{ prose(&sentence::help(&diagnostic.problem, lang)) }</span>
                </span>
                { fix }
            </li>
        }
    };
    let diagnostics = &reading.diagnostics;
    let more = diagnostics.len().saturating_sub(SHOWN);
    html! {
        <ul class="problems" id={format!("problems-{index}")} aria-label={words.errors}>
            { for diagnostics.iter().enumerate().take(SHOWN).map(problem) }
            if more > 0 {
                <li>{ format!("+ {more}") }</li>
            }
        </ul>
    }
}

/// A button with a place of a policy's text, which selects it in the editor; `units` are its ends as browsers count.
pub(super) fn place_button(index: usize, at: Position, units: [u32; 2], what: &str, lang: Lang) -> Html {
    let [start, end] = units;
    let jump = Callback::from(move |_| {
        if let Some(area) = shell::text_area(&area_id(index)) {
            shell::select(&area, start, end);
        }
    });
    let (line, column) = (at.line.to_string(), at.column.to_string());
    let said = fill(labels(lang).at, &[("what", what), ("line", &line), ("column", &column)]);
    html! {
        <button type="button" class="place" onclick={jump} aria-label={said}>{ format!("{line}:{column}") }</button>
    }
}
