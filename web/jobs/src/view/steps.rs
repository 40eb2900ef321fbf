//! What there is to do, with commands to copy.

use ramplay_drafts::POLICY_NAME;
use ramplay_job::{Todo, part_name, sentence};
use ramplay_parts::copy::Copyable;
use ramplay_parts::mark::prose;
use yew::{Html, html};

use super::View;

pub(super) fn steps(view: View<'_>) -> Html {
    let words = view.words();
    let answer = view.pane.desk.answer();
    let step = |todo: &Todo| {
        let said = sentence::todo(todo, view.lang());
        let file = match todo {
            Todo::CreatePolicy { document, .. } => {
                Some(format!("{}.json", part_name(POLICY_NAME, *document)))
            }
            _ => None,
        };
        html! {
            <li>
                { prose(&said) }
                if let Some(text) = todo.command() {
                    <Copyable {text} name={said.clone()} copy={words.copy} copied={words.copied} />
                }
                if let Some(file) = file { <p class="hint"><code>{ file }</code>{ ": " }{ words.policy_file }</p> }
            </li>
        }
    };
    html! {
        <section class="card part">
            <details class="checklist">
                <summary><h3>{ words.steps }</h3></summary>
                <ol>{ for answer.steps.iter().map(step) }</ol>
                <details>
                    <summary>{ words.terraform }</summary>
                    <Copyable text={answer.terraform.clone()} name={words.terraform.to_owned()} copy={words.copy} copied={words.copied} long=true />
                </details>
            </details>
        </section>
    }
}
