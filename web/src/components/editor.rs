//! A text area over a copy of its text in which statements and problems are marked.
//!
//! The copy gives the pair its size, and the text area lies exactly on it, so that neither ever scrolls
//! by itself and no positions have to be kept in step.

use ramplay_playground::{Action, Document};
use ramplay_policy::Severity;
use ramplay_text::{Lines, Span};
use web_sys::HtmlTextAreaElement;
use yew::{Callback, Event, Html, InputEvent, TargetCast, classes, html};

use crate::model::{Dispatch, Model};
use crate::shell;

/// The element id of a policy's text area.
pub(crate) fn area_id(index: usize) -> String {
    format!("policy-{index}")
}

/// A policy's text, to be edited.
pub(crate) fn editor(model: &Model, dispatch: &Dispatch, document: &Document, index: usize) -> Html {
    let words = model.labels();
    let input = dispatch.reform(move |event: InputEvent| {
        Action::SetText(index, event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    let invalid = document.counts().0 > 0;
    let name = ramplay_playground::sentence::document_name(Some(document), index, model.lang);
    html! {
        <div class="editor">
            { gutter(document) }
            <div class="text">
                { backdrop(model, document, index) }
                <textarea
                    id={area_id(index)}
                    value={document.text.to_string()}
                    oninput={input}
                    onselect={caret_listener(dispatch, index)}
                    onkeyup={caret_listener(dispatch, index).reform(|event: yew::KeyboardEvent| event.into())}
                    onclick={caret_listener(dispatch, index).reform(|event: yew::MouseEvent| event.into())}
                    onblur={dispatch.reform(|_| Action::Caret(None))}
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                    wrap="off"
                    aria-label={format!("{}: {name}", words.editor_label)}
                    aria-invalid={invalid.then_some("true")}
                    aria-describedby={format!("problems-{index}")}
                />
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
pub(crate) fn listing(model: &Model, document: &Document, index: usize) -> Html {
    html! {
        <div class="editor fixed" tabindex="0" role="group" aria-label={document.name.clone()}>
            { gutter(document) }
            <div class="text">{ backdrop(model, document, index) }</div>
        </div>
    }
}

fn gutter(document: &Document) -> Html {
    let lines = Lines::new(&document.text);
    let bad: Vec<u32> = document
        .reading
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
fn backdrop(model: &Model, document: &Document, index: usize) -> Html {
    let text = &document.text;
    let marked = model.marked();
    let statements = document.reading.policy.statements.iter().enumerate();
    let mut ranges: Vec<(Span, &'static str)> = statements
        .filter(|(at, _)| {
            marked.iter().any(|mark| mark.document.0 as usize == index && usize::from(mark.statement) == *at)
        })
        .map(|(_, statement)| (statement.span, "decides"))
        .collect();
    ranges.extend(document.reading.diagnostics.iter().map(|diagnostic| {
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
