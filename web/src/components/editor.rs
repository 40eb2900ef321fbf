//! A text area over a copy of its text in which statements and problems are marked: what there is before the editor
//! comes, and for whoever wants no other.
//!
//! The copy gives the pair its size, and the text area lies exactly on it, so that neither ever scrolls
//! by itself and no positions have to be kept in step.

use ramplay_playground::{Action, Document, Edit, labels};
use ramplay_policy::{Reading, Severity};
use ramplay_text::{Lines, Span};
use web_sys::HtmlTextAreaElement;
use yew::{Callback, Event, Html, InputEvent, NodeRef, TargetCast, classes, html};

use super::policy_text::Given;
use crate::model::Dispatch;
use crate::shell;

/// The element id of a policy's text area.
pub(crate) fn area_id(index: usize) -> String {
    format!("policy-{index}")
}

/// A policy's text, to be edited: in the text area, or where `rich`, in the editor that has taken its place.
pub(crate) fn editor(given: &Given, area: &NodeRef, rich: bool, editor: Html) -> Html {
    let Given { index, text, reading, lang, dispatch, .. } = given;
    let index = *index;
    let input = dispatch.reform(move |event: InputEvent| {
        Action::Edit(Edit::SetText(index, event.target_unchecked_into::<HtmlTextAreaElement>().value()))
    });
    let invalid = reading.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
    html! {
        <div class={classes!("editor", rich.then_some("rich"))}>
            if !rich {
                { gutter(text, reading) }
            }
            <div class="text">
                if !rich {
                    { backdrop(text, reading, &given.deciding) }
                }
                <textarea
                    ref={area}
                    id={area_id(index)}
                    value={text.to_string()}
                    oninput={input}
                    onselect={caret_listener(dispatch, index)}
                    onkeyup={caret_listener(dispatch, index).reform(|event: yew::KeyboardEvent| event.into())}
                    onclick={caret_listener(dispatch, index).reform(|event: yew::MouseEvent| event.into())}
                    onblur={dispatch.reform(|_| Action::Caret(None))}
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                    wrap="off"
                    aria-label={format!("{}: {}", labels(*lang).editor_label, given.name)}
                    aria-invalid={invalid.then_some("true")}
                    aria-describedby={format!("problems-{index}")}
                />
                { editor }
            </div>
        </div>
    }
}

fn caret_listener(dispatch: &Dispatch, index: usize) -> Callback<Event> {
    dispatch.reform(move |event: Event| {
        let area = event.target_unchecked_into::<HtmlTextAreaElement>();
        let byte = shell::caret(&area).map(|offset| Lines::from_utf16(&area.value(), offset));
        Action::Caret(byte.map(|byte| (index, byte)))
    })
}

/// A text that cannot be edited, with the same marks.
pub(crate) fn listing(document: &Document, deciding: &[u16]) -> Html {
    html! {
        <div class="editor fixed" tabindex="0" role="group" aria-label={document.name.clone()}>
            { gutter(&document.text, &document.reading) }
            <div class="text">{ backdrop(&document.text, &document.reading, deciding) }</div>
        </div>
    }
}

fn gutter(text: &str, reading: &Reading) -> Html {
    let lines = Lines::new(text);
    let bad: Vec<u32> = reading
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .map(|diagnostic| lines.position(diagnostic.span.start).line)
        .collect();
    let number = |line: u32| {
        let class = bad.contains(&line).then_some("bad-line");
        html! { <span {class}>{ line }{ "\n" }</span> }
    };
    html! { <pre class="gutter" aria-hidden="true">{ for (1..=lines.count()).map(number) }</pre> }
}

/// The text cut where a mark starts or ends.
fn backdrop(text: &str, reading: &Reading, deciding: &[u16]) -> Html {
    let statements = deciding.iter().filter_map(|at| reading.policy.statements.get(usize::from(*at)));
    let mut ranges: Vec<(Span, &'static str)> =
        statements.map(|statement| (statement.span, "decides")).collect();
    ranges.extend(reading.diagnostics.iter().map(|diagnostic| {
        let class = match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        (diagnostic.span, class)
    }));
    let mut cuts: Vec<usize> = ranges
        .iter()
        .flat_map(|(span, _)| [span.start as usize, span.end as usize])
        .chain([0, text.len()])
        .collect();
    cuts.retain(|&cut| cut <= text.len());
    cuts.sort_unstable();
    cuts.dedup();
    let pieces = cuts.iter().zip(cuts.iter().skip(1)).map(|(&start, &end)| {
        let inside = |span: &Span| span.start as usize <= start && end <= span.end as usize;
        let names: Vec<&'static str> =
            ranges.iter().filter(|(span, _)| inside(span)).map(|(_, class)| *class).collect();
        let piece = text.get(start..end).unwrap_or_default().to_owned();
        if names.is_empty() {
            html! { piece }
        } else {
            html! { <mark class={classes!(names)}>{ piece }</mark> }
        }
    });
    // The line behind the last line break needs something in it to have a height.
    html! { <pre class="backdrop" aria-hidden="true">{ for pieces }{ "\u{200b}" }</pre> }
}
