//! Remarks about places of a draft.

use ramplay_parts::mark::prose;
use ramplay_text::{Lines, Span, fill};
use yew::{Callback, Html, html};

use super::View;
use crate::shell;

/// The places of a draft.
#[derive(Clone, Copy)]
pub(super) struct Places<'p> {
    pub(super) draft: usize,
    pub(super) lines: &'p Lines,
}

/// A button with a place, which selects it in the editor.
pub(super) fn place(view: View<'_>, places: Places<'_>, span: Span, word: &str) -> Html {
    let words = view.words();
    let position = places.lines.position(span.start);
    let (line, column, draft) = (position.line, position.column, places.draft);
    let jump = Callback::from(move |_| shell::select(draft, span.start, span.end));
    html! {
        <button type="button" class="place" onclick={jump}
            aria-label={fill(words.at, &[("what", word), ("line", &line.to_string()), ("column", &column.to_string())])}>
            { format!("{line}:{column}") }
        </button>
    }
}

/// Something to say.
pub(super) struct Remark {
    pub(super) code: &'static str,
    pub(super) span: Option<Span>,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) is_error: bool,
    /// What mends it.
    pub(super) action: Html,
}

pub(super) fn remark(view: View<'_>, places: Places<'_>, remark: Remark) -> Html {
    let Remark { code, span, message, help, is_error, action } = remark;
    let words = view.words();
    let kind = if is_error { words.error } else { words.warning };
    html! {
        <li class={if is_error { "error" } else { "warning" }} data-code={code}>
            if let Some(span) = span { { place(view, places, span, &message) } } else { <span class="place">{ "–" }</span> }
            <span class="message">
                <span class="kind">{ kind }</span>{ " " }
                { prose(&message) }{ " " }<code class="code">{ code }</code>
                if let Some(help) = help { <span class="help">{ prose(&help) }</span> }
            </span>
            { action }
        </li>
    }
}
