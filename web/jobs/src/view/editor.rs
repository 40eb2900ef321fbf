//! A text area over a copy of its text in which credentials and errors are marked, laid out as that of a policy.

use std::fmt::Write as _;

use ramplay_drafts::{Draft, Edit};
use ramplay_sql::Severity;
use ramplay_text::{Lines, Span};
use web_sys::HtmlTextAreaElement;
use yew::{Html, InputEvent, Properties, TargetCast, classes, function_component, html};

use super::View;
use crate::shell::area_id;

pub(super) fn editor(view: View<'_>, draft: &Draft, text: &str, lines: &Lines, place: usize) -> Html {
    let words = view.words();
    let marks = marks(draft);
    let input = view.edit.reform(move |event: InputEvent| {
        vec![Edit::SetText(place, event.target_unchecked_into::<HtmlTextAreaElement>().value())]
    });
    let mut bad: Vec<u32> = marks.iter().map(|(span, _)| lines.position(span.start).line).collect();
    bad.dedup();
    html! {
        <div class="editor">
            <Gutter lines={lines.count()} {bad} />
            <div class="text">
                { backdrop(text, &marks) }
                <textarea id={area_id(place)} value={text.to_owned()} oninput={input} spellcheck="false" autocapitalize="off"
                    autocomplete="off" wrap="off" aria-label={format!("{} {}", words.draft_text, place + 1)} />
            </div>
        </div>
    }
}

/// How many lines there are, and which of them have something marked, in order.
#[derive(Debug, Clone, PartialEq, Properties)]
struct Numbers {
    lines: u32,
    bad: Vec<u32>,
}

/// The numbers of the lines, which few keystrokes change.
#[function_component]
fn Gutter(Numbers { lines, bad }: &Numbers) -> Html {
    let mut pieces = Vec::new();
    let mut next = 1;
    let plain = |from: u32, to: u32| {
        (from..to).fold(String::new(), |mut text, line| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{line}");
            text
        })
    };
    for line in bad.iter().copied() {
        pieces.push(html! { { plain(next, line) } });
        pieces.push(html! { <span class="bad-line">{ line }{ "\n" }</span> });
        next = line + 1;
    }
    pieces.push(html! { { plain(next, lines + 1) } });
    html! { <pre class="gutter" aria-hidden="true">{ pieces }</pre> }
}

/// What is marked, in order.
fn marks(draft: &Draft) -> Vec<(Span, &'static str)> {
    let credentials = draft.script.credentials.iter().map(|found| (found.span, "error"));
    let notes =
        draft.script.notes.iter().map(|note| {
            (note.span, if note.kind.severity() == Severity::Error { "error" } else { "warning" })
        });
    let problems = draft.answer.subjects.iter().flat_map(|subject| &subject.problems);
    let problems =
        problems.map(|found| (found.span, if found.kind.is_error() { "error" } else { "warning" }));
    let variables = draft.answer.variables.iter().filter_map(|found| Some((found.span?, "warning")));
    let mut all: Vec<_> = credentials.chain(notes).chain(problems).chain(variables).collect();
    all.sort_by_key(|(span, _)| (span.start, span.end));
    all
}

/// The text cut where a mark starts or ends; of overlapping marks, the first has its way.
fn backdrop(text: &str, marks: &[(Span, &'static str)]) -> Html {
    let mut pieces = Vec::new();
    let mut at = 0;
    for (span, class) in marks {
        let (start, end) = (span.start as usize, span.end as usize);
        if start < at || start == end {
            continue;
        }
        let (Some(before), Some(marked)) = (text.get(at..start), text.get(start..end)) else { continue };
        pieces.push(html! { before });
        pieces.push(html! { <mark class={classes!(*class)}>{ marked }</mark> });
        at = end;
    }
    pieces.push(html! { text.get(at..).unwrap_or_default() });
    // The line behind the last line break needs something in it to have a height.
    html! { <pre class="backdrop" aria-hidden="true">{ for pieces }{ "\u{200b}" }</pre> }
}
