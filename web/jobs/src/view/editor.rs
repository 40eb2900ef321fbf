//! What lies under the text area of a draft: a copy of its text in which credentials and errors are marked, laid out as
//! that of a policy.

use std::fmt::Write as _;

use ramplay_text::{Lines, Span};
use yew::{Html, Properties, classes, function_component, html};

/// The numbers of the lines.
pub(super) fn gutter(text: &str, marks: &[(Span, &'static str)]) -> Html {
    let lines = Lines::new(text);
    let mut bad: Vec<u32> = marks.iter().map(|(span, _)| lines.position(span.start).line).collect();
    bad.dedup();
    html! { <Gutter lines={lines.count()} {bad} /> }
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

/// The text cut where a mark starts or ends; of overlapping marks, the first has its way.
pub(super) fn backdrop(text: &str, marks: &[(Span, &'static str)]) -> Html {
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
