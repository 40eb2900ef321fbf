//! Variables: which are defined, and what there is to say about those of a draft.

use ramplay_drafts::{Draft, Edit};
use ramplay_sql::{VariableFindingKind, sentence};
use ramplay_text::fill;
use web_sys::HtmlTextAreaElement;
use yew::{Html, InputEvent, TargetCast, html};

use super::View;
use super::list::entries;
use super::remark::{Places, Remark, remark};

/// The list of defined variables.
pub(super) fn defined(view: View<'_>) -> Html {
    let words = view.words();
    let names = view.pane.desk.scenario().jobs.variables.clone();
    let input = view.edit.reform(|event: InputEvent| {
        vec![Edit::SetVariables(event.target_unchecked_into::<HtmlTextAreaElement>().value())]
    });
    html! {
        <section class="card part">
            <h3>{ words.variables }</h3>
            <label for="jobs-variables">{ words.defined }</label>
            <textarea id="jobs-variables" class="plain" rows="3" value={names.clone()} oninput={input} spellcheck="false"
                autocapitalize="off" autocomplete="off" />
            if names.trim().is_empty() { <p class="hint">{ words.variables_open }</p> }
            <p class="hint">{ words.who_may_create }</p>
        </section>
    }
}

/// What there is to say about the variables of a draft.
pub(super) fn findings(view: View<'_>, draft: &Draft, places: Places<'_>) -> Html {
    let (words, lang) = (view.words(), view.lang());
    let found = &draft.answer.variables;
    if found.is_empty() {
        return Html::default();
    }
    let place = places.draft;
    let rows = entries(view, place, "variables", found.iter(), |one| {
        let suggestion = match &one.kind {
            VariableFindingKind::Undefined { suggestion: Some(name) } => one.span.zip(Some(name)),
            _ => None,
        };
        let action = suggestion.map(|(span, name)| {
            let caption = fill(words.use_name, &[("name", name.as_str())]);
            let name = name.as_str().to_owned();
            let edits = move || vec![Edit::RenameVariable { draft: place, span, name: name.clone() }];
            view.button(&caption, "fix", edits)
        });
        let row = Remark {
            code: one.kind.code(),
            span: one.span,
            message: sentence::variable(one, &draft.script, lang),
            help: sentence::variable_help(one, lang),
            is_error: one.kind.is_missing(),
            action: action.unwrap_or_default(),
        };
        remark(view, places, row)
    });
    html! {
        <section class="part variables">
            <h3>{ words.variables }</h3>
            <ul class="problems">{ rows.shown }</ul>
            { rows.more }
        </section>
    }
}
