//! A single-line input of the scenario with its caption and what is wrong with it.

use ramplay_playground::{Action, Edit, Field, sentence};
use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, TargetCast, classes, html};

use crate::model::{Dispatch, Model};
use ramplay_parts::mark::prose;

/// An input; `caption` replaces the field's own.
pub(crate) fn field_input(
    model: &Model,
    dispatch: &Dispatch,
    field: Field,
    caption: Option<&'static str>,
    placeholder: &'static str,
) -> Html {
    let id = field.id();
    let problem = model.answer.fields.iter().find(|(of, _)| *of == field).map(|(_, problem)| *problem);
    let problem_id = format!("{id}-problem");
    let set = dispatch.reform(move |event: InputEvent| {
        Action::Edit(Edit::SetField(field, event.target_unchecked_into::<HtmlInputElement>().value()))
    });
    html! {
        <div class={classes!("field", problem.map(|_| "bad"))}>
            <label for={id}>{ caption.unwrap_or_else(|| sentence::field_label(field, model.lang)) }</label>
            <input
                {id}
                type="text"
                value={field.get(&model.scenario).to_owned()}
                oninput={set}
                spellcheck="false"
                autocomplete="off"
                {placeholder}
                aria-invalid={problem.map(|_| "true")}
                aria-describedby={problem.map(|_| problem_id.clone())}
            />
            if let Some(problem) = problem {
                <p class="field-problem" id={problem_id}>
                    <code>{ problem.code() }</code>{ " " }{ prose(sentence::field_problem(problem, model.lang)) }
                </p>
            }
        </div>
    }
}
