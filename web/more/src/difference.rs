//! The difference of two texts, line by line: signs say what colour says.

use ramplay_workspace::difference::Line;
use yew::{Html, html};

/// Lines that stayed, went and came. `name` says what they are, `alike` is the word for lines that are not shown.
pub(crate) fn difference(lines: &[Line], name: &str, alike: &str) -> Html {
    let line = |line: &Line| match line {
        Line::Same(text) => html! { <span>{ format!("  {text}\n") }</span> },
        Line::Removed(text) => html! { <del>{ format!("- {text}\n") }</del> },
        Line::Added(text) => html! { <ins>{ format!("+ {text}\n") }</ins> },
        Line::Skipped(count) => html! { <span class="skipped">{ format!("⋯ {count} {alike}\n") }</span> },
    };
    html! { <pre class="difference wide" tabindex="0" role="group" aria-label={name.to_owned()}>{ for lines.iter().map(line) }</pre> }
}
